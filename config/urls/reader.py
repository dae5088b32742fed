"""Addresses of the public site."""

from django.urls import include, path
from django.urls.resolvers import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = [path("", include("articles.urls"))]

handler400 = "articles.views.site.bad_request"
handler404 = "articles.views.site.not_found"
handler500 = "config.middleware.broken"
