"""The one place that sets `is_public`: a report with all that hangs on it is shown, or hidden, whole."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When

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
    Claim.objects.filter(pk=claim.pk).update(is_public=False)
    _set_versions(claim.article, show=claim.article.is_public)


def _set(article: Article, show: bool) -> None:
    Article.objects.filter(pk=article.pk).update(is_public=show)
    article.is_public = show
    PublicText.objects.filter(article=article).update(is_public=show)
    ArticleProvince.objects.filter(article=article).update(is_public=show)
    ArticleTopic.objects.filter(content_object=article).update(is_public=show)
    FiledProvince.objects.filter(article=article).update(is_public=show)
    FiledTopic.objects.filter(content_object=article).update(is_public=show)
    standing = Q(state__in=["published", "retracted"])
    article.claims.exclude(standing).update(is_public=False)
    article.claims.filter(standing).update(is_public=show)
    _set_versions(article, show)


def _set_versions(article: Article, show: bool) -> None:
    versions = ClaimVersion.objects.filter(claim__article=article)
    _flag(versions, Q(published_at__isnull=False, claim__is_public=True) if show else Q(pk__in=[]))
    # What hangs on a version goes with it.
    _flag(ClaimProvince.objects.filter(version__claim__article=article), Q(version__is_public=True))
    _flag(ClaimTopic.objects.filter(content_object__claim__article=article), Q(content_object__is_public=True))
    _flag(Figure.objects.filter(version__claim__article=article), Q(version__is_public=True))
    # Both ends: links of these versions, and those of other reports' versions that lead here.
    links = ClaimLink.objects.filter(Q(version__claim__article=article) | Q(other__article=article))
    _flag(links, Q(version__is_public=True, other__is_public=True))
    _show_contradictions(article)
    _show_outcomes(article)
    _show_speakers(article)


def _show_speakers(article: Article) -> None:
    """Sources and chains are public that a public version of the report names; bodies by how often they are named."""
    # Row numbers and not queries within queries: of one report they are few, and no plan can go astray with them.
    chains, public_chains, public_attributions, named = set(), set(), set(), set()
    versions = ClaimVersion.objects.filter(claim__article=article)
    for is_public, chain, attribution, *bodies in versions.values_list(
        "is_public", "chain", "attribution", "actor", "addressee"
    ):
        chains.add(chain)
        named.update(bodies)
        if is_public:
            public_chains.add(chain)
            public_attributions.add(attribution)
    steps = Step.objects.filter(chain__in=chains)
    for chain, attribution, institution in steps.values_list("chain", "attribution", "institution"):
        named.add(institution)
        if chain in public_chains:
            public_attributions.add(attribution)
    _flag(Attribution.objects.filter(report__article=article), Q(pk__in=public_attributions - {None}))
    _flag(ReportAttribution.objects.filter(article=article), Q(attribution__is_public=True))
    _flag(Chain.objects.filter(pk__in=chains), Q(pk__in=public_chains))
    _flag(steps, Q(chain__is_public=True))
    show_institutions(sorted(named - {None}))


def _show_contradictions(article: Article) -> None:
    """Those of its claims are public while a link that says so is, of whatever version; what was stated goes along."""
    rows = Contradiction.objects.filter(Q(one__article=article) | Q(other__article=article))
    between = ClaimLink.objects.filter(kind=LinkKind.CONTRADICTS, is_public=True)
    here = between.filter(version__claim=OuterRef("one"), other=OuterRef("other"))
    back = between.filter(version__claim=OuterRef("other"), other=OuterRef("one"))
    _flag(rows, Q(Exists(here)) | Q(Exists(back)))
    _flag(StatedSettlement.objects.filter(contradiction__in=rows), Q(contradiction__is_public=True))


def _show_outcomes(article: Article) -> None:
    """What became of its announcements is public with them; what its claims show, of whatever report, with both."""
    _flag(Outcome.objects.filter(claim__article=article), Q(claim__is_public=True))
    evidence = Evidence.objects.filter(Q(outcome__claim__article=article) | Q(claim__article=article))
    _flag(evidence, Q(outcome__is_public=True, claim__is_public=True))


def _flag(rows: QuerySet[Any], shown: Q) -> None:
    """Make exactly those of the rows public that pass; touches only what has to change."""
    found = list(
        rows.annotate(is_shown=Case(When(shown, then=True), default=False)).values_list("pk", "is_public", "is_shown")
    )
    for show in (False, True):
        changing = [pk for pk, is_public, is_shown in found if is_public != is_shown == show]
        if changing:
            rows.model.objects.filter(pk__in=changing).update(is_public=show)


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
    named = {pk for row in versions.values_list("actor", "addressee") for pk in row}
    spoke = Step.objects.filter(chain__claim_versions__in=versions, institution__isnull=False)
    named.update(spoke.values_list("institution", flat=True))
    show_institutions(sorted(pk for pk in named if pk is not None))


def claims_naming(institution: Institution):  # type: ignore[no-untyped-def]  # a queryset of claim versions
    """The current public versions in which the institution speaks, acts or is spoken to."""
    return (
        ClaimVersion.objects.published()
        .filter(is_current=True)
        .filter(Q(chain__steps__institution=institution) | Q(actor=institution) | Q(addressee=institution))
    )
