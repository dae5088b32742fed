"""Whether a place that a report names is meant as one where something happens. Pure."""

import re

from articles.suggestions.english.towns import lies_only_across
from articles.suggestions.filing.capital import CAPITAL
from provinces.mentions import Mention
from provinces.patterns import lazy

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
# "An inspection group from Pyongyang has been counting": whatever it does, it does it elsewhere.
_INSPECTS_BEFORE = lazy(
    r"\b(?i:inspectors|auditors|prosecutors|investigators|(?:inspection|audit|control|joint|guidance)\s(?:teams?|groups?|units?))\sfrom\s(?:the\scapital,?\s)?$"
)
_INSPECTS_AFTER = lazy(r"\s(?:has|have|had|is|are|was|were|[a-z]{3,}ed|went|took|told|said|began)\b")
# "Sinpho-ri" is a village of its own; "Choson Tongsin" is no county.
_VILLAGE_AFTER, _TITLE_BEFORE = (
    lazy(r"-(?:ri|up|dong|rodongjagu)\b"),
    lazy(r"\b(?:Ch?[oO]s[eo]n|Chosun|Joson|Hanguk)\s$"),
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
_OWN_PROVINCE = {"rason", "nampo", "kaesong", CAPITAL}


def is_other_half(mention: Mention, text: str) -> bool:
    """Whether a province is not meant by the part that is named of two: 함경도 북부 lies in North Hamgyong."""
    if mention.text not in ("함경도", "평안도", "황해도"):
        return False
    part = text[mention.end : mention.end + 4].removeprefix("의").strip()[:2]
    return (mention.province or "").startswith({"북부": "south-", "남부": "north-"}.get(part, "-"))


def counts_as_place(mention: Mention, certain: set[str]) -> bool:
    """Whether a name is taken for the place: a doubtful one is if its province is named beyond doubt elsewhere."""
    if not mention.ambiguous or mention.province in certain:
        return True
    return mention.place is None and (mention.text[:1].isascii() or mention.text.endswith(("도", "시")))


def is_denied(mention: Mention, text: str, language: str) -> bool:
    """Whether the words say that it is not there: "not in A but in B", A가 아니라 B."""
    if language == "ko":
        return bool(_DENIED_AFTER.match(text, mention.end, mention.end + 16))
    before = text[max(0, mention.start - 24) : mention.start]
    return bool(_DENIED_BEFORE.search(before) and not _NOT_ONLY.search(before))


def is_beside_the_point(mention: Mention, text: str, language: str) -> bool:
    """Whether the place only names a newspaper or a ship, or says where a person is from."""
    after = text[mention.end : mention.end + 24]
    if _IS_OUTLET.match(after) or _IS_SHIP.match(after):
        return True
    if language == "ko":
        return bool(_CAME_FROM_AFTER.match(after) or _ONLY_A_NAME_KO.match(after))
    before = text[max(0, mention.start - 40) : mention.start]
    is_sent = (_SENT_AFTER.match(text, mention.end) and _SENT_BEFORE.search(before)) or (
        _INSPECTS_AFTER.match(text, mention.end) and _INSPECTS_BEFORE.search(before)
    )
    is_part_of_name = _VILLAGE_AFTER.match(text, mention.end) or _TITLE_BEFORE.search(before)
    has_left = _LEFT_AFTER.match(text, mention.end) and _HAILS_FROM.search(before)
    return bool(
        is_sent
        or is_part_of_name
        or has_left
        or _BASED_AFTER.match(text, mention.end)
        or _CAME_FROM_BEFORE.search(before)
        or lies_only_across(text, mention.start)
    )


def is_there(mention: Mention, text: str, language: str) -> bool:
    """Whether a particle of place stands with a doubtful name, or the port is named whose lamps no report is of."""
    if language == "en":
        before = text[max(0, mention.start - 24) : mention.start]
        return bool(_THERE_BEFORE.search(before) or _THERE_AFTER.match(text, mention.end))
    return mention.text == "남포" or bool(_THERE_KO.match(text, mention.end, mention.end + 8))


def without_province_before(found: list[Mention], text: str) -> list[Mention]:
    """Korean mentions without the province that only leads to a town of its own rank (함경북도 나선시), or to one that
    is denied (황해남도 과일군이 아니라) or where somebody only comes from (함북 회령 출신)."""

    def leads_on(mention: Mention, following: Mention) -> bool:
        is_beside = mention.place is None and text[mention.end : following.start] in (" ", "의 ")
        return is_beside and (
            (following.province in _OWN_PROVINCE and following.province != mention.province)
            or is_denied(following, text, "ko")
            or _CAME_FROM_AFTER.match(text, following.end) is not None
        )

    pairs = zip(found, [*found[1:], None], strict=False)  # the last is followed by none
    return [mention for mention, following in pairs if following is None or not leads_on(mention, following)]
