"""Figures in English words and numbers, the same on every page."""

from decimal import Decimal

from articles.figures.values import Currency, Kind, Measure, Unit

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
        return f"at least {number(low)}" if low is not None else f"at most {number(high or Decimal(0))}"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def figure_words(
    low: Decimal | None, high: Decimal | None, measure: Measure, per: Decimal = Decimal(1), of: Measure | None = None
) -> str:
    """What a figure says: "5,800 won a kg", "58 yuan for 50 kg", "at least 300 tons"."""
    is_one = {low, high} <= {Decimal(1), None}
    said = f"{range_words(low, high)} {_CALLED[measure][0 if is_one else 1]}"
    if of is None:
        return said
    return f"{said} a {_CALLED[of][0]}" if per == 1 else f"{said} for {number(per)} {_CALLED[of][1]}"


def unit_words(measure: Measure, of: Measure | None) -> str:
    """What numbers of one sort are counted in: "won a kg", "won a dollar", "tons"."""
    several = _CALLED[measure][1]
    return several if of is None else f"{several} a {_CALLED[of][0]}"


def sort_words(kind: Kind, measure: Measure, of: Measure | None) -> str:
    """A heading over numbers of one sort: "Price in won a kg"."""
    words = f"{_KINDS[kind]} in {unit_words(measure, of)}"
    return f"{words}, for how much not said" if kind is Kind.PRICE and of is None else words
