"""Reports that quote in single marks, as British ones do, with double marks within. Pure, and linear in the text.

The closing mark is an apostrophe as well: ‘The traders’ carts don’t stop,’ she says.
"""

from articles.suggestions.english.words import SAYING
from provinces.patterns import lazy

_OPENS = r"[‘'](?<![^\s(\[—–].)(?=[A-Za-z“\"\[…])(?!(?:em|til|tis|twas|cause|n)\b)"
# Behind a stop, or before one: what surely closes; an apostrophe stands between letters.
_SURELY = r"(?<=[,.?!…—”\"\]])[’'](?!\w)|(?<=\w)[’'](?=[,.;:?!)\]]|\s?[—–])"
_OPENING = lazy(_OPENS)
_CLOSES_SURELY = lazy(_SURELY)
_CLOSES = lazy(rf"{_SURELY}|(?<=\w)[’'](?!\w)")
_DOUBLE = lazy(r"“[^“”\n]*”?|\"[^\"\n]*\"?")
_SINGLE = lazy(rf"{_OPENS}(?:(?!\s')[^\n‘])+?(?:{_SURELY})")
# One quotation alone may be a title, if nobody is said to say it.
_SAID = lazy(rf"[’'],?\s(?:[\w.’-]+\s){{0,3}}(?:{SAYING})\b|\b(?:{SAYING})\b[\w\s]{{0,24}}[,:]?\s[‘']")
_LONGEST = 2000


def quotes_singly(body: str) -> bool:
    """Whether a report quotes in single marks: more stand outside double ones than the other way round."""
    if not _OPENING.search(body):
        return False
    singles = len(_SINGLE.findall(without := _DOUBLE.sub("", body)))
    if singles == 1 and not _SAID.search(without):
        return False
    return singles > len(_DOUBLE.findall(_SINGLE.sub("", body)))


def closing(text: str, at: int) -> int:
    """Where the single mark that opens at `at` of a paragraph closes; -1 if it opens nothing, or is never closed.

    Of a word that may own something ("the traders’ carts") the mark closes only if no surer one follows before the
    next quotation.
    """
    if not _OPENING.match(text, at):
        return -1
    another = _OPENING.search(text, at + 1)
    end = min(another.start() if another else len(text), at + _LONGEST)
    for match in _CLOSES.finditer(text, at + 1, end):
        place = match.start()
        owns = text[place - 1] == "s" and text[place + 1 : place + 2] == " "
        if not owns or not _CLOSES_SURELY.search(text, place + 1, end):
            return place
    return -1
