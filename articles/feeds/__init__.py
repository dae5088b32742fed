"""Feeds of lists and of the record's changes, as Atom and as JSON Feed."""
