"""Reports and claims: lists, searches, and one of each."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles.api.reading import LIST, next_page, parameter, read
from articles.api.schemas import (
    ArticleDetail,
    Articles,
    Carrier,
    ClaimDetail,
    ClaimLink,
    Claims,
    FirstSeen,
    Found,
    OriginSummary,
    Step,
    TextVersion,
    Version,
)
from articles.exports.due import outcome_row
from articles.exports.rows import article_row, claim_row
from articles.exports.series import claim_figures
from articles.facets import Filter
from articles.feeds.entries import absolute
from articles.listing import ARTICLES, CLAIMS, KINDS, MODES, Listing
from articles.models import Claim, ClaimVersion, PublicText
from articles.pages import who_else
from articles.pages.cards import speaker_link
from articles.pages.due import became_note
from articles.pages.search import pks_nearly
from articles.pages.seen import Sight, seen
from articles.parameters import one, parameters
from articles.problems import NO_SUCH_ID, departed, problem, removed
from articles.public_ids import MistypedId, normalise
from articles.queries import reading, whole
from articles.queries.registry import departure_of, public_among
from articles.search import LONGEST_QUERY, tallies
from articles.search.answers import SORTS

PAGE = 50
GONE = (404, 410, 451)
SEARCH = [
    parameter("q", "words to look for", {"type": "string", "maxLength": LONGEST_QUERY}),
    parameter("in", "what to look in", {"enum": list(KINDS), "default": ARTICLES}),
    parameter("mode", "how far spellings may be from what was typed", {"enum": list(MODES), "default": MODES[0]}),
    parameter("sort", "what comes first", {"enum": list(SORTS), "default": SORTS[0]}),
    *LIST,
]


@read("/articles", Articles, LIST)
def articles(request: HttpRequest) -> Any:
    """Reports, newest first."""
    found = parameters(request)
    listing = Listing.of(ARTICLES, Filter.read(found))
    rows, cursor = listing.page(one(found, "after"), PAGE)
    tally = tallies.reports(listing.filter, listing.names, ())
    return Articles(
        total=tally.total,
        once=tally.once,
        items=[article_row(row) for row in rows],
        next=_next(request, listing, cursor),
    )


@read("/claims", Claims, LIST)
def claims(request: HttpRequest) -> Any:
    """Claims, newest report first."""
    found = parameters(request)
    listing = Listing.of(CLAIMS, Filter.read(found))
    rows, cursor = listing.page(one(found, "after"), PAGE)
    items = [claim_row(row) for row in rows]
    tally = tallies.claims(listing.filter, listing.names, ())
    return Claims(total=tally.total, once=tally.once, items=items, next=_next(request, listing, cursor))


@read("/search", Found, SEARCH)
def searched(request: HttpRequest) -> Any:
    """Reports or claims with certain words, best first."""
    found = parameters(request)
    listing = Listing.asked(found)
    after, filter = one(found, "after"), listing.filter
    assert listing.sought is not None, "this is a search"
    nearly: list[int] = []
    if filter.is_of_another_time or not listing.sought.is_asking:
        rows, cursor = listing.page(after, PAGE)
    else:
        answers = listing.sought.answers(listing.kind)
        rows, cursor = listing.called(answers.page(listing.sought.sort, after, PAGE))
        nearly = pks_nearly(listing.sought, answers.total) if listing.kind == ARTICLES and not after else []
    ends = seen(listing.sought) if listing.sought.is_asking and not after else None
    return Found(
        looked_for=list(listing.sought.wanted),
        passed_over=list(listing.sought.passed_over),
        articles=[article_row(row) for row in rows] if listing.kind == ARTICLES else [],
        claims=[claim_row(row) for row in rows] if listing.kind == CLAIMS else [],
        nearly=[article_row(row) for row in whole.articles_called(nearly)],
        first_report=_first(ends.report) if ends else None,
        first_claim=_first(ends.claim) if ends else None,
        next=_next(request, listing, cursor),
    )


def _first(sight: Sight | None) -> FirstSeen | None:
    if sight is None:
        return None
    return FirstSeen(
        id=sight.public_id,
        published=sight.published,
        outlet=sight.outlet,
        same_day=sight.edge.same_day,
        may_be_earlier=sight.edge.vague,
    )


@read("/articles/{public_id}", ArticleDetail, errors=GONE)
def article(request: HttpRequest, public_id: str) -> Any:
    """One report as it reads now."""
    public_id, refusal = _asked_for(public_id, "a")
    if refusal:
        return refusal
    found = reading.article_called(public_id)
    row = next(iter(whole.articles_called([found.pk])), None) if found else None
    if row is None:
        return _gone(public_id)
    texts = reading.texts_of(row)
    text = next(text for text in texts if text.is_current)
    return ArticleDetail(
        **article_row(row).model_dump(),
        byline=row.byline or None,
        text=text.body or None,
        caption=text.caption or None,
        credit=text.credit or None,
        key=text.key if text.body else None,
        texts=[_text(public_id, each) for each in texts],
        carried_by=_carriers(who_else.of_report(row, [])),
        claim_rows=[claim_row(version) for version in whole.claims_in(row.pk)],
    )


@read("/claims/{public_id}", ClaimDetail, errors=GONE)
def claim(request: HttpRequest, public_id: str) -> Any:
    """One claim in its newest version, with the report's exact words."""
    public_id, refusal = _asked_for(public_id, "c")
    if refusal:
        return refusal
    found = reading.claim_called(public_id)
    row = next(iter(whole.claims_of([found.pk])), None) if found else None
    if found is None:
        return _gone(public_id)
    versions = reading.versions_of(found)
    now = next(each for each in versions if each.is_current)
    if now.removed_at is not None:
        return removed(public_id, now.removed_at, found.article.public_id)
    if row is None:
        return _gone(public_id)
    who, became = who_else.of_claim(found, versions, now), became_note(now, timezone.localdate())
    return ClaimDetail(
        **claim_row(row).model_dump(),
        exact=row.exact,
        paraphrase=row.paraphrase or None,
        chain=_chain(row),
        actor=now.actor.slug if now.actor and now.actor.is_public else None,
        addressee=now.addressee.slug if now.addressee and now.addressee.is_public else None,
        due_words=row.due_words or None,
        due_state=became.state or None,
        announced_first_in=became.first or None,
        outcomes=[outcome_row(became.first or public_id, each) for each in became.stated],
        figures=claim_figures(row),
        annotation=absolute("articles:annotation", public_id),
        origin=OriginSummary(
            carried_by=_carriers(who), independent_reports=who.independent, support_is_gone=who.support_is_gone
        ),
        links=[_link(each) for each in who.links],
        versions=[_version(found, each) for each in versions],
    )


