"""Dates as English reports print them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.suggestions.printed_dates.english_families import FAMILIES
from articles.suggestions.printed_dates.english_talks import SAID, is_day_of_talk
from articles.suggestions.printed_dates.feasts import SEOLLAL
from articles.suggestions.printed_dates.finding import (
    Mode,
    Printed,
    counted_on,
    found_by,
    glosses_joined,
    ranges_joined,
)
from articles.suggestions.printed_dates.moments import Leaning, Moment, Portion
from articles.suggestions.signs import AtWord, word_of
from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

# --- the words around a date ---

_MODES = (
    (Mode.SINCE, r"(?:ever\s+)?since"),
    (Mode.FROM, r"not\s+before|from|(?:starting|beginning)(?:\s+(?:on|in|at))?|effective"),
    (Mode.BEFORE, r"before|prior\s+to|ahead\s+of"),
    (Mode.UNTIL, r"by|until|till|through|(?:no|not)\s+later\s+than|within|(?<!run-)(?<!run )up\s+to"),
    (Mode.AFTER, r"after|following"),
    (Mode.FOR, r"for"),
    (Mode.AT, r"as\s+of|as\s+early\s+as|as\s+late\s+as|on|in|at|during|over|throughout|between"),
)
_ROUGH = r"(?:(?:around|about|approximately|circa|roughly)\s+)?"
# "Until midday Thursday"
_HOUR = r"(?:(?:midday|noon|midnight|late|early|the\s+(?:morning|afternoon|evening|night)\s+of)\s+)?"
# "Since the New Year" is since a year began.
_OPEN_THE_YEAR = ("01-01", SEOLLAL)
_IS_TERM = lazy(rf"\b(?i:{dict(_MODES)[Mode.UNTIL]})\s+$")
# In small letters.
_PREFIX = lazy(rf"\b(?:{'|'.join(f'(?P<{mode}>{words})' for mode, words in _MODES)})\s+{_ROUGH}{_HOUR}$")
# What shapes a day is part of its words: "around June 10", but "about a year ago".
_AROUND = lazy(r"\b(?:around|circa)\s+$")
_IS_ROUGH = lazy(r"\b(?:around|about|approximately|circa|roughly)\s+$")
# "Worried about next year’s harvest": what it is about, and not when.
_CONCERNING, _THAT_ONE = lazy(r"\babout\s+$"), lazy(r"(?:last|next|this|that)\s", re.IGNORECASE)
# "Since the beginning of March" is since its first day.
_FIRST_OF_IT = lazy(r"(?:the\s+(?:very\s+)?)?(?:beginning|start|outset)\b", re.IGNORECASE)
_LEADS_RANGE = lazy(r"\b(?i:from|between)\s+(?:the\s+)?(?:[\w-]+\s+of\s+)?$")
# What shapes a stretch is part of its words: "from A to B", "between A and B"; not "from A-B".
_OPENS_STRETCH = lazy(r"\b(?:(?P<from>[Ff]rom)|[Bb]etween)\s+$")
_TO = lazy(r"\s(?:to|through|until|till)\s")
# "After April 17, when": the day it happened.
_THEN = lazy(r",\swhen\b")
# "Friday (Sept 15)"
_JOINS_GLOSS, _ENDS_GLOSS = lazy(r"\s?\("), lazy(r"\)")
# "By the party anniversary on October 10"
_FALLS_ON = lazy(r"(?:\s(?:(?:which\s)?falls\s|holiday\s)?on|,)\s")
_JOINS_RANGE = lazy(r"\s?[-–—]\s?|\s+(?:to|through|until|till)\s+(?:the\s+)?")
_JOINS_BETWEEN = lazy(r"\s+(?:and|to)\s+(?:the\s+)?")

# "U.S. President": no end of a sentence.
_LAST_STOP = lazy(r"(?s:.*)(?:[!?]|(?<![A-Z])\.)")
_SENTENCE_END = lazy(r"[.!?]\s+[A-Z“\"]")

# Behind the words of somebody: "“… will come in January,” he said at a meeting in Kilju on Tuesday".
_SAID_THEN = lazy(rf"(?s:.*)[,.?!][”\"’]\s(?=[^“\"]*\b(?:{SAID})\b)")
# What somebody announces.
_TO_COME = (
    r"(?:rounds?|phase|stage|sessions?|meetings?|inspections?|campaign|drive|checks?|visits?|survey|fair|congress|plenum"
    r"|lectures?|contest|review|auction|sale|increase|reopening)"
)
_AHEAD_BEFORE = AtWord(
    r"\b(?:will|shall|plan(?:s|ned|ning)?\s+(?:to|for|on)|scheduled|slated|(?:is|are|was|were)\s+(?:to|due)\b|due|upcoming|(?:expected|(?:un)?likely)\s+(?:to|in|for|on|by)"
    r"|(?:could(?!\snot)|may|might|would)\s(?:\w+\s)?(?:arrive|take|hold|last|rise|fall|drop|grow|double|worsen|increase|reopen|resume|return|begin|start|open|close|come|go|exceed|reach|happen|follow|run|operate|sail|ship|deliver|visit|receive|send|meet|leave|be\s\w+(?:ed|wn|lt|ld|nt|ut)\b)"
    r"|(?<!\bhad\s)promis(?:es?|ed|ing)|expect(?:s|ed|ing)?\s(?:it|them|him|her|that)\b|(?:good|valid)\s+until|(?:(?:hop|pledg)(?:es?|ed|ing)|(?:wish|aim|want|vow|intend|threaten|swear)(?:e?s|ed|ing)?|sworn|swore|means?|ready|about|preparing|prepares?)\s+to|(?:tak(?:es?|ing)|com(?:es?|ing)\s+into|go(?:es|ing)?\s+into)\s+(?:effect|force)|going\s+to|coming\s+up|prepar(?:ation|ations|ing)\s+for|set\s+(?:to|for)|[Aa]head\s+of|must|have\s+to|has\s+to|looming|approaching|impending"
    rf"|(?:announced|ordered|called|scheduled|set)\s(?:an?|another|the\snext)\s(?:[\w-]+\s){{0,3}}{_TO_COME}\s(?:in|on|for)\b)\b(?:[^.!?\n]|(?<=[A-Z])\.|\n+(?=[a-z])){{0,100}}$"
)
# What is to be done before a feast is to be done by the day before it.
_MUST = lazy(
    r"\b(?:must|ha(?:ve|s|d)\sto|(?:is|are|was|were)\sto|should|(?:told|ordered|instructed|asked|urged|required|obliged|made|forced|demanded|directed|commanded)\b[^.!?\n]{0,60}\sto)"
    r"\s(?!be\s(?:held|celebrated|marked|observed))(?:(?!that\b)[^.!?\n“”\",;]){2,80}\s$"
)
# "The campaign ends in early May": what is told of a plan in the present.
_ENDS = "ends|begins|starts|opens|closes|expires|resumes|convenes"
_ENDS_ON = lazy(rf"\b(?:{_ENDS}|falls\s+due|runs\s+out)\s+(?:again\s+)?(?:on|in|at)\s+$")
_ENDS_SIGN = word_of(_ENDS, "falls|runs")
# One of these, or "to", stands in whatever it finds.
_AHEAD_SIGN = word_of(
    "will|promis(?:es?|ed|ing)|expects?|expecting|good|valid|looming|approaching|impending|shall|plan(?:s|ned|ning)?|scheduled|slated|due|upcoming|expected|going|coming|preparations?|[Aa]head|set|must|intends?|could|may|might|would|likely|unlikely|tak(?:es?|ing)|com(?:es?|ing)|go(?:es)?|announced|ordered|called"
)
_AHEAD_AFTER = lazy(
    r",?\s(?:(?!that\b|which\b)[^.!?,“\"\n]){0,50}?\b(?:(?<!\bof\s)(?<![’']s\s)will|is\s+to|are\s+to|must|shall)\b"
)


def printed_in(body: str, words: Vocabulary | None = None) -> list[Printed]:
    """The dates of an English text, in order, none overlapping. `words`: its words, where they are known."""
    words = Vocabulary(body) if words is None else words
    found = glosses_joined(found_by(FAMILIES, body, words), body, _JOINS_GLOSS, _ENDS_GLOSS)
    found = list(_with_days(found, body))
    found = ranges_joined(found, body, _is_range)

    terms = _terms_left(found, body)

    def is_day(printed: Printed) -> bool:
        return printed.start not in terms and _is_day(printed)

    return list(_in_turn([_placed(printed, body, words) for printed in counted_on(found, is_day)], body))


def _terms_left(found: list[Printed], body: str) -> set[int]:
    """Where feasts stand that set a term, from which "a day earlier" behind them does not count: "by May Day. … wrote a day earlier"."""
    return {
        before.start
        for before, behind in pairwise(found)
        if before.moment.feast
        and body.startswith(("a ", "A "), behind.start)
        and _IS_TERM.search(body, max(0, before.start - 32), before.start)
    }


def _with_days(found: list[Printed], body: str) -> Iterator[Printed]:
    """The dates; a term set by a feast whose day is printed behind it is one: "by the party anniversary on October 10"."""
    before: Printed | None = None
    for printed in found:
        if before and before.moment.feast and printed.moment.day and printed.moment.month:
            until = _IS_TERM.search(body, max(0, before.start - 32), before.start)
            if until and _FALLS_ON.fullmatch(body, before.end, printed.start):
                before = printed._replace(start=before.start)
                continue
        if before:
            yield before
        before = printed
    if before:
        yield before


def _in_turn(found: list[Printed], body: str) -> Iterator[Printed]:
    """The dates; of "issued on Monday, in force from Wednesday" the second is counted from the first."""
    before: Printed | None = None
    for printed in found:
        if before and printed.mode is Mode.FROM and _is_plain_weekday(printed) and _is_plain_weekday(before):
            days = ((printed.moment.weekday or 0) - (before.moment.weekday or 0)) % 7
            if days and not _SENTENCE_END.search(body, before.end, printed.start):
                moment = before.moment._replace(days_behind=days)
                printed = printed._replace(moment=moment, is_ahead=before.is_ahead)
        yield printed
        before = printed


def _is_plain_weekday(printed: Printed) -> bool:
    """Whether a date is a day of the week and nothing more."""
    return printed.until is None and printed.moment == Moment(weekday=printed.moment.weekday)


def _is_day(printed: Printed) -> bool:
    """Whether "the same day" and "that week" may be counted from it."""
    moment = printed.moment
    return moment.day is not None or moment.weekday is not None or moment.day_away is not None or bool(moment.feast)


def _is_range(before: str, between: str, _: str) -> bool:
    """Whether two dates are the ends of one stretch: "from A to B", "between A and B", "A–B"."""
    if _JOINS_RANGE.fullmatch(between):
        return True
    return bool(_JOINS_BETWEEN.fullmatch(between) and _LEADS_RANGE.search(before))


def _placed(printed: Printed, body: str, words: Vocabulary) -> Printed:
    """A date with the words before it: "since", "by", and whether it is when a source spoke or lies ahead."""
    before = body[max(0, printed.start - 32) : printed.start]
    small = before.lower()
    is_rough = bool(_IS_ROUGH.search(small)) and not (
        _CONCERNING.search(small) and _THAT_ONE.match(body, printed.start)
    )
    mode, start = _mode(small, printed)
    has_end = printed.moment.portion is Portion.END  # "not before the end of the month" names the term all the same
    is_first = mode is Mode.BEFORE and not has_end and _is_first(body, start)
    is_whose = mode in (Mode.BEFORE, Mode.AFTER, Mode.FROM) and body.startswith(
        _OWNS, printed.end
    )  # "after last week’s meeting"
    is_told = mode is Mode.AFTER and _is_day(printed) and _THEN.match(body, printed.end)
    if (
        is_first
        or is_whose
        or is_told
        or (mode is Mode.FROM and _is_compared(before, body[printed.start : printed.end]))
    ):
        mode = Mode.AT
    is_begun = mode is Mode.SINCE and printed.moment.feast in _OPEN_THE_YEAR
    is_set = mode is Mode.BEFORE and _MUST.search(body, max(0, start - 120), start)
    if printed.moment.feast and not (mode is Mode.UNTIL or is_begun or is_set):
        mode = Mode.AT  # a feast stands for its day, whatever is told to lie before or after it
    if mode in (Mode.AT, Mode.FOR):
        around = _AROUND.search(small) if is_rough and not (printed.until or printed.moment.feast) else None
        start = printed.start - len(around.group() if around else "")
    begin = max(0, start - 200)
    sentence = body[begin:start]
    after = body[printed.end : printed.end + 200]
    is_contact = is_day_of_talk(body, start, printed.end, words, is_then=mode in (Mode.AT, Mode.FOR))
    is_term = mode in (Mode.UNTIL, Mode.BEFORE) and not _has_passed(body, start, printed.start, printed.end)
    is_ahead = is_term or is_first or _looks_ahead(sentence, after, begin, words)
    moment = printed.moment._replace(is_rough=True) if is_rough and not printed.until else printed.moment
    if mode is Mode.AFTER and moment == Moment(year=moment.year) and moment.year is not None:
        moment = moment._replace(year=moment.year + 1)  # "after 2005" begins with 2006
    if mode is Mode.SINCE and _FIRST_OF_IT.match(body, printed.start):
        moment = moment.from_its_first_day
    opens = _OPENS_STRETCH.search(before) if printed.until else None
    if opens and (not opens["from"] or _TO.search(body, printed.start, printed.end)):
        start -= len(before) - opens.start()
    if mode is Mode.UNTIL and moment.year_away == 0 and _HAD.search(sentence):
        moment = moment._replace(leaning=Leaning.LAST)
    return printed._replace(start=start, mode=mode, moment=moment, is_contact=is_contact, is_ahead=is_ahead)


def _is_compared(before: str, words: str) -> bool:
    """Whether "from" leads to what something is compared with, or was shown on, and begins nothing."""
    return bool(_SHOWN_FROM.search(before) or _COMPARED_FROM.search(before) or _COMPARED.search(words))


def _looks_ahead(before: str, after: str, start: int, words: Vocabulary) -> bool:
    """Whether the words around a date tell of what is to come, and not of what somebody said on that day.

    `start`: where the words before it stand in the text.
    """
    stop = _LAST_STOP.match(before)
    said = _SAID_THEN.match(before)
    first = max(stop.end() if stop else 0, said.end() if said else 0)
    own, end = before[first:], start + len(before)
    is_ahead = ("to" in own or words.has(_AHEAD_SIGN, start + first, end)) and _AHEAD_BEFORE.search(own)
    ends_then = words.has(_ENDS_SIGN, start + first, end) and _ENDS_ON.search(own)
    return bool(is_ahead or ends_then or _AHEAD_AFTER.match(after)) and not _SPOKEN.search(before)


# "up 9 percent from March", "down by a third from the year before"
_COMPARED_FROM = lazy(
    r"(?:\bpercent|%|\bpoints?|\bunchanged|\w-fold|(?:,|\b(?:is|are|was|were))\s(?:up|down)|\b(?:half|thirds?|quarters?|fifths?|tenths?))\s(?:\w+\s)?from\s+$"
)
_COMPARED = lazy(r"\b(?:before|earlier)$|\b(?:previous|same)\s")
_OWNS = ("’s ", "'s ")
_SHOWN_FROM = lazy(
    r"\b(?:images?|imagery|photo(?:graph)?s?|pictures?|reports?|data|figures?|letters?|videos?|footage|cases?|incidents?|stor(?:y|ies)"
    r"|documents?|articles?|posts?|interviews?|recordings?|messages?|maps?|statistics|surveys?|estimates?|numbers?|records?|results?"
    r"|examples?|instances?|transcripts?|minutes|invoices?|receipts?|contracts?|testimon(?:y|ies)|statements?|speech(?:es)?|stud(?:y|ies)"
    r"|broadcasts?|clips?|screenshots?|memos?|notes"
    r"|(?:kept|held|left|laid|carried|put|saved|stored|brought|dating|remaining)(?:\s(?:back|over|by|up|aside))?|stocks?|leftovers?|harvest|crop)\s+from\s+$"
)
# "will reopen, an official said Tuesday": the day of speaking is past, whatever it is about.
_SPOKEN = AtWord(
    rf"\b(?:{SAID}|announced|told(?:\s+\w+){{1,3}}?"
    r"|(?:announcement|statement|report|notice|interview|briefing|press\srelease)s?(?:\s(?:released|issued|published|made))?"
    r"|(?:was|were|been)\s+(?:told|informed|notified|ordered|instructed|warned))\s+(?:(?:on|in)\s+)?$"
)
# What lasted until a day that has passed: "stayed there until", but not "will be shut until".
_PAST = lazy(
    r"\b(?:was|were|had|(?<!\bbe\s)(?:stood|ran|kept|lay|sat|held|saw|did|came|went|got|took|made|sold|spent|stuck|grew|fell|rose|paid"
    r"|(?!emphasi|stress|note|add|explain|claim|report|announc|warn|order|declar|insist|remark|instruct|direct|command|urg|ask|request|demand|requir|call|oblig|forc|allow|permit|invit|advis|remind|tell|promis|pledg|assign|extend|postpon|delay|prolong|renew|defer|grant|threaten|pressur|press)\w{3,}ed))\b"
    rf"(?:(?!\b(?:would|will|could|must|should)\s)[^.!?\n“‘\"]){{0,60}}\s(?:until|till)\s+{_HOUR}$",
    re.IGNORECASE,
)


# "papers issued before February"; but "must be handed in before February".
_DONE_BEFORE = lazy(
    r"(?<!\bbe)(?<!\bget)\s(?:issued|signed|stamped|dated|imported|bought|sold|made|built|brought|ordered|registered|printed|caught|earned|paid)\s$"
)


# "He had paid until the end of the year": in spring, of the year before.
_HAD = lazy(r"\bhad\s(?:already\s)?(?:paid|kept|stood|run|held|\w{3,}ed)\b[^.!?\n“”\"]{0,40}$")


def _has_passed(body: str, start: int, at: int, end: int) -> bool:
    """Whether a term that is printed at `start` with its preposition, and at body[at:end] without it, lies behind."""
    was_until = "til" in body[start:at].lower() and _PAST.search(body, max(0, at - 120), at)
    is_by = body[start:at].lower().startswith("by")
    if is_by and (
        _HAD_BY.search(body, max(0, start - 80), at)
        or _BY_THEN_HAD.match(body, end)
        or _DID_BY.search(body, max(0, start - 80), start)
    ):
        return True
    return bool(was_until or _DONE_BEFORE.search(body, max(0, start - 30), start))


# "Rations had stopped by December"; but "had to be paid by December".
_NOT_YET_DONE = (
    r"(?:promis|pledg|order|vow|plann|hop|want|instruct|demand|request|agree|decid|announc|schedul|ask|expect|urg|warn)ed"
    r"|told|set|said"
)
_HAD_BY = lazy(
    rf"\bhad\s(?!(?:to|{_NOT_YET_DONE})\b)(?:(?!(?:to|must|should|would|will|be|{_NOT_YET_DONE})\s)[\w’'-]+\s){{1,8}}by\s(?:the\s)?\Z"
)
# "The price fell by May": what is told of no plan.
_DID_BY = lazy(
    r"(?<!\bto)(?<!\bbe)\s(?:rose|fell|grew|climbed|dropped|doubled|tripled|halved|shrank|sank|slid|rebounded|recovered|forgot|forgotten|vanished|disappeared"
    r"|dwindled|dried\sup|ran\s(?:out|dry)|(?:was|were)\s(?:gone|over|back|empty|sold\sout)|went\s(?:up|down)|came\s(?:up|down)|lost|gave\sup|died|faded|eased|worsened)\b"
    r"(?:(?!\b(?:would|will|must|should|to\sbe)\b)[^.!?\n“”\"]){0,50}\s$"
)
# "By March, rice had doubled"
_BY_THEN_HAD = lazy(r",\s(?:[\w’'-]+\s){1,6}?(?:had|was|were)\s(?!to\b)")


def _is_first(body: str, start: int) -> bool:
    """Whether something is to come no earlier: of "none would arrive before April", "April"."""
    return bool(_NOT_SOONER.search(body, max(0, start - 60), start))


# "no ship will sail before April": April is when it may come.
_NOT_SOONER = lazy(
    r"\b(?:no|not|nothing|nobody|none|never|neither|hardly|\w+n[’']t)\b(?:\s[\w’'-]+){0,6}?\s(?:will|would|wo|come|arrive|be|expected|could|can|reopen|resume"
    r"|begin|start|open|happen|leave|sail|return)\b(?:\s[\w’'-]+){0,3}?\s$",
    re.IGNORECASE,
)


def _is_bare(moment: Moment) -> bool:
    """Whether a date is a month or a year by name and nothing else: "through March", "through 2025"."""
    return moment in (Moment(month=moment.month, year=moment.year), Moment(year=moment.year))


def _mode(before: str, printed: Printed) -> tuple[Mode, int]:
    """The mode of a date, and where it begins with its preposition. A range has no other mode.

    `before`: the words before it in small letters.
    """
    match = _PREFIX.search(before)
    if match is None:
        return Mode.AT, printed.start
    mode = Mode.AT if printed.until else Mode(match.lastgroup or Mode.AT)
    is_term = printed.moment.portion is Portion.END or _is_day(printed)
    if match.group().startswith("through") and not is_term and not _is_bare(printed.moment):
        mode = Mode.AT  # "through the winter" is during it, "through the end of June", "through Friday" until then
    return mode, printed.start - (len(before) - match.start())
