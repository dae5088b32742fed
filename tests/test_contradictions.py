"""Contradictions side by side: who contradicts whom, how that stands, since when and why."""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Greatest, Least
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.contradictions import Contradicting
from articles.editing.contradictions import CannotState, state_contradiction
from articles.editing.linking import link_claims, unlink_claims
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import restore_article, withdraw_article
from articles.exports import dataset
from articles.exports.contradictions import ContradictionRow
from articles.models import (
    Act,
    ClaimLink,
    ClaimProvince,
    ClaimTopic,
    Contradiction,
    LinkGround,
    LinkKind,
    Settlement,
    SettlementGround,
    StatedSettlement,
)
from articles.queries.browse import claims_matching
from articles.queries.contradictions import facets_of
from articles.queries.times import claims_then, end_of
from tests.conftest import Reader, reader_rights, reader_site
from tests.desk import Desk, door, words
from tests.rules import check_rules, refused
from tests.story import DESCRIPTOR, IN_TIME, Story, refreshed, tell

WHY = "asked both desks"


@pytest.fixture
def other(publisher: User) -> Story:
    return tell(by=publisher, outlet_name="Southern Gazette", at=IN_TIME)


def contradict(by: User, one: Story, two: Story, *, publish: bool = True, at: datetime | None = None) -> None:
    link_claims(
        by=by,
        claim=one.relayed,
        other=two.relayed,
        kind=LinkKind.CONTRADICTS,
        ground=LinkGround.FIGURES,
        reason=WHY,
    )
    if publish:
        for each in (one, two):
            publish_article(by=by, article=each.article, at=at)


@pytest.fixture
def pair(story: Story, other: Story, publisher: User) -> tuple[Story, Story]:
    """Two claims that contradict each other, out at both ends."""
    contradict(publisher, story, other)
    return story, other


def state(by: User, pair: tuple[Story, Story], state: str, ground: str) -> Act:
    return state_contradiction(
        by=by,
        claim=pair[1].relayed,
        other=pair[0].relayed,
        state=Settlement(state),
        ground=SettlementGround(ground),
    )


@contextmanager
def rules_aside(*tables: str) -> Iterator[None]:
    """What only the owner of the tables can do, in a test's own transaction."""
    check_rules()
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        check_rules()
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def shown(reader: Reader, query: str = "") -> list[str]:
    """Each contradiction of the page, in words."""
    page = BeautifulSoup(reader.get(f"/contradictions/{query}").content, "html.parser")
    return [" ".join(each.get_text(" ").split()) for each in page.select(".contradiction")]


def items(reader: Reader, query: str = "") -> list[dict[str, Any]]:
    answer = reader.get(f"/api/v1/contradictions{query}")
    assert answer.status_code == 200, answer.content
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def test_nothing_contradicts_until_an_editor_says_so(story: Story, other: Story, reader: Reader) -> None:
    assert shown(reader) == [] and "There is no contradiction yet." in reader.get("/contradictions/").content.decode()


def test_both_claims_stand_side_by_side_with_chains_and_dates(pair: tuple[Story, Story], reader: Reader) -> None:
    (said,) = shown(reader)
    assert said.startswith("unresolved since")
    assert "the editors put the two side by side" in said
    assert "They contradict each other: their figures do not agree." in said
    for story in pair:
        assert story.relayed.public_id in reader.get("/contradictions/").content.decode()
        assert f"{story.outlet.name} an unnamed source Ryanggang Provincial Party Committee" in said
    assert said.count("April 2023") >= 2 and said.count("The committee does not forbid trade.") == 2
    page = reader.get(f"/claims/{pair[0].relayed.public_id}/").content.decode()
    assert f'href="/contradictions/?claim={pair[0].relayed.public_id}"' in page
    assert "Unresolved since" in page


def test_a_link_shows_once_one_of_the_reports_is_published_again(
    story: Story, other: Story, publisher: User, reader: Reader
) -> None:
    contradict(publisher, story, other, publish=False)
    assert shown(reader) == [] and not Contradiction.objects.published().exists()
    publish_article(by=publisher, article=other.article)
    assert len(shown(reader)) == 1
    check_rules()


