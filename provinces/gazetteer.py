"""The gazetteer: divisions and places, and what people call them. Pure: no Django, no database."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Self

from provinces.mentions import Finder, Form, Mention, any_of, southern
from provinces.names import fold, folds

__all__ = ["Confusable", "Credit", "Entry", "Gazetteer", "Match", "Mention", "Spelled"]

FILE = Path(__file__).parent / "data" / "gazetteer.json"
LISTS = ("provinces", "places", "crossings", "ports", "abroad", "features")

# Of two things with the same name the earlier kind is meant: the river before the workers' district named after it.
KINDS = ("province", "city", "region", "river", "mountain", "county", "district", "abroad", "crossing", "port", "other")


@dataclass(frozen=True)
class Spelled:
    """One spelling. `system`: english, hangul, hanja, chinese, romanised, seen_in_print or code.

    `ambiguity`: what else it may mean, or empty. `in_text`: "" (look for it in texts), "with_unit" (only with its unit
    word, being an ordinary word too) or "never". `is_together`: names several provinces at once.
    """

    text: str
    system: str
    ambiguity: str = ""
    in_text: str = ""
    has_southern_twin: bool = False
    is_together: bool = False


@dataclass(frozen=True)
class Entry:
    """A division or a place of the file. A division's `province` is its own slug; abroad and rivers have none.

    `latitude`, `longitude`: decimal degrees (of the seat, for a division), or None for both.
    """

    source_list: str
    kind: str
    slug: str
    province: str | None
    iso: str | None
    name: str
    name_ko: str
    name_ko_rok: str
    what: str
    latitude: float | None
    longitude: float | None
    coordinates_source: str
    note: str
    spellings: tuple[Spelled, ...]

    @property
    def is_province(self) -> bool:
        """Whether it is a first-level division or the border region, and no place within one."""
        return self.source_list == "provinces"

    @cached_property
    def own_names(self) -> frozenset[str]:
        """The folded names it is shown by, which come before other things' aliases."""
        return frozenset(fold(name) for name in (self.name, self.name_ko, self.name_ko_rok) if name)


@dataclass(frozen=True)
class Match:
    """A candidate for a spelling: what it is, and what else the spelling may mean (`ambiguity`, or empty)."""

    kind: str
    slug: str
    province: str | None
    name: str
    is_province: bool
    ambiguity: str = ""


@dataclass(frozen=True)
class Credit:
    """Whose data it is and on what terms; the pages that show it print this."""

    name: str
    url: str
    licence: str
    used_for: str


