"""Korean words as they are written elsewhere: in the other half of the country, and in Latin letters and back. Pure.

A way of writing is not unique in either direction: 경 is kyong, kyung, gyeong; "chol" is 철, 촐, 절. So whoever asks says
which words there are, and only those are answered.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice, product

FIRST, LAST = 0xAC00, 0xD7A3
# At most so many ways of writing are tried.
MOST_TRIED = 400
LONGEST_SYLLABLE = 7

_INITIALS = (
    "k g", "kk", "n", "t d", "tt", "r l n", "m", "p b", "pp", "s sh", "ss s", "", "ch j", "tch jj", "ch", "k kh", "t th",
    "p ph", "h",
)  # fmt: skip
_VOWELS = (
    "a", "ae", "ya", "yae", "o eo u", "e", "yo yeo yu you", "ye", "o", "wa", "wae", "oe oi", "yo", "u oo", "wo", "we",
    "wi", "yu yoo", "u eu", "ui ee", "i ee",
)  # fmt: skip
_FINALS = (
    "", "k g", "k", "k", "n", "n", "n", "t", "l r", "k", "m", "l", "l", "l", "p", "l", "m", "p b", "p", "t", "t", "ng",
    "t", "t", "k", "t", "p", "t",
)  # fmt: skip
# Surnames, with what they are called beside the ways above.
_SURNAMES = {
    "김": "kim", "리": "ri lee rhee yi", "이": "yi lee rhee ri", "박": "pak park bak", "최": "choe choi", "정": "jong jung chung jeong",
    "강": "kang gang", "조": "jo cho", "윤": "yun yoon", "장": "jang chang", "림": "rim lim im", "임": "im lim rim", "한": "han",
    "오": "o oh", "서": "so seo suh", "신": "sin shin", "권": "kwon gwon", "황": "hwang", "안": "an ahn", "송": "song",
    "류": "ryu yu yoo", "유": "yu yoo ryu", "전": "jon jeon chon jun", "홍": "hong", "고": "ko go koh", "문": "mun moon", "양": "yang",
    "량": "ryang yang", "손": "son sohn", "배": "pae bae", "백": "paek baek", "허": "ho heo hur", "남": "nam", "심": "sim shim",
    "로": "ro roh no", "노": "no roh ro", "하": "ha", "곽": "kwak gwak", "성": "song sung seong", "차": "cha", "주": "ju joo chu",
    "우": "u woo", "구": "ku koo gu", "라": "ra na", "나": "na ra", "민": "min", "진": "jin chin", "지": "ji chi", "엄": "om eom um",
    "원": "won", "채": "chae", "천": "chon cheon chun", "방": "pang bang", "공": "kong gong", "현": "hyon hyun", "함": "ham",
    "변": "pyon byun", "염": "yom yeom", "여": "yo yeo", "려": "ryo ryeo", "추": "chu choo", "도": "to do", "소": "so",
    "석": "sok seok", "선": "son sun seon", "설": "sol seol", "마": "ma", "길": "kil gil", "연": "yon yeon", "위": "wi", "표": "pyo",
    "명": "myong myung", "기": "ki", "반": "pan ban", "왕": "wang", "금": "kum keum", "옥": "ok", "육": "yuk", "인": "in", "맹": "maeng",
    "제": "je", "모": "mo", "탁": "tak", "국": "kuk", "어": "o eo", "은": "un eun", "편": "pyon", "용": "yong", "태": "thae tae",
}  # fmt: skip


# ㄹ and ㄴ begin a word in the North, where the South leaves them out before these vowels, or says ㄴ for ㄹ.
_ONSETS = {"silent": 11, "n": 2, "r": 5}
_SOFT = (2, 6, 7, 12, 17, 20)


def other_onsets(run: str) -> tuple[str, ...]:
    """A run of Hangul as the other half of the country begins it: 로동 and 노동, 녀성 and 여성."""
    at = ord(run[0]) - FIRST
    initial, rest = at // 588, at % 588
    is_soft = rest // 28 in _SOFT
    others: tuple[str, ...] = ()
    if initial == _ONSETS["silent"]:
        others = ("r", "n") if is_soft else ()
    elif initial == _ONSETS["n"]:
        others = ("silent", "r") if is_soft else ("r",)
    elif initial == _ONSETS["r"]:
        others = ("silent", "n") if is_soft else ("n",)
    return tuple(chr(FIRST + _ONSETS[other] * 588 + rest) + run[1:] for other in others)


def latin_of(syllable: str) -> tuple[str, ...]:
    """Every way to write one syllable of Hangul."""
    at = ord(syllable) - FIRST
    parts = (_INITIALS[at // 588], _VOWELS[at % 588 // 28], _FINALS[at % 28])
    return tuple("".join(ways) for ways in product(*(part.split(" ") for part in parts)))


def names_of(run: str, there_is: Callable[[str], bool]) -> tuple[str, ...]:
    """A person's name of three syllables in Latin words that there are; nothing for other runs."""
    if len(run) != 3 or run[0] not in _SURNAMES:
        return ()
    given = ([way for way in latin_of(syllable) if there_is(way)] for syllable in run[1:])
    surnames = [way for way in _SURNAMES[run[0]].split() if there_is(way)]
    apart = [" ".join(ways) for ways in product(surnames, *given)]
    joined = [
        f"{surname} {''.join(ways)}"
        for surname in surnames
        for ways in product(*map(latin_of, run[1:]))
        if there_is("".join(ways))
    ]
    return (*apart, *joined)


