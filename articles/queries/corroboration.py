"""Claims that may support or contradict a given one: looked up by what they are filed under and when, then compared.

For the desk alone, which offers them; an editor decides. What reports call their sources is read only to be left out.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Q

from articles.likeness.statements import Nearness, Statement, rank, statement_of
from articles.models import Claim, ClaimLink, ClaimState, ClaimVersion, ReportAttribution
from articles.queries.browse import current_claims
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
from provinces.models import Province

MOST = 5
# Reports further apart are hardly of one matter; so many before and after, the nearest in time, are compared: of those that
# share a body, or both a province and a topic, and of those that share any of these.
FURTHEST = timedelta(days=200)
COMPARED, COMPARED_BESIDE = 150, 50


@dataclass(frozen=True)
class Candidate:
    """A claim that may be of the same matter, and what the two have in common."""

    version: ClaimVersion
    nearness: Nearness


def candidates_for(claim: Claim, most: int = MOST) -> list[Candidate]:
    """The nearest first: claims that are out, of other reports that are no copies of this one, and not linked to it yet.

    A fixed number of queries, however many claims there are.
    """
    asked = with_matter(ClaimVersion.objects.filter(claim=claim)).order_by("-number").first()
    if asked is None or asked.claim.article.published_latest is None:
        return []
    near = _near(asked)
    called = _descriptors([asked, *near])
    told = [_statement(version, called) for version in near]
    return [Candidate(near[place], nearness) for place, nearness in rank(_statement(asked, called), told, most)]


def _near(asked: ClaimVersion) -> list[ClaimVersion]:
    """What is compared with the claim, in the order of the calendar and then of rows."""
    closely, beside = _shared(asked)
    others, day, latest = _others(asked), asked.claim.article.published_latest, "claim__article__published_latest"
    assert day is not None, "what is asked about has a date"
    found: set[int] = set()
    for shares, most in ((closely, COMPARED), (beside, COMPARED_BESIDE)):
        rows = others.filter(shares).order_by()
        before = rows.filter(**{f"{latest}__lte": day, f"{latest}__gte": day - FURTHEST}).order_by(f"-{latest}", "pk")
        after = rows.filter(**{f"{latest}__gt": day, f"{latest}__lte": day + FURTHEST}).order_by(latest, "pk")
        for piece in (before, after):
            found.update(piece.values_list("pk", flat=True)[:most])
    return list(with_matter(ClaimVersion.objects.filter(pk__in=found)).order_by(f"-{latest}", "pk"))


def _linked(asked: ClaimVersion) -> list[int]:
    return list(ClaimLink.objects.filter(version=asked).values_list("other", flat=True))


def _shared(asked: ClaimVersion) -> tuple[Q, Q]:
    """What is filed closely alike, and what shares a province, a topic or a body with this one at all.

    A claim that is not filed is filed as its report is.
    """
    article = asked.claim.article
    provinces = provinces_of(asked) or set(Province.objects.filter(filed_articles__article=article))
    topics = topics_of(asked) or set(article.topics.all())
    province, topic, body = is_about(provinces), has_a_topic(topics), names_a_body(bodies_of(asked))
    return province & topic | body, province | topic | body


def _others(asked: ClaimVersion) -> Any:
    """Claims that are out, of other families, and not linked with this one."""
    out = current_claims().filter(claim__state=ClaimState.PUBLISHED)
    return out.exclude(is_of_the_family(asked.claim.article)).exclude(claim__in=_linked(asked))


def _descriptors(versions: Collection[ClaimVersion]) -> dict[int, list[str]]:
    """What each report calls its sources, in any of its claims: report's row → words."""
    found: dict[int, list[str]] = {version.claim.article_id: [] for version in versions}
    tied = ReportAttribution.objects.filter(article__in=found).select_related("attribution")
    for row in tied.prefetch_related("attribution__steps"):
        steps = row.attribution.steps.all()
        found[row.article_id] += [row.attribution.descriptor, *(step.printed for step in steps)]
    return found


def _statement(version: ClaimVersion, called: dict[int, list[str]]) -> Statement:
    article = version.claim.article
    return statement_of(
        version.exact,
        article.language,
        ours=version.paraphrase,
        descriptors=called[article.pk],
        provinces=[province.slug for province in provinces_of(version)],
        topics=[topic.slug for topic in topics_of(version)],
        bodies=[body.slug for body in bodies_of(version)],
        published=(article.published_earliest, article.published_latest),
        event=(version.event_earliest, version.event_latest),
    )
