"""Whom a report names as having carried it first, and what it says of how it was made."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Around the name of another outlet; {} is the name.
_REPUBLISHED = (
    r"(?:first|originally)\s+(?:published|appeared|reported|carried|posted)\s+(?:by|in|on|at)\s+(?:the\s+)?{}",
    r"(?:re)?(?:published|printed|posted)\s+(?:\w+\s+){{0,3}}(?:from|courtesy\s+of|with\s+(?:the\s+)?permission\s+(?:of|from))\s+(?:the\s+)?{}",
    r"{}(?:의|에|이|가|에서)?\s?(?:\S+\s){{0,3}}(?:전재|실린\s?(?:기사|글)|게재(?:된|한))",
)
_RELAYED = (
    r"(?:according\s+to|citing|quoting|cited\s+by|quoted\s+by|reported\s+by|reports?\s+(?:by|from|in)|[Vv]ia|credit:?|source:?|\btold|\bspoke\s+to|\bspeaking\s+to|interview\s+with|obtained\s+by|learned\s+by)\s+(?:the\s+)?{}",
    r"{}(?:,[^.,\n]{{0,80}},)?(?:’s|'s)?\s+(?:has\s+|had\s+|also\s+|first\s+|earlier\s+|\w+ly\s+)?(?:report(?:s|ed)?|sa(?:id|ys)|learned|carried|published|wr(?:ote|ites)|quoted|cited|broke)\b",
    r"{}(?:에|의\s?보도에|\s?보도에)\s?(?:따르면|의하면)",
    r"{}(?:은|는|이|가|의|을|를|에|와의|과의|에서)?[^.\n]{{0,60}}?(?:보도했|보도한|전했|인용|통화에서|밝혔|말했|이야기했)",
)
_MACHINE = re.compile(
    r"machine[\s-]+translat|translated\s+(?:automatically|by\s+(?:machine|AI|Google|DeepL|Papago|ChatGPT))|automatic(?:ally)?\s+translat"
    r"|기계\s?번역|자동\s?번역|파파고|구글\s?번역|AI\s?번역",
    re.IGNORECASE,
)
_TRANSLATED = re.compile(r"\btranslat(?:ed|ion)\b|번역|옮긴이", re.IGNORECASE)
# Provinces that became counties, cities or Chinese provinces on the way there and back.
_PROVINCES_EN = r"(?:Ryanggang|Yanggang|Yangkang|Chagang|Jagang|Kangwon|Hamgyong|Hamgyeong|Pyongan|Pyeongan|Hwanghae)"
_MISNAMED = re.compile(
    rf"\b{_PROVINCES_EN}(?:-do)?\s+(?:County|City|Prefecture)\b"
    r"|(?:[양량]강|자강|함경[남북]|평안[남북]|황해[남북])(?:현|군|성|시)(?![가-힣]{2})"
)


@dataclass(frozen=True)
class Credits:
    """Keys of outlets whose report this is (`republished`) or who are named as having told it (`relayed`)."""

    republished: frozenset[str]
    relayed: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Every outlet credited in one way or the other."""
        return self.republished | self.relayed


class OutletNames:
    """The names of outlets, looked for in texts."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """`names`: pairs of a name and the key of its outlet."""
        self._keys: Mapping[str, str] = {" ".join(name.casefold().split()): key for name, key in names if name.strip()}
        spelt = "|".join(
            r"\s+".join(map(re.escape, name.split())) for name in sorted(self._keys, key=len, reverse=True)
        )
        self._name = rf"(?<![\w가-힣])(?P<name>{spelt})(?![A-Za-z0-9])" if spelt else ""
        self._any = re.compile(self._name, re.IGNORECASE) if spelt else None
        self._republished, self._relayed = self._around(_REPUBLISHED), self._around(_RELAYED)

    def credited_in(self, text: str, *, own: str = "") -> Credits:
        """The outlets a text credits, without `own`, the key of the one that published it."""
        if self._any is None or not self._any.search(text):
            return Credits(frozenset(), frozenset())
        republished, relayed = self._keys_in(self._republished, text), self._keys_in(self._relayed, text)
        return Credits(republished - {own}, relayed - republished - {own})

    def _around(self, forms: Iterable[str]) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(form.format(self._name), re.IGNORECASE) for form in forms) if self._name else ()

    def _keys_in(self, patterns: Iterable[re.Pattern[str]], text: str) -> frozenset[str]:
        return frozenset(
            self._keys[" ".join(match["name"].casefold().split())]
            for pattern in patterns
            for match in pattern.finditer(text)
        )


@dataclass(frozen=True)
class Making:
    """What a text shows of how it was made: it says that it is (machine) translated; its marks or names are broken."""

    says_machine: bool
    says_translated: bool
    is_broken: bool


def making_of(text: str) -> Making:
    """How a text seems to have been made."""
    is_unbalanced = text.count("“") != text.count("”") or text.count('"') % 2 == 1
    return Making(
        says_machine=bool(_MACHINE.search(text)),
        says_translated=bool(_TRANSLATED.search(text)),
        is_broken=is_unbalanced or bool(_MISNAMED.search(text)),
    )
