"""How the standbys stand: `manage.py standbys`; exit 1 if one is left out."""

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from config.standbys.report import left_out, look


class Command(BaseCommand):
    help = "Say of each standby of REPLICA_DATABASE_URLS whether it keeps up; exit 1 if the public site leaves one out."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.STANDBYS:
            self.stdout.write("no standbys: REPLICA_DATABASE_URLS is not set")
            return
        rows = look()
        for row in rows:
            self.stdout.write(str(row))
        if any(left_out(rows)):
            sys.exit(1)