def test_each_change_of_state_has_its_reason_and_none_is_lost(
    pair: tuple[Story, Story], publisher: User, reader: Reader
) -> None:
    act = state(publisher, pair, "explained", "other_time")
    assert act.kind == "weighed"
    assert {subject["id"] for subject in act.subjects} == {
        row.public_id for story in pair for row in (story.article, story.relayed)
    }
    state(publisher, pair, "unresolved", "new_doubt")
    state(publisher, pair, "superseded", "later_report")
    (said,) = shown(reader)
    assert said.startswith("superseded since") and "a later report says how it turned out" in said
    before = said.split("How it stood before")[1]
    order = [before.index(word) for word in ("what seemed to explain it", "different days", "side by side")]
    assert order == sorted(order)
    (row,) = items(reader)
    assert (row["state"], row["reason"]) == ("superseded", "a later report says how it turned out")
    assert [each[11:].split(":")[0] for each in row["stated"]] == [
        "unresolved", "explained", "unresolved", "superseded",
    ]  # fmt: skip
    assert "weighed against each other" in reader.get("/changes/").content.decode()
    # Who said so stays on the desk.
    assert "publisher" not in said + json.dumps(row)
    check_rules()


@pytest.mark.parametrize(
    ("stands", "ground", "why"),
    [
        ("explained", "later_report", "is no reason for “explained”"),
        ("superseded", "other_time", "is no reason for “superseded”"),
        ("unresolved", "put_side_by_side", "is no reason for “unresolved”"),
    ],
)
def test_a_reason_fits_the_state(
    stands: str, ground: str, why: str, pair: tuple[Story, Story], publisher: User
) -> None:
    with pytest.raises(CannotState, match=why):
        state(publisher, pair, stands, ground)
    assert StatedSettlement.objects.count() == 1


def test_what_is_not_out_or_stands_so_already_is_not_stated(story: Story, other: Story, publisher: User) -> None:
    with pytest.raises(CannotState, match="do not see this contradiction yet"):
        state(publisher, (story, other), "explained", "other_time")
    contradict(publisher, story, other)
    state(publisher, (story, other), "explained", "other_time")
    with pytest.raises(CannotState, match="stands so already"):
        state(publisher, (story, other), "explained", "other_time")


def test_the_database_only_adds(pair: tuple[Story, Story], publisher: User) -> None:
    state(publisher, pair, "explained", "other_time")
    row, stated = Contradiction.objects.get(), StatedSettlement.objects.latest("number")
    for change in (
        lambda: StatedSettlement.objects.filter(pk=stated.pk).update(ground="other_place"),
        lambda: StatedSettlement.objects.filter(pk=stated.pk).delete(),
    ):
        with refused("settlement_is_only_added_to"), transaction.atomic():
            change()
    with refused("contradiction_stays"), transaction.atomic():
        Contradiction.objects.filter(pk=row.pk).update(other=pair[1].acted)
    for number, at in ((stated.number + 2, stated.at), (stated.number + 1, stated.at - timedelta(seconds=1))):
        with refused("settlement_follows_the_last"), transaction.atomic():
            StatedSettlement.objects.create(
                contradiction=row, number=number, state="unresolved", ground="new_doubt", by=publisher, at=at
            )
    with pytest.raises(IntegrityError, match="contradiction_has_its_claims_in_order"), transaction.atomic():
        Contradiction.objects.create(one=row.other, other=row.one)


def test_taken_away_it_leaves_the_list_and_put_down_again_it_remembers(
    pair: tuple[Story, Story], publisher: User, reader: Reader
) -> None:
    state(publisher, pair, "explained", "other_time")
    unlink_claims(by=publisher, claim=pair[0].relayed, other=pair[1].relayed)
    for each in pair:
        publish_article(by=publisher, article=each.article)
    assert shown(reader) == []
    contradict(publisher, *pair)
    (said,) = shown(reader)
    assert said.startswith("explained since")


