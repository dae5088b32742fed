"""Words of the trade, and everyday ones, in both languages: rice is 쌀 and 입쌀, a trade permit 와크. Pure: no Django, no database.

`articles/data/glossary.json` holds a row for each meaning, `abroad.json` one for each country, province and port abroad
that the gazetteer lacks, or knows by fewer names, and for towns of the South: a name that is known is no slip of one of the
North's (Yangyang, Busan). The others have what any report may say, mostly in single words, for a name of several is there
only as a whole: `everyday.json` going, giving, weather, kin, and words for which another row would be found by their stems alone
(business: busy); `goods.json` what is grown, caught, made and worn; `state.json` party, police, army, school and health as the
North has them. A word may stand in several rows; then it means all of them.
`endings` are syllables that make words with that meaning (전력난: short of electricity); those of the last row add none.
`han` are characters that headlines shorten it to (軍).
`narrower` are other rows, by their first English words, that a word takes in: who asks for seafood is told of squid.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from articles.search.variants import Spelling, Thing

_DATA = Path(__file__).parent.parent / "data"
TRADE = tuple(_DATA / f"{name}.json" for name in ("glossary", "abroad"))
EVERYDAY = tuple(_DATA / f"{name}.json" for name in ("everyday", "goods", "state"))
FILES = (*TRADE, *EVERYDAY)
# Of a narrower row, its first word in English and so many in Korean are looked for.
MOST_NARROWER = 2
# Of what takes a row in, so many words in each language are.
MOST_BROADER = 4


@cache
def glossary() -> tuple[Thing, ...]:
    """Every row as a thing of kind `word`, called by its first English word.

    A word of one syllable (돈, 술) counts only where it stands alone.
    """
    rows = _rows()
    by_first = {row["en"][0]: row for row in rows if row["en"]}
    above: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        for first in row.get("narrower", ()):
            above[first].append(row)
    return tuple(
        Thing(
            "word",
            "",
            "".join(row["en"][:1]),
            _spellings(row["en"], row["ko"], row.get("han", ())),
            row.get("is_everywhere", False),
            tuple(
                spelling
                for first in row.get("narrower", ())
                for spelling in _spellings(by_first[first]["en"][:1], by_first[first]["ko"][:MOST_NARROWER])
            ),
            tuple(
                spelling
                for other in above["".join(row["en"][:1])]
                for spelling in _spellings(other["en"][:MOST_BROADER], other["ko"][:MOST_BROADER])
            ),
            row["is_everyday"],
        )
        for row in rows
    )


@cache
def _rows() -> Sequence[dict[str, Any]]:
    return [
        {**row, "is_everyday": file in EVERYDAY}
        for file in FILES
        for row in json.loads(file.read_text(encoding="utf-8"))
    ]


def _spellings(*words: Sequence[str]) -> tuple[Spelling, ...]:
    return tuple(Spelling(text, is_whole=len(text) == 1) for some in words for text in some)


@cache
def endings() -> Mapping[str, Thing]:
    """Syllables that words end in, with what they add; a thing without a label when that is nothing to look for."""
    things = zip(_rows(), glossary(), strict=True)
    return {
        ending: thing if row["en"] else Thing("word", "", "", ())
        for row, thing in things
        for ending in row.get("endings", ())
    }
