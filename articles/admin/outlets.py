"""Outlets: merged here, and told here what we may show of them."""

from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.urls.resolvers import URLPattern

from articles.admin.merging import Merging
from articles.admin.renaming import Renaming
from articles.editing.grading import grade_outlet
from articles.editing.merging import merge_outlets
from articles.editing.permissions import set_permission
from articles.editing.renaming import rename_outlet
from articles.models import Article, Claim
from sources.admin import OutletScreen
from sources.models import Outlet, Reliability, Show


class PermissionForm(forms.Form):
    """What an outlet allows, and how we know."""

    show = forms.ChoiceField(label="what we may show", choices=Show.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label="how we know (stays on the desk)", max_length=300)
    opened = forms.CharField(required=False, max_length=8, widget=forms.HiddenInput)


@admin.register(Outlet)
class OutletAdmin(Renaming, Merging, OutletScreen):
    """One publisher. Its permission is a publisher's decision, taken on a page that says what follows."""

    noun = "outlet"
    change_form_template = "desk/outlet.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.permission_view)
        return [path("<int:pk>/permission/", view, name="sources_outlet_permission"), *super().get_urls()]

    def permission_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What follows from each choice, then the choice."""
        if not request.user.has_perm("articles.publish_article"):
            raise PermissionDenied
        outlet = get_object_or_404(Outlet, pk=pk)
        initial = {"show": outlet.show, "opened": outlet.show}
        is_sent = request.method == "POST"
        form, status = PermissionForm(request.POST if is_sent else None, initial=initial), 422 if is_sent else 200
        if form.is_valid():
            with transaction.atomic():
                kept = Show(Outlet.objects.select_for_update().get(pk=pk).show)
                if form.cleaned_data["opened"] == kept:
                    show = Show(form.cleaned_data["show"])
                    set_permission(by=request.user, outlet=outlet, show=show, reason=form.cleaned_data["reason"])  # type: ignore[arg-type]
                    messages.success(request, f"From now on we show of {outlet}: {show.label}.")
                    return redirect("admin:sources_outlet_change", pk)
            said = f"Somebody else decided since you opened this page: we show of {outlet} {kept.label}."
            form.add_error(None, f"{said} Nothing of yours was saved; send it again if it is to hold all the same.")
            form.data, status = {**request.POST.dict(), "opened": kept.value}, 409
        articles = Article.objects.filter(outlet=outlet, is_public=True)
        context = {
            **self.admin_site.each_context(request),
            "title": f"What we may show of {outlet}",
            "outlet": outlet,
            "form": form,
            "reports": articles.count(),
            "claims": Claim.objects.filter(article__in=articles, is_public=True).count(),
        }
        return TemplateResponse(request, "desk/permission.html", context, status=status)

    def save_model(self, request: HttpRequest, obj: Outlet, form: Any, change: bool) -> None:
        if change and {"reliability", "reliability_reason"} & set(form.changed_data):
            letter, by = Reliability(obj.reliability), cast(User, request.user)  # the door lets no stranger in
            grade_outlet(by=by, outlet=obj, reliability=letter, reason=obj.reliability_reason)
        super().save_model(request, obj, form, change)

    def rename(self, by: Any, one: Outlet, name: str, slug: str) -> None:
        rename_outlet(by=by, outlet=one, name=name, slug=slug)

    def merge(self, by: Any, one: Outlet, into: Outlet) -> None:
        merge_outlets(by=by, outlet=one, into=into)

    def moves(self, one: Outlet) -> list[tuple[str, int]]:
        return [("reports", one.articles.count()), ("other names", one.other_names.count())]
