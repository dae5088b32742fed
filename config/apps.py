"""The site itself as an app, so that its commands, `migrate` first among them, are found before Django's."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "config"
    verbose_name = "Site"
