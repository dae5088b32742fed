"""The editor of the demonstration, with a new password at every start: used by `manage.py demo` alone."""

import secrets
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from config.demo.preparation import MARK
from config.door.codes import keep_hashed
from config.groups import GROUPS

# How many of the recovery codes are printed.
CODES = 4


class Command(BaseCommand):
    help = "Make the editor `demo`, in every group, and print the new password and codes; only in a demonstration's database."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
            )
            (mark,) = cursor.fetchone()
        if not (mark or "").startswith(MARK):
            raise CommandError("this database is not a demonstration's; make editors with `manage.py createsuperuser`")
        password = secrets.token_urlsafe(12)
        editor, _ = User.objects.get_or_create(username="demo")
        editor.is_staff = True
        editor.is_active = True
        editor.set_password(password)
        editor.save()
        editor.groups.set(Group.objects.filter(name__in=GROUPS))
        self.stdout.write(password)
        for code in self._second_factor(editor):
            self.stdout.write(code)

    @staticmethod
    def _second_factor(editor: User) -> list[str]:
        """An app that nobody has, and recovery codes to be printed: what everybody's account may have, and no other way in."""
        Authenticator.objects.filter(user=editor).delete()
        TOTP.activate(editor, generate_totp_secret())
        codes: list[str] = RecoveryCodes.activate(editor).get_unused_codes()
        keep_hashed(editor)
        return codes[:CODES]
