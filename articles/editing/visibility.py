"""The one place that sets `is_public`: a report with all that hangs on it is shown, or hidden, whole."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from articles.editing.ledger import hold_the_ledger
from articles.models import (
    Article,
    ArticleProvince,
    ArticleTopic,
    Claim,
    ClaimLink,
    ClaimProvince,
    ClaimTopic,
    ClaimVersion,
    Contradiction,
    Evidence,
    Figure,
    FiledProvince,
    FiledTopic,
    LinkKind,
    Outcome,
    PublicText,
    ReportAttribution,
    StatedSettlement,
)
from articles.queries.counts import once_each
from articles.queries.statements import each_statement_once
from sources.models import Attribution, Chain, Institution, InstitutionName, Outlet, OutletName, Step

# A body below province level has a page only from so many claims in so many reports; what is told again counts once.
LOCAL_CLAIMS, LOCAL_REPORTS = 5, 3


def show_article(article: Article) -> None:
    """Make the report, its published texts, its standing claims and what they name public."""
    show_outlet(article.outlet_id)
    _set(article, True)


def show_outlet(outlet: int) -> None:
    """Make the outlet of this key public, with its other names, if it is not."""
    Outlet.objects.filter(pk=outlet, is_public=False).update(is_public=True)
    OutletName.objects.filter(outlet=outlet, is_public=False).update(is_public=True)


def hide_article(article: Article) -> None:
    """Take the report and all that hangs on it out of every public place."""
    _set(article, False)


def hide_claim(claim: Claim) -> None:
    """Take one claim out; sources and chains that no other claim of the report names go with it."""
    hold_the_ledger()
    Claim.objects.filter(pk=claim.pk).update(is_public=False)
    _set_versions(claim.article, _claims_of(claim.article), show=claim.article.is_public)


def hide_what_went(article: Article, bodies: Collection[int]) -> None:
    """After words of a report's claims were removed: what only they named is hidden, these bodies by what else names them."""
    hold_the_ledger()
    _set_versions(article, _claims_of(article), show=article.is_public)
    show_institutions(sorted(bodies))


def hide_chains(chains: Collection[int]) -> None:
    """Take those of these chains out that no version of a claim has any more."""
    unused = Chain.objects.filter(pk__in=chains, claim_versions=None).values_list("pk", flat=True)
    pks = list(unused)
    Step.objects.filter(chain__in=pks).update(is_public=False)
    Chain.objects.filter(pk__in=pks).update(is_public=False)


def _set(article: Article, show: bool) -> None:
    # A link is public with both ends, a body by how often it is named: two acts at once would each see half of it.
    hold_the_ledger()
    Article.objects.filter(pk=article.pk).update(is_public=show)
    article.is_public = show
    PublicText.objects.filter(article=article).update(is_public=show)
    ArticleProvince.objects.filter(article=article).update(is_public=show)
    ArticleTopic.objects.filter(content_object=article).update(is_public=show)
    FiledProvince.objects.filter(article=article).update(is_public=show)
    FiledTopic.objects.filter(content_object=article).update(is_public=show)
    claims = _claims_of(article)
    if not claims:
        # No more hangs on it.
        _show_sources(article, set())
        return
    standing = Q(state__in=["published", "retracted"])
    article.claims.exclude(standing).update(is_public=False)
    article.claims.filter(standing).update(is_public=show)
    _set_versions(article, claims, show)


def _claims_of(article: Article) -> list[int]:
    """Row numbers and not queries within queries: of one report they are few, and no plan can go astray with them."""
    return list(article.claims.values_list("pk", flat=True))


