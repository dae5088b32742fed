"""Suggestions that an editor turned down: kept by their place, which follows their words into another text."""

from django.contrib.auth.models import AbstractBaseUser

from articles.editing.carrying import only_place
from articles.models import Article, Refusal, Revision


def turn_down(*, by: AbstractBaseUser, article: Article, revision: Revision, start: int, end: int) -> None:
    """Put down that what is suggested there is not wanted; twice is once."""
    Refusal.objects.get_or_create(
        revision=revision, start=start, end=end, defaults={"article": article, "made_by_id": by.pk}
    )


def carry_refusals(*, of: Revision, before: str, revision: Revision) -> None:
    """Let what was turned down `of` one text be so in `revision`, where it is as sure as for a claim that its words stand.

    `before`: the body of the first until now. It may be the same row, rewritten: then what is not found is forgotten, for at
    its place other words stand, of which nobody has said anything.
    """
    refusals = list(of.refusals.order_by("pk"))
    if not refusals or (before == revision.body and of.pk == revision.pk):
        return
    if of.pk == revision.pk:
        of.refusals.all().delete()
    found = []
    for row in refusals:
        start = only_place(before, revision.body, before[row.start : row.end], row.start)
        if start is not None:
            end = start + row.end - row.start
            found.append(
                Refusal(article_id=row.article_id, revision=revision, start=start, end=end, made_by_id=row.made_by_id)
            )
    Refusal.objects.bulk_create(found, ignore_conflicts=True)
