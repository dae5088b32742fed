"""The bodies a Korean report names, and the fullest name of each: whom a short form, letters or a paper stand for."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Self

from articles.suggestions.korean.names import BODY, BODY_SIGN, JOINED, NO_PLANT, PLANT_KINDS
from articles.suggestions.korean.words import BODY_SPEAKS, ISSUED, ISSUED_ABOVE
from provinces.patterns import lazy
from sources.phrases import Phrase

_NAMED = Phrase.of(
    BODY_SIGN,
    "",
    rf"(?<![가-힣0-9]){BODY}(?:(?:\s명의)?의?\s(?:포고|통지|공고)문)?",
    begin="(?<![가-힣0-9])(?=[가-힣0-9])",
    part=r"[가-힣0-9·]+(?<![을를은는고며면에])(?:\(道\)|\([一-鿿]{1,6}\)\S*)?",
    words=6,
)
# 북한 내각 is 내각, but 북한 당국, 북한 정부 have no other name.
_OF_THE_NORTH = lazy(
    r"^북한의?\s(?=내각|[노로]동당|국무위원회|[가-힣]{1,6}성$|[가-힣]{2,8}(?:위원회|보안부|보위부|안전부|총국|사령부|지휘부)$"
    r"|(?!.*(?:당국|정부|[대영]사관|회사|측|기업|업체|매체|신문|방송|통신)$)(?:\S{4,}|\S+\s\S.*)$)"
)
# 여행사 ‘동방항로’.
_IN_MARKS = lazy(r"[‘'](?!')(.+?)[’']+$")
_MARKED_TOPIC = lazy(r"(?:\n|[.”] )[‘'](?P<name>[가-힣A-Za-z0-9 ]{2,16})[’'][은는]\s")
# 위(중앙): the bracket says who that is.
_ABOVE_US = lazy(r"(?:위|상부)\(([가-힣]+)\)")
# 인민위원회 명의의 포고문: what stands between a body and its notice.
_IN_ITS_NAME = lazy(r"(?:\s명의)?의?$")
# The secretary of a committee speaks for it.
_SECRETARY = lazy(r"\s?(?:책임|조직|선전)?\s?비서$")
# 무산광산 당비서, where no 당위원회 of it is named.
_PLANT_PARTY = lazy(r"(?<=[산장소사])\s(?:초급)?당$")
_PANEL = lazy(r"전문가\s?패널")
_OF_TWO = lazy(JOINED)
# What is printed in brackets behind a name: 들판연구소(FRI), 안전보장이사회(안보리).
_IN_BRACKETS = lazy(r"\((?:이하\s)?[‘']?(?P<short>[A-Z]{2,8}|[가-힣]{2,6})[’']?\)")
# Who rules, by a word that every other authority ends in, too.
_RULERS = {"당국": lazy(r"북한\s?당국"), "정부": lazy(r"(?:한국|우리|남한)\s정부")}
# 도당, 대북제재위: what such a name is short for.
_IN_FULL = {"당": "당위원회", "위": "위원회"}
_SHORTEST = 3
# 검열조 of a prosecution, 조직부 of a committee; but no part of the authorities as such.
_PART, _RULER = lazy(r"[가-힣0-9]{1,10}[조부과처실단대국소]"), lazy("당국$|정부$|^북한$|^중앙$")
# Whom 이 회사, 책임비서, 성에서 and 이 기관 take up again.
_ANY = lazy("^(?!.*(?:당국|정부|비서|중앙)$)(?!북한$)")
_KINDS = {
    "회사": lazy("회사|(?:무역|상사|총국)$"),
    "비서": lazy("당\\s?위원회$|[도시군]당$"),
    "위원회": lazy("위원회$|[도시군]당$"),
    "기구": lazy("유엔|기구|기금|계획|위원회|연맹|적십자|은행"),
    "부처": lazy("[성부]$|위원회$"),
    "동": lazy("동사무소$"),
    **dict.fromkeys(("기관", "부서"), _ANY),
    **{kind: lazy(rf"{kind}$") for kind in "성국부처"},
}
# 혜산방직공장: no list has it, and 공장에서는 means it.
_PLANTS = {
    kind: lazy(
        rf"(?<![가-힣0-9])(?!{NO_PLANT})[가-힣0-9]{{2,14}}(?<![한는은른각지구무방검영용노주배통하]){kind}(?![가-힣]{{3}})"
    )
    for kind in PLANT_KINDS.split("|")
}


@dataclass(frozen=True)
class KoreanBodies:
    """The bodies of one report, as printed, in order. `called`: what stands for a name, each with the name.

    `spans`: where they are named.
    """

    body: str
    names: tuple[str, ...]
    called: dict[str, str]
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, body: str) -> Self:
        spans = tuple(_NAMED.spans(body))
        names = dict.fromkeys(" ".join(body[start:end].split()) for start, end in (*spans, *_parts(body, spans)))
        noted = ((" ".join(body[start:end].split()), _IN_BRACKETS.match(body, end)) for start, end in spans)
        called = {note["short"]: name for name, note in noted if note and _stands_for(note["short"], name)}
        return cls(body, tuple(names), called, spans)

    def fullest(self, printed: str) -> str:
        """The longest name in the report that the words end, or are short for: 도당 is 함경남도 당위원회.

        A notice speaks for the body that issued it.
        """
        if printed not in self._fullest:
            self._fullest[printed] = self._sought(printed)
        return self._fullest[printed]

    def issuer(self, paper: str) -> str:
        """The body whose paper of that kind (보고서, 자료) the report tells of, wherever that is; or ""."""
        for kind in (paper, paper[:-1], f"{paper}문", f"{paper}서"):  # 통지, 통지문
            if kind in self._issued:
                return self.fullest(self._issued[kind])
        return self.panel if paper == "보고서" else ""

    def taken_up(self, kind: str, at: int) -> str:
        """The body of a kind (회사, 비서, 기관) that is named last before a place of the report, or first in it; or ""."""
        if kind not in self._of_kinds:
            self._of_kinds[kind] = list(self._of_kind(kind))
        last = max(self._of_kinds[kind], key=lambda name: self.body.rfind(name, 0, at), default="")
        return self.fullest(last) if last else self._plant(kind, at)

    def _of_kind(self, kind: str) -> Iterator[str]:
        """The names of bodies of a kind."""
        is_so = _KINDS.get(kind)
        for name in self.names:
            if is_so.search(name) if is_so else name.endswith(kind) if kind in _PLANTS else kind in name:
                yield name

    def _plant(self, kind: str, at: int) -> str:
        """The plant, station or unit of a kind that is named last before a place of the report, or first in it; or ""."""
        if kind not in _PLANTS:
            return ""
        if kind not in self._plants:
            self._plants[kind] = [(plant.start(), plant.group()) for plant in _PLANTS[kind].finditer(self.body)]
        named = self._plants[kind]
        return named[max(0, bisect_left(named, (at,)) - 1)][1] if named else ""

    @cached_property
    def _issued(self) -> dict[str, str]:
        """The kinds of papers that the report tells of, each with whoever issued the first of them, as printed."""
        issued: dict[str, str] = {}
        for match in (*ISSUED.finditer(self.body), *ISSUED_ABOVE.finditer(self.body)):
            issued.setdefault(match["paper"], " ".join(issuer_within(match).split()))
        return issued

    @cached_property
    def panel(self) -> str:
        """The longest name of the panel of experts, of which the UN has one; or ""."""
        return max((name for name in self.names if _PANEL.search(name)), key=len, default="")

    def _sought(self, printed: str) -> str:
        if (two := _OF_TWO.match(printed)) and two.end() < len(printed):
            return self.fullest(two["first"])
        if name := _IN_MARKS.search(printed) or _ABOVE_US.fullmatch(printed):
            return name[1]
        if printed.endswith("문") and (owner := self._issued.get(printed, printed)) != printed:
            return self.fullest(owner)
        if printed.endswith("문") and (issued := next((n for n in self.names if n.endswith(f" {printed}")), "")):
            return _IN_ITS_NAME.sub("", issued.removesuffix(f" {printed}"))
        if printed.endswith("단체"):  # the group that is named elsewhere
            marked = (_IN_MARKS.search(name) for name in self.names if "단체" in name)
            return next((name[1] for name in marked if name), self._marked_topic or printed)
        if _PANEL.search(printed):
            return self.panel or printed
        if printed in _RULERS:
            return next(filter(_RULERS[printed].fullmatch, self.names), printed)
        bare = _PLANT_PARTY.sub("", _SECRETARY.sub("", printed).rstrip())
        full = self.called.get(printed) or self._longest(printed) or bare
        return _OF_THE_NORTH.sub("", full)

    def _longest(self, printed: str) -> str:
        """The longest name that ends as the words do, or that they shorten; or ""."""
        short = "".join(printed.split())
        stem = _SECRETARY.sub("", short)
        ends = (short, stem[:-1] + _IN_FULL.get(stem[-1:], stem[-1:]))
        longer = {
            name: together for name, together in self._together if together.endswith(ends) or _shortens(short, name)
        }
        # 북한 우편국 says no more of whose it is than 우편국
        longest = max(longer, key=lambda name: len(longer[name].removeprefix("북한")), default="")
        return printed if longer.get(longest) == short else longest  # and not 시·군 당위원회 for 시·군당위원회

    @cached_property
    def in_marks(self) -> dict[str, str]:
        """The names that are printed in marks behind what they are, each with all of it: 들판, 인권단체 ‘들판’."""
        return {marked[1]: name for name in self.names if (marked := _IN_MARKS.search(name))}

    @cached_property
    def _marked_topic(self) -> str:
        """The first name in single marks that is the topic at the head of a sentence: ‘들판’은 …; or ""."""
        topic = _MARKED_TOPIC.search(self.body)
        return topic["name"] if topic else ""

    @cached_property
    def _together(self) -> tuple[tuple[str, str], ...]:
        """The names, each with itself without its spaces; no secretary."""
        return tuple((name, "".join(name.split())) for name in self.names if not name.endswith("비서"))

    @cached_property
    def _of_kinds(self) -> dict[str, list[str]]:
        """The names of each kind that was asked for before."""
        return {}

    @cached_property
    def _plants(self) -> dict[str, list[tuple[int, str]]]:
        """The plants of each kind that was asked for before, with their places in the report."""
        return {}

    @cached_property
    def _fullest(self) -> dict[str, str]:
        """What was asked before."""
        return {}


def issuer_within(issued: re.Match[str]) -> str:
    """Who issued a paper, as printed: of 국정원은 내각이 지시문을 내렸다고 the last."""
    nearer = [
        body["who"]
        for body in BODY_SPEAKS.finditer(issued.string, issued.end("who"), issued.start("paper"))
        if body.group().endswith(("이", "가"))
    ]
    return nearer[-1] if nearer else issued["who"]


def _parts(body: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where a part of a body stands right behind its name: 중앙검찰소 검열조."""
    for (start, end), (part, last) in pairwise(spans):
        if body[end:part] == " " and _PART.fullmatch(body, part, last) and not _RULER.search(body, start, end):
            yield start, last


def _shortens(short: str, name: str) -> bool:
    """Whether a name's last word is shortened to some of its syllables, the first and last among them: 국정원."""
    last = name.split()[-1]
    is_shorter = _SHORTEST <= len(short) < len(last) - 1
    return is_shorter and (short[0], short[-1]) == (last[0], last[-1]) and _runs_through(short, last)


def _stands_for(note: str, name: str) -> bool:
    """Whether a note behind a name is the name once more: its letters, or syllables of it, and no word for what it is."""
    return note.isascii() or _runs_through(note.replace("리", "이"), name)


def _runs_through(syllables: str, name: str) -> bool:
    """Whether syllables stand in a name in this order."""
    rest = iter(name)
    return all(syllable in rest for syllable in syllables)
