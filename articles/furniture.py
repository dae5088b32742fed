"""Page furniture: lines of a stored page that are no part of the report, in English and Korean.

Three strengths keep a sentence of the report from being taken for furniture. A *label* ("Share", 관련 기사) is never a
sentence and goes wherever it stands alone. A *note* ("Please direct comments to…") is a sentence and goes only behind
the last paragraph. A *faint* note ("X is a reporter at …") could be news and goes only in the company of others.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from articles.remembered import within_a_reading
from provinces.patterns import lazy

Strength = Literal["label", "note", "faint"]

LONGEST = 700
LONGEST_CAPTION = 500
LONGEST_LEAD = 1500

_NAME = r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){0,4}"
_NAME_KO = r"[가-힣]{2,5}"
_REPORTER = r"(?:reporters?|correspondents?|journalists?|contributors?|writers?|columnists?|editors?)\b"
_REPORTER_KO = r"(?:기자|특파원)"
# Capitalised words, "and" and "edited by" between them; each word ends at a space, so that matching stays linear.
_PEOPLE = r"(?:(?:[A-Z][\w'’.&-]*|and|&|[Tt]ranslated by|[Ee]dited by|[Pp]roofread by)(?:[\s,;]+|$))+"
_MAIL = r"(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\[email\s+protected\])"
_LANGUAGE = r"(?:Korean|English|Chinese|Japanese)"
_NETWORK = r"(?:WhatsApp|Facebook|Twitter|X|Telegram|LinkedIn|Reddit|LINE|KakaoTalk|Kakao|Pinterest|Weibo|e-?mail)"
_NETWORK_KO = r"(?:페이스북|트위터|카카오톡|카카오스토리|네이버|밴드|라인|텔레그램|이메일|URL)"
_ARROW = r"[▶☞■◆▷●※]"
_PIECE = r"(?:articles?|stor(?:y|ies)|reports?|pieces?)"


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a line is: a word for people ("contact line"), how sure that is, and the reporter it names or ""."""

    what: str
    strength: Strength
    reporter: str = ""


