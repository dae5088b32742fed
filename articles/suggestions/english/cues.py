"""The words of an English sentence that say who speaks, and by what verb. Pure, and linear in the length of a sentence.

Who speaks stands before the verb ("the source said"), behind it ("said the source"), or after "according to".
"""

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter

from articles.suggestions.english.deeds import adds_some, is_done
from articles.suggestions.english.kinds import Who, kind_of
from articles.suggestions.english.labels import label_in
from articles.suggestions.english.nouns import FEW, OBJECTS, PERSON
from articles.suggestions.english.powers import may_speak
from articles.suggestions.english.speech import BEFORE_TO, BLAMING, TELLING, each_form
from articles.suggestions.english.subjects import Cue, object_after, subject_before
from articles.suggestions.english.words import (
    AS_TELLING,
    CUE,
    ENDS_OF_PASSIVE,
    ORDERING,
    OWN_FINDING,
    PASSIVE,
    PUBLIC_ACT,
)
from provinces.patterns import lazy

# Where a verb may come before its speaker: behind words in marks, a comma, or at the beginning.
_BEHIND = lazy(r"[,▪”\"]\s*$|^\s*$|[.?!]\s$")
# "…, said a litre of oil had gone": words that are said, and nobody.
_IS_CLAUSE = lazy(r"\s(?:is|are|was|were|has|have|had)\b")
# "An official, who asked not to be named, said the port …": whoever stands before the aside says so.
_ASIDE_ENDS, _LONGEST_ASIDE = lazy(r",\s(?:who|speaking|requesting|asking)\b[^.;“”▪]{4,140},\s$"), 160
_CLOSES = lazy(r"\s?(?:\([^()]{1,20}\))?(?:,?\swho\s[^.!?,;“”▪]{2,80})?[.▪”\"\s]*")
# "told the paper" says whom, not who.
_NEVER_FIRST = lazy(rf"tells?|asked|quoted|{ORDERING}", re.IGNORECASE)
# "“Where from?” asked the source": words in marks right before it.
_MARKS_END = lazy(r"[▪”\"]\s$")
# Behind these a phrase may have a verb of its own.
_BY = lazy(
    r"\s(?:\w+\s)?by\s(?P<who>[^,.;▪]{2,100}?)(?=,?\s(?:that|to|not|on|in(?!\s[A-Z](?!(?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)[a-z]*\b))|last|how|about|when)\b)"
)
_TOLD_BY = frozenset(each_form(f"{TELLING} {BEFORE_TO} warn caution promise", "participle"))
_FOR_WHAT = lazy(r"\s(?:for|over|as)\s.*")
_BY_WHOM = lazy(r"\s(?:\w+ly\s|also\s)?by\s")
_DONE_BY = frozenset(
    (
        *("confirmed", "reconfirmed", "reported", "announced", "claimed", "conveyed", "relayed", "revealed"),
        *("disclosed", "described", "acknowledged", "echoed", "recommended"),
        *each_form(BLAMING, "participle"),
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
_HELD_TO_BE = frozenset(
    ("believed", "said", "suspected", "estimated", "alleged", "reported", "judged", "found", "understood")
)
_A_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)\w*\b|(?:the\s)?\d"
)
_ABOUT = lazy(rf"\s(?:about|of|by|on(?!\s(?:{_A_DAY})))\b")
_BY_SOMEBODY = lazy(
    r"\s(?:\w+ly\s)?by\s(?:(?:the|an?|its|his|her|their|several|some|local|state)\s(?!end\b|beginning\b|middle\b|start\b|time\b|way\b|phone\b|telephone\b)\w"
    rf"|(?!{_A_DAY})[A-Z])"
)
# "He will be asked by friends": nobody has asked yet.
_NOT_YET = lazy(r"\b(?:will|would|can|could|may|might|must|should|to)\s(?:\w+\s)?be\s(?:\w+ly\s)?$")
# "Several confirmed cases": what is certain, and nobody who says so.
_CERTAIN = frozenset(("confirmed", "alleged", "suspected"))
_OF_THINGS = lazy(r"\s(?!(?:this|his|its|was|is|has|as|us)\b)[a-z]+s\b")
# "the minerals that the North declared, and": what is declared stands before; but "said that", "“…” that he said".
_GOVERNS = lazy(r"\s?[,.;]|\s(?:and|or)\b|$")
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
_AS_A_NOUN = lazy(
    rf"\sand\s(?:\w+\s)?(?:{PERSON.pattern})\b"
    r"|\s(?:have|has|had|is|are|was|were|will|would|can|may|of|about|sa(?:id|ys?)|claim(?:ed)?|suggest(?:ed)?|indicated?|show(?:ed)?|emerged)\b"
)
# "The works are a gift of Owen Lea, who promised in May to …"
_WHO_IS_NAMED = lazy(r"(?<![\w’'.-])(?P<name>(?:[A-Z][\w’'-]+\s){1,3}[A-Z][\w’'-]+),\s$")
_LONGEST_NAMED = 60
# "His words were aimed at a radio report on Monday that said …"
_PAPER_THAT, _LONGEST_PAPER = (
    lazy(
        r"\b(?P<paper>(?:an?|its|their)\s(?:[\w’'-]+\s){0,4}?(?:report|study|survey|article|statement|notice|letter|directive|circular))"
        r"(?:\s(?:released|published|issued))?(?:\s(?:on|in|last|this|earlier)\s[^,.;“”▪]{2,24})?\sthat\s$"
    ),
    120,
)
_PUTTING = ("put it", "puts it")
_HAS_LEARNED = lazy(r"[.,;]?\s*$")
_OBJECT_BEFORE = lazy(r"\b(?:\w{3,}s that|what(?: \w+ and)?)\s$")
# How far before a verb the word before it is looked for.
_BESIDE = 24
# "He was quoted by the radio on Friday as"
_QUOTED = 72
_NO_VERB_BEHIND = ("worth ", "Worth ", "not ", " a ", " the ", " no ", " its ", " their ", " any ", "’s ")
_BLAMING = lazy("blaming|accusing|denouncing|condemning|critici[sz]ing")
# "If it agrees to", "because they believe": why somebody acts, or would, and nothing said.
_IF_OR_BECAUSE = lazy(r"\b(?:[Ii]f|[Uu]nless|[Bb]ecause|[Oo]nce)\s$")
# "The committee was quoted as having said" is longer.
_AS_HAVING = 36
_HEARD = lazy(
    r"(?<!\w)(?P<is>(?:has |have |had )?(?:is|are|was|were|been|keeps?|kept|began|started) "
    r"(?:heard |(?:quoted|cited)(?: by (?!▪)[^,.;:“”▪]{2,30}?)?(?: on (?!▪)[^,.;:“”▪]{2,16})? as (?:having )?|now |also |already )?)$"
)
_LONGEST_BROUGHT = 70
_BROUGHT_IN = lazy(r"\b(?:with\s(?P<with>(?!the\saim\b)[^,.;:“”▪]{2,60}?)|from\s(?P<from>[^,.;:“”▪]{2,60}?),)\s$")
_HAVING = "having "
_TO_HIM = lazy(r"\s(?:him|her|them|us|me)\b")
_AND = lazy(r"\b(?:and|but|then)\s(?:\w+ly\s|also\s)?$")
# "Salt is dear, says a report".
_SAYS = ("says", "say", "said", "warns", "warned")
# "According to word received in March from a partner": the partner tells.
_WORD_FROM = lazy(
    r"\s(?:the\s|an?\s|his\s|her\s|their\s)?(?:[a-z]+\s){0,2}?(?:word|news|information|accounts?|testimon(?:y|ies)|details|reports?|messages?|interviews?"
    r"|conversations?|claims?|descriptions?|stor(?:y|ies))\b[^,.;:“”▪]{0,60}?\s(?:from|by|of|with)\s"
)
# What somebody said, as one word for it.
_ACCOUNT_OF = lazy(
    r"(?P<who>.+?)(?:[’']s|(?<=s)[’'])\s(?:[\w-]+\s)?(?:accounts?|testimon(?:y|ies)|explanations?|descriptions?|words|version|story|stories|claims?|remarks|recollections?)"
)


