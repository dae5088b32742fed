"""For a laptop that is lost, or a desk that is broken into: `manage.py end_sessions USER --by OPERATOR`, or `--all`."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from config.door.events import leave_event
from config.door.sessions import end_sessions


class Command(BaseCommand):
    help = "End the sessions of an account, or of everybody, at once. It stays in the history of each account."

    def add_arguments(self, parser: ArgumentParser) -> None:
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument("user", nargs="?", metavar="USER", help="whose sessions end")
        whose.add_argument("--all", action="store_true", help="everybody's")
        parser.add_argument("--by", required=True, metavar="USER", help="who does this")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        by = self._user("--by", options["by"])
        users = list(User.objects.all()) if options["all"] else [self._user("USER", options["user"])]
        total = 0
        for user in users:
            count = end_sessions(user)
            total += count
            if count:
                leave_event(by=by, about=user, message="Ended all sessions by command.")
        self.stdout.write(f"{total} sessions ended.")

    @staticmethod
    def _user(what: str, name: str) -> User:
        try:
            return User.objects.get(username=name)
        except User.DoesNotExist:
            raise CommandError(f"{what} {name}: there is no such editor") from None
