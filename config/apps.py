"""The site itself as an app, so that its commands, `migrate` first among them, are found before Django's."""

from functools import lru_cache

from django.apps import AppConfig
from django.utils.translation import get_language, gettext, ngettext

from provinces import tongue


class ConfigConfig(AppConfig):
    name = "config"
    verbose_name = "Site"

    def ready(self) -> None:
        """What pages say goes through the catalogue (config/locale)."""
        tongue.speak_through(_language, lambda words: _said(tongue.language(), words), ngettext)


def _language() -> str:
    return get_language() or tongue.ENGLISH


@lru_cache(maxsize=4096)
def _said(language: str, words: str) -> str:
    """Words of ours, looked up once: the catalogue never changes while a process lasts."""
    return gettext(words)