def cues_in(text: str, begins: Iterable[int]) -> list[Cue]:
    """The cues of a sentence in which words inside marks are blotted out with "▪", in order, none overlapping.

    `begins`: where one of `CUE_BEGINS` stands in the sentence, in order.
    """
    label, signs = label_in(text), _signs(text, begins)
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
    if len(kept) < 2:
        return kept
    # What a paper says that somebody else in the sentence tells of is theirs.
    return [cue for cue in kept if not text.endswith(" that ", 0, cue.end - len(cue.verb)) or cue.who is None] or kept


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
    word, verb = _WORD_FROM.match(text, match.end()), match["according"].lower()
    end, phrase = object_after(text, word.end() if word else match.end())
    if account := _ACCOUNT_OF.fullmatch(phrase):
        phrase = account["who"]  # "according to the trader’s testimony"
    elif verb != "according to":
        return None  # "based on figures"
    who = Who.PRONOUN if phrase.lower() in OBJECTS else kind_of(phrase)
    if word and who is not Who.PERSON:
        end, phrase = object_after(text, match.end())
        who = kind_of(phrase)
    return Cue(match.start(), end, verb, phrase, text.find(phrase, match.end()), who) if who else None


def cited(text: str, citing: re.Match[str]) -> Cue | None:
    """The cue of "citing …", if somebody stands behind it."""
    end, phrase = object_after(text, citing.end())
    who = kind_of(phrase)
    return (
        Cue(citing.start(), end, citing.group().strip(), phrase, text.find(phrase, citing.end()), who) if who else None
    )


