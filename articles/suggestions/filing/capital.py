"""The capital's name in a report: the city, or the government that sits there. Pure."""

import re

from articles.suggestions.english.words import ORDERING, SAYING
from articles.suggestions.signs import Around
from provinces.mentions import Mention
from provinces.patterns import lazy

CAPITAL = "pyongyang"

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
_IN_THE_CAPITAL = lazy(
    r"\w\s(?:in|at|outside|inside|within|across|near)\s+$"
    r"|\b(?:bound|destined|headed|heading|meant|intended|leaving|departing)\s(?:for|to)\s+$|\b(?:way|road|route|train|bus|flight|trip|journey|express)\sto\s+$"
)
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
    r"|(?:(?:trade|health|railway|education|interior|fisheries|agriculture|foreign|defen[cs]e|commerce|finance|energy|culture|transport|public\ssecurity|people’s\ssecurity|unification)\s)?ministr(?:y|ies)"
    r"|ambassadors?|envoys?|chargé\sd’affaires|authorities|(?:central|higher)\sparty|(?:(?:high-ranking|senior|top)\s)?[Oo]fficials|(?:high-ranking|senior|top)\scadres)\sin\s+$"
    r"|\b(?:officials|cadres|bureaucrats|leaders|delegations?|delegates|dignitaries|functionaries)\s(?:\w+ing\s)?from\s+$"
)
# "trading companies in the capital", where the report says which capital.
_THE_CAPITAL = Around(
    r"\b(?:in|to|from|around|across|throughout|reach(?:es|ed|ing)?)\sthe\s(?:North\sKorean\s)?capital\b(?!,?\s(?:city\s)?(?:of\s)?(?:[A-Z]|goods|investment))",
    "capital",
    60,
)
_CAPITAL_AS_REGIME = lazy(
    r"(?:은|이|측|당국|정권|지도부|행|보다|처럼)(?![가-힣])|\s?(?:주소|냉면|말씨|사투리|문화어|표준시)|\s(?:당국|정권|지도부|주재|출신|역\s이름)"
    r"|[과와]\s(?:베이징|북경|모스크바|서울|워싱턴|도쿄)|의\s(?:지시|방침|승인|허가|명령|결정|비준|입장|태도|눈치|의도|속내|중앙|당|국가|무역|외화벌이|고위|간부|기관|지도부|회사|본사|상급|권력)|(?:에|으로)\s(?:보고|올려|주재|상주)|에서\s(?:지시|방침|명령|비준)|이나\s(?:도|지방)"
)
# 중앙(평양)의 허가
_AS_WHO_RULES = ("중앙(", "상부(", "당국(", "윗선(", "위(")


def with_capital(found: list[Mention], told: list[Mention], text: str) -> list[Mention]:
    """What a report tells of, with the capital where it says "in the capital" and, be it of the government, its name."""
    capital = [mention for mention in found if mention.province == CAPITAL and mention.place is None][:1]
    if not capital or next(_THE_CAPITAL.finditer(text), None) is None:
        return told
    return sorted(dict.fromkeys((*told, *capital)), key=lambda mention: mention.start)


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
