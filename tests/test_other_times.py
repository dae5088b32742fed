"""Lists of another time: what this site showed on a day, and what outlets had published by then."""

import csv
import html
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.editing.claims import draft_of, latest_version, revise_claim
from articles.editing.drafting import file_article, latest_revision, propose_revision, words_of
from articles.editing.grading import grade_claim
from articles.editing.publishing import publish_article
from articles.editing.removing import ask_removal, confirm_removal
from articles.editing.topic_merging import merge_topics
from articles.editing.withdrawing import restore_article, withdraw_article, withdraw_claim
from articles.facets import BadParameter, Filter
from articles.models import Act, ActKind, Article, ClaimVersion, FiledProvince, FiledTopic, State, Topic
from articles.queries.registry import acts_on_each
from articles.queries.times import claims_then, end_of, retracted_then, say_as_then, shown_then
from provinces.models import Province
from tests.conftest import Reader, Scenes, know_vocabulary, reader_rights, reader_site, the_publisher
from tests.rules import check_rules
from tests.shelf import shelve
from tests.stages import Stage, standing
from tests.story import HEADLINE, RELAYED, Story, tell

pytestmark = pytest.mark.long

LATER_HEADLINE = "Committee lays down rules for traders"
LATER_WORD = "kerosene"
LISTS = [
    "/articles/",
    "/articles/?province=ryanggang&topic=trade&language=en&year=2023",
    "/claims/",
    "/claims/?institution=ryanggang-party-committee&speech=indirect",
    "/provinces/",
    "/provinces/ryanggang/",
    "/topics/",
    "/topics/trade/",
    "/topics/trade/?narrower=no",
    "/institutions/",
    "/institutions/ryanggang-party-committee/",
    "/institutions/ryanggang-party-committee/?show=did",
    "/outlets/",
    "/outlets/northern-courier/",
    "/search/?q=committee",
    "/search/?q=committee&in=claims",
    "/timeline/",
    "/map/",
    "/coverage/",
    "/series/",
    "/series/rice/",
]
# What a table counts of each.
COUNTED = {
    "provinces": ["reports"],
    "topics": ["reports"],
    "institutions": ["said", "did", "told"],
    "outlets": ["reports"],
}
FEEDS = ["/articles.atom", "/claims.atom", "/search.atom?q=committee"]


@contextmanager
def on(day: str) -> Iterator[None]:
    """What is done inside is done at noon of that day."""
    noon = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)
    with patch("django.utils.timezone.now", lambda: noon):
        yield


def tell_record() -> Story:
    know_vocabulary()
    publisher = the_publisher()
    with on("2024-03-01"):
        story = tell(by=publisher)
    with on("2024-03-11"):
        words = words_of(latest_revision(story.article))
        better = type(words)(LATER_HEADLINE, f"{words.body}\n\nThey also spoke of {LATER_WORD}.")
        propose_revision(by=publisher, article=story.article, words=better)
        publish_article(by=publisher, article=story.article, kind=ActKind.CORRECTED_BY_OUTLET)
        rason, topics = list(Province.objects.filter(slug="rason")), list(Topic.objects.filter(slug="market-prices"))
        draft = draft_of(latest_version(story.relayed))
        changed = type(draft)(
            **{**vars(draft), "paraphrase": "Trade is tolerated.", "provinces": rason, "topics": topics}
        )
        revise_claim(by=publisher, claim=story.relayed, revision=latest_revision(story.article), draft=changed)
        grade_claim(by=publisher, claim=story.relayed, credibility=3, reason="consistent")
        file_article(by=publisher, article=Article.objects.get(pk=story.article.pk), provinces=rason, topics=topics)
        publish_article(by=publisher, article=story.article)
    return story


@pytest.fixture(scope="session")
def told_how(told_how: Scenes) -> Scenes:
    return {"record": tell_record, **told_how}


@pytest.fixture
def record(vocabulary: None, stage: Stage | None) -> Story:
    """Published on 1 March 2024. On 11 March its outlet corrected headline and text, and the claim was worded anew, graded
    and filed elsewhere with its report."""
    return standing(stage, "record", tell_record)


