"""The feed of figures: what was published last comes first, one entry an observation, copies within it."""

from django.conf import settings

from articles.exports.series import ObservationRow, figure_address, observation_rows
from articles.feeds.entries import Entry, Feed, midnight
from articles.figures.observations import Observation
from articles.pages.figures import days_words, item_name, said_of
from articles.queries.recent import NEWEST
from articles.series import Series

ABOUT = (
    "Prices, rates and quantities as reports print them; what a copy or translation says again is no entry of its own."
    " Reports that were more than 60 days old when they came in are not here."
)


def series_feed(series: Series, after: str = "") -> Feed:
    """Of one series, or of all. Raises BadParameter."""
    found, cursor = series.changed_page(after, NEWEST)
    rows = observation_rows(series, found)
    name, parts = series.address
    what = item_name(series.item) if series.item else "Prices and quantities"
    where = f": {series.where.name}" if series.where else ""
    return Feed(
        name=name,
        parts=parts,
        title=f"{what}{where} · {settings.SITE_NAME}",
        about=ABOUT,
        query=series.query(),
        after=after,
        next=series.query(("after", cursor)) if cursor else "",
        entries=tuple(_entry(each, row) for each, row in zip(found, rows, strict=True)),
    )


def _entry(found: Observation, row: ObservationRow) -> Entry:
    said, days = said_of(found.first), days_words(found.first)
    printed = f"“{row.words}”, {' ← '.join(row.speakers)}" if row.words else " ← ".join(row.speakers)
    again = f"; told again in {', '.join(row.told_again_in)}" if row.told_again_in else ""
    return Entry(
        address=figure_address(row.claim, row.start, row.end),
        title=", ".join(part for part in (f"{row.item_name}: {said}", row.place or row.province or "", days) if part),
        text=f"{printed}; {row.outlet}{again}",
        author=row.outlet,
        language=row.language,
        published=midnight(row.report_published_earliest or row.report_published_latest),
        updated=row.changed,
        categories=tuple(part for part in (row.item_name, row.place or row.province or "") if part),
        more={"_figure": row.model_dump(mode="json", exclude={"speakers", "changed"})},
    )
