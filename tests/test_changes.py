"""The list of acts: everything that was done is in it, and of what was withdrawn nothing but its id."""

import json

import feedparser
import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.editing.drafting import Words, file_article, latest_revision, propose_revision
from articles.editing.grading import grade_claim
from articles.editing.ledger import Subject, record_act
from articles.editing.publishing import publish_article
from articles.editing.removing import ask_removal, confirm_removal
from articles.editing.withdrawing import restore_article, withdraw_article, withdraw_claim
from articles.models import Act, ActKind, WithdrawalClass
from provinces.models import Province
from tests.shelf import shelve
from tests.story import DESCRIPTOR, HEADLINE, Story
from tests.test_feeds import SCHEMA

pytestmark = pytest.mark.usefixtures("on_the_public_site")


def acts(reader: Client, query: str = "") -> list[tuple[str, list[str]]]:
    """What was done and to which ids, newest first, as the JSON feed says it."""
    found = json.loads(reader.get(f"/changes.json{query}").content)
    return [(item["_act"]["kind"], item["_act"]["ids"]) for item in found["items"]]


def test_every_act_is_there_in_words_of_its_own(
    story: Story, publisher: User, second_publisher: User, reader: Client
) -> None:
    article, claims = story.article, [story.relayed.public_id, story.acted.public_id]
    first = latest_revision(article)
    propose_revision(by=publisher, article=article, words=Words(HEADLINE, first.body + "\n\nMore.", "", ""))
    publish_article(by=publisher, article=article)
    grade_claim(by=publisher, claim=story.acted, credibility=3)
    publish_article(by=publisher, article=article)
    first.refresh_from_db()
    removal = ask_removal(by=publisher, revision=first, reason="a scene")
    confirm_removal(by=second_publisher, removal=removal)
    publish_article(by=publisher, article=article, kind=ActKind.RETRACTED)
    withdraw_article(by=publisher, article=article, reason="a scene")
    restore_article(by=second_publisher, article=article, reason="a scene")

    found = acts(reader)

    kinds = [kind for kind, _ in found]
    assert kinds[0:4] == ["restored", "withdrawn", "retracted", "redacted"]
    assert kinds[-2:] == ["corrected_here", "issued"]
    assert len(kinds) == Act.objects.count() == 7
    assert all(article.public_id in ids for _, ids in found)
    assert set(found[-1][1]) == {article.public_id, *claims}
    page = reader.get("/changes/").content.decode()
    for words in ("restored", "withdrawn", "retracted by the outlet", "removed", "corrected here", "published"):
        assert f">{words}</span>" in page


def test_what_was_withdrawn_is_an_id_and_no_more(story: Story, publisher: User, reader: Client) -> None:
    other = shelve(by=publisher, headline="Coal", provinces=["nampo"])
    before = reader.get("/changes/").content.decode()
    assert HEADLINE in before and story.outlet.name in before

    withdraw_article(
        by=publisher, article=story.article, reason="told in confidence", withdrawal_class=WithdrawalClass.DUPLICATE,
        successor=other.public_id,
    )  # fmt: skip
    other_outlet = shelve(by=publisher, headline="Zinc", outlet="Southern Gazette")
    withdraw_article(by=publisher, article=other, reason="told in confidence")

    withdrawn = Act.objects.filter(kind="withdrawn").values_list("number", flat=True)
    addresses = ["/changes/", "/changes.atom", "/changes.json", *(f"/changes/{number}/" for number in withdrawn)]
    for address in [*addresses, "/changes/1/", "/changes.json?province=nampo", "/.well-known/ledger.json"]:
        content = reader.get(address).content.decode()
        for words in (HEADLINE, "Coal", "committee-tells", story.outlet.name, "confidence", "Nampo", "publisher"):
            if not (words == "Nampo" and "province=nampo" in address):
                assert words not in content, (address, words)
    assert "A duplicate:" in reader.get("/changes/").content.decode()
    assert acts(reader)[0] == ("withdrawn", [other.public_id])
    assert ("issued", [other_outlet.public_id]) in acts(reader)
    # The act that published it names the id still, and only that.
    assert acts(reader)[-1][1] == [story.article.public_id, story.relayed.public_id, story.acted.public_id]


def test_a_list_has_the_changes_of_its_reports_and_every_withdrawal(
    story: Story, publisher: User, second_publisher: User, reader: Client
) -> None:
    coal = shelve(by=publisher, headline="Coal", provinces=["nampo"], topics=["coal"])
    rice = shelve(by=publisher, headline="Rice", provinces=["rason"], language="ko")
    issued = ("issued", [coal.public_id])

    assert acts(reader, "?province=nampo") == acts(reader, "?topic=coal") == acts(reader, "?q=coal") == [issued]
    assert [kind for kind, _ in acts(reader, "?institution=ryanggang-party-committee")] == ["issued"]
    assert acts(reader, "?language=ko") == [("issued", [rice.public_id])]
    assert acts(reader, "?province=chagang") == []

    withdraw_article(by=publisher, article=rice, reason="a scene")
    farewell = ("withdrawn", [rice.public_id])
    assert acts(reader, "?province=nampo") == [farewell, issued]
    assert acts(reader, "?province=chagang") == [farewell]
    withdraw_claim(by=publisher, claim=story.acted, reason="a scene")
    assert acts(reader, "?province=chagang") == [("withdrawn", [story.acted.public_id]), farewell]

    restore_article(by=second_publisher, article=rice, reason="a scene")
    assert acts(reader, "?province=nampo") == [("withdrawn", [story.acted.public_id]), issued]
    assert acts(reader, "?language=ko")[0][0] == "restored"


