"""Acts on the public record, newest first: all of them, or those that touch a list; and the ledger's head."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, date
from typing import Any

from django.db.models import F, Func, IntegerField, JSONField, Max, QuerySet, Value
from django.db.models.functions import TruncDate

from articles.cursors import bad_cursor, pack, unpack
from articles.models import Act, ActKind, Claim
from articles.queries.among import RowsAmong, pieces
from articles.queries.registry import public_among

PAGE = 50
BATCH, MOST_BATCHES = 500, 20
# Which of some reports, by public id, are in a list.
Touched = Callable[[Collection[str]], frozenset[str]]
# A bulk act may have thousands of subjects; so many are fetched for a list of acts.
MOST_SUBJECTS = 100


def act_page(touched: Touched | None, after: str = "", size: int = PAGE) -> tuple[list[Act], str]:
    """The next acts, each with its first `some` subjects and `count` of them all, and the cursor that follows, or "".

    `touched` tells which of some reports are in a list: then only acts on these come, and of a long ledger no more than
    `MOST_BATCHES` times `BATCH` acts are looked through for one page, which may be short for that. What is withdrawn is in
    every list alike: to say in which it once stood would tell what it was. Raises BadParameter.
    """
    found = with_subjects(Act.objects.published()).order_by("-number")
    if after:
        found = found.filter(number__lt=_number(after))
    if touched is None:
        rows = list(found[: size + 1])
        return rows[:size], pack(str(rows[size - 1].number)) if len(rows) > size else ""
    kept: list[Act] = []
    for _ in range(MOST_BATCHES):
        batch = list(found[:BATCH])
        kept += _concerning(batch, touched)
        if len(kept) > size:
            return kept[:size], pack(str(kept[size - 1].number))
        if len(batch) < BATCH:
            return kept, ""
        found = found.filter(number__lt=batch[-1].number)
    return kept, pack(str(batch[-1].number))


def _concerning(batch: list[Act], touched: Touched) -> list[Act]:
    """The acts of a batch that touch a list, and withdrawals of what is not public again; a fixed number of queries."""
    rows: list[Any] = batch
    ids = {row.number: {subject["id"] for subject in row.some} for row in rows}
    listed = touched({each for found in ids.values() for each in found if each.startswith("a")})
    withdrawn = [row.number for row in rows if row.kind == ActKind.WITHDRAWN]
    back = set(public_among(sorted({each for number in withdrawn for each in ids[number]})))
    farewells = {number for number in withdrawn if not ids[number] & back}
    return [row for row in rows if ids[row.number] & listed or row.number in farewells]


def with_subjects(found: QuerySet[Act], most: int = MOST_SUBJECTS) -> QuerySet[Act]:
    """Acts with `some`, their first subjects, and `count`, how many they have."""
    first = Func(
        F("subjects"), Value(f"$[0 to {most - 1}]"), function="jsonb_path_query_array", output_field=JSONField()
    )
    count = Func(F("subjects"), function="jsonb_array_length", output_field=IntegerField())
    return found.defer("subjects").annotate(some=first, count=count)


def act_numbered(number: int) -> Act | None:
    """One act with all its subjects."""
    return Act.objects.published().filter(number=number).first() if number < 2**63 else None


def head() -> Act | None:
    """The newest act: its number is the version of the public record."""
    return Act.objects.published().defer("subjects").order_by("number").last()


def heads(most: int = 400) -> list[tuple[date, int, str]]:
    """The last act of each day, UTC, that had one, the newest first: day, number, hash."""
    last = Act.objects.published().annotate(day=TruncDate("at", tzinfo=UTC)).values("day").annotate(last=Max("number"))
    days: Any = last.order_by("-last").values_list("day", "last")[:most]
    numbered = {number: day for day, number in days}
    rows = Act.objects.published().filter(number__in=numbered).order_by("-number").values_list("number", "hash")
    return [(numbered[number], number, said) for number, said in rows]


def reports_of_claims(public_ids: Iterable[str]) -> Mapping[str, str]:
    """The public id of the report of each of these claims that is public; one query for each 2,000."""
    claims = Claim.objects.published().filter(article__is_public=True)
    asked = RowsAmong(lambda some: claims.filter(public_id__among=some).values_list("public_id", "article__public_id"))
    return {claim: report for piece in pieces(sorted(set(public_ids))) for claim, report in asked.rows(piece)}


def _number(after: str) -> int:
    (number,) = unpack(after, 1)
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        raise bad_cursor(after)
    return int(number)
