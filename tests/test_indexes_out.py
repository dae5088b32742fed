"""Indexes, changes and months in the other endings: tables and feeds of exactly what their pages list."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.contrib.auth.models import User
from jsonschema import Draft202012Validator

from articles.editing.withdrawing import withdraw_article
from articles.exports import acts
from articles.urls.lists import INDEXES
from tests.conftest import Reader
from tests.shelf import shelve
from tests.story import DESCRIPTOR, Story

ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = Draft202012Validator(json.loads((Path(__file__).parent / "json_feed_schema.json").read_text(encoding="utf-8")))


pytestmark = pytest.mark.usefixtures("on_the_public_site")


def table(reader: Reader, address: str) -> list[dict[str, str]]:
    response = reader.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8"), address
    assert response["Content-Disposition"] == f'attachment; filename="{address[1:].split("?")[0]}"'
    return list(csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig"), newline="")))


def entries(reader: Reader, address: str) -> list[tuple[str, str, str]]:
    """(title, text, id) of a feed, the same in both formats."""
    feed = ElementTree.fromstring(reader.get(f"{address}.atom").content.decode())
    told = json.loads(reader.get(f"{address}.json").content)
    SCHEMA.validate(told)
    found = [
        (str(each.findtext(f"{ATOM}title")), str(each.findtext(f"{ATOM}summary")), str(each.findtext(f"{ATOM}id")))
        for each in feed.iter(f"{ATOM}entry")
    ]
    assert found == [(item["title"], item["content_text"], item["id"]) for item in told["items"]]
    return found


def test_an_index_is_a_table_with_what_its_page_and_the_api_have(story: Story, publisher: User, reader: Reader) -> None:
    shelve(by=publisher, headline="Coal", provinces=["nampo"], topics=["trade"])
    for of in INDEXES:
        rows = table(reader, f"/{of}.csv")
        told = json.loads(reader.get(f"/api/v1/{of}").content)["items"]
        assert [row["slug"] for row in rows] == [item["slug"] for item in told], of
        page = reader.get(f"/{of}/").content.decode()
        for ending in ("csv", "atom", "json"):
            assert f'href="/{of}.{ending}"' in page
    (ryanggang,) = [row for row in table(reader, "/provinces.csv") if row["slug"] == "ryanggang"]
    assert (ryanggang["name_ko"], ryanggang["reports"], ryanggang["claims"]) == ("량강도", "1", "2")
    (committee,) = table(reader, "/institutions.csv")
    assert (committee["said"], committee["did"], committee["told"]) == ("1", "1", "0")


def test_a_feed_of_an_index_has_what_changed_last_first(story: Story, publisher: User, reader: Reader) -> None:
    coal = shelve(by=publisher, headline="Coal", provinces=["nampo"], topics=["self-reliance"])

    assert entries(reader, "/provinces") == [
        ("Nampo", "1 report, 0 claims", "http://127.0.0.1:8000/provinces/nampo/"),
        ("Ryanggang", "1 report, 2 claims", "http://127.0.0.1:8000/provinces/ryanggang/"),
    ]
    topics = [title for title, _, _ in entries(reader, "/topics")]
    assert "Self-reliance" in topics
    broader = topics.index("Self-reliance")
    assert topics.index("Trading companies") > broader, "the other one has the newer report too"
    assert [title for title, _, _ in entries(reader, "/outlets")] == ["Northern Courier"]
    assert entries(reader, "/institutions") == [
        (
            "Ryanggang Provincial Party Committee",
            "1 claim in its name, 1 of what it did, 0 of what it was told",
            "http://127.0.0.1:8000/institutions/ryanggang-party-committee/",
        )
    ]
    withdraw_article(by=publisher, article=coal, reason="for the test")
    assert [title for title, _, _ in entries(reader, "/provinces")] == ["Ryanggang"]


def test_of_another_time_they_tell_nothing_of_later(story: Story, reader: Reader) -> None:
    """The report is dated April 2023; outlets had published nothing of it before."""
    for of in INDEXES:
        assert reader.get(f"/{of}.csv?as_of=1999-01-01").status_code == 400
        assert reader.get(f"/{of}.json?published_until=soon").status_code == 400
        feed = json.loads(reader.get(f"/{of}.json?published_until=2022-01-01").content)
        assert feed["items"] == [], of
        assert "published_until=2022-01-01" in feed["feed_url"]
    (outlet,) = table(reader, "/outlets.csv?published_until=2023-12-31")
    assert (outlet["reports"], outlet["reliability"], outlet["reliability_code"]) == ("1", "", "")
    feed = json.loads(reader.get("/outlets.json?published_until=2023-12-31").content)
    assert [item["date_modified"] for item in feed["items"]] == ["2024-01-01T00:00:00+00:00"]
    assert table(reader, "/outlets.csv")[0]["reliability_code"] == "F"


def test_changes_are_a_table_of_every_act_in_pieces(
    story: Story, publisher: User, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    coal = shelve(by=publisher, headline="Coal", provinces=["nampo"])
    withdraw_article(by=publisher, article=coal, reason="a reason of the desk")
    rows = table(reader, "/changes.csv")
    told = json.loads(reader.get("/api/v1/changes").content)["items"]
    assert [int(row["number"]) for row in rows] == [item["number"] for item in told]
    assert [row["kind"] for row in rows][:2] == ["withdrawn", "issued"]
    assert coal.public_id in rows[0]["subjects"] and "a reason" not in json.dumps(rows)
    narrowed = table(reader, "/changes.csv?province=ryanggang")
    assert {row["number"] for row in narrowed} < {row["number"] for row in rows} or len(narrowed) == len(rows) - 1

    for size in (1, 2):
        monkeypatch.setattr(acts, "PIECE", size)
        assert table(reader, "/changes.csv") == rows
        assert table(reader, "/changes.csv?province=ryanggang") == narrowed
    assert 'href="/changes.csv"' in reader.get("/changes/").content.decode()


def test_months_are_a_table_that_tells_zero_from_no_month_at_all(story: Story, publisher: User, reader: Reader) -> None:
    shelve(by=publisher, headline="Coal", published="2023-01-31", provinces=["nampo"])
    shelve(by=publisher, headline="Rain", published="2023", provinces=["nampo"])

    rows = table(reader, "/timeline.csv")

    assert [(row["period"], row["earliest"], row["latest"], row["reports"]) for row in rows] == [
        ("2023", "2023-01-01", "2023-12-31", "1"),
        ("2023-04", "2023-04-01", "2023-04-30", "1"),
        ("2023-03", "2023-03-01", "2023-03-31", "0"),
        ("2023-02", "2023-02-01", "2023-02-28", "0"),
        ("2023-01", "2023-01-01", "2023-01-31", "1"),
    ]
    assert [row["period"] for row in table(reader, "/timeline.csv?province=ryanggang")] == ["2023-04"]
    assert table(reader, "/timeline.csv?province=rason") == []
    assert reader.get("/timeline.csv?province=atlantis").status_code == 400
    assert 'href="/timeline.csv"' in reader.get("/timeline/").content.decode()


def test_none_of_them_says_what_a_source_is_called(story: Story, reader: Reader) -> None:
    assert DESCRIPTOR in reader.get(f"/claims/{story.relayed.public_id}/").content.decode()
    for name in (*INDEXES, "changes", "timeline"):
        assert DESCRIPTOR not in reader.get(f"/{name}.csv").getvalue().decode()
