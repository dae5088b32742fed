"""A body as its reader should see it: page furniture, captions and date lines blanked out, every position kept.

An import strips the furniture it is sure of. What is left of it, or what was never imported, must give no claim, no
date and no place: a caption shows other places than the report, and a footer carries the day of the visit.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple, Self, TypeAlias

from articles.date_lines import read_date_line
from articles.furniture import caption, ends_sentence, furniture, is_subhead
from articles.suggestions.english_words import SAYING
from articles.suggestions.lines import goes_on
from provinces.patterns import lazy
from sources.korean_words import NO_NAMES, PEOPLE, SURNAMES, TITLES

_LINE = lazy(r"[^\n]+")
_BREAKS = lazy(r"(?:<(?:br|/?p|/?div)\s?/?>\s?)+", re.IGNORECASE)
_LETTER = lazy(r"[^\W_]")
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
_MARKS = lazy('[“”"「」『』«»]')
_POLITE = lazy(r"(?:니다|[아어해세네]요)[.?!]?[”\"]?$")
_POLITE_ENDING = 4
# Captions pass nothing on: a rumour in the plain style is told by the report.
_PLAIN_SENTENCE = lazy(
    r"(?!.*(?:소문|전언|전해졌|알려졌|보인다|고 한다|[다라자]고 [가-힣]{1,5}[했혔였]다))[^.!?“”\"]{10,200}(?<!니)다\."
)
_HANGUL = lazy("[가-힣]")
_BARE_HEADING = lazy(r"(?!.*[가-힣][다요]\.\s)[^“”\"\n]{8,90}(?<!니)[다까]")
_STOP_WITHIN = lazy(r"[a-z)]{2}[.?!][”\"]?\s[A-Z“\"]\w*\s[a-z]")
_SENTENCE_WITHIN = lazy(r"[가-힣][다요][.?!]\s|니다\s")
# What a paper found out, where the stop was forgotten.
_HAS_LEARNED = lazy(r"\w ha(?:s|ve) (?:learned|learnt)$")
# What something cost on a day: 3월 9일 610원 17일 720원, ※11월 2일: 4,300원.
_PRICED = lazy(r"^(?:[※〇○•*]\s?)?\d{1,2}월\s?\d{1,2}일[^.!?]{0,40}?\d\s?(?:원|위안|달러|엔)")
# Whose words stand on the next line: 단천의 다른 취재협력자는.
_SAYS_BELOW = lazy(
    r"^\[[^\[\]/]{2,20}/[^\[\]]{2,40}\]$"
    r"|^\[[^\[\]/:=]{0,24}(?:상인|주민|관계자|업자|소식통|직원|기사|노동자|근로자|탈북민|탈북자|전문가|교수|시민|여성|남성|사람|주인|사장|간부|무역상|무역일꾼|경영자|동료|관리인|종업원|선원)\]$"
    r"|^[▶◀]?\s?(?:인터뷰|녹취|싱크|SYNC?|INT)\s?(?:\([^()]{1,6}\)\s?)?[:：▶]\s?\S.{1,60}$"
    r"|(?:소식통|협력자|통신원|주민|상인|간부|관계자)들?[은는도],?$"
    r"|^[가-힣]{2,6}(?:\s[가-힣]{2,6})?\s?/\s?[^/=:\n]{2,24}(?:대표|교수|위원|연구원|대변인|소장|원장|국장|장관|의원|대사|박사|회장|부장|단장|실장|팀장)$"
)
# What stands behind the last stop: …고 말했다.@, …고 말했다./들판
_SIGN_OFF = lazy(
    r"(?<=[.”\"])\s?(?:@|■|◆|/?\s?\(?끝\)?|\((?:ANI|PTI|IANS|UNI|END)\)|/\s?[가-힣]{2,6}(?:\s?기자)?"
    # …고 말했다.(원산=들판통신), …고 말했다.[Field_R]
    r"|[(\[](?!사진|자료|영상|이미지|그래픽)(?:[가-힣·,\s]{1,12}=[^()\[\]=]{2,20}|[가-힣A-Za-z\s]{2,12}(?:뉴스|통신|일보|신문|방송|기자|특파원))[)\]]"
    rf"|\[[A-Z][A-Za-z_]{{3,20}}\]|\((?!{NO_NAMES})[{SURNAMES}][가-힣]{{2}}(?:\s?[/,·]\s?[가-힣]{{2,6}}(?:\s[가-힣]{{2,4}})?)?\))$"
)
# What an agency puts behind its last sentence; behind a picture's words nobody says anything.
_BY_AGENCY = lazy(r"[.”\"]\s\((?:Yonhap(?:\sNews)?|Reuters|AFP|AP|Kyodo|Xinhua|TASS|dpa|EFE)\)$")
_SAYS_THAT = lazy(rf"\b(?:{SAYING})\sthat\b")
_SAYS_SO = lazy(rf"\b(?:{SAYING}|according\sto)\b")
_SIGNS, _LONGEST_SIGN = ("@", "■", "◆"), 40
# So much in marks is no heading, if it ends as a sentence does.
_QUOTED_END = lazy(r"^.{40,}(?:[다요까죠]|[가-힣](?:…|\.\.\.))[”\"]$")
# A teaser of another report is cut off in the middle: 세관이 문을 닫은 것은...
_TEASER = lazy(r"[가-힣]\s?(?:\.{2,3}|…)$(?<![다요까죠]\.\.)(?<![다요까죠]\.\.\.)(?<![다요까죠]…)")
# Words in marks that somebody is said to have said, whatever the copy cut off behind them: 상인은 "…"이라며 "…"이라고 말.
_QUOTES_ON = lazy(r"[은는이]\s(?:\S{1,12}\s){0,3}?[“\"][^“”\"]{20,}[”\"](?:이?라)?(?:고|며|면서)\s")
_KOREAN_ENDS = ("다", "요", "까", "죠")
# Behind these nobody signs off, and of these only the last two may close a quotation.
_STOPPED = (".", "!", "?", "”", '"')
_CLOSED = _STOPPED[-2:]
_DOTTED = ("..", "…")
# A sentence of some words, and the beginning of another; it is tried where a sentence begins.
_TELLS = lazy(r"(?<![^.?!])\s*(?:(?:[^\s.?!]|(?<=\d)\.(?=\d))+\s+){6,}[^\s.?!]{3,}[.?!][”\"’']?\s+[A-Z“\"]\w*\s|→")
# Headlines have capitals at every longer word, and who ends them with a stop, at shorter words as well.
_LONGER_WORD, _LONG_WORD, _FEWEST_IN_TITLE, _LONGEST_TITLE = (
    lazy("[A-Za-z]{4,}"),
    lazy("[A-Za-z]{5,}"),
    5,
    140,
)
# Of so many lines that all begin with a capital none goes on with the one before.
_HEAD, _FEWEST_HEADS = lazy(r"\s*[“\"‘']?[A-Z\d]"), 8
# An item of a list begins with a sign.
_ITEM, _FEWEST_ITEMS = lazy(r"\s*[-–•·*▶■\[]"), 4
# What a line says of the page it stood on, wherever it stands.
_OF_THE_PAGE = lazy(
    r"_{5,}[^.!?]*_{5,}|(?i:(?:no|\d+)\scomments?:?(?:\spost\sa\scomment)?|post\sa\scomment|leave\sa\s(?:reply|comment))"
    r"|Pictured\s(?:above|below|here|left|right)\b.*"
    r"|READ\s*▶.*|This article (?:first )?appeared .*|UPDATE\s+\d+\s*\(.*|(?:Subscribe|Sign up|Log in)\b.{0,80}\b(?:read|article|month)\b.*"
    r"|\S+\.(?:gif|jpe?g|png)\b.*|[◆■●▲◇]\s?(?!.*[다요]\.$).{1,120}|(?:Write|E-?mail)\s+to\s+\S+@?.*|Join\s+our\s+.{1,40}\bchannel\b.*"
    r"|You May Also Like\b.*|\(?Translated automatically\.?\)?.*|Reporting by\b.*|Written in English by\b.*|\(For Use Only\b.*"
    r"|In this (?:undated |file )?(?:image|photo|photograph|picture)\b.*"
    r"|[가-힣A-Za-z\s]{2,20}\[(?:19|20)\d\d[-./]\s?\d{1,2}[-./]\s?\d{1,2}[^\]]{0,12}\]"
    r"|&lt;.*&gt;|/\s*(?:Video|Image|Photo|사진)\b.*"
    r"|(?:Next page|다음 페이지)\b.*|※(?!.*\d일(?:\s현재|.*\d\s?원)).*|\d+/\d+\s.*>>>.*|\[Source:.*"
    r"|기자\s.{2,20}에디터\s.{2,20}|Read(?: this)? in Korean"
)
# The same, known by words that may stand in the middle, which are looked for first.
_WORDS_WITHIN = lazy(r"재판매|촬영|텔레그램|카카오톡|유튜브|네이버|좋아할|좋아하실|Taken by|\(Reference Photo|자료")
_OF_THE_PAGE_WITHIN = tuple(
    lazy(pattern)
    for pattern in (
        r".{0,40}(?:텔레그램|카카오톡|유튜브|네이버).{0,40}(?:받아|구독|확인).{0,20}[!.]?",
        r"(?:.{0,60}\|\s*)?(?:당신은\s)?(?:또한\s|함께\s)?좋아(?:할지도\s모릅니다|하실\s만한\s(?:글|기사))\s*:.{0,120}",
        r".{0,200}\bTaken by\b.{0,80}",
        r".*\(Reference Photo\)",
        r".{5,200}(?:19|20)\d\d년(?:\s\d{1,2}월)?(?:\s\d{1,2}일)?[^.]{0,30}?\s?촬영(?![가-힣]).{0,30}(?<!다\.)",
        r".*자료\s?사진[\])]?",
        r".*\[[^\[\]]{1,60}재판매\s및\sDB\s금지\s?\].{0,40}",
    )
)
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
_LONGEST_CREDIT = 40
# Alone below a line it says whose picture that line is under.
_PHOTO = (" Photo", " PHOTO")
_ANCHOR = lazy(r"(?:.*\s(?=[<\[【◀]))?[<\[【(◀]?\s?(?:앵커|아나운서|진행자)\s?(?:멘트|리포트)?\s?[>\]】)▶]?\s?:?")
_ANCHOR_ENDS = tuple("커서자트>]】)▶:")
_REPORT = lazy(r"[<\[【(◀]?\s?(?:리포트|기자|보도)\s?[>\]】)▶]?\s?:?")
_LONGEST_LEAD = 12
_LONGEST_NOTE = 400
_LONGEST_BUTTON, _SHORTEST_PARAGRAPH = 30, 50
# A body cut off in mid-sentence still tells something in its last words, if they are more than a name or a heading.
_SHORTEST_REST = 12
# A wrapped line is no shorter.
_SHORTEST_WRAPPED = 30
# So many letters of a headline begin no sentence by chance.
_SHORTEST_HEADLINE = 16
_LONGEST_HEADLINE, _FEW_LINES = 70, 4
# States stand as one Chinese character in headlines, and in the same headline elsewhere as a syllable.
_IN_HEADLINES = str.maketrans("北中美日韓南軍黨", "북중미일한남군당")
# A date line that names its agency opens a report, an end mark closes it, whatever stands before or behind; but where
# more stands behind than a page adds, it is the mark of one report among several.
_LATEST_OPENING = 10
_LONGEST_BEHIND = 10_000
_END_MARKS = frozenset(("(END)", "END", "-0-", "###", "(끝)"))
_END_MARK = lazy(r"\(?END\)?|-0-|###|\((?:END|끝)\)\s.*", re.DOTALL)
# A caption that ends in the day of its picture, or says what it is.
_DATED_PICTURE = lazy(
    r"[^.!?]{20,300},\s(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2},\s(?:19|20)\d\d\.?"
    r"|[^!?]{10,300}\b(?:in an? (?:undated )?file photo|in (?:this|an undated) (?:file )?(?:photo|picture|image)\b.{0,60})\.?"
)
_NAME_KO = r"(?!연합|뉴스|사진|제공)(?:[가-힣]{3}|[가-힣]{2,5}\s[가-힣]{2,3})"
_SIGNATURE_KO = rf"{_NAME_KO}(?:\s?[,·/]\s?{_NAME_KO})*"
_WRITER = r"(?:[A-Z]{2,}\s[A-Z][a-z]+(?:-[a-z]+)?|[A-Z][a-z]+\s[A-Z][a-z]+-[a-z]+)"
# A first paragraph of some sentences that its writer signs, and no agency or photographer: "… in May. (KANG Ji-won)".
_SIGNED_LEAD = lazy(
    rf".{{40,}}[.?!]\s.{{20,}}[.?!]\s?\((?:{_WRITER}(?:\s?[,/&]\s?{_WRITER})*"
    r"(?:\s?/\s?[A-Z][\w ]{2,30})?"
    rf"|[Ee]ditorial\s(?:team|staff|desk|department)|편집부|{_SIGNATURE_KO})\)"
    # one sentence that passes on what it was told
    rf"|.{{40,}}(?:[다라]고\s|것으로\s|(?:전해|알려)\s?왔|소식을\s|에\s따르면).{{0,60}}다\.?\s?\({_SIGNATURE_KO}\)"
)
# A sentence, and no credit, but what money or a measure comes to: "… to 3 yuan. (1 yuan is about 0.14 USD)".
_COUNTED_OVER = lazy(
    r"[.?!][”\"]?\s\((?=[^()]*\d)[^()]*\b(?:USD|RMB|KPW|dollars?|won|yuan|euros?|kg|kilograms?)\b[^()]*\)$"
)
# "A partner in Kilju told us:", whose words follow in a paragraph of their own.
_ANNOUNCES = lazy(rf"\b(?:{SAYING}|as\sfollows)\b[^.!?]{{0,100}}:$")
# Without one of these it is none.
_PICTURE_SIGN = lazy(r"[pi12](?:hoto|icture|mage|(?<=1)9\d\d\.?$|(?<=2)0\d\d\.?$)")


# From and to, in the body.
_Span: TypeAlias = tuple[int, int]


class _Line(NamedTuple):
    """What a line or block is by its look alone.

    `is_told`: it ends as a sentence does, holds a whole one (and was cut off), or has words in marks. `is_certain`:
    furniture wherever it stands; `if_outside`: before the first paragraph or behind the last. `is_list`: many short
    lines.
    """

    text: str
    is_told: bool
    is_certain: bool
    if_outside: bool
    is_list: bool = False

    @classmethod
    def of(cls, text: str, *, is_list: bool = False) -> Self:
        found = furniture(text)
        is_certain = bool(
            (found and found.strength == "label")
            or is_subhead(text)
            or read_date_line(text)
            or caption(text, is_leading=False)
            or _is_of_the_page(text)
        )
        return cls(
            text=text,
            is_told=_is_told(text),
            is_certain=is_certain,
            if_outside=is_certain or found is not None,
            is_list=is_list,
        )

    @property
    def if_leading(self) -> bool:
        """Whether it is furniture before the first paragraph, where few lines stand and more are believed."""
        is_caption = caption(self.text, is_leading=True) is not None and not _SIGNED_LEAD.fullmatch(self.text)
        return self.is_certain or is_caption or _is_dated_picture(self.text)

    def is_furniture(self, *, is_leading: bool, is_outside: bool) -> bool:
        """`is_outside`: nothing is told before it, or behind it."""
        return self.is_certain or (is_outside and self.if_outside) or (is_leading and self.if_leading)


def in_lines(body: str) -> str:
    """The body with line breaks where a stored page has them as tags (<br />): as long as before."""
    if "<" not in body:
        return body
    return _BREAKS.sub(lambda tags: ("\n" * min(2, tags.group().count("<"))).rjust(len(tags.group())), body)


def without_furniture(body: str, headline: str = "") -> str:
    """The body with its furniture turned into spaces, line breaks kept: as long as before, position for position.

    `headline`: a line that only repeats it is furniture too.
    """
    spans = list(_furniture_spans(body, _letters(headline)))
    if not spans:
        return body
    parts, at = [], 0
    for start, end in spans:
        parts += [body[at:start], "\n".join([" " * len(line) for line in body[start:end].split("\n")])]
        at = end
    return "".join([*parts, body[at:]])


def _behind(headline: str, body: str, start: int, end: int) -> int:
    """Where body[start:end] goes on behind the headline that it begins with, once or twice; 0 if it does not.

    `headline`: its letters alone.
    """
    behind, letters = 0, 0
    for at in range(start, end) if len(headline) >= _SHORTEST_HEADLINE else ():
        if not body[at].isalnum():
            continue
        if body[at].translate(_IN_HEADLINES).casefold() != headline[letters]:
            break
        letters += 1
        if letters == len(headline):
            behind, letters = at + 1, 0
    # "Salt is dear" may begin a sentence that goes on: "Salt is dear in Kilju, …".
    goes_on = behind and body[behind : behind + 1] == " " and body[behind + 1 : behind + 2].islower()
    return behind if behind and body[behind].isspace() and not goes_on else 0


def _furniture_spans(body: str, headline: str) -> Iterator[tuple[int, int]]:
    """The stretches of a body that are no part of the report, in order."""
    blocks = [block for block in _blocks(body) if _LETTER.search(body, *block)]
    printed = [body[start:end] for start, end in blocks]
    lines = [_Line.of(" ".join(block.split()), is_list=_is_list(block)) for block in printed]
    lines = [
        line._replace(is_told=False, is_list=True) if _is_contents(block) else line
        for line, block in zip(lines, printed, strict=True)
    ]
    lines = list(_in_one_style(lines))
    above = _above_anchor(lines)
    twice = {
        index
        for index in range(len(lines) - 1)
        if body.count("\n", blocks[index][1], blocks[index + 1][0]) == 1 and _says_again(lines[index], lines[index + 1])
    }
    repeats = {
        index
        for index, line in enumerate(lines)
        if index in twice or index - 1 in twice or _repeats(line.text, headline) or _is_biography(lines, index)
    }
    repeats |= {
        index
        for index in range(len(lines) - 1)
        if lines[index + 1].text.endswith(_PHOTO)
        and len(lines[index + 1].text) < _LONGEST_CREDIT
        and body.count("\n", blocks[index][1], blocks[index + 1][0]) == 1
    }
    told = [index for index, line in enumerate(lines) if line.is_told and not line.if_outside and index not in repeats]
    if not told:
        return  # a body without a sentence: nothing says which of its lines belong to it
    first, last = told[0], _last_told(lines, told[-1], printed[-1])
    opens = next((index for index in range(min(len(blocks), _LATEST_OPENING)) if _is_opening(body, *blocks[index])), 0)
    ends = (
        index
        for index in range(opens + 1, len(lines))
        if len(body) - blocks[index][0] <= _LONGEST_BEHIND and _END_MARK.fullmatch(lines[index].text)
    )
    closes = next(ends, len(lines))
    for index, (start, end) in enumerate(blocks):
        is_outside = not first <= index <= last
        if index in repeats or index in above or not opens <= index < closes:
            yield start, end
        elif index == last and not lines[index].is_told:
            continue
        elif _is_block(lines[index], is_leading=index <= first, is_outside=is_outside or index in (first, last)):
            yield start, end
        elif behind := _behind(headline, body, start, end):
            yield start, behind
            yield from _in_block(body, behind, end, is_leading=True, is_last=index >= last)
        else:
            yield from _in_block(body, start, end, is_leading=index <= first, is_last=index >= last)


def _above_anchor(lines: list[_Line]) -> set[int]:
    """The lines up to a broadcaster's <앵커 멘트>, and the <리포트> below what the anchor says."""
    leads = (i for i, line in enumerate(lines) if line.text.endswith(_ANCHOR_ENDS) and _ANCHOR.fullmatch(line.text))
    begin = next(leads, len(lines))
    stops = range(begin, min(begin + _LONGEST_LEAD, len(lines)))
    stop = next((index for index in stops if _REPORT.fullmatch(lines[index].text)), None)
    return set() if stop is None else {*range(begin + 1), stop}


