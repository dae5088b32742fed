"""The site itself as an app, so that its commands, `migrate` first among them, are found before Django's."""

from django.apps import AppConfig
from django.utils.translation import get_language, gettext, ngettext

from provinces import tongue


class ConfigConfig(AppConfig):
    name = "config"
    verbose_name = "Site"

    def ready(self) -> None:
        """What pages say goes through the catalogue (config/locale)."""
        tongue.speak_through(lambda: get_language() or tongue.ENGLISH, gettext, ngettext)
