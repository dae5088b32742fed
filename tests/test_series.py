"""Series of prices: what stands on their pages, in feeds, tables and the API, each observation once; and what leaves them."""

import csv
import io
import json
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.editing.drafting import Words, propose_revision
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import withdraw_article, withdraw_claim
from articles.exports import dataset
from articles.facets import Filter
from articles.figures.items import items
from articles.figures.observations import Observation, Sighting, observed
from articles.figures.values import Unit
from articles.models import ActKind, Claim, Figure
from articles.pages.series import SeriesIndex, SeriesPage, series_index, series_page
from articles.queries.names import Names
from articles.queries.series import Brief, Where, briefs, sightings, where_called
from articles.series import Series, Tally, tallies
from tests.conftest import Reader, Scenes, know_vocabulary, reader_rights, the_publisher
from tests.prices import SELLER, price
from tests.stages import Stage, standing

BASE = "http://127.0.0.1:8000"


pytestmark = pytest.mark.usefixtures("on_the_public_site")


def page(item: str = "rice", place: str = "", after: str = "", **time: str) -> SeriesPage:
    """The page of a series, as the reader's login has it."""
    with reader_rights():
        where = where_called(place) if place else None
        assert bool(where) == bool(place)
        found = {name: [value] for name, value in time.items()}
        return series_page(Series.asked(found, items()[item], where), after)


def index() -> SeriesIndex:
    with reader_rights():
        return series_index(Series.asked({}))


def table(reader: Reader, address: str) -> list[dict[str, str]]:
    text = reader.get(address).getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def api(reader: Reader, address: str) -> Any:
    response = reader.get(f"/api/v1/{address}")
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def test_a_price_stands_with_its_words_day_place_speaker_and_claim(publisher: User, reader: Reader) -> None:
    claim = price(by=publisher)

    (line,) = page().lines
    assert (line.words, line.said, line.where and line.where.name) == ("5,800 won a kilo", "5,800 won a kg", "Hyesan")
    assert line.when and (line.when.words, line.when.meaning) == ("on 12 March", "12 March 2023")
    assert [speaker.label for speaker in line.claim.speakers] == ["Northern Courier", "an unnamed source"]
    shown = reader.get("/series/rice/hyesan/").content.decode()
    assert f'href="/claims/{claim.public_id}/#f10-26"' in shown
    assert SELLER not in shown and "an unnamed source" in shown
    assert 'id="f10-26"' in reader.get(f"/claims/{claim.public_id}/").content.decode()


def test_the_drawing_leads_from_each_point_to_its_claim(publisher: User, reader: Reader) -> None:
    first = price(by=publisher)
    second = price(by=publisher, says="Rice cost 4,000 to 5,000 won a kilo", event="2023-01", outlet="Southern Gazette")

    shown = reader.get("/series/rice/").content.decode()

    marks = re.findall(r'<a href="/claims/(\w+)/#[^"]+"><title>([^<]+)</title><(\w+) class="mark (\w+)"', shown)
    assert marks == [
        (first.public_id, "5,800 won a kg; 12 March 2023; Hyesan", "circle", "point"),
        (second.public_id, "4,000 to 5,000 won a kg; January 2023; Hyesan", "path", "area"),
    ]
    assert " style=" not in shown


def test_a_price_of_no_stated_day_stands_at_its_reports_date(publisher: User) -> None:
    price(by=publisher, event="")
    price(by=publisher, outlet="Southern Gazette")

    found = page()

    (chart,), line = found.charts, found.lines[0]
    assert (line.when, line.days) == (None, "reported 15 March 2023")
    assert chart.chart and [mark.is_dated for mark in chart.chart.marks] == [False, True]


def test_one_figure_alone_is_not_drawn(publisher: User, reader: Reader) -> None:
    price(by=publisher)
    assert [each.chart for each in page().charts] == [None]
    assert "<svg" not in reader.get("/series/rice/").content.decode()


