"""What a report is about: the provinces and places where its events are, and its topics. Pure: no Django, no database.

Where a source sits is not where anything happened, a capital's name is often a government, and a place denied ("not
from A but from B") is not meant. Everything else a report names belongs to it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Self

from articles.spans import BLANK_LINE
from articles.suggestions.english_border import Border, borders_in, has_border_with_china
from articles.suggestions.english_towns import lies_only_across, without_former
from articles.suggestions.english_words import ORDERING, SAYING
from articles.suggestions.signs import Around, Signed
from articles.suggestions.topic_names import NamedTopics, TopicNames
from provinces.gazetteer import Gazetteer
from provinces.mentions import Mention
from provinces.patterns import lazy
from sources.descriptors import source_mentions
from sources.vocabulary import Vocabulary

BORDER = "china-north-korea-border"
CAPITAL = "pyongyang"
MOST_TOPICS = 5

_CAPITAL_AS_PLACE = lazy(
    r"\b(?:in|at|around|across|outside|inside|within|throughout|and|or|to|from|reach(?:es|ed)?|via|through|into|near|toward|towards"
    r"|(?:streets?|outskirts|suburbs|shops|stores|hospitals|restaurants|residents|people|citizens|districts?|part|parts|centre|center|heart|population|price|prices)\s+of"
    r"|(?:in|at|from|to|around|of|near)\s+(?:central|downtown|eastern|western|northern|southern|east|west|north|south|greater)|for|leave|leaves|left|visit(?:ed|s|ing)?|cit(?:y|ies)\s+(?:of|like|such\s+as)|including|capital)\s+(?:the\s+)?"
    r"(?:(?:cit(?:y|ies)\s+of|(?:North\s+Korean\s+)?capital,?(?:\s+(?:city\s+)?(?:of)?)?)\s+)?$",
    re.IGNORECASE,
)
# Nothing else has cities and streets: "sold in the cities of Pyongyang and Nampo" is no trade with the government.
_OF_THE_CITY = lazy(
    r"\b(?:cit(?:y|ies)|streets?|outskirts|suburbs|markets?|residents|districts?)\s(?:of|like|such\sas|including)\s$"
)
# One of several places: "in Kilju, Pyongyang, and Nampo"; but "while the ban holds, Pyongyang raked in cash".
_IN_LIST_BEFORE, _IN_LIST_AFTER = lazy(r"[,(–—-]\s?$"), lazy(r"\s?(?:[,.;:)\n”\"–—-]|(?:and|or)\b|$)")
# "a plant in Pyongyang was shut": the plant was.
_IN_THE_CAPITAL = lazy(r"\w\s(?:in|at|outside|inside|within|across|near)\s+$")
_CAPITAL_AS_CITY = lazy(
    r"(?:['’]s)?\s+(?:city|residents?|markets?|traders?|districts?|households?|station|based|area|region|suburbs|citizens|apartments?|housing|shops?|stores?"
    r"|restaurants?|hotels?|airport|subway|metro|hospitals?|prices?|consumers|shoppers|merchants|vendors|schools?|universit(?:y|ies)|neighbou?rhoods?)\b"
    r"|\s(?:[\w-]+\s){0,2}(?:construction|modernization|modernisation|redevelopment|housing|road|apartment|hospital)\s(?:projects?|sites?|works?|drive)\b|-based"
    r"|,\s(?:[A-Z][\w’'-]+,?\s(?:and\s)?){1,4}|\s(?:and|or)\s(?!(?:Beijing|Seoul|Moscow|Washington|Tokyo|the)\b)[A-Z]|,\s(?:North\sKorea|the\scapital)"
    r"|\s(?:[A-Z][\w-]+\s){1,3}(?:University|Hospital|Factory|Station|Hotel|Market|School|Store|Complex|Mill|Plant|Farm|Restaurant|College|Zoo|Museum|Theatre|Airport)\b",
)
# What a city has, and no government: "Pyongyang’s largest market".
_OWNS = ("’s ", "'s ")
_CITY_OWNS = lazy(
    r"['’]s\s(?:[\w-]+\s){0,3}?(?:city|residents?|markets?|traders?|districts?|households?|stations?|streets?|stores?|shops?|restaurants?|hotels?"
    r"|airport|subway|metro|rivers?|suburbs|outskirts|skyline|apartments?|buildings?|universit(?:y|ies)|hospitals?|factor(?:y|ies)|schools?"
    r"|population|neighbou?rhoods?|villages?|farms?|citizens|people|housing|homes|power\splants?|warehouses?|pharmac(?:y|ies)|prices?|squares?)\b"
)
# What only a government does, and with whom.
_CAPITAL_SPEAKS = lazy(
    rf"\s+(?:(?:also|has|had|have|recently|again|itself|reportedly|even|then|\w+ly)\s+){{0,2}}(?:{SAYING}|{ORDERING}|is|was|will|would|can|could|may"
    r"|must|wants?|seeks?|sends?|sent|needs?|tries|tried|began|shut|plans?|hopes?|earns?|makes?|made|sells?|sold|buys?|bought|gets?|got|keeps?|kept|uses?|takes?|took"
    r"|relies|spends?|spent|imports?|exports?(?!\s(?:companies|firms|goods|prices))|(?!based|situated|located|called|named)[a-z]{3,}ed(?=\s(?:in|out|up|off|its|the|an?|to|that|about|some|more|over|less|nothing|all|on|\$?\d)\b))\b",
)
_OTHER_CAPITAL = lazy(
    r"(?:\s(?:and|with)\s|[-–—/])(?:Beijing|Seoul|Moscow|Washington|Tokyo)\b|['’]s\s(?:[\w-]+\s)?(?:nuclear|missiles?|weapons?|regime|government|ruling|leader\w*|ties"
    r"|tests?|launch(?:es)?|provocations?|program(?:me)?s?|ambitions|behaviou?r|decisions?|refusal|diplomats?|envoys?|negotiators?|allies|partners?|isolation"
    r"|trade|economy|policy|ally|biggest|largest|main|economic|military|foreign|coffers|hands|pockets|treasury|finances|purse|elites?|income|revenues?|cash|exports?|imports?)\b"
    r"|\s(?:money|cash|funds|revenues?|hard\scurrency|income|regime|government|authorities|leadership|leaders)\b"
)
_OTHER_CAPITAL_BEFORE = lazy(r"\b(?:Beijing|Seoul|Moscow|Washington|Tokyo)(?:\s(?:and|to|with)\s|[-–—/])$")
# A place told of only to say where another lies.
_ONLY_NEAR = lazy(
    r"\b(?:near|close\sto|not\sfar\sfrom|outside|north|south|(?:north|south)?(?:east|west))\s(?:of\s)?the\s(?:North\sKorean\s)?capital,?\s(?:city,?\s)?(?:of\s)?$"
)
# Money, aid and pressure go to a government, and so does trade between countries.
_DEALT_WITH = (
    r"(?i:\b(?:aid|assistance|cash|currency|money|funds?|revenues?|incomes?|profits?|payments?|remittances?|wages|salar(?:y|ies)|pay|earnings|fees?|taxes|loyalty"
    r"|pressure|threats?|demands?|warnings?|concessions?|blow|lifeline|support|help|leverage|sanctions?|exports?|imports|oil|sales|sell(?:s|ing)?|sold"
    r"|pa(?:ys?|id|ying)|remit(?:s|ted|ting)?|report(?:ed|s)?|close|loyal|friendly|hostile)\b(?:\s[\w’'-]+){0,4}?\s(?:to|for|from|into|of|back\sto)\s)$"
)
_ORDERS_BEFORE = lazy(
    rf"{_DEALT_WITH}|"
    r"\b(?:orders?|instructions?|directives?|permission|approval|pressure"
    r"|(?<!\bgo )(?<!\bgoing )(?<!\bwent )(?<!\bcome )(?<!\bcame )back|talks?|report(?:ed|s)?|answer|papers?|letters?|notices?|documents?"
    r"|word|messages?|decrees?|quotas?|guidance|guidelines|inspections?|investigations?|audits?|controls?|crackdowns?)\s+(?:\w+\s+)?(?:from|to)\s+$"
    # what is felt there, or good for it
    r"|\b(?:concerns?|worr(?:y|ies)|fears?|anger|alarm|anxiety|(?:policy|decision)[- ]?makers)\s+in\s+$"
    r"|\b(?:earners?|ally|allies|boon|boost|setback|challenge|problem|problems|loss|losses|win|victory|windfall|source\s(?:\w+\s){1,4})\s*for\s+$"
    # "is often inspected from the capital": by those who rule there
    r"|\b(?:inspected|audited|controlled|supervised|directed|ordered|run|ruled|managed|overseen|monitored|administered|governed|dictated|commanded|approved|steered"
    r"|handed\sdown|sent\sdown)\s(?:\w+ly\s)?from\s+$"
    r"|\b(?:(?:Ministry|Commission|Department)\sof\s[A-Z][\w\s]{2,40}|Cabinet|Central\s\w+|leadership|regime|government|rulers|ministries"
    r"|authorities|(?:central|higher)\sparty|(?:(?:high-ranking|senior|top)\s)?[Oo]fficials|(?:high-ranking|senior|top)\scadres)\sin\s+$"
)
# "trading companies in the capital", where the report says which capital.
_THE_CAPITAL = Around(
    r"\b(?:in|to|from|around|across|throughout|reach(?:es|ed|ing)?)\sthe\s(?:North\sKorean\s)?capital\b(?!,?\s(?:city\s)?(?:of\s)?(?:[A-Z]|goods|investment))",
    "capital",
    60,
)
# What a source tells of where it is: "officials there", "local shops", "the port".
_OWN_PLACE = (
    r"(?:officials|authorities|residents|people|traders|merchants|households|families|markets?|prices|inspectors|police|soldiers|farmers"
    r"|workers|factories|locals|shops|sellers|vendors|women|men)\sthere\b|[Ll]ocal\s(?!sources?\b)[a-z]+"
    r"|[Tt]he\s(?:port|mine|city|county|town|local|provincial)\b|\bat\sthe\s(?:market|station|harbou?r|customs)\b"
)
_OWN_PLACE_AFTER = lazy(rf"[^.!?;“”\"\n]{{0,160}}?\b(?:{_OWN_PLACE})")
# Without one of these it tells of no such place; so far behind the source they stand at most.
_OWN_PLACE_SIGN = r"[tLlpmcsh](?:here|ocal|ort|ine|ity|ounty|own|rovincial|arket|tation|arbou?r|ustoms)\b"
_TELLS_OF_OWN_PLACE = lazy(_OWN_PLACE_SIGN)
_OWN_PLACE_WIDTH = 200
_OWN_PLACE_BEFORE = Signed(rf"\b(?:{_OWN_PLACE})[^.!?“”\"\n]*$", _OWN_PLACE_SIGN)
_CAPITAL_AS_REGIME = lazy(
    r"(?:은|이|측|당국|정권|지도부|행|보다|처럼)(?![가-힣])|\s?(?:주소|냉면|말씨|사투리|문화어|표준시)|\s(?:당국|정권|지도부|주재|출신|역\s이름)"
    r"|[과와]\s(?:베이징|북경|모스크바|서울|워싱턴|도쿄)|의\s(?:지시|방침|승인|허가|명령|결정|비준|입장|태도|눈치|의도|속내|중앙|당|국가|무역|외화벌이|고위|간부|기관|지도부|회사|본사|상급|권력)|(?:에|으로)\s(?:보고|올려|주재|상주)|에서\s(?:지시|방침|명령|비준)|이나\s(?:도|지방)"
)
# 중앙(평양)의 허가
_AS_WHO_RULES = ("중앙(", "상부(", "당국(", "윗선(", "위(")
_DENIED_BEFORE = lazy(r"\bnot\s+(?:only\s+)?(?:in|from|to|at|near|the|of)?\s*(?:the\s+)?$", re.IGNORECASE)
_NOT_ONLY = lazy(r"\bnot\s+only\b", re.IGNORECASE)
# A newspaper named after its town, and a person's home or errand, tell nothing of where things happen.
_IS_OUTLET = lazy(
    r"\s(?:Trading\s(?:Company|Corporation)|Letter|News|Times|Herald|Courier|Daily|Ilbo|Post|Press|Gazette|Notebook|Tribune|Review)\b|(?:일보|신문|통신|방송|프레스)"
)
# A ship: "Kilju No. 2", but not "Kilju No. 2 Middle School".
_IS_SHIP = lazy(r"\sNo\.?\s\d+\b(?!\s[A-Z])")
_CAME_FROM_BEFORE = lazy(
    r"\b(?:dispatched|sent\s+down|transferred|hail(?:s|ed|ing)|native|defect(?:ed|or|ors)|origin(?:ally|ating)?|born|grew\sup|raised)\s+(?:from|of|in)\s+$"
    r"|\bwho\s(?:had\s|has\s)?(?:fled|escaped|left)\s(?:from\s)?(?:the\s(?:port|city|town|county|village)\sof\s)?(?:[A-Z]\w+(?:\sin|,)\s)?$"
    r"|\b(?:buyer|trader|merchant|smuggler|broker|dealer|peddler|visitor|migrant|wom[ae]n|m[ae]n|girl|boy|bride)s?,?\s+(?:(?:who|he|she|they)\s+)?"
    r"(?:c[ao]mes?\s+)?from\s+$|\b(?:who|[Hh]e|[Ss]he|[Tt]hey)\s+c[ao]mes?\s+from\s+$"
    r"|\b(?:trad(?:es?|ing)|business)\s(?:[a-z]+\s){0,2}?between\sChina\sand\s$"
)
# "Officers from Pyongyang have been sent to the border": where people come from.
_SENT_BEFORE = lazy(
    r"\b(?i:officers|officials|inspectors|agents|soldiers|troops|prosecutors|investigators|teams?|groups?|units?|people|cadres|guards|police"
    r"|experts|doctors|workers|lecturers|auditors|merchants|traders)\sfrom\s(?:the\scapital,?\s)?$"
)
_SENT_AFTER = lazy(
    r",?\s(?:(?:has|have|had|was|were|is|are|also|even|been|being|recently|now)\s){0,5}"
    r"(?:dispatched|sent|deployed|arrived|come|came|visited|descended|mobilised|mobilized|stationed)\b"
)
# "Pyongyang-based merchants come to Pyongsong": where they are at home.
_BASED_AFTER = lazy(
    r"-based\s(?:[a-z]+\s){0,2}(?:merchants?|traders?|buyers?|brokers?|drivers?|smugglers?|dealers?|businessm[ae]n|officials?|people|workers?)\b"
)
# "A farmer from Musan who fled in 2018", "a woman from Hamhung who now lives in Seoul".
_LEFT_AFTER = lazy(
    r"(?:,?\s(?:[A-Z]\w+(?:\s[A-Z]\w+)?\s)?[Pp]rovince,?|,)?\swho\s(?:(?:has|had|have)\s)?(?:fled|defected|escaped|resettled|settled|left\s(?:the\s(?:country|North)|North\sKorea)"
    r"|(?:now\s)?(?:lives?|works?)\s(?:now\s)?in\s(?:the\sSouth\b|South\sKorea|Seoul|China|Japan|Britain|the\sUnited|London))"
)
_HAILS_FROM = lazy(r"\b(?:from|of|in)\s(?:the\s)?(?:[\w-]+\s){0,4}$")
_CAME_FROM_AFTER = lazy(
    r"[가-힣]{0,3}(?:에서|출신)(?:의|인)?\s?(?:파견된|파견되어|온\s|내려온|올라온|전근|탈북|태어|나고\s자란)|\s?출신|[시군도]?[이가]\s고향인"
    # 사리원과 해주 등지에서 모여든 상인들
    r"|(?:(?:[시군도]?[과와,·]|\s및)\s?[가-힣]{2,6}){0,5}(?:\s?등지?)?에서\s?(?:\S+\s)?"
    r"(?:모여|몰려|찾아|올라|내려|건너|원정을?\s?|이사를?\s?)?(?:\s?[온든])\s(?:\S+\s)?(?:주민|사람|상인|장사꾼|어민|농민|군인|돈주|무역)"
)
_DENIED_AFTER = lazy(r"(?:\s[가-힣]{1,5}[시군])?[가-힣]*(?:이|가)\s아니(?:라|고)")
# 나선에서 게를 들여오던 업자: from there it came, wherever the trader is.
_BROUGHT_KO = lazy(r"[시군도]?에서\s(?:\S+[을를]\s)?(?:들여오|사오|사\s오|가져오|수입하|실어오|받아오|떼오)")
# 평성을 다녀온 상인, 나선시장을 드나드는 무역상: what they tell is told of there.
_VISITED_KO = lazy(
    r"[시군도]?(?:\s?(?:시장|장마당|세관|공단|특구))?(?:(?:을|를)\s(?:\S{1,6}\s)?(?:다녀온|드나드는|드나들며|둘러본|돌아본|취재한)|에\s(?:다녀온|갔다\s?온)\s)"
)
# A company named after a place, and a place by which another is only found: 신의주와 마주한 단둥.
_ONLY_A_NAME_KO = lazy(
    r"[가-힣]{0,6}(?:무역|총|지도)?회사|(?:시|군|도)?(?:와|과)\s?(?:마주|맞닿|맞붙|접한|인접|이웃|잇닿)|(?:시|군)?의?\s?(?:맞은\s?편|건너편|대안)"
    r"|(?:,\s?[가-힣]{2,6}){0,3}\s?등과\s(?:함께|더불어|마찬가지)"  # 평양, 신의주 등과 함께 값을 알 수 있는 곳
)
# "near Sariwon", a town or a style of restaurant, is the town.
_THERE_BEFORE = lazy(
    r"\b(?:in|near|from|at|around|to|into|via|through|towards?|outside|between|beyond|(?:town|city|county|district|port|market|streets)\s+of)\s+$",
    re.IGNORECASE,
)
_THERE_AFTER = lazy(r",?\s+(?:where\b|(?:port|market|station|mine|harbou?r)s?\b)")
# 개성, a town or somebody's character, is the town where something happens in it.
_THERE_KO = lazy(r"(?:\s?쪽)?(?:에서|에|으로|까지|부터|발|공단)(?:는|도|만|의)?(?![가-힣])")
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
_OWN_PROVINCE = {"rason", "nampo", "kaesong", CAPITAL}

_BEFORE_SOURCE = 160
# Within so many characters of 국경 and 접경 stand the words that make a region of it.
_BORDER_AREA_KO = Around(
    r"(?:(?:북[·‧∙-]?중|조[·‧∙-]?중|중[·‧∙-]?조|중국)\s?)?국경\s?(?:(?:모든|전|각|여러|일부)\s)?(?:지역|지대|연선|일대|도시|마을)"
    r"|(?:(?:북[·‧∙-]?중|조[·‧∙-]?중|중[·‧∙-]?조)\s?)?접경\s?(?:지역|지대|도시)"
    r"|(?:북[·‧∙-]?중|조[·‧∙-]?중|중[·‧∙-]?조)\s?(?:국경|접경)(?!\s?(?:무역|봉쇄|폐쇄)|을\s(?:\S+\s)?(?:닫|막|봉쇄|폐쇄|걸어|열|개방|오가|넘나|건너|넘))",
    "[국접]경",
    200,
)
# 단둥 등 북중 국경도시, 국경도시인 단둥: on the other bank.
_OTHER_BANK = (
    "단둥|단동|훈춘|투먼|도문|옌지|연길|옌볜|연변|지안|집안|린장|창바이|장백|허룽|화룡|룽징|용정|랴오닝성|지린성"
)
_OTHER_BANK_BEFORE = lazy(rf"(?:{_OTHER_BANK})시?(?:를|을)?\s?(?:등|비롯한)\s(?:북[·‧∙-]?중\s)?\Z")
_OTHER_BANK_AFTER = lazy(rf"(?:[^\s,.]*\s)?[^\s,.]*?(?:도시|지역|지대)(?:인|이자)\s(?:중국\s)?(?:{_OTHER_BANK})")
# 양강도와 맞닿은 중국 국경지대: named by the province that it faces.
_FACING_BEFORE = lazy(r"[가-힣][과와]\s?(?:마주\s?(?:한|보는|하고\s있는)|맞닿은|맞붙은|접한|인접한|이웃한|잇닿은)\s\Z")
_BETWEEN_STATES_KO = lazy(r"북[·‧∙-]?중|조[·‧∙-]?중|중[·‧∙-]?조|중국|접경")
# The part of the border that lies in one province: 양강도 국경 지역, 국경지역인 혜산.
_IN_A_PROVINCE_KO = lazy(r"(?:[남북강]도|[가-힣][시군구]|[두압][만록]강)의?\s$")
_NAMELY_KO = lazy(r"(?:인|이자)\s")
# 북중 접경 단둥, 북중 접경도시 중 하나: a town on the other bank.
_TOWN_ON_BORDER_KO = lazy(rf"[^\s]*\s?[국접]경(?:도시\s중|\s(?:도시\s)?(?:{_OTHER_BANK}))")
# Where a report names no province at all, the border alone is its place.
_BORDER_ALONE_KO = lazy(
    r"국경(?:에서|(?:이|은|에|으로|과)(?!\s(?:\S+\s){0,2}?(?:닫|막|열|봉쇄|폐쇄|개방))|\s?(?:단속|밀수|무역|일대|지역))"
)
# In English many a report has “the border region”: named twice or less, it says nothing beside a province.
_TWICE = 2
_BORDER = lazy(r"\b(?<!Chinese )border\b", re.IGNORECASE)
_OTHERS_ON_BORDER_KO = lazy(r"(?:등|비롯한)\s?(?:북[·‧]?중\s?)?(?:국경|접경)")


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

    @classmethod
    @cache
    def from_files(cls) -> Self:
        """The gazetteer and topics of the data files, read once per process."""
        return cls(Gazetteer.from_file(), TopicNames.from_file())

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
            found = [mention for mention in _without_former(found, text) if mention.province != BORDER]
        meant = [
            mention
            for mention in found
            if mention.province != BORDER
            and (_counts(mention, certain) or _is_there(mention, text, tongue))
            and not is_regime(mention, text, tongue)
            and not _is_denied(mention, text, tongue)
            and not _is_beside_the_point(mention, text, tongue)
        ]
        meant = [mention for mention in meant if not _is_other_half(mention, text)]
        if tongue == "en":
            meant = without_former(meant, text)
        told = [m for m in meant if not is_source(m.start) or (tongue == "ko" and _is_told_of_too(text, m.end))]
        if tongue == "en":
            told = _with_capital(found, _with_own_places(meant, told, sources, text), text)
        events = tuple(_moved(mention, -offset) for mention in told)
        if not any(mention.province for mention in events) and (local := _LOCAL[tongue].search(text)):
            events = (*events, *_of_last_source(meant, sources, local.start(), offset))
        has_province = any(mention.province for mention in events)
        if tongue == "ko":
            borders = [match.start() for match in _BORDER_AREA_KO.finditer(text) if not is_source(match.start())]
            borders = [at for at in borders if not _is_on_other_bank(text, at)]
            is_about_border = _is_about_border_ko(text, borders, is_source, has_province=has_province)
        else:
            named = [border for border in borders_in(text) if not is_source(border.start)]
            borders = [border.start for border in named]
            is_about_border = _is_about_border(named, offset, has_province=has_province) or (
                not has_province and (_BORDER.search(headline) is not None or has_border_with_china(body))
            )
        return Filed(
            mentions=events, borders=tuple(border - offset for border in borders), is_about_border=is_about_border
        )

    def topics(self, text: str, language: str, headline: str = "") -> tuple[str, ...]:
        """At most five slugs of topics the text names, most telling first; the headline counts for more."""
        return self.topic_names.ranked(text, language, headline, MOST_TOPICS)

    def named_topics(self, text: str, language: str, words: Vocabulary | None = None) -> NamedTopics:
        """Every name of a topic in a report; ask it once, for `report_topics` and `claim_topics`.

        `words`: those of the report, where they are known.
        """
        return self.topic_names.named_in(text, language, words)

    def report_topics(self, named: NamedTopics, language: str, headline: str = "") -> tuple[str, ...]:
        """As `topics`, of a report whose names of topics are known."""
        return self.topic_names.ranking(named, language, headline, MOST_TOPICS)

    def claim_topics(self, named: NamedTopics, start: int, end: int) -> tuple[str, ...]:
        """At most five slugs of the topics that body[start:end] names, most telling first."""
        return self.topic_names.ranked_within(named, start, end, MOST_TOPICS)


def _is_other_half(mention: Mention, text: str) -> bool:
    """Whether a province is not meant by the part that is named of two: 함경도 북부 lies in North Hamgyong."""
    if mention.text not in ("함경도", "평안도", "황해도"):
        return False
    part = text[mention.end : mention.end + 4].removeprefix("의").strip()[:2]
    return (mention.province or "").startswith({"북부": "south-", "남부": "north-"}.get(part, "-"))


def _is_told_of_too(text: str, end: int) -> bool:
    """Whether a place that describes a source is told of by it as well: goods or trains came from there, or it has been there."""
    return bool(_BROUGHT_KO.match(text, end) or _VISITED_KO.match(text, end) or text.startswith("발 ", end))


def _with_own_places(
    meant: list[Mention], told: list[Mention], sources: Sequence[tuple[int, int]], text: str
) -> list[Mention]:
    """What a report tells of, with the places of sources who tell of where they are."""
    starts = [mention.start for mention in told]

    def tells_of_it(start: int, end: int) -> bool:
        before = text[max(0, start - _BEFORE_SOURCE) : start]
        has_sign = _TELLS_OF_OWN_PLACE.search(text, end, end + _OWN_PLACE_WIDTH)
        after = _OWN_PLACE_AFTER.match(text, end) if has_sign else None
        if after is None and not _OWN_PLACE_BEFORE.search(before):
            return False
        first = bisect_left(starts, start)
        return first == len(starts) or starts[first] > (after.end() if after else end)

    own = [span for span in sources if tells_of_it(*span)]
    begins = [start for start, _ in own]
    here = [m for m in meant if (index := bisect_right(begins, m.start)) and m.start < own[index - 1][1]]
    return sorted(dict.fromkeys((*told, *here)), key=lambda mention: mention.start)


def _with_capital(found: list[Mention], told: list[Mention], text: str) -> list[Mention]:
    """What a report tells of, with the capital where it says "in the capital" and, be it of the government, its name."""
    capital = [mention for mention in found if mention.province == CAPITAL and mention.place is None][:1]
    if not capital or next(_THE_CAPITAL.finditer(text), None) is None:
        return told
    return sorted(dict.fromkeys((*told, *capital)), key=lambda mention: mention.start)


def _provinces(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([mention.province for mention in mentions if mention.province]))


def _places(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([mention.place for mention in mentions if mention.place]))


def _of_last_source(
    found: list[Mention], sources: Sequence[tuple[int, int]], before: int, offset: int
) -> tuple[Mention, ...]:
    """The provinces, and the places in them, that describe the last source before a position of whom any is known."""
    for start, end in reversed(sources):
        here = [mention for mention in found if start <= mention.start < end] if start < before else []
        if any(mention.province for mention in here):
            return tuple(_moved(mention, -offset) for mention in here)
    return ()


def _moved(mention: Mention, by: int) -> Mention:
    """The mention counted from another beginning."""
    return mention._replace(start=mention.start + by, end=mention.end + by)


def _counts(mention: Mention, certain: set[str]) -> bool:
    """Whether a name is taken for the place: a doubtful one is if its province is named beyond doubt elsewhere."""
    if not mention.ambiguous or mention.province in certain:
        return True
    return mention.place is None and (mention.text[:1].isascii() or mention.text.endswith(("도", "시")))


def is_regime(mention: Mention, text: str, language: str) -> bool:
    """Whether the capital's name stands for the government: "orders from Pyongyang"."""
    if mention.province != CAPITAL or mention.place is not None:
        return False
    after = text[mention.end : mention.end + 40]
    if language == "ko":
        return text.endswith(_AS_WHO_RULES, 0, mention.start) or _CAPITAL_AS_REGIME.match(after) is not None
    before = text[max(0, mention.start - 64) : mention.start]
    if _OF_THE_CITY.search(before):
        return False
    is_dealt_with = _ORDERS_BEFORE.search(before) or _ONLY_NEAR.search(before) or _OTHER_CAPITAL_BEFORE.search(before)
    speaks = _CAPITAL_SPEAKS.match(after) and not _IN_THE_CAPITAL.search(before)
    if is_dealt_with or speaks or _OTHER_CAPITAL.match(after):
        return True
    if _CAPITAL_AS_CITY.match(after) or _CITY_OWNS.match(after):
        return False
    is_owner = after.startswith(_OWNS)  # "at Pyongyang’s embassy"
    is_listed = _IN_LIST_BEFORE.search(before) and _IN_LIST_AFTER.match(after)
    return is_owner or not (_CAPITAL_AS_PLACE.search(before) or is_listed)


