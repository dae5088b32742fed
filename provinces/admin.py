"""The desk's screens for provinces and their spellings; and what every screen of the desk has in common."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from provinces.as_opened import AsOpened, AsOpenedForm
from provinces.models import Origin, Place, Province, Spelling
from provinces.names import fold

if TYPE_CHECKING:
    ProvinceBase = admin.ModelAdmin[Province]
    PlaceBase = admin.ModelAdmin[Place]
    SpellingInlineBase = admin.TabularInline[Spelling, Province]
    SpellingForm = forms.ModelForm[Spelling]
else:
    ProvinceBase = PlaceBase = admin.ModelAdmin
    SpellingInlineBase = admin.TabularInline
    SpellingForm = forms.ModelForm


class NeverDeletes:
    """Nobody deletes anything from a screen: what must go is withdrawn, merged or hidden."""

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class OnlyLooks(NeverDeletes):
    """A screen to look at: nothing is added or changed on it."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


# A form says itself how many rows it brings; to read and draw thousands would keep a process for longer than anybody waits.
MOST_ROWS = 200


class NamesBeside:
    """Rows below a record's own form, each another name of it: more at once are refused."""

    max_num: int | None = MOST_ROWS

    def get_formset(self, request: HttpRequest, obj: Model | None = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, **kwargs, absolute_max=MOST_ROWS)  # type: ignore[misc]  # an inline's


class EditorsSpellingForm(SpellingForm):
    """One spelling, which must hold a letter."""

    class Meta:
        model = Spelling
        fields = ["text", "system", "ambiguity", "is_public"]

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not fold(text):
            raise forms.ValidationError("A spelling has at least one letter.")
        return text


class EditorsSpellings(NamesBeside, NeverDeletes, SpellingInlineBase):
    """Spellings that editors added; one that is wrong is hidden."""

    model = Spelling
    form = EditorsSpellingForm
    verbose_name_plural = "spellings added by editors"
    extra = 1

    def get_queryset(self, request: HttpRequest) -> QuerySet[Spelling]:
        return super().get_queryset(request).filter(origin=Origin.EDITOR)


class FileSpellings(NamesBeside, OnlyLooks, SpellingInlineBase):
    """Spellings of the data file, which looks after them itself."""

    model = Spelling
    fields = ["text", "system", "ambiguity", "is_public"]
    verbose_name_plural = "spellings of the data file"
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[Spelling]:
        return super().get_queryset(request).filter(origin=Origin.FILE)


class SpeltForm(AsOpenedForm):
    """For what has spellings: those of editors are changed on its page."""

    def beside(self) -> Iterable[QuerySet[Spelling]]:
        return [self.instance.spellings.filter(origin=Origin.EDITOR)]


class WithSpellings(AsOpened, NeverDeletes):
    """Both lists of spellings; the editors' first."""

    form = SpeltForm
    inlines = [EditorsSpellings, FileSpellings]
    # Names, codes and places on the map come from the data file.
    file_fields: tuple[str, ...] = ()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return self.file_fields


@admin.register(Province)
class ProvinceAdmin(WithSpellings, ProvinceBase):
    """Provinces: an editor adds spellings and notes."""

    list_display = ["name_en", "name_ko", "iso", "kind", "is_public"]
    search_fields = ["name_en", "name_ko", "name_ko_rok", "spellings__text"]
    file_fields = ("iso", "slug", "kind", "name_en", "name_ko", "name_ko_rok", "latitude", "longitude", "is_public")
    fields = [*file_fields, "note"]


@admin.register(Place)
class PlaceAdmin(WithSpellings, PlaceBase):
    """Places, to look at, with their spellings."""

    list_display = ["name", "name_ko", "kind", "province", "is_public"]
    list_filter = ["kind", "province"]
    list_select_related = ["province"]
    search_fields = ["name", "name_ko", "spellings__text"]
    file_fields = (
        "province", "slug", "kind", "name", "name_ko", "latitude", "longitude", "coordinates_source", "is_public",
    )  # fmt: skip
    fields = file_fields