def test_it_goes_with_a_withdrawn_report_and_comes_back_with_it(
    pair: tuple[Story, Story], publisher: User, second_publisher: User, reader: Reader
) -> None:
    withdraw_article(by=publisher, article=pair[1].article, reason="a test")
    assert shown(reader) == [] and items(reader) == []
    assert pair[1].relayed.public_id not in reader.get("/contradictions.csv").getvalue().decode()
    check_rules()
    restore_article(by=second_publisher, article=refreshed(pair[1].article), reason="it may stay")
    assert len(shown(reader)) == 1


def test_as_of_a_day_it_stands_as_it_stood(story: Story, other: Story, publisher: User, reader: Reader) -> None:
    day = IN_TIME + timedelta(days=30)
    contradict(publisher, story, other, at=day)
    row = Contradiction.objects.get()
    # As if the first statement were of that day; the second is of today.
    with rules_aside("articles_statedsettlement"):
        StatedSettlement.objects.filter(contradiction=row).update(at=day)
    state(publisher, (story, other), "explained", "other_place")
    assert shown(reader)[0].startswith("explained")
    assert shown(reader, "?as_of=2023-07-01")[0].startswith("unresolved since 1 June 2023")
    assert items(reader, "?as_of=2023-07-01")[0]["state"] == "unresolved"
    assert shown(reader, "?as_of=2023-05-20") == []
    assert shown(reader, "?published_until=2023-12-31") == []


def test_the_list_is_narrowed_by_state_claim_and_filing(pair: tuple[Story, Story], reader: Reader) -> None:
    one = pair[0].relayed.public_id
    for query, many in (
        ("?state=unresolved", 1), ("?state=explained", 0), (f"?claim={one}", 1), (f"?claim={one.upper()}", 1),
        (f"?claim={pair[0].acted.public_id}", 0), ("?province=ryanggang", 1), ("?province=nampo", 0),
        ("?topic=self-reliance", 1), ("?topic=fuel", 0), ("?outlet=southern-gazette", 1), ("?province=-ryanggang", 0),
    ):  # fmt: skip
        assert (len(shown(reader, query)), len(items(reader, query))) == (many, many), query
    page = BeautifulSoup(reader.get("/contradictions/").content, "html.parser")
    assert [link["href"] for link in page.select(".facets a")][:1] == ["/contradictions/?province=ryanggang"]
    for query in ("?state=open", "?claim=nonsense", "?after=nonsense", "?province=atlantis"):
        assert reader.get(f"/contradictions/{query}").status_code == 400, query
        assert reader.get(f"/api/v1/contradictions{query}").status_code == 400, query


def test_feed_table_and_dataset_tell_the_same(
    pair: tuple[Story, Story], publisher: User, reader: Reader, tmp_path: Path
) -> None:
    state(publisher, pair, "explained", "other_time")
    (row,) = items(reader)
    ids = {row["one"], row["other"]}
    assert ids == {story.relayed.public_id for story in pair}
    table = list(csv.DictReader(io.StringIO(reader.get("/contradictions.csv").getvalue().decode("utf-8-sig"))))
    assert list(table[0]) == list(ContradictionRow.model_fields)
    assert (table[0]["state"], {table[0]["one"], table[0]["other"]}) == ("explained", ids)
    assert table[0]["one_speakers"].endswith("← an unnamed source ← Ryanggang Provincial Party Committee")
    feed = reader.get("/contradictions.json").json()
    assert feed["items"][0]["title"].startswith("Explained: The committee does not forbid trade.")
    assert set(feed["items"][0]["_claims"]) == ids
    assert reader.get(feed["items"][0]["url"].removeprefix("http://127.0.0.1:8000").split("#")[0]).status_code == 200
    atom = ElementTree.fromstring(reader.get("/contradictions.atom").content)
    assert len(atom.findall("{http://www.w3.org/2005/Atom}entry")) == 1
    with reader_site(), reader_rights():
        manifest = dataset.export(tmp_path)
    lines = (tmp_path / "contradictions.jsonl").read_text(encoding="utf-8").splitlines()
    kept = json.loads(lines[0])
    assert set(kept) == {*manifest["tables"]["contradictions"]["fields"], "since"}
    assert ({kept["one"], kept["other"]}, kept["state"]) == (ids, "explained")
    assert kept["stated"] == row["stated"]


