"""Where somebody whom later words take up was described before they spoke."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from articles.suggestions.sources.nouns import AGAIN, CALLED, SURNAME, THAT_ONE, noun_of, places_in
from provinces.patterns import lazy
from sources.korean_people import people

_WHO_IS = r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother)\s(?:[\w’'-]+\s){0,4}?[\w’'-]+"
_WHERE_IS = r"(?:\s(?:in|of|from|at|near)\s[A-Z][^.;:“”\n]{2,60}?)?"
_EXPLAINED = lazy(r"(?:\s\([^()\n]{2,40}\))?(?:,\s\d\d)?,\s(?:an?|who)\s[^.;:“”\"\n]{2,110}?(?=,|\.)")
# What stands before the noun of "an old trader from Kilju", and behind it.
_ONE = lazy(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother)\s(?:[\w’'.-]+\s){0,5}\Z")
_OF_WHAT = (
    r"(?:\s(?:of|at|from|in|with|on|for)\s(?:an?|the|his|her|their|one)\s(?!(?:city|town|county|province|village|district|area|region|phone|call|interview|meeting|day|month|year|week)\b)(?:[a-z][\w’'-]*\s){0,2}?[a-z][\w’'-]*"
    r"(?:\s(?:in|at|of|near)\s(?:the\s[a-z][\w-]*|(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*))?"
    r"(?=[,.;]|\s(?:in|at|on|who|was|is|were|are|had|has|said|says|told|and|but|from|by|to)\b))?"
)
_WHERE = lazy(
    r"(?:\s(?:in|from|of|at|near|(?:based|working|living|residing|active|operating|stationed|posted|dispatched)\s(?:in|to))\s(?:the\s)?(?:[\w’'-]+\s(?:part\s)?of\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)?"
    r"(?:\sin\s(?:[A-Z]\w*|(?:his|her|their)\s(?:early\s|mid-|late\s)?\w+))?"
    rf"(?:(?<=0s|es)\s(?:in|from|of)\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)?{_OF_WHAT}"
)
_EDGE = lazy(r"\b")
# "A woman who sells grain in Kilju"
_WHO_DOES = lazy(r"\swho\s[^,.;:“”\"\n]{3,80}(?:,\s[A-Z]\w+(?:\s[A-Z]\w+)?\s[Pp]rovince)?(?=[.,;:]|$)")
_FAR_BACK = 1500


class Antecedents:
    """Where the sources of one report are described. `mentions`: what `source_mentions` finds in the body."""

    def __init__(self, body: str, language: str, mentions: Sequence[tuple[int, int]]) -> None:
        self._body, self._language = body, language
        self._spans = mentions
        self._starts = [start for start, _ in mentions]

    def place(self, words: str, at: int) -> tuple[int, int]:
        """Where the words stand, with what else describes the source there: "a source" in "a source in Hyesan"."""
        start = max(self._body.find(words, at, at + len(words) + 1000), at)
        end = min(start + len(words), len(self._body))
        index = bisect_right(self._starts, max(start, end - 1)) - 1
        if index < 0 or self._spans[index][1] <= start:
            return start, end
        if self._language == "ko":  # the span begins where the words that describe the source do
            start = min(start, self._spans[index][0])
        return start, max(end, self._spans[index][1])

    def before(self, words: str, at: int) -> tuple[int, int] | None:
        """Where somebody whom "the partner" takes up was described before without speaking."""
        if SURNAME.fullmatch(words):
            name = words.split()[-1]
            return self._surnamed(name, at) or self._explained(name, at)
        if self._language == "ko" and CALLED.fullmatch(words):
            return self._introduced(words, at)
        noun = noun_of(words)
        if self._language == "ko" and THAT_ONE.fullmatch(words):
            return self._brought_in(noun, at)
        if self._language == "ko" or not noun or not AGAIN.search(words) or places_in(words, self._language):
            return None
        described = self._described(noun, at)
        if described is None:
            return None
        who = _WHO_DOES.match(self._body, described[1], at)
        return (described[0], who.end()) if who else described

    def _described(self, noun: str, at: int) -> tuple[int, int] | None:
        """Where "a trader from Kilju" was told of last, by a noun."""
        found, read_to = None, max(0, at - _FAR_BACK)
        for start, end in _printed(self._body, noun, read_to, at):
            if start >= read_to and (one := _ONE.search(self._body, read_to, start)):
                where = _WHERE.match(self._body, end, at)
                read_to = where.end() if where else end
                found = one.start(), read_to
        return found

    def _surnamed(self, name: str, at: int) -> tuple[int, int] | None:
        """Where "a trader in Kilju surnamed Ko" was told of first."""
        first = max(0, at - _FAR_BACK)
        if self._body.find("surname", first, at) < 0:
            return None
        surnamed = re.compile(rf"{_WHO_IS}{_WHERE_IS},?\s(?:surnamed|by\sthe\ssurname\sof)\s{re.escape(name)}\b")
        introduced = surnamed.search(self._body, first, at)
        return introduced.span() if introduced else None

    def _explained(self, name: str, at: int) -> tuple[int, int] | None:
        """Where a name was first printed with what is to be known of whom it hides: "Ko, a 40-year-old carter from Kilju, …"."""
        for start, end in _printed(self._body, name, max(0, at - _FAR_BACK), at):
            if _EDGE.match(self._body, start) and (explained := _EXPLAINED.match(self._body, end, at)):
                return start, explained.end()
        return None

    def _brought_in(self, noun: str, at: int) -> tuple[int, int] | None:
        """Where 이 병사 was told of before without speaking: 숲의 한 병사가 강을 건너왔다."""
        first = max(0, at - _FAR_BACK)
        one = re.compile(
            rf"(?<![가-힣])(?:한|어느|어떤|다른)\s(?:[가-힣]+\s){{0,3}}?[가-힣]{{0,4}}{re.escape(noun)}(?=[이가은는도을를와과의에]|[^가-힣])"
        )
        found = [match.end() for match in one.finditer(self._body, first, at)]
        if not found:
            return None
        line = max(first, self._body.rfind("\n", first, found[-1]) + 1)
        who = [each for each in people(f"{self._body[line : found[-1]]}는 ") if each.end == found[-1] - line]
        return (who[0].start + line, found[-1]) if who else None

    def _introduced(self, words: str, at: int) -> tuple[int, int] | None:
        """Where somebody with a letter for a name was described before without speaking: 회령에 사는 협력자 A 씨는 …."""
        name = re.compile(rf"{re.escape(words.removesuffix('씨').removesuffix('모').strip())}\s?모?\s?씨")
        for start, end in self._spans[: bisect_right(self._starts, at)]:
            if start < at and (called := name.match(self._body, self._body.rfind(" ", start, end) + 1)):
                return start, called.end()
        first = max(0, at - _FAR_BACK)
        for called in name.finditer(self._body, first, max(first, at - 1)):
            line = max(first, self._body.rfind("\n", first, called.start()) + 1)
            who = [each for each in people(f"{self._body[line : called.end()]}는 ") if each.end == called.end() - line]
            if who and who[0].start + line < called.start():
                return who[0].start + line, called.end()
        return None


def _printed(body: str, words: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where words that end at the end of a word stand in body[first:last], in order: sought by themselves, without a pattern of them."""
    start = body.find(words, first, last)
    while start >= 0:
        end = start + len(words)
        if _EDGE.match(body, end, last):
            yield start, end
        start = body.find(words, start + 1, last)
