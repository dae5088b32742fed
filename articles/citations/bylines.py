"""Who wrote a report, out of its byline: reporters with the family name first, or a desk as a whole. Pure.

Reporters alone are authors of a citation, never a source. A byline is taken as printed and enriched from nowhere.
"""

import re
from dataclasses import dataclass

from articles.citations.roles import by_its_authors

# What stands before or behind a name in bylines and is no part of it.
_MAIL = re.compile(r"[<(\[]?\s*\S+@\S+\s*[>)\]]?")
_ENGLISH_OFFICE = re.compile(
    r"[,\s]+(?:(?:staff|senior|special|intern)\s+)?(?:reporter|correspondent|writer|journalist|editor)s?\b.*$"
    r"|,?\s+special\s+(?:to|for)\b.*$",
    re.I,
)
# An office that nobody is named to hold.
_NOBODY = re.compile(
    r"(?:(?:staff|senior|special|intern)\s+)?(?:reporter|correspondent|writer|journalist|editor)s?|staff|and", re.I
)
_KOREAN_OFFICE = re.compile(
    r"\s*(?:(?:인턴|수습|객원|선임|전문)\s?)?(?:기자|특파원|통신원|논설위원|편집장|앵커)(?=\s|$|[,·/])"
)
_BEFORE_OFFICE = r"\s*(?:기자|특파원|통신원)?\s*$"
# (서울=연합뉴스) 홍길동, 서울=홍길동, Ann Lee (Seoul): where it was written.
_KOREAN_PLACE = re.compile(r"^[가-힣]{2,8}\s?=\s?(?=[가-힣]+\s\S)|(?<=기자|파원|신원)\s*=\s*[가-힣]{2,8}$")
_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_TITLE = re.compile(r"^(?:(?:dr|prof|mr|mrs|ms)\.?\s+)+|\s*,\s*(?:ph\.?\s?d|m\.?d)\.?(?=\s*(?:,|$))", re.I)
_SUFFIX = re.compile(r"[,\s]+(Jr\.?|Sr\.?|II|III|IV)(?=\s*(?:,|$))")
# Marks a suffix as part of the name before it.
_TIED = "\0"
# A, An and The before what is no name: An is a family name too.
_SOMEBODY = re.compile(
    r"(?i:the|our)\s|[Aa]n?\s+(?!and\b)(?:[a-z]|(?i:(?:staff\s+)?(?:reporter|correspondent|writer)))"
)
_BETWEEN = re.compile(r"\s*(?:;|·|/|&|\band\b|,\s*and\b|및)\s*", re.I)
# A desk, an agency or a newsroom signs as a whole.
_CORPORATE = re.compile(
    r"\b(?:desk|staff|newsroom|news|team|agency|editors?|editorial|bureau|press|service|wire|monitor|post|times|reporters)\b"
    r"|편집국|편집부|취재팀|특별취재|뉴스팀|통신$|신문$|방송$",
    re.I,
)
_HANGUL = re.compile("[가-힣]")

# Family names in the spellings of both halves of Korea; what follows must read as Korean syllables too.
_FAMILY_NAMES = """
    ahn an bae baek baik bang byon byun cha chae chang cho choe choi chon chong chu chun chung eom eum gang gil go gu
    gwak gwon ha ham han heo ho hong hwang hyon hyun im in jang jeon jeong ji jin jo jon jong joo jou ju jun jung kal
    kang ki kil kim ko koo ku kuk kwak kwok kwon lee li lim ma maeng min mo moon mun myong na nam namgung nam-gung no
    noh o oh om ok paek paik pak pang park pyo pyon ra rang ri ro roh rim ryang ryom ryu sa seo seok seon seong shim shin
    sim sin so sohn sok son song suh sun sung tak u uh um wang woo won wu yang yeo yeom yi yim yom yoo yoon you youn yu
    yuk yun
"""
_FAMILY = frozenset(_FAMILY_NAMES.split())
_SYLLABLE = (
    r"(?:kk|gg|tt|dd|pp|bb|ss|jj|tch|ch|sh|k|g|n|t|d|r|l|m|p|b|s|j|h)?"
    r"(?:yae|yeo|wae|weo|yoo|you|ae|eo|eu|oe|oi|oo|ou|ui|ee|ei|ya|yo|yu|ye|yi|wa|wo|we|wi|woo|woon|a|e|i|o|u)"
    r"(?:ng|n|m|l|k|g|p|b|t|h)?"
)
_GIVEN = re.compile(rf"{_SYLLABLE}(?:[-’' ]?{_SYLLABLE}){{0,2}}", re.I)


