"""A tree of words and names, and a filter, as one query of the index."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import log

import tantivy
from tantivy import Occur, Query

from articles.facets import Filter, month_days
from articles.queries.names import Names
from articles.remembered import within_an_answer, within_an_edition
from articles.search import analysis
from articles.search.index.events import asked, parts
from articles.search.index.opened import everything, having
from articles.search.index.periods import periods_within
from articles.search.index.schema import BEGINNING, LANGUAGE_NUMBERS, PERIOD, PRINTED, SPEECH_NUMBERS, TEXTS, schema
from articles.search.tree import And, Field, Node, Not, Or, Phrase, Word
from articles.search.variants import Mode, Named, Spelling, Thing
from provinces.names import fold

# What a report filed under a name counts, next to one that has the name in its words; an ordinary word; a look-alike.
FILED = 2
ORDINARY = 0.15
ALIKE = 0.3
# Another name of a topic, when its label was typed; when yet another name was; the words of a name, apart.
OTHER_NAME, SIBLING, APART = 0.7, 0.25, 0.2
# Where words may be wanting: that a word is there at all, and that it or what is near it is, times how rare it is.
PRESENT, NEAR = 16.0, 4.0
# Another word for the same in the glossary; a report filed under a topic around a word.
SAME, AROUND = 0.8, 3
# What a word takes in (seafood: squid); where words may be wanting, the places in a province, and one word of a name.
NARROWER, WITHIN, IN_PART = 0.3, 0.5, 0.3
# Where words may be wanting: what takes a word in (copper: minerals).
BROADER = 0.6
# A report from the year or month that was typed.
DATED = 2
# A whole word in Hangul is worth so much more than the same syllables within another word.
WHOLE_WORD = 0.6
# Words shorter than this are not looked for with a letter changed.
SHORTEST_ALIKE = 4

_MOST_LOOKED_UP = 20


@dataclass(frozen=True)
class Asking:
    """What it takes to turn a tree into a query: the mode, and the row numbers of what has names.

    `is_lenient`: a name also counts where a report is filed under what is around it.
    """

    mode: Mode
    names: Names
    texts: Mapping[str, float] = field(default_factory=lambda: TEXTS)
    is_lenient: bool = False

    def words(self, tree: "Node | Named") -> Query:
        """The query of a tree."""
        match tree:
            case And(nodes):
                return self._all(nodes)
            case Or(nodes):
                return any_of([self.words(node) for node in nodes])
            case Not(of):
                return _but(self._shut_out(of))
            case Named():
                return self._named(tree)
            case Phrase(text):
                return self._phrase(text)
            case Word(text, goes_on):
                return self._beginning(text) if goes_on else self._word(text, is_slip=tree.is_slip)
            case Field():
                return constant(self.field(tree))
        raise AssertionError(tree)

    def _all(self, nodes: Sequence[Node]) -> Query:
        wanted = [node for node in nodes if not isinstance(node, Not)]
        pairs = [(Occur.Must, self.words(node)) for node in wanted] or [(Occur.Must, everything())]
        pairs += [(Occur.MustNot, self._shut_out(node.of)) for node in nodes if isinstance(node, Not)]
        return Query.boolean_query(pairs)

    def _shut_out(self, tree: "Node | Named") -> Query:
        """What a minus excludes: a word and what it is in the other language; not all that is merely about it, or alike."""
        if self.mode == Mode.LOOSE:
            return replace(self, mode=Mode.VARIANTS)._shut_out(tree)
        if isinstance(tree, Or):
            return any_of([self._shut_out(node) for node in tree.any])
        if isinstance(tree, Named) and tree.days:
            return self.words(tree.typed)
        if not isinstance(tree, Named) or not tree.things or any(not thing.is_topical for thing in tree.things):
            return self.words(tree)
        is_hangul = bool(analysis.HANGUL_RUN.search(tree.text))
        others = [
            self._spelt(spelling, is_place=False)
            for spelling, thing in tree.spellings()
            if (thing.is_word or spelling.is_label) and bool(analysis.HANGUL_RUN.search(spelling.text)) != is_hangul
        ]
        return any_of([self.words(tree.typed), *others])

    def nearly(self, tree: "Node | Named", how_many: Callable[[Query], int], of: int) -> Query:
        """Half of the words or more, not all, the rarer the better; what is excluded stays so, fields and phrases hold.

        `of`: how many reports there are. A word that none has is none of those of which half have to be there.
        """
        words, rest = parted(tree)
        whole = [tree] if isinstance(tree, Named) and tree not in words else []
        lenient = replace(self, is_lenient=True)
        asked = [(lenient.words(node), self.words(node)) for node in words]
        counts = [how_many(said) for _, said in asked]
        some = Query.boolean_query(
            [
                (Occur.Should, _told(near, said, _rarity(count, of)))
                for (near, said), count in zip(asked, counts, strict=True)
            ],
            minimum_number_should_match=max(1, sum(map(bool, counts)) // 2),
        )
        held = [(Occur.Must, self.words(node)) for node in rest]
        some = any_of([some, *(lenient.words(replace(node, parts=None)) for node in whole)])
        return all_of(some, [(Occur.MustNot, self.words(tree)), *held])

    # --- words

    def _word(self, text: str, *, is_slip: bool = False) -> Query:
        if self.mode == Mode.EXACT:
            return self._exact(text)
        if analysis.HANGUL_RUN.fullmatch(text):
            return any_of(list(self._hangul(analysis.bare(text))))
        found = self.in_texts(_tokens(text, ends=False))
        if (is_slip or self.mode == Mode.LOOSE) and text.isascii() and len(text) >= SHORTEST_ALIKE and text.isalpha():
            distance = 1 if len(text) < 8 else 2
            alike = Query.fuzzy_term_query(schema(), PRINTED, text.lower(), distance=distance)
            return any_of([found, Query.const_score_query(alike, ALIKE)])
        return found

    def _hangul(self, run: str) -> Iterator[Query]:
        if len(run) == 1:
            yield self.in_texts([analysis.BEGINS + run])
        else:
            yield self.in_texts(analysis.pairs(run).split())
        yield Query.boost_query(self.in_texts([analysis.WHOLE + run]), WHOLE_WORD)

    def _exact(self, text: str) -> Query:
        if analysis.HANGUL_RUN.fullmatch(text):
            return self.in_texts([analysis.WHOLE + text])
        if analysis.HANGUL_RUN.search(text) or analysis.HAN_RUN.search(text):
            return self.in_texts(_tokens(text, ends=True))
        return sequence(PRINTED, analysis.printed().analyze(analysis.as_printed(text)))

    def _phrase(self, text: str) -> Query:
        if self.mode == Mode.EXACT and not analysis.HANGUL_RUN.search(text) and not analysis.HAN_RUN.search(text):
            return sequence(PRINTED, analysis.printed().analyze(analysis.as_printed(text)))
        return self.in_texts(_tokens(text, ends=False))

    def _beginning(self, text: str) -> Query:
        if analysis.HANGUL_RUN.fullmatch(text):
            return self.in_texts(analysis.begun(text).split())
        tokens = analysis.printed().analyze(analysis.as_printed(text))
        if len(tokens) != 1:
            return self._phrase(text)
        if len(tokens[0]) in analysis.BEGINNINGS:
            # It scores as the words would that begin so: whether any is there, not how often.
            return constant(Query.term_query(schema(), BEGINNING, tokens[0], index_option="basic"), 1.0)
        return Query.fuzzy_term_query(schema(), PRINTED, tokens[0], distance=0, prefix=True)

    # --- names

    def _named(self, named: Named) -> Query:
        spelt = [
            Query.boost_query(self._spelt(spelling, thing.is_place), _worth(named, spelling, thing))
            for spelling, thing in named.spellings()
        ]
        spelt += [
            Query.boost_query(self._all([Word(word) for word in spelling.text.split()]), APART)
            for spelling, thing in named.spellings()
            if thing.kind == "topic" and " " in spelling.text and _worth(named, spelling, thing) > SIBLING
        ]
        spelt += [
            Query.boost_query(self._spelt(spelling, thing.is_place), WITHIN if thing.is_place else NARROWER)
            for spelling, thing in named.narrower()
            if self.is_lenient or not thing.is_place
        ]
        if self.is_lenient:
            spelt += [Query.boost_query(self._spelt(spelling, False), BROADER) for spelling in named.broader()]
        found = [Query.disjunction_max_query(spelt)] if spelt else []
        found += [constant(filed, FILED) for filed in self._filed(named.things)]
        if named.days:
            found.append(constant(has_one_of(*_numbered(*named.days)), DATED))
        if (not all(thing.is_place for thing in named.things) or named.parts) and not named.is_ending:
            found.append(self.words(named.parts) if named.parts else self._apart(named.typed))
        if self.is_lenient and isinstance(named.parts, And):
            found += [Query.boost_query(self.words(part), IN_PART) for part in named.parts.all]
        around = [constant(filed, AROUND) for filed in self._filed(named.around)]
        said = any_of([*found, *around] if self.is_lenient else found)
        if around and not self.is_lenient:
            said = Query.boolean_query([(Occur.Must, said), *((Occur.Should, filed) for filed in around)])
        return Query.boost_query(said, ALIKE) if named.is_alike else said

    def _apart(self, typed: Node) -> Query:
        """The words that were typed, be they apart; a name in quotation marks stays together."""
        if isinstance(typed, Word):
            return self._word(typed.text)
        return self._all([Word(word) for word in typed.text.split()]) if isinstance(typed, Phrase) else everything()

    def _spelt(self, spelling: Spelling, is_place: bool) -> Query:
        text = spelling.text
        if not analysis.HANGUL_RUN.fullmatch(text):
            query = self.in_texts(_tokens_of_name(text))
        elif spelling.is_ordinary or spelling.is_whole:
            query = self.in_texts([analysis.WHOLE + text])
        elif is_place or len(text) < 3:
            query = self.in_texts(analysis.begun(text).split())
        else:
            query = self.in_texts(analysis.pairs(text).split())
        return Query.boost_query(query, ORDINARY) if spelling.is_ordinary else query

    def _filed(self, things: Sequence[Thing]) -> Iterator[Query]:
        fields = {"province": "province", "topic": "topic", "institution": "institution"}
        for thing in things:
            number = self.names.ids.get(thing.kind, {}).get(thing.slug)
            if number is not None and thing.kind in fields:
                yield Query.term_query(schema(), fields[thing.kind], number)

    def in_texts(self, tokens: Sequence[str]) -> Query:
        """These words, next to each other, in any field of words."""
        return any_of([Query.boost_query(sequence(name, tokens), boost) for name, boost in self.texts.items()])

    # --- fields and facets

    def field(self, of: Field) -> Query:
        """What a field of the query lets through."""
        if of.days:
            first, last = of.days
            if of.name == "after":
                return Query.range_query(schema(), "latest", tantivy.FieldType.Unsigned, first.toordinal(), None)
            if of.name == "before":
                return Query.range_query(schema(), "earliest", tantivy.FieldType.Unsigned, 0, last.toordinal())
            return has_one_of("event", asked(next(parts(first, last))))
        if of.name == "is":
            return Query.term_query(schema(), "is_due", 1)
        return self.value(of.name, [of.value], narrower=True)

    def value(self, name: str, values: Iterable[str], *, narrower: bool) -> Query:
        """What has one of these values of a facet."""
        numbers = {
            "language": LANGUAGE_NUMBERS,
            "speech": SPEECH_NUMBERS,
            "year": {value: int(value) for value in values if name == "year"},
        }.get(name, self.names.ids.get(name, {}))
        field = "own_topic" if name == "topic" and not narrower else name
        return has_one_of(field, [numbers[value] for value in values])

    def filter(self, filter: Filter) -> list[tuple[Occur, Query]]:
        """What a filter lets through, as parts of a query that do not change its order."""
        found = []
        for name in ("province", "topic", "outlet", "language", "institution", "speech"):
            wanted, unwanted = filter.wanted(name), filter.unwanted(name)
            if wanted:
                found.append((Occur.Must, constant(self.value(name, wanted, narrower=filter.narrower))))
            if unwanted:
                found.append((Occur.MustNot, self.value(name, unwanted, narrower=filter.narrower)))
        return [*found, *self._dated(filter)]

    def _dated(self, filter: Filter) -> Iterator[tuple[Occur, Query]]:
        """What may be of one of the years, and of one of the months, that a filter allows, and of a day by its last."""
        assert not filter.as_of, "the index is of now"
        until = filter.published_until or date.max
        years = [int(year) for year in filter.year if int(year) <= until.year]
        months = [int(month.replace("-", "")) for month in filter.month]
        months = [month for month in months if month <= until.year * 100 + until.month]
        if months and filter.year:
            months = [month for month in months if str(month // 100) in filter.year]
        if filter.within and (filter.month or filter.year):
            spans = [month_days(month) for month in filter.month] or [
                (date(int(year), 1, 1), date(int(year), 12, 31)) for year in filter.year
            ]
            whole = [period for first, last in spans for period in periods_within(first, last)]
            yield Occur.Must, constant(has_one_of(PERIOD, whole))
        if filter.month:
            yield Occur.Must, constant(has_one_of("in_month", months))
        elif filter.year:
            yield Occur.Must, constant(has_one_of("in_year", years))
        if filter.published_until:
            begun = Query.range_query(schema(), "earliest", tantivy.FieldType.Unsigned, 0, until.toordinal())
            yield Occur.Must, constant(begun)


def _rarity(count: int, of: int) -> float:
    """How much it says that a report has what so many have: next to nothing where all have."""
    return log(1 + of / (count + 0.5))


def _told(near: Query, said: Query, rarity: float) -> Query:
    """A word that may be wanting: what it counts itself, and that it, or what is near it, is there at all."""
    return any_of([near, constant(said, PRESENT * rarity), constant(near, NEAR * rarity)])


def _numbered(first: date, last: date) -> tuple[str, Sequence[int]]:
    """The field and the number by which a report of this year, or this month, is found."""
    if (first.month, last.month) == (1, 12):
        return "in_year", [first.year]
    return "in_month", [first.year * 100 + first.month]


def may_be_wanting(tree: "Node | Named") -> bool:
    """Whether there can be reports that have some of a tree and not all of it."""
    words, _ = parted(tree)
    return len(words) > 1 or any(
        isinstance(word, Named) and (word.around or any(thing.is_place and thing.narrower for thing in word.things))
        for word in words
    )


def parted(tree: "Node | Named") -> "tuple[list[Node | Named], list[Node | Named]]":
    """The words of a tree that may be wanting, and what has to hold in any case."""
    if isinstance(tree, Named) and isinstance(tree.parts, And):
        tree = tree.parts
    words: list[Node | Named] = []
    rest: list[Node | Named] = []
    nodes = list(tree.all if isinstance(tree, And) else (tree,))
    while nodes:
        node = nodes.pop(0)
        if isinstance(node, Named) and not node.things and isinstance(node.parts, And):
            nodes = [*node.parts.all, *nodes]
            continue
        typed = node.typed if isinstance(node, Named) else node
        held = isinstance(typed, Not | Field) or (isinstance(typed, Phrase) and typed.is_quoted)
        (rest if held else words).append(node)
    return words, rest


def _worth(named: Named, spelling: Spelling, thing: Thing) -> float:
    """What a spelling counts: other names of a topic are not all the same thing."""
    if thing.is_word:
        return 1.0 if fold(spelling.text) == fold(named.text) else SAME
    if thing.kind != "topic" or spelling.is_label or fold(spelling.text) == fold(named.text):
        return 1.0
    is_label = any(each.is_label and fold(each.text) == fold(named.text) for each in thing.spellings)
    return OTHER_NAME if is_label else SIBLING


@within_an_answer
def _tokens(text: str, *, ends: bool) -> tuple[str, ...]:
    """The words of a text as they stand next to each other in the index; unless it `ends`, the last may go on."""
    runs = [run for run in analysis.HANGUL_RUN.finditer(text) if run.end() == len(text.rstrip(" .,"))]
    if not runs:
        return tuple(analysis.words().analyze(analysis.typed(text)))
    last = runs[0]
    before = analysis.words().analyze(analysis.typed(text[: last.start()]))
    run = last[0] if ends else analysis.bare(last[0])
    return (*before, *analysis.begun(run).split())


@within_an_edition.of_words
def _tokens_of_name(text: str) -> tuple[str, ...]:
    """Of a spelling that is on record, which is nobody's own; many searches ask for the same."""
    return _tokens(text, ends=False)


def sequence(name: str, tokens: Sequence[str]) -> Query:
    """These words, next to each other, in one field."""
    if not tokens:
        return Query.empty_query()
    if len(tokens) == 1:
        return Query.term_query(schema(), name, tokens[0], index_option="freq")
    return Query.phrase_query(schema(), name, list(tokens))


def has_one_of(name: str, numbers: Sequence[int]) -> Query:
    """What has one of these numbers. Few are looked up one by one, many go through the index's list of terms."""
    if len(numbers) > _MOST_LOOKED_UP:
        return having(name, numbers)
    return any_of([Query.term_query(schema(), name, number, index_option="basic") for number in numbers])


def any_of(queries: Sequence[Query]) -> Query:
    """Any of these."""
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries]) if queries else Query.empty_query()


def all_of(query: Query, more: Sequence[tuple[Occur, Query]]) -> Query:
    """A query with more conditions."""
    return Query.boolean_query([(Occur.Must, query), *more]) if more else query


def constant(query: Query, score: float = 0.0) -> Query:
    """The same, whose matches all count alike."""
    return Query.const_score_query(query, score)


def _but(query: Query) -> Query:
    return Query.boolean_query([(Occur.Must, everything()), (Occur.MustNot, query)])
