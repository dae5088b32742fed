"""What is told of a figure: beside its claim, in the rows of a series, and in a word or two on a chart."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from articles.addresses import path_to
from articles.facets import day_label, month_days, month_label
from articles.figures.items import Item, items
from articles.figures.observations import Observation, Sighting
from articles.figures.values import Measure, measure_called
from articles.figures.wording import figure_words
from articles.models import ClaimVersion, OriginKind
from articles.pages.cards import ClaimCard, claim_card, descriptors
from articles.pages.claim import DateLine
from articles.queries.series import Where, figures_on
from articles.unnamed import without_descriptors
from provinces.tongue import either, name_of, say


@dataclass(frozen=True)
class There:
    """Where a figure is of: the name and, for its series, the slug."""

    slug: str
    name: str


@dataclass(frozen=True)
class FigureNote:
    """A figure on its claim's page. `anchor`: its name there; `each`: the same for one, where it is for several."""

    anchor: str
    words: str
    item: str
    item_name: str
    said: str
    each: str
    where: There | None


def figure_notes(version: ClaimVersion) -> tuple[FigureNote, ...]:
    """Of a version whose words were not removed; one query."""
    found = []
    for row in figures_on(version):
        item = items().get(row.item)
        there = row.place or row.province
        measure, of = measure_called(row.measure), measure_called(row.of) if row.of else None
        found.append(
            FigureNote(
                anchor=anchor(row.start, row.end),
                words=version.exact[row.start : row.end],
                item=row.item,
                item_name=item_name(item) if item else row.item,
                said=figure_words(row.low, row.high, measure, row.per, of),
                each=for_one(row.low, row.high, measure, row.per, of),
                where=There(there.slug, name_of(there)) if there else None,
            )
        )
    return tuple(found)


def anchor(start: int, end: int) -> str:
    """What a figure is called on the page of its claim, by its place among the claim's words."""
    return f"f{start}-{end}"


def figure_address(claim: ClaimCard, sighting: Sighting) -> str:
    """Where the figure stands on the page of its claim; on a list of another time, of that version."""
    name, more = ("claim_version", [claim.version]) if claim.version else ("claim", [])
    return f"{path_to(f'articles:{name}', claim.public_id, *more)}#{anchor(*sighting.span)}"


def item_name(item: Item) -> str:
    """An item, as headings have it."""
    return capitalised(either(item.english[0], item.korean[0]))


def capitalised(name: str) -> str:
    """With a capital at the beginning, and the rest as it is."""
    return name[0].upper() + name[1:]


def said_of(sighting: Sighting) -> str:
    """A figure in words."""
    return figure_words(sighting.low, sighting.high, sighting.measure, sighting.per, sighting.of)


def for_one(low: Decimal | None, high: Decimal | None, measure: Measure, per: Decimal, of: Measure | None) -> str:
    """The same for one of what it is for; "" where it is that already."""
    if per == 1 or of is None:
        return ""
    least, most = (None if end is None else end / per for end in (low, high))
    return figure_words(least, most, measure, Decimal(1), of)


def days_words(sighting: Sighting) -> str:
    """When it was, as closely as is known; else when it was reported."""
    words = _days(sighting.earliest, sighting.latest)
    return words if sighting.is_dated or not words else say("reported {days}", days=words)


def _days(earliest: date | None, latest: date | None) -> str:
    if latest is None:
        return ""
    if earliest is None:
        return say("by {day}", day=day_label(latest))
    if earliest == latest:
        return day_label(latest)
    month = f"{latest:%Y-%m}"
    if (earliest, latest) == month_days(month):
        return month_label(month)
    if (earliest.day, earliest.month) == (1, 1) and (latest + timedelta(1)) == date(earliest.year + 1, 1, 1):
        return say("{year}", year=latest.year)
    return say("{first} to {last}", first=day_label(earliest), last=day_label(latest))


@dataclass(frozen=True)
class AgainLine:
    """Another claim that says the same. `kind`: what its report is to the first, "" within one report; `said`: its number,
    where that is another one.
    """

    claim: ClaimCard
    address: str
    words: str
    language: str
    kind: str
    said: str


@dataclass(frozen=True)
class FigureLine:
    """An observation as a list shows it. `words`: as printed, "" where they would name a source; `when`: None where the
    report does not say, `reported` then says when it came out.
    """

    claim: ClaimCard
    address: str
    words: str
    language: str
    item: Item
    said: str
    each: str
    when: DateLine | None
    days: str
    where: There | None
    again: tuple[AgainLine, ...]


def figure_line(
    told: Observation, versions: dict[int, ClaimVersion], where: There | None, is_of_another_time: bool = False
) -> FigureLine:
    """`versions`: those of all its claims, as lists fetch them."""
    first, version = told.first, versions[told.first.version]
    card = claim_card(version, (), is_of_another_time)
    return FigureLine(
        claim=card,
        address=figure_address(card, first),
        words=printed_words(version, first),
        language=version.claim.article.language,
        item=items()[first.item],
        said=said_of(first),
        each=for_one(first.low, first.high, first.measure, first.per, first.of),
        when=DateLine.of(version.event) if first.is_dated else None,
        days=days_words(first),
        where=where,
        again=tuple(_again(each, first, versions[each.version], is_of_another_time) for each in told.again),
    )


def _again(sighting: Sighting, first: Sighting, version: ClaimVersion, is_of_another_time: bool) -> AgainLine:
    kind = version.claim.article.origin_kind if sighting.report != first.report else ""
    card = claim_card(version, (), is_of_another_time)
    return AgainLine(
        claim=card,
        address=figure_address(card, sighting),
        words=printed_words(version, sighting),
        language=version.claim.article.language,
        kind=say(OriginKind(kind).label) if kind else "",
        said="" if sighting.each == first.each else said_of(sighting),
    )


def printed_words(version: ClaimVersion, sighting: Sighting) -> str:
    """The words of a figure for lists; "" where part of what the report calls its source stands among them."""
    start, end = sighting.span
    words = version.exact[start:end]
    shown = without_descriptors(version.exact, descriptors(version), version.claim.article.language)
    return words if words in shown else ""


def there(told: Observation, provinces: dict[int, Where], places: dict[int, Where]) -> There | None:
    """Where it was, as closely as it is known and public."""
    found = places.get(told.place or 0) or provinces.get(told.province or 0)
    return There(found.slug, name_of(found)) if found else None
