"""Ways to make a costly pattern cheap without changing what it finds. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from sys import maxsize
from typing import TypeAlias

from provinces.patterns import lazy

# The next letters of some words; "" where one ends.
Tree: TypeAlias = "dict[str, Tree]"


class Signed:
    """A pattern that is tried only where its sign stands in the text, which is seen at once.

    `sign` must stand in, or beside, whatever the pattern finds. It is fastest as words that each begin with a letter.
    Of several signs the cheapest is asked first.
    """

    def __init__(self, pattern: str, *signs: str) -> None:
        self.pattern, self._signs = lazy(pattern), tuple(map(lazy, signs))

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match of the pattern in a text that has its sign, or in a part of it."""
        for sign in self._signs:
            if sign.search(text, start, end) is None:
                return None
        return self.pattern.search(text, start, end)

    def match(self, text: str) -> re.Match[str] | None:
        """What the pattern finds at the beginning of a text that has its sign."""
        return self.pattern.match(text) if all(sign.search(text) for sign in self._signs) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches of the pattern in a text that has its sign, in order."""
        return self.pattern.finditer(text) if all(sign.search(text) for sign in self._signs) else iter(())


class Leading:
    """A pattern that leads to a tail over so many characters at most, none of them a stop.

    The tail is sought first, and the pattern is tried from there on where it may begin.
    """

    def __init__(self, pattern: str, tail: str, *, stop: str, reach: int) -> None:
        self.pattern, self._tail, self._stop, self._reach = lazy(pattern), lazy(tail), lazy(stop), reach

    def search(self, text: str) -> re.Match[str] | None:
        """The first match of the pattern in a text."""
        tail = self._tail.search(text)
        if tail is None:
            return None
        first = max(0, len(text[: tail.start()].rstrip()) - self._reach)
        stops = [stop.end() for stop in self._stop.finditer(text, first, tail.start())]
        return self.pattern.search(text, stops[-1] if stops else first)


class Often:
    """A pattern whose most frequent way stands by itself and is asked first, for whoever asks only whether it is found.

    `often`: begins with a letter, and finds nothing that the pattern does not find.
    """

    def __init__(self, often: str, pattern: str) -> None:
        self.pattern, self._often = lazy(pattern), lazy(often)

    def search(self, text: str) -> re.Match[str] | None:
        """A match in a text, not always the first."""
        return self._often.search(text) or self.pattern.search(text)


class AtWord:
    """A pattern that begins with a word (`\\b`), tried only behind what is no letter: at one place in six.

    Not for patterns that look behind their first word further than that. `gap`: what stands right before whatever is
    found, if that is rarer, and how what is found may begin; one set of letters first.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG, gap: str = r"\W") -> None:
        self.pattern, self._gap = lazy(pattern, flags), lazy(rf"{gap}(?={pattern})", flags)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match of the pattern in a text."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches of the pattern in a text, in order, none overlapping."""
        read_to = 0
        if first := self.pattern.match(text):
            yield first
            read_to = first.end()
        for gap in self._gap.finditer(text):
            if gap.end() >= read_to and (match := self.pattern.match(text, gap.end())):
                yield match
                read_to = match.end()


