"""The public site with a fault in it, for the drill of readers' traces: /data/ breaks, and its error holds all that was asked."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import get_resolver
from django.urls.resolvers import URLPattern

from config.wsgi import application

__all__ = ["application"]


def broken(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Breaks, with words of the reader in the error and in the frame that a report of it would show."""
    asked = {**request.headers, "at": request.get_full_path()}
    raise RuntimeError(f"{asked}")


for pattern in get_resolver("articles.urls").url_patterns:
    if isinstance(pattern, URLPattern) and pattern.name == "data":
        pattern.callback = broken
