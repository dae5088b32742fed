"""RIS files out of CSL items, written by rispy: newspaper articles, and pages of this site. Pure."""

import re
from collections.abc import Sequence
from typing import Any

import rispy

from articles.citations.bylines import Author
from articles.citations.csl import Item

_TYPES = {"article-newspaper": "NEWS", "webpage": "ELEC"}


class _Writer(rispy.RisWriter):  # type: ignore[misc]  # rispy brings no types
    """Line ends as the format asks for, and no number before each reference."""

    NEWLINE = "\r\n"

    def set_header(self, count: int) -> str:
        return ""


def as_ris(items: Sequence[Item]) -> str:
    """A file of items."""
    written: str = rispy.dumps([_entry(item) for item in items], implementation=_Writer)
    return written


def _entry(item: Item) -> dict[str, Any]:
    issued = item.get("issued")
    entry = {
        "type_of_reference": _TYPES[item["type"]],
        "id": item["id"],
        "authors": [_inverted(name) for name in item.get("author", [])],
        "title": item["title"],
        "secondary_title": item["container-title"],
        "type_of_work": item.get("genre", ""),
        "year": year_of(issued),
        "date": _date(issued),
        "urls": [address for address in (item["URL"], item.get("archive_location", "")) if address],
        "access_date": _date(item["accessed"]),
        "language": item["language"],
        "notes": [item["note"]],
    }
    return {name: _one_line(value) for name, value in entry.items() if value}


def year_of(issued: Item | None) -> str:
    """The year of a CSL date, or "" where it has an open end, spans several years or names none."""
    if not issued:
        return ""
    if "date-parts" in issued:
        return str(issued["date-parts"][0][0])
    years = {_year(end) for end in issued["raw"].split("/")}
    return years.pop() if len(years) == 1 else ""


def _year(end: str) -> str:
    found = re.match(r"\d{4}", end)
    return found[0] if found else ""


def _date(day: Item | None) -> str:
    """2022/04/12, 2022/04//, 2022///early April 2022, ///by 2022: what is not known stays empty, words come last."""
    if not day:
        return ""
    if "date-parts" not in day:
        return f"{year_of(day)}///{day['literal']}"
    parts = [f"{part:02}" for part in day["date-parts"][0]]
    return "/".join(parts if len(parts) == 3 else [*parts, *[""] * (4 - len(parts))])


def _inverted(name: dict[str, str]) -> str:
    family = name.get("family") or name["literal"]
    return Author(family, name.get("given", ""), suffix=name.get("suffix", "")).inverted


def _one_line(value: str | list[str]) -> str | list[str]:
    """RIS knows no second line."""
    return " ".join(value.split()) if isinstance(value, str) else [" ".join(each.split()) for each in value]
