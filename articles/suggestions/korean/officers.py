"""Who may tell something in the name of a Korean body: an office, whoever is of it, heads it, or wears its uniform."""

from articles.suggestions.korean.firms import FIRM, PLANT, PLANTS, STATION, TRADES
from articles.suggestions.korean.names import (
    BODY,
    BODY_BEGINS,
    CALLED_SO,
    NAMES_END,
    NO_OFFICE,
    PLANT_KINDS,
)
from articles.suggestions.korean.seats import PORTS, SEAT, STATES
from articles.suggestions.korean.speakers import name_of
from articles.suggestions.korean.voice import Report
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.signs import Reaching, before, one_of
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy

# Branches of a firm: 우편공사 동부지점.
_BRANCHES = "지점|지국|지사|영업소|대리점|분점|분행|사업본부|지역본부|총판|영업점|지회|매장"
# How the names of offices end.
OFFICE = (
    rf"{PORTS}|{SEAT}(?:[가-힣]{{2,8}}[국소청처부]{NO_OFFICE}|{PLANT})|{STATION}"
    rf"|{FIRM}(?:\s[가-힣]{{0,5}}(?:{_BRANCHES}))?"
)
# Whom no usual list of bodies has: a secretary, those that are called by what they are, the state as such.
ALSO = (
    rf"(?:책임|조직|선전)비서|[가-힣]{{2,8}}(?:판매소|협동조합)|(?:[도시군]\s)?인민위(?!원)|[가-힣]{{2,8}}무역(?=\s?측)|(?:회사|업체|공장)(?=\s?[측쪽])|{CALLED_SO}"
    r"|(?:합동|집중|특별|상주)?(?:검사|검열|감시|단속|타격|순찰|점검|규찰|기동|돌격|조사)조|(?:중국\s)?공안"
    rf"|(?:{one_of(STATES)}|[가-힣]{{2,8}}시)\s(?:경찰|검찰|해경|해군|법원|의회)"
)
# A branch or an office of the body that stands before it.
BRANCH = (
    rf"(?:\s(?:(?:[가-힣]{{2,5}}\s?)?(?:사무소|{_BRANCHES})|\d{{1,3}}[국처과부](?![가-힣]{{2}})"
    rf"|대표부|대표단|지사|지부|사무소|출장소|분소|[가-힣]{{2,8}}[과국부처실]{NO_OFFICE}))?"
)
# 회사에서는, 성에서 내려온 일꾼: of the kind that the report names.
_BARE = rf"(?:회사|{PLANT_KINDS})(?=에|[\s은는이가측쪽])|[성국부처동](?=에서)"
# Who speaks in its name: 노동당 간부, 양정국 관리.
_OFFICER = (
    r"(?:책임|고위|담당|해당|초급|말단)?(?:간부|관리|관계자|당국자|지도원|부원|책임부원|일[군꾼]|담당자|책임자|위원장|부위원장|부장|부부장|국장|부국장"
    r"|과장|처장|소장|서장|비서|책임비서|대표|지휘관|정치위원|보위원|안전원|보안원|검열원|단속원|부상|사람|일행|사장|부사장|지사장|부지사장|총국장|부총국장|부세관장|참사|참사관|영사|부영사|총영사|대사|서기관|기사장|부지배인|당비서|초급당비서|세포비서|교장|학장|원장|부원장|단장|부단장|조장|역장"
    r"|경찰|공안원|세관원|검사원|감독원|승무원|사무장|서기|서기장|대장|참모장|반장|직장장|관리장|강사|선전원|직원|지배인|성원|요원|홍보실|공보실|대변인실)들?"
)
# Whoever wears its uniform speaks for the body that the report names.
_GUARDS = {
    "안전원": ("안전부", "안전서", "안전성", "안전국"),
    "보안원": ("보안서", "보안부", "보안성", "보안소"),
    "보위지도원": ("보위부", "보위국"),
    "보위원": ("보위부", "보위국", "보위성"),
    "세관원": ("세관", "해관"),
    "검열원": ("검열조", "검열대", "검열단", "검열그루빠"),
    "경비대원": ("경비대",),
    "규찰대원": ("규찰대",),
    "인민반장": ("인민반",),
    "동사무장": ("동사무소",),
    "지배인": ("공장", "기업소", "사업소", "광산", "탄광", "농장", "회사"),
    "역장": ("역",),
    "중대장": ("중대",),
    "소대장": ("소대",),
    "대대장": ("대대",),
    "총영사": ("영사관",),
    "영사": ("영사관",),
}
# 인민위원장 of 인민위원회, as 세관장 of 세관.
_CHAIR = r"(?:[도시군]\s?|[가-힣]{2,6}(?<![은는이가을를에도])\s)?[가-힣]{0,4}위원장"
# 시당 강연회에서 강사가
_MEETING = r"(?:의?\s(?:[가-힣]{1,8}\s)?[가-힣]{0,6}(?:회의|강연회?|모임|총화|학습회?|강습회?))?"
# 세관에서 일하는 사람은 is no word of 세관.
_WORKS_THERE = (
    r"(?!\s(?:일하|근무하|복무하|장사하)\S*\s(?:\S{1,6}\s)?(?:사람|친구|지인|친척|남편|아내|동생|아들|이웃|주민|여성))"
)
_TAKES = (
    rf"\s명의(?:의|로)|으?로서(?:는|도)|에서[는도]?{_WORKS_THERE}|에선|\s?[측쪽](?:에서)?[은는이도]?|께서[는도]?"
    r"|으?로부터|에게서|한테서|에\s의(?:해|하여)|의|[은는이가도]"
)
# Whether anybody is named at all who may tell something, or a paper.
_ENDS = (
    f"{PLANTS}|{TRADES}|역|항|경찰|검찰|해경|해군|법원|의회|지점|지국|위|소|청|처|부|과|실|공장|기업소|농장|광산|탄광|학교|대학|병원|상점|백화점|지사|당|조합|상사|무역|자료|제강|회람|강연록|회의록|질서|규정"
    "|방침|지시|지침|결정|포고|공고|공지|통지|명령|지령|훈령|통고|통보|포치|경고|요구|결의|과제|장|세칙|문|문건|문서|결정서|지시서|통지서|지침서|서|간부|관리|관계자|당국자|지도원|부원|일군|일꾼"
    "|담당자|책임자|장|비서|대표|지휘관|위원|보위원|안전원|보안원|검열원|단속원|강사|선전원|직원|지배인|성원|요원|경찰|공안원|검사원|감독원|승무원|참사|참사관|영사|대사|서기관|사람|일행|부상|담당|게시판|공고판|안내판|벽보|현수막|팻말|홈페이지|누리집|세관원|경비대원|규찰대원|조"
)
_PARTICLE = r"(?:[^가-힣]|들?[)’'”]{0,2}(?:에|쪽|에게|으?로부터|으?로서|한테|께|측|이?라[는고]|[은는이가도의을를]))"
SOMEBODY = lazy(before(_PARTICLE, [*NAMES_END, *_ENDS.split("|")]) + rf"|\)(?={_PARTICLE})")
TELLER = Reaching(
    rf"(?<![가-힣0-9])(?P<who>{BODY}(?:(?P<head>장)|{BRANCH})|{ALSO}|(?P<chair>{_CHAIR})|(?P<guard>{'|'.join(_GUARDS)})들?|(?P<bare>{_BARE})|(?P<likely>{OFFICE}))(?:\([^()\n]{{1,24}}\))?[’']?"
    rf"(?:(?:의\s|\s)(?:[가-힣]{{1,6}}(?<![은는이가을를에서며고])\s)?(?P<officer>{_OFFICER}(?:(?:이라|라)(?:는|고\s하는)\s(?:사람|자|이|남성|여성|인물))?)|(?P<meeting>{_MEETING})(?=에서))?"
    rf"(?P<as>{_TAKES})(?=[\s,“”\"‘'])",
    SOMEBODY.pattern,
    reach=80,
    gap=BODY_BEGINS,
)
_IN_ITS_NAME = lazy(
    rf"(?P<who>{BODY}{BRANCH}|{ALSO}|{SEAT}{PLANT})(?:(?:의\s|\s)(?:(?:한|어느|또\s다른|담당|소속|산하|책임|해당)\s)?{_OFFICER})?|(?P<bare>회사|{PLANT_KINDS})\s{_OFFICER}"
)
_HEAD = lazy(rf"(?P<who>{BODY})(?P<bare>)장")
_HEADS_OF_UNION = tuple(f"{union}{gap}위원장" for union in ("여맹", "직맹", "농근맹", "동맹") for gap in ("", " "))


