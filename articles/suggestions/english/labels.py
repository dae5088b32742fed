"""Whoever stands before a colon in an English report: "A trader in Kilju: “…”". Pure."""

from articles.suggestions.english.kinds import Who, kind_of
from articles.suggestions.english.subjects import Cue
from articles.suggestions.english.words import VERB
from provinces.patterns import lazy

_LABELLED = lazy(r"[-–—•*\s]*(?P<who>[A-Z][^.,;:?!“”\"▪\n]{0,70}?):\s+(?:▪|[“\"]▪|(?P<words>(?:\S+\s+){2}))")
_LONGEST_LABEL = 80
# A broadcaster's "[Soundbite] (Trader in Kilju (Voice modified)) : “…”" and "[Soundbite] Owen Lea (Analyst) : “…”".
_SOUNDBITE = lazy(
    r"\s*\[(?i:sound\s?bite|interview|sync|sot)\]\s*(?:\((?P<who>[^()“”▪]{2,70})(?:\([^()“”▪]{2,40}\)\s?)?\)"
    r"|(?P<name>[A-Z][^()“”▪:]{2,40}?)\s?\([^()“”▪]{2,70}\))\s?(?P<end>:)\s?(?=▪|[“\"]▪)"
)
_LABELS_MARKS = (Who.PERSON, Who.MOUTH, Who.NAME, Who.OUTLET, Who.BODY)
_LABELS_WORDS = (Who.PERSON, Who.OUTLET)


def label_in(text: str) -> Cue | None:
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
