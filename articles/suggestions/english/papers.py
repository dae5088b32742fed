"""Which body put out a paper that an English report tells of, wherever that is printed. Pure, and linear in the text.

"The proclamation states …" speaks for the ministry that the report says, before it or behind, has issued it.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from articles.suggestions.english.bodies import BODY_PATTERN
from articles.suggestions.english.bodies_named import OWNS, PROPER_NAME, Bodies
from articles.suggestions.english.kinds import Who, kind_of, without_asides
from articles.suggestions.english.nouns import DOCUMENT, OUTLET_NAME, STATE, UNITED_NATIONS
from articles.suggestions.signs import one_of
from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

# What is handed down, and what is put together.
_ORDERS = (
    "placard|poster|banner|leaflet|flyer|handbill|pamphlet|letter|memo|ordinance|proclamation|decree|directive|circular|notice|order|instruction"
    "|regulation|guideline|edict"
)
_STUDIES = "report|study|survey|paper|analysis|assessment|probe|investigation|inquiry"
_NUMBERS = "data|figure|statistic|number"
PAPER = one_of(f"{_ORDERS}|{_STUDIES}|{_NUMBERS}")
_PUT_OUT = (
    r"(?:issued|handed\sdown|sent\s(?:down|out)|passed\sdown|released|published|put\sout|circulated|distributed|written|drafted|drawn\sup"
    r"|prepared|compiled|produced|authored|conducted|carried\sout|signed|posted|stamped|sealed|approved|countersigned|endorsed|ratified|adopted|authori[sz]ed|put\sup)"
)
# What no list knows before a noun for bodies: "the felt bureau".
_SMALL = r"(?:(?:(?:the|an?|its)\s)?(?:[a-z][\w’'-]*\s){1,2}?)?"
# "The “proclamation” was handed down in May by the Salt Ministry", "a report by the Salt Fund".
_BY = lazy(
    r"s?[”\"’]?,?(?:\s(?!by\b|under\b|that\b|said\b|says\b|who\b)[\w’'-]+,?){0,7}?"
    rf"\s(?:by|(?:under|in)\sthe\snames?\sof|on\sbehalf\sof)\s(?P<body>{_SMALL}{BODY_PATTERN})|s?\s(?:from|of)\s(?P<from>{BODY_PATTERN})"
)
# "The Salt Ministry handed down a new “proclamation”".
_GAVE = lazy(
    rf"(?P<body>{BODY_PATTERN})[\])]?\s(?:(?:has|had|have|also|\w+ly)\s){{0,3}}{_PUT_OUT}\s(?:an?|the|its|their|two|new)\s(?:[\w’'-]+\s){{0,4}}?[“\"‘]?$"
)
# "The Salt Ministry said in a new study"
_SAID_IN = lazy(
    rf"(?P<body>{BODY_PATTERN})[\])]?\s(?:(?:has|had|have|also|\w+ly)\s){{0,3}}[a-z]+(?:\son\s\w+day)?\s(?:in|with|through)\s(?:an?|the|its|their|this)\s(?:[\w’'-]+\s){{0,3}}?$"
)
# What hangs on a wall or is handed round, by whatever noun it is taken up.
_LAST = lazy(rf"\b(?:{_ORDERS})s?[”\"’']?,?\s(?:[a-z]+\s){{0,2}}?{_PUT_OUT}\sby\s(?P<body>{_SMALL}{BODY_PATTERN})")
_FAR, _BACK, _FURTHER_BACK = 160, 120, 500
# So many of its places are looked at.
_MOST = 40
# What says no more than what kind of paper it is.
_SOME_PAPER = lazy(rf"(?:(?:the|this|that|an?)\s)?(?:[a-z-]+\s){{0,2}}(?P<paper>{PAPER})s?", re.IGNORECASE)
# Whom a paper was meant for: "documents sent to the committee", "the report to the Salt Council by its experts".
_SENT_TO = lazy(r"\s(?:sent|submitted|addressed|given|handed|presented|provided|delivered|shown)\s(?:\w+\s)?to\s")
_TO_A_BODY = lazy(rf"\b(?P<paper>(?:report|survey|study|letter|statement|submission)s?)\sto\s{BODY_PATTERN}")
_PAPER_OF_A_STATE = lazy(
    rf"(?:(?:[Tt]he|[Aa]n?)\s)?(?:(?:new|internal|secret|confidential|classified)\s)?(?P<state>U\.S\.|US|U\.N\.|UN)\s(?:\w+\s)?{DOCUMENT.pattern}"
)
# Whose numbers they are, by a name that is no known kind of body: "data from the Harbour State Control", "data on Harbour Eikon".
_NUMBERS_OF = lazy(
    r"\b(?:data|figures|statistics|numbers|records)\s(?:\w+\s)?(?:from|by|of|on)\s(?:the\s)?(?P<body>[A-Z][\w&’'-]+(?:\s(?:of\s|and\s)?[A-Z][\w&’'-]+)*)$"
)
# Who made it: "data compiled by the government's shipping agency".
_MADE_BY = lazy(r"\w+ed\sby\s(?P<body>.+)$")
_WHEN_MADE = lazy(
    r"\s(?:(?:in|on)\s(?:early\s|mid-|late\s)?(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[a-z]*\b)"
    r"|(?:earlier\s|late\s|early\s)?(?:last|this)\s(?:week|month|year|spring|summer|autumn|fall|winter)\b).*$"
)


def without_addressee(phrase: str) -> str:
    """A phrase for a paper without the body that it was written to."""
    return _TO_A_BODY.sub(r"\g<paper>", phrase)


class Papers:
    """The papers of one report. `shortened`: what it shortens names to, each with its name."""

    def __init__(self, body: str, words: Vocabulary, bodies: Bodies, shortened: Mapping[str, str]) -> None:
        self._body, self._words, self._bodies, self._shortened = body, words, bodies, shortened
        self._known: dict[str, str] = {}  # what was asked before

    def maker(self, phrase: str) -> str:
        """The body by which a paper was "compiled" or "released", as printed, or ""."""
        made = _MADE_BY.search(phrase)
        return _WHEN_MADE.sub("", made["body"]) if made and kind_of(made["body"]) is Who.BODY else ""

    def sender(self, phrase: str) -> str:
        """The state that sent a paper to somebody, or ""."""
        to_whom = _SENT_TO.search(phrase)
        return self._state(phrase[: to_whom.start()]) if to_whom else ""

    def owner(self, phrase: str) -> str:
        """The body of "the ministry’s data", or one that the phrase has by its first letters; or ""."""
        owner = self._bodies.in_phrase(OWNS.sub(" ", phrase))
        return owner or next((name for word in phrase.split() if (name := self._shortened.get(word))), "")

    def named_in(self, phrase: str) -> str:
        """A body of no known kind whose numbers they are, or the state, or the United Nations; or ""."""
        named = _NUMBERS_OF.search(without_asides(phrase))
        if named and not (OUTLET_NAME.search(phrase) or STATE.fullmatch(named["body"])):
            return named["body"]
        united = UNITED_NATIONS.search(phrase)
        if united and (panel := self.issuer_elsewhere(phrase.rpartition(" ")[2])):
            return panel  # "a UN report", which its panel wrote
        return self._state(phrase) or (self._shortened.get(united.group(), united.group()) if united else "")

    def issuer_elsewhere(self, phrase: str, at: int = 0) -> str:
        """The one body of which the report says, before or behind, that it put out such a paper; or "".

        If it says so of none, the body whose paper of another noun was told of last before `at`.
        """
        paper = _SOME_PAPER.fullmatch(phrase)
        if paper is None:
            return ""
        noun = paper["paper"].lower()
        if noun not in self._known:
            names = {self._bodies.fullest(name) for name in self._issuers(noun)}
            proper = {name for name in names if PROPER_NAME.match(name)} or names
            self._known[noun] = proper.pop() if len(proper) == 1 else ""
        return self._known[noun] or (self._last_issuer(at) if noun in _ORDERS else "")

    def _last_issuer(self, at: int) -> str:
        """The body whose paper was told of last, not long before `at`; or ""."""
        last = list(_LAST.finditer(self._body, max(0, at - _FURTHER_BACK), at))
        return self._bodies.fullest(" ".join(last[-1]["body"].split())) if last else ""

    def _issuers(self, noun: str) -> Iterator[str]:
        """The bodies, as printed, that are said to have put out what is called so."""
        for place in islice((*self._words.places_of(noun), *self._words.places_of(f"{noun}s")), _MOST):
            line = self._body.rfind("\n", 0, place) + 1
            by = _BY.match(self._body, place + len(noun), place + _FAR)
            begin = max(line, place - _BACK)
            if gave := by or _GAVE.search(self._body, begin, place) or _SAID_IN.search(self._body, begin, place):
                yield " ".join((gave["body"] or gave["from"]).split())

    def _state(self, phrase: str) -> str:
        """The state whose paper it is: of "U.S. documents", the United States; or ""."""
        paper = _PAPER_OF_A_STATE.fullmatch(phrase)
        return self._shortened.get(paper["state"], paper["state"]) if paper else ""
