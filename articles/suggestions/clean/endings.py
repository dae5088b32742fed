"""Whether a line ends as something that is told does, and what stands behind its last stop. Pure."""

from articles.furniture import ends_sentence
from provinces.patterns import lazy
from sources.korean_words import NO_NAMES, SURNAMES

# What stands behind the last stop: …고 말했다.@, …고 말했다./들판
SIGN_OFF = lazy(
    r"(?<=[.”\"])\s?(?:@|■|◆|/?\s?\(?끝\)?|\((?:ANI|PTI|IANS|UNI|END)\)|/\s?[가-힣]{2,6}(?:\s?기자)?"
    # …고 말했다.(원산=들판통신), …고 말했다.[Field_R]
    r"|[(\[](?!사진|자료|영상|이미지|그래픽)(?:[가-힣·,\s]{1,12}=[^()\[\]=]{2,20}|[가-힣A-Za-z\s]{2,12}(?:뉴스|통신|일보|신문|방송|기자|특파원))[)\]]"
    rf"|\[[A-Z][A-Za-z_]{{3,20}}\]|\((?!{NO_NAMES})[{SURNAMES}][가-힣]{{2}}(?:\s?[/,·]\s?[가-힣]{{2,6}}(?:\s[가-힣]{{2,4}})?)?\))$"
)
# So much in marks is no heading, if it ends as a sentence does.
_QUOTED_END = lazy(r"^.{40,}(?:[다요까죠]|[가-힣](?:…|\.\.\.))[”\"]$")
# A teaser of another report is cut off in the middle: 세관이 문을 닫은 것은...
_TEASER = lazy(r"[가-힣]\s?(?:\.{2,3}|…)$(?<![다요까죠]\.\.)(?<![다요까죠]\.\.\.)(?<![다요까죠]…)")
KOREAN_ENDS = ("다", "요", "까", "죠")
# Behind these nobody signs off, and of these only the last two may close a quotation.
_STOPPED = (".", "!", "?", "”", '"')
_CLOSED = _STOPPED[-2:]
_DOTTED = ("..", "…")


def is_ended(text: str) -> bool:
    """Whether a line ends as a sentence or a quotation does, a sign behind it aside, and is no teaser."""
    if not text.endswith(_STOPPED):
        text = SIGN_OFF.sub("", text)
    if text.endswith(_DOTTED) and _TEASER.search(text):
        return False
    if ends_sentence(text) or text.endswith(KOREAN_ENDS):
        return True
    return text.endswith(_CLOSED) and _QUOTED_END.search(text) is not None
