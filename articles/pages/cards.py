"""Rows of lists: what is told of a report or a claim there. An unnamed source is "an unnamed source", and no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from articles.dates import PartialDate
from articles.models import Article, ClaimState, ClaimVersion, Language, OriginKind, State
from articles.queries.rows import ClaimRow, ReportRow, StepRow
from articles.unnamed import without_descriptors
from provinces.tongue import name_of, say
from sources.models import Speaker, Speech, Step

LONGEST_WORDS = 400
AN_UNNAMED_SOURCE = "an unnamed source"
_UNNAMED: dict[str, str] = {Speaker.UNNAMED: AN_UNNAMED_SOURCE, Speaker.NAMED: "a named person"}


@dataclass(frozen=True)
class Name:
    """Something with a page: its slug and what it is called."""

    slug: str
    label: str


@dataclass(frozen=True)
class Piece:
    """A stretch of a snippet; `marked` when it is what was searched for."""

    text: str
    marked: bool


@dataclass(frozen=True)
class ArticleCard:
    """One report. `state`: "" unless it was corrected or retracted; `copy`: what it is to an earlier report, or "".

    `may_be_outside`: its date is too vague to tell that it lies in the years or months asked for. `pieces`, `through`:
    for a search, what was found and, if that was only a name it is filed under, which;
    `spelt`: in which other spellings; `lacks`: the words it does not have. `revision`: the text it shows, on a list of
    another time; else 0.
    """

    public_id: str
    headline: str
    language: str
    language_label: str
    outlet: Name
    published: str
    published_iso: str
    may_be_outside: bool
    state: str
    is_retracted: bool
    copy: str
    provinces: tuple[Name, ...]
    topics: tuple[Name, ...]
    claims: int
    headline_pieces: tuple[Piece, ...] = ()
    pieces: tuple[Piece, ...] = ()
    through: tuple[str, ...] = ()
    spelt: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    revision: int = 0


@dataclass(frozen=True)
class ChainLink:
    """A speaker as a list names it; `institution`: slug of a public page, or ""."""

    label: str
    institution: str


@dataclass(frozen=True)
class ClaimCard:
    """One claim: our paraphrase, or where there is none the exact words without what they say of the source.

    `pieces`: for a search, what was found: in the exact words if `quotes_exact`, else in `words`; `spelt` and
    `through` as of a report. `version`: the one it shows, on a list of another time, and `revision` the report's text
    beside it; else 0.
    """

    public_id: str
    words: str
    language: str
    is_paraphrase: bool
    speakers: tuple[ChainLink, ...]
    speech: str
    event: str
    due: str
    is_retracted: bool
    article_id: str
    headline: str
    headline_language: str
    outlet: Name
    published: str
    may_be_outside: bool
    provinces: tuple[Name, ...]
    topics: tuple[Name, ...]
    pieces: tuple[Piece, ...] = ()
    quotes_exact: bool = False
    spelt: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    version: int = 0
    revision: int = 0


Spans = Iterable[tuple[date, date]]


def article_card(article: Article, spans: Spans = (), is_of_another_time: bool = False) -> ArticleCard:
    """The row of a report that `queries.whole` has; `spans` are the days that the list is narrowed to."""
    return report_card(_report_row(article), spans, is_of_another_time)


def _report_row(article: Article) -> ReportRow:
    row: Any = article  # what `queries.whole` adds to a row is not known to the type checker
    text = row.current_texts[0] if row.current_texts else None
    return ReportRow(
        public_id=article.public_id,
        language=article.language,
        outlet=(article.outlet.slug, name_of(article.outlet)),
        published=article.published,
        first_published=row.first_published_at,
        state=article.state,
        origin_kind=article.origin_kind,
        headline=text.headline if text else article.public_id,
        number=text.number if text else 0,
        provinces=tuple((item.province.slug, name_of(item.province)) for item in row.filed),
        topics=tuple(sorted(((item.tag.slug, name_of(item.tag)) for item in row.tagged), key=lambda topic: topic[1])),
        claims=len(row.public_claims),
    )


def report_card(row: ReportRow, spans: Spans = (), is_of_another_time: bool = False) -> ArticleCard:
    """The row of a report out of `queries.rows`."""
    earliest, latest = row.published.earliest, row.published.latest
    return ArticleCard(
        public_id=row.public_id,
        headline=row.headline,
        language=row.language,
        language_label=say(Language(row.language).label),
        outlet=Name(*row.outlet),
        published=row.published.label(),
        published_iso=latest.isoformat() if latest and earliest == latest else "",
        may_be_outside=_may_be_outside(row.published, spans),
        state="" if row.state == State.PUBLISHED else say(State(row.state).label),
        is_retracted=row.state == State.RETRACTED,
        copy=say(OriginKind(row.origin_kind).label) if row.origin_kind else "",
        provinces=tuple(Name(*called) for called in row.provinces),
        topics=tuple(Name(*called) for called in row.topics),
        claims=row.claims,
        revision=row.number if is_of_another_time else 0,
    )


def claim_card(version: ClaimVersion, spans: Spans = (), is_of_another_time: bool = False) -> ClaimCard:
    """The row of a claim that `queries.whole` has."""
    return said_card(said_row(version), spans, is_of_another_time)


def said_row(version: ClaimVersion) -> ClaimRow:
    """A claim that `queries.whole` has, as rows are."""
    row: Any = version
    report: Any = version.claim.article
    text = report.current_texts[0] if report.current_texts else None
    return ClaimRow(
        public_id=version.claim.public_id,
        article=report.pk,
        number=version.number,
        start=version.start,
        exact=version.exact,
        paraphrase=version.paraphrase,
        event=version.event,
        due=version.due,
        state=version.claim.state,
        steps=tuple(_step_row(step) for step in row.chain.public_steps),
        hidden=tuple(descriptors(version)),
        provinces=tuple((item.province.slug, name_of(item.province)) for item in row.filed),
        topics=tuple(sorted(((item.tag.slug, name_of(item.tag)) for item in row.tagged), key=lambda topic: topic[1])),
        report=ReportRow(
            public_id=report.public_id,
            language=report.language,
            outlet=(report.outlet.slug, name_of(report.outlet)),
            published=report.published,
            first_published=report.first_published_at,
            state=report.state,
            origin_kind=report.origin_kind,
            headline=text.headline if text else report.public_id,
            number=text.number if text else 0,
            provinces=(),
            topics=(),
            claims=0,
        ),
    )


def said_card(row: ClaimRow, spans: Spans = (), is_of_another_time: bool = False) -> ClaimCard:
    """The row of a claim out of `queries.rows`."""
    report = row.report
    words, is_paraphrase = said_words(row)
    return ClaimCard(
        public_id=row.public_id,
        words=shortened(words, LONGEST_WORDS),
        language="en" if is_paraphrase else report.language,
        is_paraphrase=is_paraphrase,
        speakers=tuple(_chain_link(step) for step in row.steps),
        speech=say(Speech(row.steps[-1].speech).label) if row.steps else "",
        event=row.event.label() if row.event.is_known else "",
        due=row.due.label() if row.due.is_known else "",
        is_retracted=row.state == ClaimState.RETRACTED,
        article_id=report.public_id,
        headline=report.headline,
        headline_language=report.language,
        outlet=Name(*report.outlet),
        published=report.published.label(),
        may_be_outside=_may_be_outside(report.published, spans),
        provinces=tuple(Name(*called) for called in row.provinces),
        topics=tuple(Name(*called) for called in row.topics),
        version=row.number if is_of_another_time else 0,
        revision=report.number if is_of_another_time else 0,
    )


def said_words(row: ClaimRow) -> tuple[str, bool]:
    """Our paraphrase, or the exact words; each without the report's words for its source. And whether the first."""
    if row.paraphrase:
        return without_descriptors(row.paraphrase, row.hidden), True
    return without_descriptors(row.exact, row.hidden, row.report.language), False