@pytest.fixture
def main(reader: Reader) -> Callable[[str], str]:
    """`main(address)`: the middle of a page there, or a whole feed."""

    def read(address: str) -> str:
        answer = reader.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        body: str = answer.content.decode()
        return body.split("<main", 1)[-1].split("</main>", 1)[0]

    return read


def at(address: str, name: str, day: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{name}={day}"


def test_a_list_of_a_day_has_the_words_of_that_day(record: Story, main: Callable[[str], str]) -> None:
    article, claim = record.article.public_id, record.relayed.public_id
    before, after = main("/articles/?as_of=2024-03-10"), main("/articles/?as_of=2024-03-11")
    assert (HEADLINE in before, LATER_HEADLINE in before) == (True, False)
    assert (HEADLINE in after, LATER_HEADLINE in after) == (False, True)
    assert f'href="/articles/{article}/v/1/"' in before
    assert ("corrected by the outlet" in before, "corrected by the outlet" in after) == (False, True)
    assert "As of 10 March 2024." in before

    before, after = main("/claims/?as_of=2024-03-10"), main("/claims/?as_of=2024-03-11")
    assert ("does not forbid trade" in before, "Trade is tolerated" in before) == (True, False)
    assert ("does not forbid trade" in after, "Trade is tolerated" in after) == (False, True)
    assert f'href="/claims/{claim}/v/1/"' in before and f'href="/articles/{article}/v/1/"' in before


def test_the_api_tells_programs_the_same(record: Story, reader: Reader) -> None:
    def told(address: str) -> dict[str, object]:
        rows = reader.get(f"/api/v1{address}").json()["items"]
        ids = (record.article.public_id, record.relayed.public_id)
        return next(row for row in rows if row["id"] in ids)

    before, after = told("/articles?as_of=2024-03-10"), told("/articles?as_of=2024-03-11")
    assert (before["headline"], before["revision"], before["state"]) == (HEADLINE, 1, "published")
    assert (after["headline"], after["revision"], after["state"]) == (LATER_HEADLINE, 2, "corrected_by_outlet")
    before, after = (told(f"/claims?{time}") for time in ("published_until=2024-03-10", "as_of=2024-03-11"))
    assert (before["version"], before["credibility_code"]) == (1, None)
    assert (after["words"], after["credibility_code"]) == ("Trade is tolerated.", 3)
    found = reader.get("/api/v1/search?q=kerosene&as_of=2024-03-10").json()
    assert found["articles"] == [] and reader.get("/api/v1/search?q=kerosene&as_of=2024-03-11").json()["articles"]
    refused = reader.get("/api/v1/articles?as_of=2024-02-29")
    assert refused.status_code == 400 and "our first day was 1 March 2024" in refused.json()["detail"]


def test_a_report_stands_where_it_stood_on_that_day(record: Story, main: Callable[[str], str]) -> None:
    shown = {
        (facet, day): record.article.public_id in main(f"/articles/?{facet}&as_of=2024-03-{day}")
        for facet in ("province=ryanggang", "province=rason", "topic=self-reliance", "topic=market-prices")
        for day in ("10", "12")
    }
    then, now = {"province=ryanggang", "topic=self-reliance"}, {"province=rason", "topic=market-prices"}
    assert {facet for (facet, day), found in shown.items() if found and day == "10"} == then
    assert {facet for (facet, day), found in shown.items() if found and day == "12"} == now
    panel = main("/articles/?as_of=2024-03-10")
    assert ">Self-reliance</" in panel and ">Market prices</" not in panel.split('id="facets"')[0]
    assert record.relayed.public_id in main("/claims/?province=ryanggang&as_of=2024-03-10")
    assert record.relayed.public_id not in main("/claims/?province=rason&as_of=2024-03-10")
    assert record.article.public_id in main("/provinces/ryanggang/?as_of=2024-03-10")
    assert record.article.public_id not in main("/provinces/ryanggang/")
    check_rules()


def test_what_was_filed_under_a_merged_topic_stood_under_the_one_that_is_left(
    record: Story, publisher: User, main: Callable[[str], str]
) -> None:
    merge_topics(
        by=publisher, topic=Topic.objects.get(slug="self-reliance"), into=Topic.objects.get(slug="market-prices")
    )
    assert record.article.public_id in main("/topics/market-prices/?as_of=2024-03-10")
    assert FiledTopic.objects.filter(content_object=record.article, until=None).count() == 1
    assert FiledProvince.objects.filter(article=record.article).count() == 2
    check_rules()


def test_what_was_withdrawn_on_a_day_and_came_back_is_not_on_its_lists(
    record: Story, publisher: User, second_publisher: User, main: Callable[[str], str]
) -> None:
    with on("2024-03-20"):
        withdraw_article(by=publisher, article=record.article, reason="to be looked at")
    with on("2024-03-25"):
        restore_article(by=second_publisher, article=record.article, reason="looked at")
    lists = {"/articles/": record.article.public_id, "/claims/": record.relayed.public_id}
    shown = {
        day: [public_id in main(f"{address}?as_of=2024-03-{day}") for address, public_id in lists.items()]
        for day in ("19", "20", "24", "25")
    }
    assert shown == {"19": [True, True], "20": [False, False], "24": [False, False], "25": [True, True]}


@pytest.fixture
def moved(record: Story, publisher: User, second_publisher: User) -> list[Act]:
    """Every act: the record, withdrawn from 20 to 25 March, and another report that was retracted on the 28th."""
    with on("2024-03-15"):
        other = tell(by=publisher, outlet_name="Southern Gazette")
    with on("2024-03-20"):
        withdraw_article(by=publisher, article=record.article, reason="to be looked at")
    with on("2024-03-25"):
        restore_article(by=second_publisher, article=Article.objects.get(pk=record.article.pk), reason="looked at")
    with on("2024-03-28"):
        retracted = Article.objects.get(pk=other.article.pk)
        publish_article(by=publisher, article=retracted, kind=ActKind.RETRACTED, reason="the outlet said so")
    return list(Act.objects.order_by("number"))


def acts_on(acts: list[Act], public_id: str, *kinds: str) -> list[Act]:
    return [act for act in acts if act.kind in kinds and public_id in {each["id"] for each in act.subjects}]


@pytest.mark.parametrize("day", ["01", "10", "11", "15", "19", "20", "24", "25", "27", "28"])
def test_what_stood_on_a_day_is_what_the_acts_until_then_say(moved: list[Act], day: str) -> None:
    as_of = Filter(as_of=date(2024, 3, int(day)))
    acts = [act for act in moved if act.at < end_of(date(2024, 3, int(day)))]

    def is_away(public_id: str) -> bool:
        last = acts_on(acts, public_id, ActKind.WITHDRAWN, ActKind.RESTORED)[-1:]
        return any(act.kind == ActKind.WITHDRAWN for act in last)

    versions: dict[int, int] = {}
    for row in ClaimVersion.objects.exclude(published_at=None).select_related("claim__article").order_by("number"):
        assert row.published_at is not None
        is_out = row.published_at < end_of(date(2024, 3, int(day)))
        if is_out and not is_away(row.claim.public_id) and not is_away(row.claim.article.public_id):
            versions[row.claim_id] = row.pk
    with reader_site(), reader_rights():
        assert set(claims_then(as_of).values_list("pk", flat=True)) == set(versions.values())
        reports = list(shown_then(as_of))
        say_as_then(reports, as_of)
        named = {row.public_id: row.state for row in reports}
        retracted = Article.objects.published().filter(retracted_then(as_of)).values_list("public_id", flat=True)
        assert set(retracted) == {public_id for public_id, state in named.items() if state == State.RETRACTED}
    said = {
        ActKind.ISSUED: State.PUBLISHED,
        ActKind.CORRECTED_HERE: State.CORRECTED_HERE,
        ActKind.CORRECTED_BY_OUTLET: State.CORRECTED_BY_OUTLET,
        ActKind.RETRACTED: State.RETRACTED,
    }
    assert named == {
        row.public_id: said[ActKind(acts_on(acts, row.public_id, *said)[-1].kind)]
        for row in Article.objects.all()
        if acts_on(acts, row.public_id, *said) and not is_away(row.public_id)
    }


def test_acts_on_several_ids_are_those_on_each(moved: list[Act]) -> None:
    ids = sorted({subject["id"] for act in moved for subject in act.subjects})
    assert max(len(act.subjects) for act in moved) > 2
    for kinds in (ActKind.values, [ActKind.WITHDRAWN, ActKind.RETRACTED]):
        with reader_site(), reader_rights():
            found = acts_on_each([*ids, ids[0], "a0000000"], kinds)
        numbers = {public_id: [act.number for act in acts] for public_id, acts in found.items()}
        told = {public_id: [act.number for act in acts_on(moved, public_id, *kinds)] for public_id in ids}
        assert numbers == {public_id: each for public_id, each in told.items() if each}


def test_neither_time_brings_back_what_was_withdrawn_or_removed(
    record: Story, publisher: User, second_publisher: User, main: Callable[[str], str]
) -> None:
    other = tell(by=publisher, outlet_name="Southern Gazette")
    withdraw_claim(by=publisher, claim=record.acted, reason="misread")
    withdraw_article(by=publisher, article=other.article, reason="misread")
    old = record.article.revisions.get(number=1)
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="a person"))

    for address in [*LISTS, *FEEDS]:
        for name in ("as_of", "published_until"):
            page = main(at(address, name, "2024-03-10"))
            assert record.acted.public_id not in page and other.article.public_id not in page
            assert HEADLINE not in page, address
            # The words of the claim stand in revision 2 as well; on that day they were those of revision 1.
            assert name == "published_until" or (RELAYED[:40] not in page and "does not forbid" not in page), address
    assert record.article.public_id not in main("/articles/?as_of=2024-03-10")
    # Revision 2 is the oldest that is still held.
    assert LATER_HEADLINE in main("/articles/?published_until=2024-03-10")


