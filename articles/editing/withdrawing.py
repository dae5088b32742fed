"""Hide what must go, at once; bring it back only with a second person; remove words for good."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles.editing.ledger import Subject, record_act
from articles.editing.public_texts import rewrite_public_texts
from articles.editing.visibility import hide_article, hide_claim, show_article
from articles.models import Act, ActKind, Article, Claim, ClaimState, State, WithdrawalClass


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

    `reason` stays on the desk. Raises ValueError when it was never published.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    if article.first_published_at is None:
        raise ValueError(f"{article.public_id} was never published")
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
    *, by: AbstractBaseUser, claim: Claim, withdrawal_class: WithdrawalClass = WithdrawalClass.EDITORS, reason: str
) -> Act:
    """Take one published claim out; its report stays. Raises ValueError when it was never published."""
    if claim.first_published_at is None:
        raise ValueError(f"{claim.public_id} was never published")
    Claim.objects.filter(pk=claim.pk).update(state=ClaimState.WITHDRAWN)
    hide_claim(claim)
    rewrite_public_texts(claim.article)
    Article.objects.filter(pk=claim.article_id).update(changed_at=timezone.now())
    return record_act(
        by=by,
        kind=ActKind.WITHDRAWN,
        subjects=[Subject(claim.public_id, 0)],
        withdrawal_class=withdrawal_class,
        reason=reason,
    )


@transaction.atomic
def restore_article(*, by: AbstractBaseUser, article: Article, reason: str) -> Act:
    """Show a withdrawn report again, with the claims that went with it. Raises SecondPersonNeeded."""
    last = last_withdrawal(article)
    if last is None:
        raise ValueError(f"{article.public_id} is not withdrawn")
    if last.by_id == by.pk:
        raise SecondPersonNeeded(f"{article.public_id} was withdrawn by you; a second person brings it back")
    ids = [subject["id"] for subject in last.subjects]
    Article.objects.filter(pk=article.pk).update(state=State.PUBLISHED, changed_at=timezone.now())
    Claim.objects.filter(article=article, public_id__in=ids).update(state=ClaimState.PUBLISHED)
    article = Article.objects.get(pk=article.pk)
    show_article(article)
    rewrite_public_texts(article)
    return record_act(by=by, kind=ActKind.RESTORED, subjects=[Subject(id, 0) for id in ids], reason=reason)


def last_withdrawal(article: Article) -> Act | None:
    """The act that withdrew the report, if it is withdrawn now."""
    if article.state != State.WITHDRAWN:
        return None
    return Act.objects.filter(kind=ActKind.WITHDRAWN, subjects__contains=[{"id": article.public_id}]).last()
