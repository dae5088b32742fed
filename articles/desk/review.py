"""What a publication would change: the text that is out beside the proposed one, and each claim beside its public self."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.differences import Change, Pair, differences
from articles.editing.warnings import held_back
from articles.models import Article, ClaimState, ClaimVersion, ClaimWarning, Credibility, Revision


@dataclass(frozen=True)
class ClaimChange:
    """One claim with a version the public has not seen. `fields`: (what, before, after), empty for a new claim.

    `held`: warnings that keep it back.
    """

    version: ClaimVersion
    is_new: bool
    fields: tuple[tuple[str, str, str], ...]
    held: tuple[ClaimWarning, ...]


def text_changes(article: Article, proposed: Revision) -> tuple[Pair, ...]:
    """The paragraphs that differ from the text that is out; none when no other text is proposed."""
    current = article.revisions.filter(is_current=True).first()
    if current is None or current.pk == proposed.pk:
        return ()
    return tuple(pair for pair in differences(current.body, proposed.body) if pair.change != Change.SAME)


def claim_changes(article: Article) -> list[ClaimChange]:
    """Every claim that waits to be published, in the order of the text."""
    versions = ClaimVersion.objects.filter(claim__article=article).exclude(claim__state=ClaimState.WITHDRAWN)
    versions = versions.select_related("claim", "attribution", "actor", "addressee").defer("search")
    versions = versions.prefetch_related(
        "filed_provinces__province", "topic_items__tag", "chain__steps__outlet", "chain__steps__institution",
        "chain__steps__attribution",
    )  # fmt: skip
    pending = list(versions.filter(published_at=None).order_by("start", "claim_id"))
    public = {
        row.claim_id: row for row in versions.filter(is_current=True, claim__in=[row.claim_id for row in pending])
    }
    held = held_back([row.claim for row in pending])
    return [
        ClaimChange(
            version=row,
            is_new=row.claim_id not in public,
            fields=tuple(_differing(public[row.claim_id], row)) if row.claim_id in public else (),
            held=tuple(held.get(row.claim_id, ())),
        )
        for row in pending
    ]


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
        "paragraph": str(version.paragraph),
    }
