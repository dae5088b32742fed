"""Whether a line tells something, and is no headline. Pure."""

from articles.furniture import ends_sentence
from articles.suggestions.clean.endings import is_ended
from articles.suggestions.english.words import SAYING
from provinces.patterns import lazy

MARKS = lazy('[“”"「」『』«»]')
_HANGUL = lazy("[가-힣]")
# With the endings of questions, too: 소금이 어디 있나. 배추도 없는데.
_SENTENCE_WITHIN = lazy(r"[가-힣][다요][.?!]\s|니다\s|[가-힣][나냐까지죠네][.?!]\s")
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
# What an agency puts behind its last sentence; behind a picture's words nobody says anything.
_BY_AGENCY = lazy(r"[.”\"]\s\((?:Yonhap(?:\sNews)?|Reuters|AFP|AP|Kyodo|Xinhua|TASS|dpa|EFE)\)$")
SAYS_THAT = lazy(rf"\b(?:{SAYING})\sthat\b")
_SAYS_SO = lazy(rf"\b(?:{SAYING}|according\sto)\b")
# Words in marks that somebody is said to have said, whatever the copy cut off behind them: 상인은 "…"이라며 "…"이라고 말.
_QUOTES_ON = lazy(r"[은는이]\s(?:\S{1,12}\s){0,3}?[“\"][^“”\"]{20,}[”\"](?:이?라)?(?:고|며|면서)\s")
# A sentence of some words, and the beginning of another; it is tried where a sentence begins.
_TELLS = lazy(r"(?<![^.?!])\s*(?:(?:[^\s.?!]|(?<=\d)\.(?=\d))+\s+){6,}[^\s.?!]{3,}[.?!][”\"’']?\s+[A-Z“\"]\w*\s|→")
# Headlines have capitals at every longer word, and who ends them with a stop, at shorter words as well.
_LONGER_WORD, _LONG_WORD, _FEWEST_IN_TITLE, _LONGEST_TITLE = (
    lazy("[A-Za-z]{4,}"),
    lazy("[A-Za-z]{5,}"),
    5,
    140,
)
LONGEST_HEADLINE = 70
# A sentence, and no credit, but what money or a measure comes to: "… to 3 yuan. (1 yuan is about 0.14 USD)".
_COUNTED_OVER = lazy(
    r"[.?!][”\"]?\s\((?=[^()]*\d)[^()]*\b(?:USD|RMB|KPW|dollars?|won|yuan|euros?|kg|kilograms?)\b[^()]*\)$"
)
# "A partner in Kilju told us:", whose words follow in a paragraph of their own.
_ANNOUNCES = lazy(rf"\b(?:{SAYING}|as\sfollows)\b[^.!?]{{0,100}}:$")


def is_title(text: str) -> bool:
    """Whether it is a headline, every longer word of which begins with a capital."""
    if len(text) > _LONGEST_TITLE:
        return False
    words = (_LONGER_WORD if ends_sentence(text) else _LONG_WORD).findall(text)
    return len(words) >= _FEWEST_IN_TITLE and all(word[0].isupper() for word in words)


def is_told(text: str) -> bool:
    """Whether a line tells something: it ends like a sentence or holds one. A Korean heading may have marks, too."""
    if is_title(text):
        return False
    signs = (_SENTENCE_WITHIN, _TELLS, _HAS_LEARNED, _SAYS_BELOW, _COUNTED_OVER, _QUOTES_ON, _PRICED)
    if is_ended(text) or any(sign.search(text) for sign in signs):
        return True
    if len(text) > LONGEST_HEADLINE and text[-1] in ",;" and SAYS_THAT.search(text):
        return True  # whose words follow in a paragraph of their own
    if (text.endswith(":") and _ANNOUNCES.search(text)) or (_BY_AGENCY.search(text) and _SAYS_SO.search(text)):
        return True
    return bool(MARKS.search(text)) and (not _HANGUL.search(text) or _is_open(text))


def _is_open(text: str) -> bool:
    """Whether the last mark of a text opens and is not closed."""
    last = MARKS.findall(text)[-1]
    return last in "“「『«" or (last == '"' and text.count('"') % 2 == 1)
