"""The unnamed sources of a report: each as first printed, and which of them later words mean."""

import re
from dataclasses import dataclass, replace

from articles.suggestions.reading import FoundSource
from provinces.gazetteer import Gazetteer
from sources.descriptors import source_mentions

_NEW = re.compile(
    r"\b(?:another|a second|a third|a separate|a different|other|one more)\b|또\s?다른|다른", re.IGNORECASE
)
_AGAIN = re.compile(r"^(?:the|this|that|these|those|both|our)\b|^(?:이|그|해당)\s", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:told|speaking to|informed)\s+(?P<told>[A-Z][\w’']+(?:\s[A-Z][\w’']+){0,2}|us)"
    r"(?:\s+(?P<contact>(?:on|yesterday|today|last|this|in)\b[^,.;”\"]{0,40}|yesterday|today))?"
)
_CONDITION = re.compile(
    r"\b(?:speaking )?on condition of anonymity[^,.;]{0,60}|\b(?:who )?(?:requested|asked for) anonymity[^,.;]{0,60}"
    r"|\basked not to be named[^,.;]{0,60}|신변\s?안전[^)]{0,20}익명[^)]{0,6}"
)
_ROLES = (
    ("trading_company", r"trading company|무역회사"),
    ("trader", r"trader|merchant|broker|smuggler|business|상인|무역업자|장사꾼|밀수"),
    ("military", r"military|army|soldier|border guard|군인|군부"),
    ("cadre", r"\bcadre|간부"),
    ("official", r"\bofficial|관계자|일군|일꾼"),
    ("worker", r"worker|driver|farmer|노동자|농민|운전"),
    ("resident", r"resident|citizen|주민"),
    ("expert", r"expert|analyst|professor|전문가|교수"),
)


@dataclass
class Sources:
    """Sources in the order of the text; words that say "the source" mean the last one before them."""

    found: tuple[FoundSource, ...]

    @classmethod
    def in_english(cls, body: str) -> "Sources":
        return cls._read(body, "en")

    @classmethod
    def in_korean(cls, body: str) -> "Sources":
        return cls._read(body, "ko")

    @classmethod
    def _read(cls, body: str, language: str) -> "Sources":
        kept: list[FoundSource] = []
        for start, end in source_mentions(body):
            words = " ".join(body[start:end].split())
            if kept and (_AGAIN.search(words) or any(words == known.descriptor for known in kept)):
                continue
            kept.append(_source(body, start, end, words, language))
        if not kept and (match := re.search(r"\b[Aa] source\b|\b[Ss]ources\b|소식통", body)):
            kept.append(_source(body, match.start(), match.end(), match.group(), language))
        return cls(tuple(kept))

    def index_of(self, words: str, at: int) -> int | None:
        """Which source these words mean at that place of the text; None when the report has none."""
        if not self.found:
            return None
        wanted = words.casefold()
        for index, source in enumerate(self.found):
            if source.descriptor.casefold() == wanted:
                return index
        before = [index for index, source in enumerate(self.found) if source.start <= at + len(words) + 200]
        return before[-1] if before else 0


def _source(body: str, start: int, end: int, words: str, language: str) -> FoundSource:
    tail = body[end : end + 160].split("\n")[0]
    told, condition = _TOLD.search(tail), _CONDITION.search(tail)
    provinces = dict.fromkeys(m.province for m in Gazetteer.from_file().find(words, language) if m.province)
    found = FoundSource(
        start=start,
        end=end,
        descriptor=words,
        role=next((role for role, sign in _ROLES if re.search(sign, words, re.IGNORECASE)), "unspecified"),
        province=next(iter(provinces)) if len(provinces) == 1 else "",
        told="",
        contact="",
        condition=condition.group() if condition else "",
    )
    if told:
        found = replace(found, told=told.group("told"), contact=(told.group("contact") or "").strip())
    return found
