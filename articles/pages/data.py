"""How much there is on the public record, and how fresh it is."""

from dataclasses import dataclass
from datetime import datetime

from articles.listing import ARTICLES
from articles.models import Act, Article
from articles.pages.outlets import outlets_page
from articles.queries import series
from articles.queries.browse import NOW
from articles.queries.changes import head
from articles.queries.names import Names, load_names
from articles.search import listed, tallies
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
    """/data/: a fixed number of queries but for figures, which are counted in pieces. Raises NotCurrent."""
    names = load_names()
    reports, claims = tallies.reports(NOW, names, ()), tallies.claims(NOW, names, ())
    newest = Article.objects.published().newest_first().first()
    return DataPage(
        reports=reports.total,
        once=reports.once,
        claims=claims.total,
        statements=claims.once,
        figures=series.how_many(),
        provinces=_provinces(names),
        institutions=Institution.objects.published().count(),
        outlets=_outlets(names),
        newest=newest.published.label() if newest else "",
        changed=max(tallies.last_changes("outlets", names).values(), default=None),
        act=head(),
    )


def _provinces(names: Names) -> int:
    """How many provinces there are reports about; a region such as the border is none."""
    with_reports = tallies.by_value(ARTICLES, "province", names)
    return Province.objects.published().filter(slug__in=with_reports).exclude(kind=ProvinceKind.REGION).count()


def _outlets(names: Names) -> tuple[OutletFreshness, ...]:
    rows = outlets_page()
    having = [row.outlet.slug for row in rows if row.reports]
    newest = listed.newest_reports([NOW.having("outlet", slug) for slug in having], names)
    labels = {report.outlet_id: report.published.label() for report in newest}
    return tuple(
        OutletFreshness(
            name_of(row.outlet), row.outlet.slug, row.reports, row.once, row.claims, labels.get(row.outlet.pk, "")
        )
        for row in rows
    )
