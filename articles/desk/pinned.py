"""The claims of a report as an editor works on them: each with its newest version, read in a few queries."""

from collections.abc import Mapping
from dataclasses import dataclass

from articles.models import Article, Claim, ClaimState, ClaimVersion, Revision
from articles.spans import NotInText, find_exact


@dataclass(frozen=True)
class Pinned:
    """A claim with its newest version. `occurrence`: for the how-many-th time its words stand there; 0 for removed words."""

    claim: Claim
    version: ClaimVersion
    occurrence: int

    @property
    def is_pending(self) -> bool:
        """Whether the public has not seen this version."""
        return self.version.published_at is None

    def place_in(self, revision: Revision) -> tuple[int, int] | None:
        """Where the words stand in that revision; None when they do not."""
        if self.version.revision_id == revision.pk:
            return self.version.start, self.version.end
        return place_of(revision.body, self.version.exact, self.occurrence)


def pinned_claims(article: Article, revisions: Mapping[int, Revision]) -> list[Pinned]:
    """Every claim of the report in the order of the text; `revisions` of the report by pk."""
    versions = (
        ClaimVersion.objects.filter(claim__article=article)
        .order_by("claim_id", "-number")
        .distinct("claim_id")
        .select_related("claim", "attribution", "actor", "addressee")
        .prefetch_related(
            "claim__warnings",
            "filed_provinces",
            "topic_items",
            "chain__steps__outlet",
            "chain__steps__institution",
            "chain__steps__attribution",
        )
    )
    found = []
    for version in versions:
        version.revision = revisions[version.revision_id]
        version.claim.article = article
        found.append(Pinned(version.claim, version, occurrence_of(version.revision.body, version.exact, version.start)))
    return sorted(found, key=lambda pinned: (pinned.version.start, pinned.claim.pk))


def standing_claims(pinned: list[Pinned]) -> list[Pinned]:
    """Those an editor may change: all but the withdrawn and those whose words were removed."""
    return [row for row in pinned if row.claim.state != ClaimState.WITHDRAWN and row.version.removed_at is None]


def occurrence_of(body: str, exact: str, start: int) -> int:
    """For the how-many-th time the words stand at `start`, overlapping ones counted; 0 for no words."""
    count, position = 0, -1
    while exact and (position := body.find(exact, position + 1)) >= 0 and position <= start:
        count += 1
    return count


def place_of(body: str, exact: str, occurrence: int) -> tuple[int, int] | None:
    """Where words stand for the so-many-th time; None when they do not."""
    try:
        return find_exact(body, exact, occurrence)
    except NotInText:
        return None