# "“…,” the daily quoted an “informed source in China.”", and no "as saying".
_QUOTED_AT_END = lazy(
    r"▪[”\"]?,?\s(?P<source>[^,.;:▪]{2,60}?)\s(?P<verb>quoted|cited)\s(?!.*\b(?:as|saying|telling|stating)\b)(?P<who>(?:an?|one|another|the)\s[“\"]?[^,.;:▪“”\"]{2,80})[.”\"]*$"
)
_NO_MARKS = str.maketrans("", "", '“”"')
_REPORT_OF = lazy(
    r"an?\s(?:\w+\s)?(?:report|article|story|dispatch|piece|commentary|item)\s(?:\w+\s)?(?:from|by|in|of)\s(?P<who>.{3,60}?)"
    r"(?:\s(?:on|dated|of)\s(?:the\s\d|[A-Z]).*)?"
)


def _as_saying(text: str) -> Iterator[Cue]:
    """The person quoted in "the source cited a driver as saying"; a body quoted so comes below its source."""
    if (match := _QUOTED_AT_END.search(text)) and kind_of(match["who"].translate(_NO_MARKS)) is Who.PERSON:
        yield Cue(match.start("source"), match.end(), match["verb"], match["who"], match.start("who"), Who.PERSON)
    elif match := AS_TELLING.search(text):
        source = (match["source"] or "").lstrip("▪, ")
        start = match.end("source") - len(source)
        quoting = kind_of(source)
        if not source:  # "Another lawmaker, Owen Lea, quoted the agency as saying"
            start, source, quoting = subject_before(text, match.start("verb")) or (match.start("verb"), "", None)
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
        if text.endswith(_NO_VERB_BEHIND, 0, match.start()):
            return None  # "It is worth noting that", "They are not promising", "They ignored a warning that"
        if match.group() == "going on" and text.endswith("been ", 0, match.start()):
            return None  # "The searches have been going on since May"
        if beside := _beside(text, match, match.start()):
            return beside
        heard = _HEARD.search(text, max(0, match.start() - _QUOTED), match.start())
        before = subject_before(text, heard.start("is")) if heard else None
        at, phrase, who = before or (match.start(), "", None)
        if _BLAMING.fullmatch(match.group()) and who is not Who.BODY:
            return None  # "residents are blaming the weather"
        return Cue(at, match.end(), match.group(), phrase, at, who)
    if text.endswith("as having ", 0, match.start()) and (
        heard := _HEARD.search(text, max(0, match.start() - _AS_HAVING), match.start())
    ):
        before = subject_before(text, heard.start("is"))
        return Cue(before[0], match.end(), match.group(), before[1], before[0], before[2]) if before else None
    if text.endswith(" that ", 0, match.start()) and (
        paper := _PAPER_THAT.search(text, max(0, match.start() - _LONGEST_PAPER), match.start())
    ):
        phrase, at = paper["paper"], paper.start("paper")
        return Cue(at, match.end(), match.group(), phrase, at, kind_of(phrase))
    ending = text[max(0, match.start() - _BESIDE) : match.start()].rstrip()
    if ending.endswith(ENDS_OF_PASSIVE) and PASSIVE.search(text, max(0, match.start() - _BESIDE), match.start()):
        return _told_by(text, match)
    if text.endswith(_HAVING, 0, match.start()) and (beside := _beside(text, match, match.start() - len(_HAVING))):
        return beside
    verb = match.group()
    if verb == "described" and _BY_WHOM.match(text, match.end()):
        # "The ban, described by the fund as harsh, took effect."
        described = _told_by(text, match)
        return described if described and described.who is Who.BODY else None
    if (verb in _NOUNS_TOO and _AS_A_NOUN.match(text, match.end())) or _is_participle(text, match):
        return None
    if is_done(text, match.start(), match.end()):
        return None
    if (
        text.endswith(", ", 0, match.start())
        and not _ASIDE_ENDS.search(text, max(0, match.start() - _LONGEST_ASIDE), match.start())
        and (closing := _behind(text, match))
        and closing.who is not Who.SOMEBODY
        and _CLOSES.fullmatch(text, closing.end)
    ):
        return closing  # "Ships came from Wonsan, across the bay, said the harbour office."
    if before := subject_before(text, match.start()):
        at, phrase, who = before
        if verb == "added" and who is Who.BODY and adds_some(text, match.end()):
            return None
        if phrase.lower() in ("it", "they") and _IF_OR_BECAUSE.search(text, max(0, at - _BESIDE), at):
            return None
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
        return Cue(at, match.end(), verb, phrase, at, who) if may_speak(who, phrase, match) else None
    if not match["showing"] and _AND.search(text, max(0, match.start() - _BESIDE), match.start()):
        return Cue(match.start(), match.end(), verb, "", match.start(), None)
    return _behind(text, match)