def test_what_is_counted_otherwise_never_shares_a_drawing(publisher: User) -> None:
    price(by=publisher, says="Rice cost 5,800 won a kilo and 7 yuan a kilo; 300 tons of rice came")
    price(by=publisher, says="Rice cost 290 won for 50 kilos", outlet="Southern Gazette", of=Unit.KILOGRAM)

    charts = page().charts

    assert [(each.heading, each.count, each.has_several) for each in charts] == [
        ("Price in won a kg", 2, True), ("Price in yuan a kg", 1, False), ("Quantity in tons", 1, False),
    ]  # fmt: skip


def test_copies_and_translations_are_no_further_figures(publisher: User, reader: Reader) -> None:
    first = price(by=publisher)
    korean = price(
        by=publisher, says="쌀 1킬로그램에 5800원이다", language="ko", outlet="Han Gang Ilbo", origin=first.article,
    )  # fmt: skip
    rounded = price(
        by=publisher, says="Rice cost 6,000 won a kilo", outlet="Southern Gazette", origin=first.article, kind="relay",
        event="",
    )  # fmt: skip
    other = price(by=publisher, says="Rice cost 5,900 won a kilo", outlet="Border Post")

    found = page()
    assert (found.total, found.reports, found.copies) == (2, 2, 2)
    again = {line.claim.public_id: [(each.claim.public_id, each.kind, each.said) for each in line.again]
             for line in found.lines}  # fmt: skip
    assert again == {
        first.public_id: [
            (korean.public_id, "translation", ""),
            (rounded.public_id, "relay", "6,000 won a kg"),
        ],
        other.public_id: [],
    }
    (rice,) = index().items
    assert (rice.everywhere.figures, rice.everywhere.reports) == (2, 2)
    assert [(line.slug, line.figures, line.reports) for line in rice.places] == [("ryanggang", 2, 2), ("hyesan", 2, 2)]
    assert (
        len(re.findall('class="mark', reader.get("/series/rice/hyesan/").content.decode().split("chart-key")[0])) == 2
    )
    rows = table(reader, "/series/rice.csv")
    assert {row["claim"]: row["told_again_in"] for row in rows} == {
        first.public_id: f"{korean.public_id}; {rounded.public_id}",
        other.public_id: "",
    }
    told = api(reader, "series/rice")
    assert (told["total"], told["reports"], len(told["items"])) == (2, 2, 2)
    feed = ElementTree.fromstring(reader.get("/series/rice.atom").content)
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 2


def test_every_surface_counts_the_same_place_by_place(publisher: User, reader: Reader) -> None:
    price(by=publisher)
    price(
        by=publisher, where="ryanggang", says="Rice cost 5,700 won a kilo", outlet="Southern Gazette", event="2023-02"
    )
    price(by=publisher, where="nampo", says="A dollar bought 8,200 won", outlet="Border Post")
    price(by=publisher, where="", says="Petrol cost 8,000 won a kilo", outlet="Harbour Notes")

    counted = {(row["item"], row["where"]): row["figures"] for row in table(reader, "/series.csv")}

    assert counted == {
        ("rice", ""): "2", ("rice", "ryanggang"): "2", ("rice", "hyesan"): "1", ("petrol", ""): "1",
        ("won-dollar", ""): "1", ("won-dollar", "nampo"): "1",
    }  # fmt: skip
    told = {(row["item"], row["where"] or ""): str(row["figures"]) for row in api(reader, "series")["items"]}
    assert told == counted
    for (item, where), figures in counted.items():
        assert str(page(item, where).total) == figures
        address = f"/series/{item}/{where}" if where else f"/series/{item}"
        assert len(table(reader, f"{address}.csv")) == int(figures)
        assert api(reader, f"series/{item}?place={where}" if where else f"series/{item}")["total"] == int(figures)
    (petrol,) = (line for line in index().items if line.slug == "petrol")
    assert (petrol.unplaced, petrol.places) == (1, ())
    assert index().figures == 4


