"""Say which report carried a story first. Reports and claims keep their addresses, and a family goes on counting as one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from articles.dates import PartialDate
from articles.editing.drafting import latest_revision
from articles.editing.ledger import Subject, record_act
from articles.editing.visibility import count_bodies_anew
from articles.models import Act, ActKind, Article, OriginKind, ToldApart
from articles.queries.origins import address_known_as, report_at

# What tells only part of the first report, or in words of its own: so does whatever was made of it.
_IN_PART = (OriginKind.QUOTATION, OriginKind.RELAY)
_INTO_ANOTHER_LANGUAGE = (OriginKind.TRANSLATION, OriginKind.MACHINE_TRANSLATION)


class CannotJoin(ValueError):
    """Two reports of which neither can be the other's copy; `str()` says why."""


@dataclass(frozen=True)
class Outside:
    """A first report that is not here: where it stands, and of it what an editor knows."""

    address: str
    outlet: str = ""
    published: PartialDate = PartialDate.none()


@transaction.atomic
def join_origin(*, by: AbstractBaseUser, article: Article, origin: Article, kind: OriginKind) -> Act | None:
    """Say that `article` is a copy of `origin`, or, where that is a copy itself, of the first; its own copies follow it.

    Returns the act, None where nothing public changed. Raises CannotJoin.
    """
    article, origin = _locked(article, origin)
    origin = origin.origin or origin
    if origin.pk == article.pk:
        raise CannotJoin(f"{article} is the report that the other one copies")
    first = _outside_of(origin) if origin.origin_url else origin
    if origin.origin_url:
        kind = _kind_through(article.language, OriginKind(origin.origin_kind), OriginKind(kind), origin.language)
    return _keep(by, _follow(article, first, OriginKind(kind)))


@transaction.atomic
def join_outside(*, by: AbstractBaseUser, article: Article, outside: Outside, kind: OriginKind) -> Act | None:
    """Say that `article` is a copy of a report that is not here; its own copies follow it.

    Whatever else copies that one tells the same of it afterwards. Returns the act, None where nothing public changed.
    Raises CannotJoin, also where a report here has that address.
    """
    (article,) = _locked(article)
    here = report_at(outside.address)
    if here is not None:
        what = "it is its own" if here.pk == article.pk else "name that report instead"
        raise CannotJoin(f"{here.public_id} has this address; {what}")
    address = address_known_as(outside.address)
    siblings = list(
        Article.objects.select_for_update().filter(origin_url=address).exclude(pk=article.pk).order_by("pk")
    )
    known = siblings[0] if siblings else None
    outlet = outside.outlet or (known.origin_outlet if known else "")
    edtf = outside.published.edtf or (known.origin_edtf if known else "")
    changed = [row for row in siblings if (row.origin_outlet, row.origin_edtf) != (outlet, edtf)]
    for row in changed:
        row.origin_outlet, row.origin_edtf = outlet, edtf
    first = Outside(address, outlet, PartialDate.parse(edtf))
    return _keep(by, [*_follow(article, first, OriginKind(kind)), *changed])


@transaction.atomic
def part_from_origin(*, by: AbstractBaseUser, article: Article) -> Act | None:
    """Say that a report is no copy after all. Returns the act, None where nothing public changed."""
    (article,) = _locked(article)
    if article.origin is None and not article.origin_url:
        return None
    _point(article, None, "")
    return _keep(by, [article])


