"""The footnote checker's reading of what was pasted. Pure: no database, and nothing is kept."""
