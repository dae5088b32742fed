"""How English reports say who speaks: verbs of telling, words for people, and where the two stand."""

import re

from articles.suggestions.signs import Signed, one_of

SAYING = one_of(
    "said|says|say|told|added|adds|noted|notes|explained|explains|claimed|claims|reported|stated|recalled|complained|lamented"
    "|stressed|emphasised|emphasized|concluded|continued|elaborated|remarked|commented|warned|argued|insisted|declared|announced"
    "|asserted|revealed|disclosed|observed|predicted|asked|replied|suggested|confirmed|conveyed|relayed|quipped|joked"
    "|pointed out|went on|pointed to|made clear|made plain|made it clear|stated clearly|acknowledged|admitted|mentioned|urged"
    "|boasted|denounced|harangued|threatened|protested|learned|learnt|wrote|promised|speculated|criticised|criticized"
)
ORDERING = one_of(
    "ordered|instructed|lectured|requested|demanded|directed|called on|told|urged|warned|asked|required|informed|notified"
)
VERB = re.compile(rf"\b(?P<verb>{SAYING}|{ORDERING}|saying|adding|noting|explaining)\b", re.IGNORECASE)
ACCORDING = Signed(r"\b[Aa]ccording to (?P<who>[^,.;]{2,90})", "ccording to ")
REPORTEDLY = re.compile(
    r"\b(?:reportedly|allegedly|apparently)\b|\b(?:is|are|was|were) (?:said|reported) to\b|\bit is (?:said|reported) that\b",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"^(?:he|she|they|it)$", re.IGNORECASE)
TELLER = re.compile(
    r"\b(?:sources?|informants?|residents?|traders?|merchants?|officials?|cadres?|partners?|smugglers?|farmers?|workers?"
    r"|drivers?|brokers?|wom[ae]n|m[ae]n|person|people|insiders?|businessm[ae]n|defectors?|soldiers?)\b",
    re.IGNORECASE,
)
# Somebody with an article before and no body of state: "a foreman at the plant", "one stillman", "his cousin".
SOMEBODY = re.compile(
    r"^(?i:an?|the|this|one|another|two|three|some|several|many|other|both|his|her|their|our|my)\s(?:[\w’'-]+\s){0,3}?[a-z’'-]{3,}\b"
    r"|^[a-z]+s\b|^[A-Z]$|^(?:[Rr]eporting\s)?[Pp]artner\s|^(?:Mr|Mrs|Ms|Miss)\.?\s[A-Z][\w-]+(?:,.*)?$"
)
NOBODY = re.compile(
    r"\b(?:was|were|is|are|be|been|had)\b"
    r"|\b(?:minister|president|secretary[- ]general|spokes\w+|ministry|government|agency|radio|newspaper|paper|outlet|broadcaster"
    r"|website|report|notice|lecture|document|article|state|media|letter|courier|daily|story|statement|magazine|order|plan|policy)s?$",
    re.IGNORECASE,
)
# Who speaks for a body to its audience is the body.
MOUTH = re.compile(
    r"\b(?:lecturers?|spokes\w+|(?:vice-)?chair(?:man|woman)|party secretary|instructors?)\b", re.IGNORECASE
)
SILENT = Signed(
    r"\basked\s+(?:that\s+no\s+name|not\s+to\s+be|for\s+anonymity)|\brefused to\b|\bdeclined to\b",
    "asked|refused|declined",
)
AS_TELLING = Signed(
    r"(?P<source>[^,.“”\"]{2,80}?)\s+(?P<verb>quoted|cited)\s+(?P<who>[^,.“”\"]{2,80}?)"
    r"\s+as\s+(?P<cue>telling|saying|having said|stating)\b",
    "quoted|cited",
)
NAME = re.compile(
    r"^(?:Mr\.? |Ms\.? |Dr\.? |Prof(?:essor|\.)? )?[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){0,4}(?: of (?:the )?[A-Z].{0,60})?$"
)
LEAD = re.compile(
    r"^[\s,;:—–-]*(?:and |but |so (?=explain|sai|ask|conclud)|however,? |also |meanwhile,? |in short,? |accordingly,? )*",
    re.IGNORECASE,
)
ENDS_SPEAKER = re.compile(
    r"(?:,(?!\s(?:an?|the|this one)\s)|\bwho\b|\bwhich\b|\bon condition\b|\bspeaking\b|\bin an?\b).*$", re.DOTALL
)
BRACKETED = re.compile(r"^\s*\[[^\]]*\]")
STOP = re.compile(r"[.?!…,;:—-]\s*$")
ADVERBS = re.compile(
    r"\s+(?:(?:is|are|was|were) (?:reported|said) to(?: have)?|also|further|then|later|recently|reportedly|has|have|had|would"
    r"|repeatedly|strongly)$",
    re.IGNORECASE,
)


WHO_TRAILS = (
    r"he|she|they|the (?:[\w’'-]+ ){0,3}\w+|(?:an?|one|another|several|two|many|some) (?:[\w’'-]+ ){0,8}\w+"
    r"|(?:people|sources|residents|traders|neighbou?rs|officials|locals|merchants|workers)"
    r"(?: (?:in|at|from|of|near) (?:[\w’'-]+ ){0,8}\w+)?"
    r"|(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4}"
)
TRAILING = re.compile(rf",\s+(?P<who>{WHO_TRAILS})\s+(?P<verb>{SAYING})(?:\s[^,]*)?[.”]?$")
MIDDLE = re.compile(rf",\s+(?P<who>{WHO_TRAILS})\s+(?P<verb>{SAYING}),\s")
ADDRESSED = re.compile(
    r"\s+(?P<whom>(?:the |local |those |all )?(?:[a-z]+ ){0,2}?"
    r"(?:compan(?:y|ies)|traders|firms|officials|members|gathered|branches|units|bureaus?))\b"
)
CUE_IN_OPEN_MARKS = re.compile(
    rf",(?=\s+(?:{SAYING})\s+(?:an?|the|one|another)\b|\s+(?:{WHO_TRAILS})(?:,[^,]{{1,60}},)?\s+(?:{SAYING})\b)"
)
