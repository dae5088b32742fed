"""The map: none of what is asked for told from no report at all, and every number that of the list it leads to."""

import csv
import io
import re
from dataclasses import replace

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from articles.editing.claims import draft_of, latest_version, revise_claim
from articles.editing.drafting import latest_revision
from articles.editing.publishing import publish_article
from articles.facets import Filter
from articles.pages.lists import articles_page, claims_page
from articles.pages.map import MapPage, Number, map_page
from articles.search.then import Then
from provinces.models import Place, Province, Spelling
from tests.conftest import Reader, Scenes, tell_story, the_publisher
from tests.shelf import shelve
from tests.stages import Stage, standing
from tests.story import Story, tell

pytestmark = pytest.mark.usefixtures("on_the_public_site")


def tell_collection() -> Story:
    story, publisher = tell_story(), the_publisher()
    soap = shelve(
        by=publisher, headline="Soap", published="2021-11-30", provinces=["nampo", "rason"], topics=["imports"]
    )
    shelve(by=publisher, headline="비누", language="ko", published="2022-01-05", provinces=["nampo"], origin=soap)
    shelve(
        by=publisher, headline="Coal", published="2022-02", provinces=["nampo"], topics=["trade"], outlet="Border Post"
    )
    shelve(by=publisher, headline="Some time", published="2022/2023", provinces=["china-north-korea-border", "kaesong"])
    return story


@pytest.fixture(scope="session")
def told_how(told_how: Scenes) -> Scenes:
    return {"collection": tell_collection, **told_how}


@pytest.fixture
def collection(vocabulary: None, stage: Stage | None) -> Story:
    """The story's report with two claims about Ryanggang in 2023, and others; soap has a translation a year later."""
    return standing(stage, "collection", tell_collection)


def read(query: str) -> Filter:
    return Filter.read(dict(QueryDict(query).lists()))


def kinds(page: MapPage) -> dict[str, str]:
    return {row.province.slug: row.kind for row in page.rows}


def test_none_of_what_is_asked_for_is_told_from_no_report_at_all(collection: Story, reader: Reader) -> None:
    found = kinds(map_page(read("topic=trade"), "reports"))

    assert (found["nampo"], found["ryanggang"], found["kaesong"], found["chagang"]) == ("some", "some", "zero", "none")
    assert set(kinds(map_page(Filter(), "reports")).values()) == {"some", "none"}
    # Reports, and no claim in them.
    assert kinds(map_page(Filter(), "claims"))["nampo"] == "zero"
    # Of the months asked for: none of 2021 is about Kaesong, whatever there is of other years.
    assert kinds(map_page(read("year=2021"), "reports"))["kaesong"] == "none"
    table = csv.DictReader(io.StringIO(reader.get("/map.csv?topic=trade").getvalue().decode("utf-8-sig")))
    assert {row["province"]: (row["state"], row["reports"], row["claims"]) for row in table if row["province"] in
            ("nampo", "kaesong", "chagang", "ryanggang")} == {
        "nampo": ("reports", "1", "0"),
        "kaesong": ("none of these reports", "0", "0"),
        "chagang": ("no report in this collection", "0", "0"),
        "ryanggang": ("reports", "1", "2"),
    }  # fmt: skip
    page = reader.get("/map/?topic=trade").content.decode()
    assert "<title>Kaesong: none of these reports</title>" in page
    assert re.search(
        r'<title>Chagang: no report in this collection</title><use class="none"[^>]* fill="url\(#hatch\)"', page
    )
    assert "0: reports about it, no report on Trade" in page


@pytest.mark.parametrize("count", ["reports", "claims"])
@pytest.mark.parametrize(
    "query",
    [
        "",
        "topic=trade",
        "topic=trade&narrower=no",
        "outlet=border-post&outlet=northern-courier&language=en",
        "year=2022",
        "year=2021&year=2023",
        "month=2022-01&month=2022-02&topic=trade",
        "province=nampo&province=ryanggang",
        "province=-nampo&topic=-imports",
        "province=-nampo&published_until=2024-01-01",
        "published_until=2022-02-15",
        "topic=trade&published_until=2023-04-30",
    ],
)
def test_every_number_is_that_of_the_list_it_leads_to(query: str, count: str, collection: Story) -> None:
    page = map_page(read(query), count)

    def listed(number: Number, of: str) -> int:
        return (articles_page if of == "reports" else claims_page)(read(number.query)).once

    for row in page.rows:
        assert row.reports.count == listed(row.reports, "reports"), row.province
        assert row.claims.count == listed(row.claims, "claims"), row.province
    for time in page.times:
        for row, kind, number in zip(page.rows, time.kinds, time.numbers, strict=True):
            assert number.count == listed(number, count), (time.label, row.province)
            assert (kind == "some") == bool(number.count)
    assert any(row.reports.count for row in page.rows)


