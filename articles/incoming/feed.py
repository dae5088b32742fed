"""Reports as an RSS or Atom feed carries them; feedparser reads every dialect of both."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser

from articles.dates import PartialDate
from articles.incoming.brought import Brought, Reading, Refused, address_of, text_of
from articles.incoming.markup import paragraphs
from articles.report_text import UnreadableReport

# How feeds end what they cut short.
_CUT = re.compile(r"(\[(…|\.\.\.|&hellip;)\]|…|\.\.\.|(read|continue reading|more)\W*)\s*$", re.IGNORECASE)


def read_feed(raw: bytes, *, language: str = "") -> Reading:
    """Each entry of a feed; one that carries a summary alone is refused, since it is not the report."""
    feed = feedparser.parse(raw, resolve_relative_uris=False)
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
    markup = "\n".join(content.get("value", "") for content in entry.get("content", [])) or entry.get("summary", "")
    body = paragraphs(markup)
    if not body:
        raise UnreadableReport("the entry has no text")
    if "content" not in entry and _CUT.search(body):
        raise UnreadableReport("the feed carries only the beginning of the report; bring in its page")
    headline = " ".join(paragraphs(entry.get("title", "")).split())
    names = [author.get("name", "") for author in entry.get("authors", [])] or [entry.get("author", "")]
    return Brought(
        where=where,
        text=text_of(body, headline=headline, language=language),
        original=markup,
        headline=headline,
        byline=", ".join(filter(None, names)),
        published=_day(entry.get("published", "")),
        url=address_of(entry.get("link", ""), "link"),
    )


def _day(words: str) -> PartialDate:
    """The day in the outlet's own time zone: that is the date the outlet prints."""
    found = _moment(words.strip())
    return PartialDate.parse(found.isoformat()) if found else PartialDate.none()


def _moment(words: str) -> date | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(words).date()
        except (ValueError, TypeError):
            continue
    return None
