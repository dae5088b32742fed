"""What is read of a figure. Positions are code points of the text, end exclusive."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a figure tells."""

    PRICE = "price"
    RATE = "rate"
    QUANTITY = "quantity"


class Currency(StrEnum):
    """Money that reports of this trade count in, by its ISO 4217 code."""

    KPW = "KPW"
    CNY = "CNY"
    USD = "USD"
    RUB = "RUB"


class Unit(StrEnum):
    """What goods are measured in. A sack has no weight of its own: what it holds is what the report says of it."""

    GRAM = "g"
    KILOGRAM = "kg"
    TON = "t"
    MILLILITRE = "ml"
    LITRE = "l"
    BARREL = "barrel"
    SACK = "sack"


Measure = Currency | Unit


def measure_called(code: str) -> Measure:
    """A currency or a unit by its code. Raises ValueError."""
    return Currency(code) if code in set(Currency) else Unit(code)


class PrintedFigure(NamedTuple):
    """One figure as printed; nothing is converted or rounded.

    `low`, `high`: the same for a single value; None for an end the report leaves open ("more than 300 tons"). `measure`:
    what they count, a currency for prices and rates. `per`, `of`: for how many of what, such as 1 kg or 100 CNY; `of` is
    None where the report does not say, and for quantities. `item`: a slug of the vocabulary, or "".
    """

    start: int
    end: int
    kind: Kind
    low: Decimal | None
    high: Decimal | None
    measure: Measure
    per: Decimal
    of: Measure | None
    item: str
