"""Feeds: what changed last, under lasting ids, and nothing a list does not say."""

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.editing.drafting import Words, propose_revision
from articles.editing.publishing import publish_article
from articles.models import Article
from tests.conftest import reader_site
from tests.shelf import shelve
from tests.story import DESCRIPTOR, HEADLINE, Story, refreshed

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def on_the_public_site() -> Iterator[None]:
    """Addresses are the reader's."""
    with reader_site():
        yield


def feed(reader: Client, address: str) -> ElementTree.Element:
    response = reader.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8"), address
    return ElementTree.fromstring(response.content)


def titles(root: ElementTree.Element) -> list[str]:
    return [entry.findtext(f"{ATOM}title", "") for entry in root.findall(f"{ATOM}entry")]


def test_an_entry_has_its_permalink_its_dates_and_its_beginning(story: Story, reader: Client) -> None:
    root = feed(reader, "/articles.atom?province=ryanggang")

    assert root.findtext(f"{ATOM}title") == "Reports about Ryanggang · Trade Reading Room"
    assert root.findtext(f"{ATOM}id") == "http://127.0.0.1:8000/articles.atom?province=ryanggang"
    (entry,) = root.findall(f"{ATOM}entry")
    permalink = f"http://127.0.0.1:8000/articles/{story.article.public_id}/"
    assert story.article.changed_at is not None
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
        "updated": story.article.changed_at.isoformat(),
        "author": "Northern Courier",
        "categories": ["Ryanggang", "Self-reliance", "Trading companies"],
    }
    summary = entry.findtext(f"{ATOM}summary", "")
    assert summary.startswith("The party committee of Ryanggang Province has called together")
    assert len(summary) <= 300


def test_a_correction_changes_the_date_and_not_the_id(story: Story, publisher: User, reader: Client) -> None:
    (before,) = feed(reader, "/articles.atom").findall(f"{ATOM}entry")
    propose_revision(by=publisher, article=story.article, words=Words(HEADLINE, "Corrected words."), reason="a scene")
    publish_article(by=publisher, article=story.article)

    (after,) = feed(reader, "/articles.atom").findall(f"{ATOM}entry")

    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
    changed_at = refreshed(story.article).changed_at
    assert changed_at is not None
    assert after.findtext(f"{ATOM}updated") == changed_at.isoformat() > before.findtext(f"{ATOM}updated", "")
    assert after.findtext(f"{ATOM}summary") == "Corrected words."


def test_an_outlet_that_allows_claims_only_has_no_excerpt(publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="Squid", body="Squid went over the bridge.", outlet="Bulletin", show="claims")

    (entry,) = feed(reader, "/articles.atom").findall(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}title") == "Squid"
    assert entry.find(f"{ATOM}summary") is None
    assert b"over the bridge" not in reader.get("/articles.atom").content


def test_claims_have_our_words_the_speakers_and_no_descriptor(story: Story, reader: Client) -> None:
    root = feed(reader, "/claims.atom?institution=ryanggang-party-committee&speech=indirect")

    (entry,) = root.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == f"http://127.0.0.1:8000/claims/{story.relayed.public_id}/"
    assert entry.findtext(f"{ATOM}title") == "The committee does not forbid trade."
    assert entry.findtext(f"{ATOM}summary") == (
        "The committee does not forbid trade. (Northern Courier ← an unnamed source ← Ryanggang Provincial Party"
        f" Committee; {HEADLINE}, April 2023)"
    )
    for address in ("/articles.atom", "/claims.atom", "/search.atom?q=committee", "/search.atom?q=committee&in=claims"):
        assert DESCRIPTOR not in reader.get(address).content.decode(), address


def test_markup_in_a_report_is_text_in_its_feed(publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="Soap <b>", body="Traders & <script>soap</script>.")

    (entry,) = feed(reader, "/articles.atom").findall(f"{ATOM}entry")

    summary = entry.find(f"{ATOM}summary")
    assert summary is not None
    # Of type html: what a feed reader makes of it is text again.
    assert (summary.get("type"), summary.text) == ("html", "Traders &amp; &lt;script&gt;soap&lt;/script&gt;.")


def test_an_old_report_brought_in_today_comes_first(publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="Newer", published="2024-01-01")
    shelve(by=publisher, headline="Older", published="2019-01-01")

    assert titles(feed(reader, "/articles.atom")) == ["Older", "Newer"]


def test_a_feed_ends_at_fifty(publisher: User, reader: Client) -> None:
    for number in range(51):
        shelve(by=publisher, headline=f"Report {number}")

    assert titles(feed(reader, "/articles.atom")) == [f"Report {number}" for number in range(50, 0, -1)]


def test_a_search_is_followed_like_a_list(story: Story, publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="Coal", provinces=["nampo"])

    assert titles(feed(reader, "/search.atom?q=trader&province=ryanggang")) == [HEADLINE]
    assert titles(feed(reader, "/search.atom?q=trader&province=nampo")) == ["Coal"]
    assert len(titles(feed(reader, "/search.atom?q=committee&in=claims"))) == 2
    assert titles(feed(reader, "/search.atom?q=the")) == []
    assert feed(reader, "/search.atom?q=trader").findtext(f"{ATOM}title") == "Search for trader · Trade Reading Room"


def test_an_empty_feed_reads_the_same_every_time(vocabulary: None, reader: Client) -> None:
    assert not Article.objects.exists()

    assert feed(reader, "/articles.atom").findtext(f"{ATOM}updated") == "2000-01-01T00:00:00+00:00"


def test_what_a_feed_cannot_be_narrowed_to_is_one_line(story: Story, reader: Client) -> None:
    response = reader.get("/articles.atom?province=atlantis")

    assert (response.status_code, response["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert response.content.decode() == "province: “atlantis” is no province that we have reports about or from.\n"
