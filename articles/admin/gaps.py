"""Filters of the desk's lists by what is lacking."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.queries.gaps import ARTICLE_GAPS, CLAIM_GAPS, Gap, articles_lacking, claims_lacking


class _Lacking(SimpleListFilter):
    title, parameter_name = "what is lacking", "lacks"
    gaps: Sequence[Gap]
    lacking: Callable[..., Any]

    def lookups(self, request: HttpRequest, model_admin: "ModelAdmin[Any]") -> list[tuple[str, str]]:
        return [(gap.name, gap.label) for gap in self.gaps]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        named = self.value()
        # What is no gap's name narrows nothing.
        known = named in {gap.name for gap in self.gaps}
        return type(self).lacking(str(named), queryset) if known else queryset


class ArticlesLacking(_Lacking):
    """Reports without a topic, a province or a claim."""

    gaps, lacking = ARTICLE_GAPS, articles_lacking


class ClaimsLacking(_Lacking):
    """Claims without a topic, a province, a grade, or the support of their grade."""

    gaps, lacking = CLAIM_GAPS, claims_lacking
