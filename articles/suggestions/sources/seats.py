"""Where an unnamed source sits by the words that describe it."""

import re

from articles.suggestions.filing.capital import CAPITAL, is_regime
from articles.suggestions.korean.plants import province_of_plant
from articles.suggestions.sources.nouns import places_in
from articles.suggestions.sources.whereabouts import before, behind, said_of
from provinces.gazetteer import Gazetteer
from provinces.patterns import lazy

_BORDER = "china-north-korea-border"
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
# 그곳에 사는, 이 지역의, 인근 마을: the place that was named last.
THAT_PLACE = (
    r"(?:[이그]\s?곳|거기|여기|(?:[이그동]|같은|동일한?|해당)\s(?:곳|지역|지방|도시|고장|마을|고을|동네|일대|[도시군리]|구역|농장|탄광|광산|공장|부대|시장|장마당)|(?:인근|이웃|근처|옆|아랫|윗)\s?(?:마을|동네|고장|농장|[군리]|인민반)|[도시군관]내)"
    r"(?:에(?:서)?|의|에\s?(?:사는|있는)|주민)?\s"
)
_LOCAL = lazy(
    r"(?:(?:an?|the|one|some|several|many|two|three|other)\s)?local(?:s$|\b)|(?:an?|one|another)\s(?:city|county|town|village)\s(?:resident|source|trader|official|cadre)s?$"
    r"|.*\b(?:in|from|of)\s(?:the(?:\ssame)?|that|this)\s(?:(?!Chinese)[\w-]+\s){0,2}(?:province|region|county|city|town|village|area|lane|alley|district|port|zone|neighbou?rhood|ward)(?=$|,|\swho\b|\swith\b|\s(?:and|familiar|close|surnamed|involved|knowledgeable)\b)|.*\sthere$"
    r"|(?!.*\bformer\b).*\b(?:of|at|from|with|in)\s(?:the|that)\s(?:same\s)?(?:city|county|town|province|port|district|village)[’']s\s[^,;]+$"
    r"|(?!.*\bformer\b).*\b(?:of|at|from|with|in)\s(?:the|an?|its)\s(?:provincial|county|city|municipal)\s(?:[\w’'-]+\s){0,4}(?:committee|party|bureau|department|office|union|government|police|court|hospital|company|authority|league|commission)$"
    r"|.*\bwho\s(?:has\s|have\s|had\s)?(?:\w+ly\s)?(?:liv|work|trad|farm|sell|sold|resid|stay|been|grew)\w*\s(?:\w+\s)?(?:in|at|on)\s(?:the|that|this)\s(?:province|county|city|town|village|lane|alley|market|street|port|harbou?r|district)\b"
    rf"|그\s[도현시군]의\s|(?:(?!중국|러시아|일본|한국)[가-힣]{{1,6}}\s){{0,2}}(?:현지(?:의|인)?\s|{THAT_PLACE})",
    re.IGNORECASE,
)
# What it begins with, or holds.
_LOCAL_SIGN = lazy(
    r"^(?:(?:(?:an?|the|one|some|several|many|two|three|other)\s)?local|(?:an?|one|another)\s(?:city|county|town|village)|그\s|(?:[가-힣]{1,6}\s){0,2}(?:현지|[이그]\s?곳|[거여]기|[이동해같인근옆아윗도시군관]))|\s(?:th(?:e|at|is)\s|there$)",
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
    r"|who\s(?:(?:often|sometimes|also|\w+ly)\s){0,2}(?:visits?|fl(?:y|ies)\s(?:in)?to|(?:travels?|goes|drives?|commutes?|walks?|sails?|cycles?)\s(?:\w+\s)?to|makes?\s(?:trips?|the\srun)|take[sn]?\s[^,]*?\b(?:to|from)"
    r"|(?:brings?|carries|transports?|hauls?|moves?|smuggles?)\s[^,]*?\bto)"
    r"|whose\s(?:[\w-]+\s)?(?:husband|wife|family|sons?|daughters?|parents|mother|father|brothers?|sisters?|relatives?|children|child|siblings?|uncle|aunt|cousins?|friends?|partners?|clients?|customers?|suppliers?)"
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
    r"|.*?\b(?:from|of)\s[^,]*,\s(?:but\s)?(?:now|currently|at\spresent)\s(?:in|at)\s(?P<now>.*)"
    r"|(?:(?!\s(?:in|who)\s)[^,])*?\s(?:from|at|of|for|with)\s(?:(?!\s(?:in|who)\s)[^,])*\s(?:now\s|currently\s)?in\s(?P<last>[^,]*)$",
    re.DOTALL,
)
# Where no reader looks for a province.
_FOREIGN = lazy(
    r"(?:the\s)?(?:[\w-]+\s){0,3}?(?:China|Chinese|Russia|Russian|Vladivostok|Khabarovsk|Moscow|Ussuriysk|Irkutsk|Sakhalin|Beijing|Shanghai|Seoul|Incheon|Busan|South|Japan|Tokyo|Osaka"
    r"|Mongolia|Poland|Malaysia|Kuwait|Qatar|Europe|Africa|Laos|Thailand|Vietnam|Hanoi|Bangkok|abroad|overseas)\b"
)
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
    r"떠나|탈북|출신|[이가]\s고향인|파견|다녀온|다녀간|방문한|방문했던|갔다\s?온|여행한"
    r"|에서\s(?:내려|올라|건너|넘어)?온\s"
    r"|에서\s(?:\S+[을를]\s)?(?:들여오|사오|사\s오|가져오|수입하|실어오|받아오|떼오)"
    r"|\bdefect|\bformer\b.*\bnow in\b|\bwho\s(?:ha[ds]\s(?:recently\s|just\s)?)?(?:left|fled|escaped|settled|resettled)\b"
    r"|\b(?:formerly|previously|once|until\s\w+)\s(?:posted|based|stationed|living|working|employed)\b"
    r"|\bused\sto\s(?:live|work)\b|\bformer\s(?:\w+\s)?(?:resident|inmate|prisoner)\b"
    r"|\bwho\s(?:(?:has|had|have|recently|just|once|also|often|lately|\w+ly)\s){0,2}(?:visited|toured|returned\sfrom|travell?ed\sto|been\sto|came\s(?:back|out)\s(?:from|of))\b"
    r"|\b(?:back|returned|returning|fresh)\sfrom\s"
    r"|\bnow\s(?:in|at)\s(?:the\sSouth|South\sKorea|Seoul|Incheon|Busan)\b|\bnow\s(?:lives|living|resides|residing|based|works)\sin\b",
    re.IGNORECASE,
)
_FLED = lazy(
    r",?\swho\s(?:(?:has|had)\s)?(?:defected|fled|escaped|resettled|settled|left\s(?:the\s(?:country|North)|North)|(?:came|got)\sto\s(?:the\sSouth|South|Seoul)"
    r"|arrived\sin\s(?:the\sSouth|South|Seoul)|now\s(?:lives|works))\b"
)
# With whom somebody has to do who is somewhere else.
_KIN_KO = (
    r"(?:가족|친척|친지|부모|형제|자매|남매|형|누나|언니|오빠|동생|아들|딸|자식|자녀|어머니|아버지|부모님|남편|아내|처|삼촌|이모|고모|사촌|조카|친구|지인|동창|이웃|주민|상인|대방"
    r"|거래처|거래선|협력자|소식통|인맥|연고|연줄|사업장|공장|회사|지사|사무소|집|고향|측근|정보원)들?"
)
# 만포 사정에 밝은 중국 지안의 소식통 sits in Ji'an, 신의주를 오가는 단둥의 무역상 in Dandong.
_ONLY_KNOWS = lazy(
    r"^.*(?:사정|소식|동향|내부|무역|실정)(?:을|에|에는)\s(?:잘\s|훤히\s)?(?:밝은|아는|정통한|익숙한|능통한|훤한)\s|^.*[를을과와]\s(?:자주\s)?(?:오가는|드나드는|오가며\s\S+\s하는)\s"
    r"|^.*(?:대방|상대|거래처|업자|상인|회사)들?[과와]\s(?:\S+\s)?(?:거래|무역|장사|사업|연계|연락)\S{0,4}\s?(?:하는|하고\s있는|해온|하던|있는|한)\s"
)
# Behind a place with which somebody only has to do: 혜산을 상대로, 고성군에 친척을 둔, 신의주로 비료를 보내는.
_ONLY_DEALS = lazy(
    r"(?:지역|쪽|시|군)?(?:[을를]\s(?:상대로|상대하는|겨냥해|거쳐|경유해)\s"
    r"|[과와]\s(?:\S+\s)?(?:거래|무역|교역|장사)를?\s?(?:하는|하고\s있는|해온|하던|있는|한)\s"
    rf"|(?:에|의)\s(?:\S+\s)?{_KIN_KO}(?:[을를이가]|도)\s(?:둔|두고\s있는|가진|있는|남긴|남아\s있는|두고\s온)\s"
    rf"|(?:에|의|에\s사는|에\s있는)\s(?:\S+\s)?{_KIN_KO}(?:[과와]|에게서?|한테서?|[을를]\s통해)\s(?:\S+\s){{0,2}}?\S*[는한온린은던]\s"
    r"|(?:에|에다|으?로)\s(?:\S+\s){0,2}?\S+[을를]\s(?:\S+\s)?(?:보내|파|팔|수출하|넘기|대|대주|공급하|들여보내|실어\s?나르|실어\s?보내|나르|송금하|부치|납품하|판매하|전달하|운반하)(?:고\s있)?(?:는|던|아\s?온|어\s?온|해\s?온|온)\s)"
)
# 최근 중국을 방문한 함경북도 주민 sits where he is from, and nobody in 평양 for the 평양발 열차.
_WENT_ABROAD = lazy(
    r"^(?P<from>(?:[^\s]+\s){0,2}?)(?:중국|러시아|한국|일본|단둥|단동|연길|옌지|훈춘|선양|심양|블라디보스토크)\S*(?:을|를|에|로)\s(?:\S+\s)?"
    r"(?:방문한|다녀온|다녀간|찾은|나온|나와\s있는|건너온|넘어온)\s"
)
_FROM_THERE = lazy(r"[가-힣]{2,4}발\s")
# 회령 건너편 세관의 직원 does not sit in Hoeryong.
_ACROSS_KO = lazy(
    r"^.*(?:[과와]\s?(?:마주|맞닿|맞붙|접한|접해|인접|이웃|잇닿|국경)[가-힣]*|(?:맞은편|건너편|대안)(?:인|의|에\s있는)?)\s(?:있는\s|접한\s|맞댄\s)?"
)
_ABROAD = lazy(r"중국|러시아|일본|한국|남한|몽골")
# 소식통(함경북도), A 씨(혜산 거주)
_NOTED_PLACE = lazy(r"\s?\((?P<where>[^()\n]{2,24})\)")
_HERE = lazy(r"\s(?:the|that)\s(?:same\s)?city$")
_HERE_KO = lazy(rf"현지(?:의|인)?\s|(?<![가-힣]){THAT_PLACE}")
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
_TAIL, _FAR_BACK, _BESIDE = 160, 1500, 120


