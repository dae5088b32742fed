"""Facets: what a list is narrowed to, as a value read from an address and written back to it. Pure: no Django.

    Filter.read({"province": ["ryanggang", "rason"], "language": ["ko"]})

Values of one facet are alternatives, facets add up: reports in Korean about Ryanggang or Rason. A value with a minus
(`province=-rason`) must not be there. A value's shape is
checked here; whether there is such a province, topic, outlet or institution, `queries.names` knows.
"""

import re
from calendar import month_name
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Self
from urllib.parse import quote_plus, urlencode

from provinces.tongue import is_korean, say

MOST_VALUES = 20
# Of topics and provinces any number may be asked for; this is more than there are.
MOST_TOPICS = 400
LONGEST_VALUE = 120
FIRST_YEAR, LAST_YEAR = 1900, 2100
MONTHS = [month_name[number] for number in range(1, 13)]

LANGUAGES = {"en": "English", "ko": "Korean"}
SPEECH = {
    "direct": "direct speech",
    "indirect": "indirect speech",
    "summary": "summary",
    "own": "the outlet's own words",
}

# Parameter → (heading over its values, how a list says it). The order is that of addresses and of panels.
FACETS: Mapping[str, tuple[str, str]] = {
    "province": ("Province", "about {}"),
    "topic": ("Topic", "on {}"),
    "outlet": ("Outlet", "from {}"),
    "language": ("Language", "in {}"),
    "year": ("Year of the report", "dated {}"),
    "month": ("Month of the report", "dated {}"),
    "institution": ("Body named in it", "naming {}"),
    "speech": ("How the words come to us", "in {}"),
}
FACET_NAMES = tuple(FACETS)
# The facets that are times.
DAYS = ("year", "month")
# Parameters of another time → (heading of the chip, how a list says it).
TIMES: Mapping[str, tuple[str, str]] = {
    "as_of": ("As of", "as of {}"),
    "published_until": ("Published until", "published until {}"),
}
TIME_NAMES = tuple(TIMES)
# Values that only the database can tell; their shape is free, for old names lead to the present ones.
NAMED = ("province", "topic", "outlet", "institution")
# A value with a minus before it must not be there; days cannot be excluded.
EXCLUDED = "-"
EXCLUDABLE = (*NAMED, "language", "speech")


class BadParameter(ValueError):
    """A value in an address that we cannot use. `str()` is a sentence that names the parameter."""

    def __init__(self, parameter: str, value: str, reason: str) -> None:
        shown = value if len(value) <= 40 else value[:39] + "…"
        shown = "".join(letter if letter.isprintable() else "�" for letter in shown)
        super().__init__(say("{parameter}: “{shown}” {reason}.", parameter=parameter, shown=shown, reason=reason))
        self.parameter = parameter


@dataclass(frozen=True)
class Chip:
    """One value of a filter, for people, and the query string of the list without it."""

    facet: str
    label: str
    query: str


