"""Phrases of an English sentence that say who speaks, and by what verb. Pure, and linear in the length of a sentence.

A phrase is a run of words without a verb of its own; the noun at its head tells a person from a body, an outlet or a
document. It stands before its verb ("the source said"), behind it ("said the source"), or after "according to".
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile
from operator import attrgetter
from typing import NamedTuple

from articles.suggestions.bodies_named import BODY
from articles.suggestions.english_nouns import (
    AFTER_HEAD,
    ANONYMITY,
    APPOSITION,
    BODY_NOUN,
    CODE_NAME,
    COMPANY,
    DETERMINERS,
    DOCUMENT,
    FEW,
    FINITE,
    GERUNDS,
    INTRODUCTION,
    MOUTH,
    NAME,
    NO_BEGINNING,
    NORTHERN_MEDIA,
    OBJECTS,
    OFFICE_HOLDER,
    OUTLET,
    OUTLET_NAME,
    PARTNER,
    PERSON,
    PLACE_AFTER_COMMA,
    POST,
    PRONOUNS,
    REPRESENTS,
    STATE,
    THING,
    TITLE,
    UNITED_NATIONS,
)
from articles.suggestions.english_words import (
    ADVERBS,
    AS_TELLING,
    CUE,
    ENDS_OBJECT,
    ENDS_OF_ADVERBS,
    ORDERING,
    OWN_FINDING,
    PASSIVE,
    PUBLIC_ACT,
    VERB,
)
from articles.suggestions.signs import behind

# So many phrases are remembered: most that a report has are "he", "the source" and the like, again and again.
_REMEMBERED = 2_000
# Longer phrases describe something else than a speaker.
_INDEFINITE = ("a", "an", "another")
_OFFICE_WORDS = 4
_MOST_WORDS, _FEW_WORDS, _LONGEST, _LONGEST_ADVERBS = 22, 6, 240, 48
_MOST_CLAUSES = 8
_LONG_IN_MARKS = "▪" * _MOST_CLAUSES
# Where a verb may come before its speaker: behind words in marks, a comma, or at the beginning.
_BEHIND = re.compile(r"[,▪”\"]\s*$|^\s*$|[.?!]\s$")
# "…, said a litre of oil had gone": words that are said, and nobody.
_IS_CLAUSE = re.compile(r"\s(?:is|are|was|were|has|have|had)\b")
_MARKED = re.compile(r"[▪,]\W*$")
_NAME_WITH_ASIDE = re.compile(
    r"(?:[A-Z][\w’'.-]+\s){1,3}[A-Z][\w’'-]+,\s(?:an?|the)\s(?:[\w’'-]+\s){0,4}?"
    r"(?:researcher|professor|analyst|fellow|expert|scholar|director|economist|spokes\w+|owner|manager|trader|specialist|head|president)\b[^,▪”]*"
)
# "China, the North’s only ally, said", "the harbour radio, heard here, reported": only before a verb that a comma parts from it.
_ASIDE_OF_SUBJECT = re.compile(
    r",\s(?:[a-z]{3,}ed\s(?:here|in|by|at|on|with|for|as|from|near|under)\b|(?:[A-Z][\w.-]*\s){0,2}[A-Z][\w.-]*[’']s\s[a-z])[^,▪]{0,120}$"
    r"|,\s[a-z]{3,}ed\shere$"
)
# "told the paper" says whom, not who.
_NEVER_FIRST = re.compile(rf"tells?|asked|quoted|{ORDERING}", re.IGNORECASE)
# "“Where from?” asked the source": words in marks right before it.
_MARKS_END = re.compile(r"[▪”\"]\s$")
# What places and figures do as well: "the province tells how things stand".
_TELLS = re.compile("tells?")
# What an outlet does to hear what it prints.
_ASKS = re.compile("asked|requested")
# Behind these a phrase may have a verb of its own.
_BY = re.compile(r"\s(?:\w+\s)?by\s(?P<who>[^,.;▪]{2,100}?)(?=,?\s(?:that|to|not|on|in|last|how|about|when)\b)")
# "customs data showed", "the GAC figures showed": a body speaks by them.
_COUNTED = re.compile(
    r"\b(?i:websites?|databases?|information|data|figures?|statistics?|numbers?|records?|reports?|surveys?|documents?)\b"
)
_ISSUED_BY = re.compile(
    rf"\b[A-Z]{{2,}}\b|\bU\.N\.|{OUTLET_NAME.pattern}[’']s\s|{BODY.pattern}|\b(?i:ministry|government|customs|office|agency|bureau|council)[’']s\s"
    r"|\b(?i:data|figures|statistics|records)\s(?:from|by|of|on)\s(?:the\s)?[A-Z]"
)
_TOLD_BY = frozenset(
    (
        "told",
        "informed",
        "ordered",
        "instructed",
        "directed",
        "urged",
        "warned",
        "notified",
        "asked",
        "requested",
        "reminded",
        "briefed",
    )
)
_FOR_WHAT = re.compile(r"\s(?:for|over)\s.*")
_BY_WHOM = re.compile(r"\s(?:\w+ly\s|also\s)?by\s")
_DONE_BY = frozenset(
    (
        *("confirmed", "reconfirmed", "reported", "announced", "claimed", "conveyed", "relayed", "revealed"),
        *("disclosed", "described", "acknowledged", "echoed", "recommended"),
        *("accused", "criticised", "criticized", "condemned", "denounced", "rebuked", "praised", "blamed", "cautioned"),
    )
)
# "Dealers briefed about the plan": what was done to them, and nothing they say.
_DONE_TO = frozenset(
    (
        "briefed",
        "informed",
        "notified",
        "asked",
        "instructed",
        "directed",
        "ordered",
        "requested",
        "required",
        "reminded",
    )
)
_HELD_TO_BE = frozenset(("believed", "suspected", "estimated", "alleged", "reported", "judged", "found", "understood"))
# "A state believed to be China", as a description of it.
_WHAT_IT_MAY_BE = re.compile(
    r"\s(?:widely\s)?(?:believed|thought|said|presumed|suspected|alleged|understood|known)\sto\s(?:be|have)\s[^,]*$"
)
_A_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)\w*\b|(?:the\s)?\d"
)
_ABOUT = re.compile(rf"\s(?:about|of|by|on(?!\s(?:{_A_DAY})))\b")
_BY_SOMEBODY = re.compile(
    r"\s(?:\w+ly\s)?by\s(?:(?:the|an?|its|his|her|their|several|some|local|state)\s(?!end\b|beginning\b|middle\b|start\b|time\b|way\b|phone\b|telephone\b)\w"
    rf"|(?!{_A_DAY})[A-Z])"
)
# "He will be asked by friends": nobody has asked yet.
_NOT_YET = re.compile(r"\b(?:will|would|can|could|may|might|must|should|to)\s(?:\w+\s)?be\s(?:\w+ly\s)?$")
# "Several confirmed cases": what is certain, and nobody who says so.
_CERTAIN = frozenset(("confirmed", "alleged", "suspected"))
_OF_THINGS = re.compile(r"\s(?!(?:this|his|its|was|is|has|as|us)\b)[a-z]+s\b")
_RELATIVES = ("who", "which", "whom", "whose")
_RELATIVE = ("who", "which", "that", "whom", "whose", "we")
_WORD = re.compile(r"\S+")
_VERBAL = re.compile(r"\w+ing")
# "the minerals that the North declared, and": what is declared stands before; but "said that", "“…” that he said".
_GOVERNS = re.compile(r"\s?[,.;]|\s(?:and|or)\b|$")
# "Many reports have been issued": what was written, and nobody who reports.
_NOUNS_TOO = frozenset(
    (
        "states",
        "state",
        "reports",
        "report",
        "claims",
        "notes",
        "demands",
        "estimates",
        "alleges",
        "stresses",
        "answers",
        "promises",
    )
)
_COUNTED_BEFORE = re.compile(
    r"\b(?:several|many|some|most|few|more|other|all|\d+|two|three|four|five|six|any|recently|newly)\s$"
)
_NOUN_BEHIND = re.compile(r"\s[a-z]+s(?<!ss)\s(?:of|in|at|from|by|were|are|have|had|on|with|for)\b")
_AS_A_NOUN = re.compile(
    r"\s(?:have|has|had|is|are|was|were|will|would|can|may|of|about|sa(?:id|ys?)|claim(?:ed)?|suggest(?:ed)?|indicated?|show(?:ed)?|emerged)\b"
)
# "The company had ordered 1,200 tons of goods": bought, and not told to do.
_BOUGHT = re.compile(
    r"\s(?:(?:about|some|around|over|nearly|almost|roughly|up\sto|at\sleast|more\sthan|another)\s){0,2}"
    r"(?:[$€¥]?\d[\d,.]*|goods|parts|materials|equipment|supplies|machinery)\s(?![^.,;]{0,60}\sto\s)"
)
# "The ministry has added salt to the list": put there, and nothing said.
_PUT_TO = re.compile(
    r"\s[^.,;:“”▪]{2,60}?\sto\s(?:the|an?|its|their|his|her)\s(?:[\w-]+\s){0,3}?"
    r"(?:lists?|items|menu|stocks?|reserves?|pressure|fleet|routes?|schedule|costs?|burden|load|tensions?|register|agenda|ranks|range|budget|bill|uncertainty)\b"
)
# "The works are a gift of Owen Lea, who promised in May to …"
_WHO_IS_NAMED = re.compile(r"(?<![\w’'.-])(?P<name>(?:[A-Z][\w’'-]+\s){1,3}[A-Z][\w’'-]+),\s$")
_LONGEST_NAMED = 60
_PUTTING = ("put it", "puts it")
_HAS_LEARNED = re.compile(r"[.,;]?\s*$")
_OBJECT_BEFORE = re.compile(r"\b(?:\w{3,}s that|what(?: \w+ and)?)\s$")
# How far before a verb the word before it is looked for.
_BESIDE = 24
# "The committee was quoted as having said" is longer.
_AS_HAVING = 36
_HEARD = re.compile(
    r"(?<!\w)(?P<is>(?:has |have |had )?(?:is|are|was|were|been|keeps?|kept|began|started) "
    r"(?:heard |(?:quoted|cited) as (?:having )?|now |also |already )?)$"
)
_LONGEST_BROUGHT = 70
_BROUGHT_IN = re.compile(r"\b(?:with\s(?P<with>(?!the\saim\b)[^,.;:“”▪]{2,60}?)|from\s(?P<from>[^,.;:“”▪]{2,60}?),)\s$")
_TO_HIM = re.compile(r"\s(?:him|her|them|us|me)\b")
_AND = re.compile(r"\b(?:and|but|then)\s(?:\w+ly\s|also\s)?$")
# "The source said the ministry ordered …": a clause that no "that" leads to.
_SAID = ("said", "says", "say", "added", "claimed", "explained")
# "Salt is dear, says a report".
_SAYS = ("says", "say", "said", "warns", "warned")
_SAID_THAT = tuple(f"{verb} " for verb in _SAID)
_CLAUSE = re.compile(
    r"[,;:—–▪(”\".?!\s](?:(?<=[,;:—–▪(”\"])\s*"
    r"|(?<=[.?!])(?<!\bMr.)(?<!\bMrs.)(?<!\bMs.)(?<!\bDr.)(?<!\bRep.)(?<!\bSen.)(?<!\bGen.)(?<!\bProf.)(?<![A-Z].)\s+"
    rf"|(?:{behind('and', 'but', 'while', 'that', 'which', 'as', 'when', 'because', 'so', 'where', 'than', *_SAID)})"
    rf"|(?i:{behind('since', 'although', 'though', 'after', 'before', 'if', 'while', 'because')})|(?<=\s)-\s?)"
)
_WHICH = re.compile(
    r"(?<=\w),\s(?:an?|the)\s(?:[\w’'-]+\s){0,4}(?:gateway|city|town|hub|port|county|region|area|village|province|capital|district|stronghold)\b.*$"
    r"|,\s(?:an?\s\w+\sof\swhich|which|who|whom|whose|north|south|east|west|next\sto|across|bordering|opposite|facing|adjacent)\b.*$|,\s(?:citing|quoting|reached|contacted|interviewed|asked|pressed|questioned|responding|commenting|referring|replying|reacting)\s.*$|\son\sa\s(?:visit|trip)\b.*$"
)
# When a paper was issued: "a notice issued by the ministry on March 30".
_WHEN = re.compile(
    r"(?<=\w)\s(?:dated|on(?=\s(?:\d|the\s\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d)))\s.*$"
)
_PAPER = re.compile(rf"(?:\w+\s){{1,3}}?{DOCUMENT.pattern}\s(?:issued|dated|released|published|sent|handed)\b")
_HOUSE = re.compile(r"^(?P<name>[A-Z][^,]* of (?:the )?[A-Z][^,]*),\s(?:an?|the|which)\s.*$")
# With these begins neither an introduction nor somebody; they and a space are shorter than `_LONGEST_WORD`.
_NO_NAMES = (
    "Little",
    "Much",
    "Nobody",
    "None",
    "Nothing",
    "Everybody",
    "Everyone",
    "Everything",
    "Neither",
    "Anyone",
    "Anybody",
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Today", "Yesterday"),
)
# "In May and June, a state told …"
_DAY_OR_MONTH = re.compile(
    "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December),"
)
_NOBODYS = NO_BEGINNING - {"and", "but", "as", "in", "on", "last", "yesterday", "it", "there"}
_LONGEST_WORD = 12
# What these, and words about anonymity, cannot be without.
_ON_OTHERS = (",", "visit", "trip")
_ON_ANONYMITY = ("anonym", "not to be", "condition", "no name", "be named", "be identified")
_OF_A_PLACE = re.compile(r"\s(?:in|from|of|at|near|on|based)\s|^an?\s[A-Z]")
# The comma before the place that somebody is in: "a trader in Hyesan, Ryanggang Province".
_BEFORE_PLACE = re.compile(
    r"(?<=\w),(?=\s(?:China|Russia|Japan|Thailand|Mongolia|(?:North|South)\sKorea|Liaoning|Jilin|Heilongjiang)▪?$)"
    r"|(?<=\w),(?=\s(?:in\s)?(?:(?:the\s)?(?:neighbou?ring|nearby|adjacent)\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}"
    r"(?:\s(?:[Pp]rovince|[Cc]ounty|[Cc]ity)|-based|$|,\s(?:in\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}\s[Pp]rovince))"
)
_OUTLET_WHOLE = re.compile(rf"(?:[Tt]he\s)?{OUTLET_NAME.pattern}")
_CALLED = re.compile(
    r"[Tt]he\s(?!(?:Chinese|Russians?|Japanese|Koreans?|Americans?|North|South|UN|EU|US)$)[A-Z][\w’'.-]+"
)
# "Kilju DSC", "KSTA"; but a surname may be printed in capitals, and so may a post.
_NO_LETTERS = (
    r"(?!(?:NK|CEO|CFO|KIM|LEE|PAK|PARK|CHOI|CHOE|JUNG|JONG|KANG|CHO|YOON|YUN|JANG|CHANG|LIM|RIM|HAN|SHIN|SIN|SEO|KWON|HWANG|AHN|SONG"
    r"|JEON|HONG|MOON|MUN|YANG|KOH|PAEK|BAEK|NAM|SIM|ISHIMARU)\b)"
)
_BY_LETTERS = re.compile(rf"(?:[A-Z][\w’'-]+\s){{0,2}}{_NO_LETTERS}[A-Z]{{3,8}}")
_ACRONYM = re.compile(r"[Tt]he\s[A-Z]{2,6}")
# The commas between the places of a list: "in A, B and C".
# "Two travel agencies": unnamed, and no body.
# "An ethnic Chinese North Korean", "another Korean".
_OF_A_PEOPLE = re.compile("(?:Korean|Russian)s?|Chinese|Japanese")
_THE_PEOPLE = re.compile(
    r"[Tt]he\s(?:(?:North|South|ethnic|elderly|young|older|younger)\s)?(?:Korean|Chinese|Russian|Japanese)"
)
_ONE_OF_THEM = frozenset(("a", "an", "another", "one", "two", "three", "several", "some"))
_ANYBODY = frozenset(("a", "an", "another", "one", "some"))
# A name behind these hides nobody: "another lawmaker, Kim Byung-ho".
_KNOWN_BY_NAME = frozenset(
    (
        "lawmaker",
        "legislator",
        "senator",
        "congressman",
        "minister",
        "ambassador",
        "professor",
        "analyst",
        "economist",
        "researcher",
        "expert",
        "scholar",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "fellow",
    )
)
_FIRMS, _SOME = (
    frozenset(("agencies", "companies", "firms", "businesses", "shops")),
    frozenset(("two", "three", "four", "several", "some", "many")),
)
# With these ends nobody: "the committee gathered the managers and".
_JOINING = frozenset(("and", "but", "or", "then"))
# "The Morning Bell, a Japanese daily".
_CALLED_OUTLET = re.compile(
    rf",\s(?:an?|the)\s(?:[\w’'-]+\s){{0,4}}?(?:{OUTLET.pattern})(?=,|$|\s(?:in|of|based|run)\b)"
)
# "The Ruritanian daily Morning Bell"
_OUTLET_BY_KIND = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?)\s)?(?:[\w’'-]+\s){0,3}?(?:daily|newspaper|weekly|magazine|broadcaster|tabloid|website|news\sagency|news\snetwork)"
    r"(?:\s[A-Z][\w’'-]+){1,4}"
)
# "Reps. Anna Marsh and Owen Lea"
_FULL = re.compile(r"(?:(?:Mr|Ms|Mrs|Dr|Drs|Reps?|Sens?|Gen|Gov)s?\.?\s)?(?:[A-Z][\w’'-]+\s){1,3}[A-Z][\w’'-]+")
_SOMEBODYS = frozenset(("the", "a", "an", "another", "one", "two", "three", "several", "some", "many", "other"))
# "Russia’s ambassador, Anton Petrov"
_BY_NAME = re.compile(r",(?:\s[A-Z][\w’'-]+){2,4},?$")
# "the joint venture HarbourCon"
_FIRM_CALLED = re.compile(
    r"(?:[Tt]he\s)?(?:[\w-]+\s){0,3}?(?:joint\sventure|company|firm|operator|agency|group|bank|consortium|charity|watchdog|think\stank)"
    r"(?:\s(?!Daily\b)[A-Z][\w&’'-]*){1,3}"
)
# "According to a source in the town recently".
_CLOSED_LETTERS = re.compile(r"(?:the\s)?[A-Z]{2,}\.")
_LATELY = re.compile(r"\s(?:recently|lately|earlier|separately|again|also|meanwhile)$")
# Of whom everybody knows who that is.
_RULER = re.compile(
    r"[Tt]he\s(?:(?:North|South)\s)?(?:(?:Korean|Chinese|Russian|Japanese|American|US|U\.S\.)\s)?(?:supreme\s|top\s|young\s)?"
    r"(?:leader|president|premier|prime\sminister|dictator)"
)
_INITIAL = re.compile(r"[A-Z]\.")
_REPRESENTING = frozenset(("representative", "delegate"))
_LIVING = frozenset(("living", "residing", "working", "who"))
_BELONGING = frozenset(("from", "at", "with"))
# A sentence that ends within: "One of them left. The company".
_ENDED = re.compile(r"(?:[a-z]{4}|\b[a-z]{2,3})[.?]\s[A-Z]")
_DASH = re.compile(r"\s(?:--|[—–])\s")
_DASHES, _DASHED = ("--", "—", "–"), re.compile(r"\s?(?:--|[—–])(?:(?!--)[^—–.!?“”▪]){2,120}?(?:--|[—–])$")
# "Because of the disease (cholera), the office ordered": what stands in brackets belongs to the words before.
_BEHIND_NOTE = re.compile(r"\([^()]{1,60}\),\s")
_IN_BRACKETS = re.compile(r"\s?\([^()]*\)")
# "According to word received in March from a partner": the partner tells.
_WORD_FROM = re.compile(
    r"\s(?:the\s|an?\s|his\s|her\s|their\s)?(?:[a-z]+\s){0,2}?(?:word|news|information|accounts?|testimon(?:y|ies)|details|reports?|messages?|interviews?"
    r"|conversations?|claims?|descriptions?|stor(?:y|ies))\b[^,.;:“”▪]{0,60}?\s(?:from|by|of|with)\s"
)
_SAME = re.compile(r",\s(?:the|this|each|both)\b")
_LIST = re.compile(r"(?<=\w),(?=\s(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,\s)*(?:[A-Z][\w’'-]+\s){0,2}(?:and|or)\s[A-Z])")


class Who(StrEnum):
    """What a phrase stands for."""

    PRONOUN = "pronoun"
    PERSON = "person"
    MOUTH = "mouth"
    BODY = "body"
    OUTLET = "outlet"
    DOCUMENT = "document"
    NAME = "name"
    SOMEBODY = "somebody"


class Cue(NamedTuple):
    """Who speaks by what verb: text[start:end], phrase and verb together.

    `phrase`: without a comma at its end, "" for whoever spoke before ("adding that"); `at`: where it begins.
    """

    start: int
    end: int
    verb: str
    phrase: str
    at: int
    who: Who | None

    @property
    def is_label(self) -> bool:
        """Whether whoever speaks stands before a colon, without a verb: "A trader in Kilju: …"."""
        return not self.verb

    @property
    def is_own_finding(self) -> bool:
        """Whether the outlet says so of what it found out itself: "Daily X has learned"."""
        return self.who is Who.OUTLET and OWN_FINDING.fullmatch(self.verb) is not None


def cues_in(text: str, begins: Iterable[int]) -> list[Cue]:
    """The cues of a sentence in which words inside marks are blotted out with "▪", in order, none overlapping.

    `begins`: where one of `CUE_BEGINS` stands in the sentence, in order.
    """
    label, signs = _label(text), _signs(text, begins)
    if not signs:
        return [label] if label else []
    found = [label] if label else []
    found += [cue for sign in signs if sign["according"] and (cue := _according(text, sign))]
    if any(sign["citing"] for sign in signs):
        found += _as_saying(text)
    found += [cue for sign in signs if not (sign["according"] or sign["citing"]) and (cue := _cue_at(text, sign))]
    found.sort(key=attrgetter("start"))
    kept: list[Cue] = []
    for cue in found:
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return kept


def _label(text: str) -> Cue | None:
    """The cue of "A trader in Kilju: “…”" and, where words without marks follow, of "Daily X: …"."""
    if heard := _SOUNDBITE.match(text):
        phrase = heard["name"] or heard["who"].strip()
        who = Who.NAME if heard["name"] else kind_of(phrase.lower())  # "Salt Dealer", in the letters of a heading
        return Cue(heard.start(), heard.end("end"), "", phrase, text.index(phrase), who) if who else None
    match = _LABELLED.match(text) if ":" in text[:_LONGEST_LABEL] else None
    who = kind_of(match["who"]) if match else None
    if (
        match is None
        or len(match["who"]) == 1
        or VERB.search(match["who"])
        or who not in (_LABELS_WORDS if match["words"] else _LABELS_MARKS)
    ):
        return None
    return Cue(match.start("who"), match.end("who") + 1, "", match["who"], match.start("who"), who)


def _signs(text: str, begins: Iterable[int]) -> list[re.Match[str]]:
    """The words by which it says that somebody speaks, none overlapping."""
    found: list[re.Match[str]] = []
    read_to = 0
    for begin in begins:
        if begin >= read_to and (sign := CUE.match(text, begin)):
            found.append(sign)
            read_to = sign.end()
    return found


def _according(text: str, match: re.Match[str]) -> Cue | None:
    """The cue of "according to …", if somebody stands behind it."""
    word = _WORD_FROM.match(text, match.end())
    end, phrase = _object_after(text, word.end() if word else match.end())
    who = Who.PRONOUN if phrase.lower() in OBJECTS else kind_of(phrase)
    if word and who is not Who.PERSON:
        end, phrase = _object_after(text, match.end())
        who = kind_of(phrase)
    return Cue(match.start(), end, "according to", phrase, text.find(phrase, match.end()), who) if who else None


def cited(text: str, citing: re.Match[str]) -> Cue | None:
    """The cue of "citing …", if somebody stands behind it."""
    end, phrase = _object_after(text, citing.end())
    who = kind_of(phrase)
    return (
        Cue(citing.start(), end, citing.group().strip(), phrase, text.find(phrase, citing.end()), who) if who else None
    )


_REPORT_OF = re.compile(
    r"an?\s(?:\w+\s)?(?:report|article|story|dispatch|piece|commentary|item)\s(?:\w+\s)?(?:from|by|in|of)\s(?P<who>.{3,60}?)"
    r"(?:\s(?:on|dated|of)\s(?:the\s\d|[A-Z]).*)?"
)


def _as_saying(text: str) -> Iterator[Cue]:
    """The person quoted in "the source cited a driver as saying"; a body quoted so comes below its source."""
    if match := AS_TELLING.search(text):
        source = (match["source"] or "").lstrip("▪, ")
        start = match.end("source") - len(source)
        quoting = kind_of(source)
        if not source:  # "Another lawmaker, Owen Lea, quoted the agency as saying"
            start, source, quoting = _subject_before(text, match.start("verb")) or (match.start("verb"), "", None)
        who = kind_of(match["who"])
        if match["apart"]:
            # "The radio cited a report from the Morning Bell on July 9, stating, “…”": the paper has the words.
            report = _REPORT_OF.fullmatch(match["who"])
            if report and (who := kind_of(report["who"])) is Who.OUTLET:
                yield Cue(
                    start, match.end(), match["cue"], report["who"], match.start("who") + report.start("who"), who
                )
        elif who is Who.BODY:
            yield Cue(start, match.end(), match["cue"], source, start, quoting)
        elif who not in (None, Who.PRONOUN):
            yield Cue(start, match.end(), match["cue"], match["who"].strip(), match.start("who"), who)


def _cue_at(text: str, match: re.Match[str]) -> Cue | None:
    """The cue of a verb, if somebody speaks by it."""
    if match["going_on"]:
        if text.endswith(("worth ", "Worth "), 0, match.start()):
            return None  # "It is worth noting that"
        if beside := _beside(text, match):
            return beside
        heard = _HEARD.search(text, max(0, match.start() - _BESIDE), match.start())
        before = _subject_before(text, heard.start("is")) if heard else None
        at, phrase, who = before or (match.start(), "", None)
        return Cue(at, match.end(), match.group(), phrase, at, who)
    if text.endswith("as having ", 0, match.start()) and (
        heard := _HEARD.search(text, max(0, match.start() - _AS_HAVING), match.start())
    ):
        before = _subject_before(text, heard.start("is"))
        return Cue(before[0], match.end(), match.group(), before[1], before[0], before[2]) if before else None
    if PASSIVE.search(text, max(0, match.start() - _BESIDE), match.start()):
        return _told_by(text, match)
    verb = match.group()
    if (verb in _NOUNS_TOO and _AS_A_NOUN.match(text, match.end())) or _is_participle(text, match):
        return None
    if verb == "states" and text.endswith(("member ", "Member "), 0, match.start()):
        return None
    if verb == "ordered" and _BOUGHT.match(text, match.end()):
        return None
    if _COUNTED_BEFORE.search(text, max(0, match.start() - _BESIDE), match.start()) and _NOUN_BEHIND.match(
        text, match.end()
    ):
        return None  # "several confirmed cases of": what was confirmed
    if verb == "added" and _PUT_TO.match(text, match.end()):
        return None
    if verb == "agreed" and text.startswith(" to ", match.end()):
        return None  # what two sides will do
    if verb == "asked" and text.startswith(" to ", match.end()):
        return None  # "asked to seize a ship": what somebody sought
    if before := _subject_before(text, match.start()):
        at, phrase, who = before
        if _GOVERNS.match(text, match.end()) and _OBJECT_BEFORE.search(text, max(0, at - _BESIDE), at):
            return None
        if who is Who.PRONOUN and phrase == "who":
            if named := _WHO_IS_NAMED.search(text, max(0, at - _LONGEST_NAMED), at):
                return Cue(at, match.end(), verb, named["name"], named.start("name"), Who.NAME)
            return Cue(at, match.end(), verb, "", at, None)
        if verb in _CERTAIN and FEW.fullmatch(phrase.lower()) and _OF_THINGS.match(text, match.end()):
            return None
        if verb in _PUTTING and "▪" not in text:
            return None  # "as people put it", of a word and not of what somebody said
        if who is Who.NAME and _HAS_LEARNED.match(text, match.end()) and OWN_FINDING.fullmatch(verb):
            who = Who.OUTLET  # "…, NK Courier has learned."
        return Cue(at, match.end(), verb, phrase, at, who) if _may_speak(who, phrase, match) else None
    if not match["showing"] and _AND.search(text, max(0, match.start() - _BESIDE), match.start()):
        return Cue(match.start(), match.end(), verb, "", match.start(), None)
    may_come_first = not (_NEVER_FIRST.fullmatch(verb) or PUBLIC_ACT.fullmatch(verb)) or (
        verb == "asked" and _MARKS_END.search(text, 0, match.start())
    )
    if may_come_first and _BEHIND.search(text, max(0, match.start() - 3), match.start()):
        end, phrase = _object_after(text, match.end())
        is_clause = phrase.startswith("that ") or (_IS_CLAUSE.match(text, end) and "," not in text[match.end() : end])
        who = None if is_clause else kind_of(phrase)
        if match["reading"] and who is not Who.DOCUMENT:
            return None
        may_be_document = match["reading"] or verb in _SAYS or _MARKS_END.search(text, 0, match.start())
        is_document = who is Who.DOCUMENT and not may_be_document
        if who is not None and not is_document:
            return Cue(match.start(), end, verb, phrase, text.find(phrase, match.end()), who)
    return None


def _is_participle(text: str, match: re.Match[str]) -> bool:
    """Whether a verb only describes the noun before it: "dealers briefed about it", "the parts reported by the paper"."""
    if match.group() in _DONE_TO and _ABOUT.match(text, match.end()):
        return True
    if match.group() in _HELD_TO_BE and text.startswith((" to be ", " to have "), match.end()):
        return True  # "a state believed to be China"
    return _BY_SOMEBODY.match(text, match.end()) is not None


def _beside(text: str, match: re.Match[str]) -> Cue | None:
    """The cue of "…, with idle carters saying …", "he has calls from relatives, telling him …": those speak."""
    brought = _BROUGHT_IN.search(text, max(0, match.start() - _LONGEST_BROUGHT), match.start())
    if brought is None or (brought["from"] and not _TO_HIM.match(text, match.end())):
        return None
    phrase = brought["with"] or brought["from"]
    at, who = match.start() - len(text[brought.start(brought.lastgroup or 0) : match.start()]), kind_of(phrase)
    return Cue(at, match.end(), match.group(), phrase, at, who) if who in (Who.PERSON, Who.BODY) else None


def _told_by(text: str, match: re.Match[str]) -> Cue | None:
    """The cue of "the source was told by a dealer that …", "was confirmed by a second source": those speak."""
    if _NOT_YET.search(text, max(0, match.start() - _BESIDE), match.start()):
        return None
    if match.group() in _DONE_BY and (by := _BY_WHOM.match(text, match.end())):
        end, phrase = _object_after(text, by.end())
        who = kind_of(phrase)
        if who is None:  # "criticised by the United States for doing little"
            phrase = _FOR_WHAT.sub("", phrase)
            who, end = kind_of(phrase), by.end() + len(phrase)
        return Cue(match.start(), end, match.group(), phrase, text.find(phrase, by.end()), who) if who else None
    by = _BY.match(text, match.end()) if match.group() in _TOLD_BY else None
    if by is None:
        return None
    phrase = by["who"]
    who = kind_of(phrase)
    return Cue(by.start("who"), by.end(), match.group(), phrase, by.start("who"), who) if who else None


def _may_speak(who: Who, phrase: str, match: re.Match[str]) -> bool:
    """Whether such a one does what the verb says: bodies show, outlets find, sources and outlets learn."""
    if who is Who.OUTLET and _ASKS.fullmatch(match.group()):
        return False
    if match["reading"]:
        return who is Who.DOCUMENT or phrase == "it"
    if match["showing"] and who is Who.OUTLET:
        return _COUNTED.search(phrase) is not None  # "Daily X’s survey shows"
    if who is Who.SOMEBODY and match.group().startswith("rais"):
        return False  # "The reopening raised hopes among traders"
    if PUBLIC_ACT.fullmatch(match.group()):
        return who in (Who.BODY, Who.MOUTH)
    if OWN_FINDING.fullmatch(match.group()):
        # "A report released in May found that", "the panel found that".
        is_finding = match.group() == "found" and (
            who is Who.DOCUMENT or (who is Who.BODY and match.string.startswith(" that ", match.end()))
        )
        return who is Who.OUTLET or is_finding or (who is Who.PERSON and match.group().startswith("learn"))
    if match.group().startswith("rais") and who in (Who.SOMEBODY, Who.DOCUMENT):
        return False  # "the ban raised fears"
    if _TELLS.fullmatch(match.group()):
        return who not in (Who.BODY, Who.DOCUMENT)
    if match["showing"] and who is Who.DOCUMENT:
        return _COUNTED.search(phrase) is not None and _ISSUED_BY.search(phrase) is not None
    if match["showing"] and who is Who.PERSON:
        return match.group().startswith("indicate")  # "sources indicate that"
    return not match["showing"] or (who is Who.BODY and not STATE.fullmatch(phrase))


def leading(text: str) -> Cue | None:
    """The phrase a sentence begins with, as far as it can be one: whose "and stressed" and "saying" follow."""
    start = len((INTRODUCTION.match(text) or [""])[0])
    best: tuple[str, Who, int] | None = None
    before = ""
    for word in list(_WORD.finditer(text[start : start + _LONGEST]))[: _MOST_WORDS // 2]:
        phrase = text[start : start + word.end()].strip(" ,")
        who = kind_of(phrase)
        if (who is Who.NAME and " " not in phrase) or _THE_PEOPLE.fullmatch(phrase):
            who = None if _describes(text, start + word.end()) else who  # "Illegal drugs", "The Chinese office"
        is_person_after_all = best is not None and best[1] is not Who.PERSON and who is Who.PERSON
        if best and not (is_person_after_all or _goes_on(before, word.group())):
            break
        if who and who is not Who.SOMEBODY and phrase.lower() not in DETERMINERS:
            best = _as_printed(phrase), who, start + word.end()
        before = word.group()
    body = BODY.match(text, start)
    if (
        best
        and best[1] in (Who.OUTLET, Who.BODY, Who.NAME)
        and body
        and body.end() > best[2]
        and kind_of(body.group()) is Who.BODY
    ):
        best = body.group(), Who.BODY, body.end()  # "The Kilju party committee", and not "The Kilju"
    return Cue(start, best[2], "", best[0], start, best[1]) if best else None


def _describes(text: str, end: int) -> bool:
    """Whether the word before text[end] describes the one behind it, and is no name: "Illegal drugs", "Even after"."""
    following = _SMALL_WORD.match(text, end)
    if following is None:
        return False
    word = following["word"]
    return not (
        word in FINITE
        or word in _BEHIND_NAME
        or word.endswith(("ed", "ly"))
        or CUE.match(text, following.start("word"))
    )


_SMALL_WORD = re.compile(r"\s(?P<word>[a-z]+)")
_BEHIND_NAME = frozenset(("and", "who", "in", "from", "of", "at", "then", "recently"))


def _goes_on(before: str, word: str) -> bool:
    """Whether a word can belong to the phrase before it: "source | in", "in | Hyesan", "in | the", "the | northern"."""
    if before.endswith(",") or word.lower() in FINITE:
        return False
    if word in AFTER_HEAD or word[:1].isupper():
        return True
    return before in AFTER_HEAD or before.lower() in DETERMINERS


def _subject_before(text: str, end: int) -> tuple[int, str, Who] | None:
    """Where the phrase begins that ends right before a verb, the phrase, and what it stands for."""
    begin = max(0, end - _LONGEST)
    left = text[begin:end].rstrip()
    if left.endswith(ENDS_OF_ADVERBS):
        left = left[:-_LONGEST_ADVERBS] + ADVERBS.sub("", left[-_LONGEST_ADVERBS:])
    if left.endswith(_DASHES) and (aside := _DASHED.search(left)):
        left = left[: aside.start()]  # "The waitresses -- young women from the North -- said"
    is_apart = left.endswith(",")
    if left.endswith((" who", ",who", " which")) and not re.search(r",\s(?:who|which)$", left):
        return None
    tried = -1
    for clause in _clauses(left, is_whole=begin == 0):
        first = left[clause : clause + _LONGEST_WORD].partition(" ")[0]
        if first.lower() in _NOBODYS or _DAY_OR_MONTH.fullmatch(first):
            continue
        introduction = INTRODUCTION.match(left, clause)
        start = introduction.end() if introduction else clause
        if start == tried:
            continue
        tried = start
        phrase = left[start:].strip(" ,")
        if _BEHIND_NOTE.match(phrase):
            continue
        if _LONG_IN_MARKS in phrase.lstrip('▪”" '):
            continue  # "The lamps suggest “work is going on,” a researcher told us": two clauses
        if (
            phrase.startswith("(")
            or _is_nobody(phrase)
            or (phrase.startswith("that ") and left.endswith(_SAID_THAT, 0, start))
        ):
            continue
        # Before a verb an aside is one only if a comma closes it: "some residents, the source said".
        bare = without_asides(left[start:] if is_apart else f"{phrase}▪").strip("▪")
        # A comma before the verb closes an aside, or is a slip behind words in marks: "“…,” a source in China, said".
        if is_apart and "," in bare and _is_aside(phrase):
            phrase = bare = phrase.partition(",")[0]
            is_apart = False
        if is_apart and (aside := _ASIDE_OF_SUBJECT.search(phrase)) and "," not in phrase[: aside.start()]:
            phrase = bare = phrase[: aside.start()]
            is_apart = False
        if not is_apart and "," in bare and _NAME_WITH_ASIDE.fullmatch(phrase) and _MARKED.search(left, 0, start):
            # The comma that should close the aside is missing: "“…,” Ines Marrow, a researcher at the fund told us".
            return begin + start, phrase, Who.NAME
        if not phrase or (is_apart and len(bare) == len(phrase) and not _MARKED.search(left, 0, start)):
            continue
        who = kind_of(phrase, bare)
        is_whole = is_apart and len(bare) == len(phrase)
        if who is Who.PERSON or (who is not None and (not is_whole or (who is Who.DOCUMENT and BODY.search(phrase)))):
            return begin + start, _as_printed(phrase), who
    return None


def _clauses(left: str, *, is_whole: bool) -> list[int]:
    """Where the last clauses before a verb begin, and the sentence, if `left` is the whole of it before the verb.

    What stands before long words in marks is no part of a phrase behind them.
    """
    marked = left.rfind(_LONG_IN_MARKS)
    last = [match.end() for match in _CLAUSE.finditer(left, marked + len(_LONG_IN_MARKS) - 1 if marked >= 0 else 0)]
    return [0, *last[-_MOST_CLAUSES:]] if is_whole else last[-_MOST_CLAUSES:]


def _is_aside(phrase: str) -> bool:
    """Whether a person stands before the only comma, and no other words that may be somebody or a verb behind it."""
    before, _, behind_comma = phrase.partition(",")
    is_one = before.partition(" ")[0].lower() in _SOMEBODYS and kind_of(before) is Who.PERSON
    return is_one and "," not in behind_comma and kind_of(behind_comma.strip()) is None and not VERB.search(phrase)


@lru_cache(maxsize=_REMEMBERED)
def _is_nobody(phrase: str) -> bool:
    """Whether its first words tell, before any aside is looked for, that a phrase is nobody's."""
    if "(" in phrase or phrase.lower() in PRONOUNS:
        return False
    if (". " in phrase or "? " in phrase) and _ENDED.search(phrase):
        return True
    if _DASH.search(phrase):
        return True
    words = _WHAT_IT_MAY_BE.sub("", phrase.partition(",")[0]).split()
    return not words or _begins_nobody(words[0]) or words[0] in _RELATIVES or _has_verb(words)


