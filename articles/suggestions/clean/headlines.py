"""Where a body says its headline again. Pure."""

from articles.suggestions.clean.page import LONGEST_NOTE
from provinces.patterns import lazy

# So many letters of a headline begin no sentence by chance.
_SHORTEST_HEADLINE = 16
# States stand as one Chinese character in headlines, and in the same headline elsewhere as a syllable.
# The letters of the word beside it; and so many of its own tell most lines from it, in the first letters of a line.
_MOST_MORE, _FEW, _OPENING = 6, 8, 32
_NO_LETTERS = lazy(r"[\W_]+")
_IN_HEADLINES = str.maketrans("北中美日韓南軍黨", "북중미일한남군당")


def behind_headline(headline: str, body: str, start: int, end: int) -> int:
    """Where body[start:end] goes on behind the headline that it begins with, once or twice; 0 if it does not.

    `headline`: its letters alone.
    """
    behind, letters = 0, 0
    for at in range(start, end) if len(headline) >= _SHORTEST_HEADLINE else ():
        if not body[at].isalnum():
            continue
        if body[at].translate(_IN_HEADLINES).casefold() != headline[letters]:
            break
        letters += 1
        if letters == len(headline):
            behind, letters = at + 1, 0
    # "Salt is dear" may begin a sentence that goes on: "Salt is dear in Kilju, …".
    goes_on = behind and body[behind : behind + 1] == " " and body[behind + 1 : behind + 2].islower()
    return behind if behind and body[behind].isspace() and not goes_on else 0


def repeats_headline(text: str, headline: str) -> bool:
    """Whether a line is the headline once more, or the headline and a word."""
    if len(headline) <= 5 or len(text) > LONGEST_NOTE:
        return False
    first = letters_of(text[:_OPENING])
    if len(first) > _FEW + _MOST_MORE and headline[:_FEW] not in first[: _FEW + _MOST_MORE]:
        return False
    letters = letters_of(text)
    return headline in letters and len(letters) - len(headline) <= _MOST_MORE


def letters_of(text: str) -> str:
    """The letters of a headline alone, as all that repeat it have them."""
    return _NO_LETTERS.sub("", text.translate(_IN_HEADLINES).casefold())
