"""Feeds: what changed last, under lasting ids, and nothing a list does not say."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from django.contrib.auth.models import User
from django.test import Client
from jsonschema import Draft202012Validator

from articles.editing.drafting import Words, propose_revision
from articles.editing.publishing import publish_article
from articles.models import Article
from tests.conftest import Scenes, know_vocabulary, the_publisher
from tests.shelf import shelve
from tests.stages import Stage, standing
from tests.story import DESCRIPTOR, HEADLINE, IN_TIME, Story, refreshed, tell

pytestmark = [pytest.mark.each_python, pytest.mark.usefixtures("on_the_public_site")]

ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = Draft202012Validator(json.loads((Path(__file__).parent / "json_feed_schema.json").read_text(encoding="utf-8")))
FEEDS = [
    "/articles.{}",
    "/articles.{}?province=ryanggang&topic=trade&language=en",
    "/claims.{}",
    "/claims.{}?institution=ryanggang-party-committee&speech=indirect",
    "/search.{}?q=committee",
    "/search.{}?q=committee&in=claims",
    "/search.{}?q=the",
]


@pytest.fixture
def linked(publisher: User) -> Story:
    """The same, with an address at the outlet."""
    return tell(by=publisher, url="https://northern-courier.example/committee", at=IN_TIME)


def news(by: User, headline: str, **more: Any) -> Article:
    """A short report that was brought in while it was news."""
    return shelve(by=by, headline=headline, at=IN_TIME, **more)


def feed(reader: Client, address: str) -> ElementTree.Element:
    response = reader.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8"), address
    return ElementTree.fromstring(response.content)


def titles(root: ElementTree.Element) -> list[str]:
    return [entry.findtext(f"{ATOM}title", "") for entry in root.findall(f"{ATOM}entry")]


def test_an_entry_has_its_permalink_its_dates_and_its_beginning(linked: Story, reader: Client) -> None:
    root = feed(reader, "/articles.atom?province=ryanggang")

    assert root.findtext(f"{ATOM}title") == "Reports about Ryanggang · Trade Reading Room"
    assert root.findtext(f"{ATOM}id") == "http://127.0.0.1:8000/articles.atom?province=ryanggang"
    (entry,) = root.findall(f"{ATOM}entry")
    permalink = f"http://127.0.0.1:8000/articles/{linked.article.public_id}/"
    assert linked.article.changed_at is not None
    assert {
        "id": entry.findtext(f"{ATOM}id"),
        "title": entry.findtext(f"{ATOM}title"),
        "published": entry.findtext(f"{ATOM}published"),
        "updated": entry.findtext(f"{ATOM}updated"),
        "author": entry.findtext(f"{ATOM}author/{ATOM}name"),
        "categories": [each.get("term") for each in entry.findall(f"{ATOM}category")],
    } == {
        "id": permalink,
        "title": HEADLINE,
        "published": "2023-04-01T00:00:00+00:00",
        "updated": linked.article.changed_at.isoformat(),
        "author": "Northern Courier",
        "categories": ["Ryanggang", "Self-reliance", "Trading companies"],
    }
    summary = entry.findtext(f"{ATOM}summary", "")
    assert summary.startswith("The party committee of Ryanggang Province has called together")
    assert len(summary) <= 300


def test_a_correction_changes_the_date_and_not_the_id(linked: Story, publisher: User, reader: Client) -> None:
    (before,) = feed(reader, "/articles.atom").findall(f"{ATOM}entry")
    propose_revision(by=publisher, article=linked.article, words=Words(HEADLINE, "Corrected words."), reason="a scene")
    publish_article(by=publisher, article=linked.article)

    (after,) = feed(reader, "/articles.atom").findall(f"{ATOM}entry")

    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
    changed_at = refreshed(linked.article).changed_at
    assert changed_at is not None
    assert after.findtext(f"{ATOM}updated") == changed_at.isoformat() > before.findtext(f"{ATOM}updated", "")
    assert after.findtext(f"{ATOM}summary") == "Corrected words."


def test_an_outlet_that_allows_claims_only_has_no_excerpt(publisher: User, reader: Client) -> None:
    news(publisher, "Squid", body="Squid went over the bridge.", outlet="Bulletin", show="claims")

    (entry,) = feed(reader, "/articles.atom").findall(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}title") == "Squid"
    assert entry.find(f"{ATOM}summary") is None
    assert b"over the bridge" not in reader.get("/articles.atom").content


def test_claims_have_our_words_the_speakers_and_no_descriptor(linked: Story, reader: Client) -> None:
    root = feed(reader, "/claims.atom?institution=ryanggang-party-committee&speech=indirect")

    (entry,) = root.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == f"http://127.0.0.1:8000/claims/{linked.relayed.public_id}/"
    assert entry.findtext(f"{ATOM}title") == "The committee does not forbid trade."
    assert entry.findtext(f"{ATOM}summary") == (
        "The committee does not forbid trade. (Northern Courier ← an unnamed source ← Ryanggang Provincial Party"
        f" Committee; {HEADLINE}, April 2023)"
    )
    for address in ("/articles.atom", "/claims.atom", "/search.atom?q=committee", "/search.atom?q=committee&in=claims"):
        assert DESCRIPTOR not in reader.get(address).content.decode(), address


def test_markup_in_a_report_is_text_in_its_feed(publisher: User, reader: Client) -> None:
    news(publisher, "Soap <b>", body="Traders & <script>soap</script>.")

    (entry,) = feed(reader, "/articles.atom").findall(f"{ATOM}entry")

    summary = entry.find(f"{ATOM}summary")
    assert summary is not None
    # Of type html: what a feed reader makes of it is text again.
    assert (summary.get("type"), summary.text) == ("html", "Traders &amp; &lt;script&gt;soap&lt;/script&gt;.")


def test_a_report_that_was_old_when_it_came_in_is_no_news(publisher: User, reader: Client) -> None:
    """Sixty days: the second of May less sixty days is the third of March."""
    for day in ("2023-03-03", "2023-03-02", "2019-01-01"):
        news(publisher, f"Of {day}", published=day)
    shelve(by=publisher, headline="Brought in today", published="2023-04-12")

    assert titles(feed(reader, "/articles.atom")) == ["Of 2023-03-03"]
    assert "more than 60 days old" in feed(reader, "/articles.atom").findtext(f"{ATOM}subtitle", "")
    assert "Of 2019-01-01" in reader.get("/articles/").content.decode()


def tell_fifty_one() -> None:
    know_vocabulary()
    for number in range(51):
        news(the_publisher(), f"Report {number}")


@pytest.fixture(scope="session")
def told_how(told_how: Scenes) -> Scenes:
    return {"fifty_one": tell_fifty_one, **told_how}


@pytest.fixture
def fifty_one(vocabulary: None, stage: Stage | None) -> None:
    """So many reports, one after the other."""
    standing(stage, "fifty_one", tell_fifty_one)


@pytest.mark.parametrize("format", ["atom", "json"])
def test_a_feed_is_read_in_pages_of_fifty(format: str, fifty_one: None, reader: Client) -> None:
    newest, rest = pages(reader, f"/articles.{format}?province=ryanggang")

    assert newest == [f"Report {number}" for number in range(50, 0, -1)]
    assert rest == ["Report 0"]


def pages(reader: Client, address: str) -> Iterator[list[str]]:
    """The titles of each page of a feed, as a reader of feeds follows it."""
    while address:
        content = reader.get(address.removeprefix("http://127.0.0.1:8000")).content
        if ".json" in address:
            found = json.loads(content)
            yield [item["title"] for item in found["items"]]
            address = found.get("next_url", "")
        else:
            read = feedparser.parse(content)
            yield [entry.title for entry in read.entries]
            address = next((link.href for link in read.feed.links if link.rel == "next"), "")


def test_pages_of_claims_go_on_where_the_last_one_ended(
    publisher: User, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.queries.recent.NEWEST", 1)
    tell(by=publisher, at=IN_TIME)
    tell(by=publisher, outlet_name="Southern Gazette", at=IN_TIME)

    for address in ("/claims.atom", "/claims.json"):
        found = list(pages(reader, address))
        assert [len(page) for page in found] == [1, 1, 1, 1]
        assert sorted(title for page in found for title in page) == [
            *(["The committee does not forbid trade."] * 2),
            *(["The committee gathered traders."] * 2),
        ]


@pytest.mark.parametrize("address", FEEDS)
def test_other_readers_of_feeds_accept_them(address: str, linked: Story, publisher: User, reader: Client) -> None:
    news(publisher, "통관이 늦어졌다", body="압록강 다리.", language="ko", outlet="Bulletin", show="claims")
    atom = feedparser.parse(reader.get(address.format("atom")).content)
    response = reader.get(address.format("json"))
    written = json.loads(response.content)

    assert (atom.bozo, atom.version) == (False, "atom10")
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    assert [error.message for error in SCHEMA.iter_errors(written)] == []
    assert [entry.id for entry in atom.entries] == [item["id"] for item in written["items"]]
    assert len(atom.entries) == (0 if "q=the" in address else len(written["items"])) <= 2
    assert DESCRIPTOR not in response.content.decode()


def test_a_json_feed_that_lacks_what_it_must_have_is_refused() -> None:
    assert [
        error.message for error in SCHEMA.iter_errors({"version": "https://jsonfeed.org/version/1.1", "items": [{}]})
    ]


def test_an_item_leads_here_and_to_the_outlet(linked: Story, reader: Client) -> None:
    (item,) = json.loads(reader.get("/articles.json").content)["items"]

    permalink = f"http://127.0.0.1:8000/articles/{linked.article.public_id}/"
    assert item == {
        "id": permalink,
        "url": permalink,
        "external_url": "https://northern-courier.example/committee",
        "title": HEADLINE,
        "content_text": item["content_text"],
        "date_published": "2023-04-01T00:00:00+00:00",
        "date_modified": "2023-05-02T09:30:00+00:00",
        "authors": [{"name": "Northern Courier"}],
        "language": "en",
        "tags": ["Ryanggang", "Self-reliance", "Trading companies"],
    }
    assert item["content_text"].startswith("The party committee of Ryanggang Province has called together")
    (entry,) = feedparser.parse(reader.get("/articles.atom").content).entries
    assert [(link.rel, link.href) for link in entry.links] == [
        ("alternate", permalink),
        ("via", "https://northern-courier.example/committee"),
    ]


def test_every_list_names_its_feeds(linked: Story, reader: Client) -> None:
    lists = {
        "/articles/?language=en": "articles.{}?language=en",
        "/claims/?speech=indirect": "claims.{}?speech=indirect",
        "/search/?q=trader": "search.{}?q=trader",
        "/provinces/ryanggang/": "articles.{}?province=ryanggang",
        "/topics/self-reliance/": "articles.{}?topic=self-reliance",
        "/outlets/northern-courier/": "articles.{}?outlet=northern-courier",
        "/institutions/ryanggang-party-committee/": "claims.{}?institution=ryanggang-party-committee",
    }
    for page, address in lists.items():
        content = reader.get(page).content.decode()
        for format in ("atom", "json"):
            href = f'href="/{address.format(format)}"'
            assert content.count(href) == 2, (page, href)  # once for programs, in the head, and once for people
            assert reader.get(f"/{address.format(format)}").status_code == 200


def test_a_search_is_followed_like_a_list(linked: Story, publisher: User, reader: Client) -> None:
    news(publisher, "Coal", provinces=["nampo"])

    assert titles(feed(reader, "/search.atom?q=trader&province=ryanggang")) == [HEADLINE]
    assert titles(feed(reader, "/search.atom?q=trader&province=nampo")) == ["Coal"]
    assert len(titles(feed(reader, "/search.atom?q=committee&in=claims"))) == 2
    assert titles(feed(reader, "/search.atom?q=the")) == []
    assert feed(reader, "/search.atom?q=trader").findtext(f"{ATOM}title") == "Search for trader · Trade Reading Room"


def test_an_empty_feed_reads_the_same_every_time(vocabulary: None, reader: Client) -> None:
    assert not Article.objects.exists()

    assert feed(reader, "/articles.atom").findtext(f"{ATOM}updated") == "2000-01-01T00:00:00+00:00"


def test_what_a_feed_cannot_be_narrowed_to_is_one_line(linked: Story, reader: Client) -> None:
    sentence = "province: “atlantis” is no province that we have reports about or from."
    response = reader.get("/articles.atom?province=atlantis")
    assert (response.status_code, response["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert response.content.decode() == f"{sentence}\n"

    response = reader.get("/articles.json?province=atlantis")
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
    assert json.loads(response.content)["detail"] == sentence
    assert reader.get("/articles.json?after=nonsense").status_code == 400
