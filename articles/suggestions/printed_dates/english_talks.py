"""When a source spoke: whether an English date is the day of a talk, by the words around it. Pure."""

import re

from articles.suggestions.english.nouns import OUTLET_NAME, PERSON
from articles.suggestions.printed_dates.talk_days import told_then
from articles.suggestions.signs import word_of
from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

_BY_WAY = (
    "by|in|over|via|through|during|for|on|its|a|an|the|his|her|their|late|early|telephone|telphone|phone|call|text|message"
    "|messages|e-mail|email|messenger|conversation|interview|report|recent|separate|statement|condition|of|anonymity|security|safety|reasons"
)
_BY_WAY_WORDS = frozenset(_BY_WAY.split("|"))
# So many of them are looked through at most.
_MOST_WAY = 12
_BY_WAY_OF = rf"(?:\s+(?:{_BY_WAY}))*"
_NO_OUTLET = (
    r"(?!\w+\s+(?:\w+\s+){0,3}(?:Company|Committee|Bureau|Ministry|Party|Department|Corporation|Assembly|Parliament|Congress"
    r"|Council|Senate)\b)"
)
_OUTLET = (
    rf"(?:{_NO_OUTLET}(?:[Tt]he\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){{0,5}}|us"
    r"|(?:the|this|our)\s+(?:\w+\s+)?(?:outlet|paper|newspaper|agency|broadcaster|bulletin|website|service|reporter|magazine|writer|correspondent)"
    r"|an?\s+(?:[A-Z][\w.’'-]*\s+){1,4}reporter)"
)
# Who speaks in a body's name, to everybody.
_IN_ITS_NAME = r"(?!(?:[Ss]pokes|[Cc]hair)(?:m[ae]n|wom[ae]n|person))"
_TELLER_NOUNS = (
    rf"(?<![Cc]oast\s){_IN_ITS_NAME}(?:{PERSON.pattern})|[Pp]artners?"
    rf"|{_IN_ITS_NAME}\w*m[ae]n|businesspe\w+|[Hh]e|[Ss]he|[Tt]hey"
)
_TELLERS = (
    rf"(?:{_TELLER_NOUNS})(?:\s[A-Z]\b|\s(?:here|there)\b)?"
    r"(?:\s+(?:(?:based|living|working|close|familiar|who\s+\w+)\s+)?(?:in|from|inside|of|at|near|within|to|with|on(?=\s[A-Z]))\s[^.,;:!?“”\"\n]{1,70}?(?:,\s[^.;:!?“”\"\n]{1,60},)?"
    r"|\s+who\s[^.,;:!?“”\"\n]{1,90}?"
    r"|,\s[^.;:!?“”\"\n]{1,100},)?"
)
_SPEAKING = (
    "said|says|informed|reported|explained|added|noted|claimed|conveyed|recalled|complained|stressed|emphasised|emphasized|stated"
    "|revealed|wrote|related|relayed|recounted|elaborated|disclosed|confided|lamented|warned|testified"
)
_ADDING = "saying|adding|explaining|noting|stating|claiming"
# What is told: "revealed the news", "passed this on".
_NEWS = (
    r"(?:\s(?:(?:the|this|that|these|such|his|her|their)\s(?:\w+\s)?(?:news|story|information|details|facts?|matters?|accounts?|word|incidents?)"
    r"|this|it|so|as\smuch))?"
)
SAID = rf"(?:(?:{_SPEAKING}|pointed\s+out){_NEWS}|(?:broke|shared|gave|sent|brought|passed)(?:\son)?(?=\s(?:the|this)){_NEWS}(?:\son)?)"
_TOLD = (
    rf"(?:told|informed|(?:{SAID}|[Ss]poken?|[Ss]peaking|[Tt]alk(?:ed|ing)|described)\s+(?:to|with)|interview(?:ed)?\s+(?:by|with)"
    r"|(?:conversation|call|interview)\s+with)"
)
_REACHED = r"(?:contacted|reached|interviewed|polled|surveyed|questioned|consulted|approached)"
_BY_PHONE = (
    r"\s(?:by|over|via|on|in|through)\s(?:the\s|an?\s)?(?:tele)?phone(?:\s(?:call|interview|conversation))?\s(?:on\s)?$"
)
# With words about the talk itself behind it, each ends in a word by which it is known.
_CONTACT = lazy(
    rf"\b(?:{_TOLD}\s+{_OUTLET}{_BY_WAY_OF},?\s*$"
    rf"|{_TELLERS}\s+(?:\w+ly\s+|also\s+)?(?:{SAID}|spoke){_BY_WAY_OF},?\s*$"
    rf"|(?:{SAID}|spoke){_BY_PHONE}"
    rf"|(?:{_TELLER_NOUNS})\b[^.!?“”\"\n]{{0,80}},\s(?:(?:{_ADDING})|(?:disclosing|revealing|sharing|describing|recounting)\s(?:(?:the|these|some)\s)?\w+){_BY_WAY_OF},?\s*$"
    rf"|{_TELLERS}\s(?:{SAID}|spoke)\sin\s[A-Z][\w’'-]+{_BY_WAY_OF},?\s*$"
    rf"|(?:we|I|who)\s+(?:first\s+|last\s+|also\s+)?(?:spoke|talked)\s+(?:to|with){_BY_WAY_OF},?\s*$"
    rf"|(?:who|and)\s(?:was|were)\s(?:\w+ly\s)?{_REACHED}{_BY_WAY_OF}\s*$"
    rf"|{_TELLERS},?\s(?:(?:who\s)?(?:was|were)\s)?{_REACHED}(?:\sby\s{_OUTLET})?{_BY_WAY_OF}\s*$"
    rf"|{_TELLERS}(?:,\s[A-Z]\w+)?\s(?:was|were)\s(?:\w+ly\s)?(?:quoted|cited)(?:\sby\s{_OUTLET})?\s(?:on\s)?(?:the\s)?$"
    r"|(?:officials?|diplomats?|sources?|traders?)\b[^.,;:!?“”\"\n]{0,70}?(?:,\s[^.;:!?“”\"\n]{1,60},)?\stold\s(?:\w+\s)?(?:reporters|journalists)\s(?:on\s)?$"
    rf"|when\s(?:\w+ly\s)?{_REACHED}{_BY_WAY_OF}\s*$)"
)
_CONTACT_SIGN = word_of(
    _SPEAKING,
    _TELLER_NOUNS,
    "told|informed|[Ss]poken?|[Ss]peaking|[Tt]alk(?:ed|ing)|described|interview(?:ed)?|conversation",
    "call|we|I|who|when|and|pointed",
)
_LAST_WORD = lazy(
    rf"(?:[A-Z][\w.’'-]*|\b(?:{_SPEAKING}|{_ADDING}|out|spoke|us|with|to|{_REACHED}|quoted|cited"
    r"|writer|correspondent|outlet|paper|newspaper|agency|broadcaster|bulletin|website|service|reporter|magazine|reporters|journalists|news|story|information|details|facts?|matters?|accounts?|word|this|it))\Z"
)
# Whom an outlet asks.
_A_PERSON = rf"(?=(?:[\w’'-]+\s){{1,6}}?(?:{PERSON.pattern}|[Pp]artners?)\b)"
# These end in any words.
_MET = lazy(
    rf"\bagreed\sto\s(?:(?:talk|speak)\s(?:to|with)\s{_OUTLET}|be\sinterviewed\b)[^.,;“”\"\n]{{0,60}}$"
    rf"|(?:{OUTLET_NAME.pattern}|\b(?:[Ww]e|I|(?:[Tt]his|[Oo]ur)\s(?:newspaper|paper|reporter)))\s(?:\w+ly\s|first\s|last\s)?"
    rf"(?:(?:spoke|talked|met)\s(?:(?:about|on)\s[^.,;“”\"\n]{{1,40}}\s)?(?:with|to)\s|(?:{_REACHED}|asked|phoned|called|rang|messaged|heard\sfrom)\s{_A_PERSON})[^.,;“”\"\n]{{2,60}}$"
    rf"|\bwho\s(?:met|spoke|talked)\s(?:with\s|to\s)?{_OUTLET}[^.,;“”\"\n]{{0,40}}$"
    rf"|\btold\s(?:an?\s)?(?:\w+\s)?reporters?\s(?:from|of|for)\s{_OUTLET}[^.,;“”\"\n]{{0,40}}$"
    r"|\b(?:whom|who|that)\s(?:we|I)\s(?:\w+ly\s|first\s|last\s)?(?:met|saw|visited|interviewed|contacted|reached|called)\b[^.,;“”\"\n]{0,40}$"
)
# "Interviewed in September, an importer said"; "a source on the 23rd conveyed".
_INTERVIEWED = lazy(
    r"(?:^|[.!?”\"\n]\s*)(?:When\s)?(?:Interviewed|Contacted|Reached|Asked(?!\s(?:whether|if|why|how|what|who|when|where)\b)"
    r"|Speaking(?=\s(?:by|over|on|via|from|to|with)\b)"
    r"|(?:In|During|By|On|Over)\s(?:an?\s)?(?:\w+\s){0,2}(?:interview|conversation|call|message|e-mail|email)(?!s))"
    r"\b(?:(?!\sto\s(?:the\s)?[a-z]+s\b)[^.,;“”\"\n]){0,50}$"
)
# "A source in Kilju, in a talk by telephone on the 2nd, relayed".
_IN_A_TALK = lazy(
    rf"\b(?:{PERSON.pattern})\b[^.!?“”\"\n]{{0,80}},\s(?:in|during|over|by)\san?\s(?:\w+\s){{0,2}}"
    r"(?:interview|conversation|call|talk|message)\s(?:(?:with|to)\s[^.,;“”\"\n]{2,40}\s|by\s(?:tele)?phone\s)?(?:on\s)?(?:the\s)?$"
)
_TALK_SIGN = word_of("interview|conversation|call|talk|message")
_INTERVIEWED_SIGN = word_of("Interviewed|Contacted|Reached|Asked|Speaking|In|During|By|On|Over")
# "Word received in mid-February from a partner".
_RECEIVED = lazy(
    r"\b(?:word|news|information|messages?|accounts?|testimon(?:y|ies)|tips?)\s(?:\w+ly\s)?"
    r"(?:received|obtained|gathered|sent|collected|that\scame)(?:\s(?:on|in))?\s+(?:the\s)?$"
)
_FROM_SOMEBODY = lazy(rf"\s(?:from|by)\s(?:[\w’'-]+\s){{0,5}}?(?:{PERSON.pattern})\b")
_TELLER = lazy(r"\b(?:source|informant|partner|contact|resident|trader)s?\son\s$")
_LONGEST_TELLER, _FAR = 16, 200
_TELLS = lazy(rf"\s(?:{SAID}|told)\b")
_MET_SIGN = word_of(
    "agreed|reporters?|spoke|talked|met|saw|visited|interviewed|contacted|reached|called|asked|phoned|rang|messaged|heard"
    "|polled|surveyed|questioned|consulted|approached"
)
_SAID_BY = lazy(
    rf"\b(?:(?<=[,.”\"’»]\s)(?!warned){SAID}|[Aa]ccording\s+to)\s+(?:(?:the|an?|one|another)\s+)?(?:(?!(?:to|that)\b)[\w’'-]+\s+){{0,4}}?{_TELLERS}{_BY_WAY_OF},?\s*$"
)
_SAID_BY_SIGN = word_of(_SPEAKING, "pointed", "[Aa]ccording")
# "On Tuesday a source in Hyesan told Daily X": where the day opens the sentence.
_OPENS_SENTENCE = lazy(
    r"(?:^|[.!?”\"\n]\s*)(?:(?:Meanwhile|Separately|Later|Earlier),?\s+)?(?:(?:On|In|Late|Early)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_THEN_TOLD = lazy(
    r",?\s+(?:an?|the|another|one|multiple|several)\s+(?:[\w’'-]+\s+){0,9}?"
    rf"(?:{PERSON.pattern})\b"
    rf"[^.!?“”\"\n]{{0,80}}?\b(?:told|spoke\s+to)\s+{_OUTLET}"
    rf"|,?\s+(?:{_OUTLET}|we|I)\s+(?:(?:spoke|talked|met)(?:\s[\w-]+){{0,3}}?\s(?:with|to)|interviewed|reached|contacted|asked)\s"
    r"|,?\s+(?:an?|the|another|one)\s+(?:[\w’'-]+\s+){0,6}?(?:sources?|informants?|partners?)\b[^.!?,“”\"\n]{0,60}?\s(?:said|explained|added|noted|reported|stated|conveyed)\b"
)
# "A nurse who left Wonsan in May told us": the day of something else.
_OF_ANOTHER_DEED = lazy(
    r"\bwho\s(?:had\s)?(?:\w+ed|left|fled|came|went|got|saw|bought|sold|ran|took|met|began)\b(?<!\basked)(?<!\bwished)(?<!\bdeclined)"
    r"(?<!\brequested)(?<!\binsisted)(?<!\btalked)(?<!\bcontacted)(?<!\breached)(?<!\binterviewed)"
    rf"(?:(?!\b(?:told|spoke|{_SPEAKING})\b)[^.,;:“”\"\n])*$"
)
# Who speaks in public by office, and a service of a state abroad; what is obtained was not told then.
_IN_PUBLIC = lazy(
    r"(?:\b(?:[Gg]overnors?|[Mm]ayors?|[Pp]remiers?|[Pp]residents?|[Aa]mbassadors?|[Cc]hancellors?|(?:[Vv]ice[\s-]|[Dd]eputy\s)?[Mm]inisters?)"
    r"(?:\s(?:of|for|to|in)\s[^.,;:“”\"\n]{2,50})?"
    r"|\b(?:Russian|Chinese|Japanese|South\sKorean|American|Finnish|Thai|Mongolian|Vietnamese|Malaysian)\s(?:(?:border|coast)\sguards?|police|customs|prosecutors|investigators|troops)),?"
    r"\s(?:said|says|announced|wrote|declared|confirmed|reported|warned|added|told\s(?:(?:local\s)?(?:reporters|television)|parliament|lawmakers))(?:\sin\san?\s\w+)?\s(?:on\s|in\s)?$"
    r"|\b(?:report|document|copy|letter|draft|paper|statement|photo|video|footage|image|list|text)s?\s(?:\w+ly\s)?(?:obtained|seen|reviewed|viewed|published|released|leaked|posted|issued)\s(?:on\s)?$"
)
_PUBLIC = 110
_CONTACT_AFTER = lazy(rf"\s+told\s+{_OUTLET}|\s+(?:in|by|over)\s+(?:a\s+)?(?:tele)?phone")


