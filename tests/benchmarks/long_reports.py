"""A long text in which hardly a sentence comes twice: the open reports again and again, each time with other words and days.

What is kept from one word to the next pays in such a text as it does in a real one, and no more.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import cycle
from random import Random

_NOUN_FOLLOWS = {
    "en": re.compile(r"\b(?:[Tt]he|[Aa]|of|in|to|and|for|that|had|was|is|were|by|on|from|with) (?=[a-z])"),
    "ko": re.compile(r"(?<=[을를에은는이가]) (?=[가-힣])"),
}
_DAY = re.compile(r"(?<![\d.,:])\d\d(?![\d.,:])")
_OPEN_SYLLABLES = {
    "en": [consonant + vowel for consonant in "bcdfglmnprstv" for vowel in "aeiou"],
    "ko": [chr(code) for code in range(ord("가"), ord("힣"), 28)],
}
# So many of a hundred nouns have an invented word before them.
_OFTEN = 40


def long_report(bodies: Sequence[str], language: str, size: int) -> str:
    """Such a text of so many bytes of UTF-8, the same at every call."""
    parts: list[str] = []
    length = 0
    for part in _varied(bodies, language):
        parts.append(part)
        length += len(part.encode()) + 2
        if length >= size:
            break
    return "\n\n".join(parts).encode()[:size].decode(errors="ignore")


def _varied(bodies: Sequence[str], language: str) -> Iterator[str]:
    random = Random(3)
    syllables = _OPEN_SYLLABLES[language]

    def invented(match: re.Match[str]) -> str:
        if random.randrange(100) >= _OFTEN:
            return match.group()
        word = "".join(random.choices(syllables, k=random.randint(2, 4)))
        return f"{match.group()}{word} "

    for body in cycle(bodies):
        text = _NOUN_FOLLOWS[language].sub(invented, body)
        yield _DAY.sub(lambda _: str(random.randint(10, 28)), text)
