"""What may be told of a report: one text of it, with the claims pinned to its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from articles.differences import Change, changed_paragraphs, differences
from articles.models import ActKind, Article, ClaimVersion, Language, OriginKind, PublicText, State, Topic
from articles.pages.citation import CitationBlock, citation_block, report_cited
from articles.pages.claim import ClaimNote, claim_note
from articles.pages.related import Related, like_this
from articles.pages.who_else import WhoElse, of_report
from articles.queries import reading
from articles.queries.registry import last_act_of
from articles.spans import marked
from provinces.models import Province
from provinces.tongue import name_of, say, several

_ACTS = {
    State.CORRECTED_BY_OUTLET: ActKind.CORRECTED_BY_OUTLET,
    State.CORRECTED_HERE: ActKind.CORRECTED_HERE,
    State.RETRACTED: ActKind.RETRACTED,
}


@dataclass(frozen=True)
class Piece:
    """A stretch of text covered by the same claims.

    `begins`: ids of the claims whose first words these are; `ends`: the claims whose last words these are.
    """

    text: str
    begins: tuple[str, ...]
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
    """The report this one derives from."""

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
class Since:
    """What of an earlier text reads otherwise now: its paragraphs, how many were added, headline and caption.

    `can_compare`: both texts may be shown, so that they can be laid side by side.
    """

    paragraphs: tuple[int, ...] = ()
    added: int = 0
    headline: bool = False
    caption: bool = False
    can_compare: bool = False

    @classmethod
    def between(cls, old: PublicText, new: PublicText) -> "Since":
        """The difference between two texts that were not removed; empty for one and the same."""
        if old.number == new.number:
            return cls()
        can_compare = bool(old.body and new.body)
        pairs = differences(old.body, new.body) if can_compare else ()
        return cls(
            paragraphs=changed_paragraphs(pairs),
            added=sum(pair.change == Change.ADDED for pair in pairs),
            headline=old.headline != new.headline,
            caption=can_compare and old.caption != new.caption,
            can_compare=can_compare,
        )

    @property
    def words(self) -> tuple[str, ...]:
        """What is otherwise beside the paragraphs that are named one by one."""
        added = (
            several("{number} paragraph was added since", "{number} paragraphs were added since", self.added)
            if self.added
            else ""
        )
        changed = {
            (True, True): say("the headline and the caption changed since"),
            (True, False): say("the headline changed since"),
            (False, True): say("the caption changed since"),
        }.get((self.headline, self.caption), "")
        return tuple(text for text in (added, changed) if text)


@dataclass(frozen=True)
class ArticlePage:
    """Everything the page of one revision tells.

    `paragraphs` is empty where the outlet allows claims only; then `notes` stand alone. `elsewhere`: claims whose
    words are not in this text. `since`: what reads otherwise in the text of today. `acted_at`: when the report was
    corrected or retracted. `related`: other reports, beside the current text alone.
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
    origin_outlet: str
    origin_published: str
    who_else: WhoElse
    number: int
    is_current: bool
    newest: int
    since: "Since"
    revisions: tuple[RevisionLine, ...]
    citation: CitationBlock
    related: tuple[Related, ...]


def article_page(article: Article, texts: Sequence[PublicText], text: PublicText) -> ArticlePage:
    """The page of one text, which has not been removed; `texts` are all that were published."""
    versions = reading.claims_in(article) if text.is_current else reading.claims_on(article, text.number)
    notes = tuple(claim_note(version, order, article.language) for order, version in enumerate(versions, start=1))
    here = {note.public_id for note in notes if note.revision == text.number}
    current = next(each for each in texts if each.is_current)
    state = State(article.state)
    act = last_act_of(article.public_id, _ACTS[state]) if state in _ACTS else None
    provinces, topics = reading.provinces_of_article(article), reading.topics_of_article(article)
    return ArticlePage(
        public_id=article.public_id,
        headline=text.headline,
        language=article.language,
        language_name=say(Language(article.language).label),
        byline=article.byline,
        published=article.published.label(),
        outlet_name=name_of(article.outlet),
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
        origin_kind=say(OriginKind(article.origin_kind).label) if article.origin_kind else "",
        origin_outlet=article.origin_outlet,
        origin_published=article.origin_published.label() if article.origin_edtf else "",
        who_else=of_report(article, versions),
        number=text.number,
        is_current=text.is_current,
        newest=current.number,
        since=Since.between(text, current) if current.removed_at is None else Since(),
        revisions=tuple(
            RevisionLine(each.number, each.published_at, each.is_current, each.removed_at is not None) for each in texts
        ),
        citation=citation_block(
            report_cited(article, texts, text), [each.name_en for each in provinces], [each.name for each in topics]
        ),
        related=like_this(article, provinces, topics) if text.is_current else (),
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
            begins = tuple(note.public_id for note in covering if note.public_id in segment.begins)
            pieces.append(Piece(segment.text, begins, tuple(note.order for note in covering), ends))
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
        outlet=name_of(origin.outlet),
        kind=say(OriginKind(article.origin_kind).label),
        published=origin.published.label(),
    )
