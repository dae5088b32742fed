"""What the words for an unnamed source say of it: its noun, its role, the places they name. Pure."""

import re

from articles.remembered import within_a_reading
from provinces.gazetteer import Gazetteer
from provinces.patterns import lazy

AGAIN = lazy(
    r"^(?:the|this|that|these|those|both|our|[\w.]+(?: NK)?[’'](?:s\s)?)(?:\s|\b)|^[A-Z]$|^(?:이|그|해당)\s"
    r"|^(?:소식통|(?:취재|내부)?\s?(?:협력자|협조자)|주민|간부|상인|소스|관계자|당국자)들?$|^[가-힣]{2,8}(?<!들)$",
    re.IGNORECASE,
)
THAT_ONE = lazy(r"(?:이|그|해당)\s[가-힣]{2,8}")
CALLED = lazy(r"(?:[A-Zㄱ-ㅎ]|[가-힣]\s?모|[가-힣])\s?씨")
SURNAME = lazy(r"(?:(?:Mr|Mrs|Ms)\.?\s)?[A-Z][a-z]+")
# 대방(무역업자) is 이 대방.
_GLOSSED = lazy(r"(?<=[가-힣])[(（][^()（）]+[)）]$")
_ROLES = (
    ("trading_company", r"trading company|무역회사"),
    ("trader", r"trader|merchant|broker|smuggler|business|상인|무역업자|장사꾼|밀수"),
    ("military", r"military|army|soldier|border guard|군인|군부"),
    ("cadre", r"\bcadre|간부"),
    ("official", r"\bofficial|관계자|일군|일꾼"),
    ("worker", r"worker|driver|farmer|노동자|농민|운전"),
    ("resident", r"resident|citizen|주민"),
    ("expert", r"expert|analyst|professor|전문가|교수"),
)
# In small letters.
_ROLE_SIGNS = tuple((role, lazy(sign)) for role, sign in _ROLES)
_HANGUL = lazy("[가-힣]")
# Where what follows the noun begins: "in Hyesan", "who …", "we spoke to"; but "an inside source".
_DESCRIBED = lazy(
    r"\s(?:in|from|of|at|near|who|we|based|living|inside(?!\s(?:source|informant|contact|partner))|within|with|now|there|here)\b|,"
)
_CODE_NAME = lazy(r"\s(?:[A-Z]|(?:[A-Zㄱ-ㅎ]|[가-힣]\s?모|[가-힣])\s?씨|[‘'“].*)$")


def role_of(descriptor: str) -> str:
    """The slug of the role that a descriptor says somebody has."""
    small = descriptor.lower()
    return next((role for role, sign in _ROLE_SIGNS if sign.search(small)), "unspecified")


@within_a_reading
def places_in(words: str, language: str) -> frozenset[str]:
    """The provinces that words name, and the places abroad."""
    found = Gazetteer.from_file().find(words, language)
    return frozenset(mention.province or mention.place or "" for mention in found)


@within_a_reading
def noun_of(words: str) -> str:
    """The word that says what somebody is: "trader" in "a trader in Hyesan", 소식통 in 혜산의 한 소식통."""
    noun = noun_as_printed(words)
    return noun[:-1] if noun.endswith(("s", "들")) else noun


def noun_as_printed(words: str) -> str:
    """The same of one apart from many: "traders" in "traders in Hyesan"."""
    if words.isascii() or not _HANGUL.search(words):
        bare = _DESCRIBED.split(words.strip(), 1)[0]
    else:
        bare = _CODE_NAME.sub("", _GLOSSED.sub("", words)).replace("취재", "").replace("내부", "")
    return (bare.split() or [""])[-1].casefold()
