"""What is told of figures to programs: one row an observation, copies named within it; and how much there is of each item."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

from articles.exports.rows import Row, means
from articles.feeds.entries import absolute
from articles.figures.items import items
from articles.figures.observations import Observation, Sighting
from articles.models import ClaimVersion, Figure
from articles.pages.cards import claim_card
from articles.pages.figures import anchor, item_name, printed_words
from articles.queries.series import figures_on, places_called, provinces_called, versions_of
from articles.series import Series, Tally, tallies

# As many observations are fetched at once.
PIECE = 500
Number = int | float


class FigureRow(Row):
    """One figure of a claim as printed, and the same for one of what it is for. Nothing is converted."""

    claim: str = means("public id of the claim")
    version: int = means("number of the claim's version")
    address: str = means("permanent address of that version")
    start: int = means("first Unicode code point of its words among the claim's, from 0")
    end: int = means("the code point after its words")
    item: str = means("slug of what has the price, rate or quantity")
    item_name: str = means("the same in English")
    kind: str = means("price, rate or quantity")
    low: Number | None = means("as printed; the same as high for a single value; empty for an end left open")
    high: Number | None = means("as printed")
    counted_in: str = means("KPW, CNY, USD, RUB; for quantities g, kg, t, ml, l, barrel or sack")
    per: Number = means("for how many of what the price or rate is, as printed")
    of: str | None = means("of what: a unit, for rates a currency; empty where the report does not say")
    low_for_one: Number | None = means("low divided by per")
    high_for_one: Number | None = means("high divided by per")
    province: str | None = means("slug of the province where that was; never where a source is")
    place: str | None = means("slug of the market place")


class ObservationRow(FigureRow):
    """One observation: what a report says once, with all its copies and translations."""

    words: str | None = means("as printed; empty where they would name a source")
    language: str = means("of the words")
    date_words: str | None = means("when it was, as printed")
    earliest: date | None = means("first day that allows; where the report does not say, of the report's own date")
    latest: date | None = means("last day")
    is_dated: bool = means("whether the report says when it was")
    outlet: str = means("that carried it")
    report: str = means("public id of the report")
    report_published_earliest: date | None = means("first day that the outlet's date allows")
    report_published_latest: date | None = means("last day that the outlet's date allows")
    speakers: list[str] = means("the chain, outlet first; an unnamed source is called that and no more")
    told_again_in: list[str] = means("public ids of claims that say it again: of copies, or twice in one report")
    changed: datetime = means("when this version of the claim was published")


class SeriesRow(Row):
    """How much there is of one item, everywhere or in one place."""

    item: str = means("slug of the item")
    item_name: str = means("its name in English")
    item_name_ko: str = means("its name in Korean")
    where: str | None = means("slug of a province or place; empty for everywhere")
    where_name: str | None = means("its name")
    province: str | None = means("slug of the province it is or lies in")
    figures: int = means("observations: what a copy or translation says again is not another one")
    reports: int = means("the reports they are from; copies and translations count once")
    earliest: date | None = means("the first day of any")
    latest: date | None = means("the last day of any")
    address: str = means("of its page")


def claim_figures(version: ClaimVersion) -> list[FigureRow]:
    """The figures of one version; one query where they were not fetched with it."""
    return [figure_row(each, version) for each in figures_on(version)]


def figure_row(figure: Figure, version: ClaimVersion) -> FigureRow:
    """A figure whose place and province were fetched with it."""
    province, place = figure.province, figure.place
    return FigureRow(
        claim=version.claim.public_id,
        version=version.number,
        address=absolute("articles:claim_version", version.claim.public_id, str(version.number)),
        start=figure.start,
        end=figure.end,
        item=figure.item,
        item_name=_named(figure.item),
        kind=figure.kind,
        low=_number(figure.low),
        high=_number(figure.high),
        counted_in=figure.measure,
        per=_number(figure.per) or 1,
        of=figure.of or None,
        low_for_one=_number(figure.low, figure.per),
        high_for_one=_number(figure.high, figure.per),
        province=province.slug if province else None,
        place=place.slug if place else None,
    )


def observation_rows(series: Series, found: Sequence[Observation]) -> list[ObservationRow]:
    """Of some observations of a series; a fixed number of queries."""
    versions = versions_of((each for row in found for each in (row.first, *row.again)), series.filter)
    provinces = {pk: each.slug for pk, each in provinces_called().items()}
    places = {pk: each.slug for pk, each in places_called({each.place for each in found if each.place}).items()}
    return [
        _row(each, versions[each.first.version], provinces.get(each.province or 0), places.get(each.place or 0))
        for each in found
    ]


def _row(found: Observation, version: ClaimVersion, province: str | None, place: str | None) -> ObservationRow:
    first, card, report = found.first, claim_card(version), version.claim.article
    start, end = first.span
    return ObservationRow(
        claim=first.claim,
        version=version.number,
        address=absolute("articles:claim_version", first.claim, str(version.number)),
        start=start,
        end=end,
        item=first.item,
        item_name=_named(first.item),
        kind=first.kind,
        low=_number(first.low),
        high=_number(first.high),
        counted_in=first.measure,
        per=_number(first.per) or 1,
        of=first.of,
        low_for_one=_number(first.low, first.per),
        high_for_one=_number(first.high, first.per),
        province=province,
        place=place,
        words=printed_words(version, first) or None,
        language=report.language,
        date_words=(version.event_words or None) if first.is_dated else None,
        earliest=first.earliest,
        latest=first.latest,
        is_dated=first.is_dated,
        outlet=card.outlet.label,
        report=card.article_id,
        report_published_earliest=report.published_earliest,
        report_published_latest=report.published_latest,
        speakers=[speaker.label for speaker in card.speakers],
        told_again_in=_told_again(found.again),
        changed=first.changed,
    )


def _told_again(again: Sequence[Sighting]) -> list[str]:
    return list(dict.fromkeys(each.claim for each in again))


def series_rows(series: Series) -> list[SeriesRow]:
    """How much there is of each item, everywhere and place by place."""
    order = list(items())
    return [_series_row(each) for each in sorted(tallies(series), key=lambda each: order.index(each.item))]


def _series_row(tally: Tally) -> SeriesRow:
    item, where = items()[tally.item], tally.where
    address = ("articles:series_at", item.slug, where.slug) if where else ("articles:series_of", item.slug)
    return SeriesRow(
        item=item.slug,
        item_name=item_name(item),
        item_name_ko=item.korean[0],
        where=where.slug if where else None,
        where_name=where.name if where else None,
        province=tally.province.slug if tally.province else None,
        figures=tally.figures,
        reports=tally.reports,
        earliest=tally.first,
        latest=tally.last,
        address=absolute(*address),
    )


def pieces(series: Series) -> Iterator[list[ObservationRow]]:
    """Every observation of a series, the latest first."""
    after = ""
    while True:
        found, after = series.page(after, PIECE)
        yield observation_rows(series, found)
        if not after:
            return


def figure_address(claim: str, start: int, end: int) -> str:
    """Where a figure stands on the page of its claim."""
    return f"{absolute('articles:claim', claim)}#{anchor(start, end)}"


def _named(slug: str) -> str:
    item = items().get(slug)
    return item_name(item) if item else slug


def _number(value: Decimal | None, per: Decimal = Decimal(1)) -> Number | None:
    """A number as programs have it: whole where it is whole."""
    if value is None:
        return None
    value = value / per
    return int(value) if value == value.to_integral_value() else round(float(value), 6)
