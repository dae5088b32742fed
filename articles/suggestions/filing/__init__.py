"""What a report is about: where its events are. Pure: no Django, no database."""
