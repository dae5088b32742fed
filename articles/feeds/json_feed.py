"""Feeds as JSON Feed 1.1 (jsonfeed.org)."""

import json
from datetime import datetime
from typing import Any

from articles.feeds.entries import Entry, Feed

CONTENT_TYPE = "application/feed+json; charset=utf-8"


def as_json_feed(feed: Feed) -> str:
    """The feed's page."""
    written = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.here("json"),
        "description": feed.about,
        "next_url": feed.address("json", feed.next) if feed.next else None,
        "language": "en",
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(_known(written), ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry) -> dict[str, Any]:
    return _known(
        {
            "id": entry.address,
            "url": entry.address,
            "external_url": entry.original or None,
            "title": entry.title,
            # An item needs a text: where there is no excerpt, its title.
            "content_text": entry.text or entry.title,
            "date_published": _moment(entry.published),
            "date_modified": _moment(entry.updated),
            "authors": [{"name": entry.author}] if entry.author else None,
            "language": entry.language or None,
            "tags": list(entry.categories) or None,
            **entry.more,
        }
    )


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _known(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known: JSON Feed leaves such keys out."""
    return {key: value for key, value in values.items() if value is not None}
