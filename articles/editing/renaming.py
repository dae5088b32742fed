"""Give a topic, body or outlet another name or address; the old ones keep leading to it."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify

from articles.editing.ledger import Subject, record_act
from articles.editing.public_texts import rewrite_names, rewrite_public_texts
from articles.models import ActKind, Article, Topic, TopicName
from provinces.models import Province
from provinces.names import fold
from sources.models import Institution, InstitutionName, Outlet, OutletName


class AddressTaken(ValueError):
    """An address that leads, or led, to something else."""


@transaction.atomic
def rename_topic(*, by: AbstractBaseUser, topic: Topic, name: str, slug: str = "") -> None:
    """`slug`: its address from now on, or "" to leave it. Raises AddressTaken."""
    old, topic = topic, Topic.objects.select_for_update().get(pk=topic.pk)
    _check_free(topic, slug, Topic.objects.filter(slug=slug), TopicName.objects.exclude(topic=topic).filter(slug=slug))
    _keep(TopicName, topic.name, topic.slug, name, slug, topic=topic)
    topic.name, topic.slug = name, slug or topic.slug
    topic.save()
    old.name, old.slug = topic.name, topic.slug
    search_by_names(by=by, topic=topic)


@transaction.atomic
def search_by_names(*, by: AbstractBaseUser, topic: Topic) -> None:
    """Let the reports under a topic be found by the names it has now, after its Korean or other names changed."""
    _renamed(by, Article.objects.filter(topic_items__tag=topic))


@transaction.atomic
def search_by_spellings(*, province: Province) -> None:
    """The same of a province, after editors spelled it in another way; nothing else stands over its reports, so it is no act."""
    filed = Article.objects.filter(filed_provinces__province=province, is_public=True)
    rewrite_names(list(filed.order_by("pk").values_list("pk", flat=True)))


@transaction.atomic
def rename_institution(*, by: AbstractBaseUser, institution: Institution, name: str, slug: str = "") -> None:
    """The same for a body."""
    old, institution = institution, Institution.objects.select_for_update().get(pk=institution.pk)
    names = InstitutionName.objects.exclude(institution=institution).filter(slug=slug)
    _check_free(institution, slug, Institution.objects.filter(slug=slug), names)
    public = institution.is_public
    _keep(InstitutionName, institution.name_en, institution.slug, name, slug, institution=institution, is_public=public)
    institution.name_en, institution.slug = name, slug or institution.slug
    institution.save()
    old.name_en, old.slug = institution.name_en, institution.slug
    named = Q(claims__versions__chain__steps__institution=institution)
    named |= Q(claims__versions__actor=institution) | Q(claims__versions__addressee=institution)
    _renamed(by, Article.objects.filter(named))


@transaction.atomic
def rename_outlet(*, by: AbstractBaseUser, outlet: Outlet, name: str, slug: str = "") -> None:
    """The same for an outlet."""
    old, outlet = outlet, Outlet.objects.select_for_update().get(pk=outlet.pk)
    names = OutletName.objects.exclude(outlet=outlet).filter(slug=slug)
    _check_free(outlet, slug, Outlet.objects.filter(slug=slug), names)
    _keep(OutletName, outlet.name, outlet.slug, name, slug, outlet=outlet, is_public=outlet.is_public)
    outlet.name, outlet.slug = name, slug or outlet.slug
    outlet.save()
    old.name, old.slug = outlet.name, outlet.slug
    _renamed(by, Article.objects.filter(outlet=outlet))


def _check_free(row, slug, rows, names) -> None:  # type: ignore[no-untyped-def]  # one of three kinds, and querysets of it
    if slug and slug != row.slug and (rows.exists() or names.exists()):
        raise AddressTaken(f"“{slug}” leads to something else already, or did")


def _keep(model, old: str, old_slug: str, new: str, new_slug: str, **owner) -> None:  # type: ignore[no-untyped-def]  # one of three kinds
    """The address that is left keeps leading here; so does the name, where it says something else than the new one."""
    if new_slug and new_slug != old_slug:
        model.objects.update_or_create(slug=old_slug, defaults={"name": old, **owner})
    elif fold(old) != fold(new):
        address = slugify(old, allow_unicode=True)[:60]
        if address != old_slug and not model.objects.filter(slug=address).exists():
            model.objects.create(slug=address, name=old, **owner)


def _renamed(by: AbstractBaseUser, articles) -> None:  # type: ignore[no-untyped-def]  # a queryset of reports
    """Public reports are found by the new name, and the ledger says that what stands over them is another."""
    public = list(articles.filter(is_public=True).distinct().order_by("pk"))
    for article in public:
        rewrite_public_texts(article)
    if public:
        record_act(by=by, kind=ActKind.REFILED, subjects=[Subject(article.public_id, 0) for article in public])
