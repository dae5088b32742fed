"""What has a price here: `articles/data/priced_items.json` names each item in both languages; an exchange rate is one."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from articles.suggestions.signs import one_of, two_letters_of

FILE = Path(__file__).parent.parent / "data" / "priced_items.json"


class Item(NamedTuple):
    """Goods, or a rate of `rate[0]` for one `rate[1]`. The first name of each language is the one to show."""

    slug: str
    english: tuple[str, ...]
    korean: tuple[str, ...]
    rate: frozenset[str]


@cache
def items() -> dict[str, Item]:
    """Every item by its slug, in the order of the file."""
    rows = json.loads(FILE.read_text(encoding="utf-8"))
    return {
        row["slug"]: Item(row["slug"], tuple(row["en"]), tuple(row["ko"]), frozenset(row.get("rate", ())))
        for row in rows
    }


def items_in(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, slug) of the goods a text names, in order; where two names begin together, the longer."""
    pattern, slugs = _named("ko" if language.startswith("ko") else "en")
    for match in pattern.finditer(text):
        yield match.start(), match.end(), slugs[match.group().lower()]


def rate_between(one: str, other: str) -> str:
    """The slug of the rate between two currencies, whichever is counted in the other; "" where there is none."""
    return next((item.slug for item in items().values() if item.rate == {one, other}), "")


@cache
def _named(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    slugs = {
        name: item.slug
        for item in items().values()
        if not item.rate
        for name in (item.korean if language == "ko" else item.english)
    }
    words = "|".join(slugs)
    # Korean words carry their particles: only what stands before one tells whether it is a word of its own.
    edges = (r"(?<![가-힣])", "") if language == "ko" else (r"\b", r"\b")
    return re.compile(f"{two_letters_of(words)}{edges[0]}{one_of(words)}{edges[1]}", re.IGNORECASE), slugs
