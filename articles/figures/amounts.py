"""Numbers as printed, exactly: "5,800", "1.5 million", "half a", 6천200, 1만2000, 오천팔백, 두."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from sources.vocabulary import Vocabulary

_FIGURES = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"

_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_COUNTS = dict(zip(_ONES.split(), range(1, 20), strict=True)) | dict(
    zip(_TENS.split(), range(20, 100, 10), strict=True)
)
_WORD = "|".join(sorted([*_COUNTS, *_SCALES], key=len, reverse=True))
_ENGLISH = re.compile(
    rf"(?<![\w.,])(?P<figures>{_FIGURES})(?:(?P<half>\sand\sa\shalf)\b)?(?:[\s-](?P<scale>{'|'.join(_SCALES)})\b)?"
    rf"|\b(?:an?[\s-](?=(?:{'|'.join(_SCALES)})\b))?(?P<words>(?:{_WORD})(?:(?:[\s-]and)?[\s-](?:{_WORD}))*)\b"
    r"(?P<and_half>\sand\sa\shalf\b)?"
    rf"|\b(?:half\san?|a\shalf)\b(?:[\s-](?P<half_of>{'|'.join(_SCALES)})\b)?",
    re.IGNORECASE,
)
# How a number begins, in one word or behind an apostrophe within it.
_BEGINS = re.compile(rf"[\n'’](\d\w*|(?i:{_WORD}|an?|half))(?=[\n'’])")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")

_DIGITS = dict(zip("일이삼사오육칠팔구", range(1, 10), strict=True))
_SIZES = {"십": 10, "백": 100, "천": 1_000, "만": 10_000, "억": 100_000_000}
_NATIVE = {"한": "1", "두": "2", "세": "3", "네": "4", "반": "0.5"}
_DIGIT, _SIZE = f"[{''.join(_DIGITS)}]", f"[{''.join(_SIZES)}]"
# One size a round, so that no run of them can be cut up in two ways.
_KOREAN = re.compile(
    rf"(?<![\d.,A-Za-z])(?P<number>{_FIGURES}(?:{_SIZE}(?:\s?(?:{_FIGURES}|{_DIGIT})?{_SIZE})*(?:\s?{_FIGURES}|{_DIGIT}(?=\s?[원위달루톤]))?)?)"
    rf"|(?<![\w.,])(?P<spelt>(?:{_DIGIT}?{_SIZE}\s?(?:{_FIGURES}(?={_SIZE}))?)+(?:{_FIGURES}|{_DIGIT})?(?=\s?[원위달루톤]))"
    rf"|(?<![가-힣])(?P<native>{'|'.join(_NATIVE)})(?=\s)"
)


class Amount(NamedTuple):
    """A number and where it stands. `figure`, `scale`: 1.5 and 1,000,000 of "1.5 million"; a scale of 1 is none."""

    start: int
    end: int
    value: Decimal
    figure: Decimal
    scale: Decimal


def amounts_in(text: str, language: str, words: Vocabulary | None = None) -> Iterator[Amount]:
    """The numbers of a text, in order, none overlapping. `words`: those of the text, where they are known."""
    yield from _korean(text) if language.startswith("ko") else _english(text, words)


def _english(text: str, words: Vocabulary | None) -> Iterator[Amount]:
    # Figures of other scripts are no words of a vocabulary.
    is_plain = words is not None and not any(map(str.isdecimal, _NOT_ASCII.findall(text)))
    for match in _matches(text, words.places(_BEGINS)) if words is not None and is_plain else _ENGLISH.finditer(text):
        if match["figures"]:
            figure = _figures(match["figures"]) + (_HALF if match["half"] else 0)
            scale = Decimal(_SCALES.get((match["scale"] or "").lower(), 1))
        elif match["words"]:
            figure = _spelt(re.findall(r"[a-z]+", match["words"].lower())) + (_HALF if match["and_half"] else 0)
            scale = Decimal(1)
        else:
            figure, scale = _HALF, Decimal(_SCALES.get((match["half_of"] or "").lower(), 1))
        yield Amount(match.start(), match.end(), figure * scale, figure, scale)


def _matches(text: str, begins: Iterable[int]) -> Iterator[re.Match[str]]:
    """What `finditer` finds, tried where it may begin."""
    read_to = 0
    for begin in begins:
        if begin >= read_to and (match := _ENGLISH.match(text, begin)):
            yield match
            read_to = match.end()


_HALF = Decimal("0.5")


def _figures(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))


def _spelt(words: list[str]) -> Decimal:
    """The value of number words: what stands before a scale is multiplied by it."""
    total = current = 0
    for word in words:
        if word in _COUNTS:
            current += _COUNTS[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            total, current = total + max(current, 1) * _SCALES[word], 0
    return Decimal(total + current)


def _korean(text: str) -> Iterator[Amount]:
    for match in _KOREAN.finditer(text):
        if match["native"]:
            value = Decimal(_NATIVE[match["native"]])
            yield Amount(match.start(), match.end(), value, value, Decimal(1))
            continue
        words = match.group().rstrip()
        yield Amount(match.start(), match.start() + len(words), _counted(words), *_figure_and_scale(words))


def _counted(words: str) -> Decimal:
    """The value of Korean figures: in 1만5천 each has its own size; in 3천만 the sizes multiply."""
    total = section = Decimal(0)
    number: Decimal | None = None
    for token in re.findall(rf"{_FIGURES}|{_DIGIT}|{_SIZE}", words):
        if token not in _SIZES:
            number = Decimal(_DIGITS[token]) if token in _DIGITS else _figures(token)
        elif _SIZES[token] < _SIZES["만"]:
            section += (1 if number is None else number) * _SIZES[token]
            number = None
        else:
            section += number or 0
            total += (section or 1) * _SIZES[token]
            section, number = Decimal(0), None
    return total + section + (number or 0)


def _figure_and_scale(words: str) -> tuple[Decimal, Decimal]:
    """6 and 1,000 of 6천, so that the 5 of "5~6천" can be read; several figures are one number of no scale."""
    match = re.fullmatch(rf"({_FIGURES})({_SIZE}*)", words)
    if match is None:
        return _counted(words), Decimal(1)
    scale = Decimal(1)
    for size in match[2]:
        scale *= _SIZES[size]
    return _figures(match[1]), scale
