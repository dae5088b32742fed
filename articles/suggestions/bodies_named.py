"""Bodies a report names: party committees, ministries, bureaus, companies; and the fullest name of each."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from articles.suggestions import korean_words
from sources.phrases import Phrase

_PLACE = (
    r"(?:[A-Z][\w’'-]+(?:\s(?:Province|City|County)(?:[’']s)?|[’']s)?\s|(?:city|county|province|district|town)[’']s\s)?"
)
_NOUN = (
    r"(?:[Pp]eople[’']s [Cc]ommittee|(?:[Ww]orkers[’'] )?[Pp]arty [Cc]ommittee|[Cc]ommittee|[Mm]inistry(?: of(?: [A-Z]\w+)+)?|[Cc]abinet"
    r"|[Bb]ureau|[Cc]ustoms(?: (?:office|house|authorities))?|[Dd]epartment|[Ss]ection|[Tt]rading compan(?:y|ies)|authorities"
    r"|[Cc]ommand(?! of)|[Gg]overnment|[Pp]arty|[Aa]gency|[Ff]actory|[Ss]ecurity office)"
)
_KIND = (
    r"(?:(?:provincial|city|county|central|local|national|state|foreign|external|economic|trade|general|border|security"
    r"|party|safety|commerce|transport|capital|management|customs|planning|North Korean)\s){0,5}"
)
_OF = r"(?: of (?!the\b)[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2})?"
_BODY = rf"(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s|[Tt]hat\s)?{_PLACE}{_KIND}{_NOUN}\b(?![’']s){_OF}"
BODY = re.compile(_BODY)
# The last words of the nouns, the first letter as a set.
_NOUNS = (
    r"[CcMmBbDdSsTtaGgPpAF](?:ommittee|inistry|abinet|ureau|ustoms|epartment|ection|rading\s|uthorities|ommand|overnment|arty"
    r"|gency|actory|ecurity\s)"
)
_PHRASE = Phrase.of(_NOUNS, rf"{_NOUN}\b(?![’']s)", _BODY, begin=r"\b(?=\w)", words=18)

_ARTICLE = re.compile(r"^(?:the|an?|its|that)\s", re.IGNORECASE)
_OWNER = re.compile(r"[’']s\b")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Bodies:
    """The bodies of one report, as printed, in order."""

    names: tuple[str, ...]

    @classmethod
    def in_english(cls, body: str) -> "Bodies":
        return cls(tuple(dict.fromkeys(" ".join(body[start:end].split()) for start, end in _PHRASE.spans(body))))

    @classmethod
    def in_korean(cls, body: str) -> "Bodies":
        return cls(tuple(dict.fromkeys(" ".join(match[0].split()) for match in _KOREAN.finditer(body))))

    def fullest_korean(self, printed: str) -> str:
        """The longest Korean name in the report that the words end, or are short for: 도당 is 함경남도 당위원회.

        A notice speaks for the body that issued it.
        """
        short = re.sub(r"\s", "", printed)
        if issued := next((name for name in self.names if name.endswith(f"의 {printed}")), ""):
            return issued.removesuffix(f"의 {printed}")
        stem = re.sub(r"비서$", "", short)
        ends = (short, f"{stem[:-1]}당위원회" if stem.endswith("당") else short)
        longer = [name for name in self.names if re.sub(r"\s", "", name).endswith(ends)]
        return max(longer, key=len, default=printed)

    def fullest(self, printed: str) -> str:
        """The longest name in the report that these words can be short for; the words themselves if there is none.

        Without its article.
        """
        if printed not in self._fullest:
            words = _words(printed)
            # A name that holds all of the words holds the one that the fewest names have.
            with_rarest = min((self._by_word.get(word, []) for word in words), key=len, default=[])
            longer = [(len(full), name) for name, full in with_rarest if words <= full]
            longest = max(longer, key=lambda pair: pair[0], default=(0, printed))[1]  # of several the first
            self._fullest[printed] = _ARTICLE.sub("", longest)
        return self._fullest[printed]

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """The names that hold a word, each with all of its words."""
        index: defaultdict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for name in self.names:
            words = _words(name)
            for word in words:
                index[word].append((name, words))
        return index

    @cached_property
    def _fullest(self) -> dict[str, str]:
        """What was asked before."""
        return {}


_KOREAN = re.compile(rf"(?<![가-힣]){korean_words.BODY}(?:의\s(?:포고|통지|공고)문)?")


def _words(name: str) -> frozenset[str]:
    bare = _OWNER.sub("", name.casefold()).replace("provincial", "province")
    return frozenset(_WORD.findall(bare)) - {"the", "a", "an", "of", "its", "that", "north", "korean"}
