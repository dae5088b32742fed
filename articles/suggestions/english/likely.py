"""What stands around a body that an English sentence names, for asking whether its words are passed on there."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from articles.suggestions.english.bodies_named import Bodies
from articles.suggestions.english.chains import gathers
from articles.suggestions.english.nouns import IN_PUBLIC, NORTHERN_MEDIA, NORTHERN_TITLE, STATE
from articles.suggestions.english.speech import DOCUMENTS, OFFICERS, SPEAKS, TOLD
from articles.suggestions.likely import Answers, Asked, Candidate, Mention, Mentions, about, elsewhere, place
from provinces.patterns import lazy

_TOKEN = lazy(r"[A-Za-z0-9’'-]+|[“”,.;:]")
_SPEAKS, _DOCUMENTS, _OFFICERS, _TOLD = (
    lazy(SPEAKS),
    lazy(DOCUMENTS),
    lazy(OFFICERS),
    lazy(rf"\b(?:{TOLD})\b"),
)
_CLAUSE_ENDS = lazy(r"[,;:.”“]|\b(?:who|which|that|after|because|when|while|and|but)\b")
_TO_DO = lazy(r"\b(?:not\s)?to\s[a-z]+")
_MUST = lazy(r"\b(?:must|should|would be|will be|are to|need to|had to|have to)\b")
_OWNS = frozenset(("’s", "'s", "’", "'"))
_ARTICLES = frozenset(("the", "a", "an", "its"))
_BEFORE_NOUN = _ARTICLES | {"their", "our", "that", "this"}
_HELPING = (
    "has have had is are was were be been being will would can could may might must should did does do not also then now"
    " again already recently even still just to"
)
_AUXILIARY = frozenset(_HELPING.split())
# So many letters before and behind a name are looked at.
_BEFORE, _BEHIND = 80, 160


class Likely:
    """The bodies of one report, and what is told of each where a statement is asked about."""

    def __init__(self, body: str, bodies: Bodies) -> None:
        self._body, self._bodies = body, bodies
        self._mentions = Mentions(self._named())

    def answers(self, asked: Asked) -> Answers:
        """Every body that may be meant; none where one gathers people."""
        statement = asked.statement
        if gathers(self._body[statement.start : statement.end]):
            return Answers((), tuple(self._nobody(asked, 0)))
        here = self._mentions.within(asked)
        common = tuple(about(asked.statement))
        named = [
            Candidate(each.name, each.printed, (*common, *self._around(asked, here, number)))
            for number, each in enumerate(here)
        ]
        again = tuple(self._again(asked, len(here)))
        return Answers((*named, *elsewhere(asked, self._mentions, again)), tuple(self._nobody(asked, len(here))))

    def _named(self) -> Iterator[Mention]:
        """Every mention of a body, of a state and of a paper of the North."""
        bodies = self._bodies.spans
        for start, end in bodies:
            printed = " ".join(self._body[start:end].split())
            yield Mention(start, end, printed, self._bodies.fullest(printed, start), "body")
        for how, pattern in (("state", STATE), ("media", NORTHERN_TITLE)):
            for match in pattern.finditer(self._body):
                start, end, printed = match.start(), match.end(), match.group()
                before = bodies[max(0, bisect_right(bodies, (start, len(self._body))) - 1) :][:1]
                is_part = bool(before) and before[0][0] <= start < before[0][1]
                if not is_part and (printed[0].isupper() or printed.startswith("the ")):
                    yield Mention(start, end, printed, self._bodies.fullest(printed, start), how)

    def _around(self, asked: Asked, here: Sequence[Mention], number: int) -> Iterator[str]:
        """What is told of a mention by the words around it."""
        body, (start, end, printed, name, how) = self._body, here[number]
        first, last = max(asked.first, start - _BEFORE), min(asked.last, end + _BEHIND)
        left = [word.lower() for word in _TOKEN.findall(body, first, start)]
        right = [word.lower() for word in _TOKEN.findall(body, end, last)]
        yield from place(asked, here, number)
        low = printed.lower().split()
        yield f"how={how}"
        yield f"article={low[0] if low[0] in _BEFORE_NOUN else ''}"
        yield "named" if any(word[0].isupper() for word in printed.split()[low[0] in _BEFORE_NOUN :]) else "by its noun"
        if IN_PUBLIC.search(name):
            yield "public"
        if NORTHERN_MEDIA.search(name):
            yield "media of the North"
        yield from (f"left{nth} -{word[-3:]}" for nth, word in enumerate(reversed(left[-3:])))
        yield from (f"right{nth} -{word[-3:]}" for nth, word in enumerate(right[:3]))
        clause = _CLAUSE_ENDS.split(body[end:last], maxsplit=1)[0]
        for word in _TOKEN.findall(clause)[:12]:
            yield f"clause {word.lower()}"
            yield f"clause -{word[-3:].lower()}"
        if right[:1] and right[0] in _OWNS:
            yield "owns"
            yield from (f"owns {word}" for word in right[1:3])
            right = right[1:]
        yield from self._verb(left, right)
        yield from self._speech(here, start, end, first, last)

    def _verb(self, left: Sequence[str], right: Sequence[str]) -> Iterator[str]:
        """The verb that may be a body's, and the word that joins the body to what stands before."""
        verb = next((word for word in right[:7] if word not in _AUXILIARY and not word.endswith("ly")), "")
        yield from (
            f"verb {verb}",
            f"verb -{verb[-2:]}",
            f"verb -{verb[-3:]}",
            f"verb {verb[:4]}-",
            f"verb {verb[:5]}-",
        )
        helping = [word for word in right[:6] if word in _AUXILIARY]
        if helping:
            yield f"helped {' '.join(helping[:2])}"
        bare = left[:-1] if left and left[-1] in _ARTICLES else left
        joins, before = (bare[-1] if bare else "^"), (bare[-2] if len(bare) > 1 else "^")
        yield from (f"by {joins}", f"by {before} {joins}", f"by -{before[-3:]} {joins}", f"by {joins} -{verb[-2:]}")

    def _speech(self, here: Sequence[Mention], start: int, end: int, first: int, last: int) -> Iterator[str]:
        """Words of speech, of papers and of officers near a body."""
        body = self._body
        for said in _limited(_SPEAKS.finditer(body, end, last)):
            is_others = any(end < other.start < said.start() for other in here)
            between = body[end : said.start()]
            verb = said.group().split()[0]
            yield from (
                "says",
                f"says others'={is_others} {min(between.count(','), 2)}",
                f"says far={min(len(between.split()), 4)}",
            )
            yield f"says {verb[:5]} others'={is_others}"
        if _SPEAKS.match(body, end + 1, last):
            yield "says next"
        if _DOCUMENTS.match(body, end + 1, last):
            yield "paper next"
        if _DOCUMENTS.search(body, end, min(last, end + 40)):
            yield "paper behind"
        if _DOCUMENTS.search(body, max(first, start - 40), start):
            yield "paper before"
        if _SPEAKS.search(body, max(first, start - 60), start):
            yield "says before"
        if _TOLD.search(body, max(first, start - 30), start):
            yield "told before"
        if _OFFICERS.search(body, end, min(last, end + 25)):
            yield "officers"
        if "that " in body[end : min(last, end + 60)]:
            yield "that"
        if _TO_DO.search(body, end, min(last, end + 80)):
            yield "to do"
        if _MUST.search(body, first, last):
            yield "must"

    def _again(self, asked: Asked, named: int) -> Iterator[str]:
        """What is told of a body that the sentence does not name."""
        text = self._body[asked.statement.start : asked.statement.end]
        words = [word.lower() for word in _TOKEN.findall(text)]
        yield f"others named={min(named, 3)}"
        yield f"opens {' '.join(words[:1])}"
        yield f"opens {' '.join(words[:2])}"
        yield from (f"word {word}" for word in words[:12])
        yield from (f"has {word}" for word in ("it", "they") if word in words)

    def _nobody(self, asked: Asked, named: int) -> Iterator[str]:
        """What is told of the sentence as a whole."""
        statement, body = asked.statement, self._body
        kind = statement.speakers[0].kind if statement.speakers else ""
        yield from (f"nobody {mark}" for mark in about(statement))
        yield from ("nobody", f"nobody of={min(named, 3)}", f"nobody {kind} {statement.speech}")
        yield f"nobody says={sum(1 for _ in _limited(_SPEAKS.finditer(body, asked.first, asked.last), 3))}"
        yield f"nobody paper={_DOCUMENTS.search(body, asked.first, asked.last) is not None}"
        yield f"nobody told={_TOLD.search(body, asked.first, asked.last) is not None}"
        yield from (f"nobody {word.lower()}" for word in _TOKEN.findall(body, asked.first, asked.last))


def _limited(found: Iterator[re.Match[str]], most: int = 2) -> Iterator[re.Match[str]]:
    """The first few."""
    yield from (each for each, _ in zip(found, range(most), strict=False))