def _is_opening(body: str, start: int, end: int) -> bool:
    """Whether a report begins in these lines, with a date line that names its agency."""
    return any(_AGENCY_LINE.match(body, line.start(), end) for line in _LINE.finditer(body, start, end))


def _last_told(lines: list[_Line], last: int, printed: str) -> int:
    """The last line of the report: behind the last whole sentence, or a heading below it, one may have been cut off.

    `printed`: the last line as it stands, be it wrapped.
    """
    rest, between = lines[-1], lines[last + 1 : -1]
    is_cut = (
        last < len(lines) - 1
        and len(between) <= 1
        and all(_may_stand_before(line, rest.text) for line in between)
        and len(rest.text) >= _SHORTEST_REST
        and min(map(len, printed.split("\n")[:-1]), default=_SHORTEST_WRAPPED) >= _SHORTEST_WRAPPED
        and not rest.if_outside
        and len(rest.text.split()) > 2
        and rest.text[-1] not in ')]>”"’'
        and not _is_title(rest.text)
    )
    return len(lines) - 1 if is_cut else last


def _may_stand_before(line: _Line, rest: str) -> bool:
    """Whether the rest of a report may stand behind a line: behind its heading, or a caption if it holds a whole sentence."""
    is_headed = _is_heading(line) and len(rest) > len(line.text)
    is_sentence = _STOP_WITHIN.search(rest) is not None
    return is_headed or (line.is_certain and is_sentence) or _SAYS_THAT.search(rest) is not None


