"""Korean sentences that say only who speaks: the words in marks behind them are theirs, or those before."""

import re

from articles.suggestions.korean.around import likeliest
from articles.suggestions.korean.cues import last_verb, leading_verb
from articles.suggestions.korean.relays import with_body_relayed
from articles.suggestions.korean.speakers import body_under, remembered, speaker_of, unnamed
from articles.suggestions.korean.voice import Report, Verbs
from articles.suggestions.korean.words import ALONE, PASSES_ON, SAID_SO
from articles.suggestions.reading import FoundSpeaker, FoundStatement
from articles.suggestions.values import Basis, Speech
from provinces.patterns import lazy
from sources.korean_people import Someone, Sort, Stand, people

_ONLY_TELLS = lazy(r"의\s(?:\S{2,5}\s)?[가-힣]{1,3}(?:이다|입니다|다|이었다|였다)\.?\s*")
# Words in marks that were told to whoever tells of them.
_WHILE_SAYING = lazy(r"[다라자]며(?=[\s,])|[다라자]면서(?=[\s,])|고\s하면서")
_SO_AT_END = lazy(rf"(?:{ALONE.pattern})\s(?:[^\s“”]+(?<![다라자냐]고)\s){{0,3}}?[^\s“”]+[다][.:\s]*$")
_SAYS_SO = lazy(r"이렇게|다음과\s같이|아래와\s같이")
# 중국 상인들의 반응은 차갑다: whose words follow.
_MOOD = lazy(
    r"\s*(?P<who>(?:[^\s“”,.]+\s){0,4}?[^\s“”,.]+들)의\s(?:반응|불만|목소리|분위기|원성|하소연|푸념|시각|평가|속내)[은이도]\s[^“”]*다[.\s]*"
)
# A 씨의 보고는 계속된다, 협력자의 설명은 다음과 같다.
_TELLS_ON = lazy(
    r"\s*(?P<who>(?:[^\s“”,.]+\s){0,4}?[^\s“”,.]+)의\s(?:보고|증언|설명|말|이야기|얘기|전언|하소연|진술|답변?)(?:\s내용)?[은는이가]\s(?:\S{1,6}\s)?"
    r"(?:계속|이어|(?:다음과|아래와)\s같|이렇|이랬)[가-힣]*다[.:\s]*"
)
# 손전화에는 라선의 선봉수산이 보낸 글이 떠 있었다: whose words follow.
_TEXTS = (
    "글|글발|문자|문자메시지|메시지|쪽지|편지|서신|통지문?|통보문?|공문|팩스|전문|전보|이메일|메일|전자우편"
    "|답장|답신|회신|안내문|공고문?|알림|게시문|게시물|댓글|녹음|전단"
)
_TEXT_OF = lazy(
    rf"(?<![가-힣])(?P<who>(?:[가-힣]{{2,8}}(?<![의은는을를에]) )?[가-힣A-Za-z0-9·]{{2,16}}?)(?:\s?측)?(?:[이가]|에서|으?로부터)\s"
    r"(?:[^\s“”]{1,10}\s){0,2}?(?P<verb>보낸|보내온|보내\s온|보내왔던|띄운|남긴|올린|써\s?보낸|돌린|내건|내붙인|붙인|걸어\s?놓은|전해\s?온|받은|온)\s(?:[^\s“”]{1,8}\s){0,2}?"
    rf"(?:{_TEXTS})(?:에는|에|이|가|은|는|의\s내용은)\s[^“”]{{0,30}}?(?:떠|적[혀힌]|쓰[여인]|씌[어여]|남아|이[랬렇]|다음과|와\s있|들어\s?있|찍혀|붙어|담겨|있었|이러했)[^“”]*다[.:\s]*"
)
_OPENS_NEXT = lazy(r"\s*[“\"「『]")


