"""Reports out of a WordPress export (WXR): the file is read as it comes, however long.

Everything an item carries, metadata that stands there more than once included, is kept as its original.
"""

import re
from datetime import date
from typing import IO

from lxml import etree

from articles.dates import PartialDate
from articles.incoming.brought import Brought, Reading, Refused, address_of, line_of, text_of
from articles.incoming.markup import paragraphs
from articles.report_text import UnreadableReport

LONGEST_ITEM = 4_000_000

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_WP = re.compile(r"\{http://wordpress\.org/export/[\d.]+/\}(\w+)")
_CAPTION = re.compile(r"\[caption[^\]]*\](.*?)\[/caption\]", re.IGNORECASE | re.DOTALL)
_SHORTCODE = re.compile(r"\[/?(?:gallery|embed|audio|video|playlist|wp_caption)[^\]]*\]", re.IGNORECASE)
_TAGS = re.compile(r"<[^>]*>")
_BYLINES = ("byline", "_byline", "reporter", "author_name")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def is_wordpress(head: bytes) -> bool:
    """Whether a file that begins so is a WordPress export."""
    return b"http://wordpress.org/export/" in head


def read_wordpress(file: IO[bytes], *, language: str = "") -> Reading:
    """Each published post; pages, pictures and menus are no reports and are passed over. A broken file ends there."""
    names: dict[str, str] = {}
    number = 0
    try:
        # Nothing outside the file is opened and no entity resolved: an export may come from anywhere.
        for _, node in etree.iterparse(file, resolve_entities=False, no_network=True):
            if _wp(node) == "author":
                names[_field(node, "author_login")] = _field(node, "author_display_name")
            if node.tag != "item":
                continue
            number += 1
            if _field(node, "post_type") in ("post", ""):
                yield _post(f"item {number}", node, names, language)
            node.clear()
            while node.getprevious() is not None:
                del node.getparent()[0]
    except etree.XMLSyntaxError as error:
        yield Refused(f"item {number + 1}", f"line {error.lineno}: the XML is broken here: {error.msg}")


def _post(where: str, item: etree._Element, names: dict[str, str], language: str) -> Brought | Refused:
    status = _field(item, "status")
    if status not in ("publish", ""):
        return Refused(where, f"it is not published there but {status!r}")
    if _field(item, "post_password"):
        return Refused(where, "it is kept behind a password there")
    try:
        headline = line_of(item.findtext("title") or "", "headline")
        markup = item.findtext(_CONTENT) or ""
        captions = [" ".join(_TAGS.sub(" ", found).split()) for found in _CAPTION.findall(markup)]
        body = paragraphs(_SHORTCODE.sub("", _CAPTION.sub("", markup)), blank_lines_part=True)
        if not body:
            raise UnreadableReport("the post has no text")
        original = etree.tostring(item, encoding="unicode", with_tail=False)
        if len(original) > LONGEST_ITEM:
            raise UnreadableReport(f"the item is longer than {LONGEST_ITEM:,} characters")
        caption = line_of(next(filter(None, captions), ""), "caption")
        return Brought(
            where=where,
            text=text_of(body, headline=headline, language=language, caption=caption),
            original=original,
            headline=headline,
            byline=line_of(", ".join(_bylines(item, names)), "byline"),
            published=_day(_field(item, "post_date")),
            url=address_of(item.findtext("link") or "", "link"),
        )
    except UnreadableReport as error:
        return Refused(where, str(error))


def _bylines(item: etree._Element, names: dict[str, str]) -> list[str]:
    """Who wrote it: the post's own fields for it, each as often as it stands there, else the account's name."""
    written = [
        _field(meta, "meta_value")
        for meta in item
        if _wp(meta) == "postmeta" and _field(meta, "meta_key") in _BYLINES and _field(meta, "meta_value")
    ]
    accounts = [(creator.text or "").strip() for creator in item.iter(_CREATOR)]
    return list(dict.fromkeys(written or [names.get(account, account) for account in accounts if account]))


def _wp(node: etree._Element) -> str:
    """The name of one of WordPress's own elements, in whatever version of its format; else ""."""
    found = _WP.fullmatch(node.tag) if isinstance(node.tag, str) else None
    return found.group(1) if found else ""


def _field(node: etree._Element, name: str) -> str:
    return next(((child.text or "").strip() for child in node if _wp(child) == name), "")


def _day(words: str) -> PartialDate:
    """The local day of "2022-04-03 09:10:11"; WordPress writes zeros for none."""
    found = _DAY.match(words)
    try:
        return PartialDate.parse(date(*map(int, found.groups())).isoformat()) if found else PartialDate.none()
    except ValueError:
        return PartialDate.none()
