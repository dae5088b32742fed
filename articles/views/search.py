"""Search."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from articles.listing import Listing
from articles.pages.search import search_page
from articles.queries.registry import issued_id
from articles.views.parameters import a_list, one, parameters
from articles.views.permalinks import address_of


@a_list
def search(request: HttpRequest) -> HttpResponse:
    """/search/?q=…&in=articles|claims&mode=…&sort=…, and every facet. An id, however it is written, leads to what it stands for."""
    found = parameters(request)
    cited = issued_id(one(found, "q"))
    if cited:
        return HttpResponseRedirect(address_of(cited))
    page = search_page(Listing.asked(found), one(found, "after"))
    context = {"page": page, "list": page.list, "canonical": page.list.canonical if page.list else ""}
    return render(request, "articles/search.html", context)
