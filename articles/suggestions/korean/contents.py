"""What a Korean paper, a board or an order holds, and whose it is."""

import re

from articles.suggestions.korean.acts import AT_MOST
from articles.suggestions.korean.names import AS_SUCH, LONGEST_BODY, NOTED, OWNER, OWNERS_END
from articles.suggestions.korean.predicates import ORDERS, PAPER_NOUN, PAPERS, RULES, WORDS, WRITINGS
from articles.suggestions.signs import Reaching, before, one_of
from provinces.patterns import lazy

_PAPER = lazy(PAPER_NOUN)
# A paper that says something, and not one that is only written, put up or handed on; an order, by what it holds.
_HOLDS = r"에(?:는|도|(?=\s[^.]{1,70}(?:내용|담[겼긴기]|적[혔혀힌]|쓰[였여인]|명시|들어\s?있|언급|포함)))|에서는|에\s?(?:따르면|의하면)"
# 포고문이 내려온 날: it only comes.
_COMES = r"(?!\s(?:\S{1,6}\s)?(?:내려|나온|나오|나붙|나돌|붙|하달|전달|배포|도착|떨어|시달|퍼[졌지진]|돌[았고]))"
PAPER_TELLS = lazy(rf"(?<![가-힣])(?P<who>{PAPER_NOUN})(?P<as>{_HOLDS}|에서|[은는이가도]{_COMES})(?=[\s,])")
_GIVES_ORDER = (
    r"(?:\S{1,10}\s){0,3}?(?:내놓은|정한|제시한|발표한|공포한|내건|게시한|걸어\s?놓은|써\s?붙인|내다\s?붙인|써\s?놓은"
    r"|내려보낸|하달한|시달한|배포한|돌린|보낸|내린|내붙인|붙인|낸)\s(?:\S{1,8}\s)?"
)
# 후창제2상점 공고문에는, 시당이 내려보낸 지시문에는
_OWNS_PAPER = lazy(rf"(?<![가-힣0-9])(?P<who>{OWNER}){NOTED}(?:(?:\s?명의)?의?\s|[이가]\s{_GIVES_ORDER})\Z")
_BOARDS = "게시판|게시물|공고판|안내판|안내문|알림판|벽보|현수막|팻말|전단|간판|홈페이지|누리집"
HAS_BOARD = lazy(rf"[게공안알벽현팻전간홈누](?:{'|'.join(board[1:] for board in _BOARDS.split('|'))})에")
# 시당 게시판에는 …고 적혀 있다
BOARD_TELLS = lazy(
    rf"(?<![가-힣0-9])(?P<who>{OWNER}){NOTED}의?\s(?:\S{{1,6}}\s)?(?:{_BOARDS})(?P<as>{_HOLDS})(?=[\s,])"
)
_LAYS_DOWN = lazy(
    rf"책임을\s[^.]{{0,40}}돌[렸리린]|[을를]\s{AT_MOST}(?:비판|비난|강조|지적|규정|요구|지시|명령|금지|허용|경고|촉구|못\s?박|빗댔|내세웠|정했|정하고)"
)
RULES_TELL = lazy(
    rf"(?<![가-힣])(?<!의\s)(?P<this>(?:이|그|이번|해당|같은)\s)?[가-힣]{{0,2}}?(?P<who>{one_of(f'{RULES}|{ORDERS}')})(?P<as>{_HOLDS}|[은는이가]{_COMES})(?=[\s,])"
)

# What a body ordered, though another stands as the subject.
_NOT_ASKED_FOR = r"(?!(?<=비준을)\s(?:받|얻|거)|\s(?:받아야|얻어야|거쳐야|받지|얻지|거치지|없))"
_NUMBERED = r"\s?제?\s?\d{1,4}호(?:\s?[‘'「『<][^’'」』>\n]{2,40}[’'」』>])?"
ORDER_OF_BODY = Reaching(
    rf"(?<![가-힣])(?:(?:(?<=[라자다]는\s)|(?<=[라다]던\s))(?P<content>))?(?P<who>{OWNER}|(?P<state>{AS_SUCH}))"
    # 중앙의 지시에 따라, 수산성의 방침은 배를 묶어 두라는 것
    rf"(?:의\s(?:\S{{1,6}}\s)?[가-힣]{{0,2}}?(?P<verb>{one_of(f'{ORDERS}|{RULES}|성화|등쌀|강요|압박')})(?:문|서)?(?:에\s?(?:따라|의해|근거해|못\s?이겨|시달려|떠밀려|쫓겨)|에도\s|대로|으?로(?=\s)|(?(state)(?!)|이?라(?:며|면서|고)\s)|[을를이가]{_NOT_ASKED_FOR}|[은는]\s[^.”\"\n]{{2,80}}(?:\s것(?=이|으로)|[라자]는\s(?:것|내용)))"
    # 배를 묶어 두라는 수산성의 명령은 이튿날 퍼졌다, 비료를 주겠다던 시당의 약속도
    rf"|(?(content)의\s(?:\S{{1,6}}\s)?(?P<verb6>{one_of(WORDS)})(?:[은는이가도만을를]|마저|까지|조차|부터)\s|(?!))"
    rf"|에서\s내려온\s(?P<verb5>{one_of(ORDERS)})(?:에\s?따라|대로)"
    # 내각 지시문을, 내각 결정 제12호 ‘소금을 아낄 데 대하여’가
    rf"|(?(state)(?!)|(?:\s(?P<verb2>(?:{one_of(ORDERS)})[문서]|공문|포치|지시|방침|명령|지침|포고|훈령|결정(?=으로|에\s?따라))(?:[을를이가]|(?:까지|도)(?=\s(?:나왔|내려왔|하달|발표|떨어졌))|에\s?따라|으?로(?=\s)|이?라(?:며|면서)\s)|\s(?P<verb3>{one_of(ORDERS)}){_NUMBERED}(?:[을를이가]|에\s?따라|으?로(?=\s))))"
    # 당국이 내려보낸 지시문에는
    rf"|(?:이|가|에서)\s{_GIVES_ORDER}(?P<verb4>(?:{PAPER_NOUN}|{one_of(WRITINGS)})(?=[을를이가은는]|에)|(?:{one_of(ORDERS)})(?=에는?\s|[은는]\s[^.”\"\n]{{2,80}}(?:\s것(?=이|으로)|[라자]는\s(?:것|내용)))))",
    before(rf"\)(?<=[가-힣]\))의\s|[의이가]\s|에서\s|\s(?:{one_of(f'{ORDERS}|{PAPERS}')})", OWNERS_END),
    reach=LONGEST_BODY,
    gap="[^가-힣](?=[가-힣0-9])",
)


def holding(
    pattern: re.Pattern[str], words: str, start: int, end: int, acts: list[re.Match[str]]
) -> re.Match[str] | None:
    """The paper that says what a sentence tells, by what stands in it or by what it does."""
    for paper in pattern.finditer(words, start, end):
        says = any(act.start() >= paper.end() and act["verb4"] is act["verb5"] is None for act in acts)
        if paper["as"].startswith("에") or says or _LAYS_DOWN.search(words, paper.end(), end):
            return paper
    return None


def owner_of_paper(words: str, start: int, paper: re.Match[str]) -> str:
    """Whose paper it is, if that stands right before it, and the body is no sort of paper itself; or ""."""
    owner = _OWNS_PAPER.search(words, max(start, paper.start() - LONGEST_BODY), paper.start())
    return owner["who"] if owner and not _PAPER.search(owner["who"]) else ""
