"""Many reports, or many claims, are filed at once: all of it or nothing, from known topics and provinces."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.editing.bulk import Filing, NotYours, file_articles, file_claims
from articles.editing.claims import latest_version
from articles.editing.locking import StaleEdit
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import withdraw_article, withdraw_claim
from articles.models import Act, Article, Claim, Topic
from provinces.models import Province
from tests.conftest import Reader
from tests.desk import Desk, Form, Page, door, sheet, tick, words, wrong
from tests.rules import check_rules
from tests.shelf import shelve
from tests.story import Story, refreshed
from tests.test_merging import topic


def province(slug: str) -> Province:
    return Province.objects.get(slug=slug)


def filed(article: Article) -> tuple[set[str], set[str]]:
    """The topics and provinces of a report."""
    topics = Topic.objects.filter(article_items__content_object=article)
    places = Province.objects.filter(filed_articles__article=article)
    return set(topics.values_list("slug", flat=True)), set(places.values_list("slug", flat=True))


def claim_filed(claim: Claim) -> tuple[set[str], set[str]]:
    """The topics and provinces of a claim's newest version."""
    version = latest_version(claim)
    return (
        {row.tag.slug for row in version.topic_items.all()},
        {row.province.slug for row in version.filed_provinces.all()},
    )


def opened(*articles: Article) -> dict[int, int]:
    return {article.pk: refreshed(article).edit_number for article in articles}


@pytest.fixture
def three(publisher: User) -> list[Article]:
    """Three public reports on different things."""
    topics = [["smuggling"], ["smuggling", "market-prices"], []]
    return [shelve(by=publisher, headline=f"Report {n}", topics=topics[n]) for n in range(3)]


@pytest.fixture
def filing(vocabulary: None) -> Filing:
    return Filing(
        add_topics=[topic("trade")],
        remove_topics=[topic("smuggling")],
        add_provinces=[province("chagang")],
        remove_provinces=[province("ryanggang")],
    )


# The action.


def test_reports_are_filed_in_one_act_and_found_at_once(
    three: list[Article], filing: Filing, editor: User, reader: Reader
) -> None:
    acts = Act.objects.count()
    changed = file_articles(by=editor, articles=three, opened=opened(*three), filing=filing)
    assert changed == three
    assert [filed(article) for article in three] == [
        ({"trade"}, {"chagang"}), ({"trade", "market-prices"}, {"chagang"}), ({"trade"}, {"chagang"}),
    ]  # fmt: skip
    act = Act.objects.latest("number")
    assert (Act.objects.count(), act.kind) == (acts + 1, "refiled")
    assert act.subjects == [{"id": article.public_id, "version": 1, "digest": ""} for article in three]
    # Lists of another time know since when it stands so, and until when it stood otherwise.
    for article in three:
        topics = article.topics_in_time.filter(until=None).values_list("tag__slug", flat=True)
        provinces = article.provinces_in_time.filter(until=None).values_list("province__slug", flat=True)
        assert (set(topics), set(provinces)) == filed(article)
        assert article.provinces_in_time.get(province__slug="ryanggang").until == act.at
    listed = reader.get("/articles/?province=chagang&topic=trade").content.decode()
    assert all(article.public_id in listed for article in three)
    assert three[0].public_id in reader.get("/search/?q=자강도").content.decode()
    check_rules()


def test_what_stands_so_already_is_no_change(three: list[Article], editor: User) -> None:
    acts = Act.objects.count()
    same = Filing(add_provinces=[province("ryanggang")], remove_topics=[topic("trade")])
    assert file_articles(by=editor, articles=three, opened=opened(*three), filing=same) == []
    assert Act.objects.count() == acts


def test_claims_that_are_out_get_a_version_that_waits(
    story: Story, editor: User, publisher: User, reader: Reader
) -> None:
    claims = [story.relayed, story.acted]
    change = Filing(add_topics=[topic("smuggling")], remove_topics=[topic("trading-companies")])
    assert len(file_claims(by=editor, claims=claims, opened=opened(story.article), filing=change)) == 2
    for claim in claims:
        assert claim_filed(claim) == ({"smuggling", "self-reliance"}, {"ryanggang"})
        assert (latest_version(claim).number, latest_version(claim).published_at) == (2, None)
    assert story.relayed.public_id not in reader.get("/claims/?topic=smuggling").content.decode()
    publish_article(by=publisher, article=story.article)
    assert story.relayed.public_id in reader.get("/claims/?topic=smuggling").content.decode()
    frozen = {row.tag.slug for row in story.relayed.versions.get(number=1).topic_items.all()}
    assert frozen == {"self-reliance", "trading-companies"}
    check_rules()