def test_the_database_counts_what_is_excluded_out_of_another_time_too(
    collection: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where so much has changed since that the index is of no use."""
    query = "province=-nampo&published_until=2024-01-01"
    monkeypatch.setattr(Then, "of", lambda *_: None)
    assert "Rason" in {
        row.province.name_en
        for row in map_page(read(query.replace("nampo", "kaesong")), "reports").rows
        if row.reports.count
    }
    test_every_number_is_that_of_the_list_it_leads_to(query, "reports", collection)


def test_every_division_is_a_link_a_title_and_a_row(collection: Story, reader: Reader) -> None:
    page = reader.get("/map/").content.decode()

    (picture,) = re.findall(r'<svg class="map map-large".*?</svg>', page, re.DOTALL)
    drawn = re.findall(r'<a href="([^"]+)" tabindex="-1"><title>([^<]+)</title><(use|circle)', picture)
    assert len(drawn) == Province.objects.exclude(iso=None).count() == 13
    assert ("/articles/?province=nampo", "Nampo: 2 reports", "circle") in drawn
    assert ("/provinces/chagang/", "Chagang: no report in this collection", "use") in drawn
    (table,) = re.findall(r'<table class="map-table">.*?</table>', page, re.DOTALL)
    rows = re.findall(r'<th scope="row"><a href="/provinces/([a-z-]+)/">', table)
    assert sorted(rows) == sorted(Province.objects.values_list("slug", flat=True))
    assert "Nampo and Kaesong are dots" in page
    assert "China–North Korea border is no area, and stands in the table alone" in page


def test_outlines_stand_once_on_a_page_however_many_maps_it_has(collection: Story, reader: Reader) -> None:
    page = reader.get("/map/").content.decode()

    assert page.count('<svg class="map map-small"') == 3
    assert page.count('href="#kp-10"') == 4
    assert page.count('<path id="kp-10"') == 1


def test_years_stand_beside_each_other_and_of_one_year_its_months(collection: Story) -> None:
    page = map_page(Filter(), "reports")

    assert [time.label for time in page.times] == ["2021", "2022", "2023"]
    nampo = [row.province.slug for row in page.rows].index("nampo")
    # The translation came out in another year: it is one report in each, and in all.
    assert [time.numbers[nampo].count for time in page.times] == [1, 2, 0]
    assert page.rows[nampo].reports.count == 2
    months = map_page(read("year=2022"), "reports").times
    assert [time.label for time in months][:2] == ["January 2022", "February 2022"]
    assert len(months) == 12


def test_crossings_and_ports_have_their_names(collection: Story, reader: Reader) -> None:
    page = reader.get("/map/").content.decode()

    (picture,) = re.findall(r'<svg class="map map-large".*?</svg>', page, re.DOTALL)
    assert "<title>Tumen–Namyang</title>" in picture and ">Tumen–Namyang</tspan>" in picture
    assert "<title>Chongjin port</title>" in picture
    assert "Shuangmufeng" not in picture
    assert "Shuangmufeng–Samjiyon" in page and "not on the map" in page


def test_what_is_hidden_is_not_on_it(collection: Story, reader: Reader) -> None:
    assert "Chongjin port" in reader.get("/map/").content.decode()
    Spelling.objects.filter(place__slug="chongjin-port").update(is_public=False)
    Place.objects.filter(slug="chongjin-port").update(is_public=False)
    assert "Chongjin port" not in reader.get("/map/").content.decode()


def test_where_something_lies_is_shown_on_its_page(collection: Story, reader: Reader) -> None:
    for address in ("/provinces/ryanggang/", f"/claims/{collection.relayed.public_id}/"):
        page = reader.get(address).content.decode()
        (picture,) = re.findall(r'<svg class="map map-small".*?</svg>', page, re.DOTALL)
        assert re.findall(r'<title>([^<]+)</title><use class="here"', picture) == ["Ryanggang"], address
    assert "map-small" not in reader.get("/provinces/china-north-korea-border/").content.decode()


@pytest.mark.parametrize("query", ["", "?topic=trade&count=claims", "?topic=trade&published_until=2023-12-31"])
def test_it_costs_as_much_with_three_reports_as_with_one(query: str, publisher: User, reader: Reader) -> None:
    def cost() -> int:
        assert reader.get(f"/map/{query}").status_code == 200
        with CaptureQueriesContext(connection) as queries:
            reader.get(f"/map/{query}")
        return sum(each["sql"].startswith("SELECT") for each in queries)

    tell(by=publisher)
    before = cost()
    for name in ("Southern Gazette", "Western Mirror"):
        tell(by=publisher, outlet_name=name)
    assert cost() == before <= (20 if "until" in query else 5)


def test_an_empty_collection_is_hatched_all_over(vocabulary: None, reader: Reader) -> None:
    page = reader.get("/map/").content.decode()

    assert page.count("no report in this collection</title>") == 13
    assert reader.get("/map/?count=sources").status_code == 400
    assert reader.get("/map.csv?province=atlantis").status_code == 400


def test_a_claim_about_more_provinces_counts_in_each(story: Story, publisher: User) -> None:
    both = Province.objects.filter(slug__in=["ryanggang", "rason"])
    draft = replace(draft_of(latest_version(story.relayed)), provinces=list(both))
    revise_claim(by=publisher, claim=story.relayed, revision=latest_revision(story.article), draft=draft)
    publish_article(by=publisher, article=story.article)

    rows = {row.province.slug: row for row in map_page(Filter(), "claims").rows}

    assert (rows["ryanggang"].claims.count, rows["rason"].claims.count) == (2, 1)
    assert (rows["rason"].kind, rows["rason"].reports.count) == ("some", 0)
