"""Figures in words and numbers, the same on every page."""

from decimal import Decimal

from articles.figures.values import Currency, Kind, Measure, Unit
from provinces.tongue import say

# One of it, and several.
_CALLED: dict[Measure, tuple[str, str]] = {
    Currency.KPW: ("won", "won"),
    Currency.CNY: ("yuan", "yuan"),
    Currency.USD: ("dollar", "dollars"),
    Currency.RUB: ("rouble", "roubles"),
    Unit.GRAM: ("g", "g"),
    Unit.KILOGRAM: ("kg", "kg"),
    Unit.TON: ("ton", "tons"),
    Unit.MILLILITRE: ("ml", "ml"),
    Unit.LITRE: ("litre", "litres"),
    Unit.BARREL: ("barrel", "barrels"),
    Unit.SACK: ("sack", "sacks"),
}
_KINDS = {Kind.PRICE: "Price", Kind.RATE: "Rate", Kind.QUANTITY: "Quantity"}


def number(value: Decimal) -> str:
    """With commas between thousands and no zeros at the end."""
    rounded = value.quantize(Decimal("0.0001"))
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def range_words(low: Decimal | None, high: Decimal | None) -> str:
    """ "5,800", "4,000 to 5,000", "at least 300", "at most 20"."""
    if low is None or high is None:
        if low is not None:
            return say("at least {number}", number=number(low))
        return say("at most {number}", number=number(high or Decimal(0)))
    return number(low) if low == high else say("{first} to {last}", first=number(low), last=number(high))


def figure_words(
    low: Decimal | None, high: Decimal | None, measure: Measure, per: Decimal = Decimal(1), of: Measure | None = None
) -> str:
    """What a figure says: "5,800 won a kg", "58 yuan for 50 kg", "at least 300 tons"."""
    is_one = {low, high} <= {Decimal(1), None}
    unit = say(_CALLED[measure][0 if is_one else 1])
    if low is None or high is None:
        # Where the word comes before or after both: "at least 300 tons", "300톤 이상".
        end = number(low if low is not None else high or Decimal(0))
        said = say("at least {number} {unit}" if low is not None else "at most {number} {unit}", number=end, unit=unit)
    else:
        said = say("{range} {unit}", range=range_words(low, high), unit=unit)
    if of is None:
        return said
    if per == 1:
        return say("{said} a {measure}", said=said, measure=say(_CALLED[of][0]))
    return say("{said} for {number} {measure}", said=said, number=number(per), measure=say(_CALLED[of][1]))


def unit_words(measure: Measure, of: Measure | None) -> str:
    """What numbers of one sort are counted in: "won a kg", "won a dollar", "tons"."""
    several = say(_CALLED[measure][1])
    return several if of is None else say("{said} a {measure}", said=several, measure=say(_CALLED[of][0]))


def sort_words(kind: Kind, measure: Measure, of: Measure | None) -> str:
    """A heading over numbers of one sort: "Price in won a kg"."""
    words = say("{kind} in {unit}", kind=say(_KINDS[kind]), unit=unit_words(measure, of))
    return say("{words}, for how much not said", words=words) if kind is Kind.PRICE and of is None else words
