"""Claims to look up; each is worked on within its report, and graded on a screen of its own."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.html import format_html

from articles.admin.article import only_the_list
from articles.desk import views
from articles.desk.act_forms import GradeForm
from articles.editing.claims import latest_version
from articles.editing.grading import NotConfirmed, grade_claim
from articles.models import Claim, ClaimState, ClaimVersion, Credibility
from provinces.admin import NeverDeletes

if TYPE_CHECKING:
    ClaimBase = admin.ModelAdmin[Claim]
else:
    ClaimBase = admin.ModelAdmin


@admin.register(Claim)
class ClaimAdmin(NeverDeletes, ClaimBase):
    """A list of claims by their newest words."""

    list_display = ["public_id", "words", "state", "grade"]
    list_filter = ["state"]
    list_per_page = 50
    search_fields = ["public_id", "versions__exact", "versions__paraphrase"]
    search_help_text = "words, paraphrase or id"
    ordering = ["-id"]
    actions = None
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
        def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
            return views.withdraw_one_claim(request, self.admin_site, pk)

        own = [
            path("<int:pk>/withdraw/", self.admin_site.admin_view(withdraw), name="articles_claim_withdraw"),
            path("<int:pk>/grade/", self.admin_site.admin_view(self.grade_view), name="articles_claim_grade"),
            path("<int:pk>/change/", self.admin_site.admin_view(self.to_its_report), name="articles_claim_change"),
        ]
        return [*own, *only_the_list(super().get_urls())]

    def to_its_report(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A claim is worked on where its text is."""
        claim = get_object_or_404(Claim, pk=pk)
        return redirect(reverse("admin:articles_article_change", args=[claim.article_id]) + f"#{claim.public_id}")

    def grade_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Grade a claim by what it says; the outlet's letter is not on this page."""
        if not request.user.has_perm("articles.change_claim"):
            raise PermissionDenied
        claim = get_object_or_404(Claim.objects.select_related("article__outlet"), pk=pk)
        if claim.state == ClaimState.WITHDRAWN:
            messages.warning(request, "A withdrawn claim is not graded.")
            return redirect("admin:articles_article_change", claim.article_id)
        version = latest_version(claim)
        initial = {"credibility": str(version.credibility or ""), "reason": version.credibility_reason}
        form = GradeForm(request.POST if request.method == "POST" else None, initial=initial)
        if request.method == "POST" and form.is_valid():
            chosen = form.cleaned_data["credibility"]
            try:
                grade_claim(
                    by=request.user,  # type: ignore[arg-type]  # admin_view lets nobody in without logging in
                    claim=claim,
                    credibility=int(chosen) if chosen else None,
                    reason=form.cleaned_data["reason"],
                )
                messages.success(request, "Graded; readers see it once the report is published again.")
                return redirect(
                    reverse("admin:articles_article_change", args=[claim.article_id]) + f"#{claim.public_id}"
                )
            except NotConfirmed as error:
                form.add_error("credibility", f"{error}.")
        context = {
            **self.admin_site.each_context(request),
            "title": "How credible is this claim?",
            "claim": claim,
            "version": version,
            "form": form,
        }
        return TemplateResponse(request, "desk/grade.html", context, status=422 if form.errors else 200)

    @admin.display(description="words")
    def words(self, claim: Any) -> str:
        words = claim.newest_words or "(removed)"
        return words if len(words) <= 120 else words[:119] + "…"

    @admin.display(description="credibility")
    def grade(self, claim: Any) -> str:
        label = Credibility(claim.newest_grade).label if claim.newest_grade else "not graded"
        return format_html('<a href="{}">{}</a>', reverse("admin:articles_claim_grade", args=[claim.pk]), label)
