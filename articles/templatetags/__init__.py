"""What pages for people need beside Django's own tags."""
