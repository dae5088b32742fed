"""A report as a web page that was saved (.html): trafilatura finds the text among the page's furniture."""

import codecs
import logging
import re

from lxml import html

from articles.dates import DateError, PartialDate
from articles.incoming.brought import Brought, address_of, line_of, text_of
from articles.incoming.markup import parsed
from articles.report_text import UnreadableReport

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{1,40})""", re.IGNORECASE)
# What it cannot read is refused by us, with the place and the reason.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

# What pages call their encoding, and by what it is read: those that say EUC-KR use the wider code page of Windows.
_ENCODINGS = {
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    **dict.fromkeys(("euc-kr", "euckr", "ks_c_5601-1987", "ksc5601", "cp949", "ms949", "windows-949", "uhc"), "cp949"),
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("big5", "euc-jp", "iso-2022-kr", "iso-2022-jp"), ""),
}


def read_page(raw: bytes, *, language: str = "") -> Brought:
    """The one report of a page. Raises UnreadableReport when it has no text, or its encoding is not what it says."""
    import trafilatura  # here: it takes long, and few processes ever read a page

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
    headline = line_of(found.title or "", "headline")
    body = "\n\n".join(line for line in found.text.split("\n") if line.strip())
    return Brought(
        where="",
        text=text_of(body, headline=headline, language=language, caption=line_of(caption, "caption")),
        original=markup,
        headline=headline,
        byline=line_of(", ".join(name.strip() for name in (found.author or "").split(";") if name.strip()), "byline"),
        published=_day(found.date or ""),
        url=address_of(found.url or "", "url"),
    )


def _take_figures(tree: html.HtmlElement) -> str:
    """Take the pictures with their captions out of the page; the first caption."""
    captions = [" ".join(node.text_content().split()) for node in tree.iter("figcaption")]
    for node in list(tree.iter("figure")):
        if node.getparent() is not None:
            node.drop_tree()
    return next(filter(None, captions), "")


def _day(words: str) -> PartialDate:
    try:
        return PartialDate.parse(words) if words else PartialDate.none()
    except DateError:
        return PartialDate.none()


def _decoded(raw: bytes) -> str:
    """The page in the encoding it names, else UTF-8. Raises UnreadableReport."""
    if raw[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        encoding = named = "utf-16"
    elif raw.startswith(codecs.BOM_UTF8):
        encoding, named = "utf-8-sig", "utf-8"
    else:
        found = _CHARSET.search(raw[:4096])
        named = found.group(1).decode().lower() if found else "utf-8"
        if named not in _ENCODINGS:
            raise UnreadableReport(f"the page names an encoding we do not read, {named!r}")
        encoding = _ENCODINGS[named] or named
    try:
        markup = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableReport(f"byte {error.start} is not {named}, which the page says it is") from None
    if "\0" in markup:
        raise UnreadableReport("a NUL character shows that this is no web page")
    return markup
