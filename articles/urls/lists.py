"""Addresses of lists, search and feeds."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
