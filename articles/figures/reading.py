"""Read the prices, rates and quantities of a text: an amount, what it counts, and for how much of what."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from articles.figures.amounts import Amount, amounts_in
from articles.figures.items import items_in, rate_between
from articles.figures.measures import any_measure, chinese_before, is_southern, measure_named, sign_before
from articles.figures.values import Currency, Kind, Measure, PrintedFigure, Unit

# A thing's name, some words, then its figure: as far as this, within a sentence, and past no other figure.
_NEAR = 60
_GAP = rf"[^\d.!?\n“”\"]{{0,{_NEAR}}}?"


class _Measured(NamedTuple):
    """An amount and what it counts, or a stretch between two; None where an end is open."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    measure: Measure


class _Words(NamedTuple):
    """How one language puts figures together."""

    measure: re.Pattern[str]
    joins: re.Pattern[str]
    is_change: re.Pattern[str]
    begins_range: re.Pattern[str]
    ends_range: re.Pattern[str]
    at_least: tuple[re.Pattern[str], re.Pattern[str]]
    at_most: tuple[re.Pattern[str], re.Pattern[str]]
    per_after: re.Pattern[str]
    per_before: re.Pattern[str]
    then_price: re.Pattern[str]
    beside: re.Pattern[str]
    is_all_paid: re.Pattern[str]
    then_per: re.Pattern[str]


_NEVER = re.compile(r"(?!)")
_COST = (
    r"(?:(?:has|have|had|is|are|was|were|be|been|being|can|could|now|currently|still)\s){0,3}"
    r"(?:(?:sells?|sold|went|goes|go|bought|had|trad(?:es?|ed|ing)|exchang(?:es?|ed)|chang(?:es?|ed)\shands)\s(?:for|at)"
    r"|(?:rose|risen|fell|fallen|climbed|jumped|dropped|sank|slid|soared|(?:went|gone|goes|shot)\s(?:up|down))\sto"
    r"|(?:stood|stands?|priced|quoted|valued)\sat|costs?|costing|fetch(?:es|ed)?|worth|equals?|bought|buys?|was|is|were|for|at)"
)
_ABOUT = r"(?:\s(?:about|around|roughly|some|nearly|almost|only|just|between|from|up\sto|as\smuch\sas|over|more\sthan|less\sthan))?"

# Not where something is handed over, or goes up to so much.
_OVER = r"(?<!hand\s)(?<!handed\s)(?<!handing\s)over"
_UP_TO = r"(?<!went\s)(?<!gone\s)(?<!goes\s)(?<!shot\s)up\sto"

_KOREAN_ABOUT = r"(?:(?:약|평균|대략|현재|무려|최고|최대)\s?)?(?:북한\s?(?:돈|원화)(?:으?로)?\s?)?"
# So many goods, or so much money, and what it costs stand side by side: 1달러 8200원, 쌀 1kg은 5500원, 1위안(1150원).
_KOREAN_BESIDE = rf"(?:\s|[은는이가]\s|\s?[:：]\s?|\s?\(){_KOREAN_ABOUT}"
_IS_ALL_PAID = r"\s?(?:어치|상당|짜리\s?(?:지폐|돈))"
# Money alone names what is paid for one of it only where nothing else is: 달러는 8200원.
_KOREAN_MONEY = r"((?:위안|위엔|달러|딸라|루블)화?)"
_ENGLISH_CHANGE = re.compile(
    r"(?i)\b(?:from|by|rose|fell|grew|sank|up|down|increased|climbed|jumped|dropped|went)\s(?:\w+\s)?(?:US)?\$?$"
)


