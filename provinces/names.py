"""Folding the spellings of a name, so that spellings that mean the same compare equal. Pure: no Django, no database."""

import unicodedata

from provinces.patterns import lazy

ACCENTS = lazy("[\u0300-\u036f]")
REMARK = lazy(r"\([^()]*\)")
LATIN_UNITS = {
    "province": "province",
    "do": "province",
    "city": "city",
    "si": "city",
    "county": "county",
    "gun": "county",
    "district": "district",
    "guyok": "district",
}
HANGUL_UNITS = {"도": "province", "시": "city", "군": "county", "구역": "district", "구": "district"}
LATIN_UNIT = lazy(r"(?i)(?<=\w\w)[\s-]+(" + "|".join(LATIN_UNITS) + r")\.?\s*$")
HANGUL_UNIT = lazy("(?<=[가-힣][가-힣])(" + "|".join(HANGUL_UNITS) + ")$")


def fold(name: str) -> str:
    """The letters and digits of a name in one common form: "P’yŏngan-bukto" and "pyongan bukto" give "pyonganbukto".

    Case, width, accents (caron and breve alike), apostrophes, hyphens, dots, spaces and a remark in brackets make no
    difference; Hangul comes back whole, because it is composed again after the accents are taken off. A unit word
    ("Province", "-do") stays: "Wihwa-do" and "Jilin Province" are whole names. `folds` is where it may be left off.
    Empty when the name has neither letter nor digit.
    """
    plain = unicodedata.normalize("NFC", ACCENTS.sub("", unicodedata.normalize("NFD", name)))
    wide = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", plain).casefold())
    return _letters(REMARK.sub(" ", wide)) or _letters(wide)


def folds(name: str) -> tuple[tuple[str, str], ...]:
    """The folded forms to look a name up by, best first, each with the kind of place it is limited to ("" is any).

    "Chagang Province" gives (("chagangprovince", ""), ("chagang", "province")): the whole name first, then without its
    unit word, which then has to agree with what is found, so that "Hamhung Province" never finds the city of Hamhung.
    """
    whole = fold(name)
    if not whole:
        return ()
    text = unicodedata.normalize("NFKC", name).strip()
    latin, hangul = LATIN_UNIT.search(text), HANGUL_UNIT.search(text)
    if latin:
        return (whole, ""), (fold(text[: latin.start()]), LATIN_UNITS[latin[1].casefold()])
    if hangul:
        return (whole, ""), (fold(text[: hangul.start()]), HANGUL_UNITS[hangul[1]])
    return ((whole, ""),)


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