# (what it is, strength, patterns of the whole line). A group `name` is the reporter's name.
_KINDS: tuple[tuple[str, Strength, tuple[str, ...]], ...] = (
    (
        "share button",
        "label",
        (
            rf"(?i:share|tweet|print|e-?mail|copy link|like|like us on {_NETWORK}|comments?)[:.]?",
            rf"(?i:share (?:(?:this|article|story|post|page|via|to|on)\b ?){{0,4}}{_NETWORK}?)[:.]?",
            rf"(?:{_NETWORK_KO}\s*){{0,6}}(?:기사\s*)?공유(?:하기|하세요)?|{_NETWORK_KO}|좋아요|댓글(?:\s*\d+)?",
        ),
    ),
    (
        "page control",
        "label",
        (
            r"(?i:go to (?:contents|navigation)|all headlines|skip to (?:main )?content|back to top)",
            r"(?i:prev(?:ious)?(?: / | \| | )?next|next page:?.{0,80}|all reports\s*>*|archive ?\(pdf\))",
            r"(?i:advertisement|sponsored|loading\.*)|광고|글자\s*크기.{0,20}|가\s+가",
            r"인쇄(?:하기)?|프린트|스크랩|목록(?:으로)?|맨\s*위로|구독(?:하기)?",
        ),
    ),
    (
        "language link",
        "label",
        (
            rf"(?i:(?:also )?(?:read|available) (?:this {_PIECE} )?in {_LANGUAGE})\.?",
            rf"(?i:{_LANGUAGE} version|(?:read|see) the (?:korean |english )?original)\.?",
            r"(?:한국어|한글|영어|영문|국문)(?:로|판|\s*기사)?\s*(?:읽기|보기|바로\s*가기)",
        ),
    ),
    (
        "related reports",
        "label",
        (
            rf"{_ARROW}?\s*\[?관련\s*(?:기사|보도|뉴스|글)\]?(?:\s*(?:바로\s*가기|보기|더\s*보기))?\s*[:>▶]*",
            rf"{_ARROW}\s*.{{0,100}}(?:바로\s*가기|기사\s*보기|더\s*보기)|(?:기사\s*)?바로\s*가기|더\s*보기",
            r"(?i:related (?:articles?|stories|reports?|posts?|news|reading)|you (?:may|might) also like):?",
            r"(?:READ(?: MORE| ALSO| NEXT)?|ALSO READ|SEE ALSO|RELATED|Read [Mm]ore)(?:\s*[:>].{0,160})?",
        ),
    ),
    (
        "source line",
        "label",
        (
            r"[\[(]\s*(?i:source|출처)\s*[:=].{1,80}[\])]",
            r"Full article:.{0,200}|Archive for the .{1,80} Category",
        ),
    ),
    ("end mark", "label", (r"\(?(?:END|끝)\)?|<\s*끝\s*>|[-=*_~·.…#\s]{3,}|-30-",)),
    (
        "copyright line",
        "label",
        (
            r"[<\[(]?\s*(?:저작권자|Copyrights?\b|COPYRIGHT|[ⓒ©])\s*.{0,140}",
            r"(?i:all rights reserved)\.?|\(?For Use Only in the Republic of Korea.{0,60}",
            r".{0,60}무단\s*(?:전재|복제).{0,60}",
        ),
    ),
    ("table row", "label", (r"\|.*\|",)),
    (
        "weather line",
        "label",
        (r"-?\d{1,2}(?:\.\d)?\s*°?\s*C\b.{0,30}", r"[가-힣]{2,6}\s+-?\d{1,2}(?:\.\d)?\s*(?:°\s?C?|℃)"),
    ),
    ("crawler's line", "label", (r"date\s+\d{4}-\d{2}-\d{2}",)),
    (
        "address",
        "label",
        (
            r"(?:https?://|www\.)\S+",
            rf"(?i:e-?mail|이메일|제보)?\s*[:=]?\s*{_MAIL}",
            rf"\[[^\[\].!?@]{{0,40}}\s{_MAIL}\]",
        ),
    ),
    (
        "reporter's line",
        "label",
        (rf"[-–—]?\s*[\[(]?(?:\S{{1,12}}\s*=\s*)?(?P<name>{_NAME_KO})\s*{_REPORTER_KO}[\])]?\s*{_MAIL}?",),
    ),
    (
        "credits",
        "note",
        (
            rf"(?:기자|취재|글)\s*:?\s*(?P<name>{_NAME_KO})\s*[,./]\s*(?:에디터|편집|번역|웹\s*편집)\s*:?.{{1,40}}",
            r"(?:번역|편집|에디터|웹\s*편집|감수)\s*[:=]?\s*[가-힣A-Za-z .,]{2,40}",
            (
                rf"[*※]?\s*(?i:written|reported) (?:in \w+ )?by (?P<name>{_NAME})[.,;]?"
                rf"(?:\s+(?i:translated|edited) by {_PEOPLE})?"
            ),
            rf"[*※]?\s*(?i:translated|edited|proofread)(?: and edited)? by {_PEOPLE}",
        ),
    ),
    (
        "contact line",
        "note",
        (
            (
                r"(?i:please (?:direct|send|address|forward|e-?mail|contact)) .{0,120}"
                r"(?i:comments?|questions?|tips?|feedback|inquiries|enquiries).{0,200}"
            ),
            (
                rf"(?i:(?:comments?|questions?)(?: (?:and|or) (?:comments?|questions?))? (?:about|on|regarding) "
                rf"(?:his|her|their|this|the|our) {_PIECE}) .{{0,60}}(?i:directed|sent|addressed|e-?mailed)\b.{{0,120}}"
            ),
            r"(?i:views expressed in (?:this|guest) .{1,160}|got a (?:news )?tip\?.{0,160})",
            r"(?:기사\s*)?제보(?:\s*및\s*보도자료)?\s*[:=]\s*.{0,60}",
            r".{0,60}(?:제보를|제보해)\s*(?:기다립니다|주세요|주시기\s*바랍니다)\.?",
        ),
    ),
    (
        "newsletter line",
        "note",
        (
            r"(?i:(?:subscribe|sign up) (?:to|for) .{0,80}(?:newsletter|updates|alerts|channel).{0,80})",
            r"(?i:follow us on .{1,80})",
        ),
    ),
    (
        "advertising note",
        "note",
        (r"(?i:.{0,80}\badvertisements? (?:and|or|with) .{0,80}(?:inappropriate|offensive) .{0,160})",),
    ),
    (
        "republication note",
        "note",
        (
            (
                rf"(?i:this {_PIECE} (?:was|is|has been) (?:originally |first )?"
                r"(?:published|republished|reprinted) .{0,200})"
            ),
            r"(?i:(?:originally|first) published (?:by|in|at|on) .{1,120})",
            r"(?i:re(?:printed|published) (?:here )?with permission.{0,120})",
        ),
    ),
    ("editor's note", "note", (r"(?i:editors?['’]s?\s+notes?(?: on [\w ]{1,60})?)\s*(?:[:–—-].{0,600})?", r"※\s*.+")),
    (
        "reporter's note",
        "note",
        (
            rf"(?P<name>{_NAME}) is one of {_NAME}['’]s? .{{0,40}}{_REPORTER}\.?",
            (
                rf"(?P<name>{_NAME}) is (?:an?|the|one of) .{{0,80}}{_REPORTER}.{{0,120}}[.;] "
                r"(?i:questions|comments|please|contact|follow|(?:s?he|they) can be reached|e-?mail|write to)\b.{0,200}"
            ),
            rf"[\[(]?(?P<name>{_NAME_KO})\s*(?:데일리NK\s*)?{_REPORTER_KO}는\s.{{0,80}}(?:문의|이메일|메일).{{0,120}}",
        ),
    ),
    ("reporter's note", "faint", (rf"(?P<name>{_NAME}) is (?:an?|the|one of) .{{0,80}}{_REPORTER}.{{0,160}}",)),
)