def _begins_nobody(word: str) -> bool:
    """Whether a word begins something else than somebody: "in", "because", "following"."""
    small = word.lower()
    return small in NO_BEGINNING or (
        small not in GERUNDS and small.endswith("ing") and _VERBAL.fullmatch(small) is not None
    )


def _has_verb(words: list[str]) -> bool:
    """Whether words have a verb of their own before a relative clause."""
    if words[-1:] == ["there"]:  # "a resident there"
        words = words[:-1]
    first = words[0] if words else ""
    if first not in _RELATIVE and first != "May" and first.lower() in FINITE:
        return True
    # Inside a phrase a capital makes a name of it: "Han So Ri".
    if FINITE.isdisjoint(words):
        return False
    return not FINITE.isdisjoint(takewhile(lambda word: word not in _RELATIVE, words))


def _object_after(text: str, start: int) -> tuple[int, str]:
    """Where the phrase ends that begins behind a verb, and the phrase."""
    while start < len(text) and text[start] in " ,\n":
        start += 1
    limit = min(len(text), start + _LONGEST)
    match = ENDS_OBJECT.search(text, start, limit)
    end = match.start() if match else limit
    at = text.find(",", start, end)
    while at >= 0:
        place, aside = PLACE_AFTER_COMMA.match(text, at, limit), APPOSITION.match(text, at, end)
        if place and (_OF_A_PLACE.search(text[start:at]) or text.startswith(", in ", at)):
            at = text.find(",", max(at + 1, place.end()), end)
        elif aside and not _SAME.match(text, at) and not VERB.search(aside.group()):
            at = text.find(",", aside.end(), end)
            if at >= 0:
                break
        else:
            break
    if at >= 0:
        end = at
    phrase = _LATELY.sub("", text[start:end].strip(" ,"))
    if _CLOSED_LETTERS.fullmatch(phrase):
        phrase = phrase[:-1]  # the stop is the sentence's own: "according to the NIS."
    return end, _as_printed(phrase[:1] if _INITIAL.fullmatch(phrase) else phrase)


