"""History in words: who changed what, when and why. It is read here and written by the database alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import ForeignKey

from articles.models import Article, Claim, ClaimVersion, Revision
from articles.queries.history import Event, event_models
from provinces.history import SEALED
from provinces.models import Province
from sources.models import Institution, Outlet

# A noun, and how a row of it is named by what its event holds; foreign keys stand as words.
NAMED = {
    "article": ("report", "{public_id}"),
    "articleprovince": ("province of a report", "{province} for {article}"),
    "articletopic": ("topic of a report", "{tag} for {content_object}"),
    "attribution": ("source", "number {id}"),
    "chain": ("chain of speakers", "number {id}"),
    "claim": ("claim", "{public_id} of {article}"),
    "claimlink": ("link between claims", "{version} and {other}"),
    "claimprovince": ("province of a claim", "{province} for {version}"),
    "claimtopic": ("topic of a claim", "{tag} for {content_object}"),
    "claimversion": ("version of a claim", "{claim}, version {number}"),
    "claimwarning": ("question about a claim", "{claim}"),
    "contradiction": ("contradiction", "{one} and {other}"),
    "evidence": ("claim that shows an outcome", "{claim}"),
    "figure": ("figure of a claim", "{item} in {version}"),
    "institution": ("institution", "{name_en}"),
    "institutionname": ("other name of an institution", "{name} for {institution}"),
    "original": ("text as it came in", "for {article}"),
    "outlet": ("outlet", "{name}"),
    "outcome": ("outcome", "number {number} of {claim}"),
    "outletname": ("other name of an outlet", "{name} for {outlet}"),
    "place": ("place", "{name}"),
    "province": ("province", "{name_en}"),
    "refusal": ("suggestion turned down", "{start} to {end} in {article}"),
    "removal": ("removal of words", "{revision}"),
    "reportattribution": ("source of a report", "source {attribution} of {article}"),
    "revision": ("text", "revision {number} of {article}"),
    "sealednote": ("sealed note", "on source {attribution}"),
    "spelling": ("spelling", "{text}"),
    "step": ("speaker", "number {position} of chain {chain}"),
    "toldapart": ("report told apart from another", "{article} and {other}"),
    "topic": ("topic", "{name}"),
    "topicmerge": ("merge of topics", "{name} into {into_name}"),
    "topicname": ("other name of a topic", "{name} for {topic}"),
}
# Whose rows are named in words; all others by their number, so that no word of a source stands here.
_IN_WORDS = (Article, Claim, Province, Outlet, Institution)
# Of these, merged away since, history itself holds the name.
_KEEP_NAMES = ("institution", "outlet", "topic")
_DONE = {"insert": "added", "update": "changed", "delete": "deleted"}
# Counters and times, which the line itself tells.
_NEVER_NAMED = {"edit_number", "changed_at", "made_at", "first_published_at", "written_at", "moved"}
# So many names a line lists of rows to which the same was done at once.
_MOST_NAMES = 6


@dataclass(frozen=True)
class HistoryLine:
    """What was done to one row, or the same to several at once. `names` of rows of the `noun`, `done` in a word.

    `details`: fields with what they held before and after. `sealed`: the field whose words are not kept here, or "".
    `page`: where on the desk it was done, "" elsewhere.
    """

    at: datetime
    by: str
    noun: str
    names: tuple[str, ...]
    done: str
    why: str
    page: str
    sealed: str = ""
    details: tuple[tuple[str, str, str], ...] = ()

    @property
    def what(self) -> str:
        """The noun and the names, no more than a few."""
        more = len(self.names) - _MOST_NAMES
        listed = ", ".join(self.names[:_MOST_NAMES])
        return f"{self.noun} {listed}{f' and {more} more' if more > 0 else ''}"

    def is_like(self, other: "HistoryLine") -> bool:
        """Whether the same was done, by the same hand, within the same minute."""
        mine, theirs = (
            (line.by, line.noun, line.done, line.why, line.page, line.sealed, line.details, f"{line.at:%Y%m%d%H%M}")
            for line in (self, other)
        )
        return mine == theirs


def in_words(events: Iterable[Event]) -> list[HistoryLine]:
    """The events in words, the same done at once to several rows in one line; a fixed number of queries."""
    events = list(events)
    labels, users, reasons = _labels(events), _users(events), _reasons(events)
    lines: list[HistoryLine] = []
    for event in events:
        line = _line(event, labels, users, reasons)
        like = next((place for place, known in enumerate(lines) if known.is_like(line)), None)
        if like is None:
            lines.append(line)
        elif line.names[0] not in lines[like].names:
            lines[like] = replace(lines[like], names=(*lines[like].names, *line.names))
    return lines


def _line(
    event: Event,
    labels: Mapping[tuple[str, int], str],
    users: Mapping[int, str],
    reasons: Mapping[tuple[str, int], str],
) -> HistoryLine:
    noun, name = NAMED[event.of]
    sealed = event.label.removeprefix(SEALED) if event.label.startswith(SEALED) else ""
    details = tuple(_changes(event, labels)) if event.label == "update" else ()
    context = event.now.pgh_context.metadata if event.now.pgh_context else {}
    user = context.get("user")
    return HistoryLine(
        at=event.now.pgh_created_at,
        by=users.get(int(user), "") if user is not None else "",
        noun=noun,
        names=(name.format(**_told(event.now, labels)),),
        # A row in which nothing but a counter changed was saved with others.
        done="saved" if event.label == "update" and not details and event.before else _DONE.get(event.label, "changed"),
        why=reasons.get((event.of, event.now.pgh_obj_id), "") if event.label == "insert" else "",
        page=str(context.get("url", "")),
        sealed=_field(event.now, sealed),
        details=details,
    )


def _changes(event: Event, labels: Mapping[tuple[str, int], str]) -> Iterable[tuple[str, str, str]]:
    if event.before is None:
        return
    before, now = _told(event.before, labels), _told(event.now, labels)
    for field in _fields(event.now):
        if field.name not in _NEVER_NAMED and before[field.name] != now[field.name]:
            yield _field(event.now, field.name), before[field.name], now[field.name]


def _fields(row: Any) -> list[Any]:
    return [field for field in row._meta.local_concrete_fields if not field.name.startswith("pgh_")]


def _field(row: Any, name: str) -> str:
    """A field's name as the desk says it."""
    return str(row.pgh_tracked_model._meta.get_field(name).verbose_name) if name else ""


