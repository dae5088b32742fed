"""Spellings: a query in which names stand for everything they are called, in both languages. Pure: no Django, no database.

    put_in(read_query("Yangkang rice price").tree, vocabulary, Mode.VARIANTS)

Words next to each other that are together a name of a province, a place, a topic or an institution become one `Named`
with all its spellings. In mode `exact` a name only keeps together; in mode `loose` a word that is nearly a name counts
as one, and the index takes words that differ by a letter.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from articles.search.query import NOTHING, TOO_COMMON, And, Field, Node, Not, Or, Phrase, Word
from provinces.names import fold, folds

LONGEST_NAME = 8
# Two words are look-alikes when they share at least so much of their groups of three letters.
ALIKE = 0.45
MOST_MEANT = 3
SHORTEST_COMPOUND = 3

_LATIN_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_HANGUL = re.compile("[가-힣]")
_HANGUL_WORD = re.compile("[가-힣]+")
_PARTICLE = re.compile("(?<=[가-힣]{2})(?:에서[는도의]?|에게|에[는도]?|으로|까지|을|를|은|는|의|에|과|와|이|가|도|로)$")
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

    A `word` is a row of the glossary: it has no slug, and nothing is filed under it.
    """

    kind: str
    slug: str
    label: str
    spellings: tuple[Spelling, ...]

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
        return any(spelling.is_label and _key(spelling.text) == _key(name) for spelling in self.spellings)


@dataclass(frozen=True)
class Named:
    """A name in a query: what was `typed`, and the things it names.

    `parts`: its words one by one, each with what the glossary knows of it, for a name that need not stand together.
    `around`: topics that go by it as well, but are broader; they count only where not everything asked for has to be there.
    """

    typed: Node
    things: tuple[Thing, ...]
    position: int = field(default=0, compare=False)
    is_alike: bool = False
    parts: "Node | Named | None" = None
    around: tuple[Thing, ...] = ()

    @property
    def text(self) -> str:
        """As typed."""
        return " ".join(_texts(self.typed))

    def spellings(self) -> Iterator[tuple[Spelling, Thing]]:
        """Every spelling of every thing, once each."""
        seen = set()
        for thing in self.things:
            for spelling in thing.spellings:
                if spelling.text not in seen:
                    seen.add(spelling.text)
                    yield spelling, thing


