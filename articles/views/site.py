"""The front page, the page about the site, what machines ask of a site, and pages for what goes wrong."""

from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.pages import sitemap as sitemaps
from articles.pages.home import home_page
from articles.problems import line, problem, wants_json, wants_text

_XML = "application/xml; charset=utf-8"
# A promise to answer at that address is renewed with every answer (RFC 9116 asks for less than a year).
SECURITY_TXT_DAYS = 180


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """/"""
    return render(request, "articles/home.html", {"page": home_page(timezone.localdate())})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """/about/"""
    return render(request, "articles/about.html")


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """This process answers; the database is not asked."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers too; 503 when it does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("the database does not answer\n", status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """/robots.txt: search results are not for indexes, everything else is."""
    return render(request, "robots.txt", content_type="text/plain; charset=utf-8")


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """/.well-known/security.txt (RFC 9116)"""
    expires = timezone.now().replace(microsecond=0) + timedelta(days=SECURITY_TXT_DAYS)
    context = {"expires": expires.isoformat(), "contact": settings.CORRECTIONS_ADDRESS}
    return render(request, "security.txt", context, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """/sitemap.xml: every public page, or when they are too many for one file, the index of the files."""
    if sitemaps.files() > 1:
        context = {"addresses": sitemaps.file_addresses()}
        return render(request, "sitemap_index.xml", context, content_type=_XML)
    return sitemap_file(request, 1)


@require_safe
def sitemap_file(request: HttpRequest, number: int) -> HttpResponse:
    """/sitemap-<number>.xml"""
    if not 1 <= number <= sitemaps.files():
        raise Http404
    return HttpResponse(sitemaps.written(sitemaps.addresses(number)), content_type=_XML)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 as a page; nothing of what was asked is repeated."""
    return problem(400) if wants_json(request) else render(request, "400.html", status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 as a page, or in the kind that the address would have."""
    if wants_text(request):
        return line(404)
    return problem(404) if wants_json(request) else render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500 as a page that asks nothing of the database."""
    return problem(500) if wants_json(request) else render(request, "500.html", status=500)
