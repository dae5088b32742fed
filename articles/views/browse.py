"""Lists of reports and claims, and the pages of what they can be narrowed to."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from articles.facets import Filter
from articles.models import Topic
from articles.pages import lists
from articles.queries.counts import PARTS
from articles.queries.names import institution_slug, outlet_slug, topic_slug
from articles.views.parameters import a_list, choice, one, parameters
from provinces.models import Province
from provinces.queries import provinces_spelt
from sources.models import Institution, Outlet


@a_list
def articles(request: HttpRequest) -> HttpResponse:
    """/articles/"""
    found = parameters(request)
    page = lists.articles_page(Filter.read(found), one(found, "after"))
    return render(request, "articles/articles.html", {"page": page, "list": page, "canonical": page.canonical})


@a_list
def claims(request: HttpRequest) -> HttpResponse:
    """/claims/"""
    found = parameters(request)
    page = lists.claims_page(Filter.read(found), one(found, "after"))
    return render(request, "articles/claims.html", {"page": page, "list": page, "canonical": page.canonical})


@a_list
def provinces(request: HttpRequest) -> HttpResponse:
    """/provinces/"""
    context = {"rows": lists.provinces_page(), "canonical": lists.canonical("articles:provinces", "")}
    return render(request, "articles/provinces.html", context)


@a_list
def province(request: HttpRequest, slug: str) -> HttpResponse:
    """/provinces/<slug>/; any other spelling redirects, one that covers several provinces offers them."""
    row = Province.objects.published().filter(slug=slug).first()
    if row is None:
        return _province_spelt(request, slug)
    page = lists.province_page(row, one(parameters(request), "after"))
    return render(request, "articles/province.html", _context(page, page.list, "articles:province", slug))


def _province_spelt(request: HttpRequest, spelling: str) -> HttpResponse:
    candidates = provinces_spelt(spelling)
    if len(candidates) == 1:
        return moved(request, "articles:province", candidates[0].slug)
    rows = lists.spelt_like(candidates) if candidates else lists.provinces_page()
    context = {"rows": rows, "spelling": spelling, "several": bool(candidates)}
    return render(request, "articles/provinces.html", context, status=300 if candidates else 404)


@a_list
def topics(request: HttpRequest) -> HttpResponse:
    """/topics/"""
    context = {"rows": lists.topics_page(), "canonical": lists.canonical("articles:topics", "")}
    return render(request, "articles/topics.html", context)


@a_list
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """/topics/<slug>/; other names, and those of merged topics, redirect."""
    row = Topic.objects.published().filter(slug=slug).first()
    if row is None:
        return _moved_or_never(request, "articles:topic", topic_slug(slug))
    found = parameters(request)
    with_narrower = choice(found, "narrower", ("yes", "no")) == "yes"
    page = lists.topic_page(row, with_narrower, one(found, "after"))
    context = _context(page, page.list, "articles:topic", slug, "" if with_narrower else "narrower=no")
    return render(request, "articles/topic.html", context)


@a_list
def institutions(request: HttpRequest) -> HttpResponse:
    """/institutions/"""
    context = {"groups": lists.institutions_page(), "canonical": lists.canonical("articles:institutions", "")}
    return render(request, "articles/institutions.html", context)


@a_list
def institution(request: HttpRequest, slug: str) -> HttpResponse:
    """/institutions/<slug>/"""
    row = Institution.objects.published().filter(slug=slug).first()
    if row is None:
        return _moved_or_never(request, "articles:institution", institution_slug(slug))
    found = parameters(request)
    page = lists.institution_page(row, choice(found, "show", PARTS), one(found, "after"))
    return render(request, "articles/institution.html", {"page": page, "canonical": page.canonical})


@a_list
def outlets(request: HttpRequest) -> HttpResponse:
    """/outlets/"""
    context = {"rows": lists.outlets_page(), "canonical": lists.canonical("articles:outlets", "")}
    return render(request, "articles/outlets.html", context)


@a_list
def outlet(request: HttpRequest, slug: str) -> HttpResponse:
    """/outlets/<slug>/"""
    row = Outlet.objects.published().filter(slug=slug).first()
    if row is None:
        return _moved_or_never(request, "articles:outlet", outlet_slug(slug))
    page = lists.outlet_page(row, one(parameters(request), "after"))
    return render(request, "articles/outlet.html", _context(page, page.list, "articles:outlet", slug))


def _context(page: object, listed: lists.ListPage, address: str, slug: str, query: str = "") -> dict[str, object]:
    """What the page of one thing and the list on it need; the list's next page stays on the page."""
    after = QueryDict(listed.next).get("after", "")
    narrowed = [query] if query else []
    canonical = lists.canonical(
        address, "&".join([*narrowed, *([f"after={listed.after}"] if listed.after else [])]), slug
    )
    return {
        "page": page,
        "list": listed,
        "next": "&".join([*narrowed, f"after={after}"]) if after else "",
        "canonical": canonical,
    }


def _moved_or_never(request: HttpRequest, address: str, slug: str | None) -> HttpResponse:
    """308 to where an old name leads; raises Http404 where none does."""
    if slug is None:
        raise Http404
    return moved(request, address, slug)


def moved(request: HttpRequest, address: str, slug: str) -> HttpResponse:
    """308 with the parameters kept."""
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponse(status=308)
    response["Location"] = reverse(address, args=[slug]) + (f"?{query}" if query else "")
    return response