@cache
def _words(language: str) -> _Words:
    measure, fits = any_measure(language), re.compile
    if language == "ko":
        return _Words(
            measure=fits(rf"\s?{measure}"),
            joins=fits(r"\s?(?:[~∼〜～–—-]|에서)\s?"),
            is_change=fits(r"\s?에서\s?"),
            begins_range=_NEVER,
            ends_range=fits(r"\s?(?:사이|정도|대|선|까지|안팎)"),
            at_least=(_NEVER, fits(r"\s?(?:이상|[을를]?\s?넘[는게은어]|초과)")),
            at_most=(fits(r"(?:최대|많아야)\s$"), fits(r"\s?(?:이하|미만)")),
            per_after=fits(rf"\s?/\s?{measure}"),
            per_before=fits(
                rf"{measure}(?:(?:당|\s당|\s?=)\s?(?:{_GAP}\s|약|평균)?|에\s?{_KOREAN_ABOUT})$"
                rf"|{measure}\s?(?:환율|시세)[은이가도]?{_GAP}$|(?<![가-힣\d]){_KOREAN_MONEY}(?:[은는이가]?\s{_KOREAN_ABOUT})$"
            ),
            then_price=fits(rf"\s?(?:(?:당|=|\s가격[은이가도에])\s?(?:{_GAP}\s)?|에\s?{_KOREAN_ABOUT})"),
            beside=fits(_KOREAN_BESIDE),
            is_all_paid=fits(_IS_ALL_PAID),
            then_per=fits(r"\s?/\s?|\s?\("),
        )
    of_goods = r"(?:\sof\s[a-z]+(?:\s[a-z]+)?)?"
    return _Words(
        measure=fits(rf"[\s-]?{measure}", re.IGNORECASE),
        joins=fits(r"\s?(?:[~–—-]|\bto\b|\band\b)\s?"),
        is_change=fits(r"\s?(?:to|and)\s?"),
        begins_range=fits(
            r"(?i)\b(?:between|rang(?:e|es|ed|ing)\sfrom|anywhere\sfrom|var(?:y|ies|ied|ying)\sfrom)"
            r"\s(?:about\s|around\s)?$"
        ),
        ends_range=_NEVER,
        at_least=(
            fits(rf"(?i)\b(?:more\sthan|{_OVER}|at\sleast|above|upwards\sof)\s$"),
            fits(r"\sor\smore\b"),
        ),
        at_most=(
            fits(rf"(?i)\b(?:less\sthan|under|at\smost|below|{_UP_TO}|no\smore\sthan)\s$"),
            fits(r"\sor\sless\b"),
        ),
        per_after=fits(
            rf"(?i)(?:\s?/\s?|\s(?:an?|per|each|for\s(?:an?|each|every)|(?:to|against)\s(?:the|an?)|on\sthe|(?:bought|buys?)\s(?:an?|the))\s){measure}"
        ),
        per_before=fits(rf"(?i)\b(?:an?|per|each|the|every)\s{measure}{of_goods}(?:\s{_COST}|\s?=){_ABOUT}\s?$"),
        then_price=fits(rf"(?i){of_goods}(?:\s{_COST}|\s?=){_ABOUT}\s?"),
        beside=fits(r"(?i)\s?(?::\s|\()(?:about\s|around\s)?"),
        is_all_paid=_NEVER,
        then_per=fits(r"(?i)\s?/\s?|\s(?:for|per|to)\s"),
    )


