"""What stands around a body that a Korean sentence names, for asking whether its words are passed on there."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from articles.suggestions.korean.acts import ACTS
from articles.suggestions.korean.bodies import KoreanBodies
from articles.suggestions.korean.clauses import ENDS
from articles.suggestions.korean.names import PUBLIC
from articles.suggestions.korean.officers import TELLER
from articles.suggestions.korean.predicates import PAPER_NOUN
from articles.suggestions.likely import Answers, Asked, Candidate, Mention, Mentions, about, elsewhere, place, where_in
from provinces.patterns import lazy

_PARTICLES = {
    "topic": "은|는|도",
    "subject": "이|가|께서|에서|에서는|에서도|에선|측에서|측은|측이",
    "from": "으로부터|로부터|에게서|한테서",
    "to": "에|에게|한테|에는|에도|에게는",
    "of": "의",
    "object": "을|를",
    "with": "와|과",
    "people": "장|장이|장은|간부|측",
}
_AS = {particle: name for name, particles in _PARTICLES.items() for particle in particles.split("|")}
_SYLLABLES, _NO_SYLLABLE = lazy("[가-힣]*"), lazy("[^가-힣]")
_QUOTED = lazy(r"(?P<end>[라다자냐]고|라는|다는|자는|도록|라며|다며|면서)\s(?P<then>\S+)")
_PAPER = lazy(PAPER_NOUN)
_PAPER_NEAR = 12


class Likely:
    """The bodies of one report, and what is told of each where a statement is asked about."""

    def __init__(self, bodies: KoreanBodies) -> None:
        self._body, self._bodies = bodies.body, bodies
        self._mentions = Mentions(self._named())

    def answers(self, asked: Asked) -> Answers:
        """Every body that may be meant."""
        here = self._mentions.within(asked)
        common = tuple(about(asked.statement))
        acts = [(act, _way(act)) for act in ACTS.finditer(self._body, asked.first, asked.last)]
        named = [
            Candidate(each.name, each.printed, (*common, *self._around(asked, here, number, acts)))
            for number, each in enumerate(here)
        ]
        again = tuple(self._again(asked, len(here)))
        nobody = tuple(self._nobody(asked, len(here), acts))
        return Answers((*named, *elsewhere(asked, self._mentions, again)), nobody)

    def _named(self) -> Iterator[Mention]:
        """Every mention of a body, by its name or by what tells something."""
        taken = self._bodies.spans
        for start, end in taken:
            printed = " ".join(self._body[start:end].split())
            yield Mention(start, end, printed, self._bodies.fullest(printed), "name")
        for teller in TELLER.finditer(self._body):
            start, end = teller.span("who") if teller["who"] else teller.span()
            near = bisect_left(taken, (start,))
            if not any(first < end and start < last for first, last in taken[max(0, near - 1) : near + 1]):
                printed = " ".join(self._body[start:end].split())
                yield Mention(start, end, printed, self._bodies.fullest(printed), "teller")

    def _around(
        self, asked: Asked, here: Sequence[Mention], number: int, acts: Sequence[tuple[re.Match[str], str]]
    ) -> Iterator[str]:
        """What is told of a mention by the words around it."""
        body, (start, end, printed, name, how) = self._body, here[number]
        particle = body[end : min(asked.last, _end_of_word(body, end))]
        case, behind = _AS.get(particle, "none" if not particle else "other"), end + len(particle)
        right, left = _words(body[behind : asked.last]), _words(body[asked.first : start])
        yield from place(asked, here, number)
        yield f"{where_in(asked, here[number])} {case}"
        yield from (f"particle {particle[:3]}", f"case {case}", f"how={how}", f"words={min(len(printed.split()), 2)}")
        yield from (f"name -{printed[-length:]}" for length in (1, 2, 3))
        if PUBLIC.search(name):
            yield from ("public", f"public {case}")
        for nth, word in enumerate(right[:3]):
            yield from (f"right{nth} {word[:2]}-", f"right{nth} -{word[-2:]}", f"{case} right{nth} {word[:2]}-")
        for word in right[:12]:
            yield from (f"behind {word[:2]}-", f"behind -{word[-2:]}")
            yield from (f"{case} behind {word[:2]}-", f"{case} behind -{word[-2:]}")
        for nth, word in enumerate(reversed(left[-2:])):
            yield from (f"left{nth} {word[:2]}-", f"left{nth} -{word[-1:]}", f"left{nth} -{word[-2:]}")
        for nth, word in enumerate(reversed(right[-2:])):
            yield from (f"last{nth} {word[:2]}-", f"last{nth} -{word[-2:]}")
        if _PAPER.search(body, behind, min(asked.last, behind + _PAPER_NEAR)):
            yield from ("paper", f"paper {case}")
        for quoted in _QUOTED.finditer(body, behind, asked.last):
            then = _NO_SYLLABLE.sub("", quoted["then"])[:2]
            yield from (f"quoted {quoted['end']}", f"{case} quoted {quoted['end']}", f"quoted {quoted['end']} {then}")
            yield f"{case} quoted so {then}"
        yield from self._clause(asked, behind, case)
        yield from self._acts(asked, here, behind, case, acts)

    def _clause(self, asked: Asked, behind: int, case: str) -> Iterator[str]:
        """How the clause ends in which a mention stands."""
        ends = ENDS.search(self._body, behind, asked.last)
        words = _words(self._body[behind : ends.end() if ends else asked.last])
        if words:
            last = words[-1]
            yield from (f"clause {last[:2]}-", f"clause {last[:3]}-", f"clause -{last[-2:]}", f"clause -{last[-3:]}")
            yield from (f"{case} clause {last[:2]}-", f"{case} clause -{last[-2:]}", f"clause of={min(len(words), 4)}")

    def _acts(
        self,
        asked: Asked,
        here: Sequence[Mention],
        behind: int,
        case: str,
        acts: Sequence[tuple[re.Match[str], str]],
    ) -> Iterator[str]:
        """By which ways something is told behind a mention, and whether another body stands between."""
        told = [(act, way) for act, way in acts if act.start() >= behind]
        if not told:
            yield from ("no act", f"{case} no act")
        for act, way in told[:2]:
            far = sum(1 for _ in ENDS.finditer(self._body, behind, act.start()))
            is_others = any(behind < other.start < act.start() for other in here)
            verb = (act[way] or "")[:2]
            yield from (f"act {way}", f"{case} act {way}", f"act far={min(far, 3)}", f"{case} act others'={is_others}")
            yield from (f"act {verb}-", f"{case} act {verb}-")
            if act["order"]:
                yield f"{case} act orders"
            if not is_others:
                yield from (f"{case} own act", f"{case} own act {way}")

    def _again(self, asked: Asked, named: int) -> Iterator[str]:
        """What is told of a body that the sentence does not name."""
        words = _words(self._body[asked.statement.start : asked.statement.end])
        yield f"others named={min(named, 3)}"
        yield from (f"word {word[:3]}-" for word in words[:8])
        yield from (f"word -{word[-3:]}" for word in words[-4:])
        if words:
            yield from (f"opens {words[0]}", f"ends -{words[-1][-3:]}")

    def _nobody(self, asked: Asked, named: int, acts: Sequence[tuple[re.Match[str], str]]) -> Iterator[str]:
        """What is told of the sentence as a whole."""
        statement, body = asked.statement, self._body
        kind = statement.speakers[0].kind if statement.speakers else ""
        yield from (f"nobody {mark}" for mark in about(statement))
        yield from ("nobody", f"nobody of={min(named, 3)}", f"nobody {kind} {statement.speech}")
        yield from (
            f"nobody acts={min(len(acts), 3)}",
            f"nobody paper={_PAPER.search(body, asked.first, asked.last) is not None}",
        )
        yield from (f"nobody act {way}" for _, way in acts)
        for word in _words(body[asked.first : asked.last]):
            yield from (f"nobody {word[:2]}-", f"nobody -{word[-2:]}")
        for quoted in _QUOTED.finditer(body, asked.first, asked.last):
            then = _NO_SYLLABLE.sub("", quoted["then"])[:2]
            yield from (f"nobody quoted {quoted['end']}", f"nobody quoted {quoted['end']} {then}")


def _words(text: str) -> list[str]:
    return [_NO_SYLLABLE.sub("", word) for word in text.split()]


def _end_of_word(body: str, at: int) -> int:
    syllables = _SYLLABLES.match(body, at)
    return syllables.end() if syllables else at


def _way(act: re.Match[str]) -> str:
    """By which way something is told: the name of the group that its verb is in."""
    return next(
        (name for name, told in act.groupdict().items() if name.startswith("verb") and told is not None), "word"
    )
