"""Chicago, APA and MLA, written by citeproc-py from a CSL item and the styles beside this file. Pure."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.model import CitationStylesElement
from citeproc.source.json import CiteProcJSON

from articles.citations import runs
from articles.citations.csl import Item, inner_quotes
from articles.citations.runs import Run, runs_of

# A style never changes: what citeproc-py looks for in it, anew for every word and half of its time, it now finds once.
for _search in (
    "xpath_search",
    "get_root",
    "get_formatter",
    "get_option",
    "get_locale_option",
    "get_term",
    "__getattr__",
):
    setattr(CitationStylesElement, _search, cache(getattr(CitationStylesElement, _search)))

_FOLDER = Path(__file__).parent / "styles"
# citeproc-py keeps what it is at in the style itself, and the site answers in several threads.
_ONE_AT_A_TIME = Lock()
# A stop stands inside the title's quotation marks, unless the title brings its own.
_CLOSED = re.compile(r"[.?!…。][’'”\"]?$")
_END = re.compile(r"[’'”\"]?$")


@dataclass(frozen=True, slots=True)
class Style:
    """One style: its file's name, its name for people, and what it does to a name and a title before they go in."""

    slug: str
    name: str
    quotes_titles: bool
    has_initials: bool


STYLES = (
    Style("chicago", "Chicago", quotes_titles=True, has_initials=False),
    Style("apa", "APA", quotes_titles=False, has_initials=True),
    Style("mla", "MLA", quotes_titles=True, has_initials=False),
)


def styled(item: Item, style: Style) -> tuple[Run, ...]:
    """The citation of an item; the same item always gives the same runs."""
    source = CiteProcJSON([_prepared(item, style)])
    with _ONE_AT_A_TIME:
        bibliography = CitationStylesBibliography(_style(style.slug), source, runs)
        bibliography.register(Citation([CitationItem(item["id"])]))
        return runs_of(str(bibliography.bibliography()[0]).strip())


def plain(found: tuple[Run, ...]) -> str:
    """The citation without italics."""
    return "".join(run.text for run in found)


@cache
def _style(slug: str) -> Any:
    return CitationStylesStyle(str(_FOLDER / f"{slug}.csl"), validate=False)


def _prepared(item: Item, style: Style) -> Item:
    """The item with titles closed and quoted and names shortened as the style asks; notes are for files alone."""
    ready = {name: value for name, value in item.items() if name not in {"note", "archive", "archive_location"}}
    for name in ("title", "original-title"):
        if name in ready:
            title = inner_quotes(ready[name]) if style.quotes_titles else ready[name]
            is_last = style.quotes_titles or item["type"] == "article-newspaper"
            ready[name] = title if _CLOSED.search(title) or not is_last else _END.sub(r".\g<0>", title, count=1)
    # A page of this site has no author of its own, and citeproc-py cannot print those of an original.
    names = ready.pop("original-author", None) or ready.get("author", [])
    ready["author"] = [_initialled(name) for name in names] if style.has_initials else names
    return {name: value for name, value in ready.items() if value}


def _initialled(name: dict[str, str]) -> dict[str, str]:
    """S. Y. for So Yong, S.-y. for So-yong: citeproc-py loses the second half of the latter."""
    if "given" not in name:
        return name
    words = ["-".join(f"{part[0]}." for part in word.split("-") if part) for word in name["given"].split()]
    return {**name, "given": " ".join(words)}
