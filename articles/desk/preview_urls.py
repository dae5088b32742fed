"""Addresses of the public pages, for links in a preview; the editors' site does not serve them."""

from django.urls import include, path
from django.urls.resolvers import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = [path("", include("articles.urls"))]
