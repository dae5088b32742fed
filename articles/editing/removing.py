"""Remove the words of one revision for good: from every table that holds them. A dated gap stays in their place."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from articles.editing.claims import chain_of_nobody, drop_unused
from articles.editing.imprints import retake_imprint
from articles.editing.ledger import Subject, hold_the_ledger, record_act
from articles.editing.locking import count_edits
from articles.editing.public_texts import rewrite_public_texts
from articles.editing.visibility import bodies_named_in, hide_chains, hide_what_went
from articles.editing.withdrawing import SecondPersonNeeded
from articles.models import (
    Act,
    ActKind,
    Article,
    Claim,
    ClaimLink,
    ClaimProvince,
    ClaimTopic,
    ClaimVersion,
    ClaimWarning,
    Evidence,
    Figure,
    Original,
    Outcome,
    Removal,
    Revision,
)
from articles.models.claim import NO_FACTS
from articles.report_text import UnreadableReport, read_report
from sources.models import Attribution, Chain, Role, Speaker, Step

GONE = "(removed)"

# A version whose words went, as `empty_versions` leaves it; the database holds it to that.
NOTHING: dict[str, Any] = {
    **dict.fromkeys(("exact", "prefix", "suffix", "paraphrase", "reason", "credibility_reason"), ""),
    **NO_FACTS,
}

# Names of originals that are read as they stand; rows, pages and feeds are not.
PLAIN = (".txt", "standard input", "pasted text")


class StillCurrent(ValueError):
    """The text that is out cannot be removed under its readers: another is published first, or the report withdrawn."""


@transaction.atomic
def ask_removal(*, by: AbstractBaseUser, revision: Revision, reason: str) -> Removal:
    """The first of the two persons. Raises ValueError for a text never published or removed already, StillCurrent."""
    revision = Revision.objects.select_for_update().get(pk=revision.pk)
    check_may_go(revision)
    removal, _ = Removal.objects.get_or_create(revision=revision, defaults={"asked_by_id": by.pk, "reason": reason})
    return removal


@transaction.atomic
def drop_removal(*, by: AbstractBaseUser, removal: Removal) -> None:
    """Nothing is removed after all. Raises ValueError for a removal that was done."""
    removal = Removal.objects.select_for_update().get(pk=removal.pk)
    if removal.confirmed_at is not None:
        raise ValueError("what was removed does not come back")
    removal.delete()


@transaction.atomic
def confirm_removal(*, by: AbstractBaseUser, removal: Removal) -> Act:
    """The second person does it, and it cannot be undone. Raises SecondPersonNeeded, ValueError and StillCurrent."""
    removal = Removal.objects.select_for_update().get(pk=removal.pk)
    if removal.asked_by_id == by.pk:
        raise SecondPersonNeeded("who asked for a removal does not confirm it; a second person does")
    revision = Revision.objects.select_for_update().get(pk=removal.revision_id)
    check_may_go(revision)
    article = Article.objects.select_related("outlet").get(pk=revision.article_id)
    at = timezone.now()
    claims, removal.removed = destroy_words(article=article, revision=revision, at=at)
    count_edits([article.pk])
    removal.confirmed_by_id, removal.confirmed_at = by.pk, at
    removal.save()
    return record_act(
        by=by,
        kind=ActKind.REDACTED,
        subjects=[Subject(article.public_id, revision.number), *(Subject(*claim) for claim in claims)],
        reason=removal.reason,
    )


def destroy_words(
    *, article: Article, revision: Revision, at: datetime
) -> tuple[list[tuple[str, int]], dict[str, int]]:
    """Take the words of one published text out of every table, without an act; what both callers have to record.

    The versions of claims that lost theirs, by public id and number, and how much of what went.
    """
    # A body is public by how often it is named: two acts at once would each see half of it.
    hold_the_ledger()
    going = what_goes(revision)
    claims, counts = sorted(set(going.versions.values_list("claim__public_id", "number"))), going.counts()
    Original.objects.filter(pk__in=[original.pk for original in going.originals]).delete()
    going.warnings.delete()
    going.links.update(reason="")
    going.outcomes.update(reason="")
    # Read before the versions are marked: what only they rest on goes with them.
    chains, sources = list(going.chains.values_list("pk", flat=True)), list(going.sources.values_list("pk", flat=True))
    Claim.objects.filter(versions__in=going.versions).update(leaves_because="")
    named = bodies_named_in(going.versions)
    empty_versions(article, going.versions, at)
    Step.objects.filter(chain__in=chains).exclude(kind=Speaker.OUTLET).update(printed=GONE, verb="")
    hide_chains(chains)
    drop_unused(Chain.objects.filter(pk__in=chains))
    Attribution.objects.filter(pk__in=sources).update(
        descriptor=GONE, told="", contact="", condition="", role=Role.UNSPECIFIED, province=None
    )
    revision.headline = revision.body = revision.caption = revision.credit = revision.reason = ""
    revision.removed_at = at
    revision.save()
    hide_what_went(article, named)
    retake_imprint(article)
    rewrite_public_texts(article)
    # What an archive keeps at that address has the words still.
    Article.objects.filter(pk=article.pk).update(changed_at=at, archived_url="")
    return claims, counts


def empty_versions(article: Article, versions: QuerySet[ClaimVersion], at: datetime) -> None:
    """Leave of versions of a report's claims that they were, and no more: who spoke where and when would tell what they said."""
    rows = list(versions.values_list("pk", flat=True))
    if not rows:
        return
    ClaimProvince.objects.filter(version__in=rows).delete()
    ClaimTopic.objects.filter(content_object__in=rows).delete()
    ClaimVersion.objects.filter(pk__in=rows).update(chain=chain_of_nobody(article), removed_at=at, **NOTHING)
    # Not before: a figure stays as long as the words that it was read of.
    Figure.objects.filter(version__in=rows).delete()