@dataclass(frozen=True, slots=True)
class Author:
    """A person by `family` and `given` name, or, with `given` "", a name that is not taken apart: a desk, 정서영.

    `is_desk`: a newsroom or an agency, not a person. `suffix`: "Jr." or "III", of a person alone.
    """

    family: str
    given: str = ""
    is_desk: bool = False
    suffix: str = ""

    @property
    def is_person(self) -> bool:
        """Whether the name has two parts."""
        return bool(self.given)

    @property
    def inverted(self) -> str:
        """ "Jong, So Yong" or "King, Ann, Jr.": the form that citation readers take apart rightly."""
        return ", ".join(part for part in (self.family, self.given, self.suffix) if part)


def authors(byline: str, outlet: str = "") -> tuple[Author, ...]:
    """The authors of a byline as printed; none for one that names nobody. `outlet`: its name, no part of a person's."""
    text = " ".join(_MAIL.sub(" ", byline).split())
    found = [author for part in by_its_authors(text) for author in _signed(part, outlet)]
    return tuple(dict.fromkeys(found))


def _signed(text: str, outlet: str) -> tuple[Author, ...]:
    """Those who sign with one part of a byline."""
    if outlet and text.casefold() != outlet.casefold():
        house = re.escape(outlet)
        behind = rf"[\s,|·–—-]*{house}(?={_BEFORE_OFFICE})"
        text = re.sub(rf"{behind}|^{house}[\s,|·=]+(?=[가-힣])", "", text, flags=re.I)
    bare = " ".join(_IN_BRACKETS.sub(" ", text).split())
    text = bare or text.strip("()[] ")
    if _NOBODY.fullmatch(text):
        return ()
    is_whole = text.casefold() == outlet.casefold() or _SOMEBODY.match(text)
    if is_whole or (not _HANGUL.search(text) and _CORPORATE.search(_ENGLISH_OFFICE.sub("", text))):
        return (Author(text, is_desk=True),)
    names = [_plain(part) for part in _BETWEEN.split(text)]
    persons = _persons([name for name in names if name and not _NOBODY.fullmatch(name)])
    return tuple(_author(name) for name in persons)


def _plain(name: str) -> str:
    """A name without its office and without a place before or behind it."""
    if _HANGUL.search(name):
        return _KOREAN_OFFICE.sub("", _KOREAN_PLACE.sub("", name)).strip(" ,=|")
    name = _TITLE.sub("", _ENGLISH_OFFICE.sub("", name))
    return re.sub(r"\s+in\s+[A-Z][\w.]*(?:\s+[A-Z]\w+)*$", "", name).strip(" ,=|")


def _persons(names: list[str]) -> list[str]:
    """Names that commas part, unless the comma turns one name round."""
    found: list[str] = []
    for name in names:
        tied = _SUFFIX.sub(rf"{_TIED}\1", name)
        parts = [part for part in re.split(r"\s*,\s*", tied) if part.strip(_TIED)]
        is_turned = len(parts) == 2 and " " not in parts[0] and not _HANGUL.search(name)
        found += [", ".join(parts)] if is_turned else parts
    return found


def _author(name: str) -> Author:
    suffix = "".join(re.findall(rf"{_TIED}([^\s,]+)", name)[:1])
    name = re.sub(rf"{_TIED}[^\s,]+", "", name)
    if ", " in name:
        family, given = name.split(", ", 1)
        return Author(family, given, suffix=suffix)
    words = name.split(" ")
    if _HANGUL.search(name) or len(words) == 1 or _CORPORATE.search(name):
        return Author(name, is_desk=_CORPORATE.search(name) is not None)
    if words[0].casefold() in _FAMILY and _GIVEN.fullmatch(" ".join(words[1:])):
        return Author(_cased(words[0]), " ".join(words[1:]), suffix=suffix)
    return Author(_cased(words[-1]), " ".join(words[:-1]), suffix=suffix)


def _cased(family: str) -> str:
    """JONG is how some outlets mark a family name."""
    return family.capitalize() if family.isupper() and len(family) > 1 else family
