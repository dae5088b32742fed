"""What is joined to a paragraph and no part of it: date lines, captions, credits, pointers, signs of the end. Pure."""

from collections.abc import Iterator
from itertools import islice

from articles.suggestions.clean.blocks import LINE
from articles.suggestions.clean.endings import SIGN_OFF
from articles.suggestions.clean.lines import Line
from provinces.patterns import lazy
from sources.korean_words import PEOPLE, TITLES

_DATELINE = lazy(
    r"\s*(?:date\s\d{4}-\d\d-\d\d\s+)?(?:(?:New\sDelhi|Seoul|SEOUL|Beijing|Tokyo|TOKYO|Washington|London|Moscow|Hong\sKong|Shenyang|Dandong|Pyongyang|Geneva):\s"
    # with the month and no dash, or an outlet with its day and a dash too many
    r"|[A-Z]{4,}(?:[ /-][A-Z]{3,})*,\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}\s(?=[A-Z])"
    r"|[A-Z][A-Za-z.'’ ]{2,40}\s\(\d[\d./-]{5,9}\)\s*(?:(?:--|—|–|-)\s+)+"
    r"|[A-Z][A-Za-z.'’/, -]{2,60}?(?:,?\s+(?:[A-Z][a-z]{2,8}\.?\s+)?\d{1,2})?\s*(?:\([^()\n]{2,60}\)\s*)?"
    r"(?:(?:--|—|–|•|(?<=\)\s)-)\s+|(?<=\)\s)-(?=[A-Z“]))"
    r"|[가-힣A-Za-z]{2,10}\s[가-힣]{2,4}\s(?:[가-힣]{2,4}\s?)?(?:기자|특파원)\s?=\s?"
    r"|[(\[【](?:[가-힣A-Za-z·/, ]{1,30}=)?[^()\[\]=\n【】]{2,30}[)\]】]\s*"
    r"(?:(?:--|—|–)\s+|(?:[가-힣]{2,4}\s?(?:[가-힣]{2,4}\s?)?(?:기자|특파원)[·,\s]{0,2}){1,4}=\s?)?)"
)
# The same below a headline that looks like a sentence: only an agency in brackets is sure of it.
_AGENCY_LINE = lazy(
    r"\s*(?=[A-Z][A-Za-z.'’/,\s\d]*\()[A-Z][A-Za-z.'’/, ]{2,60}?(?:,?\s+(?:[A-Z][a-z]{2,8}\.?\s+)?\d{1,2})?\s*\([A-Z][^()\n]{1,30}\)"
    r"\s*(?:(?:--|—|–|(?<=\)\s)-)\s+|(?<=\)\s)-(?=[A-Z“]))"
    r"|[ \t]*[A-Z]{5,}(?:[ /-][A-Z]{3,})*,?\s(?:[A-Z][a-z]+\s)?(?:—|–|--)\s+(?=[A-Z])"
    r"|[ \t]*[(\[【][가-힣A-Za-z·/, ]{1,20}=[^()\[\]=\n【】]{2,20}[)\]】]\s*"
    r"(?:(?:[가-힣]{2,4}\s?(?:[가-힣]{2,4}\s?)?(?:기자|특파원)[·,\s]{0,2}){1,4}=\s?)?(?=[가-힣“\"‘'])"
)
_SIGNS, _LONGEST_SIGN = ("@", "■", "◆"), 40
# What stands inside a paragraph and sends readers elsewhere.
_POINTER = lazy(r"[(\[<]\s*(?:[▶☞]|관련\s?기사|바로\s?가기)[^()\[\]<>\n]{0,200}[)\]>]")
# A paper's name in brackets, glued to the first word of a line; whoever stands there with an office speaks.
_GLUED = lazy(
    rf"(?:^|(?<=\n))[ \t]*[\[<(](?!녹취|인터뷰|음성|싱크|현장음)(?![가-힣A-Za-z ]{{1,12}}(?:{TITLES}|{PEOPLE})[\])>])"
    r"[가-힣A-Za-z0-9·= ]{2,16}[\])>][ \t]*(?=[가-힣“\"])"
    # date 2021-04 [들판일보 한들판 기자] 북한이 …: with whatever a page has put before it
    r"|(?:^|(?<=\n))[^\[\]\n.“”\"]{0,30}\[[가-힣A-Za-z0-9·= ]{2,24}기자\][ \t]*(?=[가-힣“\"])"
)
_CREDIT_LINE = lazy(
    r"[(\[]?(?:사진|이미지|영상|그래픽)\s?[-=:/]\s?[^.]{1,30}[)\]]?|/?(?:연합뉴스|뉴시스|AP|AFP|RFA|VOA|EPA|Reuters|로이터)(?:\s?제공|\sP(?:hoto|HOTO))?"
)
# An anchor's words are part of the report; what names the anchor, and the sentence that hands over to the reporter, are not.
_ANCHOR_SAYS = lazy(r"\s*(?:(?:앵커|MC|진행자|진행|아나운서)\s*[:：]|[<\[]\s*앵커(?:\s?멘트)?\s*[>\]])\s*")
_HANDS_OVER = lazy(
    r"(?:(?<=다\.)|(?<=요\.)|(?<=까\?)|(?<=[,.])|(?<=니다)(?=[가-힣]))\s?[^,.\n]{0,30}(?:,\s)?[^,.\n]{0,20}(?:기자|특파원)(?:가\s?[^.\n]{1,30}|입)니다\.?"
)
# A caption glued to the first sentence behind its credit: 혜산 세관의 모습. /사진=들판뉴스북한이 …
_GLUED_CAPTION = lazy(
    r"[^.\n]{2,120}\.?\s?(?:/\s?사진\s?[=:]\s?(?:[가-힣]{2,6}?(?:뉴스|NK|통신|일보|신문|방송)|[A-Za-z0-9]{2,12})|[(\[](?:자료\s?)?사진\s?[=:][^()\[\]\n]{1,30}[)\]])(?=[가-힣])"
)
# A date line with its agency, a pointer and a paper's name have one of these.
_BRACKET = lazy(r"[(\[<【]")


