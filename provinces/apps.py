"""Provinces and places, and what people call them."""

from django.apps import AppConfig


class ProvincesConfig(AppConfig):
    name = "provinces"
    verbose_name = "Provinces and places"
