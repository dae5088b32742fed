"""Bring one report in from a file: new, known, or another text of a known one."""

from dataclasses import dataclass, replace
from enum import StrEnum

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify

from articles.dates import PartialDate
from articles.editing.carrying import WordsGone, repin_claims
from articles.editing.drafting import (
    Description,
    Words,
    describe_article,
    description_of,
    draft_report,
    file_article,
    keep_original,
    latest_revision,
    missing_for_publication,
    propose_revision,
    sha256_of,
    words_of,
)
from articles.editing.filing import provinces_named
from articles.editing.permissions import set_permission
from articles.editing.publishing import publish_article
from articles.incoming.brought import Brought
from articles.models import ActKind, Article
from articles.report_text import ReportText, UnreadableReport
from sources.models import Outlet, Show


class Status(StrEnum):
    """What became of a file."""

    CREATED = "created"
    UNCHANGED = "unchanged"
    REVISED = "revised"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Given:
    """What the person who imports says of a report; empty fields are taken from the file or left open."""

    headline: str = ""
    byline: str = ""
    language: str = ""
    published: PartialDate = PartialDate.none()
    url: str = ""
    archived_url: str = ""
    origin: Article | None = None
    origin_kind: str = ""
    publish: bool = False


@dataclass(frozen=True)
class Imported:
    """The result for one report; `lacks` says what a draft still wants before it can be published."""

    status: Status
    article: Article
    headline: str
    lacks: tuple[str, ...] = ()


@transaction.atomic
def outlet_named(*, by: AbstractBaseUser, name: str, show: Show | None) -> Outlet:
    """The outlet of this name, new ones as claims only; a given `show` is set, and recorded, for a known one too."""
    name = " ".join(name.split())
    slug = slugify(name, allow_unicode=False) or f"outlet-{sha256_of(name)[:8]}"
    known = Outlet.objects.filter(Q(name__iexact=name) | Q(other_names__name__iexact=name) | Q(slug=slug)).first()
    if known is None:
        return Outlet.objects.create(name=name, slug=slug, show=show or Show.CLAIMS)
    if show is not None:
        set_permission(by=by, outlet=known, show=show, reason="set while importing")
        known.refresh_from_db()
    return known


@transaction.atomic
def bring_in(
    *, by: AbstractBaseUser, outlet: Outlet, name: str, text: ReportText, original: str, given: Given
) -> Imported:
    """Bring in a report that was read; `original` is kept as it came. Raises NotReady when it shall be published too early.

    Raises UnreadableReport when it lacks words that claims of its draft are pinned to.
    """
    words = Words(given.headline or text.headline, text.body, text.caption, text.credit).normal()
    article = _known(outlet, original, given.url)
    if article is None:
        twin = _same_words(outlet, words)
        if twin is not None:
            return Imported(Status.DUPLICATE, twin, latest_revision(twin).headline)
        article = draft_report(
            by=by, outlet=outlet, words=words, description=_description(text, given), name=name, raw=original
        )
        file_article(by=by, article=article, provinces=provinces_named(words, text.language), topics=[])
        status = Status.CREATED
    else:
        status = _bring_up_to_date(by, article, text, words, given)
        keep_original(by=by, article=article, name=name, raw=original)
    lacks = tuple(missing_for_publication(article))
    if given.publish:
        kind = ActKind.CORRECTED_BY_OUTLET if article.first_published_at else None
        if (
            publish_article(by=by, article=article, kind=kind, reason="imported as printed")
            and status == Status.UNCHANGED
        ):
            status = Status.REVISED
    article.refresh_from_db()
    return Imported(status, article, latest_revision(article).headline, lacks)


def together(given: Given, found: Brought) -> Given:
    """What the person said, and from the file what was left open. Raises UnreadableReport for an unknown origin."""
    said = replace(
        given,
        headline=given.headline or found.headline,
        byline=given.byline or found.byline,
        published=given.published if given.published.is_known else found.published,
        url=given.url or found.url,
        archived_url=given.archived_url or found.archived_url,
    )
    if found.origin and given.origin is None:
        said = replace(said, origin=first_carried_in(found.origin), origin_kind=found.origin_kind)
    return said


def first_carried_in(public_id: str) -> Article:
    """The report of this id, or the one that first carried it: a copy of a copy is a copy of the first.

    Raises UnreadableReport.
    """
    article = Article.objects.select_related("origin").filter(public_id=public_id).first()
    if article is None:
        raise UnreadableReport(f"there is no report {public_id} it could be a copy of")
    return article.origin or article


def _known(outlet: Outlet, original: str, url: str) -> Article | None:
    """The report of this address, else the one this very text was imported as."""
    articles = Article.objects.filter(outlet=outlet)
    by_address = articles.filter(original_url=url).first() if url else None
    return by_address or articles.filter(originals__sha256=sha256_of(original)).first()


def _same_words(outlet: Outlet, words: Words) -> Article | None:
    return Article.objects.filter(outlet=outlet, revisions__body=words.body).distinct().first()


def _bring_up_to_date(by: AbstractBaseUser, article: Article, text: ReportText, words: Words, given: Given) -> Status:
    """What a known report lacks is filled in; another text becomes a proposed revision. Nothing given is taken away."""
    before = words_of(latest_revision(article))
    if not words.headline:
        words = replace(words, headline=before.headline)
    # An editor may have bettered caption and credit; only other words of the report itself make another text.
    is_same = words.body == before.body and words.headline == before.headline
    status = Status.UNCHANGED
    if not is_same:
        revision = propose_revision(by=by, article=article, words=words, reason="imported again")
        try:
            repin_claims(revision=revision, before=before.body)
        except WordsGone as error:
            raise UnreadableReport(str(error)) from error
        status = Status.REVISED
    known, fresh = description_of(article), _description(text, given)
    filled = replace(
        known,
        byline=known.byline or fresh.byline,
        published=known.published if known.published.is_known else fresh.published,
        original_url=known.original_url or fresh.original_url,
        archived_url=known.archived_url or fresh.archived_url,
    )
    if filled != known:
        describe_article(by=by, article=article, description=filled)
        status = Status.REVISED
    return status


def _description(text: ReportText, given: Given) -> Description:
    return Description(
        language=given.language or text.language,
        byline=given.byline or text.byline,
        published=given.published if given.published.is_known else text.published,
        original_url=given.url,
        archived_url=given.archived_url,
        origin=given.origin,
        origin_kind=given.origin_kind,
    )
