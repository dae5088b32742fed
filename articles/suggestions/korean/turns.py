"""Whose turn it is in a Korean talk: what stands before a colon at the head of a paragraph, time and again."""

from collections import Counter

from provinces.patterns import lazy

# 윤: 첫 소식부터 들려주시죠. But 문: and 답: are known wherever they stand.
_LABEL = lazy(r"(?m)^(?!문|답|질문|답변|기자|앵커)(?P<label>[가-힣]{1,4})\s?[:：][ \t](?=\S)")
_OFTEN = 2
# 박하나 대표: 소금이 귀하답니다.
TURN_OF = lazy(r"\s*(?P<who>[^\[\]:：/\n“”\"·]{3,24}?)\s?[:：]\s(?=[가-힣])")


def turns_in(body: str) -> dict[int, int]:
    """Where a turn begins, and where its words do, in a talk of two or more who are each called so more than once. Linear."""
    labels = list(_LABEL.finditer(body)) if ": " in body or "：" in body else []
    often = {label for label, times in Counter(each["label"] for each in labels).items() if times >= _OFTEN}
    return {each.start(): each.end() for each in labels if each["label"] in often} if len(often) > 1 else {}
