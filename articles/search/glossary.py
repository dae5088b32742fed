"""Words of the trade in both languages: rice is 쌀 and 입쌀, a trade permit 와크. Pure: no Django, no database.

`articles/data/glossary.json` holds a row for each meaning. A word may stand in several rows; then it means all of them.
"""

import json
from functools import cache
from pathlib import Path

from articles.search.variants import Spelling, Thing

FILE = Path(__file__).parent.parent / "data" / "glossary.json"


@cache
def glossary() -> tuple[Thing, ...]:
    """Every row as a thing of kind `word`, called by its first English word.

    A word of one syllable (돈, 술) counts only where it stands alone.
    """
    rows = json.loads(FILE.read_text(encoding="utf-8"))
    return tuple(
        Thing(
            "word",
            "",
            row["en"][0],
            tuple(Spelling(text, is_whole=len(text) == 1) for text in (*row["en"], *row["ko"])),
            row.get("is_everywhere", False),
        )
        for row in rows
    )
