"""Who says what in a Korean report. Pure: no Django, no database."""
