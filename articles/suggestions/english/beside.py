"""Whoever stands right beside words in marks that no known verb gives to anybody. Pure, and linear in a sentence's length.

Other rooms know the verbs of saying. This one is asked where they find none: a person before or behind words in marks says
them, whatever that person is told to do there ("…,” the carter spat", "A boy ran after us, and begged: “…”").
"""

from collections.abc import Iterator

from articles.suggestions.english.kinds import LONGEST, Who, begins_nobody, kind_of
from articles.suggestions.english.nouns import AFTER_HEAD, DETERMINERS, FINITE, PRONOUNS
from articles.suggestions.english.subjects import Cue, leading, object_after, subject_before
from provinces.patterns import lazy

_BY_WORDS = (Who.PERSON, Who.NAME, Who.MOUTH)
_WORD = lazy(r"[\w’'-]+")
# What a person does in the past, or habitually before a stop.
_IRREGULAR = (
    "spat|shot|put|cut|threw|began|broke|burst|sang|swore|spoke|drew|ran|let|gave|made|came|took|read|leapt|sprang|bit|fell|got|held"
    "|blew|rang|wept|swept|sent|left|met|kept|knew|thought|taught|sought|fought|brought|felt|grew|rose|stood|sat|wrote|chose|woke|froze"
)
_VERB = lazy(rf"(?!(?:need|seed|feed|weed|reed|speed|hundred)\b)[a-z]{{2,}}ed|{_IRREGULAR}")
_HABIT = lazy(r"[a-z]{3,}(?<![su])s(?=\s?[,.:]|\s(?:back|in|out|with|about|of|at|on|up|off|over)\b)")
# How a verb may go on before words in marks: "shot back", "pointed to the gate", "told a friend".
_MOST_BEHIND_VERB, _MOST_IN_PHRASE = 7, 14
_CLOSED = lazy(r"[,.;:?!▪“”\"—–(]")
_TO_MARKS = lazy(r"[,:]?\s*$")
# Where and when, before whoever it is: "In fact, on the 5th, a man …".
_SCENE = lazy(
    r"(?:(?:[Ii]n|[Oo]n|[Aa]t|[Aa]fter|[Bb]efore|[Dd]uring|[Ww]hen|[Aa]s|[Bb]y|[Ff]or|[Ww]hile|[Oo]nce|[Ee]arl(?:y|ier)|[Ll]ate[r]?|[Ll]ast|[Tt]his|[Aa]sked|[Tt]hen"
    r"|[Aa]lso|[Rr]ecently|[Mm]eanwhile|[A-Z][a-z]+(?:ing|ly))\b[^,.;:“”▪]{0,80},\s){1,3}"
)
_CLAUSE = lazy(r"[,;]\s(?:and|but|while|so)\s")
# "A man surnamed Ko (40s) from Kilju"
_AGED = lazy(r"\s\([^()▪]{1,30}\)(?:\s(?:from|in|of)\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})?")
_AND_DOES = lazy(r"\b(?:and|but|then|before|while|,)\s(?:[\w’'-]+\s){0,8}?[\w’'-]+[,:]?\s*$")
_PARTICLE = lazy(r"\s(?:back|in|out|on|up|off|over|down|along|away|again)(?=\s)")


def utterer_behind(text: str, at: int) -> Cue | None:
    """Whoever stands right behind words in marks that end before text[at]: "the carter spat", "laughed the carter"."""
    first = next(_words(text, at), None)
    if first is None:
        return None
    begin, word = first
    if word.islower() and _may_be_verb(word):
        end = begin + len(word)
        if particle := _PARTICLE.match(text, end):
            end = particle.end()
        stop, phrase = object_after(text, end)
        who = kind_of(phrase) if phrase and text.startswith(" ", end) else None
        if who in _BY_WORDS and (phrase.split()[0].lower() in DETERMINERS or phrase[:1].isupper()):
            return Cue(begin, stop, word, phrase, text.find(phrase, end), who)
    for place, following in _words(text, at):
        if place == begin or not _is_verb(text, place, following):
            continue
        phrase = text[begin:place].strip()
        who = kind_of(phrase)
        if who in _BY_WORDS or (who is Who.PRONOUN and phrase.lower() in ("he", "she", "they")):
            return Cue(begin, place + len(following), following, phrase, begin, who)
    return None


def utterer_before(text: str, at: int) -> Cue | None:
    """Whoever a sentence tells of before words in marks at text[at]: "the carter shot back: “…”", "A boy ran, and begged, “…”"."""
    left = text[:at]
    to_marks = _TO_MARKS.search(left)
    words = list(_WORD.finditer(left, max(0, len(left) - LONGEST)))[-_MOST_BEHIND_VERB:]
    for word in reversed(words):
        if not _is_past(word.group()) or (to_marks and _CLOSED.search(left, word.end(), to_marks.start())):
            continue
        before = subject_before(text, word.start())
        if before and (before[2] in _BY_WORDS or (before[2] is Who.PRONOUN and before[1].lower() in PRONOUNS - {"it"})):
            begin, phrase, who = before
            return Cue(begin, word.end(), word.group(), phrase, begin, who)
    if not (left.endswith((": ", ", ")) or _AND_DOES.search(left)):
        return None
    scene = _SCENE.match(text, 0, at)
    clauses = [scene.end() if scene else 0, *(clause.end() for clause in _CLAUSE.finditer(left))]
    return next((first for begin in reversed(clauses) if (first := _opening(text, begin, at))), None)


def _opening(text: str, begin: int, at: int) -> Cue | None:
    """The person with whom text[begin:at] opens."""
    first = leading(text[begin:at])
    if first is None or first.who not in _BY_WORDS or begins_nobody(first.phrase.split()[0]):
        return None
    phrase, end = first.phrase, first.end + begin
    if aged := _AGED.match(text, end, at):
        phrase, end = phrase + aged.group(), aged.end()
    return Cue(first.start + begin, end, "", phrase, first.at + begin, first.who)


def _words(text: str, at: int) -> Iterator[tuple[int, str]]:
    """The words behind marks as far as the sentence goes on without a stop, each with its place."""
    while at < len(text) and text[at] in "▪”\"’', ":
        at += 1
    closed = _CLOSED.search(text, at, at + LONGEST)
    end = closed.start() if closed else min(len(text), at + LONGEST)
    for count, word in enumerate(_WORD.finditer(text, at, end)):
        if count > _MOST_IN_PHRASE:
            return
        yield word.start(), word.group()


def _may_be_verb(word: str) -> bool:
    return not (word in FINITE or word in AFTER_HEAD or word in DETERMINERS or word in PRONOUNS or begins_nobody(word))


def _is_past(word: str) -> bool:
    return _VERB.fullmatch(word) is not None and word not in AFTER_HEAD


def _is_verb(text: str, at: int, word: str) -> bool:
    return _is_past(word) or (word not in AFTER_HEAD and _HABIT.match(text, at) is not None)
