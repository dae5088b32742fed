"""Feeds of indexes: each province, topic, body or outlet that has reports, the one where something changed last first."""

from django.conf import settings

from articles.exports.names import INDEXES, Institution, Outlet, Province, Topic
from articles.facets import Filter
from articles.feeds.entries import Entry, Feed
from articles.queries.names import load_names
from articles.queries.times import check_time
from articles.search import tallies

TITLES = {"provinces": "Provinces", "topics": "Topics", "institutions": "Bodies named in reports", "outlets": "Outlets"}
ABOUT = "How much there is of each, which comes to the top whenever a report or claim of it is new or changed."
Named = Province | Topic | Institution | Outlet


def names_feed(of: str, time: Filter) -> Feed:
    """/topics.atom and the like: one page, whole. Raises BadParameter."""
    check_time(time)
    changes = tallies.last_changes(of, load_names(), time)
    entries = [
        Entry(
            address=row.address,
            title=row.name,
            text=_amount(row),
            author=settings.SITE_NAME,
            language="en",
            published=None,
            updated=changes[row.slug],
        )
        for row in INDEXES[of][0](time)
        if isinstance(row, Named) and row.slug in changes
    ]
    return Feed(
        name=of,
        title=f"{TITLES[of]} · {settings.SITE_NAME}",
        about=ABOUT,
        query=time.query(),
        after="",
        next="",
        entries=tuple(sorted(entries, key=lambda entry: (entry.updated, entry.address), reverse=True)),
    )


def _amount(row: Named) -> str:
    if isinstance(row, Institution):
        return f"{_counted(row.said, 'claim')} in its name, {row.did} of what it did, {row.told} of what it was told"
    reports = _counted(row.reports, "report")
    return reports if isinstance(row, Topic) else f"{reports}, {_counted(row.claims, 'claim')}"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
