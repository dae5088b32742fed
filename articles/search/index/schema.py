"""What the index holds of a report, or of a claim: the same fields for both."""

from datetime import date
from functools import cache

import tantivy

from articles.due import RECORDED
from articles.facets import FIRST_YEAR, LANGUAGES, LAST_YEAR, SPEECH
from articles.search.analysis import printed, words

# Fields of words with what a match in them counts. Of a claim, `headline` is our paraphrase and `body` its exact words.
TEXTS = {"headline": 4.0, "claims": 1.5, "body": 1.0}
PRINTED = "printed"
# How each of the printed words begins, by one letter and by two: as many words begin so as no question can read through.
BEGINNING = "beginning"
# Whole numbers to count by. `topic`: with all broader ones; `own_topic`: as filed. `group`: of a
# report its first, of a claim its statement; `is_of_several`: here with others of its group;
# `is_vague`: dated with more than one day.
COUNTED = ("province", "topic", "outlet", "language", "year", "speech", "institution")
# The months a report may be from, as one number, by which timelines count; with it every facet that has values.
PERIOD = "period"
# What a body does in a claim: it speaks, acts, or is spoken to, as one number with the body.
PART = "part"
PARTS = ("said", "did", "told")
VALUED = (*COUNTED, PERIOD, PART)
# Of a claim that announces something, where it is not told again what another announces: that it does; the last day on which
# it falls due, 0 for none; what became of it, by number, 0 for nothing recorded; when it came in or an outcome of it did; the
# bodies that announced it; the reports with claims that show what became of it.
ANNOUNCED = ("announces", "due", "became", "told", "announcer", "shown_by")
NUMBERS = (
    "pk", "article", "is_of_several", "group", "statement", "own_topic", "earliest", "latest", "is_vague", "newest", "event",
    "event_newest", "changed", "is_news", "is_due", "tie", *ANNOUNCED, *VALUED,
)  # fmt: skip
# Every year, and every month (202305), that a report may be of: looked up where comparing days would read all.
DATED = ("in_year", "in_month")
# Groups of reports whose first one is not here, and all groups of claims: beyond every row number.
OUTSIDE = 1 << 48
# What several of one group have in common. Of reports, one of each group has its number as BEARS and as COMMON every value of
# a facet that all of the group have. What only some of a group have, and every value of a claim, is with each of them as AGAIN:
# a value together with the group, in all 53 bits, beyond which keys of the index are not exact.
BEARS, COMMON, AGAIN = "bears", "common", "again"
_VALUE_BITS, _FACET_BITS, _GROUP_BITS = 18, 4, 31
WITHOUT_GROUP = (1 << _VALUE_BITS + _FACET_BITS) - 1
# What is counted, once more: a column in which every document has one number is counted in a fraction of the time. The values
# of each facet stand in so many such columns, each plus one, and 0 where there are no more. What is left over is in REST, and
# the number of its facet in HAS_REST.
COLUMNS = {"province": 3, "topic": 8, "outlet": 1, "language": 1, "year": 1, "speech": 3, "institution": 2}
REST, HAS_REST = "rest", "has_rest"
# A weight that differs by so little from day to day that it only orders what is otherwise alike.
DAY_WEIGHT = "day_weight"

LANGUAGE_NUMBERS = {code: number for number, code in enumerate(LANGUAGES)}
BECAME_NUMBERS = {state.value: number for number, state in enumerate(RECORDED, 1)}
SPEECH_NUMBERS = {speech: number for number, speech in enumerate(SPEECH)}


@cache
def schema() -> tantivy.Schema:
    """The fields. None is stored: what is shown comes from the database, and a part is written anew without reading documents."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", tokenizer_name="raw", index_option="basic")
    for name in TEXTS:
        builder.add_text_field(name, tokenizer_name="words")
    builder.add_text_field(PRINTED, tokenizer_name="printed")
    builder.add_text_field(BEGINNING, tokenizer_name="whitespace", index_option="basic")
    for name in NUMBERS:
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in (*DATED, BEARS, HAS_REST):
        builder.add_unsigned_field(name, indexed=True)
    for name in (AGAIN, COMMON, REST, *(column for facet in COLUMNS for column in columns_of(facet))):
        builder.add_unsigned_field(name, fast=True)
    builder.add_float_field(DAY_WEIGHT, fast=True)
    return builder.build()


def register(index: tantivy.Index) -> tantivy.Index:
    """The same index, knowing how its texts are cut."""
    index.register_tokenizer("words", words())
    index.register_tokenizer("printed", printed())
    return index


def day_weight(day: date) -> float:
    """For DAY_WEIGHT: log2(2 + weight) grows by less than a hundredth in a century."""
    return day.toordinal() * 5e-7


def months_of(earliest: date | None, latest: date) -> list[int]:
    """Numbers for DATED's months, as far as one may ask for them; without an earliest day all until the latest."""
    first = max(earliest.year * 12 + earliest.month - 1 if earliest else 0, FIRST_YEAR * 12)
    last = min(latest.year * 12 + latest.month - 1, LAST_YEAR * 12 + 11)
    return [month // 12 * 100 + month % 12 + 1 for month in range(first, last + 1)]


def columns_of(facet: str) -> list[str]:
    """The columns of a facet that is among COLUMNS."""
    return [f"{facet}_{number}" for number in range(1, COLUMNS[facet] + 1)]


def part_number(institution: int, part: str) -> int:
    """For PART."""
    return institution * 4 + PARTS.index(part)


def part_of(number: int) -> tuple[int, str]:
    """The body and what it does, of such a number."""
    return number // 4, PARTS[number % 4]


def again(group: int, facet: str, value: int) -> int:
    """For AGAIN: a number that only this value of this facet has, in this group."""
    short = group if group < OUTSIDE else 1 << (_GROUP_BITS - 1) | group % (1 << (_GROUP_BITS - 1))
    return short << _FACET_BITS + _VALUE_BITS | of_facet(facet, value)


def of_facet(facet: str, value: int) -> int:
    """For COMMON and REST: a number that only this value of this facet has."""
    return VALUED.index(facet) << _VALUE_BITS | value % (1 << _VALUE_BITS)


def facet_of(number: int) -> tuple[str, int]:
    """The facet and the value of such a number, with a group or without."""
    return VALUED[number >> _VALUE_BITS & (1 << _FACET_BITS) - 1], number & (1 << _VALUE_BITS) - 1


def tie_of(public_id: str) -> int:
    """A public id as a number, to order by. Raises ValueError, OverflowError."""
    if len(public_id) != 8:
        raise ValueError(public_id)
    return int.from_bytes(public_id.encode("ascii"))


def public_id_of(tie: int) -> str:
    """The public id of such a number."""
    return tie.to_bytes(8).decode("ascii")
