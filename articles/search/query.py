"""The language of the search box: a text becomes a tree, or an error that says where and why. Pure: no Django.

    rice "trading companies" -covid (yuan OR dollar) smuggl* province:ryanggang after:2021

Words next to each other must all be there, with or without AND; OR takes either side; a minus or NOT excludes; a star lets
a word go on; words in quotation marks stand next to each other. A field narrows as the facet of the same name does.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property

from articles.facets import EXCLUDED, LANGUAGES, SPEECH, BadParameter
from articles.search.days import date_meant, days_of
from articles.search.tree import NOTHING, And, Field, Node, Not, Or, Phrase, Word, is_acronym, leaves, wanted
from provinces.tongue import say

LONGEST_QUERY = 200
MOST_TERMS = 12
DEEPEST = 12

NAMED_FIELDS = ("province", "topic", "outlet", "institution")
DATE_FIELDS = ("after", "before", "event")
FIELDS = (*NAMED_FIELDS, "place", "language", "speech", "is", *DATE_FIELDS)
_CHOICES = {"language": tuple(LANGUAGES), "speech": tuple(SPEECH), "is": ("due",)}
_ALSO = {"english": "en", "korean": "ko", "한국어": "ko", "영어": "en"}

# So common that as words of their own they say nothing; within a phrase they count.
TOO_COMMON = frozenset(
    re.findall(
        r"\w+",
        "a about across after against also among an and any are around as at be because been before between"
        " but by can could despite did do does doing done during for from get gets got had has have he her his"
        " how i if in into is it its many me much my near not of on or our over per she should since so some"
        " than that the their them then there these they this through to under until upon via was we were what"
        " when where which while who whom whose why will with within without would you"
        " 누가 누구 무엇 무슨 뭐 어디 어디서 어떤 어떻게 언제 얼마 얼마나 왜 및 또는 그리고 대한 대해 관한 관련"
        " 위한 있는 하는 주는 받는 되는 가는 오는 나오는",
    )
)
# Between words, in capitals.
OPERATORS = ("OR", "AND", "NOT")
_QUOTES = str.maketrans("“”„«»＂（）：－｜", '""""""():-|')
# What no eye sees comes along where a word is copied; no report keeps it.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_TOKEN = re.compile(
    r"""\s+
    | (?P<open>\() | (?P<close>\))
    | (?P<minus>-(?=[^\s\-)]))
    | (?P<field>[^\W\d_]+):(?=[^\s)]) (?P<value>"[^"]*"|[^\s"()]*)
    | (?P<phrase>"[^"]*")
    | (?P<quote>")
    | (?P<word>[^\s"()]+)""",
    re.VERBOSE,
)
_LETTERS = re.compile(r"[^\W_]")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


class BadQuery(BadParameter):
    """A query that cannot be read. `position`: of the character where, from 1; `suggestion`: what may be meant, or ""."""

    def __init__(self, text: str, position: int, reason: str, suggestion: str = "") -> None:
        said = say("cannot be read at character {position}: {reason}", position=position, reason=reason)
        if suggestion:
            said = say("{said}; perhaps {suggestion} is meant", said=said, suggestion=suggestion)
        super().__init__("q", text, said)
        self.position, self.suggestion = position, suggestion


@dataclass(frozen=True)
class Query:
    """What was typed, as a tree. `passed_over`: what cannot be looked for: "the", and lonely punctuation."""

    text: str
    tree: Node
    passed_over: tuple[str, ...] = ()

    @property
    def wanted(self) -> tuple[str, ...]:
        """The words and phrases that are looked for, as typed."""
        return tuple(wanted(self.tree))


def read_query(text: str) -> Query:
    """The query that a text says. Raises BadQuery with the position of what cannot be read."""
    if len(text) > LONGEST_QUERY:
        raise BadQuery(
            text,
            LONGEST_QUERY + 1,
            say(
                "it is {number} characters long; at most {most} are searched for", number=len(text), most=LONGEST_QUERY
            ),
        )
    for place, letter in enumerate(text, 1):
        if unicodedata.category(letter) in ("Cc", "Cs", "Cn", "Co") and not letter.isspace():
            raise BadQuery(text, place, say("it holds a sign that no text can hold"))
    reading = _Reading(text)
    tree = reading.either(0)
    if reading.at < len(reading.tokens):
        raise BadQuery(text, reading.position, say("this bracket was never opened"))
    count = sum(_weight(node) for node in leaves(tree))
    if count > MOST_TERMS:
        raise BadQuery(
            text,
            1,
            say("it has {number} words and fields; at most {most} are searched for", number=count, most=MOST_TERMS),
        )
    return Query(text, tree, tuple(reading.passed_over))


def _weight(leaf: Word | Phrase | Field) -> int:
    return len(leaf.text.split()) if isinstance(leaf, Phrase) else 1


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    position: int
    value: str = ""


class _Reading:
    """Reads tokens one after another; every method leaves `at` behind what it read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(self._tokens())
        self.at = 0
        self.passed_over: list[str] = []

    def _tokens(self) -> Iterator[_Token]:
        # One letter for one letter, so that positions are those of what was typed.
        plain = self.text.translate(_QUOTES)
        for found in _TOKEN.finditer(plain):
            kind, position = found.lastgroup, found.start() + 1
            if kind == "quote":
                raise BadQuery(self.text, position, say("this quotation mark is never closed"))
            if kind == "value":
                yield _Token("field", found["field"], position, found["value"])
            elif kind is not None:
                yield _Token(kind, found[0], position)

    @property
    def position(self) -> int:
        """Where the next token stands, from 1; behind the text when there is none."""
        return self.tokens[self.at].position if self.at < len(self.tokens) else len(self.text) + 1

    def _next_is(self, *kinds: str) -> bool:
        return self.at < len(self.tokens) and self._kind() in kinds

    def _kind(self) -> str:
        token = self.tokens[self.at]
        return "or" if token.kind == "word" and token.text in ("OR", "|") else token.kind

    def _excludes(self, token: _Token) -> bool:
        """Whether what follows is excluded; NOT with nothing behind it is a word."""
        is_not = token.kind == "word" and token.text == "NOT"
        return token.kind == "minus" or (is_not and self.at < len(self.tokens) and not self._next_is("or", "close"))

    def either(self, depth: int) -> Node:
        """Alternatives."""
        if depth > DEEPEST:
            raise BadQuery(self.text, self.position, say("brackets stand more than {most} deep", most=DEEPEST))
        if self._next_is("or"):
            raise BadQuery(self.text, self.position, say("OR has nothing before it"), say("“or” in quotation marks"))
        found = [self._together(depth)]
        while self._next_is("or"):
            position = self.position
            self.at += 1
            if not self.at < len(self.tokens) or self._next_is("or", "close"):
                raise BadQuery(self.text, position, say("OR has nothing after it"), say("“or” in quotation marks"))
            found.append(self._together(depth))
        return _one_or(Or, [node for node in found if node != NOTHING])

    def _together(self, depth: int) -> Node:
        found: list[Node] = []
        while self.at < len(self.tokens) and not self._next_is("or", "close"):
            node = self._one(depth)
            if node is not None and node != NOTHING:
                found += node.all if isinstance(node, And) else [node]
        return _one_or(And, found)

    def _one(self, depth: int) -> Node | None:
        token = self.tokens[self.at]
        self.at += 1
        if self._excludes(token):
            if depth > DEEPEST:
                raise BadQuery(self.text, token.position, say("brackets stand more than {most} deep", most=DEEPEST))
            node = self._one(depth + 1) if self.at < len(self.tokens) else None
            if node is None or node == NOTHING:
                return None
            return node.of if isinstance(node, Not) else Not(node)
        if token.kind == "open":
            return self._bracket(token, depth)
        if token.kind == "field":
            return self._field(token)
        return self._words(token)

    def _bracket(self, token: _Token, depth: int) -> Node:
        if self._next_is("close"):
            self.at += 1
            return NOTHING
        inner = self.either(depth + 1)
        if not self._next_is("close"):
            raise BadQuery(self.text, token.position, say("this bracket is never closed"))
        self.at += 1
        return inner

    def _words(self, token: _Token) -> Node | None:
        text = _tidy(token.text)
        if not _LETTERS.search(text):
            self.passed_over += [text] if text else []
            return None
        if token.kind == "phrase":
            return Phrase(text, token.position, is_quoted=True)
        goes_on = text.endswith("*")
        text = text.rstrip("*")
        if text.lower() in TOO_COMMON and not goes_on and not self._is_acronym(text):
            self.passed_over.append(text)
            return None
        return Word(text, goes_on, token.position)

    def _is_acronym(self, text: str) -> bool:
        """Whether a small word is written as the name of something: IT, WHO; not where all is written in capitals.

        Only by the words that stay in the box: without its fields and small words the text says the same.
        """
        return text not in OPERATORS and is_acronym(text) and self._has_small_letters

    @cached_property
    def _has_small_letters(self) -> bool:
        said = (token.text for token in self.tokens if token.kind in ("word", "phrase"))
        return any(letter.islower() for text in said if text.lower() not in TOO_COMMON for letter in text)

    def _field(self, token: _Token) -> Field | Not:
        name = token.text.lower()
        value = _tidy(token.value)
        if name not in FIELDS:
            near = get_close_matches(name, FIELDS, 1, 0.6)
            raise BadQuery(
                self.text,
                token.position,
                say(
                    "there is no field “{name}:”; the fields are {fields}",
                    name=token.text,
                    fields=", ".join(f"{each}:" for each in FIELDS),
                ),
                f"{near[0]}:" if near else quoted(f"{token.text}:{value}"),
            )
        after = token.position + len(token.text) + 1
        # province:-rason, as the parameter has it.
        is_excluded = value.startswith(EXCLUDED) and name not in DATE_FIELDS
        value = value.removeprefix(EXCLUDED).strip() if is_excluded else value
        if not _LETTERS.search(value) or (is_excluded and value.startswith(EXCLUDED)):
            raise BadQuery(self.text, after, say("{name}: names nothing", name=name))
        found = self._valued(name, value, token.position, after)
        return Not(found) if is_excluded else found

    def _valued(self, name: str, value: str, position: int, after: int) -> Field:
        """A field that there is, with its value, which stands at `after`."""
        if name in DATE_FIELDS:
            return Field(name, value, self._days(name, value, after), position)
        if name in _CHOICES:
            value = _ALSO.get(value.lower(), value.lower())
            if value not in _CHOICES[name]:
                near = get_close_matches(value, _CHOICES[name], 1, 0.5)
                only = _CHOICES[name] if len(_CHOICES[name]) == 1 else near
                raise BadQuery(
                    self.text,
                    after,
                    say("{name}: is one of {all}", name=name, all=", ".join(_CHOICES[name])),
                    f"{name}:{only[0]}" if only else quoted(f"{name}:{value}"),
                )
        return Field(name, value, None, position)

    def _days(self, name: str, value: str, position: int) -> tuple[date, date]:
        found = _DATE.fullmatch(unicodedata.normalize("NFKC", value))
        try:
            if not found:
                raise ValueError
            return days_of(found[1], found[2], found[3])
        except ValueError:
            meant = date_meant(value)
            raise BadQuery(
                self.text,
                position,
                say(
                    "“{value}” is no date; write a year, a month or a day, as in {name}:2021, {name}:2021-05 or {name}:2021-05-31",
                    value=value,
                    name=name,
                ),
                f"{name}:{meant}" if meant else "",
            ) from None


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.translate(_UNSEEN).strip('"').split()))


def quoted(words: str) -> str:
    """What to suggest where words look like a field and are none."""
    return say("“{words}” in quotation marks", words=words)


def _one_or(kind: type[And] | type[Or], nodes: list[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else kind(tuple(nodes)) if nodes else NOTHING