def test_by_a_day_outlets_had_published_what_is_dated_up_to_it(record: Story, main: Callable[[str], str]) -> None:
    """The report is dated April 2023, long before this site was there."""
    page = main("/articles/?published_until=2023-04-10")
    assert (HEADLINE in page, LATER_HEADLINE in page, "corrected" in page.split("</p>", 1)[1]) == (True, False, False)
    assert "date too vague to be sure it belongs here" in page
    assert "date too vague" not in main("/articles/?published_until=2023-04-30")
    assert HEADLINE not in main("/articles/?published_until=2023-03-31")
    claims = main("/claims/?published_until=2023-05-01")
    assert ("does not forbid trade" in claims, "Trade is tolerated" in claims) == (True, False)
    assert f'href="/claims/{record.relayed.public_id}/v/1/"' in claims
    outlet = main("/outlets/northern-courier/?published_until=2023-05-01")
    assert "Reliability" not in outlet and "Reliability" in main("/outlets/northern-courier/")
    assert "<strong>1</strong> report" in main("/timeline/?published_until=2023-05-01")
    assert "No report is published until 31 March 2023." in main("/timeline/?published_until=2023-03-31")


def test_a_retraction_is_not_known_before_it_was_made(
    record: Story, publisher: User, main: Callable[[str], str]
) -> None:
    with on("2024-04-01"):
        publish_article(by=publisher, article=record.article, kind=ActKind.RETRACTED)
    for address in ("/articles/", "/claims/"):
        stamped = {
            day: 'class="stamp stamp-warn"' in main(f"{address}?as_of={day}") for day in ("2024-03-31", "2024-04-01")
        }
        assert stamped == {"2024-03-31": False, "2024-04-01": True}, address
        assert 'class="stamp stamp-warn"' not in main(f"{address}?published_until=2024-05-01")


