"""Pages in ready bytes, in front of Django and in the same process: answered as long as the record is of one edition."""