class Reaching:
    """A pattern that begins with a word and reaches to its sign, tried at the words before the sign and nowhere else.

    `reach`: so many characters before its sign it may begin. `gap`: one letter that stands right before it, unless it
    begins the text, and how it begins.
    """

    def __init__(self, pattern: str, sign: str, *, reach: int, gap: str) -> None:
        self.pattern, self._sign, self._reach = lazy(pattern), lazy(sign), reach
        self._gap = lazy(gap)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match of the pattern in a text, or in a part of it."""
        return next(self.finditer(text, start, end), None)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """The matches of the pattern in a text, or in a part of it, in order, none overlapping."""
        read_to = tried_to = start
        for sign in self._sign.finditer(text, start, end):
            first = max(tried_to, sign.start() - self._reach)
            tried_to = sign.end()
            begins = [gap.end() for gap in self._gap.finditer(text, max(0, first - 1), tried_to)]
            for begin in [0, *begins] if first == 0 else begins:
                if begin >= read_to and (match := self.pattern.match(text, begin, end)):
                    yield match
                    read_to = match.end()


class Begins:
    """Where any of some patterns begins in a text, found out for all of them at once.

    `before`: one letter that stands before whatever they find, and may look at the first letter of it; at other places
    they are not tried.
    """

    def __init__(self, patterns: Sequence[str], before: str) -> None:
        self._any = lazy("|".join(_NAMED.sub("(?:", pattern) for pattern in patterns))
        self._before = lazy(before)

    def within(self, text: str, start: int, stop: int, end: int) -> list[int]:
        """The places in text[start:stop], in order, where what is found lies in text[start:end]."""
        any_of_them = self._any.match
        found = [letter.end() for letter in self._before.finditer(text, max(0, start - 1), stop)]
        return [begin for begin in ((0, *found) if start == 0 else found) if any_of_them(text, begin, end)]


_NAMED = lazy(r"\(\?P<\w+>")


class Around:
    """A pattern that is tried only so many characters around its sign, which stands in whatever it finds."""

    def __init__(self, pattern: str, sign: str, margin: int) -> None:
        self.pattern, self._sign, self._margin = lazy(pattern), lazy(sign), margin

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches of the pattern in a text, in order."""
        for start, end in stretches(self._sign, text, self._margin):
            yield from self.pattern.finditer(text, start, end)


def stretches(sign: re.Pattern[str], text: str, margin: int) -> list[tuple[int, int]]:
    """What lies so many characters around each sign in a text, in order, none overlapping."""
    return around((match.span() for match in sign.finditer(text)), margin)


def around(spans: Iterable[tuple[int, int]], margin: int) -> list[tuple[int, int]]:
    """What lies so many characters around each of some spans, given in order; in order, none overlapping."""
    found: list[tuple[int, int]] = []
    start, end = 0, -1
    for first, last in spans:
        if first - margin > end:
            if end >= 0:
                found.append((start, end))
            start = max(0, first - margin)
        end = last + margin
    if end >= 0:
        found.append((start, end))
    return found


def behind(*words: str) -> str:
    """A pattern for "one of these words and a space stand right before", which looks at their last letter first."""
    ways = []
    for letter, some in groupby(sorted(words, key=_last), _last):
        whole = "|".join(rf"(?<=\b{word}\s)" for word in some)
        ways.append(rf"(?<={letter}\s)(?:{whole})")
    return "|".join(ways)


def before(following: str, words: Iterable[str]) -> str:
    """A pattern for "one of these words ends here, and this follows", which looks at their last letter first."""
    ways = []
    for letter, some in groupby(sorted(words, key=_last), _last):
        ways.append(rf"{letter}(?={following})(?:{'|'.join(f'(?<={word})' for word in some)})")
    return "|".join(ways)


def _last(word: str) -> str:
    return word[-1]


def word_of(*ways: str) -> re.Pattern[str]:
    """A sign for a `Vocabulary`: a word, or what an apostrophe parts from another, is one of these patterns.

    What parts words begins it, so that the engine runs over everything else.
    """
    return lazy(rf"[\n'’]({'|'.join(ways)})(?=[\n'’])")


def one_of(words: str) -> str:
    """A pattern for the same words, given as "said|says|told", that reads their common beginnings once.

    Of words that begin alike the longest is tried first. Raises ValueError for words that are more than words.
    """
    tree: Tree = {}
    for word in words.split("|"):
        if not word or not word.replace(" ", "").isalpha():
            raise ValueError(f"“{word}” is no plain word")
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _spelt(tree)


def two_letters_of(words: str) -> str:
    """A pattern for "two letters with which one of these words may begin follow", given as "said|says|told".

    Of many words few begin with the same two letters, so that most places are passed over at once.
    """
    each = words.split("|")
    first, second = ("".join(sorted({word[place] for word in each if len(word) > 1})) for place in (0, 1))
    alone = "".join(sorted(word for word in each if len(word) == 1))
    return f"(?=[{first}][{second}])" if not alone else f"(?=[{first}][{second}]|[{alone}])"


def _spelt(tree: Tree) -> str:
    ways = [re.escape(letter) + _spelt(below) for letter, below in tree.items() if letter]
    if not ways:
        return ""
    if len(ways) == 1 and "" not in tree:
        return ways[0]
    return f"(?:{'|'.join(ways)})" + ("?" if "" in tree else "")
