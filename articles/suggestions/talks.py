"""To whom a source talked, when and on what condition: words that stand beside what it says. Pure."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from articles.spans import Paragraph
from articles.suggestions.reading import FoundStatement
from articles.suggestions.signs import word_of
from articles.suggestions.values import Speech, SuggestedDate
from articles.suggestions.worded import Worded
from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

_UNNAMED = (
    r"(?:not\sto\sbe|to\snot\sbe|to\sbe)\s(?:named|identified|quoted|cited)(?:\s(?:by\sname|only\s(?:by|as)\s(?:\w+\s)?[\w’'-]+))?"
    r"|to\s(?:remain|stay)\s(?:anonymous|unnamed|nameless)"
    r"|that\s(?:neither\s)?(?:no|h(?:is|er)|their|the|s?he|they|it)\b[^.,;“”\"]{0,40}?\b(?:named|identified|used|printed|published|given|disclosed|revealed|withheld|left\sout)"
)
_WHY = (
    r"(?:\s(?:for|due\sto|because|to|in\sorder\sto|out\sof|over|citing|as|while|so\sthat|given|owing\sto)\s"
    r"[^.,;“”\"\n]{2,80}?(?=[.,;“”\"\n]|\s(?:that|told|said|says|tells)\b|$))?"
)
CONDITION = lazy(
    rf"\b(?:(?:who\s)?(?:spoke|[Ss]peaking|talked|[Tt]alking)\s)?(?:strictly\s)?(?:[Oo]n|[Uu]nder)\s(?:the\s)?(?:\w+\s)?condition\s(?:of\s(?:\w+\s)?anonymity|{_UNNAMED}){_WHY}"
    rf"|\b(?:(?:who\s)?(?:spoke|[Ss]peaking|talked|[Tt]alking)\s)anonymously\b{_WHY}"
    rf"|\b(?:who\s)?(?:requested|[Rr]equesting|requests|sought|[Ss]eeking|insisted\son|[Ii]nsisting\son|demanded|[Dd]emanding|[Aa]sk(?:ed|ing|s)\sfor)\s(?:\w+\s)?anonymity{_WHY}"
    rf"|\b(?:who\s)?(?:[Aa]sk(?:ed|ing|s)|[Rr]equest(?:ed|ing)|[Ww]ish(?:ed|ing|es)?|want(?:ed|ing|s)|[Pp]refer(?:red|ring|s)|[Ii]nsist(?:ed|ing)|[Dd]eclin(?:ed|ing)|[Rr]efus(?:ed|ing)|agreed)\s(?:{_UNNAMED}){_WHY}"
)
_WHO = lazy(r"^who\s(?:(?:spoke|talked)\s(?=on|under))?")
_CONDITION_SIGN = word_of(
    "who|spoke|[Ss]peaking|talked|[Tt]alking|strictly|[Oo]n|[Uu]nder|requested|[Rr]equesting|requests|sought|[Ss]eeking|insisted",
    "[Ii]nsisting|demanded|[Dd]emanding|[Aa]sk(?:ed|ing|s)|[Ww]ish(?:ed|ing|es)?|want(?:ed|ing|s)|[Pp]refer(?:red|ring|s)",
    "[Dd]eclin(?:ed|ing)|[Rr]efus(?:ed|ing)|agreed",
)
_ANONYMITY_SIGN = lazy("anonym|named|identified|condition|quoted|name")
_CONDITION_KO = lazy(
    r"신변\s?안전[^)\n]{0,20}익명[^)\n]{0,6}|익명(?:을\s?(?:요구|요청|전제|조건)|의\s조건)[가-힣]{0,4}"
)

_SENTENCE_END = lazy(r"[.!?][”\"’']?\s+(?=[A-Z“\"‘(])|\n")
# So far around words in marks their speaker is looked for.
_REACH = 400
_TO_WHOM = (
    r"(?:told(?:\sto)?|informed|(?:spoken?|speaking|talk(?:ed|ing))\s(?:to|with)"
    r"|(?:said|claimed|explained|conveyed|relayed|reported|related|revealed|described|confirmed|confided|lamented|complained|recounted)\sto"
    r"|(?:call|conversation|interview)\s(?:with|by)|interviewed\sby|contacted\sby|reached\sby)"
)
_NO_NAME = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|January|February|March|April"
    r"|August|September|October|November|December|China|Chinese|North|South|Kim|Beijing|Pyongyang|Seoul)\b)"
)
_NO_BODY = r"(?!(?:\w+\s){1,4}(?:Company|Committee|Bureau|Ministry|Party|Department|Corporation|Assembly|Congress|Council|Senate)\b)"
_HEARER = (
    r"(?:(?:the|this|our|that)\s(?:[\w’'-]+\s){0,2}?(?:paper|newspaper|outlet|station|broadcaster|radio|magazine|agency|news\sservice|team"
    r"|website|source|informant|partner|reporters?|daily|weekly|bulletin)\b(?:\sin\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)?|reporters\b|us\b"
    rf"|{_NO_BODY}(?:[Tt]he\s)?{_NO_NAME}[A-Z][\w’'-]*(?>(?:\s{_NO_NAME}[A-Z][\w’'-]*){{0,4}})(?:\s[Ss]ervice)?)"
)
_TOLD = Worded(
    rf"\b{_TO_WHOM}\s(?P<told>{_HEARER})",
    "told|informed|spoken?|speaking|talk(?:ed|ing)|said|claimed|explained|conveyed|relayed|reported|related|revealed|described|confirmed"
    "|confided|lamented|complained|recounted|call|conversation|interview|interviewed|contacted|reached",
)


class Talks:
    """The talks of one report: statements in the order of the text, and whose source each of them is of."""

    def __init__(self, body: str, statements: Sequence[FoundStatement], parts: Sequence[Paragraph]) -> None:
        """`statements`: those of the report, whoever makes them; `parts`: its `pieces`."""
        self._body = body
        self._parts = [part.start for part in parts]
        self._of_sources = sorted(
            (found for found in statements if _teller(found) is not None), key=attrgetter("start")
        )
        self._starts = [found.start for found in self._of_sources]

    def hearers(self) -> dict[int, str]:
        """Whom each source told, as first printed, by its index: with its first words or with later ones."""
        hearers: dict[int, str] = {}
        for found in self._of_sources:
            source = next(speaker.source for speaker in reversed(found.speakers) if speaker.source is not None)
            if source in hearers:
                continue
            told = next((match for words in _around(self._body, found) if (match := _TOLD.search(words))), None)
            if told:
                hearers[source] = told["told"]
        return hearers

    def contacts(self, dates: Iterable[SuggestedDate]) -> dict[int, str]:
        """The first day on which each source talked, as printed, by its index."""
        contacts = (date.passage for date in dates if date.kind == "contact")
        return self._first((passage.start, passage.text) for passage in contacts)

    def conditions(self, words: Vocabulary) -> dict[int, str]:
        """The words about anonymity that stand first beside each source, by its index. `words`: those of the body."""
        return self._first(self._conditions(words))

    def _conditions(self, words: Vocabulary) -> Iterator[tuple[int, str]]:
        if "익명" in self._body:
            yield from ((match.start(), match.group()) for match in _CONDITION_KO.finditer(self._body))
        if _ANONYMITY_SIGN.search(self._body) is None:
            return
        end = 0
        for place in words.places(_CONDITION_SIGN):
            if place >= end and (match := CONDITION.match(self._body, place)):
                end = match.end()
                yield place, _WHO.sub("", " ".join(match.group().split()))

    def _first(self, found: Iterable[tuple[int, str]]) -> dict[int, str]:
        """What stands first beside each source, of words with their places."""
        first: dict[int, str] = {}
        for at, words in found:
            source = self._beside(at)
            if source is not None:
                first.setdefault(source, words)
        return first

    def _beside(self, at: int) -> int | None:
        """The source of the statement in which body[at] is, or of the nearest in the same paragraph."""
        index, part = bisect_right(self._starts, at), bisect_right(self._parts, at)
        near = [
            (_gap(found, at), _teller(found))
            for found in self._of_sources[max(0, index - 1) : index + 1]
            if bisect_right(self._parts, found.start) == part
        ]
        return min(near, default=(0, None))[1]


def _around(body: str, found: FoundStatement) -> Iterator[str]:
    """The sentence of a statement, without words in marks: what stands before them, and behind."""
    if found.speech is not Speech.DIRECT:
        yield body[found.start : found.end]
        return
    before = body[max(0, found.start - _REACH) : found.start]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    yield before[ends[-1] if ends else 0 :]
    if not _SENTENCE_END.match(body, found.end - 1):  # the mark that closes the words may end a sentence, too
        after = body[found.end : found.end + _REACH]
        end = _SENTENCE_END.search(after)
        yield after[: end.start()] if end else after


def _gap(found: FoundStatement, at: int) -> int:
    return max(found.start - at, at - found.end, 0)


def _teller(found: FoundStatement) -> int | None:
    """Who told the outlet, of unnamed ones: the first of the chain."""
    return next((speaker.source for speaker in found.speakers if speaker.source is not None), None)