def test_a_draft_s_claim_is_filed_where_it_is(draft: Story, tagger: User) -> None:
    change = Filing(add_provinces=[province("chagang")])
    file_claims(by=tagger, claims=[draft.acted], opened=opened(draft.article), filing=change)
    assert (latest_version(draft.acted).number, claim_filed(draft.acted)[1]) == (1, {"ryanggang", "chagang"})


def test_if_one_was_saved_meanwhile_none_is_filed(three: list[Article], filing: Filing, editor: User) -> None:
    read = opened(*three)
    Article.objects.filter(pk=three[2].pk).update(edit_number=7)
    before = [filed(article) for article in three]
    with pytest.raises(StaleEdit, match=three[2].public_id):
        file_articles(by=editor, articles=three, opened=read, filing=filing)
    assert [filed(article) for article in three] == before
    assert [refreshed(article).edit_number for article in three[:2]] == [read[article.pk] for article in three[:2]]


def test_withdrawn_ones_are_refused_by_name(
    story: Story, three: list[Article], filing: Filing, publisher: User
) -> None:
    withdraw_article(by=publisher, article=three[1], reason="a test")
    with pytest.raises(NotYours, match=f"{three[1].public_id} .withdrawn"):
        file_articles(by=publisher, articles=three, opened=opened(*three), filing=filing)
    withdraw_claim(by=publisher, claim=story.acted, reason="a test")
    story.acted.refresh_from_db()
    with pytest.raises(NotYours, match=f"{story.acted.public_id} .withdrawn"):
        file_claims(by=publisher, claims=[story.acted], opened=opened(story.article), filing=filing)


def test_adding_and_taking_away_the_same_is_a_contradiction(vocabulary: None) -> None:
    with pytest.raises(ValueError, match="Trade: both to be added and to be taken away"):
        Filing(add_topics=[topic("trade")], remove_topics=[topic("trade")])


# The page.


def choose(desk: Desk, of: str, *rows: object) -> Page:
    """Tick rows of a list and choose to file them."""
    form = desk.get(door(f"articles_{of}_changelist")).forms["changelist-form"]
    tick(form, "_selected_action", *rows)
    form["action"] = "file_them"
    return form.submit()


def test_a_tagger_files_many_from_the_list(three: list[Article], tagger: User) -> None:
    desk = Desk(tagger)
    page = choose(desk, "article", *(article.pk for article in three))
    assert "3 of them are out" in words(page)
    form = sheet(page)
    # Only what they are filed under can be taken away; every known topic and none else can be added.
    offered = {box._value for box in form.fields["remove_topics"]}
    assert offered == {str(topic(slug).pk) for slug in ("smuggling", "market-prices")}
    assert len(form["add_topics"].options) == Topic.objects.count()
    form["add_topics"] = [str(topic("trade").pk)]
    tick(form, "remove_topics", topic("smuggling").pk)
    tick(form, "add_provinces", province("chagang").pk)
    done = form.submit(status=302).follow()
    assert "3 reports filed." in words(done)
    assert filed(three[1]) == ({"trade", "market-prices"}, {"ryanggang", "chagang"})


def test_a_typo_makes_no_topic(three: list[Article], tagger: User) -> None:
    count = Topic.objects.count()
    form = sheet(choose(Desk(tagger), "article", three[0].pk))
    form["add_topics"].force_value(["traade"])
    refused = form.submit(status=422)
    assert "traade is not one of the available choices" in wrong(refused)["add_topics"]
    assert (Topic.objects.count(), filed(three[0])) == (count, ({"smuggling"}, {"ryanggang"}))


def test_an_empty_choice_says_what_to_do(three: list[Article], tagger: User) -> None:
    desk = Desk(tagger)
    assert (
        "Choose what to add or to take away."
        in wrong(sheet(choose(desk, "article", three[0].pk)).submit(status=422))[""]
    )
    assert "Choose reports first" in words(desk.get(door("articles_article_file"), status=302).follow())


