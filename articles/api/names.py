"""What reports can be narrowed to: provinces, topics, institutions and outlets, each whole, and where to begin."""

from typing import Any

from django.http import HttpRequest

from articles.api.reading import read
from articles.api.schemas import (
    Index,
    Institution,
    Institutions,
    Outlet,
    Outlets,
    Province,
    Provinces,
    Topic,
    Topics,
)
from articles.feeds.entries import absolute
from articles.models import Article
from articles.models import Topic as TopicRow
from articles.pages import lists
from articles.queries import counts
from articles.queries.changes import head
from articles.queries.names import load_names
from sources.models import Reliability

LISTS = ("articles", "claims", "searched", "provinces", "topics", "institutions", "outlets", "changes")


@read("/", Index)
def index(request: HttpRequest) -> Any:
    """Where to begin."""
    newest, last = Article.objects.published().newest_first().first(), head()
    return Index(
        openapi=absolute("articles:openapi"),
        acts=last.number if last else 0,
        newest_report=newest.published_latest if newest else None,
        lists=[absolute(f"articles:api:{name}") for name in LISTS],
    )


@read("/provinces", Provinces)
def provinces(request: HttpRequest) -> Any:
    """All provinces, by name."""
    return Provinces(
        items=[
            Province(
                slug=row.province.slug,
                iso=row.province.iso,
                kind=row.province.kind,
                name=row.province.name_en,
                name_ko=row.province.name_ko,
                name_ko_rok=row.province.name_ko_rok,
                address=absolute("articles:province", row.province.slug),
                reports=row.reports,
                claims=row.claims,
            )
            for row in lists.provinces_page()
        ]
    )


@read("/topics", Topics)
def topics(request: HttpRequest) -> Any:
    """All topics, by name."""
    reports = counts.reports_by_topic(load_names())
    rows = list(TopicRow.objects.published().order_by("name"))
    slugs = {row.pk: row.slug for row in rows}
    return Topics(
        items=[
            Topic(
                slug=row.slug,
                name=row.name,
                label_ko=row.label_ko or None,
                broader=slugs.get(row.broader_id) if row.broader_id else None,
                address=absolute("articles:topic", row.slug),
                reports=reports.get(row.pk, 0),
            )
            for row in rows
        ]
    )


@read("/institutions", Institutions)
def institutions(request: HttpRequest) -> Any:
    """All bodies that have a page, by kind and name."""
    rows = [row for group in lists.institutions_page() for row in group.rows]
    return Institutions(
        items=[
            Institution(
                slug=row.institution.slug,
                name=row.institution.name_en,
                name_ko=row.institution.name_ko or None,
                kind=row.institution.kind,
                level=row.institution.level,
                province=row.institution.province.slug if row.institution.province else None,
                address=absolute("articles:institution", row.institution.slug),
                said=row.said,
                did=row.did,
                told=row.told,
            )
            for row in rows
        ]
    )


@read("/outlets", Outlets)
def outlets(request: HttpRequest) -> Any:
    """All outlets with a public report, by name."""
    return Outlets(
        items=[
            Outlet(
                slug=row.outlet.slug,
                name=row.outlet.name,
                name_ko=row.outlet.name_ko or None,
                home_page=row.outlet.home_page or None,
                languages=row.outlet.languages,
                shows=row.outlet.show,
                reliability=Reliability(row.outlet.reliability).label,
                reliability_code=row.outlet.reliability,
                reliability_reason=row.outlet.reliability_reason or None,
                is_sample=row.outlet.is_sample,
                address=absolute("articles:outlet", row.outlet.slug),
                reports=row.reports,
                claims=row.claims,
            )
            for row in lists.outlets_page()
        ]
    )
