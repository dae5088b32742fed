"""The unnamed sources of a report: each as first printed where it speaks, and which of them later words mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from articles.suggestions.reading import FoundSource
from articles.suggestions.signs import Around
from articles.suggestions.sources.antecedents import Antecedents
from articles.suggestions.sources.english_seats import LIVES, EnglishSeats
from articles.suggestions.sources.korean_seats import THAT_PLACE, KoreanSeats
from articles.suggestions.sources.nouns import (
    AGAIN,
    CALLED,
    SURNAME,
    THAT_ONE,
    noun_as_printed,
    noun_of,
    places_in,
    role_of,
)
from articles.suggestions.sources.seats import line_behind
from articles.suggestions.sources.whereabouts import described_to
from articles.suggestions.talks import CONDITION
from provinces.patterns import lazy

_NEW = lazy(r"\b(?:another|a second|a third|a separate|a different|other|one more)\b|또\s?다른|다른", re.IGNORECASE)
# 소금 무역에 밝은 이 소식통 is 이 소식통.
_BEFORE_THIS = lazy(r"^.*[가-힣]\s(?=(?:이|그|해당)\s[가-힣]+$)")
# "The source, a resident of Kilju" is the source.
_APPOSED = lazy(r"(?<=^the\ssource),\s(?:an?|who)\s.*$", re.IGNORECASE)
# 강모(52)씨 is 강씨.
_AGED = lazy(r"\([^()]*\)(?=\s?씨$)")
_PEOPLE = lazy("korean|chinese|russian|japanese")
# Whoever spoke last, if nobody else was told of whom it may mean.
_ANYBODY = lazy(
    r"(?:the|this|that)\s(?:man|woman|person|individual|insider|informant|interviewee|trader|merchant|resident|official|businessman|businesswoman"
    r"|worker|farmer|broker|smuggler|manager|defector|cadre|executive|driver|observer|insider|local|citizen)",
    re.IGNORECASE,
)
_ORDINAL = lazy(r"\b(?P<which>first|second|third)\b", re.IGNORECASE)
_ORDINALS = ("first", "second", "third")
_VAGUE = lazy(
    r"^(?:(?:several|multiple|many|some|various|the)\s)?(?:(?:local|inside|internal|informed|reporting|our)\s)?(?:sources?|partners|informants|contacts)$|^a\slocal\ssource$"
    r"|^소식통$|^(?:(?:여러|복수의|다수의|일부|현지|내부|북한|대북|주민|간부)\s?){0,3}소식통들$",
    re.IGNORECASE,
)
# "The partner", and the lead it may take up.
_SINGLE_AGAIN = lazy(r"(?:the|this|that)\s(?:[\w-]+\s){0,2}?[\w-]+(?<!s)$", re.IGNORECASE)
_VAGUE_PEOPLE = lazy(
    r"(?:(?:several|multiple|many|some|various|the|our)\s)?(?:(?:local|inside|reporting)\s)?(?:sources|partners|informants|contacts)",
    re.IGNORECASE,
)
# It does not say which.
_ONE_OF_THEM = lazy(
    r"one\sof\s(?:the|these|those|our)\s(?:[\w-]+\s)?(?:sources|informants|partners|contacts)$", re.IGNORECASE
)
_SEVERAL = lazy(
    r"들(?:$|[\s(])|(?:두|세|네|다섯|여섯|여러|몇|\d{1,3})\s?(?:명|사람|분)|여럿|일부|복수|다수|대부분|가족|부부|모녀|부자|형제|자매|(?<![가-힣])(?:여러|몇몇|많은|각|일반)\s"
)
_TELLER = lazy(r"sources?$|소식통들?$|소스$|협력자들?$|협조자$|통신원$|제보자$", re.IGNORECASE)
_TOLD = lazy(r"\b(?:told|speaking to|informed)\s+(?P<told>(?:the\s)?[A-Z][\w’']+(?:\s[A-Z][\w’']+){0,2}|us)")
_SAME_THERE = lazy(
    r"\bin\sthe\ssame\s(?:province|county|city|town|region)\b"
    rf"|(?<![가-힣]){THAT_PLACE}"
)
# Whoever tells others than the outlet is nobody whom "sources" were.
_TO_OTHERS = lazy(
    r"\s(?:\w+ly\s)?(?:told|informed|warned|notified|reminded)\s(?!us\b|the\s(?:outlet|paper|newspaper|agency)\b|reporters\b|this\b|that\b|(?:the\s)?[A-Z])"
)
_LATER = lazy(
    rf"(?P<who>[Tt](?<!\w.)he\s(?:\w+\s)?(?:source|informant|partner|trader|resident|official))(?P<lives>{LIVES.pattern})"
)
# ㄱ씨는 청진에서 작년 나선으로 들어왔다, 소식통은 회령에 살고 있다.
_LATER_KO = Around(
    r"(?<![가-힣])(?P<who>(?:[이그]\s)?(?:소식통|(?:취재)?협력자|주민|상인|무역상|여성|(?:[A-Zㄱ-ㅎ]|[가-힣]\s?모|[가-힣])\s?씨))[은는]\s"
    r"[^.“”\"\n]{0,40}?(?P<lives>[가-힣]{2,8}(?:\s(?:근교|교외|외곽|인근|부근|시내|변두리|쪽|지역))?(?:에서?|으?로))\s"
    r"(?:산다|살고\s있|살며|살면서|사는\s(?:여성|남성|주민)|거주하|머물고|지내고|장사를\s(?:하고|한다|해)|일하고|들어왔|옮겨\s?왔|이사해?\s?왔|넘어왔|건너왔)",
    r"[산살사거머지장일들옮이넘건](?:(?<=산)다|(?<=살)[고며면]|(?<=사)는\s|주하|물고|내고|(?<=장)사를\s|하고|어왔|(?<=옮)겨|(?<=이)사|너왔)",
    margin=90,
)
# 이 소식통이 사는 회령에서는
_LIVES_THERE = lazy(
    r"(?<![가-힣])(?P<who>[이그]\s(?:소식통|(?:취재)?협력자|주민|상인|여성|남성))[이가]\s(?:사는|살고\s있는|거주하는|머무는|일하는|장사하는)\s(?P<lives>[가-힣]{2,8})"
)
# 김하나(가명) 씨, 김하나 씨(가명), 김○○ 씨: later 김 씨.
_ASSUMED_NAME = lazy(
    r"(?<![가-힣])(?P<surname>[가-힣])(?:(?:[가-힣]{1,3}|\s[가-힣]{2})\s?(?:씨\s?)?\([^()\n]{0,20}가명|[○OＯ]{1,2}\s?씨)"
)
_LONGEST_NOTE = 24
_RECENT = 12


@dataclass(slots=True)
class _Described:
    """A source described at body[start:end], and to `to` by what goes on to say who it is.

    `province`: None until somebody asks; `again`: where else to look for it.
    """

    start: int
    end: int
    descriptor: str
    to: int
    province: str | None = None
    again: list[tuple[int, int]] = field(default_factory=list)


class Sources:
    """The sources of one report, in the order in which they speak; made while it is read from left to right."""

    def __init__(self, body: str, language: str, mentions: Sequence[tuple[int, int]]) -> None:
        """`mentions`: what `source_mentions` finds in the body."""
        self._body, self._language = body, language
        self._antecedents = Antecedents(body, language, mentions)
        self._seats = KoreanSeats(body) if language == "ko" else EnglishSeats(body)
        self._found: list[_Described] = []
        self._heard: list[int] = []
        self._by_words: dict[str, int] = {}
        self._by_noun: dict[str, int] = {}
        self._by_number: dict[str, int] = {}  # the same, one apart from many

    @property
    def found(self) -> tuple[FoundSource, ...]:
        """Every source, with the province that a later sentence puts it in: "The source, who lives in Y, …"."""
        later = (_LATER_KO, _LIVES_THERE) if self._language == "ko" else (_LATER,)
        for match in chain.from_iterable(each.finditer(self._body) for each in later) if self._found else ():
            known = self._meant(match["who"])
            if known is not None and not self._province_of(self._found[known]):
                self._found[known].province = self._seats.named(match["lives"])
        return tuple(map(self._source, self._found))

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where every source is described."""
        return [(described.start, described.to) for described in self._found]

    def index_of(self, words: str, at: int) -> int:
        """Which source these words mean, printed at or behind `at`; a new one if they mean none so far."""
        start, end = self._antecedents.place(words, at)
        folded = " ".join(words.casefold().split())
        known, described = None, None
        if self._found and not _NEW.search(words):
            known = self._meant(_APPOSED.sub("", _BEFORE_THIS.sub("", words)))
        if known is None:
            known = self._by_words.get(folded)
        if known is None:
            described = self._antecedents.before(words, start)
            if described is None and self._found and _ANYBODY.fullmatch(words):
                known = len(self._found) - 1  # nobody else was told of
            else:
                described = described or (start, end)
                known = self._added(*described)
        self._described_later(known, words, start)
        self._by_words[folded] = known
        self._heard.append(known)
        for each in (words, self._found[known].descriptor):
            self._by_noun[noun_of(each)] = self._by_number[noun_as_printed(each)] = known
        if described != (start, end):
            self._found[known].again.append((start, end))
        return known

    def _described_later(self, known: int, words: str, at: int) -> None:
        """Put the partner told of since in the place of "partners", who were heard before and whom "the partner" takes up."""
        lead = self._found[known]
        if self._language == "ko" or not _SINGLE_AGAIN.match(words) or not _VAGUE_PEOPLE.fullmatch(lead.descriptor):
            return
        described = self._antecedents.before(words, at)
        if described and described[0] > lead.start:
            start, end = described
            self._found[known] = _Described(start, end, " ".join(self._body[start:end].split()), end, again=lead.again)

    def knows(self, words: str, at: int) -> bool:
        """Whether words printed at `at` of the body can mean somebody who spoke, or was described, before."""
        return self._meant(words) is not None or self._antecedents.before(words, at) is not None

    def _meant(self, words: str) -> int | None:
        """The source that "the trader" or 이 소식통 takes up again; None for words that bring in somebody."""
        if CALLED.fullmatch(words) and (known := self._called(words)) is not None:
            return known
        if SURNAME.fullmatch(words):
            return self._surnamed(words.split()[-1])
        if _ONE_OF_THEM.match(words):
            named = (n for n in reversed(range(len(self._found))) if _TELLER.search(noun_of(self._found[n].descriptor)))
            return next((n for n in named if not _VAGUE.match(self._found[n].descriptor)), None)
        if (ordinal := _ORDINAL.search(words)) and _TELLER.search(words):
            return self._counted(ordinal["which"].lower())
        if AGAIN.search(words):
            places = places_in(words, self._language)
            if places:
                return self._of_place(places, words)
            known = self._teller(words)
            if known is None:
                known = self._by_number.get(noun_as_printed(words), self._by_noun.get(noun_of(words)))
            if known is None and _PEOPLE.fullmatch(noun := noun_of(words)):
                known = next(
                    (n for n in reversed(range(len(self._found))) if noun in self._found[n].descriptor.casefold()), None
                )
            if known is None and self._language == "ko" and THAT_ONE.fullmatch(words):
                known = self._ending_in(noun_of(words))
            if known is not None and _are_others(words, self._found[known].descriptor):
                return None
            if known is not None or _TELLER.search(words) or len(words) == 1:
                return len(self._found) - 1 if known is None else known
        return None

    def _counted(self, which: str) -> int:
        """The source that was called "a second source", or else the second of those who tell the outlet."""
        of = [number for number, known in enumerate(self._found) if _is_counted(known.descriptor, which)]
        single = [number for number, known in enumerate(self._found) if not _VAGUE.match(known.descriptor)]
        place = _ORDINALS.index(which)
        return of[-1] if of else single[place] if place < len(single) else len(self._found) - 1

    def _teller(self, words: str) -> int | None:
        """The last one heard of those who told the outlet, whom "the source" means whatever they were called before."""
        if self._language == "ko" or noun_as_printed(words) != "source":
            return None
        heard = islice(reversed(self._heard), _RECENT)
        return next((number for number in heard if self._tells_outlet(self._found[number])), None)

    def _tells_outlet(self, known: _Described) -> bool:
        if (noun := noun_as_printed(known.descriptor)) == "source":
            return True
        tail = line_behind(self._body, known.end)
        return not noun.endswith("s") and bool(_TOLD.search(tail) or CONDITION.search(tail))

    def _ending_in(self, noun: str) -> int | None:
        """The last source whose noun ends so: 이 상인 after 옷감상인."""
        numbers = range(len(self._found) - 1, -1, -1)
        return next((n for n in numbers if self._found[n].descriptor.endswith(noun)), None)

    def _called(self, words: str) -> int | None:
        """The last source that was described before its name: A 씨 of 무산군의 협력자 A 씨."""
        name = words.replace(" ", "")
        numbers = range(len(self._found) - 1, -1, -1)
        bare = (_AGED.sub("", self._found[n].descriptor).replace(" ", "") for n in numbers)
        known = next((n for n, words in zip(numbers, bare, strict=True) if words.endswith(_surnamed(name))), None)
        if known is None:
            known = next((n for n in numbers if self._assumed_surname(n) == name[0]), None)
        return known

    def _assumed_surname(self, number: int) -> str:
        """The surname of the assumed name under which a source is described; "" for none."""
        described = self._found[number]
        assumed = _ASSUMED_NAME.search(self._body, described.start, described.end + _LONGEST_NOTE)
        return assumed["surname"] if assumed else ""

    def _surnamed(self, name: str) -> int | None:
        """The last source that was described behind its name: Choi of "Choi, a trader in Hyesan"."""
        for number in range(len(self._found) - 1, -1, -1):
            called, _, described = self._found[number].descriptor.replace(" (", ",", 1).partition(",")
            if described and called[:1].isupper() and name in called.split():
                return number
            if self._found[number].descriptor.endswith(f" surnamed {name}"):
                return number
        return None

    def _of_place(self, places: frozenset[str], words: str) -> int | None:
        """The last source of that noun that was put in one of these places: "the China-based source"."""
        for number in range(len(self._found) - 1, -1, -1):
            descriptor = self._found[number].descriptor
            if noun_of(descriptor) == noun_of(words) and places & places_in(descriptor, self._language):
                return number
        known = self._by_noun.get(noun_of(words))
        return known if known is not None and not places_in(self._found[known].descriptor, self._language) else None

    def _added(self, start: int, end: int) -> int:
        to = end if self._language == "ko" else described_to(self._body, start, end)
        source = _Described(start, end, " ".join(self._body[start:to].split()), to)
        is_lead = len(self._found) == 1 and not _NEW.search(source.descriptor)
        is_vague = is_lead and bool(_VAGUE.match(self._found[0].descriptor))
        is_vague_again = _VAGUE.match(source.descriptor) is not None
        if (
            is_vague
            and not is_vague_again
            and not self._province_of(self._found[0])
            and not _TO_OTHERS.match(self._body, end)
        ):
            # "Sources say", and then the first who is described: the lead was theirs.
            self._found[0] = source
            return 0
        if is_vague and is_vague_again and self._language == "ko":
            return 0  # 소식통들, and then 복수의 소식통들
        self._found.append(source)
        return len(self._found) - 1

    def _province_of(self, known: "_Described") -> str:
        """The province of a source by what was said of it so far, where it was described first and then again."""
        if known.province is None:
            own = self._seats.described(known.start, known.end) if self._language == "ko" else ""
            known.province = own or self._same(known) or self._seats.told_of(known.start, known.end)
        while known.again and not known.province:
            known.province = self._seats.described(*known.again.pop(0))
        return known.province

    def _same(self, known: "_Described") -> str:
        """Of "sources in the same province and in Y", the province of whoever spoke before."""
        number = self._found.index(known) if _SAME_THERE.search(known.descriptor) else 0
        return self._province_of(self._found[number - 1]) if number else ""

    def _source(self, known: "_Described") -> FoundSource:
        return FoundSource(
            start=known.start,
            end=known.to,
            descriptor=known.descriptor,
            role=role_of(known.descriptor),
            province=self._province_of(known),
        )


def _surnamed(name: str) -> tuple[str, str]:
    """A surname before 씨, and the same with 모: 이씨, 이모씨."""
    bare = name.removesuffix("씨").removesuffix("모")
    return f"{bare}씨", f"{bare}모씨"


def _is_counted(descriptor: str, which: str) -> bool:
    """Whether somebody was brought in as "a second source"."""
    ordinal = _ORDINAL.search(descriptor)
    return ordinal is not None and ordinal["which"].lower() == which and _TELLER.search(noun_of(descriptor)) is not None


def _are_others(words: str, descriptor: str) -> bool:
    """Whether words mean people of whom nobody has spoken: 주민들 after 평안남도의 한 주민, or after 평성 주민."""
    return words.endswith("들") and not _TELLER.search(words) and not _SEVERAL.search(descriptor)
