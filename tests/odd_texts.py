"""Texts that nobody would write, each of any length: what makes patterns slow, and what makes positions wrong."""

from collections.abc import Callable, Mapping
from itertools import count


def _over(piece: str) -> Callable[[int], str]:
    """A piece again and again, to so many characters."""
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def _numbered(sentence: str, length: int) -> str:
    """A sentence again and again, each time with another capitalised word."""
    words = ("".join(chr(65 + int(digit)) for digit in str(number)).capitalize() for number in count(100))
    parts: list[str] = []
    while length > 0:
        parts.append(sentence.format(next(words))[:length])
        length -= len(parts[-1])
    return "".join(parts)


def _nested(length: int) -> str:
    return "[" * (length // 2) + "]" * (length - length // 2)


HARD: Mapping[str, Callable[[int], str]] = {
    "only marks": _over("“”\"'‘’「」『』«»()[].,;:!?—…"),
    "only opening marks": _over("“"),
    "only straight marks": _over('"'),
    "only newlines": _over("\n"),
    "only spaces": _over(" "),
    "only full stops": _over("."),
    "one letter": _over("a"),
    "one syllable": _over("가"),
    "only digits": _over("1"),
    "only digits with commas": _over("1,"),
    "only capitals": _over("A"),
    "capitalised words": _over("Hyesan "),
    "nested brackets": _nested,
    "pairs of brackets": _over("[] "),
    "the the the": _over("the "),
    "a a a": _over("a "),
    "source after source": _over("source "),
    "a source of a source": _over("a source in "),
    "traders and traders": _over("some traders and "),
    "committee of committees": _over("the party committee of "),
    "ever new committees": lambda length: _numbered("The {} committee said rice was dear. ", length),
    "ever new sources": lambda length: _numbered("A trader in {} said rice was dear. ", length),
    "ever new speakers, Korean": lambda length: _numbered("{} 소식통은 쌀값이 올랐다고 말했다. ", length),
    "said and said": _over("said "),
    "he said, he said": _over("he said, "),
    "according to": _over("according to "),
    "quoted and quoted": _over("it quoted the source "),
    "quotation after quotation": _over("“Rice is dear,” the source said. "),
    "quotation after quotation, straight": _over('"Rice is dear," the source said. '),
    "one long sentence of quotations": _over("“Rice is dear,” the source said, and “cloth is not,” he added while "),
    "quotations never closed": _over("“Rice is dear, the source said.\n\n"),
    "quotations nested": _over("“Rice ‘is “dear "),
    "date after date": _over("On May 3, 2022, "),
    "day after day": _over("last Sunday "),
    "months without end": _over("from early in the second half of the "),
    "number after number": _over("twenty-five senior "),
    "place after place": _over("Hyesan, Ryanggang Province, "),
    "one long sentence": _over("traders who crossed the river near Hyesan with rice and cloth and "),
    "one long line": _over("Traders in Hyesan said rice was dear. "),
    "short lines": _over("Rice\n"),
    "short paragraphs": _over("Rice is dear.\n\n"),
    "captions": _over("A market in Hyesan. (© Northern Courier)\n\n"),
    "소식통 소식통": _over("소식통 "),
    "협력자협력자": _over("협력자"),
    "은는이가": _over("은는이가 "),
    "고 말했다": _over("고 말했다 "),
    "에 따르면": _over("량강도 소식통에 따르면 "),
    "quotation after quotation, Korean": _over("소식통은 “쌀값이 올랐다”고 말했다. "),
    "date after date, Korean": _over("지난해 5월 3일부터 10일까지 "),
    "place after place, Korean": _over("량강도 혜산시 "),
    "person after person, Korean": _over("한 주민은 "),
    "one long sentence, Korean": _over("혜산시의 한 주민이 쌀과 천을 가지고 강을 건너서 "),
    "letters that grow when made small": _over("İstanbul "),
    "accents on their own": _over("e\u0301"),
    "beyond the basic plane": _over("𝄞 "),
    "zero bytes": _over("\x00"),
}