@dataclass(frozen=True)
class Filter:
    """What a list is narrowed to; an empty tuple narrows nothing. `narrower`: a topic brings its narrower ones along.
    `within`: only what is dated wholly within one of the years and months, not what may be from them.

    `as_of`: what this site showed at the end of that day; `published_until`: what outlets had published by then, in the
    oldest version held. At most one of the two.
    """

    province: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    month: tuple[str, ...] = ()
    institution: tuple[str, ...] = ()
    speech: tuple[str, ...] = ()
    narrower: bool = True
    within: bool = False
    as_of: date | None = None
    published_until: date | None = None

    @classmethod
    def read(cls, parameters: Mapping[str, Sequence[str]]) -> Self:
        """The filter that an address asks for; parameters of other names are passed over. Raises BadParameter."""
        values: dict[str, Any] = {name: _values(name, parameters[name]) for name in FACET_NAMES if name in parameters}
        narrower = _yes_or_no("narrower", parameters, "yes")
        within = _yes_or_no("within", parameters, "no")
        return cls(narrower=narrower, within=within, **values).at_time(parameters)

    def at_time(self, parameters: Mapping[str, Sequence[str]]) -> Self:
        """The same at the time that an address asks for. Raises BadParameter."""
        days = {name: one_day(name, parameters[name]) for name in TIME_NAMES if name in parameters}
        asked = {name: day for name, day in days.items() if day}
        if len(asked) > 1:
            raise BadParameter(
                "as_of", str(asked["as_of"]), say("is asked for beside published_until; choose one of the two")
            )
        changed: dict[str, Any] = {**dict.fromkeys(TIME_NAMES), **asked}
        return replace(self, **changed)

    @property
    def is_of_another_time(self) -> bool:
        """Whether it asks for a day that is not today's list."""
        return bool(self.as_of or self.published_until)

    def all_of_its_time(self) -> Self:
        """Everything there was at the same time, narrowed to nothing."""
        return type(self)(as_of=self.as_of, published_until=self.published_until)

    def without_time(self) -> Self:
        """The same now."""
        return replace(self, as_of=None, published_until=None)

    def __bool__(self) -> bool:
        return any(self.values(name) for name in FACET_NAMES)

    def values(self, name: str) -> tuple[str, ...]:
        """The values of one facet, in order."""
        found: tuple[str, ...] = getattr(self, name)
        return found

    def wanted(self, name: str) -> tuple[str, ...]:
        """The values of one facet of which one must be there."""
        return tuple(value for value in self.values(name) if not value.startswith(EXCLUDED))

    def unwanted(self, name: str) -> tuple[str, ...]:
        """The values of one facet that must not be there, without the minus."""
        return tuple(value[1:] for value in self.values(name) if value.startswith(EXCLUDED))

    def without_unwanted(self, *names: str) -> Self:
        """The same without what some facets exclude."""
        changed: dict[str, Any] = {name: self.wanted(name) for name in names}
        return replace(self, **changed)

    def only_unwanted(self, name: str) -> Self:
        """What one facet excludes, wanted, at the same time."""
        changed: dict[str, Any] = {name: self.unwanted(name)}
        return replace(self.all_of_its_time(), narrower=self.narrower, **changed)

    def having(self, name: str, *values: str) -> Self:
        """The same with these values of one facet beside those it has."""
        changed: dict[str, Any] = {name: tuple(sorted({*self.values(name), *values}))}
        return replace(self, **changed)

    def without(self, name: str, value: str | None = None) -> Self:
        """The same without one value of a facet, or without the facet."""
        kept = () if value is None else tuple(kept for kept in self.values(name) if kept != value)
        changed: dict[str, Any] = {name: kept}
        return replace(self, **changed)

    def unused(self, name: str) -> Self:
        """The same as if none of a facet's values were asked for; what it excludes stays excluded."""
        changed: dict[str, Any] = {name: tuple(value for value in self.values(name) if value.startswith(EXCLUDED))}
        return replace(self, **changed)

    def with_narrower(self, narrower: bool) -> Self:
        """The same with a topic's narrower ones, or without."""
        return replace(self, narrower=narrower)

    def dated_within(self, within: bool) -> Self:
        """The same for what is dated wholly within its years and months, or for what may be from them as well."""
        return replace(self, within=within)

    def pairs(self) -> list[tuple[str, str]]:
        """Parameters and values as they stand in an address, always in the same order."""
        found = [(name, value) for name in FACET_NAMES for value in self.values(name)]
        if self.topic and not self.narrower:
            found.append(("narrower", "no"))
        if self.within and (self.year or self.month):
            found.append(("within", "yes"))
        return found + self.time_pairs()

    def time_pairs(self) -> list[tuple[str, str]]:
        """The time alone, as it stands in an address."""
        days = ((name, getattr(self, name)) for name in TIME_NAMES)
        return [(name, day.isoformat()) for name, day in days if day]

    def query(self, *more: tuple[str, str]) -> str:
        """The query string, without question mark; `more` stand before and are left out when empty."""
        return urlencode([pair for pair in more if pair[1]] + self.pairs())

    def queries(self, name: str, *more: tuple[str, str]) -> Callable[[str], str]:
        """For many values of one facet: the query string with each value, or without it where it is chosen."""
        place = FACET_NAMES.index(name)
        chosen = frozenset(self.values(name))
        before = urlencode(
            [pair for pair in more if pair[1]]
            + [(each, value) for each in FACET_NAMES[:place] for value in self.values(each)]
        )
        after = urlencode([(each, value) for each in FACET_NAMES[place + 1 :] for value in self.values(each)])
        time = urlencode(self.time_pairs())

        def query(value: str) -> str:
            values = sorted(chosen ^ {value})
            own = "&".join(f"{name}={_quoted(each)}" for each in values)
            has_topic = values if name == "topic" else self.topic
            narrower = "narrower=no" if has_topic and not self.narrower else ""
            has_days = self.year if name == "month" else self.month if name == "year" else self.year or self.month
            within = "within=yes" if self.within and (has_days or (values and name in DAYS)) else ""
            return "&".join(part for part in (before, own, after, narrower, within, time) if part)

        return query

    def label(self, labels: Mapping[str, Mapping[str, str]]) -> str:
        """In words: "about Ryanggang or Rason, in Korean, dated 2023"; empty when nothing is narrowed."""
        return ", ".join(self._phrases(labels))

    def _phrases(self, labels: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
        for name in FACET_NAMES:
            if self.values(name):
                alone = say(" alone") if name == "topic" and not self.narrower else ""
                alone = say(" and no other time") if name in DAYS and self.within else alone
                for values, said in ((self.wanted(name), "{values}"), (self.unwanted(name), "not {values}")):
                    if values:
                        alternatives = say(" or ").join(value_label(name, value, labels) for value in values)
                        yield say(said, values=say(FACETS[name][1]).format(alternatives)) + alone
        for name, day in self.time_pairs():
            yield say(TIMES[name][1]).format(day_label(date.fromisoformat(day)))

    def chips(self, labels: Mapping[str, Mapping[str, str]], *more: tuple[str, str]) -> list[Chip]:
        """One for each value, with the way to the list without it."""
        return (
            [
                Chip(say(FACETS[name][0]), value_label(name, value, labels), self.without(name, value).query(*more))
                for name in FACET_NAMES
                for value in self.values(name)
            ]
            + self._within_chip(*more)
            + [
                Chip(say(TIMES[name][0]), day_label(date.fromisoformat(day)), self.without_time().query(*more))
                for name, day in self.time_pairs()
            ]
        )

    def _within_chip(self, *more: tuple[str, str]) -> list[Chip]:
        asked = self.within and (self.year or self.month)
        return [Chip(say("Dated"), say("to that time alone"), self.dated_within(False).query(*more))] if asked else []

    def whole_days(self) -> list[tuple[date, date]]:
        """With `within`, the first and last days between which a date has to lie; empty without, or for no year or month."""
        return self._spans() if self.within else []

    def days(self) -> list[tuple[date, date]]:
        """The first and last days that `year`, `month` and `published_until` allow; empty when they narrow nothing."""
        spans = self._spans()
        if self.published_until is None:
            return spans
        until = self.published_until
        return [(first, min(last, until)) for first, last in spans or [(date.min, date.max)] if first <= until] or [
            (date.max, date.min)
        ]

    def _spans(self) -> list[tuple[date, date]]:
        """The first and last days that `year` and `month` allow, as alternatives."""
        years = [(date(int(year), 1, 1), date(int(year), 12, 31)) for year in self.year]
        months = [month_days(month) for month in self.month]
        if not years or not months:
            return years or months
        both = [(max(one[0], other[0]), min(one[1], other[1])) for one in years for other in months]
        # A year and a month outside it have no day in common; the list is then empty, not unfiltered.
        return [span for span in both if span[0] <= span[1]] or [(date.max, date.min)]


@lru_cache(maxsize=4096)
def _quoted(value: str) -> str:
    """A facet's value as it stands in addresses; few are asked for again and again."""
    return quote_plus(value)


def month_days(month: str) -> tuple[date, date]:
    """The first and last day of a month written 2023-05."""
    first = date.fromisoformat(f"{month}-01")
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def month_label(month: str) -> str:
    """2023-05 for people: "May 2023"."""
    if is_korean():
        return f"{month[:4]}년 {int(month[5:])}월"
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"


def day_label(day: date) -> str:
    """A day for people: "5 March 2024"."""
    if is_korean():
        return f"{day.year}년 {day.month}월 {day.day}일"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _yes_or_no(name: str, parameters: Mapping[str, Sequence[str]], usual: str) -> bool:
    """What a parameter says that is yes or no; `usual` where it is not given. Raises BadParameter."""
    asked = [text for text in parameters.get(name, ()) if text]
    for text in asked:
        if text not in ("yes", "no"):
            raise BadParameter(name, text, say("is neither yes nor no"))
    return (usual if not asked else "no" if "no" in asked else "yes") == "yes"


def one_day(name: str, given: Sequence[str]) -> date | None:
    """The day a parameter names; None when it is empty. Raises BadParameter."""
    values = [text.strip() for text in given if text.strip()]
    if len(values) > 1:
        raise BadParameter(name, ", ".join(values), say("is given more than once"))
    for value in values:
        try:
            if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
                raise ValueError
            return date.fromisoformat(value)
        except ValueError:
            raise BadParameter(name, value, say("is not a day; write it like 2023-05-31")) from None
    return None


def value_label(name: str, value: str, labels: Mapping[str, Mapping[str, str]]) -> str:
    """A value for people."""
    if value.startswith(EXCLUDED):
        return say("not {values}", values=value_label(name, value[1:], labels))
    if name == "language":
        return say(LANGUAGES[value])
    if name == "speech":
        return say(SPEECH[value])
    if name == "month":
        return month_label(value)
    if name == "year" and is_korean():
        return f"{value}년"
    return labels.get(name, {}).get(value, value)


def _values(name: str, given: Sequence[str]) -> tuple[str, ...]:
    """What a parameter says, once each and sorted; an empty value is no value. Raises BadParameter."""
    values = sorted({text.strip() for text in given if text.strip()})
    most = MOST_TOPICS if name in ("topic", "province") else MOST_VALUES
    if len(values) > most:
        raise BadParameter(
            name,
            say("{number} values", number=len(values)),
            say("are too many at once; at most {most} are looked at", most=most),
        )
    for value in values:
        _check(name, value)
    return tuple(values)


def _check(name: str, value: str) -> None:
    if value.startswith(EXCLUDED) and name in EXCLUDABLE and len(value) > 1:
        value = value[1:]
    if len(value) > LONGEST_VALUE or not value.isprintable():
        raise BadParameter(name, value, say("is too long or holds signs that no name has"))
    if name == "language" and value not in LANGUAGES:
        raise BadParameter(name, value, say("is not a language of our reports; there are en and ko"))
    if name == "speech" and value not in SPEECH:
        raise BadParameter(name, value, say("is none of {all}", all=", ".join(SPEECH)))
    if name == "year" and not (re.fullmatch(r"[0-9]{4}", value) and FIRST_YEAR <= int(value) <= LAST_YEAR):
        raise BadParameter(name, value, say("is not a year from {first} to {last}", first=FIRST_YEAR, last=LAST_YEAR))
    if name == "month" and not (
        re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", value) and FIRST_YEAR <= int(value[:4]) <= LAST_YEAR
    ):
        raise BadParameter(name, value, say("is not a month; write it like 2023-05"))


assert {field.name for field in fields(Filter)} == {*FACET_NAMES, "narrower", "within", *TIME_NAMES}, (
    "every facet is a field of the filter"
)
