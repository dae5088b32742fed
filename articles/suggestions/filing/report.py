"""What a report is about: the provinces and places where its events are, and its topics. Pure: no Django, no database.

Where a source sits is not where anything happened, a capital's name is often a government, and a place denied ("not
from A but from B") is not meant. Everything else a report names belongs to it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Self

from articles.spans import BLANK_LINE
from articles.suggestions.english.border import borders_in, has_border_with_china, is_about_border
from articles.suggestions.english.towns import without_former
from articles.suggestions.filing.capital import is_regime, with_capital
from articles.suggestions.filing.meant import (
    counts_as_place,
    is_beside_the_point,
    is_denied,
    is_other_half,
    is_there,
    without_province_before,
)
from articles.suggestions.filing.sources import is_told_of_too, of_last_source, with_own_places
from articles.suggestions.korean.border import border_areas_in, is_about_border_ko
from articles.suggestions.topic_names import NamedTopics, TopicNames
from articles.suggestions.topic_signs import ToldTopics, TopicSigns
from provinces.gazetteer import Gazetteer
from provinces.mentions import Mention
from provinces.patterns import lazy
from sources.descriptors import source_mentions
from sources.vocabulary import Vocabulary

BORDER = "china-north-korea-border"
MOST_TOPICS = 5
# The body of "the city", and her village: that of the source who tells of it.
_LOCAL = {
    "en": lazy(
        r"\b(?:[Tt]he\s(?:county|city|municipal|provincial|town|village|district)\s(?:(?:[A-Z][\w’']+|party|people[’']s|state|trade|market|management)\s){0,3}"
        r"(?:party|committee|bureau|department|office|authorities|police|government|inspectors|prosecutors|market|hospital)\b"
        r"|(?:[Oo]ur|my|[Hh]er|[Hh]is)\s(?:own\s)?(?:town|village|city|county|neighbou?rhood|street|people[’']s\sunit)\b)"
    ),
    "ko": lazy(
        r"(?<![가-힣])(?:[시군도]\s(?:[가-힣]{2,8}(?:관리소|관리국|사업소)|무역국|안전[국부]|보위[국부]|인민위원회|당위원회|검찰소|양정)"
        r"|우리\s(?:시|군|도|동네|마을|고장|지역))"
    ),
}
_BORDER = lazy(r"\b(?<!Chinese )border\b", re.IGNORECASE)


@dataclass(frozen=True)
class Filed:
    """Where one report says that things happen. Positions count from the beginning of its body; the headline's are
    negative. `borders`: where it names the border region."""

    mentions: tuple[Mention, ...]
    borders: tuple[int, ...]
    is_about_border: bool

    @cached_property
    def provinces(self) -> tuple[str, ...]:
        """The slugs of provinces, and of the border region if the report is about it, in the order of the text."""
        return (*_provinces(self.mentions), *([BORDER] if self.is_about_border else ()))

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The slugs of places below province level, of rivers and of places abroad, in the order of the text."""
        return _places(self.mentions)

    def claim_provinces(self, start: int, end: int) -> tuple[str, ...]:
        """The provinces a claim at body[start:end] is about: those it names, else that of the words before it."""
        named = _provinces(self._within(start, end))
        if bisect_left(self.borders, start) < bisect_left(self.borders, end):
            named = (*named, BORDER)
        if named or len(self.provinces) < 2:
            return named or self.provinces
        last = bisect_left(self._starts_in_provinces, start) - 1
        return (self._in_provinces[last].province or "",) if last >= 0 else self.provinces[:1]

    def claim_places(self, start: int, end: int) -> tuple[str, ...]:
        """The places a claim at body[start:end] names."""
        return _places(self._within(start, end))

    def _within(self, start: int, end: int) -> tuple[Mention, ...]:
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    # Looked up for every claim, so that each claim costs a search by halves.

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(mention.start for mention in self.mentions)

    @cached_property
    def _in_provinces(self) -> tuple[Mention, ...]:
        return tuple(mention for mention in self.mentions if mention.province)

    @cached_property
    def _starts_in_provinces(self) -> tuple[int, ...]:
        return tuple(mention.start for mention in self._in_provinces)


