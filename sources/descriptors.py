"""Where a text says who its source is and where that source sits, so that filing by province passes over it.

"A source in Yanggang Province" says where somebody lives, not where something happened. A word such as "source" or
소식통 is enough; a resident, a trader or an official is a source only where the sentence lets that person speak.
"""

from sources.phrases import Phrase

# --- English: places ---

_NAME = r"[A-ZŎŬ][\w’'-]*(?:\s+[A-ZŎŬ][\w’'-]*){0,3}"
_KIND = r"(?:[Pp]rovinces?|[Cc]ount(?:y|ies)|[Cc]it(?:y|ies)|[Dd]istricts?|[Rr]egions?|[Aa]reas?|[Tt]owns?|[Bb]order)"
_BEFORE = (
    r"(?:(?:the|both|north|south|east|west|northern|southern|eastern|western|northeastern|northwestern|central|border"
    r"|capital|port|special|inland|nearby|neighbou?ring|city|town|county|province|region|area|of)\s+){0,5}"
)
_PLACE = rf"(?:{_BEFORE}{_NAME}(?:\s+{_KIND})?|the\s+(?:\w+\s+){{0,2}}{_KIND})"
# A second place belongs to the source only if the sentence then goes on to what the source does, or stops there.
_THEN = r"(?=\s*(?:[,.;:)”\"\n]|$|who\b|said\b|told\b|says?\b|explained\b|added\b|reported\b|noted\b|claimed\b))"
_PLACES = (
    rf"{_PLACE}(?:(?:,\s+{_NAME}){{0,3}},?\s+(?:and|or)\s+{_NAME}\s+{_KIND}"
    rf"|(?:,\s+{_NAME}){{0,3}},?\s+(?:and|or)\s+{_PLACE}{_THEN}"
    rf"|\s+in\s+{_PLACE}|,\s+(?:in\s+)?{_PLACE}{_THEN})?"
)
_WHERE = (
    r"(?:(?:an?\s+(?:\w+\s+)?\w+\s+)?who\s+(?:travels|commutes|goes|trades|shuttles)\s+between\s+|"
    r"(?:who\s+(?:is|was|are|were|lives?|resides?|works?|stays?)\s+)?(?:currently\s+)?"
    r"(?:(?:based|living|located|residing|working|staying)\s+)?(?:in|from|inside|within|at|near|across|close\s+to)\s+)"
)

# --- English: people ---

_ARTICLE = (
    r"\b(?:[Aa]n?|[Tt]he|[Tt]h(?:is|at|ese|ose)|[Oo]ur|[Ii]ts|[Aa]nother|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]ome|[Ss]everal"
    r"|[Mm]any|[Mm]ultiple|[Vv]arious|[Oo]ther|[Aa]dditional|[Bb]oth)\s+"
)
# Up to six words between article and noun: adjectives, an outlet's name, a place; nothing that begins a new phrase.
_WORDS = (
    r"(?:(?!(?:an?|the|in|from|of|at|to|on|by|for|with|and|or|that|which|who|is|are|was|were|has|have|had|said|told)\b)"
    r"[\w’'.-]+\s+){0,6}?"
)
_TELLER = (
    r"(?<!\b[Ww]ater )(?<!\b[Ee]nergy )(?<!\b[Ff]ood )(?<!\b[Pp]ower )(?<!\b[Hh]eat )(?<!\b[Ii]ncome )"
    r"(?:[Ss]ources?\b(?!\s+(?:of|goods|materials?|supplies|products?|parts|raw|all|its|their)\b)"
    r"|[Ii]nformants?\b|[Rr]eporting\s+partners?\b)"
)
_PERSON = (
    r"(?:[Rr]esidents?|[Cc]itizens?|[Oo]fficials?|[Cc]adres?|[Tt]raders?|[Mm]erchants?|[Ss]mugglers?|[Ff]armers?|[Ww]orkers?"
    r"|[Dd]rivers?|[Ss]oldiers?|[Dd]efectors?|[Bb]usiness\s?(?:person|people|m[ae]n|wom[ae]n)|wom[ae]n|m[ae]n|partners?)\b"
)
_PERSON_THERE = (
    rf"(?:(?:{_ARTICLE})?{_WORDS}{_PERSON},?\s+(?:{_WHERE}|of\s+){_PLACES}"
    rf"|(?:{_ARTICLE})?{_WORDS}{_NAME}(?:-based)?\s+(?:{_KIND}\s+)?(?:[a-z-]+\s+)?{_PERSON})"
)