def is_opening(body: str, start: int, end: int) -> bool:
    """Whether a report begins in these lines, with a date line that names its agency."""
    return any(_AGENCY_LINE.match(body, line.start(), end) for line in LINE.finditer(body, start, end))


def edges_of(body: str, start: int, end: int, *, is_leading: bool, is_last: bool) -> Iterator[tuple[int, int]]:
    """Lines of furniture before or behind the paragraph they were joined to, and the date line that opens it."""
    is_signed = body.endswith(_SIGNS, start, end)
    is_plain = body.find("\n", start, end) < 0 and not _BRACKET.search(body, start, end)
    if not (is_leading or is_signed) and is_plain and not _ANCHOR_SAYS.match(body, start, end):
        return  # one line, as nearly all are
    lines = [match.span() for match in LINE.finditer(body, start, end)]
    opening = next((place for place, line in enumerate(lines) if _AGENCY_LINE.match(body, line[0], end)), 0)
    yield from lines[:opening]
    del lines[:opening]
    behind = []
    if len(lines) > 1 and _CREDIT_LINE.fullmatch(body[slice(*lines[-1])].strip()):
        behind = [lines.pop(), lines.pop()]  # a credit, and the caption above it
    while (
        len(lines) + len(behind) > 1
        and lines
        and _is_line(body[slice(*lines[0])].strip(), is_leading=is_leading, is_outside=is_leading)
    ):
        yield lines.pop(0)
    while len(lines) > 1 and _is_line(body[slice(*lines[-1])].strip(), is_leading=False, is_outside=is_last):
        behind.append(lines.pop())
    if not lines:
        yield from reversed(behind)
        return
    if match := (_DATELINE if is_leading else _AGENCY_LINE).match(body, lines[0][0], end):
        yield match.span()
    elif glued := _GLUED.match(body, lines[0][0], end) or _GLUED_CAPTION.match(body, lines[0][0], end):
        yield glued.span()
    elif says := _ANCHOR_SAYS.match(body, lines[0][0], end):
        yield says.span()
        yield from (over.span() for over in islice(_HANDS_OVER.finditer(body, says.end(), lines[-1][1]), 1))
    yield from (match.span() for match in _POINTER.finditer(body, lines[0][0], lines[-1][1]))
    if signed := SIGN_OFF.search(body, max(lines[-1][0], lines[-1][1] - _LONGEST_SIGN), lines[-1][1]):
        yield signed.span()
    yield from reversed(behind)


def _is_line(text: str, *, is_leading: bool, is_outside: bool) -> bool:
    return Line.of(text).is_furniture(is_leading=is_leading, is_outside=is_outside)
