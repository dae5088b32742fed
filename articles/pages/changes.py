"""What was done on the public record, act by act. Of what is not public any more, only the id is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.facets import Chip
from articles.listing import Listing
from articles.models import Act, ActKind, Article, WithdrawalClass
from articles.pages.cards import ArticleCard, article_card
from articles.pages.lists import canonical
from articles.queries import changes, whole
from provinces.tongue import say

# So many reports of one act are named in a list of acts; the act's own page names more.
MOST_REPORTS = 10
MOST_IDS = 1_000


@dataclass(frozen=True)
class ChangedReport:
    """A public report that an act touched, with the ids of those of its public claims that it touched."""

    card: ArticleCard
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """One act. `said`: what was done, in words; `why`: the class of a withdrawal, or "".

    `ids`: those of its subjects that are told as ids alone: all that was withdrawn, and what is not public now.
    `more`: how many subjects are not told here.
    """

    number: int
    kind: str
    said: str
    why: str
    at: datetime
    successor: str
    reports: tuple[ChangedReport, ...]
    ids: tuple[str, ...]
    count: int
    more: int


@dataclass(frozen=True)
class ChangesPage:
    """A page of acts. Queries are query strings without question mark."""

    label: str
    chips: tuple[Chip, ...]
    changes: tuple[Change, ...]
    query: str
    after: str
    next: str
    canonical: str

    @property
    def is_first(self) -> bool:
        """Whether this page is the list's first."""
        return not self.after

    @property
    def title(self) -> str:
        """What it is narrowed to, for a title: " about Ryanggang", or empty."""
        return say(" {label}", label=self.label) if self.label else ""


def changes_page(listing: Listing, after: str = "") -> ChangesPage:
    """/changes/, of everything or of a list. Raises BadParameter."""
    touched = listing.touched if listing.filter or listing.is_search else None
    acts, cursor = changes.act_page(touched, after)
    label = " ".join(
        part
        for part in (say("found with {text}", text=listing.text) if listing.is_search else "", listing.label)
        if part
    )
    return ChangesPage(
        label=label,
        chips=tuple(listing.filter.chips(listing.names.labels, *listing.own)),
        changes=told(acts, touched),
        query=listing.query(),
        after=after,
        next=listing.query(("after", cursor)) if cursor else "",
        canonical=canonical("articles:changes", listing.query(("after", after))),
    )


def change_page(act: Act) -> Change:
    """/changes/<number>/: one act with every subject, or the first thousand."""
    row: Any = act
    row.some, row.count = act.subjects[:MOST_IDS], len(act.subjects)
    return told([act], None, MOST_IDS)[0]


def told(acts: Sequence[Act], touched: changes.Touched | None, most: int = MOST_REPORTS) -> tuple[Change, ...]:
    """Acts that were fetched with `some` and `count`; of `touched` reports alone, if given. A fixed number of queries."""
    rows: Sequence[Any] = acts
    named = {subject["id"] for row in rows for subject in row.some}
    report_of = changes.reports_of_claims(each for each in named if each.startswith("c"))
    ids = {each for each in named if each.startswith("a")} | set(report_of.values())
    public = Article.objects.published().filter(public_id__in=ids)
    cards = {row.public_id: article_card(row) for row in whole.articles(public)}
    listed = touched(ids) if touched else frozenset(cards)
    return tuple(_change(row, cards, report_of, listed, most) for row in rows)


def _change(act: Any, cards: dict[str, ArticleCard], report_of: Any, listed: frozenset[str], most: int) -> Change:
    claims: dict[str, list[str]] = {}
    bare: list[str] = []
    for public_id in dict.fromkeys(subject["id"] for subject in act.some):
        report = public_id if public_id in cards else report_of.get(public_id, "")
        if act.kind == ActKind.WITHDRAWN or report not in cards:
            bare.append(public_id)
        elif report in listed:
            claims.setdefault(report, []).extend([public_id] if public_id != report else [])
    reports = tuple(ChangedReport(cards[report], tuple(found)) for report, found in claims.items())[:most]
    shown = sum(1 + len(report.claims) for report in reports)
    return Change(
        number=act.number,
        kind=act.kind,
        said=say(ActKind(act.kind).label),
        why=say(WithdrawalClass(act.withdrawal_class).label) if act.withdrawal_class else "",
        at=act.at,
        successor=act.successor,
        reports=reports,
        ids=tuple(bare[:most]),
        count=act.count,
        more=max(0, act.count - shown - len(bare[:most])),
    )
