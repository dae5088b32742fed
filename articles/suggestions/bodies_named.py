"""Bodies an English report names: party committees, ministries, bureaus, companies; the fullest name of each, and their orders."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from articles.remembered import within_a_reading
from articles.suggestions.english_governments import alike, whose_government
from articles.suggestions.english_nouns import STATE
from articles.suggestions.signs import Signed, behind, word_of
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
_NOUN = (
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
_OF = (
    r"(?: for (?:the )?(?:[A-Z][\w’-]+ ?(?:and )?){1,4}(?:of the (?:[A-Z][\w’-]+ ?){1,2})?(?<=\w)"
    r"| of [A-Z][\w-]+[’']s (?:(?:people[’']s|provincial|city|county|party) )+[Cc]ommittee"
    r"| of (?:[A-Z][\w’-]+(?:(?:, [A-Z][\w’-]+){1,2},? and [A-Z][\w’-]+|(?:(?: and| for)? [A-Z][\w’-]+){0,3})"
    rf"|the (?:(?:city|county|province|district|town|state|country)\b{_NOT_ANOTHER_BODY}"
    r"|Party|Asia-Pacific|[A-Z][\w’-]+ [A-Z][\w’-]+)))?"
)
# "the provincial branch of the ministry", "the county bureau of the ministry": another body than the ministry.
_PART_OF = frozenset(("branch", "unit", "brigade", "division", "arm", "cell", "station"))
_OWNER_BEHIND = lazy(r"^(?P<part>[^,]*?\w)\sof\s(?:the\s)?(?P<owner>[A-Z].*)$")
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
_NAMING = (
    rf"(?:{_FIELD}\sand(?=\s{_FIELD}\b)|\d{{1,4}}(?=\s[A-Z])|{_NO_NAME}[A-Z][\w’'&.-]*|\d+(?:st|nd|rd|th)|{_KIND})"
)
_BODY = rf"(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s|[Tt]hat\s)?(?:{_NAMING}\s){{0,6}}{_NOUN}\b(?![’']s){_OF}"
BODY = lazy(_BODY)
# The same before "’s", too: "the committee’s secretary".
BODY_OR_OWNER = lazy(rf"(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s|[Tt]hat\s)?(?:{_NAMING}\s){{0,6}}{_NOUN}\b(?:(?=[’']s?\s)|{_OF})")
# Where a body of many is, which has no name of its own: "the customs house at Sanhe", "the police station in Unhung County".
_OF_MANY = lazy(
    r"(?:(?:the|an?)\s)?(?:North\sKorean\s|Chinese\s)?(?:[a-z’']+\s){0,3}?(?:customs\s(?:house|office)|police\s\w+|office|station|committee|consulate|embassy|bureau|department|brigade)",
    re.IGNORECASE,
)
_IN_PLACE = lazy(
    r"\s(?:in|at)\s(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Pyongyang|North\sKorea|China|Spring|Summer|Autumn|Winter)\b)"
    r"[A-Z][\w’-]+(?<![’']s)(?:\s[A-Z][\w’-]+)?(?:\s(?:[Cc]ounty|[Cc]ity|[Dd]istrict))?(?![\w’'])"
)
_SHORT = lazy(r"\s\((?:the\s)?(?P<letters>[A-Z]{3,8}|UN|EU)\)")
# What a name printed elsewhere in full is shortened to without brackets: "KSTA", "the UN".
_LETTERS = lazy(r"(?<![\w.-])(?:[A-Z]{3,8}|UN|EU|US|UK|(?:[A-Z]\.){2,4})(?![\w-])")
_RUN = lazy(r"[A-Z][\w’'-]*(?:\s(?:(?:of|for|and|the)\s){0,2}[A-Z][\w’'-]*){1,9}")
_SMALL = frozenset(("of", "for", "and", "the"))
# "Salt Friends, a charity for the coast": a body by what is said of it.
_IS_A_BODY = lazy(
    r",\s(?:an?|the)\s(?:[\w’'.-]+\s){0,5}?(?:organi[sz]ation|group|think[\s-]tank|agency|institute|institution|company|firm|charity"
    r"|watchdog|consultancy|association|coalition|alliance|foundation|NGO|non-?profit|federation)(?=[,.]|\s(?:for|of|in|based|that|which"
    r"|working|monitoring|run|with|dedicated|focused|focusing|founded|specializing|specialising|tracking|studying|under|at|on)\b)"
)
_NAMED_BEFORE = lazy(r"[A-Z][\w&’'-]*(?:\s(?:and\s)?[A-Z][\w&’'-]*){0,5}$")
# A name, and not only a kind of body.
PROPER_NAME = lazy(r"[A-Z][\w’'-]*\s(?:(?:of|for|and|on|the)\s){0,2}[A-Z]")
# "The ministry’s data", "the people’s committee’s data": the last owner of a phrase.
OWNS = lazy(r"[’']s?\s(?!.*[’']s?\s)")
_CAPITALISED, _LONGEST_NAMED = lazy(r"\b[A-Z][\w’'&-]*"), 120
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
_PHRASE = Phrase.of(_NOUNS, rf"{_NOUN}\b(?![’']s)", _BODY, begin=_BEGIN, part=_PART, words=18)

_ARTICLE = lazy(
    # "the Seoul-based human rights group Salt Watch"
    r"^(?:(?i:the|an?|its|that|their|our)\s)?(?:(?:[A-Z][\w.]*\s)?[A-Z][\w.]*-based\s)?"
)
# "Human rights group Salt Watch", "food regulator Salt Watch"
_KIND_BEFORE = lazy(
    r"^(?:(?:South\s)?[A-Z][a-z]+[’']s\s)?(?:[A-Z]?[a-z-]+\s){0,4}(?:group|think[\s-]tank|organi[sz]ation|charity|watchdog|NGO|nonprofit|network|consultancy|regulator|tracker|firm|provider|operator)\s(?=[A-Z])"
)
_LETTERS_BEHIND = lazy(r"\s\([A-Z]{2,8}\)$")
_OWNS_AT_END = lazy(r"[’']s$")
_OWNER = lazy(r"[’']s\b")
# Whose a body is, before a name that needs no owner: "North Korea’s Ministry of Railways". Of other states it is part of it.
_OF_STATE = lazy(
    r"^(?:the\s)?(?:North\sKorean\s(?=[A-Z])|(?:(?:North)(?:\sKorea)?|South|Pyongyang|DPRK|(?:city|county|province|country|state|town|party)(?=[’']s\s[A-Z]))[’']s?\s(?=[A-Z]|\w+\s\w+))"
)
_WORD = lazy(r"\w+")
_HALVES = ("North Korea", "South Korea")
_PANEL = lazy(r"\b[Pp]anel\b")
_INTELLIGENCE = lazy(r"\bIntelligence (?:Service|Agency)\b")
_ORDER = r"(?:[Oo]rders?|[Ii]nstructions?|[Dd]irectives?|[Nn]otices?|[Dd]ecrees?|[Gg]uidelines|[Cc]irculars?)"
_GIVES = (
    r"(?:issued|handed\sdown|sent|gave|given|passed\sdown|circulated|distributed|released|put\sout|published|conveyed)"
)
# "an order from the Cabinet", "a Cabinet order", "the Cabinet handed down an order", "word came down from the Cabinet".
_FROM = rf"\b(?:{_ORDER}|word(?=\s(?:came|has\scome)\b)),?\s(?:(?!to\b)[\w’'-]+\s){{0,4}}?(?:from|by|through|of|in\sthe\sname\sof)\s"
# "The source said that the ministry …", "a Cabinet order": no word of the body's name.
_LOOSE = lazy(r"^(?:that|an?)\s")
# "An order to stop fishing came down from the Cabinet"
_CAME_FROM = rf"\b{_ORDER}\s[^.;“”\"▪]{{0,80}}?\b(?:came|come|coming|arrived)\s(?:down\s)?from\s"
# "Orders to stop fishing were issued by the Cabinet"
_GIVEN_BY = (
    rf"\b{_ORDER}\s[^.;“”\"▪]{{0,80}}?\b(?:was|were|been|is|are)\s(?:\w+ly\s)?"
    rf"(?:{_GIVES}|sent\sdown|delivered|relayed)\s(?:[\w’'-]+\s){{0,5}}?by\s"
)
_OWN = rf"\]?\s(?:\w+\s)?(?P<verb>{_ORDER})\b"
_GIVEN = (
    rf"\]?(?:\s[a-z]+ing\s(?:[\w’'-]+\s){{0,4}}?[\w’'-]+)?\s"
    rf"(?:(?:has|had|have|also|recently|even)\s)*(?P<verb>{_GIVES})\s(?:[\w’'-]+\s){{0,5}}?{_ORDER}\b"
)
# "the authorities took steps, such as issuing instructions"
_GIVING = (
    r"\b[^.;“”\"▪]{1,90}?\b(?:such\sas|by|including|and|is|are|been|kept|began|started)\s"
    rf"(?P<verb>issuing|handing\sdown|sending(?:\sout|\sdown)?|giving|circulating|distributing)\s(?:[\w’'-]+\s){{0,4}}?{_ORDER}\b"
)
_ORDERS = (
    Signed(rf"{_FROM}(?P<body>{_BODY})", _FROM),
    Signed(rf"{_GIVEN_BY}(?P<body>{_BODY})", _GIVEN_BY),
    Signed(rf"{_CAME_FROM}(?P<body>{_BODY})", _CAME_FROM),
    # "the Central Committee’s instructions"
    Signed(rf"(?P<body>(?:[Tt]he\s)?(?:{_NAMING}\s){{0,6}}{_NOUN})[’']s?{_OWN}", rf"{_NOUN}[’']s?{_OWN}"),
    *(Signed(rf"(?P<body>{_BODY}){rest}", rf"{_NOUN}\b(?![’']s){_OF}{rest}") for rest in (_OWN, _GIVEN, _GIVING)),
)
_NOT_ANY = ("no ", "any ", "without ", "awaiting ", "for ")
# Without one of these words no order is told of.
ORDER_SIGN = word_of(_ORDER, "word")


@dataclass(frozen=True)
class Bodies:
    """The bodies of one report, as printed, in order."""

    names: tuple[str, ...]
    shortened: tuple[tuple[str, str], ...] = ()
    """What the report shortens names to, each with its name: ("KSTA", "Korea Salt Trade Association")."""
    halves: tuple[str, ...] = ()
    """Which of the two Koreas the report prints in full."""
    places: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Where each name begins, in order."""

    @classmethod
    def in_english(cls, body: str, words: Vocabulary | None = None) -> "Bodies":
        names: defaultdict[str, list[int]] = defaultdict(list)
        for start, end in _spans(body, words):
            names[" ".join(body[start:end].split())].append(start)
        shortened = {**_called(body), **_spelt_out(body), **dict(_shortened(body))}
        halves = tuple(half for half in _HALVES if half in body)
        return cls(tuple(names), tuple(shortened.items()), halves, names)

    def in_phrase(self, phrase: str) -> str:
        """The longest name of a body in a phrase: of "numbers put out by the customs office", "the customs office"."""
        return max((phrase[start:end].strip() for start, end in _spans(phrase)), key=len, default="")

    def fullest(self, printed: str, at: int | None = None) -> str:
        """The longest name in the report that these words can be short for; the words themselves if there is none.

        Without its article. Of several names the one printed last before `at`.
        """
        if printed not in self._fullest and (government := whose_government(printed, self.names)):
            self._fullest[printed] = _bare_name(government)
        if printed not in self._fullest and (half := f"{_ARTICLE.sub('', printed)} Korea") in self.halves:
            self._fullest[printed] = half  # "the North"
        if printed not in self._fullest:
            longest = max(self._longer(printed), key=lambda pair: len(pair[1]), default=(printed, None))[0]
            self._fullest[printed] = _bare_name(longest)  # of several the first
        nearest = self._nearest(printed, at) if at is not None and self._longer(printed) else ""
        return nearest or self._fullest[printed]

    def _nearest(self, printed: str, at: int) -> str:
        """The name, printed last before `at`, that these words are short for, as far as that is printed in full; or ""."""
        name = ""
        while printed:
            starts, names = self._printed(printed)
            before = bisect_left(starts, at)
            printed = self._first[_words(names[before - 1])] if before else ""
            name = printed or name
        return _bare_name(name)

    def _printed(self, printed: str) -> tuple[list[int], list[str]]:
        """Where names are printed that have all of these words and more, in order, and the names."""
        if printed not in self._places_of:
            words = _words(printed)
            longer = {name for name, full in self._longer(printed) if words < full}
            pairs = sorted((start, name) for name in longer for start in self.places.get(name, ()))
            self._places_of[printed] = [start for start, _ in pairs], [name for _, name in pairs]
        return self._places_of[printed]

    def _longer(self, printed: str) -> list[tuple[str, frozenset[str]]]:
        """The names that hold all of these words, each with its own."""
        if printed not in self._names_of:
            self._names_of[printed] = list(self._holding(printed))
        return self._names_of[printed]

    def _holding(self, printed: str) -> Iterator[tuple[str, frozenset[str]]]:
        words = frozenset() if STATE.fullmatch(printed) else _words(printed)  # "Beijing" is not its ministry
        # A name that holds all of the words holds the one that the fewest names have.
        with_rarest = min((self._by_word.get(word, []) for word in words), key=len, default=[])
        yield from (
            (name, full)
            for name, full in with_rarest
            if words <= full
            and (_PART_OF.isdisjoint(full - words) or any(map(str.isdigit, full)))
            and not _is_owner(words, name)
        )

    @cached_property
    def panel(self) -> str:
        """The first panel of experts that is named, or ""."""
        return next((name for name in self.names if _PANEL.search(name)), "")

    @cached_property
    def spies(self) -> str:
        """The one intelligence service that is named, or ""."""
        named = {self.fullest(name) for name in self.names if _INTELLIGENCE.search(name)}
        return named.pop() if len(named) == 1 else ""

    def is_short_for(self, printed: str, full: str) -> bool:
        """Whether the words of one name are all in another."""
        return _words(printed) < _words(full)

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """The names that hold a word, each with all of its words."""
        index: defaultdict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for name in self.names:
            words = _words(name)
            for word in words:
                index[word].append((name, words))
        return index

    @cached_property
    def _first(self) -> dict[frozenset[str], str]:
        """The first name of several of the same words."""
        return {_words(name): name for name in reversed(self.names)}

    @cached_property
    def _fullest(self) -> dict[str, str]:
        """What was asked before."""
        return {}

    @cached_property
    def _names_of(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """The names that hold the words of what was asked before."""
        return {}

    @cached_property
    def _places_of(self) -> dict[str, tuple[list[int], list[str]]]:
        """The same of what may be printed in full in several ways."""
        return {}


def _spans(text: str, words: Vocabulary | None = None) -> Iterator[tuple[int, int]]:
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


def _shortened(body: str) -> Iterator[tuple[str, str]]:
    """Names with their first letters in brackets behind them: "Korea Salt Trade Association (KSTA)"."""
    for short in _SHORT.finditer(body):
        named = list(_CAPITALISED.finditer(body, max(0, short.start() - _LONGEST_NAMED), short.start()))
        words = named[-len(short["letters"]) :]
        if "".join(word.group()[0] for word in words) == short["letters"]:
            yield short["letters"], " ".join(body[words[0].start() : short.start()].split())
        elif called := _body_before(body, short.start()):
            yield short["letters"], called  # whatever its first letters are


def _body_before(body: str, end: int) -> str:
    """The name of a body that ends there, without its article; or ""."""
    ending = (match for match in BODY.finditer(body, max(0, end - _LONGEST_NAMED), end) if match.end() == end)
    name = next((" ".join(match.group().split()) for match in ending), "")
    return _bare_name(name) if PROPER_NAME.search(name) else ""


def _spelt_out(body: str) -> dict[str, str]:
    """What stands for a name by its first letters, each with the name: "KSTA", "Korea Salt Trade Association"."""
    letters: dict[str, list[str]] = {}
    for printed in {match.group() for match in _LETTERS.finditer(body)}:
        letters.setdefault(printed.replace(".", ""), []).append(printed)
    named: dict[str, str] = {}
    for run in _RUN.finditer(body) if letters else ():
        words = run.group().split()
        for first, word in enumerate(words[:-1]):
            short = "".join(each[0] for each in words[first:] if each not in _SMALL)
            if word not in _SMALL:
                named |= dict.fromkeys(letters.pop(short, ()), " ".join(words[first:]))
    return named


def _called(body: str) -> dict[str, str]:
    """The names of which it is said that they are a body's, each with itself."""
    befores = (
        _NAMED_BEFORE.search(body, max(0, match.start() - _LONGEST_NAMED), match.start())
        for match in _IS_A_BODY.finditer(body)
    )
    return {before.group(): before.group() for before in befores if before}


def ordering_body(words: str) -> tuple[str, str] | None:
    """The body whose order somebody tells of, as printed, and its verb or ""; None if no order is told of."""
    match = next((match for pattern in _ORDERS if (match := pattern.search(words))), None)
    if match is None or words.endswith(_NOT_ANY, 0, match.start()):
        return None
    verb = match.groupdict().get("verb") or ""
    return _LOOSE.sub("", match["body"].strip()), verb


def _bare_name(name: str) -> str:
    """A name without article, owner, and what is said of it before or behind it."""
    bare = _ARTICLE.sub("", _OWNS_AT_END.sub("", _LETTERS_BEHIND.sub("", name)))
    return _KIND_BEFORE.sub("", _OF_STATE.sub("", bare))


@within_a_reading
def _is_owner(words: frozenset[str], name: str) -> bool:
    """Whether they name only whose branch or bureau it is: the ministry of "the county bureau of the Salt Ministry"."""
    of = _OWNER_BEHIND.match(name)
    return of is not None and words <= _words(of["owner"]) and BODY.match(of["owner"]) is not None


def _words(name: str) -> frozenset[str]:
    bare = _OWNER.sub("", alike(name))
    return frozenset(_WORD.findall(bare)) - {"the", "a", "an", "of", "its", "that", "officials"}
