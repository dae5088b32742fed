"""What else was reported of the same province and topic: near in time, never a copy, never by what a source is called."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.dates import PartialDate
from articles.editing.claims import ClaimDraft, StepDraft, pin_claim
from articles.editing.drafting import latest_revision
from articles.editing.linking import link_claims
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import withdraw_article
from articles.models import ActKind, Article, ArticleTopic, Claim, ClaimTopic, ClaimVersion, LinkKind, State, Topic
from articles.pages.related import Related, claims_like_this, like_this, why
from articles.queries import reading, who_else
from provinces.models import Province
from sources.models import Speaker, Speech
from tests.conftest import Reader, reader_rights
from tests.shelf import shelve
from tests.story import DESCRIPTOR, Story, tell

TOPIC = "self-reliance"


pytestmark = pytest.mark.usefixtures("on_the_public_site")


def beside(article: Article) -> list[tuple[str, str]]:
    """(headline, why) of what stands beside a report."""
    with reader_rights():
        row = reading.article_called(article.public_id)
        assert row is not None
        found = like_this(row, reading.provinces_of_article(row), reading.topics_of_article(row))
    return [(each.words, each.why) for each in found]


def beside_claim(claim: Claim) -> list[Related]:
    with reader_rights():
        version = ClaimVersion.objects.published().select_related("claim__article").get(claim=claim, is_current=True)
        linked = [each.claim.public_id for each in who_else.linked_from([version])]
        provinces, topics = reading.provinces_of_claim(version), reading.topics_of_claim(version)
        return list(claims_like_this(version, provinces, topics, linked))


def claimed(by: User, article: Article, words: str, paraphrase: str = "", topics: tuple[str, ...] = (TOPIC,)) -> Claim:
    """A claim of a report in the outlet's own words, about Ryanggang, published."""
    revision = latest_revision(article)
    start = revision.body.index(words)
    draft = ClaimDraft(
        start, start + len(words), [StepDraft(Speaker.OUTLET, Speech.OWN, outlet=article.outlet)], paraphrase,
        provinces=list(Province.objects.filter(slug="ryanggang")), topics=list(Topic.objects.filter(slug__in=topics)),
    )  # fmt: skip
    claim = pin_claim(by=by, article=article, revision=revision, draft=draft)
    publish_article(by=by, article=article)
    return claim


def test_the_nearest_of_the_same_province_and_topic_come_with_the_reason_in_words(publisher: User) -> None:
    article = shelve(by=publisher, headline="Here", topics=[TOPIC], published="2023-04-12")
    for headline, published in (
        ("Later", "2023-04-23"), ("Earlier", "2023-04-02"), ("Same day", "2023-04-12"), ("Next", "2023-04-13"),
        ("Weeks", "2023-05-03"), ("Months", "2023-07-13"), ("Years", "2021-04-12"),
    ):  # fmt: skip
        shelve(by=publisher, headline=headline, topics=[TOPIC], published=published)
    shelve(by=publisher, headline="Another topic", topics=["fuel"])
    shelve(by=publisher, headline="Another province", topics=[TOPIC], provinces=["nampo"])
    shelve(by=publisher, headline="No topic")

    assert beside(article) == [
        ("Same day", "same province and topic, on the same day"),
        ("Next", "same province and topic, one day later"),
        ("Earlier", "same province and topic, ten days earlier"),
        ("Later", "same province and topic, eleven days later"),
        ("Weeks", "same province and topic, about three weeks later"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("2023-04", "2023-04-12", "at about the same time"),
        ("2023-04", "2023-04", "at about the same time"),
        ("2023-04", "2023-06", "about five weeks later"),
        ("2023-04-30", "2023-04-28", "two days earlier"),
        ("2023-04-12", "2023-04-27", "about two weeks later"),
        ("2023-04-12", "2023-06-12", "about two months later"),
        ("2023-04-12", "2021-05-12", "about two years earlier"),
        ("2023-04-12", "2024-07-12", "about 15 months later"),
        ("2023-04-12", "2023-03", "about twelve days earlier"),
    ],
)
def test_how_near_is_said_as_far_as_the_dates_can_tell(one: str, other: str, says: str) -> None:
    dated = Article(), Article()
    for article, words in zip(dated, (one, other), strict=True):
        article.published = PartialDate.parse(words)
    assert why(*dated) == f"same province and topic, {says}"


def test_the_same_report_told_again_is_no_relation(publisher: User) -> None:
    first = shelve(by=publisher, headline="First", topics=[TOPIC])
    copy = shelve(by=publisher, headline="Copy", outlet="Southern Gazette", topics=[TOPIC], origin=first)
    shelve(by=publisher, headline="Second copy", outlet="Harbour Notes", topics=[TOPIC], origin=first)
    other = shelve(by=publisher, headline="Other", topics=[TOPIC], published="2023-04-20")
    shelve(by=publisher, headline="Copy of the other", outlet="Southern Gazette", topics=[TOPIC], origin=other,
           published="2023-04-22")  # fmt: skip

    assert [headline for headline, _ in beside(first)] == ["Other"]
    assert [headline for headline, _ in beside(copy)] == ["Other"]
    assert len(beside(other)) == 1, "the three tell the same, and count once"


