"""Addresses of lists, search and feeds."""

from django.urls import URLPattern, path

from articles.views import browse, feeds, search, timeline

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
    path("search/", search.search, name="search"),
    path("timeline/", timeline.timeline, name="timeline"),
    path("articles.atom", feeds.articles, name="articles_atom"),
    path("claims.atom", feeds.claims, name="claims_atom"),
    path("search.atom", feeds.search, name="search_atom"),
]
