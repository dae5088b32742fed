"""Every page for people stands in Korean under /ko/, and says nothing there in English but names and quotations."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from django.urls.resolvers import URLPattern
from django.utils.translation import override

from articles.urls import urlpatterns
from tests.conftest import Reader
from tests.story import HEADLINE, Story
from tests.test_doors import DOORS, path_of

_VOID = {"meta", "link", "input", "br", "img", "path", "rect", "circle", "use", "hr"}
_SILENT = {"script", "style", "code", "svg"}
# Three words of English in a row are a sentence left over; names may be longer.
_ENGLISH = re.compile(r"[A-Za-z’']{2,}(?:[ ,;:]+[A-Za-z’']{2,}){2,}")
_NAMES = ("Trade Reading Room", "Northern Courier", "Natural Earth", HEADLINE)
# What is typed into the search box is written as it is typed.
_TYPED = (
    "fertilizer customs",
    "trading companies",
    "yuan OR dollar",
    "province: topic: outlet: institution: language: speech: place:",
)


def pages() -> Iterator[str]:
    """The names of the addresses that stand in both languages."""
    for each in urlpatterns:
        if isinstance(each, URLPattern) and each.name and not isinstance(each.pattern._route, str):  # type: ignore[union-attr]
            yield each.name


PAGES = [name for name in dict.fromkeys(pages()) if name in DOORS]


class KoreanWords(HTMLParser):
    """The words of a page that stand there as Korean: those under another `lang` are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        above = self._open[-1][1] if self._open else ""
        language = "" if tag in _SILENT else given.get("lang") or above
        if tag not in _VOID:
            self._open.append((tag, language or ("silent" if tag in _SILENT else "")))
        if (given.get("lang") or above) == "ko":
            self.words += [given[name] or "" for name in ("title", "aria-label", "placeholder") if name in given]

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][1] == "ko" and data.strip():
            self.words.append(" ".join(data.split()))


def left_over(body: str) -> list[str]:
    """What stands on a Korean page in English without being marked so."""
    reader = KoreanWords()
    reader.feed(body)
    found = []
    for words in reader.words:
        for name in (*_NAMES, *_TYPED):
            words = words.replace(name, "")
        found += [match[0] for match in _ENGLISH.finditer(words)]
    return found


def korean(name: str, story: Story) -> str:
    """The Korean address of a door."""
    with override("ko"):
        return path_of(name, story)


def test_every_page_is_korean_throughout(story: Story, reader: Reader) -> None:
    """All in one story, for it takes longer to tell than to read."""
    assert len(PAGES) > 25
    left: dict[str, list[str]] = {}
    astray: dict[str, list[str]] = {}
    for name in PAGES:
        path = korean(name, story)
        response = reader.get(path)
        body = response.content.decode()
        assert (path[:4], response.status_code, response["Content-Language"]) == ("/ko/", 200, "ko"), name
        assert '<html lang="ko">' in body, name
        left |= {name: found} if (found := left_over(body)) else {}
        # Every link to another page stays in the language; the switch alone leaves it.
        links = [link.split("?")[0] for link in re.findall(r'<a[^>]*? href="(/[^"]*)"', body)]
        outside = [link for link in links if not link.startswith("/ko/") and not is_for_machines(link)]
        astray |= {name: outside} if outside != [path.split("?")[0].removeprefix("/ko")] else {}
    assert left == {}
    assert astray == {}


def is_for_machines(link: str) -> bool:
    """Whether an address stands outside both languages."""
    return bool(re.search(r"\.[a-z.]+$", link)) or link.startswith(("/a/", "/c/", "/api/", "/.well-known/"))


def test_what_is_left_in_english_is_noticed() -> None:
    page = '<html lang="ko"><p>보도 <b>Nothing was published here</b></p><p lang="en">These are their words</p></html>'
    assert left_over(page) == ["Nothing was published here"]
