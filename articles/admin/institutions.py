"""Institutions, merged here."""

from typing import Any

from django.contrib import admin
from django.db.models import Q

from articles.admin.merging import Merging
from articles.admin.renaming import Renaming
from articles.editing.merging import merge_institutions
from articles.editing.renaming import rename_institution
from articles.models import Article, Claim
from sources.admin import InstitutionScreen
from sources.models import Institution


@admin.register(Institution)
class InstitutionAdmin(Renaming, Merging, InstitutionScreen):
    """One body: what it is called, what it is, and into which other it goes."""

    noun = "institution"
    name_field = "name_en"

    def rename(self, by: Any, one: Institution, name: str, slug: str) -> None:
        rename_institution(by=by, institution=one, name=name, slug=slug)

    def merge(self, by: Any, one: Institution, into: Institution) -> None:
        merge_institutions(by=by, institution=one, into=into)

    def moves(self, one: Institution) -> list[tuple[str, int]]:
        named = Q(versions__chain__steps__institution=one) | Q(versions__actor=one) | Q(versions__addressee=one)
        claims = Claim.objects.filter(named).distinct()
        return [
            ("reports", Article.objects.filter(claims__in=claims).distinct().count()),
            ("claims", claims.count()),
            ("other names", one.other_names.count()),
        ]
