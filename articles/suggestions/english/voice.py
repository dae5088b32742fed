"""Who has spoken so far in an English report, and what is known of it as a whole."""

import re
from dataclasses import dataclass, field

from articles.suggestions.english.bodies import BODY
from articles.suggestions.english.cues import cues_in
from articles.suggestions.english.hosts import speaks_for_host
from articles.suggestions.english.kinds import Who
from articles.suggestions.english.speakers import Speakers
from articles.suggestions.english.subjects import Cue
from articles.suggestions.english.within import is_foreign_media
from articles.suggestions.english.words import CUE_BEGINS
from articles.suggestions.reading import FoundSpeaker, FoundStatement
from sources.vocabulary import Vocabulary


@dataclass
class Utterance:
    """The last words in marks, which the next ones may go on with."""

    number: int = 0
    paragraph: int = 0
    speaker: FoundSpeaker | None = None
    quoted: FoundSpeaker | None = None
    cue: str = ""


@dataclass
class Voice:
    """Who has spoken so far, as far as later sentences lean on it.

    `announced`: whose words follow, and by what verb. `host`: whoever held the meeting that the sentence tells of.
    `answering`: whom an interview without marks lets answer.
    """

    utterance: Utterance = field(default_factory=Utterance)
    announced: tuple[FoundSpeaker, str] | None = None
    is_interview: bool = False
    host: str = ""
    answering: FoundSpeaker | None = None


@dataclass(frozen=True)
class Report:
    """What is known of the report as a whole while its sentences are read. `found`: the statements so far."""

    body: str
    words: Vocabulary
    speakers: Speakers
    voice: Voice = field(default_factory=Voice)
    found: list[FoundStatement] = field(default_factory=list)

    def has(self, sign: re.Pattern[str], start: int, words: str) -> bool:
        """Whether a sign begins in words that stand at `start` of the body."""
        return self.words.has(sign, start, start + len(words))

    def cues(self, text: str, at: int) -> list[Cue]:
        """The cues of words that begin at `at` of the body."""
        found = cues_in(text, [begin - at for begin in self.words.within(CUE_BEGINS, at, at + len(text))])
        last = self.found[-1] if self.found else None
        before = last.speakers if last else ()
        found = [_with_first(text, cue) if cue.who is Who.BODY else cue for cue in found]
        found = [cue._replace(who=Who.OUTLET) if is_foreign_media(text, cue) else cue for cue in found]
        if self.speakers.body:
            found = [
                cue._replace(who=Who.MOUTH) if self._speaks_for_host(text, at, cue, before) else cue for cue in found
            ]
        return [cue for cue in found if cue.who is not Who.EVENT]

    def _speaks_for_host(self, text: str, at: int, cue: Cue, before: tuple[FoundSpeaker, ...]) -> bool:
        """Whether a cue of words at `at` of the body speaks for the body that was told of last."""
        told = self.body[self.found[-1].start : self.found[-1].end] if self.found else ""
        return speaks_for_host(
            text, cue, before, told, is_source=lambda: self.speakers.sources.knows(cue.phrase, at + cue.at)
        )


def _with_first(text: str, cue: Cue) -> Cue:
    """The cue of "The ministry and the customs office announced …", with the first of the two bodies."""
    if not text.endswith(" and ", 0, cue.at):
        return cue
    first = next((body for body in BODY.finditer(text, 0, cue.at) if body.end() == cue.at - len(" and ")), None)
    if first is None:
        return cue
    end = text.find(cue.phrase, cue.at) + len(cue.phrase)
    return cue._replace(start=first.start(), at=first.start(), phrase=text[first.start() : end])
