"""What may be told of a claim: beside its paragraph, and on a page of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.dates import PartialDate
from articles.due import LABELS
from articles.footnotes.verdict import Verdict
from articles.models import (
    Claim,
    ClaimState,
    ClaimVersion,
    Credibility,
    CredibilityReason,
    PublicText,
    Topic,
)
from articles.models.claim import Standing
from articles.pages.chain import Body, SpeakerLine, chain_of
from articles.pages.citation import CitationBlock, citation_block, report_cited, statement_cited, text_under
from articles.pages.province_map import ProvinceMap, Shape, shapes, where
from articles.pages.related import Related, claims_like_this
from articles.pages.who_else import WhoElse, of_claim
from articles.queries import reading
from articles.spans import context
from provinces.models import Province
from provinces.tongue import name_of, say
from sources.models import Outlet, Reliability

_AROUND = 160
# What changed where prices, rates or quantities were stated or corrected.
FIGURES = "figures"


@dataclass(frozen=True)
class Grade:
    """Words first, code second; `reason` from a closed list or the outlet's, or ""."""

    words: str
    code: str
    reason: str


@dataclass(frozen=True)
class DateLine:
    """A date as printed and as we read it; `meaning` is "" when it would say the same."""

    words: str
    meaning: str

    @classmethod
    def of(cls, date: PartialDate) -> "DateLine | None":
        """None when neither words nor date are there."""
        if not date.words and not date.is_known:
            return None
        label = date.label() if date.is_known else ""
        return cls(date.words or label, label if date.words and label != date.words else "")


@dataclass(frozen=True)
class ClaimNote:
    """A claim beside the report's text. `order`: its number on that page, from 1."""

    order: int
    public_id: str
    version: int
    revision: int
    paragraph: int
    words: str
    paraphrase: str
    language: str
    chain: tuple[SpeakerLine, ...]
    actor: Body | None
    addressee: Body | None
    event: DateLine | None
    due: DateLine | None
    outcome: str
    credibility: Grade | None
    is_retracted: bool


@dataclass(frozen=True)
class Sibling:
    """Another part of the same utterance."""

    public_id: str
    words: str


@dataclass(frozen=True)
class VersionLine:
    """One row of the list of versions. `became`: what is otherwise than in the one before, in the words of verdicts."""

    number: int
    became: tuple[str, ...]
    published_at: datetime | None
    is_current: bool
    is_removed: bool


@dataclass(frozen=True)
class ClaimPage:
    """Everything the page of one version of a claim tells. Before and after are "" where the body is not shown.

    `since`: what became of this version until the current one. `related`: claims in other reports, beside the current
    version alone.
    """

    note: ClaimNote
    before: str
    after: str
    is_current: bool
    is_old_text: bool
    newest: int
    since: tuple[str, ...]
    standing: str
    article: str
    headline: str
    published: str
    state: str
    outlet_name: str
    outlet_slug: str
    is_sample: bool
    original_url: str
    source: str
    told: str
    condition: str
    outlet_grade: Grade
    has_unnamed: bool
    provinces: tuple[Province, ...]
    map: ProvinceMap | None
    shapes: tuple[Shape, ...]
    topics: tuple[Topic, ...]
    siblings: tuple[Sibling, ...]
    who_else: WhoElse
    versions: tuple[VersionLine, ...]
    citation: CitationBlock
    related: tuple[Related, ...]


def claim_note(version: ClaimVersion, order: int, language: str) -> ClaimNote:
    """The note of one version; its claim, chain, actor and addressee must have been fetched with it."""
    row: Any = version
    return ClaimNote(
        order=order,
        public_id=version.claim.public_id,
        version=version.number,
        revision=version.revision_number,
        paragraph=version.paragraph,
        words=version.exact,
        paraphrase=version.paraphrase,
        language=language,
        chain=chain_of(version, language),
        actor=Body.of(version.actor),
        addressee=Body.of(version.addressee),
        event=DateLine.of(version.event),
        due=DateLine.of(version.due),
        outcome=say(LABELS[row.became]) if row.became else "",
        credibility=_credibility(version),
        is_retracted=version.claim.state == ClaimState.RETRACTED,
    )


