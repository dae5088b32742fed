"""Single pages: a report, one revision of it, a claim, one version of it."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from articles.addresses import path_to
from articles.languages import for_machines
from articles.memento import TIMEMAP_TYPE, Memento, NotADate, Timeline, http_date, read_http_date
from articles.models import Article, PublicText
from articles.pages.article import article_page
from articles.pages.beside import beside_page
from articles.pages.claim import claim_page
from articles.pages.difference import difference_page
from articles.pages.due import became_note
from articles.pages.figures import figure_notes
from articles.queries import reading
from articles.queries.origins import origin_of
from articles.views.permalinks import Elsewhere, address_of, gone, misdirected, removed


@require_safe
def article(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponse:
    """A report as it reads now. The slug is for people: the right one is served, any other leads to the address without."""
    answer = misdirected(request, public_id, "a", "" if slug else "article")
    if answer is not None:
        return answer
    found = reading.article_called(public_id)
    if found is None:
        return gone(request, public_id)
    texts = reading.texts_of(found)
    text = next(text for text in texts if text.is_current)
    if slug and slug != slugify(text.headline):
        return Elsewhere(address_of(public_id))
    versions = _timeline(found, texts)
    answer = _at_a_time(request, versions) or _text(request, found, texts, text)
    answer["Link"] = versions.links_from_original()
    patch_vary_headers(answer, ["Accept-Datetime"])
    return answer


@require_safe
def revision(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """A report as it read in one revision."""
    answer = misdirected(request, public_id, "a", "revision", number=number)
    if answer is not None:
        return answer
    found = reading.article_called(public_id)
    if found is None:
        return gone(request, public_id)
    texts = reading.texts_of(found)
    text = next((text for text in texts if text.number == number), None)
    if text is None:
        raise Http404
    answer = _text(request, found, texts, text)
    if text.removed_at is None:
        answer["Memento-Datetime"] = http_date(text.published_at)
        answer["Link"] = _timeline(found, texts).links_from(_address(found, text))
    return answer


@require_safe
def timemap(request: HttpRequest, public_id: str) -> HttpResponse:
    """Every text of a report that can still be read, as RFC 7089 lists them."""
    answer = misdirected(request, public_id, "a", "timemap")
    if answer is not None:
        return answer
    found = reading.article_called(public_id)
    if found is None:
        return gone(request, public_id)
    return HttpResponse(_timeline(found, reading.texts_of(found)).as_timemap(), content_type=TIMEMAP_TYPE)


@require_safe
def difference(request: HttpRequest, public_id: str, old: int, new: int) -> HttpResponse:
    """Two revisions of a report side by side, the older one on the left."""
    old, new = sorted((old, new))
    answer = misdirected(request, public_id, "a", "difference", old=old, new=new)
    if answer is not None:
        return answer
    found = reading.article_called(public_id)
    if found is None:
        return gone(request, public_id)
    texts = {text.number: text for text in reading.texts_of(found)}
    if old not in texts or new not in texts or old == new:
        raise Http404
    for text in (texts[old], texts[new]):
        if text.removed_at is not None:
            return removed(request, public_id, text.removed_at, public_id)
    if not (texts[old].body and texts[new].body):
        # The outlet lets us show claims only; it may have allowed more when this page was cited.
        return render(request, "articles/not_allowed.html", {"article": found}, status=451)
    return render(request, "articles/difference.html", {"page": difference_page(found, texts[old], texts[new])})


@require_safe
def beside(request: HttpRequest, public_id: str, other: str) -> HttpResponse:
    """Two reports that count as one side by side, this one on the left; where they no longer do, it leads to this one."""
    answer = misdirected(request, public_id, "a", "beside", other=other) or misdirected(request, other, "a")
    if answer is not None:
        return answer
    sides: list[tuple[Article, PublicText]] = []
    for each in (public_id, other):
        found = reading.article_called(each)
        if found is None:
            return gone(request, each)
        text = next(text for text in reading.texts_of(found) if text.is_current)
        if text.removed_at is not None:
            return removed(request, each, text.removed_at)
        sides.append((found, text))
    (left, left_text), (right, right_text) = sides
    if public_id == other or origin_of(left) != origin_of(right):
        return HttpResponseRedirect(address_of(public_id))
    for found, text in sides:
        if not text.body:
            return render(request, "articles/not_allowed.html", {"article": found}, status=451)
    return render(request, "articles/beside.html", {"page": beside_page(left, left_text, right, right_text)})


@require_safe
def claim(request: HttpRequest, public_id: str, number: int | None = None) -> HttpResponse:
    """A claim as it stands, or one of its frozen versions."""
    name, rest = ("claim", {}) if number is None else ("claim_version", {"number": number})
    answer = misdirected(request, public_id, "c", name, **rest)
    if answer is not None:
        return answer
    found = reading.claim_called(public_id)
    if found is None:
        return gone(request, public_id)
    versions = reading.versions_of(found)
    version = reading.of_number(versions, number)
    if version is None:
        raise Http404
    if version.removed_at is not None:
        stands = any(each.is_current and each.removed_at is None for each in versions)
        return removed(request, public_id, version.removed_at, public_id if stands else found.article.public_id)
    page = claim_page(found, versions, version)
    # How it stands is told of the claim as it is now, whichever of its versions is read.
    now = next(each for each in versions if each.is_current)
    context = {
        "page": page,
        "is_dated": number is not None,
        "became": became_note(now, timezone.localdate()),
        "figures": figure_notes(version),
    }
    return render(request, "articles/claim.html", context)


@for_machines()
def _timeline(found: Article, texts: list[PublicText]) -> Timeline:
    base = settings.BASE_URL.rstrip("/")
    return Timeline(
        original=base + address_of(found.public_id),
        timemap=base + path_to("articles:timemap", found.public_id),
        mementos=[Memento(_address(found, text), text.published_at) for text in texts if text.removed_at is None],
    )


@for_machines()
def _address(found: Article, text: PublicText) -> str:
    return settings.BASE_URL.rstrip("/") + path_to("articles:revision", found.public_id, text.number)


def _at_a_time(request: HttpRequest, versions: Timeline) -> HttpResponse | None:
    """The answer to a client that asks for the text of another time; None for one that does not."""
    sent = request.headers.get("Accept-Datetime")
    if sent is None:
        return None
    try:
        memento = versions.at(read_http_date(sent))
    except NotADate as error:
        return HttpResponse(f"Accept-Datetime: {error}.\n", status=400, content_type="text/plain; charset=utf-8")
    return HttpResponseRedirect(memento.address) if memento else None


def _text(request: HttpRequest, found: Article, texts: list[PublicText], text: PublicText) -> HttpResponse:
    if text.removed_at is not None:
        return removed(request, found.public_id, text.removed_at, "" if text.is_current else found.public_id)
    return render(request, "articles/article.html", {"page": article_page(found, texts, text)})
