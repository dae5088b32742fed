"""For an editor who has lost app, passkeys and recovery codes: `manage.py reset_second_factor USER --by OPERATOR`."""

from argparse import ArgumentParser
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand
from django.db import transaction

from config.door.accounts import account
from config.door.events import leave_event
from config.door.sessions import end_sessions
from config.door.tries import forget, password_of, second_factor_of


class Command(BaseCommand):
    help = (
        "Take an account's second factor away and end its sessions; at its next sign-in it must add another first."
        " Be sure who asks: nobody else is asked. It stays in the account's history."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("user", metavar="USER", help="whose second factor is lost")
        parser.add_argument("--by", required=True, metavar="USER", help="who does this")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        user, by = account("USER", options["user"]), account("--by", options["by"])
        count = Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES).count()
        Authenticator.objects.filter(user=user).delete()
        ended = end_sessions(user)
        forget(password_of(user.get_username()))
        forget(second_factor_of(user.pk))
        leave_event(by=by, about=user, message="Reset the second factor by command.")
        self.stdout.write(f"{user}: {count} taken away, {ended} sessions ended; the next sign-in asks for a new one.")
