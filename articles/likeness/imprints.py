"""What is kept of a text to compare it with others: runs of words and facts, as codes. No word can be read from it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from articles.likeness.codes import Fact, code_of, fact_code
from articles.likeness.facts import Said, facts_in
from articles.suggestions import english, korean
from articles.suggestions.marks import quotations
from sources.descriptors import source_mentions

# Of every eleven words in a row that two texts share, at least one run of four is kept of both (winnowing).
RUN, WINDOW = 4, 8
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
    text = without_sources(text[:LONGEST], language)
    paragraphs = facts_in(text, language)
    coded = [[(fact_code(*said), said) for said in paragraph] for paragraph in paragraphs]
    return Imprint(
        words=frozenset(sorted(_chosen_runs(text))[:MOST_WORDS]),
        signs=frozenset(sorted({sign for paragraph in paragraphs for sign in _signs(paragraph)})[:MOST_SIGNS]),
        order=tuple(code for paragraph in coded for code, _ in paragraph)[:LONGEST_ORDER],
        names={code: _named(said) for paragraph in coded for code, said in paragraph},
    )


def without_sources(text: str, language: str) -> str:
    """The text with spaces where it describes a source: similarity never rests on who spoke."""
    read = korean.read if language.startswith("ko") else english.read
    mentions = source_mentions(text)
    found = read(text, quotations(text), mentions).sources
    spans = sorted([*mentions, *((source.start, source.end) for source in found)])
    parts, at = [], 0
    for start, end in spans:
        if end > at:
            parts += [text[at:start], " " * (end - max(at, start))]
            at = end
    return "".join([*parts, text[at:]])


def _chosen_runs(text: str) -> set[int]:
    """Of each window of runs the one with the smallest code, so that shared passages share what is chosen."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    codes = [code_of(" ".join(words[at : at + RUN])) for at in range(len(words) - RUN + 1)]
    return {min(codes[at : at + WINDOW]) for at in range(max(1, len(codes) - WINDOW + 1))} if codes else set()


def _signs(paragraph: list[Said]) -> Iterator[int]:
    """Exact numbers by themselves, and the facts of a paragraph by twos and threes: what is common alone is rare beside another."""
    words = [f"{fact.name} {words}" for fact, words in paragraph[:MOST_TOGETHER]]
    yield from (code_of(said) for said, (fact, _) in zip(words, paragraph, strict=False) if fact is Fact.NUMBER)
    for size in (2, 3):
        yield from (code_of(", ".join(together)) for together in combinations(words, size))


def _named(said: Said) -> str:
    fact, words = said
    if fact in (Fact.NUMBER, Fact.SMALL_NUMBER):
        return f"{float(words):,.12g}"
    return f"day {words}" if fact is Fact.DAY else f"month {words}" if fact is Fact.MONTH else words.replace("-", " ")
