"""What the reader of one language makes of a text, before chains, places, dates and topics are added to it.

Positions are code points of the whole body, end exclusive.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from articles.spans import Paragraph
from articles.suggestions.values import Basis, Kind, Speech
from sources.vocabulary import Vocabulary


class Quotation(NamedTuple):
    """Words inside marks, in one paragraph. `outer_start`, `outer_end` take in the marks that are there.

    `continues`: it goes on from the paragraph before, whose marks were left open. `is_closed`: its own are closed.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    continues: bool
    is_closed: bool


class FoundSpeaker(NamedTuple):
    """One speaker of a statement, from the one who told the outlet down to the one whose words these are.

    `source`: index in `Reading.sources` for an unnamed speaker. `body`: an institution's fullest name in the report.
    """

    kind: Kind
    printed: str
    verb: str
    speech: Speech
    basis: Basis
    source: int | None = None
    body: str = ""

    def in_speech(self, speech: Speech) -> "FoundSpeaker":
        """The same, speaking otherwise."""
        if speech is self.speech:
            return self
        return FoundSpeaker(self.kind, self.printed, self.verb, speech, self.basis, self.source, self.body)

    def carried(self, speech: Speech) -> "FoundSpeaker":
        """The same, behind words for which nobody is named."""
        return FoundSpeaker(self.kind, self.printed, "", speech, Basis.CARRIED, self.source, self.body)


class FoundStatement(NamedTuple):
    """One statement with its speakers below the outlet; no speakers for the outlet's own words.

    Direct: the words inside the marks. Indirect or own: the whole sentence. `cue`: the verb as printed, or "".
    """

    start: int
    end: int
    speech: Speech
    cue: str
    speakers: tuple[FoundSpeaker, ...]
    utterance: int | None
    certainty: float
    actor: str = ""
    addressee: str = ""

    def alone(self) -> "FoundStatement":
        """The same, as an utterance that the report does not split."""
        return self._replace(utterance=None)


def around(body: str, statement: FoundStatement, reach: int, ends: Iterable[str]) -> str:
    """The sentence around words in marks, for which "▪" stands. `reach`: letters on each side; `ends`: how the one before it may end."""
    line = body.rfind("\n", 0, statement.start) + 1
    before = body[max(line, statement.start - reach) : statement.start]
    cut = max(before.rfind(end, 0, -2) for end in ends) if len(before) > 2 else -1
    behind = body[statement.end : statement.end + reach].partition("\n")[0]
    return f"{before[cut + 1 :]}▪{behind.partition('. ')[0]}"


class FoundSource(NamedTuple):
    """An unnamed source as first printed; `start` to `end` are the descriptor's place in the body."""

    start: int
    end: int
    descriptor: str
    role: str
    province: str


class Reading(NamedTuple):
    """Statements in the order of the text, sources in the order they appear."""

    statements: tuple[FoundStatement, ...]
    sources: tuple[FoundSource, ...]


class Reads(Protocol):
    """The one function a module for a language gives: `english.report.read`, `korean.report.read`. Linear in the length of `body`.

    `mentions`: where `source_mentions` finds that a source is described. `parts`: the `pieces` of the body,
    `words`: its words in Latin letters, if known.
    """

    def __call__(
        self,
        body: str,
        quotations: tuple[Quotation, ...],
        mentions: Sequence[tuple[int, int]],
        parts: Sequence[Paragraph] | None = None,
        words: Vocabulary | None = None,
    ) -> Reading: ...
