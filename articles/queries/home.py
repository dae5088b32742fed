"""What the front page asks. A report and its copies and translations count once."""

from collections.abc import Collection
from datetime import date

from django.db.models import CharField, Count, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, NullIf

from articles.models import Article, ArticleProvince, ArticleTopic, Claim, ClaimVersion, PublicText, Topic
from provinces.models import Province


def provinces_with_reports() -> list[tuple[Province, int]]:
    """Every public province with the number of reports about it, 0 for none, by name."""
    rows = ArticleProvince.objects.published().filter(article__is_public=True)
    counts = dict(rows.order_by().values_list("province").annotate(count=_origins("article__")))
    return [(province, counts.get(province.pk, 0)) for province in Province.objects.published().order_by("name_en")]


def topics_with_reports(limit: int) -> list[tuple[Topic, int]]:
    """The topics with most reports filed right under them."""
    rows = ArticleTopic.objects.published().filter(content_object__is_public=True, tag__is_public=True)
    counts = dict(
        rows.order_by().values_list("tag").annotate(count=_origins("content_object__")).order_by("-count")[:limit]
    )
    topics = Topic.objects.published().filter(pk__in=counts)
    return sorted(((topic, counts[topic.pk]) for topic in topics), key=lambda pair: (-pair[1], pair[0].name))


def falling_due(today: date, limit: int) -> list[ClaimVersion]:
    """Announcements with a date: the next to fall due, and when there are too few, those that passed last."""
    dated = (
        ClaimVersion.objects.published()
        .filter(is_current=True, claim__is_public=True, removed_at__isnull=True, due_latest__isnull=False)
        .select_related("claim__article__outlet")
        .defer("search")
    )
    coming = list(dated.filter(due_latest__gte=today).order_by("due_latest", "id")[:limit])
    passed = list(dated.filter(due_latest__lt=today).order_by("-due_latest", "-id")[: limit - len(coming)])
    return [*coming, *passed]


def count_reports() -> int:
    """How many reports there are, copies and translations aside."""
    return int(Article.objects.published().aggregate(count=_origins(""))["count"])


def count_claims() -> int:
    """How many claims there are."""
    return Claim.objects.published().filter(article__is_public=True).count()


def latest_articles(limit: int) -> list[Article]:
    """The newest reports by the day their outlets published them, with outlet and provinces."""
    newest = Article.objects.published().select_related("outlet").newest_first()
    return list(newest[:limit])


def headlines_of(articles: Collection[Article]) -> dict[int, str]:
    """The current headlines of these reports by their keys."""
    texts = PublicText.objects.published().filter(article__in=articles, is_current=True)
    return dict(texts.values_list("article_id", "headline"))


def addresses_for_sitemap(limit: int) -> QuerySet[Article]:
    """The reports in the order of their last meaningful change."""
    return Article.objects.published().order_by("-changed_at", "-id")[:limit]


def _origins(prefix: str) -> Count:
    """Counts distinct origins: the first report, its outside address, or the report itself."""
    return Count(
        Coalesce(
            Cast(F(f"{prefix}origin_id"), CharField()),
            NullIf(F(f"{prefix}origin_url"), Value("")),
            Cast(F(f"{prefix}id"), CharField()),
            output_field=CharField(),
        ),
        distinct=True,
    )
