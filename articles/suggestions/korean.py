"""Who says what in a Korean report: the cue always follows what is said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.spans import paragraphs
from articles.suggestions.marks import by_paragraph, within
from articles.suggestions.reading import FoundSpeaker, FoundStatement, Quotation, Reading
from articles.suggestions.sentences import sentences
from articles.suggestions.signs import Signed
from articles.suggestions.sources_named import Sources
from articles.suggestions.values import Basis, Kind, Speech

# The stem of a verb of telling and its endings.
_SAYS = re.compile(
    r"(?P<verb>(?:설명|전언|지적|주장)(?:이다|입니다)|(?:(?<![가-힣])[가-힣]{2}했|전했|말했|밝혔|설명했|지적했|덧붙였|언급했|강조했|주장했|알려왔|전해왔|알렸|부연했|토로했|하소연했|귀띔했|비판했|우려했"
    r"|당부했|경고했|요구했|지시했|물었|했|전해졌|알려졌)(?:다|습니다|고|으며|으면서|는데)|며|면서|한다|합니다)"
)
_AFTER = re.compile(r"^\s*(?:이?라고|고|이?라며|이?라면서|며|면서|라는|다는|는|이라는)")
# Words of bounded length, for the pattern begins anywhere, in the middle of the longest word too.
_SPEAKER = re.compile(
    r"(?P<who>(?:(?:[가-힣A-Za-z]{1,20}\s){0,4}?(?:소식통|소스|취재협력자|협력자|협조자|간부|주민|상인|관계자|당국자|책임자|무역일[꾼군]|무역업자|업자|노동자|로동자|농민|농장원|경비원|지도원"
    r"|운전사|운전수|어부|가족|이웃|일[꾼군]|장사[꾼군]|밀수[꾼군]|여성|남성|증언|탈북민)(?:\s(?:[A-Z]|[‘'“][^’'”]{1,8}[’'”]))?"
    r"|그|그녀|이들|[가-힣]{1,3}\s?모?\s?씨|[가-힣]{2,4}\s(?:교수|연구위원|대변인))(?:들)?)(?:\([^)]*\))?(?:은|는|이|가|도)(?=\s)"
)
_ACCORDING = Signed(
    r"(?P<who>[^.,\n“”\"]{0,40}?(?:소식통|소스|협력자|협조자|간부|주민|관계자|당국자|상인|일[꾼군]))(?:들)?(?:의\s말)?에\s?(?:따르면|의하면)"
    r"|(?:라는|다는)\s(?:것이|게|것은)\s(?P<teller>(?:[가-힣]+\s){0,3}?[가-힣]*(?:소식통|협력자|주민|간부))의\s(?:설명|전언|말|지적)",
    r"따르면|의하면|[라다]는\s(?:것|게)",
)
_FULL_NAME = re.compile(r"씨$|교수|연구위원|대변인")
# Particles and endings that show a word to be no part of who somebody is; and those that describe somebody.
_ELSEWHERE = re.compile(r"(?:고|며|면서|는|은|이|가|을|를|푸념도)$|^(?:층|는|라고|고)$")
_DESCRIBES = re.compile(r"(?:사는|있는|밝은|아는|하는|높은|젊은|일하는|오가는|파견된|떠나온)$|^(?:한|다른|또|이|그)$")
# A surname alone hides somebody: 조모 씨.
_PSEUDONYM = re.compile(r"(?:^|\s)[가-힣]{1,2}(?:\s?모)?\s?씨$")
_HEARSAY = re.compile(
    r"(?:고\s?(?:한다|합니다|전했다|밝혔다|말했다|전했습니다|말했습니다)|것으로\s?(?:전해졌|알려졌)|전언이다|설명이다)"
)
_BODY = (
    r"(?:(?:[가-힣]+(?:도|시|군)|[도시군])\s?)?(?:[가-힣]{0,8}(?:당\s?위원회|인민위원회|위원회|관리국|관리소|무역국|총국|보위국|보위부|보위성|안전국|안전부|안전성"
    r"|무역성|경제성|수산성|림업성|내각|무역회사|회사|기업소|련합|정보원|세관)|도당|시당|군당|중앙당|당국|(?:포고|통지|공고)문)"
)
_MEDIA = r"(?:[가-힣]+\s){0,2}[가-힣]*(?:매체|통신|신문|방송|일보|프레스)(?:\s?[‘'“][^’'”\n]{1,12}[’'”])?"
_MEDIA_NAME = re.compile(r"(?:매체|통신|신문|방송|일보|프레스)(?:\s?[‘'“].*)?$|문$")
_BODY_SPEAKS = re.compile(rf"(?<![가-힣])(?P<who>{_BODY})(?:에서는|에서|은|는|이|가)(?=\s)")
_MEDIA_SPEAKS = Signed(rf"(?<![가-힣])(?P<who>{_MEDIA})(?:은|는|이|가)(?=\s)", "매체|통신|신문|방송|일보|프레스")
_TITLED = Signed(
    r"(?<![가-힣])(?P<who>(?:[가-힣]+\s)?[가-힣]{2,4}\s(?:전\s)?(?:[가-힣]+\s){0,2}(?:교수|연구위원|위원|대변인|부국장|국장|장관|소장|박사))"
    r"(?:은|는|이|가)(?=\s)",
    "교수|연구위원|위원|대변인|국장|장관|소장|박사",
)
_CITED = Signed(r"(?P<who>(?:[가-힣]{1,20}\s){0,5}[가-힣]{1,20}?)(?:을|를)\s인용(?:해|하여)", "인용")
_RELAYED_VERB = re.compile(
    r"(?:고|라고|며|로|를|을)\s?(?P<verb>강조|지적|지시|요구|강요|말|설명|선포|통보|언급|경고|당부|주장|밝|전달|포치|약속|독촉|내놓|했다고)"
)


def read(body: str, quotations: tuple[Quotation, ...], mentions: Sequence[tuple[int, int]]) -> Reading:
    """Statements with their speakers. See `reading.Reads`."""
    sources = Sources(body, "ko", mentions)
    last: FoundSpeaker | None = None
    found: list[FoundStatement] = []
    utterance = 0
    groups = by_paragraph(quotations)
    for paragraph in paragraphs(body):
        inside = groups.get(paragraph.number, [])
        for start, end in sentences(body, paragraph.start, paragraph.end, inside):
            spoken = [q for q in within(inside, start, end) if _is_statement(body, q, end)]
            outside = _without(body, start, end, spoken)
            cue = _cue(outside)
            speaker = _speaker(outside, cue, start, sources, last)
            public = _public(outside, cue)
            above = _above(speaker, public, last)
            public = public if speaker is None or _ACCORDING.search(outside) else None
            if spoken:
                utterance += not spoken[0].continues
                found += _direct(body, spoken, above or public, public if above else None, cue, utterance)
            elif above and public and not speaker:
                found.append(_indirect(body, start, end, replace(above, speech=Speech.INDIRECT), cue, public))
            elif _HEARSAY.search(outside) or speaker or public:
                known = speaker or public or above
                if known:
                    found.append(_indirect(body, start, end, replace(known, speech=Speech.INDIRECT), cue))
            last = speaker or last
    return Reading(tuple(_numbered(found)), sources.found)


def _above(speaker: FoundSpeaker | None, public: FoundSpeaker | None, last: FoundSpeaker | None) -> FoundSpeaker | None:
    """Who passes the sentence on: its own speaker, else whoever spoke last. A newspaper needs nobody."""
    if speaker is not None or last is None or (public is not None and _MEDIA_NAME.search(public.printed)):
        return speaker
    return replace(last, verb="", basis=Basis.CARRIED)


def _is_statement(body: str, quotation: Quotation, end: int) -> bool:
    """Words in marks that a particle of quoting follows; single words and titles are none."""
    words, after = body[quotation.start : quotation.end], body[quotation.outer_end : end]
    if _AFTER.match(after):
        return len(words.split()) > 1
    if words.rstrip().endswith("!") and body[quotation.outer_end : quotation.outer_end + 2].strip():
        return False  # a slogan: the outlet goes on without a particle of quoting
    return len(words.split()) > 2 and not after.strip(" .")


def _direct(
    body: str,
    spoken: list[Quotation],
    speaker: FoundSpeaker | None,
    quoted: FoundSpeaker | None,
    cue: str,
    utterance: int,
) -> Iterator[FoundStatement]:
    for quotation in spoken:
        words = body[quotation.start : quotation.end]
        chain = _with_relay(speaker, words)
        if quoted is not None and speaker is not None:
            chain = (replace(speaker, verb="", speech=Speech.INDIRECT), quoted)
        yield FoundStatement(
            quotation.start, quotation.end, Speech.DIRECT, cue, chain, "", "", utterance, 0.9 if speaker else 0.4
        )


def _indirect(
    body: str, start: int, end: int, speaker: FoundSpeaker, cue: str, public: FoundSpeaker | None = None
) -> FoundStatement:
    below = replace(public, speech=Speech.INDIRECT) if public else None
    chain = (speaker, below) if below else _with_relay(speaker, body[start:end])
    return FoundStatement(start, end, Speech.INDIRECT, cue, chain, "", "", None, 0.7)


def _with_relay(speaker: FoundSpeaker | None, words: str) -> tuple[FoundSpeaker, ...]:
    """The speaker, and the body whose words the speaker passes on."""
    chain = (speaker,) if speaker else ()
    body = _BODY_SPEAKS.search(words)
    verb = _RELAYED_VERB.search(words, body.end()) if body else None
    if speaker is None or speaker.kind is not Kind.UNNAMED or not (body and verb):
        return chain
    printed = body.group("who")
    return (
        *chain,
        FoundSpeaker(Kind.INSTITUTION, printed, verb.group("verb"), Speech.INDIRECT, Basis.PRINTED, body=printed),
    )


def _without(body: str, start: int, end: int, spoken: list[Quotation]) -> str:
    """The sentence without what is quoted in it."""
    parts, at = [], start
    for quotation in spoken:
        parts.append(body[at : quotation.outer_start])
        at = quotation.outer_end
    return " ".join([*parts, body[at:end]])


def _speaker(outside: str, verb: str, at: int, sources: Sources, last: FoundSpeaker | None) -> FoundSpeaker | None:
    """Who tells the sentence, from the words outside the marks."""
    if cited := _CITED.search(outside):
        return _unnamed(cited.group("who"), verb, at, sources)
    if titled := _TITLED.search(outside):
        return FoundSpeaker(Kind.NAMED, titled.group("who"), verb, Speech.DIRECT, Basis.PRINTED)
    match = _ACCORDING.search(outside) or _SPEAKER.search(outside)
    if match is None:
        return None
    who = " ".join((match.group("who") or match.groupdict().get("teller") or "").split())
    if who in {"그", "그녀", "이들"}:
        return last and replace(last, printed=who, verb=verb, speech=Speech.DIRECT, basis=Basis.PRINTED)
    if _FULL_NAME.search(who) and not _PSEUDONYM.search(who):
        return FoundSpeaker(Kind.NAMED, who, verb, Speech.DIRECT, Basis.PRINTED)
    return _unnamed(who, verb, at, sources)


def _unnamed(who: str, verb: str, at: int, sources: Sources) -> FoundSpeaker:
    """An unnamed person, without the words before that belong to the rest of the sentence."""
    words = who.split()
    begins = [
        index for index, word in enumerate(words[:-1], 1) if _ELSEWHERE.search(word) and not _DESCRIBES.search(word)
    ]
    who = " ".join(words[begins[-1] if begins else 0 :])
    return FoundSpeaker(Kind.UNNAMED, who, verb, Speech.DIRECT, Basis.PRINTED, source=sources.index_of(who, at))


def _public(outside: str, verb: str) -> FoundSpeaker | None:
    """A body or a newspaper that speaks for itself, where a verb of telling follows."""
    match = verb and (_BODY_SPEAKS.search(outside) or _MEDIA_SPEAKS.search(outside))
    if not match:
        return None
    who = " ".join(match.group("who").split())
    return FoundSpeaker(Kind.INSTITUTION, who, verb, Speech.DIRECT, Basis.PRINTED, body=who)


def _cue(outside: str) -> str:
    """The last verb of telling."""
    verbs = [match.group("verb") for match in _SAYS.finditer(outside)]
    long = [verb for verb in verbs if len(verb) > 2 and verb != "합니다"]
    return (long or verbs or ["따르면" if "따르면" in outside else ""])[-1]


def _numbered(found: list[FoundStatement]) -> Iterator[FoundStatement]:
    counts: dict[int | None, int] = {}
    for statement in found:
        counts[statement.utterance] = counts.get(statement.utterance, 0) + 1
    for statement in found:
        is_alone = statement.utterance is not None and counts[statement.utterance] == 1
        yield replace(statement, utterance=None) if is_alone else statement