def _is_heading(line: _Line) -> bool:
    """Whether a line may head what stands below it: some words that are no furniture, or in capitals."""
    return is_subhead(line.text) or (
        not line.if_outside and len(line.text) <= _LONGEST_HEADLINE and len(line.text.split()) > 2
    )


def _repeats(text: str, headline: str) -> bool:
    """Whether a line is the headline once more, or the headline and a word."""
    if len(headline) <= 5 or len(text) > _LONGEST_NOTE:
        return False
    letters = _letters(text)
    return headline in letters and len(letters) - len(headline) <= 6


def _letters(text: str) -> str:
    return "".join(character for character in text.translate(_IN_HEADLINES).casefold() if character.isalnum())


def _in_one_style(lines: list[_Line]) -> Iterator[_Line]:
    """The lines; where a Korean broadcaster speaks to its listeners (-습니다), a sentence that does not is a caption.

    Where sentences end in stops, a line that ends in a bare verb is a heading.
    """
    stopped = sum(ends_sentence(line.text) for line in lines if line.is_told)
    bare = [line.is_told and line.text[-1] in "다까" and bool(_BARE_HEADING.fullmatch(line.text)) for line in lines]
    if stopped > 2 * sum(bare):
        lines = [line._replace(is_told=False) if is_bare else line for line, is_bare in zip(lines, bare, strict=True)]
    polite = sum(bool(_POLITE.search(line.text, max(0, len(line.text) - _POLITE_ENDING))) for line in lines)
    plain = [bool(polite and _PLAIN_SENTENCE.fullmatch(line.text)) for line in lines]
    are_captions = polite > 2 * sum(plain)
    for line, is_plain in zip(lines, plain, strict=True):
        is_caption = is_plain and are_captions
        yield line._replace(is_certain=True, if_outside=True) if is_caption else line


