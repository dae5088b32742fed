"""Spellings: everything that has names, in both languages, and a name as it stands in a query. Pure: no Django, no database."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import chain

from articles.remembered import within_an_answer, within_an_edition
from articles.search.analysis import VERBAL, stem, stem_on_record, verb_stems
from articles.search.query import TOO_COMMON
from articles.search.slips import letters, may_be_meant, one_away
from articles.search.tree import Field, Node, Phrase, Word, is_acronym
from provinces.names import fold, folds

# Two words are look-alikes when they share at least so much of their groups of three letters.
ALIKE = 0.45
MOST_MEANT = 3
# A shorter word is not looked for by its stem.
SHORTEST_STEMMED = 5

_LATIN_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_HANGUL = re.compile("[가-힣]")
PARTICLE = re.compile(
    f"(?<=[가-힣]{{2}})(?:{VERBAL}|에서[는도의]?|에게|에[는도]?|으로|까지|을|를|은|는|의|에|과|와|이|가|도|로)$"
)
_NOT_PLURAL = ("ss", "us", "is")


class Mode(StrEnum):
    """How far a spelling may be from what was typed."""

    VARIANTS = "variants"
    EXACT = "exact"
    LOOSE = "loose"


@dataclass(frozen=True)
class Spelling:
    """One way to write a name. `is_ordinary`: an ordinary word too, so it counts only as a whole word, and for less.

    `is_label`: what a topic is called; its other names mean it, but not all of them each other ("flour", "sugar").
    `is_whole`: too short to be looked for within a word.
    """

    text: str
    is_ordinary: bool = False
    is_label: bool = False
    is_whole: bool = False


@dataclass(frozen=True)
class Thing:
    """What has names. `kind`: province, place, topic, institution or word; `label`: what it is called here.

    A `word` is a row of the glossary: it has no slug, and nothing is filed under it. `is_everywhere`: all reports are about it.
    `is_everyday`: any report may say it, so that nothing is taken for a slip of it but what reports have.
    `narrower`: of a word, what it takes in (seafood: squid, crab); of a province, the places in it. `broader`: of a word, what takes it in.
    """

    kind: str
    slug: str
    label: str
    spellings: tuple[Spelling, ...]
    is_everywhere: bool = False
    narrower: tuple[Spelling, ...] = ()
    broader: tuple[Spelling, ...] = ()
    is_everyday: bool = False

    @property
    def is_place(self) -> bool:
        """Whether it is on the map; its name then means nothing unless it stands together."""
        return self.kind in ("province", "place")

    @property
    def is_word(self) -> bool:
        """Whether it is a word of the trade."""
        return self.kind == "word"

    @property
    def is_topical(self) -> bool:
        """Whether its spellings are words for a matter, and not one name."""
        return self.kind in ("word", "topic")

    def is_labelled(self, name: str) -> bool:
        """Whether it is what the thing is called, and not merely another name of it."""
        return any(spelling.is_label and _key_on_record(spelling.text) == _key(name) for spelling in self.spellings)


@dataclass(frozen=True)
class Named:
    """A name in a query: what was `typed`, and the things it names.

    `parts`: its words one by one, each with what the glossary knows of it, for a name that need not stand together; a
    word written together that is no name itself has only `parts`.
    `around`: topics that go by it as well, but are broader; they count only where not everything asked for has to be there.
    `is_ending`: a syllable that only the word before it gives its meaning. `days`: a year or a month that was typed.
    """

    typed: Node
    things: tuple[Thing, ...]
    position: int = field(default=0, compare=False)
    is_alike: bool = False
    parts: "Node | Named | None" = None
    around: tuple[Thing, ...] = ()
    is_ending: bool = False
    days: tuple[date, date] | None = None

    @property
    def text(self) -> str:
        """As typed."""
        return " ".join(_texts(self.typed))

    @property
    def is_everywhere(self) -> bool:
        """Whether all reports are about it."""
        return bool(self.things) and all(thing.is_everywhere for thing in self.things)

    def spellings(self) -> Iterator[tuple[Spelling, Thing]]:
        """Every spelling of every thing, once each."""
        seen = set()
        for thing in self.things:
            for spelling in thing.spellings:
                if spelling.text not in seen:
                    seen.add(spelling.text)
                    yield spelling, thing

    def narrower(self) -> Iterator[tuple[Spelling, Thing]]:
        """Every spelling of what its things take in."""
        for thing in self.things:
            for spelling in thing.narrower:
                yield spelling, thing

    def broader(self) -> Iterator[Spelling]:
        """Every spelling of what takes its things in."""
        for thing in self.things:
            yield from thing.broader


@dataclass(frozen=True)
class Vocabulary:
    """Everything that has names."""

    things: tuple[Thing, ...]

    @cached_property
    def called(self) -> Callable[[str], tuple[Thing, ...]]:
        """The things of a name, whatever its accents, hyphens, unit word, plural or particle.

        A search that finds nothing is tried again with one word less, each time with the same names: they are remembered.
        """
        return within_an_answer(self._called)

    @cached_property
    def alike(self) -> Callable[[str], tuple[tuple[str, tuple[Thing, ...]], ...]]:
        """Names that a word resembles, the most alike first, with the things they name; remembered as well."""
        return within_an_answer(self._alike)

    def meant(self, text: str) -> tuple[tuple[str, tuple[Thing, ...]], ...]:
        """Those of them that are near enough to be meant by what nobody knows."""
        return tuple((name, things) for name, things in self.alike(text) if may_be_meant(name, text))

    def _called(self, name: str) -> tuple[Thing, ...]:
        for key in _keys(name):
            if key in self._by_key:
                return self._by_key[key]
        for key, kind in _place_keys(name):
            found = tuple(thing for thing in self._by_key.get(key, ()) if thing.is_place and _agrees(thing, kind))
            if found:
                return found
        if _HANGUL.match(name):
            verbs = (self._words_by_key.get(_key(each), ()) for each in verb_stems(name))
            return next(filter(None, verbs), ())
        return self._by_stem.get(_stems(name), ()) if len(name) >= SHORTEST_STEMMED else ()

    def _alike(self, word: str) -> tuple[tuple[str, tuple[Thing, ...]], ...]:
        key = _key(word)
        if len(letters(key)) < 4:
            return ()
        near = {other for other in one_away(key) if other in self._meant_by_slips} - {key}
        threes = _threes(key)
        counts: Counter[str] = Counter()
        for three in threes:
            counts.update(self._by_threes.get(three, ()))
        counts.pop(key, None)
        size, of = len(threes), self._how_many_threes
        shares = {other: count / (size + of[other] - count) for other, count in counts.items()}
        alike = near | {other for other, share in shares.items() if share >= ALIKE}
        found = sorted(alike, key=lambda other: (other not in near, -shares.get(other, 0), other))[:MOST_MEANT]
        return tuple((self._texts[other], self._by_key[other]) for other in found)

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[Thing, ...]]:
        return _by_spelling(self.things, _key_on_record)

    @cached_property
    def _meant_by_slips(self) -> Collection[str]:
        """Names that another word may be a slip of."""
        return {key: None for key, things in self._by_key.items() if not all(thing.is_everyday for thing in things)}

    @cached_property
    def _words_by_key(self) -> Mapping[str, tuple[Thing, ...]]:
        """Words of the trade alone: names of places and bodies take no endings of verbs."""
        found = ((key, tuple(filter(lambda thing: thing.is_word, things))) for key, things in self._by_key.items())
        return {key: words for key, words in found if words}

    @cached_property
    def _by_stem(self) -> Mapping[str, tuple[Thing, ...]]:
        """Words of the trade by their stems: "easing" for ease."""
        return _by_spelling(filter(lambda thing: thing.is_word, self.things), _stems_on_record)

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return {
            _key_on_record(spelling.text): spelling.text
            for thing in reversed(self.things)
            for spelling in thing.spellings[::-1]
        }

    @cached_property
    def _how_many_threes(self) -> Mapping[str, int]:
        return Counter(chain.from_iterable(self._by_threes.values()))

    @cached_property
    def _by_threes(self) -> Mapping[str, Sequence[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for key in self._meant_by_slips:
            for three in _threes_on_record(key):
                found[three].append(key)
        return found


def _by_spelling(things: Iterable[Thing], key: Callable[[str], str]) -> Mapping[str, tuple[Thing, ...]]:
    """The things by the keys of their spellings, each once: what hashes a thing takes as long as it has spellings."""
    found: defaultdict[str, list[Thing]] = defaultdict(list)
    for thing in dict.fromkeys(things):
        for each in dict.fromkeys(key(spelling.text) for spelling in thing.spellings):
            found[each].append(thing)
    found.pop("", None)
    return {each: tuple(named) for each, named in found.items()}


def _texts(node: Node) -> Iterator[str]:
    match node:
        case Word(text) | Phrase(text):
            yield text
        case Field(name, value):
            yield f"{name}:{value}"


def _agrees(thing: Thing, kind: str) -> bool:
    # Which kind of place it is the vocabulary does not say; a province is never a county.
    return not kind or (thing.kind == "province") == (kind in ("province", "city") and thing.kind == "province")


def _place_keys(name: str) -> Iterable[tuple[str, str]]:
    for text in (name, PARTICLE.sub("", name)):
        yield from folds(text)


def _keys(name: str) -> Iterable[str]:
    yield _key(name)
    bare = PARTICLE.sub("", name)
    if bare != name:
        yield _key(bare)


@within_an_answer
def _key(name: str) -> str:
    """The folded words of a name, without plurals and small words: "Prices of rice" gives "pricerice"."""
    if _HANGUL.search(name):
        return fold(name)
    found = _LATIN_WORD.findall(unicodedata.normalize("NFC", name))
    words = [_singular(fold(word)) for word in found]
    told = (key for word, key in zip(found, words, strict=True) if key not in TOO_COMMON or is_acronym(word))
    return "".join(told) or "".join(words)


def _stems(name: str, stem: Callable[[str], str] = stem) -> str:
    return " ".join(map(stem, name.split())) if name.isascii() else ""


def _stems_on_record(name: str) -> str:
    # Word by word, for these are kept.
    return _stems(name, stem_on_record)


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(_NOT_PLURAL):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


@within_an_answer
def _threes(key: str) -> frozenset[str]:
    # Of Hangul the letters, for a slip is one of letters.
    padded = f"  {letters(key)} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


@within_an_edition.of_words
def _key_on_record(name: str) -> str:
    """Of a name that is on record, which is nobody's own; of typed ones nothing is kept."""
    return _key(name)


@within_an_edition.of_words
def _threes_on_record(key: str) -> frozenset[str]:
    return _threes(key)