@lru_cache(maxsize=_REMEMBERED)
def _as_printed(phrase: str) -> str:
    """A phrase without the words about anonymity, and a name without what is told of the house it belongs to."""
    if any(words in phrase for words in _ON_ANONYMITY):
        phrase = ANONYMITY.sub("", phrase)
    if _PAPER.match(phrase):
        phrase = _WHEN.sub("", phrase)
    if not any(words in phrase for words in _ON_OTHERS):
        return phrase.strip(" ,▪")
    phrase = _WHICH.sub("", phrase).strip(" ,▪")
    house = _HOUSE.match(phrase)
    return house["name"] + phrase[house.end() :] if house else phrase


@lru_cache(maxsize=_REMEMBERED)
def without_asides(phrase: str) -> str:
    """A phrase without what is put in between commas or brackets, and without the province behind a town."""
    bare = _IN_BRACKETS.sub("", phrase) if "(" in phrase else phrase
    if " to " in bare:
        bare = _WHAT_IT_MAY_BE.sub("", bare)
    if "," not in bare:
        return bare.strip()
    bare = _LIST.sub("", APPOSITION.sub("", bare))
    return _BEFORE_PLACE.sub("", bare.strip(" ,"))


@lru_cache(maxsize=_REMEMBERED)
def kind_of(phrase: str, bare: str | None = None) -> Who | None:
    """What a phrase stands for, or None if it can be nobody who speaks. `bare`: the phrase without asides."""
    bare = without_asides(phrase) if bare is None else bare
    words = bare.split()
    if bare.lower() in PRONOUNS:
        return Who.PRONOUN
    if (
        not words
        or (words[-1] in _JOINING and BODY.match(bare))
        or len(words) > _MOST_WORDS
        or "," in bare
        or _begins_nobody(words[0])
        or _has_verb(words)
    ):
        return None
    head, after = head_of(words)
    who = _kind(bare, head, words, after)
    if (
        who in (None, Who.NAME, Who.SOMEBODY)
        and "," in phrase
        and bare[:1].isupper()
        and _CALLED_OUTLET.match(phrase, len(bare))
    ):
        return Who.OUTLET
    is_somebody = words[0].lower() in _ANYBODY and words[-1].lower() not in _KNOWN_BY_NAME
    if who is Who.PERSON and "," in phrase and not is_somebody and _BY_NAME.search(phrase, len(bare)):
        return Who.NAME
    # "its successor, the Monitoring Team": named behind a comma.
    return Who.BODY if who is Who.SOMEBODY and BODY.search(phrase, len(bare)) else who


