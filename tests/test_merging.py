"""Two become one: what was filed under either is found under the one that stays, by every name and address of both."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User

from articles.editing.merging import CannotMerge, merge_institutions, merge_outlets
from articles.editing.publishing import publish_article
from articles.editing.topic_merging import merge_topics
from articles.models import Act, Article, ArticleTopic, ClaimTopic, ClaimVersion, Topic, TopicName
from sources.models import Institution, Outlet, Step
from tests.conftest import Reader
from tests.rules import check_rules
from tests.shelf import shelve
from tests.story import Story, tell


def moved(reader: Reader, address: str) -> tuple[int, str]:
    """Status and target of an address that is no longer a page of its own."""
    response = reader.get(address)
    return response.status_code, response.headers.get("Location", "")


def on(reader: Reader, address: str, *articles: Article) -> list[bool]:
    """Which of these reports stand on a page."""
    body = reader.get(address).content.decode()
    return [article.public_id in body for article in articles]


def last_act() -> tuple[str, set[str]]:
    act = Act.objects.latest("number")
    return act.kind, {subject["id"] for subject in act.subjects}


def topic(slug: str) -> Topic:
    found: Topic = Topic.objects.get(slug=slug)
    return found


# Topics.


def test_a_merged_topic_lives_on_in_the_other(story: Story, publisher: User, reader: Reader) -> None:
    merged, into = topic("trading-companies"), topic("market-prices")
    other = shelve(by=publisher, headline="What soap costs", topics=[merged.slug, into.slug])

    merge_topics(by=publisher, topic=merged, into=into)

    assert moved(reader, "/topics/trading-companies/") == (308, "/topics/market-prices/")
    assert moved(reader, f"/topics/{merged.label_ko}/") == (308, "/topics/market-prices/")
    assert on(reader, "/topics/market-prices/", story.article, other) == [True, True]
    # Once a report and once a version, also where both were there before.
    filed = ArticleTopic.objects.filter(tag=into).values_list("content_object", flat=True)
    assert sorted(filed) == sorted([story.article.pk, other.pk])
    assert ClaimTopic.objects.filter(tag=into).count() == 2
    for name in (merged.name, merged.label_ko, into.name):
        assert on(reader, f"/search/?q={name}", story.article, other) == [True, True], name
    assert last_act() == ("merged", {story.article.public_id, other.public_id})
    check_rules()


def test_old_addresses_lead_there_in_one_step_however_often_topics_merge(publisher: User, reader: Reader) -> None:
    first, second, last = topic("rice-prices"), topic("corn-prices"), topic("trade")
    names = [row.slug for merged in (first, second) for row in merged.other_names.all()]
    assert len(names) > 4

    merge_topics(by=publisher, topic=first, into=second)
    merge_topics(by=publisher, topic=second, into=last)

    for slug in (first.slug, second.slug, *names):
        assert moved(reader, f"/topics/{slug}/") == (308, "/topics/trade/"), slug
    korean = TopicName.objects.get(topic=last, name=first.label_ko)
    assert korean.language == "ko"


def test_a_report_is_counted_once_after_a_merge(story: Story, publisher: User, reader: Reader) -> None:
    assert ">1</" in _row(reader, "/topics/", "Self-reliance")
    merge_topics(by=publisher, topic=topic("trading-companies"), into=topic("self-reliance"))
    assert ">1</" in _row(reader, "/topics/", "Self-reliance")
    assert "Trading companies" not in reader.get("/topics/").content.decode()


def _row(reader: Reader, address: str, name: str) -> str:
    """The markup of the list's line about this name."""
    body = reader.get(address).content.decode()
    assert name in body
    return body.split(name, 1)[1].split("</li>", 1)[0].replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("above", ["food-imports", "import"])
def test_a_topic_merged_into_one_below_it_hands_on_its_place(above: str, vocabulary: None, publisher: User) -> None:
    """food-imports and import stand above rice-imports, one and two steps."""
    merged, into = topic(above), topic("rice-imports")
    place, others = merged.broader, set(merged.narrower.exclude(slug__in=["rice-imports"]))

    merge_topics(by=publisher, topic=merged, into=into)

    into.refresh_from_db()
    assert into.broader == place
    assert set(into.narrower.all()) == others
    check_rules()


# Institutions.


@pytest.fixture
def twice(publisher: User) -> tuple[Story, Story, Institution]:
    """The story in two outlets, the second one under a committee entered under another name by mistake."""
    first = tell(by=publisher)
    second = tell(by=publisher, outlet_name="Southern Gazette", publish=False)
    other = Institution.objects.create(
        slug="yanggang-committee",
        name_en="Yanggang Committee",
        name_ko="량강도 위원회",
        kind="party",
        level="provincial",
    )
    Step.objects.filter(chain__claim_versions__claim__article=second.article, institution__isnull=False).update(
        institution=other
    )
    ClaimVersion.objects.filter(claim__article=second.article, actor__isnull=False).update(actor=other)
    publish_article(by=publisher, article=second.article)
    return first, second, other


