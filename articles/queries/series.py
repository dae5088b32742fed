"""The figures of claims that are out, as a list of some time had them: what of them is compared, and what is shown."""

# The stubs cannot follow querysets that carry annotations and prefetched lists through our own classes.
# mypy: disable-error-code="attr-defined,misc"

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import BooleanField, Case, CharField, F, Q, Value, When
from django.db.models.functions import Cast, Coalesce, Greatest

from articles.facets import Filter
from articles.figures.observations import Sighting
from articles.figures.values import Kind, measure_called
from articles.models import Article, ClaimState, ClaimVersion, Figure
from articles.models.claim import Standing
from articles.queries import whole
from articles.queries.among import RowsAmong, pieces
from articles.queries.browse import NOW, claims_matching
from articles.queries.names import Names
from articles.queries.origins import origin_key
from articles.queries.recent import is_news, was_news
from articles.queries.times import claims_then, retracted_then
from provinces.models import Place, Province

_REPORT = "version__claim__article__"
_COLUMNS = (
    "pk", "item", "kind", "low", "high", "measure", "per", "of", "province", "place", "start", "end", "version",
    "version__start", "version__event_earliest", "version__event_latest", "version__published_at",
    "version__claim__public_id",
    *(f"{_REPORT}{name}" for name in ("pk", "origin_id", "origin_url", "published_earliest", "published_latest",
                                      "first_published_at")),
    "origin", "stands",
)  # fmt: skip


class Brief(NamedTuple):
    """As much of a figure, or of an observation, as is needed to count it and to put it in order.

    `family`: what it may be the same observation as, with `origin`. `first`, `latest`: days, None where nothing tells.
    `copies`: how often it is said again.
    """

    row: int
    origin: str
    item: str
    kind: str
    measure: str
    of: str
    province: int | None
    place: int | None
    first: date | None
    latest: date | None
    claim: str
    start: int
    end: int
    is_for_one: bool
    stands: bool
    is_news: bool
    changed: datetime
    copies: int

    @property
    def family(self) -> tuple[str, ...]:
        """Only figures of one family are compared with each other."""
        return self[1:6]

    @property
    def order(self) -> tuple[str, str, int, int]:
        """As `Observation` has it."""
        return self.latest.isoformat() if self.latest else "", self.claim, self.start, self.end


@dataclass(frozen=True)
class Where:
    """A province, or a place in one or abroad."""

    pk: int
    slug: str
    name: str
    name_ko: str
    is_province: bool
    name_ko_rok: str = ""

    def holds(self, told: Brief) -> bool:
        """Whether it was there: in a province, also in any of its places."""
        return (told.province if self.is_province else told.place) == self.pk


def where_called(slug: str) -> Where | None:
    """The public province or place of this address."""
    province = Province.objects.published().filter(slug=slug).first()
    if province is not None:
        return Where(province.pk, slug, province.name_en, province.name_ko, True, province.name_ko_rok)
    place = Place.objects.published().filter(slug=slug).first()
    return Where(place.pk, slug, place.name, place.name_ko, False) if place else None


def places_called(pks: Collection[int]) -> dict[int, Where]:
    """Public places by row number; one query."""
    rows = Place.objects.published().filter(pk__in=pks)
    return {row.pk: Where(row.pk, row.slug, row.name, row.name_ko, False) for row in rows}


def provinces_called() -> dict[int, Where]:
    """All public provinces by row number; one query."""
    rows = Province.objects.published()
    return {row.pk: Where(row.pk, row.slug, row.name_en, row.name_ko, True, row.name_ko_rok) for row in rows}


class Told(NamedTuple):
    """Figures that stand, of one item, counted alike and of one place. In line with `rows`: `origins`, and `firsts` and
    `lasts`, days as ISO 8601 has them, "" where nothing tells.
    """

    item: str
    kind: str
    measure: str
    of: str
    province: int | None
    place: int | None
    rows: list[str]
    origins: list[str]
    firsts: list[str]
    lasts: list[str]

    @property
    def family(self) -> tuple[str, ...]:
        """As `Brief` has it, but for the origin."""
        return self[:4]


# As many figures are asked one by one when they came out, and told so many at first.
_FEW, _AT_ONCE = 4_000, 200
# Versions that are gone through at once, and how often, before every figure there is is asked.
_WALKED = 2_000
_MOST_PIECES = 10

# Between what Postgres puts into one text; no address has it.
_BETWEEN = "\x1f"