def test_a_withdrawn_claim_takes_its_figures_along(publisher: User, reader: Reader) -> None:
    gone = price(by=publisher, says="Rice cost 5,837 won a kilo")
    stays = price(by=publisher, outlet="Southern Gazette", says="Rice cost 5,900 won a kilo")
    withdraw_claim(by=publisher, claim=gone, reason="a scene")

    for address in ("/series/", "/series/rice/", "/series/rice.csv", "/series/rice.atom", "/api/v1/series/rice"):
        body = reader.get(address).getvalue().decode()
        assert gone.public_id not in body and "5,837" not in body and "5837" not in body, address
    assert page().total == 1
    withdraw_article(by=publisher, article=stays.article, reason="a scene")
    assert (page().total, page().uncounted, index().items) == (0, (), ())
    assert reader.get("/series/rice/hyesan/").status_code == 200


def test_what_a_report_took_back_is_told_apart(publisher: User, reader: Reader) -> None:
    retracted = price(by=publisher)
    assert "/series/rice/hyesan/" in reader.get("/sitemap.xml").content.decode()
    reworded = price(by=publisher, outlet="Southern Gazette", says="Rice cost 5,900 won a kilo")
    publish_article(by=publisher, article=retracted.article, kind=ActKind.RETRACTED, reason="the outlet said so")
    words = Words("Rice", "Rice cost 5,950 won a kilo, it said.")
    propose_revision(by=publisher, article=reworded.article, words=words)
    publish_article(by=publisher, article=reworded.article, kind=ActKind.CORRECTED_BY_OUTLET)

    found = page()

    assert (found.total, found.charts, found.lines) == (0, (), ())
    # No list of series has it, nor does the list of all pages.
    assert index().items == () and "/series/rice/" not in reader.get("/sitemap.xml").content.decode()
    assert {each.claim.public_id: each.why for each in found.uncounted} == {
        retracted.public_id: "retracted",
        reworded.public_id: "no longer in the report’s text",
    }
    assert "Not counted any more" in reader.get("/series/rice/hyesan/").content.decode()
    assert table(reader, "/series/rice.csv") == []


def test_a_figure_is_not_out_before_its_claim_is(publisher: User, reader: Reader) -> None:
    claim = price(by=publisher, is_out=False)
    assert page().total == 0
    publish_article(by=publisher, article=claim.article)
    assert page().total == 1


def test_a_list_of_another_time_has_the_figures_of_that_time(publisher: User, reader: Reader) -> None:
    price(by=publisher)
    price(by=publisher, published="2023-06-01", event="2023-05-30", outlet="Southern Gazette")

    assert (page().total, page(published_until="2023-04-01").total) == (2, 1)
    shown = reader.get("/series/rice/", {"published_until": "2023-04-01"}).content.decode()
    assert "Published until 1 April 2023" in shown and "/series/rice.csv?published_until=2023-04-01" in shown
    assert reader.get("/series/rice/", {"as_of": "1999-01-01"}).status_code == 400


def test_words_that_hold_part_of_a_source_are_not_shown_in_lists(publisher: User, reader: Reader) -> None:
    says = f"Rice cost {SELLER} 5,800 won a kilo"
    claim = price(by=publisher, says=says, start=says.index("Hyesan"))

    assert [line.words for line in page().lines] == [""]
    for address in ("/series/rice/", "/series/rice.csv", "/series/rice.json", "/api/v1/series/rice"):
        assert "Hyesan 5,800" not in reader.get(address).getvalue().decode(), address
    assert "Hyesan 5,800 won" in reader.get(f"/claims/{claim.public_id}/").content.decode()


def test_pages_go_on_and_none_is_lost_or_twice(publisher: User, reader: Reader) -> None:
    claims = {
        price(by=publisher, outlet=f"Post {number}", event=f"2023-03-{1 + number % 3:02}").public_id
        for number in range(7)
    }
    with reader_rights():
        series = Series.asked({}, items()["rice"])
        seen, after = [], ""
        while True:
            rows, after = series.page(after, 2)
            seen += [row.first.claim for row in rows]
            if not after:
                break
        changed, next_one = series.changed_page("", 4)
        rest, none = series.changed_page(next_one, 4)
    assert len(seen) == 7 and set(seen) == claims
    assert {row.first.claim for row in (*changed, *rest)} == claims and not none
    assert reader.get("/series/rice/", {"after": "nonsense"}).status_code == 400
    assert reader.get("/series/rice.atom", {"after": "nonsense"}).status_code == 400


