"""Claims to look up; each is worked on within its report, and graded on a screen of its own."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.html import format_html

from articles.admin.article import only_the_list
from articles.admin.gaps import ClaimsLacking
from articles.desk import claim_pages, figure_page, outcome_page, views
from articles.desk.filing import CLAIMS, file_many
from articles.desk.frame import framed
from articles.models import Claim, ClaimVersion, Credibility
from provinces.admin import NeverDeletes

if TYPE_CHECKING:
    ClaimBase = admin.ModelAdmin[Claim]
else:
    ClaimBase = admin.ModelAdmin


@admin.register(Claim)
class ClaimAdmin(NeverDeletes, ClaimBase):
    """A list of claims by their newest words."""

    list_display = ["public_id", "words", "state", "grade"]
    list_filter = ["state", ClaimsLacking]
    list_per_page = 50
    search_fields = ["public_id", "versions__exact", "versions__paraphrase"]
    search_help_text = "words, paraphrase or id"
    ordering = ["-id"]
    actions = ["file_them"]
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        newest = ClaimVersion.objects.filter(claim=OuterRef("pk")).order_by("-number")
        return (
            super()
            .get_queryset(request)
            .annotate(
                newest_words=Subquery(newest.values("exact")[:1]),
                newest_grade=Subquery(newest.values("credibility")[:1]),
            )
        )

    def get_urls(self) -> list[URLPattern]:
        pages: list[tuple[str, Callable[..., HttpResponse], str]] = [
            ("<int:pk>/withdraw/", views.withdraw_one_claim, "articles_claim_withdraw"),
            ("<int:pk>/grade/", claim_pages.grade, "articles_claim_grade"),
            ("<int:pk>/links/", claim_pages.links, "articles_claim_links"),
            ("<int:pk>/outcome/", outcome_page.outcome, "articles_claim_outcome"),
            ("<int:pk>/figures/", figure_page.figures, "articles_claim_figures"),
            ("file/", partial(file_many, kind=CLAIMS), "articles_claim_file"),
        ]
        own = [path(route, framed(self.admin_site, view), name=name) for route, view, name in pages]
        change = path("<int:pk>/change/", self.admin_site.admin_view(self.to_its_report), name="articles_claim_change")
        return [change, *own, *only_the_list(super().get_urls())]

    @admin.action(description="File under topics and provinces…", permissions=["change"])
    def file_them(self, request: HttpRequest, queryset: QuerySet[Claim]) -> HttpResponse:
        """Leads to the page that asks what to change."""
        return file_many(request, self.admin_site, CLAIMS, queryset.values_list("pk", flat=True))

    def to_its_report(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A claim is worked on where its text is."""
        claim = get_object_or_404(Claim, pk=pk)
        return redirect(reverse("admin:articles_article_change", args=[claim.article_id]) + f"#{claim.public_id}")

    @admin.display(description="words")
    def words(self, claim: Any) -> str:
        words = claim.newest_words or "(removed)"
        return words if len(words) <= 120 else words[:119] + "…"

    @admin.display(description="credibility")
    def grade(self, claim: Any) -> str:
        label = Credibility(claim.newest_grade).label if claim.newest_grade else "not graded"
        return format_html('<a href="{}">{}</a>', reverse("admin:articles_claim_grade", args=[claim.pk]), label)
