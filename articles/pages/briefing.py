"""A briefing: its claims with chains and citations, what became of each, and a summary of the sources behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings
from django.urls import reverse

from articles.briefing import MAX_BYTES, Briefing, Pin
from articles.citations.csl import item_of
from articles.citations.runs import Run
from articles.citations.source_reference import source_reference
from articles.citations.styled import STYLES, styled
from articles.citations.works import Statement
from articles.footnotes.finding import Link
from articles.footnotes.verdict import Fate, Verdict
from articles.models import ClaimVersion
from articles.pages.citation import report_cited, statement_cited, text_under
from articles.pages.claim import ClaimNote, claim_note
from articles.pages.fate_of_report import NEVER_COMPARED
from articles.pages.footnotes import fate_of
from articles.pages.source_summary import SourceSummary, source_summary
from articles.queries.briefing import Briefed, briefed

# What an analyst may write into the document of Word, in characters.
LONGEST_TITLE, LONGEST_NOTE = 200, 10_000

# The one style in which a briefing lists its sources; the others stand on each claim's own page.
_CHICAGO = next(style for style in STYLES if style.slug == "chicago")


@dataclass(frozen=True)
class Item:
    """One claim, read on a day. `place` counts from 1. Of what is gone there is neither statement nor note."""

    place: int
    pin: Pin
    address: str
    day: date
    fate: Fate
    statement: Statement | None = None
    note: ClaimNote | None = None

    @cached_property
    def reference(self) -> str:
        """The source reference, "" for what is gone."""
        return source_reference(self.statement, self.day) if self.statement else ""

    @cached_property
    def citation(self) -> tuple[Run, ...]:
        """In Chicago style; made when asked for, since it takes most of the time and files for programs need none."""
        return styled(item_of(self.statement, self.day), _CHICAGO) if self.statement else ()

    @property
    def is_changed(self) -> bool:
        """Whether it no longer stands as it was pinned."""
        return self.fate.verdict != Verdict.CURRENT

    @property
    def since(self) -> tuple[str, ...]:
        """What happened around words that still stand: a later version, a correction elsewhere in the report."""
        return () if self.is_changed else tuple(said for said in self.fate.said if said != NEVER_COMPARED)


@dataclass(frozen=True, slots=True)
class BriefingPage:
    """Everything a briefing tells. `address`: the whole one, to be shared; `query`: its part after the question mark."""

    briefing: Briefing
    items: tuple[Item, ...]
    summary: SourceSummary | None
    address: str
    query: str
    site: str
    day: date
    has_samples: bool
    longest_title: int = LONGEST_TITLE
    longest_note: int = LONGEST_NOTE
    files: tuple[tuple[str, str], ...] = (("md", "Markdown"), ("ris", "RIS"), ("csl.json", "CSL-JSON"))

    @property
    def changed(self) -> int:
        """How many claims no longer stand as they were pinned."""
        return sum(item.is_changed for item in self.items)

    @property
    def statements(self) -> list[Statement]:
        """What can be cited."""
        return [item.statement for item in self.items if item.statement]


def briefing_page(briefing: Briefing, today: date) -> BriefingPage:
    """The page of a briefing that is opened on a day; a fixed number of queries."""
    found = briefed(briefing.pins)
    items = tuple(_item(place, pin, found, today) for place, pin in enumerate(briefing.pins, start=1))
    return BriefingPage(
        briefing=briefing,
        items=items,
        summary=source_summary(list(found.versions.values()), today),
        address=address_of_briefing(briefing),
        query=briefing.query,
        site=settings.SITE_NAME,
        day=today,
        has_samples=any(version.claim.article.outlet.is_sample for version in found.versions.values()),
    )


def address_of_briefing(briefing: Briefing) -> str:
    """The whole address."""
    return f"{settings.BASE_URL.rstrip('/')}{reverse('articles:briefing')}?{briefing.query}"


def is_too_long(briefing: Briefing) -> bool:
    """Whether its address is longer than what mail programs and browsers carry safely."""
    return len(address_of_briefing(briefing).encode()) > MAX_BYTES


def most_that_fit(briefing: Briefing) -> int:
    """How many of its claims, from the first, one address can hold."""
    pins: Sequence[Pin] = briefing.pins
    while pins and is_too_long(Briefing(tuple(pins))):
        pins = pins[:-1]
    return len(pins)


def _item(place: int, pin: Pin, found: Briefed, today: date) -> Item:
    link = Link(str(pin), 0, str(pin), pin.public_id, version=pin.version)
    fate = fate_of(link, found.record)
    path = reverse("articles:claim_version", args=[pin.public_id, pin.version])
    address = settings.BASE_URL.rstrip("/") + path
    version = found.versions.get(pin)
    if version is None:
        # What is gone says so without words; so does a version that never was.
        return Item(place, pin, address, today, Fate(fate.verdict, fate.said, leads=fate.leads))
    return Item(
        place=place,
        pin=pin,
        address=address,
        day=today,
        fate=fate,
        statement=_statement(version, found),
        note=claim_note(version, place, version.claim.article.language),
    )


def _statement(version: ClaimVersion, found: Briefed) -> Statement:
    article = version.claim.article
    texts = found.texts[article.pk]
    versions = found.record.versions[version.claim_id].values()
    return statement_cited(version, versions, report_cited(article, texts, text_under(version, texts)))
