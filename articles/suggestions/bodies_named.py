"""Bodies a report names: party committees, ministries, bureaus, companies; and the fullest name of each."""

import re
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Bodies:
    """The bodies of one report, as printed, in order."""

    names: tuple[str, ...]

    @classmethod
    def in_english(cls, body: str) -> "Bodies":
        return cls(tuple(dict.fromkeys(" ".join(body[start:end].split()) for start, end in _PHRASE.spans(body))))

    def fullest(self, printed: str) -> str:
        """The longest name in the report that these words can be short for; the words themselves if there is none.

        Without its article.
        """
        words = _words(printed)
        longer = [name for name in self.names if words and words <= _words(name)]
        fullest = max(longer, key=lambda name: (len(_words(name)), -self.names.index(name)), default=printed)
        return re.sub(r"^(?:the|an?|its|that)\s", "", fullest, flags=re.IGNORECASE)


def _words(name: str) -> frozenset[str]:
    bare = re.sub(r"[’']s\b", "", name.casefold()).replace("provincial", "province")
    return frozenset(re.findall(r"\w+", bare)) - {"the", "a", "an", "of", "its", "that", "north", "korean"}
