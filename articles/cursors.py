"""Cursors: where a page of a list ends, packed into a word for the next page's address. Pure: no Django.

They name a row by what it is sorted by and its public id, never by a row number, which would tell how much is hidden.
"""

import base64
import binascii
import json
from datetime import date, datetime

from articles.facets import BadParameter
from articles.public_ids import Kind, check
from provinces.tongue import say

LONGEST = 300


def pack(*parts: str) -> str:
    """The word for these parts."""
    text = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def unpack(word: str, count: int) -> list[str]:
    """The `count` parts of a word. Raises BadParameter when it was not made by `pack`."""
    try:
        if len(word) > LONGEST or not word.isascii():
            raise ValueError
        parts = json.loads(base64.b64decode(word + "=" * (-len(word) % 4), altchars=b"-_", validate=True))
        if not isinstance(parts, list) or len(parts) != count or not all(isinstance(part, str) for part in parts):
            raise ValueError
        if pack(*parts) != word:
            raise ValueError
    except (ValueError, binascii.Error, RecursionError):
        raise bad_cursor(word) from None
    return parts


def day_in(part: str, word: str) -> date:
    """The day that a part of a word is. Raises BadParameter."""
    try:
        return date.fromisoformat(part)
    except ValueError:
        raise bad_cursor(word) from None


def moment_in(part: str, word: str) -> datetime:
    """The moment that a part of a word is. Raises BadParameter."""
    try:
        moment = datetime.fromisoformat(part)
    except ValueError:
        raise bad_cursor(word) from None
    if moment.tzinfo is None:
        raise bad_cursor(word)
    return moment


def id_in(part: str, word: str, kind: Kind) -> str:
    """The public id that a part of a word is; of another kind it is a place in another list. Raises BadParameter."""
    if not check(part) or part[0] != kind:
        raise bad_cursor(word)
    return part


def bad_cursor(word: str) -> BadParameter:
    """What to raise for a word that names no place in a list."""
    return BadParameter("after", word, say("is no place in this list; open the list from its beginning"))