@dataclass(frozen=True)
class Filing:
    """The names of places and topics, and the questions asked of them. `language`: "ko" is Korean, any other English."""

    gazetteer: Gazetteer
    topic_names: TopicNames
    topic_signs: TopicSigns

    @classmethod
    @cache
    def from_files(cls) -> Self:
        """The gazetteer and topics of the data files, read once per process."""
        return cls(Gazetteer.from_file(), TopicNames.from_file(), TopicSigns.from_file())

    def filed(
        self, body: str, language: str, headline: str = "", mentions: Sequence[tuple[int, int]] | None = None
    ) -> Filed:
        """Where a report says that things happen; ask it once, and the answer about every claim.

        `mentions`: what `source_mentions` finds in the body, where that is known.
        """
        tongue = "ko" if language.startswith("ko") else "en"
        text = f"{headline}{BLANK_LINE}{body}" if headline else body
        offset = len(text) - len(body)
        mentions = source_mentions(body) if mentions is None else mentions
        sources = [*source_mentions(headline), *((start + offset, end + offset) for start, end in mentions)]
        starts = [start for start, _ in sources]

        def is_source(position: int) -> bool:
            index = bisect_right(starts, position) - 1
            return index >= 0 and position < sources[index][1]

        found = self.gazetteer.find(text, tongue)
        certain = {mention.province for mention in found if mention.province and not mention.ambiguous}
        if tongue == "ko":
            found = [mention for mention in without_province_before(found, text) if mention.province != BORDER]
        meant = [
            mention
            for mention in found
            if mention.province != BORDER
            and (counts_as_place(mention, certain) or is_there(mention, text, tongue))
            and not is_regime(mention, text, tongue)
            and not is_denied(mention, text, tongue)
            and not is_beside_the_point(mention, text, tongue)
        ]
        meant = [mention for mention in meant if not is_other_half(mention, text)]
        if tongue == "en":
            meant = without_former(meant, text)
        told = [m for m in meant if not is_source(m.start) or (tongue == "ko" and is_told_of_too(text, m.end))]
        if tongue == "en":
            told = with_capital(found, with_own_places(meant, told, sources, text), text)
        events = tuple(_moved(mention, -offset) for mention in told)
        if not any(mention.province for mention in events) and (local := _LOCAL[tongue].search(text)):
            of_source = of_last_source(meant, sources, local.start())
            events = (*events, *(_moved(mention, -offset) for mention in of_source))
        has_province = any(mention.province for mention in events)
        if tongue == "ko":
            borders = [at for at in border_areas_in(text) if not is_source(at)]
            is_about = is_about_border_ko(text, borders, is_source, has_province=has_province)
        else:
            named = [border for border in borders_in(text) if not is_source(border.start)]
            borders = [border.start for border in named]
            is_about = is_about_border(named, offset, has_province=has_province) or (
                not has_province and (_BORDER.search(headline) is not None or has_border_with_china(body))
            )
        return Filed(mentions=events, borders=tuple(border - offset for border in borders), is_about_border=is_about)

    def told_topics(self, text: str, language: str, words: Vocabulary | None = None) -> ToldTopics:
        """All that tells of topics in a report; ask it once, for `report_topics`, and for its names for `claim_topics`.

        `words`: those of the report, where they are known.
        """
        return self.topic_signs.told_in(text, language, words)

    def report_topics(self, told: ToldTopics, language: str, headline: str = "") -> tuple[str, ...]:
        """At most five slugs of the topics that a report is about, most telling first."""
        return self.topic_signs.about(told, language, headline, MOST_TOPICS)

    def claim_topics(self, named: NamedTopics, start: int, end: int) -> tuple[str, ...]:
        """At most five slugs of the topics that body[start:end] names, most telling first."""
        return self.topic_names.ranked_within(named, start, end, MOST_TOPICS)


def _provinces(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([mention.province for mention in mentions if mention.province]))


def _places(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([mention.place for mention in mentions if mention.place]))


def _moved(mention: Mention, by: int) -> Mention:
    """The mention counted from another beginning."""
    return mention._replace(start=mention.start + by, end=mention.end + by)
