"""Publish: make the public record equal to what the desk has now."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles.editing.carrying import carry_claims_over
from articles.editing.claims import draft_of, latest_version
from articles.editing.drafting import latest_revision, missing_for_publication
from articles.editing.filing_in_time import keep_filing
from articles.editing.leaving import take_out
from articles.editing.ledger import Subject, record_act
from articles.editing.public_texts import rewrite_public_texts
from articles.editing.statements import join_statements
from articles.editing.visibility import count_bodies_anew, show_article
from articles.editing.warnings import held_back
from articles.models import (
    Act,
    ActKind,
    Article,
    Claim,
    ClaimState,
    ClaimVersion,
    Credibility,
    PublicText,
    Revision,
    State,
)
from articles.queries.support import independent_origins

# What an act of publication makes of a report; a new wording of its claims leaves it as it is.
STATE_AFTER = {
    ActKind.ISSUED: State.PUBLISHED,
    ActKind.CORRECTED_HERE: State.CORRECTED_HERE,
    ActKind.CORRECTED_BY_OUTLET: State.CORRECTED_BY_OUTLET,
    ActKind.RETRACTED: State.RETRACTED,
}


class NotReady(Exception):
    """A report that cannot be published yet; `lacks` says what it wants, in words."""

    def __init__(self, article: Article, lacks: list[str]) -> None:
        super().__init__(f"{article.public_id} cannot be published: it lacks {', '.join(lacks)}")
        self.lacks = lacks


@transaction.atomic
def publish_article(
    *,
    by: AbstractBaseUser,
    article: Article,
    kind: ActKind | None = None,
    reason: str = "",
    at: datetime | None = None,
    text_alone: bool = False,
) -> Act | None:
    """Publish the newest revision and every pending claim, take out what was proposed to leave; None when nothing waits.

    `kind` says who corrected, for a report that is out already: CORRECTED_HERE, CORRECTED_BY_OUTLET or RETRACTED.
    With `text_alone` whatever waits of claims goes on waiting; those that are out follow their words.
    Raises NotReady when something is lacking.
    """
    article = Article.objects.select_for_update(of=("self",)).select_related("outlet").get(pk=article.pk)
    lacks = missing_for_publication(article)
    if article.state == State.WITHDRAWN:
        lacks.append("its restoration by a second person")
    lacks += [] if text_alone else unconfirmed(article)
    if lacks:
        raise NotReady(article, lacks)
    went = None if text_alone else take_out(by=by, article=article)
    at = at or timezone.now()
    first = article.first_published_at is None
    revision = latest_revision(article)
    is_new_text = revision.published_at is None
    claims, carried = list(article.claims.all()), {}
    held = {claim.pk for claim in claims} if text_alone else set(held_back(claims))
    if is_new_text:
        _make_current(article, revision, at)
        if not first:
            carried = carry_claims_over(by=by, article=article, revision=revision, held=held)
    changed = _publish_claims(article, at, held, carried)
    joined = join_statements([version.claim_id for version in changed])
    if first:
        kind = ActKind.ISSUED
    elif kind in (None, ActKind.REWORDED):
        kind = ActKind.CORRECTED_HERE if is_new_text and kind is None else _reworded_or_regraded(changed)
    if not (first or is_new_text or changed or kind == ActKind.RETRACTED):
        if went is not None:
            rewrite_public_texts(article)
            Article.objects.filter(pk=article.pk).update(changed_at=at)
        return went
    article.state = STATE_AFTER.get(kind, State(article.state))
    if first:
        article.first_published_at = at
    article.changed_at = at
    article.save()
    let_claims_follow(article)
    show_article(article)
    if joined:
        count_bodies_anew(Article.objects.filter(claims__in=joined).exclude(pk=article.pk).distinct())
    keep_filing(article, at)
    rewrite_public_texts(article)
    return record_act(by=by, kind=kind, subjects=_subjects(article, revision, changed), at=at, reason=reason)


def unconfirmed(article: Article) -> list[str]:
    """Of claims that wait with the highest grade, those that no second origin supports any more, in words."""
    waiting = ClaimVersion.objects.filter(
        claim__article=article, published_at=None, credibility=Credibility.CONFIRMED
    ).exclude(claim__state=ClaimState.WITHDRAWN)
    # Hardly ever are there any, and what is read of each is long to ask for.
    if not waiting.exists():
        return []
    return [
        f"a second, independent origin for {version.claim.public_id}, graded “{Credibility.CONFIRMED.label}”"
        for version in waiting.select_related("claim__article__origin")
        if independent_origins(version.claim) < 2
    ]


def let_claims_follow(article: Article) -> None:
    """What an outlet retracts, it retracts with every statement in it, until it stands by the report again."""
    standing = ClaimState.RETRACTED if article.state == State.RETRACTED else ClaimState.PUBLISHED
    out = article.claims.filter(state__in=[ClaimState.PUBLISHED, ClaimState.RETRACTED])
    out.exclude(state=standing).update(state=standing)


def _make_current(article: Article, revision: Revision, at: datetime) -> None:
    # The text before must give up its place first: one revision is current. Its public text follows in the same step.
    for old in article.revisions.filter(is_current=True):
        old.is_current = False
        old.save(update_fields=["is_current"])
        PublicText.objects.filter(article=article, number=old.number).update(is_current=False)
    revision.is_current, revision.published_at = True, at
    revision.save(update_fields=["is_current", "published_at"])


def _publish_claims(
    article: Article, at: datetime, held: Collection[int], carried: Mapping[int, ClaimVersion]
) -> list[ClaimVersion]:
    """Publish each claim's newest version if it is pending and no warning holds it back; returns those published.

    Of one that is held back, by its pk, only what was `carried`: where the words that are out stand now.
    """
    published = []
    for claim in article.claims.exclude(state=ClaimState.WITHDRAWN).order_by("pk"):
        version = carried.get(claim.pk) if claim.pk in held else latest_version(claim)
        if version is None or version.published_at is not None:
            continue
        claim.versions.filter(is_current=True).update(is_current=False)
        version.published_at, version.is_current = at, True
        version.save(update_fields=["published_at", "is_current"])
        if claim.first_published_at is None:
            Claim.objects.filter(pk=claim.pk).update(first_published_at=at, state=ClaimState.PUBLISHED)
        published.append(version)
    return published


def _reworded_or_regraded(versions: list[ClaimVersion]) -> ActKind:
    """Where nothing but grades is otherwise, readers are told of grades and not of words."""
    if versions and all(_differs_in_grade_alone(version) for version in versions):
        return ActKind.REGRADED
    return ActKind.REWORDED


def _differs_in_grade_alone(version: ClaimVersion) -> bool:
    before = ClaimVersion.objects.filter(claim=version.claim_id, number__lt=version.number).order_by("number").last()
    if before is None or before.credibility == version.credibility:
        return False
    both = [draft_of(each) for each in (before, version)]
    links = [set(each.links.values_list("other", "kind")) for each in (before, version)]
    return both[0] == both[1] and links[0] == links[1] and before.revision_id == version.revision_id


def _subjects(article: Article, revision: Revision, versions: list[ClaimVersion]) -> list[Subject]:
    digest = PublicText.objects.get(article=article, number=revision.number).digest
    claims = [Subject(version.claim.public_id, version.number) for version in versions]
    return [Subject(article.public_id, revision.number, digest), *claims]
