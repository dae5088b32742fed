"""Look reports up by their imprints: those that share the rarest codes with a given one. For the desk alone."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain
from sys import byteorder
from typing import Literal, NamedTuple

from django.db import connection

# A code that so many reports have leads nowhere; so a look-up costs the same however many reports there are.
COMMON = 100
COMPARED = 16
# So many common codes are remembered during an import, in each column.
REMEMBERED = 200_000
# A rarer code counts more, in whole numbers, so that it does not matter in which order they are summed; small ones are
# summed fastest.
_WHOLE = 5_000_000

Column = Literal["words", "signs"]


class _Sharing(NamedTuple):
    """The reports that share codes with one. `heaviest`: those that share most; `having`: the reports that have each code;
    `passed_over`: how many codes were too common to be followed.
    """

    heaviest: list[int]
    having: list[list[int]]
    passed_over: int

    def known_shared(self) -> Mapping[int, int]:
        """How many codes each report shares, but for those passed over."""
        return Counter(chain.from_iterable(self.having))


@dataclass(frozen=True)
class Asked:
    """Codes to look up. `own`: the key of the report whose they are, if it is in."""

    words: Collection[int]
    signs: Collection[int]
    own: int | None = None


@dataclass(frozen=True)
class CommonCodes:
    """Codes that were found to be common; remembered from one look-up to the next, each is looked up once an import."""

    words: set[int] = field(default_factory=set)
    signs: set[int] = field(default_factory=set)

    def of(self, column: Column) -> set[int]:
        """Those of one column."""
        return self.words if column == "words" else self.signs


@dataclass(frozen=True)
class Kept:
    """What is compared of a report that is in: codes of words in no order, codes of facts in theirs; its outlet's key."""

    words: Sequence[int]
    order: Sequence[int]
    language: str
    outlet: str


def candidates_of_each(asked: Sequence[Asked], common: CommonCodes) -> list[dict[int, int]]:
    """For each the keys of reports that share the rarest codes: by words, then by facts. Two queries for all.

    Beside each key, how many runs of words the two share at most. Those that are in came in together: of them, only the
    earlier are found for the later.
    """
    by_words = _sharing("words", [(each.own, each.words) for each in asked], common)
    by_signs = _sharing("signs", [(each.own, each.signs) for each in asked], common)
    shared = (words.known_shared() for words in by_words)
    return [
        {key: known.get(key, 0) + words.passed_over for key in (*words.heaviest, *signs.heaviest)}
        for words, signs, known in zip(by_words, by_signs, shared, strict=True)
    ]


def whose(keys: Collection[int]) -> dict[int, tuple[str, str]]:
    """The language of each of these reports, and its outlet's key."""
    if not keys:
        return {}
    sql = "SELECT id, language, outlet_id::text FROM articles_article WHERE id = ANY(%s)"
    with connection.cursor() as cursor:
        cursor.execute(sql, [sorted(keys)])
        return {pk: (language, outlet) for pk, language, outlet in cursor.fetchall()}


def kept_imprints(keys: Collection[int]) -> dict[int, Kept]:
    """What is kept of these reports."""
    if not keys:
        return {}
    # Their bytes: a thousand arrays are read in the time of a few rows.
    sql = """
        SELECT article.id, array_send(imprint.words), array_send(imprint."order"), article.language, article.outlet_id::text
        FROM articles_imprint imprint JOIN articles_article article ON article.id = imprint.article_id
        WHERE imprint.article_id = ANY(%s)
    """
    with connection.cursor() as cursor:
        cursor.execute(sql, [sorted(keys)])
        return {pk: Kept(_codes(words), _codes(order), *whose) for pk, words, order, *whose in cursor.fetchall()}


def _sharing(
    column: Column, asked: Sequence[tuple[int | None, Collection[int]]], common: CommonCodes
) -> list[_Sharing]:
    """For each the reports that have most of its codes, a rare one counting more; common ones are passed over."""
    own = [key for key, _ in asked if key is not None]
    each = [(key, frozenset(codes)) for key, codes in asked]
    reports, too_many = _reports_of(
        column,
        frozenset().union(*(codes for _, codes in each)),
        common.of(column),
        (min(own, default=0), max(own, default=0)),
    )
    shared = (_in_several([codes for _, codes in each]) | reports.keys()) - too_many
    # To those of a code are added the ones that came in together with them, each for those behind it.
    return [_most_shared(codes & shared, reports, key, len(codes & too_many)) for key, codes in each]


def _in_several(sets: Iterable[frozenset[int]]) -> set[int]:
    """What is in more than one of them: most codes are in one, and lead nowhere."""
    once: set[int] = set()
    again: set[int] = set()
    for codes in sets:
        again |= codes & once
        once |= codes
    return again


def _most_shared(codes: Iterable[int], reports: dict[int, list[int]], key: int | None, passed_over: int) -> _Sharing:
    """The reports that have most of these codes; afterwards this one, if it is in, is among those that have them."""
    shared: defaultdict[int, int] = defaultdict(int)
    having: list[list[int]] = []
    is_in = key is not None
    for code in codes:
        found = reports.setdefault(code, [])
        count = len(found) + is_in
        if count > COMMON:
            passed_over += 1
        elif found:
            weight = _WHOLE // count
            for pk in found:
                shared[pk] += weight
            having.append(found)
        if key is not None:
            found.append(key)
    # The heaviest first, of those that weigh the same the earliest; the numbers alone are sorted fastest.
    weights = sorted(shared.values(), reverse=True)[:COMPARED]
    least = weights[-1] if weights else 0
    heaviest = sorted((-weight, pk) for pk, weight in shared.items() if weight >= least)[:COMPARED]
    return _Sharing([pk for _, pk in heaviest], having, passed_over)


def _reports_of(
    column: Column, codes: Set[int], common: set[int], without: tuple[int, int]
) -> tuple[dict[int, list[int]], Set[int]]:
    """The reports that have each code, without those from a key to a key; and the common codes, which are left out and
    remembered.
    """
    # Each code is looked up by itself and no further than COMMON.
    sql = f"""
        SELECT asked.code, hits.reports FROM unnest(%s::int[]) AS asked(code) CROSS JOIN LATERAL (
            SELECT array_agg(article_id) AS reports FROM (
                SELECT article_id FROM articles_imprint
                WHERE {column} @> ARRAY[asked.code] AND NOT article_id BETWEEN %s AND %s LIMIT {COMMON + 1}
            ) AS hit
        ) AS hits WHERE hits.reports IS NOT NULL
    """  # noqa: S608  # a column of ours and a number
    known = codes & common
    wanted = sorted(codes - common)
    with connection.cursor() as cursor:
        cursor.execute(sql, [f"{{{','.join(map(str, wanted))}}}", *without])
        found = cursor.fetchall()
    too_many = {code for code, reports in found if len(reports) > COMMON}
    if len(common) < REMEMBERED:
        common |= too_many
    return {code: reports for code, reports in found if code not in too_many}, known | too_many


def _codes(sent: bytes) -> Sequence[int]:
    """The numbers of an int[] as Postgres sends it: five numbers about it, then the length and the value of each."""
    numbers = array("i", bytes(sent[20:]))
    if byteorder == "little":
        numbers.byteswap()
    return numbers[1::2]
