"""A page of our own within the admin's frame, behind its login."""

from collections.abc import Callable
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse


def framed(site: AdminSite, view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, given the site after the request, for those who are logged in."""

    def page(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return view(request, site, **kwargs)

    return site.admin_view(page)


def draw(
    request: HttpRequest, site: AdminSite, template: str, context: dict[str, Any], status: int = 200
) -> TemplateResponse:
    """The template within the frame."""
    return TemplateResponse(request, template, {**site.each_context(request), **context}, status=status)


def user_of(request: HttpRequest) -> Any:
    """Who sent it: behind the login always an account, which the stubs do not know."""
    return request.user
