"""Keep an imprint of each report's newest text, by which others that tell the same are found."""

from articles.likeness.imprints import Imprint as Taken
from articles.likeness.imprints import imprint_of
from articles.models import Article, Imprint, Revision


def take_imprint(article: Article, revision: Revision) -> None:
    """Make the report's imprint that of this text."""
    taken = imprint_of(f"{revision.headline}\n\n{revision.body}", article.language)
    Imprint.objects.update_or_create(article=article, defaults=codes_of(taken))


def codes_of(taken: Taken) -> dict[str, list[int]]:
    """An imprint as it is kept."""
    return {"words": sorted(taken.words), "signs": sorted(taken.signs), "order": list(taken.order)}


def retake_imprint(article: Article) -> None:
    """After a text was removed: of the newest that is left, none if none is."""
    revision = article.revisions.filter(removed_at=None).order_by("number").last()
    if revision is None:
        Imprint.objects.filter(article=article).delete()
    else:
        take_imprint(article, revision)


def take_missing_imprints() -> int:
    """Imprints of reports that came in before there were any; how many were taken."""
    missing = list(Article.objects.filter(imprint=None, revisions__removed_at=None).distinct().order_by("pk"))
    for article in missing:
        retake_imprint(article)
    return len(missing)