def tell_many() -> None:
    know_vocabulary()
    publisher = the_publisher()
    first = price(by=publisher, says="Rice cost 5,800 won a kilo, and 5,800 won a kilo again")
    price(by=publisher, says="쌀 1킬로그램에 5800원이다", language="ko", outlet="Han Gang Ilbo", origin=first.article)
    price(
        by=publisher, says="Rice cost 6,000 won a kilo", outlet="Southern Gazette", origin=first.article, kind="relay",
        event="", published="2023-03-18",
    )  # fmt: skip
    price(
        by=publisher, says="Rice cost 6,100 won a kilo", outlet="Border Post", origin=first.article, kind="relay",
        where="nampo", event="2023-02",
    )  # fmt: skip
    # Of one report: alone in its family each, but for the origin.
    price(by=publisher, says="Rice cost 290 won for 50 kilos, corn 2,500 won a kilo; 300 tons of rice came", outlet="A")
    for number, where in enumerate(("", "ryanggang", "nampo", "hyesan")):
        price(by=publisher, outlet=f"Post {number}", where=where, event="", published=f"2023-04-0{1 + number}")
    old = price(by=publisher, says="A dollar bought 8,200 won", outlet="Harbour Notes", event="2023-03/..", at=None)
    price(by=publisher, says="A dollar bought 8,000 won", outlet="B", origin=old.article, where="nampo", at=None)
    gone = price(by=publisher, outlet="Harbour Notes", says="Rice cost 5,400 won a kilo")
    publish_article(by=publisher, article=gone.article, kind=ActKind.RETRACTED, reason="the outlet said so")


@pytest.fixture(scope="session")
def told_how(told_how: Scenes) -> Scenes:
    return {"many_tellings": tell_many, **told_how}


@pytest.fixture
def many_tellings(vocabulary: None, stage: Stage | None) -> None:
    """Figures alone and with kin: said twice, copied, translated, rounded, told of elsewhere, undated, taken back."""
    standing(stage, "many_tellings", tell_many)


def counted_plainly(item: str, time: dict[str, list[str]]) -> tuple[list[Observation], list[Sighting]]:
    """Every figure read whole and compared with every other."""
    asked = Series.asked(time)
    figures = Figure.objects.published()
    pks = (figures.filter(item=item) if item else figures).values_list("pk", flat=True)
    found = sightings(asked.filter, asked.names, list(pks))
    fallen = (Observation(each, ()) for each in found if not each.stands)
    return observed(found), [each.first for each in sorted(fallen, key=lambda each: each.order, reverse=True)]


