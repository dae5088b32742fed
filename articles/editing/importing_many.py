"""Bring many reports in: what is new goes in by the hundred, everything else one by one, in the order of the file.

In the end everything stands as if each had been brought in by itself; a batch that the database refuses is brought in
again report by report, so that each error is its own report's.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import takewhile
from pathlib import Path

from django.contrib.auth.models import AbstractBaseUser
from django.db import DataError, IntegrityError

from articles.editing.drafting import Description, describe, description_of, lacking, sha256_of, words_of
from articles.editing.drafting_many import Draft, draft_reports
from articles.editing.importing import (
    REASON,
    Given,
    Imported,
    Status,
    bring_in,
    described,
    filled_in,
    first_of,
    is_same_text,
    together,
    words_brought,
)
from articles.editing.publishing import NotReady
from articles.incoming.brought import Brought, Refused
from articles.incoming.readers import Batch, Item
from articles.models import Article, Original, Revision
from articles.queries.likeness import Kin, Told
from articles.queries.likeness_beside import Answer, KinBeside
from articles.report_text import UnreadableReport
from provinces.models import Province
from sources.models import Outlet

# So many reports are looked up at once after one that was brought in alone, and ever more after that.
FEW = 4


@dataclass(frozen=True)
class Outcome:
    """What became of one report: what was imported, or why it was rejected.

    `find_kin()`: of a new one, which it seems to be kin of; waits until that is known.
    """

    item: Item
    imported: Imported | None = None
    reason: str = ""
    find_kin: Callable[[], Sequence[Kin]] = tuple


class Importer:
    """Brings batches of reports of one outlet in, in somebody's name. What it holds does not grow with their number."""

    def __init__(self, *, by: AbstractBaseUser, outlet: Outlet, given: Given, kin: KinBeside) -> None:
        self.by, self.outlet, self.given = by, outlet, given
        self._provinces = dict(Province.objects.values_list("slug", "pk"))
        self._beside = kin

    def bring_in(self, batch: Batch) -> Iterator[Outcome]:
        """What became of each, in order; what is told has been committed."""
        reports = [_Report(item, self.given) for item in batch]
        at, size = 0, len(reports)
        while at < len(reports):
            shelf = _Shelf(self.outlet, reports[at : at + size], publish=self.given.publish)
            taken = list(takewhile(shelf.takes, shelf.reports))
            yield from self._together(taken, shelf)
            at += len(taken)
            if len(taken) < len(shelf.reports):
                # What one report changes may matter to the next: they are looked up again, a few at first.
                yield self._alone(reports[at])
                at, size = at + 1, FEW
            else:
                size *= FEW

    def _together(self, reports: "Sequence[_Report]", shelf: "_Shelf") -> Iterator[Outcome]:
        """Reports that are new, that stand here already as they are, or that were refused."""
        new = [report for report in reports if report in shelf.new]
        drafts = [report.draft(self._provinces) for report in new]
        try:
            articles = (
                draft_reports(by=self.by, outlet=self.outlet, drafts=drafts, publish=self.given.publish, reason=REASON)
                if drafts
                else []
            )
        except (DataError, IntegrityError):
            yield from map(self._alone, reports)
            return
        made = dict(zip(new, articles, strict=True))
        kin = self._kin(made)
        for report in reports:
            if report.reason:
                yield Outcome(report.item, reason=report.reason)
            elif report in made:
                lacks = tuple(lacking(report.words.headline, made[report], self.outlet))
                imported = Imported(Status.CREATED, made[report], report.words.headline, lacks)
                yield Outcome(report.item, imported, find_kin=kin.get(report, tuple))
            else:
                yield Outcome(report.item, shelf.known[report])

    def _alone(self, report: "_Report") -> Outcome:
        """One report in a transaction of its own, as the desk brings it in."""
        if report.reason:
            return Outcome(report.item, reason=report.reason)
        found = report.found
        try:
            imported = bring_in(
                by=self.by, outlet=self.outlet, name=report.name, text=found.text, original=found.original,
                given=together(self.given, found),
            )  # fmt: skip
        except (UnreadableReport, NotReady, DataError, IntegrityError) as error:
            return Outcome(report.item, reason=next(iter(str(error).splitlines()), type(error).__name__))
        made = {report: imported.article} if imported.status == Status.CREATED else {}
        return Outcome(report.item, imported, find_kin=self._kin(made).get(report, tuple))

    def _kin(self, made: "Mapping[_Report, Article]") -> "dict[_Report, Callable[[], Sequence[Kin]]]":
        """Of those of which it was not said, which report each seems to copy, or to be the first of: looked for from now on."""
        asking = {report: article for report, article in made.items() if not article.origin_kind}
        answer = self._beside.ask([report.told(article) for report, article in asking.items()])
        return {report: partial(_answered, answer, place) for place, report in enumerate(asking)}


def _answered(answer: Answer, place: int) -> Sequence[Kin]:
    return answer()[place]


