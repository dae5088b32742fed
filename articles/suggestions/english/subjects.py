"""The phrase before an English verb whose subject it is, and the one behind it. Pure, and linear in the length of a sentence."""

import re
from typing import NamedTuple

from articles.remembered import within_a_reading
from articles.suggestions.english.bodies import BODY
from articles.suggestions.english.kinds import (
    LONGEST,
    LONGEST_ADVERBS,
    MOST_WORDS,
    THE_PEOPLE,
    WHAT_IT_MAY_BE,
    Who,
    begins_nobody,
    has_verb,
    kind_of,
    without_asides,
)
from articles.suggestions.english.nouns import (
    AFTER_HEAD,
    ANONYMITY,
    APPOSITION,
    DETERMINERS,
    DOCUMENT,
    FINITE,
    INTRODUCTION,
    NO_BEGINNING,
    NORTHERN_MEDIA,
    OFFICER,
    OUTLET_NAME,
    PLACE_AFTER_COMMA,
    PRONOUNS,
)
from articles.suggestions.english.words import ADVERBS, CUE, ENDS_OBJECT, ENDS_OF_ADVERBS, OWN_FINDING, SAYING, VERB
from articles.suggestions.signs import behind
from provinces.patterns import lazy

_MOST_CLAUSES = 8
_LONG_IN_MARKS = "▪" * _MOST_CLAUSES
_MARKED = lazy(r"[▪,]\W*$")
_NAME_WITH_ASIDE = lazy(
    r"(?:[A-Z][\w’'.-]+\s){1,3}[A-Z][\w’'-]+,\s(?:an?|the)\s(?:[\w’'-]+\s){0,4}?"
    r"(?:researcher|professor|analyst|fellow|expert|scholar|director|economist|spokes\w+|owner|manager|trader|specialist|head|president)\b[^,▪”]*"
)
# "China, the North’s only ally, said", "the harbour radio, heard here, reported": only before a verb that a comma parts from it.
_ASIDE_OF_SUBJECT = lazy(
    r",\s(?:(?:[a-z]{3,}ed|written|made|brought|sent|put\s(?:out|up)|read\sout|given|drawn\sup|hung|shown|seen|kept|held|sworn|set\sup|taken)\s(?:here|in|by|at|on|with|for|as|from|near|under)\b|(?:[A-Z][\w.-]*\s){0,2}[A-Z][\w.-]*[’']s\s[a-z])[^,▪]{0,120}$"
    r"|,\s[a-z]{3,}ed\shere$"
)
# "The office, the source said, argued": who told of it stands within.
_SAID_WITHIN = lazy(
    r",\s(?:he|she|(?:the|an?|one|another)\s(?:[\w’'-]+\s){1,5}?)\s?(?:said|says|added|explained|told\s[^,]{2,30})$"
)
_RELATIVES = ("who", "which", "whom", "whose")
_WORD = lazy(r"\S+")
# "The source said the ministry ordered …": a clause that no "that" leads to.
_SAID = ("said", "says", "say", "added", "claimed", "explained")
_BY_SAYING = ("was how", "was all", *_SAID)
_SAID_THAT = tuple(f"{verb} " for verb in _SAID)
# Before a space these lead to a clause, and behind no other two letters does one begin.
_LEADS = ("and", "but", "while", "that", "which", "as", "when", "because", "so", "where", "than", "what", *_BY_SAYING)
_LEADS_TOO = ("since", "although", "though", "after", "before", "if", "while", "because")
_LAST, _LAST_BUT_ONE = ("".join(sorted({word[place] for word in (*_LEADS, *_LEADS_TOO)})) for place in (-1, -2))
_CLAUSE = lazy(
    rf"[,;:—–▪(”\".?!\s](?:(?<!\s)|(?<=[{_LAST_BUT_ONE}{_LAST_BUT_ONE.upper()}][{_LAST}{_LAST.upper()}]\s)|(?=-))"
    r"(?!(?<=\d,)\d)(?<!“[A-Z]”)(?:(?<=[,;:—–▪(”\"])\s*"
    r"|(?<=[.?!])(?<!\bMr.)(?<!\bMrs.)(?<!\bMs.)(?<!\bDr.)(?<!\bRep.)(?<!\bSen.)(?<!\bGen.)(?<!\bProf.)(?<![A-Z].)\s+"
    rf"|(?:{behind(*_LEADS)})|(?i:{behind(*_LEADS_TOO)})|(?<=\s)-\s?)"
)
_WHICH = lazy(
    r"(?<=\w),\s(?:an?|the)\s(?:(?!(?:of|from|in|at|near|on)\b)[\w’'-]+\s){0,4}(?:gateway|city|town|hub|port|county|region|area|village|province|capital|district|stronghold)\b.*$"
    r"|,\s(?:an?\s\w+\sof\swhich|which|who|whom|whose|north|south|east|west|next\sto|across|bordering|opposite|facing|adjacent)\b.*$|,\s(?:citing|quoting|reached|contacted|interviewed|asked|pressed|questioned|responding|commenting|referring|replying|reacting)\s.*$|\son\sa\s(?:visit|trip)\b.*$"
)
# When a paper was issued: "a notice issued by the ministry on March 30".
_WHEN = lazy(
    r"(?<=\w)\s(?:dated|on(?=\s(?:\d|the\s\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d)))\s.*$"
)
_PAPER = lazy(rf"(?:\w+\s){{1,3}}?{DOCUMENT.pattern}\s(?:issued|dated|released|published|sent|handed)\b")
_HOUSE = lazy(r"^(?P<name>[A-Z][^,]* of (?:the )?[A-Z][^,]*),\s(?:an?|the|which)\s.*$")
_TELLS_THAT = lazy(rf"(?:(?!(?:who|which|that)\b)[\w’'.-]+\s){{1,8}}?(?:{SAYING})\s(?:on\s)?(?:\w+\s){{0,2}}that\s")
# "In May and June, a state told …"
_DAY_OR_MONTH = lazy(
    "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December),"
)
_NOBODYS = NO_BEGINNING - {"and", "but", "as", "in", "on", "last", "yesterday", "it", "there"}
_LONGEST_WORD, _LONGEST_WHO = 12, 40
# What these, and words about anonymity, cannot be without.
_ON_OTHERS = (",", "visit", "trip")
_ON_ANONYMITY = ("anonym", "privacy", "not to be", "condition", "no name", "be named", "be identified")
_OF_A_PLACE = lazy(r"\s(?:in|from|of|at|near|on|based)\s|^an?\s[A-Z]")
_SOMEBODYS = frozenset(("the", "a", "an", "another", "one", "two", "three", "several", "some", "many", "other"))
# "According to a source in the town recently".
_CLOSED_LETTERS = lazy(r"(?:the\s)?[A-Z]{2,}\.")
_LATELY = lazy(r"\s(?:recently|lately|earlier|separately|again|also|meanwhile)$")
# "Said a source in the town to Daily X"
_TO_OUTLET = lazy(rf"\sto\s(?:the\s)?{OUTLET_NAME.pattern}.*$")
_INITIAL = lazy(r"[A-Z]\.")
# A sentence that ends within: "One of them left. The company".
_ENDED = lazy(r"(?:[a-z]{4}|\b[a-z]{2,3})[.?]\s[A-Z]")
_DASH = lazy(r"\s(?:--|[—–])\s")
_ASIDE = lazy(r",\s(?:who|which)$")
_DASHES, _DASHED = ("--", "—", "–"), lazy(r"\s?(?:--|[—–])(?:(?!--)[^—–.!?“”▪]){2,120}?(?:--|[—–])$")
# "Because of the disease (cholera), the office ordered": what stands in brackets belongs to the words before.
_BEHIND_NOTE = lazy(r"\([^()]{1,60}\),\s")
# "…, said Owen Lea, the ship": a sentence goes on; "…, the head of the port" tells who that is.
_SAME = lazy(rf",\s(?!the\s(?:[\w’'-]+\s){{0,3}}?{OFFICER}\s(?:of|at|for)\b)(?:the|this|each|both)\b")


