"""Addresses of the editors' site."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import path
from django.urls.resolvers import URLPattern, URLResolver


def icon(request: HttpRequest) -> HttpResponse:
    """/favicon.ico, which browsers ask for beside whatever names no icon."""
    return HttpResponseRedirect(static("favicon.svg"))


urlpatterns: list[URLPattern | URLResolver] = [path("favicon.ico", icon), path("", admin.site.urls)]
