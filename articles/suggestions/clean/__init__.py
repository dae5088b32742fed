"""A text without what a page put around it. Pure: no Django, no database."""
