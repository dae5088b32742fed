"""Where a text says who its source is and where that source sits, so that filing by province passes over it.

"A source in Yanggang Province" says where somebody lives, not where something happened. A word such as "source" or
소식통 is enough; a resident, a trader or an official is a source only where the sentence lets that person speak.
"""

from sources.korean_people import source_spans
from sources.phrases import Phrase
from sources.vocabulary import Vocabulary

# --- English: places ---

_NAME = r"[A-ZŎŬ][\w’'-]*(?:\s+[A-ZŎŬ][\w’'-]*){0,3}"
_KIND = r"(?:[Pp]rovinces?|[Cc]ount(?:y|ies)|[Cc]it(?:y|ies)|[Dd]istricts?|[Rr]egions?|[Aa]reas?|[Tt]owns?|[Bb]order)"
_BEFORE = (
    r"(?:(?:the|both|(?:north|south)(?:-?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?|central|border"
    r"|capital|port|special|inland|nearby|neighbou?ring|city|town|county|province|region|area|of)\s+){0,5}"
)
_PLACE = rf"(?:{_BEFORE}{_NAME}(?:\s+{_KIND})?|the\s+(?:(?!(?:told|said|says|spoke|added)\b)\w+\s+){{0,2}}{_KIND})"
# A second place belongs to the source only if the sentence then goes on to what the source does, or stops there.
_THEN = r"(?=\s*(?:[,.;:)”\"\n]|$|who\b|said\b|told\b|says?\b|explained\b|added\b|reported\b|noted\b|claimed\b))"
_PLACES = (
    rf"{_PLACE}(?:(?:,\s+{_NAME}){{0,3}},?\s+(?:and|or)\s+{_NAME}\s+{_KIND}"
    rf"|(?:,\s+{_NAME}){{0,3}},?\s+(?:and|or)\s+{_PLACE}{_THEN}"
    rf"|\s+in\s+{_PLACE}|,\s+(?:in\s+)?(?!Radio\b|Daily\b|Voice\b|RFA\b|VOA\b|NK\b|Yonhap\b|Asia){_PLACE}{_THEN})?"
)
_WHERE = (
    r"(?:(?:an?\s+(?:\w+\s+)?\w+\s+)?who\s+(?:travels|commutes|goes|trades|shuttles|drives|runs|plies|moves|ferries"
    r"|(?:carries|hauls|brings|moves|transports|takes|trades|sells|ferries|smuggles)\s+\w+(?:\s+\w+)?)\s+between\s+|"
    r"(?:who\s+(?:is|was|are|were|lives?|resides?|works?|stays?)\s+)?(?:currently\s+)?"
    r"(?:(?:based|living|located|residing|working|staying)\s+)?(?:in|from|inside|within|at|near|across|close\s+to)\s+)"
)

# --- English: people ---

_ARTICLE = (
    r"\b(?:[Aa]n?|[Tt]he|[Tt]h(?:is|at|ese|ose)|[Oo]ur|[Ii]ts|[Aa]nother|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]ome|[Ss]everal"
    r"|[Mm]any|[Mm]ultiple|[Vv]arious|[Oo]ther|[Aa]dditional|[Bb]oth)\s+"
)
# Up to six words between article and noun: adjectives, an outlet's name, a place; nothing that begins a new phrase.
_WORD = (
    r"(?!(?:an?|the|in|from|of|at|to|on|by|for|with|and|or|that|which|who|is|are|was|were|has|have|had|said|told)\b)"
    r"(?:[\w’'-]|\.(?!\s)|(?<=[A-Z])\.)+"
)
_WORDS = rf"(?:{_WORD}\s+){{0,6}}?"
_TELLER = (
    r"(?<!\b[Ww]ater )(?<!\b[Ee]nergy )(?<!\b[Ff]ood )(?<!\b[Pp]ower )(?<!\b[Hh]eat )(?<!\b[Ii]ncome )"
    r"(?:[Ss]ources?\b(?!\s+(?:of|goods|materials?|supplies|products?|parts|raw|all|its|their)\b)"
    r"|[Ii]nformants?\b|[Rr]eporting\s+[Pp]artners?\b(?:\s[“\"‘']?[A-Z]\b[”\"’']?)?)"
)
_PERSON = (
    r"(?:[Rr]esidents?|[Cc]itizens?|[Oo]ffic(?:ial|er)s?|[Ll]abou?rers?|[Cc]adres?|[Tt]raders?|[Mm]erchants?|[Ss]mugglers?|[Ff]armers?|[Ww]orkers?"
    r"|[Dd]rivers?|[Ss]oldiers?|[Dd]efectors?|[Bb]usiness\s?(?:person|people|m[ae]n|wom[ae]n)|wom[ae]n|m[ae]n|partners?)\b"
)
# "An official of a trading company in Hamhung".
_OF_A_FIRM = (
    r"(?:\s+(?:of|at|from|with)\s+an?\s+(?:[a-z-]+\s+){0,3}"
    r"(?:company|firm|office|factory|plant|mine|farm|bureau|agency|shop|mill|yard))?"
)
_PERSON_THERE = (
    rf"(?:(?:{_ARTICLE})?{_WORDS}{_PERSON}{_OF_A_FIRM},?\s+(?:{_WHERE}|of\s+){_PLACES}"
    rf"|(?:{_ARTICLE})?{_WORDS}{_NAME}(?:-based)?\s+(?:{_KIND}\s+)?(?:[a-z-]+\s+)?{_PERSON})"
)

