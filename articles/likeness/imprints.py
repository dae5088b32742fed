"""What is kept of a text to compare it with others: runs of words and facts, as codes. No word can be read from it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from articles.likeness.codes import Fact, codes_of, fact_codes, fact_words
from articles.likeness.facts import Said, facts_in
from articles.suggestions.english import report as english
from articles.suggestions.korean import report as korean
from articles.suggestions.lines import pieces
from articles.suggestions.marks import quotations
from sources.descriptors import source_mentions
from sources.vocabulary import Vocabulary

# Of every eleven words in a row that two texts share, at least one run of four is kept of both (winnowing).
RUN, WINDOW = 4, 8  # the second a power of two
LONGEST_ORDER = 120
# A book's worth of text is compared by its beginning.
LONGEST = 60_000
MOST_WORDS, MOST_SIGNS, MOST_TOGETHER = 1_500, 200, 9

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Imprint:
    """`words`: codes of chosen runs of words. `signs`: codes by which reports with the same facts are looked up.

    `order`: codes of the facts in the order of the text, each once a paragraph. `names`: what the facts are, for people;
    empty for an imprint that was kept.
    """

    words: frozenset[int]
    signs: frozenset[int]
    order: tuple[int, ...]
    names: dict[int, str] = field(default_factory=dict, compare=False, repr=False)


def imprint_of(text: str, language: str) -> Imprint:
    """The imprint of a text (NFC); what describes its sources leaves no trace in it."""
    text = text[:LONGEST]
    return imprint_without(text, language, source_mentions(text, words := Vocabulary(text)), words)


def imprint_without(text: str, language: str, mentions: Sequence[tuple[int, int]], words: Vocabulary) -> Imprint:
    """The same of a text no longer than `LONGEST` of which is known where it describes sources, and its words."""
    text = _blotted(text, language, mentions, words)
    paragraphs = facts_in(text, language)
    facts = [said for paragraph in paragraphs for said in paragraph]
    codes = fact_codes(facts)
    signs = dict.fromkeys(sign for paragraph in paragraphs for sign in _signs(paragraph))
    return Imprint(
        words=frozenset(sorted(_chosen_runs(text))[:MOST_WORDS]),
        signs=frozenset(sorted({*codes_of(signs)})[:MOST_SIGNS]),
        order=tuple(codes[:LONGEST_ORDER]),
        names={code: _named(said) for code, said in zip(codes, facts, strict=True)},
    )


def without_sources(text: str, language: str) -> str:
    """The text with spaces where it describes a source: similarity never rests on who spoke."""
    words = Vocabulary(text)
    return _blotted(text, language, source_mentions(text, words), words)


def _blotted(text: str, language: str, mentions: Sequence[tuple[int, int]], words: Vocabulary) -> str:
    described_in = korean.described_in if language.startswith("ko") else english.described_in
    parts = pieces(text)
    spans = sorted([*mentions, *described_in(text, quotations(text, parts), mentions, parts, words)])
    kept: list[str] = []
    at = 0
    for start, end in spans:
        if end > at:
            kept += [text[at:start], " " * (end - max(at, start))]
            at = end
    return "".join([*kept, text[at:]])


def _chosen_runs(text: str) -> set[int]:
    """Of each window of runs the one with the smallest code, so that shared passages share what is chosen."""
    words = " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold())).encode().split()
    codes = codes_of(map(b" ".join, zip(*(words[first:] for first in range(RUN)), strict=False)))
    if len(codes) < WINDOW:
        return {min(codes)} if codes else set()
    # The smallest of two, of four, of eight. (`min` takes twice as long.)
    smallest: Sequence[int] = codes
    reach = 1
    while reach < WINDOW:
        smallest = [one if one < other else other for one, other in zip(smallest, smallest[reach:], strict=False)]
        reach *= 2
    return set(smallest)


def _signs(paragraph: list[Said]) -> Iterator[bytes]:
    """Exact numbers by themselves, and the facts of a paragraph by twos and threes: what is common alone is rare beside another."""
    words = [fact_words(*said).encode() for said in paragraph[:MOST_TOGETHER]]
    yield from (said for said, (fact, _) in zip(words, paragraph, strict=False) if fact is Fact.NUMBER)
    for size in (2, 3):
        yield from map(b", ".join, combinations(words, size))


def _named(said: Said) -> str:
    fact, words = said
    if fact in (Fact.NUMBER, Fact.SMALL_NUMBER):
        return f"{float(words):,.12g}"
    return f"day {words}" if fact is Fact.DAY else f"month {words}" if fact is Fact.MONTH else words.replace("-", " ")
