"""Say which report carried a story first. Reports and claims keep their addresses, and a family goes on counting as one."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from articles.editing.drafting import latest_revision
from articles.editing.ledger import Subject, record_act
from articles.models import Act, ActKind, Article, OriginKind, ToldApart


class CannotJoin(ValueError):
    """Two reports of which neither can be the other's copy; `str()` says why."""


@transaction.atomic
def join_origin(*, by: AbstractBaseUser, article: Article, origin: Article, kind: OriginKind) -> Act | None:
    """Say that `article` is a copy of `origin`, or, where that is a copy itself, of the first; its own copies follow it.

    Returns the act, None where nothing public changed. Raises CannotJoin.
    """
    article, origin = _locked(article, origin)
    origin = origin.origin or origin
    if origin.pk == article.pk:
        raise CannotJoin(f"{article} is the report that the other one copies")
    followers = list(article.copies.order_by("pk"))
    for copy in followers:
        copy.origin, copy.origin_kind = origin, _kind_through(copy, OriginKind(kind), origin)
    article.origin, article.origin_url, article.origin_kind = origin, "", kind
    return _keep(by, [*followers, article])


@transaction.atomic
def part_from_origin(*, by: AbstractBaseUser, article: Article) -> Act | None:
    """Say that a report is no copy after all. Returns the act, None where nothing public changed."""
    (article,) = _locked(article)
    if article.origin is None and not article.origin_url:
        return None
    article.origin, article.origin_url, article.origin_kind = None, "", ""
    return _keep(by, [article])


@transaction.atomic
def become_origin(*, by: AbstractBaseUser, newcomer: Article, of: Article, kind: OriginKind) -> Act | None:
    """An original that arrived after its copies takes its place: what was first, with all its copies, points to it.

    `of`: any report of that family; `kind`: what the one that was first is to the newcomer. Returns the act, None where
    nothing public changed. Raises CannotJoin.
    """
    newcomer, of = _locked(newcomer, of)
    former = of.origin or of
    if former.pk == newcomer.pk:
        raise CannotJoin(f"{newcomer} is the report that the other one copies")
    copies = [copy for copy in former.copies.order_by("pk") if copy.pk != newcomer.pk]
    for copy in copies:
        copy.origin, copy.origin_kind = newcomer, _kind_through(copy, OriginKind(kind), newcomer)
    if newcomer.origin is not None and newcomer.origin.pk != former.pk:
        raise CannotJoin(f"{newcomer} is a copy of {newcomer.origin}; part it from there first")
    is_copy = newcomer.origin is not None or bool(newcomer.origin_url)
    newcomer.origin, newcomer.origin_url, newcomer.origin_kind = None, "", ""
    former.origin, former.origin_url, former.origin_kind = newcomer, "", kind
    # An origin points to no further one at any moment: first the newcomer is free, last the former one steps back.
    return _keep(by, [*([newcomer] if is_copy else []), *copies, former])


@transaction.atomic
def tell_apart(*, by: AbstractBaseUser, article: Article, others: Iterable[Article]) -> None:
    """Say that a report tells of its own what these seem to tell as well; the desk points them out no more."""
    for other in others:
        ToldApart.objects.get_or_create(article=article, other=other, defaults={"by_id": by.pk})


def _locked(*articles: Article) -> list[Article]:
    """The reports with their families locked, in an order that is the same for everybody; as they are now."""
    pks = [article.pk for article in articles]
    wanted = Article.objects.filter(pk__in=pks)
    roots = {pk for pair in wanted.values_list("pk", "origin_id") for pk in pair if pk}
    members = Article.objects.filter(pk__in=roots) | Article.objects.filter(origin__in=roots)
    rows = {row.pk: row for row in members.order_by("pk").select_for_update(of=("self",)).select_related("origin")}
    return [rows[pk] for pk in pks]


def _kind_through(copy: Article, kind: OriginKind, origin: Article) -> OriginKind:
    """What a copy is to a new origin, to which its former one is of this kind."""
    known = OriginKind(copy.origin_kind)
    if known == OriginKind.RELAY:
        return known
    if copy.language == origin.language:
        is_other_way = kind in (OriginKind.TRANSLATION, OriginKind.MACHINE_TRANSLATION)
        return OriginKind.BACK_TRANSLATION if is_other_way else known
    return kind if known in (OriginKind.REPUBLICATION, OriginKind.BACK_TRANSLATION) else known


def _keep(by: AbstractBaseUser, articles: Iterable[Article]) -> Act | None:
    """Keep whom each of them points to; who has one of them open reads it anew. One act for all that are public."""
    public, at = [], timezone.now()
    for article in articles:
        article.edit_number = F("edit_number") + 1
        if article.is_public:
            article.changed_at = at
            public.append(article)
        article.save(update_fields=["origin", "origin_url", "origin_kind", "edit_number", "changed_at"])
    if not public:
        return None
    subjects = [Subject(article.public_id, latest_revision(article).number) for article in public]
    return record_act(by=by, kind=ActKind.REFILED, subjects=subjects)
