"""Bring one report in from a file: new, known, or another text of a known one."""

from collections.abc import Callable
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
from articles.editing.locking import count_edits
from articles.editing.permissions import set_permission
from articles.editing.publishing import publish_article
from articles.incoming.brought import Brought
from articles.models import ActKind, Article, Revision, State
from articles.queries.history import event_models
from articles.report_text import ReportText, UnreadableReport
from provinces.history import SEALED
from sources.models import Outlet, Show

# Why a report is published that is published as it comes in.
REASON = "imported as printed"
# Why a text is another one where nobody but an import made it so.
AGAIN = "imported again"


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

    Raises UnreadableReport when it lacks words that claims of its draft are pinned to, and when it would take the place
    of words that an editor wrote and that were not published yet, or could bring back what was removed.
    """
    words = words_brought(text, given)
    article = _known(outlet, original, given.url)
    if article is None:
        twin = _same_words(outlet, words)
        if twin is not None:
            return Imported(Status.DUPLICATE, twin, latest_revision(twin).headline)
        article = draft_report(
            by=by, outlet=outlet, words=words, description=described(text, given), name=name, raw=original
        )
        file_article(by=by, article=article, provinces=provinces_named(words, text.language), topics=[])
        status = Status.CREATED
    else:
        # Nobody saves it meanwhile, and every field is as it is now.
        article = Article.objects.select_for_update(of=("self",)).select_related("outlet", "origin").get(pk=article.pk)
        is_known = article.originals.filter(sha256=sha256_of(original)).exists()
        status = _bring_up_to_date(by, article, text, words, given, is_known=is_known)
        keep_original(by=by, article=article, name=name, raw=original)
    lacks = tuple(missing_for_publication(article))
    if given.publish and _is_to_go_out(article):
        kind = ActKind.CORRECTED_BY_OUTLET if article.first_published_at else None
        act = publish_article(by=by, article=article, kind=kind, reason=REASON, text_alone=True)
        if act is not None and status == Status.UNCHANGED:
            status = Status.REVISED
    if status == Status.REVISED:
        # Pages that are open were drawn before it came in.
        count_edits([article.pk])
    article.refresh_from_db()
    return Imported(status, article, latest_revision(article).headline, lacks)


def first_carried_in(public_id: str) -> Article:
    """The report of this id, or the one that first carried it: a copy of a copy is a copy of the first.

    Raises UnreadableReport.
    """
    return first_of(public_id, Article.objects.select_related("origin").filter(public_id=public_id).first())


def first_of(public_id: str, article: Article | None) -> Article:
    """The same of the report that was found by this id."""
    if article is None:
        raise UnreadableReport(f"there is no report {public_id} it could be a copy of")
    return article.origin or article


def together(given: Given, found: Brought, first: Callable[[str], Article] = first_carried_in) -> Given:
    """What the person said, and from the file what was left open. Raises UnreadableReport for an unknown origin.

    `first` finds the report that first carried the one of a public id.
    """
    said = replace(
        given,
        headline=given.headline or found.headline,
        byline=given.byline or found.byline,
        published=given.published if given.published.is_known else found.published,
        url=given.url or found.url,
        archived_url=given.archived_url or found.archived_url,
    )
    if found.origin and given.origin is None:
        said = replace(said, origin=first(found.origin), origin_kind=found.origin_kind)
    return said


def words_brought(text: ReportText, given: Given) -> Words:
    """The words of a report as they are kept."""
    return Words(given.headline or text.headline, text.body, text.caption, text.credit).normal()


def described(text: ReportText, given: Given) -> Description:
    """What a report is said to be, by its file and by the person who imports."""
    return Description(
        language=given.language or text.language,
        byline=given.byline or text.byline,
        published=given.published if given.published.is_known else text.published,
        original_url=given.url,
        archived_url=given.archived_url,
        origin=given.origin,
        origin_kind=given.origin_kind,
    )


def is_same_text(words: Words, before: Words) -> bool:
    """Whether a known report came in again in the same words; without a headline, it is as before."""
    # An editor may have bettered caption and credit; only other words of the report itself make another text.
    return words.body == before.body and words.headline in ("", before.headline)


def filled_in(known: Description, fresh: Description) -> Description:
    """What is known of a report, and what it lacked. Nothing given is taken away."""
    return replace(
        known,
        byline=known.byline or fresh.byline,
        published=known.published if known.published.is_known else fresh.published,
        original_url=known.original_url or fresh.original_url,
        archived_url=known.archived_url or fresh.archived_url,
    )


def _known(outlet: Outlet, original: str, url: str) -> Article | None:
    """The report of this address, else the one this very text was imported as."""
    articles = Article.objects.filter(outlet=outlet)
    by_address = articles.filter(original_url=url).first() if url else None
    return by_address or articles.filter(originals__sha256=sha256_of(original)).first()


def _is_an_editors(revision: Revision) -> bool:
    """Whether somebody wrote it, or bettered its headline or body, on the desk since it came in."""
    if revision.reason == AGAIN:
        return False
    changes = event_models()["revision"].objects.filter(
        pgh_obj=revision.pk, pgh_label__in=[f"{SEALED}headline", f"{SEALED}body"]
    )
    return revision.number > 1 or changes.exists()


def _is_to_go_out(article: Article) -> bool:
    """Whether its text came in: what editors wrote waits for a publisher, and so does what an outlet took back."""
    last = latest_revision(article)
    return last.published_at is None and article.state != State.RETRACTED and not _is_an_editors(last)


def _same_words(outlet: Outlet, words: Words) -> Article | None:
    return Article.objects.filter(outlet=outlet, revisions__body=words.body).distinct().first()


def _bring_up_to_date(
    by: AbstractBaseUser, article: Article, text: ReportText, words: Words, given: Given, *, is_known: bool
) -> Status:
    """What a known report lacks is filled in; another text becomes a proposed revision.

    `is_known`: it came in like this before; then what an editor has made of it stays.
    """
    last = latest_revision(article)
    before, is_own = words_of(last), _is_an_editors(last)
    status = Status.UNCHANGED
    keeps_own = is_own and is_known
    if keeps_own:
        words = replace(before, headline=before.headline or words.headline)
    if not is_same_text(words, before):
        if is_own and not is_known and last.published_at is None:
            raise UnreadableReport(
                f"{article.public_id} was changed on the desk since it came in; publish that first, or change it there"
            )
        # Nothing is kept by which they could be known again (docs/decisions/0005-other-times-and-removal.md).
        if article.revisions.exclude(removed_at=None).exists():
            raise UnreadableReport(
                f"words of {article.public_id} were removed for good; another text is given on the desk"
            )
        words = replace(words, headline=words.headline or before.headline)
        revision = propose_revision(by=by, article=article, words=words, reason=last.reason if keeps_own else AGAIN)
        try:
            repin_claims(revision=revision, before=before.body)
        except WordsGone as error:
            raise UnreadableReport(str(error)) from error
        status = Status.REVISED
    known = description_of(article)
    filled = filled_in(known, described(text, given))
    if filled != known:
        describe_article(by=by, article=article, description=filled)
        status = Status.REVISED
    return status
