"""For a laptop that is lost, or a desk that is broken into: `manage.py end_sessions USER --by OPERATOR`, or `--all`."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand
from django.db import transaction

from config.door.accounts import account
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
        by = account("--by", options["by"])
        users = list(User.objects.all()) if options["all"] else [account("USER", options["user"])]
        total = 0
        for user in users:
            count = end_sessions(user)
            total += count
            if count:
                leave_event(by=by, about=user, message="Ended all sessions by command.")
        self.stdout.write(f"{total} sessions ended.")
