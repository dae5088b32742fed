"""Pages of lists without words, newest first: which rows, and where the next page begins.

The order and the cursors are those of `queries.browse`, which lists of another time are read by; but the rows that pass a
filter are found by the index, for there is a filter for which any one plan of the database is a bad one.
"""

from articles.cursors import bad_cursor, pack, unpack
from articles.facets import Filter
from articles.models import Article, ClaimVersion
from articles.queries.browse import PAGE, moment_of
from articles.queries.names import Names
from articles.queries.rows import ClaimRow, ReportRow, claim_rows, report_rows
from articles.search.index.documents import newest
from articles.search.order import Numbers, Order
from articles.search.sought import Sought

# By day and second of first publication here, then by row number.
_ORDER = ("newest", "article", "tie")
# Beyond every row number, and beyond every public id as a number.
_ANY_ROW, _ANY_TIE = 1 << 62, 1 << 63


def reports(filter: Filter, names: Names, after: str = "", size: int = PAGE) -> tuple[list[ReportRow], str]:
    """The next reports that pass, and the cursor that follows, or "". Raises BadParameter and NotCurrent."""
    answers = Sought.all(filter, names).answers("articles")
    rows = Order(answers.searcher, answers.query, _ORDER).after(_place(after) if after else (), size + 1)
    pks = [row[-1] for row in rows[:size]]
    found = report_rows(pks, names)
    shown = [found[pk][0] for pk in pks if pk in found]
    return shown, _cursor(shown[-1]) if shown and len(rows) > size else ""


def claims(filter: Filter, names: Names, after: str = "", size: int = PAGE) -> tuple[list[ClaimRow], str]:
    """The same of claims: newest report first, within it in the order of its text."""
    answers = Sought.all(filter, names).answers("claims")
    place, seen = _claim_place(after) if after else ((), (0, 0))
    rows = Order(answers.searcher, answers.query, _ORDER).after(place, size + 1)
    pks = {row[-1] for row in rows}
    # Of the report that the last page ended in, and of the one that this page ends in, every claim.
    cut = [*place[1:2], *(row[1] for row in rows[-1:])]
    pks.update(answers.pks(cut) if cut else ())
    found = claim_rows(sorted(pks), names)
    order = {report: number for number, report in enumerate([*place[1:2], *(row[1] for row in rows)])}
    ordered = sorted(found.items(), key=lambda pair: (order[pair[1].article], pair[1].start, pair[0]))
    rest = [row for pk, row in ordered if row.article not in place[1:2] or (row.start, pk) > seen]
    return rest[:size], _claim_cursor(rest[size - 1]) if len(rest) > size else ""


def _place(word: str) -> Numbers:
    """Where the report of a cursor stands. One that was withdrawn since has no row any more: all of its second follow."""
    latest, first, public_id = unpack(word, 3)
    row = Article.objects.published().filter(public_id=public_id).values_list("pk", flat=True).first()
    day, moment = moment_of(latest, first, word)
    return newest(day, moment), row or _ANY_ROW, _ANY_TIE


def _claim_place(word: str) -> tuple[Numbers, tuple[int, int]]:
    """The same of a claim's report, and where the claim stands in it."""
    report, start, public_id = unpack(word, 3)
    if not (start.isascii() and start.isdigit() and len(start) < 9):
        raise bad_cursor(word)
    version = ClaimVersion.objects.published().filter(claim__public_id=public_id, is_current=True)
    return _place(report), (int(start), version.values_list("pk", flat=True).first() or 0)


def _cursor(row: ReportRow) -> str:
    latest = row.published.latest
    assert latest is not None, "a public report has a date"
    return pack(latest.isoformat(), row.first_published.isoformat(), row.public_id)


def _claim_cursor(row: ClaimRow) -> str:
    return pack(_cursor(row.report), str(row.start), row.public_id)