# --- English: speaking ---

_OUTLET = (
    r"(?:us\b|our\b|them\b|the\s+source\b|the\s+(?:outlet|newspaper|paper|agency|broadcaster|magazine)\b|Daily\s|Radio\s|[A-Z]{2,}"
    r"|[A-Z]\w+\s+(?:News|Agency|Times|Post|Herald|Press|Daily|Review)\b)"
)
_ASIDE = r"(?:,?\s+(?:who|speaking|requesting|on\s+condition|on\s+an?\s+(?:\w+\s+)?(?:visit|trip|errand))\b[^.!?\n]{0,120}?,?)?"
_ANONYMOUS = r"(?:condition\s+of\s+anonymity|(?:requested|asked\s+for)\s+anonymity|not\s+(?:to\s+)?be\s+named)"
_SPEAKS = (
    rf"(?={_ASIDE},?\s+(?:(?:also|later|further|recently|then)\s+)?"
    rf"(?:(?:said|says|recalled|complained)\b|(?:explained|added|noted|claimed|reported)(?:\s+that\b|\s*[,.:])|told\s+{_OUTLET})"
    rf"|[^.!?\n]{{0,160}}{_ANONYMOUS})"
)

# a (separate, Daily NK, high-ranking) source in PLACE; the source, who is based in PLACE; sources from PLACE
_TELLER_THERE = rf"{_TELLER},?\s+{_WHERE}{_PLACES}"
_PERSON_SPEAKS = rf"{_PERSON}{_OF_A_FIRM}(?:,?\s+(?:{_WHERE}|of\s+){_PLACES})?{_SPEAKS}"
# How these nouns begin, the first letter as a set, so that a text is run through quickly.
_TELLERS = r"[SsIiRr](?:ource|nformant|eporting\s)"
# Any word within one; right before the noun that may be "the".
_PART = r"[\w’'.-]+"
# Where such a phrase begins, be it with a name.
_BEGIN = rf"\b(?=[A-ZŎŬ]|{_ARTICLE})"
_PERSONS = (
    r"[RrCcOoTtMmSsFfWwDdBbpLl](?:esident|itizen|ffic(?:ial|er)|abou?rer|adre|rader|erchant|muggler|armer|orker|river|oldier|efector|usiness"
    r"|om[ae]n\b|[ae]n\b|artner)"
)

_ENGLISH = (
    Phrase.of(_TELLERS, _TELLER_THERE, rf"(?:{_ARTICLE}{_WORDS})?{_TELLER_THERE}", begin=_BEGIN, part=_WORD, words=8),
    # a PLACE-based source, a Daily NK PLACE Province source; without an article: PLACE sources
    Phrase.of(
        _TELLERS,
        _TELLER,
        rf"(?:{_ARTICLE}{_WORDS}|\b{_NAME}(?:\s+{_KIND})?\s+(?:[a-z-]+\s+)?){_TELLER}",
        begin=_BEGIN,
        part=_PART,
        words=8,
    ),
    # a resident of PLACE said; a PLACE Province official, who asked not to be named
    Phrase.of(_PERSONS, _PERSON_SPEAKS, rf"\b{_PERSON_THERE}{_SPEAKS}", begin=r"\b(?=\w)", part=_PART, words=15),
    # according to a resident of PLACE; “…,” said a resident of PLACE.
    Phrase.of(r"[Aa]ccording\s", "", rf"\b[Aa]ccording\s+to\s+(?P<who>{_PERSON_THERE})"),
    Phrase.of(
        r"[saer](?:aid|ays|dded|xplained|ecalled)\s",
        "",
        rf"\b(?:said|says|added|explained|recalled)\s+(?P<who>(?:an?|one|another)\s+{_PERSON_THERE})(?=\s*(?:[,.;]|who\b|$))",
    ),
)


def source_mentions(text: str, words: Vocabulary | None = None) -> list[tuple[int, int]]:
    """The spans (code points, end exclusive) of phrases that describe a source, in order, none overlapping.

    `words`: those of the text, where they are known.
    """
    spans = sorted({*(span for phrase in _ENGLISH for span in phrase.spans(text, words)), *source_spans(text)})
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
