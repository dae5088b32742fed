"""What reports can be narrowed to: provinces, topics, institutions and outlets, each whole, and where to begin."""

from typing import Any

from django.http import HttpRequest

from articles.api.reading import read
from articles.api.schemas import Index, Institutions, Outlets, Provinces, Topics
from articles.exports.names import all_institutions, all_outlets, all_provinces, all_topics
from articles.feeds.entries import absolute
from articles.models import Article
from articles.queries.changes import head

LISTS = (
    "articles",
    "claims",
    "searched",
    "provinces",
    "topics",
    "institutions",
    "outlets",
    "changes",
    "contradictions",
    "coverage",
    "due",
    "series",
)


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
    return Provinces(items=all_provinces())


@read("/topics", Topics)
def topics(request: HttpRequest) -> Any:
    """All topics, by name."""
    return Topics(items=all_topics())


@read("/institutions", Institutions)
def institutions(request: HttpRequest) -> Any:
    """All bodies that have a page, by kind and name."""
    return Institutions(items=all_institutions())


@read("/outlets", Outlets)
def outlets(request: HttpRequest) -> Any:
    """All outlets with a public report, by name."""
    return Outlets(items=all_outlets())
