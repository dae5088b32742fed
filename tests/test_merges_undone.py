"""A merge of topics is taken back: what it moved goes back, what editors did since stays, no address is ever lost."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models import F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.editing.claims import draft_of, latest_version, revise_claim
from articles.editing.drafting import file_article, latest_revision
from articles.editing.publishing import publish_article
from articles.editing.renaming import rename_topic
from articles.editing.topic_merging import CannotUndo, merge_topics, undo_merge
from articles.models import Act, Address, Article, ArticleTopic, ClaimTopic, FiledTopic, Topic, TopicMerge, TopicName
from config.verifying.ledger import chain
from tests.conftest import Reader
from tests.rules import check_rules
from tests.shelf import shelve
from tests.story import Story, refreshed
from tests.test_merging import last_act, moved, on, topic


def picture() -> dict[str, Any]:
    """Topics, their names and all that is or was filed under them, rows that were filed anew by who owns them.

    Without the addresses that a merge gives out for Korean labels: they stay, and lead on (`lost_addresses`).
    """
    return {
        "topics": list(Topic.objects.order_by("pk").values()),
        "names": list(TopicName.objects.exclude(name=F("topic__label_ko")).order_by("pk").values()),
        "in time": list(FiledTopic.objects.order_by("pk").values()),
        "articles": sorted(ArticleTopic.objects.values_list("tag__slug", "content_object", "is_public")),
        "claims": sorted(ClaimTopic.objects.values_list("tag__slug", "content_object", "is_public")),
    }


def lost_addresses() -> set[str]:
    """Addresses of topics that were given out and lead to none."""
    given = set(Address.objects.filter(kind="topic").values_list("slug", flat=True))
    return (
        given
        - set(Topic.objects.values_list("slug", flat=True))
        - set(TopicName.objects.values_list("slug", flat=True))
    )


def filed_otherwise() -> set[tuple[int, str]]:
    """Reports that are out, each with a topic that stands in one of the two and not in the other: filed, and filed in time."""
    filed = set(ArticleTopic.objects.filter(is_public=True).values_list("content_object", "tag__slug"))
    in_time = FiledTopic.objects.filter(is_public=True, until=None).values_list("content_object", "tag__slug")
    return filed ^ set(in_time)


def test_everything_is_as_it_was_and_every_address_answers_in_one_step(
    story: Story, publisher: User, reader: Reader
) -> None:
    merged, into = topic("trading-companies"), topic("market-prices")
    both = shelve(by=publisher, headline="What soap costs", topics=[merged.slug, into.slug])
    before = picture()
    addresses = [merged.slug, merged.label_ko, *merged.other_names.values_list("slug", flat=True)]
    led = {slug: moved(reader, f"/topics/{slug}/") for slug in addresses}

    merge = merge_topics(by=publisher, topic=merged, into=into)
    assert {moved(reader, f"/topics/{slug}/") for slug in addresses} == {(308, "/topics/market-prices/")}
    (given,) = TopicName.objects.filter(topic=into, name=merged.label_ko).values_list("slug", flat=True)
    undo_merge(by=publisher, merge=merge)

    assert picture() == before
    assert {slug: moved(reader, f"/topics/{slug}/") for slug in addresses} == led
    assert set(led.values()) == {(200, ""), (308, "/topics/trading-companies/")}
    # Also the one that the merge gave out.
    assert moved(reader, f"/topics/{given}/") == (308, "/topics/trading-companies/")
    assert (lost_addresses(), filed_otherwise()) == (set(), set())
    assert on(reader, "/topics/trading-companies/", story.article, both) == [True, True]
    assert on(reader, "/topics/market-prices/", story.article, both) == [False, True]
    assert last_act() == ("refiled", {story.article.public_id, both.public_id})
    assert list(chain()) == []
    check_rules()


def test_a_name_that_both_had_is_as_it_was(story: Story, publisher: User) -> None:
    merged, into = topic("trading-companies"), topic("market-prices")
    TopicName.objects.create(topic=into, name=merged.name, slug="firms-that-trade")
    before = picture()

    merge = merge_topics(by=publisher, topic=merged, into=into)
    assert TopicName.objects.get(slug="firms-that-trade").was_label
    undo_merge(by=publisher, merge=merge)

    assert picture() == before
    check_rules()


def test_what_editors_filed_since_stays(story: Story, publisher: User) -> None:
    merged, into = topic("trading-companies"), topic("market-prices")
    twice = shelve(by=publisher, headline="What soap costs", topics=[merged.slug, into.slug])
    merge = merge_topics(by=publisher, topic=merged, into=into)
    fresh = shelve(by=publisher, headline="What cloth costs", topics=[into.slug])
    # An editor takes one of the reports that went over out of the topic it went to, and another that was under both.
    for article in (story.article, twice):
        file_article(by=publisher, article=refreshed(article), provinces=[], topics=[topic("trade")])

    undo_merge(by=publisher, merge=merge)

    filed = {article.pk: {row.tag.slug for row in article.topic_items.all()} for article in Article.objects.all()}
    assert filed == {story.article.pk: {"trade"}, twice.pk: {"trade"}, fresh.pk: {"market-prices"}}
    # They stood under it until then, the second also under the other.
    for article, slugs in ((story.article, [merged.slug, "self-reliance"]), (twice, [merged.slug, into.slug])):
        stood = FiledTopic.objects.filter(content_object=article, until__isnull=False)
        assert set(stood.values_list("tag__slug", flat=True)) == {*slugs}
        assert len(set(stood.values_list("until", flat=True))) == 1
    assert filed_otherwise() == set()
    check_rules()


def test_what_was_taken_out_and_put_back_since_stands_where_it_was_put(story: Story, publisher: User) -> None:
    merged, into = topic("trading-companies"), topic("market-prices")
    twice = shelve(by=publisher, headline="What soap costs", topics=[merged.slug, into.slug])
    merge = merge_topics(by=publisher, topic=merged, into=into)
    for article in (story.article, twice):
        for topics in ([topic("trade")], [into]):
            file_article(by=publisher, article=refreshed(article), provinces=[], topics=topics)

    undo_merge(by=publisher, merge=merge)

    filed = {article.pk: {row.tag.slug for row in article.topic_items.all()} for article in Article.objects.all()}
    assert filed == {story.article.pk: {into.slug}, twice.pk: {merged.slug, into.slug}}
    assert filed_otherwise() == set()
    check_rules()


def test_new_names_since_and_before_lead_on(story: Story, publisher: User, reader: Reader) -> None:
    merged, into = topic("trading-companies"), topic("market-prices")
    rename_topic(by=publisher, topic=merged, name="Companies", slug="companies")
    before = picture()
    merge = merge_topics(by=publisher, topic=merged, into=into)
    rename_topic(by=publisher, topic=into, name="Prices", slug="prices")

    undo_merge(by=publisher, merge=merge)

    assert picture()["names"] == [*before["names"], TopicName.objects.filter(slug="market-prices").values().get()]
    assert moved(reader, "/topics/companies/") == (200, "")
    assert moved(reader, "/topics/trading-companies/") == (308, "/topics/companies/")
    assert moved(reader, "/topics/market-prices/") == (308, "/topics/prices/")
    # And back to a name of its own it may go, and into the other once more.
    rename_topic(
        by=publisher, topic=Topic.objects.get(slug="companies"), name="Trading companies", slug="trading-companies"
    )
    undo_merge(by=publisher, merge=merge_topics(by=publisher, topic=topic("trading-companies"), into=topic("prices")))
    assert moved(reader, "/topics/trading-companies/") == (200, "")
    assert moved(reader, "/topics/companies/") == (308, "/topics/trading-companies/")
    assert lost_addresses() == set()
    check_rules()


def test_a_version_made_since_follows_the_one_it_was_made_from(story: Story, publisher: User) -> None:
    merge = merge_topics(by=publisher, topic=topic("trading-companies"), into=topic("market-prices"))
    draft = draft_of(latest_version(story.relayed))
    better = type(draft)(**{**vars(draft), "paraphrase": "It forbids nothing."})
    revise_claim(by=publisher, claim=story.relayed, revision=latest_revision(story.article), draft=better)
    publish_article(by=publisher, article=story.article)

    undo_merge(by=publisher, merge=merge)

    for version in story.relayed.versions.all():
        assert {row.tag.slug for row in version.topic_items.all()} == {"self-reliance", "trading-companies"}
    assert latest_version(story.relayed).number == 2
    check_rules()


@pytest.mark.parametrize("above", ["food-imports", "import"])
def test_a_topic_gets_its_place_above_and_below_back(above: str, vocabulary: None, publisher: User) -> None:
    before = picture()
    merge = merge_topics(by=publisher, topic=topic(above), into=topic("rice-imports"))
    undo_merge(by=publisher, merge=merge)
    assert picture() == before
    check_rules()


def test_merges_on_top_of_each_other_are_taken_back_from_the_top(publisher: User, reader: Reader) -> None:
    before = picture()
    first = merge_topics(by=publisher, topic=topic("rice-prices"), into=topic("corn-prices"))
    second = merge_topics(by=publisher, topic=topic("corn-prices"), into=topic("trade"))
    with pytest.raises(CannotUndo, match="was merged on itself; take that back first"):
        undo_merge(by=publisher, merge=first)
    undo_merge(by=publisher, merge=second)
    assert moved(reader, "/topics/rice-prices/") == (308, "/topics/corn-prices/")
    undo_merge(by=publisher, merge=first)
    assert picture() == before
    with pytest.raises(CannotUndo, match="taken back already"):
        undo_merge(by=publisher, merge=first)


def test_a_report_under_both_of_a_merge_above_comes_back_through_the_merge_below(story: Story, publisher: User) -> None:
    before = picture()
    first = merge_topics(by=publisher, topic=topic("self-reliance"), into=topic("import"))
    second = merge_topics(by=publisher, topic=topic("import"), into=topic("trading-companies"))
    undo_merge(by=publisher, merge=second)
    undo_merge(by=publisher, merge=first)
    assert picture() == before
    check_rules()


def test_it_is_refused_where_the_name_or_the_address_is_another_topics_now(vocabulary: None, publisher: User) -> None:
    merge = merge_topics(by=publisher, topic=topic("rice-prices"), into=topic("trade"))
    name = merge.moved["topic"]["name"]
    usurper = Topic.objects.create(name=name, slug="rice-prices-2")
    with pytest.raises(CannotUndo, match="another topic"):
        undo_merge(by=publisher, merge=merge)
    Topic.objects.filter(pk=usurper.pk).update(name="Prices of rice")
    TopicName.objects.filter(slug="rice-prices").update(topic=topic("smuggling"))
    with pytest.raises(CannotUndo, match="its address leads to"):
        undo_merge(by=publisher, merge=merge)
    assert TopicMerge.objects.get().undone_at is None


def test_a_page_opened_before_is_not_saved_over_what_was_taken_back(story: Story, publisher: User) -> None:
    opened = [refreshed(story.article).edit_number]
    merge = merge_topics(by=publisher, topic=topic("trading-companies"), into=topic("trade"))
    opened.append(refreshed(story.article).edit_number)
    undo_merge(by=publisher, merge=merge)
    opened.append(refreshed(story.article).edit_number)
    assert opened == sorted(set(opened))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=5), st.randoms(use_true_random=False))
def test_any_pile_of_merges_taken_back_leaves_everything_as_it_was(
    story: Story, publisher: User, pairs: list[tuple[int, int]], random: Any
) -> None:
    slugs = ["trading-companies", "self-reliance", "food-imports", "import", "rice-imports", "rice-prices"]
    before, acts = picture(), Act.objects.count()
    pile = []
    for one, other in pairs:
        found = {row.slug: row for row in Topic.objects.filter(slug__in=slugs)}
        if one != other and slugs[one] in found and slugs[other] in found:
            pile.append(merge_topics(by=publisher, topic=found[slugs[one]], into=found[slugs[other]]))
    for merge in reversed(pile):
        undo_merge(by=publisher, merge=merge)
    check_rules()
    assert picture() == before
    assert (lost_addresses(), filed_otherwise()) == (set(), set())
    assert Act.objects.count() >= acts