def figures_in(text: str, language: str) -> list[PrintedFigure]:
    """The figures of a text in order, none overlapping. `language`: a tag; other than Korean is read as English.

    What "rose from 8,000 to 8,300 won" names is two prices, "between 8,000 and 8,300 won" one.
    """
    language = "ko" if language.startswith("ko") else "en"
    words = _words(language)
    found = _measured(text, language, words)
    goods = _Goods(text, language)
    figures: list[PrintedFigure] = []
    taken: set[int] = set()
    for number, each in enumerate(found):
        after = found[number + 1] if number + 1 < len(found) else None
        if number in taken or not isinstance(each.measure, Currency) or _is_counted_in(text, each, after, words):
            continue
        before = found[number - 1] if number and number - 1 not in taken else None
        start, end, per, of = each.start, each.end, Decimal(1), None
        floor = figures[-1].end if figures else 0
        if before and _is_paid_for(text, before, each, words):
            taken.add(number - 1)
            start, end = before.start, _closed(text, before.end, each.start, end)
            # "8,200 won for one dollar" says how many won a dollar is.
            before, each = (each, before) if _is_price_of(before, each) else (before, each)
            per, of = before.low, before.measure  # type: ignore[assignment]  # one number, as was asked for
        elif match := words.per_after.match(text, each.end):
            end, of = match.end(), measure_named(match[1], language)
        elif (
            after
            and _one(after)
            and after.measure != each.measure
            and words.then_per.fullmatch(text, each.end, after.start)
            # Money in brackets says the same of other money, which is no rate: it was looked at above.
            and ("(" not in text[each.end : after.start] or isinstance(after.measure, Unit))
        ):
            per, of = _one(after), after.measure  # type: ignore[assignment]
            end = _closed(text, each.end, after.start, after.end)
            taken.add(number + 1)
        elif match := words.per_before.search(
            text, max(floor, before.end if before else 0, each.start - _NEAR), each.start
        ):
            named = next(word for word in match.groups() if word)
            start, of = match.start(), measure_named(named, language)
        taken.add(number)
        if of == each.measure:
            start, end, per, of = each.start, each.end, Decimal(1), None
        kind = Kind.RATE if isinstance(of, Currency) else Kind.PRICE
        item = rate_between(each.measure, of) if isinstance(of, Currency) else goods.of(start, end)
        figures.append(PrintedFigure(start, end, kind, each.low, each.high, each.measure, per, of, item))
    for number, each in enumerate(found):
        if number not in taken and isinstance(each.measure, Unit):
            item = goods.of(each.start, each.end)
            figures.append(
                PrintedFigure(
                    each.start, each.end, Kind.QUANTITY, each.low, each.high, each.measure, Decimal(1), None, item
                )
            )
    return _apart(sorted(figures))


def _is_counted_in(text: str, each: _Measured, after: _Measured | None, words: _Words) -> bool:
    """Whether money is what the money after it counts: the dollar of "1달러=8,200원"."""
    return bool(after and isinstance(after.measure, Currency) and _is_paid_for(text, each, after, words))


def _is_paid_for(text: str, goods: _Measured, price: _Measured, words: _Words) -> bool:
    """Whether what stands after goods or money, or beside them, is what is paid for so much of these."""
    if not _one(goods) or goods.measure == price.measure:
        return False
    if words.then_price.fullmatch(text, goods.end, price.start):
        return True
    if not words.beside.fullmatch(text, goods.end, price.start) or words.is_all_paid.match(text, price.end):
        return False
    if isinstance(goods.measure, Unit):
        # Of goods that are handed over with money each has its own: 쌀 10kg 5만원을 줬다.
        return goods.low == 1 or not text.startswith(("을", "를"), price.end)
    # A fine of 500 dollars (so many won) is no rate.
    is_explained = "(" in text[goods.end : price.start]
    return 1 in (goods.low, price.low) or (not is_explained and (_is_round(goods) or _is_round(price)))


def _closed(text: str, begin: int, start: int, end: int) -> int:
    """Where a figure ends whose second part stands from `start` to `end`: behind the bracket that opened before it."""
    return end + 1 if "(" in text[begin:start] and text.startswith(")", end) else end


def _is_price_of(one: _Measured, other: _Measured) -> bool:
    """Of two amounts of money, whether the second is what the first is paid for: it is round, as 1 and 100 are."""
    is_money = isinstance(one.measure, Currency) and isinstance(other.measure, Currency)
    return is_money and _is_round(other) and not (_is_round(one) and (one.low or 0) <= (other.low or 0))


def _is_round(measured: _Measured) -> bool:
    """Whether it is 1, 10, 100 and so on."""
    one = _one(measured)
    return one is not None and one >= 1 and one == Decimal(10) ** one.adjusted()


def _apart(figures: Iterable[PrintedFigure]) -> list[PrintedFigure]:
    """Without what lies inside the one before."""
    kept: list[PrintedFigure] = []
    for figure in figures:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept


def _one(measured: _Measured) -> Decimal | None:
    """The single positive number of a measured amount, None for a stretch: nothing costs so much for 5 to 6 kilos."""
    return measured.low if measured.low == measured.high and measured.low else None


