"""Make the logins of desk and reader and set their guards: `manage.py bootstrap_roles`."""

from typing import Any

import psycopg
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from config.connecting import address_of_server
from config.grants import grant
from config.roles import Login, bootstrap


class Command(BaseCommand):
    help = "Make the logins of desk and reader, with their time limits and rights; prints each guard it could not set."

    def handle(self, *args: Any, **options: Any) -> None:
        desk = Login(settings.DESK_ROLE, settings.DESK_PASSWORD)
        reader = Login(settings.READER_ROLE, settings.READER_PASSWORD)
        if len({settings.OWNER_ROLE, desk.name, reader.name}) < 3:
            raise CommandError(
                "DATABASE_URL, DESK_DATABASE_URL and READER_DATABASE_URL must name three different logins"
            )
        database = str(connection.settings_dict["NAME"])
        try:
            unset = bootstrap(
                server=address_of_server(), database=database, owner=settings.OWNER_ROLE, desk=desk, reader=reader
            )
        except psycopg.Error as error:
            raise CommandError(f"the logins could not be made: {str(error).splitlines()[0]}") from error
        grant(connection)
        for guard in unset:
            self.stdout.write(f"not set: {guard}")
        self.stdout.write(f"logins ready: {desk.name}, {reader.name}")
