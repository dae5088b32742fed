"""Partial dates: what editors type and outlets print, as a first and a last possible day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates import DateError, PartialDate

KNOWN = [
    ("2022", date(2022, 1, 1), date(2022, 12, 31)),
    ("2022-04", date(2022, 4, 1), date(2022, 4, 30)),
    ("2022-04-03", date(2022, 4, 3), date(2022, 4, 3)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2022-04~", date(2022, 4, 1), date(2022, 4, 30)),
    ("2022-04-03?", date(2022, 4, 3), date(2022, 4, 3)),
    ("2022%", date(2022, 1, 1), date(2022, 12, 31)),
    ("2022-XX", date(2022, 1, 1), date(2022, 12, 31)),
    ("2022-XX-XX", date(2022, 1, 1), date(2022, 12, 31)),
    ("2022-04-XX", date(2022, 4, 1), date(2022, 4, 30)),
    ("202X", date(2020, 1, 1), date(2029, 12, 31)),
    ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
    ("2022-21", date(2022, 3, 1), date(2022, 5, 31)),
    ("2022-24", date(2022, 12, 1), date(2023, 2, 28)),
    ("2022-33", date(2022, 1, 1), date(2022, 3, 31)),
    ("2022-36", date(2022, 10, 1), date(2022, 12, 31)),
    ("2022-40", date(2022, 1, 1), date(2022, 6, 30)),
    ("2022-41", date(2022, 7, 1), date(2022, 12, 31)),
    ("2022-04-01~/2022-04-10~", date(2022, 4, 1), date(2022, 4, 10)),
    ("2022-04-28/2022-05", date(2022, 4, 28), date(2022, 5, 31)),
    ("../2022-06-30", None, date(2022, 6, 30)),
    ("/2022-06-30", None, date(2022, 6, 30)),
    ("2022-07-16/..", date(2022, 7, 16), None),
    ("2022-07-16/", date(2022, 7, 16), None),
]


@pytest.mark.parametrize(("words", "earliest", "latest"), KNOWN)
def test_a_date_knows_its_first_and_last_day(words: str, earliest: date | None, latest: date | None) -> None:
    assert PartialDate.parse(words) == PartialDate(words, words, earliest, latest)


REFUSED = [
    ("yesterday", "write a year, 2022-04, 2022-04-03, or an interval such as 2022-04-01/2022-04-10"),
    ("2022-4", "write a year, 2022-04, 2022-04-03, or an interval such as 2022-04-01/2022-04-10"),
    ("２０２２", "write a year, 2022-04, 2022-04-03, or an interval such as 2022-04-01/2022-04-10"),
    ("2022-13", "there is no month 13"),
    ("2022-00", "there is no month 00"),
    ("2022-02-30", "February 2022 has no day 30"),
    ("2022-04-00", "April 2022 has no day 00"),
    ("2022-40-01", "a part of a year has no days of its own"),
    ("2022-XX-03", "it has a day but no month"),
    ("202X-04", "it has a month but not the whole year"),
    ("1899", "the year must lie between 1900 and 2100"),
    ("210X", "the year must lie between 1900 and 2100"),
    ("2022-04-03T10:00", "a time of day is not kept, only the day"),
    ("2022-05/2022-04", "it ends before it begins"),
    ("../..", "an interval needs a date on one side at least"),
    ("2021/2022/2023", "an interval has one beginning and one end"),
]


@pytest.mark.parametrize(("words", "reason"), REFUSED)
def test_a_refusal_names_the_value_and_the_reason(words: str, reason: str) -> None:
    with pytest.raises(DateError) as refusal:
        PartialDate.parse(words)
    assert str(refusal.value) == f"“{words}” is not a date we can keep: {reason}."


def test_printed_words_stay_beside_what_they_mean() -> None:
    early = PartialDate.printed(" early April ", "2022-04-01~ / 2022-04-10~")
    assert early == PartialDate("early April", "2022-04-01~/2022-04-10~", date(2022, 4, 1), date(2022, 4, 10))
    recently = PartialDate.printed("recently", "")
    assert (recently, recently.is_known) == (PartialDate("recently", "", None, None), False)
    assert PartialDate.parse(" ") == PartialDate.none()
    assert PartialDate.parse("2022-xx").edtf == "2022-XX"


def test_a_date_says_whether_it_is_uncertain() -> None:
    dates = ["2022", "2022-04", "../2022-06-30", "2022?", "2022-04~", "2022%", "2022-XX", "202X", "2022~/2023"]
    assert [PartialDate.parse(words).is_uncertain for words in dates] == [False] * 3 + [True] * 6
    assert not PartialDate.none().is_uncertain


LABELS = [
    ("", "date not known", "날짜 모름"),
    ("2022", "2022", "2022년"),
    ("2022-04", "April 2022", "2022년 4월"),
    ("2022-04-03", "3 April 2022", "2022년 4월 3일"),
    ("2022-04-01~/2022-04-10~", "early April 2022", "2022년 4월 초순"),
    ("2022-04-11~/2022-04-20~", "mid-April 2022", "2022년 4월 중순"),
    ("2024-02-21~/2024-02-29~", "late February 2024", "2024년 2월 하순"),
    ("2022-04-01/2022-04-10", "1 April 2022 to 10 April 2022", "2022년 4월 1일부터 2022년 4월 10일까지"),
    ("2022-40", "first half of 2022", "2022년 상반기"),
    ("2022-34", "second quarter of 2022", "2022년 2분기"),
    ("2022-24", "winter 2022", "2022년 겨울"),
    ("202X", "the 2020s", "2020년대"),
    ("20XX", "between 2000 and 2099", "2000~2099년"),
    ("2022-XX", "2022 (month not known)", "2022년 (달 모름)"),
    ("2022-04-XX", "April 2022 (day not known)", "2022년 4월 (날짜 모름)"),
    ("2022-04~", "about April 2022", "2022년 4월경"),
    ("2022-04?", "April 2022 (uncertain)", "2022년 4월 (불확실)"),
    ("2022-04-03%", "about 3 April 2022 (uncertain)", "2022년 4월 3일경 (불확실)"),
    ("../2022-06-30", "by 30 June 2022", "2022년 6월 30일까지"),
    ("2022-07-16/..", "from 16 July 2022", "2022년 7월 16일부터"),
    ("/2022-06", "by June 2022 (beginning not known)", "2022년 6월까지 (시작 모름)"),
    ("2022-07/", "from July 2022 (end not known)", "2022년 7월부터 (끝 모름)"),
]


@pytest.mark.parametrize(("words", "english", "korean"), LABELS)
def test_labels(words: str, english: str, korean: str) -> None:
    printed = PartialDate.parse(words)
    assert (printed.label(), printed.label("ko")) == (english, korean)


def test_lists_begin_with_what_still_runs_and_end_with_the_undated() -> None:
    dates = ["", "2021", "2022-04-03", "2022-07-16/..", "2022-04", "../2022-04-30", "2022"]
    ordered = sorted(map(PartialDate.parse, dates), key=lambda day: day.sort_key, reverse=True)
    assert [day.words for day in ordered] == [
        "2022-07-16/..",
        "2022",
        "2022-04",
        "../2022-04-30",
        "2022-04-03",
        "2021",
        "",
    ]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(0, 400))
def test_every_day_and_interval_of_the_calendar_is_kept(first: date, days: int) -> None:
    last = min(first + timedelta(days), date(2100, 12, 31))
    assert PartialDate.parse(first.isoformat()) == PartialDate(first.isoformat(), first.isoformat(), first, first)
    interval = PartialDate.parse(f"{first}/{last}")
    assert (interval.earliest, interval.latest) == (first, last)


@given(st.text(alphabet="0123456789X-/.~?% T", max_size=24) | st.text(max_size=12))
def test_any_text_is_a_date_with_a_label_or_a_plain_refusal(words: str) -> None:
    try:
        day = PartialDate.parse(words)
    except DateError as refusal:
        day, sentence = PartialDate.none(), str(refusal)
    else:
        sentence = f"“{day.edtf}” is a date we keep."
    # What is refused is named as it was written.
    named = " ".join(words.split()) if day == PartialDate.none() else "".join(words.split()).replace("x", "X")
    assert sentence.startswith(f"“{named}” is ")
    assert day.earliest is None or day.latest is None or day.earliest <= day.latest
    assert day.label("en")
    assert day.label("ko")
    assert PartialDate.parse(day.edtf).edtf == day.edtf


def test_what_cannot_be_read_is_named_as_it_was_written() -> None:
    for words in ("last spring", "  last\n spring "):
        with pytest.raises(DateError, match="“last spring” is not a date we can keep"):
            PartialDate.parse(words)
    with pytest.raises(DateError, match="“2022-04 / 2022-01” is not a date we can keep: it ends before it begins"):
        PartialDate.parse("2022-04 / 2022-01")
