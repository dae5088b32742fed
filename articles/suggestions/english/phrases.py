"""Noun phrases of English, as far as they name people or bodies: whom a verb has, and who is its subject. Pure."""

import re
from collections.abc import Iterator

from provinces.patterns import lazy


def _any_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = lazy(r"[\w’'$%-]+(?:,000)?")
PEOPLE_ALONE = _any_of("them him us me you everyone everybody anyone whoever")
_FIRST_ONLY = _any_of(
    "the a an its their his our my your each every all any some those these both no another several many other local"
)
_STOPS = _any_of(
    "that to not together off by with about for against until before after when while where which whose who if whether as on "
    "since during through over under because so but or into than per via without within how why what there they he she we i "
    "it this last next early late yesterday today tomorrow again too also then instead once twice recently now meanwhile had "
    "has have is are was were be been will would must should could may might can said says monday tuesday wednesday thursday "
    "friday saturday sunday january february march april may june july august september october november december"
)
_NO_ONE = _any_of("in of at from more abroad according goods wagons permission another")
_MODALS = _any_of("had has have is are was were will would must should could may might can")
_NUMBERS = _any_of(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty fifty hundred one more half"
)
_EVENTS = _any_of(
    "meeting meetings beginning end start time lecture moment morning evening height session rally conference least once "
    "night gathering bottom same middle all"
)
_PLACES = _any_of(
    "province provinces city county counties area region country market markets capital north south east west town village "
    "district border port zone"
)
_RECEIVED_OF = lazy(r"\s(?:ha[ds]|have)$")
_CLAUSE = lazy(
    r"\b(?:told|said|says|announced|reported|heard|explained|added|informed|noted|claimed|believes?|believed)\b[^,;:“”▪]{0,60}?\sthat\s|[,;:“”▪()—–]\s?|\b(?:said|says|added|reported|explained|noted|believes?|adding|saying|stated|claimed|learned|that\sday|when|while|after|because|as|but|and\sthat)\s(?:that\s)?"
)
_PAST_VERB = lazy(
    r"\w+(?:ed|ing)$|^(?:told|said|sent|gave|made|took|put|let|went|came|held|brought|began|has|have|had|then)$"
)
_LONGEST_PHRASE, _LONGEST_SUBJECT, _MOST_WORDS = 180, 150, 14


def is_noun(text: str, at: int) -> bool:
    """Whether a noun, not a verb, stands behind "to"."""
    word = _WORD.match(text, at)
    if word is None:
        return False
    first = word.group()
    lower = first.lower()
    if lower in _FIRST_ONLY or lower in PEOPLE_ALONE or lower == "her" or first[0].isupper() or first[0].isdigit():
        return True
    if lower.endswith("s") and not lower.endswith("ss"):
        return True
    second = _WORD.match(text, word.end() + 1)
    return second is not None and second.group().endswith("s") and second.group().lower() not in _STOPS


def subject_before(text: str, end: int) -> str:
    """The subject of a verb whose first word begins behind text[end]."""
    window = text[max(0, end - _LONGEST_SUBJECT) : end]
    window = _RECEIVED_OF.sub("", window)
    cut = max((match.end() for match in _CLAUSE.finditer(window)), default=0)
    if cut == 0 and end > _LONGEST_SUBJECT:
        return ""
    words = window[cut:].strip(" ‘“")
    words = re.split(r"\s(?:whose|who|which|had|has|have)\s", words, maxsplit=1)[0]
    if alone := re.search(r"(?:^|\s)(we|they|he|she|I|you)$", words):
        return alone[1]
    first = _WORD.match(words)
    if first is None or first.group().lower() in ("who", "which", "that", "it", "this", "and", "there", "what"):
        return ""
    return words


def phrase_at(text: str, at: int, *, with_place: bool = True) -> str:
    """The noun phrase that begins at text[at], with what belongs to it, or ""."""
    words = list(_tokens(text, at))
    if not words:
        return ""
    first = words[0].group().lower()
    if first in PEOPLE_ALONE and first != "whoever":
        return words[0].group()
    if first == "her" and (len(words) == 1 or words[1].group().lower() in _STOPS):
        return words[0].group()
    if first == "whoever":
        return text[at : words[min(1, len(words) - 1)].end()]
    if first in _NO_ONE or (first.endswith("ing") and len(words) < 2) or (len(first) < 2 and first != "a"):
        return ""
    if (first in _STOPS and first != "both") or (first.endswith("ly") and first != "family"):
        return ""
    end, linked, number = 0, True, 0
    while number < min(len(words), _MOST_WORDS):
        word = words[number].group()
        lower = word.lower()
        if lower == "only" and number == 1:
            number += 1
            continue
        if end and lower in ("of", "in", "at", "from", "and") and not linked:
            if not _goes_on(lower, words[number + 1 :], with_place=with_place):
                break
            linked, number = True, number + 1
            continue
        if end and lower == "who" and text[at:end].lower() in ("those", "people", "anyone", "everyone"):
            return _with_clause(text, at, words[number].end())
        if lower in _MODALS and end:
            return _before_subject(text, at, words[:number])
        if lower in _STOPS or (lower.endswith("ly") and lower != "family") or (not linked and (lower in _FIRST_ONLY)):
            break
        is_number = word[0].isdigit() or word[0] == "$" or lower in _NUMBERS
        if number and not linked and is_number and words[number - 1].group().lower() not in _FIRST_ONLY:
            break
        end, number = words[number].end(), number + 1
        linked = lower in _FIRST_ONLY and lower not in ("all", "those")
    return text[at:end] if end else ""


def _tokens(text: str, at: int) -> Iterator[re.Match[str]]:
    """The words from text[at] on that nothing but a blank parts."""
    before = at
    for word in _WORD.finditer(text, at, at + _LONGEST_PHRASE):
        if word.start() != before + (before > at):
            return
        if before > at and text[before] != " ":
            return
        yield word
        before = word.end()


def _goes_on(link: str, words: list[re.Match[str]], *, with_place: bool) -> bool:
    """Whether what follows such a word belongs to the noun before it."""
    if not words:
        return False
    then = words[0].group()
    second = words[1].group().lower() if len(words) > 1 else ""
    if link == "of":
        return True
    if link == "and":
        return not _PAST_VERB.search(then) and then.lower() not in _STOPS and then.lower() not in PEOPLE_ALONE
    is_month = then.lower() in _STOPS
    if link == "in":
        return with_place and ((then[0].isupper() and not is_month) or (then == "the" and second in _PLACES))
    if link == "at":
        rest = {word.group().lower() for word in words[:3]}
        return (then in ("the", "its") or then[0].isupper()) and not rest & _EVENTS
    return not then.endswith("ing") and not is_month and (then[0].isupper() or then in ("the", "all", "several"))


def _with_clause(text: str, at: int, end: int) -> str:
    """Words with the clause that says who they are: "people who sell charcoal from their homes"."""
    stop = re.compile(r"\s(?:to|that|not\sto|as)\s|[,;:.“”▪]").search(text, end, end + 80)
    return text[at : stop.start()] if stop else ""


def _before_subject(text: str, at: int, words: list[re.Match[str]]) -> str:
    """Of "traders goods would be seized", whom it is told: what stands before the clause."""
    for word in words[:-1]:
        if word.group().endswith("s") and len(word.group()) > 3:
            return text[at : word.end()]
    return ""