def _says_again(line: _Line, below: _Line) -> bool:
    """Whether the line below has the same words, with a credit at most: they stand behind a picture, and under it."""
    return below.text.startswith(line.text) and len(below.text) - len(line.text) < _LONGEST_CREDIT


def _is_biography(lines: list[_Line], index: int) -> bool:
    """Whether a line in marks tells of the author, whose name stands by itself, twice, before it."""
    text = lines[index].text
    return (
        index > 1
        and text[0] in '“"'
        and text[-1] in '”"'
        and lines[index - 1].text == lines[index - 2].text
        and not lines[index - 1].is_told
    )


def _blocks(body: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: groups of lines parted by blank lines; single lines where each of them is a paragraph."""
    for lines in _groups(body):
        group, footers = _without_footers(body, lines)
        texts = [body[start:end].strip() for start, end in group]
        ended = sum(_ends(text) for text in texts)
        if ended * 2 >= len(group) or any(texts[i] == texts[i + 1] for i in range(len(texts) - 1)):
            yield from _joined(group, texts)
        elif paragraph := _below_buttons(texts):
            yield from group[:paragraph]
            yield group[paragraph][0], group[-1][1]
        else:
            yield group[0][0], group[-1][1]
        yield from footers


def _without_footers(body: str, group: list[_Span]) -> tuple[list[_Span], list[_Span]]:
    """The lines of a group, and those below them that are furniture wherever they stand: a paragraph is no footer."""
    count = len(group)
    while count > 1 and (found := furniture(body[slice(*group[count - 1])].strip())) and found.strength == "label":
        count -= 1
    return group[:count], group[count:]


def _joined(group: list[_Span], texts: list[str]) -> Iterator[tuple[int, int]]:
    """The lines of a group, those together over which one sentence runs."""
    begin = 0
    for index, (start, end) in enumerate(group):
        begin = start if not index or not goes_on(texts[index - 1], texts[index]) else begin
        if index + 1 == len(group) or not goes_on(texts[index], texts[index + 1]):
            yield begin, end


def _below_buttons(texts: list[str]) -> int:
    """Which line of a group is the first of its Korean paragraph, if only buttons of the page stand above it; or 0."""
    first = next((index for index, text in enumerate(texts) if len(text) > _LONGEST_BUTTON), 0)
    paragraph, above = texts[first], texts[:first]
    if len(paragraph) < _SHORTEST_PARAGRAPH or not paragraph.rstrip(".").endswith(_KOREAN_ENDS):
        return 0
    return 0 if any(_ends(text) or _MARKS.search(text) for text in above) else first


def _ends(text: str) -> bool:
    if not text.endswith(_STOPPED):
        text = _SIGN_OFF.sub("", text)
    if text.endswith(_DOTTED) and _TEASER.search(text):
        return False
    if ends_sentence(text) or text.endswith(_KOREAN_ENDS):
        return True
    return text.endswith(_CLOSED) and _QUOTED_END.search(text) is not None


def _groups(body: str) -> Iterator[list[_Span]]:
    """The lines of each group that blank lines part from others, or an end mark from what stands behind the report."""
    group: list[_Span] = []
    for match in _LINE.finditer(body):
        if match.group().isspace():
            continue
        is_apart = group and body.count("\n", group[-1][1], match.start()) > 1
        if is_apart or (group and match.group().strip() in _END_MARKS):
            yield group
            group = []
        group.append(match.span())
    if group:
        yield group


def _in_block(body: str, start: int, end: int, *, is_leading: bool, is_last: bool) -> Iterator[tuple[int, int]]:
    """Lines of furniture before or behind the paragraph they were joined to, and the date line that opens it."""
    is_signed = body.endswith(_SIGNS, start, end)
    is_plain = body.find("\n", start, end) < 0 and not _BRACKET.search(body, start, end)
    if not (is_leading or is_signed) and is_plain and not _ANCHOR_SAYS.match(body, start, end):
        return  # one line, as nearly all are
    lines = [match.span() for match in _LINE.finditer(body, start, end)]
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
    if signed := _SIGN_OFF.search(body, max(lines[-1][0], lines[-1][1] - _LONGEST_SIGN), lines[-1][1]):
        yield signed.span()
    yield from reversed(behind)


def _is_block(line: _Line, *, is_leading: bool, is_outside: bool) -> bool:
    """Whether a whole block is furniture: by its look, or as a few words that are no sentence."""
    return line.is_furniture(is_leading=is_leading, is_outside=is_outside) or (
        not line.is_told and (len(line.text) <= _LONGEST_NOTE or line.is_list)
    )


def _is_list(block: str) -> bool:
    """Whether a block is a list of headlines, as pages have them beside a report: many short lines."""
    lines = block.split("\n")
    return len(lines) > _FEW_LINES and max(map(len, lines)) <= _LONGEST_HEADLINE


def _is_contents(block: str) -> bool:
    """Whether a block is a table of contents, whatever is quoted in it: its lines are items or headlines and no sentences."""
    lines = block.split("\n")
    items = sum(_ITEM.match(line) is not None for line in lines)
    is_told = sum(map(ends_sentence, lines)) * 4 >= len(lines)
    are_heads = len(lines) >= _FEWEST_HEADS and all(map(_HEAD.match, lines))
    return (are_heads or (items >= _FEWEST_ITEMS and items * 3 >= len(lines) * 2)) and not is_told


def _is_title(text: str) -> bool:
    """Whether it is a headline, every longer word of which begins with a capital."""
    if len(text) > _LONGEST_TITLE:
        return False
    words = (_LONGER_WORD if ends_sentence(text) else _LONG_WORD).findall(text)
    return len(words) >= _FEWEST_IN_TITLE and all(word[0].isupper() for word in words)


def _is_told(text: str) -> bool:
    """Whether a line tells something: it ends like a sentence or holds one. A Korean heading may have marks, too."""
    if _is_title(text):
        return False
    signs = (_SENTENCE_WITHIN, _TELLS, _HAS_LEARNED, _SAYS_BELOW, _COUNTED_OVER, _QUOTES_ON, _PRICED)
    if _ends(text) or any(sign.search(text) for sign in signs):
        return True
    if len(text) > _LONGEST_HEADLINE and text[-1] in ",;" and _SAYS_THAT.search(text):
        return True  # whose words follow in a paragraph of their own
    if (text.endswith(":") and _ANNOUNCES.search(text)) or (_BY_AGENCY.search(text) and _SAYS_SO.search(text)):
        return True
    return bool(_MARKS.search(text)) and (not _HANGUL.search(text) or _is_open(text))


def _is_open(text: str) -> bool:
    """Whether the last mark of a text opens and is not closed."""
    last = _MARKS.findall(text)[-1]
    return last in "“「『«" or (last == '"' and text.count('"') % 2 == 1)


def _is_line(text: str, *, is_leading: bool, is_outside: bool) -> bool:
    return _Line.of(text).is_furniture(is_leading=is_leading, is_outside=is_outside)


def _is_dated_picture(text: str) -> bool:
    """Whether it is a caption with the day of its picture, or one that says what it is."""
    return bool(_PICTURE_SIGN.search(text) and _DATED_PICTURE.fullmatch(text))


def _is_of_the_page(text: str) -> bool:
    if len(text) > _LONGEST_NOTE:
        return False
    if _OF_THE_PAGE.fullmatch(text):
        return True
    return bool(_WORDS_WITHIN.search(text)) and any(pattern.fullmatch(text) for pattern in _OF_THE_PAGE_WITHIN)
