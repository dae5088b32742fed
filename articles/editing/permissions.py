"""Change what an outlet allows us to show; every public text follows in the same step."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles.editing.ledger import Subject, record_act
from articles.editing.public_texts import rewrite_public_texts
from articles.editing.visibility import hide_article
from articles.models import ActKind, Article, Claim, ClaimState, State, WithdrawalClass
from sources.models import Outlet, Show


@transaction.atomic
def set_permission(*, by: AbstractBaseUser, outlet: Outlet, show: Show, reason: str = "") -> None:
    """Full text, claims only, or nothing; with nothing, all its reports are withdrawn for legal reasons."""
    if Outlet.objects.select_for_update().get(pk=outlet.pk).show == show:
        return
    # In one order always: the ledger keeps it.
    articles = list(Article.objects.filter(outlet=outlet, is_public=True).order_by("pk"))
    hides = show == Show.NOTHING
    claims = list(Claim.objects.filter(article__in=articles, is_public=True).order_by("pk")) if hides else []
    if hides:
        for article in articles:
            hide_article(article)
        Article.objects.filter(pk__in=[row.pk for row in articles]).update(state=State.WITHDRAWN)
        Claim.objects.filter(pk__in=[row.pk for row in claims]).update(state=ClaimState.WITHDRAWN)
        outlet.other_names.update(is_public=False)
    Outlet.objects.filter(pk=outlet.pk).update(show=show, **({"is_public": False} if hides else {}))
    outlet.refresh_from_db()
    for article in Article.objects.filter(outlet=outlet, first_published_at__isnull=False).select_related("outlet"):
        rewrite_public_texts(article)
    Article.objects.filter(pk__in=[row.pk for row in articles]).update(changed_at=timezone.now())
    public_ids = [*(row.public_id for row in articles), *(row.public_id for row in claims)]
    if articles:
        record_act(
            by=by,
            kind=ActKind.WITHDRAWN if hides else ActKind.PERMISSION,
            withdrawal_class=WithdrawalClass.LEGAL if hides else "",
            subjects=[Subject(public_id, 0) for public_id in public_ids],
            reason=reason,
        )