def words_of(run: str, there_is: Callable[[str], bool]) -> tuple[str, ...]:
    """A run of two or three syllables as one Latin word that there is."""
    if not 2 <= len(run) <= 3:
        return ()
    tried = islice(product(*map(latin_of, run)), MOST_TRIED)
    return tuple(dict.fromkeys(way for way in map("".join, tried) if there_is(way)))


def hangul_names(words: Sequence[str], there_is: Callable[[str], bool]) -> tuple[str, ...]:
    """A person's name, given in two or three Latin words, in Hangul that there is."""
    surname, *given = [part for word in words for part in word.casefold().split("-")]
    first = [syllable for syllable, ways in _SURNAMES.items() if surname in ways.split()]
    if len(given) == 2:
        rest = ["".join(found) for found in product(*map(_syllables, given))]
    else:
        rest = [run for run in _runs("".join(given), there_is) if len(run) == 2]
    tried = islice(product(first, rest), MOST_TRIED)
    return tuple(dict.fromkeys(name for name in map("".join, tried) if there_is(name)))


def hangul_of(word: str, there_is: Callable[[str], bool]) -> tuple[str, ...]:
    """One Latin word as Hangul of two syllables or more that there is."""
    return tuple(dict.fromkeys(run for run in islice(_runs(word.casefold(), there_is), MOST_TRIED) if len(run) > 1))


def _runs(word: str, there_is: Callable[[str], bool]) -> Iterator[str]:
    """Every way to read a word as syllables of which each two that follow each other stand somewhere."""

    def read(at: int, last: str) -> Iterator[str]:
        if at == len(word):
            yield ""
            return
        for end in range(at + 1, min(len(word), at + LONGEST_SYLLABLE) + 1):
            for syllable in _syllables(word[at:end]):
                if not last or there_is(last + syllable):
                    for rest in read(end, syllable):
                        yield syllable + rest

    return read(0, "")


def _syllables(latin: str) -> Sequence[str]:
    return syllables_by_latin().get(latin, ())


@cache
def syllables_by_latin() -> dict[str, list[str]]:
    """Latin → the syllables it may stand for; those with a final of two letters are left out, as names have none."""
    found: dict[str, list[str]] = {}
    plain = (0, 1, 4, 8, 16, 17, 21, 19, 7)
    for number in range(FIRST, LAST + 1):
        if (number - FIRST) % 28 in plain:
            # What the South calls yang may be written 량.
            ways = (*latin_of(chr(number)), *(way for other in other_onsets(chr(number)) for way in latin_of(other)))
            for way in dict.fromkeys(ways):
                found.setdefault(way, []).append(chr(number))
    return found
