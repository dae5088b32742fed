"""Who else reports this: who carried the report, and what other claims are to the claims in it.

Reports that derive from one another are one report. That two are independent is an editor's word, given with a link
between two claims and a reason; it is never worked out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from articles.models import (
    Article,
    Claim,
    ClaimState,
    ClaimVersion,
    Credibility,
    Language,
    LinkGround,
    LinkKind,
    OriginKind,
    Settlement,
    SettlementGround,
)
from articles.models.claim import Standing
from articles.pages.cards import words_for_lists
from articles.queries import who_else as queries
from articles.queries.origins import key_of, origin_of
from articles.queries.support import Beside, beside_it, count_origins
from articles.queries.who_else import Stated
from provinces.tongue import name_of, say

# How the page says what a copy is to the first report.
TOLD_AS = {
    OriginKind.REPUBLICATION: "republished",
    OriginKind.RELAY: "retold",
    OriginKind.QUOTATION: "quoted in part",
    OriginKind.TRANSLATION: "translation",
    OriginKind.MACHINE_TRANSLATION: "machine translation",
    OriginKind.BACK_TRANSLATION: "back-translation",
}
FIRST = "first"
IN_IT, TOLD_AGAIN = "in this same report", "the same report told again"


@dataclass(frozen=True)
class Carrier:
    """One report of a family. `kind`: "first", or what it is to the first; `public_id`: "" for one that is not here.

    `address`: of a first report elsewhere; nothing is asked of it. `published`: "" where it is not known.
    `beside`: public id of the report whose page this is, where the two can be read side by side in two languages, or "".
    """

    outlet: str
    kind: str
    published: str
    public_id: str
    address: str
    headline: str
    language: str
    is_this: bool
    beside: str = ""


@dataclass(frozen=True)
class Linked:
    """A claim that a claim is linked to. Its words leave out what they say of a source, as in a list.

    `by`: public id of the claim it is linked from. `where`: that it is in the same report, or one that tells the same, or "".
    `counts`: whether it is a report of another origin that stands.
    `settlement`, `settled_at`: how a contradiction stands, or "" and None.
    """

    by: str
    kind: str
    kind_words: str
    ground: str
    public_id: str
    words: str
    language: str
    outlet_name: str
    published: str
    is_retracted: bool
    where: str
    counts: bool
    settlement: str
    settlement_ground: str
    settled_at: datetime | None


@dataclass(frozen=True)
class LinkEvent:
    """A link that a version of the claim put down, or that one no longer has. `what`: in words, before the other's id."""

    version: int
    at: datetime | None
    what: str
    other: str
    ground: str


@dataclass(frozen=True)
class WhoElse:
    """`independent`: reports of independent origin that say this, as editors stated; 1 is this report with its copies.

    `is_of_claim`: of one claim, else of a report with all its claims. `told_by`: the other claims of its statement whose
    links are counted as well. `support_is_gone`: the claim was confirmed by other sources, and they no longer stand.
    `events`: the history of a claim's links, oldest first.
    """

    carriers: tuple[Carrier, ...]
    independent: int
    links: tuple[Linked, ...]
    events: tuple[LinkEvent, ...]
    is_of_claim: bool
    told_by: tuple[str, ...] = ()
    support_is_gone: bool = False

    @property
    def is_alone(self) -> bool:
        """Whether nobody else in this collection carries it or says the same."""
        return len(self.carriers) == 1 and self.independent == 1

    @property
    def rests_on_several(self) -> bool:
        """Whether editors stated that reports of other origin say the same."""
        return bool(self.told_by) or any(link.counts for link in self.links)


def of_report(article: Article, versions: Sequence[ClaimVersion]) -> WhoElse:
    """Of a report, with the links of these versions of its claims."""
    by = {version.pk: version.claim.public_id for version in versions}
    found = tuple(_linked(each, by, article, {}) for each in queries.linked_from(versions))
    return WhoElse(_carriers(article), 1, found, (), is_of_claim=False)