@transaction.atomic
def become_origin(*, by: AbstractBaseUser, newcomer: Article, of: Article, kind: OriginKind) -> Act | None:
    """An original that arrived after its copies takes its place: what was first, with all its copies, points to it.

    `of`: any report of that family; `kind`: what the one that was first is to the newcomer, or, where that is not here,
    what `of` is. Returns the act, None where nothing public changed. Raises CannotJoin.
    """
    newcomer, of = _locked(newcomer, of)
    former = of.origin or of
    if former.pk == newcomer.pk:
        raise CannotJoin(f"{newcomer} is the report that the other one copies")
    if newcomer.origin is not None and newcomer.origin.pk != former.pk:
        raise CannotJoin(f"{newcomer} is a copy of {newcomer.origin}; part it from there first")
    if newcomer.origin_url and newcomer.origin_url != former.origin_url:
        raise CannotJoin(f"{newcomer} is a copy of {newcomer.origin_url}; part it from there first")
    if former.origin_url:
        # What was known by its address alone has arrived: its copies are to it what they were.
        copies = [
            row for row in Article.objects.filter(origin_url=former.origin_url).order_by("pk") if row.pk != newcomer.pk
        ]
        kinds = [OriginKind(kind) if row.pk == former.pk else OriginKind(row.origin_kind) for row in copies]
        first = []
    else:
        copies = [copy for copy in former.copies.order_by("pk") if copy.pk != newcomer.pk]
        kinds = [
            _kind_through(copy.language, OriginKind(kind), OriginKind(copy.origin_kind), newcomer.language)
            for copy in copies
        ]
        first = [former]
    is_copy = newcomer.origin is not None or bool(newcomer.origin_url)
    _point(newcomer, None, "")
    for copy, each in zip(copies, kinds, strict=True):
        _point(copy, newcomer, each)
    for row in first:
        _point(row, newcomer, kind)
    # An origin points to no further one at any moment: first the newcomer is free, last the former one steps back.
    return _keep(by, [*([newcomer] if is_copy else []), *copies, *first])


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
    addresses = {url for url in wanted.values_list("origin_url", flat=True) if url}
    members = (
        Article.objects.filter(pk__in=roots)
        | Article.objects.filter(origin__in=roots)
        | Article.objects.filter(origin_url__in=addresses)
    )
    rows = {row.pk: row for row in members.order_by("pk").select_for_update(of=("self",)).select_related("origin")}
    return [rows[pk] for pk in pks]


def _follow(article: Article, first: Article | Outside, kind: OriginKind) -> list[Article]:
    """The report pointed to the first one, and before it its own copies: nothing ever points to what points on."""
    language = first.language if isinstance(first, Article) else ""
    followers = list(article.copies.order_by("pk"))
    for copy in followers:
        _point(copy, first, _kind_through(copy.language, kind, OriginKind(copy.origin_kind), language))
    _point(article, first, kind)
    return [*followers, article]


def _point(article: Article, first: Article | Outside | None, kind: OriginKind | str) -> None:
    outside = first if isinstance(first, Outside) else Outside("")
    article.origin = first if isinstance(first, Article) else None
    article.origin_url, article.origin_outlet = outside.address, outside.outlet
    article.origin_edtf, article.origin_kind = outside.published.edtf, kind


def _outside_of(article: Article) -> Outside:
    return Outside(article.origin_url, article.origin_outlet, article.origin_published)


def _kind_through(language: str, kind: OriginKind, known: OriginKind, origin: str) -> OriginKind:
    """What a copy in a language is to a first report in the language `origin` ("" for not known).

    The one between them is to the first of this `kind`, the copy is to that one what is `known`.
    """
    for in_part in _IN_PART:
        if in_part in (known, kind):
            return in_part
    if origin and language == origin:
        return OriginKind.BACK_TRANSLATION if kind in _INTO_ANOTHER_LANGUAGE else known
    return kind if known in (OriginKind.REPUBLICATION, OriginKind.BACK_TRANSLATION) else known


def _keep(by: AbstractBaseUser, articles: Iterable[Article]) -> Act | None:
    """Keep whom each of them points to; who has one of them open reads it anew. One act for all that are public."""
    public, at = [], timezone.now()
    for article in articles:
        article.edit_number = F("edit_number") + 1
        if article.is_public:
            article.changed_at = at
            public.append(article)
        article.save(
            update_fields=[
                "origin", "origin_url", "origin_outlet", "origin_edtf", "origin_kind", "edit_number", "changed_at",
            ]
        )  # fmt: skip
    if not public:
        return None
    # Reports that turn out to be one are fewer, and what is shown of bodies from so many reports follows.
    count_bodies_anew(public)
    subjects = [Subject(article.public_id, latest_revision(article).number) for article in public]
    return record_act(by=by, kind=ActKind.REFILED, subjects=subjects)