class _Report:
    """One report of a batch, with what is said of it once that is known."""

    def __init__(self, item: Item, given: Given) -> None:
        self.item, self._given = item, given
        self.reason = item.found.reason if isinstance(item.found, Refused) else ""
        # The original is kept under the file's name, not under its folder.
        self.name = Path(item.where).name

    @property
    def found(self) -> Brought:
        assert isinstance(self.item.found, Brought), "a refused report is not read"
        return self.item.found

    def say(self, first: Callable[[str], Article]) -> None:
        """Put together what is said of it; `first` finds the report that first carried it."""
        try:
            self.said = together(self._given, self.found, first)
        except UnreadableReport as error:
            self.reason = str(error)
        else:
            self.words = words_brought(self.found.text, self.said)

    @cached_property
    def sha256(self) -> str:
        return sha256_of(self.found.original)

    @cached_property
    def description(self) -> Description:
        return described(self.found.text, self.said)

    def draft(self, provinces: Mapping[str, int]) -> Draft:
        close = self.item.close
        assert close is not None, "what is not refused was read"
        filed = [provinces[slug] for slug in close.provinces if slug in provinces]
        return Draft(self.words, self.description, self.name, self.found.original, close.imprint, filed)

    def told(self, article: Article) -> Told:
        imprint = self.item.close.imprint if self.item.close else None
        notes = "\n".join(self.found.text.furniture)
        return Told(
            self.words.headline, self.words.body, article.language, article.outlet, article.published, notes, article, imprint
        )  # fmt: skip


class _Shelf:
    """What stands here already of some reports of a batch: looked up for all of them at once."""

    def __init__(self, outlet: Outlet, reports: Sequence[_Report], *, publish: bool) -> None:
        self.reports, self._outlet, self._publish = reports, outlet, publish
        self.new: dict[_Report, None] = {}
        self.known: dict[_Report, Imported] = {}
        self._taken: set[tuple[str, str]] = set()
        self._origins = self._find_origins()
        for report in reports:
            if not report.reason:
                report.say(self._first)
        self._find_articles()

    def takes(self, report: _Report) -> bool:
        """Whether it can be dealt with together with those taken before: it is new, refused, or changes nothing."""
        if report.reason:
            return True
        marks = {("url", report.said.url), ("original", report.sha256), ("body", report.words.body)} - {("url", "")}
        if marks & self._taken:
            return False
        article = self._by_url.get(report.said.url) or self._by_original.get(report.sha256)
        twin = self._by_body.get(report.words.body)
        if article is not None:
            found = self._unchanged(report, article)
        elif twin is not None:
            found = Imported(Status.DUPLICATE, twin, self._texts[twin.pk].headline)
        elif self._publish and self._lacks(report):
            return False
        else:
            self.new[report] = None
            self._taken |= marks
            return True
        if found is not None:
            self.known[report] = found
        return found is not None

    def _unchanged(self, report: _Report, article: Article) -> Imported | None:
        """The known article, if the report changes nothing of it."""
        text = self._texts[article.pk]
        known = description_of(article)
        is_same = is_same_text(report.words, words_of(text)) and filled_in(known, report.description) == known
        lacks = tuple(lacking(text.headline, article, article.outlet))
        is_out = article.is_public and text.is_current and not lacks
        if not is_same or (article.pk, report.sha256) not in self._originals or (self._publish and not is_out):
            return None
        return Imported(Status.UNCHANGED, article, text.headline, lacks)

    def _lacks(self, report: _Report) -> list[str]:
        article = Article()
        describe(article, report.description)
        return lacking(report.words.headline, article, self._outlet)

    def _first(self, public_id: str) -> Article:
        return first_of(public_id, self._origins.get(public_id))

    def _find_origins(self) -> dict[str, Article]:
        wanted = {report.found.origin for report in self.reports if not report.reason} - {""}
        if not wanted:
            return {}
        return {row.public_id: row for row in Article.objects.filter(public_id__in=wanted).select_related("origin")}

    def _find_articles(self) -> None:
        reports = [report for report in self.reports if not report.reason]
        # What is known by is looked up in the whole collection, by indexes; whose it is, afterwards.
        of_bodies = Revision.objects.filter(body__in=[report.words.body for report in reports])
        bodies = list(of_bodies.order_by("-article").values_list("article", "body"))
        of_originals = Original.objects.filter(sha256__in=[report.sha256 for report in reports])
        originals = list(of_originals.order_by("-article").values_list("article", "sha256"))
        # The index of addresses knows only reports that have one.
        with_url = Article.objects.filter(outlet=self._outlet).exclude(original_url="")
        urls = with_url.filter(original_url__in=[report.said.url for report in reports])
        by_url = list(urls.values_list("pk", "original_url"))
        keys = {pk for pk, _ in (*bodies, *originals, *by_url)}
        of_outlet = Article.objects.filter(outlet=self._outlet).select_related("outlet", "origin")
        articles = of_outlet.in_bulk(keys) if keys else {}
        self._originals = set(originals)
        self._by_url, self._by_original, self._by_body = (
            {mark: articles[pk] for pk, mark in pairs if pk in articles} for pairs in (by_url, originals, bodies)
        )
        texts = Revision.objects.filter(article__in=articles).order_by("article", "number") if articles else ()
        self._texts = {text.article_id: text for text in texts}
