"""Offices that no list of bodies has, where one is the topic at the head of a Korean sentence that tells something."""

import re

from articles.suggestions.korean.firms import TRADES
from articles.suggestions.korean.names import NO_OFFICE
from articles.suggestions.korean.predicates import PAST
from provinces.patterns import lazy
from sources.korean_words import PEOPLE, SURNAMES, TITLES

_STATE = (
    "(?:중국|일본|미국|러시아|한국|우리|남한|북한|영국|독일|몽골|베트남|유엔|[가-힣]{1,6}(?:성|주|시|도|군|현|구역))"
)
_NO_ROOM = r"(?<![교침거병객온과오현]실)(?<!사실)(?<![사기국의기]회)"
_GROUPS = (
    f"{TRADES}|모임|연대|나눔|센터|재단|연합|연맹|네트워크|사무소|대리점|출장소|지사|그룹|공사|복식|피복|물산|해운|상사|실업|화학|제강"
    "|조선소|연구회|학회|협의회"
)
# 무역상사 사정은: no firm is called so.
_NO_NAME = "(?!(?:사정|상황|형편|내부|관련|제품|직원|사람|물건|자체|운영|활동|입장|대표|간부)[은는])"
# 일본 해상보안청은, 국무부 대변인실은, 시민단체 바다사랑은.
_AT_HEAD = lazy(
    rf"\s*(?:(?:또한?|한편|이에|이어|그러자|그러나|반면|앞서|이와\s관련(?:해|하여)?)[\s,]\s?)?(?P<who>(?:{_STATE}\s)?(?:[가-힣]{{2,8}}[부성청국]\s)?"
    rf"[가-힣]{{2,10}}[국청처부실]{NO_OFFICE}{_NO_ROOM}|(?:{_STATE}\s)?[가-힣]{{2,12}}(?:{_GROUPS})"
    rf"|(?:{_STATE}\s)?[가-힣A-Za-z]{{2,12}}(?=\s?측은)"
    rf"|[가-힣]{{0,6}}(?:단체|업체|협회)(?:인)?\s[가-힣A-Za-z]{{2,10}}|(?:[가-힣]{{2,6}}\s)?[가-힣]{{2,6}}(?:단체(?:인)?|\s단체인|상사|무역회사|유한공사)\s{_NO_NAME}[가-힣A-Za-z]{{2,10}}"
    rf"|[‘'][가-힣A-Za-z0-9 ]{{2,16}}[’'])(?:\([^()\n]{{2,20}}\))?\s?(?:측은|은|는)(?=[\s“])"
)
_NAMED_BEHIND = lazy(
    rf"\s*(?P<who>(?:[가-힣A-Za-z·]{{2,12}}(?<![은는이가을를에의고며서])\s){{0,4}}?(?:[가-힣]{{0,8}}(?:{TITLES}|주임|서기|시장|성장|소장)\s"
    r"(?!측|등|일행|여러|자신|본인|스스로)[가-힣]{2,5}(?<![들])"
    # 경제학자 박하나는, 사진가 박하나는
    rf"|[가-힣]{{1,6}}(?:학자|[가인원사])\s(?!(?:{PEOPLE})[은는])[{SURNAMES}][가-힣]{{2}})(?:\([^()\n]{{1,30}}\))?)(?:은|는)\s"
)
_ABROAD = lazy(
    r"[‘']|(?:중국|일본|미국|러시아|한국|우리|남한|영국|독일|몽골|베트남|유엔)\s|.*(?:단체|업체|협회)(?:인)?\s"
)
# …두 배로 뛰었다고 결론지었다: whatever verb ends the sentence, but for those of thinking and hearing.
_SOMEHOW = lazy(
    rf"[다라자냐]고\s(?:[^\s.“”]{{1,8}}(?<![은는이가])\s){{0,2}}?(?P<verb>(?!생각|믿|여[기겼]|느[끼꼈]|알[고았려]|듣|들[었은]|봤|기대|불[리렸]|전해졌|알려졌|있|없|하)[가-힣]{{1,5}}[{PAST}](?:다|습니다))[.\s]*$"
)


def named_behind_office(outside: str) -> str:
    """Who is named behind his office, as the topic at the head of a sentence: 상무국 부국장 왕하나는; or ""."""
    named = _NAMED_BEHIND.match(outside)
    return named["who"] if named else ""


def office_speaking(outside: str) -> re.Match[str] | None:
    """The office, or the group by name, that is the topic at the head of a sentence: `who`."""
    return _AT_HEAD.match(outside)


def is_of_another_state(office: str) -> bool:
    """Whether it speaks to everybody, and needs no source above it."""
    return _ABROAD.match(office) is not None


def telling_somehow(outside: str) -> re.Match[str] | None:
    """The verb that ends a sentence behind what is quoted, whatever it is: `verb`."""
    return _SOMEHOW.search(outside) if "고 " in outside else None
