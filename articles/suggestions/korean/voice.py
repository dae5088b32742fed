"""Who has spoken so far in a Korean report, and what is known of it as a whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from articles.suggestions.korean.bodies import KoreanBodies
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.sources.named import Sources
from articles.suggestions.values import Kind

# The verbs of telling in a sentence, in order.
Verbs: TypeAlias = Sequence[re.Match[str]]


@dataclass
class Voice:
    """Who has spoken so far, as far as later sentences lean on it.

    `chain`: of the last words in marks. `introduced`: of a sentence that says only who speaks next. `surnames`: of
    everybody named so far. `issuer`: the body whose paper was told of last. `body`: the body that spoke last. `before`:
    the chain of the statement before, if it stands in the same paragraph; `previous`: wherever it stands. `ordering`: the
    chain of the last words in marks, if a body speaks within them. `office`: the body that spoke for itself, if
    nobody has spoken since. `officer`: who spoke in the name of a body last, and of which. `order`: the body whose words or
    orders were passed on last. `at`: where the sentence, or the words in it, that are read begins. `paper`: the newspaper
    of the North that was named last.
    """

    last: FoundSpeaker | None = None
    person: FoundSpeaker | None = None
    surnames: set[str] = field(default_factory=set)
    chain: tuple[FoundSpeaker, ...] = ()
    introduced: tuple[FoundSpeaker, ...] = ()
    before: tuple[FoundSpeaker, ...] = ()
    previous: tuple[FoundSpeaker, ...] = ()
    ordering: tuple[FoundSpeaker, ...] = ()
    office: FoundSpeaker | None = None
    paper: str = ""
    issuer: str = ""
    body: str = ""
    officer: tuple[str, str] = ("", "")
    order: str = ""
    at: int = 0
    cue: str = ""
    paragraph: int = 0
    utterance: int = 0

    def heard(self, speaker: FoundSpeaker) -> None:
        self.last, self.office = speaker, None
        if speaker.kind in (Kind.UNNAMED, Kind.NAMED):
            self.person = speaker

    def carried(self) -> FoundSpeaker | None:
        return self.last and self.last.carried(self.last.speech)

    def teller(self) -> FoundSpeaker | None:
        """Who goes on telling where nobody is named: 또 …라고 밝혔다."""
        teller = self.office or self.last
        return teller and teller.carried(teller.speech)


@dataclass(frozen=True)
class Report:
    """What is known of the report as a whole while its sentences are read. `end`: of its last word."""

    body: str
    end: int
    sources: Sources
    bodies: KoreanBodies
    voice: Voice
