"""How a report or a claim is cited: the copy-ready forms on its page, and the files beside it.

In English, with the addresses that stand outside any language, whichever page they are copied from.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import timezone

from articles.addresses import path_to
from articles.citations.bibtex import as_bibtex
from articles.citations.bylines import authors
from articles.citations.csl import as_csl_json, inner_quotes, item_of
from articles.citations.metadata import Tag, data_of, tags_of
from articles.citations.ris import as_ris
from articles.citations.runs import Run
from articles.citations.source_reference import source_reference
from articles.citations.styled import STYLES, plain, styled
from articles.citations.works import Mark, Report, Statement, Work
from articles.languages import for_machines
from articles.models import (
    Article,
    ClaimState,
    ClaimVersion,
    Credibility,
    Language,
    OriginKind,
    PublicText,
    State,
)
from articles.models.claim import Standing
from articles.pages.chain import SpeakerLine, chain_of
from sources.models import Reliability

# The desk shows these pages too, and does not know the public site's addresses by itself.
_PUBLIC = "articles.urls"
_RETRACTED = "Retracted by the outlet"
_STATES = {
    State.CORRECTED_BY_OUTLET: "The outlet corrected this report.",
    State.CORRECTED_HERE: "This report was corrected here.",
}


@dataclass(frozen=True, slots=True)
class Form:
    """One copy-ready citation."""

    name: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class CitationBlock:
    """Everything a page has for those who cite it. `files`: (name, path); `tags`, `data`: for the page's head."""

    forms: tuple[Form, ...]
    files: tuple[tuple[str, str], ...]
    tags: tuple[Tag, ...]
    data: str


@for_machines()
def citation_block(work: Work, places: Sequence[str] = (), topics: Sequence[str] = ()) -> CitationBlock:
    """The block of a work that is read today."""
    path = _path(work)
    return CitationBlock(
        forms=forms_of(work, timezone.localdate()),
        files=tuple((name, f"{path}cite.{ending}") for ending, name in FILES.items()),
        tags=tags_of(work),
        data=data_of(work, places, topics),
    )


@for_machines()
def forms_of(work: Work, accessed: date) -> tuple[Form, ...]:
    """Chicago, APA, MLA, and the source reference."""
    item = item_of(work, accessed)
    in_styles = [Form(style.name, styled(item, style)) for style in STYLES]
    return (*in_styles, Form("Source reference", (Run(source_reference(work, accessed), False),)))


FILES = {"ris": "RIS", "bib": "BibTeX", "csl.json": "CSL-JSON", "txt": "Text"}


@for_machines()
def citation_file(works: Sequence[Work], ending: str, accessed: date) -> str:
    """Works as one file; `ending`: a key of FILES."""
    if ending == "txt":
        return "\n".join(_as_text(work, accessed) for work in works)
    items = [item_of(work, accessed) for work in works]
    return {"ris": as_ris, "bib": as_bibtex, "csl.json": as_csl_json}[ending](items)


def _as_text(work: Work, accessed: date) -> str:
    return "".join(f"{form.name}\n{plain(form.runs)}\n\n" for form in forms_of(work, accessed)).rstrip("\n") + "\n"


@for_machines()
def report_cited(article: Article, texts: Sequence[PublicText], text: PublicText) -> Report:
    """A report in the revision of `text`; `texts`: all that were published."""
    current = next((each.number for each in texts if each.is_current), text.number)
    state = State(article.state)
    return Report(
        public_id=article.public_id,
        revision=text.number,
        headline=text.headline,
        language=article.language,
        language_name=Language(article.language).label,
        authors=authors(article.byline, article.outlet.name),
        outlet=article.outlet.name,
        outlet_grade=Mark(Reliability(article.outlet.reliability).label, article.outlet.reliability),
        published=article.published,
        original_url=article.original_url,
        archived_url=article.archived_url,
        address=_address("revision", article.public_id, text.number),
        site=settings.SITE_NAME,
        status=_RETRACTED if state == State.RETRACTED else "",
        remark=_STATES.get(state, "")
        if text.number == current
        else f"An earlier text; revision {current} is the current one.",
        relation=_relation(article),
    )


def text_under(version: ClaimVersion, texts: Sequence[PublicText]) -> PublicText:
    """The text that a version of a claim is pinned to; it was never removed, or the version would be."""
    return next(text for text in texts if text.number == version.revision_number)


@for_machines()
def statement_cited(version: ClaimVersion, versions: Iterable[ClaimVersion], report: Report) -> Statement:
    """A version of a claim, whose chain was fetched with it; `versions`: all of the claim that were published."""
    chain = chain_of(version, report.language)
    attribution = version.attribution if version.attribution and version.attribution.is_public else None
    named = [line.name for line in chain if line.is_unnamed] + ([attribution.descriptor] if attribution else [])
    grade = version.credibility
    is_retracted = version.claim.state == ClaimState.RETRACTED or bool(report.status)
    assert version.published_at is not None
    return Statement(
        public_id=version.claim.public_id,
        version=version.number,
        words=version.exact,
        paragraph=version.paragraph,
        address=_address("claim_version", version.claim.public_id, version.number),
        report=report,
        shown=timezone.localdate(version.published_at),
        chain=" ← ".join(_speaker(line, is_alone=len(chain) == 1, is_first=line is chain[0]) for line in chain),
        descriptors=tuple(dict.fromkeys(named)),
        told=attribution.told if attribution else "",
        condition=attribution.condition if attribution else "",
        credibility=Mark(Credibility(grade).label, str(grade)) if grade is not None else None,
        status=_RETRACTED if is_retracted else "",
        remark=_remark(version, versions),
    )


def _speaker(line: SpeakerLine, *, is_alone: bool, is_first: bool) -> str:
    if is_first and not is_alone:
        return line.name
    return f"{line.name} ({'; '.join(part for part in (line.how_long, line.basis) if part)})"


def _remark(version: ClaimVersion, versions: Iterable[ClaimVersion]) -> str:
    if not version.is_current:
        current = next((each.number for each in versions if each.is_current), version.number)
        return f"An earlier version; version {current} is the current one."
    return "These words are no longer in the current text." if version.standing == Standing.LOST else ""


def _relation(article: Article) -> str:
    """What the report is to the one that carried it first, where that may be told."""
    if not article.origin_kind:
        return ""
    kind = OriginKind(article.origin_kind).label
    origin = article.origin
    if origin is not None and origin.is_public:
        headline = getattr(article, "origin_headline", None) or origin.public_id
        told = f"“{inner_quotes(headline)}”, {origin.outlet.name}, {origin.published.label()}"
    elif article.origin_url:
        told = article.origin_url
    else:
        return ""
    return f"A {kind} of {told}; the two count as one report."


def _path(work: Work) -> str:
    name, number = ("revision", work.revision) if isinstance(work, Report) else ("claim_version", work.version)
    return path_to(name, work.public_id, number, urlconf=_PUBLIC)


def _address(name: str, public_id: str, number: int) -> str:
    return settings.BASE_URL.rstrip("/") + path_to(name, public_id, number, urlconf=_PUBLIC)
