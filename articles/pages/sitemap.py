"""The sitemap: every public page once, in files of at most 50,000 addresses (sitemaps.org)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from django.conf import settings

from articles.feeds.entries import absolute
from articles.models import Topic
from articles.queries import browse
from articles.queries import sitemap as queries
from articles.queries.names import load_names
from articles.search import tallies
from provinces.models import Province
from sources.models import Institution, Outlet

MOST = 50_000
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
# Pages that are there whatever is published.
_FIXED = (
    "home", "about", "articles", "claims", "provinces", "topics", "institutions", "outlets", "map", "timeline", "coverage",
    "contradictions", "due", "series", "changes", "data", "check",
)  # fmt: skip


@dataclass(frozen=True)
class Address:
    """A page, and when it last changed in what it means, where that is known: a moment, which is of no zone's day."""

    address: str
    changed: datetime | None = None


@dataclass(frozen=True)
class _Part:
    """Rows in a lasting order, and the page of each. `after`: so many rows after so many."""

    count: Callable[[], int]
    after: Callable[[int, int], Sequence[Any]]
    page: Callable[..., Address]


def files() -> int:
    """How many files there are; one also for a site without a report."""
    total: int = len(_FIXED) + sum(part.count() for part in _parts())
    return max(1, -(-total // MOST))


def addresses(file: int) -> Iterator[Address]:
    """The addresses of one file, the first being 1; none beyond the last."""
    skip, room = (file - 1) * MOST, MOST
    fixed = [Address(absolute(f"articles:{name}")) for name in _FIXED][skip : skip + room]
    yield from fixed
    skip, room = max(0, skip - len(_FIXED)), room - len(fixed)
    for part in _parts():
        if skip and skip >= (there := part.count()):
            skip -= there
            continue
        found = part.after(skip, room) if room else ()
        yield from (part.page(*row) for row in found)
        skip, room = 0, room - len(found)


def written(pages: Iterable[Address]) -> str:
    """A file of them, each with where it stands in Korean. By hand: a template takes seconds over 50,000."""
    base = settings.BASE_URL.rstrip("/")
    lines = (
        f"<url><loc>{escape(page.address)}</loc>{_last(page.changed)}"
        f'<xhtml:link rel="alternate" hreflang="ko" href="{base}/ko{escape(page.address[len(base) :])}"/></url>\n'
        for page in pages
    )
    return f"{_HEAD}{''.join(lines)}</urlset>\n"


def _last(changed: datetime | None) -> str:
    return f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" if changed else ""


def file_addresses() -> list[str]:
    """Where the files are, for the index."""
    return [absolute("articles:sitemap_file", str(number)) for number in range(1, files() + 1)]


def _parts() -> tuple[_Part, ...]:
    names: list[tuple[Any, str]] = [
        (Province, "province"), (Topic, "topic"), (Institution, "institution"), (Outlet, "outlet"),
    ]  # fmt: skip
    return (
        *(_few(model.objects.published().order_by("slug").values_list("slug"), name) for model, name in names),
        _few(queries.series_told("item").values_list("item"), "series_of"),
        *(_few(queries.series_told("item", where).values_list("item", f"{where}__slug"), "series_at") for where in ("province", "place")),
        _Part(_counted("articles"), queries.articles_in_order, _dated("article")),
        _Part(_counted("claims"), queries.claims_in_order, _dated("claim")),
    )  # fmt: skip


def _few(rows: Any, name: str) -> _Part:
    return _Part(rows.count, lambda skip, room: list(rows[skip : skip + room]), _named(name))


def _counted(kind: str) -> Callable[[], int]:
    """By the index: to count claims takes the database longer than a statement of the reader's may."""
    return lambda: tallies.tally(kind, browse.NOW, load_names(), ()).total


def _named(name: str) -> Callable[..., Address]:
    return lambda *slugs: Address(absolute(f"articles:{name}", *slugs))


def _dated(name: str) -> Callable[..., Address]:
    # Thousands of addresses of one shape: the shape is asked for once.
    shape = absolute(f"articles:{name}", "-")
    return lambda public_id, at: Address(shape.replace("/-/", f"/{public_id}/"), at)
