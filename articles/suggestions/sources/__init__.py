"""The unnamed sources of a report: who they are and where they sit. Pure: no Django, no database."""