_LABELLED = re.compile(r"[-–—•*\s]*(?P<who>[A-Z][^.,;:?!“”\"▪\n]{0,70}?):\s+(?:▪|[“\"]▪|(?P<words>(?:\S+\s+){2}))")
_LONGEST_LABEL = 80
# A broadcaster's "[Soundbite] (Trader in Kilju (Voice modified)) : “…”" and "[Soundbite] Owen Lea (Analyst) : “…”".
_SOUNDBITE = re.compile(
    r"\s*\[(?i:sound\s?bite|interview|sync|sot)\]\s*(?:\((?P<who>[^()“”▪]{2,70})(?:\([^()“”▪]{2,40}\)\s?)?\)"
    r"|(?P<name>[A-Z][^()“”▪:]{2,40}?)\s?\([^()“”▪]{2,70}\))\s?(?P<end>:)\s?(?=▪|[“\"]▪)"
)
_LABELS_MARKS = (Who.PERSON, Who.MOUTH, Who.NAME, Who.OUTLET, Who.BODY)
_LABELS_WORDS = (Who.PERSON, Who.OUTLET)


class _Noun(NamedTuple):
    """What a noun in small letters can be the head of."""

    is_post: bool
    is_person: bool
    is_mouth: bool
    is_outlet: bool
    is_document: bool
    is_body: bool
    is_thing: bool