def asked_in_one_statement(asked: Contradicting) -> Any:
    """The same list by one question to Postgres, with the conditions of every pair in it: pairs, state and last change."""
    filter, there = asked.filter, claims_then(asked.filter)
    every = ClaimLink.objects.published().filter(kind=LinkKind.CONTRADICTS)
    links, claims = every.filter(version__in=there), there.values("claim")
    ends = (("one", "other"), ("other", "one"))
    here, back = (Exists(links.filter(version__claim=OuterRef(one), other=OuterRef(two))) for one, two in ends)
    out = [
        Subquery(
            every.filter(version__claim=OuterRef(one), other=OuterRef(two))
            .order_by("version__published_at")
            .values("version__published_at")[:1]
        )
        for one, two in ends
    ]
    last = StatedSettlement.objects.published().filter(contradiction=OuterRef("pk")).order_by("-number")
    if filter.as_of:
        last = last.filter(at__lt=end_of(filter.as_of))
    found: Any = Contradiction.objects.published().filter(here | back, one__in=claims, other__in=claims)
    if filter:
        passing = claims_matching(filter, asked.names).values("claim")
        found = found.filter(Q(one__in=passing) | Q(other__in=passing))
    if asked.claim:
        found = found.filter(Q(one__public_id=asked.claim) | Q(other__public_id=asked.claim))
    changed = Greatest(Subquery(last.values("at")[:1]), Least(*out))
    found = found.annotate(now=Subquery(last.values("state")[:1]), changed=changed)
    found = found.filter(now=asked.state) if asked.state else found
    return found.order_by("-changed", "-pk").values_list("pk", "one", "other", "now", "changed")


@pytest.fixture
def many_pairs(story: Story, publisher: User) -> Story:
    """Pairs of several states and days, linked from both sides or from one, taken apart, withdrawn, filed elsewhere."""
    day = IN_TIME + timedelta(days=30)
    others = [tell(by=publisher, outlet_name=f"Outlet {number}", at=IN_TIME) for number in range(6)]
    for number, each in enumerate(others):
        contradict(publisher, story, each, at=day + timedelta(days=number))
    state(publisher, (story, others[0]), "explained", "other_time")
    state(publisher, (story, others[1]), "superseded", "corrected")
    unlink_claims(by=publisher, claim=story.relayed, other=others[2].relayed)
    publish_article(by=publisher, article=refreshed(story.article))
    withdraw_article(by=publisher, article=refreshed(others[3].article), reason="a scene")
    contradict(publisher, others[4], others[5], publish=False)
    publish_article(by=publisher, article=refreshed(others[5].article))
    return story