def test_a_search_of_a_day_looks_at_the_words_of_that_day(record: Story, main: Callable[[str], str]) -> None:
    def finds(words: str, when: str) -> bool:
        return record.article.public_id in main(f"/search/?q={words}&{when}")

    then, later, long_ago = "as_of=2024-03-10", "as_of=2024-03-12", "published_until=2024-03-10"
    assert [finds(LATER_WORD, when) for when in (then, later, long_ago)] == [False, True, False]
    assert [finds("forbid", when) for when in (then, long_ago)] == [True, True]
    # A paraphrase written later stands in what is searched of the current text, and is no word of that day.
    assert [finds("tolerated", when) for when in ("", then, later, long_ago)] == [True, False, True, False]
    assert record.relayed.public_id not in main(f"/search/?q=tolerated&in=claims&{then}")
    assert record.relayed.public_id in main(f"/search/?q=forbid&in=claims&{then}")
    assert 'name="as_of" value="2024-03-10"' in main(f"/search/?q=forbid&{then}")


def test_a_feed_of_a_day_tells_nothing_of_later(record: Story, main: Callable[[str], str]) -> None:
    feed = main("/articles.atom?as_of=2024-03-10")
    assert HEADLINE in feed and LATER_HEADLINE not in feed
    assert "<updated>2024-03-01T12:00:00+00:00</updated>" in feed and "2024-03-11" not in feed
    assert "Trade is tolerated" not in main("/claims.atom?as_of=2024-03-10")


