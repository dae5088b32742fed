"""The reader of reports: it offers every claim of a text ready-made. Pure: no Django, no database, no network."""
