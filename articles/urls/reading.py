"""Addresses of single pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
