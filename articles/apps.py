"""Reports, their texts and claims, and every public page."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Reports and claims"
