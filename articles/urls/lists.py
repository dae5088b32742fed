"""Addresses of lists and search, of their feeds and tables, and of changes."""

from django.urls import URLPattern, path

from articles.views import browse, changes, contradictions, coverage, due, feeds, search, series, tables, timeline
from articles.views.parameters import View

INDEXES = ("provinces", "topics", "institutions", "outlets")


def in_formats(route: str, view: View, called: str = "", **more: str) -> list[URLPattern]:
    """The addresses of one feed, `articles.atom` and `articles.json`; `called`: by another name than its route."""
    name = called or route
    return [path(f"{route}.{each}", view, {"format": each, **more}, f"{name}_{each}") for each in ("atom", "json")]


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
    path("series/", series.index, name="series"),
    path("series/<slug:item>/", series.series, name="series_of"),
    path("series/<slug:item>/<str:place>/", series.series, name="series_at"),
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
    *in_formats("series", series.feed),
    *in_formats("series/<slug:item>", series.feed, called="series_of"),
    *in_formats("series/<slug:item>/<slug:place>", series.feed, called="series_at"),
    path("articles.csv", tables.articles, name="articles_csv"),
    path("claims.csv", tables.claims, name="claims_csv"),
    path("contradictions.csv", contradictions.rows, name="contradictions_csv"),
    path("coverage.csv", coverage.rows, name="coverage_csv"),
    path("due.csv", due.rows, name="due_csv"),
    path("series.csv", series.counts, name="series_csv"),
    path("series/<slug:item>.csv", series.rows, name="series_of_csv"),
    path("series/<slug:item>/<slug:place>.csv", series.rows, name="series_at_csv"),
    path("search.csv", tables.search, name="search_csv"),
    path("changes.csv", changes.table, name="changes_csv"),
    path("timeline.csv", tables.timeline, name="timeline_csv"),
    *(path(f"{of}.csv", tables.names, {"of": of}, f"{of}_csv") for of in INDEXES),
    *(each for of in INDEXES for each in in_formats(of, feeds.names, of=of)),
]
