"""Claims that may support or contradict a given one: looked up by what they are filed under and when, then compared.

For the desk alone, which offers them; an editor decides. What reports call their sources is read only to be left out.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q

from articles.likeness.statements import Nearness, Statement, rank, statement_of
from articles.models import (
    ArticleProvince,
    ArticleTopic,
    Claim,
    ClaimLink,
    ClaimProvince,
    ClaimState,
    ClaimTopic,
    ClaimVersion,
    ReportAttribution,
)
from sources.models import Step

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
    asked = _with_all(ClaimVersion.objects.filter(claim=claim)).order_by("-number").first()
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
    return list(_with_all(ClaimVersion.objects.filter(pk__in=found)).order_by(f"-{latest}", "pk"))


def _linked(asked: ClaimVersion) -> list[int]:
    return list(ClaimLink.objects.filter(version=asked).values_list("other", flat=True))


def _shared(asked: ClaimVersion) -> tuple[Q, Q]:
    """What is filed closely alike, and what shares a province, a topic or a body with this one at all.

    A claim that is not filed is filed as its report is.
    """
    row: Any = asked
    article = asked.claim.article
    provinces = [each.province_id for each in row.filed] or [
        each.province_id for each in ArticleProvince.objects.filter(article=article)
    ]
    topics = [each.tag_id for each in row.tagged] or [
        each.tag_id for each in ArticleTopic.objects.filter(content_object=article)
    ]
    bodies = _body_ids(row)
    province = Q(Exists(ClaimProvince.objects.filter(version=OuterRef("pk"), province__in=provinces)))
    topic = Q(Exists(ClaimTopic.objects.filter(content_object=OuterRef("pk"), tag__in=topics)))
    body = (
        Q(Exists(Step.objects.filter(chain=OuterRef("chain"), institution__in=bodies)))
        | Q(actor__in=bodies)
        | Q(addressee__in=bodies)
    )
    return province & topic | body, province | topic | body


def _others(asked: ClaimVersion) -> Any:
    """Claims that are out, of other families, and not linked with this one."""
    article = asked.claim.article
    first = article.origin_id or article.pk
    family = Q(claim__article=first) | Q(claim__article__origin=first)
    if article.origin_url:
        family |= Q(claim__article__origin_url=article.origin_url)
    out = ClaimVersion.objects.published().filter(is_current=True, removed_at=None, claim__state=ClaimState.PUBLISHED)
    return out.exclude(family).exclude(claim__in=_linked(asked))


def _with_all(versions: Any) -> Any:
    """With everything that is compared."""
    return versions.select_related(
        "claim__article__outlet", "claim__article__origin", "actor", "addressee"
    ).prefetch_related(
        Prefetch("chain__steps", Step.objects.select_related("institution").order_by("position"), to_attr="all_steps"),
        Prefetch("filed_provinces", ClaimProvince.objects.select_related("province"), to_attr="filed"),
        Prefetch("topic_items", ClaimTopic.objects.select_related("tag"), to_attr="tagged"),
    )


def _bodies(row: Any) -> list[Any]:
    return [
        body
        for body in (row.actor, row.addressee, *(step.institution for step in row.chain.all_steps))
        if body is not None
    ]


def _body_ids(row: Any) -> list[int]:
    return [body.pk for body in _bodies(row)]


def _descriptors(versions: Collection[ClaimVersion]) -> dict[int, list[str]]:
    """What each report calls its sources, in any of its claims: report's row → words."""
    found: dict[int, list[str]] = {version.claim.article_id: [] for version in versions}
    tied = ReportAttribution.objects.filter(article__in=found).select_related("attribution")
    for row in tied.prefetch_related("attribution__steps"):
        steps = row.attribution.steps.all()
        found[row.article_id] += [row.attribution.descriptor, *(step.printed for step in steps)]
    return found


def _statement(version: ClaimVersion, called: dict[int, list[str]]) -> Statement:
    row: Any = version
    article = version.claim.article
    return statement_of(
        version.exact,
        article.language,
        ours=version.paraphrase,
        descriptors=called[article.pk],
        provinces=[each.province.slug for each in row.filed],
        topics=[each.tag.slug for each in row.tagged],
        bodies=[body.slug for body in _bodies(row)],
        published=(article.published_earliest, article.published_latest),
        event=(version.event_earliest, version.event_latest),
    )
