"""Whom a body speaks to or acts upon in a Korean report, and which body acts, as printed.

Asked once a statement, when all are found: nothing else leans on the answer. A noun tells by its particle whom something is
said to; what belongs to it stands before it. Pure.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.suggestions.korean.predicates import MODIFYING
from articles.suggestions.korean.words import BODY_SPEAKS
from articles.suggestions.reading import FoundStatement, around
from articles.suggestions.signs import one_of
from articles.suggestions.values import Kind, Speech
from provinces.patterns import lazy


def _any_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


# People and bodies, by what their nouns end with: 상인들에게, 각 도에, 국회 정보위에.
_BODIES = one_of(
    "회사|기관|단위|위원회|정보위|안보리|국회|유엔|총국|관리국|무역국|보위부|보위국|안전부|안전국|보안국|보안서|안전서|세관|해관|기업소|사업소|관리소|판매소|매대|공장|탄광|광산|농장|목장|상점|식당|학교|병원|초소|대표부"
    "|대사관|영사관|여단|사단|군단|연대|대대|중대|소대|경비대|단련대|지휘부|지도국|경리위원회|인민반|작업반|동사무소|협회|은행|업체|기업|기업들|항만|항|내각|중앙당|중앙|시당|군당|도당|구역당|당위원회|성|당국|상업부|상업국|무역과|여맹|청년동맹|직맹"
    "|세대|가정|방문단|대표단|참관단|사절단|시찰단|거래처|대방|업자|업주|상인|장사꾼|주민|간부|일꾼|일군|책임자|지배인|사장|대표|무역상|노동자|로동자|선장|선원|선주|기사|운전수|반장|비서|부장|과장|소장|지도원|부원|종업원|직원|군인|군관|병사|교원|학생|가족|부모|농장원"
    "|판매자|수입업자|동무|조|검사조|검열조|측|정부|학원|양로원|편의봉사소|수매소|양정사업소|상회|조합|교화소|연합기업소|합영회사|보안원|단속원|관리원|감독원|중국|러시아"
)
_HEAD = lazy(rf"(?:[가-힣0-9A-Za-z·]*(?:들|{_BODIES})|그|그녀|우리|나|저|저희|[0-9]+(?:곳|명|개소|개\s?단위))$")
# 각 도에, 모든 시에; 운송회사 20여 곳에.
_EACH = lazy(r"(?:각|모든|해당|전국|여러|두|세)\s(?:[가-힣·,]+\s)?(?:도|시|군|성|구역|지역|항|항만|부|국)$")
_COUNT = lazy(
    r"(?:[0-9]+여?\s?(?:곳|명|개소|세대|척)|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열두|열네|스무|서른|마흔|쉰|백여|수십|수백|여러)\s(?:곳|명|사람|세대)|셋|넷|둘)$"
)
_GIVEN = lazy(r"(?P<head>[^\s,.“”‘’\"]+?)(?P<by>에게|한테|(?<!함)께|에)(?=[\s‘“\"]|까지\s|도\s|만\s|는\s)(?!에서)")
# 상인들을 불러, 간부들을 모아 놓고, 일꾼들을 상대로; 간부들을 질책했다.
_GATHERED = lazy(
    r"(?P<head>[^\s,.“”‘’\"]+?)[을를]\s(?:(?:[^\s.]{1,12}(?<![을를])\s){0,5}?)"
    r"(?:불러|부른|부르|불렀|모아|모은|모았|모이게|소집|집합|세워\s놓고|일으켜|앉혀|대상으로|상대로|향해|찾아가|다그[치쳤]|꾸짖|나무[라랐]|몰아[붙세]|남겨|체포|붙잡|연행|단속하|단속해|조사하|조사했|심문|구속"
    r"|호되게\s비판|(?:호되게\s|강하게\s|공개\s)?(?:질책|비판|추궁|질타|독촉|닦달|훈계|책망|힐난|압박|협박|처벌|문책|질책|규탄|비난))"
)
_BLAME = lazy(
    r"(?P<head>[^\s,.“”‘’\"]+?)의\s(?:[가-힣]+\s){0,3}?[가-힣]+[을를]\s(?:[가-힣]+\s)?(?:비판|질책|질타|추궁|나무[라랐]|꾸짖)"
)
# 지배인들이 따지자 관리국은, 대방들의 항의에.
_ASKED = lazy(
    r"(?P<head>[^\s,.“”‘’\"]+?)(?:[이가]\s(?:[^\s.“”]{1,14}\s){0,6}?(?:따지자|묻자|항의하자|하소연하자|문의하자|되묻자|요청하자|사정하자|반발하자|따졌더니|물었더니)|의\s(?:항의|질문|문의|요청|하소연)에)(?=[\s,])"
)
# 국정원은 국회 정보위 전체회의에서 보고했다.
_COMMITTEE = lazy(
    r"(?P<head>국회\s정보위(?:원회)?)(?:에서|\s(?:전체|비공개)?\s?(?:회의|간담회|보고)(?:에서|에|에\s출석해))"
)
# …라는 상업부의 지시도 받았다: whoever is told of first is told so.
_RECEIVED = lazy(
    r"(?:지시|명령|통보|통지|경고|요구|방침|포치|답|대답|답변|말|핀잔|독촉|과제|허가|약속|당부|호통|설명|지령|통지문|지시문|공문)(?:문|서)?(?:[을를도만]|까지)\s(?:[^\s.]{1,14}\s){0,3}?(?:받|들었|듣고|전달받|접)"
)
_TOPIC = lazy(r"(?P<head>[^\s,.“”‘’\"]+?)(?P<by>[은는이가])(?=\s)")
# What is dated, placed or meant by 에.
_NO_HEAD = lazy(
    r"(?:[0-9]+[일월년시]|초|말|중순|하순|상순|초순|때|후|뒤|전|앞|자리|회의|총화|강연|이날|이번|최근|오전|오후|아침|저녁|밤|낮|덕|탓|바람|외|등|속|(?<!보)위|밑|안|밖|누리집|곁|옆|문제|사이|이유|대상|과정|결과|조치|방안|계획|기간|동안|정도|가운데|기관지|"
    r"본지|매체|기자|신문|방송|라디오|통신|뉴스|데일리[가-힣A-Z]*|[가-힣]*NK|[가-힣]*저널|포럼)$"
)
_OUTLET = lazy(
    r"(?:본지|매체|기자|기자들|신문|방송|라디오|통신|뉴스|데일리[가-힣A-Z]*|[가-힣]*NK|[가-힣]*저널|소식통|협력자)$"
)
_IS_SUBJECT = lazy(r"[’'”]?(?:에서|\s?측|\s[가-힣]{2,6}[이은]|[은는이가도])[\s,]")
_NOT_TO = lazy(
    r"\s(?:따르|의하면|의해|대해|대한|대하|관해|관한|따라|따른|비해|비하|맞서|맞춰|이어|앞서|걸쳐|반해|달하|나가\s있|나와\s있|있[는던다]|상주|사는|살[던고]|파견|머물|들어[가간오온]|위치|자리\s?잡|속한|속하|소속|도착|모[였인이]|세[우웠운]|쌓[였인여]|신고하|신고한|넘[기긴겼]|보[낼낸]\s(?!서한|문자|편지|공문|통지|전문|글)|물어|등록하|등록한|바[치친]|제출하|제출한|팔|줄\s|낼\s|맡[기긴]|납부|따[지져졌]|찾아가|찾아갔|문의|항의하러|가[서는]\s|갔|가라|보고하라|소환|걸[렸린려]|붙[었은이]|주차)"
)
# 신고하는 사람에게 쌀을 준다, 우리에게는 보검이 있다: what is told of, not whom it is told.
_NOT_GIVEN = lazy(
    r"(?:사람|개인|어린이|아이|자|손님)에게|[^\s]+에게(?:는)?\s(?:줄|팔|준|주는|나눠|돌[리렸려린]|몰수|[가-힣]+의\s[가-힣]+[이가]\s있)"
)
_TIME = _any_of(
    "지난 지난달 지난해 지난주 지난번 이달 이번 이번주 올해 최근 당시 초 말 "
    "중순 하순 상순 초순 오전 오후 이날 그날 어제 오늘 내일 현재 앞서 한편 다시 먼저 "
    "이미 아예 또 또한 특히 직접 따로 일제히 그러자 대신 뒤늦게 곧 즉시 "
    "모두 다음 아침마다 저녁마다 매일 매달 이에 그러나 하지만 이어 다만 결국 그런가 하면 "
    "이와 별도로 여기에 안에 이후 이전 뒤 후 전 때 것 중 등 및 가운데 없이 거듭 계속 아직 이제 지금 요즘 급히 긴급 간부 놓고"
) - {"간부", "다음"}
_DATED = lazy(
    r"(?:[0-9]+(?:년|월|일|시|분기|월달)(?:부터|까지|에)?|[0-9.]+|[0-9]+월|봄|여름|가을|겨울|새해|연초|연말)$"
)
_NOUN_ENDS = _any_of(
    "북한 남한 기관 주민 상인 군인 여단 사단 농민 어민 중국인 여성 노인 인원 "
    "개인 지난 기업인 의원 교원 종업원 직원 선원 당원 보안원 시민 임원 연안 부인 광산 "
    "탄광 국산 안전 보안 접경 민간 해안 강변 변방 두만 압록 평안 황해"
)
_MODIFIERS = _any_of(
    "각 모든 한 두 세 네 다섯 여섯 열 몇 여러 그 이 새 남은 다른 전 제 "
    "타 현지 자기 우리 해당 산하 관내 도내 시내 군내 국내 소속 담당 관련 일부 항의하는 "
    "전국 자국 동 시 군 도 구역 북한 중국 러시아"
)
_IS_CLAUSE = lazy(
    r"(?:[가-힣]*(?:[하되있없오]|나르|사|가|파|팔|다니|드나들|일하|기다리|치르|만드|부리|모|다루|들어가|나가|들여오|지키|넘나드|살|잡|캐|쓰|싣|보내|받|맡)는|[가-힣]+던|(?:남|받|맡|않|찾|얻|앉|모|많|작|높|붙|잡|젊)은)$"
)
_MODIFY = frozenset(MODIFYING) - set("은는면만")
_SHORT = _any_of(
    "빌린 맡긴 실린 걸린 밀린 열린 잡힌 모인 보낸 만난 가진 묶인 떠난 지닌 숨긴 남긴 낀 온 간 산 판 본 든 쓴 탄 난 선 딴 낸 뺀"
)
_PARTICLED = lazy(r"[가-힣0-9A-Za-z%)·]+(?:을|를|에|에서|에게|으로|로|고|이|가|과|와|러|려|면서)$")
_ENDS_AS_PARTICLE = lazy(r"(?:[을를은는에며면이가로와과고자서도만해어려]|까지|부터|지만|거나|[찾보]아내)$")
# Nouns that end as a particle does: 책임자, 외화벌이, 자강도, 무역과.
_IS_NOUN = lazy(
    r"(?:[남북]도|강도|강원도|함경도|평안도|황해도|대로|종이|벌이|마을|부서|창고|고을|(?:무역|상업|로동|노동|간부|수산|배급)과"
    r"|(?:책임|노동|로동|업|사업|판매|수입|수출|관리|기술|근로|담당|참가|운영|감시|생산|과학|탈북|이용|투자|종사|동업|경제)자|농어|서해|동해)$"
)
_LONGEST_BEFORE, _MOST_WORDS = 120, 12
# So far from words in marks whom they are said to is looked for.
_FAR = 200
# The state as such acts in everything; and whoever only tells what another body does.
_NO_ACTOR = ("북한", "국가", "이 회사", "공장 측", "회사 측", "북측")
_MEDIA = lazy(r"(?:통신|신문|방송|소식지|이웃|모임|네트워크|보고서)$")


class _Candidate(NamedTuple):
    """Somebody to whom it may be said, where that stands and what for."""

    whom: str
    at: int
    end: int
    kind: str


def with_addressees(body: str, found: Iterable[FoundStatement]) -> Iterator[FoundStatement]:
    """The statements of a report, each with the body that acts in it and with whom it is said to."""
    for statement in found:
        actor = _actor(body, statement)
        yield statement._replace(actor=actor, addressee=_addressee(body, statement, actor))


def _actor(body: str, statement: FoundStatement) -> str:
    """The first body that does something in what somebody tells without marks."""
    last = statement.speakers[-1] if statement.speakers else None
    is_media = last is not None and len(statement.speakers) == 1 and _MEDIA.search(last.printed) is not None
    if statement.speech is Speech.DIRECT or (last is not None and last.kind is Kind.INSTITUTION and not is_media):
        return ""
    for acts in BODY_SPEAKS.finditer(body, statement.start, statement.end):
        who = acts["who"]
        if not (body.startswith("에서", acts.end("who")) or who in _NO_ACTOR or (last and who == last.printed)):
            return f"북한 {who}" if body.endswith("북한 ", 0, acts.start()) else who
    return ""


def _addressee(body: str, statement: FoundStatement, actor: str) -> str:
    last = statement.speakers[-1] if statement.speakers else None
    if not actor and (last is None or last.kind is not Kind.INSTITUTION):
        return ""
    if last and not actor and statement.speech is Speech.DIRECT and last.speech is Speech.DIRECT:
        words = around(body, statement, _FAR, (". ",))
    else:
        words = body[statement.start : statement.end]
    if last and last.kind is Kind.INSTITUTION and not actor and "▪" in words:
        inside = body[statement.start : statement.end]
        if not any(_candidates(words, last.printed, is_acting=False)):
            words = inside
    name = actor or (last.printed if last else "")
    found = [each for each in _candidates(words, name, is_acting=bool(actor)) if not _OUTLET.search(each.whom)]
    return _likeliest(words, found, last.verb if last and not actor else "", name)


def _likeliest(words: str, found: list[_Candidate], verb: str, name: str) -> str:
    """Of several, whom right before the verb; else the first behind the body’s name; else the first."""
    if not found:
        return ""
    at = words.rfind(verb) if verb else -1
    own = (
        next(
            (match.start() for match in re.finditer(re.escape(name), words) if _IS_SUBJECT.match(words, match.end())), 0
        )
        if name
        else 0
    )
    found = [each for each in found if not (name and each.whom.endswith(name))] or found

    def order(each: _Candidate) -> tuple[bool, bool, bool, int]:
        is_beside = at >= 0 and each.end <= at and len(words[each.end : at].split()) <= 1
        return (not is_beside, at >= 0 and each.at > at, each.at < own and each.kind != "noun", each.at)

    return min(found, key=order).whom


def _candidates(words: str, name: str, *, is_acting: bool) -> Iterator[_Candidate]:
    for match in _GIVEN.finditer(words):
        by, head = match["by"], match["head"]
        if by == "에" and (_NOT_TO.match(words, match.end()) or not _may_be_told(words, match.start(), head)):
            continue
        if (_NO_HEAD.search(head) and by == "에") or (by != "에" and _NOT_GIVEN.match(words, match.start())):
            continue
        if is_acting and by == "에":
            continue
        if whom := _phrase(words, match.start(), match.start("by"), name):
            yield _Candidate(whom, match.start(), match.end(), "given")
    for match in _GATHERED.finditer(words):
        head = match["head"]
        if (_HEAD.search(head) or _COUNT.search(words[max(0, match.start() - 6) : match.end("head")])) and (
            whom := _phrase(words, match.start(), match.end("head"), name)
        ):
            yield _Candidate(whom, match.start(), match.end(), "gathered")
    if is_acting:
        return
    for match in _BLAME.finditer(words):
        if _HEAD.search(match["head"]) and (whom := _phrase(words, match.start(), match.end("head"), name)):
            yield _Candidate(whom, match.start(), match.end(), "gathered")
    for match in _ASKED.finditer(words):
        if _HEAD.search(match["head"]) and (whom := _phrase(words, match.start(), match.end("head"), name)):
            yield _Candidate(whom, match.start(), match.end(), "noun")
    for match in _COMMITTEE.finditer(words):
        yield _Candidate(match["head"], match.start(), match.end(), "given")
    if received := _RECEIVED.search(words):
        told = [
            _Candidate(whom, match.start(), match.end(), "noun")
            for match in _TOPIC.finditer(words, 0, received.start())
            if not _OUTLET.search(match["head"])
            and (_HEAD.search(match["head"]) or _COUNT.search(match["head"]))
            and (whom := _phrase(words, match.start(), match.start("by"), name)) != name
        ]
        yield from [each for each in told if each.whom != "그"][:1] or told[:1]


def _may_be_told(words: str, at: int, head: str) -> bool:
    """Whether a noun before 에 names people or a body, and no place or day."""
    before = words[max(0, at - 14) : at + len(head)]
    return bool(_HEAD.search(head) or _EACH.search(before) or _COUNT.search(before))


def _phrase(words: str, at: int, end: int, name: str) -> str:
    """The noun that stands at words[at:end], with what belongs to it before it."""
    floor = max(0, at - _LONGEST_BEFORE)
    named = words.rfind(name, floor, at) if name else -1
    if named >= 0 and named + len(name) < at:
        floor = named + len(name) + 1
    before = list(re.finditer(r"\S+", words[floor:at]))
    start, is_clause = at, False
    for number, token in enumerate(reversed(before)):
        word = token.group()
        if word == "한" and number + 1 < len(before) and before[-number - 2].group()[-1] in "을를":
            break  # 바느질을 한 여성들
        if word == "등" or word in ("도,", "시,", "군,"):
            pass
        elif number >= _MOST_WORDS or word in _TIME or _DATED.fullmatch(word) or word[-1] in ',.”’"‘“▪':
            break
        elif is_clause:
            if not _PARTICLED.fullmatch(word) and not _is_bare(word) and not _IS_CLAUSE.fullmatch(word):
                break
        elif (
            _IS_CLAUSE.fullmatch(word)
            or word in _SHORT
            or (len(word) > 2 and word[-1] in _MODIFY and word not in _NOUN_ENDS)
        ):
            is_clause = word in _SHORT or _IS_CLAUSE.fullmatch(word) is not None or word[-1] in "한된간온진린킨운"
        elif not (word[-1] in "의과와" or word in _MODIFIERS or _is_bare(word)):
            break
        start = floor + token.start()
    return words[start:end].strip(' ‘’“”"')


def _is_bare(word: str) -> bool:
    """Whether a word stands without a particle."""
    return len(word) < 13 and (_ENDS_AS_PARTICLE.search(word) is None or _IS_NOUN.search(word) is not None)
