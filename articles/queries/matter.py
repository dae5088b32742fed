"""What a claim is about, for the desk to offer others of the same matter: bodies, topics, provinces; and whose report it is.

A version is read `with_matter` before anything else here is asked of it.
"""

from collections.abc import Collection
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q

from articles.models import Article, ClaimProvince, ClaimTopic, ClaimVersion
from provinces.models import Province
from sources.models import Institution, Step


def with_matter(versions: Any) -> Any:
    """The same versions of claims, each with its report and outlet and with all that it is about; three queries more."""
    return versions.select_related("claim__article__outlet", "actor", "addressee").prefetch_related(
        Prefetch("chain__steps", Step.objects.select_related("institution").order_by("position"), to_attr="all_steps"),
        Prefetch("filed_provinces", ClaimProvince.objects.select_related("province"), to_attr="filed"),
        Prefetch("topic_items", ClaimTopic.objects.select_related("tag"), to_attr="tagged"),
    )


def bodies_of(version: ClaimVersion) -> set[Institution]:
    """Who acts, is spoken to, or speaks in its chain."""
    row: Any = version
    steps = (step.institution for step in row.chain.all_steps)
    return {body for body in (row.actor, row.addressee, *steps) if body is not None}


def topics_of(version: ClaimVersion) -> set[Any]:
    """The topics that the claim itself is filed under."""
    row: Any = version
    return {each.tag for each in row.tagged}


def provinces_of(version: ClaimVersion) -> set[Province]:
    """The provinces that the claim itself is about."""
    row: Any = version
    return {each.province for each in row.filed}


def names_a_body(bodies: Collection[Institution]) -> Q:
    """Versions in which any of these acts, is spoken to, or speaks."""
    spoken = Exists(Step.objects.filter(chain=OuterRef("chain"), institution__in=bodies))
    return Q(spoken) | Q(actor__in=bodies) | Q(addressee__in=bodies)


def has_a_topic(topics: Collection[Any]) -> Q:
    """Versions that are filed under any of these."""
    return Q(Exists(ClaimTopic.objects.filter(content_object=OuterRef("pk"), tag__in=topics)))


def is_about(provinces: Collection[Province]) -> Q:
    """Versions that are about any of these."""
    return Q(Exists(ClaimProvince.objects.filter(version=OuterRef("pk"), province__in=provinces)))


def is_of_the_family(article: Article) -> Q:
    """Versions of claims of the reports that count as one with this one, it among them."""
    first = article.origin_id or article.pk
    family = Q(claim__article=first) | Q(claim__article__origin=first)
    if article.origin_url:
        family |= Q(claim__article__origin_url=article.origin_url)
    return family