def test_what_two_institutions_said_and_did_stands_under_one(
    twice: tuple[Story, Story, Institution], publisher: User, reader: Reader
) -> None:
    first, second, other = twice
    page = f"/institutions/{first.committee.slug}/"
    assert second.relayed.public_id not in reader.get(page).content.decode()

    merge_institutions(by=publisher, institution=other, into=first.committee)

    for show, claims in (("said", [first.relayed, second.relayed]), ("did", [first.acted, second.acted])):
        body = reader.get(page, {"show": show}).content.decode()
        assert [claim.public_id in body for claim in claims] == [True, True]
    for old in ("yanggang-committee", "Yanggang Committee", "량강도-위원회"):
        assert moved(reader, f"/institutions/{old}/") == (308, page), old
    assert other.name_en not in reader.get("/institutions/").content.decode()
    assert last_act() == ("merged", {second.relayed.public_id, second.acted.public_id})
    check_rules()


def test_two_local_bodies_reach_a_page_together(publisher: User, reader: Reader) -> None:
    stories = [
        tell(by=publisher, outlet_name=name) for name in ("Northern Courier", "Southern Gazette", "Western Mirror")
    ]
    committee = stories[0].committee
    Institution.objects.filter(pk=committee.pk).update(level="local")
    small = Institution.objects.create(slug="soap-works", name_en="Soap Works", level="local")
    merge_institutions(by=publisher, institution=committee, into=small)
    # Six claims in three reports: enough for a page of its own.
    assert reader.get("/institutions/soap-works/").status_code == 200
    assert moved(reader, f"/institutions/{committee.slug}/") == (308, "/institutions/soap-works/")


def test_a_merge_of_bodies_that_nothing_public_names_is_no_public_act(
    draft: Story, publisher: User, reader: Reader
) -> None:
    into = Institution.objects.create(slug="soap-works", name_en="Soap Works")
    count = Act.objects.count()

    merge_institutions(by=publisher, institution=draft.committee, into=into)

    assert Act.objects.count() == count
    assert moved(reader, f"/institutions/{draft.committee.slug}/") == (404, "")
    assert draft.committee.name_en not in reader.get("/institutions/").content.decode()


# Outlets.


def test_reports_of_two_outlets_stand_under_one(story: Story, publisher: User, reader: Reader) -> None:
    merged = Outlet.objects.create(slug="courier-north", name="Courier of the North", name_ko="북방통신", show="full")
    other = shelve(by=publisher, headline="Soap at last", outlet=merged.name)

    merge_outlets(by=publisher, outlet=merged, into=story.outlet)

    assert on(reader, "/outlets/northern-courier/", story.article, other) == [True, True]
    for old in ("courier-north", "북방통신"):
        assert moved(reader, f"/outlets/{old}/") == (308, "/outlets/northern-courier/"), old
    assert on(reader, "/articles/?outlet=courier-north", story.article, other) == [True, True]
    assert "Courier of the North" not in reader.get(f"/articles/{other.public_id}/").content.decode()
    assert last_act() == ("merged", {other.public_id})
    check_rules()


def test_a_hidden_outlet_becomes_public_by_a_merge_only_with_reports_that_are(
    draft: Story, publisher: User, reader: Reader
) -> None:
    into = Outlet.objects.create(slug="courier-north", name="Courier of the North", show="full")

    merge_outlets(by=publisher, outlet=draft.outlet, into=into)

    assert reader.get("/outlets/courier-north/").status_code == 404
    assert moved(reader, "/outlets/northern-courier/") == (404, "")


def test_why_two_cannot_become_one(story: Story, publisher: User) -> None:
    address = "https://courier.example/1"
    stricter = Outlet.objects.create(slug="strict", name="Strict", show="claims")
    twin = tell(by=publisher, outlet_name="Southern Gazette", url=address)
    Article.objects.filter(pk=story.article.pk).update(original_url=address)
    reasons = []

    trade = topic("trade")
    into_itself: list[Callable[[], object]] = [
        lambda: merge_topics(by=publisher, topic=trade, into=trade),
        lambda: merge_institutions(by=publisher, institution=story.committee, into=story.committee),
        lambda: merge_outlets(by=publisher, outlet=story.outlet, into=story.outlet),
    ]
    for merge in into_itself:
        with pytest.raises(CannotMerge) as refused:
            merge()
        reasons.append(str(refused.value))
    for outlet in (stricter, twin.outlet):
        with pytest.raises(CannotMerge) as refused:
            merge_outlets(by=publisher, outlet=outlet, into=story.outlet)
        reasons.append(str(refused.value))

    assert reasons == [
        "Trade cannot be merged into itself",
        "Ryanggang Provincial Party Committee cannot be merged into itself",
        "Northern Courier cannot be merged into itself",
        "Strict and Northern Courier allow different things; make them equal first",
        "Southern Gazette and Northern Courier hold the same address twice; withdraw one of the two reports as a duplicate",
    ]
    assert Outlet.objects.filter(pk__in=[stricter.pk, twin.outlet.pk]).count() == 2


def test_a_name_that_stood_beside_the_other_already_is_kept_once(story: Story, publisher: User, reader: Reader) -> None:
    """An editor noted the other spelling first and merges the two later."""
    merged = Outlet.objects.create(slug="courier-north", name="Courier of the North", show="full")
    story.outlet.other_names.create(name="The Courier of the North", slug="courier-north")

    merge_outlets(by=publisher, outlet=merged, into=story.outlet)

    assert [row.name for row in story.outlet.other_names.all()] == ["Courier of the North"]
    assert moved(reader, "/outlets/courier-north/") == (308, "/outlets/northern-courier/")
