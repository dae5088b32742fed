"""The desk's queue of reports, and the ways to the article's screen."""

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.html import format_html

from articles.admin.gaps import ArticlesLacking
from articles.desk import removals, views
from articles.desk.adding import add_article
from articles.desk.copies import copies
from articles.desk.filing import REPORTS, file_many
from articles.desk.frame import framed
from articles.models import Article, ClaimState, ClaimVersion, Revision, State
from provinces.admin import NeverDeletes
from sources.models import Show

if TYPE_CHECKING:
    ArticleBase = admin.ModelAdmin[Article]
else:
    ArticleBase = admin.ModelAdmin


def only_the_list(urls: list[URLPattern]) -> list[URLPattern]:
    """Of the stock admin's addresses the list alone: its other screens know nothing of versions and of editing together."""
    return [url for url in urls if str(url.name).endswith("_changelist")]


@admin.register(Article)
class ArticleAdmin(NeverDeletes, ArticleBase):
    """Reports in the order of their last change on the desk; every other page is our own."""

    list_display = ["headline", "standing", "lacks", "pending", "outlet", "published_on", "claim_count"]
    list_filter = ["state", ArticlesLacking, "outlet", "language", "provinces"]
    list_select_related = ["outlet"]
    list_per_page = 50
    search_fields = ["public_id", "revisions__headline"]
    search_help_text = "headline or id"
    ordering = ["-id"]
    actions = ["file_them"]
    show_full_result_count = False

    class Media:
        css: ClassVar = {"all": ["desk.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        newest = Revision.objects.filter(article=OuterRef("pk")).order_by("-number")
        claims = ClaimVersion.objects.filter(claim__article=OuterRef("pk")).exclude(claim__state=ClaimState.WITHDRAWN)
        pending = (
            claims.filter(published_at=None).order_by().values("claim__article").annotate(n=Count("pk")).values("n")
        )
        return (
            super()
            .get_queryset(request)
            .annotate(
                newest_headline=Subquery(newest.values("headline")[:1]),
                text_is_pending=Exists(newest.filter(published_at=None)),
                pending_claims=Subquery(pending),
                number_of_claims=Count("claims", filter=~Q(claims__state=ClaimState.WITHDRAWN), distinct=True),
            )
        )

    def get_urls(self) -> list[URLPattern]:
        own = [
            ("<int:pk>/preview/", views.preview, "articles_article_preview"),
            ("<int:pk>/publish/", views.publish, "articles_article_publish"),
            ("<int:pk>/withdraw/", views.withdraw, "articles_article_withdraw"),
            ("<int:pk>/restore/", views.restore, "articles_article_restore"),
            ("<int:pk>/copies/", copies, "articles_article_copies"),
            ("<int:pk>/history/", views.history, "articles_article_history"),
            ("<int:pk>/remove/", removals.ask, "articles_article_remove"),
            ("<int:pk>/change/", views.article_screen, "articles_article_change"),
        ]
        screens = [path(route, framed(self.admin_site, view), name=name) for route, view, name in own]
        add = path("add/", framed(self.admin_site, add_article), name="articles_article_add")
        file = path("file/", framed(self.admin_site, partial(file_many, kind=REPORTS)), name="articles_article_file")
        return [add, file, *screens, *only_the_list(super().get_urls())]

    @admin.action(description="File under topics and provinces…", permissions=["change"])
    def file_them(self, request: HttpRequest, queryset: QuerySet[Article]) -> HttpResponse:
        """Leads to the page that asks what to change."""
        return file_many(request, self.admin_site, REPORTS, queryset.values_list("pk", flat=True))

    @admin.display(description="headline", ordering="newest_headline")
    def headline(self, article: Any) -> str:
        return article.newest_headline or f"({article.public_id}, no headline)"

    @admin.display(description="published", ordering="published_latest")
    def published_on(self, article: Article) -> str:
        return article.published.label() if article.published.is_known else "—"

    @admin.display(description="state", ordering="state")
    def standing(self, article: Article) -> str:
        return format_html('<span class="state {}">{}</span>', article.state, State(article.state).label)

    @admin.display(description="lacks")
    def lacks(self, article: Any) -> str:
        """As `missing_for_publication`, from what the list has read; a test holds the two together."""
        if article.first_published_at is not None:
            return ""
        lacking = [] if article.newest_headline else ["a headline"]
        lacking += [] if article.published_latest is not None else ["a date of publication"]
        lacking += ["the outlet's permission to show anything"] if article.outlet.show == Show.NOTHING else []
        return ", ".join(lacking)

    @admin.display(description="waiting to be published")
    def pending(self, article: Any) -> str:
        if article.first_published_at is None:
            return "everything"
        parts = ["a text"] if article.text_is_pending else []
        count = article.pending_claims or 0
        parts += [f"{count} claim{'s' if count != 1 else ''}"] if count else []
        return " and ".join(parts)

    @admin.display(description="claims", ordering="number_of_claims")
    def claim_count(self, article: Any) -> int:
        return int(article.number_of_claims)
