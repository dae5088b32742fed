"""What the front page asks of the database."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from articles.models import Article, ClaimVersion, Topic
from articles.queries import browse
from articles.queries.due import announcing


def latest_articles(limit: int) -> list[Article]:
    """The newest reports, each with everything a row of a list shows; a copy stands under its original alone."""
    newest = Article.objects.published().newest_first().values_list("pk", "origin__is_public")
    return browse.articles_called(_first(newest, lambda piece: [pk for pk, has_first in piece if not has_first], limit))


def broad_topics() -> list[Topic]:
    """The topics that have no broader one."""
    return list(Topic.objects.published().filter(broader=None))


def falling_due(today: date, limit: int) -> list[ClaimVersion]:
    """Announcements with a date: the next to fall due, and when there are too few, those that passed last.

    What a copy or translation repeats is left out: the first report has it.
    """
    dated = browse.current_claims().exclude(due_latest=None).values_list("pk", flat=True)
    coming = _first(dated.filter(due_latest__gte=today).order_by("due_latest", "id"), _announcing, limit)
    passed = _first(dated.filter(due_latest__lt=today).order_by("-due_latest", "-id"), _announcing, limit - len(coming))
    chosen = [*coming, *passed]
    rows = {row.pk: row for row in browse.claims_for_list(browse.current_claims().filter(pk__in=chosen))}
    return [rows[pk] for pk in chosen]


def _announcing(pks: Sequence[int]) -> list[int]:
    """Those of some claims that announce what is not announced in the first report, in the same order."""
    found = set(announcing(browse.current_claims().filter(pk__in=pks)).values_list("pk", flat=True))
    return [pk for pk in pks if pk in found]


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