# All in no order: that in which most of these are told would have to be joined to them.
def _set_versions(article: Article, claims: list[int], show: bool) -> None:
    versions, chains = [], []
    public_attributions: set[int | None] = set()
    bodies: list[int | None] = []
    found = (
        ClaimVersion.objects.filter(claim__in=claims)
        .order_by()
        .values_list(
            "pk",
            "is_public",
            "claim__is_public",
            "published_at",
            "chain",
            "chain__is_public",
            "attribution",
            "actor",
            "addressee",
        )
    )
    for pk, is_public, is_standing, at, chain, chain_is_public, attribution, *named in found:
        is_shown = show and is_standing and at is not None
        versions.append(_Flag(pk, is_public, is_shown))
        chains.append(_Flag(chain, chain_is_public, is_shown))
        bodies += named
        if is_shown:
            public_attributions.add(attribution)
    public_versions = _flag(ClaimVersion, versions)
    _show_what_hangs_on([version.pk for version in versions], public_versions)
    _show_links(claims)
    _show_contradictions(claims)
    _show_outcomes(claims)
    _show_speakers(article, chains, public_attributions, bodies)


def _show_what_hangs_on(versions: list[int], public: set[int]) -> None:
    """Filing and figures go with their version."""
    for rows, of in (
        (ClaimProvince.objects, "version"),
        (ClaimTopic.objects, "content_object"),
        (Figure.objects, "version"),
    ):
        found = rows.filter(**{f"{of}__in": versions}).order_by().values_list("pk", "is_public", of)
        _flag(rows.model, [_Flag(pk, is_public, version in public) for pk, is_public, version in found])


def _show_links(claims: list[int]) -> None:
    """Both ends: links of versions of these claims, and those of other reports' versions that lead here."""
    found = ClaimLink.objects.filter(Q(version__claim__in=claims) | Q(other__in=claims)).order_by()
    ends = found.values_list(
        "pk", "is_public", "version__is_public", "other__is_public", "version__removed_at", _lost_its_words("other")
    )
    _flag(
        ClaimLink,
        [
            _Flag(pk, is_public, one and other and removed_at is None and not lost)
            for pk, is_public, one, other, removed_at, lost in ends
        ],
    )


def _show_speakers(article: Article, chains: "list[_Flag]", public: set[int | None], bodies: list[int | None]) -> None:
    """Sources and chains are public that a public version of the report names; bodies by how often they are named."""
    public_chains, steps = {chain.pk for chain in chains if chain.is_shown}, []
    found = Step.objects.filter(chain__in={chain.pk for chain in chains}).order_by()
    for pk, is_public, chain, attribution, institution in found.values_list(
        "pk", "is_public", "chain", "attribution", "institution"
    ):
        steps.append(_Flag(pk, is_public, chain in public_chains))
        bodies.append(institution)
        if chain in public_chains:
            public.add(attribution)
    _show_sources(article, public)
    _flag(Chain, chains)
    _flag(Step, steps)
    show_institutions(sorted({pk for pk in bodies if pk is not None}))


def _show_sources(article: Article, public: set[int | None]) -> None:
    """Of the report's sources those are public, each with that it is the report's."""
    told = list(
        ReportAttribution.objects.filter(article=article).values_list(
            "pk", "is_public", "attribution", "attribution__is_public"
        )
    )
    _flag(Attribution, [_Flag(pk, is_public, pk in public) for *_, pk, is_public in told])
    _flag(ReportAttribution, [_Flag(pk, is_public, of in public) for pk, is_public, of, _ in told])


def _show_contradictions(claims: list[int]) -> None:
    """Those of the claims are public while a link that says so is, of whatever version; what was stated goes along."""
    found = list(
        Contradiction.objects.filter(Q(one__in=claims) | Q(other__in=claims)).values_list(
            "pk", "is_public", "one", "other"
        )
    )
    if not found:
        return
    ends = {end for *_, one, other in found for end in (one, other)}
    between = ClaimLink.objects.filter(kind=LinkKind.CONTRADICTS, is_public=True)
    said = {*between.filter(version__claim__in=ends, other__in=ends).values_list("version__claim", "other")}
    public = _flag(
        Contradiction,
        [_Flag(pk, is_public, bool({(one, other), (other, one)} & said)) for pk, is_public, one, other in found],
    )
    stated = StatedSettlement.objects.filter(contradiction__in=[pk for pk, *_ in found])
    rows = stated.values_list("pk", "is_public", "contradiction")
    _flag(StatedSettlement, [_Flag(pk, is_public, of in public) for pk, is_public, of in rows])


