"""Backups: one folder with a dump, the acts beside it, and a manifest of hashes; brought back into an empty database."""
