"""Hide what must go, at once; bring it back only with a second person; remove words for good."""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from articles.editing.drafting import missing_for_publication
from articles.editing.filing_in_time import keep_filing
from articles.editing.ledger import Subject, record_act
from articles.editing.locking import count_edits
from articles.editing.public_texts import rewrite_public_texts
from articles.editing.publishing import STATE_AFTER, NotReady, let_claims_follow
from articles.editing.visibility import hide_article, hide_claim, show_article
from articles.models import Act, ActKind, Article, Claim, ClaimState, State, WithdrawalClass
from articles.queries.registry import public_among


class SecondPersonNeeded(Exception):
    """Who withdrew something does not bring it back alone."""


@transaction.atomic
def withdraw_article(
    *,
    by: AbstractBaseUser,
    article: Article,
    withdrawal_class: WithdrawalClass = WithdrawalClass.EDITORS,
    reason: str,
    successor: str = "",
) -> Act:
    """Take a published report and its claims out of every public place; its addresses answer 410 for ever.

    `reason` stays on the desk. `successor`: the id of what stands in its place, or "". Raises ValueError when it was never
    published, or is withdrawn already, or when nothing public has the id of the successor.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    _check_is_out(article)
    _check_successor(successor, article)
    claims = list(article.claims.filter(is_public=True))
    hide_article(article)
    Article.objects.filter(pk=article.pk).update(state=State.WITHDRAWN, changed_at=timezone.now())
    Claim.objects.filter(pk__in=[claim.pk for claim in claims]).update(state=ClaimState.WITHDRAWN)
    rewrite_public_texts(Article.objects.get(pk=article.pk))
    return record_act(
        by=by,
        kind=ActKind.WITHDRAWN,
        subjects=[Subject(article.public_id, 0), *(Subject(claim.public_id, 0) for claim in claims)],
        withdrawal_class=withdrawal_class,
        successor=successor,
        reason=reason,
    )


@transaction.atomic
def withdraw_claim(
    *,
    by: AbstractBaseUser,
    claim: Claim,
    withdrawal_class: WithdrawalClass = WithdrawalClass.EDITORS,
    reason: str,
    successor: str = "",
) -> Act:
    """Take one published claim out; its report stays. Arguments and errors are those of a report's withdrawal."""
    claim = Claim.objects.select_for_update(of=("self",)).select_related("article__outlet").get(pk=claim.pk)
    _check_is_out(claim)
    _check_successor(successor, claim)
    hide_claim(claim)
    Claim.objects.filter(pk=claim.pk).update(state=ClaimState.WITHDRAWN)
    rewrite_public_texts(claim.article)
    Article.objects.filter(pk=claim.article_id).update(changed_at=timezone.now())
    # Who has its report open still sees it there.
    count_edits([claim.article_id])
    return record_act(
        by=by,
        kind=ActKind.WITHDRAWN,
        subjects=[Subject(claim.public_id, 0)],
        withdrawal_class=withdrawal_class,
        successor=successor,
        reason=reason,
    )


@transaction.atomic
def restore_article(*, by: AbstractBaseUser, article: Article, reason: str) -> Act:
    """Show a withdrawn report again, with the claims that went with it, in the state it was in.

    Raises SecondPersonNeeded for who withdrew it (unless ONE_PERSON_DESK), ValueError when it is not withdrawn, and NotReady when it may no
    longer be shown, as when its outlet has taken its permission back.
    """
    article = Article.objects.select_for_update(of=("self",)).select_related("outlet").get(pk=article.pk)
    last = last_withdrawal(article)
    if last is None:
        raise ValueError(f"{article.public_id} is not withdrawn")
    if last.by_id == by.pk and not settings.ONE_PERSON_DESK:
        raise SecondPersonNeeded(f"{article.public_id} was withdrawn by you; a second person brings it back")
    lacks = missing_for_publication(article)
    if lacks:
        raise NotReady(article, lacks)
    went = [subject["id"] for subject in last.subjects]
    claims = article.claims.filter(public_id__in=went)
    claims.update(state=ClaimState.PUBLISHED)
    article.state, article.changed_at = _state_before(article), timezone.now()
    article.save(update_fields=["state", "changed_at"])
    let_claims_follow(article)
    show_article(article)
    # It may have been filed otherwise while nobody saw it.
    keep_filing(article, article.changed_at)
    rewrite_public_texts(article)
    subjects = [Subject(article.public_id, 0), *(Subject(claim.public_id, 0) for claim in claims.order_by("pk"))]
    return record_act(by=by, kind=ActKind.RESTORED, subjects=subjects, reason=reason)


def last_withdrawal(article: Article) -> Act | None:
    """The act that withdrew the report, if it is withdrawn now."""
    if article.state != State.WITHDRAWN:
        return None
    return _acts_on(article).filter(kind=ActKind.WITHDRAWN).last()


def _check_is_out(row: Article | Claim) -> None:
    if row.first_published_at is None:
        raise ValueError(f"{row.public_id} was never published")
    if row.state == State.WITHDRAWN:
        raise ValueError(f"{row.public_id} is withdrawn already")


def _check_successor(successor: str, row: Article | Claim) -> None:
    if successor == row.public_id:
        raise ValueError(f"{row.public_id} does not stand in its own place")
    if successor and not public_among([successor]):
        raise ValueError(f"{successor} is not on the public site")


def _state_before(article: Article) -> State:
    """The state its last publication left it in: a corrected or retracted report comes back as such."""
    act = _acts_on(article).filter(kind__in=STATE_AFTER).last()
    assert act is not None, "what was withdrawn had been issued"
    return STATE_AFTER[ActKind(act.kind)]


def _acts_on(article: Article) -> QuerySet[Act]:
    return Act.objects.filter(subjects__contains=[{"id": article.public_id}]).order_by("number")