_PATTERNS = tuple(
    (what, strength, lazy(pattern, re.DOTALL)) for what, strength, patterns in _KINDS for pattern in patterns
)


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """All of them at once, without their names."""
    return lazy("|".join(pattern.replace("(?P<name>", "(?:") for pattern in patterns), re.DOTALL)


# Whether a line may be any of them, found out at once: first in small letters those that begin with letters of either
# size, which Python's engine compares one by one.
_EITHER = "(?i:"
_KNOWN_BY_BEGIN = [row.pattern for *_, row in _PATTERNS if not row.pattern.startswith((".{0,", f"{_EITHER}.{{0,"))]
_ANY_SMALL = _any_of(row.replace(_EITHER, "(?:").lower() for row in _KNOWN_BY_BEGIN if row.startswith(_EITHER))
_ANY = _any_of(row for row in _KNOWN_BY_BEGIN if not row.startswith(_EITHER))
# Those that may begin with anything are known by these words.
_IN_THE_MIDDLE = ("advertisement", "무단", "제보를", "제보해")

_SENTENCE_END, _CLOSES = (".", "!", "?", "…", "。"), "”’\"')]」』»"
_SUBHEAD = lazy(r"(?=[A-Z0-9])(?=(?:[^A-Z]*[A-Z]){4})[A-Z0-9][A-Z0-9 ,:;'’“”\"&/()-]+")

_ANCHOR = lazy(r"(?:(?:앵커|MC|진행자|아나운서)\s*[:：]|[<\[]\s*앵커\s*[>\]]).*", re.DOTALL)
_ANCHOR_AND_REPORT = lazy(rf"{_REPORTER_KO}가\s*(?:보도|전|취재)[^.]{{0,12}}다\.\s.{{40}}")
_ANCHOR_NAME = lazy(rf"({_NAME_KO})\s*{_REPORTER_KO}(?:가\s*(?:보도|전)|입니다)")

