"""Single pages: a report, one revision of it, a claim, one version of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify

from articles.models import Article, PublicText
from articles.pages.article import article_page
from articles.pages.claim import claim_page
from articles.pages.difference import difference_page
from articles.queries import reading
from articles.views.permalinks import Elsewhere, address_of, gone, misdirected, removed


def article(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponse:
    """A report as it reads now. The slug is for people: the right one is served, any other leads to the address without."""
    answer = misdirected(request, public_id, "a")
    if answer is not None:
        return answer
    found = reading.article_called(public_id)
    if found is None:
        return gone(request, public_id)
    texts = reading.texts_of(found)
    text = next(text for text in texts if text.is_current)
    if slug and slug != slugify(text.headline):
        return Elsewhere(address_of(public_id))
    return _text(request, found, texts, text)


def revision(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """A report as it read in one revision."""
    answer = misdirected(request, public_id, "a")
    if answer is not None:
        return answer
    found = reading.article_called(public_id)
    if found is None:
        return gone(request, public_id)
    texts = reading.texts_of(found)
    text = next((text for text in texts if text.number == number), None)
    if text is None:
        raise Http404
    return _text(request, found, texts, text)


def difference(request: HttpRequest, public_id: str, old: int, new: int) -> HttpResponse:
    """Two revisions of a report side by side, the older one on the left."""
    answer = misdirected(request, public_id, "a")
    if answer is not None:
        return answer
    found = reading.article_called(public_id)
    if found is None:
        return gone(request, public_id)
    if old > new:
        return Elsewhere(reverse("articles:difference", args=[public_id, new, old]))
    texts = {text.number: text for text in reading.texts_of(found)}
    if old not in texts or new not in texts or old == new:
        raise Http404
    for text in (texts[old], texts[new]):
        if text.removed_at is not None:
            return removed(request, public_id, text.removed_at)
    if not (texts[old].body and texts[new].body):
        # The outlet lets us show claims only: there is nothing to lay side by side, and no such page was ever linked.
        raise Http404
    return render(request, "articles/difference.html", {"page": difference_page(found, texts[old], texts[new])})


def claim(request: HttpRequest, public_id: str, number: int | None = None) -> HttpResponse:
    """A claim as it stands, or one of its frozen versions."""
    answer = misdirected(request, public_id, "c")
    if answer is not None:
        return answer
    found = reading.claim_called(public_id)
    if found is None:
        return gone(request, public_id)
    versions = reading.versions_of(found)
    version = next((each for each in versions if each.number == number or (number is None and each.is_current)), None)
    if version is None:
        raise Http404
    if version.removed_at is not None:
        return removed(request, public_id, version.removed_at)
    page = claim_page(found, versions, version)
    return render(request, "articles/claim.html", {"page": page, "is_dated": number is not None})


def _text(request: HttpRequest, found: Article, texts: list[PublicText], text: PublicText) -> HttpResponse:
    if text.removed_at is not None:
        return removed(request, found.public_id, text.removed_at)
    return render(request, "articles/article.html", {"page": article_page(found, texts, text)})
