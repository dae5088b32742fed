"""Where a phrase, a topic or a body was seen first: by the outlet's date, and honest about dates that are vague."""

import re
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.shelf import shelve
from tests.story import DESCRIPTOR, Story

pytestmark = pytest.mark.usefixtures("on_the_public_site")


def seen(client: Client, address: str) -> str:
    """What the page there says of first and last, in plain words."""
    page = client.get(address).content.decode()
    found = re.search(r'<dl class="seen">.*?</dl>', page, re.DOTALL)
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", found[0])).strip() if found else ""


def test_the_first_is_the_one_dated_first_and_not_the_one_that_came_first(publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="Later soap", published="2023-03-02", topics=["trade"])
    shelve(by=publisher, headline="Early soap", published="2021-03-03", outlet="Daily Post", topics=["trade"])
    shelve(by=publisher, headline="Early coal", published="2020-01-01")

    assert seen(reader, "/search/?q=soap") == "First seen 3 March 2021, Daily Post: Early soap"
    assert seen(reader, "/topics/trade/") == (
        "First seen 3 March 2021, Daily Post: Early soap Last seen 2 March 2023, Northern Courier: Later soap"
    )
    told = reader.get("/api/v1/search?q=soap").json()
    assert (told["first_report"]["published"], told["first_report"]["outlet"]) == ("3 March 2021", "Daily Post")
    assert told["first_claim"] is None


def test_however_many_are_of_one_day_the_first_is_the_one_that_came_first(
    publisher: User, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day, name in enumerate(("First soap", "Second soap", "Third soap"), 1):
        at = datetime(2024, 5, day, tzinfo=UTC)
        shelve(by=publisher, headline=name, published="2021-03-03", topics=["trade"], at=at)
    told = seen(reader, "/topics/trade/")
    assert "First seen 3 March 2021, Northern Courier: First soap (2 more of the same date)" in told
    assert "Last seen 3 March 2021, Northern Courier: Third soap (2 more of the same date)" in told

    monkeypatch.setattr("articles.search.seen._AT_ONCE", 2)
    assert seen(reader, "/topics/trade/") == told


def test_of_many_the_first_and_the_last_are_looked_for_year_by_year(
    publisher: User, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, published in (
        ("Vague soap", "../2022"),
        ("Some soap", "2019/2021"),
        ("First soap", "2020-12-31"),
        ("New soap", "2021-01-01"),
        ("Last soap", "2022-03-03"),
        ("Soap of some year", "2020/2023"),
    ):
        shelve(by=publisher, headline=name, published=published, topics=["trade"])
    shelve(by=publisher, headline="Coal", published="2018-01-01")
    told = seen(reader, "/topics/trade/")
    assert "First seen 31 December 2020, Northern Courier: First soap" in told
    assert "Last seen 3 March 2022, Northern Courier: Last soap" in told

    monkeypatch.setattr("articles.search.seen._FEW", 0)
    assert seen(reader, "/topics/trade/") == told


def test_dates_too_vague_to_say_are_counted(publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="Soap", published="2021-03-03")
    shelve(by=publisher, headline="Soap too", published="2021-03-03")
    shelve(by=publisher, headline="Some soap", published="2021")

    assert "(1 more of the same date)" in seen(reader, "/search/?q=soap")
    assert "(1 more whose date is too vague to say may be earlier)" in seen(reader, "/search/?q=soap")
    assert reader.get("/api/v1/search?q=soap").json()["first_report"]["may_be_earlier"] == 1


def test_a_claim_and_a_body_are_seen_without_the_words_for_the_source(story: Story, reader: Client) -> None:
    for address in ("/search/?q=committee", "/institutions/ryanggang-party-committee/", "/topics/self-reliance/"):
        told = seen(reader, address)
        assert "First claim" in told
        assert DESCRIPTOR.lower() not in told.lower()
    told = reader.get("/api/v1/search?q=committee&in=claims").json()
    assert told["first_report"]["id"] == story.article.public_id
    assert told["first_claim"]["id"].startswith("c")


def test_nothing_is_said_where_nothing_is_found(story: Story, reader: Client) -> None:
    assert seen(reader, "/search/?q=submarine") == ""
    assert seen(reader, "/search/?q=committee")
    assert reader.get("/api/v1/search?q=submarine").json()["first_report"] is None