def _asked_for(typed: str, kind: str) -> tuple[str, HttpResponse | None]:
    """The id that was meant, and the refusal where there is none of that kind."""
    try:
        public_id = normalise(typed)
    except MistypedId as error:
        return "", problem(404, NO_SUCH_ID, did_you_mean=public_among(error.suggestions))
    return public_id, None if public_id[0] == kind else problem(404)


def _gone(public_id: str) -> HttpResponse:
    departure = departure_of(public_id)
    return departed(departure) if departure else problem(404)


def _text(public_id: str, text: PublicText) -> TextVersion:
    return TextVersion(
        number=text.number,
        address=absolute("articles:revision", public_id, str(text.number)),
        here_since=text.published_at,
        removed=text.removed_at,
        is_current=text.is_current,
        digest=text.digest,
    )


def _carriers(who: who_else.WhoElse) -> list[Carrier]:
    return [
        Carrier(
            outlet=each.outlet,
            kind=each.kind,
            published=each.published or None,
            report=each.public_id or None,
            address=each.address or None,
        )
        for each in who.carriers
    ]


def _link(link: who_else.Linked) -> ClaimLink:
    return ClaimLink(
        kind=link.kind,
        claim=link.public_id,
        words=link.words,
        outlet=link.outlet_name,
        because=link.ground,
        counts=link.counts,
        contradiction=link.settlement or None,
        contradiction_reason=link.settlement_ground or None,
    )


def _chain(row: Any) -> list[Step]:
    return [
        Step(
            kind=step.kind,
            name=link.label,
            institution=link.institution or None,
            speech=step.speech,
            basis=step.basis,
        )
        for step, link in ((step, speaker_link(step)) for step in row.chain.public_steps)
    ]


def _version(claim: Claim, version: ClaimVersion) -> Version:
    return Version(
        number=version.number,
        address=absolute("articles:claim_version", claim.public_id, str(version.number)),
        here_since=version.published_at,
        removed=version.removed_at,
        is_current=version.is_current,
    )


def _next(request: HttpRequest, listing: Listing, cursor: str) -> str | None:
    return next_page(request, listing.query(("after", cursor)) if cursor else "")
