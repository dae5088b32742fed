"""The public record as a dataset: its tables, and the rows of each, fetched in pieces in the order of their keys.

Made with the reader's login: what that cannot read cannot be in it. The full texts are not in it either: they name
sources in the reports' words, and outlets let us show their reports, not hand them on. Each stands at its address.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from articles.exports import names, release
from articles.exports.acts import ActRow, act_row
from articles.exports.contradictions import every_contradiction, stated_in_words
from articles.exports.due import OutcomeRow
from articles.exports.names import Institution, Outlet, Province, Topic
from articles.exports.release import Stamp, Table
from articles.exports.rows import ArticleRow, ClaimRow, Row, article_row, cells, claim_row, means
from articles.exports.series import FigureRow, figure_row
from articles.facets import Filter
from articles.feeds.entries import absolute
from articles.models import (
    Act,
    Article,
    ClaimVersion,
    Figure,
    Outcome,
    OutcomeGround,
    PublicText,
    ReportAttribution,
    Settlement,
    SettlementGround,
)
from articles.queries import whole
from articles.queries.changes import head
from articles.queries.outcomes import with_standing
from articles.queries.times import claims_then
from articles.unnamed import without_descriptors
from sources.models import Attribution, Step

PIECE = 500


# What is told of a version whose words were removed; its address answers 410. Who spoke, where and when would tell what they
# were, and so would their length. The rest is empty.
_KEPT = frozenset(
    {"id", "version", "address", "language", "state", "report", "headline", "outlet", "report_published_earliest",
     "report_published_latest", "revision", "here_since", "changed"}
)  # fmt: skip
_EMPTY: Mapping[str, Any] = {
    "words": "", "counts_as": "", "standing": "", "is_paraphrase": False,
    "independent_reports": 0, "paragraph": 0, "start": 0, "end": 0,
}  # fmt: skip


class WrongLogin(Exception):
    """The dataset is made with the reader's login and with no other."""


class DatasetArticle(ArticleRow):
    """One report as it stands."""

    byline: str | None = means("the reporter, as printed")


class DatasetText(Row):
    """One published text of a report; its words stand at its address."""

    report: str = means("public id of the report")
    number: int = means("of the revision, from 1")
    address: str = means("permanent address of this text")
    headline: str = means("as this text has it; empty once removed")
    here_since: datetime = means("when this site published it")
    removed: datetime | None = means("when its words were removed for good")
    is_current: bool = means("whether it is the current one")
    digest: str = means("keyed digest of the text, as the ledger has it")


class DatasetClaim(ClaimRow):
    """One published version of a claim; of one whose words were removed only that, and in which report it was: the other
    fields are empty, numbers 0.
    """

    is_current: bool = means("whether it is the newest")
    removed: datetime | None = means("when its words were removed for good")


class DatasetContradiction(Row):
    """Two claims that contradict each other, and how that stands; their words are in the claims."""

    id: str = means("of the pair: the two public ids")
    one: str = means("public id of a claim")
    other: str = means("public id of the other")
    state: str = means("unresolved, explained or superseded")
    reason: str = means("of that state, from a closed list")
    stated_at: datetime = means("when that was stated")
    stated: list[str] = means("every state with its day and reason, oldest first")


class DatasetFigure(FigureRow):
    """One figure of a published version of a claim; those of copies are here as well (`counts_as` of the reports)."""

    report: str = means("public id of the report")
    is_current: bool = means("whether the version is the newest")


class DatasetOutcome(OutcomeRow):
    """One statement of what became of something announced; the newest of a claim holds while a claim shows it."""


def export(folder: Path) -> dict[str, Any]:
    """Write a release into a folder and return its manifest. Raises WrongLogin and DatasetError."""
    with _one_moment(), connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        if cursor.fetchone()[0] != settings.READER_ROLE:
            raise WrongLogin
        last = head()
        stamp = Stamp(
            last.number if last else 0, last.hash if last else "", timezone.now().isoformat(timespec="seconds")
        )
        about = {"name": settings.SITE_NAME, "address": settings.BASE_URL.rstrip("/")}
        return release.write_release(folder, tables(), stamp, about)


def tables() -> list[Table]:
    """Every table; texts first, for what was removed from them is removed from the others' histories too."""
    return [
        _table("texts", DatasetText, ("report", "number"), _texts, report="report"),
        _table("articles", DatasetArticle, ("id",), _articles, report="id", may_stay=_SameReporter()),
        _table("claims", DatasetClaim, ("id", "version"), _claims, report="report", may_stay=_Unnamed()),
        _table("figures", DatasetFigure, ("claim", "version", "start", "end"), _figures, report="report"),
        _table("contradictions", DatasetContradiction, ("id",), _contradictions),
        _table("outcomes", DatasetOutcome, ("claim", "number"), _outcomes),
        _table("acts", ActRow, ("number",), _acts),
        _table("provinces", Province, ("slug",), _by_slug(names.all_provinces)),
        _table("topics", Topic, ("slug",), _by_slug(names.all_topics)),
        _table("institutions", Institution, ("slug",), _by_slug(names.all_institutions)),
        _table("outlets", Outlet, ("slug",), _by_slug(names.all_outlets)),
    ]


class _SameReporter:
    """Whether the reporter that a report's row names is still the one it names: a name that went is in no history."""

    @cached_property
    def _bylines(self) -> Mapping[str, str]:
        return dict(Article.objects.published().order_by().values_list("public_id", "byline"))

    def __call__(self, row: Mapping[str, Any]) -> bool:
        return not row["byline"] or row["byline"] == self._bylines.get(row["id"])


