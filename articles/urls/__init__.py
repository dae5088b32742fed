"""Addresses of the public pages: single pages, then lists, then the API."""

from django.urls import URLPattern, URLResolver, path

from articles.api.site import api, description
from articles.urls import lists, reading

app_name = "articles"
urlpatterns: list[URLPattern | URLResolver] = [
    *reading.urlpatterns,
    *lists.urlpatterns,
    path("api/v1/openapi.json", description, name="openapi"),
    path("api/v1/", api.urls),
]
