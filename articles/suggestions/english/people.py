"""The people heard in an English report, and which of them "he" or "she" may mean."""

from collections.abc import Iterator

from articles.remembered import within_a_reading
from articles.suggestions.english.kinds import Who
from articles.suggestions.english.subjects import Cue, leading
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.values import Kind
from articles.suggestions.worded import Worded
from provinces.patterns import lazy

_WOMEN = "wom[ae]n|mother|wife|wives|widow|girl|daughter|sister|aunt|housewife|waitress|seamstress|grandmother|lady|Mrs|Ms|Miss|Madam"
_SHE = Worded(rf"\b(?:{_WOMEN})\b|\w+woman\b", f"{_WOMEN}|[A-Za-z]*woman")
_MEN = "m[ae]n|father|husband|widower|boy|son|brother|uncle|grandfather|gentleman|Mr"
_HE = Worded(rf"\b(?:{_MEN})\b|\w+(?<!wo)man\b", f"{_MEN}|[A-Za-z]*man")
_PRONOUNS = ("he", "she")
_MOST = 24
# What a paragraph tells besides words in marks, and of one person.
_MARKED, _SENTENCE = lazy(r"“[^”]*”?"), lazy(r"(?:^|(?<=[.!?▪])\s+)(?=[A-Z])")
_EXPLAINED = lazy(
    r"(?:\s\([^()\n]{2,40}\))?,\s(?:\d\d\b|(?:an?|the|who)\s|(?:[\w-]+\s){0,3}?(?:head|director|lecturer|professor|fellow|researcher|chief|manager"
    r"|owner|founder|author|resident|editor)\b)|\s\([^()\n]{2,40}\)[,\s]"
)
_ONE = lazy(
    r"(?i:an?|one|another|the|his|her)\s(?:[\w’'-]+\s){0,9}?[\w’'-]+(?<!s)(?=$|,|\s(?:in|of|from|at|who|with|near)\b)"
)
_LONGEST_SENTENCE = 300


class People:
    """Who was heard, in order, each with the pronoun that took them up, as far as one did."""

    def __init__(self) -> None:
        self._heard: list[FoundSpeaker] = []
        self._pronouns: dict[object, str] = {}

    def heard(self, speaker: FoundSpeaker, printed: str) -> None:
        """Somebody spoke, `printed` so."""
        self._heard = [*self._heard[-_MOST:], speaker]
        pronoun = printed.lower() if printed.lower() in _PRONOUNS else _told_by(printed)
        if pronoun:
            self._pronouns.setdefault(_key(speaker), pronoun)

    def meant(self, pronoun: str, last: FoundSpeaker | None, text: str) -> FoundSpeaker | None:
        """Whom "he" or "she" means behind `text`: `last`, or whoever it told of after that, if another pronoun takes up the last."""
        other = {"he": "she", "she": "he"}.get(pronoun.lower())
        if last is None or other is None or self._pronouns.get(_key(last)) != other:
            return last
        fitting = [
            each
            for each in self._heard
            if self._pronouns.get(_key(each)) != other and each.printed.lower() not in _PRONOUNS
        ]
        return max(reversed(fitting), key=lambda each: _told_at(each, text), default=last)


def _told_at(speaker: FoundSpeaker, text: str) -> int:
    """Where a text tells of somebody last, by what was printed or by one word of a name; -1 if it does not."""
    printed = speaker.printed.partition(",")[0]
    names = [word for word in printed.split() if word[:1].isupper()] if speaker.kind is Kind.NAMED else [printed]
    return max(map(text.rfind, names), default=-1)


def _key(speaker: FoundSpeaker) -> object:
    return speaker.source if speaker.kind is Kind.UNNAMED else speaker.printed.partition(",")[0]


@within_a_reading
def _told_by(printed: str) -> str:
    """The pronoun of which the words for somebody tell, or ""."""
    if _SHE.search(printed):
        return "she"
    return "he" if _HE.search(printed) else ""


def subjects(opening: str) -> Iterator[Cue]:
    """The one person with whom each sentence of these words begins, the last sentence first: a noun, or a name that is explained."""
    told = _MARKED.sub(lambda marked: "▪" * len(marked.group()), opening)
    for sentence in reversed(list(_SENTENCE.finditer(told))):
        begin = sentence.end()
        first = leading(told[begin : begin + _LONGEST_SENTENCE])
        if first is None:
            continue
        at, phrase = begin + first.at, first.phrase
        is_explained = " " in phrase and _EXPLAINED.match(opening, at + len(phrase)) is not None
        if (first.who is Who.PERSON and _ONE.match(phrase)) or (first.who is Who.NAME and is_explained):
            yield Cue(at, at + len(phrase), "", phrase, at, first.who)