def test_what_is_read_in_brief_counts_as_if_it_were_read_whole(
    many_tellings: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[dict[str, list[str]]] = [{}, {"as_of": ["2023-03-25"]}, {"published_until": ["2023-04-02"]}]
    for size, time in product((1, 3, 2_000), times):
        compare_with_the_whole(size, time, monkeypatch)


def compare_with_the_whole(size: int, time: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    with reader_rights():
        plainly = {item: counted_plainly(item, time) for item in ("", "rice", "won-dollar", "corn")}
        assert any(each.again for each in plainly[""][0]) and any(not each.again for each in plainly[""][0])
        monkeypatch.setattr("articles.queries.among._PIECE", size)
        for item, (told, fallen) in plainly.items():
            for where in (None, *map(where_called, ("ryanggang", "hyesan", "nampo"))):
                asked = Series.asked(time, items().get(item), where)
                there = [each for each in told if where is None or held(where, each.province, each.place)]
                assert asked.whole(asked.observations) == there
                assert [(each.copies, each.order) for each in asked.observations] == [
                    (len(each.again), each.order) for each in there
                ]
                if item or where is None:
                    assert (asked.total, asked.reports) == (len(there), len({each.first.origin for each in there}))
                kept = [each for each in fallen if where is None or held(where, each.province, each.place)]
                assert [each.row for each in asked.uncounted] == [each.row for each in kept]
        assert tallied(tallies(Series.asked(time))) == {
            (item, slug): tally
            for item in items()
            for (of, slug), tally in tallied(tallies(Series.asked(time, items()[item]))).items()
            if of == item
        }
        for tally in tallies(Series.asked(time)):
            told = plainly[tally.item][0] if tally.item in plainly else []
            there = [each for each in told if tally.where is None or held(tally.where, each.province, each.place)]
            firsts = [day for each in there if (day := each.first.earliest or each.first.latest)]
            lasts = [each.first.latest for each in there if each.first.latest]
            assert (tally.figures, tally.reports) == (len(there), len({each.first.origin for each in there}))
            assert (tally.first, tally.last) == (min(firsts), max(lasts))


def held(where: Where, province: int | None, place: int | None) -> bool:
    return (province if where.is_province else place) == where.pk


def tallied(found: list[Tally]) -> dict[tuple[str, str], Tally]:
    return {(each.item, each.where.slug if each.where else ""): each for each in found}


def test_a_drawing_says_how_many_older_ones_it_leaves_out(publisher: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.pages.series.MOST", 2)
    for number in range(4):
        price(by=publisher, outlet=f"Post {number}", event=f"2023-03-0{1 + number}")
    (drawn,) = page().charts
    assert drawn.chart and (drawn.count, drawn.chart.left_out) == (4, 2)
    assert [mark.mark.observation.first.latest for mark in drawn.marks] == [date(2023, 3, 4), date(2023, 3, 3)]


def test_old_reports_are_no_news(publisher: User, reader: Reader) -> None:
    price(by=publisher, at=None)
    assert "<entry>" not in reader.get("/series/rice.atom").content.decode()
    assert page().total == 1


def test_a_claim_tells_programs_its_figures(publisher: User, reader: Reader) -> None:
    claim = price(by=publisher, says="Rice cost 58 yuan for 50 kilos", per=Decimal(50), of=Unit.KILOGRAM)

    (figure,) = api(reader, f"claims/{claim.public_id}")["figures"]

    assert (figure["low"], figure["per"], figure["of"], figure["low_for_one"]) == (58, 50, "kg", 1.16)
    assert (figure["counted_in"], figure["place"], figure["province"]) == ("CNY", "hyesan", "ryanggang")
    assert "58 yuan for 50 kg" in reader.get("/series/rice/").content.decode()
    assert "1.16 yuan a kg" in reader.get(f"/claims/{claim.public_id}/").content.decode()


def test_the_dataset_has_every_published_figure(publisher: User, tmp_path: Path) -> None:
    claim = price(by=publisher)
    price(by=publisher, outlet="Southern Gazette", is_out=False)
    with reader_rights():
        manifest = dataset.export(tmp_path)
    lines = (tmp_path / "figures.jsonl").read_text(encoding="utf-8").splitlines()
    (row,) = [json.loads(line) for line in lines if "claim" in json.loads(line)]
    assert (row["claim"], row["low"], row["report"], row["is_current"]) == (
        claim.public_id, 5800, claim.article.public_id, True,
    )  # fmt: skip
    assert set(row) == {*manifest["tables"]["figures"]["fields"], "since"}


def test_addresses_lead_on_and_unknown_ones_are_not_found(vocabulary: None, reader: Reader) -> None:
    spelt = reader.get("/series/rice/yanggang/")
    assert (spelt.status_code, spelt["Location"]) == (308, "/series/rice/ryanggang/")
    for known in ("/series/", "/series/coal/", "/series/coal/sinuiju/", "/series/coal/ryanggang/", "/series/coal.csv"):
        assert reader.get(known).status_code == 200, known
    for unknown in ("/series/moonstone/", "/series/rice/atlantis/", "/series/rice/atlantis.csv", "/api/v1/series/moon"):
        assert reader.get(unknown).status_code == 404, unknown
    assert reader.get("/api/v1/series/rice?place=atlantis").status_code == 400


@pytest.mark.parametrize("address", ["/series/", "/series/rice/", "/series/rice/hyesan/", "/series/rice.csv", "/series.csv",
                                     "/series.atom", "/series/rice.json", "/api/v1/series", "/api/v1/series/rice"])  # fmt: skip
def test_three_cost_as_much_as_one(address: str, publisher: User, reader: Reader) -> None:
    def cost() -> int:
        assert reader.get(address).status_code == 200
        with CaptureQueriesContext(connection) as queries:
            reader.get(address)
        return sum(query["sql"].startswith("SELECT") for query in queries)

    first = price(by=publisher)
    before = cost()
    price(by=publisher, outlet="Southern Gazette", says="Rice cost 5,900 won a kilo and corn 2,500 won a kilo")
    price(by=publisher, outlet="Border Post", origin=first.article)
    assert cost() == before


def test_the_sitemap_leads_to_every_series(publisher: User, reader: Reader) -> None:
    price(by=publisher)
    found = reader.get("/sitemap.xml").content.decode()
    for address in ("/series/", "/series/rice/", "/series/rice/ryanggang/", "/series/rice/hyesan/"):
        assert f"<loc>{BASE}{address}</loc>" in found


def test_no_claim_without_figures_speaks_of_them(publisher: User, reader: Reader) -> None:
    claim: Claim = price(by=publisher, says="Rice was dear")
    assert "Prices and quantities</h2>" not in reader.get(f"/claims/{claim.public_id}/").content.decode()


@pytest.mark.parametrize(
    ("few", "walked", "most"), [(4_000, 2_000, 10), (0, 2_000, 10), (0, 3, 10), (0, 1, 2), (0, 3, 1), (0, 2, 0)]
)
def test_what_came_out_last_is_the_same_however_it_is_looked_for(
    few: int, walked: int, most: int, many_tellings: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("_FEW", few), ("_WALKED", walked), ("_MOST_PIECES", most), ("_AT_ONCE", 2)):
        monkeypatch.setattr(f"articles.queries.series.{name}", value)
    times: list[dict[str, list[str]]] = [{}, {"as_of": ["2023-03-25"]}, {"published_until": ["2023-04-02"]}]
    with reader_rights():
        for time, item, where in product(times, ("", "rice", "corn"), (None, where_called("nampo"))):
            asked = Series.asked(time, items().get(item), where)
            news = [each for each in asked.unordered if each.is_news or time]
            news.sort(key=lambda each: (each.changed, each.claim, each.start), reverse=True)
            found, after = asked.changed_page("", 2)
            while after:
                rows, after = Series.asked(time, items().get(item), where).changed_page(after, 2)
                found += rows
            assert found == asked.whole(news) and (found or item == "corn" or where)


def test_a_feed_reads_no_more_figures_than_it_shows(publisher: User, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [datetime(2023, 3, 20 + number, tzinfo=UTC) for number in range(8)]
    claims = [price(by=publisher, outlet=f"Post {day.day}", at=day).public_id for day in days]
    for name, value in (("_FEW", 0), ("_WALKED", 3)):
        monkeypatch.setattr(f"articles.queries.series.{name}", value)
    read = list[int]()

    def briefs_of(filter: Filter, names: Names, pks: Sequence[int]) -> list[Brief]:
        read.extend(pks)
        return briefs(filter, names, pks)

    monkeypatch.setattr("articles.series.briefs", briefs_of)
    with reader_rights():
        found, after = Series.asked({}).changed_page("", 1)
    assert [each.first.claim for each in found] == claims[-1:] and after
    # What came out in the moment that three versions end in is not told yet.
    assert read == list(Figure.objects.order_by("version__published_at").values_list("pk", flat=True))[-2:]
