"""Where an unnamed source sits by the words of a Korean report."""

from typing import ClassVar

from articles.suggestions.filing.capital import is_regime
from articles.suggestions.korean.plants import province_of_plant
from articles.suggestions.sources.seats import BORDER, FAR_BACK, Seats, first_certain, last_province
from provinces.patterns import lazy

# 그곳에 사는, 이 지역의, 인근 마을: the place that was named last.
THAT_PLACE = (
    r"(?:[이그]\s?곳|거기|여기|(?:[이그동]|같은|동일한?|해당)\s(?:곳|지역|지방|도시|고장|마을|고을|동네|일대|[도시군리]|구역|농장|탄광|광산|공장|부대|시장|장마당)|(?:인근|이웃|근처|옆|아랫|윗)\s?(?:마을|동네|고장|농장|[군리]|인민반)|[도시군관]내)"
    r"(?:에(?:서)?|의|에\s?(?:사는|있는)|주민)?\s"
)
_LOCAL = lazy(
    rf"그\s[도현시군]의\s|(?:(?!중국|러시아|일본|한국)[가-힣]{{1,6}}\s){{0,2}}(?:현지(?:의|인)?\s|{THAT_PLACE})"
)
# What it begins with.
_LOCAL_SIGN = lazy(r"그\s|(?:[가-힣]{1,6}\s){0,2}(?:현지|[이그]\s?곳|[거여]기|[이동해같인근옆아윗도시군관])")
_LEFT = lazy(
    r"떠나|탈북|망명|귀순|출신|[이가]\s고향인|파견|다녀온|다녀간|다녀왔던|방문한|방문했던|갔다\s?온|여행한|들렀다\s?온|들른"
    r"|(?:살|거주하|지내|머물|살아오)던\s|(?:살았|거주했|지냈|머물렀|근무했|복무했|일했)던\s"
    r"|에서\s(?:내려|올라|건너|넘어)?온\s"
    r"|에서\s(?:\S+[을를]\s)?(?:들여오|사오|사\s오|가져오|수입하|실어오|받아오|떼오)"
)
# With whom somebody has to do who is somewhere else.
_KIN = (
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
    rf"|(?:에|의)\s(?:\S+\s)?{_KIN}(?:[을를이가]|도)\s(?:둔|두고\s있는|가진|있는|남긴|남아\s있는|두고\s온)\s"
    rf"|(?:에|의|에\s사는|에\s있는)\s(?:\S+\s)?{_KIN}(?:[과와]|에게서?|한테서?|[을를]\s통해)\s(?:\S+\s){{0,2}}?\S*[는한온린은던]\s"
    r"|(?:에|에다|으?로)\s(?:\S+\s){0,2}?\S+[을를]\s(?:\S+\s)?(?:보내|파|팔|수출하|넘기|대|대주|공급하|들여보내|실어\s?나르|실어\s?보내|나르|송금하|부치|납품하|판매하|전달하|운반하)(?:고\s있)?(?:는|던|아\s?온|어\s?온|해\s?온|온)\s)"
)
# 최근 중국을 방문한 함경북도 주민 sits where he is from, and nobody in 평양 for the 평양발 열차.
_WENT_ABROAD = lazy(
    r"^(?P<from>(?:[^\s]+\s){0,2}?)(?:중국|러시아|한국|일본|단둥|단동|연길|옌지|훈춘|선양|심양|블라디보스토크)\S*(?:을|를|에|로)\s(?:\S+\s)?"
    r"(?:방문한|다녀온|다녀간|찾은|나온|나와\s있는|건너온|넘어온)\s"
)
# Who has only been somewhere is of the place that is named behind it: 평양을 다녀온 함경북도의 한 상인.
_HAS_BEEN = lazy(r"^.*(?:다녀온|다녀간|다녀왔던|방문한|방문했던|갔다\s?온|여행한|들렀다\s?온|들른)\s")
_FROM_THERE = lazy(r"[가-힣]{2,4}발\s")
# 회령 건너편 세관의 직원 does not sit in Hoeryong.
_ACROSS = lazy(
    r"^.*(?:[과와]\s?(?:마주|맞닿|맞붙|접한|접해|인접|이웃|잇닿|국경)[가-힣]*|(?:맞은편|건너편|대안)(?:인|의|에\s있는)?)\s(?:있는\s|접한\s|맞댄\s)?"
)
_FACED = lazy(
    r"(?:지역|쪽|시|군)?(?:[과와](?:는)?|에서)\s?(?:[^\s.]{1,6}\s){0,3}?(?:마주|맞닿|맞붙|맞은편|건너편|맞대|강\s건너|이웃한|인접한|접한|잇닿)"
)
_ABROAD = lazy(r"중국|러시아|일본|한국|남한|몽골")
# 소식통(함경북도), A 씨(혜산 거주)
_NOTED_PLACE = lazy(r"\s?\((?P<where>[^()\n]{2,24})\)")
_HERE = lazy(rf"현지(?:의|인)?\s|(?<![가-힣]){THAT_PLACE}")


class KoreanSeats(Seats):
    """The provinces in which the sources of one Korean report sit."""

    language: ClassVar[str] = "ko"

    def described(self, start: int, end: int) -> str:
        """As `Seats` has it."""
        noted = _NOTED_PLACE.match(self._body, end)
        province = self.named(noted["where"]) if noted else ""
        words = self._body[start:end]
        words = _HAS_BEEN.sub("", _WENT_ABROAD.sub(r"\g<from>", words))
        if province or self._has_left(words):
            return province
        return self.named(_WENT_ABROAD.sub(r"\g<from>", words))

    def _has_left(self, descriptor: str) -> bool:
        return _LEFT.search(_WENT_ABROAD.sub(r"\g<from>", descriptor)) is not None

    def _first_province(self, words: str) -> str:
        words = _FROM_THERE.sub("", words)
        found = self._places(words)
        if across := _ACROSS.match(words):
            found = [place for place in found if place.start >= across.end()]
        elif knows := _ONLY_KNOWS.match(words):
            later = [place for place in found if place.start >= knows.end()]
            found = later if later or _ABROAD.search(words, knows.end()) else found
        found = [place for place in found if not _ONLY_DEALS.match(words, place.end)]
        return first_certain(found) if found else province_of_plant(words)

    def _around(self, descriptor: str, start: int, end: int) -> str:
        """The province of a "local source": the last one named before it."""
        if not _LOCAL_SIGN.match(descriptor) or not _LOCAL.match(descriptor):
            return ""
        before = self._body[max(0, start - FAR_BACK) : start]
        if descriptor.endswith("들") and "현지" in descriptor:
            return ""  # 현지 소식통들: who are described behind their lead
        found = [place for place in self._places(before) if not is_regime(place, before, self.language)]
        if found and _FACED.match(before, found[-1].end):
            return ""  # 원정리와 마주 보는 세관: on the other side
        if _HERE.search(descriptor):  # 단둥에서 …고 현지 소식통은 말했다: abroad
            last = found[-1] if found else None
            return last.province or "" if last and last.province != BORDER else ""
        return last_province(found)
