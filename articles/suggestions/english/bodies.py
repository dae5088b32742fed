"""How English reports name a body: the nouns for bodies, what stands before and behind them, and how far the whole name reaches. Pure."""

import re
from collections.abc import Iterator

from articles.suggestions.signs import behind
from articles.suggestions.worded import Worded
from provinces.patterns import lazy
from sources.phrases import Phrase
from sources.vocabulary import Vocabulary

_NO_NAME = (
    r"(?!(?:The|An?|Our|Their|My|His|Her|Your|Every|Each|No|Another|Other|Many|Most|All|In|On|At|By|When|While|As|After|But|And|If|For|From|According|However|Meanwhile|Its?|That|This|These|Those"
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
_KINDS_OF_OFFICES = (
    "management guidance commerce distribution supply registration trade housing tax finance planning statistics inspection quarantine"
    " education labor labour transport procurement fisheries construction standards price harbor harbour railway market electricity power"
    " heating water telecom telecommunications communications broadcasting post ward village land health welfare pension immigration"
    " passport mobilization conscription grain food fuel fertilizer veterinary forestry mining road port shipping liaison representative"
    " regional permit licensing registry audit prosecution propaganda environment insurance exchange employment"
    " sanitation disinfection consular"
)
# Before these a small "team" or "court" is one of many.
_KINDS_OF_TEAMS = (
    "provincial city county central district ward town village municipal military party women’s women's people’s people's youth trade"
    " control inspection patrol guidance joint border price market safety security police guard state propaganda sanitation"
)
_OF_OFFICES, _OF_TEAMS = _KINDS_OF_OFFICES.split(), _KINDS_OF_TEAMS.split()
_TEAM = "team|squad|court|hospital|board|union|league|mission|school"
# With these end the names of firms: "Rungra Construction".
_FIRM = (
    r"(?=[CRASLHGTUP])(?<=[a-z] )(?<! of )(?<! for )(?<! and )(?<! the )(?<!The )"
    r"(?:Construction|(?:Unit|Group|Squad|Patrol|Court|Hospital)(?! \d)|Railways|Airlines|Airways"
    r"|Shipping|Logistics|Holdings|Garments|Textiles|Seafoods?)(?! [A-Z])"
)
NOUN = (
    r"(?:(?:Bureau|Unit|Group|Department|Brigade|Division|Corps|Section)(?: No\.)? \d+\b"
    r"|[Pp]eople[’']s [Cc]ommittee|[Pp]arty (?:[Cc]ommittee|cell)|[Cc]ommittee|[Mm]inistry|[Cc]abinet|[Bb]ureau"
    r"|[Cc]ustoms(?! (?:(?:check)?points?|posts?|inspections?|clearance|procedures?|dut(?:y|ies)|declarations?|brokers?|fees?|checks?)\b)"
    r"(?: (?:[Oo]ffice|[Hh]ouse|[Aa]uthorities|[Oo]fficials|[Ss]ervice|[Aa]dministration|[Aa]gency|[Bb]ureau|[Dd]epartment"
    r"|[Dd]irectorate))?"
    r"|[Dd]epartment(?! [Ss]tore)|[Ss]ection|[Tt]rading [Cc]ompan(?:y|ies)"
    r"|[Aa]uthorit(?:y|ies)|[Cc]ommand(?! of)|[Gg]overnment"
    r"|[Pp]arty(?! (?:Congress|Conference|Plenum|Plenary|Foundation|Secretary|Center))"
    r"|[Aa]gency|[Ff]actory|[Ss]ecurity [Oo]ffice"
    r"|[Pp]olice(?: (?:[Ss]tation|post|box)\b| and (?:state )?security (?:officers|agents|officials)\b)?|Office"
    r"(?: \d+)?|Company|Corporation|Bank|Assembly|Cent(?:er|re)|Council|Commission"
    r"|[Pp]anel(?: of [Ee]xperts)?(?: (?:on|for) (?:the )?(?:U\.?N\.? )?(?:sanctions (?:on|against) )?(?:North Korea|the DPRK|the North))?"
    r"|Treasury(?: Department)?"
    r"|Administration|Association|Organi[sz]ation|Fund|Foundation(?! (?:Day|[Aa]nniversary))|Forum|Board"
    r"|Alliance|Coalition|Chamber of Commerce"
    r"|Union|Institute|[Pp]rosecutors?[’']?s? [Oo]ffice"
    r"|(?<=he )prosecutors(?= (?:say|said|told|want|ask|demand|order|announce|warn))|[Ff]orest [Ss]tation"
    r"|(?<!Radio )(?<!TV )(?<!Television )(?<!Broadcasting )(?:Station|Service)|[Ff]ish(?:ery|ing) [Bb]ase"
    r"|(?<=hood )watch(?: (?:unit|team)s?\b)?|[Cc]oast [Gg]uard|Room \d+|Headquarters"
    rf"|(?=office\b)(?:{behind(*_OF_OFFICES)})office"
    rf"|(?=[tschbulm])(?=(?:{_TEAM})\b)(?:{behind(*_OF_TEAMS)})(?:{_TEAM})|{_FIRM}"
    r"|(?:(?!the |its |an? )[a-z]+ ){1,2}management [Oo]ffice"
    r"|Program(?:me)?|[Ee]mbassy|[Cc]onsulate(?: [Gg]eneral)?"
    r"|Politburo|(?<=Joint )Chiefs(?: of Staff)?|[Ii]nminban|(?<=Red )Cross|(?<=General )Staff|League|Shipyard|(?<=Steel )Works"
    r"|Network|Society|Mine|Railway|Complex"
    r"|Presidium(?: of the Supreme People[’']s Assembly)?|(?<=hood )unit|(?<=guard )unit|(?<=inspection )(?:group|team|unit)"
    r"|(?<=eople[’']s )[Uu]nits?"
    r"|(?<=[ -][Uu]n )[Rr]egime|(?<=[ -][Ii]l )[Rr]egime|Team|Directorate|Secretariat|Federation|Brigade|Division|Corps|Command|Mission)"
)
_NOT_ANOTHER_BODY = r"(?!\s(?:\w+\s){0,2}?(?:committee|government|party|bureau|office|department|police)\b)"
# Of a name, an apostrophe too: "the Ministry of Shepherds' Welfare".
_LETTERS = r"(?:[\w’-]|'(?=\w|\s[A-Z]))+"
OF = (
    rf"(?: for (?:the )?(?:[A-Z]{_LETTERS} ?(?:and )?){{1,4}}(?:of the (?:[A-Z]{_LETTERS} ?){{1,2}})?(?<=\w)"
    r"| of [A-Z][\w-]+[’']s (?:(?:people[’']s|provincial|city|county|party) )+[Cc]ommittee"
    rf"| of (?:[A-Z]{_LETTERS}(?:(?:, [A-Z]{_LETTERS}){{1,2}},? and [A-Z]{_LETTERS}|(?:(?: and| for)? [A-Z]{_LETTERS}){{0,3}})"
    rf"|the (?:(?:city|county|province|district|town|state|country)\b{_NOT_ANOTHER_BODY}"
    rf"|Party|Asia-Pacific|(?:{_LETTERS} ){{0,3}}?(?:[Mm]ine|[Ff]actory|[Pp]lant|[Ff]arm|mill|[Ww]orks|shipyard|[Hh]ospital|[Ss]chool)\b"
    rf"|[A-Z]{_LETTERS} [A-Z]{_LETTERS})))?"
)
# "the provincial branch of the ministry", "the county bureau of the ministry": another body than the ministry.
_BRANCH = lazy(
    rf"(?<!\w)(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s)?(?:(?:{_NO_NAME}[A-Z][\w’'-]*|{_KIND}|\d+(?:st|nd|rd|th))\s){{0,3}}"
    r"(?:[Bb]ranch|[Uu]nit|Brigade|Division|[Aa]rm|[Cc]ell|[Bb]ureau|[Dd]epartment|[Ss]tation|[Dd]irectorate"
    r"|group|team|squad|inspectorate|delegation|committee)\sof\s(?:the\s)?$"
)
LONGEST_BRANCH = 60
# "The cadre department", "the brigade’s political department": small words that no list knows, between its article and a body of
# which there are many; but not what only tells it from others.
_COUNTED = lazy(
    r"(?:(?!the\b|an?\b|its\b|that\b)[a-z][\w’'-]*\s){0,3}(?:committee|ministry|authority|bureau|department|section|office|agency|company|factory|station|unit|team|group|brigade|command|council|board)\b"
)
DESCRIBED = lazy(
    # "the Danish wool agency"
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Oo]ur|[Tt]heir|[Mm]y)\s(?:{_NO_NAME}[A-Z][\w’-]*\s){{0,2}}(?:(?!(?:of|from|at|in|for|by|to|with|and|or|our|their|its|his|her|my|the|an?|that|who|which|where|same|other|relevant|competent|responsible|whole|entire|new|old|current|former|previous|first|second|third|next|last"
    r"|only|own|such|said|main|top|key|higher|upper|lower|so-called|nearby|neighbou?ring|big|large|small|two|three|many|several|some|every|each|following|existing|leading|ruling"
    r"|governing|remaining|acting|respective|concerned|certain|various|joint|combined|special|entire|powerful|secret|local|regional|Chinese|ordinary|average|better|nearest)\b|\w+ly\b)"
    r"[a-z][\w’'-]*\s){1,3}$"
)
# Of the "Trade and Industry Agency"; and "Unit 40 Trading Company".
_FIELD = (
    r"(?:Trade|Venture|Industr(?:y|ies)|Commerce|Agricultur(?:e|al)|Food|Forestry|Econom(?:y|ic)|Energy|Science|Technology|Customs|Transport|Land|Environment|Culture"
    r"|Finance|Planning|Research|Security|Export|Import|Health|Welfare|Labou?r|Fisher(?:y|ies)|Maritime|Inspection|Quarantine|Development|Cooperation"
    r"|Peace|Unification|Propaganda|Agitation|Organi[sz]ation|Guidance|Information|Communications|Iron|Steel|Coal|Light|Chemical|Munitions|Posts?|Railways?|Sports|Education|Mining|Metals?|Machinery|Drug|Investment|Policy|Strategy)"
)
NAMING = rf"(?:{_FIELD}\sand(?=\s{_FIELD}\b)|\d{{1,4}}(?=\s[A-Z])|{_NO_NAME}[A-Z][\w’'&.-]*|\d+(?:st|nd|rd|th)|{_KIND})"
BODY_PATTERN = rf"(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s|[Tt]hat\s)?(?:{NAMING}\s){{0,6}}{NOUN}\b(?![’']s){OF}"
# The same before "’s", too: "the committee’s secretary".
_BODY_OR_OWNER = lazy(
    rf"(?<!\w)(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s|[Tt]hat\s)?(?:{NAMING}\s){{0,6}}{NOUN}\b(?:(?=[’']s?\s)|{OF})"
)
# Where a body of many is, which has no name of its own: "the customs house at Sanhe", "the police station in Unhung County".
_OF_MANY = lazy(
    r"(?:(?:the|an?)\s)?(?:North\sKorean\s|Chinese\s)?(?:[a-z’']+\s){0,3}?(?:customs\s(?:house|office)|police\s\w+"
    r"|office|station|committee|consulate(?:\sgeneral)?|embassy|bureau|department|brigade|union|league|hospital|court|school|team|mission|branch)",
    re.IGNORECASE,
)
_IN_PLACE = lazy(
    r"\s(?:in|at)\s(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Pyongyang|North\sKorea|China|Spring|Summer|Autumn|Winter)\b)"
    r"[A-Z][\w’-]+(?<![’']s)(?:\s[A-Z][\w’-]+)?(?:\s(?:[Cc]ounty|[Cc]ity|[Dd]istrict))?(?![\w’'])"
)
# "The Russian embassy in Pyongyang" is in the city, and no ministry there is called so.
_SEATED, _LONGEST_SEATED = lazy(r"(?i:office|embassy|consulate|hospital|school)$"), 9
_IN_CAPITAL = lazy(r"\sin\sPyongyang(?![\w’'-])")
# The last words of the nouns, the first letter as a set.
_NOUNS = (
    r"[EeCcMmBbDdSsTtaAGgNPpFfOoUuIiWwRrHhLlJ](?:egime|oast\s|oom\s|eadquarters|ommittee|inistry|abinet|ureau|ustoms|epartment|ection|rading\s|uthorities|ommand|overnment"
    r"|etwork|ociety|ine\b|ailway|omplex|roup\b|uthority|arty|gency|actory|ecurity\s|rosecutor|orest\s|olice|ffice|ompany|orporation|ank|ssembly|ent(?:er|re)|ouncil|ommission|anel"
    r"|dministration|ssociation|rgani[sz]ation|nion|nstitute|tation|ervice|ffice|rogram|nit|eam|ish(?:ery|ing)\s|atch|irectorate|ecretariat|ederation"
    r"|rigade|ivision|orps|mbassy|onsulate|residium|ission|reasury|und\b|oundation|orum|oard|lliance|oalition|hamber\s"
    r"|quad\b|atrol\b|ourt\b|ospital|chool\b|eague|ross\b|taff\b|hipyard|orks\b|olitburo|onstruction|hiefs|nminban|irlines|irways|hipping|ogistics|oldings|arments|extiles|eafoods?)"
)
# What may stand before one of them, or be the first of its words.
_PART = rf"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]hat|[A-Z][\w’'&.-]*|\d+(?:st|nd|rd|th)?|and|{_KIND}|people)"
_BEGIN = rf"\b(?={_PART}\s)"
# Without one of these words nothing names a body.
BODY_SIGN = lazy(_NOUNS)
BODY = Worded(BODY_PATTERN, rf"[A-Za-z]*(?:{_NOUNS})[A-Za-z]*".replace(r"\s", "").replace(r"\b", ""))
_PHRASE = Phrase.of(_NOUNS, rf"{NOUN}\b(?![’']s)", BODY_PATTERN, begin=_BEGIN, part=_PART, words=18)
_NUMBERED = rf"(?:{_PART}|\d{{1,4}})"
_OR_OWNER = Phrase.of(
    _NOUNS, rf"{NOUN}\b", _BODY_OR_OWNER.pattern, begin=rf"\b(?={_NUMBERED}\s)", part=_NUMBERED, words=18
)


def body_spans(text: str, words: Vocabulary | None = None) -> Iterator[tuple[int, int]]:
    """Where bodies are named in a text, each with the branch of it that is meant."""
    for start, end in _PHRASE.spans(text, words):
        yield whole_name(text, start, end)


def bodies_and_owners(text: str) -> Iterator[tuple[int, int]]:
    """Where bodies are named in a text, be it as the owners of something, in order, none overlapping; without their branches."""
    if "anagement " in text:  # any words may stand before "management office"
        return (body.span() for body in _BODY_OR_OWNER.finditer(text))
    return _OR_OWNER.spans(text)


def whole_name(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the whole name of the body at text[start:end] stands: with its branch, what describes it, and where it is."""
    the = start + 4 if text.startswith(("the ", "The "), start) else start
    of = text.endswith("of ", 0, start) or text.endswith("of the ", 0, the)
    branch = _BRANCH.search(text, max(0, start - LONGEST_BRANCH), the) if of else None
    place = _IN_PLACE.match(text, end) if _OF_MANY.fullmatch(text, start, end) else None
    place = place or (
        _IN_CAPITAL.match(text, end) if _SEATED.search(text, max(start, end - _LONGEST_SEATED), end) else None
    )
    described = (
        DESCRIBED.search(text, max(0, start - LONGEST_BRANCH), start) if _COUNTED.match(text, start, end) else None
    )
    first = branch or described
    return first.start() if first else start, place.end() if place else end