def test_a_report_with_a_claim_about_a_province_changes_in_that_provinces_list(
    story: Story, publisher: User, reader: Client
) -> None:
    file_article(by=publisher, article=story.article, provinces=[Province.objects.get(slug="nampo")], topics=[])

    assert [kind for kind, _ in acts(reader, "?province=ryanggang")] == ["refiled", "issued"]
    assert [kind for kind, _ in acts(reader, "?province=nampo")] == ["refiled", "issued"]


def test_changes_are_read_in_pages(publisher: User, reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.queries.changes.act_page.__defaults__", ("", 2))
    made = [shelve(by=publisher, headline=f"Report {number}").public_id for number in range(5)]

    address, found = "/changes.json?province=ryanggang", []
    while address:
        page = json.loads(reader.get(address.removeprefix("http://127.0.0.1:8000")).content)
        found += [item["_act"]["ids"][0] for item in page["items"]]
        address = page.get("next_url", "")

    assert found == made[::-1]
    first = reader.get("/changes/?province=ryanggang").content.decode()
    assert first.count('<li class="row">') == 2 and 'rel="next"' in first
    assert reader.get("/changes/?after=nonsense").status_code == 400
    assert reader.get("/changes/?province=atlantis").status_code == 400


def test_a_long_ledger_is_looked_through_in_batches(
    story: Story, publisher: User, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    coal = shelve(by=publisher, headline="Coal", provinces=["nampo"])
    for number in range(5):
        shelve(by=publisher, headline=f"Report {number}")
    monkeypatch.setattr("articles.queries.changes.BATCH", 2)
    assert acts(reader, "?province=nampo") == [("issued", [coal.public_id])]

    monkeypatch.setattr("articles.queries.changes.MOST_BATCHES", 1)
    address, found = "/changes.json?province=nampo", []
    while address:
        page = json.loads(reader.get(address.removeprefix("http://127.0.0.1:8000")).content)
        found += [item["_act"]["ids"] for item in page["items"]]
        address = page.get("next_url", "")
    assert found == [[coal.public_id]]
    first = reader.get("/changes/?province=nampo").content.decode()
    assert "There are older ones." in first and 'rel="next"' in first


def test_other_readers_of_feeds_accept_them(story: Story, publisher: User, reader: Client) -> None:
    withdraw_claim(by=publisher, claim=story.acted, reason="a scene")
    for query in ("", "?province=ryanggang&language=en", "?q=trader&in=claims"):
        atom = feedparser.parse(reader.get(f"/changes.atom{query}").content)
        written = json.loads(reader.get(f"/changes.json{query}").content)
        assert (atom.bozo, atom.version, len(atom.entries)) == (False, "atom10", 2)
        assert [error.message for error in SCHEMA.iter_errors(written)] == []
        assert [entry.id for entry in atom.entries] == [item["id"] for item in written["items"]]
        assert atom.entries[0].title == f"Withdrawn: {story.acted.public_id}"
        assert atom.entries[1].title == f"Published: {HEADLINE}"
        assert DESCRIPTOR not in json.dumps(written)
        for entry in atom.entries:
            assert reader.get(entry.link.removeprefix("http://127.0.0.1:8000")).status_code == 200


def test_an_act_of_thousands_is_told_in_short(story: Story, publisher: User, reader: Client) -> None:
    never = [Subject(f"a{number:07}", 1) for number in range(3_000)]
    record_act(by=publisher, kind=ActKind.MERGED, subjects=[Subject(story.article.public_id, 1), *never])

    assert "and 2990 more" in reader.get("/changes/").content.decode()
    assert len(acts(reader)[0][1]) == 11
    own = reader.get("/changes/2/").content.decode()
    assert HEADLINE in own and "a0000998" in own
    assert reader.get("/changes/3/").status_code == 404
    assert reader.get("/changes/99999999999999999999/").status_code == 404


def test_the_head_of_the_ledger_is_the_newest_act(story: Story, publisher: User, reader: Client) -> None:
    withdraw_claim(by=publisher, claim=story.acted, reason="a scene")
    newest = Act.objects.get(number=2)

    response = reader.get("/.well-known/ledger.json")

    assert response["Content-Type"] == "application/json"
    assert json.loads(response.content) == {
        "acts": 2,
        "hash": newest.hash,
        "at": newest.at.isoformat(),
        "days": [
            {"day": newest.at.date().isoformat(), "acts": 2, "hash": newest.hash},
            {"day": "2023-05-02", "acts": 1, "hash": Act.objects.get(number=1).hash},
        ],
        "changes": "http://127.0.0.1:8000/changes/",
    }
    assert newest.hash in reader.get("/changes/2/").content.decode()


def test_an_empty_ledger_has_a_head_too(vocabulary: None, reader: Client) -> None:
    assert json.loads(reader.get("/.well-known/ledger.json").content)["acts"] == 0
    assert "Nothing was published here yet" in reader.get("/changes/").content.decode()


def test_a_list_of_changes_costs_the_same_however_much_changed(story: Story, publisher: User, reader: Client) -> None:
    def cost(address: str) -> int:
        reader.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert reader.get(address).status_code == 200
        return len(queries)

    withdraw_claim(by=publisher, claim=story.acted, reason="a scene")
    addresses = ["/changes/", "/changes.atom", "/changes/?province=ryanggang", "/changes.json?q=expects"]
    before = [cost(address) for address in addresses]
    for number in range(3):
        shelve(by=publisher, headline=f"Trader {number} expects", topics=["coal"])
    withdraw_claim(by=publisher, claim=story.relayed, reason="a scene")

    assert [cost(address) for address in addresses] == before
