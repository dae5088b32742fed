"""Bodies an English report names: party committees, ministries, bureaus, companies; the fullest name of each."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from articles.remembered import within_a_reading
from articles.suggestions.english.bodies import BODY, body_spans
from articles.suggestions.english.governments import alike, whose_government
from articles.suggestions.english.nouns import KINDS_OF_HOUSES, NAMED_HOUSE, STATE
from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

_PART_OF = frozenset(("branch", "unit", "brigade", "division", "arm", "cell", "station", "secretariat"))
_OWNER_BEHIND = lazy(r"^(?P<part>[^,]*?\w)\sof\s(?:the\s)?(?P<owner>[A-Z].*)$")
_SHORT = lazy(r"\s\((?:the\s)?(?P<letters>[A-Z]{3,8}|UN|EU)\)")
# What a name printed elsewhere in full is shortened to without brackets: "KSTA", "the UN".
_LETTERS = lazy(r"[A-Z](?<![\w.-].)(?:[A-Z]{2,7}|(?<=U)[NSK]|(?<=E)U|\.(?:[A-Z]\.){1,3})(?![\w-])")
_RUN = lazy(r"[A-Z][\w’'-]*(?:\s(?:(?:of|for|and|the)\s){0,2}[A-Z][\w’'-]*){1,9}")
_SMALL = frozenset(("of", "for", "and", "the"))
# "Salt Friends, a charity for the coast": a body by what is said of it.
_IS_A_BODY = lazy(
    r",\s(?:an?|the)\s(?:[\w’'.-]+\s){0,5}?(?:organi[sz]ation|group|think[\s-]tank|agency|institute|institution|company|firm|charity"
    r"|watchdog|consultancy|association|coalition|alliance|foundation|NGO|non-?profit|federation)(?=[,.]|\s(?:for|of|in|based|that|which"
    r"|working|monitoring|run|with|dedicated|focused|focusing|founded|specializing|specialising|tracking|studying|under|at|on)\b)"
)
_NAMED_BEFORE = lazy(r"[A-Z][\w&’'-]*(?:\s(?:and\s)?[A-Z][\w&’'-]*){0,5}$")
# A name, and not only a kind of body.
PROPER_NAME = lazy(r"[A-Z][\w’'-]*\s(?:(?:of|for|and|on|the)\s){0,2}[A-Z]")
# "The ministry’s data", "the people’s committee’s data": the last owner of a phrase.
OWNS = lazy(r"[’']s?\s(?!.*[’']s?\s)")
_CAPITALISED, _LONGEST_NAMED = lazy(r"\b[A-Z][\w’'&-]*"), 120

_ARTICLE = lazy(
    # "the Seoul-based human rights group Salt Watch"
    r"^(?:(?i:the|an?|its|that|their|our|my|your|his|her)\s)?(?:(?:[A-Z][\w.]*\s)?[A-Z][\w.]*-based\s)?"
)
# "Human rights group Salt Watch", "food regulator Salt Watch"
_KIND_BEFORE = lazy(rf"^(?:(?:South\s)?[A-Z][a-z]+[’']s\s)?(?:[A-Z]?[a-z’'-]+\s){{0,4}}{KINDS_OF_HOUSES}\s(?=[A-Z])")
_NAMED_HOUSE = lazy(NAMED_HOUSE)
# An editor's words, which are no part of a name: "The Herders’ Council [of the Workers’ Party]".
_BRACKETS = lazy(r"\s?\[[^\[\]]*\]")
_LETTERS_BEHIND = lazy(r"\s\([A-Z]{2,8}\)$")
_OWNS_AT_END = lazy(r"[’']s$")
_OWNER = lazy(r"[’']s\b")
# Whose a body is, before a name that needs no owner: "North Korea’s Ministry of Railways". Of other states it is part of it.
_OF_STATE = lazy(
    r"^(?:the\s)?(?:North\sKorean\s(?=[A-Z])(?!(?:Embassy|Consulate|Mission|Government|Navy|Army)\b)|(?:(?:North)(?:\sKorea)?|South|Pyongyang|DPRK|(?:city|county|province|country|state|town|party(?!['’]s\s[A-Z]\w+\s\d))(?=[’']s\s[A-Z]))[’']s?\s(?=[A-Z]|\w+\s\w+))"
)
_BY_NO_NOUN = frozenset(("customs", "prosecutors", "police"))
_BEHIND_NOUN = lazy(r"\s(?:of|for|in|at|on)\s.*$|\s\d+$|\s\([^()]*\)$")
_WORD = lazy(r"\w+")
_HALVES = ("North Korea", "South Korea")
_PANEL = lazy(r"\b[Pp]anel\b")
_INTELLIGENCE = lazy(r"\bIntelligence (?:Service|Agency)\b")


@dataclass(frozen=True)
class Bodies:
    """The bodies of one report, as printed, in order."""

    names: tuple[str, ...]
    shortened: tuple[tuple[str, str], ...] = ()
    """What the report shortens names to, each with its name: ("KSTA", "Korea Salt Trade Association")."""
    halves: tuple[str, ...] = ()
    """Which of the two Koreas the report prints in full."""
    places: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Where each name begins, in order."""
    spans: tuple[tuple[int, int], ...] = ()
    """Where bodies are named, in order."""

    @classmethod
    def in_english(cls, body: str, words: Vocabulary | None = None) -> "Bodies":
        names: defaultdict[str, list[int]] = defaultdict(list)
        spans = tuple(body_spans(body, words))
        for start, end in spans:
            names[" ".join(body[start:end].split())].append(start)
        shortened = {**_called(body), **_spelt_out(body), **dict(_shortened(body))}
        halves = tuple(half for half in _HALVES if half in body)
        return cls(tuple(names), tuple(shortened.items()), halves, names, spans)

    def in_phrase(self, phrase: str) -> str:
        """The longest name of a body in a phrase: of "numbers put out by the customs office", "the customs office"."""
        if "[" in phrase and (outside := self.in_phrase(_BRACKETS.sub("", phrase))):
            return outside
        if house := _house(phrase):
            return house
        return max((phrase[start:end].strip() for start, end in body_spans(phrase)), key=len, default="")

    def fullest(self, printed: str, at: int | None = None) -> str:
        """The longest name in the report that these words can be short for; the words themselves if there is none.

        Without its article. Of several names the one printed last before `at`.
        """
        if printed not in self._fullest and (government := whose_government(printed, self.names)):
            self._fullest[printed] = _bare_name(government)
        if printed not in self._fullest and (half := f"{_ARTICLE.sub('', printed)} Korea") in self.halves:
            self._fullest[printed] = half  # "the North"
        if printed not in self._fullest:
            longest = max(self._longer(printed), key=lambda pair: len(pair[1]), default=(printed, None))[0]
            self._fullest[printed] = _bare_name(longest)  # of several the first
        nearest = self._nearest(printed, at) if at is not None and self._longer(printed) else ""
        return nearest or self._fullest[printed]

    def _nearest(self, printed: str, at: int) -> str:
        """The name, printed last before `at`, that these words are short for, as far as that is printed in full; or ""."""
        name = ""
        while printed:
            starts, names = self._printed(printed)
            before = bisect_left(starts, at)
            printed = self._first[_words(names[before - 1])] if before else ""
            name = printed or name
        return _bare_name(name)

    def _printed(self, printed: str) -> tuple[list[int], list[str]]:
        """Where names are printed that have all of these words and more, in order, and the names."""
        if printed not in self._places_of:
            words = _words(printed)
            longer = {name for name, full in self._longer(printed) if words < full}
            pairs = sorted((start, name) for name in longer for start in self.places.get(name, ()))
            self._places_of[printed] = [start for start, _ in pairs], [name for _, name in pairs]
        return self._places_of[printed]

    def _longer(self, printed: str) -> list[tuple[str, frozenset[str]]]:
        """The names that hold all of these words, each with its own."""
        if printed not in self._names_of:
            self._names_of[printed] = list(self._holding(printed))
        return self._names_of[printed]

    def _holding(self, printed: str) -> Iterator[tuple[str, frozenset[str]]]:
        words = frozenset() if STATE.fullmatch(printed) else _words(printed)  # "Beijing" is not its ministry
        # A name that holds all of the words holds the one that the fewest names have.
        with_rarest = min((self._by_word.get(word, []) for word in words), key=len, default=[])
        yield from (
            (name, full)
            for name, full in with_rarest
            if words <= full
            and (_PART_OF.isdisjoint(full - words) or any(map(str.isdigit, full)))
            and not _is_owner(words, name)
            and _may_be_short(words, name)
        )

    @cached_property
    def panel(self) -> str:
        """The first panel of experts that is named, or ""."""
        return next((name for name in self.names if _PANEL.search(name)), "")

    @cached_property
    def spies(self) -> str:
        """The one intelligence service that is named, or ""."""
        named = {self.fullest(name) for name in self.names if _INTELLIGENCE.search(name)}
        return named.pop() if len(named) == 1 else ""

    def is_short_for(self, printed: str, full: str) -> bool:
        """Whether the words of one name are all in another."""
        return _words(printed) < _words(full)

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """The names that hold a word, each with all of its words."""
        index: defaultdict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for name in self.names:
            words = _words(name)
            for word in words:
                index[word].append((name, words))
        return index

    @cached_property
    def _first(self) -> dict[frozenset[str], str]:
        """The first name of several of the same words."""
        return {_words(name): name for name in reversed(self.names)}

    @cached_property
    def _fullest(self) -> dict[str, str]:
        """What was asked before."""
        return {}

    @cached_property
    def _names_of(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """The names that hold the words of what was asked before."""
        return {}

    @cached_property
    def _places_of(self) -> dict[str, tuple[list[int], list[str]]]:
        """The same of what may be printed in full in several ways."""
        return {}


def _shortened(body: str) -> Iterator[tuple[str, str]]:
    """Names with their first letters in brackets behind them: "Korea Salt Trade Association (KSTA)"."""
    for short in _SHORT.finditer(body):
        named = list(_CAPITALISED.finditer(body, max(0, short.start() - _LONGEST_NAMED), short.start()))
        words = named[-len(short["letters"]) :]
        if "".join(word.group()[0] for word in words) == short["letters"]:
            yield short["letters"], " ".join(body[words[0].start() : short.start()].split())
        elif called := _body_before(body, short.start()):
            yield short["letters"], called  # whatever its first letters are


def _body_before(body: str, end: int) -> str:
    """The name of a body that ends there, without its article; or ""."""
    ending = (match for match in BODY.finditer(body, max(0, end - _LONGEST_NAMED), end) if match.end() == end)
    name = next((" ".join(match.group().split()) for match in ending), "")
    return _bare_name(name) if PROPER_NAME.search(name) else ""


def _spelt_out(body: str) -> dict[str, str]:
    """What stands for a name by its first letters, each with the name: "KSTA", "Korea Salt Trade Association"."""
    letters: dict[str, list[str]] = {}
    for printed in {match.group() for match in _LETTERS.finditer(body)}:
        letters.setdefault(printed.replace(".", ""), []).append(printed)
    named: dict[str, str] = {}
    for run in _RUN.finditer(body) if letters else ():
        words = run.group().split()
        for first, word in enumerate(words[:-1]):
            short = "".join(each[0] for each in words[first:] if each not in _SMALL)
            if word not in _SMALL:
                named |= dict.fromkeys(letters.pop(short, ()), " ".join(words[first:]))
    return named


def _called(body: str) -> dict[str, str]:
    """The names of which it is said that they are a body's, each with itself."""
    befores = (
        _NAMED_BEFORE.search(body, max(0, match.start() - _LONGEST_NAMED), match.start())
        for match in _IS_A_BODY.finditer(body)
    )
    return {before.group(): before.group() for before in befores if before}


def _house(phrase: str) -> str:
    """The name behind what kind of house it is, "Salt Watch" of "the rights group Salt Watch"; or ""."""
    bare = _ARTICLE.sub("", phrase)
    kind = _KIND_BEFORE.match(bare)
    return bare[kind.end() :] if kind and _NAMED_HOUSE.fullmatch(bare, kind.end()) else ""


def _bare_name(name: str) -> str:
    """A name without article, owner, and what is said of it before or behind it."""
    bare = _ARTICLE.sub("", _OWNS_AT_END.sub("", _LETTERS_BEHIND.sub("", name)))
    return _KIND_BEFORE.sub("", _OF_STATE.sub("", bare))


@within_a_reading
def _is_owner(words: frozenset[str], name: str) -> bool:
    """Whether they name only whose branch or bureau it is: the ministry of "the county bureau of the Salt Ministry"."""
    of = _OWNER_BEHIND.match(name)
    return of is not None and words <= _words(of["owner"]) and BODY.match(of["owner"]) is not None


def _may_be_short(words: frozenset[str], name: str) -> bool:
    """Whether a name may be called so: "the port" is not its authority, for nobody calls a body without its noun or number."""
    nouns = _words(_BEHIND_NOUN.sub("", _OWNS_AT_END.sub("", name)).rpartition(" ")[2])
    return (
        words == _words(name)
        or bool(nouns & words)
        or not _BY_NO_NOUN.isdisjoint(words)
        or any(any(map(str.isdigit, word)) for word in words)
    )


@within_a_reading
def _words(name: str) -> frozenset[str]:
    bare = _OWNER.sub("", alike(name))
    return frozenset(_WORD.findall(bare)) - {"the", "a", "an", "of", "its", "that", "officials"}