def told_alone(
    report: Report,
    start: int,
    outside: str,
    found: list[FoundStatement],
    everybody: list[Someone],
    verbs: Verbs,
) -> tuple[FoundSpeaker, ...] | None:
    """Whom a sentence names that only says who speaks: the words in marks behind it are theirs, or those before it.

    None for any other sentence.
    """
    said = SAID_SO.search(outside)
    mood = (_MOOD.fullmatch(outside) if "들의 " in outside else None) or _telling_on(report, outside)
    if mood and not (_OPENS_NEXT.match(report.body, start + len(outside)) or verbs):
        mood = None
    teller = _only_told(outside, everybody) or _only_telling(outside, everybody, verbs)
    if said:
        chain = remembered(report, (unnamed(report, said["who"], start + said.start("who"), said["verb"]),))
        cue = said["verb"]
    elif mood:
        return remembered(report, (unnamed(report, mood["who"].strip(), start + mood.start("who"), ""),))
    elif (text := _TEXT_OF.search(outside)) and _OPENS_NEXT.match(report.body, start + len(outside)):
        return _writing(report, start, text)
    elif citing := _only_citing(outside, everybody, verbs):
        cue = citing[-1][1]
        return remembered(report, tuple(speaker_of(report, who, start, cue, Speech.INDIRECT) for who, _ in citing))
    elif teller:
        someone, cue = teller
        chain = remembered(report, (speaker_of(report, someone, start, cue, Speech.DIRECT),))
    else:
        return None
    last = found[-1] if found else None
    is_behind = bool(chain and last and last.speech is Speech.DIRECT and not report.body[last.end + 1 : start].strip())
    if is_behind and _SAYS_SO.search(outside) and _OPENS_NEXT.match(report.body, start + len(outside)):
        is_behind = False  # 협력자는 이렇게 덧붙였다: words in marks follow
    if is_behind and last and (_is_untold(report.voice.chain) or last.speakers[-1].basis is Basis.CARRIED):
        found[-1] = last._replace(
            speakers=with_body_relayed(report, chain, report.body[last.start : last.end], last.start), cue=cue
        )
        return ()
    return chain


def _writing(report: Report, start: int, text: re.Match[str]) -> tuple[FoundSpeaker, ...]:
    """Whoever wrote what is read there, or the body that did."""
    who = text["who"]
    someone = next((each for each in people(f"{who}는 ") if each.end == len(who)), None)
    if someone is not None:
        return remembered(
            report, (speaker_of(report, someone, start + text.start("who"), text["verb"], Speech.DIRECT),)
        )
    return body_under(report, (), who, text["verb"], Speech.DIRECT)


def _is_untold(chain: tuple[FoundSpeaker, ...]) -> bool:
    """Whether nobody was named who says the last words in marks, whatever body is told of within them."""
    return not chain or chain[-1].basis is Basis.CARRIED


def _telling_on(report: Report, outside: str) -> re.Match[str] | None:
    """A sentence that says only whose telling goes on; None if that is whoever spoke last, who is carried on anyhow."""
    tells = _TELLS_ON.fullmatch(outside)
    who = tells["who"].strip() if tells else ""
    is_somebody = bool(who) and next(people(f"{who}는 "), None) is not None
    last = report.voice.last
    return tells if is_somebody and not (last and last.printed.endswith(who)) else None


def _only_told(outside: str, everybody: list[Someone]) -> tuple[Someone, str] | None:
    """Who is all that a sentence names, and his word: “….” 평성 주민의 말이다."""
    only = everybody[0] if len(everybody) == 1 else None
    if only is None or only.start or only.stand is not Stand.TELLING or not _ONLY_TELLS.fullmatch(outside, only.end):
        return None
    return only, outside[only.end + 1 :].strip(" .")


def _only_citing(outside: str, everybody: list[Someone], verbs: Verbs) -> list[tuple[Someone, str]]:
    """The outlet and whom it cites in a sentence that only says so: 통신은 복수의 소식통을 인용해 이같이 보도했다."""
    verb = last_verb(outside, verbs)
    is_citing = [someone.sort for someone in everybody[:1]] == [Sort.OUTLET] and len(everybody) == 2
    if verb is None or not is_citing or everybody[1].stand is not Stand.CITED:
        return []
    is_so = ALONE.search(outside) is not None and not PASSES_ON.search(outside)
    return [(someone, verb["verb"].strip()) for someone in everybody] if is_so else []


def _only_telling(outside: str, everybody: list[Someone], verbs: Verbs) -> tuple[Someone, str] | None:
    """Who tells something in a sentence that does not give it, and the verb: 소식통은 이렇게 말했다."""
    first = everybody[0] if len(everybody) == 1 else None
    if first and first.stand is Stand.TOPIC and first.after >= len(outside.rstrip()) and not outside[: first.start]:
        return first, ""  # 취재협력자는, and on the next line their words
    someone = likeliest([s for s in everybody if s.stand in (Stand.TOPIC, Stand.SUBJECT)])
    verb = (last_verb(outside, verbs) or leading_verb(outside)) if someone else None
    if someone is None or verb is None:
        return None
    is_so = ALONE.search(outside) is not None
    passes_on = _WHILE_SAYING if is_so and _SO_AT_END.search(outside) else PASSES_ON
    if not (is_so or someone.sort is Sort.TELLER) or passes_on.search(outside):
        return None
    return someone, verb["verb"].strip()
