"""The page on which an editor says what a claim's figures are, filled in with what is read of its words."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse

from articles.desk.figure_form import FigureForm, filled, where_choices
from articles.editing.claims import latest_version
from articles.editing.figures import CannotCount, FigureDraft, figures_of, set_figures
from articles.editing.locking import StaleEdit, take_edit
from articles.figures.reading import figures_in
from articles.models import Article, Claim, ClaimVersion

VIEW, STATE = "articles.view_figure", "articles.add_figure"
MOST_FIGURES = 20


def figures(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """The figures of a claim's newest version, or what is read where none are stated; everybody may read them."""
    _need(request, VIEW)
    if request.method == "POST":
        _need(request, STATE)
    claim = get_object_or_404(Claim.objects.select_related("article__outlet"), pk=pk)
    version = latest_version(claim)
    stated = figures_of(version)
    forms, status, problem = _forms(request, version, stated or _read(version)), 200, ""
    edit_number = claim.article.edit_number
    if request.method == "POST":
        typed = request.POST.get("edit_number", "")
        opened_at = int(typed) if typed.isdecimal() and len(typed) < 10 else -1
        status = 422
        if all(form.is_valid() for form in forms):
            drafts = [draft for form in forms if (draft := form.draft()) is not None]
            try:
                with transaction.atomic():
                    take_edit(claim.article, opened_at)
                    set_figures(by=request.user, claim=claim, drafts=drafts)  # type: ignore[arg-type]  # logged in
                messages.success(request, "Saved. Readers see it with the next publication of the report.")
                return redirect("admin:articles_claim_figures", claim.pk)
            except CannotCount as error:
                problem = f"{error}."
            except StaleEdit as error:
                edit_number = Article.objects.get(pk=claim.article_id).edit_number
                problem, status = f"{error}. Below is what you filled in.", 409
    context = {
        **site.each_context(request),
        "title": "Prices and quantities",
        "claim": claim,
        "version": version,
        "forms": forms,
        "is_stated": bool(stated),
        "problem": problem,
        "kept": [filled(draft, version.exact) for draft in stated] if status == 409 else [],
        "edit_number": edit_number,
        "may_state": request.user.has_perm(STATE),
    }
    return TemplateResponse(request, "desk/figures.html", context, status=status)


def _forms(request: HttpRequest, version: ClaimVersion, drafts: list[FigureDraft]) -> list[FigureForm]:
    """A row for each figure and, while there may be more, an empty one: what had no row would be lost with the next save."""
    given: dict[str, Any] = {"exact": version.exact, "places": where_choices()}
    if request.method == "POST":
        rows = [number for number in range(MOST_FIGURES) if f"{number}-words" in request.POST]
        return [FigureForm(request.POST, prefix=str(number), **given) for number in rows]
    initial = [*(filled(draft, version.exact) for draft in drafts), {"per": 1}][:MOST_FIGURES]
    return [FigureForm(initial=row, prefix=str(number), **given) for number, row in enumerate(initial)]


def _read(version: ClaimVersion) -> list[FigureDraft]:
    """What is read of the words, where the claim happened if that is one province."""
    filed = [row.province for row in version.filed_provinces.select_related("province")]
    return [
        FigureDraft(each.start, each.end, each.kind, each.item, each.low, each.high, each.measure, each.per,
                    each.of, filed[0] if len(filed) == 1 else None)
        for each in figures_in(version.exact, version.claim.article.language)
    ]  # fmt: skip


def _need(request: HttpRequest, permission: str) -> None:
    if not request.user.has_perm(permission):
        raise PermissionDenied