class Seats:
    """The provinces in which the sources of one report sit, as slugs; "" for none that is known."""

    def __init__(self, body: str, language: str) -> None:
        self._body, self._language = body, language
        self._provinces: dict[str, str] = {}  # what was asked before

    def told_of(self, start: int, end: int) -> str:
        """The province of a source described at body[start:end], be it only by what stands around it."""
        if province := self.described(start, end):
            return province
        descriptor = " ".join(self._body[start:end].split())
        if _LEFT.search(_WENT_ABROAD.sub(r"\g<from>", _own(descriptor))):
            return ""
        if province := self._near(descriptor, start) or self._met(line_behind(self._body, end)):
            return province
        return self._around(descriptor, start, end)

    def described(self, start: int, end: int) -> str:
        """The province of a source described at these places, and by ", who lives in Hyesan" behind them."""
        lives = LIVES.match(self._body, end)
        province = self.named(lives.group()) if lives else ""
        if _FLED.match(self._body, end):
            return ""
        noted = _NOTED_PLACE.match(self._body, end) if self._language == "ko" else None
        province = province or (self.named(noted["where"]) if noted else "")
        words = _own(_WENT_ABROAD.sub(r"\g<from>", self._body[start:end]))
        if province or (lives and _LEFT.search(lives.group())) or _LEFT.search(words):
            return province
        return self.named(words)

    def named(self, words: str) -> str:
        """The first province that words put a source in, or ""; the border as a whole is none."""
        if words not in self._provinces:
            self._provinces[words] = self._first_province(words)
        return self._provinces[words]

    def _first_province(self, words: str) -> str:
        words = _FROM_THERE.sub("", _BORN.sub("", _WATCHES.sub("", _KNOWS.sub("", words))))
        if elsewhere := _FROM_BUT_IN.match(words):
            where = elsewhere["where"] or elsewhere["to"] or elsewhere["now"]
            places = Gazetteer.from_file().find(where or elsewhere["last"], self._language)
            # "Of a county in its province" says one place; "of its office in a town abroad" says two.
            if (places and (where or not any(place.province for place in places))) or (where and _FOREIGN.match(where)):
                words = where or elsewhere["last"]
        found = Gazetteer.from_file().find(words, self._language)
        if (across := _ACROSS.search(words)) and any(mention.end <= across.start() for mention in found):
            found = [mention for mention in found if mention.end <= across.start()]
        if across := _ACROSS_KO.match(words):
            found = [mention for mention in found if mention.start >= across.end()]
        elif knows := _ONLY_KNOWS.match(words):
            later = [mention for mention in found if mention.start >= knows.end()]
            found = later if later or _ABROAD.search(words, knows.end()) else found
        found = [mention for mention in found if not _ONLY_DEALS.match(words, mention.end)]
        if _ONLY_ACROSS.search(words, 0, found[0].start if found else 0):
            return ""  # "whose yard lies across from Namyang"
        spans = [(mention.start, mention.end) for mention in found]
        # A name of several provinces at once ("Hwanghae Provinces") puts nobody in one of them.
        found = [m for m in found if m.text not in _FAR_SIDE and not _OF_THE_STATE.match(words, m.start)]
        certain = (m.province for m in found if m.province != _BORDER and spans.count((m.start, m.end)) == 1)
        named = next((province for province in certain if province), "")
        if not found and (plant := province_of_plant(words)):
            return plant
        return CAPITAL if not found and _THE_CAPITAL.search(words) else named

    def _met(self, tail: str) -> str:
        """The province where somebody told the outlet, if these words say so: "told us in Hyesan"."""
        met = _MET.match(tail)
        return self.named(met["where"] or met["from"]) if met else ""

    def _around(self, descriptor: str, start: int, end: int) -> str:
        """The province where the words around it say that somebody is of whose place the descriptor tells nothing."""
        if self._language == "ko" or places_in(descriptor, self._language):
            return ""
        where = behind(self._body, end) or before(self._body, start, descriptor) or said_of(self._body, end, descriptor)
        return self.named(where) if where else ""

    def _of_house(self, noun: str, at: int) -> str:
        """The province of "a worker at the mill": where a mill was told of last."""
        first = max(0, at - _FAR_BACK)
        told = re.compile(rf"\b{noun}s?\b", re.IGNORECASE)
        for match in reversed([*told.finditer(self._body, first, at)]):
            there = _ITS_PLACE.match(self._body, match.end(), at)
            named = self.named(there["where"]) if there else ""
            own = _WHOSE_HOUSE.search(self._body, max(first, match.start() - _BESIDE), match.start())
            if named := named or (self.named(own["where"]) if own else ""):
                return named
        return ""

    def _near(self, words: str, at: int) -> str:
        """The province of a "local source": the last one named before it."""
        if (house := _AT_THE_HOUSE.search(words)) and not _FORMER.search(words):
            return self._of_house(house["noun"], at)
        if not _LOCAL_SIGN.search(words) or not _LOCAL.match(words) or "Chinese" in words:
            return ""
        before = self._body[max(0, at - _FAR_BACK) : at]
        if _THERE.search(words) and _SOME_PLACE.search(own := before.rpartition("\n")[2]):
            before = own
        places = Gazetteer.from_file().find(before, self._language)
        if words.endswith("들") and "현지" in words:
            return ""  # 현지 소식통들: who are described behind their lead
        if _HERE_KO.search(words):  # 단둥에서 …고 현지 소식통은 말했다: abroad
            last = next((place for place in reversed(places) if not is_regime(place, before, self._language)), None)
            return last.province or "" if last and last.province != _BORDER else ""
        if _HERE.search(words) and places and not places[-1].province and places[-1].end > len(before) - _BESIDE:
            return ""  # "In Dandong, too, … A source in the city"
        found = [place for place in places if not is_regime(place, before, self._language)]
        divisions = [
            mention for mention in found if mention.province and mention.place is None and "rovince" in mention.text
        ]
        near = divisions if words.endswith("province") else []
        near = near or [mention for mention in found if mention.province and mention.province != _BORDER]
        return near[-1].province or "" if near else ""


def _own(words: str) -> str:
    """What words say of somebody alone, and not of whose mother or friend it is."""
    return _OF_ANOTHER.sub("", words) if _KIN.match(words) else words


def line_behind(body: str, end: int) -> str:
    """What follows on the same line, as far as it may tell of a source described before it."""
    return body[end : end + _TAIL].split("\n")[0]
