"""What the front page asks. A report and its copies and translations count once."""

from datetime import date

from articles.models import Article, ArticleTopic, ClaimVersion, Topic
from articles.queries import browse, counts
from articles.queries.names import load_names
from provinces.models import Province


def latest_articles(limit: int) -> list[Article]:
    """The newest reports, each with everything a row of a list shows; a copy stands under its original alone."""
    firsts = Article.objects.published().exclude(origin__in=Article.objects.published())
    return list(browse.for_list(firsts.newest_first()[:limit]))


def provinces_with_reports() -> list[tuple[Province, int]]:
    """Every public province with the number of reports about it, 0 for none, by name."""
    found = counts.reports_by_province()
    return [(province, found.get(province.pk, 0)) for province in Province.objects.published().order_by("name_en")]


def broad_topics() -> list[tuple[Topic, int]]:
    """The topics that have no broader one, with the reports on them or on a narrower one; those with most first."""
    topics = list(Topic.objects.published().filter(broader=None))
    ids = [topic.pk for topic in topics]
    found = counts.topic_totals(ArticleTopic.objects.published(), ids, load_names(), counts.once_each)
    reported = [(topic, found[topic.pk]) for topic in topics if found[topic.pk]]
    return sorted(reported, key=lambda pair: (-pair[1], pair[0].name))


def falling_due(today: date, limit: int) -> list[ClaimVersion]:
    """Announcements with a date: the next to fall due, and when there are too few, those that passed last.

    Those of a copy or translation are left out: the original has them.
    """
    originals = browse.current_claims().exclude(claim__article__origin__in=Article.objects.published())
    dated = originals.filter(due_latest__isnull=False)
    coming = list(dated.filter(due_latest__gte=today).order_by("due_latest", "id").values_list("pk", flat=True)[:limit])
    passed = list(
        dated.filter(due_latest__lt=today).order_by("-due_latest", "-id").values_list("pk", flat=True)[:limit]
    )
    chosen = [*coming, *passed][:limit]
    rows = {row.pk: row for row in browse.claims_for_list(browse.current_claims().filter(pk__in=chosen))}
    return [rows[pk] for pk in chosen]


def count_reports() -> int:
    """How many reports there are, copies and translations aside."""
    return counts.count_articles(Article.objects.published())[1]


def count_claims() -> int:
    """How many claims there are."""
    return browse.current_claims().count()