# "a paper published by the Coast Institute": no newspaper.
_PAPERS = frozenset(("paper", "papers", "bulletin", "newsletter", "journal"))
_PUT_OUT_BY = re.compile(r"\s(?:(?:published|issued|released|written|put\sout)\sby|by)\s")
_SITE, _OWNS = re.compile("(?:web)?sites?|databases?"), re.compile(r"[’']s?\s")
_TRADING_NOUN = re.compile(
    "compan|firm|house|bureau|office|agenc|unit|corporation|partner|executive|organi|branch|department|network|group|enterprise"
)
_NOUNS = (POST, PERSON, MOUTH, OUTLET, DOCUMENT, BODY_NOUN, THING)
_BEHIND_PARTICIPLE = frozenset(("about", "at", "by", "for", "from", "in", "on", "to", "with"))


@lru_cache(maxsize=20_000)
def _noun(small: str) -> _Noun:
    return _Noun(*(pattern.fullmatch(small) is not None for pattern in _NOUNS))


def _kind(bare: str, head: str, words: list[str], after: int) -> Who | None:
    small = head.lower()
    noun = _noun(small)
    if small == "guard" and BODY.search(bare):
        return Who.BODY
    if noun.is_post and words[0].lower() == "the" and BODY.search(bare):
        return Who.MOUTH
    if small.startswith("spokes") and (BODY.search(bare) or STATE.match(bare)):
        return Who.MOUTH
    if _OF_A_PEOPLE.fullmatch(head) and (
        words[0].lower() in _ONE_OF_THEM or words[0] == "ethnic" or _THE_PEOPLE.fullmatch(bare)
    ):
        return Who.PERSON
    if small in _REPRESENTING and REPRESENTS.fullmatch(bare):
        return Who.MOUTH
    if _in_office(words) and OFFICE_HOLDER.fullmatch(bare):
        return Who.NAME
    if small.startswith("spokes"):
        return Who.MOUTH
    if noun.is_person and (small == head or head == words[0]):
        return Who.PERSON if not _is_stray(small, words) else None
    if noun.is_mouth:
        return Who.MOUTH
    if small in _FIRMS and words[0].lower() in _SOME:
        return Who.PERSON
    if NORTHERN_MEDIA.search(bare):
        return Who.BODY
    if small in _PAPERS and (by := _PUT_OUT_BY.search(bare)) and BODY.match(bare, by.end()):
        return Who.DOCUMENT
    if _SITE.fullmatch(small) and (UNITED_NATIONS.search(bare) or BODY.search(_OWNS.sub(" ", bare))):
        return Who.DOCUMENT
    if _OUTLET_BY_KIND.fullmatch(bare):
        return Who.OUTLET
    if OUTLET_NAME.search(" ".join(words[: len(words) - after])) or _OUTLET_WHOLE.match(bare) or noun.is_outlet:
        return Who.BODY if noun.is_outlet and BODY.fullmatch(bare) else Who.OUTLET
    if noun.is_document:
        return Who.DOCUMENT
    if (
        noun.is_body
        or (small.isdigit() and BODY.fullmatch(bare))
        or all(STATE.fullmatch(part) for part in bare.split(" and "))
    ):
        return Who.BODY
    if COMPANY.fullmatch(bare) or _FIRM_CALLED.fullmatch(bare):
        return Who.BODY
    if CODE_NAME.fullmatch(
        bare if not (after and "artner" in bare and PARTNER.search(bare)) else " ".join(words[: len(words) - after])
    ):
        return Who.PERSON
    if _BY_LETTERS.fullmatch(bare):
        return Who.BODY
    if bare not in _NO_NAMES and bare.lower() not in DETERMINERS and NAME.fullmatch(TITLE.sub("", bare)):
        return Who.NAME
    if after and words[len(words) - after] in _LIVING and NAME.fullmatch(" ".join(words[: len(words) - after])):
        return Who.NAME  # "Kim Young-ok living in Hyesan"
    if (
        len(words) - after > 1
        and after
        and words[len(words) - after] in _BELONGING
        and NAME.fullmatch(" ".join(words[: len(words) - after]))
    ):
        return Who.NAME  # "Han Tae Mun from the Harbour Fund"
    if _RULER.fullmatch(bare) or (" and " in bare and all(map(_FULL.fullmatch, bare.split(" and ")))):
        return Who.NAME
    if _ACRONYM.fullmatch(bare):
        return Who.BODY
    if _CALLED.fullmatch(bare):
        return Who.OUTLET
    most = len(words) - after if words[0].lower() in _INDEFINITE else len(words)
    is_somebody = words[0].lower() in DETERMINERS and len(words) > 1 and most <= _FEW_WORDS
    return Who.SOMEBODY if is_somebody and head.isalpha() and head.islower() and not noun.is_thing else None