# --- English: speaking ---

_OUTLET = (
    r"(?:us\b|our\b|the\s+(?:outlet|newspaper|paper|agency|broadcaster|magazine)\b|Daily\s|Radio\s|[A-Z]{2,}"
    r"|[A-Z]\w+\s+(?:News|Agency|Times|Post|Herald|Press|Daily|Review)\b)"
)
_ASIDE = r"(?:,?\s+(?:who|speaking|requesting|on\s+condition)\b[^.!?\n]{0,120}?,?)?"
_ANONYMOUS = r"(?:condition\s+of\s+anonymity|(?:requested|asked\s+for)\s+anonymity|not\s+(?:to\s+)?be\s+named)"
_SPEAKS = (
    rf"(?={_ASIDE},?\s+(?:(?:also|later|further|recently|then)\s+)?"
    rf"(?:(?:said|says|recalled|complained)\b|(?:explained|added|noted|claimed|reported)(?:\s+that\b|\s*[,.:])|told\s+{_OUTLET})"
    rf"|[^.!?\n]{{0,160}}{_ANONYMOUS})"
)

# a (separate, Daily NK, high-ranking) source in PLACE; the source, who is based in PLACE; sources from PLACE
_TELLER_THERE = rf"{_TELLER},?\s+{_WHERE}{_PLACES}"
_PERSON_SPEAKS = rf"{_PERSON}(?:,?\s+(?:{_WHERE}|of\s+){_PLACES})?{_SPEAKS}"
# How these nouns begin, the first letter as a set, so that a text is run through quickly.
_TELLERS = r"[SsIiRr](?:ource|nformant|eporting\s)"
# Where such a phrase begins, be it with a name.
_BEGIN = rf"\b(?=[A-ZŎŬ]|{_ARTICLE})"
_PERSONS = (
    r"[RrCcOoTtMmSsFfWwDdBbp](?:esident|itizen|fficial|adre|rader|erchant|muggler|armer|orker|river|oldier|efector|usiness"
    r"|om[ae]n\b|[ae]n\b|artner)"
)

_ENGLISH = (
    Phrase.of(_TELLERS, _TELLER_THERE, rf"(?:{_ARTICLE}{_WORDS})?{_TELLER_THERE}", begin=_BEGIN, words=8),
    # a PLACE-based source, a Daily NK PLACE Province source; without an article: PLACE sources
    Phrase.of(
        _TELLERS,
        _TELLER,
        rf"(?:{_ARTICLE}{_WORDS}|\b{_NAME}(?:\s+{_KIND})?\s+(?:[a-z-]+\s+)?){_TELLER}",
        begin=_BEGIN,
        words=8,
    ),
    # a resident of PLACE said; a PLACE Province official, who asked not to be named
    Phrase.of(_PERSONS, _PERSON_SPEAKS, rf"\b{_PERSON_THERE}{_SPEAKS}", begin=r"\b(?=\w)", words=15),
    # according to a resident of PLACE; “…,” said a resident of PLACE.
    Phrase.of(r"[Aa]ccording\s", "", rf"\b[Aa]ccording\s+to\s+(?P<who>{_PERSON_THERE})"),
    Phrase.of(
        r"[saer](?:aid|ays|dded|xplained|ecalled)\s",
        "",
        rf"\b(?:said|says|added|explained|recalled)\s+(?P<who>(?:an?|one|another)\s+{_PERSON_THERE})(?=\s*(?:[,.;]|who\b|$))",
    ),
)

# --- Korean ---

