"""What the front page asks of the database."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from articles.models import Article, Topic
from articles.queries import browse
from articles.queries.due import announcing
from articles.queries.names import Names
from articles.queries.outcomes import with_became
from articles.queries.prepared import prepared
from articles.queries.rows import ClaimRow, ReportRow, claim_rows, report_rows


@dataclass(frozen=True)
class FallingDue:
    """An announcement with a date. `latest`: the last day it may mean; `became`: what was recorded of it, or ""."""

    claim: ClaimRow
    latest: date
    became: str


def latest_reports(limit: int, names: Names) -> list[ReportRow]:
    """The newest reports; a copy stands under its original alone."""
    newest = Article.objects.published().newest_first().values_list("pk", "origin__is_public")
    chosen = _first(newest, lambda piece: [pk for pk, has_first in piece if not has_first], limit)
    rows = report_rows(chosen, names)
    return [rows[pk][0] for pk in chosen if pk in rows]


def broad_topics() -> list[Topic]:
    """The topics that have no broader one."""
    return list(Topic.objects.published().filter(broader=None))


def falling_due(today: date, limit: int, names: Names) -> list[FallingDue]:
    """Announcements with a date: the next to fall due, and when there are too few, those that passed last.

    What a copy or translation repeats is left out: the first report has it.
    """
    dated = browse.current_claims().exclude(due_latest=None).values_list("pk", flat=True)
    coming = _first(dated.filter(due_latest__gte=today).order_by("due_latest", "id"), _announcing, limit)
    passed = _first(dated.filter(due_latest__lt=today).order_by("-due_latest", "-id"), _announcing, limit - len(coming))
    chosen = [*coming, *passed]
    rows = claim_rows(chosen, names)
    stands = {pk: (latest, became) for pk, latest, became in _stands(chosen)} if chosen else {}
    return [FallingDue(rows[pk], *stands[pk]) for pk in chosen if pk in rows and pk in stands]


def _announcing(pks: Sequence[int]) -> list[int]:
    """Those of some claims that announce what is not announced in the first report, in the same order."""
    found = {pk for (pk,) in _announcing_among([*pks])}
    return [pk for pk in pks if pk in found]


@prepared
def _announcing_among(pks: list[int]) -> Any:
    return announcing(browse.current_claims().filter(pk__among=pks)).values_list("pk")


@prepared
def _stands(pks: list[int]) -> Any:
    return with_became(browse.current_claims().filter(pk__among=pks)).values_list("pk", "due_latest", "became")


def _first(rows: QuerySet[Any, Any], kept: Callable[[Sequence[Any]], list[int]], limit: int) -> list[int]:
    """The row numbers of the first rows that are kept, walking along an index from its beginning.

    Asked in one statement for rows that have no other row beside them, the planner looks for that of every row there is.
    """
    found: list[int] = []
    begin, end = 0, 4 * limit
    while len(found) < limit and (piece := list(rows[begin:end])):
        found += kept(piece)
        if len(piece) < end - begin:
            break
        begin, end = end, 4 * end
    return found[:limit]
