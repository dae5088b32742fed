"""How the API is asked and answers: one router, whose every address is read with GET or HEAD and refuses what it
does not know.
"""

import re
from collections.abc import Callable, Collection
from inspect import signature
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Router

from articles.facets import FACETS, LANGUAGES, LONGEST_VALUE, SPEECH, BadParameter, Filter
from articles.parameters import parameters
from articles.problems import CONTENT_TYPE, SCHEMA, WORDS

router = Router()
Parameter = dict[str, Any]
View = Callable[..., Any]
_EXACT = {
    "language": {"enum": sorted(LANGUAGES)},
    "speech": {"enum": sorted(SPEECH)},
    "year": {"type": "string", "pattern": "^(19[0-9]{2}|20[0-9]{2}|2100)$"},
    "month": {"type": "string", "pattern": "^(19[0-9]{2}|20[0-9]{2}|2100)-(0[1-9]|1[0-2])$"},
}


def parameter(name: str, description: str, schema: Parameter, **more: Any) -> Parameter:
    """One parameter as OpenAPI describes it."""
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema, **more}


AFTER = parameter(
    "after", "where to go on; copied from `next`", {"type": "string", "pattern": "^[A-Za-z0-9_-]*$", "maxLength": 300}
)
FILTER = [
    parameter(
        name,
        f"{heading}; several are alternatives",
        {"type": "array", "items": _EXACT.get(name, {"type": "string", "maxLength": LONGEST_VALUE}), "maxItems": 20},
        explode=True,
        style="form",
    )
    for name, (heading, _) in FACETS.items()
]
NARROWER = parameter(
    "narrower", "whether a topic brings its narrower ones along", {"enum": ["yes", "no"], "default": "yes"}
)
WITHIN = parameter(
    "within",
    "whether only what is dated wholly within one of the years and months is listed, and not what may be from them",
    {"enum": ["yes", "no"], "default": "no"},
)
_DAY = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
TIMES = [
    parameter("as_of", "a day: what this site showed when it ended; not beside published_until", _DAY),
    parameter("published_until", "a day: what outlets had published by then, in the oldest words held", _DAY),
]
LIST = [*FILTER, NARROWER, WITHIN, *TIMES, AFTER]


def read(
    path: str, response: Any, takes: Collection[Parameter] = (), errors: Collection[int] = (400,)
) -> Callable[[View], View]:
    """Registers a view at an address; `takes` are the parameters it knows, `errors` the refusals it may answer with."""
    documented = {status: _refusal(status) for status in sorted({*errors, 400, 429, 503})}
    extra = {"parameters": list(takes), "responses": documented}
    known = {each["name"]: each["schema"] for each in takes}

    def register(view: View) -> View:
        def checked(request: HttpRequest, **kwargs: Any) -> Any:
            found = parameters(request)
            Filter.read(found)  # its sentences say more
            for name, values in found.items():
                if name not in known:
                    raise BadParameter("address", name, "is no parameter here")
                _hold(name, values, known[name])
            return view(request, **kwargs)

        # Ninja reads names, types and words of what it registers.
        checked.__name__, checked.__doc__, checked.__module__ = view.__name__, view.__doc__, view.__module__
        checked.__signature__ = signature(view)  # type: ignore[attr-defined]
        router.get(path, response=response, openapi_extra=extra, url_name=view.__name__)(checked)
        router.api_operation(["HEAD"], path, response=response, include_in_schema=False)(checked)
        return view

    return register


def _hold(name: str, values: list[str], schema: Parameter) -> None:
    """What the description says of a parameter holds of its values. Raises BadParameter."""
    each = schema.get("items", schema)
    if len(values) > schema.get("maxItems", 1):
        raise BadParameter(name, ", ".join(values), "is given too often")
    for value in values:
        if len(value) > each.get("maxLength", len(value)) or not re.search(each.get("pattern", ""), value):
            raise BadParameter(name, value, "is not of the form that is described")
        if value not in each.get("enum", [value]):
            raise BadParameter(name, value, f"is none of {', '.join(each['enum'])}")


def _refusal(status: int) -> dict[str, Any]:
    return {"description": WORDS[status][0], "content": {CONTENT_TYPE: {"schema": SCHEMA}}}


def next_page(request: HttpRequest, query: str) -> str | None:
    """The address of the page with this query string; None for none."""
    return f"{settings.BASE_URL.rstrip('/')}{request.path}?{query}" if query else None