def _is_denied(mention: Mention, text: str, language: str) -> bool:
    """Whether the words say that it is not there: "not in A but in B", A가 아니라 B."""
    if language == "ko":
        return bool(_DENIED_AFTER.match(text, mention.end, mention.end + 16))
    before = text[max(0, mention.start - 24) : mention.start]
    return bool(_DENIED_BEFORE.search(before) and not _NOT_ONLY.search(before))


def _is_beside_the_point(mention: Mention, text: str, language: str) -> bool:
    """Whether the place only names a newspaper or a ship, or says where a person is from."""
    after = text[mention.end : mention.end + 24]
    if _IS_OUTLET.match(after) or _IS_SHIP.match(after):
        return True
    if language == "ko":
        return bool(_CAME_FROM_AFTER.match(after) or _ONLY_A_NAME_KO.match(after))
    before = text[max(0, mention.start - 40) : mention.start]
    is_sent = _SENT_AFTER.match(text, mention.end) and _SENT_BEFORE.search(before)
    has_left = _LEFT_AFTER.match(text, mention.end) and _HAILS_FROM.search(before)
    return bool(
        is_sent
        or has_left
        or _BASED_AFTER.match(text, mention.end)
        or _CAME_FROM_BEFORE.search(before)
        or lies_only_across(text, mention.start)
    )


