"""Load the sample reports into an empty database: `manage.py load_samples --by USER`."""

from argparse import ArgumentParser
from typing import Any

import pghistory
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from articles.editing.samples import NotADemonstration, load_samples


class Command(BaseCommand):
    help = "Load 30 invented reports, marked as samples; refused where there are real ones."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--by", default="demo", metavar="USER", help="in whose name (default: demo)")

    def handle(self, *args: Any, **options: Any) -> None:
        user = get_user_model().objects.filter(username=options["by"]).first()
        if user is None:
            raise CommandError(f"--by {options['by']}: there is no such editor", returncode=2)
        try:
            with pghistory.context(user=user.pk, url="load_samples"):
                new = load_samples(by=user)
        except NotADemonstration as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"sample reports: {new} new" if new else "sample reports: there already")
