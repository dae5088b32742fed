"""Feeds as Atom (RFC 4287), in pages (RFC 5005)."""

import re
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from articles.feeds.entries import Feed

CONTENT_TYPE = "application/atom+xml; charset=utf-8"
# Without an entry the same answer every time, so that it can be told from a changed one.
_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
# What no XML may hold, however it is written: whoever reads the feed would refuse all of it.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Atom(Atom1Feed):
    """Django's, with the time of the newest entry's change as its own, with pages, and with ways to the originals."""

    def latest_post_date(self) -> datetime:
        """When the newest entry changed."""
        return max((item["updateddate"] for item in self.items), default=_BEGINNING)

    def add_root_elements(self, handler: Any) -> None:
        """The feed's own lines."""
        super().add_root_elements(handler)
        for rel in ("first", "next"):
            if self.feed[rel]:
                handler.addQuickElement("link", "", {"rel": rel, "href": self.feed[rel]})

    def add_item_elements(self, handler: Any, item: Any) -> None:
        """An entry's lines."""
        super().add_item_elements(handler, item)
        if item["via"]:
            handler.addQuickElement("link", "", {"rel": "via", "href": item["via"]})


def as_atom(feed: Feed) -> str:
    """The feed's page, in UTF-8."""
    atom = _Atom(
        title=_clean(feed.title),
        link=feed.page,
        description=None,
        subtitle=_clean(feed.about),
        author_name=settings.SITE_NAME,
        feed_url=feed.here("atom"),
        feed_guid=feed.address("atom"),
        language="en",
        first=feed.address("atom") if feed.after else "",
        next=feed.address("atom", feed.next) if feed.next else "",
    )
    for entry in feed.entries:
        atom.add_item(
            title=_clean(entry.title),
            link=entry.address,
            unique_id=entry.address,
            description=escape(_clean(entry.text)) or None,  # type: ignore[arg-type]  # Django writes no element for None
            author_name=_clean(entry.author),
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=[_clean(each) for each in entry.categories],
            via=entry.original,
        )
    return atom.writeString("utf-8")


def _clean(text: str) -> str:
    return _FORBIDDEN.sub(" ", text)
