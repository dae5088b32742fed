"""Who speaks: outlets, institutions, unnamed sources as one report words them, and chains of speakers."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "sources"
    verbose_name = "Sources"
