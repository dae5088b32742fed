"""Addresses of single pages: reports, claims, the front page, and what machines ask of a site."""

from django.urls import URLPattern, path

from articles.views import annotations, briefing, citations, data, footnotes, permalinks, reading, site

urlpatterns: list[URLPattern] = [
    path("", site.home, name="home"),
    path("about/", site.about, name="about"),
    path("articles/<str:public_id>/", reading.article, name="article"),
    path("articles/<str:public_id>/v/<int:number>/", reading.revision, name="revision"),
    path("articles/<str:public_id>/timemap", reading.timemap, name="timemap"),
    path("articles/<str:public_id>/diff/<int:old>..<int:new>/", reading.difference, name="difference"),
    path("articles/<str:public_id>/cite.<str:ending>", citations.article, name="article_cite"),
    path("articles/<str:public_id>/v/<int:number>/cite.<str:ending>", citations.article, name="revision_cite"),
    path("articles/<str:public_id>/<str:slug>/", reading.article, name="article"),
    path("a/<str:public_id>", permalinks.article_short, name="article_short"),
    path("a/<str:public_id>/", permalinks.article_short),
    path("claims/<str:public_id>.jsonld", annotations.claim, name="annotation"),
    path("claims/<str:public_id>/", reading.claim, name="claim"),
    path("claims/<str:public_id>/v/<int:number>/", reading.claim, name="claim_version"),
    path("claims/<str:public_id>/cite.<str:ending>", citations.claim, name="claim_cite"),
    path("claims/<str:public_id>/v/<int:number>/cite.<str:ending>", citations.claim, name="claim_version_cite"),
    path("c/<str:public_id>", permalinks.claim_short, name="claim_short"),
    path("c/<str:public_id>/", permalinks.claim_short),
    path("briefing/", briefing.briefing, name="briefing"),
    path("briefing.<str:ending>", briefing.file, name="briefing_file"),
    # The same without the slash at the end, which mail programs and footnotes tend to lose: one hop.
    path("articles/<str:public_id>", reading.article),
    path("articles/<str:public_id>/v/<int:number>", reading.revision),
    path("articles/<str:public_id>/diff/<int:old>..<int:new>", reading.difference),
    path("claims/<str:public_id>", reading.claim),
    path("claims/<str:public_id>/v/<int:number>", reading.claim),
    path("check/", footnotes.check, name="check"),
    path("data/", data.data, name="data"),
    path("healthz", site.healthz, name="healthz"),
    path("readyz", site.readyz, name="readyz"),
    path("robots.txt", site.robots, name="robots"),
    path("sitemap.xml", site.sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", site.sitemap_file, name="sitemap_file"),
    path(".well-known/security.txt", site.security, name="security"),
]