def claim_page(claim: Claim, versions: Sequence[ClaimVersion], version: ClaimVersion) -> ClaimPage:
    """The page of one version, which has not been removed; `versions` are all that were published."""
    article = claim.article
    version.claim = claim
    texts = reading.texts_of(article)
    current = next(text for text in texts if text.is_current)
    before, after = _around(version, texts)
    note = claim_note(version, 1, article.language)
    attribution = version.attribution if version.attribution and version.attribution.is_public else None
    provinces, topics = reading.provinces_of_claim(version), reading.topics_of_claim(version)
    who_else = of_claim(claim, versions, version)
    cited = statement_cited(version, versions, report_cited(article, texts, text_under(version, texts)))
    return ClaimPage(
        note=note,
        before=before,
        after=after,
        is_current=version.is_current,
        is_old_text=version.revision_number != current.number,
        newest=max(each.number for each in versions),
        since=became(version, next(each for each in versions if each.is_current)),
        standing="" if version.standing == Standing.STANDS else say(Standing(version.standing).label),
        article=article.public_id,
        headline=current.headline,
        published=article.published.label(),
        state=article.state,
        outlet_name=name_of(article.outlet),
        outlet_slug=article.outlet.slug,
        is_sample=article.outlet.is_sample,
        original_url=article.original_url,
        source=attribution.descriptor if attribution else "",
        told=attribution.told if attribution else "",
        condition=attribution.condition if attribution else "",
        outlet_grade=outlet_grade(article.outlet),
        has_unnamed=any(line.is_unnamed for line in note.chain),
        provinces=tuple(provinces),
        map=where(provinces) if provinces else None,
        shapes=shapes(),
        topics=tuple(topics),
        siblings=tuple(Sibling(each.claim.public_id, each.exact) for each in reading.same_breath(version)),
        who_else=who_else,
        versions=tuple(
            VersionLine(
                each.number,
                became(before, each) if before else (),
                each.published_at,
                each.is_current,
                each.removed_at is not None,
            )
            for before, each in zip((None, *versions), versions, strict=False)
        ),
        citation=citation_block(cited, [each.name_en for each in provinces], [each.name for each in topics]),
        related=claims_like_this(version, provinces, topics, [link.public_id for link in who_else.links])
        if version.is_current
        else (),
    )


def became(old: ClaimVersion, new: ClaimVersion) -> tuple[str, ...]:
    """What is otherwise in the newer of two versions, each in the word that is kept for it; () for words removed."""
    if old.removed_at is not None or new.removed_at is not None:
        return (say(Verdict.REMOVED.value),) if new.removed_at is not None and old.removed_at is None else ()
    speakers = [(each.chain_id, each.attribution_id, each.actor_id, each.addressee_id) for each in (old, new)]
    dates = [(each.event_words, each.event_edtf, each.due_words, each.due_edtf) for each in (old, new)]
    otherwise = {
        Verdict.REWORDED: (old.exact, old.paraphrase) != (new.exact, new.paraphrase),
        Verdict.HERE: speakers[0] != speakers[1] or dates[0] != dates[1],
        Verdict.REGRADED: old.credibility != new.credibility,
        Verdict.MOVED: old.paragraph != new.paragraph,
    }
    found = tuple(say(verdict.value) for verdict, is_so in otherwise.items() if is_so)
    if _figures(old) != _figures(new):
        found += (say(FIGURES),)
    if new.standing == Standing.LOST and old.standing != Standing.LOST:
        found += (say(Standing(new.standing).label),)
    return found


def _figures(version: ClaimVersion) -> list[tuple[Any, ...]]:
    """What is told of the figures of a version that was fetched with them."""
    row: Any = version
    return [
        (each.start, each.end, each.kind, each.item, each.low, each.high, each.measure, each.per, each.of,
         each.province_id, each.place_id)
        for each in row.public_figures
    ]  # fmt: skip


def outlet_grade(outlet: Outlet) -> Grade:
    """The outlet's reliability."""
    return Grade(say(Reliability(outlet.reliability).label), outlet.reliability, outlet.reliability_reason)


def _credibility(version: ClaimVersion) -> Grade | None:
    """None means not graded, which is not 6."""
    if version.credibility is None:
        return None
    reason = say(CredibilityReason(version.credibility_reason).label) if version.credibility_reason else ""
    return Grade(say(Credibility(version.credibility).label), str(version.credibility), reason)


def _around(version: ClaimVersion, texts: Sequence[PublicText]) -> tuple[str, str]:
    """What stands before and after in the same paragraph, cut at words; nothing where the body is not shown."""
    body = next((text.body for text in texts if text.number == version.revision_number), "")
    if not body:
        return "", ""
    before, after = context(body, version.start, version.end, _AROUND)
    before, after = before.rsplit("\n\n", 1)[-1], after.split("\n\n", 1)[0]
    if len(before) == _AROUND:
        before = "…" + before[before.find(" ") + 1 :]
    if len(after) == _AROUND:
        after = after[: after.rfind(" ")] + "…"
    return before, after
