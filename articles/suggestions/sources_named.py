"""The unnamed sources of a report: each as first printed where it speaks, and which of them later words mean."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from articles.suggestions.filing import is_regime
from articles.suggestions.reading import FoundSource
from articles.suggestions.signs import Around
from articles.suggestions.talks import CONDITION
from provinces.gazetteer import Gazetteer
from provinces.patterns import lazy
from sources.korean_people import people

BORDER, CAPITAL = "china-north-korea-border", "pyongyang"
_THE_CAPITAL = lazy(r"\bthe\s(?:North\sKorean\s)?capital\b(?!\sof\b)")
_NEW = lazy(r"\b(?:another|a second|a third|a separate|a different|other|one more)\b|또\s?다른|다른", re.IGNORECASE)
_AGAIN = lazy(
    r"^(?:the|this|that|these|those|both|our|[\w.]+(?: NK)?[’'](?:s\s)?)(?:\s|\b)|^[A-Z]$|^(?:이|그|해당)\s"
    r"|^(?:소식통|(?:취재|내부)?\s?(?:협력자|협조자)|주민|간부|상인|소스|관계자|당국자)들?$|^[가-힣]{2,8}(?<!들)$",
    re.IGNORECASE,
)
# 소금 무역에 밝은 이 소식통 is 이 소식통.
_BEFORE_THIS = lazy(r"^.*[가-힣]\s(?=(?:이|그|해당)\s[가-힣]+$)")
# 강모(52)씨 is 강씨.
_AGED = lazy(r"\([^()]*\)(?=\s?씨$)")
# 대방(무역업자) is 이 대방.
_GLOSSED = lazy(r"(?<=[가-힣])[(（][^()（）]+[)）]$")
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
    r"^(?:(?:several|multiple|many|some|various|the)\s)?(?:(?:local|inside|internal|informed)\s)?sources?$|^a\slocal\ssource$"
    r"|^소식통$|^(?:(?:여러|복수의|다수의|일부|현지|내부|북한|대북|주민|간부)\s?){0,3}소식통들$",
    re.IGNORECASE,
)
# It does not say which.
_ONE_OF_THEM = lazy(
    r"one\sof\s(?:the|these|those|our)\s(?:[\w-]+\s)?(?:sources|informants|partners|contacts)$", re.IGNORECASE
)
_TELLER = lazy(r"sources?$|소식통들?$|소스$|협력자들?$|협조자$|통신원$|제보자$", re.IGNORECASE)
_TOLD = lazy(r"\b(?:told|speaking to|informed)\s+(?P<told>(?:the\s)?[A-Z][\w’']+(?:\s[A-Z][\w’']+){0,2}|us)")
_SAME_THERE = lazy(r"\bin\sthe\ssame\s(?:province|county|city|town|region)\b")
# Whoever tells others than the outlet is nobody whom "sources" were.
_TO_OTHERS = lazy(
    r"\s(?:\w+ly\s)?(?:told|informed|warned|notified|reminded)\s(?!us\b|the\s(?:outlet|paper|newspaper|agency)\b|reporters\b|this\b|that\b|(?:the\s)?[A-Z])"
)
_LIVES = lazy(
    r",?\s+who\s+(?:now\s+)?(?:is|was|lives|resides|works|stays)\s+(?:currently\s+)?(?:based\s+|living\s+|located\s+)?(?:in|near|at)\s+[^,.;]{2,60}"
)
_MET = lazy(
    r",?\s(?:told|spoke\sto)\s(?:us|[A-Z]\w+(?:\s[A-Z]\w+){0,2})\s(?P<where>(?:in|from)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z]\w+)?)"
)
_LATER = lazy(
    rf"(?P<who>[Tt](?<!\w.)he\s(?:\w+\s)?(?:source|informant|partner|trader|resident|official))(?P<lives>{_LIVES.pattern})"
)
# ㄱ씨는 청진에서 작년 나선으로 들어왔다, 소식통은 회령에 살고 있다.
_LATER_KO = Around(
    r"(?<![가-힣])(?P<who>(?:[이그]\s)?(?:소식통|(?:취재)?협력자|주민|상인|무역상|여성|(?:[A-Zㄱ-ㅎ]|[가-힣]\s?모|[가-힣])\s?씨))[은는]\s"
    r"[^.“”\"\n]{0,40}?(?P<lives>[가-힣]{2,8}(?:에서?|으?로))\s"
    r"(?:산다|살고\s있|살며|살면서|사는\s(?:여성|남성|주민)|거주하|머물고|지내고|장사를\s(?:하고|한다|해)|일하고|들어왔|옮겨\s?왔|이사해?\s?왔|넘어왔|건너왔)",
    r"[산살사거머지장일들옮이넘건](?:(?<=산)다|(?<=살)[고며면]|(?<=사)는\s|주하|물고|내고|(?<=장)사를\s|하고|어왔|(?<=옮)겨|(?<=이)사|너왔)",
    margin=90,
)
_LOCAL = lazy(
    r"(?:an?\s|the\s|one\s)?local\b|(?:an?|one|another)\s(?:city|county|town|village)\s(?:resident|source|trader|official|cadre)s?$"
    r"|.*\b(?:in|from|of)\s(?:the(?:\ssame)?|that|this)\s(?:(?!Chinese)[\w-]+\s){0,2}(?:province|region|county|city|town|village|area|lane|alley)$|.*\sthere$"
    r"|.*\bwho\s(?:has\s|have\s|had\s)?(?:\w+\s){1,3}?(?:in|at|on)\s(?:the|that|this)\s(?:province|county|city|town|village|lane|alley|market|street|port|harbou?r|district)\b"
    r"|그\s[도현시군]의\s",
    re.IGNORECASE,
)
# What it begins with, or holds.
_LOCAL_SIGN = lazy(
    r"^(?:(?:an?|the|one)\slocal|(?:an?|one|another)\s(?:city|county|town|village)|그\s)|\s(?:th(?:e|at|is)\s|there$)",
    re.IGNORECASE,
)
# "a source with contacts in Kaesong" is somewhere else.
# The Chinese side of a crossing.
_FAR_SIDE = frozenset(("Quanhe", "Sanhe", "Nanping", "Kaishantun", "Guchengli", "Shatuozi", "Changbai", "Linjiang"))
# Nobody there is of a place that an earlier paragraph named, or that lies before one abroad.
_THERE = lazy(r"\sthere$")
_KNOWS = lazy(
    r"\b(?:with\s(?:[\w-]+\s){0,2}(?:contacts|ties|connections|links|relatives|family|dealings)\s(?:in|to|with)"
    r"|(?:familiar|acquainted)\swith|knowledgeable\s(?:about|of|on)|who\s(?:trades|deals|does\sbusiness)\swith"
    r"|who\s(?:exports?|ships?|sells?|sends?|supplies|delivers?|imports?|buys?)\s[^,]*?\b(?:to|from))\s.*",
    re.DOTALL,
)
# "Pyongyang’s envoy" is the government's.
_OF_THE_STATE = lazy(r"Pyongyang[’']s\s[a-z]")
# "A Pyongyang watcher" may be anywhere.
_WATCHES = lazy(r"\b[A-Z][\w’'-]+(?=[\s-](?:watchers?|observers?|experts?|specialists?|scholars?|hands?)\b)")
# "A trader from Sinuiju working in Dandong", "an official at the Rason office in Yanji" sits where the last words say.
_FROM_BUT_IN = lazy(
    r".*?\b(?:from|of)\s.*?\b(?:working|living|staying|based|stationed|residing|trading|posted|dispatched)\s(?:in|to|at)\s(?P<where>.*)"
    r"|(?:(?!\s(?:in|who)\s)[^,])*?\s(?:from|at|of|for|with)\s(?:(?!\s(?:in|who)\s)[^,])*\s(?:now\s|currently\s)?in\s(?P<last>[^,]*)$",
    re.DOTALL,
)
# "A Hyesan-born broker" may be anywhere.
_BORN = lazy(r"\b[A-Z][\w’'-]*-born\b")
# "In Dandong, across the river from Sinuiju" is in Dandong.
_ACROSS = lazy(r",?\s(?:just\s)?(?:across|opposite|facing|bordering|next\sto)\s")
_LEFT = lazy(
    r"떠나|탈북|출신|[이가]\s고향인|파견|다녀온|다녀간|방문한|방문했던|갔다\s?온|여행한"
    r"|에서\s(?:내려|올라|건너|넘어)?온\s"
    r"|에서\s(?:\S+[을를]\s)?(?:들여오|사오|사\s오|가져오|수입하|실어오|받아오|떼오)"
    r"|\bdefect|\bformer\b.*\bnow in\b|\bwho\s(?:left|fled|escaped|settled|resettled)"
    r"|\bused\sto\s(?:live|work)\b|\bformer\s(?:\w+\s)?(?:resident|inmate|prisoner)\b"
    r"|\bwho\s(?:(?:has|had|have|recently|just|once|also|often|lately|\w+ly)\s){0,2}(?:visited|toured|returned\sfrom|travell?ed\sto|been\sto|came\s(?:back|out)\s(?:from|of))\b"
    r"|\b(?:back|returned|returning|fresh)\sfrom\s"
    r"|\bnow\s(?:lives|living|resides|residing|based|works)\sin\b",
    re.IGNORECASE,
)
_FLED = lazy(
    r",?\swho\s(?:(?:has|had)\s)?(?:defected|fled|escaped|resettled|settled|left\s(?:the\s(?:country|North)|North)|(?:came|got)\sto\s(?:the\sSouth|South|Seoul)"
    r"|arrived\sin\s(?:the\sSouth|South|Seoul)|now\s(?:lives|works))\b"
)
# 만포 사정에 밝은 중국 지안의 소식통 sits in Ji'an, 신의주를 오가는 단둥의 무역상 in Dandong.
_ONLY_KNOWS = lazy(
    r"^.*(?:사정|소식|동향|내부|무역|실정)(?:을|에|에는)\s(?:잘\s|훤히\s)?(?:밝은|아는|정통한|익숙한|능통한|훤한)\s|^.*[를을과와]\s(?:자주\s)?(?:오가는|드나드는|오가며\s\S+\s하는)\s"
    r"|^.*(?:대방|상대|거래처|업자|상인|회사)들?[과와]\s(?:\S+\s)?(?:거래|무역|장사|사업|연계|연락)\S{0,4}\s?(?:하는|하고\s있는|해온|하던|있는|한)\s"
)
# 최근 중국을 방문한 함경북도 주민 sits where he is from, and nobody in 평양 for the 평양발 열차.
_WENT_ABROAD = lazy(
    r"^(?:[^\s]+\s){0,2}?(?:중국|러시아|한국|일본|단둥|단동|연길|옌지|훈춘|선양|심양|블라디보스토크)\S*(?:을|를|에|로)\s(?:\S+\s)?"
    r"(?:방문한|다녀온|다녀간|찾은|나온|나와\s있는|건너온|넘어온)\s"
)
_FROM_THERE = lazy(r"[가-힣]{2,4}발\s")
# 회령 건너편 세관의 직원 does not sit in Hoeryong.
_ACROSS_KO = lazy(
    r"^.*(?:[과와]\s?(?:마주|맞닿|맞붙|접한|접해|인접|이웃|잇닿|국경)[가-힣]*|(?:맞은편|건너편|대안)(?:인|의|에\s있는)?)\s(?:있는\s|접한\s|맞댄\s)?"
)
_THAT_ONE = lazy(r"(?:이|그|해당)\s[가-힣]{2,8}")
# 김하나(가명) 씨, 김하나 씨(가명), 김○○ 씨: later 김 씨.
_ASSUMED_NAME = lazy(
    r"(?<![가-힣])(?P<surname>[가-힣])(?:(?:[가-힣]{1,3}|\s[가-힣]{2})\s?(?:씨\s?)?\([^()\n]{0,20}가명|[○OＯ]{1,2}\s?씨)"
)
_LONGEST_NOTE = 24
_CALLED = lazy(r"(?:[A-Zㄱ-ㅎ]|[가-힣]\s?모|[가-힣])\s?씨")
_ABROAD = lazy(r"중국|러시아|일본|한국|남한|몽골")
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
# In small letters.
_ROLE_SIGNS = tuple((role, lazy(sign)) for role, sign in _ROLES)
_HANGUL = lazy("[가-힣]")
# Where what follows the noun begins: "in Hyesan", "who …", "we spoke to"; but "an inside source".
_DESCRIBED = lazy(
    r"\s(?:in|from|of|at|near|who|we|based|living|inside(?!\s(?:source|informant|contact|partner))|within|with|now)\b|,"
)
_SURNAME = lazy(r"(?:(?:Mr|Mrs|Ms)\.?\s)?[A-Z][a-z]+")
_WHO_IS = r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother)\s(?:[\w’'-]+\s){0,4}?[\w’'-]+"
_WHERE_IS = r"(?:\s(?:in|of|from|at|near)\s[A-Z][^.;:“”\n]{2,60}?)?"
_CODE_NAME = lazy(r"\s(?:[A-Z]|(?:[A-Zㄱ-ㅎ]|[가-힣]\s?모|[가-힣])\s?씨|[‘'“].*)$")
_HERE = lazy(r"\s(?:the|that)\s(?:same\s)?city$")
_TAIL, _FAR_BACK, _BESIDE = 160, 1500, 120
_RECENT = 12


@dataclass(slots=True)
class _Described:
    """A source described at body[start:end]. `province`: None until somebody asks; `again`: where else to look for it."""

    start: int
    end: int
    descriptor: str
    province: str | None = None
    again: list[tuple[int, int]] = field(default_factory=list)


class Sources:
    """The sources of one report, in the order in which they speak; made while it is read from left to right."""

    def __init__(self, body: str, language: str, mentions: Sequence[tuple[int, int]]) -> None:
        """`mentions`: what `source_mentions` finds in the body."""
        self._body, self._language = body, language
        self._spans = mentions
        self._starts = [start for start, _ in self._spans]
        self._found: list[_Described] = []
        self._heard: list[int] = []
        self._by_words: dict[str, int] = {}
        self._by_noun: dict[str, int] = {}
        self._by_number: dict[str, int] = {}  # the same, one apart from many
        self._provinces: dict[str, str] = {}  # what was asked before
        self._nouns: dict[str, str] = {}

    @property
    def found(self) -> tuple[FoundSource, ...]:
        """Every source, with the province that a later sentence puts it in: "The source, who lives in Y, …"."""
        later = _LATER_KO if self._language == "ko" else _LATER
        for match in later.finditer(self._body) if self._found else ():
            known = self._meant(match["who"])
            if known is not None and not self._province_of(self._found[known]):
                self._found[known].province = self._province(match["lives"])
        return tuple(map(self._source, self._found))

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where every source is described."""
        return [(described.start, described.end) for described in self._found]

    def index_of(self, words: str, at: int) -> int:
        """Which source these words mean, printed at or behind `at`; a new one if they mean none so far."""
        start, end = self._place(words, at)
        folded = " ".join(words.casefold().split())
        known, described = None, None
        if self._found and not _NEW.search(words):
            known = self._meant(_BEFORE_THIS.sub("", words))
        if known is None:
            known = self._by_words.get(folded)
        if known is None:
            described = self._antecedent(words, start)
            if described is None and self._found and _ANYBODY.fullmatch(words):
                known = len(self._found) - 1  # nobody else was told of
            else:
                described = described or (start, end)
                known = self._added(*described)
        self._by_words[folded] = known
        self._heard.append(known)
        for each in (words, self._found[known].descriptor):
            self._by_noun[self._noun(each)] = self._by_number[_noun_as_printed(each)] = known
        if described != (start, end):
            self._found[known].again.append((start, end))
        return known

    def knows(self, words: str, at: int) -> bool:
        """Whether words printed at `at` of the body can mean somebody who spoke, or was described, before."""
        return self._meant(words) is not None or self._antecedent(words, at) is not None

    def _meant(self, words: str) -> int | None:
        """The source that "the trader" or 이 소식통 takes up again; None for words that bring in somebody."""
        if _CALLED.fullmatch(words) and (known := self._called(words)) is not None:
            return known
        if _SURNAME.fullmatch(words):
            return self._surnamed(words.split()[-1])
        if _ONE_OF_THEM.match(words):
            named = (
                n for n in reversed(range(len(self._found))) if _TELLER.search(self._noun(self._found[n].descriptor))
            )
            return next((n for n in named if not _VAGUE.match(self._found[n].descriptor)), None)
        if (ordinal := _ORDINAL.search(words)) and _TELLER.search(words):
            return min(_ORDINALS.index(ordinal["which"].lower()), len(self._found) - 1)
        if _AGAIN.search(words):
            places = self._places(words)
            if places:
                return self._of_place(places, words)
            known = self._teller(words)
            if known is None:
                known = self._by_number.get(_noun_as_printed(words), self._by_noun.get(self._noun(words)))
            if known is None and _PEOPLE.fullmatch(noun := self._noun(words)):
                known = next(
                    (n for n in reversed(range(len(self._found))) if noun in self._found[n].descriptor.casefold()), None
                )
            if known is None and self._language == "ko" and _THAT_ONE.fullmatch(words):
                known = self._ending_in(self._noun(words))
            if known is not None and _are_others(words, self._found[known].descriptor):
                return None
            if known is not None or _TELLER.search(words) or len(words) == 1:
                return len(self._found) - 1 if known is None else known
        return None

    def _teller(self, words: str) -> int | None:
        """The last one heard of those who told the outlet, whom "the source" means whatever they were called before."""
        if self._language == "ko" or _noun_as_printed(words) != "source":
            return None
        heard = islice(reversed(self._heard), _RECENT)
        return next((number for number in heard if self._tells_outlet(self._found[number])), None)

    def _tells_outlet(self, known: _Described) -> bool:
        if (noun := _noun_as_printed(known.descriptor)) == "source":
            return True
        tail = self._tail(known.end)
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
            if self._noun(descriptor) == self._noun(words) and places & self._places(descriptor):
                return number
        known = self._by_noun.get(self._noun(words))
        return known if known is not None and not self._places(self._found[known].descriptor) else None

    def _noun(self, words: str) -> str:
        """The word that says what somebody is."""
        if words not in self._nouns:
            self._nouns[words] = _noun(words)
        return self._nouns[words]

    def _places(self, words: str) -> frozenset[str]:
        """The provinces that words name, and the places abroad."""
        return _places(words, self._language)

    def _antecedent(self, words: str, at: int) -> tuple[int, int] | None:
        """Where somebody whom "the partner" takes up was described before without speaking."""
        if _SURNAME.fullmatch(words):
            surnamed = re.compile(
                rf"{_WHO_IS}{_WHERE_IS},?\s(?:surnamed|by\sthe\ssurname\sof)\s{re.escape(words.split()[-1])}\b"
            )
            introduced = surnamed.search(self._body, max(0, at - _FAR_BACK), at)
            return introduced.span() if introduced else None
        if self._language == "ko" and _CALLED.fullmatch(words):
            return self._introduced(words, at)
        noun = re.escape(self._noun(words))
        if self._language == "ko" and _THAT_ONE.fullmatch(words):
            return self._brought_in(noun, at)
        if self._language == "ko" or not noun or not _AGAIN.search(words) or self._places(words):
            return None
        described = re.compile(
            rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother)\s(?:[\w’'.-]+\s){{0,5}}?{noun}\b"
            r"(?:\s(?:in|from|of|at|near|(?:based|working|living|residing|active|operating|stationed|posted|dispatched)\s(?:in|to))\s(?:the\s)?(?:[\w’'-]+\s(?:part\s)?of\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)?"
            r"(?:\sin\s(?:[A-Z]\w*|(?:his|her|their)\s(?:early\s|mid-|late\s)?\w+))?"
            r"(?:(?<=0s|es)\s(?:in|from|of)\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)?"
        )
        found = [match.span() for match in described.finditer(self._body, max(0, at - _FAR_BACK), at)]
        return found[-1] if found else None

    def _brought_in(self, noun: str, at: int) -> tuple[int, int] | None:
        """Where 이 병사 was told of before without speaking: 숲의 한 병사가 강을 건너왔다."""
        first = max(0, at - _FAR_BACK)
        one = re.compile(
            rf"(?<![가-힣])(?:한|어느|어떤|다른)\s(?:[가-힣]+\s){{0,3}}?[가-힣]{{0,4}}{noun}(?=[이가은는도을를와과의에]|[^가-힣])"
        )
        found = [match.end() for match in one.finditer(self._body, first, at)]
        if not found:
            return None
        line = max(first, self._body.rfind("\n", first, found[-1]) + 1)
        who = [each for each in people(f"{self._body[line : found[-1]]}는 ") if each.end == found[-1] - line]
        return (who[0].start + line, found[-1]) if who else None

    def _introduced(self, words: str, at: int) -> tuple[int, int] | None:
        """Where somebody with a letter for a name was described before without speaking: 회령에 사는 협력자 A 씨는 …."""
        name = re.compile(rf"{re.escape(words.removesuffix('씨').removesuffix('모').strip())}\s?모?\s?씨")
        for start, end in self._spans[: bisect_right(self._starts, at)]:
            if start < at and (called := name.match(self._body, self._body.rfind(" ", start, end) + 1)):
                return start, called.end()
        first = max(0, at - _FAR_BACK)
        for called in name.finditer(self._body, first, max(first, at - 1)):
            line = max(first, self._body.rfind("\n", first, called.start()) + 1)
            who = [each for each in people(f"{self._body[line : called.end()]}는 ") if each.end == called.end() - line]
            if who and who[0].start + line < called.start():
                return who[0].start + line, called.end()
        return None

    def _place(self, words: str, at: int) -> tuple[int, int]:
        """Where the words stand, with what else describes the source there: "a source" in "a source in Hyesan"."""
        start = max(self._body.find(words, at, at + len(words) + 1000), at)
        end = min(start + len(words), len(self._body))
        index = bisect_right(self._starts, max(start, end - 1)) - 1
        if index < 0 or self._spans[index][1] <= start:
            return start, end
        if self._language == "ko":  # the span begins where the words that describe the source do
            start = min(start, self._spans[index][0])
        return start, max(end, self._spans[index][1])

    def _added(self, start: int, end: int) -> int:
        source = _Described(start, end, " ".join(self._body[start:end].split()))
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
            tail = self._tail(known.end)
            known.province = (
                self._same(known)
                or self._sits(known.start, known.end)
                or (
                    ""
                    if _LEFT.search(_WENT_ABROAD.sub("", known.descriptor))
                    else self._near(known.descriptor, known.start) or self._met(tail)
                )
            )
        while known.again and not known.province:
            known.province = self._sits(*known.again.pop(0))
        return known.province

    def _same(self, known: "_Described") -> str:
        """Of "sources in the same province and in Y", the province of whoever spoke before."""
        number = self._found.index(known) if _SAME_THERE.search(known.descriptor) else 0
        return self._province_of(self._found[number - 1]) if number else ""

    def _tail(self, end: int) -> str:
        """What follows on the same line."""
        return self._body[end : end + _TAIL].split("\n")[0]

    def _source(self, known: "_Described") -> FoundSource:
        small = known.descriptor.lower()
        return FoundSource(
            start=known.start,
            end=known.end,
            descriptor=known.descriptor,
            role=next((role for role, sign in _ROLE_SIGNS if sign.search(small)), "unspecified"),
            province=self._province_of(known),
        )

    def _province(self, words: str) -> str:
        """The first province that words put a source in, or ""; the border as a whole is none."""
        if words not in self._provinces:
            self._provinces[words] = self._first_province(words)
        return self._provinces[words]

    def _first_province(self, words: str) -> str:
        words = _FROM_THERE.sub("", _BORN.sub("", _WATCHES.sub("", _KNOWS.sub("", words))))
        if elsewhere := _FROM_BUT_IN.match(words):
            places = Gazetteer.from_file().find(elsewhere["where"] or elsewhere["last"], self._language)
            # "Of a county in its province" says one place; "of its office in a town abroad" says two.
            if places and (elsewhere["where"] or not any(place.province for place in places)):
                words = elsewhere["where"] or elsewhere["last"]
        found = Gazetteer.from_file().find(words, self._language)
        if (across := _ACROSS.search(words)) and any(mention.end <= across.start() for mention in found):
            found = [mention for mention in found if mention.end <= across.start()]
        if across := _ACROSS_KO.match(words):
            found = [mention for mention in found if mention.start >= across.end()]
        elif knows := _ONLY_KNOWS.match(words):
            later = [mention for mention in found if mention.start >= knows.end()]
            found = later if later or _ABROAD.search(words, knows.end()) else found
        spans = [(mention.start, mention.end) for mention in found]
        # A name of several provinces at once ("Hwanghae Provinces") puts nobody in one of them.
        found = [m for m in found if m.text not in _FAR_SIDE and not _OF_THE_STATE.match(words, m.start)]
        certain = (m.province for m in found if m.province != BORDER and spans.count((m.start, m.end)) == 1)
        named = next((province for province in certain if province), "")
        return CAPITAL if not found and _THE_CAPITAL.search(words) else named

    def _sits(self, start: int, end: int) -> str:
        """The province of a source described at these places, and by ", who lives in Hyesan" behind them."""
        lives = _LIVES.match(self._body, end)
        province = self._province(lives.group()) if lives else ""
        if _FLED.match(self._body, end):
            return ""
        words = _WENT_ABROAD.sub("", self._body[start:end])
        if province or (lives and _LEFT.search(lives.group())) or _LEFT.search(words):
            return province
        return self._province(words)

    def _met(self, tail: str) -> str:
        """The province where somebody told the outlet, if these words say so: "told us in Hyesan"."""
        met = _MET.match(tail)
        return self._province(met["where"]) if met else ""

    def _near(self, words: str, at: int) -> str:
        """The province of a "local source": the last one named before it."""
        if not _LOCAL_SIGN.search(words) or not _LOCAL.match(words) or "Chinese" in words:
            return ""
        before = self._body[max(0, at - _FAR_BACK) : at]
        if _THERE.search(words):
            before = before.rpartition("\n")[2]
        places = Gazetteer.from_file().find(before, self._language)
        if _HERE.search(words) and places and not places[-1].province and places[-1].end > len(before) - _BESIDE:
            return ""  # "In Dandong, too, … A source in the city"
        found = [place for place in places if not is_regime(place, before, self._language)]
        divisions = [
            mention for mention in found if mention.province and mention.place is None and "rovince" in mention.text
        ]
        near = divisions if words.endswith("province") else []
        near = near or [mention for mention in found if mention.province and mention.province != BORDER]
        return near[-1].province or "" if near else ""


@lru_cache(maxsize=256)
def _places(words: str, language: str) -> frozenset[str]:
    found = Gazetteer.from_file().find(words, language)
    return frozenset(mention.province or mention.place or "" for mention in found)


def _surnamed(name: str) -> tuple[str, str]:
    """A surname before 씨, and the same with 모: 이씨, 이모씨."""
    bare = name.removesuffix("씨").removesuffix("모")
    return f"{bare}씨", f"{bare}모씨"


def _are_others(words: str, descriptor: str) -> bool:
    """Whether words mean people of whom nobody has spoken: 주민들 after 평안남도의 한 주민."""
    return words.endswith("들") and not _TELLER.search(words) and " 한 " in f" {descriptor} "


def _noun(words: str) -> str:
    """The word that says what somebody is: "trader" in "a trader in Hyesan", 소식통 in 혜산의 한 소식통."""
    noun = _noun_as_printed(words)
    return noun[:-1] if noun.endswith(("s", "들")) else noun


def _noun_as_printed(words: str) -> str:
    """The same of one apart from many: "traders" in "traders in Hyesan"."""
    if words.isascii() or not _HANGUL.search(words):
        bare = _DESCRIBED.split(words.strip(), 1)[0]
    else:
        bare = _CODE_NAME.sub("", _GLOSSED.sub("", words)).replace("취재", "").replace("내부", "")
    return (bare.split() or [""])[-1].casefold()
