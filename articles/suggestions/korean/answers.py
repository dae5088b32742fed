"""Bodies whose answer somebody got in Korean words, or whom he cites for what he tells: 시당에 따졌더니 …, 세관 말로는."""

from articles.suggestions.korean.firms import PLANT
from articles.suggestions.korean.names import BODY, LONGEST_BODY, OWNER
from articles.suggestions.korean.officers import ALSO, BRANCH, OFFICE
from articles.suggestions.signs import Reaching
from provinces.patterns import lazy

# 인민위원회에 따져 봤지만 중앙에 물어보라는 대답만 들었다.
_ASKS = (
    r"따[져지졌진]|물[어었으]|문의|항의|의견서를\s냈|"
    r"신청서를\s냈|민원|신소|제기|찾아[가갔]|신고|하소연|알아[보봤]|부탁|요청|호소|청원|전화"
)
_WHO_IS_ASKED = lazy(rf"(?<![가-힣0-9])(?P<who>{BODY}{BRANCH}|{ALSO}|{OFFICE})(?=(?:에|에게|에다가?|[을를]|한테)\s)")
_GOES_TO_ASK = lazy(_ASKS)
_ANSWERS = lazy(
    rf"(?:에|에게|에다가?|[을를]|한테)\s(?:[^\s.]{{1,8}}\s){{0,4}}?(?:{_ASKS})(?![가-힣]{{0,3}}라)[^.“”]{{0,12}}?(?:니|면|자|지만|으나|는데|고|도|러)\s[^.“”]{{1,60}}?[다라냐자](?:고|는)(?:만|도)?"
    r"\s(?:[^\s.]{1,6}\s)?(?P<verb>답변|대답|답|말|소리|설명|통보|핑계|했|한다|하[더였]|잡아[떼뗐]|발뺌|우[기겼]|둘러[대댔]|호통|핀잔|면박|꾸중|호통|돌려보|되[물묻]|딱\s?잘라|퉁명|면박)"
)
# 시당 말로는, 세관에 따르면, 시당에서 들은 바로는; 시당 말이 배급을 준다는 것이다
_FOLLOWED = Reaching(
    rf"(?<![가-힣])(?P<who>{OWNER}|{ALSO}|{PLANT})(?:\s?[측쪽])?(?:(?:의\s|\s)(?:[가-힣]{{1,6}}\s)?(?P<verb>말|설명|이야기|얘기|주장|해명)(?:로는|으로는|에\s?(?:따르면|의하면)|을\s빌리면|이\s(?=[^.]{{2,80}}[다라자]는\s?것))"
    r"|에\s?(?P<verb2>따르면|의하면)|에서\s(?P<verb3>들은)\s(?:바|말|데))",
    r"(?:말|설명|이야기|얘기|주장|해명)(?:으?로는|에\s?(?:따르|의하)|을\s빌|이\s)|따르면|의하면|들은\s[바말데]",
    reach=LONGEST_BODY,
    gap="[^가-힣](?=[가-힣0-9])",
)


def answering(words: str, start: int, end: int) -> tuple[str, str] | None:
    """The body that answers whoever went to ask it in words[start:end], as printed, and how."""
    for who in _WHO_IS_ASKED.finditer(words, start, end) if _GOES_TO_ASK.search(words, start, end) else ():
        if answer := _ANSWERS.match(words, who.end(), end):
            return who["who"], answer["verb"]
    return None


def followed_in(words: str) -> tuple[str, str] | None:
    """The body that is cited for what is told, as printed, and by which word."""
    followed = _FOLLOWED.search(words)
    return (followed["who"], followed["verb"] or followed["verb2"] or followed["verb3"]) if followed else None
