"""What the front page asks of the database."""

from datetime import date

from articles.models import Article, ClaimVersion, Topic
from articles.queries import browse
from articles.queries.due import announcing


def latest_articles(limit: int) -> list[Article]:
    """The newest reports, each with everything a row of a list shows; a copy stands under its original alone."""
    firsts = Article.objects.published().exclude(origin__in=Article.objects.published())
    return list(browse.for_list(firsts.newest_first()[:limit]))


def broad_topics() -> list[Topic]:
    """The topics that have no broader one."""
    return list(Topic.objects.published().filter(broader=None))


def falling_due(today: date, limit: int) -> list[ClaimVersion]:
    """Announcements with a date: the next to fall due, and when there are too few, those that passed last.

    What a copy or translation repeats is left out: the first report has it.
    """
    dated = announcing(browse.current_claims()).filter(due_latest__isnull=False)
    coming = list(dated.filter(due_latest__gte=today).order_by("due_latest", "id").values_list("pk", flat=True)[:limit])
    passed = list(
        dated.filter(due_latest__lt=today).order_by("-due_latest", "-id").values_list("pk", flat=True)[:limit]
    )
    chosen = [*coming, *passed][:limit]
    rows = {row.pk: row for row in browse.claims_for_list(browse.current_claims().filter(pk__in=chosen))}
    return [rows[pk] for pk in chosen]
