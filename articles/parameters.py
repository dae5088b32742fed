"""Parameters of lists, strictly read: what cannot be read is refused with a sentence, never passed over in silence."""

from collections.abc import Mapping
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest

from articles.facets import BadParameter
from provinces.tongue import say


def parameters(request: HttpRequest) -> Mapping[str, list[str]]:
    """Every parameter of the address with its values. Raises BadParameter for bytes that are no text."""
    try:
        unquote_to_bytes(request.META.get("QUERY_STRING", "").encode("latin-1")).decode("utf-8")
    except UnicodeError:
        raise BadParameter("address", "?…", say("holds signs that are no text in UTF-8")) from None
    found = dict(request.GET.lists())
    for name, values in found.items():
        if any("\x00" in text for text in (name, *values)):
            raise BadParameter("address", "?…", say("holds a sign that no text can hold"))
    return found


def one(found: Mapping[str, list[str]], name: str, default: str = "") -> str:
    """The one value of a parameter. Raises BadParameter when it is given twice."""
    values = found.get(name, [])
    if len(values) > 1:
        raise BadParameter(name, ", ".join(values), say("is given more than once"))
    return values[0].strip() if values else default


def choice(found: Mapping[str, list[str]], name: str, choices: tuple[str, ...]) -> str:
    """The one value of a parameter, the first choice when there is none. Raises BadParameter for any other."""
    value = one(found, name) or choices[0]
    if value not in choices:
        raise BadParameter(name, value, say("is none of {all}", all=", ".join(choices)))
    return value
