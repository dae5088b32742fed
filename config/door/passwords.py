"""Passwords that are refused because anybody who knows this site would try them first, or because they are known already."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

# Besides what this site is called and where it stands; docs/inventory.md gives the list.
OF_THIS_PLACE = (
    "readingroom", "reading", "room", "trade", "report", "desk", "editor", "publisher", "keeper", "tagger", "source",
    "sealed", "note", "northkorea", "korea", "dprk", "joseon", "pyongyang", "password", "admin", "letmein", "welcome",
)  # fmt: skip
# So many letters and figures must be left without those words.
LEFT = 8


def words_of_this_place() -> set[str]:
    """Small letters and figures only."""
    named = [settings.SITE_NAME, *re.split(r"[\s.-]+", f"{settings.SITE_NAME} {urlsplit(settings.BASE_URL).hostname}")]
    return {word for word in map(_bare, [*named, *OF_THIS_PLACE]) if len(word) > 3}


class OtherWords:
    """Enough must be left of a password once the words of this place are taken out of it."""

    def validate(self, password: str, user: object = None) -> None:
        left = _bare(password)
        for word in sorted(words_of_this_place(), key=len, reverse=True):
            left = left.replace(word, "")
        if len(left) < LEFT:
            raise ValidationError("This is made of words that anybody would try here.", code="password_of_this_place")

    def get_help_text(self) -> str:
        return "It is not made of the name of this site, of what people do here, or of the country."


class KnownPasswords(CommonPasswordValidator):
    """None that stands in the file which the operator named: one password a line, in small letters, gzip or plain."""

    def validate(self, password: str, user: object = None) -> None:
        try:
            super().validate(password, user)  # type: ignore[arg-type]  # the stubs want a model
        except ValidationError:
            raise ValidationError("This password was found in a list of stolen ones.", code="password_known") from None

    def get_help_text(self) -> str:
        return "It is in no list of stolen passwords that this desk was given."


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
