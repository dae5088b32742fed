"""Which names of an English report hide somebody, and whom it names in full. Linear in the length of the report."""

from collections.abc import Iterator

from articles.suggestions.english.nouns import PSEUDONYM
from articles.suggestions.signs import around, word_of
from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

_FULL_NAME = lazy(r"[A-Z](?<!\w.)[\w’'-]+(?:\s[A-Z][\w’'-]+)+")
_HIDDEN = lazy(rf"(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,3}}),?\s(?:{PSEUDONYM.pattern})")
# What stands within so many characters of it, and how that begins.
_HIDES = lazy(
    r"(?i:pseudonym|surnamed|not (?:his|her|their|a) real|names? (?:\w+ ){0,2}(?:changed|withheld)|alias"
    r"|(?:assumed|false|fictitious|made-up) name)"
)
_HIDES_SIGN = word_of(r"(?i:pseudonym\w*|surnamed|not|names?|alias\w*|assumed|false|fictitious|made)")
_HIDDEN_WIDTH = 300
# "Mr Hao" hides nobody where the report names Hao Guoliang, or Ines Marrow "Dr Marrow".
_TITLED = lazy(r"(?:Mr|Mrs|Ms|Miss)\.?\s(?P<surname>[A-Z][\w’'-]+)")
# A name, and none behind "Mr."; behind "Mr" only where that stands behind a word itself.
_TITLES = ("Mr", "Mrs", "Ms", "Miss")
_UNTITLED = "".join(rf"(?<!\b{title}\.\s)(?<!(?<![a-z,]\s)\b{title}\s)" for title in _TITLES)
_NO_GIVEN_NAME = (
    r"(?:Jong|Il|Tok|Yo|County|City|Province|Market|District|River|Street|Station|Port|Island|\w+day|January|February|March|April"
    r"|May|June|July|August|September|October|November|December)\b"
)
_NO_FIRST_NAME = r"(?:Mr|Mrs|Ms|Miss|Partner|Uncle|Aunt|Auntie|Madam|Comrade|Old|Grandma|Grandmother)\b"
_BEFORE_GIVEN_NAME = lazy(rf"{_UNTITLED}[A-Z][\w’'-]+(?=\s(?!{_NO_GIVEN_NAME})[A-Z][a-z])")
_BEHIND_FIRST_NAME = lazy(r"[A-Z](?<=[a-z,]\s.)[\w’'-]+\s\Z")
_FIRST_NAME = lazy(rf"{_UNTITLED}(?!{_NO_FIRST_NAME})")
_SURNAME = lazy(r"[A-Z][a-z][\w’'-]*")
_BROUGHT_IN = lazy(
    r",\s(?:who\s(?:\w+\s)?(?:defected|fled|escaped|left|lives|works|runs|trades|came)"
    r"|an?\s(?:\w+\s){0,3}(?:defector|refugee|trader|resident|smuggler|broker|merchant))\b"
)
_LONGEST_FIRST_NAME = 40


class Names:
    """The names of one report. `words`: those of its body."""

    def __init__(self, body: str, words: Vocabulary) -> None:
        self._body, self._words = body, words
        self._hidden = frozenset(word for name in _hidden(body, words) for word in name.split())
        self._in_full = frozenset(word for name in _FULL_NAME.findall(body) for word in name.split())
        self._surnamed: set[str] = set()
        self._surnames: dict[str, bool] = {}  # what was asked before

    def is_introduced(self, phrase: str) -> bool:
        """Whether a surname with a title is that of somebody whom the report names in full."""
        titled = _TITLED.fullmatch(phrase.partition(",")[0])
        if titled is None:
            return False
        return self._is_in_full(titled["surname"]) and titled["surname"] not in self._hidden

    def _is_in_full(self, surname: str) -> bool:
        """Whether it may be the surname in a name printed in full: "Hao Guoliang", and "said Ines Marrow"."""
        known = self._surnames.get(surname)
        if known is None:
            places = self._words.places_of(surname)
            known = self._surnames[surname] = any(self._is_of_full_name(surname, place) for place in places)
        return known

    def _is_of_full_name(self, surname: str, at: int) -> bool:
        before = _BEFORE_GIVEN_NAME.match(self._body, at)
        if before and before.group() == surname:
            return True
        first = _BEHIND_FIRST_NAME.search(self._body, max(0, at - _LONGEST_FIRST_NAME), at)
        printed = _SURNAME.match(self._body, at) if first and _FIRST_NAME.match(self._body, first.start()) else None
        return printed is not None and printed.group() == surname

    def is_pseudonym(self, phrase: str, at: int) -> bool:
        """Whether a name hides somebody: it says so, or is a surname that no full name in the report explains."""
        if PSEUDONYM.search(self._body, at, at + len(phrase) + 40):
            return True
        name = phrase.partition(",")[0].partition(" (")[0]
        if " " not in name and _BROUGHT_IN.match(self._body, at + len(name)):
            self._surnamed.add(name)  # "Kim, who fled the North, said", whatever the leader is called
        if name in self._surnamed:
            return True
        if set(name.split()) <= self._hidden:
            return True
        is_short = len(name) > 1 and name.isupper()  # "VOH": a house or a body
        return " " not in name and not is_short and name not in self._in_full


def _hidden(body: str, words: Vocabulary) -> Iterator[str]:
    """The names of which a report says that they are none: "Kim Yong (a pseudonym)"."""
    signs = (match.span() for place in words.places(_HIDES_SIGN) if (match := _HIDES.match(body, place)))
    for start, end in around(signs, _HIDDEN_WIDTH):
        yield from (match["name"] for match in _HIDDEN.finditer(body, start, end))