def _show_outcomes(claims: list[int]) -> None:
    """What became of these announcements is public with them; what these claims show, of whatever report, with both."""
    became = Outcome.objects.filter(claim__in=claims).order_by()
    rows = became.values_list("pk", "is_public", "claim__is_public", _lost_its_words("claim"))
    _flag(Outcome, [_Flag(pk, is_public, claim and not lost) for pk, is_public, claim, lost in rows])
    shown_by = Evidence.objects.filter(Q(outcome__claim__in=claims) | Q(claim__in=claims)).order_by()
    ends = shown_by.values_list("pk", "is_public", "outcome__is_public", "claim__is_public", _lost_its_words("claim"))
    _flag(
        Evidence,
        [_Flag(pk, is_public, outcome and claim and not lost) for pk, is_public, outcome, claim, lost in ends],
    )


def _lost_its_words(claim: str) -> Exists:
    """That the newest words of the claim that a row leads to were removed."""
    return Exists(ClaimVersion.objects.filter(claim=OuterRef(claim), is_current=True, removed_at__isnull=False))


class _Flag(NamedTuple):
    """A row by its number: whether it is public, and whether it should be."""

    pk: int
    is_public: bool
    is_shown: bool


def _flag(model: type[Model], rows: Collection[_Flag]) -> set[int]:
    """Make a row public if any line of it says so, else hide it; touches only what has to change. Returns those public."""
    was = {row.pk: row.is_public for row in rows}
    public = {row.pk for row in rows if row.is_shown}
    for show in (False, True):
        changing = [pk for pk, is_public in was.items() if is_public != (pk in public) == show]
        if changing:
            model._default_manager.filter(pk__in=changing).update(is_public=show)
    return public


def show_institutions(ids: list[int]) -> None:
    """Show each institution that public claims speak of often enough for its level, hide the others."""
    for institution in Institution.objects.filter(pk__in=ids):
        counted = claims_naming(institution).aggregate(
            claims=each_statement_once(), reports=once_each("claim__article__")
        )
        local = institution.level == "local"
        is_public = counted["claims"] >= (LOCAL_CLAIMS if local else 1) and counted["reports"] >= (
            LOCAL_REPORTS if local else 1
        )
        if is_public != institution.is_public:
            Institution.objects.filter(pk=institution.pk).update(is_public=is_public)
        InstitutionName.objects.filter(institution=institution).update(is_public=is_public)


def count_bodies_anew(articles: Iterable[Article]) -> None:
    """Show or hide the bodies that these reports name, after reports turned out to be one, or two."""
    versions = ClaimVersion.objects.published().filter(is_current=True, claim__article__in=[row.pk for row in articles])
    show_institutions(sorted(bodies_named_in(versions)))


def bodies_named_in(versions: QuerySet[ClaimVersion]) -> set[int]:
    """The bodies that speak, act or are spoken to in these versions, by row number."""
    named = {pk for row in versions.values_list("actor", "addressee") for pk in row}
    spoke = Step.objects.filter(chain__claim_versions__in=versions, institution__isnull=False)
    named.update(spoke.values_list("institution", flat=True))
    return {pk for pk in named if pk is not None}


def claims_naming(institution: Institution):  # type: ignore[no-untyped-def]  # a queryset of claim versions
    """The current public versions in which the institution speaks, acts or is spoken to, but those without their words."""
    return (
        ClaimVersion.objects.published()
        .filter(is_current=True, removed_at=None)
        .filter(Q(chain__steps__institution=institution) | Q(actor=institution) | Q(addressee=institution))
    )
