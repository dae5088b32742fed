"""Whether the record is what it was: each module yields findings, `where` and `what`; none when all is well."""