def test_two_copies_of_a_report_that_is_not_here_are_no_relation_either(publisher: User) -> None:
    one, two = (shelve(by=publisher, headline=name, topics=[TOPIC]) for name in ("One", "Two"))
    assert [headline for headline, _ in beside(one)] == ["Two"]

    Article.objects.filter(pk__in=[one.pk, two.pk]).update(origin_url="https://x.example/1", origin_kind="relay")

    assert beside(one) == []


def test_what_sources_are_called_relates_nothing(story: Story, publisher: User) -> None:
    """A report word for word the same, its source too, but filed otherwise; and one that shares nothing but its filing."""
    twin = tell(by=publisher, outlet_name="Southern Gazette", publish=False)
    fuel = Topic.objects.get(slug="fuel")
    ArticleTopic.objects.filter(content_object=twin.article).delete()
    ClaimTopic.objects.filter(content_object__claim__article=twin.article).delete()
    ArticleTopic.objects.create(content_object=twin.article, tag=fuel)
    publish_article(by=publisher, article=twin.article)
    assert twin.source.descriptor == story.source.descriptor == DESCRIPTOR

    assert beside(story.article) == []
    assert beside_claim(story.relayed) == []

    other = shelve(by=publisher, headline="Rain", body="It rained on soap.", topics=[TOPIC], published="2023-05-02")
    rain = claimed(publisher, other, "It rained on soap")
    assert beside(story.article) == [("Rain", "same province and topic, about two days later")]
    assert [each.public_id for each in beside_claim(story.relayed)] == [rain.public_id]


def test_a_claim_has_the_first_like_it_of_each_near_report_without_words_for_a_source(
    story: Story, publisher: User
) -> None:
    other = tell(by=publisher, outlet_name="Southern Gazette", publish=False)
    first = other.acted if other.acted.versions.get().start < other.relayed.versions.get().start else other.relayed
    ClaimVersion.objects.filter(claim=first).update(paraphrase=f"{DESCRIPTOR.capitalize()} told of soap.")
    publish_article(by=publisher, article=other.article)

    (shown,) = beside_claim(story.relayed)

    assert (shown.public_id, shown.outlet) == (first.public_id, "Southern Gazette")
    assert shown.why == "same province and topic, at about the same time"
    assert shown.words == "[an unnamed source] told of soap."


def test_what_is_linked_or_does_not_stand_is_left_out(story: Story, publisher: User) -> None:
    articles = [
        shelve(by=publisher, headline=name, body=f"{name} came.", topics=[TOPIC], published="2023-04-20")
        for name in ("Linked", "Retracted", "Gone", "Kept")
    ]
    claims = [claimed(publisher, article, f"{article.texts.get().headline} came") for article in articles]
    assert len(beside_claim(story.relayed)) == 4

    link_claims(by=publisher, claim=story.relayed, other=claims[0], kind=LinkKind.UPDATES, reason="")
    for article in (story.article, articles[0]):
        publish_article(by=publisher, article=Article.objects.get(pk=article.pk))
    publish_article(by=publisher, article=articles[1], kind=ActKind.RETRACTED, reason="for the test")
    withdraw_article(by=publisher, article=articles[2], reason="for the test")

    assert Article.objects.get(pk=articles[1].pk).state == State.RETRACTED
    assert [each.public_id for each in beside_claim(story.relayed)] == [claims[3].public_id]
    assert sorted(headline for headline, _ in beside(story.article)) == ["Kept", "Linked"]


def test_however_much_is_related_a_page_costs_the_same_and_shows_five(
    story: Story, publisher: User, reader: Reader
) -> None:
    def cost(address: str) -> int:
        assert reader.get(address).status_code == 200
        with CaptureQueriesContext(connection) as queries:
            reader.get(address)
        return len(queries)

    def add(day: int) -> None:
        article = shelve(by=publisher, headline=f"Report {day}", body="It rained.", topics=[TOPIC],
                         published=f"2023-04-{day:02}")  # fmt: skip
        claimed(publisher, article, "It rained")

    addresses = f"/articles/{story.article.public_id}/", f"/claims/{story.relayed.public_id}/"
    add(1)
    before = [cost(address) for address in addresses]
    for day in range(2, 9):
        add(day)

    assert [cost(address) for address in addresses] == before
    report, claim = (reader.get(address).content.decode() for address in addresses)
    assert ("More like this" in report, report.count("same province and topic")) == (True, 5)
    assert ("Related claims" in claim, claim.count("same province and topic")) == (True, 5)


def test_a_page_without_relations_has_no_empty_heading(story: Story, reader: Reader) -> None:
    assert "More like this" not in reader.get(f"/articles/{story.article.public_id}/").content.decode()
    assert "Related claims" not in reader.get(f"/claims/{story.relayed.public_id}/").content.decode()


def test_one_statement_asks_and_none_where_nothing_is_filed(publisher: User) -> None:
    article = shelve(by=publisher, headline="Here", topics=[TOPIC])
    with reader_rights():
        row = reading.article_called(article.public_id)
        assert row is not None
        provinces, topics = reading.provinces_of_article(row), reading.topics_of_article(row)
        with CaptureQueriesContext(connection) as queries:
            like_this(row, provinces, topics)
            assert len(queries) == 1
            like_this(row, provinces, [])
            assert len(queries) == 1
