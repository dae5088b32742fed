"""Where an unnamed source sits by the words of an English report."""

import re
from typing import ClassVar

from articles.suggestions.filing.capital import CAPITAL, is_regime
from articles.suggestions.sources.nouns import places_in
from articles.suggestions.sources.seats import FAR_BACK, Seats, first_certain, last_province, line_behind
from articles.suggestions.sources.whereabouts import before, behind, said_before, said_of
from provinces.patterns import lazy

_THE_CAPITAL = lazy(r"\bthe\s(?:North\sKorean\s)?capital\b(?!\sof\b)")
LIVES = lazy(
    r",?\s+who\s+(?:now\s+)?(?:is|was|lives|resides|works|stays)\s+(?:currently\s+)?(?:based\s+|living\s+|located\s+)?(?:in|near|at)\s+[^,.;]{2,60}"
)
_ON_A_DAY, _BY_PHONE = (
    r"(?:(?:on|last|this)\s[\w ]{3,20}?\s)?",
    r"(?:(?:by|over|via|in|on)\s(?:an?\s|the\s)?(?:tele)?phone\s(?:call\s|interview\s)?)?",
)
_A_PLACE = r"(?:the\s(?:(?:[\w-]+\s){1,3}of\s)?)?[A-Z][\w’'-]+(?:\s[A-Z]\w+)?"
_MET = lazy(
    rf",?\s(?:said|says|added|explained|recalled|reported|complained)\s{_ON_A_DAY}{_BY_PHONE}(?P<from>from\s{_A_PLACE})"
    rf"|,?\s(?:told|spoke\sto)\s(?:us|(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+){{0,2}})\s{_ON_A_DAY}{_BY_PHONE}(?P<where>(?:in|from)\s{_A_PLACE})"
)
_LOCAL = lazy(
    r"(?:(?:an?|the|one|some|several|many|two|three|other)\s)?local(?:s$|\b)|(?:an?|one|another)\s(?:city|county|town|village)\s(?:resident|source|trader|official|cadre)s?$"
    r"|.*\b(?:in|from|of)\s(?:the(?:\ssame)?|that|this)\s(?:(?!Chinese)[\w-]+\s){0,2}(?:province|region|county|city|town|village|area|lane|alley|district|port|zone|neighbou?rhood|ward)(?=$|,|\swho\b|\swith\b|\s(?:and|familiar|close|surnamed|involved|knowledgeable)\b)|.*\sthere$"
    r"|(?!.*\bformer\b).*\b(?:of|at|from|with|in)\s(?:the|that)\s(?:same\s)?(?:city|county|town|province|port|district|village)[’']s\s[^,;]+$"
    r"|(?!.*\bformer\b).*\b(?:of|at|from|with|in)\s(?:the|an?|its)\s(?:provincial|county|city|municipal)\s(?:[\w’'-]+\s){0,4}(?:committee|party|bureau|department|office|union|government|police|court|hospital|company|authority|league|commission)$"
    r"|.*\bwho\s(?:has\s|have\s|had\s)?(?:\w+ly\s)?(?:liv|work|trad|farm|sell|sold|resid|stay|been|grew)\w*\s(?:\w+\s)?(?:in|at|on)\s(?:the|that|this)\s(?:province|county|city|town|village|lane|alley|market|street|port|harbou?r|district)\b",
    re.IGNORECASE,
)
# What it begins with, or holds.
_LOCAL_SIGN = lazy(
    r"^(?:(?:(?:an?|the|one|some|several|many|two|three|other)\s)?local|(?:an?|one|another)\s(?:city|county|town|village))|\s(?:th(?:e|at|is)\s|there$)",
    re.IGNORECASE,
)
# The Chinese side of a crossing.
_FAR_SIDE = frozenset(("Quanhe", "Sanhe", "Nanping", "Kaishantun", "Guchengli", "Shatuozi", "Changbai", "Linjiang"))
# Nobody there is of a place that an earlier paragraph named, or that lies before one abroad.
_THERE = lazy(r"\sthere$")
# Whatever place its own paragraph names before.
_SOME_PLACE = lazy(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|to|[Ff]rom|of|[Aa]round)\s(?:the\s)?(?:[\w’'-]+\s){0,5}?(?!(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)[a-z.]*\b)[A-Z][a-z]"
)
# "a source with contacts in Kaesong" is somewhere else.
_KNOWS = lazy(
    r"\b(?:with\s(?:[\w-]+\s){0,2}(?:contacts|ties|connections|links|relatives|family|friends|dealings|knowledge)\s(?:in|to|with|of)"
    r"|in\s(?:[\w-]+\s)?(?:contact|touch|communication)\swith|citing|quoting|recently\s(?:in|at)"
    r"|(?:who\s)?(?:dealing|trading|doing\sbusiness|communicating)\swith"
    r"|who\s(?:(?:has|had|have|often|also|regularly|recently|\w+ly)\s){0,2}(?:sp(?:oke|oken|eaks?)|talk(?:s|ed)?|keeps?\sin\stouch|communicates?)\s(?:to|with)"
    r"|who\s(?:(?:often|sometimes|also|\w+ly)\s){0,2}(?:visits?|fl(?:y|ies)\s(?:in)?to|cross(?:es)?\s(?:\w+\s)?(?:in)?to|fish(?:es)?\soff|(?:travels?|goes|drives?|commutes?|walks?|sails?|cycles?)\s(?:\w+\s)?to|makes?\s(?:trips?|the\srun)|take[sn]?\s[^,]*?\b(?:to|from)"
    r"|(?:brings?|carries|transports?|hauls?|moves?|smuggles?)\s[^,]*?\bto)"
    r"|whose\s(?:[\w-]+\s)?(?:husband|wife|family|sons?|daughters?|parents|mother|father|brothers?|sisters?|relatives?|children|child|siblings?|uncle|aunt|cousins?|friends?|partners?|clients?|customers?|suppliers?)"
    r"|(?:participants?|visitors?|attendees?|guests?|delegates?|tourists?)\s(?:of|at|in|to)|who\s(?:took\spart|participated)\sin"
    r"|(?:familiar|acquainted)\swith|knowledgeable\s(?:about|of|on)|who\s(?:trades|deals|does\sbusiness)\swith"
    r"|who\s(?:exports?|ships?|sells?|sends?|supplies|delivers?|imports?|buys?)\s[^,]*?\b(?:to|from))\s(?:(?!,\s(?:one|both|now|living|based|who\s(?:lives|works))\b).)*",
    re.DOTALL,
)
# "Pyongyang’s envoy" is the government's.
_OF_THE_STATE = lazy(
    r"Pyongyang[’']s\s(?!(?:[\w-]+\s){0,2}(?:districts?|markets?|streets?|quarters?|suburbs?|outskirts|neighbou?rhoods?|population|residents|people|stations?)\b)[a-z]"
)
# "A Pyongyang watcher" may be anywhere.
_WATCHES = lazy(r"\b[A-Z][\w’'-]+(?=[\s-](?:watchers?|observers?|experts?|specialists?|scholars?|hands?)\b)")
# "A trader from Sinuiju working in Dandong", "an official at the Rason office in Yanji" sits where the last words say.
_FROM_BUT_IN = lazy(
    r".*?\b(?:from|of)\s.*?\b(?:working|living|staying|based|stationed|residing|trading|posted|dispatched|studying|training|serving|settled|employed)\s(?:in|to|at)\s(?P<where>.*)"
    r"|.*?\b(?:dispatched|sent|posted|assigned|transferred|moved|relocated|resettled)\s(?:[\w-]+\s)?from\s[^,]*?\sto\s(?P<to>.*)"
    r"|.*?\b(?:dispatched|sent|posted|assigned|transferred)\sto\s(?P<there>[^,]*?)\sfrom\s.*"
    r"|.*?\b(?:from|of)\s[^,]*,\s(?:but\s)?(?:now|currently|at\spresent)\s(?:in|at)\s(?P<now>.*)"
    r"|(?:(?!\s(?:in|who)\s)[^,])*?\s(?:from|at|of|for|with)\s(?:(?!\s(?:in|who)\s)[^,])*\s(?:now\s|currently\s)?in\s(?P<last>[^,]*)$",
    re.DOTALL,
)
# Where no reader looks for a province.
_FOREIGN = lazy(
    r"(?:the\s)?(?:[\w-]+\s){0,3}?(?:China|Chinese|Russia|Russian|Vladivostok|Khabarovsk|Moscow|Ussuriysk|Irkutsk|Sakhalin|Beijing|Shanghai|Seoul|Incheon|Busan|South|Japan|Tokyo|Osaka"
    r"|Mongolia|Poland|Malaysia|Kuwait|Qatar|Europe|Africa|Laos|Thailand|Vietnam|Hanoi|Bangkok|abroad|overseas)\b"
)
_LIVES_ABROAD = lazy(rf"\s(?:in|near|at)\s{_FOREIGN.pattern}")
# "A Seoul-based expert on Rason" sits in Seoul.
_BASED_ABROAD = lazy(rf"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Ss]everal|[Tt]wo|[Ss]ome)\s{_FOREIGN.pattern}-based\b")
# "The mother of a soldier held in Kaesong" is somewhere else, and so is who tells of one who fled.
_OF_ANOTHER = lazy(
    r"\s(?:of|to)\s(?:an?|one|the|several|some)\s(?:[\w-]+\s){1,3}?(?:(?:held|jailed|detained|imprisoned|serving|stationed|posted|arrested|killed|injured|working|studying|living)\b"
    r"|who\s).*"
)
_KIN = lazy(
    r"^(?:an?|the|one|another)\s(?:[\w-]+\s){0,2}?(?:mother|father|wife|husband|widow|son|daughter|brother|sister|parents?|relative|cousin|uncle|aunt|friend|neighbou?r|acquaintance|colleague|classmate|lawyer)s?\b",
    re.IGNORECASE,
)
# "A Hyesan-born broker" may be anywhere.
_BORN = lazy(r"\b[A-Z][\w’'-]*-born\b")
# "In Dandong, across the river from Sinuiju" is in Dandong.
_ACROSS = lazy(r",?\s(?:just\s)?(?:across|opposite|facing|bordering|next\sto)\s")
_ONLY_ACROSS = lazy(r"\b(?:across\s(?:the\s\w+\s)?from|opposite|facing)\s(?:the\s)?(?:[\w’'-]+\s){0,4}$")
_LEFT = lazy(
    r"\bdefect|\bformer\b.*\bnow in\b|\bwho\s(?:ha[ds]\s(?:recently\s|just\s)?)?(?:left|fled|escaped|settled|resettled)\b"
    r"|\b(?:formerly|previously|once|until\s\w+)\s(?:posted|based|stationed|living|working|employed)\b"
    r"|\bwho\s(?:had\s)?spent\s[\w\s-]{3,30}?\s(?:in|at)\b|\bused\sto\s(?:live|work)\b|\bformer\s(?:\w+\s)?(?:resident|inmate|prisoner)\b"
    r"|\bwho\s(?:(?:has|had|have|recently|just|once|also|often|lately|\w+ly)\s){0,2}(?:visited|toured|returned\sfrom|travell?ed\sto|been\sto|came\s(?:back|out)\s(?:from|of))\b"
    r"|\b(?:back|returned|returning|fresh)\sfrom\s"
    r"|\bnow\s(?:in|at)\s(?:the\sSouth|South\sKorea|Seoul|Incheon|Busan)\b|\bnow\s(?:lives|living|resides|residing|based|works)\sin\b",
    re.IGNORECASE,
)
_FLED = lazy(
    r",?\swho\s(?:(?:has|had)\s)?(?:defected|fled|escaped|resettled|settled|left\s(?:the\s(?:country|North)|North)|(?:came|got)\sto\s(?:the\sSouth|South|Seoul)"
    r"|arrived\sin\s(?:the\sSouth|South|Seoul)|now\s(?:lives|works))\b"
)
_HERE = lazy(r"\s(?:the|that)\s(?:same\s)?city$")
# "A worker at the mill", after "the mill in Anju", "the Anju Mill", "Anju’s mill".
_AT_THE_HOUSE = lazy(
    r"\s(?:at|of|in|from|with)\s(?:the|that|this)\s(?:same\s)?(?P<noun>mill|mine|factory|farm|plant|shipyard|school|hospital|university|college|complex|quarry|pier"
    r"|camp|prison|workshop|warehouse|brewery|checkpoint|smelter|refinery|bakery|orchard|dock)$",
    re.IGNORECASE,
)
_FORMER = lazy(r"\b(?:[Ff]ormer|[Ee]x-|[Rr]etired)")
_ITS_PLACE = lazy(
    r"\s(?:in|at|of|near|outside)\s(?P<where>(?:the\s)?(?:[\w’'-]+\s){0,4}?[A-Z][\w’'-]+(?:,?\s[A-Z][\w’'-]+){0,3})"
)
_WHOSE_HOUSE = lazy(
    r"\b(?P<where>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})(?:\s(?!in|at|of|to|from|and|or)[a-z-]+){0,2}\s\Z"
)
_BESIDE = 120


class EnglishSeats(Seats):
    """The provinces in which the sources of one English report sit."""

    language: ClassVar[str] = "en"

    def described(self, start: int, end: int) -> str:
        """As `Seats` has it."""
        if _FLED.match(self._body, end):
            return ""
        lives = LIVES.match(self._body, end)
        province = self.named(lives.group()) if lives else ""
        words = self._body[start:end]
        is_away = lives is not None and (_LEFT.search(lives.group()) or _LIVES_ABROAD.search(lives.group()))
        if province or is_away or self._has_left(words):
            return province
        return self.named(_own(words))

    def _has_left(self, descriptor: str) -> bool:
        return _LEFT.search(_own(descriptor)) is not None

    def _first_province(self, words: str) -> str:
        if _BASED_ABROAD.match(words):
            return ""
        words = _BORN.sub("", _WATCHES.sub("", _KNOWS.sub("", words)))
        if elsewhere := _FROM_BUT_IN.match(words):
            where = elsewhere["where"] or elsewhere["to"] or elsewhere["there"] or elsewhere["now"]
            places = self._places(where or elsewhere["last"])
            # "Of a county in its province" says one place; "of its office in a town abroad" says two.
            if (places and (where or not any(place.province for place in places))) or (where and _FOREIGN.match(where)):
                words = where or elsewhere["last"]
        found = self._places(words)
        if (across := _ACROSS.search(words)) and any(place.end <= across.start() for place in found):
            found = [place for place in found if place.end <= across.start()]
        if _ONLY_ACROSS.search(words, 0, found[0].start if found else 0):
            return ""  # "whose yard lies across from Namyang"
        found = [
            place for place in found if place.text not in _FAR_SIDE and not _OF_THE_STATE.match(words, place.start)
        ]
        return CAPITAL if not found and _THE_CAPITAL.search(words) else first_certain(found)

    def _around(self, descriptor: str, start: int, end: int) -> str:
        if province := self._near(descriptor, start) or self._met(line_behind(self._body, end)):
            return province
        if places_in(descriptor, self.language):
            return ""
        where = behind(self._body, end) or before(self._body, start, descriptor) or said_of(self._body, end, descriptor)
        where = where or said_before(self._body, start, descriptor)
        return self.named(where) if where else ""

    def _met(self, tail: str) -> str:
        """The province where somebody told the outlet, if these words say so: "told us in Hyesan"."""
        met = _MET.match(tail)
        return self.named(met["where"] or met["from"]) if met else ""

    def _near(self, words: str, at: int) -> str:
        """The province of a "local source": the last one named before it."""
        if (house := _AT_THE_HOUSE.search(words)) and not _FORMER.search(words):
            return self._of_house(house["noun"], at)
        if not _LOCAL_SIGN.search(words) or not _LOCAL.match(words) or "Chinese" in words:
            return ""
        before = self._body[max(0, at - FAR_BACK) : at]
        if _THERE.search(words) and _SOME_PLACE.search(own := before.rpartition("\n")[2]):
            before = own
        places = self._places(before)
        if _HERE.search(words) and places and not places[-1].province and places[-1].end > len(before) - _BESIDE:
            return ""  # "In Dandong, too, … A source in the city"
        found = [place for place in places if not is_regime(place, before, self.language)]
        divisions = [place for place in found if place.place is None and "rovince" in place.text]
        return (last_province(divisions) if words.endswith("province") else "") or last_province(found)

    def _of_house(self, noun: str, at: int) -> str:
        """The province of "a worker at the mill": where a mill was told of last."""
        first = max(0, at - FAR_BACK)
        told = re.compile(rf"\b{noun}s?\b", re.IGNORECASE)
        for match in reversed([*told.finditer(self._body, first, at)]):
            there = _ITS_PLACE.match(self._body, match.end(), at)
            named = self.named(there["where"]) if there else ""
            own = _WHOSE_HOUSE.search(self._body, max(first, match.start() - _BESIDE), match.start())
            if named := named or (self.named(own["where"]) if own else ""):
                return named
        return ""


def _own(words: str) -> str:
    """What words say of somebody alone, and not of whose mother or friend it is."""
    return _OF_ANOTHER.sub("", words) if _KIN.match(words) else words
