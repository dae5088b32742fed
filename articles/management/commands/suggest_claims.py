"""What the desk would suggest for a text: `manage.py suggest_claims PATH [--json] [--published DATE]`. Keeps nothing."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.dates import DateError, PartialDate
from articles.models import Language
from articles.report_text import MAX_BYTES, UnreadableReport, read_report
from articles.suggestions.reader import suggest
from articles.suggestions.values import Basis, Kind, SuggestedClaim, SuggestedDate, SuggestedSource

BAD_USAGE = 2


class Command(BaseCommand):
    help = "Read a report and print the claims that the desk would suggest."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", help="a text file (UTF-8), or - for standard input")
        parser.add_argument("--json", action="store_true", help="print a list of objects instead of lines")
        parser.add_argument("--published", default="", help="2022, 2022-04 or 2022-04-03; against it dates are read")
        parser.add_argument("--language", choices=Language.values, help="else judged by its script")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            published = PartialDate.parse(options["published"])
        except DateError as error:
            raise CommandError(f"--published: {error}", returncode=BAD_USAGE) from error
        try:
            text = read_report(_read(options["path"]), language=options["language"])
        except (UnreadableReport, OSError) as error:
            raise CommandError(f"{options['path']}: {error}", returncode=1) from error
        day = published if published.is_known else text.published
        found = suggest(text.body, language=text.language, published=day, headline=text.headline)
        if options["json"]:
            rows = [_as_object(claim, found.sources) for claim in found.claims]
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
            return
        for claim in found.claims:
            chain = " ← ".join(step.printed or "the outlet" for step in claim.steps)
            self.stdout.write(f"{claim.passage.start}-{claim.passage.end} {claim.speech} {chain}: {claim.passage.text}")


def _read(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with Path(path).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _as_object(claim: SuggestedClaim, sources: tuple[SuggestedSource, ...]) -> dict[str, Any]:
    return {
        "start": claim.passage.start,
        "end": claim.passage.end,
        "exact": claim.passage.text,
        "speech": claim.speech,
        "speaker": claim.speaker or _carried_over(claim),
        "anonymous": claim.anonymous,
        "cue": claim.cue,
        "steps": [
            {
                "speaker": "outlet" if step.kind == Kind.OUTLET and not step.printed else step.body or step.printed,
                "verb": step.verb,
                "speech": step.speech,
                "basis": step.basis,
            }
            for step in claim.steps
        ],
        "source": _source(claim, sources),
        "actor": claim.actor or None,
        "provinces": claim.provinces,
        "places": claim.places,
        "dates": [_date(date) for date in claim.dates],
        "topics": claim.topics,
        "due": _date(claim.due) if claim.due else None,
        "warnings": [{"kind": warning.danger, "text": warning.passage.text} for warning in claim.warnings],
    }


def _carried_over(claim: SuggestedClaim) -> str:
    """Whom the words are given to where nobody is printed at them; "" for the outlet's own."""
    return next((step.printed for step in reversed(claim.steps) if step.basis == Basis.CARRIED), "")


def _source(claim: SuggestedClaim, sources: tuple[SuggestedSource, ...]) -> dict[str, Any] | None:
    """The unnamed source in the chain, as the report first words it; the last one where there are two."""
    number = next((step.source for step in reversed(claim.steps) if step.source is not None), None)
    source = next((source for source in sources if source.number == number), None)
    if source is None:
        return None
    return {
        "descriptor": source.descriptor,
        "province": source.province or None,
        "told": source.told,
        "contact": source.contact,
        "condition": source.condition,
    }


def _date(found: SuggestedDate) -> dict[str, Any]:
    date = found.date
    days = {
        name: day.isoformat() if day else None for name, day in (("earliest", date.earliest), ("latest", date.latest))
    }
    return {"text": found.passage.text, "edtf": date.edtf or None, **days}