@dataclass(frozen=True)
class Going:
    """The rows that lose their words with one text; what other, standing claims rest on is not among them."""

    versions: QuerySet[ClaimVersion]
    warnings: QuerySet[ClaimWarning]
    links: QuerySet[ClaimLink]
    outcomes: QuerySet[Outcome]
    figures: QuerySet[Figure]
    chains: QuerySet[Chain]
    sources: QuerySet[Attribution]
    originals: list[Original]

    def counts(self) -> dict[str, int]:
        """How many of each, by a noun in the plural."""
        return {
            "texts": 1,
            "texts as they came in": len(self.originals),
            "versions of claims": self.versions.count(),
            "questions about their words": self.warnings.count(),
            "reasons of links": self.links.count(),
            "reasons of outcomes": self.outcomes.count(),
            "figures": self.figures.count(),
            "chains of speakers": self.chains.count(),
            "wordings of sources": self.sources.count(),
        }


def what_goes(revision: Revision) -> Going:
    """Everything that holds words of this text. History is not among it: it never held them."""
    versions = ClaimVersion.objects.filter(revision=revision)
    # Claims that stand in another text keep what they rest on.
    others = ClaimVersion.objects.filter(claim__article=revision.article_id, removed_at=None).exclude(revision=revision)
    chains = Chain.objects.filter(claim_versions__in=versions).exclude(claim_versions__in=others).distinct()
    rests = Q(claim_versions__in=others) | Q(steps__chain__claim_versions__in=others)
    sources = (
        Attribution.objects.filter(report__article=revision.article_id)
        .filter(
            Exists(versions.filter(attribution=OuterRef("pk")))
            | Exists(Step.objects.filter(attribution=OuterRef("pk"), chain__claim_versions__in=versions))
            | Q(pk__in=_named_only_in(revision))
        )
        .exclude(pk__in=Attribution.objects.filter(rests).values("pk"))
    )
    return Going(
        versions=versions,
        # A question about words that a carried-over claim still has goes on holding it back.
        warnings=ClaimWarning.objects.filter(claim__in=versions.values("claim")).exclude(
            Exists(others.filter(claim=OuterRef("claim"), exact__contains=OuterRef("text")))
        ),
        # Both ends were given one reason.
        links=ClaimLink.objects.filter(Q(version__in=versions) | Q(other__in=versions.values("claim"))).exclude(
            reason=""
        ),
        outcomes=Outcome.objects.filter(
            Q(claim__in=versions.values("claim"))
            | Q(Exists(Evidence.objects.filter(outcome=OuterRef("pk"), claim__in=versions.values("claim"))))
        ).exclude(reason=""),
        figures=Figure.objects.filter(version__in=versions),
        chains=chains,
        sources=sources,
        originals=_originals(revision),
    )


def check_may_go(revision: Revision) -> None:
    """Raises ValueError for a text never published or removed already, StillCurrent for the one that is out."""
    if revision.published_at is None:
        raise ValueError("a text that was never published is changed, not removed")
    if revision.removed_at is not None:
        raise ValueError("these words were removed already")
    if revision.is_current and Article.objects.filter(pk=revision.article_id, is_public=True).exists():
        raise StillCurrent("this text is out: publish another one or withdraw the report first")


def _standing_bodies(revision: Revision) -> list[str]:
    others = Revision.objects.filter(article=revision.article_id, removed_at=None).exclude(pk=revision.pk)
    return list(others.values_list("body", flat=True))


def _named_only_in(revision: Revision) -> list[int]:
    """Sources no claim rests on, in words that this text has and no other."""
    bodies = _standing_bodies(revision)
    idle = Attribution.objects.filter(report__article=revision.article_id, claim_versions=None, steps=None)
    return [
        pk
        for pk, words in idle.values_list("pk", "descriptor")
        if words in revision.body and not any(words in body for body in bodies)
    ]


def _originals(revision: Revision) -> list[Original]:
    """What came in goes too, unless it is plain text that reads exactly as one that stands.

    An editor may have mended this text since, and rows, pages and feeds may hold more than is read of them.
    """
    bodies = set(_standing_bodies(revision))
    return [
        original
        for original in Original.objects.filter(article=revision.article_id).select_related("article")
        if not original.name.endswith(PLAIN) or _body(original) not in bodies
    ]


def _body(original: Original) -> str:
    try:
        return read_report(original.text.encode(), language=original.article.language).body
    except UnreadableReport:
        return ""
