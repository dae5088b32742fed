"""The blocks of a body: its paragraphs, be they wrapped, glued to others or a line each. Pure."""

from collections.abc import Iterator
from typing import TypeAlias

from articles.furniture import furniture
from articles.suggestions.clean.endings import KOREAN_ENDS, is_ended
from articles.suggestions.clean.told import MARKS
from articles.suggestions.lines import goes_on
from provinces.patterns import lazy

LINE = lazy(r"[^\n]+")
_LONGEST_BUTTON, _SHORTEST_PARAGRAPH = 30, 50
_END_MARKS = frozenset(("(END)", "END", "-0-", "###", "(끝)"))
# From and to, in the body.
_Span: TypeAlias = tuple[int, int]


def blocks_of(body: str) -> Iterator[_Span]:
    """Paragraphs: groups of lines parted by blank lines; single lines where each of them is a paragraph."""
    for lines in _groups(body):
        group, footers = _without_footers(body, lines)
        texts = [body[start:end].strip() for start, end in group]
        ended = sum(is_ended(text) for text in texts)
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


def _joined(group: list[_Span], texts: list[str]) -> Iterator[_Span]:
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
    if len(paragraph) < _SHORTEST_PARAGRAPH or not paragraph.rstrip(".").endswith(KOREAN_ENDS):
        return 0
    return 0 if any(is_ended(text) or MARKS.search(text) for text in above) else first


def _groups(body: str) -> Iterator[list[_Span]]:
    """The lines of each group that blank lines part from others, or an end mark from what stands behind the report."""
    group: list[_Span] = []
    for match in LINE.finditer(body):
        if match.group().isspace():
            continue
        is_apart = group and body.count("\n", group[-1][1], match.start()) > 1
        if is_apart or (group and match.group().strip() in _END_MARKS):
            yield group
            group = []
        group.append(match.span())
    if group:
        yield group
