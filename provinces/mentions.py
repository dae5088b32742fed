"""Finding the places a running text names, in English and in Korean. Pure: no Django, no database.

A text is read once from left to right; at each beginning of a word the longest known spelling wins, so the work grows
with the length of the text and not with the number of spellings.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from provinces.patterns import lazy

APOSTROPHES = "‘’ʼ`´"
GAPS = "‐‑‒–—-\t\r\n\u00a0\u2009\u202f"

# What may follow a Hangul name inside the same written word.
PARTICLES = (
    "으로부터|로부터|에서부터|에서는|에서도|에서의|에게서|이라는|이라고|까지는|까지도|에서|에게|에는|에도|에만|에선|에의|으로|로는|로의|로도|과의|와의|까지|부터|보다|처럼|이나|이며"
    "|입니다|인데|이고|이라|라는|라고|마다|조차|뿐|한테|은|는|이|가|을|를|의|에|엔|로|과|와|도|만|나|며|고|란|들"
)
AFTER_ANY = rf"(?:{PARTICLES}){{0,2}}(?![가-힣])"
# A verb form such as 해주시는 or 구성시키다 must not pass for a city: after a doubtful name only these may
# follow its unit.
AFTER_UNIT_STRICT = (
    r"(?:(?![가-힣])|(?:에서는|에서도|에서의|에서|에는|에도|에|의|를|을|로|으로|와|과|까지|부터)(?![가-힣])"
    r"|내|당|인민|안전|보위|농촌|농장|경영|주민|시장|장마당|일대|소재)"
)
AFTER_UNIT = rf"(?:{AFTER_UNIT_STRICT}|{AFTER_ANY}|민|안|급|건|무역|세관|산하|소속|출신)"
COMPOUNDS = (
    r"\s?(?:소식통|세관|지역|지구|일대|인근|부근|등지|현지|국경|접경)|도당|시당|군당|시장|장마당|공단|공업단지|공업지구|광산|탄광|항|역|행|발|쪽"
    r"|시민|주민|간부|무역|농장|공장|출신|사람|특구|특별시|직할시|경제"
    r"|[가-힣]{0,7}(?:공장|기업소|사업소|광산|탄광|제련소|제철소|제강소|발전소|조선소|농장|목장|협동수산|협동조합|수산기지)"
    r"|앞바다|바닷가|포구|부두|해안|시내"
)
DOUBTFUL_COMPOUNDS = r"\s?(?:소식통|세관)|(?:시장|장마당)(?:을|에|의)(?![가-힣])"
HANGUL_UNITS = {
    "province": "도",
    "city": "시",
    "county": "군|읍|로동자구|노동자구",
    "district": "구역|구|로동자구|노동자구",
    "abroad": "시|현|성|진",
}
LATIN_UNITS = {
    "province": "province|do",
    "city": "city|si",
    "county": "county|gun",
    "district": "district|guyok|workers'? district|area|street",
}

SOUTHERN_TOWNS = (
    "chuncheon|wonju|gangneung|kangnung|donghae|taebaek|sokcho|samcheok|hongcheon|hoengseong|yeongwol|pyeongchang|jeongseon"
    "|hwacheon|yanggu|inje|yangyang"
)
SOUTHERN_TOWNS_KO = "춘천|원주|강릉|동해시|태백|속초|삼척|홍천|횡성|영월|평창|정선|화천|양구|인제|양양"
SOUTH_BEFORE = lazy(
    r"(?:(?<!people's )republic of korea(?:'s)?|\bin the south's|\b(?:south|s\.) korean?(?:'s)?|\brok(?:'s)?)"
    r" (?:(?:province|city|county|town) of )?$"
    rf"|\b(?:{SOUTHERN_TOWNS})(?: city| county)?(?:,| in) $"
    r"|(?:(?<!북)한국|남한|남조선|대한민국)의? ?$"
)
SOUTH_AFTER = lazy(
    r"(?: province| city| county| do)?(?:,| in| of| \() ?(?:the )?(?:(?:south|s\.) korea|republic of korea|rok)\b"
    rf"|(?: province)?'s (?:{SOUTHERN_TOWNS})\b"
    rf"|도? ?(?:{SOUTHERN_TOWNS_KO})|도?(?:지사|교육청|의회|민일보)|도청(?!소재)|(?: 고성군?)? ?\((?:한국|남한|남쪽)"
    r"|[도군]?(?: ?고성군?)?(?:에서|에) (?:열린|열리는|개최된|마련된|정착한|사는) (?:북한|남북|탈북)"
)
NORTH_BEFORE = lazy(
    r"(?:\bnorth korean?(?:'s)?|\bdprk(?:'s)?|people's republic of korea(?:'s)?|\bn\. korean?(?:'s)?"
    r"|북한|북조선) ?(?:의 )?$"
)
BESIDE = lazy(r"(?:,|'s|의)? ?(?:in |of )?")
LISTED = lazy(r",(?: and| or)? | (?:and|or) |·")
CONTEXT = 48
LONGEST_HEAD = 3


class Mention(NamedTuple):
    """A place named in a text: text[start:end] in code points, end exclusive.

    A division has `province` alone; a place below it has both; a place abroad or a river has `place` alone.
    `ambiguous` says in words what else the spelling may mean, or is empty.
    """

    start: int
    end: int
    text: str
    place: str | None
    province: str | None
    ambiguous: str = ""


@dataclass(frozen=True)
class Form:
    """One spelling of one place, as it is looked for in texts.

    `rank`: among forms spelt alike the lowest is meant. `needs_unit`: an ordinary word too, so only with "County", 군…
    `has_southern_twin`: the same name stands in the Republic of Korea. `is_together`: names several places at once.
    """

    text: str
    kind: str
    place: str | None
    province: str | None
    ambiguity: str = ""
    rank: int = 0
    needs_unit: bool = False
    has_southern_twin: bool = False
    is_together: bool = False


@dataclass
class Branch:
    """A node of the tree of spellings: the next letters, and the forms that end here.

    `heads`, in the root alone: the first letters of every spelling, so many as the `shortest` has or LONGEST_HEAD, so
    that most words of a text are passed over at once.
    """

    branches: "dict[str, Branch]" = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)
    is_end: bool = False
    shortest: int = LONGEST_HEAD
    heads: frozenset[str] = frozenset()

    def begins(self, plain: str, places: Iterable[int]) -> list[int]:
        """Those of some places of a text in plain letters where a spelling may begin."""
        shortest, heads = self.shortest, self.heads
        return [place for place in places if plain[place : place + shortest] in heads]


class Finder:
    """Finds the given forms in texts. `not_places` are longer names that swallow a place ("Kim Chaek University")."""

    def __init__(self, forms: Sequence[Form], not_places: Iterable[str] = ()) -> None:
        self._latin, self._every = Branch(), Branch()
        for text in not_places:
            self._plant(text, None)
        for form in sorted(forms, key=lambda form: form.rank):
            self._plant(form.text, form)
        for root in (self._latin, self._every):
            root.heads = frozenset(_heads(root, root.shortest))
        self._words = _word_begins(self._every.heads)
        # Names that may begin with a small letter ("border areas"), by their first word.
        small = {form.text.split()[0] for form in forms if form.text[:1].islower()}
        self._small = tuple(lazy(re.escape(word)) for word in sorted(small))

    def find(self, text: str, language: str = "en") -> list[Mention]:
        """The places named in `text` (NFC), in order, never overlapping except where one name means two provinces.

        In English texts ("en") only spellings in Latin letters count; in every other language all scripts do.
        """
        if language != "en":
            plain = _plain(text)
            begins = self._every.begins(plain, (match.start() for match in self._words.finditer(plain)))
            return _cleared(list(self._mentions(text, plain, self._every, begins)), plain)
        capitals = self._capitals(text)
        if not capitals:
            return []
        plain = _plain(text)
        heads = self._latin.begins(plain, capitals)
        begins = [start for start in heads if not (start and LATIN_LETTER.match(plain, start - 1))]
        return _cleared(list(self._mentions(text, plain, self._latin, begins)), plain)

    def _capitals(self, text: str) -> list[int]:
        """Where a letter stands with which a name in Latin letters may begin."""
        return sorted(match.start() for begin in (CAPITAL, *self._small) for match in begin.finditer(text))

    def _plant(self, text: str, form: Form | None) -> None:
        plain = text.translate(PLAIN)
        roots = (self._latin, self._every) if plain[:1].isascii() else (self._every,)
        for spelt in {plain, plain.replace("'", "")}:
            for root in roots:
                root.shortest = min(root.shortest, len(spelt))
                branch = root
                for letter in spelt:
                    branch = branch.branches.setdefault(letter, Branch())
                branch.is_end = True
                if form:
                    branch.forms.append(form)

    def _mentions(self, text: str, plain: str, root: Branch, begins: list[int]) -> Iterator[Mention]:
        """The names that begin at some of these places, where words do and names may."""
        read_to, after_province = 0, -1
        division, division_end = "", 0
        for start in begins:
            if start < read_to:
                continue
            for end, forms in _spelt_at(plain, start, root):
                if not forms:  # a longer name that is no place
                    read_to = end
                    break
                is_near = forms[0].province == division and start - division_end < CONTEXT
                is_known = start == after_province or (is_near and bool(THERE.match(plain, end)))
                stop = _stop(text, plain, start, end, forms[0], is_after_province=is_known)
                if stop is None:
                    continue
                read_to = stop
                for form in forms if forms[0].is_together else forms[:1]:
                    doubt = _doubt(plain, form, start, end, stop)
                    yield Mention(start, stop, text[start:stop], form.place, form.province, doubt)
                    if form.place is None:
                        division, division_end = form.province or "", stop
                        after_province = stop + 1 if plain[stop : stop + 1] == " " else -1
                break


def _heads(branch: Branch, length: int) -> Iterator[str]:
    """The first letters of every spelling below a branch, so many of them."""
    if not length:
        yield ""
        return
    for letter, following in branch.branches.items():
        yield from (letter + rest for rest in _heads(following, length - 1))


def _word_begins(heads: Iterable[str]) -> re.Pattern[str]:
    """Where a word may begin, in plain letters, with one of these first letters: behind no letter of its script.

    Every Chinese character is a word.
    """
    first, second = (
        "".join(sorted({re.escape(head[place]) for head in heads if place < len(head)})) for place in (0, 1)
    )
    return lazy(
        (f"[{first}]" if first else "(?!)")
        + (f"(?=[{second}])" if second else "")
        + "(?:(?<=[0-9a-z])(?<![0-9a-z].)|(?<=[가-힣])(?<![가-힣].)|(?<=[\u4e00-\u9fff]))"
    )


def _spelt_at(plain: str, start: int, root: Branch) -> list[tuple[int, list[Form]]]:
    """The ends of the known spellings that begin at `start`, the longest first, each with its forms."""
    found = []
    branch, at = root, start
    while at < len(plain) and (following := branch.branches.get(plain[at])):
        branch, at = following, at + 1
        if branch.is_end:
            found.append((at, branch.forms))
    return found[::-1]


def _stop(text: str, plain: str, start: int, end: int, form: Form, *, is_after_province: bool) -> int | None:
    """Where the name ends, its unit word included, or None when these letters are not the name here."""
    if form.has_southern_twin and _is_southern(plain, start, end):
        return None
    if plain[start].isascii():
        return _latin_stop(text, plain, start, end, form)
    if HANGUL.match(plain, start):
        return _hangul_stop(plain, start, end, form, is_after_province=is_after_province)
    return _han_stop(plain, end, form, is_after_province=is_after_province)


def _latin_stop(text: str, plain: str, start: int, end: int, form: Form) -> int | None:
    if LATIN_LETTER.match(plain, end) or (form.text[0].isupper() and not text[start].isupper()):
        return None
    unit = LATIN_AFTER[form.kind].match(plain, end) if form.kind in LATIN_AFTER else None
    if unit:
        return unit.end()
    return None if form.needs_unit else end


def _hangul_stop(plain: str, start: int, end: int, form: Form, *, is_after_province: bool) -> int | None:
    if form.needs_unit and not is_after_province:
        if form.place is None and (LOCATIVE.match(plain, end) or REGION.match(plain, end)):
            return end
        unit = HANGUL_UNIT_STRICT[form.kind].match(plain, end) if form.kind in HANGUL_UNIT_STRICT else None
        return unit.end(1) if unit else end if DOUBTFUL.match(plain, end) else None
    if plain[end - 1] in "시군":
        return end if UNIT_END.match(plain, end) else None
    unit = HANGUL_UNIT[form.kind].match(plain, end) if form.kind in HANGUL_UNIT else None
    if unit:
        return unit.end(1)
    if end - start > 2 or WORD_END.match(plain, end):
        return end
    return None


def _han_stop(plain: str, end: int, form: Form, *, is_after_province: bool) -> int | None:
    unit = HAN_UNIT.match(plain, end)
    if form.needs_unit and not (unit or is_after_province):
        return None
    return unit.end() if unit and form.needs_unit else end


def _is_southern(plain: str, start: int, end: int) -> bool:
    before = plain[max(0, start - CONTEXT) : start]
    return bool(SOUTH_BEFORE.search(before) or SOUTH_AFTER.match(plain, end))


def _doubt(plain: str, form: Form, start: int, end: int, stop: int) -> str:
    """What else the name may mean here: a unit or compound settles an ordinary word, "North Korea's" a namesake."""
    if form.has_southern_twin:
        is_settled = NORTH_BEFORE.search(plain[max(0, start - CONTEXT) : start]) is not None
    else:
        is_settled = stop > end or (HANGUL.match(plain, start) is not None and _is_noun(plain, end, form))
    return "" if is_settled else form.ambiguity


def _is_noun(plain: str, end: int, form: Form) -> bool:
    """Whether what follows makes a place of a word of Hangul: 나선시장; of a division also a particle, as in 나선에서."""
    if SETTLING.match(plain, end):
        return True
    return form.needs_unit and form.place is None and LOCATIVE.match(plain, end) is not None


def _cleared(mentions: list[Mention], plain: str) -> list[Mention]:
    """The mentions, without the doubt about a place whose own province is named right beside it."""
    cleared = []
    for index, mention in enumerate(mentions):
        if not mention.ambiguous:
            cleared.append(mention)
            continue
        beside = []
        if index and BESIDE.fullmatch(plain, mentions[index - 1].end, mention.start):
            beside.append(mentions[index - 1])
        if index + 1 < len(mentions) and BESIDE.fullmatch(plain, mention.end, mentions[index + 1].start):
            beside.append(mentions[index + 1])
        is_settled = mention.place and (
            any(near.place is None and near.province == mention.province for near in beside)
            or _is_listed(mentions, index, plain)
        )
        cleared.append(mention._replace(ambiguous="") if is_settled else mention)
    return cleared


def _is_listed(mentions: list[Mention], index: int, plain: str) -> bool:
    """Whether a place stands in a list of places in the country about which there is no doubt: "in A, B and C"."""
    here = mentions[index]
    if index and LISTED.fullmatch(plain, mentions[index - 1].end, here.start):
        near = mentions[index - 1]
        if near.place and near.province and not near.ambiguous:
            return True
    if index + 1 < len(mentions) and LISTED.fullmatch(plain, here.end, mentions[index + 1].start):
        near = mentions[index + 1]
        return bool(near.place and near.province and not near.ambiguous)
    return False


def _plain(text: str) -> str:
    """The text in plain letters. (`str.translate` looks up every letter of it.)"""
    for letter in PLAIN_LETTERS.keys() & set(text):
        text = text.replace(letter, PLAIN_LETTERS[letter])
    return text


def _plain_letters() -> dict[int, str]:
    """One character for one: small letters without accents, one apostrophe, and a space for a hyphen or line end."""
    letters = {ord(mark): "'" for mark in APOSTROPHES} | {ord(gap): " " for gap in GAPS}
    for code in (*range(ord("A"), ord("Z") + 1), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if base.isascii():
            letters[code] = base
    return letters


PLAIN = _plain_letters()
PLAIN_LETTERS = {chr(code): plain for code, plain in PLAIN.items()}
CAPITAL = lazy("[A-Z\u00c0-\u024f\u1e00-\u1eff]")
LATIN_LETTER = lazy("[0-9a-z]")
HANGUL = lazy("[가-힣]")
LATIN_AFTER = {kind: lazy(rf" (?:{units})(?![0-9a-z])") for kind, units in LATIN_UNITS.items()}
HANGUL_UNIT = {kind: lazy(rf"({units}){AFTER_UNIT}") for kind, units in HANGUL_UNITS.items() if kind != "province"}
HANGUL_UNIT_STRICT = {kind: lazy(rf"({units}){AFTER_UNIT_STRICT}") for kind, units in HANGUL_UNITS.items()}
DOUBTFUL = lazy(DOUBTFUL_COMPOUNDS)
UNIT_END = lazy(AFTER_UNIT)
# No verb stands before this particle: 해주에서는, once its province is named, is the town.
# 나선에서, 나선이나: no form of the verb 나서다 has such a particle.
LOCATIVE = lazy(r"(?:(?:에서|에|으로)(?:는|도|의|만)?|과|이나|을|은|의)(?![가-힣])")
# 나선 지역, 나선 특구: what no spiral has.
REGION = lazy(r"\s?(?:지역|지구|일대|현지|경제|특구)")
THERE = lazy(r"에서(?:는|도|의)?(?![가-힣])")
WORD_END = lazy(rf"{AFTER_ANY}|{COMPOUNDS}")
SETTLING = lazy(
    "시장|장마당|공단|공업단지|공업지구|광산|탄광|시민|주민|특구|특별시|소식통| 소식통| ?(?:세관|지역|일대)"
)
HAN_UNIT = lazy("[市郡郡县縣区區]")


def southern(text: str, names: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where a name of both countries, one of `names` in plain letters, means here the place in the South."""
    plain = _plain(text)
    for found in names.finditer(plain):
        if _is_southern(plain, *found.span()):
            yield found.span()


def any_of(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern of these names in plain letters, the longest first, each beginning a word."""
    plain = sorted({name.translate(PLAIN) for name in names}, key=lambda name: (-len(name), name))
    return lazy(rf"(?<![0-9a-z가-힣])(?:{'|'.join(map(re.escape, plain))})(?![0-9a-z])")