# "According to the source, an order from the bureau says …": no aside, but whoever does what follows.
_IS_SUBJECT = lazy(r"\s(?:is|are|was|were|has|have|had|said|says|told)\b")
_ACCORDING = frozenset(("according to", "based on", "going by", "judging by", "judging from"))


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
    def is_according(self) -> bool:
        """Whether no verb says that somebody speaks: "according to the trader", "based on his account"."""
        return self.verb in _ACCORDING

    @property
    def is_own_finding(self) -> bool:
        """Whether the outlet says so of what it found out itself: "Daily X has learned"."""
        return self.who is Who.OUTLET and OWN_FINDING.fullmatch(self.verb) is not None


def leading(text: str) -> Cue | None:
    """The phrase a sentence begins with, as far as it can be one: whose "and stressed" and "saying" follow."""
    start = len((INTRODUCTION.match(text) or [""])[0])
    best: tuple[str, Who, int] | None = None
    before = ""
    for word in list(_WORD.finditer(text[start : start + LONGEST]))[: MOST_WORDS // 2]:
        phrase = text[start : start + word.end()].strip(" ,")
        who = kind_of(phrase)
        if (who is Who.NAME and " " not in phrase) or THE_PEOPLE.fullmatch(phrase):
            who = None if _describes(text, start + word.end()) else who  # "Illegal drugs", "The Chinese office"
        is_person_after_all = best is not None and best[1] is not Who.PERSON and who is Who.PERSON
        if best and not (is_person_after_all or _goes_on(before, word.group())):
            break
        if who and who not in (Who.SOMEBODY, Who.EVENT) and phrase.lower() not in DETERMINERS:
            best = _as_printed(phrase), who, start + word.end()
        before = word.group()
    if media := NORTHERN_MEDIA.match(text, start):
        return Cue(start, media.end(), "", media.group(), start, Who.BODY)
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


_SMALL_WORD = lazy(r"\s(?P<word>[a-z]+)")
_BEHIND_NAME = frozenset(("and", "who", "in", "from", "of", "at", "then", "recently"))


def _goes_on(before: str, word: str) -> bool:
    """Whether a word can belong to the phrase before it: "source | in", "in | Hyesan", "in | the", "the | northern"."""
    if before.endswith(",") or word.lower() in FINITE:
        return False
    if word in AFTER_HEAD or word[:1].isupper():
        return True
    return before in AFTER_HEAD or before.lower() in DETERMINERS


def subject_before(text: str, end: int) -> tuple[int, str, Who] | None:
    """Where the phrase begins that ends right before a verb, the phrase, and what it stands for."""
    begin = max(0, end - LONGEST)
    left = text[begin:end].rstrip()
    if left.endswith(ENDS_OF_ADVERBS):
        bare = left[:-LONGEST_ADVERBS] + ADVERBS.sub("", left[-LONGEST_ADVERBS:])
        # "An official, speaking by phone, however said": the comma closes the aside as well.
        left = f"{bare}," if left.startswith(",", len(bare)) and "," in bare else bare
    if left.endswith(_DASHES) and (aside := _DASHED.search(left)):
        left = left[: aside.start()]  # "The waitresses -- young women from the North -- said"
    is_apart = left.endswith(",")
    if left.endswith((" who", ",who", " which")) and not _ASIDE.search(left):
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
        if " that " in phrase and _TELLS_THAT.match(phrase):
            continue  # "The Bell reported that a panel said": the panel said it
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
        if is_apart and "," in bare and (who := _apposed(phrase)):
            return begin + start, phrase, who
        if not phrase or (is_apart and len(bare) == len(phrase) and not _MARKED.search(left, 0, start)):
            continue
        who = kind_of(phrase, bare)
        is_whole = is_apart and len(bare) == len(phrase)
        if who is Who.PERSON or (who is not None and (not is_whole or (who is Who.DOCUMENT and BODY.search(phrase)))):
            is_dated = who is Who.DOCUMENT and "," in phrase and not BODY.search(phrase, len(bare))
            printed = _as_printed(bare if is_dated else phrase)  # "“…,” the circular, dated July 3, warns"
            return begin + start, _SAID_WITHIN.sub("", printed) if "," in printed else printed, who
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


def _apposed(phrase: str) -> Who | None:
    """What somebody is whom another name or noun explains behind a comma: "Ko Un (42), resident of Kilju", "Aunt Ko, her neighbour"."""
    before, _, behind_comma = phrase.partition(", ")
    who = kind_of(before) if behind_comma and "," not in behind_comma else None
    return who if who in (Who.PERSON, Who.NAME) and kind_of(behind_comma) is Who.PERSON else None


@within_a_reading
def _is_nobody(phrase: str) -> bool:
    """Whether its first words tell, before any aside is looked for, that a phrase is nobody's."""
    if "(" in phrase or phrase.lower() in PRONOUNS:
        return False
    if (". " in phrase or "? " in phrase) and _ENDED.search(phrase):
        return True
    if _DASH.search(phrase):
        return True
    words = WHAT_IT_MAY_BE.sub("", phrase.partition(",")[0]).split()
    return not words or begins_nobody(words[0]) or words[0] in _RELATIVES or has_verb(words)


def object_after(text: str, start: int) -> tuple[int, str]:
    """Where the phrase ends that begins behind a verb, and the phrase."""
    while start < len(text) and text[start] in " ,\n":
        start += 1
    limit = min(len(text), start + LONGEST)
    match = ENDS_OBJECT.search(text, start, limit)
    end = match.start() if match else limit
    at = text.find(",", start, end)
    while at >= 0:
        place, aside = PLACE_AFTER_COMMA.match(text, at, limit), APPOSITION.match(text, at, end)
        if place and (_OF_A_PLACE.search(text[start:at]) or text.startswith(", in ", at)):
            at = text.find(",", max(at + 1, place.end()), end)
        elif (
            aside
            and not _IS_SUBJECT.match(text, aside.end())
            and not (_SAME.match(text, at) and not _is_who(aside, end))
            and not VERB.search(aside.group())
        ):
            at = text.find(",", aside.end(), end)
            if at >= 0:
                break
        else:
            break
    if at >= 0:
        end = at
    phrase = _LATELY.sub("", text[start:end].strip(" ,"))
    if " to " in phrase:
        phrase = _TO_OUTLET.sub("", phrase)
    if _CLOSED_LETTERS.fullmatch(phrase):
        phrase = phrase[:-1]  # the stop is the sentence's own: "according to the NIS."
    return end, _as_printed(phrase[:1] if _INITIAL.fullmatch(phrase) else phrase)


def _is_who(aside: re.Match[str], end: int) -> bool:
    """Whether what a comma parts is a short word for somebody, and the last of its clause: "said Ko, the carter’s widow."."""
    return aside.end() == end and len(aside.group()) <= _LONGEST_WHO and kind_of(aside.group()[2:]) is Who.PERSON


@within_a_reading
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