def is_day_of_talk(body: str, start: int, end: int, words: Vocabulary, *, is_then: bool) -> bool:
    """Whether somebody spoke to an outlet on the date at body[start:end]. `is_then`: it is no "since" or "until"."""
    begin = max(0, start - _FAR)
    sentence, after = body[begin:start], body[end : end + _FAR]
    if _IN_PUBLIC.search(body, max(begin, start - _PUBLIC), start):
        return False
    return bool(
        (is_then and (_is_contact(sentence, begin, words) or _tells_then(sentence, after)))
        or (_THEN_TOLD.match(after) and _OPENS_SENTENCE.search(sentence))
        or (_TELLS.match(after) and _TELLER.search(body, max(begin, start - _LONGEST_TELLER), start))
        or (_FROM_SOMEBODY.match(after) and _RECEIVED.search(sentence))
        or (is_then and told_then(body, start, words))
    )


def _is_contact(before: str, start: int, words: Vocabulary) -> bool:
    """Whether the words before a date, at `start` of the text, say that a source spoke then: "a trader told Daily X on"."""
    end = start + len(before)
    if _LAST_WORD.search(_without_way(before)):
        # Whoever spoke then stands near the date.
        places = (*reversed(words.within(_CONTACT_SIGN, start, end)), start)
        if any(_CONTACT.match(before, place - start) for place in places):
            return True
    if words.has(_INTERVIEWED_SIGN, start, end) and _INTERVIEWED.search(before):
        return True
    if words.has(_TALK_SIGN, start, end) and _IN_A_TALK.search(before):
        return True
    if words.has(_MET_SIGN, start, end) and _MET.search(before):
        return True
    said_by = any(_SAID_BY.match(before, place - start) for place in words.within(_SAID_BY_SIGN, start, end))
    return said_by and not _OF_ANOTHER_DEED.search(before)


def _tells_then(before: str, after: str) -> bool:
    """Whether the words behind a date say that somebody told an outlet then, and those before it not what was done."""
    return bool(_CONTACT_AFTER.match(after)) and not _OF_ANOTHER_DEED.search(before)


def _without_way(before: str) -> str:
    """The last word before those that say by what way, or in what kind of talk: of "told us by phone in a call", "us"."""
    for word in reversed(before.rstrip().removesuffix(",").rsplit(maxsplit=_MOST_WAY)[-_MOST_WAY:]):
        if word not in _BY_WAY_WORDS:
            return word
    return ""
