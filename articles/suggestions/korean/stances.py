"""What bodies do in Korean sentences without being whoever tells them: they read papers, threaten, have a stand, are told of."""

import re

from articles.suggestions.korean.names import PUBLIC
from articles.suggestions.korean.predicates import PAST
from articles.suggestions.korean.speakers import body_at_head, body_under
from articles.suggestions.korean.voice import Report
from articles.suggestions.korean.words import BODY_FOLLOWED, PAPER_TELLS
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.values import Kind, Speech
from provinces.patterns import lazy
from sources.korean_people import Someone, Stand

# News of what the rulers do is passed on by others.
_PASSES_ON_NEWS = ("전했", "전해", "덧붙", "소개", "귀띔")
# 이어 북한은 배를 팔았다고 했다: whoever spoke before goes on.
_TELLS_ON = lazy(r"\s*(?:이어|또한?|그러면서|아울러|특히)\s(?=(?:북한|당국))")
_RULERS = lazy("(?:(?:북한|북조선)\\s?)?(?:당국|정부|정권)|북한|북측")
_DOES = lazy(rf"(?:고\s?있|(?![있겠])[{PAST}])다고\s(?:\S{{1,12}}\s){{0,3}}?\S+[.\s]*$")
# How a paper is used, and not passed on.
_READ_OUT = ("토대로", "통해", "보면", "분석")
_IS_GIST = lazy("요지|골자|취지")
# 관리소는 자리를 넘기겠다고 을러 원성을 사고 있다.
_THREATENS = lazy(
    r"[다라자]고\s(?:\S{1,8}\s){0,3}?(?P<verb>(?:을러|윽박|엄포|으름장|협박|위협|호통|다그|강조|주장|선전|촉구|요구|경고|약속|다짐|장담|공언|호언|선언|통보|통지|공지|예고|지시|명령|포치|부탁|당부|종용|요청|신신당부|애원|호소|사정|권고|권유|주문|독려|독촉|재촉|압박|닦달|채근|들볶|몰아붙)[가-힣]{0,4})(?=\s)"
)
# 당국은 소금을 ‘나라의 것’이라며 빼앗고 있다.
_REASONS = lazy(r"(?:[다라자]|[’'”\"]이?라)(?P<verb>며)\s")


# 관리소는 기다리라는 답만 늘어놓았다.
_INSISTS = lazy(
    r"[다라자]는\s(?:답|답변|대답|말|소리|변명|핑계|입장|해명|설명|주장|엄포|지시|명령|요구|경고|약속)[만을를도]\s(?:\S{1,8}\s)?"
    r"(?P<verb>(?:늘어놓|되풀이|반복|거듭|고집|고수|내놓|내뱉|남발)[가-힣]{0,5})[.\s]*$"
)


def reader_of_paper(outside: str, document: re.Match[str]) -> re.Match[str] | None:
    """The body that says what it read out of a paper: 협회는 해관총서 자료를 분석한 결과 소금 수입이 늘었다고 밝혔다."""
    body = body_at_head(outside) if document.group().endswith(_READ_OUT) else None
    is_topic = body is not None and body.end() <= document.end() and body.group().endswith(("은", "는", "이", "가"))
    return body if is_topic else None


def finder_in_paper(outside: str, document: re.Match[str]) -> re.Match[str] | None:
    """The body that found out what it read out of a paper: 국무부가 운항 자료를 분석한 결과에 따르면."""
    finder = BODY_FOLLOWED.search(outside) if document.group().endswith(_READ_OUT) else None
    return finder if finder and finder.end("who") <= document.start("who") else None


def is_told_of_in_paper(someone: Someone, outside: str) -> bool:
    """Whether somebody is the subject of what the paper at the head of a sentence says: 보고서는 주민들이 …고 지적했다."""
    return someone.stand is Stand.SUBJECT and PAPER_TELLS.match(outside) is not None


def threatening(outside: str) -> tuple[str, str] | None:
    """The body that is the topic of a sentence in which it says something, whatever verb ends it, and how."""
    body = body_at_head(outside)
    if body is None or not body.group().endswith(("은", "는")):
        return None
    act = (
        _THREATENS.search(outside, body.end())
        or _INSISTS.search(outside, body.end())
        or _REASONS.search(outside, body.end())
    )
    return (body["who"], act["verb"]) if act else None


def gist(report: Report, cue: str) -> tuple[FoundSpeaker, ...] | None:
    """The chain of the statement before, of which a sentence gives the gist if a body spoke there: …는 게 골자다."""
    is_body = bool(report.voice.previous) and report.voice.previous[-1].kind is Kind.INSTITUTION
    is_gist = _IS_GIST.search(cue) is not None
    return tuple(speaker.carried(Speech.INDIRECT) for speaker in report.voice.previous) if is_body and is_gist else None


def public_stance(report: Report, outside: str, cue: str) -> tuple[FoundSpeaker, ...] | None:
    """A body of the South or of the world whose stand a sentence gives: 통일부는 …는 입장이다."""
    body = body_at_head(outside)
    is_own = body is not None and body["who"] == "정부" and "북한" in outside
    return (
        body_under(report, (), body["who"], cue, Speech.INDIRECT)
        if body and (PUBLIC.search(body["who"]) or is_own)
        else None
    )


def is_body_reported_on(report: Report, who: str, outside: str, cue: str) -> bool:
    """Whether the rulers of the North, who have said nothing so far, do what the source adds: 당국은 쌀을 걷고 있다고 전했다."""
    has_spoken = report.voice.body == report.bodies.fullest(" ".join(who.split()))
    passes_on = cue.startswith(_PASSES_ON_NEWS) or _TELLS_ON.match(outside) is not None
    return bool(_RULERS.fullmatch(who) and not has_spoken and passes_on and _DOES.search(outside))