def words_for_lists(version: ClaimVersion) -> tuple[str, bool]:
    """The same of a claim that `queries.whole` has."""
    if version.paraphrase:
        return without_descriptors(version.paraphrase, descriptors(version)), True
    return without_descriptors(version.exact, descriptors(version), version.claim.article.language), False


def descriptors(version: ClaimVersion) -> list[str]:
    """The words that a claim's report has for any of its unnamed sources, whoever of them speaks here."""
    row: Any = version
    return [*row.called, *row.called_again]


def _may_be_outside(published: PartialDate, spans: Spans) -> bool:
    """Whether no single span of days holds the whole date of a report; never when there are no spans."""
    spans = list(spans)
    earliest, latest = published.earliest or date.min, published.latest or date.max
    return bool(spans) and not any(first <= earliest and latest <= last for first, last in spans)


def shortened(text: str, longest: int) -> str:
    """On one line and at most so long, cut between words where there are any."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[longest // 2 :] else cut).rstrip(" ,;:–—-") + "…"


def speaker_link(step: Step) -> ChainLink:
    """A speaker as lists name it."""
    return _chain_link(_step_row(step))


def _step_row(step: Step) -> StepRow:
    outlet, institution = step.outlet, step.institution
    return StepRow(
        kind=step.kind,
        speech=step.speech,
        outlet=(outlet.slug, name_of(outlet)) if outlet and outlet.is_public else ("", ""),
        institution=(institution.slug, name_of(institution)) if institution and institution.is_public else ("", ""),
    )


def _chain_link(step: StepRow) -> ChainLink:
    if step.kind == Speaker.OUTLET:
        return ChainLink(step.outlet[1] or say("another outlet"), "")
    if step.kind == Speaker.INSTITUTION and step.institution[0]:
        slug, name = step.institution
        return ChainLink(name, slug)
    return ChainLink(say(_UNNAMED.get(step.kind, "a body")), "")