def test_what_is_asked_in_parts_is_what_one_statement_finds(many_pairs: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    lists: list[dict[str, list[str]]] = [
        {}, {"state": ["unresolved"]}, {"state": ["explained"]}, {"claim": [many_pairs.relayed.public_id]},
        {"province": ["ryanggang"]}, {"province": ["-ryanggang"]}, {"outlet": ["outlet-0"]}, {"outlet": ["-outlet-0"]},
        {"topic": ["self-reliance"]}, {"outlet": ["outlet-1"], "state": ["superseded"]}, {"as_of": ["2023-06-03"]},
        {"as_of": ["2023-06-03"], "outlet": ["outlet-1"]}, {"as_of": ["2023-05-20"]}, {"published_until": ["2023-12-31"]},
    ]  # fmt: skip
    for size, one_list in product((1, 2_000), lists):
        monkeypatch.setattr("articles.queries.among._PIECE", size)
        with reader_site(), reader_rights():
            found = Contradicting.asked(one_list)
            assert [(each.pk, each.one, each.other, each.state or None, each.changed) for each in found.pairs] == list(
                asked_in_one_statement(found)
            ), one_list
            versions = dict(claims_then(found.filter).values_list("pk", "claim"))
            for pair in found.pairs:
                assert [versions[pk] for pk in pair.versions] == [pair.one, pair.other]
            counted = facets_of(found.pairs)
            for name, filed in (
                ("province", ClaimProvince.objects.published().values_list("version", "province")),
                ("topic", ClaimTopic.objects.published().values_list("content_object", "tag")),
            ):
                told = {(value, pair.pk) for pair in found.pairs for pk, value in filed if pk in pair.versions}
                assert counted[name] == Counter(value for value, _ in told)
    with reader_site(), reader_rights():
        states = Counter(pair.state for pair in Contradicting.asked({}).pairs)
        then = Contradicting.asked({"as_of": ["2023-06-03"]}).pairs
    # One of them linked from one side alone, for the other's report is not published again.
    assert states == {"unresolved": 4, "explained": 1, "superseded": 1}
    assert 0 < len(then) < sum(states.values())


def test_a_page_has_twenty_and_the_next_goes_on(
    story: Story, publisher: User, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.pages.contradictions.PAGE", 2)
    monkeypatch.setattr("articles.exports.contradictions.PIECE", 2)
    for number in range(5):
        contradict(publisher, story, tell(by=publisher, outlet_name=f"Outlet {number}"))
    seen, address = list[str](), "/contradictions/"
    while address:
        page = BeautifulSoup(reader.get(address).content, "html.parser")
        seen += [str(each["id"]) for each in page.select(".contradiction")]
        following = page.select("nav.pages a[rel=next]")
        address = str(following[0]["href"]) if following else ""
    assert len(seen) == len(set(seen)) == 5
    table = reader.get("/contradictions.csv").getvalue().decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(table)))) == 6


def test_three_cost_as_much_as_one(story: Story, publisher: User, reader: Reader) -> None:
    addresses = ["/contradictions/", "/contradictions.atom", "/contradictions.csv", "/api/v1/contradictions"]

    def cost() -> list[int]:
        found = []
        for address in addresses:
            reader.get(address)
            with CaptureQueriesContext(connection) as queries:
                reader.get(address)
            found.append(len(queries))
        return found

    contradict(publisher, story, tell(by=publisher, outlet_name="Southern Gazette"))
    before = cost()
    for name in ("Western Mirror", "Eastern Post"):
        contradict(publisher, story, tell(by=publisher, outlet_name=name))
    assert cost() == before


def test_nothing_of_a_source_and_no_word_of_the_desk_comes_out(pair: tuple[Story, Story], reader: Reader) -> None:
    for address in (
        "/contradictions/", "/contradictions.atom", "/contradictions.json", "/contradictions.csv",
        "/api/v1/contradictions",
    ):  # fmt: skip
        said = reader.get(address).getvalue().decode()
        assert pair[0].relayed.public_id in said
        for planted in (DESCRIPTOR, "on Sunday", "trading_company", "trading company", WHY, "publisher"):
            assert planted not in said, (address, planted)


# On the desk.


def test_a_publisher_says_how_it_stands_and_a_tagger_does_not(
    pair: tuple[Story, Story],
    publisher: User,
    tagger: User,
    reader: Reader,
    desk: Callable[[User], Client],
) -> None:
    address = door("articles_claim_links", pair[0].relayed.pk)
    assert "settle" not in Desk(tagger).get(address)
    at_work = Desk(publisher)
    form = next(form for form in at_work.get(address).forms.values() if "settle" in form.fields)
    assert "say how it stands, and why. Nothing was changed." in words(form.submit("settle", status=422))
    stale = next(form for form in at_work.get(address).forms.values() if "settle" in form.fields)
    form["stands"] = "explained other_time"
    done = words(form.submit("settle", status=302).follow())
    assert "Kept. Readers see it from now on." in done
    assert "they speak of different days (publisher)" in done
    assert shown(reader)[0].startswith("explained")
    stale["stands"] = "superseded corrected"
    assert "was changed by somebody else" in words(stale.submit("settle", status=409))
    # Nor by sending what the page does not offer.
    sent = {"settle": pair[1].relayed.public_id, "stands": "superseded corrected", "edit_number": "1"}
    assert desk(tagger).post(address, sent).status_code == 403
