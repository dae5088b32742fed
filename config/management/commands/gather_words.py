"""Bring the Korean catalogue up to date with the words of the public site."""

from typing import Any

from django.core.management.base import BaseCommand

from config.catalogue import gathered, kept, write
from config.words import messages


class Command(BaseCommand):
    help = "Gather every word of the public site into config/locale, with the Korean it had, and compile it."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints what has no Korean yet."""
        catalogue = gathered(kept(), messages())
        write(catalogue)
        for entry in catalogue:
            if entry.id and not any(entry.string if isinstance(entry.string, tuple) else [entry.string]):
                self.stdout.write(f"no Korean yet: {entry.id[0] if isinstance(entry.id, tuple) else entry.id}")
