"""How English reports name a body: the nouns for bodies, what stands before and behind them, and how far the whole name reaches. Pure."""

import re
from collections.abc import Iterator

from articles.suggestions.signs import behind
from provinces.patterns import lazy
from sources.phrases import Phrase
from sources.vocabulary import Vocabulary

_NO_NAME = (
    r"(?!(?:The|An?|In|On|At|By|When|While|As|After|But|And|If|For|From|According|However|Meanwhile|Its?|That|This|These|Those"
    r"|Since|Last|Both|With|Some|Under|To|Of|Though|Although|Because|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Daily|NK|RFA|VOA|Yonhap)\b)"
)
_KIND = (
    r"(?:provincial|city|county|central|local|national|state|government|foreign|external|economic|trade|general|border|security|party"
    r"|safety|commerce|transport|capital|management|customs|planning|farm|unification|defen[cs]e|fisheries|trading|regional"
    r"|municipal|market|health|quarantine|public|military|police|intelligence|finance|railway|anti-epidemic|emergency|social|mining"
    r"|forestry|news|construction|transportation|commercial|industrial|industry|light|heavy|chemical|procurement|land|housing"
    r"|energy|power|coal|statistics|price|distribution|food|grain|agricultur(?:e|al)|rural|urban|propaganda|inspection"
    r"|sanctions|expert|spy|monitoring|aviation|maritime|drug|audit|guidance|distribution|supply|supplies|materials|export|import|fishery|fishing|timber|forest|mineral"
    r"|textile|garment|medicine|pharmaceutical|medical|technology|science|culture|sports|water|river|marine|port|harbou?r|freight|shipping|vehicle|traffic|road"
    r"|telecommunications|postal|insurance|currency|exchange|crop|livestock|fruit|vegetable|seed|fertili[sz]er|machinery|guard|shoe|clothing|welfare|control|prosecution"
    r"|accounting|registration|licen[cs]e|permit|quality|environment|weather|flood|relief|disaster|fire|civil|naval|joint|special|patrol|coastal|mobile|frontier|salt|rice|corn|fuel|oil|steel|mountain"
    r"|standards|tax|electricity|railways?|roads|communications|youth|women[’']s|judicial|immigration|tourism"
    r"|neighbou?rhood|district|ward|town|education|labou?r|(?:city|county|province|district|town|people|workers|country|party|factory|company|farm|mine|enterprise|school|university|hospital|unit|mill)[’']s?|people(?=\s[Cc]ommittee))"
)
# Before these "office" is a body of many, and no room.
_OF_OFFICES = (
    "management",
    "guidance",
    "commerce",
    "distribution",
    "supply",
    "registration",
    "trade",
    "housing",
    "tax",
    "finance",
    "planning",
    "statistics",
    "inspection",
    "quarantine",
    "education",
    "labor",
    "labour",
    "transport",
    "procurement",
    "fisheries",
    "construction",
    "standards",
    "price",
    "harbor",
    "harbour",
    "railway",
)
NOUN = (
    r"(?:[Pp]eople[’']s [Cc]ommittee|[Pp]arty [Cc]ommittee|[Cc]ommittee|[Mm]inistry|[Cc]abinet|[Bb]ureau"
    r"|[Cc]ustoms(?! (?:(?:check)?points?|posts?|inspections?|clearance|procedures?|dut(?:y|ies)|declarations?|brokers?|fees?|checks?)\b)"
    r"(?: (?:[Oo]ffice|[Hh]ouse|[Aa]uthorities|[Oo]fficials|[Ss]ervice|[Aa]dministration|[Aa]gency|[Bb]ureau|[Dd]epartment"
    r"|[Dd]irectorate))?"
    r"|[Dd]epartment|[Ss]ection|[Tt]rading [Cc]ompan(?:y|ies)"
    r"|[Aa]uthorit(?:y|ies)|[Cc]ommand(?! of)|[Gg]overnment"
    r"|[Pp]arty(?! (?:Congress|Conference|Plenum|Plenary|Foundation|Secretary|Center))"
    r"|[Aa]gency|[Ff]actory|[Ss]ecurity [Oo]ffice|[Pp]olice(?: (?:[Ss]tation|post|box)\b)?|Office"
    r"(?: \d+)?|Company|Corporation|Bank|Assembly|Cent(?:er|re)|Council|Commission"
    r"|[Pp]anel(?: of [Ee]xperts)?(?: (?:on|for) (?:the )?(?:U\.?N\.? )?(?:sanctions (?:on|against) )?(?:North Korea|the DPRK|the North))?"
    r"|Treasury(?: Department)?"
    r"|Administration|Association|Organi[sz]ation|Fund|Foundation(?! (?:Day|[Aa]nniversary))|Forum|Board"
    r"|Alliance|Coalition|Chamber of Commerce"
    r"|Union|Institute|[Pp]rosecutors?[’']?s? [Oo]ffice|[Ff]orest [Ss]tation"
    r"|(?<!Radio )(?<!TV )(?<!Television )(?<!Broadcasting )(?:Station|Service)|[Ff]ish(?:ery|ing) [Bb]ase"
    r"|(?<=hood )watch(?: (?:unit|team)\b)?|[Cc]oast [Gg]uard|Room \d+|Headquarters"
    rf"|(?:{behind(*_OF_OFFICES)})office"
    r"|(?:(?!the |its |an? )[a-z]+ ){1,2}management [Oo]ffice"
    r"|Program(?:me)?|[Ee]mbassy|[Cc]onsulate|Network|Society|Mine|Railway|Complex"
    r"|Presidium(?: of the Supreme People[’']s Assembly)?|(?<=hood )unit|(?<=guard )unit|(?<=inspection )(?:group|team|unit)"
    r"|(?<=eople[’']s )[Uu]nits?"
    r"|(?<=[ -][Uu]n )[Rr]egime|(?<=[ -][Ii]l )[Rr]egime|Team|Directorate|Secretariat|Federation|Brigade|Division|Corps|Command|Mission)"
)
_NOT_ANOTHER_BODY = r"(?!\s(?:\w+\s){0,2}?(?:committee|government|party|bureau|office|department|police)\b)"
OF = (
    r"(?: for (?:the )?(?:[A-Z][\w’-]+ ?(?:and )?){1,4}(?:of the (?:[A-Z][\w’-]+ ?){1,2})?(?<=\w)"
    r"| of [A-Z][\w-]+[’']s (?:(?:people[’']s|provincial|city|county|party) )+[Cc]ommittee"
    r"| of (?:[A-Z][\w’-]+(?:(?:, [A-Z][\w’-]+){1,2},? and [A-Z][\w’-]+|(?:(?: and| for)? [A-Z][\w’-]+){0,3})"
    rf"|the (?:(?:city|county|province|district|town|state|country)\b{_NOT_ANOTHER_BODY}"
    r"|Party|Asia-Pacific|[A-Z][\w’-]+ [A-Z][\w’-]+)))?"
)
# "the provincial branch of the ministry", "the county bureau of the ministry": another body than the ministry.
_BRANCH = lazy(
    rf"(?<!\w)(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s)?(?:(?:{_NO_NAME}[A-Z][\w’'-]*|{_KIND}|\d+(?:st|nd|rd|th))\s){{0,3}}"
    r"(?:[Bb]ranch|[Uu]nit|Brigade|Division|[Aa]rm|[Cc]ell|[Bb]ureau|[Dd]epartment|[Ss]tation|[Dd]irectorate)\sof\s(?:the\s)?$"
)
_LONGEST_BRANCH = 60
# Of the "Trade and Industry Agency"; and "Unit 40 Trading Company".
_FIELD = (
    r"(?:Trade|Venture|Industr(?:y|ies)|Commerce|Agricultur(?:e|al)|Food|Forestry|Econom(?:y|ic)|Energy|Science|Technology|Customs|Transport|Land|Environment|Culture"
    r"|Finance|Planning|Research|Security|Export|Import|Health|Welfare|Labou?r|Fisher(?:y|ies)|Maritime|Inspection|Quarantine|Development|Cooperation"
    r"|Peace|Unification|Information|Communications|Mining|Metals?|Machinery|Drug|Investment|Policy|Strategy)"
)
NAMING = rf"(?:{_FIELD}\sand(?=\s{_FIELD}\b)|\d{{1,4}}(?=\s[A-Z])|{_NO_NAME}[A-Z][\w’'&.-]*|\d+(?:st|nd|rd|th)|{_KIND})"
BODY_PATTERN = rf"(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s|[Tt]hat\s)?(?:{NAMING}\s){{0,6}}{NOUN}\b(?![’']s){OF}"
BODY = lazy(BODY_PATTERN)
# The same before "’s", too: "the committee’s secretary".
BODY_OR_OWNER = lazy(rf"(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s|[Tt]hat\s)?(?:{NAMING}\s){{0,6}}{NOUN}\b(?:(?=[’']s?\s)|{OF})")
# Where a body of many is, which has no name of its own: "the customs house at Sanhe", "the police station in Unhung County".
_OF_MANY = lazy(
    r"(?:(?:the|an?)\s)?(?:North\sKorean\s|Chinese\s)?(?:[a-z’']+\s){0,3}?(?:customs\s(?:house|office)|police\s\w+|office|station|committee|consulate|embassy|bureau|department|brigade)",
    re.IGNORECASE,
)
_IN_PLACE = lazy(
    r"\s(?:in|at)\s(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Pyongyang|North\sKorea|China|Spring|Summer|Autumn|Winter)\b)"
    r"[A-Z][\w’-]+(?<![’']s)(?:\s[A-Z][\w’-]+)?(?:\s(?:[Cc]ounty|[Cc]ity|[Dd]istrict))?(?![\w’'])"
)
# The last words of the nouns, the first letter as a set.
_NOUNS = (
    r"[ECcMmBbDdSsTtaAGgNPpFfOoUuIwRrH](?:egime|oast\s|oom\s|eadquarters|ommittee|inistry|abinet|ureau|ustoms|epartment|ection|rading\s|uthorities|ommand|overnment"
    r"|etwork|ociety|ine\b|ailway|omplex|roup\b|uthority|arty|gency|actory|ecurity\s|rosecutor|orest\s|olice|ffice|ompany|orporation|ank|ssembly|ent(?:er|re)|ouncil|ommission|anel"
    r"|dministration|ssociation|rgani[sz]ation|nion|nstitute|tation|ervice|ffice|rogram|nit|eam|ish(?:ery|ing)\s|atch|irectorate|ecretariat|ederation"
    r"|rigade|ivision|orps|mbassy|onsulate|residium|ission|reasury|und\b|oundation|orum|oard|lliance|oalition|hamber\s)"
)
# What may stand before one of them, or be the first of its words.
_PART = rf"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]hat|[A-Z][\w’'&.-]*|\d+(?:st|nd|rd|th)?|and|{_KIND}|people)"
_BEGIN = rf"\b(?={_PART}\s)"
# Without one of these words nothing names a body.
BODY_SIGN = lazy(_NOUNS)
_PHRASE = Phrase.of(_NOUNS, rf"{NOUN}\b(?![’']s)", BODY_PATTERN, begin=_BEGIN, part=_PART, words=18)


def body_spans(text: str, words: Vocabulary | None = None) -> Iterator[tuple[int, int]]:
    """Where bodies are named in a text, each with the branch of it that is meant."""
    for start, end in _PHRASE.spans(text, words):
        yield whole_name(text, start, end)


def whole_name(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the whole name of the body at text[start:end] stands: with the branch of it that is meant, or the place where it is."""
    the = start + 4 if text.startswith(("the ", "The "), start) else start
    of = text.endswith("of ", 0, start) or text.endswith("of the ", 0, the)
    branch = _BRANCH.search(text, max(0, start - _LONGEST_BRANCH), the) if of else None
    place = _IN_PLACE.match(text, end) if _OF_MANY.fullmatch(text, start, end) else None
    return branch.start() if branch else start, place.end() if place else end
