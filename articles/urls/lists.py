"""Addresses of lists and search, of their feeds and tables, and of changes."""

from django.urls import URLPattern, path

from articles.languages import in_both
from articles.views import browse, changes, contradictions, coverage, due, feeds, search, series, tables, timeline
from articles.views import map as on_a_map
from articles.views.parameters import View

INDEXES = ("provinces", "topics", "institutions", "outlets")


def in_formats(route: str, view: View, called: str = "", **more: str) -> list[URLPattern]:
    """The addresses of one feed, `articles.atom` and `articles.json`; `called`: by another name than its route."""
    name = called or route
    return [path(f"{route}.{each}", view, {"format": each, **more}, f"{name}_{each}") for each in ("atom", "json")]


urlpatterns: list[URLPattern] = [
    in_both("articles/", browse.articles, name="articles"),
    in_both("claims/", browse.claims, name="claims"),
    in_both("provinces/", browse.provinces, name="provinces"),
    in_both("provinces/<str:slug>/", browse.province, name="province"),
    in_both("topics/", browse.topics, name="topics"),
    in_both("topics/<str:slug>/", browse.topic, name="topic"),
    in_both("institutions/", browse.institutions, name="institutions"),
    in_both("institutions/<str:slug>/", browse.institution, name="institution"),
    in_both("outlets/", browse.outlets, name="outlets"),
    in_both("outlets/<str:slug>/", browse.outlet, name="outlet"),
    in_both("contradictions/", contradictions.contradictions, name="contradictions"),
    in_both("coverage/", coverage.coverage, name="coverage"),
    in_both("due/", due.due, name="due"),
    in_both("series/", series.index, name="series"),
    in_both("series/<slug:item>/", series.series, name="series_of"),
    in_both("series/<slug:item>/<str:place>/", series.series, name="series_at"),
    in_both("map/", on_a_map.map, name="map"),
    in_both("search/", search.search, name="search"),
    in_both("timeline/", timeline.timeline, name="timeline"),
    in_both("changes/", changes.changes, name="changes"),
    in_both("changes/<int:number>/", changes.change, name="change"),
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
    path("map.csv", on_a_map.rows, name="map_csv"),
    path("search.csv", tables.search, name="search_csv"),
    path("changes.csv", changes.table, name="changes_csv"),
    path("timeline.csv", tables.timeline, name="timeline_csv"),
    *(path(f"{of}.csv", tables.names, {"of": of}, f"{of}_csv") for of in INDEXES),
    *(each for of in INDEXES for each in in_formats(of, feeds.names, of=of)),
]
