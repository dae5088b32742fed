"""What counts as one observation, and where it stands in a drawing. Pure."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.figures.chart import HEIGHT, LEFT, WIDTH, chart
from articles.figures.observations import Observation, Sighting, observed
from articles.figures.values import Currency, Kind, Measure, Unit
from articles.figures.wording import figure_words, number, sort_words


@dataclass
class Book:
    """Sightings with what a scene does not care about filled in."""

    rows: list[Sighting] = field(default_factory=list)

    def add(
        self,
        low: str | None = "5800",
        high: str | None = None,
        *,
        origin: str = "1",
        report: int = 1,
        day: str = "2023-03-12",
        until: str = "",
        is_open: bool = False,
        per: str = "1",
        measure: Measure = Currency.KPW,
        of: Measure | None = Unit.KILOGRAM,
        province: int | None = 1,
        place: int | None = None,
        start: int = -1,
        stands: bool = True,
        is_dated: bool = True,
    ) -> Sighting:
        """One more figure; a single value unless `high` is given or an end is open."""
        least = Decimal(low) if low is not None else None
        most = Decimal(high) if high is not None else None if is_open else least
        number_of = len(self.rows)
        start = number_of * 20 if start < 0 else start
        first = date.fromisoformat(day)
        row = Sighting(
            row=number_of, claim=f"c{number_of:07}", version=number_of, report=report, origin=origin,
            is_first=origin == str(report), item="rice", kind=Kind.PRICE, low=least, high=most, measure=measure,
            per=Decimal(per), of=of, province=province, place=place, claim_start=0, start=start, end=start + 9,
            earliest=first, latest=date.fromisoformat(until) if until else first, is_dated=is_dated, stands=stands,
            is_news=True, changed=datetime(2023, 3, 20, tzinfo=UTC),
        )  # fmt: skip
        self.rows.append(row)
        return row

    def told(self) -> list[tuple[int, list[int]]]:
        """Each observation as the row of its first telling and those of the others."""
        return sorted((each.first.row, [again.row for again in each.again]) for each in observed(self.rows))


@pytest.fixture
def book() -> Book:
    return Book()


def test_a_copy_is_no_second_observation_also_where_it_rounds_the_number(book: Book) -> None:
    book.add("6000", report=2)
    book.add("5800", report=1)
    book.add("58000", report=3)
    assert book.told() == [(1, [0, 2])]


def test_reports_of_different_origins_are_two(book: Book) -> None:
    book.add(report=1)
    book.add(report=2, origin="2")
    assert book.told() == [(0, []), (1, [])]


def test_each_number_of_a_copy_goes_to_its_own_of_the_first_report(book: Book) -> None:
    book.add("5900")
    book.add("4400")
    book.add("4400", report=2)
    book.add("6000", report=2)
    assert book.told() == [(0, [3]), (1, [2])]


def test_what_a_copy_tells_of_another_place_or_day_is_its_own(book: Book) -> None:
    book.add(place=7)
    book.add("6100", report=2, place=8)
    book.add("5200", report=2, place=7, day="2023-02-12")
    book.add(report=3, place=None, day="2023-01-01")
    assert book.told() == [(0, [3]), (1, []), (2, [])]


def test_words_pinned_twice_are_one_and_two_prices_of_a_day_are_two(book: Book) -> None:
    book.add("5900", start=10)
    book.add("5900", start=10)
    book.add("4400", start=40)
    book.add("5900", start=300)
    assert book.told() == [(0, [1, 3]), (2, [])]


def test_what_is_counted_otherwise_is_another_observation(book: Book) -> None:
    book.add("58", measure=Currency.CNY)
    book.add("58", report=2)
    book.add("290", per="50", report=3)
    assert book.told() == [(0, []), (1, [2])]


def test_what_does_not_stand_is_none(book: Book) -> None:
    book.add(stands=False)
    book.add(report=2)
    assert book.told() == [(1, [])]


def test_the_place_is_as_close_as_any_telling_says(book: Book) -> None:
    book.add(province=None)
    book.add(report=2, province=3, place=9)
    (found,) = observed(book.rows)
    assert (found.province, found.place) == (3, 9)


def test_a_drawing_tells_points_from_spans_ranges_and_open_ends(book: Book) -> None:
    book.add("5800")
    book.add("5800", day="2023-01-01", until="2023-02-28", origin="2", report=2)
    book.add("4000", "5000", origin="3", report=3)
    book.add("4000", "5000", day="2023-01-01", until="2023-02-28", origin="4", report=4)
    book.add("300", is_open=True, origin="5", report=5)
    book.add(None, "400", origin="6", report=6)
    drawn = chart(observed(book.rows))
    assert drawn
    shapes = {mark.observation.first.row: mark.shape for mark in drawn.marks}
    assert shapes == {0: "point", 1: "span", 2: "range", 3: "area", 4: "upward", 5: "downward"}
    assert drawn.shapes == ["point", "span", "range", "area", "upward", "downward"]
    assert (drawn.begins_at, [tick.label for tick in drawn.down][:2]) == ("", ["0", "2,000"])


def test_what_is_paid_for_fifty_kilos_is_drawn_for_one(book: Book) -> None:
    book.add("58", per="50", measure=Currency.CNY)
    book.add("1.16", measure=Currency.CNY, origin="2", report=2)
    drawn = chart(observed(book.rows))
    assert drawn and len({mark.y for mark in drawn.marks}) == 1


def test_a_scale_that_does_not_begin_at_nothing_says_so(book: Book) -> None:
    book.add("8600")
    book.add("8650", origin="2", report=2, is_dated=False)
    drawn = chart(observed(book.rows))
    assert drawn and (drawn.begins_at, drawn.has_undated, drawn.shapes) == ("8,500", True, ["point"])


def test_months_are_named_in_the_language_of_the_page(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    book.add("8600")
    book.add("8650", day="2023-05-01", origin="2", report=2)
    labels = {}
    for language in ("en", "ko"):
        monkeypatch.setattr("provinces.tongue._language", lambda language=language: language)
        drawn = chart(observed(book.rows))
        labels[language] = drawn and drawn.along[0].label
    assert labels == {"en": "Mar 2023", "ko": "2023.3"}


def test_of_very_many_the_latest_are_drawn(book: Book) -> None:
    for number_of in range(1, 411):
        book.add(origin=str(number_of), report=number_of, day=f"20{10 + number_of % 15}-01-01")
    found = observed(book.rows)
    drawn = chart(found)
    assert drawn and (len(drawn.marks), drawn.left_out) == (400, 10)
    assert drawn.marks[0].observation.first.latest == max(each.first.latest or date.min for each in found)


def test_without_anything_nothing_is_drawn() -> None:
    assert chart([]) is None


VALUES = st.decimals(min_value=0, max_value=10**12, places=4)
DAYS = st.dates(min_value=date(1995, 1, 1), max_value=date(2099, 12, 1))


@given(st.lists(st.tuples(VALUES, VALUES, DAYS, DAYS), min_size=1, max_size=8))
def test_whatever_is_reported_lies_within_the_drawing(rows: list[tuple[Decimal, Decimal, date, date]]) -> None:
    book = Book()
    for one, other, day, until in rows:
        low, high = sorted((one, other))
        first, last = sorted((day, until))
        report = len(book.rows) + 1
        book.add(str(low), str(high), day=f"{first}", until=f"{last}", origin=str(report), report=report)
    drawn = chart([Observation(row, ()) for row in book.rows])
    assert drawn and 2 <= len(drawn.down) <= 7 and 2 <= len(drawn.along) <= 9
    ends = [tick.at for tick in drawn.down]
    for mark in drawn.marks:
        assert LEFT <= mark.x <= WIDTH and min(ends) <= mark.y <= max(ends) <= HEIGHT


@pytest.mark.parametrize(
    ("said", "low", "high", "measure", "per", "of"),
    [
        ("5,800 won a kg", "5800", "5800", Currency.KPW, "1", Unit.KILOGRAM),
        ("4,000 to 5,000 won", "4000", "5000", Currency.KPW, "1", None),
        ("58 yuan for 50 kg", "58", "58", Currency.CNY, "50", Unit.KILOGRAM),
        ("at least 300 tons", "300", None, Unit.TON, "1", None),
        ("at most 1 dollar", None, "1", Currency.USD, "1", None),
        ("1 dollar a barrel", "1", "1", Currency.USD, "1", Unit.BARREL),
        ("8,200.5 won a dollar", "8200.5000", "8200.5", Currency.KPW, "1", Currency.USD),
    ],
)
def test_a_figure_in_words(
    said: str, low: str | None, high: str | None, measure: Measure, per: str, of: Measure | None
) -> None:
    least, most = (None if end is None else Decimal(end) for end in (low, high))
    assert figure_words(least, most, measure, Decimal(per), of) == said


def test_numbers_and_headings_in_words() -> None:
    assert [number(Decimal(text)) for text in ("0", "100", "1.50", "1234567.1234")] == [
        "0",
        "100",
        "1.5",
        "1,234,567.1234",
    ]
    assert sort_words(Kind.PRICE, Currency.KPW, Unit.KILOGRAM) == "Price in won a kg"
    assert sort_words(Kind.PRICE, Currency.KPW, None) == "Price in won, for how much not said"
    assert sort_words(Kind.QUANTITY, Unit.TON, None) == "Quantity in tons"
