"""What a list is narrowed to, where a page of it ends, and words that lists leave out: values, without a database."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.cursors import pack, unpack
from articles.facets import FACET_NAMES, BadParameter, Chip, Filter
from articles.unnamed import without_descriptors

LABELS = {"province": {"ryanggang": "Ryanggang", "rason": "Rason"}, "topic": {"trade": "Trade"}}


def test_a_filter_is_read_from_an_address_and_written_back_in_one_order() -> None:
    asked = {"year": ["2023"], "province": ["ryanggang", "rason", "rason", ""], "unheard": ["of"], "narrower": ["no"]}

    filter = Filter.read(asked | {"topic": ["trade"]})

    assert filter == Filter(province=("rason", "ryanggang"), topic=("trade",), year=("2023",), narrower=False)
    assert filter.query() == "province=rason&province=ryanggang&topic=trade&year=2023&narrower=no"
    assert filter.query(("q", "rice & fuel"), ("after", "")).startswith("q=rice+%26+fuel&province=rason&")


def test_a_filter_says_in_words_what_it_narrows() -> None:
    filter = Filter.read(
        {"province": ["rason", "ryanggang"], "topic": ["trade"], "language": ["ko"], "month": ["2023-05"]}
    )

    assert filter.label(LABELS) == "about Rason or Ryanggang, on Trade, in Korean, dated May 2023"
    assert filter.with_narrower(False).without("province").without("month").label(LABELS) == "on Trade alone, in Korean"
    assert Filter().label(LABELS) == ""


def test_each_chip_leads_to_the_list_without_it() -> None:
    filter = Filter(province=("rason", "ryanggang"), language=("ko",))

    assert filter.chips(LABELS, ("q", "rice")) == [
        Chip("Province", "Rason", "q=rice&province=ryanggang&language=ko"),
        Chip("Province", "Ryanggang", "q=rice&province=rason&language=ko"),
        Chip("Language", "Korean", "q=rice&province=rason&province=ryanggang"),
    ]


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("language", "fr"),
        ("year", "23"),
        ("year", "２０２３"),
        ("year", "3023"),
        ("month", "2023-13"),
        ("month", "2023"),
        ("speech", "shouted"),
        ("narrower", "perhaps"),
        ("within", "mostly"),
        ("province", "x" * 121),
        ("topic", "tra\x00de"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_the_name_of_its_parameter(parameter: str, value: str) -> None:
    with pytest.raises(BadParameter) as refused:
        Filter.read({parameter: [value]})

    assert refused.value.parameter == parameter
    assert str(refused.value).startswith(f"{parameter}: “")
    assert "\x00" not in str(refused.value)


def test_too_many_values_are_refused() -> None:
    with pytest.raises(BadParameter, match="at most 20"):
        Filter.read({"year": [str(year) for year in range(1950, 1971)]})


def test_years_and_months_allow_the_days_they_share() -> None:
    assert Filter(year=("2023",)).days() == [(date(2023, 1, 1), date(2023, 12, 31))]
    assert Filter(month=("2024-02",)).days() == [(date(2024, 2, 1), date(2024, 2, 29))]
    assert Filter(year=("2024",), month=("2024-02", "2023-05")).days() == [(date(2024, 2, 1), date(2024, 2, 29))]
    assert Filter(year=("2022",), month=("2024-02",)).days() == [(date.max, date.min)]
    assert Filter().days() == []


def test_what_is_dated_within_a_month_is_asked_for_beside_it() -> None:
    asked = Filter.read({"province": ["rason"], "month": ["2024-02"], "within": ["yes"], "as_of": ["2024-05-01"]})
    assert asked.query() == "province=rason&month=2024-02&within=yes&as_of=2024-05-01"
    assert asked.whole_days() == [(date(2024, 2, 1), date(2024, 2, 29))]
    assert asked.label(LABELS) == "about Rason, dated February 2024 and no other time, as of 1 May 2024"
    assert [(chip.label, chip.query) for chip in asked.chips(LABELS)][1:3] == [
        ("February 2024", "province=rason&as_of=2024-05-01"),
        ("to that time alone", "province=rason&month=2024-02&as_of=2024-05-01"),
    ]
    for name, value in (("month", "2024-02"), ("month", "2024-03"), ("year", "2024"), ("province", "rason")):
        chosen = value in asked.values(name)
        expected = asked.without(name, value) if chosen else asked.having(name, value)
        assert asked.queries(name)(value) == expected.query()
    assert asked.without("month").whole_days() == [] and Filter(within=True).query() == ""


@given(st.lists(st.sampled_from(FACET_NAMES[:3]), max_size=4), st.text(min_size=1, max_size=20))
def test_having_a_value_and_being_without_it_again_changes_nothing(names: list[str], value: str) -> None:
    filter = Filter()
    for name in names:
        filter = filter.having(name, "other")

    for name in FACET_NAMES:
        if value != "other":
            assert filter.having(name, value).without(name, value) == filter


@given(st.lists(st.text(max_size=40), min_size=1, max_size=3))
def test_a_cursor_holds_what_was_packed(parts: list[str]) -> None:
    word = pack(*parts)

    if len(word) <= 300:
        assert unpack(word, len(parts)) == parts


@given(st.text(max_size=60))
def test_any_other_word_is_no_cursor(word: str) -> None:
    with pytest.raises(BadParameter, match="after: "):
        unpack(word, 3)


def test_what_a_report_calls_its_source_is_left_out_also_when_it_is_said_again() -> None:
    text = "A trade  worker in Rason told us. The trade worker said traders wait. The source agreed."

    assert without_descriptors(text, ["a trade worker in Rason", ""]) == (
        "[an unnamed source] told us. [an unnamed source] said traders wait. The source agreed."
    )
    assert without_descriptors(
        "라선시의 한 무역일꾼은 말했다. 이 무역일꾼에 따르면", ["라선시의 한 무역일꾼"], "ko"
    ) == ("[익명 소식통]은 말했다. [익명 소식통]에 따르면")
    assert without_descriptors("Traders wait.", []) == "Traders wait."
