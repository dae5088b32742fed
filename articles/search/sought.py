"""One search: what was asked for, as the record stands at one act. Fields of the box that are facets become facets."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from django.db.models import Q

from articles.facets import EXCLUDABLE, EXCLUDED, Filter
from articles.models.article import ArticleQuerySet
from articles.queries.browse import ClaimVersions
from articles.queries.names import Names, settle, slug_of
from articles.queries.times import claims_then, texts_then
from articles.search.answers import SORTS, Answers
from articles.search.asking import Asking, all_of, may_be_wanting, parted
from articles.search.index.keeper import keeper
from articles.search.index.opened import Opened, everything, numbers
from articles.search.index.schema import TEXTS
from articles.search.lookalikes import RARE, lookalikes
from articles.search.marks import Marker
from articles.search.naming import Naming, names_in, without_everywhere
from articles.search.numbers import how_many, must
from articles.search.query import BadQuery, Query, quoted, read_query
from articles.search.slips import distance
from articles.search.tree import NOTHING, And, Field, Node, Not, Or, Phrase, Word
from articles.search.variants import MOST_MEANT, Mode, Named, Spelling, Thing, Vocabulary
from articles.search.vocabulary import vocabulary
from provinces.names import fold
from provinces.tongue import say

# Of another time, rows that one statement names; where more have the words, they are found by walking through the list.
MOST_NAMED = 5_000
# What an earlier text, and an earlier version of a claim, is searched by: nothing that was written later.
_EARLIER_TEXTS = {name: boost for name, boost in TEXTS.items() if name != "claims"}

Span = tuple[date | None, date | None]


@dataclass(frozen=True)
class Sought:
    """`text`: what is left in the box once its facets are facets; `filter`: with those facets, settled.

    `tree`: with every spelling, as far as `mode` goes. `sort`: relevance, newest (report) or (newest) event.
    `alike`: look-alikes of words, as the index has them, for this text and for others that are asked for beside it.
    """

    text: str
    filter: Filter
    names: Names
    query: Query
    tree: "Node | Named"
    mode: Mode = Mode.VARIANTS
    sort: str = SORTS[0]
    vocabulary: Vocabulary = field(default=Vocabulary(()), repr=False)
    opened: Opened | None = field(default=None, repr=False, compare=False)
    left_out: tuple[str, ...] = ()
    alike: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _answers: dict[str, Answers] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def read(cls, text: str, asked: Filter, names: Names, mode: Mode = Mode.VARIANTS, sort: str = SORTS[0]) -> "Sought":
        """What a text and a filter ask for. Raises BadParameter, and NotCurrent when the index is not up to the record."""
        query = read_query(text)
        filter = settle(asked, names)
        rest, filter = _facets(_settled(query.tree, text, names), filter)
        if rest == NOTHING and not filter:
            return cls(written(rest), filter, names, query, rest, mode, sort)
        opened = keeper().current(names.edition)
        words = vocabulary(names.edition)
        sought = cls(written(rest), filter, names, query, rest, mode, sort, words, opened)
        return sought._spelt_out(_placed(rest, text, words))

    def of(self, tree: Node, mode: Mode | None = None) -> "Sought":
        """The same index asked for another tree as it was typed, without facets, or in another mode."""
        text = written(tree)
        other = replace(self, text=text, query=replace(self.query, tree=tree), mode=mode or self.mode, left_out=())
        return other._spelt_out(_placed(tree, text, self.vocabulary))

    @property
    def typed(self) -> Node:
        """What is left in the box, as it was typed."""
        return _settled(read_query(self.text).tree, self.text, self.names)

    def _spelt_out(self, tree: Any) -> "Sought":
        """The same with the tree in all its spellings."""
        assert self.opened is not None, "there is something to look for"
        tree = Naming(self.vocabulary, self.mode, self.opened.how_many).tree(tree)
        tree, left_out = without_everywhere(tree) if self.mode != Mode.EXACT else (tree, ())
        tree = self._with_lookalikes(tree) if self.mode == Mode.LOOSE else tree
        return replace(self, tree=tree, left_out=left_out)

    @classmethod
    def all(cls, filter: Filter, names: Names) -> "Sought":
        """Whatever passes a filter, which is settled; there are no words. Raises NotCurrent."""
        return cls("", filter, names, Query("", NOTHING), NOTHING, opened=keeper().current(names.edition))

    @property
    def wanted(self) -> tuple[str, ...]:
        """The words and phrases that are looked for, as typed."""
        return tuple(word for word in self.query.wanted if word not in self.left_out)

    @property
    def passed_over(self) -> tuple[str, ...]:
        """What cannot be looked for, or need not be: "the", "North Korea", "situation"."""
        return (*self.query.passed_over, *self.left_out)

    @property
    def is_asking(self) -> bool:
        """Whether there is something to look for, and not only something to leave out."""
        return self.opened is not None and (bool(self.wanted) or _has_field(self.tree) or bool(self.filter))

    @property
    def marker(self) -> Marker:
        """Finds in texts what was looked for."""
        return Marker(self.marked, self.mode)

    @cached_property
    def marked(self) -> "Node | Named":
        """The tree as it is told to people: a word that no report has stands for those that were found for it."""
        return self.tree if self.mode == Mode.EXACT or self.opened is None else self._with_lookalikes(self.tree)

    @property
    def meant(self) -> tuple[str, ...]:
        """Other texts of the box, with names and ordinary words for those that hardly any report has."""
        alike = {node.text: self._alike(node) for node in _words(self.tree) if not node.goes_on}
        alike = {word: others for word, others in alike.items() if others}
        best = _exchanged(self.text, {word: others[0] for word, others in alike.items()})
        single = (_exchanged(self.text, {word: other}) for word, others in alike.items() for other in others)
        return tuple(each for each in dict.fromkeys([best, *single]) if each != self.text)[:MOST_MEANT]

    def _alike(self, word: Word) -> list[str]:
        """Names and words that look like a rare one, the most alike first; where both are as near, the name."""
        if not self._is_rare(word):
            return []
        names = [name for name, _ in self.vocabulary.alike(word.text) if self._is_there(name)]
        found = {fold(each): each for each in (*self._lookalikes(word), *names)}
        return sorted(found.values(), key=lambda each: (distance(word.text.lower(), each.lower()), each not in names))

    def _is_there(self, name: str) -> bool:
        """Whether any report has a name, or is about what it names, in this mode."""
        alone = self.of(Phrase(name) if " " in name else Word(name))
        return self._count(alone._asking.words(alone.tree)) > 0

    def _is_rare(self, word: Word) -> bool:
        """Whether hardly any report has the word itself in any form."""
        asking = replace(self._asking, mode=Mode.VARIANTS)
        return self._count(asking.words(replace(word, is_slip=False))) <= RARE

    def _lookalikes(self, word: Word) -> tuple[str, ...]:
        assert self.opened is not None, "there is something to look for"
        if word.text not in self.alike:
            self.alike[word.text] = lookalikes(self.opened.searchers["articles"], word.text, self._count)
        return self.alike[word.text]

    def _count(self, query: Any) -> int:
        assert self.opened is not None, "there is something to look for"
        return how_many(self.opened.searchers["articles"], query)

    def _with_lookalikes(self, tree: "Node | Named") -> Any:
        """The tree with words that were looked for with a letter changed standing for the words that look alike."""
        match tree:
            case And(nodes):
                return And(tuple(self._with_lookalikes(node) for node in nodes))
            case Or(nodes):
                return Or(tuple(self._with_lookalikes(node) for node in nodes))
            case Word(goes_on=False) if tree.is_slip or (self.mode == Mode.LOOSE and self._is_rare(tree)):
                others = self._lookalikes(tree)
                thing = Thing("word", "", others[0] if others else "", tuple(map(Spelling, others)))
                return Named(tree, (thing,), tree.position, is_alike=True) if others else tree
        return tree

    @property
    def taken_for(self) -> tuple[tuple[str, str], ...]:
        """Words that no report has, with the name or word that was looked for instead, or "" where letters may differ."""
        names = (named for named in names_in(self.tree) if named.is_alike and self.mode != Mode.LOOSE)
        slips = (node for node in _words(self.tree) if node.is_slip)
        return (
            *((named.text, self.vocabulary.meant(named.text)[0][0]) for named in names),
            *((slip.text, next(iter(self._lookalikes(slip)), "")) for slip in slips),
        )

    def is_under(self, thing: Thing, slugs: Collection[str]) -> bool:
        """Whether what is filed under these provinces and topics is filed under a thing, or a narrower one."""
        topics = self.names.ids.get("topic", {})
        if thing.kind != "topic" or self.opened is None:
            return thing.slug in slugs
        above = self.opened.state.above
        return any(topics.get(thing.slug) in above.get(topics[slug], ()) for slug in slugs if slug in topics)

    def bodies_in(self, kind: str, pks: Sequence[int]) -> Mapping[int, Mapping[str, str]]:
        """Of the bodies that were typed, those that these rows, as they are now, name in their claims: row → slug → name.

        By the index, which found the rows by them.
        """
        typed = {thing.slug for named in names_in(self.tree) for thing in named.things if thing.kind == "institution"}
        found: dict[int, dict[str, str]] = {pk: {} for pk in pks}
        ids, labels = self.names.ids.get("institution", {}), self.names.labels.get("institution", {})
        for slug in sorted(typed & set(ids)) if pks and self.opened else ():
            assert self.opened is not None, "as asked"
            having = all_of(everything(), [must("institution", [ids[slug]]), must("pk", pks)])
            for pk in numbers(self.opened.searchers[kind], having, "pk"):
                found[pk][slug] = labels[slug]
        return found

    def lacking(self, texts: Sequence[str], slugs: Collection[str], published: Span = (None, None)) -> tuple[str, ...]:
        """The words, as typed, that are not in these texts, nor what they are filed under, nor the days they are of."""
        return tuple(
            node.text
            for node in parted(self.tree)[0]
            if isinstance(node, Named | Word | Phrase)
            and not any(Marker(node, self.mode).marks(text) for text in texts)
            and not (isinstance(node, Named) and any(self.is_under(thing, slugs) for thing in node.things))
            and not (isinstance(node, Named) and node.days and _may_be_of(published, *node.days))
        )

    def answers(self, kind: str) -> Answers:
        """What the index says of reports or of claims, as they are now; made once, for what it has counted it knows."""
        assert self.opened is not None, "there is something to look for"
        if kind not in self._answers:
            self._answers[kind] = Answers(self.opened, kind, self._asking, self.tree, self.filter, self.names)
        return self._answers[kind]

    def nearly(self, kind: str = "articles") -> Answers | None:
        """Those that have most of the words, or what is around them; None where nothing of it may be wanting."""
        if self.opened is None or self.mode == Mode.EXACT or not may_be_wanting(self.tree):
            return None
        return Answers(self.opened, kind, self._asking, self.tree, self.filter, self.names, is_nearly=True)

    @cached_property
    def _asking(self) -> Asking:
        return Asking(self.mode, self.names)

    def now(self) -> "Sought":
        """The same of the record as it stands now, for a list that is read page after page. Raises NotCurrent."""
        return replace(self, opened=keeper().current(), alike={}) if self.opened else self

    # --- rows of the database, for lists that are in another order or of another time

    def articles(self, found: ArticleQuerySet, among: Collection[int] | None = None) -> ArticleQuerySet:
        """Those of the reports that have the words, at the time the filter asks for; of these row numbers alone."""
        if not self.is_asking:
            return found.none()
        found = found if among is None else found.filter(pk__in=among)
        if not self.filter.is_of_another_time:
            return found.filter(pk__in=self.answers("articles").pks(among))
        now, earlier = self._then("articles", among)
        worded = texts_then(self.filter).filter(Q(is_current=True, article__in=now) | Q(pk__in=earlier))
        said = self.claims(claims_then(self.filter), among).values("claim__article")
        return found.filter(Q(pk__in=worded.values("article")) | Q(pk__in=said))

    def claims(self, found: ClaimVersions, among: Collection[int] | None = None) -> ClaimVersions:
        """The same for claims, of these reports alone."""
        if not self.is_asking:
            return found.none()
        found = found if among is None else found.filter(claim__article__in=among)
        if not self.filter.is_of_another_time:
            return found.filter(pk__in=self.answers("claims").pks(among))
        now, earlier = self._then("claims", among)
        return found.filter(pk__in=[*now, *earlier])

    @property
    def is_had_by_many(self) -> bool:
        """Whether more rows of another time have the words than one statement should name."""
        return (
            sum(answers.total for kind in ("articles", "claims") for answers in self._answers_then(kind)) > MOST_NAMED
        )

    def _then(self, kind: str, among: Collection[int] | None) -> tuple[list[int], list[int]]:
        """Row numbers of what has the words now, and of earlier texts or versions that have them."""
        now, earlier = (answers.pks(among) for answers in self._answers_then(kind))
        return now, earlier

    def _answers_then(self, kind: str) -> tuple[Answers, Answers]:
        assert self.opened is not None, "there is something to look for"
        asking = replace(self._asking, texts=_EARLIER_TEXTS)
        now, earlier = (
            Answers(self.opened, each, asking, self.tree, Filter(), self.names) for each in (kind, f"earlier_{kind}")
        )
        return now, earlier


def _may_be_of(published: Span, first: date, last: date) -> bool:
    earliest, latest = published
    return latest is not None and (earliest or date.min) <= last and first <= latest


def written(tree: Node) -> str:
    """A tree as it is typed."""
    return _written(tree).removeprefix("(").removesuffix(")") if isinstance(tree, Or) else _written(tree)


def _exchanged(text: str, words: Mapping[str, str]) -> str:
    """A text with other words for some, wherever these stand whole."""
    for word, other in words.items():
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", other.replace("\\", r"\\"), text)
    return text


def _written(tree: Node) -> str:
    match tree:
        case And(nodes):
            return " ".join(map(_written, nodes))
        case Or(nodes):
            return f"({' OR '.join(map(_written, nodes))})"
        case Not(of):
            return f"-({_written(of)})" if isinstance(of, And) else f"-{_written(of)}"
        case Word(text, goes_on):
            return text + "*" * goes_on
        case Phrase(text):
            return f'"{text}"'
        case Field(name, value):
            return f'{name}:"{value}"' if " " in value else f"{name}:{value}"
    raise AssertionError(tree)


def _facets(tree: Node, filter: Filter) -> tuple[Node, Filter]:
    """What is left of a tree, and the filter with the fields that stand in it alone and are facets."""
    rest = []
    for node in tree.all if isinstance(tree, And) else (tree,):
        of = node.of if isinstance(node, Not) else node
        if isinstance(of, Field) and of.name in EXCLUDABLE:
            filter = filter.having(of.name, EXCLUDED * isinstance(node, Not) + of.value)
        else:
            rest.append(node)
    return (rest[0] if len(rest) == 1 else And(tuple(rest))), filter


def _settled(tree: Node, text: str, names: Names) -> Node:
    """The tree with the values of named fields as they are today."""
    match tree:
        case And(nodes):
            return And(tuple(_settled(node, text, names) for node in nodes))
        case Or(nodes):
            return Or(tuple(_settled(node, text, names) for node in nodes))
        case Not(of):
            return Not(_settled(of, text, names))
        case Field(name, value) if name in names.ids:
            slug = slug_of(name, value, names)
            if slug is None:
                reason = say("“{value}” is no {what} that we have reports about or from", value=value, what=say(name))
                raise BadQuery(text, tree.position, reason, _named_alike(tree, names))
            return replace(tree, value=slug)
    return tree


def _named_alike(field: Field, names: Names) -> str:
    """A field with the value that is most like one that names nothing; else its words, to be looked for as they stand."""
    labels = names.labels[field.name]
    called = {fold(each): slug for slug, label in labels.items() for each in (slug, label)}
    near = get_close_matches(fold(field.value), called, 1, 0.6)
    if near:
        return _written(replace(field, value=called[near[0]]))
    return quoted(f"{field.name}:{field.value}")


def _placed(tree: Node, text: str, words: Vocabulary) -> Any:
    """The tree with every `place:` as the place it names."""
    match tree:
        case And(nodes):
            return And(tuple(_placed(node, text, words) for node in nodes))
        case Or(nodes):
            return Or(tuple(_placed(node, text, words) for node in nodes))
        case Not(of):
            return Not(_placed(of, text, words))
        case Field("place" as name, value, position=position):
            things = tuple(thing for thing in words.called(value) if thing.is_place)
            if not things:
                meant = [near for near, found in words.alike(value) if any(thing.is_place for thing in found)]
                suggestion = _written(Field(name, meant[0])) if meant else ""
                raise BadQuery(text, position, say("there is no place “{value}”", value=value), suggestion)
            return Named(Phrase(value, position), things, position)
    return tree


def _has_field(tree: "Node | Named") -> bool:
    match tree:
        case And(nodes) | Or(nodes):
            return any(map(_has_field, nodes))
    return isinstance(tree, Field | Named)


def _words(tree: "Node | Named") -> Iterator[Word]:
    match tree:
        case And(nodes) | Or(nodes):
            for node in nodes:
                yield from _words(node)
        case Word():
            yield tree
