"""For the desk: what fell due and has no outcome, and later claims that may show what became of it. An editor decides."""

# The stubs cannot follow querysets that carry annotations through our own classes.
# mypy: disable-error-code="attr-defined"

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Case,
    DateField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    Value,
    When,
)
from django.db.models.functions import Abs, Extract

from articles.due import State
from articles.models import ClaimState, ClaimVersion, Outcome
from articles.models.claim import Standing
from articles.queries.browse import current_claims
from articles.queries.due import announcing, in_state
from articles.queries.matter import (
    bodies_of,
    has_a_topic,
    is_about,
    is_of_the_family,
    names_a_body,
    provinces_of,
    topics_of,
    with_matter,
)

ON_A_PAGE = 20
MOST = 8
# Reports so long after the day hardly tell of it any more.
FURTHEST = timedelta(days=730)


@dataclass(frozen=True)
class Candidate:
    """A later claim, and in words what it has in common with the announcement."""

    version: ClaimVersion
    why: str


@dataclass(frozen=True)
class FellDue:
    """An announcement whose day has passed, and what may show what became of it, the likeliest first.

    `is_to_look_at_again`: an outcome was recorded, and what showed it does not stand any more.
    """

    version: ClaimVersion
    candidates: tuple[Candidate, ...]
    is_to_look_at_again: bool


def without_outcome(today: date) -> Any:
    """The announcements whose day has passed and that have no outcome that holds, in no order."""
    return in_state(announcing(current_claims()), [State.PASSED], today)


def fell_due(today: date, page: int) -> tuple[list[FellDue], bool]:
    """One page, the longest due first, and whether there is another. A fixed number of queries, however many rows."""
    found = with_matter(without_outcome(today)).annotate(
        was_recorded=Exists(Outcome.objects.filter(claim=OuterRef("claim")))
    )
    first = (page - 1) * ON_A_PAGE
    rows = list(found.order_by("due_latest", "claim_id")[first : first + ON_A_PAGE + 1])
    shown = rows[:ON_A_PAGE]
    candidates = candidates_of(shown)
    told = [FellDue(row, candidates[row.pk], row.was_recorded) for row in shown]
    return told, len(rows) > ON_A_PAGE


def candidates_of(versions: Sequence[ClaimVersion], most: int = MOST) -> dict[int, tuple[Candidate, ...]]:
    """By version's row, fetched `with_matter`: claims of later reports on the same body, or on the same topic there.

    One query finds them for all, whatever their number, and a fixed number tells of them.
    """
    asked = [part[:most] for part in (_near(version) for version in versions) if part is not None]
    found = list(asked[0].union(*asked[1:], all=True)) if len(asked) > 1 else list(asked[0]) if asked else []
    rows = {row.pk: row for row in with_matter(current_claims().filter(pk__in={each["pk"] for each in found}))}
    told: dict[int, list[tuple[int, int, Candidate]]] = {version.pk: [] for version in versions}
    by_pk = {version.pk: version for version in versions}
    for each in found:
        version, other = by_pk[each["of"]], rows.get(each["pk"])
        if other is not None:  # else it was withdrawn between two of our queries
            told[version.pk].append((-each["weight"], each["apart"], Candidate(other, _in_common(version, other))))
    return {
        pk: tuple(candidate for *_, candidate in sorted(near, key=lambda pair: (*pair[:2], pair[2].version.pk)))
        for pk, near in told.items()
    }


def asked_of(claim: int) -> ClaimVersion | None:
    """The current version of a claim that is out, with all that its candidates are looked up by."""
    found: ClaimVersion | None = with_matter(current_claims().filter(claim=claim)).first()
    return found


def _near(version: ClaimVersion) -> Any:
    """Row numbers of candidates, the likeliest first, as (pk, of, weight, apart); None for one without body or topic."""
    article = version.claim.article
    bodies, topics = bodies_of(version), topics_of(version)
    if not bodies and not topics:
        return None
    assert article.published_latest is not None, "a public article has a date"
    day = version.due_latest or article.published_latest
    body, topic, province = names_a_body(bodies), has_a_topic(topics), is_about(provinces_of(version))
    later = current_claims().filter(
        body | topic & province,
        claim__state=ClaimState.PUBLISHED,
        standing__in=[Standing.STANDS, Standing.MOVED],
        claim__article__published_latest__gt=article.published_latest,
        claim__article__published_latest__lte=day + FURTHEST,
    )
    apart = ExpressionWrapper(
        F("claim__article__published_latest") - Value(day, output_field=DateField()), output_field=DurationField()
    )
    return (
        later.exclude(is_of_the_family(article))
        .annotate(
            of=Value(version.pk, output_field=IntegerField()),
            weight=_points(body, 4) + _points(topic, 2) + _points(province, 1),
            apart=Abs(Extract(apart, "epoch")),
        )
        .order_by("-weight", "apart", "pk")
        .values("pk", "of", "weight", "apart")
    )


def _points(condition: Q, points: int) -> Any:
    return Case(When(condition, then=Value(points)), default=Value(0), output_field=IntegerField())


def _in_common(version: ClaimVersion, other: ClaimVersion) -> str:
    common: list[set[Any]] = [of(version) & of(other) for of in (bodies_of, topics_of, provinces_of)]
    return "; ".join(", ".join(sorted(str(each) for each in shared)) for shared in common if shared)
