"""No editor overwrites another unseen."""

from collections.abc import Collection

from django.db.models import F

from articles.models import Article


class StaleEdit(Exception):
    """Somebody saved this report after it was opened here."""

    def __init__(self, article: Article) -> None:
        super().__init__(
            f"{article.public_id} was changed by somebody else since you opened it; nothing of yours was saved over it"
        )
        self.article = article


def take_edit(article: Article, edit_number: int) -> None:
    """Count one edit of the report as it was opened; inside the transaction that saves it. Raises StaleEdit."""
    taken = Article.objects.filter(pk=article.pk, edit_number=edit_number).update(edit_number=F("edit_number") + 1)
    if not taken:
        raise StaleEdit(article)
    article.edit_number = edit_number + 1


def count_edits(articles: Collection[int]) -> None:
    """Count an edit of each of these reports, by pk, whose pages may be open somewhere: they are to be read again."""
    Article.objects.filter(pk__in=articles).update(edit_number=F("edit_number") + 1)
