"""A merge of topics is taken back: what it moved goes back, what editors did since stays, no address is ever lost."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.editing.claims import draft_of, latest_version, revise_claim
from articles.editing.drafting import file_article, latest_revision
from articles.editing.ledger import broken_acts
from articles.editing.publishing import publish_article
from articles.editing.topic_merging import CannotUndo, merge_topics, undo_merge
from articles.models import Act, Article, ArticleTopic, ClaimTopic, Topic, TopicMerge, TopicName
from tests.conftest import Reader
from tests.shelf import shelve
from tests.story import Story, refreshed
from tests.test_merging import last_act, moved, on, topic
from tests.test_rules import check_rules


def picture() -> dict[str, Any]:
    """Topics, their names and all that is filed under them, rows that were filed anew by who owns them."""
    return {
        "topics": list(Topic.objects.order_by("pk").values()),
        "names": list(TopicName.objects.order_by("pk").values()),
        "articles": sorted(ArticleTopic.objects.values_list("tag__slug", "content_object", "is_public")),
        "claims": sorted(ClaimTopic.objects.values_list("tag__slug", "content_object", "is_public")),
    }


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
    undo_merge(by=publisher, merge=merge)

    assert picture() == before
    assert {slug: moved(reader, f"/topics/{slug}/") for slug in addresses} == led
    assert set(led.values()) == {(200, ""), (308, "/topics/trading-companies/")}
    assert on(reader, "/topics/trading-companies/", story.article, both) == [True, True]
    assert on(reader, "/topics/market-prices/", story.article, both) == [False, True]
    assert last_act() == ("refiled", {story.article.public_id, both.public_id})
    assert list(broken_acts()) == []
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


def test_it_is_refused_where_the_name_or_the_address_is_another_topics_now(vocabulary: None, publisher: User) -> None:
    merge = merge_topics(by=publisher, topic=topic("rice-prices"), into=topic("trade"))
    name = merge.moved["topic"]["name"]
    usurper = Topic.objects.create(name=name, slug="rice-prices-2")
    with pytest.raises(CannotUndo, match="another topic"):
        undo_merge(by=publisher, merge=merge)
    usurper.delete()
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


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
    assert Act.objects.count() >= acts