@dataclass(frozen=True)
class Vocabulary:
    """Everything that has names."""

    things: tuple[Thing, ...]

    def called(self, name: str) -> tuple[Thing, ...]:
        """The things of this name, whatever its accents, hyphens, unit word, plural or particle."""
        for key in _keys(name):
            if key in self._by_key:
                return self._by_key[key]
        for key, kind in _place_keys(name):
            found = tuple(thing for thing in self._by_key.get(key, ()) if thing.is_place and _agrees(thing, kind))
            if found:
                return found
        return ()

    def alike(self, word: str) -> tuple[tuple[str, tuple[Thing, ...]], ...]:
        """Names that a word resembles, the most alike first, with the things they name."""
        key = _key(word)
        if len(key) < 4:
            return ()
        threes = _threes(key)
        counts: defaultdict[str, int] = defaultdict(int)
        for three in threes:
            for other in self._by_threes.get(three, ()):
                counts[other] += 1
        close = [
            (count / (len(threes) + len(_threes(other)) - count), other)
            for other, count in counts.items()
            if other != key
        ]
        best = sorted((-share, other) for share, other in close if share >= ALIKE)[:MOST_MEANT]
        return tuple((self._texts[other], self._by_key[other]) for _, other in best)

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[Thing, ...]]:
        found: defaultdict[str, dict[Thing, None]] = defaultdict(dict)
        for thing in self.things:
            for spelling in thing.spellings:
                found[_key(spelling.text)][thing] = None
        found.pop("", None)
        return {key: tuple(things) for key, things in found.items()}

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return {
            _key(spelling.text): spelling.text for thing in reversed(self.things) for spelling in thing.spellings[::-1]
        }

    @cached_property
    def _by_threes(self) -> Mapping[str, Sequence[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for key in self._by_key:
            for three in _threes(key):
                found[three].append(key)
        return found


def put_in(tree: Node, vocabulary: Vocabulary, mode: Mode) -> "Node | Named":
    """The tree with `Named` where it names something. Excluded names are excluded in every spelling alike."""
    match tree:
        case And(nodes):
            found = tuple(_runs(nodes, vocabulary, mode))
            return found[0] if len(found) == 1 else And(found)  # type: ignore[arg-type]  # a Named stands where a Node may
        case Or(nodes):
            return Or(tuple(put_in(node, vocabulary, mode) for node in nodes))  # type: ignore[misc]  # as above
        case Not(of):
            return Not(put_in(of, vocabulary, mode))  # type: ignore[arg-type]
        case Word():
            return next(_runs((tree,), vocabulary, mode), NOTHING)
        case Phrase(text, position):
            things = vocabulary.called(text) if mode != Mode.EXACT else ()
            names = tuple(thing for thing in things if not thing.is_topical)
            return Named(tree, names, position) if names else tree
    return tree


def _runs(nodes: Sequence[Node], vocabulary: Vocabulary, mode: Mode) -> "Iterator[Node | Named]":
    """Word after word; of names beginning at a word the longest."""
    at = 0
    while at < len(nodes):
        name = _name_at(nodes, at, vocabulary, mode)
        if name:
            node, at = name
            yield _or_both(node, vocabulary)
            continue
        node = nodes[at]
        at += 1
        if isinstance(node, Word):
            compound = _compound(node, vocabulary) if mode != Mode.EXACT else None
            yield compound or (_alike(node, vocabulary) if mode == Mode.LOOSE else node)
        else:
            yield put_in(node, vocabulary, mode)


def _name_at(nodes: Sequence[Node], at: int, vocabulary: Vocabulary, mode: Mode) -> "tuple[Node | Named, int] | None":
    words: list[Word] = []
    for node in nodes[at : at + LONGEST_NAME]:
        if not isinstance(node, Word) or node.goes_on:
            break
        words.append(node)
    for count in range(len(words), 0, -1):
        text = " ".join(word.text for word in words[:count])
        things, around = _meant(text, vocabulary)
        if not things or (mode != Mode.EXACT and _is_broader(text, things, words[:count], vocabulary)):
            continue
        position = words[0].position
        if mode == Mode.EXACT:
            named = [thing for thing in things if not thing.is_word]
            if count > 1 and not named:
                continue
            return (Phrase(_in_full(text, named), position) if count > 1 else words[0]), at + count
        typed = words[0] if count == 1 else Phrase(text, position)
        parts = None if all(thing.is_place for thing in things) else _parts(words[:count], vocabulary)
        return Named(typed, things, position, parts=parts, around=around), at + count
    return None


def _meant(text: str, vocabulary: Vocabulary) -> tuple[tuple[Thing, ...], tuple[Thing, ...]]:
    """What is called so, and what is around it: where the glossary has a word, a topic that goes by it too is broader."""
    things = vocabulary.called(text)
    if not any(thing.is_word for thing in things):
        return things, ()
    around = tuple(thing for thing in things if thing.kind == "topic" and not thing.is_labelled(text))
    return tuple(thing for thing in things if thing not in around), around


def _is_broader(text: str, things: Sequence[Thing], words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether several words are but another name of a topic, and the glossary knows what each of them says."""
    return (
        len(words) > 1
        and all(thing.kind == "topic" and not thing.is_labelled(text) for thing in things)
        and all(any(thing.is_word for thing in vocabulary.called(word.text)) for word in words)
    )


def _parts(words: Sequence[Word], vocabulary: Vocabulary) -> "Node | Named":
    """The words of a name one by one, each with what the glossary knows of it."""
    if len(words) == 1:
        return words[0]
    found: list[Node] = []
    for word in words:
        things = tuple(thing for thing in vocabulary.called(word.text) if thing.is_word)
        found.append(Named(word, things, word.position) if things else word)  # type: ignore[arg-type]  # as below
    return And(tuple(found))


def _compound(word: Word, vocabulary: Vocabulary) -> "Or | None":
    """A word of Hangul that is two names written together (원정세관): either the word, or both names."""
    text = _PARTICLE.sub("", word.text)
    if word.goes_on or len(text) < SHORTEST_COMPOUND or not _HANGUL_WORD.fullmatch(text):
        return None
    for at in range(len(text) - 1, 1, -1):
        halves = (text[:at], text[at:])
        meant = [_meant(half, vocabulary) for half in halves]
        if all(things for things, _ in meant):
            names = tuple(
                Named(Word(half), things, word.position, around=around)
                for half, (things, around) in zip(halves, meant, strict=True)
            )
            return Or((word, And(names)))  # type: ignore[arg-type]  # a Named stands where a Node may
    return None


def _or_both(node: "Node | Named", vocabulary: Vocabulary) -> "Node | Named":
    """A name, or where it is two names written together, both of them."""
    compound = _compound(node.typed, vocabulary) if isinstance(node, Named) and isinstance(node.typed, Word) else None
    return Or((node, *compound.any[1:])) if compound else node  # type: ignore[arg-type]  # a Named stands where a Node may


def _in_full(text: str, things: Sequence[Thing]) -> str:
    """A name as it was typed, with the small words that a query leaves out."""
    spellings = (spelling.text for thing in things for spelling in thing.spellings)
    return next((spelling for spelling in spellings if _main_words(spelling) == _main_words(text)), text)


def _main_words(text: str) -> list[str]:
    return [word for word in text.casefold().split() if word not in TOO_COMMON]


def _alike(word: Word, vocabulary: Vocabulary) -> "Word | Named":
    if word.goes_on:
        return word
    meant = vocabulary.alike(word.text)
    return Named(word, meant[0][1], word.position, is_alike=True) if meant else word


def names_in(tree: "Node | Named") -> Iterator[Named]:
    """Every name of a tree that is not excluded."""
    match tree:
        case Named():
            yield tree
        case And(nodes) | Or(nodes):
            for node in nodes:
                yield from names_in(node)


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
    for text in (name, _PARTICLE.sub("", name)):
        yield from folds(text)


def _keys(name: str) -> Iterable[str]:
    yield _key(name)
    bare = _PARTICLE.sub("", name)
    if bare != name:
        yield _key(bare)


def _key(name: str) -> str:
    """The folded words of a name, without plurals and small words: "Prices of rice" gives "pricerice"."""
    if _HANGUL.search(name):
        return fold(name)
    words = [_singular(fold(word)) for word in _LATIN_WORD.findall(unicodedata.normalize("NFC", name))]
    return "".join(word for word in words if word not in TOO_COMMON) or "".join(words)


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(_NOT_PLURAL):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def _threes(key: str) -> frozenset[str]:
    padded = f"  {key} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))
