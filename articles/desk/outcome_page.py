"""What fell due, and the page on which an editor records what became of one announcement."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from articles.desk.frame import draw
from articles.desk.outcome_form import OutcomeForm
from articles.due import LABELS, state_of
from articles.editing.locking import StaleEdit, take_edit
from articles.editing.outcomes import CannotRecord, record_outcome
from articles.models import Article, Became, Claim, Outcome, OutcomeGround
from articles.queries.fell_due import Candidate, asked_of, candidates_of, fell_due
from articles.queries.outcomes import with_became

VIEW, RECORD = "articles.view_outcome", "articles.add_outcome"
MOST_PAGES = 500


def what_fell_due(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """What fell due and has no outcome that holds, the longest due first, each with claims that may show one."""
    _need(request, VIEW)
    page = _page_number(request.GET.get("page", ""))
    rows, is_more = fell_due(timezone.localdate(), page)
    context = {
        "title": "What fell due",
        "rows": rows,
        "page": page,
        "is_more": is_more and page < MOST_PAGES,
        "may_record": _may(request, RECORD),
    }
    return draw(request, site, "desk/fell_due.html", context)


def outcome(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """What was stated of one announcement so far, and a form for what became of it; everybody may read it."""
    _need(request, VIEW)
    if request.method == "POST":
        _need(request, RECORD)
    claim = get_object_or_404(Claim.objects.select_related("article__outlet"), pk=pk)
    version = asked_of(claim.pk)
    if version is None or not (version.due_edtf or version.due_words):
        messages.warning(
            request, "Only of a claim that is out and has a date on which it falls due is an outcome recorded."
        )
        return redirect("admin:articles_article_change", claim.article_id)
    stated = list(claim.outcomes.select_related("by").prefetch_related("evidence__claim"))
    candidates = candidates_of([version])[version.pk]
    form, status = _form(request, claim, stated, candidates), 200
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                take_edit(claim.article, form.cleaned_data["edit_number"])
                _record(request, claim, form)
            messages.success(request, "Recorded. Readers see it now.")
            return redirect("admin:articles_claim_outcome", claim.pk)
        except CannotRecord as error:
            form.add_error(None, f"{error}.")
        except StaleEdit as error:
            data: Any = form.data.copy()  # type: ignore[attr-defined]  # what a browser sent
            data["edit_number"] = str(Article.objects.get(pk=claim.article_id).edit_number)
            form.data, status = data, 409
            form.add_error(None, f"{error}. Below is what is recorded now.")
            stated = list(claim.outcomes.select_related("by").prefetch_related("evidence__claim"))
    became: Any = with_became(Claim.objects.filter(pk=claim.pk), claim="pk").get()
    context = {
        "title": "What became of it?",
        "claim": claim,
        "version": version,
        "said": LABELS[state_of(became.became, version.due_latest, on=timezone.localdate())],
        "stated": stated,
        "candidates": candidates,
        "chosen": form["shown_by"].value() or [],
        "form": form,
        "may_record": _may(request, RECORD),
    }
    return draw(request, site, "desk/outcome.html", context, status if status != 200 else 422 if form.errors else 200)


def _form(request: HttpRequest, claim: Claim, stated: list[Outcome], candidates: tuple[Candidate, ...]) -> OutcomeForm:
    return OutcomeForm(
        request.POST if request.method == "POST" else None,
        candidates=candidates,
        has_outcome=bool(stated) and stated[-1].became != Became.TAKEN_BACK,
        preset=request.GET.get("shows", ""),
        initial={"edit_number": claim.article.edit_number},
    )


def _record(request: HttpRequest, claim: Claim, form: OutcomeForm) -> None:
    data, user = form.cleaned_data, request.user
    record_outcome(
        by=user,  # type: ignore[arg-type]  # who is not logged in does not come here
        claim=claim,
        became=Became(data["became"]),
        ground=OutcomeGround(data["ground"]),
        shown_by=data["claims"],
        reason=data["reason"],
    )


def _page_number(typed: str) -> int:
    return min(int(typed), MOST_PAGES) if typed.isdecimal() and len(typed) < 5 and int(typed) > 0 else 1


def _may(request: HttpRequest, permission: str) -> bool:
    return bool(request.user.has_perm(permission))


def _need(request: HttpRequest, permission: str) -> None:
    if not _may(request, permission):
        raise PermissionDenied
