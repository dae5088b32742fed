"""How much there is on the public record, and how fresh it is."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from articles.models import Act, Article, Figure
from articles.pages.lists import outlets_page
from articles.queries import browse, counts
from articles.queries.changes import head
from provinces.models import Province, ProvinceKind
from provinces.tongue import name_of
from sources.models import Institution


@dataclass(frozen=True)
class OutletFreshness:
    """An outlet: how many reports of it there are (`once`: copies counted once), and the date of the newest."""

    name: str
    slug: str
    reports: int
    once: int
    claims: int
    newest: str


@dataclass(frozen=True)
class DataPage:
    """Counts, the date of the newest report, the last change here, and the ledger's head; None or "" where there is none.

    `figures`: prices, rates and quantities in the claims, copies among them.
    """

    reports: int
    once: int
    claims: int
    statements: int
    figures: int
    provinces: int
    institutions: int
    outlets: tuple[OutletFreshness, ...]
    newest: str
    changed: datetime | None
    act: Act | None


def data_page() -> DataPage:
    """/data/: a fixed number of queries."""
    reports, once = counts.count_articles(Article.objects.published())
    claims, statements = counts.count_claims(browse.current_claims())
    newest = Article.objects.published().newest_first().first()
    return DataPage(
        reports=reports,
        once=once,
        claims=claims,
        statements=statements,
        figures=Figure.objects.published().filter(version__is_current=True, version__removed_at=None).count(),
        provinces=_provinces(),
        institutions=Institution.objects.published().count(),
        outlets=_outlets(),
        newest=newest.published.label() if newest else "",
        changed=Article.objects.published().aggregate(at=Max("changed_at"))["at"],
        act=head(),
    )


def _provinces() -> int:
    """How many provinces there are reports about; a region such as the border is none."""
    with_reports = [province for province, count in counts.reports_by_province().items() if count]
    return Province.objects.published().filter(pk__in=with_reports).exclude(kind=ProvinceKind.REGION).count()


def _outlets() -> tuple[OutletFreshness, ...]:
    last = Article.objects.published().order_by("outlet_id", "-published_latest", "-id").distinct("outlet_id")
    newest = {row.outlet_id: row.published.label() for row in last}
    return tuple(
        OutletFreshness(
            name_of(row.outlet), row.outlet.slug, row.reports, row.once, row.claims, newest.get(row.outlet.pk, "")
        )
        for row in outlets_page()
    )