# A credit says that it is one (photo word, ©, agency), so a caption can be told from a sentence with brackets.
_PHOTO = (
    r"(?i:photo(?:graph)?s?|image|video|picture|graphic|map|credit|reference photo|file photo"
    r"|사진|이미지|영상|그래픽|지도|캡처|출처)"
)
_AGENCY = (
    r"(?:Daily\s?NK|데일리\s?NK|RFA|VOA|자유아시아방송|Yonhap(?: News)?|연합뉴스|연합|뉴시스|뉴스1|Newsis|Reuters"
    r"|로이터|AP|AFP|EPA|Getty(?: Images)?|KCNA|조선중앙통신|조선의\s*오늘|우리민족끼리|노동신문"
    r"|로동신문|Rodong Sinmun|Uriminzokkiri|NK News|ASIAPRESS|아시아프레스|Xinhua|신화|Kyodo|교도"
    r"|Wikimedia Commons|Google Earth|38 North"
    r"|통일부)"
)
_CAPTIONS = (
    # words /사진=outlet; words / Image: outlet; words /RFA Photo
    rf"(?P<caption>.*?)\s*/\s*(?P<credit>{_PHOTO}\s*[:=]\s*[^.!?]{{1,60}}|[^.!?]{{1,30}}\s{_PHOTO})",
    # words (사진=outlet); words [Photo: outlet]; words (© outlet)
    (
        rf"(?P<caption>.*?)\s*[(\[（](?P<credit>(?:{_PHOTO}\s*[:=]|{_PHOTO} (?:by|courtesy of|taken)|[©ⓒ])"
        r"\s*[^()\[\]]{1,80})[)\]）]\.?"
    ),
    # words © outlet
    r"(?P<caption>.+?)\s+(?P<credit>[©ⓒ]\s*[^().!?]{1,60})",
    # FILE PHOTO: words (outlet)
    (
        r"(?P<caption>(?:FILE PHOTO|File photo|Reference photo|(?:자료|파일)\s*사진)\s*[:：].*?)"
        r"(?:\s*[(\[](?P<credit>[^()]{1,80})[)\]])?"
    ),
    # words. Image: outlet
    r"(?P<caption>.{10,}?)\s(?P<credit>(?:Image|Photo|Video|Picture)s?:\s[^.!?]{2,60})",
    # Photo: outlet
    r"(?P<caption>)(?P<credit>(?:Photo|Image|사진)\s*[:=]\s*.{1,60}|Photo by .{1,60})",
)
_LEADING_CAPTIONS = (
    # words (agency), and sentence. (Somebody): only before the first paragraph, where no sentence of the report stands
    rf"(?P<caption>.+?)\s*[(（](?P<credit>(?:[^()]{{0,40}}\W)?{_AGENCY}(?:\W[^()]{{0,40}})?)[)）]",
    r"(?P<caption>(?!.*다\.\s[가-힣]).{10,400}[.!?다])\s*[(（](?P<credit>(?![0-9]+[)）])[A-Z가-힣][^()]{1,50})[)）]",
    # A photo of words: no sentence, or with a credit
    (
        rf"(?P<caption>(?:A|This) (?:file )?{_PHOTO} (?:of|shows|showing|taken) .{{3,300}}?)"
        r"(?:\s*[(（](?P<credit>[^()]{1,60})[)）]|(?<![.!?]))"
    ),
)
# Of each form a mark that it cannot be without, if it has one.
_CAPTION_MARKS = ("/", "([（", "©ⓒ", "", ":", "")
_CAPTION_FORMS = tuple((lazy(form, re.DOTALL), marks) for form, marks in zip(_CAPTIONS, _CAPTION_MARKS, strict=True))
# What every form begins with or holds.
_CAPTION_SIGN = lazy(r"[/(\[（©ⓒ:](?:(?<!:)|(?<=[eos]:)(?=\s)|(?<=[eos]s:)(?=\s))")
_CAPTION_BEGIN = lazy(r"FILE PHOTO|File photo|Reference photo|자료|Photo|Image|사진|A |This ")
_LEADING_CAPTION_FORMS = _CAPTION_FORMS + tuple((lazy(form, re.DOTALL), "") for form in _LEADING_CAPTIONS)


def furniture(line: str) -> Furniture | None:
    """What a whole line or paragraph is, if it has the shape of furniture; the strongest kind first."""
    return None if len(line) > LONGEST else _furniture(line)


# A line is asked for three times while its report is read.
@within_a_reading
def _furniture(line: str) -> Furniture | None:
    small = line.lower()
    if not (_ANY.fullmatch(line) or _ANY_SMALL.fullmatch(small) or _is_known_by_its_middle(small)):
        return None
    for what, strength, pattern in _PATTERNS:
        match = pattern.fullmatch(line)
        if match:
            return Furniture(what, strength, (match.groupdict().get("name") or "").strip())
    return None


def _is_known_by_its_middle(small: str) -> bool:
    return any(map(small.__contains__, _IN_THE_MIDDLE))


def anchor_lead(line: str) -> str | None:
    """Whom a Korean broadcaster's lead-in, which is told and no furniture, names as reporter, or ""; None for other lines."""
    if len(line) > LONGEST_LEAD or not _ANCHOR.fullmatch(line) or _ANCHOR_AND_REPORT.search(line):
        return None
    name = _ANCHOR_NAME.search(line)
    return name.group(1) if name else ""


def caption(line: str, *, is_leading: bool) -> tuple[str, str] | None:
    """(caption, credit) of a line under a picture, or None. Before the first paragraph more forms are believed."""
    if len(line) > LONGEST_CAPTION or not (_CAPTION_SIGN.search(line) or _CAPTION_BEGIN.match(line)):
        return None
    for form, marks in _LEADING_CAPTION_FORMS if is_leading else _CAPTION_FORMS:
        if marks and not any(mark in line for mark in marks):
            continue
        if match := form.fullmatch(line):
            return match["caption"].strip(), (match.groupdict().get("credit") or "").strip()
    return None


def is_subhead(line: str) -> bool:
    """Whether a line is a heading in capitals between paragraphs."""
    return len(line) <= 80 and " " in line and bool(_SUBHEAD.fullmatch(line))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as sentences do, closing marks counted in."""
    return line.removesuffix("\n").rstrip(_CLOSES).endswith(_SENTENCE_END)
