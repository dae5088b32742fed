"""The sitemap: every public page once, in files of at most 50,000 addresses (sitemaps.org)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from django.conf import settings

from articles.feeds.entries import absolute
from articles.models import Article, ClaimVersion, Figure, Topic
from articles.queries import browse
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
    """A page, and the day of its last meaningful change where that is known."""

    address: str
    changed: date | None = None


@dataclass(frozen=True)
class _Part:
    """Rows in a lasting order, and the page of each. `keys`: where there may be very many, the numbers they are ordered by."""

    rows: Any
    page: Callable[..., Address]
    count: Callable[[], int]
    by: str = ""
    keys: Any = None

    def piece(self, skip: int, room: int) -> list[Any]:
        """So many rows after so many. Of very many no more than their numbers are passed over."""
        if self.keys is None or not skip:
            return list(self.rows[skip : skip + room])
        first = list(self.keys[skip : skip + 1])
        return list(self.rows.filter(**{f"{self.by}__gte": first[0]})[:room]) if first else []


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
        found = part.piece(skip, room) if room else []
        yield from (part.page(*row) for row in found)
        # What this part did not have is skipped already.
        skip, room = (0 if found else max(0, skip - part.count())), room - len(found)


def written(pages: Iterable[Address]) -> str:
    """A file of them, each with where it stands in Korean. By hand: a template takes seconds over 50,000."""
    base = settings.BASE_URL.rstrip("/")
    lines = (
        f"<url><loc>{escape(page.address)}</loc>"
        f"{f'<lastmod>{page.changed.isoformat()}</lastmod>' if page.changed else ''}"
        f'<xhtml:link rel="alternate" hreflang="ko" href="{base}/ko{escape(page.address[len(base) :])}"/></url>\n'
        for page in pages
    )
    return f"{_HEAD}{''.join(lines)}</urlset>\n"


def file_addresses() -> list[str]:
    """Where the files are, for the index."""
    return [absolute("articles:sitemap_file", str(number)) for number in range(1, files() + 1)]


def _parts() -> tuple[_Part, ...]:
    names: list[tuple[Any, str]] = [
        (Province, "province"), (Topic, "topic"), (Institution, "institution"), (Outlet, "outlet"),
    ]  # fmt: skip
    figures = Figure.objects.published().filter(version__is_current=True)
    series = (
        (figures, "series_of", ("item",)),
        (figures.exclude(province=None), "series_at", ("item", "province__slug")),
        (figures.exclude(place=None), "series_at", ("item", "place__slug")),
    )
    articles = Article.objects.published().order_by("id")
    claims = browse.current_claims().order_by("claim_id").values_list("claim__public_id", "published_at")
    # The same rows: a version that is public is of a public claim.
    current = ClaimVersion.objects.published().filter(is_current=True, removed_at=None).order_by("claim_id")
    return (
        *(_few(model.objects.published().order_by("slug").values_list("slug"), name) for model, name in names),
        *(_few(rows.order_by(*by).values_list(*by).distinct(), name) for rows, name, by in series),
        _Part(
            articles.values_list("public_id", "changed_at"), _dated("article"), _counted("articles"), "id",
            articles.values_list("id", flat=True),
        ),
        _Part(claims, _dated("claim"), _counted("claims"), "claim_id", current.values_list("claim_id", flat=True)),
    )  # fmt: skip


def _few(rows: Any, name: str) -> _Part:
    return _Part(rows, _named(name), rows.count)


def _counted(kind: str) -> Callable[[], int]:
    """By the index: to count claims takes the database longer than a statement of the reader's may."""
    return lambda: tallies.tally(kind, browse.NOW, load_names(), ()).total


def _named(name: str) -> Callable[..., Address]:
    return lambda *slugs: Address(absolute(f"articles:{name}", *slugs))


def _dated(name: str) -> Callable[..., Address]:
    # Thousands of addresses of one shape: the shape is asked for once.
    shape = absolute(f"articles:{name}", "-")
    return lambda public_id, at: Address(shape.replace("/-/", f"/{public_id}/"), at.date() if at else None)
