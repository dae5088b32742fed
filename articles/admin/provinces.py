"""Provinces, whose reports are searched by what editors add to their spellings: `provinces` knows of no reports."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.editing.renaming import search_by_spellings
from provinces.admin import ProvinceAdmin
from provinces.models import Province

admin.site.unregister(Province)


@admin.register(Province)
class SearchedProvinceAdmin(ProvinceAdmin):
    """The same screen; what is saved on it reaches the texts that are searched."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if any(spellings.has_changed() for spellings in formsets):
            search_by_spellings(province=form.instance)
