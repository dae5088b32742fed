"""The page on which an editor says which report copies which."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse

from articles.desk.fields import ArticleField, PartialDateField
from articles.desk.verdict import COPY, FIRST, VerdictField, keep_verdict, verdict_for
from articles.editing.copies import CannotJoin, Outside, join_outside, part_from_origin
from articles.editing.drafting import latest_revision
from articles.editing.locking import StaleEdit, take_edit
from articles.models import Article, OriginKind, Revision
from articles.queries.likeness import credited_by, likely_kin, told_by

PART = "part"


class CopiesForm(forms.Form):
    """One of the candidates (`verdict`), another report by its id, or one that is not here by its address; and what it is."""

    edit_number = forms.IntegerField(widget=forms.HiddenInput)
    verdict = VerdictField()
    other = ArticleField(label="another report", help_text="Its id, such as a123456m.")
    way = forms.ChoiceField(
        label="which copies which",
        required=False,
        choices=[(COPY, "this report copies that one"), (FIRST, "that one copies this report")],
        initial=COPY,
    )
    kind = forms.ChoiceField(label="what the copy is", required=False, choices=[("", "—"), *OriginKind.choices])
    outside = forms.URLField(
        label="or a report that is not here, at", required=False, max_length=500, assume_scheme="https"
    )
    outside_outlet = forms.CharField(label="its outlet", required=False, max_length=200)
    outside_published = PartialDateField(label="its date")

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        other = data.get("other")
        if data.get("outside"):
            if other is not None or data.get("verdict") is not None:
                self.add_error("outside", "Name one report: one here, or one that is not.")
            elif not data.get("kind"):
                self.add_error("kind", "Say what the copy is.")
            elif data.get("way") == FIRST:
                self.add_error("way", "A report that is not here cannot be the copy.")
            return data
        if other is not None and not data.get("kind"):
            self.add_error("kind", "Say what the copy is.")
        elif other is not None and not data.get("verdict"):
            typed = f"{data.get('way') or COPY} {other.public_id} {data['kind']}"
            data["verdict"] = self.fields["verdict"].clean(typed)
        elif other is None and data.get("verdict") is None and not self.errors:
            self.add_error("other", "Choose a report, or name one.")
        return data


def copies(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """What this report copies, what copies it, and which others tell the same."""
    if not request.user.has_perm("articles.view_article"):
        raise PermissionDenied
    article = get_object_or_404(Article.objects.select_related("outlet", "origin__outlet"), pk=pk)
    may_say = request.user.has_perm("articles.add_article")
    form = CopiesForm(request.POST if request.method == "POST" else None, initial={"edit_number": article.edit_number})
    status = 200
    if request.method == "POST":
        if not may_say:
            raise PermissionDenied
        if PART in request.POST:
            # Nothing is chosen for this; the page's number alone counts.
            form.is_valid()
        if PART in request.POST or form.is_valid():
            try:
                _keep(request, article, form)
                return redirect("admin:articles_article_change", pk)
            except CannotJoin as error:
                form.add_error(None, f"{error}.")
            except StaleEdit as error:
                form.add_error(None, f"{error}. Below is what is known now.")
                status = 409
                form.data = {**request.POST.dict(), "edit_number": str(Article.objects.get(pk=pk).edit_number)}
                article = get_object_or_404(Article.objects.select_related("outlet", "origin__outlet"), pk=pk)
    told = told_by(article, latest_revision(article))
    kin = likely_kin(told)
    own = list(article.copies.select_related("outlet").order_by("pk"))
    named = [row for row in (article.origin, *own) if row is not None]
    context = {
        "title": "Copies and translations",
        "article": article,
        "form": form,
        "may_say": may_say,
        "kin": [(verdict_for(each), each) for each in kin],
        "copies": own,
        "credited": [] if article.origin_kind else credited_by(told),
        "siblings": _siblings(article),
        "headlines": _headlines(named),
    }
    page = {**site.each_context(request), **context}
    return TemplateResponse(
        request, "desk/copies.html", page, status=status if status != 200 else 422 if form.errors else 200
    )


@transaction.atomic
def _keep(request: HttpRequest, article: Article, form: CopiesForm) -> None:
    """Do what was said. Raises StaleEdit and CannotJoin, when nothing is kept."""
    by: Any = request.user
    take_edit(article, form.cleaned_data.get("edit_number", -1))
    if PART in request.POST:
        part_from_origin(by=by, article=article)
        messages.success(request, "This report counts as one of its own from now on.")
    elif form.cleaned_data.get("outside"):
        data = form.cleaned_data
        outside = Outside(data["outside"], data["outside_outlet"], data["outside_published"])
        join_outside(by=by, article=article, outside=outside, kind=OriginKind(data["kind"]))
        messages.success(request, "It counts as one with the report named from now on.")
    else:
        keep_verdict(by=by, article=article, verdict=form.cleaned_data["verdict"])
        is_own = form.cleaned_data["verdict"].other is None
        said = "Each counts as a report of its own." if is_own else "The two count as one report from now on."
        messages.success(request, said)


def _siblings(article: Article) -> list[Article]:
    """The other copies of the same report that is not here."""
    if not article.origin_url:
        return []
    rows = Article.objects.filter(origin_url=article.origin_url).exclude(pk=article.pk)
    return list(rows.select_related("outlet").order_by("pk"))


def _headlines(articles: list[Article]) -> dict[int, str]:
    """The newest headline of each."""
    newest = Revision.objects.filter(article__in=articles).order_by("article", "number")
    return dict(newest.values_list("article", "headline"))