def test_the_time_stays_with_the_reader_on_every_way_from_a_list(
    record: Story, publisher: User, reader: Reader
) -> None:
    for number in range(21):
        with on("2024-03-02"):
            shelve(by=publisher, headline=f"Report {number}", topics=["trade"])
    for address in ["/articles/", "/provinces/ryanggang/", "/topics/trade/", "/outlets/northern-courier/"]:
        page = reader.get(f"{address}?as_of=2024-03-10").content.decode().split("<main", 1)[1]
        onward = re.findall(r'rel="next" href="([^"]+)"', page)
        assert len(onward) == 1 and "as_of=2024-03-10" in onward[0], address
        assert "From the beginning" in reader.get(onward[0].replace("&amp;", "&")).content.decode()
        ways = re.findall(r'href="(/(?:articles|claims|timeline|articles\.atom)/?\?[^"]*)"', page)
        assert (
            ways and all("as_of=2024-03-10" in way for way in ways if "Take off" not in way)
        ) or address == "/articles/"


@pytest.mark.parametrize("time", ["as_of=2024-03-10", "published_until=2023-06-30"])
@pytest.mark.parametrize(
    "address",
    ["provinces/ryanggang", "topics/trade", "outlets/northern-courier", "institutions/ryanggang-party-committee"],
)
def test_what_a_page_of_another_time_leads_to_is_of_that_time(
    time: str, address: str, record: Story, reader: Reader
) -> None:
    page = html.unescape(reader.get(f"/{address}/?{time}").content.decode())
    head, ways = page.split("</head>")[0], page.split('<p class="ways">')[1].split("</p>")[0]
    feeds = re.findall(r'rel="alternate" type="[^"]*" title="[^"]*" href="([^"]+)"', head)
    leads = [*feeds, *re.findall(r'href="(/[^"]+)"', ways)]
    assert len(leads) > 6 and [lead for lead in leads if time not in lead] == []


def test_a_day_before_our_first_is_refused_and_the_other_question_offered(record: Story, reader: Reader) -> None:
    for address in LISTS:
        answer = reader.get(at(address, "as_of", "2024-02-29"))
        page = answer.content.decode()
        assert answer.status_code == 400, address
        assert "our first day was 1 March 2024" in page
        assert "published_until=2024-02-29" in re.findall(r'href="([^"]+)"', page.split("<main", 1)[1])[0]
    for address in FEEDS:
        answer = reader.get(at(address, "as_of", "2024-02-29"))
        assert answer.status_code == 400
        assert "1 March 2024; published_until=2024-02-29 tells" in answer.content.decode()
    assert reader.get("/articles/?as_of=2024-03-01").status_code == 200


def test_where_nothing_was_ever_shown_no_day_is_the_first(reader: Reader) -> None:
    answer = reader.get("/articles/?as_of=2024-02-29")
    assert (answer.status_code, "nothing has been shown here yet" in answer.content.decode()) == (400, True)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("as_of=yesterday", "as_of: “yesterday” is not a day; write it like 2023-05-31"),
        ("published_until=2023-02-30", "published_until: “2023-02-30” is not a day"),
        ("as_of=2024-03-10&as_of=2024-03-11", "is given more than once"),
        ("as_of=2024-03-10&published_until=2024-03-10", "choose one of the two"),
        ("as_of=9999-12-31", "as_of: “9999-12-31” has not come yet"),
        ("published_until=2999-01-01", "published_until: “2999-01-01” has not come yet"),
    ],
)
def test_a_time_that_cannot_be_asked_for_is_named(query: str, says: str, record: Story, reader: Reader) -> None:
    for address in ("/articles/", "/provinces/ryanggang/", "/institutions/", "/search/?q=trade", "/timeline/"):
        answer = reader.get(f"{address}{'&' if '?' in address else '?'}{query}")
        assert answer.status_code == 400, address
        assert says in answer.content.decode()