def _is_there(mention: Mention, text: str, language: str) -> bool:
    """Whether a particle of place stands with a doubtful name, or the port is named whose lamps no report is of."""
    if language == "en":
        before = text[max(0, mention.start - 24) : mention.start]
        return bool(_THERE_BEFORE.search(before) or _THERE_AFTER.match(text, mention.end))
    return mention.text == "남포" or bool(_THERE_KO.match(text, mention.end, mention.end + 8))


def _without_former(found: list[Mention], text: str) -> list[Mention]:
    """Korean mentions without the province that only leads to a town of its own rank (함경북도 나선시), or to one that
    is denied (황해남도 과일군이 아니라) or where somebody only comes from (함북 회령 출신)."""

    def leads_on(mention: Mention, following: Mention) -> bool:
        is_beside = mention.place is None and text[mention.end : following.start] in (" ", "의 ")
        return is_beside and (
            (following.province in _OWN_PROVINCE and following.province != mention.province)
            or _is_denied(following, text, "ko")
            or _CAME_FROM_AFTER.match(text, following.end) is not None
        )

    pairs = zip(found, [*found[1:], None], strict=False)  # the last is followed by none
    return [mention for mention, following in pairs if following is None or not leads_on(mention, following)]


def _is_on_other_bank(text: str, at: int) -> bool:
    """Whether a border region is China's: 훈춘 등 북중 국경도시, 국경도시인 단둥."""
    if text.startswith("중국", at) and _FACING_BEFORE.search(text, max(0, at - 12), at):
        return True
    return bool(_OTHER_BANK_BEFORE.search(text, max(0, at - 24), at) or _OTHER_BANK_AFTER.match(text, at, at + 40))


def _is_about_border_ko(text: str, borders: list[int], is_source: Callable[[int], bool], *, has_province: bool) -> bool:
    """As below: the border between the two states, not one province's part of it."""
    if not has_province:
        return any(not is_source(match.start()) for match in _BORDER_ALONE_KO.finditer(text)) or bool(borders)
    if any(_OTHERS_ON_BORDER_KO.search(text, max(0, border - 40), border + 40) for border in borders):
        return True
    return any(
        _BETWEEN_STATES_KO.match(text, border)
        and not _IN_A_PROVINCE_KO.search(text, max(0, border - 8), border)
        and not _NAMELY_KO.search(text, border, border + 14)
        and not _TOWN_ON_BORDER_KO.match(text, border, border + 16)
        and text[border - 1 : border] != "("  # 이쪽(북중 접경지역): an editor's gloss
        for border in borders
    )


def _is_about_border(borders: list[Border], offset: int, *, has_province: bool) -> bool:
    """The border at large, or its region in the headline, again and again, or where nothing else is told of."""
    if any(border.is_at_large for border in borders):
        return True
    return len(borders) > (_TWICE if has_province else 0) or any(border.start < offset for border in borders)
