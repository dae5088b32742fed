"""Addresses of our pages: Django finds the one for a name, and from then on only what differs is put in.

    path_to("articles:claim", "c7k2m4qx")     # "/claims/c7k2m4qx/", "/ko/claims/c7k2m4qx/" on a Korean page

`reverse` looks through every address of that name and quotes its parts anew; a page of a report has thirty.
"""

import re
from functools import lru_cache

from django.conf import settings
from django.urls import NoReverseMatch, get_urlconf, reverse

from provinces.tongue import language

# What stands in an address as it is. Anything else goes the long way, which quotes or refuses it.
_PLAIN = re.compile(r"[0-9A-Za-z_-]+")


def path_to(name: str, *parts: str | int, urlconf: str = "") -> str:
    """The path of this name in the language of the page that is being made. Raises NoReverseMatch as `reverse` does.

    `urlconf`: the addresses among which it is, else those of the request.
    """
    among = urlconf or get_urlconf() or settings.ROOT_URLCONF
    if not all(map(_is_plain, parts)):
        return reverse(name, urlconf=among, args=parts)
    try:
        return _form(among, language(), name, tuple(map(type, parts))) % parts
    except NoReverseMatch:
        return reverse(name, urlconf=among, args=parts)  # where a mark cannot stand the part itself may


def _is_plain(part: str | int) -> bool:
    return part >= 0 if type(part) is int else type(part) is str and _PLAIN.fullmatch(part) is not None


@lru_cache(maxsize=1024)
def _form(urlconf: str, language: str, name: str, kinds: tuple[type, ...]) -> str:
    """The address with a place for each part: `/claims/%s/`; found out of one that has marks in them.

    Both sites stand at the root of their hosts, as `in_language` takes it too (articles/languages.py).
    """
    marks = [9_990_001 + place if kind is int else f"zz{place}zz" for place, kind in enumerate(kinds)]
    rest = reverse(name, urlconf=urlconf, args=marks)
    form = ""
    for mark in marks:
        before, _, rest = rest.partition(str(mark))
        form += before.replace("%", "%%") + "%s"
    return form + rest.replace("%", "%%")
