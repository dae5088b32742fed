"""The numbers a text names, in English and in Korean, in figures or words: "15,000", "fifteen thousand", 1만5천."""

import re
from collections.abc import Iterator

from articles.suggestions.signs import one_of

Number = tuple[int, int, float]

_FIGURES = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = dict(zip(_ONES.split(), range(1, 20), strict=True)) | dict(zip(_TENS.split(), range(20, 100, 10), strict=True))
_WORD = one_of("|".join([*_UNITS, *_SCALES]))
_ENGLISH = re.compile(
    rf"(?<![\w.,])(?P<figures>{_FIGURES})(?!\w)(?:[\s-]+(?P<scale>{'|'.join(_SCALES)})\b)?"
    rf"|\b(?P<words>(?:{_WORD})(?:(?:[\s-]+and)?[\s-]+(?:{_WORD}))*)\b",
    re.IGNORECASE,
)
_SIZES = {"억": 100_000_000, "만": 10_000, "천": 1_000, "백": 100, "": 1}
_KOREAN = re.compile(rf"(?<![\w.,])(?:(?:{_FIGURES})[억만천백]+\s?)*(?:(?:{_FIGURES})[억만천백]*)(?![A-Za-z])")


def numbers_in(text: str, language: str) -> Iterator[Number]:
    """(start, end, value) of each number in a text, in order."""
    yield from _korean(text) if language.startswith("ko") else _english(text)


def _english(text: str) -> Iterator[Number]:
    for match in _ENGLISH.finditer(text):
        if match["figures"]:
            value = float(match["figures"].replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1)
        else:
            value = _spelt(re.findall(r"[a-z]+", match["words"].lower()))
        yield match.start(), match.end(), value


def _spelt(words: list[str]) -> float:
    """The value of number words: what stands before a scale is multiplied by it."""
    total = current = 0
    for word in words:
        if word in _UNITS:
            current += _UNITS[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            total, current = total + max(current, 1) * _SCALES[word], 0
    return float(total + current)


def _korean(text: str) -> Iterator[Number]:
    for match in _KOREAN.finditer(text):
        yield match.start(), match.end(), _counted(match.group())


def _counted(words: str) -> float:
    """The value of Korean figures: in 1만5천 each has its own size; in 3천만 the sizes multiply."""
    total = 0.0
    for figures, sizes in re.findall(rf"({_FIGURES})([억만천백]*)", words):
        value = float(figures.replace(",", ""))
        for size in sizes:
            value *= _SIZES[size]
        total += value
    return total
