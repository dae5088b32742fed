"""Who says what in an English report. Pure: no Django, no database."""
