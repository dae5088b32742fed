"""What every page knows of its site and of a briefing in the making; nothing is asked of the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, get_urlconf, reverse

from articles.briefing import BadBriefing, Briefing
from articles.languages import LANGUAGES, in_language
from provinces import tongue


@dataclass(frozen=True)
class Site:
    """The site's name, its public address without a slash at the end, and where to write about an error.

    `ways`: the addresses of its pages that stand in the bar and at the foot, by name; `bar` and `foot`: drawn, "" without
    any. `tongues`: this page in each language.
    """

    name: str
    base_url: str
    corrections_address: str
    ways: Mapping[str, str]
    bar: str
    foot: str
    tongues: tuple["Tongue", ...]


@dataclass(frozen=True)
class Tongue:
    """A language by its code and its own name, the path of the page in it, and of the first page.

    `query`: with its question mark, or "".
    """

    code: str
    name: str
    path: str
    query: str
    home: str
    is_here: bool


_CALLED = {tongue.ENGLISH: "English", tongue.KOREAN: "한국어"}


def site(request: HttpRequest) -> dict[str, Site | Briefing | None]:
    """Context processor of both sites."""
    among, language = get_urlconf() or settings.ROOT_URLCONF, tongue.language()
    ways = _ways(among, language)
    here = request.path if request.path in ways.values() else ""
    return {
        "site": Site(
            name=settings.SITE_NAME,
            base_url=settings.BASE_URL.rstrip("/"),
            corrections_address=settings.CORRECTIONS_ADDRESS,
            ways=ways,
            bar=_drawn("_navigation.html", among, language, here) if ways else "",
            foot=_drawn("_foot.html", among, language) if ways else "",
            tongues=_tongues(request),
        ),
        "carried": _carried(request.GET.get("briefing", "")),
    }


_WAYS = (
    "home", "articles", "claims", "provinces", "topics", "institutions", "contradictions", "due", "search", "about", "check", "briefing",
    "outlets", "map", "timeline", "coverage", "series", "changes", "data", "articles_atom",
)  # fmt: skip


@cache
def _ways(urlconf: str, language: str) -> Mapping[str, str]:
    """Looked up once a site and language; the editors' site, which shares the pages for errors, has none of them."""
    found = {}
    for name in _WAYS:
        try:
            found[name] = reverse(f"articles:{name}", urlconf=urlconf)
        except NoReverseMatch:
            continue
    return found


@cache
def _drawn(template: str, urlconf: str, language: str, here: str = "") -> str:
    """A part of the frame, drawn once a site, a language and an address that stands in it."""
    return render_to_string(template, {"ways": _ways(urlconf, language), "here": here})


# What is pasted there stands in no address of ours, not even where somebody had put it into one.
_KEEP_NO_QUESTION = frozenset({"check"})


def _tongues(request: HttpRequest) -> tuple[Tongue, ...]:
    """The page keeps its question; a briefing that goes along is put into links by itself (articles/views/carried.py)."""
    page = request.resolver_match.url_name if request.resolver_match else None
    query = request.GET.copy()
    query.pop("briefing", None)
    text = f"?{query.urlencode()}" if query and page not in _KEEP_NO_QUESTION else ""
    here = tongue.language()
    return tuple(
        Tongue(code, _CALLED[code], in_language(request.path, code), text, in_language("/", code), code == here)
        for code in LANGUAGES
    )


def _carried(value: str) -> Briefing | None:
    """The briefing that an address carries along, where there is one and it is whole."""
    try:
        return Briefing.carried(value) if value else None
    except BadBriefing:
        return None
