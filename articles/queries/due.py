"""What was announced for a day, or for "soon": which claims, how each stands, in which order, and how many were kept.

An announcement that a copy or translation repeats is not a second one: it stands where the first report has it. Nor is
one that an editor linked as repeating another: it stands where that one is.
"""

# The stubs cannot follow querysets that carry annotations and prefetched lists through our own classes.
# mypy: disable-error-code="type-var,assignment,return-value,attr-defined,misc,no-any-return"

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest

from articles.cursors import bad_cursor, id_in, moment_in, pack, unpack
from articles.due import State
from articles.facets import Filter
from articles.models import ClaimVersion, Evidence, Outcome
from articles.queries import whole
from articles.queries.browse import NOW, ClaimVersions, claims_matching
from articles.queries.names import Names
from articles.queries.outcomes import outcomes_then, told_of, with_became
from articles.queries.prepared import prepared
from articles.queries.recent import NEWEST, was_news
from articles.queries.times import claims_then

PAGE = 20
# What a list of announcements can be narrowed to beside their state.
FACETS = ("province", "topic", "institution", "outlet")
_ANNOUNCES = ~Q(due_edtf="", due_words="")


def announcing(found: ClaimVersions, filter: Filter = NOW) -> ClaimVersions:
    """Those of the claims that announce something, each announcement once: not where a copy repeats the first report's.

    In a copy a claim that falls due on the same last day is the same announcement; elsewhere, one that is linked so.
    """
    mine, day = "claim__article", Coalesce("due_latest", Value(date.max), output_field=DateField())
    same = claims_then(filter).filter(_ANNOUNCES).annotate(day=day)
    same = same.filter(day=Coalesce(OuterRef("due_latest"), Value(date.max), output_field=DateField()))
    in_origin = same.filter(claim__article=OuterRef(f"{mine}__origin"))
    elder = same.filter(claim__article__lt=OuterRef(mine))
    in_elder = elder.filter(claim__article__origin=OuterRef(f"{mine}__origin"))
    outside = elder.filter(claim__article__origin_url=OuterRef(f"{mine}__origin_url"))
    is_copy, is_of_outside = Q(**{f"{mine}__origin__isnull": False}), ~Q(**{f"{mine}__origin_url": ""})
    is_repeated = is_copy & (Q(Exists(in_origin)) | Q(Exists(in_elder))) | is_of_outside & Q(Exists(outside))
    recorded = Exists(outcomes_then(filter).filter(claim=OuterRef("claim")))
    linked = claims_then(filter).filter(_ANNOUNCES, claim__statement=OuterRef("claim__statement"))
    is_linked = Q(claim__statement__isnull=False) & _has_one_before(linked.alias(recorded=recorded))
    return found.filter(_ANNOUNCES).alias(recorded=recorded).exclude(is_repeated | is_linked)


@dataclass(frozen=True)
class AnnouncedNow:
    """What is known now of an announcement that is not told again what another announces, by the row of its version.

    `became`: what an editor recorded last and holds, or ""; `recorded`: when. `shown_by`: the rows of the reports with
    claims that show any outcome of it.
    """

    version: int
    latest: date | None
    became: str
    recorded: datetime | None
    shown_by: tuple[int, ...]


def announced_among(pks: Sequence[int]) -> list[AnnouncedNow]:
    """Those of these versions that announce something, each announcement once, as things stand now; one query."""
    recorded = outcomes_then(NOW).filter(claim=OuterRef("claim")).order_by("-number")
    shown = Evidence.objects.published().filter(outcome__claim=OuterRef("claim")).order_by()
    rows = with_became(announcing(claims_then(NOW).filter(pk__among=pks))).order_by().annotate(
        recorded=Subquery(recorded.values("at")[:1]),
        shown_by=ArraySubquery(shown.values_list("claim__article", flat=True).distinct()),
    )  # fmt: skip
    found = rows.values_list("pk", "due_latest", "became", "recorded", "shown_by")
    return [AnnouncedNow(pk, latest, became, at, tuple(shown)) for pk, latest, became, at, shown in found]


def showing_anything_in(articles: Sequence[int]) -> Iterable[int]:
    """The rows of the reports whose announcements have an outcome that a claim of these reports shows; one query."""
    return Evidence.objects.published().filter(claim__article__among=articles).values_list(
        "outcome__claim__article", flat=True
    )  # fmt: skip


