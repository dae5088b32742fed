"""Parameters of lists, strictly read: what cannot be read is 400 with a sentence, never passed over in silence."""

from collections.abc import Callable, Mapping
from functools import wraps
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.facets import BadParameter
from articles.views.problems import problem, wants_json

View = Callable[..., HttpResponseBase]


def parameters(request: HttpRequest) -> Mapping[str, list[str]]:
    """Every parameter of the address with its values. Raises BadParameter for bytes that are no text."""
    try:
        unquote_to_bytes(request.META.get("QUERY_STRING", "").encode("latin-1")).decode("utf-8")
    except UnicodeError:
        raise BadParameter("address", "?…", "holds signs that are no text in UTF-8") from None
    found = dict(request.GET.lists())
    for name, values in found.items():
        if any("\x00" in text for text in (name, *values)):
            raise BadParameter("address", "?…", "holds a sign that no text can hold")
    return found


def one(found: Mapping[str, list[str]], name: str, default: str = "") -> str:
    """The one value of a parameter. Raises BadParameter when it is given twice."""
    values = found.get(name, [])
    if len(values) > 1:
        raise BadParameter(name, ", ".join(values), "is given more than once")
    return values[0].strip() if values else default


def choice(found: Mapping[str, list[str]], name: str, choices: tuple[str, ...]) -> str:
    """The one value of a parameter, the first choice when there is none. Raises BadParameter for any other."""
    value = one(found, name) or choices[0]
    if value not in choices:
        raise BadParameter(name, value, f"is none of {', '.join(choices)}")
    return value


def a_list(view: View) -> View:
    """A page that is read only, and whose bad parameters are answered with a page that offers the whole list."""

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except BadParameter as error:
            return render(request, "articles/bad_filter.html", {"error": error, "list": request.path}, status=400)

    return answer


def for_programs(view: View) -> View:
    """The same for programs: a problem body where they asked for JSON, otherwise one line of plain text."""

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except BadParameter as error:
            if wants_json(request):
                return problem(400, str(error))
            return HttpResponse(f"{error}\n", status=400, content_type="text/plain; charset=utf-8")

    return answer
