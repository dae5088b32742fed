"""Reports as an RSS or Atom feed carries them; feedparser reads every dialect of both."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

from articles.dates import PartialDate
from articles.incoming.brought import Brought, Reading, Refused, address_of, line_of, original_of, text_of
from articles.incoming.markup import paragraphs
from articles.report_text import UnreadableReport

# How feeds end what they cut short.
_CUT = re.compile(r"(\[(…|\.\.\.|&hellip;)\]|…|\.\.\.|(read|continue reading|more)\W*)\s*$", re.IGNORECASE)


def read_feed(raw: bytes, *, language: str = "") -> Reading:
    """Each entry of a feed; one that carries a summary alone is refused, since it is not the report."""
    import feedparser  # here: it takes long, and few processes ever read a feed

    # As a stream: given text alone, feedparser would open a file or an address of that name.
    feed = feedparser.parse(BytesIO(raw), resolve_relative_uris=False)
    if not feed.version:
        yield Refused("", f"this is no RSS or Atom feed: {feed.get('bozo_exception', 'it has another root')}")
        return
    for number, entry in enumerate(feed.entries, start=1):
        where = f"entry {number}"
        try:
            yield _report(where, entry, language)
        except UnreadableReport as error:
            yield Refused(where, str(error))
    if feed.bozo and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride):
        yield Refused("", f"the feed is broken, entries may be missing: {feed.bozo_exception}")


def _report(where: str, entry: Any, language: str) -> Brought:
    """One entry. Raises UnreadableReport."""
    contents = [content.get("value") or "" for content in entry.get("content", [])]
    markup = "\n".join(contents) or _said(entry, "summary")
    body = paragraphs(markup)
    if not body:
        raise UnreadableReport("the entry has no text")
    if "content" not in entry and _CUT.search(body):
        raise UnreadableReport("the feed carries only the beginning of the report; bring in its page")
    headline = line_of(paragraphs(_said(entry, "title")), "headline")
    names = [author.get("name") for author in entry.get("authors", [])] or [_said(entry, "author")]
    return Brought(
        where=where,
        text=text_of(body, headline=headline, language=language),
        original=original_of(markup),
        headline=headline,
        byline=line_of(", ".join(filter(None, names)), "byline"),
        published=_day(_said(entry, "published")),
        url=address_of(_said(entry, "link"), "link"),
    )


def _said(entry: Any, name: str) -> str:
    """What an entry says under a name; feedparser gives None for an element that is empty."""
    return entry.get(name) or ""


def _day(words: str) -> PartialDate:
    """The day in the outlet's own time zone: that is the date the outlet prints. None for what is no date of our time."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return PartialDate.parse(read(words.strip()).date().isoformat())
        except (ValueError, TypeError, OverflowError):
            continue
    return PartialDate.none()
