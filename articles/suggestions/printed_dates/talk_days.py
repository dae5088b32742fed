"""Whether an English date is the day of a talk: it stands right behind words by which somebody unnamed speaks. Pure, linear.

Other rooms know how such a sentence is put. This one is asked where they find nothing, and looks for whoever speaks last before
the date, by any verb that readers know, with nothing between them but to whom and by what way.
"""

from articles.suggestions.english.cues import cues_in
from articles.suggestions.english.kinds import Who
from articles.suggestions.english.subjects import subject_before
from articles.suggestions.english.words import CUE_BEGINS
from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

_SENTENCE = lazy(r"[.!?][”\"’']?\s+(?=[A-Z“\"])|\n")
# To whom and how: " Daily X by phone on", " in a call", " from Dandong", " to reporters".
_OUTLET = (
    r"(?:us|me|reporters|journalists|(?:the|this|our)\s(?:\w+\s)?(?:outlet|paper|newspaper|agency|broadcaster|bulletin|website|service|reporter|magazine|station)"
    r"|(?:[Tt]he\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4}(?:(?<=[’']s)\s|(?<=Korean)\s)?(?:\b(?:desk|service|newsroom|team|reporters?))?)"
)
# A word ends at a space, and none of those that may follow begins another way: so there is one way to read it, and no more.
_BY = r"(?:by|in|via|over|through|during|on|from|at)"
_NO_WORD = rf"(?!(?:that|{_BY})\b)"
_MEANS = rf"{_BY}\s(?:an?\s|the\s|his\s|her\s|their\s)?{_NO_WORD}[\w’'-]+(?:\s{_NO_WORD}[\w’'-]+){{0,3}}"
_BETWEEN = lazy(
    rf"(?:\s(?:to|with)?\s?{_OUTLET})?(?:,?\s(?:about\s(?:it|this|that|them|the\smatter)|anonymously|again|separately|privately|briefly|{_MEANS}))*,?"
    r"\s*(?:on\s|in\s|early\s|late\s|as\slate\sas\s)?(?:the\s)?"
)
# "A partner in Kilju talked about it in": no words follow, so no cue.
_TALKED = lazy(r"\b(?:[Ss]poke|[Tt]alked|[Ss]poken)(?=\s)")
_NOT_OURS = lazy(
    r"\b(?:meeting|lecture|rally|session|congress|plenum|court|hearing|briefing|conference|parliament|assembly|speech|police|committee|market)\b"
)
_IN_PRIVATE = lazy(r"\b(?:e-?mails?|(?:tele)?phone|call|messages?|messenger|interview|conversation|text)\b")
_WORD = lazy(r"\w+")
# So far before a date stands the verb, and so far the sentence begins.
_FAR, _LONGEST = 90, 280
_WHO = (Who.PERSON, Who.PRONOUN)


def told_then(body: str, at: int, words: Vocabulary) -> bool:
    """Whether somebody unnamed is said right before body[at] to have told what is printed."""
    near = max(0, at - _FAR)
    has_cue = any(_leads(body, verb, at) for verb in words.within(CUE_BEGINS, near, at))
    has_talk = not has_cue and any(_leads(body, talked.start(), at) for talked in _TALKED.finditer(body, near, at))
    if not (has_cue or has_talk):
        return False
    first = max(0, at - _LONGEST)
    ends = [match.end() for match in _SENTENCE.finditer(body, first, at)]
    begin = ends[-1] if ends else first
    text = body[begin:at]
    if text.count("“") > text.count("”"):
        return False  # what somebody tells, and not when
    return _is_talk(*(_by_cue(text, begin, words) if has_cue else _by_talking(text)))


def _leads(body: str, verb: int, at: int) -> bool:
    """Whether a verb at body[verb] leads to body[at]: nothing but to whom and by what way stands between."""
    word = _WORD.match(body, verb, at)
    return word is not None and _BETWEEN.fullmatch(body, word.end(), at) is not None


def _by_cue(text: str, begin: int, words: Vocabulary) -> tuple[Who | None, str]:
    """Who speaks last in text, which begins at `begin` of the body, and what follows the verb."""
    places = words.within(CUE_BEGINS, begin, begin + len(text))
    cues = [cue for cue in cues_in(text, [place - begin for place in places]) if cue.phrase]
    if not cues or cues[-1].phrase.lower() in ("it", "who"):
        return None, ""
    last = cues[-1]
    if last.is_according and (" who " in last.phrase or text.startswith(",", last.end)):
        return None, ""  # "According to a carter, on the 8th the office …"
    return last.who, text[last.end :]


def _by_talking(text: str) -> tuple[Who | None, str]:
    """The same of a verb behind which no words follow."""
    talked = next(reversed(list(_TALKED.finditer(text))), None)
    before = subject_before(text, talked.start()) if talked else None
    return (before[2], text[talked.end() :]) if talked and before else (None, "")


def _is_talk(who: Who | None, said: str) -> bool:
    """Whether whoever speaks told an outlet by what follows the verb: anybody unnamed, and whoever is named in private."""
    if who is Who.NAME and not _IN_PRIVATE.search(said):
        return False
    return who in (*_WHO, Who.NAME) and _BETWEEN.fullmatch(said) is not None and not _NOT_OURS.search(said)
