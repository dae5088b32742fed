"""A report as a web page that was saved (.html): trafilatura finds the text among the page's furniture."""

import codecs
import re

import trafilatura
from lxml import html

from articles.dates import DateError, PartialDate
from articles.incoming.brought import Brought, text_of
from articles.incoming.markup import parsed
from articles.report_text import UnreadableReport

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{1,40})""", re.IGNORECASE)
# Pages that call themselves EUC-KR use the wider code page of Windows.
_WIDER = {"euc-kr": "cp949", "ks_c_5601-1987": "cp949", "iso-8859-1": "cp1252"}


def read_page(raw: bytes, *, language: str = "") -> Brought:
    """The one report of a page. Raises UnreadableReport when it has no text, or its encoding is not what it says."""
    markup = _decoded(raw)
    tree = parsed(markup)
    caption = _take_figures(tree)
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=False,
        include_images=False,
        with_metadata=True,
        # A date the page states, never one guessed from its words.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise UnreadableReport("no report is found on this page")
    headline = " ".join((found.title or "").split())
    body = "\n\n".join(line for line in found.text.split("\n") if line.strip())
    text = text_of("\n\n".join(filter(None, [caption, body])), headline=headline, language=language)
    return Brought(
        where="",
        text=text,
        original=markup,
        headline=headline,
        byline=", ".join(name.strip() for name in (found.author or "").split(";") if name.strip()),
        published=_day(found.date or ""),
        url=found.url or "",
    )


def _take_figures(tree: html.HtmlElement) -> str:
    """Take the pictures with their captions out of the page; the first caption."""
    captions = [" ".join(node.text_content().split()) for node in tree.iter("figcaption")]
    for node in list(tree.iter("figure")):
        if node.getparent() is not None:
            node.drop_tree()
    return next((f"Caption: {caption}" for caption in captions if caption), "")


def _day(words: str) -> PartialDate:
    try:
        return PartialDate.parse(words) if words else PartialDate.none()
    except DateError:
        return PartialDate.none()


def _decoded(raw: bytes) -> str:
    """The page in the encoding it names, else UTF-8. Raises UnreadableReport."""
    named = _CHARSET.search(raw[:4096])
    name = named.group(1).decode().lower() if named else "utf-8"
    name = "utf-8-sig" if raw.startswith(codecs.BOM_UTF8) else _WIDER.get(name, name)
    try:
        return raw.decode(name)
    except LookupError:
        raise UnreadableReport(f"the page names an encoding nobody knows, {name!r}") from None
    except UnicodeDecodeError as error:
        raise UnreadableReport(f"byte {error.start} is not {name}, which the page says it is") from None
