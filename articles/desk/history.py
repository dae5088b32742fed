"""Who changed what of a report: its texts, its claims' versions, and what is said of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pghistory.models
from django.contrib.auth import get_user_model

from articles.models import Article, ClaimVersion, Revision

# Counters, and what follows from the state.
_NEVER_NAMED = {"edit_number", "changed_at", "made_at", "first_published_at", "is_public"}


@dataclass(frozen=True)
class HistoryLine:
    """One change. `what`: a phrase; `details`: fields with what they held before and after."""

    at: datetime
    by: str
    what: str
    why: str
    details: tuple[tuple[str, str, str], ...] = ()


def history_of(article: Article) -> list[HistoryLine]:
    """Everything kept of the report's past, the newest first."""
    lines = [*_texts(article), *_claims(article), *_rows(article)]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _texts(article: Article) -> Iterator[HistoryLine]:
    for row in Revision.objects.filter(article=article).select_related("made_by").defer("body"):
        yield HistoryLine(row.made_at, str(row.made_by), f"revision {row.number} of the text", row.reason)


def _claims(article: Article) -> Iterator[HistoryLine]:
    versions = ClaimVersion.objects.filter(claim__article=article).select_related("made_by", "claim").defer("search")
    for row in versions:
        yield HistoryLine(
            row.made_at, str(row.made_by), f"claim {row.claim.public_id}, version {row.number}", row.reason
        )


def _rows(article: Article) -> Iterator[HistoryLine]:
    events = pghistory.models.Events.objects.tracks(article).order_by("pgh_created_at")  # type: ignore[no-untyped-call]  # the library has no types here
    rows = list(events)
    names = _names(rows)
    for event in rows:
        changes = tuple(
            (field.replace("_", " "), str(before or ""), str(after or ""))
            for field, (before, after) in (event.pgh_diff or {}).items()
            if field not in _NEVER_NAMED
        )
        if not changes and event.pgh_diff is not None:
            continue
        what = "the report is described" if event.pgh_diff is None else "what is said of the report"
        yield HistoryLine(event.pgh_created_at, names.get(_user_id(event), ""), what, "", changes)


def _names(events: list[Any]) -> dict[int | None, str]:
    ids = [pk for pk in map(_user_id, events) if pk is not None]
    return {user.pk: str(user) for user in get_user_model().objects.filter(pk__in=ids)}


def _user_id(event: Any) -> int | None:
    context = event.pgh_context or {}
    user = context.get("user")
    return int(user) if user is not None else None