def _told(row: Any, labels: Mapping[tuple[str, int], str]) -> dict[str, str]:
    """What an event holds, each field as words."""
    told = {}
    for field in _fields(row):
        value = getattr(row, field.attname)
        if isinstance(field, ForeignKey) and value is not None:
            told[field.name] = labels.get((field.related_model._meta.model_name or "", value), str(value))
        elif field.choices:
            told[field.name] = str(dict(field.flatchoices).get(value, "" if value is None else value))
        elif isinstance(value, bool):
            told[field.name] = "yes" if value else "no"
        else:
            told[field.name] = "" if value is None else str(value)
    return told


def _labels(events: list[Event]) -> dict[tuple[str, int], str]:
    """Words for the rows that events point to, by model and number."""
    wanted: dict[Any, set[int]] = {}
    for event in events:
        for row in (event.now, event.before):
            for field in _fields(row) if row is not None else ():
                if isinstance(field, ForeignKey) and getattr(row, field.attname) is not None:
                    wanted.setdefault(field.related_model, set()).add(getattr(row, field.attname))
    found: dict[tuple[str, int], str] = {}
    for model, pks in wanted.items():
        name = model._meta.model_name
        if model is ClaimVersion:
            for pk, claim, number in ClaimVersion.objects.filter(pk__in=pks).values_list(
                "pk", "claim__public_id", "number"
            ):
                found[name, pk] = f"{claim}, version {number}"
        elif model is Revision:
            for pk, article, number in Revision.objects.filter(pk__in=pks).values_list(
                "pk", "article__public_id", "number"
            ):
                found[name, pk] = f"revision {number} of {article}"
        elif model in _IN_WORDS or name in ("topic", "user"):
            there = {row.pk: str(row) for row in model._default_manager.filter(pk__in=pks)}
            found |= {(name, pk): label for pk, label in (_gone(name, pks - there.keys()) | there).items()}
    return found


def _gone(name: str, pks: set[int]) -> dict[int, str]:
    """What rows were called that are there no more, by the last that history has of them."""
    if not pks or name not in _KEEP_NAMES:
        return {}
    last = event_models()[name].objects.filter(pgh_obj__in=pks).order_by("pgh_obj_id", "-pk").distinct("pgh_obj_id")
    return {row.pgh_obj_id: NAMED[name][1].format(**vars(row)) for row in last}


def _users(events: list[Event]) -> dict[int, str]:
    found = {event.now.pgh_context.metadata.get("user") for event in events if event.now.pgh_context}
    pks = [int(pk) for pk in found if pk is not None]
    return {user.pk: str(user) for user in get_user_model().objects.filter(pk__in=pks)}


def _reasons(events: list[Event]) -> dict[tuple[str, int], str]:
    """Why a text or a version was made: kept with it, and gone with its words."""
    found: dict[tuple[str, int], str] = {}
    for name, model in (("revision", Revision), ("claimversion", ClaimVersion)):
        pks = [event.now.pgh_obj_id for event in events if event.of == name and event.label == "insert"]
        rows: Any = model
        if pks:
            found |= {(name, pk): why for pk, why in rows.objects.filter(pk__in=pks).values_list("pk", "reason")}
    return found
