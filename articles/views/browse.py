"""Lists of reports and claims, and the pages of what they can be narrowed to."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify

from articles.facets import Filter
from articles.models import AddressKind, Topic
from articles.pages import lists
from articles.pages.institutions import institution_page, institutions_page
from articles.pages.outlets import outlet_page, outlets_page
from articles.pages.provinces import province_page, provinces_page, spelt_like
from articles.pages.topics import topic_page, topics_page
from articles.queries.counts import PARTS
from articles.queries.names import institution_slug, outlet_slug, topic_slug
from articles.queries.province import province_called
from articles.queries.registry import was_given_out
from articles.views.parameters import a_list, choice, one, parameters
from articles.views.permalinks import moved, page_gone
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
    context = _index(request, "articles:provinces", rows=provinces_page)
    return render(request, "articles/provinces.html", context)


@a_list
def province(request: HttpRequest, slug: str) -> HttpResponse:
    """/provinces/<slug>/; any other spelling redirects, one that covers several provinces offers them."""
    row = province_called(slug)
    if row is None:
        return _province_spelt(request, slug)
    found = parameters(request)
    time = Filter().at_time(found)
    page = province_page(row, one(found, "after"), time)
    return render(request, "articles/province.html", _context(page, page.list, "articles:province", slug, time))


def _province_spelt(request: HttpRequest, spelling: str) -> HttpResponse:
    candidates = provinces_spelt(spelling)
    if len(candidates) == 1:
        return moved(request, reverse("articles:province", args=[candidates[0].slug]))
    if not candidates and was_given_out(AddressKind.PROVINCE, spelling):
        return page_gone(request)
    rows = spelt_like(candidates) if candidates else provinces_page()
    context = {"rows": rows, "spelling": spelling, "several": bool(candidates)}
    return render(request, "articles/provinces.html", context, status=300 if candidates else 404)


@a_list
def topics(request: HttpRequest) -> HttpResponse:
    """/topics/"""
    context = _index(request, "articles:topics", rows=topics_page)
    return render(request, "articles/topics.html", context)


@a_list
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """/topics/<slug>/; other names, and those of merged topics, redirect."""
    row = Topic.objects.published().filter(slug=slug).first()
    if row is None:
        return _moved_or_gone(request, AddressKind.TOPIC, slug, topic_slug(slug))
    found = parameters(request)
    with_narrower = choice(found, "narrower", ("yes", "no")) == "yes"
    time = Filter().at_time(found)
    page = topic_page(row, with_narrower, one(found, "after"), time)
    narrower = ("narrower", "" if with_narrower else "no")
    context = _context(page, page.list, "articles:topic", slug, time, narrower)
    return render(request, "articles/topic.html", context)


@a_list
def institutions(request: HttpRequest) -> HttpResponse:
    """/institutions/"""
    context = _index(request, "articles:institutions", groups=institutions_page)
    return render(request, "articles/institutions.html", context)


@a_list
def institution(request: HttpRequest, slug: str) -> HttpResponse:
    """/institutions/<slug>/"""
    row = Institution.objects.published().filter(slug=slug).first()
    if row is None:
        return _moved_or_gone(request, AddressKind.INSTITUTION, slug, institution_slug(slug))
    found = parameters(request)
    time = Filter().at_time(found)
    page = institution_page(row, choice(found, "show", PARTS), one(found, "after"), time)
    return render(request, "articles/institution.html", {"page": page, "canonical": page.canonical})


@a_list
def outlets(request: HttpRequest) -> HttpResponse:
    """/outlets/"""
    context = _index(request, "articles:outlets", rows=outlets_page)
    return render(request, "articles/outlets.html", context)


@a_list
def outlet(request: HttpRequest, slug: str) -> HttpResponse:
    """/outlets/<slug>/"""
    row = Outlet.objects.published().filter(slug=slug).first()
    if row is None:
        return _moved_or_gone(request, AddressKind.OUTLET, slug, outlet_slug(slug))
    found = parameters(request)
    time = Filter().at_time(found)
    page = outlet_page(row, one(found, "after"), time)
    return render(request, "articles/outlet.html", _context(page, page.list, "articles:outlet", slug, time))


def _context(
    page: object, listed: lists.ListPage, address: str, slug: str, time: Filter, *more: tuple[str, str]
) -> dict[str, object]:
    """What the page of one thing and the list on it need; the list's next page stays on the page, and in its time."""
    after = str(QueryDict(listed.next).get("after", ""))
    return {
        "page": page,
        "list": listed,
        "here_query": time.query(*more),
        "next": time.query(*more, ("after", after)) if after else "",
        "time": lists.time_note(time, *more),
        "canonical": lists.canonical(address, time.query(*more, ("after", listed.after)), slug),
    }


def _index(request: HttpRequest, address: str, **listed: Callable[[Filter], object]) -> dict[str, object]:
    """What an index needs: what it lists, at the time asked for."""
    time = Filter().at_time(parameters(request))
    shown = {name: page(time) for name, page in listed.items()}
    note = lists.time_note(time)
    return {**shown, "time": note, "here_query": time.query(), "canonical": lists.canonical(address, time.query())}


def _moved_or_gone(request: HttpRequest, kind: AddressKind, asked: str, slug: str | None) -> HttpResponse:
    """308 to where an old name leads, 410 where it led once; raises Http404 where it never did."""
    if slug is not None:
        return moved(request, reverse(f"articles:{kind.value}", args=[slug]))
    if was_given_out(kind, asked, slugify(asked, allow_unicode=True)):
        return page_gone(request)
    raise Http404
