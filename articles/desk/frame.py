"""A page of our own within the admin's frame, behind its login."""

from collections.abc import Callable
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse


def framed(site: AdminSite, view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, given the site after the request, for those who are logged in."""

    def page(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return view(request, site, **kwargs)

    return site.admin_view(page)
