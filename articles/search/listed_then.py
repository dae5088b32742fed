"""Pages of lists of another time: the rows that may come next are found by the index, and chosen and put in order by Postgres.

What has changed since is not found by the index; of that the database tells which come next (`then.py`).
"""

from collections.abc import Callable
from typing import Any

from articles.cursors import day_in, id_in, moment_in, unpack
from articles.models import Article
from articles.queries import browse, recent
from articles.queries.browse import PAGE
from articles.queries.times import claims_then
from articles.search.index.documents import microseconds, newest
from articles.search.listed import ANY_ROW, ANY_TIE, ORDER
from articles.search.order import Numbers, Order
from articles.search.then import Then

# Rows beyond a page: reports of one second are put in order by the database, and are there all or not at all.
_SLACK = 60
_MORE = 4
# By day, or by moment, and row; as feeds are.
_DATED, _CHANGED = ("latest", "pk", "tie"), ("changed", "pk", "tie")

Page = tuple[list[Any], str]


def page(then: Then, after: str = "", size: int = PAGE) -> Page:
    """The next rows, newest report first, and the cursor that follows, or "". Raises BadParameter."""
    is_reports = then.kind == "articles"
    keys, whole = (browse.article_keys, browse.article_page) if is_reports else (browse.claim_keys, browse.claim_page)
    report = after if is_reports or not after else unpack(after, 3)[0]
    place: Numbers = (_second(report), ANY_ROW, ANY_TIE) if after else ()
    beside = [row.pk for row in _beside(then, lambda rows: keys(rows, after, then.filter, size + 1))]
    wanted = size + 1 + _SLACK
    while True:
        rows = Order(then.alike.searcher, then.alike.query, ORDER).after(place, wanted)
        # Of the last second there may be more; and nothing that is apart comes in between where all is there.
        cut = rows[-1][0] if len(rows) == wanted else -1
        pks = [row[-1] for row in rows if row[0] > cut]
        found, cursor = whole(then.called([*pks, *beside]), after, then.filter, size)
        if cut < 0 or (cursor and _newest(found[-1]) > cut):
            return found, cursor
        wanted *= _MORE


def changed(then: Then, after: str = "") -> Page:
    """The same for feeds: reports by day, claims by when they came out. Raises BadParameter."""
    rows: Any
    if then.kind == "articles":
        rows, names, is_of = Article.objects.published(), _DATED, "public_id"
        feed: Callable[..., Page] = recent.changed_articles
    else:
        rows, names, is_of, feed = claims_then(then.filter), _CHANGED, "claim__public_id", recent.changed_claims
    place: Numbers = ()
    if after:
        when, last = unpack(after, 2)
        row = (
            rows.filter(**{is_of: id_in(last, after, "a" if then.kind == "articles" else "c")})
            .values_list("pk", flat=True)
            .first()
            or 0
        )
        number = day_in(when, after).toordinal() if names == _DATED else microseconds(moment_in(when, after))
        place = (number, row, ANY_TIE)
    pks = [row[-1] for row in Order(then.alike.searcher, then.alike.query, names).after(place, recent.NEWEST + 1)]
    pks += [row.pk for row in _beside(then, lambda rows: recent.next_of(rows, then.kind, then.filter, after))]
    return feed(then.called(pks), after, then.filter)


def _beside(then: Then, next_of: Callable[[Any], Any]) -> Any:
    return next_of(then.matching(then.filter, then.names)) if then.apart else ()


def _second(word: str) -> int:
    """Of the report that a cursor names; all that belongs to that second follows."""
    latest, first, _ = unpack(word, 3)
    return newest(day_in(latest, word), moment_in(first, word))


def _newest(row: Any) -> int:
    article = row if isinstance(row, Article) else row.claim.article
    latest, first = article.published_latest, article.first_published_at
    assert latest is not None, "a public article has a date"
    assert first is not None, "a public article was published"
    return newest(latest, first)