def _behind(text: str, match: re.Match[str]) -> Cue | None:
    """The cue of a verb before its speaker: "…, said the source"."""
    verb = match.group()
    may_come_first = not (_NEVER_FIRST.fullmatch(verb) or PUBLIC_ACT.fullmatch(verb)) or (
        verb == "asked" and _MARKS_END.search(text, 0, match.start())
    )
    if may_come_first and _BEHIND.search(text, max(0, match.start() - 3), match.start()):
        end, phrase = object_after(text, match.end())
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


def _beside(text: str, match: re.Match[str], end: int) -> Cue | None:
    """The cue of "…, with idle carters saying …", "he has calls from relatives, telling him …": those speak.

    `end`: where the words before the verb do, and before the "having" of "with the office having said".
    """
    brought = _BROUGHT_IN.search(text, max(0, end - _LONGEST_BROUGHT), end)
    if brought is None or (brought["from"] and not _TO_HIM.match(text, match.end())):
        return None
    phrase = brought["with"] or brought["from"]
    at, who = brought.start(brought.lastgroup or 0), kind_of(phrase)
    return Cue(at, match.end(), match.group(), phrase, at, who) if who in (Who.PERSON, Who.BODY) else None


def _told_by(text: str, match: re.Match[str]) -> Cue | None:
    """The cue of "the source was told by a dealer that …", "was confirmed by a second source": those speak."""
    if _NOT_YET.search(text, max(0, match.start() - _BESIDE), match.start()):
        return None
    if match.group() in _DONE_BY and (by := _BY_WHOM.match(text, match.end())):
        end, phrase = object_after(text, by.end())
        if match.group() == "described":
            phrase = phrase.partition(" as ")[0]
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
