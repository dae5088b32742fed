"""The feed of announcements: what came in, or what an outcome was recorded of, last comes first."""

from typing import Any

from django.conf import settings

from articles.announced import Announced
from articles.feeds.entries import Entry, Feed, absolute, midnight
from articles.pages.cards import shortened
from articles.pages.due import DueLine, due_line
from articles.queries.due import Announcement

ABOUT = (
    "What was announced for a day, and what became of it as far as it is recorded here. That a date passes is no entry."
)


def due_feed(announced: Announced, after: str = "") -> Feed:
    """Of the list. Raises BadParameter."""
    rows, cursor = announced.changed(after)
    return Feed(
        name="due",
        title=" ".join(part for part in ("Announced", announced.label) if part) + f" · {settings.SITE_NAME}",
        about=ABOUT,
        query=announced.query(),
        after=after,
        next=announced.query(("after", cursor)) if cursor else "",
        entries=tuple(_entry(row) for row in rows),
    )


def _entry(row: Announcement) -> Entry:
    version: Any = row.version
    line, report = due_line(row), row.version.claim.article
    claim = line.claim
    return Entry(
        address=absolute("articles:claim", claim.public_id),
        title=shortened(f"{line.said.capitalize()}: {claim.words}", 140),
        text=_text(line),
        author=claim.outlet.label,
        language=claim.language,
        published=midnight(report.published_earliest or report.published_latest),
        updated=version.changed,
        original=report.original_url,
        categories=tuple(name.label for name in (*claim.provinces, *claim.topics)),
        more={
            "_due": {
                "state": line.state,
                "edtf": row.version.due_edtf or None,
                "latest": row.version.due_latest.isoformat() if row.version.due_latest else None,
                "shown_by": [each.public_id for each in line.stated.shown] if line.stated else [],
            }
        },
    )


def _text(line: DueLine) -> str:
    claim = line.claim
    speakers = " ← ".join(speaker.label for speaker in claim.speakers)
    parts = [f"{claim.words} ({speakers}; {claim.headline}, {claim.published})"]
    if line.due:
        parts.append(f"due {line.due.words}" + (f", read as {line.due.meaning}" if line.due.meaning else ""))
    parts.append(line.said)
    if line.stated and line.stated.holds:
        parts.append(f"because {line.stated.ground}")
    return "; ".join(parts)