@dataclass(frozen=True)
class Confusable:
    """Slugs of places whose names are easily mistaken for one another, and why."""

    slugs: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Gazetteer:
    """All entries, and the two questions asked of them: what does this spelling mean, and what does this text name."""

    entries: tuple[Entry, ...]
    credits: tuple[Credit, ...] = ()
    confusables: tuple[Confusable, ...] = ()
    not_places: tuple[str, ...] = ()

    @classmethod
    @cache
    def from_file(cls, path: Path = FILE) -> Self:
        """The gazetteer of the data file, read once per process. Raises OSError, ValueError or KeyError if damaged."""
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            entries=tuple(_entry(name, row) for name in LISTS for row in data[name]),
            credits=tuple(Credit(row["name"], row["url"], row["licence"], row["for"]) for row in data["credits"]),
            confusables=tuple(Confusable(tuple(row["places"]), row["why"]) for row in data["easily_confused"]),
            not_places=tuple(data["not_places"]),
        )

    def listed(self, source_list: str) -> tuple[Entry, ...]:
        """The entries of one of LISTS, in the order of the file."""
        return tuple(entry for entry in self.entries if entry.source_list == source_list)

    def resolve(self, spelling: str) -> tuple[Match, ...]:
        """Everything the spelling may mean, best first; empty when it is not known.

        A unit word the file does not spell out ("Sakju County", 혜산시) may be there if it agrees with the place.
        """
        for folded, kind in folds(spelling):
            found = [pair for pair in self._by_fold.get(folded, ()) if not kind or pair[0].kind == kind]
            if found:
                return _matches(folded, found, is_with_unit=bool(kind))
        return ()

    def find(self, text: str, language: str = "en") -> list[Mention]:
        """The places named in a running text (NFC), in order; `language` is the text's ("en", "ko", …)."""
        return self._finder.find(text, language)

    def without_southern(self, text: str) -> str:
        """The text with a stroke for every name that here means a place in the South (Gangwon, next to Chuncheon)."""
        spans = list(southern(text, self._twins))
        for start, end in reversed(spans):
            text = f"{text[:start]}/{text[end:]}"
        return text

    @cached_property
    def _twins(self) -> re.Pattern[str]:
        return any_of(
            spelled.text for entry in self.entries for spelled in entry.spellings if spelled.has_southern_twin
        )

    @cached_property
    def _by_fold(self) -> Mapping[str, list[tuple[Entry, Spelled]]]:
        index: defaultdict[str, list[tuple[Entry, Spelled]]] = defaultdict(list)
        for entry in self.entries:
            for spelled in entry.spellings:
                index[fold(spelled.text)].append((entry, spelled))
        return index

    @cached_property
    def _finder(self) -> Finder:
        forms = [
            _form(entry, spelled) for entry in self.entries for spelled in entry.spellings if spelled.in_text != "never"
        ]
        return Finder(forms, self.not_places)


def _entry(source_list: str, row: Mapping[str, Any]) -> Entry:
    is_province = source_list == "provinces"
    return Entry(
        source_list=source_list,
        kind=row["kind"],
        slug=row["slug"],
        province=row["slug"] if is_province else row["province"],
        iso=row["iso"] if is_province else None,
        name=row["name_en"] if is_province else row["name"],
        name_ko=row["name_ko"],
        name_ko_rok=row["name_ko_rok"] if is_province else "",
        what=row.get("what", ""),
        latitude=row["lat"],
        longitude=row["lon"],
        coordinates_source=row["coordinates_source"],
        note=row["note"],
        spellings=tuple(_spelled(spelling) for spelling in row["spellings"]),
    )


def _spelled(row: Mapping[str, Any]) -> Spelled:
    return Spelled(
        text=row["text"],
        system=row["system"],
        ambiguity=row.get("ambiguity", ""),
        in_text=row.get("in_text", ""),
        has_southern_twin=row.get("southern_twin", False),
        is_together=row.get("together", False),
    )


def _rank(folded: str, entry: Entry) -> int:
    return KINDS.index(entry.kind) + (0 if folded in entry.own_names else len(KINDS))


def _form(entry: Entry, spelled: Spelled) -> Form:
    return Form(
        text=spelled.text,
        kind=entry.kind,
        place=None if entry.is_province else entry.slug,
        province=entry.province,
        ambiguity=spelled.ambiguity,
        rank=_rank(fold(spelled.text), entry),
        needs_unit=spelled.in_text == "with_unit",
        has_southern_twin=spelled.has_southern_twin,
        is_together=spelled.is_together,
    )


def _matches(folded: str, found: list[tuple[Entry, Spelled]], *, is_with_unit: bool) -> tuple[Match, ...]:
    """One match an entry, best first. A unit word settles an ordinary word (위원군), not a namesake in the South."""
    matches: dict[str, Match] = {}
    for entry, spelled in sorted(found, key=lambda pair: _rank(folded, pair[0])):
        ambiguity = spelled.ambiguity if spelled.has_southern_twin or not is_with_unit else ""
        earlier = matches.get(entry.slug)
        if earlier is None or (ambiguity and not earlier.ambiguity):
            matches[entry.slug] = Match(
                entry.kind, entry.slug, entry.province, entry.name, entry.is_province, ambiguity
            )
    return tuple(matches.values())
