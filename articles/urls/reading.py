"""Addresses of single pages: reports, claims, the front page, and what machines ask of a site."""

from django.urls import URLPattern, path

from articles.languages import in_both
from articles.views import annotations, briefing, citations, data, footnotes, permalinks, reading, site

urlpatterns: list[URLPattern] = [
    in_both("", site.home, name="home"),
    in_both("about/", site.about, name="about"),
    in_both("articles/<str:public_id>/", reading.article, name="article"),
    in_both("articles/<str:public_id>/v/<int:number>/", reading.revision, name="revision"),
    path("articles/<str:public_id>/timemap", reading.timemap, name="timemap"),
    in_both("articles/<str:public_id>/diff/<int:old>..<int:new>/", reading.difference, name="difference"),
    in_both("articles/<str:public_id>/beside/<str:other>/", reading.beside, name="beside"),
    path("articles/<str:public_id>/cite.<str:ending>", citations.article, name="article_cite"),
    path("articles/<str:public_id>/v/<int:number>/cite.<str:ending>", citations.article, name="revision_cite"),
    in_both("articles/<str:public_id>/<str:slug>/", reading.article, name="article"),
    path("a/<str:public_id>", permalinks.article_short, name="article_short"),
    path("a/<str:public_id>/", permalinks.article_short),
    path("claims/<str:public_id>.jsonld", annotations.claim, name="annotation"),
    in_both("claims/<str:public_id>/", reading.claim, name="claim"),
    in_both("claims/<str:public_id>/v/<int:number>/", reading.claim, name="claim_version"),
    path("claims/<str:public_id>/cite.<str:ending>", citations.claim, name="claim_cite"),
    path("claims/<str:public_id>/v/<int:number>/cite.<str:ending>", citations.claim, name="claim_version_cite"),
    path("c/<str:public_id>", permalinks.claim_short, name="claim_short"),
    path("c/<str:public_id>/", permalinks.claim_short),
    in_both("briefing/", briefing.briefing, name="briefing"),
    path("briefing.<str:ending>", briefing.file, name="briefing_file"),
    # The same without the slash at the end, which mail programs and footnotes tend to lose: one hop.
    in_both("articles/<str:public_id>", reading.article),
    in_both("articles/<str:public_id>/v/<int:number>", reading.revision),
    in_both("articles/<str:public_id>/diff/<int:old>..<int:new>", reading.difference),
    in_both("articles/<str:public_id>/beside/<str:other>", reading.beside),
    in_both("claims/<str:public_id>", reading.claim),
    in_both("claims/<str:public_id>/v/<int:number>", reading.claim),
    in_both("check/", footnotes.check, name="check"),
    in_both("data/", data.data, name="data"),
    path("healthz", site.healthz, name="healthz"),
    path("readyz", site.readyz, name="readyz"),
    path("robots.txt", site.robots, name="robots"),
    path("sitemap.xml", site.sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", site.sitemap_file, name="sitemap_file"),
    path(".well-known/security.txt", site.security, name="security"),
]
