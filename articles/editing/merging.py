"""Merge two topics, institutions or outlets into one; the old name and address keep leading to it."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Model, QuerySet

from articles.editing.ledger import Subject, record_act
from articles.editing.public_texts import rewrite_public_texts
from articles.editing.visibility import show_institutions
from articles.models import ActKind, Article, ArticleTopic, ClaimTopic, ClaimVersion, Topic, TopicName
from sources.models import Institution, InstitutionName, Outlet, OutletName, Step


class CannotMerge(Exception):
    """Two things that may not become one; `str()` says why."""


@transaction.atomic
def merge_topics(*, by: AbstractBaseUser, topic: Topic, into: Topic) -> None:
    """File everything of `topic` under `into`, then let `topic` live on as another name of it. Raises CannotMerge."""
    _check_two(topic, into)
    if into.broader_id == topic.pk:
        into.broader = topic.broader
        into.save()
    topic.narrower.exclude(pk=into.pk).update(broader=into)
    articles = list(Article.objects.filter(topic_items__tag=topic))
    _repoint(ArticleTopic.objects.filter(tag=topic), into)
    _repoint(ClaimTopic.objects.filter(tag=topic), into)
    topic.other_names.update(topic=into)
    old_name, old_slug = topic.name, topic.slug
    topic.delete()
    TopicName.objects.create(topic=into, name=old_name, slug=old_slug)
    _refiled(by, articles)


@transaction.atomic
def merge_institutions(*, by: AbstractBaseUser, institution: Institution, into: Institution) -> None:
    """Everything said or done by `institution` becomes `into`'s. Raises CannotMerge."""
    _check_two(institution, into)
    Step.objects.filter(institution=institution).update(institution=into)
    ClaimVersion.objects.filter(actor=institution).update(actor=into)
    ClaimVersion.objects.filter(addressee=institution).update(addressee=into)
    institution.other_names.update(institution=into)
    old_name, old_slug = institution.name_en, institution.slug
    institution.delete()
    InstitutionName.objects.create(institution=into, name=old_name, slug=old_slug)
    show_institutions([into.pk])


@transaction.atomic
def merge_outlets(*, by: AbstractBaseUser, outlet: Outlet, into: Outlet) -> None:
    """Reports of `outlet` become `into`'s; refused when the two allow different things. Raises CannotMerge."""
    _check_two(outlet, into)
    if outlet.show != into.show:
        raise CannotMerge(f"{outlet} and {into} allow different things; make them equal first")
    if (
        Article.objects.filter(outlet=outlet)
        .exclude(original_url="")
        .filter(original_url__in=Article.objects.filter(outlet=into).exclude(original_url="").values("original_url"))
    ):
        raise CannotMerge(
            f"{outlet} and {into} hold the same address twice; withdraw one of the two reports as a duplicate"
        )
    public = outlet.is_public or into.is_public
    Outlet.objects.filter(pk=into.pk).update(is_public=public)
    Article.objects.filter(outlet=outlet).update(outlet=into)
    Step.objects.filter(outlet=outlet).update(outlet=into)
    outlet.other_names.update(outlet=into)
    old_name, old_slug = outlet.name, outlet.slug
    outlet.delete()
    OutletName.objects.create(outlet=into, name=old_name, slug=old_slug)
    into.other_names.update(is_public=public)
    _refiled(by, list(Article.objects.filter(outlet=into)))


def _check_two(one: Model, other: Model) -> None:
    if one.pk == other.pk:
        raise CannotMerge(f"{one} cannot be merged into itself")


def _repoint(rows: "QuerySet[ArticleTopic] | QuerySet[ClaimTopic]", into: Topic) -> None:
    """Move rows over, dropping those whose owner is filed there already."""
    rows.filter(content_object__in=rows.model.objects.filter(tag=into).values("content_object")).delete()
    rows.update(tag=into)


def _refiled(by: AbstractBaseUser, articles: list[Article]) -> None:
    public = [article for article in articles if article.is_public]
    for article in public:
        rewrite_public_texts(article)
    if public:
        record_act(by=by, kind=ActKind.MERGED, subjects=[Subject(article.public_id, 0) for article in public])