_NAME_KO = (
    r"(?:[가-힣]{1,6}(?:특별시|직할시|도당|시당|군당|도|시|군|구역|구|리|동|읍|지역|지방)|함[남북]|평[남북]|황[남북]|양강|량강|자강|강원"
    r"|평양|혜산|신의주|회령|청진|무산|온성|나선|라선|나진|라진|남포|개성|사리원|해주|원산|함흥|강계|만포|평성|순천|단천"
    r"|북한|북중|조중|중국|단둥|옌지|연길|훈춘|국경|접경|내륙|북부|남부)"
)
_PLACE_KO = rf"{_NAME_KO}(?:와|과|의|,|·)?(?:에\s?(?:있는|사는|거주하는|거주\s?중인))?"
_PLACES_KO = rf"(?<![가-힣A-Za-z])(?:{_PLACE_KO}\s+(?:(?:및|거주|출신|현지|내부|지역)\s+)?){{0,4}}"
_WHICH_KO = (
    r"(?:(?:한|어느|다른|또\s?다른|복수의|여러|두|세|익명의|익명을\s?(?:요구|요청)한|이름을\s?밝히지\s?않은)\s+)"
)
_ROLE_KO = (
    r"(?:(?:주민|간부|무역|무역일[꾼군]|일[꾼군]|관련|내부|현지|군|군부|대북|고위|당|행정|경제|농업|상인|보위|안전|사법|부문|기관|업계"
    r"|(?:내부\s)?(?:사정|소식)에\s?(?:밝은|정통한))\s?)"
)
_TELLER_KO = r"(?:소식통|취재\s?협력자|내부\s?협력자|협력자)들?"
_PERSON_KO = (
    r"(?:주민|간부|상인|장사[꾼군]|무역일[꾼군]|무역업자|관계자|노동자|농민|밀수[꾼군]|일[꾼군]|탈북민|여성|남성)들?"
)
_SAYS_KO = (
    r"(?:전했|전해\s?왔|말했|밝혔|설명했|지적했|덧붙였|언급했|강조했|주장했|알려\s?왔|알렸"
    r"|부연했|토로했|하소연했|귀띔했|전언)"
)
# The same sentence ends in a verb of telling, and no source proper stands before that verb to take it.
_SPEAKS_KO = (
    r"(?=(?:\([^)\n]{0,40}\))?(?:에\s?(?:따르면|의하면)"
    rf"|(?:은|는|이|가|도|의)(?:(?!소식통|협력자)[^.!?\n]){{0,200}}{_SAYS_KO}))"
)

# Where a word begins.
_BEGIN_KO = "(?<![가-힣])(?=[가-힣])"
_TELLERS_KO = r"[소협취내](?:식통|력자|재\s?협력자|부\s?협력자)"
_PERSONS_KO = r"[주간상장무관노농밀일탈여남](?:민|부|인|사[꾼군]|역|계자|동자|수[꾼군]|[꾼군]|북민|성)"
_NAMED_KO = rf"{_PERSON_KO}\s(?:[A-Z]|[가-힣]\s?모)\s?씨"

_KOREAN = (
    Phrase.of(_TELLERS_KO, "", rf"{_PLACES_KO}{_WHICH_KO}?{_ROLE_KO}{{0,3}}{_TELLER_KO}", begin=_BEGIN_KO),
    # a place we have no list for, right before the word: 보천 소식통; not a word with a particle: 회의에서 소식통은
    Phrase.of(
        "소식통",
        "",
        rf"(?<![가-힣])[가-힣]{{2,4}}(?<![은는을를와과고며])(?<!에서)(?<!에는)(?<!으로)\s{_ROLE_KO}?소식통들?",
        begin=_BEGIN_KO,
    ),
    Phrase.of("소식통", "", rf"소식통들?\s?\((?:{_PLACE_KO}\s?){{1,4}}\)"),
    Phrase.of(
        _PERSONS_KO,
        rf"{_PERSON_KO}{_SPEAKS_KO}",
        rf"{_PLACES_KO}{_WHICH_KO}{_ROLE_KO}{{0,3}}{_PERSON_KO}{_SPEAKS_KO}",
        begin=_BEGIN_KO,
    ),
    Phrase.of(_PERSONS_KO, _NAMED_KO, rf"{_PLACES_KO}{_ROLE_KO}{{0,3}}{_NAMED_KO}", begin=_BEGIN_KO),
)

_PHRASES = _ENGLISH + _KOREAN


def source_mentions(text: str) -> list[tuple[int, int]]:
    """The spans (code points, end exclusive) of phrases that describe a source, in order, none overlapping."""
    spans = sorted(span for phrase in _PHRASES for span in phrase.spans(text))
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
