"""Addresses of lists and search, of their feeds and tables, and of changes."""

from django.urls import URLPattern, path

from articles.views import browse, changes, contradictions, coverage, due, feeds, search, tables, timeline
from articles.views.parameters import View

INDEXES = ("provinces", "topics", "institutions", "outlets")


def in_formats(name: str, view: View, **more: str) -> list[URLPattern]:
    """The addresses of one feed, `articles.atom` and `articles.json`."""
    return [path(f"{name}.{each}", view, {"format": each, **more}, f"{name}_{each}") for each in ("atom", "json")]


urlpatterns: list[URLPattern] = [
    path("articles/", browse.articles, name="articles"),
    path("claims/", browse.claims, name="claims"),
    path("provinces/", browse.provinces, name="provinces"),
    path("provinces/<str:slug>/", browse.province, name="province"),
    path("topics/", browse.topics, name="topics"),
    path("topics/<str:slug>/", browse.topic, name="topic"),
    path("institutions/", browse.institutions, name="institutions"),
    path("institutions/<str:slug>/", browse.institution, name="institution"),
    path("outlets/", browse.outlets, name="outlets"),
    path("outlets/<str:slug>/", browse.outlet, name="outlet"),
    path("contradictions/", contradictions.contradictions, name="contradictions"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("due/", due.due, name="due"),
    path("search/", search.search, name="search"),
    path("timeline/", timeline.timeline, name="timeline"),
    path("changes/", changes.changes, name="changes"),
    path("changes/<int:number>/", changes.change, name="change"),
    path(".well-known/ledger.json", changes.ledger, name="ledger"),
    *in_formats("articles", feeds.articles),
    *in_formats("claims", feeds.claims),
    *in_formats("search", feeds.search),
    *in_formats("changes", changes.feed),
    *in_formats("contradictions", contradictions.feed),
    *in_formats("due", due.feed),
    path("articles.csv", tables.articles, name="articles_csv"),
    path("claims.csv", tables.claims, name="claims_csv"),
    path("contradictions.csv", contradictions.rows, name="contradictions_csv"),
    path("coverage.csv", coverage.rows, name="coverage_csv"),
    path("due.csv", due.rows, name="due_csv"),
    path("search.csv", tables.search, name="search_csv"),
    path("changes.csv", changes.table, name="changes_csv"),
    path("timeline.csv", tables.timeline, name="timeline_csv"),
    *(path(f"{of}.csv", tables.names, {"of": of}, f"{of}_csv") for of in INDEXES),
    *(each for of in INDEXES for each in in_formats(of, feeds.names, of=of)),
]
