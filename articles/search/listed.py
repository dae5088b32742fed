"""Pages of lists without words, newest first: which rows, and where the next page begins.

The order and the cursors are those of `queries.browse`, which lists of another time are read by; but the rows that pass a
filter are found by the index, for there is a filter for which any one plan of the database is a bad one.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from articles.cursors import bad_cursor, day_in, id_in, moment_in, pack, unpack
from articles.facets import Filter
from articles.models import Article, ClaimVersion
from articles.public_ids import Kind
from articles.queries import recent
from articles.queries.browse import PAGE, article_cursor, claim_cursor
from articles.queries.names import Names
from articles.queries.rows import ClaimRow, ReportRow, claim_rows, report_rows
from articles.queries.whole import articles_called, claims_called
from articles.search.answers import Answers
from articles.search.index.documents import microseconds, newest
from articles.search.order import Numbers, Order
from articles.search.sought import Sought

Row = TypeVar("Row", ClaimRow, ClaimVersion)

# By day and second of first publication here, then by row number.
ORDER = ("newest", "article", "tie")
_CHANGED = ("changed", "pk", "tie")
# Beyond every row number, and beyond every public id as a number.
ANY_ROW, ANY_TIE = 1 << 62, 1 << 63


def reports(filter: Filter, names: Names, after: str = "", size: int = PAGE) -> tuple[list[ReportRow], str]:
    """The next reports that pass, and the cursor that follows, or "". Raises BadParameter and NotCurrent."""
    pks = _next_reports(filter, names, after, size)
    found = report_rows(pks[:size], names)
    shown = [found[pk][0] for pk in pks[:size] if pk in found]
    return shown, _cursor(shown[-1]) if shown and len(pks) > size else ""


def whole_reports(filter: Filter, names: Names, after: str = "", size: int = PAGE) -> tuple[list[Article], str]:
    """The same with everything that tables and programs are told of a report."""
    pks = _next_reports(filter, names, after, size)
    shown = articles_called(pks[:size])
    return shown, article_cursor(shown[-1]) if shown and len(pks) > size else ""


def newest_reports(filters: Sequence[Filter], names: Names) -> list[Article]:
    """The newest report that passes each of several filters, in no order; one query."""
    pks = [pk for filter in filters for pk in _next_reports(filter, names, "", 0)]
    return list(Article.objects.published().filter(pk__in=pks))


def _next_reports(filter: Filter, names: Names, after: str, size: int) -> list[int]:
    """Row numbers, one more than fit."""
    answers = Sought.all(filter, names).answers("articles")
    rows = Order(answers.searcher, answers.query, ORDER).after(_place(after) if after else (), size + 1)
    return [row[-1] for row in rows]


def claims(filter: Filter, names: Names, after: str = "", size: int = PAGE) -> tuple[list[ClaimRow], str]:
    """The same of claims: newest report first, within it in the order of its text."""

    def called(pks: Sequence[int]) -> Mapping[int, ClaimRow]:
        return claim_rows(pks, names)

    answers = Sought.all(filter, names).answers("claims")
    rows, goes_on = _next_claims(answers, after, size, called, lambda row: row.article)
    return rows, _claim_cursor(rows[-1]) if goes_on else ""


def whole_claims(filter: Filter, names: Names, after: str = "", size: int = PAGE) -> tuple[list[ClaimVersion], str]:
    """The same with everything that tables and programs are told of a claim."""
    return whole_claims_of(Sought.all(filter, names).answers("claims"), after, size)


def whole_claims_of(answers: Answers, after: str = "", size: int = PAGE) -> tuple[list[ClaimVersion], str]:
    """The same of the claims that the index answers with."""

    def called(pks: Sequence[int]) -> Mapping[int, ClaimVersion]:
        return {row.pk: row for row in claims_called(pks)}

    rows, goes_on = _next_claims(answers, after, size, called, lambda row: row.claim.article_id)
    return rows, claim_cursor(rows[-1]) if goes_on else ""


def _next_claims(
    answers: Answers,
    after: str,
    size: int,
    called: Callable[[Sequence[int]], Mapping[int, Row]],
    report_of: Callable[[Row], int],
) -> tuple[list[Row], bool]:
    """The next claims, as they are called, and whether more follow."""
    place: Numbers = ()
    seen = (0, 0)
    if after:
        place, seen = _claim_place(after)
    rows: list[Numbers] = Order(answers.searcher, answers.query, ORDER).after(place, size + 1)
    pks = {row[-1] for row in rows}
    # Of the report that the last page ended in, and of the one that this page ends in, every claim.
    cut = [*place[1:2], *(row[1] for row in rows[-1:])]
    pks.update(answers.pks(cut) if cut else ())
    found = called(sorted(pks))
    order = {report: number for number, report in enumerate([*place[1:2], *(row[1] for row in rows)])}
    ordered = sorted(found.items(), key=lambda pair: (order[report_of(pair[1])], pair[1].start, pair[0]))
    rest = [row for pk, row in ordered if report_of(row) not in place[1:2] or (row.start, pk) > seen]
    return rest[:size], len(rest) > size


def changed_reports(filter: Filter, names: Names, after: str = "") -> tuple[list[Article], str]:
    """The reports that were news when they came in, what changed last first, and the cursor that follows, or ""."""
    pks = _next_changes(Sought.all(filter, names).answers("articles"), after, Article.objects.published(), "a")
    shown = articles_called(pks[: recent.NEWEST])
    return shown, recent.article_cursor(shown[-1]) if shown and len(pks) > recent.NEWEST else ""


def changed_claims(filter: Filter, names: Names, after: str = "") -> tuple[list[ClaimVersion], str]:
    """The same of claims."""
    current = ClaimVersion.objects.published().filter(is_current=True)
    pks = _next_changes(Sought.all(filter, names).answers("claims"), after, current, "c")
    shown = claims_called(pks[: recent.NEWEST])
    return shown, recent.claim_cursor(shown[-1]) if shown and len(pks) > recent.NEWEST else ""


def _next_changes(answers: Answers, after: str, among: Any, kind: Kind) -> list[int]:
    """Row numbers, one more than fit; after the moment and the row among these that a cursor names."""
    place: Numbers = ()
    if after:
        moment, last = unpack(after, 2)
        public_id = "public_id" if kind == "a" else "claim__public_id"
        row = among.filter(**{public_id: id_in(last, after, kind)}).values_list("pk", flat=True).first()
        place = microseconds(moment_in(moment, after)), row or 0, ANY_TIE
    rows = Order(answers.searcher, answers.news, _CHANGED).after(place, recent.NEWEST + 1)
    return [row[-1] for row in rows]


def _place(word: str) -> Numbers:
    """Where the report of a cursor stands. One that was withdrawn since has no row any more: all of its second follow."""
    latest, first, public_id = unpack(word, 3)
    row = Article.objects.published().filter(public_id=id_in(public_id, word, "a")).values_list("pk", flat=True).first()
    return newest(day_in(latest, word), moment_in(first, word)), row or ANY_ROW, ANY_TIE


def _claim_place(word: str) -> tuple[Numbers, tuple[int, int]]:
    """The same of a claim's report, and where the claim stands in it."""
    report, start, public_id = unpack(word, 3)
    if not (start.isascii() and start.isdigit() and len(start) < 9):
        raise bad_cursor(word)
    named = ClaimVersion.objects.published().filter(claim__public_id=id_in(public_id, word, "c"))
    return _place(report), (int(start), named.filter(is_current=True).values_list("pk", flat=True).first() or 0)


def _cursor(row: ReportRow) -> str:
    latest = row.published.latest
    assert latest is not None, "a public report has a date"
    return pack(latest.isoformat(), row.first_published.isoformat(), row.public_id)


def _claim_cursor(row: ClaimRow) -> str:
    return pack(_cursor(row.report), str(row.start), row.public_id)
