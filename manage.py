#!/usr/bin/env python
"""Django's command line. Commands work as the desk, or as the owner or the reader where the lists below say so."""

import os
import sys

OWNER_COMMANDS = {
    *("migrate", "bootstrap_roles", "makemigrations", "sqlmigrate", "showmigrations", "flush", "test"),
    *("backup", "restore", "verify", "watchdog"),
}
# What these write is public: they read what readers can.
READER_COMMANDS = {"export_dataset"}
# These run without a database, or bring their own; and none is started for those that tell whether there is one.
WITHOUT_DATABASE = {
    "watchdog",
    "standbys",
    "demo",
    "check",
    "collectstatic",
    "makemigrations",
    "help",
    "version",
    "--help",
    "--version",
}


def main() -> None:
    """Run the command named on the line."""
    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    login = "owner" if command in OWNER_COMMANDS else "reader" if command in READER_COMMANDS else "desk"
    os.environ.setdefault("SITE", login)
    try:
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit("Django is not installed in this Python; run `make demo` once, then use .venv/bin/python")
    from config.cluster import session

    if command in WITHOUT_DATABASE:
        execute_from_command_line(sys.argv)
    else:
        with session():
            execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
