"""Django's `migrate`, with the views of schema `pub` taken down first and built again last, even after a failure."""

from typing import Any

from django.core.management.commands import migrate
from django.db import DEFAULT_DB_ALIAS, connections

from config.grants import grant
from config.groups import ensure_groups
from config.pub import create_views, drop_views
from config.rules import install_rules


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        if options["plan"] or options["check_unapplied"]:
            super().handle(*args, **options)
            return
        connection = connections[options["database"]]
        # A view on a column refuses its change, and dropping the column would drop the view unseen.
        drop_views(connection)
        try:
            super().handle(*args, **options)
        finally:
            install_rules(connection)
            create_views(connection)
            grant(connection)
        if not options["app_label"] and options["database"] == DEFAULT_DB_ALIAS:
            ensure_groups()