def _has_one_before(linked: Any) -> Q:
    """Whether one of the announcements that say the same is before it, so that one of them is left, as above.

    Originals come first, of them one with an outcome, then the earliest; copies in the order in which they came here.
    """
    mine = "claim__article"
    original = Q(**{f"{mine}__origin": None, f"{mine}__origin_url": ""})
    came = Q(**{f"{mine}__lt": OuterRef(mine)}) | Q(**{mine: OuterRef(mine)}, claim__lt=OuterRef("claim"))
    day = f"{mine}__published_latest"
    earlier = Q(**{f"{day}__lt": OuterRef(day)}) | Q(**{day: OuterRef(day)}) & came
    better = Q(recorded__gt=OuterRef("recorded")) | Q(recorded=OuterRef("recorded")) & earlier
    of_original, of_copy = linked.filter(original).filter(better), linked.filter(original | came)
    return original & Q(Exists(of_original)) | ~original & Q(Exists(of_copy))


def in_state(found: ClaimVersions, states: Collection[str], day: date, filter: Filter = NOW) -> ClaimVersions:
    """The claims with `became` and, on a day, `due_state`; those in one of the states, in any if there are none."""
    passed = When(due_latest__lt=day, then=Value(State.PASSED.value))
    recorded = When(~Q(became=""), then=F("became"))
    state = Case(recorded, passed, default=Value(State.OPEN.value), output_field=CharField())
    found = with_became(found, filter).annotate(due_state=state)
    return found.filter(due_state__in=states) if states else found


def announcements(
    filter: Filter, names: Names, states: Collection[str], day: date, among: Sequence[int] | None = None
) -> ClaimVersions:
    """All that pass, in no order. `among`: of the versions with these row numbers alone."""
    return in_state(announcing(claims_matching(filter, names, among), filter), states, day, filter)


def announcing_then(filter: Filter, reports: Sequence[int], statements: Sequence[int]) -> set[int]:
    """The versions that say at a time that something is to come, in these reports or told as one of these statements."""
    said = claims_then(filter).filter(_ANNOUNCES).order_by().values_list("pk", flat=True)
    return {*said.filter(claim__article__among=reports), *said.filter(claim__statement__among=statements)}


def statements_with_outcomes() -> set[int]:
    """The statements of which an outcome of any claim was recorded; one query."""
    recorded = Outcome.objects.published().exclude(claim__statement=None).order_by()
    return {pk for pk in recorded.values_list("claim__statement", flat=True).distinct() if pk}


@dataclass(frozen=True)
class Announcement:
    """A claim, what was recorded of it, oldest first, and the claims that show any of it and stand, as rows of lists."""

    version: ClaimVersion
    outcomes: tuple[Outcome, ...]
    evidence: tuple[ClaimVersion, ...]

    def showing(self, outcome: Outcome) -> list[ClaimVersion]:
        """Those that show one of the outcomes."""
        row: Any = outcome
        return [version for version in self.evidence if version.claim_id in row.standing]


def announcement_page(
    found: ClaimVersions, after: str = "", filter: Filter = NOW, size: int = PAGE
) -> tuple[list[Announcement], str]:
    """The next ones, what falls due last first, then those without a last day; and the cursor that follows, or "".

    A fixed number of queries. Raises BadParameter.
    """
    rows = whole.claims(next_in_order(found, after)[: size + 1], filter)
    cursor = cursor_at(rows[size - 1].due_latest, rows[size - 1].claim.public_id) if len(rows) > size else ""
    return with_all_told(rows[:size], filter), cursor


def with_all_told(rows: Collection[ClaimVersion], filter: Filter = NOW) -> list[Announcement]:
    """Rows of a list with what was recorded of each."""
    recorded: Any = told_of([row.claim_id for row in rows], filter)
    shown = {claim for outcomes in recorded.values() for outcome in outcomes for claim in outcome.standing}
    evidence = whole.claims_of(shown, filter)
    return [
        Announcement(
            row,
            tuple(outcomes),
            tuple(each for each in evidence if any(each.claim_id in outcome.standing for outcome in outcomes)),
        )
        for row, outcomes in ((row, recorded.get(row.claim_id, ())) for row in rows)
    ]


