"""The API as one whole, as `articles/urls` mounts it."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.errors import ValidationError

from articles.api import changes, contradictions, coverage, due, names, reports, series  # each registers its addresses
from articles.api.reading import router
from articles.facets import BadParameter
from articles.problems import problem

PARTS = (reports, contradictions, coverage, due, series, names, changes)

api = NinjaAPI(
    title="Trade Reading Room",
    version="1",
    description="The public record: reports, claims and what became of them. Read only, without a key. An unnamed source"
    " is “an unnamed source” here. Lists go on at `next`.",
    urls_namespace="api",
    # Ninja's own address of the description knows no site inside a site, and its pages load scripts from elsewhere.
    openapi_url=None,
    docs_url=None,
)
api.add_router("", router)


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """/api/v1/openapi.json (OpenAPI 3.1)"""
    return JsonResponse(api.get_openapi_schema(path_prefix="/api/v1/"))


@api.exception_handler(BadParameter)
def bad_parameter(request: HttpRequest, error: BadParameter) -> HttpResponse:
    """A value in the address that we cannot use, named."""
    return problem(400, str(error))


@api.exception_handler(ValidationError)
def bad_value(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """A value in the path that is none."""
    return problem(400)


@api.exception_handler(Http404)
def not_here(request: HttpRequest, error: Http404) -> HttpResponse:
    """Nothing at this address."""
    return problem(404)
