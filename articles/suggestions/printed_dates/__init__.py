"""Dates as reports print them: found in the text, then read against the day of publication. Pure."""
