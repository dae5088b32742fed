"""Publish: make the public record equal to what the desk has now."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles.editing.claims import latest_version, open_version
from articles.editing.drafting import latest_revision, missing_for_publication
from articles.editing.ledger import Subject, record_act
from articles.editing.public_texts import rewrite_public_texts
from articles.editing.visibility import show_article
from articles.models import Act, ActKind, Article, Claim, ClaimState, ClaimVersion, PublicText, Revision, State
from articles.models.claim import Standing
from articles.spans import context, paragraph_of


class NotReady(Exception):
    """A report that cannot be published yet; `lacks` says what it wants, in words."""

    def __init__(self, article: Article, lacks: list[str]) -> None:
        super().__init__(f"{article.public_id} cannot be published: it lacks {', '.join(lacks)}")
        self.lacks = lacks


@transaction.atomic
def publish_article(
    *, by: AbstractBaseUser, article: Article, kind: ActKind | None = None, reason: str = "", at: datetime | None = None
) -> Act | None:
    """Publish the newest revision and every pending claim; None when nothing is pending.

    `kind` says who corrected, for a report that is out already: CORRECTED_HERE, CORRECTED_BY_OUTLET or RETRACTED.
    Raises NotReady when something is lacking.
    """
    article = Article.objects.select_for_update(of=("self",)).select_related("outlet").get(pk=article.pk)
    lacks = missing_for_publication(article)
    if article.state == State.WITHDRAWN:
        lacks.append("its restoration by a second person")
    if lacks:
        raise NotReady(article, lacks)
    at = at or timezone.now()
    first = article.first_published_at is None
    revision = latest_revision(article)
    is_new_text = revision.published_at is None
    if is_new_text:
        _make_current(article, revision, at)
        if not first:
            _carry_claims_over(by, article, revision)
    changed = _publish_claims(article, at)
    kind = ActKind.ISSUED if first else kind or (ActKind.CORRECTED_HERE if is_new_text else ActKind.REWORDED)
    if not (first or is_new_text or changed or kind == ActKind.RETRACTED):
        return None
    article.state = {
        ActKind.ISSUED: State.PUBLISHED,
        ActKind.CORRECTED_HERE: State.CORRECTED_HERE,
        ActKind.CORRECTED_BY_OUTLET: State.CORRECTED_BY_OUTLET,
        ActKind.RETRACTED: State.RETRACTED,
    }.get(kind, State(article.state))
    if first:
        article.first_published_at = at
    article.changed_at = at
    article.save()
    show_article(article)
    rewrite_public_texts(article)
    return record_act(by=by, kind=kind, subjects=_subjects(article, revision, changed), at=at, reason=reason)


def _make_current(article: Article, revision: Revision, at: datetime) -> None:
    # The text before must give up its place first: one revision is current. Its public text follows in the same step.
    for old in article.revisions.filter(is_current=True):
        old.is_current = False
        old.save(update_fields=["is_current"])
        PublicText.objects.filter(article=article, number=old.number).update(is_current=False)
    revision.is_current, revision.published_at = True, at
    revision.save(update_fields=["is_current", "published_at"])


def _carry_claims_over(by: AbstractBaseUser, article: Article, revision: Revision) -> None:
    """Pin each claim to the same words in the new text, or say that they are gone; never to look-alike words."""
    for claim in article.claims.exclude(state=ClaimState.WITHDRAWN):
        last = latest_version(claim)
        if last.revision_id == revision.pk:
            continue
        start = _only_place(last.revision.body, revision.body, last.exact, last.start)
        version = open_version(by=by, claim=claim)
        if start is None:
            version.standing = Standing.LOST
        else:
            version.standing = Standing.STANDS if start == version.start else Standing.MOVED
            version.revision, version.revision_number = revision, revision.number
            version.start, version.end = start, start + len(version.exact)
            version.paragraph = paragraph_of(revision.body, version.start, version.end)[0]
            version.prefix, version.suffix = context(revision.body, version.start, version.end)
        version.save()


def _only_place(old: str, new: str, exact: str, start: int) -> int | None:
    """Where the same occurrence of the same words starts in the new text; None unless it is as certain as before."""
    count = old.count(exact)
    if not count or new.count(exact) != count:
        return None
    found = -1
    for _ in range(old.count(exact, 0, start + len(exact) - 1) + 1):
        found = new.index(exact, found + 1)
    return found


def _publish_claims(article: Article, at: datetime) -> list[ClaimVersion]:
    """Publish each claim's newest version if it is pending; returns those published."""
    published = []
    for claim in article.claims.exclude(state=ClaimState.WITHDRAWN):
        version = latest_version(claim)
        if version.published_at is not None:
            continue
        claim.versions.filter(is_current=True).update(is_current=False)
        version.published_at, version.is_current = at, True
        version.save(update_fields=["published_at", "is_current"])
        if claim.first_published_at is None:
            Claim.objects.filter(pk=claim.pk).update(first_published_at=at, state=ClaimState.PUBLISHED)
        published.append(version)
    return published


def _subjects(article: Article, revision: Revision, versions: list[ClaimVersion]) -> list[Subject]:
    digest = PublicText.objects.get(article=article, number=revision.number).digest
    claims = [Subject(version.claim.public_id, version.number) for version in versions]
    return [Subject(article.public_id, revision.number, digest), *claims]
