"""What a file brings: reports out of plain texts, web pages, feeds, WordPress exports, JSON lines and tables.

Pure: no database and no network. `files.read_file` opens a file by its kind; each kind has a module of its own.
"""
