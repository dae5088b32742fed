"""Hand a draft to a publisher, and back."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.models import Article, State


class NotADraft(ValueError):
    """A report that is out, or withdrawn, is not handed round any more."""


@transaction.atomic
def hand_in(*, by: AbstractBaseUser, article: Article) -> None:
    """Ask a publisher to look at a draft. Raises NotADraft."""
    _move(article, State.DRAFT, State.IN_REVIEW)


@transaction.atomic
def hand_back(*, by: AbstractBaseUser, article: Article) -> None:
    """Give a report in review back to its editors. Raises NotADraft."""
    _move(article, State.IN_REVIEW, State.DRAFT)


def _move(article: Article, before: State, after: State) -> None:
    # Who did it stands in the row's history, which the database keeps.
    moved = Article.objects.filter(pk=article.pk, state__in=[before, after], first_published_at=None).update(
        state=after
    )
    if not moved:
        raise NotADraft(f"{article.public_id} is {article.get_state_display()}")
    article.state = after