def in_its_name(report: Report, who: str, cue: str, speech: Speech) -> FoundSpeaker | None:
    """Whoever speaks in the name of a body to others, as that body: 세관 직원, 광산 당비서; None for anybody else."""
    officer = _IN_ITS_NAME.fullmatch(who) or _HEAD.fullmatch(who)
    uniformed = "" if officer else guarded(report, who)
    if officer is None and not uniformed:
        return None
    printed = (officer["who"] or officer["bare"]) if officer else who
    body = uniformed or name_of(report, " ".join(printed.split()))
    if officer and body == officer["bare"]:
        return None
    return FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=body)


def headed(who: str) -> str:
    """The body that somebody heads: of 인민위원장 인민위원회, of 여맹위원장 여맹, of 세관장 세관; whoever is no head is left as he is."""
    if who.endswith(_HEADS_OF_UNION):
        return who.removesuffix("위원장").rstrip()
    if who.endswith("위원장"):
        return f"{who.removesuffix('장')}회"
    return who.removesuffix("장") if who.endswith("장") and _HEAD.fullmatch(who) else who


def guarded(report: Report, guard: str) -> str:
    """The body that the report names and somebody in its uniform speaks for: of 담당 안전원 the 시 안전부; or ""."""
    ends = _GUARDS.get(guard.split(" ")[-1].removesuffix("들"), ())
    ending = next((end for end in ends if any(name.endswith(end) for name in report.bodies.names)), "")
    if ending:
        return report.bodies.fullest(ending)
    return next(filter(None, (report.bodies.taken_up(end, report.voice.at) for end in ends if end in PLANT_KINDS)), "")
