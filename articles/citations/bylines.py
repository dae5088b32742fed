"""Who wrote a report, out of its byline: reporters with the family name first, or a desk as a whole. Pure.

Reporters alone are authors of a citation, never a source. A byline is taken as printed and enriched from nowhere.
"""

import re
from dataclasses import dataclass

# What stands before or behind a name in bylines and is no part of it.
_BY = re.compile(r"^(?:by|reported by|written by|글|취재)[\s:]+", re.I)
_MAIL = re.compile(r"[<(\[]?\s*\S+@\S+\s*[>)\]]?")
_ENGLISH_OFFICE = re.compile(
    r"[,\s]+(?:(?:staff|senior|special|intern)\s+)?(?:reporter|correspondent|writer|journalist|editor)s?\b.*$", re.I
)
_KOREAN_OFFICE = re.compile(
    r"\s*(?:(?:인턴|수습|객원|선임|전문)\s?)?(?:기자|특파원|통신원|논설위원|편집장|앵커)(?=\s|$|[,·/])"
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

    `is_desk`: a newsroom or an agency, not a person.
    """

    family: str
    given: str = ""
    is_desk: bool = False

    @property
    def is_person(self) -> bool:
        """Whether the name has two parts."""
        return bool(self.given)

    @property
    def inverted(self) -> str:
        """ "Jong, So Yong": the form that citation readers take apart rightly."""
        return f"{self.family}, {self.given}" if self.given else self.family


def authors(byline: str, outlet: str = "") -> tuple[Author, ...]:
    """The authors of a byline as printed; none for an empty one. `outlet`: its name, which is no part of a person's."""
    text = " ".join(_MAIL.sub(" ", byline).split())
    if not text:
        return ()
    text = _BY.sub("", text).strip(" |,;")
    if outlet and text.casefold() != outlet.casefold():
        text = re.sub(
            rf"[\s,|·]*{re.escape(outlet)}\s*$|^{re.escape(outlet)}[\s,|·=]+(?=[가-힣])", "", text, flags=re.I
        )
    is_whole = text.casefold() == outlet.casefold() or re.match(r"(?:an?|the|our)\s", text, re.I)
    if is_whole or (not _HANGUL.search(text) and _CORPORATE.search(_ENGLISH_OFFICE.sub("", text))):
        return (Author(text, is_desk=True),)
    names = [_plain(part) for part in _BETWEEN.split(text)]
    return tuple(_author(name) for name in _persons([name for name in names if name]))


def _plain(name: str) -> str:
    """A name without its office and without a place behind it."""
    name = _KOREAN_OFFICE.sub("", name) if _HANGUL.search(name) else _ENGLISH_OFFICE.sub("", name)
    return re.sub(r"\s+in\s+[A-Z]\w+$", "", name).strip(" ,=|")


def _persons(names: list[str]) -> list[str]:
    """Names that commas part, unless the comma turns one name round."""
    found: list[str] = []
    for name in names:
        parts = [part for part in re.split(r"\s*,\s*", name) if part]
        is_turned = len(parts) == 2 and " " not in parts[0] and not _HANGUL.search(name)
        found += [", ".join(parts)] if is_turned else parts
    return found


def _author(name: str) -> Author:
    if ", " in name:
        family, given = name.split(", ", 1)
        return Author(family, given)
    words = name.split(" ")
    if _HANGUL.search(name) or len(words) == 1 or _CORPORATE.search(name):
        return Author(name, is_desk=_CORPORATE.search(name) is not None)
    if words[0].casefold() in _FAMILY and _GIVEN.fullmatch(" ".join(words[1:])):
        return Author(_cased(words[0]), " ".join(words[1:]))
    return Author(_cased(words[-1]), " ".join(words[:-1]))


def _cased(family: str) -> str:
    """JONG is how some outlets mark a family name."""
    return family.capitalize() if family.isupper() and len(family) > 1 else family