def of_claim(claim: Claim, versions: Sequence[ClaimVersion], version: ClaimVersion) -> WhoElse:
    """Of one version of a claim; `versions` are all that were published, the first one first."""
    rows = queries.linked_from([version])
    # An earlier version says what it said.
    contradicts = any(row.kind == LinkKind.CONTRADICTS for row in cast(Any, rows))
    settled = queries.settlements_with(claim) if version.is_current and contradicts else {}
    told = [each for each in versions if each.number <= version.number]
    was_linked = any(getattr(each, "is_linked", True) for each in told)
    links = tuple(_linked(each, {version.pk: claim.public_id}, claim.article, settled) for each in rows)
    by_id = {each.claim.public_id: each.claim.article for each in rows}
    # What repeats it is supported with it; an earlier version says what it said.
    beside = beside_it(claim) if version.is_current else Beside()
    own = {key_of(by_id[link.public_id]) for link in links if link.counts}
    independent = count_origins({key_of(claim.article), *beside.origins}, own.union(beside.supports))
    is_confirmed = version.is_current and version.credibility == Credibility.CONFIRMED
    return WhoElse(
        carriers=_carriers(claim.article),
        independent=independent,
        links=links,
        events=_events(queries.links_of_every_version(claim) if was_linked else (), told),
        is_of_claim=True,
        told_by=beside.told_by,
        support_is_gone=is_confirmed and independent < 2,
    )


def _carriers(article: Article) -> tuple[Carrier, ...]:
    """The first report first, also one that is not here; then its copies by their dates."""
    family: Iterable[Any] = queries.family_of(article)
    rows = sorted(family, key=lambda row: bool(row.origin_kind))
    has_text = len(rows) > 1 and any(row.pk == article.pk and row.has_text for row in rows)
    found = [_carrier(row, article, has_text) for row in rows]
    if article.origin_url:
        found.insert(0, _outside(article))
    return _told_apart(found)


def _carrier(row: Any, article: Article, has_text: bool) -> Carrier:
    return Carrier(
        outlet=name_of(row.outlet),
        kind=say(TOLD_AS[OriginKind(row.origin_kind)] if row.origin_kind else FIRST),
        published=row.published.label(),
        public_id=row.public_id,
        address="",
        headline=row.headline or row.public_id,
        language=row.language,
        is_this=row.pk == article.pk,
        beside=article.public_id if has_text and row.has_text and row.language != article.language else "",
    )


def _outside(article: Article) -> Carrier:
    known = article.origin_published
    return Carrier(
        outlet=article.origin_outlet or say("an outlet elsewhere"),
        kind=say(FIRST),
        published=known.label() if known.is_known else "",
        public_id="",
        address=article.origin_url,
        headline="",
        language="en",
        is_this=False,
    )


def _told_apart(carriers: Sequence[Carrier]) -> tuple[Carrier, ...]:
    """Several reports of one outlet are told apart by their language."""
    names = [each.outlet for each in carriers]
    return tuple(
        replace(each, outlet=f"{each.outlet} ({say(Language(each.language).label)})")
        if names.count(each.outlet) > 1 and each.public_id
        else each
        for each in carriers
    )


def _linked(row: Any, by: Mapping[int, str], article: Article, settled: Mapping[str, Stated]) -> Linked:
    report = row.claim.article
    words, is_paraphrase = words_for_lists(row)
    kind = LinkKind(row.kind)
    is_same = origin_of(report) == origin_of(article)
    stands = row.claim.state == ClaimState.PUBLISHED and row.standing in (Standing.STANDS, Standing.MOVED)
    stated = settled.get(row.claim.public_id) if kind == LinkKind.CONTRADICTS else None
    return Linked(
        by=by[row.linked_by],
        kind=kind.value,
        kind_words=say(kind.label),
        ground=say(LinkGround(row.ground).label),
        public_id=row.claim.public_id,
        words=words,
        language="en" if is_paraphrase else report.language,
        outlet_name=name_of(report.outlet),
        published=report.published.label(),
        is_retracted=row.claim.state == ClaimState.RETRACTED,
        where=say(IN_IT if report.pk == article.pk else TOLD_AGAIN) if is_same else "",
        counts=kind == LinkKind.CORROBORATES and stands and not is_same,
        settlement=say(Settlement(stated.state).label) if stated else "",
        settlement_ground=say(SettlementGround(stated.ground).label) if stated else "",
        settled_at=stated.at if stated else None,
    )


def _events(links: Sequence[queries.LinkThen], versions: Sequence[ClaimVersion]) -> tuple[LinkEvent, ...]:
    """What each published version put down, and what it no longer has of the one before."""
    found, before = [], dict[str, queries.LinkThen]()
    for version in versions:
        now = {link.other: link for link in links if link.version == version.number}
        for other in sorted({*before, *now}):
            link, was = now.get(other), before.get(other)
            if link and (was is None or (was.kind, was.ground) != (link.kind, link.ground)):
                said = say(LinkKind(link.kind).label)
                what, ground = f"{said}:", say(LinkGround(link.ground).label)
            elif was and not link:
                what, ground = say("no longer “{links}”:", links=say(LinkKind(was.kind).label)), ""
            else:
                continue
            found.append(LinkEvent(version.number, version.published_at, what, other, ground))
        before = now
    return tuple(found)
