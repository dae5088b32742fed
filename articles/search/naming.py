"""Names put into a query: words next to each other that name something become one `Named`. Pure: no Django, no database.

    Naming(vocabulary, Mode.VARIANTS).tree(read_query("Yangkang rice price").tree)

A `Named` stands for all its spellings. In mode `exact` a name only keeps together; in mode `loose` a word that is nearly
a name counts as one, and the index takes words that differ by a letter. Otherwise that is done only for a word that no
report has.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from articles.search import romanised
from articles.search.analysis import verb_stems
from articles.search.days import days_meant
from articles.search.framing import FRAMING
from articles.search.glossary import endings
from articles.search.query import TOO_COMMON, read_query
from articles.search.slips import SHORTEST_SLIP
from articles.search.tree import NOTHING, And, Field, Node, Not, Or, Phrase, Word
from articles.search.variants import PARTICLE, Mode, Named, Spelling, Thing, Vocabulary

LONGEST_NAME = 8
# A name of more words is not looked for with a slip in one of them.
LONGEST_SLIP = 3
SHORTEST_COMPOUND, SHORTEST_HALF_KNOWN = 3, 4
# Longer ones are nobody's words, and there are ever more ways to cut them.
LONGEST_COMPOUND = 12
SHORTEST_SLIP_OF_HANGUL, SHORTEST_ROMANISED = 3, 4
# Of three syllables are the names of people too: they are no slip of each other, only of a name that is known.
SHORTEST_SLIP_OF_WORDS = 4

# A Latin word in more reports than this is no name that Korean reports may have; so often the dictionary is asked for one.
COMMON, MOST_ASKED = 200, 300

_HANGUL = re.compile("[가-힣]+")
_LATIN = re.compile("[A-Za-z]+(?:-[A-Za-z]+)?")
# A person in Latin letters, words that are slips, a word put together and a verb: they need whatever there is to be read.
_REHEARSED = "Hong Gil Dong ricce mraket 쌀부족 떨어졌나"


@dataclass(frozen=True)
class Naming:
    """What there are names for. `how_many` reports have a word, or a run of Hangul; None when nobody knows."""

    vocabulary: Vocabulary
    mode: Mode = Mode.VARIANTS
    how_many: Callable[[str], int] | None = None

    def tree(self, tree: Node) -> "Node | Named":
        """The tree with `Named` where it names something. Excluded names are excluded in every spelling alike."""
        match tree:
            case And(nodes):
                found = list(self._runs([self._minus(node, nodes) for node in nodes]))
                return found[0] if len(found) == 1 else And(tuple(found))  # type: ignore[arg-type]  # a Named stands where a Node may
            case Or(nodes):
                return Or(tuple(self.tree(node) for node in nodes))  # type: ignore[misc]  # as above
            case Not(of):
                return Not(self.tree(of))  # type: ignore[arg-type]
            case Word():
                return next(self._runs((tree,)), NOTHING)
            case Phrase(text, position) if self.mode != Mode.EXACT:
                names = tuple(thing for thing in self.vocabulary.called(text) if not thing.is_topical)
                return Named(tree, names, position) if names else tree
        return tree

    def _minus(self, node: Node, beside: Sequence[Node]) -> Node:
        """A word behind a minus, with the names it makes with words that are asked for: oil without cooking, nor cooking oil."""
        if self.mode == Mode.EXACT or not isinstance(node, Not) or not isinstance(node.of, Word) or node.of.goes_on:
            return node
        texts = [f"{node.of.text} {other.text}" for other in beside if isinstance(other, Word)]
        called = {text: tuple(thing for thing in self.vocabulary.called(text) if thing.is_word) for text in texts}
        at = node.of.position
        names = [Named(Phrase(text, at), things, at) for text, things in called.items() if things]
        return Not(Or((node.of, *names))) if names else node  # type: ignore[arg-type]  # a Named stands where a Node may

    def _runs(self, nodes: Sequence[Node]) -> "Iterator[Node | Named]":
        """Word after word; of names beginning at a word the longest."""
        at = 0
        while at < len(nodes):
            words = _words_from(nodes, at)
            name = self._dated(words) or self._name(words) or self._person(words)
            if name:
                node, count = name
                yield node
                at += count
                continue
            node = nodes[at]
            at += 1
            yield self._word(node) if isinstance(node, Word) else self.tree(node)

    def _name(self, words: Sequence[Word]) -> "tuple[Node | Named, int] | None":
        """The longest name these words begin with, and how many words it has."""
        for count in range(len(words), 0, -1):
            text = " ".join(word.text for word in words[:count])
            if self.mode == Mode.EXACT:
                names = [thing for thing in self.vocabulary.called(text) if not thing.is_word]
                if names:
                    return (Phrase(_in_full(text, names), words[0].position) if count > 1 else words[0]), count
                continue
            things, around = self._meant(text)
            if not things and count > 1:
                slip = self._slip_of_name(text, words[:count])
                if slip:
                    return slip, count
            if not things or self._is_broader(text, things, words[:count]):
                continue
            typed = words[0] if count == 1 else Phrase(text, words[0].position)
            parts = self._parts(words[:count], is_place=all(thing.is_place for thing in things))
            return Named(typed, things, words[0].position, parts=parts, around=around), count
        return None

    def _dated(self, words: Sequence[Word]) -> tuple[Named, int] | None:
        """A year, or a month and its year, in plain words: what is of that time counts as having them."""
        if self.mode == Mode.EXACT:
            return None
        for count in (2, 1):
            text = " ".join(word.text for word in words[:count])
            days = days_meant(text) if len(words) >= count else None
            if days:
                typed = Phrase(text, words[0].position) if count > 1 else words[0]
                return Named(typed, (), words[0].position, parts=typed, days=days), count
        return None

    def _meant(self, text: str) -> tuple[tuple[Thing, ...], tuple[Thing, ...]]:
        """What is called so, and what is around it: where the glossary has a word, a topic that goes by it is broader.

        A topic that is labelled by a word for the same is the same.
        """
        things = self._called(text)
        if not any(thing.is_word for thing in things):
            return things, ()
        broader = [thing for thing in things if thing.kind == "topic" and not thing.is_labelled(text)]
        things = tuple(thing for thing in things if thing not in broader)
        said = [spelling.text for thing in things if thing.is_word for spelling in thing.spellings]
        near = [(thing, each) for each in said for thing in self.vocabulary.called(each) if thing.kind == "topic"]
        things = tuple(dict.fromkeys((*things, *(thing for thing, each in near if thing.is_labelled(each)))))
        around = dict.fromkeys((*broader, *(thing for thing, _ in near)))
        return things, tuple(thing for thing in around if thing not in things)

    def _called(self, text: str) -> tuple[Thing, ...]:
        """What has this name, or would have it in the other half of the country."""
        things = self.vocabulary.called(text)
        if things or self.mode == Mode.EXACT or len(text) < 2 or not _HANGUL.fullmatch(text):
            return things
        return next(filter(None, map(self.vocabulary.called, romanised.other_onsets(text))), ())

    def _is_broader(self, text: str, things: Sequence[Thing], words: Sequence[Word]) -> bool:
        """Whether several words are but another name of a topic, and the glossary knows what each of them says."""
        return (
            len(words) > 1
            and all(thing.kind == "topic" and not thing.is_labelled(text) for thing in things)
            and all(self._in_glossary(word.text) for word in words)
        )

    def _in_glossary(self, word: str) -> tuple[Thing, ...]:
        return tuple(thing for thing in self.vocabulary.called(word) if thing.is_word)

    def _parts(self, words: Sequence[Word], *, is_place: bool) -> "Node | Named | None":
        """The words of a name one by one; the words of a place mean nothing apart, unless it is two names in one."""
        if len(words) == 1 or is_place:
            # A name that is known is not read as a word with an ending: 장마당 is no flood.
            compound = self._compound(words[0], shortest=2) if len(words) == 1 else self._at_a_place(words)
            return compound or (None if is_place else words[0])
        things = [self._in_glossary(word.text) for word in words]
        return _all(
            Named(word, found, word.position) if found else word for word, found in zip(words, things, strict=True)
        )

    def _at_a_place(self, words: Sequence[Word]) -> "Node | None":
        """Both names, of a place that is called by a larger one and by a word for what it is (Hyesan customs)."""
        *where, what = words
        text = " ".join(word.text for word in where)
        place = tuple(thing for thing in self.vocabulary.called(text) if thing.is_place)
        kind = self._in_glossary(what.text)
        if not place or not kind or set(place) & set(self.vocabulary.called(f"{text} {what.text}")):
            return None
        typed = where[0] if len(where) == 1 else Phrase(text, where[0].position)
        return _all((Named(typed, place, where[0].position), Named(what, kind, what.position)))

    # --- words that are no names

    def _word(self, word: Word) -> "Node | Named":
        if word.goes_on or self.mode == Mode.EXACT:
            return word
        compound = self._compound(word)
        if compound:
            return Named(word, (), word.position, parts=compound)
        return self._romanised(word) or self._conjugated(word) or self._half_known(word) or self._slip(word)

    def _compound(self, word: Word, shortest: int = 1) -> "Node | Named | None":
        """The names, of a word of Hangul that is several written together (원정세관); the last has so many syllables.

        What only frames a question adds nothing (수출현황).
        """
        text = PARTICLE.sub("", word.text)
        if not SHORTEST_COMPOUND <= len(text) <= LONGEST_COMPOUND or not _HANGUL.fullmatch(text):
            return None
        for at in range(len(text) - shortest, 1, -1):
            first, second = (Word(half, position=word.position) for half in (text[:at], text[at:]))
            ending = self._ending(second) if len(second.text) == 1 else self._told(second)
            beginning = self._half(first) or (self._romanised(first) if isinstance(ending, Named) else None)
            if beginning and ending:
                return _all((beginning, ending) if isinstance(ending, Named) else (beginning,))
        return None

    def _told(self, word: Word) -> "Named | Word | None":
        """The rest of a word written together: a name, several, or what says no more, as it stands."""
        if word.text in FRAMING:
            return word
        half = self._half(word)
        compound = None if half else self._compound(word, shortest=2)
        return Named(word, (), word.position, parts=compound) if compound else half

    def _half_known(self, word: Word) -> "Named | None":
        """A word of Hangul that no report has and that begins or ends in a name: the name, and what is left of it."""
        text = PARTICLE.sub("", word.text)
        if not SHORTEST_HALF_KNOWN <= len(text) <= LONGEST_COMPOUND or not _HANGUL.fullmatch(text):
            return None
        if not self._is_unknown(word):
            return None
        cuts = [(text[:at], text[at:]) for at in range(2, len(text) - 1)]
        for first, second in (*cuts, *reversed(cuts)):
            halves = [self._half(Word(half, position=word.position)) for half in (first, second)]
            rest = first if halves[1] else second
            if any(halves) and self.how_many and self.how_many(rest):
                parts = (half or Word(rest, position=word.position) for half in halves)
                return Named(word, (), word.position, parts=_all(tuple(parts)))
        return None

    def _conjugated(self, word: Word) -> "Named | None":
        """A form of a verb that no report has, as the stem that some have (지키나: 지키)."""
        if self.how_many is None or self.how_many(word.text):
            return None
        found = tuple(filter(self.how_many, verb_stems(word.text)))[:1]
        return Named(word, (_called(word.text, found),), word.position) if found else None

    def _ending(self, syllable: Word) -> "Named | Word | None":
        """The last syllable of a word, where it is one that words are made with; as it stands when it says no more."""
        meaning = endings().get(syllable.text)
        if meaning is None:
            return self._half(syllable)
        return Named(syllable, (meaning,), syllable.position, is_ending=True) if meaning.label else syllable

    def _half(self, word: Word) -> Named | None:
        things, around = self._meant(word.text)
        return Named(word, things, word.position, around=around) if things else None

    def _person(self, words: Sequence[Word]) -> tuple[Named, int] | None:
        """A person's name in Latin letters that stands in Hangul somewhere."""
        if self.how_many is None or self.mode == Mode.EXACT:
            return None
        for count in (3, 2):
            texts = [word.text for word in words[:count]]
            if len(texts) == count and all(map(_LATIN.fullmatch, texts)):
                found = romanised.hangul_names(texts, _sparing(self.how_many))
                if found:
                    typed = Phrase(" ".join(texts), words[0].position)
                    return Named(
                        typed, (_called(typed.text, found),), words[0].position, parts=_all(words[:count])
                    ), count
        return None

    def _romanised(self, word: Word) -> Named | None:
        """A word in the letters of the other language, where a report has it so."""
        text = PARTICLE.sub("", word.text)
        if self.how_many is None:
            return None
        there_is = _sparing(self.how_many)
        if _HANGUL.fullmatch(text):
            found = (
                *(other for other in romanised.other_onsets(text) if len(text) > 1 and there_is(other)),
                *romanised.names_of(text, there_is),
                *romanised.words_of(text, there_is),
            )
        elif _LATIN.fullmatch(text) and len(text) >= SHORTEST_ROMANISED and self.how_many(text) <= COMMON:
            found = romanised.hangul_of(text.replace("-", ""), there_is)
        else:
            return None
        return Named(word, (_called(text, found),), word.position) if found else None

    def _slip(self, word: Word) -> "Word | Named":
        """A word that is a slip: of the keyboard, where no report has it; of the memory too, in mode `loose`."""
        is_unknown = self._is_unknown(word)
        if not is_unknown and self.mode != Mode.LOOSE:
            return word
        alike = self.vocabulary.alike(word.text)[:1] if self.mode == Mode.LOOSE else self.vocabulary.meant(word.text)
        for _, things in alike:
            return Named(word, things, word.position, is_alike=True)
        is_of_words = not _HANGUL.fullmatch(word.text) or len(word.text) >= SHORTEST_SLIP_OF_WORDS
        return replace(word, is_slip=is_unknown and is_of_words)

    def _is_unknown(self, word: Word) -> bool:
        """Whether no report has a word that is long enough to be told from others, and nothing is called so."""
        is_long = len(word.text) >= (SHORTEST_SLIP_OF_HANGUL if _HANGUL.fullmatch(word.text) else SHORTEST_SLIP)
        is_there = self.how_many is None or not is_long or self.how_many(word.text) > 0
        return not is_there and not self.vocabulary.called(word.text)

    def _slip_of_name(self, text: str, words: Sequence[Word]) -> Named | None:
        """A name of several words, one of which no report has as it is typed (exhcange rate)."""
        if len(words) > LONGEST_SLIP or sum(map(self._is_unknown, words)) != 1:
            return None  # of nothing but slips, every few of them would be compared with every name
        for _, things in self.vocabulary.meant(text):
            is_place = all(thing.is_place for thing in things)
            parts = None if is_place else _all(tuple(self._half(word) or self._slip(word) for word in words))
            return Named(Phrase(text, words[0].position), things, words[0].position, is_alike=True, parts=parts)
        return None


