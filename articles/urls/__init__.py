"""Addresses of the public pages: single pages, then lists."""

from articles.urls import lists, reading

app_name = "articles"
urlpatterns = [*reading.urlpatterns, *lists.urlpatterns]
