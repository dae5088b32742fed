"""What may be told of a report: one text of it, with the claims pinned to its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from articles.differences import changed_paragraphs
from articles.models import ActKind, Article, ClaimVersion, Language, OriginKind, PublicText, State, Topic
from articles.pages.citation import CitationBlock, citation_block, report_cited
from articles.pages.claim import ClaimNote, claim_note
from articles.queries import reading
from articles.queries.registry import last_act_of
from articles.spans import marked
from provinces.models import Province

_ACTS = {
    State.CORRECTED_BY_OUTLET: ActKind.CORRECTED_BY_OUTLET,
    State.CORRECTED_HERE: ActKind.CORRECTED_HERE,
    State.RETRACTED: ActKind.RETRACTED,
}


@dataclass(frozen=True)
class Piece:
    """A stretch of text covered by the same claims. `ends`: the orders of the claims whose last words these are."""

    text: str
    covered: tuple[int, ...]
    ends: tuple[ClaimNote, ...]


@dataclass(frozen=True)
class ParagraphLine:
    """One paragraph and the claims that begin in it; the texts of the pieces joined are the paragraph's."""

    number: int
    pieces: tuple[Piece, ...]
    notes: tuple[ClaimNote, ...]


@dataclass(frozen=True)
class Relative:
    """A report this one derives from, or that derives from it."""

    public_id: str
    headline: str
    language: str
    outlet: str
    kind: str
    published: str


@dataclass(frozen=True)
class RevisionLine:
    """One row of the list of revisions."""

    number: int
    published_at: datetime
    is_current: bool
    is_removed: bool


@dataclass(frozen=True)
class ArticlePage:
    """Everything the page of one revision tells.

    `paragraphs` is empty where the outlet allows claims only; then `notes` stand alone. `elsewhere`: claims whose
    words are not in this text. `changed_since`: the paragraphs of an earlier text that read otherwise now.
    `acted_at`: when the report was corrected or retracted.
    """

    public_id: str
    headline: str
    language: str
    language_name: str
    byline: str
    published: str
    outlet_name: str
    outlet_slug: str
    is_sample: bool
    state: str
    acted_at: datetime | None
    original_url: str
    archived_url: str
    caption: str
    credit: str
    shows_text: bool
    paragraphs: tuple[ParagraphLine, ...]
    notes: tuple[ClaimNote, ...]
    elsewhere: tuple[ClaimNote, ...]
    provinces: tuple[Province, ...]
    topics: tuple[Topic, ...]
    origin: Relative | None
    origin_url: str
    origin_kind: str
    copies: tuple[Relative, ...]
    number: int
    is_current: bool
    newest: int
    changed_since: tuple[int, ...]
    revisions: tuple[RevisionLine, ...]
    citation: CitationBlock


def article_page(article: Article, texts: Sequence[PublicText], text: PublicText) -> ArticlePage:
    """The page of one text, which has not been removed; `texts` are all that were published."""
    versions = reading.claims_in(article) if text.is_current else reading.claims_on(article, text.number)
    notes = tuple(claim_note(version, order, article.language) for order, version in enumerate(versions, start=1))
    here = {note.public_id for note in notes if note.revision == text.number}
    body = next((each.body for each in texts if each.is_current), "")
    state = State(article.state)
    act = last_act_of(article.public_id, _ACTS[state]) if state in _ACTS else None
    provinces, topics = reading.provinces_of_article(article), reading.topics_of_article(article)
    return ArticlePage(
        public_id=article.public_id,
        headline=text.headline,
        language=article.language,
        language_name=Language(article.language).label,
        byline=article.byline,
        published=article.published.label(),
        outlet_name=article.outlet.name,
        outlet_slug=article.outlet.slug,
        is_sample=article.outlet.is_sample,
        state=state.value,
        acted_at=act.at if act else None,
        original_url=article.original_url,
        archived_url=article.archived_url,
        caption=text.caption,
        credit=text.credit,
        shows_text=bool(text.body),
        paragraphs=_paragraphs(text.body, versions, {note.public_id: note for note in notes}, here),
        notes=tuple(note for note in notes if note.public_id in here),
        elsewhere=tuple(note for note in notes if note.public_id not in here),
        provinces=tuple(provinces),
        topics=tuple(topics),
        origin=_origin(article),
        origin_url=article.origin_url,
        origin_kind=OriginKind(article.origin_kind).label if article.origin_kind else "",
        copies=tuple(_copy(copy) for copy in reading.copies_of(article)),
        number=text.number,
        is_current=text.is_current,
        newest=max(each.number for each in texts),
        changed_since=changed_paragraphs(text.body, body) if text.body and body else (),
        revisions=tuple(
            RevisionLine(each.number, each.published_at, each.is_current, each.removed_at is not None) for each in texts
        ),
        citation=citation_block(
            report_cited(article, texts, text), [each.name_en for each in provinces], [each.name for each in topics]
        ),
    )


def _paragraphs(
    body: str, versions: Sequence[ClaimVersion], notes: dict[str, ClaimNote], here: set[str]
) -> tuple[ParagraphLine, ...]:
    """The body with its claims marked; a claim's note stands at the paragraph where it begins. Empty for no body."""
    if not body:
        return ()
    spans = [
        (version.claim.public_id, version.start, version.end) for version in versions if version.claim.public_id in here
    ]
    lines = marked(body, spans)
    last_piece = {
        public_id: (line.number, index)
        for line in lines
        for index, segment in enumerate(line.segments)
        for public_id in segment.ids
    }
    result = []
    for line in lines:
        pieces = []
        for index, segment in enumerate(line.segments):
            covering = sorted((notes[public_id] for public_id in segment.ids), key=lambda note: note.order)
            ends = tuple(note for note in covering if last_piece[note.public_id] == (line.number, index))
            pieces.append(Piece(segment.text, tuple(note.order for note in covering), ends))
        begun = {public_id for segment in line.segments for public_id in segment.begins}
        own = tuple(sorted((notes[public_id] for public_id in begun), key=lambda note: note.order))
        result.append(ParagraphLine(line.number, tuple(pieces), own))
    return tuple(result)


def _origin(article: Article) -> Relative | None:
    """The origin where it is public; a hidden one is not hinted at."""
    origin = article.origin
    if origin is None or not origin.is_public:
        return None
    return Relative(
        public_id=origin.public_id,
        headline=getattr(article, "origin_headline", None) or "",
        language=origin.language,
        outlet=origin.outlet.name,
        kind=OriginKind(article.origin_kind).label,
        published=origin.published.label(),
    )


def _copy(copy: Article) -> Relative:
    return Relative(
        public_id=copy.public_id,
        headline=getattr(copy, "headline", None) or "",
        language=copy.language,
        outlet=copy.outlet.name,
        kind=OriginKind(copy.origin_kind).label,
        published=copy.published.label(),
    )
