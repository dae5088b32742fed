"""How lists answer, for people and for programs: what cannot be read of their parameters is 400 with a sentence."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.facets import BadParameter
from articles.parameters import choice, one, parameters
from articles.problems import problem, wants_json
from articles.queries.times import BeforeFirstDay

__all__ = ["View", "a_list", "choice", "for_programs", "one", "parameters"]
View = Callable[..., HttpResponseBase]


def a_list(view: View) -> View:
    """A page that is read only, and whose bad parameters are answered with a page that offers the whole list."""

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except BadParameter as error:
            context = {"error": error, "list": request.path, "instead": _instead(request, error)}
            return render(request, "articles/bad_filter.html", context, status=400)

    return answer


def _instead(request: HttpRequest, error: BadParameter) -> str:
    """For a day before our first one, the query string that asks what outlets had published by then; else ""."""
    if not isinstance(error, BeforeFirstDay):
        return ""
    query = request.GET.copy()
    for name in ("as_of", "after"):
        query.pop(name, None)
    query["published_until"] = error.day.isoformat()
    return query.urlencode()


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
