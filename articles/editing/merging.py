"""Merge two institutions or outlets into one; the old name and address keep leading to it."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.text import slugify

from articles.editing.ledger import Subject, record_act
from articles.editing.public_texts import rewrite_public_texts
from articles.editing.visibility import claims_naming, show_institutions
from articles.models import ActKind, Article, Claim, ClaimVersion
from sources.models import Institution, InstitutionName, Outlet, OutletName, Step


class CannotMerge(Exception):
    """Two things that may not become one; `str()` says why."""


@transaction.atomic
def merge_institutions(*, by: AbstractBaseUser, institution: Institution, into: Institution) -> None:
    """Everything said or done by `institution` becomes `into`'s. Raises CannotMerge."""
    check_two(institution, into)
    claims = Claim.objects.filter(pk__in=claims_naming(institution).values("claim")).order_by("pk")
    subjects = [Subject(claim.public_id, 0) for claim in claims]
    Step.objects.filter(institution=institution).update(institution=into)
    ClaimVersion.objects.filter(actor=institution).update(actor=into)
    ClaimVersion.objects.filter(addressee=institution).update(addressee=into)
    institution.other_names.update(institution=into)
    institution.delete()
    keep_names(InstitutionName, [institution.name_en, institution.name_ko], institution.slug, institution=into)
    show_institutions([into.pk])
    if subjects:
        record_act(by=by, kind=ActKind.MERGED, subjects=subjects)


@transaction.atomic
def merge_outlets(*, by: AbstractBaseUser, outlet: Outlet, into: Outlet) -> None:
    """Reports of `outlet` become `into`'s; refused when the two allow different things. Raises CannotMerge."""
    check_two(outlet, into)
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
    moving = list(Article.objects.filter(outlet=outlet).values_list("pk", flat=True))
    public = Outlet.objects.filter(pk__in=[outlet.pk, into.pk], is_public=True).exists()
    Outlet.objects.filter(pk=into.pk).update(is_public=public)
    Article.objects.filter(outlet=outlet).update(outlet=into)
    Step.objects.filter(outlet=outlet).update(outlet=into)
    outlet.other_names.update(outlet=into)
    outlet.delete()
    keep_names(OutletName, [outlet.name, outlet.name_ko], outlet.slug, outlet=into)
    into.other_names.update(is_public=public)
    _refiled(by, list(Article.objects.filter(pk__in=moving).order_by("pk")))


def check_two(one: Model, other: Model) -> None:
    """Raises CannotMerge for one and the same."""
    if one.pk == other.pk:
        raise CannotMerge(f"{one} cannot be merged into itself")


def keep_names(model: type[Model], names: list[str], slug: str, **owner: Model) -> None:
    """Keep the name, with the address it had, and the Korean one, where there is one, with one of its own."""
    name, korean = names
    rows: QuerySet[Any] = model._default_manager.all()
    rows.update_or_create(slug=slug, defaults={"name": name, **owner})
    if korean and not rows.filter(name=korean, **owner).exists():
        address = slugify(korean, allow_unicode=True)[:60]
        if not address or rows.filter(slug=address).exists():
            address = f"{address}-{slug}"[:80]
        rows.get_or_create(slug=address, defaults={"name": korean, **owner})


def _refiled(by: AbstractBaseUser, articles: list[Article]) -> None:
    public = [article for article in articles if article.is_public]
    for article in public:
        rewrite_public_texts(article)
    if public:
        record_act(by=by, kind=ActKind.MERGED, subjects=[Subject(article.public_id, 0) for article in public])