def _in_office(words: list[str]) -> bool:
    """Whether words may name an office and who holds it."""
    return len(words) > _OFFICE_WORDS and words[0][:1].isupper() and words[0] != "The" and words[-2][:1].isupper()


def _is_stray(noun: str, words: list[str]) -> bool:
    """ "Many of them", "most of the goods": a number of things as often as of people."""
    return bool(FEW.fullmatch(noun)) and len(words) > 3


def _is_article(words: list[str], place: int) -> bool:
    """Whether a word leads to a noun; "A" within a phrase is a code name: "partner A in Hyesan"."""
    return words[place].lower() in DETERMINERS and (place == 0 or words[place] != "A")


def _is_compound(words: list[str], place: int) -> bool:
    """Whether "trading" belongs to the noun behind it: "a trading company"."""
    return words[place] == "trading" and place + 1 < len(words) and bool(_TRADING_NOUN.match(words[place + 1]))


def _describes_noun(words: list[str], place: int) -> bool:
    """Whether a participle says more of the noun before it: "a panel monitoring the ban", "dealers hired by the port"."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else ""
    if word.endswith("ing"):
        goes_on = following.lower() in DETERMINERS or following[:1].isupper()
    else:
        goes_on = word.endswith("ed") and following in _BEHIND_PARTICIPLE
    return goes_on and any(_noun(words[place - 1].lower())[:-1])


def head_of(words: list[str]) -> tuple[str, int]:
    """The noun a phrase is about, the last word before "in", "of", "who"…, and how many words follow it."""
    end = len(words)
    for place in range(1, len(words)):
        if words[place].strip(",") in AFTER_HEAD and not (_is_article(words, place - 1) or _is_compound(words, place)):
            end = place
            break
        if _describes_noun(words, place):
            end = place
            break
    return words[end - 1].strip("[],"), len(words) - end
