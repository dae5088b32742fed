"""BibTeX files out of CSL items, written by bibtexparser: @article for an outlet's report, @misc for a page of this site.

Words stay in UTF-8; signs that TeX would take for commands are escaped. `date` and `urldate` are for biblatex, `year`
and `month` for older programs.
"""

import re
from collections.abc import Sequence

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field

from articles.citations.csl import Item
from articles.citations.ris import year_of

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = {"en": "english", "ko": "korean"}
_COMMANDS = {
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    # A brace counts for BibTeX even behind a backslash; and a command takes the space behind it along, unless it is closed.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
# Parts of a year that only level 2 of EDTF knows, and biblatex does not. What is no plain date stands in the note too.
_LEVEL_2 = re.compile(r"-(?:3[3-6]|4[01])(?!\d)")


def as_bibtex(items: Sequence[Item]) -> str:
    """A file of items."""
    return write_string(Library([_entry(item) for item in items]))


def _entry(item: Item) -> Entry:
    issued = item.get("issued") or {}
    published = f"Published: {issued['literal']}" if "literal" in issued else ""
    notes = [item.get("genre", ""), published, item["note"].rstrip("."), _archived(item)]
    fields = {
        "author": " and ".join(_author(name) for name in item.get("author", [])),
        # The second braces keep the headline's own capitals.
        "title": f"{{{escaped(item['title'])}}}",
        ("journal" if item["type"] == "article-newspaper" else "howpublished"): escaped(item["container-title"]),
        "date": _date(issued),
        "year": year_of(issued),
        "month": _month(issued),
        "url": item["URL"].replace("{", "%7B").replace("}", "%7D"),
        "urldate": _date(item["accessed"]),
        "langid": _LANGUAGES.get(item["language"], ""),
        "note": escaped(". ".join(note for note in notes if note) + "."),
    }
    kind = "article" if item["type"] == "article-newspaper" else "misc"
    # A month is a macro, which every style spells in its own way.
    bare = {"month": "no-enclosing"}
    return Entry(
        kind, item["id"], [Field(name, value, enclosing=bare.get(name)) for name, value in fields.items() if value]
    )


def escaped(text: str) -> str:
    """The text on one line, with every sign that TeX would obey made harmless."""
    return "".join(_COMMANDS.get(sign, sign) for sign in " ".join(text.split()))


def _author(name: dict[str, str]) -> str:
    """Braces keep a name whole that is not taken apart."""
    if "literal" in name:
        return f"{{{escaped(name['literal'])}}}"
    parts = (name["family"], name.get("suffix", ""), name["given"])
    return ", ".join(escaped(part) for part in parts if part)


def _archived(item: Item) -> str:
    address = item.get("archive_location", "")
    return f"Archived: {address}" if address and address != item["URL"] else ""


def _date(day: Item) -> str:
    if "date-parts" in day:
        year, *rest = day["date-parts"][0]
        return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])
    edtf: str = day.get("raw", "")
    is_unknown_to_it = _LEVEL_2.search(edtf) or ("X" in edtf and "/" in edtf)
    return "" if is_unknown_to_it else edtf


def _month(day: Item) -> str:
    parts = day.get("date-parts", [[]])[0]
    return _MONTHS[parts[1] - 1] if len(parts) > 1 else ""
