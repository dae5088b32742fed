"""Django's `migrate`, with the views of schema `pub` taken down first and built again last, even after a failure."""

from typing import Any

from django.core.management import CommandError
from django.core.management.commands import migrate
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

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
        self.refuse_half_way(connection)
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

    @staticmethod
    def refuse_half_way(connection: BaseDatabaseWrapper) -> None:
        """The first migrations of each app were made one, which can only stand for all of them or for none."""
        done = set(MigrationRecorder(connection).applied_migrations())
        for migration in MigrationLoader(None).disk_migrations.values():
            missing = [name for app, name in migration.replaces if (app, name) not in done]
            if missing and len(missing) < len(migration.replaces):
                raise CommandError(
                    f"The tables of {migration.app_label} are those of an earlier version, without {', '.join(missing)}."
                    " Nothing was changed. Run `manage.py migrate` of that version's last state first, then this one."
                )
