"""What the demonstration shows, loaded in one go: used by `manage.py demo` alone."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Make the editor `demo`, then load gazetteer, topics and sample reports; only in a demonstration's database."

    def handle(self, *args: Any, **options: Any) -> None:
        for command in ("create_demo_editor", "load_gazetteer", "load_topics", "load_samples"):
            call_command(command, stdout=self.stdout)
