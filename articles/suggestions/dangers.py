"""Words that may expose a person, or that are not the speaker's own: warnings to the editor, in both languages.

A warning costs the editor a key press, so each pattern asks for a sign that the words point at few people: a number
with its noun, a post with one holder, a clock time with its hour. Ordinary figures, prices and bodies give none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from articles.suggestions.values import Danger, Passage, SuggestedWarning
from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

# Every pattern is in small letters, and so is the text it is tried on: that costs a third of letters of either size.

# --- in every language ---

_BRACKET = r"\[[^\[\]\n]{1,200}\]"

# --- English ---

_SPEAKS = (
    r"(?:said|says|added|adds|told|explained|noted|claimed|reported|stated|recalled|complained|pointed\s+out|stressed"
    r"|emphasi[sz]ed|concluded|continued|asserted|revealed|remarked|lamented|commented|elaborated|went\s+on)"
)
_ADVERB = r"(?:(?:also|further|then|later|\w{2,12}ly)\s+)?"
_TEENS = r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w{3,5})?"
_NUMBER = rf"(?:(?<![\d.,])\d{{1,3}}(?![\d,.])|two|three|four|five|six|seven|eight|nine|{_TEENS}|{_TENS}|(?:a|several)\s+dozen|dozens\s+of)"
_PEOPLE = (
    r"(?:people|persons|officials|members|traders|merchants|cadres|participants|attendees|managers|directors|executives"
    r"|representatives|residents|soldiers|officers|guards|workers|employees|students|smugglers|families|households"
    r"|men|women|drivers|inspectors|brokers|defectors|secretaries)"
)
_FEW_HOLD = (
    r"(?:(?:first|chief|party|organi[sz]ation(?:al)?|propaganda|provincial|county|city|primary|cell)\s+){1,3}secretar(?:y|ies)"
    r"|(?:vice[- ]|deputy\s+)?(?:chair(?:man|woman|person)?|directors?(?!\s+of\s+photo)|commanders?)\b(?!\s+of\s+the\s+board)"
    r"|(?:department|section|bureau|office|unit|branch|team|customs|station)\s+(?:heads?|chiefs?|directors?|managers?)"
    r"|(?:heads?|chiefs?|presidents?|managers?)\s+of\s+(?:the\s+|a\s+)?(?:\w+\s+){0,3}?"
    r"(?:department|section|bureau|office|company|customs|factory|mine|unit|branch|committee)"
    r"|(?:general|plant|factory|company|mine|farm)\s+manager\b|vice[- ]ministers?|political\s+(?:commissars?|officers?)"
    r"|(?:lieutenant\s+|senior\s+)?colonels?|major\s+generals?|lieutenants?|company\s+presidents?"
)
_SEX = (
    r"(?:wom[ae]n|female|male)\s+(?:source|informant|trader|resident|partner|official|cadre|merchant|smuggler|worker)s?"
    r"|businesswom[ae]n|housewi(?:fe|ves)|(?:wom[ae]n|m[ae]n)\s+in\s+(?:her|his|their)\s+(?:\w+\s+)?\w+s\b"
    r"|my\s+(?:husband|wife)"
)
_ENGLISH = {
    Danger.HEDGE: (
        r"\b(?:reportedly|apparently|allegedly|supposedly|seemingly|purportedly|presumably)\b",
        r"\b(?:is|are|was|were)\s+(?:widely\s+)?(?:said|believed|thought|rumou?red|alleged|understood)\s+(?:to|that)\b",
        r"\brumou?rs?\b|\b(?:it\s+)?(?:appears|seems)\s+(?:that|to)\b|\bcould\s+not\s+be\s+(?:verified|confirmed)\b",
    ),
    Danger.RANK: (rf"\b(?:{_FEW_HOLD})\b(?<!\bgeneral secretary)",),
    Danger.HEADCOUNT: (
        (
            rf"\b(?:(?:about|around|some|over|nearly|roughly|approximately|almost|at\s+least|more\s+than|fewer\s+than)\s+)?"
            rf"{_NUMBER}\s+(?:[a-z-]{{3,14}}\s+){{0,2}}?{_PEOPLE}\b"
        ),
    ),
    Danger.ROOM: (
        r"\b(?:(?:committee|office|bureau|headquarters|party)(?:['’]s)?\s+)?(?:meeting|conference|lecture|briefing|assembly)\s+(?:room|hall)s?\b",
        r"\b(?:committee|party|headquarters|bureau|office)\s+building\b|\bauditorium\b|\b(?:house|hall)\s+of\s+culture\b",
        r"\broom\s+(?:no\.?\s*)?(?!39\b)\d{1,4}\b|\b(?:first|second|third|fourth|fifth|\d{1,2}(?:st|nd|rd|th))\s+floor\b",
    ),
    Danger.CLOCK: (
        r"(?<![\d:.])\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?\s?m\b\.?|(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])",
        r"\b(?:\d{1,2}|[a-z]{3,6})\s+o['’]clock\b|\b(?:at|around|about|before|after|until|by)\s+(?:noon|midnight)\b",
    ),
    Danger.PRONOUN: (
        rf"\bs?he\s+{_ADVERB}{_SPEAKS}\b|\b{_SPEAKS}\s+s?he\b|\b(?:according\s+to|told)\s+(?:him|her)\b",
        rf"\b(?:{_SEX})",
    ),
}

# One of these stands in whatever the patterns of a danger find. They are sought in small letters, once in a text, and so
# begin with a letter, or with a set of first letters, which Python's engine runs through fastest.
_ENGLISH_SIGNS: dict[Danger, tuple[str, ...]] = {
    Danger.HEDGE: (
        (
            r"ly\b(?:(?<=reportedly)|(?<=apparently)|(?<=allegedly)|(?<=supposedly)|(?<=seemingly)|(?<=purportedly)"
            r"|(?<=presumably))"
        ),
        r"said(?:(?<=\bis\ssaid)|(?<=\bare\ssaid)|(?<=\bwas\ssaid)|(?<=\bwere\ssaid)|(?<=widely\ssaid)|(?<=\s\ssaid))",
        *("believed", "thought", "alleged", "understood", "rumo", r"appears\s", r"seems\s", r"could\s+not\s"),
    ),
    Danger.RANK: (
        (
            r"[scdhpmol](?:ecretar|hair|irector|ommander|eads?\b|hiefs?\b|resident|anager|inister|ommissar|fficer|olonel"
            r"|ajor\s|ieutenant)"
        ),
    ),
    Danger.HEADCOUNT: (
        (
            r"[\dtfsend](?<!\w.)(?:\d{0,2}|wo|hree|our|ive|ix|even|ight|ine|[a-z]{2,6}teen|en|leven|welve|[a-z]{2,4}ty(?:-\w{3,5})?"
            rf"|everal\s+dozen|ozens\s+of)\s+(?:[a-z-]{{3,14}}\s+){{0,2}}?{_PEOPLE}\b"
        ),
        "dozen",
    ),
    Danger.ROOM: (r"[rhbacfo](?:ooms?\b|alls?\b|uilding|uditorium|ouse\s|loor)",),
    Danger.CLOCK: (r"\d+(?:[:.][0-5]|\s?[ap]\.?\s?m\b)", "clock", "noon", "midnight"),
    Danger.PRONOUN: (
        (
            r"[hswfmb](?<!\w.)(?:(?<=h)e\b|(?<=s)he\b|im\b|er\b|om[ae]n|emale|ale\s|[ae]n\s+in\s|usinesswom|ousewi"
            r"|y\s+(?:husband|wife))"
        ),
    ),
}

# How these signs begin, within one word.
_ENGLISH_BEGINS: dict[Danger, str] = {
    Danger.HEDGE: ("ly$|said|believed|thought|alleged|understood|rumo|appears|seems|could"),
    Danger.RANK: "|".join(_ENGLISH_SIGNS[Danger.RANK]),
    Danger.HEADCOUNT: (
        r"^(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,7}teen|[a-z]{3,5}ty|several|dozens?)$"
    ),
    Danger.ROOM: "|".join(_ENGLISH_SIGNS[Danger.ROOM]),
    Danger.CLOCK: r"^\d|clock|noon|midnight",
    Danger.PRONOUN: r"(?:^|(?<=['’]))(?:s?he\b|him\b|her\b|wom[ae]n|female|male$|m[ae]n$|businesswom|housewi|my$)",
}

# --- Korean ---

_COUNT_KO = r"(?:(?<![\d.,])\d{1,3}|수십|몇십|십|이십|삼십|두|세|네|다섯|여섯|일곱|여덟|아홉|열)"
_POSTS_KO = (
    r"(?:책임비서|조직비서|선전비서|초급당\s?비서|세포비서|당\s?비서|당비서|부비서|조직부장|선전부장|보위부장|안전부장|보안서장|안전부부장"
    r"|[가-힣]{1,4}부\s?(?:부장|부부장|과장)|부국장|처장|지배인|기사장|부위원장|[가-힣]{1,6}위원회\s?위원장|세관장|사장|부사장|지사장"
    r"|군단장|사단장|여단장|연대장|대대장|중대장|소대장|사령관|참모장|정치위원|정치지도원|초소장|대좌|상좌|중좌|소좌|소장(?=급)|중위|상위|대위)"
)
_KOREAN = {
    Danger.HEDGE: (
        r"것으로\s?(?:전해졌|전해진|알려졌|알려진|보인|보여|추정|관측|파악|추측|짐작)[가-힣]*",
        r"(?<=[다라자냐])고\s?(?:한다|합니다|전해진다|전해집니다|알려졌다|알려졌습니다)(?=[\s.…]|$)",
        r"(?:추정된다|추정됩니다|듯하다|듯합니다|듯\s?보인다|듯싶다|소문|확인되지\s?않)",
    ),
    Danger.RANK: (
        rf"(?<![가-힣]){_POSTS_KO}(?:들|급)?(?=[은는이가을를의과와도에,.\s)]|$)",
        (
            r"(?<=[가-힣])(?:책임비서|조직비서|선전비서|지배인|부위원장|여단장|연대장|대대장|중대장|세관장|정치지도원|국장|처장|과장)"
            r"(?:들|급)?(?=[은는이가을를의과와도에,.\s)]|$)"
        ),
    ),
    Danger.HEADCOUNT: (
        rf"(?:약\s?|모두\s?|총\s?)?{_COUNT_KO}\s?(?:여\s?)?(?:명|여명)(?![가-힣]*[령칭])",
        rf"(?<![가-힣]){_COUNT_KO}\s?(?:여\s?)?(?:가구|세대|가족)(?=[은는이가을를의과와도에,.\s]|$)",
    ),
    Danger.ROOM: (
        r"(?:회의실|강당|강의실|강습실|문화회관|문화궁전|당위원회\s?청사|청사|지하실|사무실|여관)(?=[은는이가을를의과와도에로,.\s]|$)",
        r"(?<!\d)\d{1,2}층(?=[은는이가을를의과와도에로,.\s]|$)|(?<!\d)(?!39)\d{1,3}호실",
    ),
    Danger.CLOCK: (
        r"(?:오전|오후|새벽|아침|저녁|밤|낮)\s?\d{1,2}\s?시(?!간)(?:\s?\d{1,2}\s?분|\s?반)?",
        r"(?<!\d)\d{1,2}\s?시(?:\s?\d{1,2}\s?분|\s?반)?(?=경|쯤|께|부터|까지|에\s|이후|전에)|(?<![가-힣])(?:정오|자정)(?=에|[께경쯤]|\s?무렵)",
    ),
    Danger.PRONOUN: (
        r"(?<![가-힣])그녀(?=[은는이가의를도에,\s]|$)",
        r"(?:여성|남성|여자|남자)\s?(?:소식통|협력자|취재협력자|주민|상인|간부|무역업자|밀수꾼|노동자)",
        r"\d{2}대\s?(?:초반의?\s?|중반의?\s?|후반의?\s?)?(?:여성|남성|여자|남자|주부)|(?:내|우리|제)\s(?:남편|아내|안해|집사람)",
    ),
}

_KOREAN_SIGNS: dict[Danger, tuple[str, ...]] = {
    Danger.HEDGE: (r"것으로|고\s?[한합전알]|추정|듯|소문|확인되지",),
    Danger.RANK: (r"비서|장|지배인|사령관|정치위원|지도원|대좌|상좌|중좌|소좌|중위|상위|대위",),
    Danger.HEADCOUNT: (r"명|가구|세대|가족",),
    Danger.ROOM: (r"회의실|강당|강의실|강습실|문화|청사|지하실|사무실|여관|층|호실",),
    Danger.CLOCK: (r"시|정오|자정",),
    Danger.PRONOUN: (r"그녀|여성|남성|여자|남자|주부|남편|아내|안해|집사람",),
}

_PUBLIC_POSTS = lazy(r"(?:Kim Jong[ -][UI]\w+|김정[은일]|국무|국방|상임)(?:\s\S{0,12})?\s?$")


@dataclass(frozen=True, slots=True)
class Sought:
    """A danger: where one of its `signs` stands, its `pattern` is tried. `begins`: how any of them begins, in a word."""

    danger: Danger
    signs: re.Pattern[str]
    pattern: re.Pattern[str]
    begins: re.Pattern[str] | None

    def places(self, small: str, words: Vocabulary) -> Iterator[int]:
        """Where its signs stand in a text in small letters."""
        if self.begins is None:
            yield from (match.start() for match in self.signs.finditer(small))
        else:
            yield from (place for place in words.places(self.begins) if self.signs.match(small, place))


def _compiled(
    table: dict[Danger, tuple[str, ...]], signs: dict[Danger, tuple[str, ...]], begins: dict[Danger, str]
) -> tuple[Sought, ...]:
    table, signs = {Danger.BRACKET: (_BRACKET,)} | table, {Danger.BRACKET: (r"\[",)} | signs
    return tuple(
        Sought(
            danger,
            lazy("|".join(signs[danger])),
            lazy("|".join(patterns)),
            lazy(begins[danger], re.IGNORECASE | re.MULTILINE) if danger in begins else None,
        )
        for danger, patterns in table.items()
    )


SOUGHT = {"en": _compiled(_ENGLISH, _ENGLISH_SIGNS, _ENGLISH_BEGINS), "ko": _compiled(_KOREAN, _KOREAN_SIGNS, {})}


@dataclass(frozen=True, slots=True)
class Dangers:
    """The dangers of one text: run through once for their signs, then asked for each of its claims.

    `small`: the text in small letters, position for position. `signs`: where one stands, in order; `rows`: of which row of the table it is.
    """

    text: str
    small: str
    table: tuple[Sought, ...]
    signs: tuple[int, ...]
    rows: tuple[int, ...]

    @classmethod
    def of(cls, text: str, language: str, words: Vocabulary | None = None) -> Self:
        """`language`: "ko" is Korean, any other English. `words`: those of the text, where they are known."""
        small = text.lower()
        if len(small) != len(text):  # a letter that is two when small
            small = "".join(letter.lower()[0] for letter in text)
        table = SOUGHT["ko" if language.startswith("ko") else "en"]
        words = Vocabulary(text) if words is None else words
        found = sorted((place, number) for number, row in enumerate(table) for place in row.places(small, words))
        return cls(text, small, table, tuple(start for start, _ in found), tuple(number for _, number in found))

    def within(self, start: int, end: int) -> tuple[SuggestedWarning, ...]:
        """The warnings about text[start:end], code points, in the order of the text."""
        first = bisect_left(self.signs, start)
        last = bisect_left(self.signs, end, first)
        if first == last:
            return ()
        found = [
            SuggestedWarning(row.danger, Passage(*match.span(), self.text[slice(*match.span())]))
            for row in [self.table[number] for number in sorted(set(self.rows[first:last]))]
            for match in row.pattern.finditer(self.small, start, end)
            if not (row.danger is Danger.RANK and _is_public(self.text, match))
        ]
        return tuple(sorted(found, key=lambda warning: (warning.passage.start, warning.passage.end)))


def dangers_in(body: str, start: int, end: int, language: str) -> tuple[SuggestedWarning, ...]:
    """The warnings about body[start:end], in the order of the text. `language`: "ko" is Korean, any other English.

    Positions are code points of `body`; a text of its own is read with 0 and its length.
    """
    return Dangers.of(body, language).within(start, end)


def _is_public(body: str, match: re.Match[str]) -> bool:
    """Whether the post is that of the head of state, whom everybody knows."""
    return bool(_PUBLIC_POSTS.search(body[max(0, match.start() - 24) : match.start()]))
