"""What is told to programs of provinces, topics, institutions and outlets."""

from collections.abc import Callable, Mapping, Sequence

from articles.exports.rows import Row, means
from articles.facets import Filter
from articles.feeds.entries import absolute
from articles.models import Topic as TopicRow
from articles.pages.institutions import institutions_page
from articles.pages.outlets import outlets_page
from articles.pages.provinces import provinces_page
from articles.queries.browse import NOW
from articles.queries.names import load_names
from articles.queries.times import check_time
from articles.search import tallies
from sources.models import Reliability


class Province(Row):
    """A province, or the border region beside them."""

    slug: str = means("in addresses and parameters")
    iso: str | None = means("ISO 3166-2 code; the border region has none")
    kind: str = means("province, city or region")
    name: str = means("in English")
    name_ko: str = means("in Korean, as the North writes it")
    name_ko_rok: str = means("in Korean, as the South writes it")
    address: str = means("of its page")
    reports: int = means("reports about it; copies count once")
    claims: int = means("claims about it; those that repeat one another count once, as everywhere in an index")


class Topic(Row):
    """A topic."""

    slug: str = means("in addresses and parameters")
    name: str = means("in English")
    label_ko: str | None = means("in Korean")
    broader: str | None = means("slug of the topic it is part of")
    address: str = means("of its page")
    reports: int = means("reports on it or on a narrower topic; copies count once")


class Institution(Row):
    """A body that reports name."""

    slug: str = means("in addresses and parameters")
    name: str = means("in English")
    name_ko: str | None = means("in Korean")
    kind: str = means("party, state, company, military or other")
    level: str = means("national, provincial or local")
    province: str | None = means("slug of its province")
    address: str = means("of its page")
    said: int = means("claims that relay its words; repetitions count once")
    did: int = means("claims in which it acts; repetitions count once")
    told: int = means("claims in which it is spoken to; repetitions count once")


class Outlet(Row):
    """An outlet with public reports."""

    slug: str = means("in addresses and parameters")
    name: str = means("its name")
    name_ko: str | None = means("its name in Korean")
    home_page: str | None = means("address of its own site")
    languages: list[str] = means("of its reports")
    shows: str = means("what it lets us show: full (texts) or claims")
    reliability: str | None = means("of its record, in words; not told of what was published by a day")
    reliability_code: str | None = means("A to F")
    reliability_reason: str | None = means("our reason for that")
    is_sample: bool = means("invented, for a demonstration")
    address: str = means("of its page")
    reports: int = means("reports it carried")
    once: int = means("the same when copies and translations among them count once")
    claims: int = means("claims in them; repetitions count once")


def all_provinces(time: Filter = NOW) -> list[Province]:
    """All provinces, by name."""
    return [
        Province(
            slug=row.province.slug,
            iso=row.province.iso,
            kind=row.province.kind,
            name=row.province.name_en,
            name_ko=row.province.name_ko,
            name_ko_rok=row.province.name_ko_rok,
            address=absolute("articles:province", row.province.slug),
            reports=row.reports,
            claims=row.claims,
        )
        for row in provinces_page(time)
    ]


def all_topics(time: Filter = NOW) -> list[Topic]:
    """All topics, by name."""
    check_time(time)
    reports = tallies.by_value("articles", "topic", load_names(), time)
    rows = list(TopicRow.objects.published().order_by("name"))
    slugs = {row.pk: row.slug for row in rows}
    return [
        Topic(
            slug=row.slug,
            name=row.name,
            label_ko=row.label_ko or None,
            broader=slugs.get(row.broader_id) if row.broader_id else None,
            address=absolute("articles:topic", row.slug),
            reports=reports.get(row.slug, 0),
        )
        for row in rows
    ]


def all_institutions(time: Filter = NOW) -> list[Institution]:
    """All bodies that have a page, by kind and name."""
    rows = [row for group in institutions_page(time) for row in group.rows]
    return [
        Institution(
            slug=row.institution.slug,
            name=row.institution.name_en,
            name_ko=row.institution.name_ko or None,
            kind=row.institution.kind,
            level=row.institution.level,
            province=row.institution.province.slug if row.institution.province else None,
            address=absolute("articles:institution", row.institution.slug),
            said=row.said,
            did=row.did,
            told=row.told,
        )
        for row in rows
    ]


def all_outlets(time: Filter = NOW) -> list[Outlet]:
    """All outlets with a public report, by name; of what they had published by a day, without a later judgement."""
    return [
        Outlet(
            slug=row.outlet.slug,
            name=row.outlet.name,
            name_ko=row.outlet.name_ko or None,
            home_page=row.outlet.home_page or None,
            languages=row.outlet.languages,
            shows=row.outlet.show,
            reliability=None if time.published_until else Reliability(row.outlet.reliability).label,
            reliability_code=None if time.published_until else row.outlet.reliability,
            reliability_reason=None if time.published_until else row.outlet.reliability_reason or None,
            is_sample=row.outlet.is_sample,
            address=absolute("articles:outlet", row.outlet.slug),
            reports=row.reports,
            once=row.once,
            claims=row.claims,
        )
        for row in outlets_page(time)
    ]


# The name of an index → its rows at a time, and what each row is.
INDEXES: Mapping[str, tuple[Callable[[Filter], Sequence[Row]], type[Row]]] = {
    "provinces": (all_provinces, Province),
    "topics": (all_topics, Topic),
    "institutions": (all_institutions, Institution),
    "outlets": (all_outlets, Outlet),
}
