"""The public record for programs: read only, in JSON, described by `/api/v1/openapi.json`.

Its lists are those of the pages; what they tell of a row is what tables tell (`articles/exports/rows.py`).
"""