class _Unnamed:
    """Whether the words of a claim's row have none that its report is known by now to call a source."""

    @cached_property
    def _descriptors(self) -> Mapping[str, list[str]]:
        """By the report's public id; asked once, and only where something has changed."""
        found: dict[str, list[str]] = {}
        tied = ReportAttribution.objects.published().order_by()
        of_source = dict(tied.values_list("attribution", "article__public_id"))
        for source, words in (
            *Attribution.objects.published().order_by().values_list("pk", "descriptor"),
            *Step.objects.published()
            .filter(attribution__isnull=False)
            .order_by()
            .values_list("attribution", "printed"),
        ):
            if source in of_source:
                found.setdefault(of_source[source], []).append(words)
        return found

    def __call__(self, row: Mapping[str, Any]) -> bool:
        words: str = row["words"]
        return words == without_descriptors(words, self._descriptors.get(row["report"], ()))


def _table(
    name: str,
    kind: Any,
    key: tuple[str, ...],
    rows: Callable[[], Iterable[Any]],
    report: str = "",
    may_stay: Callable[[Mapping[str, Any]], bool] = lambda row: True,
) -> Table:
    fields = {field: about.description or "" for field, about in kind.model_fields.items()}

    def dumped() -> Iterator[dict[str, Any]]:
        return (row.model_dump(mode="json") for row in rows())

    def written(row: dict[str, Any]) -> list[str]:
        return list(cells({field: row[field] for field in fields}))

    return Table(name, key, fields, dumped, written, report, may_stay)


def _texts() -> Iterator[DatasetText]:
    found = PublicText.objects.published().defer("body", "caption", "credit", "names", "claims", "key")
    for row in _in_pieces(found.select_related("article"), "article__public_id", "number"):
        yield DatasetText(
            report=row.article.public_id,
            number=row.number,
            address=absolute("articles:revision", row.article.public_id, str(row.number)),
            headline=row.headline,
            here_since=row.published_at,
            removed=row.removed_at,
            is_current=row.is_current,
            digest=row.digest,
        )


def _articles() -> Iterator[DatasetArticle]:
    for row in _in_pieces(Article.objects.published(), "public_id", fetch=whole.articles):
        yield DatasetArticle(**article_row(row).model_dump(), byline=row.byline or None)


def _claims() -> Iterator[DatasetClaim]:
    found = ClaimVersion.objects.published().filter(claim__is_public=True)
    for row in _in_pieces(found, "claim__public_id", "number", fetch=whole.claims):
        told = claim_row(row).model_dump()
        if row.removed_at is not None:
            told |= {name: _emptied(name, told[name]) for name in told if name not in _KEPT}
        yield DatasetClaim(**told, is_current=row.is_current, removed=row.removed_at)


def _emptied(name: str, value: Any) -> Any:
    return _EMPTY.get(name, [] if isinstance(value, list) else None)


def _figures() -> Iterator[DatasetFigure]:
    found = Figure.objects.published().filter(version__claim__is_public=True)
    found = found.select_related("version__claim__article", "province", "place")
    for row in _in_pieces(found, "version__claim__public_id", "version__number", "start", "end"):
        version = row.version
        yield DatasetFigure(
            **figure_row(row, version).model_dump(),
            report=version.claim.article.public_id,
            is_current=version.is_current,
        )


def _contradictions() -> Iterator[DatasetContradiction]:
    found = []
    for row in every_contradiction():
        one, other = sorted((row.contradiction.one.public_id, row.contradiction.other.public_id))
        now = row.stated[-1]
        found.append(
            DatasetContradiction(
                id=f"{one}-{other}",
                one=one,
                other=other,
                state=Settlement(now.state).label,
                reason=SettlementGround(now.ground).label,
                stated_at=now.at,
                stated=[stated_in_words(each) for each in row.stated],
            )
        )
    yield from sorted(found, key=lambda row: row.id)


def _outcomes() -> Iterator[DatasetOutcome]:
    said = claims_then(Filter()).values("claim")
    found = with_standing(Outcome.objects.published().filter(claim__in=said)).select_related("claim")
    for row in _in_pieces(found, "claim__public_id", "number"):
        yield DatasetOutcome(
            claim=row.claim.public_id,
            number=row.number,
            became=row.became,
            because=OutcomeGround(row.ground).label,
            at=row.at,
            shown_by=sorted(each.claim.public_id for each in row.standing_evidence),
        )


def _acts() -> Iterator[ActRow]:
    for act in _in_pieces(Act.objects.published(), "number"):
        yield act_row(act, act.subjects, len(act.subjects))


def _by_slug(rows: Callable[[], Iterable[Any]]) -> Callable[[], Iterable[Any]]:
    return lambda: sorted(rows(), key=lambda row: row.slug)


def _in_pieces(found: Any, *order: str, fetch: Callable[[Any], list[Any]] = list) -> Iterator[Any]:
    """Every row in the order of some columns, `PIECE` at a time, each piece from where the last one ended.

    `fetch`: how the rows of a query are read.
    """
    after: tuple[Any, ...] = ()
    while True:
        rows = fetch((found.filter(_beyond(order, after)) if after else found).order_by(*order)[:PIECE])
        yield from rows
        if len(rows) < PIECE:
            return
        after = tuple(_value(rows[-1], name) for name in order)


def _beyond(order: Sequence[str], after: Sequence[Any]) -> Q:
    beyond = Q()
    for place, name in enumerate(order):
        same = dict(zip(order[:place], after[:place], strict=True))
        beyond |= Q(**same, **{f"{name}__gt": after[place]})
    return beyond


def _value(row: Any, name: str) -> Any:
    for part in name.split("__"):
        row = getattr(row, part)
    return row


@contextmanager
def _one_moment() -> Iterator[None]:
    """One state of the record from the first row to the last; a caller inside a transaction has chosen one already."""
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
