"""“Merge into…”: a page that says what will move, then moves it."""

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.urls.resolvers import URLPattern

from articles.editing.merging import CannotMerge

if TYPE_CHECKING:
    MergingBase = admin.ModelAdmin[Any]
else:
    MergingBase = object


class MergeForm(forms.Form):
    """Into which of the others, and yes; `undone` says whether it can be taken back."""

    sure = forms.BooleanField(required=False)
    field_order = ["into", "sure"]

    def __init__(self, *args: Any, one: Model, undone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sure"].label = f"I have read what will move; {undone}"
        others = type(one)._default_manager.exclude(pk=one.pk)
        self.fields["into"] = forms.ModelChoiceField(others, empty_label="choose…")
        self.order_fields(self.field_order)


class Merging(MergingBase):
    """For a screen whose rows can be merged; needs `merge` and `moves`."""

    change_form_template = "desk/with_merge.html"
    noun: ClassVar[str]
    undone: ClassVar[str] = "a merge cannot be undone"

    def merge(self, by: Any, one: Any, into: Any) -> None:
        """Do it. Raises CannotMerge."""
        raise NotImplementedError

    def moves(self, one: Any) -> list[tuple[str, int]]:
        """What would move: a noun in the plural and how many."""
        raise NotImplementedError

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.merge_view)
        return [path("<int:pk>/merge/", view, name=self._merge_name), *super().get_urls()]

    @property
    def _merge_name(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_merge"

    def merge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Choose, read what will move, confirm."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        one = get_object_or_404(self.model, pk=pk)
        form = MergeForm(request.POST if request.method == "POST" else None, one=one, undone=self.undone)
        if request.method == "POST" and form.is_valid():
            if not form.cleaned_data["sure"]:
                form.add_error("sure", "Tick this once you have read what will move.")
            else:
                into = form.cleaned_data["into"]
                try:
                    self.merge(request.user, one, into)
                    messages.success(request, f"“{one}” is now another name of “{into}”.")
                    return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", into.pk)
                except CannotMerge as error:
                    form.add_error("into", f"{error}.")
        context = {
            **self.admin_site.each_context(request),
            "title": f"Merge “{one}” into another {self.noun}",
            "one": one,
            "opts": self.opts,
            "form": form,
            "moves": self.moves(one),
        }
        return TemplateResponse(request, "desk/merge.html", context, status=422 if form.errors else 200)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["merge_name"] = f"admin:{self._merge_name}"
        return super().render_change_form(request, context, *args, **kwargs)
