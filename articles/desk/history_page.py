"""The one screen on which all history is read; nothing can be changed on it."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from articles.desk.fields import ArticleField
from articles.desk.history import NAMED, in_words
from articles.models import Act, Article
from articles.queries.history import event_models, newest_events, of_article

ON_A_PAGE, MOST_PAGES = 50, 100
# Who may not read sealed notes is not told that there is one.
_KEEPERS = "sealednote"


class HistoryForm(forms.Form):
    """What to look for; everything may stay empty."""

    article = ArticleField(label="about the report", help_text="Its id; with all that hangs on it.")
    of = forms.ChoiceField(label="what", required=False)
    by = forms.ModelChoiceField(get_user_model().objects.order_by("username"), label="who", required=False)
    until = forms.DateField(
        label="until the day", required=False, help_text="2024-05-31", widget=forms.TextInput(attrs={"size": 12})
    )

    def __init__(self, *args: Any, may_read_notes: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nouns = sorted((noun, name) for name, (noun, _) in NAMED.items() if may_read_notes or name != _KEEPERS)
        self.fields["of"].choices = [("", "everything"), *((name, noun) for noun, name in nouns)]  # type: ignore[attr-defined]

    def wanted(self, may_read_notes: bool) -> dict[str, Q]:
        """The condition on the events of each model."""
        data = self.cleaned_data
        article: Article | None = data.get("article")
        found = of_article(article) if article else dict.fromkeys(event_models(), Q())
        if data.get("of"):
            found = {name: condition for name, condition in found.items() if name == data["of"]}
        if not may_read_notes:
            found.pop(_KEEPERS, None)
        common = Q()
        if data.get("by"):
            common &= Q(pgh_context__metadata__user=data["by"].pk)
        if data.get("until"):
            midnight = datetime.combine(data["until"] + timedelta(days=1), time.min)
            common &= Q(pgh_created_at__lt=timezone.make_aware(midnight))
        return {name: condition & common for name, condition in found.items()}


def history(request: HttpRequest, site: AdminSite, article: Article | None = None) -> HttpResponse:
    """Who changed what, when and why, the newest first; `article`: of this report alone, with its acts."""
    user: Any = request.user
    if not user.has_perm("articles.view_article"):
        raise PermissionDenied
    may_read_notes = user.has_perm("sources.read_sealednote")
    asked = request.GET.copy()
    if article is not None:
        asked["article"] = article.public_id
    form = HistoryForm(asked, may_read_notes=may_read_notes)
    page = _page(request.GET.get("page", ""))
    events = []
    if form.is_valid():
        wanted, offset = form.wanted(may_read_notes), (page - 1) * ON_A_PAGE
        events = newest_events(wanted, offset=offset, limit=ON_A_PAGE + 1)
    about = form.cleaned_data.get("article") if form.is_valid() else None
    acts = Act.objects.filter(subjects__contains=[{"id": about.public_id}]).select_related("by") if about else None
    query = asked.copy()
    query.pop("page", None)
    context = {
        **site.each_context(request),
        "title": "History",
        "article": article,
        "form": form,
        "lines": in_words(events[:ON_A_PAGE]),
        "acts": list(acts.order_by("-number")) if acts is not None else None,
        "page": page,
        "is_more": len(events) > ON_A_PAGE and page < MOST_PAGES,
        "query": query.urlencode(),
    }
    return TemplateResponse(request, "desk/history.html", context, status=200 if form.is_valid() else 400)


def _page(typed: str) -> int:
    return min(int(typed), MOST_PAGES) if typed.isdecimal() and len(typed) < 5 and int(typed) > 0 else 1