def names_in(tree: "Node | Named") -> Iterator[Named]:
    """Every name of a tree that is not excluded."""
    match tree:
        case Named(parts=parts, things=things):
            if things:
                yield tree
            elif parts:
                yield from names_in(parts)
        case And(nodes) | Or(nodes):
            for node in nodes:
                yield from names_in(node)


def _words_from(nodes: Sequence[Node], at: int) -> list[Word]:
    """The words that stand here one after the other, as many as a name may have."""
    words: list[Word] = []
    for node in nodes[at : at + LONGEST_NAME]:
        if not isinstance(node, Word) or node.goes_on:
            break
        words.append(node)
    return words


def _all(nodes: "Iterator[Node | Named] | Sequence[Node | Named]") -> And:
    return And(tuple(nodes))  # type: ignore[arg-type]  # a Named stands where a Node may


def _sparing(how_many: Callable[[str], int]) -> Callable[[str], bool]:
    """Whether there is a word; answered so many times, and then with no."""
    left = iter(range(MOST_ASKED))
    return lambda text: next(left, None) is not None and how_many(text) > 0


def _called(text: str, others: Sequence[str]) -> Thing:
    return Thing("word", "", text, tuple(Spelling(each) for each in (text, *others)))


def without_everywhere(tree: "Node | Named") -> "tuple[Node | Named, tuple[str, ...]]":
    """A tree without what all reports are about, and without what only frames a question, where something else is asked for.

    With the words that were left out.
    """
    nodes = tree.all if isinstance(tree, And) else ()
    told = [node for node in nodes if not _is_everywhere(node)]
    if len(told) == len(nodes) or all(isinstance(node, Not | Field) for node in told):
        return tree, ()
    left_out = tuple(node.text for node in nodes if isinstance(node, Named | Word) and _is_everywhere(node))
    return (told[0] if len(told) == 1 else And(tuple(told))), left_out


def _is_everywhere(node: "Node | Named") -> bool:
    if isinstance(node, Named):
        return node.is_everywhere
    return isinstance(node, Word) and not node.goes_on and node.text.casefold().rstrip("?!.,;") in FRAMING


def _in_full(text: str, things: Sequence[Thing]) -> str:
    """A name as it was typed, with the small words that a query leaves out."""
    spellings = (spelling.text for thing in things for spelling in thing.spellings)
    return next((spelling for spelling in spellings if _main_words(spelling) == _main_words(text)), text)


def _main_words(text: str) -> list[str]:
    return [word for word in text.casefold().split() if word not in TOO_COMMON]


def rehearse(vocabulary: Vocabulary) -> None:
    """Have all that is read once made now, and not while somebody waits for a first search: some tenths of a second."""
    Naming(vocabulary, Mode.LOOSE, lambda text: 0).tree(read_query(_REHEARSED).tree)