def test_who_saved_meanwhile_is_not_overwritten_and_a_second_look_files(
    three: list[Article], tagger: User, editor: User
) -> None:
    form: Form = sheet(choose(Desk(tagger), "article", *(article.pk for article in three)))
    form["add_topics"] = [str(topic("trade").pk)]
    other = Desk(editor).screen(three[1])
    other["report-topics"] = [str(topic("rice-prices").pk)]
    other.submit("_save", status=302)
    page = form.submit(status=409)
    assert f"{three[1].public_id} was changed by somebody else" in words(page) and "Rice prices" in words(page)
    assert [filed(article)[0] for article in three] == [{"smuggling"}, {"rice-prices"}, set()]
    again = sheet(page)
    assert [option for option, chosen, _ in again["add_topics"].options if chosen] == [str(topic("trade").pk)]
    again.submit(status=302)
    assert filed(three[1])[0] == {"rice-prices", "trade"}


def test_withdrawn_ones_are_named_and_left_as_they_are(three: list[Article], publisher: User) -> None:
    withdraw_article(by=publisher, article=three[0], reason="a test")
    before = filed(three[0])
    page = choose(Desk(publisher), "article", *(article.pk for article in three))
    assert "Left as it is: withdrawn." in words(page) and "File 2 reports" in words(page)
    form = sheet(page)
    form["add_topics"] = [str(topic("trade").pk)]
    assert "2 reports filed." in words(form.submit(status=302).follow())
    assert filed(three[0]) == before


def test_claims_are_filed_from_their_list(story: Story, tagger: User) -> None:
    page = choose(Desk(tagger), "claim", story.relayed.pk, story.acted.pk)
    assert "each gets a new version" in words(page)
    form = sheet(page)
    tick(form, "remove_provinces", province("ryanggang").pk)
    tick(form, "add_provinces", province("chagang").pk)
    assert "2 claims filed." in words(form.submit(status=302).follow())
    assert claim_filed(story.acted) == ({"self-reliance", "trading-companies"}, {"chagang"})


def test_the_page_costs_the_same_with_one_row_and_with_three(three: list[Article], story: Story, tagger: User) -> None:
    desk = Desk(tagger)

    def cost(of: str, *rows: int) -> int:
        form = desk.get(door(f"articles_{of}_changelist")).forms["changelist-form"]
        tick(form, "_selected_action", *rows)
        form["action"] = "file_them"
        with CaptureQueriesContext(connection) as queries:
            form.submit(status=200)
        return len(queries)

    cost("article", three[0].pk)
    assert cost("article", three[0].pk) == cost("article", *(article.pk for article in three))
    assert cost("claim", story.acted.pk) == cost("claim", story.acted.pk, story.relayed.pk)


# What is lacking.


def test_what_lacks_something_is_counted_on_the_front_page_and_listed(
    story: Story, three: list[Article], editor: User
) -> None:
    page = Desk(editor).get(door("index"))
    waiting = {link.get_text(" ", strip=True): link["href"] for link in page.html.select(".waiting li a")}
    assert set(waiting) == {"1 report with no topic", "3 reports with no claim", "2 claims with no grade"}
    for said, address in waiting.items():
        listed = Desk(editor).get(address).html.select("#result_list tbody tr")
        assert len(listed) == int(said.split()[0]), said
    for gap in ("topic", "province", "grade", "claim", "nonsense"):
        Desk(editor).get(f"{door('articles_claim_changelist')}?lacks={gap}", status=200)


def test_a_gap_is_one_of_the_newest_version_and_withdrawn_ones_have_none(
    story: Story, publisher: User, editor: User
) -> None:
    drop = Filing(remove_topics=list(Topic.objects.filter(claim_items__content_object__claim=story.acted).distinct()))
    file_claims(by=editor, claims=[story.acted], opened=opened(story.article), filing=drop)
    address = f"{door('articles_claim_changelist')}?lacks=topic"
    assert story.acted.public_id in Desk(editor).get(address).text
    withdraw_claim(by=publisher, claim=story.acted, reason="a test")
    assert story.acted.public_id not in Desk(editor).get(address).text
