"""Versions in time as RFC 7089 has them: a page that is its own time gate, frozen mementos, and a list of them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

TIMEMAP_TYPE = "application/link-format"


class NotADate(ValueError):
    """An Accept-Datetime that is no date of RFC 1123."""


@dataclass(frozen=True)
class Memento:
    """One frozen version: its address and the moment from which it stood here."""

    address: str
    at: datetime


@dataclass(frozen=True)
class Timeline:
    """The addresses of one thing: its page, the list of its versions, and the versions that can still be read."""

    original: str
    timemap: str
    mementos: Sequence[Memento]

    def at(self, moment: datetime) -> Memento | None:
        """The version that stood at that moment, the first one for any time before; None when there is none."""
        # Dates travel without fractions of a second.
        before = [memento for memento in self.mementos if memento.at.replace(microsecond=0) <= moment]
        return before[-1] if before else next(iter(self.mementos), None)

    def links_from_original(self) -> str:
        """The Link header of the page itself."""
        ends = [(self.mementos[0], "first memento"), (self.mementos[-1], "last memento")] if self.mementos else []
        return ", ".join([self._gate(), self._map(), *(_link(memento, rel) for memento, rel in _merged(ends))])

    def links_from(self, address: str) -> str:
        """The Link header of one version."""
        places = [memento.address for memento in self.mementos]
        here = places.index(address)
        around = [(self.mementos[0], "first memento"), (self.mementos[-1], "last memento")]
        around += [(self.mementos[here - 1], "prev memento")] if here > 0 else []
        around += [(self.mementos[here + 1], "next memento")] if here + 1 < len(places) else []
        return ", ".join([self._gate(), self._map(), *(_link(memento, rel) for memento, rel in _merged(around))])

    def as_timemap(self) -> str:
        """The list itself, in application/link-format."""
        span = (
            f'; from="{http_date(self.mementos[0].at)}"; until="{http_date(self.mementos[-1].at)}"'
            if self.mementos
            else ""
        )
        lines = [self._gate(), f'<{self.timemap}>; rel="self"; type="{TIMEMAP_TYPE}"{span}']
        last = len(self.mementos) - 1
        for index, memento in enumerate(self.mementos):
            ends = ["first"] * (index == 0) + ["last"] * (index == last)
            lines.append(_link(memento, " ".join([*ends, "memento"])))
        return ",\n".join(lines) + "\n"

    def _gate(self) -> str:
        return f'<{self.original}>; rel="original timegate"'

    def _map(self) -> str:
        return f'<{self.timemap}>; rel="timemap"; type="{TIMEMAP_TYPE}"'


def http_date(moment: datetime) -> str:
    """RFC 1123, in GMT."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def read_http_date(sent: str) -> datetime:
    """The moment an Accept-Datetime names. Raises NotADate."""
    try:
        moment = parsedate_to_datetime(sent)
    except (ValueError, OverflowError) as error:
        raise NotADate(f"“{sent[:60]}” is not a date such as “Tue, 05 Apr 2022 12:00:00 GMT”") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _link(memento: Memento, rel: str) -> str:
    return f'<{memento.address}>; rel="{rel}"; datetime="{http_date(memento.at)}"'


def _merged(links: Sequence[tuple[Memento, str]]) -> list[tuple[Memento, str]]:
    """Each version once, with all that it is: "first last memento"."""
    rels: dict[Memento, list[str]] = {}
    for memento, rel in links:
        known = rels.setdefault(memento, [])
        known += [word for word in rel.split() if word not in known]
    return [
        (memento, " ".join([*(word for word in words if word != "memento"), "memento"]))
        for memento, words in rels.items()
    ]
