"""The desk's screens for outlets and institutions, to which `articles` adds merging, and for sealed notes."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from provinces.admin import NamesBeside, NeverDeletes
from provinces.as_opened import AsOpened, AsOpenedForm
from provinces.proof import ask_for_proof
from sources.address_forms import AddressForm, OtherNameForm
from sources.models import Attribution, Institution, InstitutionName, Outlet, OutletName, Reliability, SealedNote

if TYPE_CHECKING:
    OutletBase = admin.ModelAdmin[Outlet]
    InstitutionBase = admin.ModelAdmin[Institution]
    NoteBase = admin.ModelAdmin[SealedNote]
    OutletNameBase = admin.TabularInline[OutletName, Outlet]
    InstitutionNameBase = admin.TabularInline[InstitutionName, Institution]
else:
    OutletBase = InstitutionBase = NoteBase = admin.ModelAdmin
    OutletNameBase = InstitutionNameBase = admin.TabularInline


class OutletNames(NamesBeside, NeverDeletes, OutletNameBase):
    """Other names of an outlet."""

    model = OutletName
    form = OtherNameForm
    fields = ["name", "slug"]
    extra = 1


class OutletForm(AddressForm):
    """An outlet has an address of its own, and is graded with a reason, or reliability cannot be judged."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("reliability", Reliability.F) != Reliability.F and not data.get("reliability_reason"):
            self.add_error("reliability_reason", "A grade has a reason, which readers see.")
        return data


class OutletScreen(AsOpened, NeverDeletes, OutletBase):
    """One outlet. What we may show of it is a decision of its own, with its own screen in `articles`."""

    form = OutletForm
    list_display = ["name", "name_ko", "show", "reliability", "is_public"]
    list_filter = ["show", "reliability"]
    search_fields = ["name", "name_ko", "other_names__name"]
    inlines = [OutletNames]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fields = [
        "name",
        "slug",
        "name_ko",
        "home_page",
        "languages",
        "show",
        "reliability",
        "reliability_reason",
        "is_sample",
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Outlet | None = None) -> list[str]:
        # A new outlet starts as claims only.
        return ["show", "is_sample"]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Outlet | None = None) -> dict[str, tuple[str, ...]]:  # type: ignore[override]  # narrower than the stubs ask for, on purpose
        return {"slug": ("name",)} if obj is None else {}


class InstitutionNames(NamesBeside, NeverDeletes, InstitutionNameBase):
    """Other names of an institution."""

    model = InstitutionName
    form = OtherNameForm
    fields = ["name", "slug"]
    extra = 1


class InstitutionScreen(AsOpened, NeverDeletes, InstitutionBase):
    """One institution."""

    form = AddressForm
    list_display = ["name_en", "name_ko", "kind", "level", "province", "is_public"]
    list_filter = ["kind", "level", "province"]
    list_select_related = ["province"]
    search_fields = ["name_en", "name_ko", "other_names__name"]
    inlines = [InstitutionNames]
    fields = ["name_en", "slug", "name_ko", "kind", "level", "province"]

    def get_prepopulated_fields(  # type: ignore[override]  # narrower than the stubs ask for, on purpose
        self, request: HttpRequest, obj: Institution | None = None
    ) -> dict[str, tuple[str, ...]]:
        return {"slug": ("name_en",)} if obj is None else {}


class SealedNoteForm(AsOpenedForm):
    """A note is written for one source of one report. The page of an old one never shows its words by itself."""

    body = forms.CharField(label="note", widget=forms.Textarea, required=False)
    attribution = forms.ModelChoiceField(
        Attribution.objects.all(),
        widget=forms.HiddenInput,
        error_messages={"required": "Open the report and choose “sealed note” beside the source."},
    )

    class Meta:
        model = SealedNote
        fields = ["attribution", "body"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["body"] = ""
            self.fields["body"].help_text = "Leave empty to keep the note as it is; what you write replaces it."
            self.fields["attribution"].disabled = True

    def kept(self) -> dict[str, Any]:
        # No word of it, not even as a hash: who wrote it and when says whether it is another.
        return {"by": self.instance.written_by_id, "at": self.instance.written_at.isoformat()}

    def told(self) -> list[str]:
        by, at = self.instance.written_by, date_format(localtime(self.instance.written_at), "j F Y H:i")
        return [f"It was written by {by}, {at}: read it before you write over it."]

    def clean_body(self) -> str:
        body: str = self.cleaned_data["body"] or self.instance.body
        if not body:
            raise forms.ValidationError("A note has words.")
        return body


@admin.register(SealedNote)
class SealedNoteAdmin(AsOpened, NeverDeletes, NoteBase):
    """For keepers of sources. Each look at a note is counted."""

    form = SealedNoteForm
    list_display = ["__str__", "written_by", "written_at"]
    list_select_related = ["written_by"]
    change_form_template = "desk/sealed_note.html"

    def has_module_permission(self, request: HttpRequest) -> bool:
        return _may_read(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return _may_read(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return _may_read(request) and super().has_add_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: SealedNote | None = None) -> bool:
        return _may_read(request) and super().has_change_permission(request, obj)

    def get_fields(self, request: HttpRequest, obj: SealedNote | None = None) -> list[str]:  # type: ignore[override]  # narrower than the stubs ask for, on purpose
        # Fields that may not be changed are printed, and the words are printed on the page of their own alone.
        return ["attribution", "body"] if self.has_change_permission(request, obj) else ["written_by", "written_at"]

    def get_urls(self) -> list[URLPattern]:
        reveal = path(
            "<int:pk>/reveal/", self.admin_site.admin_view(require_POST(self.reveal)), name="sources_sealednote_reveal"
        )
        return [reveal, *super().get_urls()]

    def save_model(self, request: HttpRequest, obj: SealedNote, form: Any, change: bool) -> None:
        if change and not form.has_changed():
            # Who leaves the words as they are has not written them.
            return
        obj.written_by_id = request.user.pk  # type: ignore[assignment]  # the stubs know less than Django does
        super().save_model(request, obj, form, change)

    def reveal(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the words once, and keep who saw them and when."""
        if not _may_read(request):
            raise PermissionDenied
        note = get_object_or_404(SealedNote.objects.select_related("attribution", "written_by"), pk=pk)
        asked = ask_for_proof(request, "read a sealed note")
        if asked is not None:
            return asked
        LogEntry.objects.log_actions(request.user.pk, [note], CHANGE, "Read the note.", single_object=True)  # type: ignore[call-overload]  # the stubs know less than Django does
        context = {**self.admin_site.each_context(request), "title": str(note), "note": note, "opts": self.opts}
        return TemplateResponse(request, "desk/sealed_note_read.html", context)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        known = SealedNote.objects.filter(attribution=_number(request.GET.get("attribution", ""))).first()
        if known is not None and self.has_view_permission(request):
            messages.info(request, "There is a note on this source already.")
            return redirect(reverse("admin:sources_sealednote_change", args=[known.pk]))
        return super().add_view(request, form_url, extra_context)


def _may_read(request: HttpRequest) -> bool:
    return request.user.is_active and request.user.has_perm("sources.read_sealednote")


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 10 else 0
