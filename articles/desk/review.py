"""What a publication would change: the text that is out beside the proposed one, and each claim beside its public self."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from articles.differences import Change, Pair, differences
from articles.editing.carrying import only_place
from articles.editing.warnings import held_back
from articles.models import Article, ClaimState, ClaimVersion, ClaimWarning, Credibility, Revision
from articles.models.claim import Standing


class Fate(StrEnum):
    """What a publication does to a claim, in words."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "taken out"
    LOST = "its words are not in the new text"
    MOVED = "its words stand elsewhere in the new text"
    FOUND = "its words were lost and stand in the new text"


@dataclass(frozen=True)
class ClaimChange:
    """One claim that readers see otherwise afterwards. `fields`: (what, before, after) of one that is changed.

    `held`: warnings that keep it back. `why`: as its editor said.
    """

    version: ClaimVersion
    fate: Fate
    fields: tuple[tuple[str, str, str], ...] = ()
    held: tuple[ClaimWarning, ...] = ()
    why: str = ""

    @property
    def is_new(self) -> bool:
        """Whether the public has never seen it."""
        return self.fate == Fate.ADDED

    @property
    def goes_out(self) -> bool:
        """Whether a new version of it is published."""
        return self.fate in (Fate.ADDED, Fate.CHANGED) and not self.held


def text_changes(article: Article, proposed: Revision) -> tuple[Pair, ...]:
    """The paragraphs that differ from the text that is out; none when no other text is proposed."""
    current = article.revisions.filter(is_current=True).first()
    if current is None or current.pk == proposed.pk:
        return ()
    return tuple(pair for pair in differences(current.body, proposed.body) if pair.change != Change.SAME)


def heading_changes(article: Article, proposed: Revision) -> tuple[tuple[str, str, str], ...]:
    """(what, out now, proposed) of headline, caption and credit that differ; none when no other text is proposed."""
    current = article.revisions.filter(is_current=True).first()
    if current is None or current.pk == proposed.pk:
        return ()
    both = [(name, getattr(current, name), getattr(proposed, name)) for name in ("headline", "caption", "credit")]
    return tuple((name, before, after) for name, before, after in both if before != after)


def claim_changes(article: Article) -> list[ClaimChange]:
    """Every claim that a publication adds, changes, takes out, loses or moves, in the order of the text. A fixed number of queries."""
    versions = ClaimVersion.objects.filter(claim__article=article).exclude(claim__state=ClaimState.WITHDRAWN)
    versions = versions.select_related("claim", "attribution", "actor", "addressee")
    versions = versions.prefetch_related(
        "filed_provinces__province", "topic_items__tag", "chain__steps__outlet", "chain__steps__institution",
        "chain__steps__attribution", "links__other",
    )  # fmt: skip
    newest = sorted(
        versions.order_by("claim_id", "-number").distinct("claim_id"), key=lambda row: (row.start, row.claim_id)
    )
    waiting = [row.claim_id for row in newest if row.published_at is None]
    public = {row.claim_id: row for row in versions.filter(is_current=True, claim__in=waiting)}
    held = held_back([row.claim for row in newest if row.published_at is None])
    bodies = {row.pk: row for row in article.revisions.order_by("number")}
    proposed = list(bodies.values())[-1]
    changes = []
    for row in newest:
        before = public.get(row.claim_id)
        if row.claim.leaves_because:
            changes.append(ClaimChange(row, Fate.REMOVED, why=row.claim.leaves_because))
        elif row.published_at is None:
            kept = tuple(held.get(row.claim_id, ()))
            fields = tuple(_differing(before, row)) if before else ()
            changes.append(ClaimChange(row, Fate.CHANGED if before else Fate.ADDED, fields, kept, row.reason))
        if not row.claim.leaves_because and (fate := _fate(row, bodies[row.revision_id], proposed)) is not None:
            changes.append(ClaimChange(row, fate))
    return changes


def _fate(version: ClaimVersion, pinned_to: Revision, proposed: Revision) -> Fate | None:
    """What a text that is not out yet does to a claim pinned to an earlier one; None where the words stay in place."""
    if proposed.published_at is not None or pinned_to.pk == proposed.pk or version.removed_at is not None:
        return None
    start = only_place(pinned_to.body, proposed.body, version.exact, version.start)
    if start is None:
        return None if version.standing == Standing.LOST else Fate.LOST
    if version.standing == Standing.LOST:
        return Fate.FOUND
    return None if start == version.start else Fate.MOVED


def _differing(before: ClaimVersion, after: ClaimVersion) -> Iterator[tuple[str, str, str]]:
    was, is_now = _told(before), _told(after)
    yield from ((what, was[what], is_now[what]) for what in was if was[what] != is_now[what])


def _told(version: ClaimVersion) -> dict[str, str]:
    """What a version says, as words an editor compares."""
    chain = " ← ".join(f"{step} ({step.get_speech_display()})" for step in version.chain.steps.all())
    return {
        "words": version.exact,
        "paraphrase": version.paraphrase,
        "chain": chain,
        "acting": str(version.actor or ""),
        "told": str(version.addressee or ""),
        "provinces": ", ".join(sorted(str(row.province) for row in version.filed_provinces.all())),
        "topics": ", ".join(sorted(str(row.tag) for row in version.topic_items.all())),
        "when": version.event.label(),
        "due": version.due.label(),
        "credibility": Credibility(version.credibility).label if version.credibility else "",
        "links": ", ".join(sorted(f"{row.get_kind_display()} {row.other}" for row in version.links.all())),
        "paragraph": str(version.paragraph),
    }