def briefs(filter: Filter, names: Names, pks: Sequence[int]) -> list[Brief]:
    """Those of these figures whose claims pass, in no order.

    Asked for in pieces, one query each: of all at once every version there is would be read.
    """
    claim = F("version__start")
    found = _passing(filter, names).annotate(
        **_days_told(),
        begins=claim + F("start"),
        ends=claim + F("end"),
        is_for_one=Case(When(per=1, then=True), default=Value(False), output_field=BooleanField()),
        is_news=Case(When(was_news(_REPORT), then=True), default=Value(False), output_field=BooleanField()),
        copies=Value(0),
    )
    columns = (
        "pk", "origin", "item", "kind", "measure", "of", "province", "place", "first", "last", "version__claim__public_id",
        "begins", "ends", "is_for_one", "stands", "is_news", "version__published_at", "copies",
    )  # fmt: skip
    asked = RowsAmong(lambda some: found.filter(pk__among=some).values_list(*columns))
    return [Brief._make(row) for piece in pieces(pks) for row in asked.rows(piece)]


def published_last(filter: Filter, item: str, until: datetime | None = None) -> Iterator[dict[int, datetime]]:
    """Figures of the versions of the time, of one item or ("") of all, with when these came out: the last first, piece by piece,
    and what came out in one moment in one. `until`: without those that came out later.

    Where there are many, versions are gone through, the newest first, and asked for their figures: two queries for each 2,000.
    Where that finds too few, where there are few at all, and where what outlets published last may have come here first, each
    figure is asked when it came out.
    """
    if not filter.published_until and _figures(item).order_by()[_FEW:].exists():
        place: tuple[datetime, int] | None = None
        waiting: dict[int, datetime] = {}
        for _ in range(_MOST_PIECES):
            newest = _newest_versions(filter, until, place)
            waiting |= newest
            if len(newest) < _WALKED:
                yield _figures_in(waiting, item)
                return
            pk, until = next(reversed(newest.items()))
            place = until, pk
            # More of the last moment may follow.
            yield _figures_in({pk: at for pk, at in waiting.items() if at > until}, item)
            waiting = {pk: at for pk, at in waiting.items() if at == until}
    versions = dict(_figures(item).order_by().values_list("pk", "version"))
    asked = RowsAmong(
        lambda some: claims_then(filter).filter(pk__among=some).order_by().values_list("pk", "published_at")
    )
    came_out = {pk: at for piece in pieces(sorted({*versions.values()})) for pk, at in asked.rows(piece)}
    found = {pk: came_out[version] for pk, version in versions.items() if version in came_out}
    rows = sorted(((at, pk) for pk, at in found.items() if until is None or at <= until), reverse=True)
    size = _AT_ONCE
    while rows:
        end = next((end for end in range(size, len(rows)) if rows[end][0] != rows[end - 1][0]), len(rows))
        yield {pk: at for at, pk in rows[:end]}
        # Where those were of no use, more are needed.
        rows, size = rows[end:], 2 * size


def _newest_versions(filter: Filter, until: datetime | None, place: tuple[datetime, int] | None) -> dict[int, datetime]:
    """The next versions of the time after a place in their order, that which came out last first, with when that was."""
    found: Any = claims_then(filter)
    if until is not None:
        found = found.filter(published_at__lte=until)
    if place is not None:
        found = found.filter(Q(published_at__lt=place[0]) | Q(pk__lt=place[1]))
    return dict(found.order_by("-published_at", "-pk").values_list("pk", "published_at")[:_WALKED])


def _figures_in(versions: Mapping[int, datetime], item: str) -> dict[int, datetime]:
    rows = _figures(item).filter(version__among=list(versions)).order_by().values_list("pk", "version")
    return {pk: versions[version] for pk, version in rows}


def of_origins(origins: Collection[str], item: str) -> list[int]:
    """The figures in every report of these origins, as `origin_key` has them; three queries."""
    firsts = sorted(int(key) for key in origins if key.isdecimal())
    outside = sorted(key for key in origins if not key.isdecimal())
    public = Article.objects.published().order_by()
    reports = [
        *public.filter(Q(pk__among=firsts) | Q(origin__among=firsts)).values_list("pk", flat=True),
        *public.exclude(origin_url="").filter(origin_url__among=outside).values_list("pk", flat=True),
    ]
    told = _figures(item).filter(version__claim__article__among=reports)
    return list(told.order_by("pk").values_list("pk", flat=True))


def told_together(filter: Filter, names: Names) -> list[Told]:
    """Every figure that stands, of all items, put together by Postgres, piece by piece: of each a few bytes come here."""
    found = _passing(filter, names).annotate(**_days_told()).filter(stands=True)
    together: dict[str, Any] = {
        "rows": Cast("pk", CharField()),
        "origins": F("origin"),
        "firsts": Coalesce(Cast("first", CharField()), Value("")),
        "lasts": Coalesce(Cast("last", CharField()), Value("")),
    }
    texts = {name: StringAgg(each, _BETWEEN) for name, each in together.items()}
    by = ("item", "kind", "measure", "of", "province", "place")
    asked = RowsAmong(lambda some: found.filter(pk__among=some).values(*by).annotate(**texts).values_list(*by, *texts))
    rows = (row for piece in pieces(figures_of("")) for row in asked.rows(piece))
    return [Told(*row[:6], *(text.split(_BETWEEN) for text in row[6:])) for row in rows]


