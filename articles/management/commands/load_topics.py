"""Load the topics: `manage.py load_topics`; a second run changes nothing."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.editing.topics import load_topics


class Command(BaseCommand):
    help = "Load the topics of the data file, with labels and other names in both languages."

    def handle(self, *args: Any, **options: Any) -> None:
        new, known = load_topics()
        self.stdout.write(f"topics: {new} new, {known} unchanged")
