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