def announcements_called(pks: Sequence[int], day: date) -> list[Announcement]:
    """The announcements of these versions as things stand now, in their order, with what was recorded of each.

    Each with `due_state` and, for feeds, `changed`. A fixed number of queries.
    """
    found = in_state(claims_then(NOW).filter(pk__in=pks), (), day)
    rows = {row.pk: row for row in whole.claims(_with_change(found, NOW))}
    return with_all_told([rows[pk] for pk in pks if pk in rows])


def place_of(word: str) -> tuple[date | None, str]:
    """The day and the public id in a cursor of the calendar; the id "" for before all of that day. Raises BadParameter."""
    day, public_id = unpack(word, 2)
    try:
        found = date.fromisoformat(day) if day else None
    except ValueError:
        raise bad_cursor(word) from None
    return found, id_in(public_id, word, "c") if public_id else ""


def change_in(word: str) -> tuple[datetime, str]:
    """The moment and the public id in a cursor of what changed. Raises BadParameter."""
    at, public_id = unpack(word, 2)
    return moment_in(at, word), id_in(public_id, word, "c")


def cursor_of_change(version: ClaimVersion) -> str:
    """Where an announcement stands among what changed."""
    row: Any = version
    return pack(row.changed.isoformat(), version.claim.public_id)


def cursor_at(day: date | None, public_id: str = "") -> str:
    """Where a claim stands; without an id, before all that fall due on that day, or on none."""
    return pack(day.isoformat() if day else "", public_id)


def next_in_order(found: ClaimVersions, after: str = "") -> ClaimVersions:
    """What comes next in the calendar. Raises BadParameter."""
    found = found.filter(_after(after)) if after else found
    return found.order_by(F("due_latest").desc(nulls_last=True), "claim__public_id")


def next_changed(found: ClaimVersions, after: str, filter: Filter) -> ClaimVersions:
    """What comes next among what changed, each with `changed`. Raises BadParameter."""
    found = _with_change(found, filter)
    if after:
        at, public_id = change_in(after)
        found = found.filter(Q(changed__lt=at) | Q(changed=at, claim__public_id__gt=public_id))
    return found.order_by("-changed", "claim__public_id")


def _after(word: str) -> Q:
    due, public_id = place_of(word)
    here = Q(claim__public_id__gt=public_id)
    if due is None:
        return Q(due_latest=None) & here
    return Q(due_latest__lt=due) | Q(due_latest=due) & here | Q(due_latest=None)


def first_told(version: ClaimVersion) -> ClaimVersion | None:
    """Where the announcement stands that this claim repeats: in the first report of its family, or where it is linked to.

    None for one that repeats none.
    """
    article, statement = version.claim.article, version.claim.statement_id
    origin, url = article.origin_id, None if article.origin_id else article.origin_url or None
    if not (origin or url or statement):
        return None
    due = version.due_latest if origin or url else None
    return next(iter(_first_told(version.claim_id, origin, url, due, statement)), None)


@prepared
def _first_told(claim: int, origin: int | None, url: str | None, due: date | None, statement: int | None) -> Any:
    told = Q()
    if origin:
        told |= (Q(claim__article=origin) | Q(claim__article__origin=origin)) & Q(due_latest=due)
    if url:
        told |= Q(claim__article__origin_url=url) & Q(due_latest=due)
    if statement:
        told |= Q(claim__statement=statement)
    rows = announcing(claims_then(NOW)).filter(told).exclude(claim=claim)
    return with_became(rows).select_related("claim").order_by("claim__article_id", "start")[:1]


def changed_page(
    found: ClaimVersions, after: str = "", filter: Filter = NOW, size: int = NEWEST
) -> tuple[list[Announcement], str]:
    """What changed last, newest first: `changed` is when its version was published or an outcome recorded, the later.

    Of reports that were old when they came in there is no news. Raises BadParameter.
    """
    if not filter.is_of_another_time:
        found = found.filter(was_news("claim__article__"))
    rows = whole.claims(next_changed(found, after, filter)[: size + 1], filter)
    cursor = cursor_of_change(rows[size - 1]) if len(rows) > size else ""
    return with_all_told(rows[:size], filter), cursor


def _with_change(found: ClaimVersions, filter: Filter) -> ClaimVersions:
    """With `changed`: when its version was published or the last outcome recorded, the later."""
    recorded = outcomes_then(filter).filter(claim=OuterRef("claim")).order_by("-number").values("at")[:1]
    return found.annotate(changed=Greatest("published_at", Subquery(recorded)))