def figures_of(item: str) -> list[int]:
    """Every figure of one item, or ("") of all; one query."""
    return list(_figures(item).order_by("pk").values_list("pk", flat=True))


def _figures(item: str) -> Any:
    figures = Figure.objects.published()
    return figures.filter(item=item) if item else figures


def _days_told() -> dict[str, Any]:
    """The first and the last day, as `_days` tells them."""
    earliest, latest = (F(f"{_REPORT}published_{name}") for name in ("earliest", "latest"))
    began, ended = F("version__event_earliest"), F("version__event_latest")
    undated = Q(version__event_earliest=None, version__event_latest=None)
    return {
        "first": Case(When(undated, then=Coalesce(earliest, latest)), default=Coalesce(began, ended)),
        "last": Case(When(undated, then=Coalesce(latest, earliest)), default=Coalesce(ended, Greatest(began, latest))),
    }


def sightings(filter: Filter, names: Names, pks: Sequence[int]) -> list[Sighting]:
    """These figures whole, those of the claims that pass; a query for each 2,000, and one for none."""
    found = _passing(filter, names)
    return [
        _sighting(dict(zip(_COLUMNS, row, strict=True)))
        for piece in (*pieces(pks),) or ([],)
        for row in found.filter(pk__among=list(piece)).values_list(*_COLUMNS)
    ]


def _passing(filter: Filter, names: Names) -> Any:
    passing: Any = Figure.objects.published().filter(version__in=claims_matching(filter, names).order_by().values("pk"))
    return passing.order_by().annotate(
        origin=origin_key(_REPORT),
        stands=Case(When(stands(filter), then=True), default=Value(False), output_field=BooleanField()),
    )


def how_many() -> int:
    """How many figures the claims have as they are now, copies among them; asked for in pieces, as `sightings` are."""
    figures = Counter(Figure.objects.published().order_by().values_list("version", flat=True))
    versions = ClaimVersion.objects.published().filter(is_current=True, removed_at=None).order_by()
    pks = sorted(figures)
    return sum(
        figures[pk] for piece in pieces(pks) for pk in versions.filter(pk__among=piece).values_list("pk", flat=True)
    )


def stands(filter: Filter) -> Q:
    """What a figure may count by: its words are in the report's text, and the report was not retracted by the time."""
    stands = Q(version__standing__in=[Standing.STANDS, Standing.MOVED])
    if filter.published_until:
        return stands
    stands &= ~retracted_then(filter, _REPORT)
    return stands if filter.as_of else stands & Q(version__claim__state=ClaimState.PUBLISHED)


def _sighting(row: dict[str, Any]) -> Sighting:
    latest, first_here = row[f"{_REPORT}published_latest"], row[f"{_REPORT}first_published_at"]
    earliest, latest_day, is_dated = _days(row)
    return Sighting(
        row=row["pk"],
        claim=row["version__claim__public_id"],
        version=row["version"],
        report=row[f"{_REPORT}pk"],
        origin=row["origin"],
        is_first=row[f"{_REPORT}origin_id"] is None and not row[f"{_REPORT}origin_url"],
        item=row["item"],
        kind=Kind(row["kind"]),
        low=row["low"],
        high=row["high"],
        measure=measure_called(row["measure"]),
        per=row["per"],
        of=measure_called(row["of"]) if row["of"] else None,
        province=row["province"],
        place=row["place"],
        claim_start=row["version__start"],
        start=row["version__start"] + row["start"],
        end=row["version__start"] + row["end"],
        earliest=earliest,
        latest=latest_day,
        is_dated=is_dated,
        stands=row["stands"],
        is_news=is_news(latest, first_here) if latest and first_here else False,
        changed=row["version__published_at"],
    )


def _days(row: dict[str, Any]) -> tuple[date | None, date | None, bool]:
    """The days of the event; where the report does not say, its own. What goes on ends with the report."""
    earliest, latest = row["version__event_earliest"], row["version__event_latest"]
    printed = row[f"{_REPORT}published_earliest"], row[f"{_REPORT}published_latest"]
    if earliest is None and latest is None:
        return printed[0] or printed[1], printed[1] or printed[0], False
    if latest is None:
        latest = max(earliest, printed[1]) if printed[1] else earliest
    return earliest, latest, True


def versions_of(sightings: Iterable[Sighting], filter: Filter = NOW) -> dict[int, ClaimVersion]:
    """The versions that these figures are in, as lists have them, by row number; a fixed number of queries."""
    wanted = {each.version for each in sightings}
    return {row.pk: row for row in whole.claims(ClaimVersion.objects.published().filter(pk__in=wanted), filter)}


def figures_on(version: ClaimVersion) -> list[Figure]:
    """The figures of one version, in the order of its words; one query where they were not fetched as `public_figures`."""
    fetched: list[Figure] | None = getattr(version, "public_figures", None)
    if fetched is not None:
        return fetched
    found = Figure.objects.published().filter(version=version).select_related("province", "place")
    return list(found.order_by("start", "end"))
