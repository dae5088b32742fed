"""Words in marks below a question of a talk: they answer it, however short, and are no heading. Pure."""

from collections.abc import Iterator, Sequence

from articles.suggestions.clean.lines import Line
from provinces.patterns import lazy

# ―― 쌀은 어디서 삽니까?, -쌀은 어디서 사나., 문: 쌀은?
_QUESTION = lazy(r"(?:[―—–─━-]{1,2}\s?\S|(?:Q\d?|문|질문|기자)\s?[.:：)]).*|[^“”\"]*[가-힣]\s?[?？]")
_ANSWER = lazy(r"[“\"「][^“”\"「」]*[”\"」]")


def with_answers(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those told that answer the question above them."""
    above = ""
    for line in lines:
        is_answer = not line.is_told and _ANSWER.fullmatch(line.text) and _QUESTION.fullmatch(above)
        yield line._replace(is_told=True, is_certain=False, if_outside=False) if is_answer else line
        above = line.text