@pytest.mark.parametrize("most", [0, 1_000])
@pytest.mark.parametrize(
    ("time", "filed", "is_named"),
    [
        ("as_of=2024-03-02", ["ryanggang"], 1),
        ("as_of=2024-03-12", ["rason"], 1),
        ("as_of=2024-03-21", ["rason"], 0),
        ("published_until=2024-01-01", ["rason", "ryanggang"], 1),
    ],
)
def test_the_feed_of_an_index_has_those_that_had_reports_then(
    time: str, filed: list[str], is_named: int, most: int, record: Story, publisher: User, reader: Reader
) -> None:
    with on("2024-03-20"):
        for claim in (record.relayed, record.acted):
            said = draft_of(latest_version(claim))
            nobody = replace(said, steps=said.steps[:2], actor=None)
            revise_claim(by=publisher, claim=claim, revision=latest_revision(record.article), draft=nobody)
        publish_article(by=publisher, article=Article.objects.get(pk=record.article.pk))
    with on("2024-03-25"):
        # Whom nobody names any more has no page.
        tell(by=publisher, outlet_name="Southern Gazette")
    found: dict[str, list[str]] = {}
    # Told by the index but for what is otherwise now, and, of more than so much, by the database alone.
    with patch("articles.search.then.MOST_UNLIKE", most):
        for of, counted in COUNTED.items():
            table = csv.DictReader(reader.get(f"/{of}.csv?{time}").getvalue().decode("utf-8-sig").splitlines())
            found[of] = sorted(row["address"] for row in table if any(int(row[column]) for column in counted))
            feed = reader.get(f"/{of}.atom?{time}").content.decode()
            assert sorted(re.findall(r"<entry>.*?<id>([^<]+)</id>", feed)) == found[of], of
    provinces = [address.split("/")[-2] for address in found["provinces"]]
    assert (provinces, len(found["institutions"])) == (filed, is_named)


@pytest.mark.parametrize("name", ["as_of", "published_until"])
def test_each_list_of_another_time_says_so_and_costs_the_same_with_three_rows_as_with_one(
    name: str, publisher: User, reader: Reader
) -> None:
    today = datetime.now(tz=UTC).date().isoformat()
    tell(by=publisher)

    def queries() -> dict[str, int]:
        found = {}
        # A first search brings the index up to the acts since.
        reader.get("/search/?q=committee")
        for address in [*LISTS, *FEEDS]:
            with CaptureQueriesContext(connection) as captured:
                page = reader.get(at(address, name, today))
            found[address] = len(captured)
            assert page.status_code == 200, address
            said = {"as_of": "As of", "published_until": "Published until"}[name]
            assert address in FEEDS or f"<strong>{said} " in page.content.decode(), address
        return found

    one = queries()
    tell(by=publisher)
    tell(by=publisher)
    assert queries() == one


def test_a_day_ends_where_the_site_is() -> None:
    with timezone.override("Asia/Seoul"):
        assert end_of(date(2024, 3, 10)) == datetime(2024, 3, 10, 15, tzinfo=UTC)


def test_a_filter_of_a_time_is_written_back_and_taken_off() -> None:
    filter = Filter.read({"province": ["rason"], "as_of": ["2024-03-10"]})
    assert filter.query() == "province=rason&as_of=2024-03-10"
    assert filter.label({}) == "about rason, as of 10 March 2024"
    assert [chip.query for chip in filter.chips({})] == ["as_of=2024-03-10", "province=rason"]
    assert bool(filter.without("province")) is False and filter.without("province").is_of_another_time
    until = Filter.read({"year": ["2023"], "published_until": ["2023-06-30"]})
    assert until.days() == [(date(2023, 1, 1), date(2023, 6, 30))]
    assert Filter.read({"year": ["2024"], "published_until": ["2023-06-30"]}).days() == [(date.max, date.min)]
    with pytest.raises(BadParameter):
        Filter.read({"as_of": ["2024"]})