def _measured(text: str, language: str, words: _Words) -> list[_Measured]:
    """Amounts with their measures: stretches joined, an amount without a measure left out."""
    found: list[_Measured] = []
    amounts = list(amounts_in(text, language))
    number = 0
    while number < len(amounts):
        first, second = amounts[number], amounts[number + 1] if number + 1 < len(amounts) else None
        start, end, measure = _with_measure(text, first, language, words)
        number += 1
        if second is not None:
            second_start, second_end, second_measure = _with_measure(text, second, language, words)
            both = measure is None or measure == second_measure
            join = words.joins.fullmatch(text, end, second_start) if second_measure is not None and both else None
            if join and second_measure is not None:
                low, high = _shared_scale(first, second, measure), second.value
                if _is_stretch(text, start, second_end, join.group(), words) and low <= high:
                    found.append(_whose(text, _Measured(start, second_end, low, high, second_measure)))
                    number += 1
                    continue
                measure = second_measure
        if measure is not None and not (isinstance(measure, Currency) and is_southern(text, start)):
            found.append(_opened(text, _whose(text, _Measured(start, end, first.value, first.value, measure)), words))
    return found


def _whose(text: str, measured: _Measured) -> _Measured:
    """With the won that are said to be China's as yuan."""
    begins = chinese_before(text, measured.start, measured.end) if measured.measure == Currency.KPW else None
    return measured if begins is None else measured._replace(start=begins, measure=Currency.CNY)


def _with_measure(text: str, amount: Amount, language: str, words: _Words) -> tuple[int, int, Measure | None]:
    """Where an amount begins and ends with the measure printed at it, and that measure."""
    if sign := sign_before(text, amount.start):
        return sign[0], amount.end, sign[1]
    if match := words.measure.match(text, amount.end):
        return amount.start, match.end(), measure_named(match[1], language)
    return amount.start, amount.end, None


def _shared_scale(first: Amount, second: Amount, measure: Measure | None) -> Decimal:
    """5 of "5~6천원" is 5,000: the first end takes the scale of the second where it has no word of its own."""
    if measure is None and first.scale == 1 and second.scale > 1 and first.value < second.figure:
        return first.value * second.scale
    return first.value


def _is_stretch(text: str, start: int, end: int, join: str, words: _Words) -> bool:
    """Whether two amounts are the ends of one stretch, and not what was before and what came after."""
    if not words.is_change.fullmatch(join):
        return True
    if words.ends_range.match(text, end) or words.begins_range.search(text, max(0, start - 30), start):
        return True
    return join.strip() == "to" and not _ENGLISH_CHANGE.search(text, max(0, start - 24), start)


def _opened(text: str, measured: _Measured, words: _Words) -> _Measured:
    """With the end left open that the report leaves open."""
    if _stands_by(text, measured, words.at_most):
        return measured._replace(low=None)
    return measured._replace(high=None) if _stands_by(text, measured, words.at_least) else measured


def _stands_by(text: str, measured: _Measured, sides: tuple[re.Pattern[str], re.Pattern[str]]) -> bool:
    before, after = sides
    return bool(before.search(text, max(0, measured.start - 16), measured.start) or after.match(text, measured.end))


class _Goods:
    """The goods of a text by its sentences."""

    def __init__(self, text: str, language: str) -> None:
        self._breaks = [match.end() for match in re.finditer(r"[.!?](?=\s|$)|\n", text)]
        self._named: dict[int, list[tuple[int, int, str]]] = {}
        for each in items_in(text, language):
            self._named.setdefault(bisect_right(self._breaks, each[0]), []).append(each)

    def of(self, start: int, end: int) -> str:
        """What a figure is about: goods named in it, or last before it in its sentence, or first after it."""
        named = self._named.get(bisect_right(self._breaks, start), [])
        first = bisect_left(named, (start,))
        inside = named[first][2] if first < len(named) and named[first][1] <= end else ""
        before = named[first - 1][2] if first else ""
        after = named[first][2] if first < len(named) else ""
        return inside or before or after
