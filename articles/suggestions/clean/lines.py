"""What the lines of a body are by their look, and by the style of all of them. Pure."""

from collections.abc import Iterator
from typing import NamedTuple, Self

from articles.date_lines import read_date_line
from articles.furniture import caption, ends_sentence, furniture, is_subhead
from articles.suggestions.clean.page import is_dated_picture, is_of_the_page
from articles.suggestions.clean.told import LONGEST_HEADLINE, is_told
from provinces.patterns import lazy

_POLITE = lazy(r"(?:니다|[아어해세네]요)[.?!]?[”\"]?$")
_POLITE_ENDING = 4
# Captions pass nothing on: a rumour in the plain style is told by the report.
_PLAIN_SENTENCE = lazy(
    r"(?!.*(?:소문|전언|전해졌|알려졌|보인다|고 한다|[다라자]고 [가-힣]{1,5}[했혔였]다))[^.!?“”\"]{10,200}(?<!니)다\."
)
_BARE_HEADING = lazy(r"(?!.*[가-힣][다요]\.\s)[^“”\"\n]{8,90}(?<!니)[다까]")
# Of so many lines that all begin with a capital none goes on with the one before.
_HEAD, _FEWEST_HEADS = lazy(r"\s*[“\"‘']?[A-Z\d]"), 8
# An item of a list begins with a sign.
_ITEM, _FEWEST_ITEMS = lazy(r"\s*[-–•·*▶■\[]"), 4
_FEW_LINES = 4
_NAME_KO = r"(?!연합|뉴스|사진|제공)(?:[가-힣]{3}|[가-힣]{2,5}\s[가-힣]{2,3})"
_SIGNATURE_KO = rf"{_NAME_KO}(?:\s?[,·/]\s?{_NAME_KO})*"
_WRITER = r"(?:[A-Z]{2,}\s[A-Z][a-z]+(?:-[a-z]+)?|[A-Z][a-z]+\s[A-Z][a-z]+-[a-z]+)"
# No agency or photographer.
_NO_HOUSE = r"(?!.*(?:Press|News|Desk|Daily|Ledger|Post|Times|Agency|Photo|Inside|Wire|Monitor))"
_ASKED = (
    r"(?=.*\b(?:asked|told|talked|spoke|contacted|interviewed|reached|surveyed|questioned|polled|consulted|learned|heard|called)\b"
    r"|.*\baccording\sto\b)"
)
# A first paragraph of some sentences that its writer signs, and no agency or photographer: "… in May. (KANG Ji-won)".
_SIGNED_LEAD = lazy(
    rf".{{40,}}[.?!]\s.{{20,}}[.?!]\s?\((?:{_WRITER}(?:\s?[,/&]\s?{_WRITER})*"
    r"(?:\s?/\s?[A-Z][\w ]{2,30})?"
    rf"|[Ee]ditorial\s(?:team|staff|desk|department)|편집부|{_SIGNATURE_KO})\)"
    # one sentence that tells what has happened, as no caption does
    r"|[^.?!\n]{20,}\s(?:has|have|had)\s(?:been\s)?\w+[^.?!\n]{10,}\.\s\("
    rf"{_NO_HOUSE}[A-Z][a-z]+\s[A-Z][a-z]+(?:-[a-z]+)?\)"
    # some sentences of which one tells whom it was heard from
    rf"|{_ASKED}.{{40,}}[.?!]\s.{{20,}}[.?!]\s?\({_NO_HOUSE}[A-Z][a-z]+\s[A-Z][a-z]+(?:-[a-z]+)?\)"
    # one sentence that passes on what it was told
    rf"|.{{40,}}(?:[다라]고\s|것으로\s|(?:전해|알려)\s?왔|소식을\s|에\s따르면).{{0,60}}다\.?\s?\({_SIGNATURE_KO}\)"
)


class Line(NamedTuple):
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
            or is_of_the_page(text)
        )
        return cls(
            text=text,
            is_told=is_told(text) or (text.endswith(")") and _SIGNED_LEAD.fullmatch(text) is not None),
            is_certain=is_certain,
            if_outside=is_certain or found is not None,
            is_list=is_list,
        )

    @property
    def if_leading(self) -> bool:
        """Whether it is furniture before the first paragraph, where few lines stand and more are believed."""
        is_caption = caption(self.text, is_leading=True) is not None and not _SIGNED_LEAD.fullmatch(self.text)
        return self.is_certain or is_caption or is_dated_picture(self.text)

    def is_furniture(self, *, is_leading: bool, is_outside: bool) -> bool:
        """`is_outside`: nothing is told before it, or behind it."""
        return self.is_certain or (is_outside and self.if_outside) or (is_leading and self.if_leading)


def in_one_style(lines: list[Line]) -> Iterator[Line]:
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


def is_list(block: str) -> bool:
    """Whether a block is a list of headlines, as pages have them beside a report: many short lines."""
    lines = block.split("\n")
    return len(lines) > _FEW_LINES and max(map(len, lines)) <= LONGEST_HEADLINE


def is_contents(block: str) -> bool:
    """Whether a block is a table of contents, whatever is quoted in it: its lines are items or headlines and no sentences."""
    lines = block.split("\n")
    items = sum(_ITEM.match(line) is not None for line in lines)
    is_told = sum(map(ends_sentence, lines)) * 4 >= len(lines)
    are_heads = len(lines) >= _FEWEST_HEADS and all(map(_HEAD.match, lines))
    return (are_heads or (items >= _FEWEST_ITEMS and items * 3 >= len(lines) * 2)) and not is_told
