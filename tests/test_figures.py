"""Prices, rates and quantities as reports print them, in both languages."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.figures.amounts import amounts_in
from articles.figures.items import items, items_in, rate_between
from articles.figures.reading import figures_in
from articles.figures.values import Currency, Kind, PrintedFigure, Unit
from sources.vocabulary import Vocabulary

# What is printed, and what is read: the words, the two ends, what they count, for how many of what, the item.
ENGLISH = [
    ("Rice cost 5,800 won a kilo.", "5,800 won a kilo", "5800", "KPW 1 kg", "rice"),
    ("A kilo of rice cost 5,800 won.", "A kilo of rice cost 5,800 won", "5800", "KPW 1 kg", "rice"),
    ("Diesel went at RMB 7.5 per litre.", "RMB 7.5 per litre", "7.5", "CNY 1 l", "diesel"),
    ("Flour is 30 yuan for 50 kilos.", "30 yuan for 50 kilos", "30", "CNY 50 kg", "flour"),
    ("Petrol stood between $1 and $1.20 a litre.", "$1 and $1.20 a litre", "1..1.2", "USD 1 l", "petrol"),
    ("Rice is between 8,000 and 8,300 won.", "8,000 and 8,300 won", "8000..8300", "KPW", "rice"),
    ("Corn is 2,500-2,700 won.", "2,500-2,700 won", "2500..2700", "KPW", "corn"),
    ("They paid three thousand five hundred won.", "three thousand five hundred won", "3500", "KPW", ""),
    ("They paid half a million won.", "half a million won", "500000", "KPW", ""),
    ("Sugar costs less than 9,000 won.", "9,000 won", "..9000", "KPW", "sugar"),
    ("It was 8.2 won to the yuan.", "8.2 won to the yuan", "8.2", "KPW 1 CNY", "won-yuan"),
    ("$1 = 8,200 won there.", "$1 = 8,200 won", "8200", "KPW 1 USD", "won-dollar"),
    ("It was 8,200 won to the dollar.", "8,200 won to the dollar", "8200", "KPW 1 USD", "won-dollar"),
    ("It was 8,200 won against the dollar.", "8,200 won against the dollar", "8200", "KPW 1 USD", "won-dollar"),
    ("It was 8,200 won for one dollar.", "8,200 won for one dollar", "8200", "KPW 1 USD", "won-dollar"),
    ("Here 120,000 won bought 100 yuan.", "120,000 won bought 100 yuan", "120000", "KPW 100 CNY", "won-yuan"),
    ("One dollar fetched about 8,200 won.", "One dollar fetched about 8,200 won", "8200", "KPW 1 USD", "won-dollar"),
    ("A US dollar fetches 8,200 won.", "A US dollar fetches 8,200 won", "8200", "KPW 1 USD", "won-dollar"),
    ("One yuan changed hands at 1,150 won.", "One yuan changed hands at 1,150 won", "1150", "KPW 1 CNY", "won-yuan"),
    ("The yuan had risen to 1,150 won.", "The yuan had risen to 1,150 won", "1150", "KPW 1 CNY", "won-yuan"),
    ("1 yuan (1,150 won) is too much.", "1 yuan (1,150 won)", "1150", "KPW 1 CNY", "won-yuan"),
    ("A kilo of rice was priced at 5,500 won.", "A kilo of rice was priced at 5,500 won", "5500", "KPW 1 kg", "rice"),
    (
        "A litre of petrol went up to 12,000 won.",
        "A litre of petrol went up to 12,000 won",
        "12000",
        "KPW 1 l",
        "petrol",
    ),
    ("The dollar traded at 8,200 won.", "The dollar traded at 8,200 won", "8200", "KPW 1 USD", "won-dollar"),
    ("1.5 million tons of rice came.", "1.5 million tons", "1500000", "t", "rice"),
    ("1.2 to 1.5 million tons came.", "1.2 to 1.5 million tons", "1200000..1500000", "t", ""),
    ("Rice cost 95 Chinese won a kilo.", "95 Chinese won a kilo", "95", "CNY 1 kg", "rice"),
    ("Rice cost 95 won in Chinese money.", "95 won", "95", "CNY", "rice"),
    ("Half a sack of corn is left.", "Half a sack", "0.5", "sack", "corn"),
    ("Two and a half tons of coal lay there.", "Two and a half tons", "2.5", "t", "coal"),
    ("More than 300 tons of coal lay there.", "300 tons", "300..", "t", "coal"),
]
KOREAN = [
    ("쌀은 1kg당 5800원이다.", "1kg당 5800원", "5800", "KPW 1 kg", "rice"),
    ("쌀 1㎏에 5천800원이었다.", "1㎏에 5천800원", "5800", "KPW 1 kg", "rice"),
    ("강냉이 1kg 가격은 2500원이다.", "1kg 가격은 2500원", "2500", "KPW 1 kg", "corn"),
    ("휘발유는 리터당 1만 2천원이다.", "리터당 1만 2천원", "12000", "KPW 1 l", "petrol"),
    ("값은 6천200원이다.", "6천200원", "6200", "KPW", ""),
    ("값은 1만2000원이다.", "1만2000원", "12000", "KPW", ""),
    ("값은 오천팔백원이다.", "오천팔백원", "5800", "KPW", ""),
    ("값은 만 2천원이다.", "만 2천원", "12000", "KPW", ""),
    ("값은 1억2000만원이다.", "1억2000만원", "120000000", "KPW", ""),
    ("쌀값은 8000~8300원이다.", "8000~8300원", "8000..8300", "KPW", "rice"),
    ("값은 5~6천원이다.", "5~6천원", "5000..6000", "KPW", ""),
    ("값은 8000원에서 8300원 사이다.", "8000원에서 8300원", "8000..8300", "KPW", ""),
    ("1달러=8,200원이다.", "1달러=8,200원", "8200", "KPW 1 USD", "won-dollar"),
    ("위안당 1260원이다.", "위안당 1260원", "1260", "KPW 1 CNY", "won-yuan"),
    ("100위안당 12만원이다.", "100위안당 12만원", "120000", "KPW 100 CNY", "won-yuan"),
    ("1달러 8200원이다.", "1달러 8200원", "8200", "KPW 1 USD", "won-dollar"),
    ("1달러 8000~8200원이다.", "1달러 8000~8200원", "8000..8200", "KPW 1 USD", "won-dollar"),
    ("1위안 1,150원이다.", "1위안 1,150원", "1150", "KPW 1 CNY", "won-yuan"),
    ("1위안은 1150원에 거래됐다.", "1위안은 1150원", "1150", "KPW 1 CNY", "won-yuan"),
    ("100위안 12만원이다.", "100위안 12만원", "120000", "KPW 100 CNY", "won-yuan"),
    ("1달러에 북한 돈 8200원이다.", "1달러에 북한 돈 8200원", "8200", "KPW 1 USD", "won-dollar"),
    ("1위안(1150원)에 바꿨다.", "1위안(1150원)", "1150", "KPW 1 CNY", "won-yuan"),
    ("8200원(1달러)이다.", "8200원(1달러)", "8200", "KPW 1 USD", "won-dollar"),
    ("8200원이 1달러다.", "8200원이 1달러", "8200", "KPW 1 USD", "won-dollar"),
    ("달러당 8200원이다.", "달러당 8200원", "8200", "KPW 1 USD", "won-dollar"),
    ("달러는 8200원이다.", "달러는 8200원", "8200", "KPW 1 USD", "won-dollar"),
    ("위안화 시세는 1150원이다.", "위안화 시세는 1150원", "1150", "KPW 1 CNY", "won-yuan"),
    ("쌀 1kg 5,500원이다.", "1kg 5,500원", "5500", "KPW 1 kg", "rice"),
    ("쌀 1㎏은 5,500원이다.", "1㎏은 5,500원", "5500", "KPW 1 kg", "rice"),
    ("밀가루 한 포대 120위안이다.", "한 포대 120위안", "120", "CNY 1 sack", "flour"),
    ("쌀 1kg(5,500원)을 샀다.", "1kg(5,500원)", "5500", "KPW 1 kg", "rice"),
    ("달러 환율은 8200원이다.", "달러 환율은 8200원", "8200", "KPW 1 USD", "won-dollar"),
    ("쌀 150만t이 들어왔다.", "150만t", "1500000", "t", "rice"),
    ("석탄 300톤 이상이 쌓였다.", "300톤", "300..", "t", "coal"),
    ("쌀 반 포대가 남았다.", "반 포대", "0.5", "sack", "rice"),
    ("쌀 두 포대가 남았다.", "두 포대", "2", "sack", "rice"),
    # The yuan is called won too, where the words before say whose money it is.
    ("쌀 1kg에 중국 돈 95원이다.", "1kg에 중국 돈 95원", "95", "CNY 1 kg", "rice"),
    ("쌀값은 인민폐로 약 95원이다.", "인민폐로 약 95원", "95", "CNY", "rice"),
    ("값은 위안화 90~95원이다.", "위안화 90~95원", "90..95", "CNY", ""),
    ("중국 돈 1원당 북한 돈 1300원이다.", "중국 돈 1원당 북한 돈 1300원", "1300", "KPW 1 CNY", "won-yuan"),
    ("인민폐 100원에 13만원이다.", "인민폐 100원에 13만원", "130000", "KPW 100 CNY", "won-yuan"),
    ("환율은 위안화 1300원이다.", "위안화 1300원", "1300", "KPW 1 CNY", "won-yuan"),
]


def ends(figure: PrintedFigure) -> str:
    if figure.low == figure.high and figure.low is not None:
        return f"{figure.low.normalize():f}"
    return "..".join("" if end is None else f"{end.normalize():f}" for end in (figure.low, figure.high))


def counted(figure: PrintedFigure) -> str:
    return f"{figure.measure} {figure.per} {figure.of}" if figure.of else f"{figure.measure}"


@pytest.mark.parametrize(
    ("language", "text", "words", "value", "measure", "item"),
    [("en", *row) for row in ENGLISH] + [("ko", *row) for row in KOREAN],
)
def test_a_figure_is_read(language: str, text: str, words: str, value: str, measure: str, item: str) -> None:
    [figure] = figures_in(text, language)
    assert (text[figure.start : figure.end], ends(figure), counted(figure), figure.item) == (
        words,
        value,
        measure,
        item,
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The coats came to 5,000 South Korean won."),
        ("en", "It was 5G, and 4 people came on 10 May 2021."),
        ("en", "They won 3 races."),
        ("ko", "한화 5만원이다."),
        ("ko", "1월 10일 20만명이 제3국에 갔다."),
    ],
)
def test_what_is_no_figure_of_this_trade_is_left_alone(language: str, text: str) -> None:
    assert figures_in(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Petrol rose from 8,000 to 8,300 won."),
        ("en", "Petrol climbed from 8,000 won to 8,300 won."),
        ("ko", "휘발유는 8000원에서 8300원으로 올랐다."),
    ],
)
def test_before_and_after_are_two_figures_and_no_stretch(language: str, text: str) -> None:
    assert [(ends(each), each.item) for each in figures_in(text, language)] == [("8000", "petrol"), ("8300", "petrol")]


def test_each_price_of_a_sentence_goes_to_its_own_goods() -> None:
    english = figures_in("Rice was 5,800 won and corn 2,500 won per kilogram. Coal was 30 dollars a ton.", "en")
    korean = figures_in("쌀 1kg당 가격은 5800원, 옥수수는 2500원이다.", "ko")
    assert [(each.item, ends(each)) for each in english] == [("rice", "5800"), ("corn", "2500"), ("coal", "30")]
    assert [(each.item, ends(each)) for each in korean] == [("rice", "5800"), ("corn", "2500")]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("ko", "쌀 10kg 5만원을 줬다.", ["KPW", "kg"]),
        ("ko", "쌀 10kg 5만원어치를 샀다.", ["KPW", "kg"]),
        ("ko", "쌀 10kg, 5만원을 줬다.", ["KPW", "kg"]),
        ("ko", "벌금은 500달러(410만원)이다.", ["KPW", "USD"]),
        ("en", "The fine is 500 dollars (4.1 million won).", ["KPW", "USD"]),
        ("en", "They handed over one dollar and 8,200 won.", ["KPW", "USD"]),
    ],
)
def test_what_only_stands_together_is_no_price(language: str, text: str, told: list[str]) -> None:
    assert sorted(counted(each) for each in figures_in(text, language)) == told


def test_kinds_are_told_apart() -> None:
    text = "A dollar bought 8,200 won; rice was 5,800 won a kilo, and 300 tons came."
    assert [each.kind for each in figures_in(text, "en")] == [Kind.RATE, Kind.PRICE, Kind.QUANTITY]


def test_every_rate_of_the_vocabulary_is_between_known_currencies() -> None:
    rates = [item for item in items().values() if item.rate]
    assert {"won-dollar", "won-yuan"} <= {item.slug for item in rates}
    for item in rates:
        one, other = item.rate
        assert item.rate <= set(Currency) and rate_between(one, other) == rate_between(other, one) == item.slug


def test_no_name_stands_for_two_items() -> None:
    for language in ("english", "korean"):
        names = [name.lower() for item in items().values() for name in getattr(item, language)]
        assert len(names) == len(set(names))
    assert [slug for *_, slug in items_in("Soybean oil and soybeans", "en")] == ["soybean-oil", "soybeans"]
    assert [slug for *_, slug in items_in("찹쌀과 입쌀", "ko")] == ["rice"]


def korean_forms(value: int) -> list[str]:
    """One number as Korean reports print it."""
    tens, rest = divmod(value, 10_000)
    thousands, units = divmod(rest, 1_000)
    high = f"{tens}만" if tens else ""
    forms = [str(value), f"{value:,}", f"{high}{rest or ''}"]
    if thousands:
        forms += [f"{high}{thousands}천{units or ''}", f"{high} {thousands}천{units or ''}".strip()]
    return forms


@given(st.integers(1, 99_999_999))
def test_every_korean_form_of_a_number_is_that_number(value: int) -> None:
    for form in korean_forms(value):
        assert [each.value for each in amounts_in(f"{form}원", "ko")] == [value], form


PIECES = st.sampled_from(
    [
        "1.5",
        "3,000",
        "12",
        "five",
        "Twenty",
        "hundred",
        "million",
        "a",
        "an",
        "half",
        "and",
        "x5",
        "５",
        "é",
        "’",
        "-",
        ".",
        ",",
        " ",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_numbers_are_found_by_the_words_of_a_text_as_without_them(text: str) -> None:
    assert list(amounts_in(text, "en", Vocabulary(text))) == list(amounts_in(text, "en"))


@given(st.integers(1, 99_999_999), st.sampled_from(["won", "yuan", "dollars", "tons"]))
def test_every_english_form_of_a_number_is_that_number(value: int, word: str) -> None:
    for form in (str(value), f"{value:,}", f"{value}.0", f"{Decimal(value) / 1_000_000:f} million"):
        [figure] = figures_in(f"It was {form} {word}.", "en")
        assert figure.low == figure.high == Decimal(value), form


PRINTED = (
    "1 5,800 8.2 3,00 1.5.2 , . ! - ~ to from between and half a the per kg won yuan $ US$ dollar rice tons million "
    "당 에 = 원 달러 위안 천 만 억 오 한 쌀 환율은 에서 사이 이상 톤 포대 6천 200 “ ( )"
)
PIECES = st.sampled_from([*PRINTED.split(), "\n"])


@given(st.lists(PIECES, max_size=14), st.sampled_from(["", " "]), st.sampled_from(["en", "ko"]))
def test_whatever_is_printed_figures_stand_in_order_and_in_the_text(
    pieces: list[str], glue: str, language: str
) -> None:
    text = glue.join(pieces)
    figures = figures_in(text, language)
    for figure in figures:
        assert 0 <= figure.start < figure.end <= len(text) and text[figure.start : figure.end].strip()
        assert figure.low is None or figure.high is None or 0 <= figure.low <= figure.high
        assert figure.low is not None or figure.high is not None
        assert figure.per > 0 and isinstance(figure.measure, Unit) is (figure.kind is Kind.QUANTITY)
    assert all(one.end <= other.start for one, other in pairwise(figures))
