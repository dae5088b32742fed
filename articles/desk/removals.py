"""Words that go for good: one person asks, a second confirms. None of these pages shows the words."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.formats import date_format

from articles.desk.frame import user_of
from articles.editing.removing import StillCurrent, ask_removal, check_may_go, confirm_removal, drop_removal, what_goes
from articles.editing.withdrawing import SecondPersonNeeded
from articles.models import Article, Removal, Revision

WITHDRAW = "articles.withdraw_article"


class AskForm(forms.Form):
    """Which text, and why."""

    revision = forms.ModelChoiceField(
        Revision.objects.none(), label="the text", widget=forms.RadioSelect, empty_label=None
    )
    reason = forms.CharField(
        label="why (stays on the desk, for ever)", max_length=300, help_text="Do not repeat here what has to go."
    )

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        texts: Any = self.fields["revision"]
        texts.queryset = article.revisions.filter(pk__in=[row.pk for row in may_go(article)])
        texts.label_from_instance = _named


class ConfirmForm(forms.Form):
    """Yes: it cannot be undone."""

    sure = forms.BooleanField(
        label="I have read what goes, and that it does not come back", error_messages={"required": "Tick this first."}
    )


def may_go(article: Article) -> list[Revision]:
    """The texts of the report that can be removed now."""
    found = []
    for revision in article.revisions.filter(removal=None).defer("body"):
        try:
            check_may_go(revision)
        except ValueError:
            continue
        found.append(revision)
    return found


def removals(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Every removal that was asked for, the newest first."""
    _need(request)
    rows = Removal.objects.select_related("revision__article", "asked_by", "confirmed_by")
    context = {**site.each_context(request), "title": "Removals", "removals": rows}
    return TemplateResponse(request, "desk/removals.html", context)


def ask(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """Choose a text of a report, say why; nothing is removed yet."""
    _need(request)
    article = get_object_or_404(Article, pk=pk)
    if not may_go(article):
        messages.warning(
            request, "No text of this report can be removed: publish a better one first, or withdraw the report."
        )
        return redirect("admin:articles_article_change", pk)
    form = AskForm(request.POST if request.method == "POST" else None, article=article)
    if request.method == "POST" and form.is_valid():
        try:
            removal = ask_removal(
                by=user_of(request), revision=form.cleaned_data["revision"], reason=form.cleaned_data["reason"]
            )
        except (StillCurrent, ValueError) as error:
            form.add_error("revision", f"{error}.")
        else:
            messages.success(request, "Asked for; a second person has to confirm it.")
            return redirect("admin:removal", removal.pk)
    context = {**site.each_context(request), "title": "Remove words for good", "article": article, "form": form}
    return TemplateResponse(request, "desk/removal_ask.html", context, status=422 if form.errors else 200)


def confirm(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """What would go, how much of it, no words; then it does, or nothing does after all."""
    _need(request)
    removal = get_object_or_404(Removal.objects.select_related("revision__article", "asked_by", "confirmed_by"), pk=pk)
    is_done = removal.confirmed_at is not None
    form, status = ConfirmForm(request.POST if request.method == "POST" and "_drop" not in request.POST else None), 200
    if request.method == "POST" and not is_done:
        if "_drop" in request.POST:
            drop_removal(by=user_of(request), removal=removal)
            messages.success(request, "Nothing is removed.")
            return redirect("admin:removals")
        if form.is_valid():
            try:
                act = confirm_removal(by=user_of(request), removal=removal)
                messages.success(request, f"Removed: act {act.number}.")
                return redirect("admin:removal", pk)
            except SecondPersonNeeded as error:
                form.add_error(None, f"{error}.")
                status = 403
            except ValueError as error:
                form.add_error(None, f"{error}.")
    counts = removal.removed if is_done else what_goes(removal.revision).counts()
    context = {
        **site.each_context(request),
        "title": "Removed for good" if is_done else "Remove these words for good?",
        "removal": removal,
        "article": removal.revision.article,
        "named": _named(removal.revision),
        "counts": [(noun, count) for noun, count in counts.items() if count],
        "is_done": is_done,
        "is_own": removal.asked_by_id == user_of(request).pk,
        "form": form,
    }
    return TemplateResponse(
        request, "desk/removal.html", context, status=status if status != 200 else 422 if form.errors else 200
    )


def _named(revision: Revision) -> str:
    day = f", published {date_format(revision.published_at, 'j F Y')}" if revision.published_at else ""
    return f"revision {revision.number}{day}"


def _need(request: HttpRequest) -> None:
    if not request.user.has_perm(WITHDRAW):
        raise PermissionDenied
