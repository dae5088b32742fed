"""What became of a link to a claim: the version it names, or else the first that was published, beside the current one."""

from collections.abc import Mapping
from dataclasses import dataclass

from articles.due import LABELS
from articles.footnotes.finding import Link
from articles.footnotes.verdict import Fate, Verdict
from articles.models import Claim, ClaimState, ClaimVersion, Credibility, LinkKind
from articles.models.claim import Standing
from articles.pages.fate_of_report import (
    NEVER_COMPARED,
    corrected,
    day,
    lead_to,
    retracted,
    verdict_of_correction,
)
from articles.queries.footnotes import Record
from provinces.tongue import say

_LINKED = {
    LinkKind.CORROBORATES: "says the same, independently, as",
    LinkKind.CONTRADICTS: "contradicts",
    LinkKind.REPEATS: "repeats",
    LinkKind.UPDATES: "updates",
    LinkKind.UPDATED_BY: "is updated by",
}


@dataclass(frozen=True, slots=True)
class _Change:
    """One thing that is otherwise now; what comes first in the list gives the footnote its verdict."""

    verdict: Verdict
    said: str
    old: str = ""
    new: str = ""


def fate_of_claim(link: Link, claim: Claim, record: Record) -> Fate:
    """The fate of a link to a public claim."""
    versions = record.versions[claim.pk]
    newest = max(versions)
    lead = (lead_to(claim.public_id),)
    cited = _cited(link, versions)
    current = next(version for version in versions.values() if version.is_current)
    if cited is None:
        return Fate(Verdict.MISTYPED, (_no_such(link.version, newest),), leads=lead)
    for version in (cited, current):
        if version.removed_at is not None:
            gone = say(
                "The words of version {number} were removed on {day}.",
                number=version.number,
                day=day(version.removed_at),
            )
            return Fate(Verdict.REMOVED, (gone,), leads=lead if current.removed_at is None else ())
    changes = _changes(claim, cited, current, record)
    if link.version is None and link.revision is None:
        # Who named no version named no place in the text either.
        changes = [change for change in changes if change.verdict != Verdict.MOVED]
    basis = _basis(link, cited, current)
    linked = _linked_since(cited, current, record)
    linked = (*_became(claim, record), *linked)
    if changes:
        said = (*basis, *(change.said for change in changes), *linked)
        # Words that changed are shown also where something else weighs more.
        shown = next((change for change in changes if change.old or change.new), changes[0])
        return Fate(changes[0].verdict, said, shown.old, shown.new, lead)
    stands = corrected(claim.article, record)
    said = (*basis, *((f"{stands} {say('These words stand in it.')}",) if stands else ()), *linked, say(NEVER_COMPARED))
    return Fate(Verdict.CURRENT, said, leads=lead)


def _no_such(version: int | None, newest: int) -> str:
    if newest == 1:
        return say("There is one version alone, and no version {version}.", version=version)
    return say("There are versions 1 to {newest}, and no version {version}.", newest=newest, version=version)


def _cited(link: Link, versions: Mapping[int, ClaimVersion]) -> ClaimVersion | None:
    """The version a link means: its own, the newest on the revision cited, or the first whose words are still there."""
    if link.version is not None:
        return versions.get(link.version)
    on_revision = [version for version in versions.values() if version.revision_number == link.revision]
    if on_revision:
        return on_revision[-1]
    kept = [version for version in versions.values() if version.removed_at is None]
    return (kept or list(versions.values()))[0]


def _basis(link: Link, cited: ClaimVersion, current: ClaimVersion) -> tuple[str, ...]:
    """What was compared with what, where that does not go without saying."""
    if cited.number == current.number:
        return ()
    if link.version is None:
        return (
            say(
                "No version is named: version {cited} was compared with version {current}.",
                cited=cited.number,
                current=current.number,
            ),
        )
    return (say("Compared with version {number}.", number=current.number),)


def _changes(claim: Claim, cited: ClaimVersion, current: ClaimVersion, record: Record) -> list[_Change]:
    """Everything that is otherwise now, what weighs most first."""
    found: list[_Change] = []
    if claim.state == ClaimState.RETRACTED:
        found.append(_Change(Verdict.RETRACTED, retracted(claim.article, record)))
    if current.standing == Standing.LOST:
        said = f"{corrected(claim.article, record)} {say('The words are no longer in its text.')}".strip()
        found.append(_Change(verdict_of_correction(claim.article), said, current.exact))
    if cited.exact != current.exact:
        found.append(_Change(Verdict.REWORDED, say("Other words are quoted."), cited.exact, current.exact))
    if cited.paraphrase != current.paraphrase:
        found.append(_Change(Verdict.REWORDED, say("Our words for it changed."), cited.paraphrase, current.paraphrase))
    if _speakers(cited) != _speakers(current):
        found.append(_Change(Verdict.HERE, say("Who speaks, acts or is addressed was put right.")))
    if _dates(cited) != _dates(current):
        found.append(_Change(Verdict.HERE, say("When it happened or falls due was put right.")))
    if cited.credibility != current.credibility:
        then, now = _grade(cited), _grade(current)
        found.append(
            _Change(Verdict.REGRADED, say("Its grade: “{then}” then, “{now}” now.", then=then, now=now), then, now)
        )
    if cited.paragraph != current.paragraph:
        found.append(_Change(Verdict.MOVED, say("Now paragraph {number}.", number=current.paragraph)))
    return found


def _linked_since(cited: ClaimVersion, current: ClaimVersion, record: Record) -> tuple[str, ...]:
    """What an editor has put beside the words since; it bears on them, and leaves them as they were cited."""
    since = record.links.get(current.pk, frozenset()) - record.links.get(cited.pk, frozenset())
    return tuple(
        say("Since then an editor noted that it {links} {other}.", links=say(_LINKED[LinkKind(kind)]), other=other)
        for kind, other in sorted(since)
    )


def _speakers(version: ClaimVersion) -> tuple[int | None, ...]:
    """Equal chains of a report are one row."""
    return version.chain_id, version.attribution_id, version.actor_id, version.addressee_id


def _dates(version: ClaimVersion) -> tuple[str, ...]:
    return version.event_words, version.event_edtf, version.due_words, version.due_edtf


def _grade(version: ClaimVersion) -> str:
    """Words first, code second; a claim without a grade is not one with the lowest."""
    if version.credibility is None:
        return say("not graded")
    return f"{say(Credibility(version.credibility).label)} ({version.credibility})"


def _became(claim: Claim, record: Record) -> tuple[str, ...]:
    """What is recorded of what it announces, whenever it was cited: the words cited are as they were."""
    became = record.became.get(claim.pk, "")
    return (say("What became of what it announces: {became}.", became=say(LABELS[became])),) if became else ()
