"""Lists of reports and claims, and the pages of provinces, topics, institutions and outlets, as a reader sees them."""

import re
from dataclasses import replace

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.cursors import pack
from articles.editing.claims import attribute, draft_of, latest_version, revise_claim
from articles.editing.drafting import latest_revision
from articles.editing.linking import link_claims
from articles.editing.publishing import publish_article
from articles.editing.topic_merging import merge_topics
from articles.editing.withdrawing import withdraw_article
from articles.facets import Filter
from articles.models import Article, LinkKind, Topic, TopicName
from articles.pages.cards import ChainLink, Name
from articles.pages.lists import articles_page, claims_page
from articles.pages.topics import topics_page
from articles.public_ids import new_id
from articles.queries.browse import (
    article_page,
    articles_matching,
    claim_page,
    claims_matching,
    newest_claims_first,
)
from articles.queries.names import load_names
from provinces.models import Province
from tests.conftest import reader_rights
from tests.shelf import shelve
from tests.story import DESCRIPTOR, HEADLINE, Story, tell

LISTS = [
    "/articles/",
    "/articles/?province=ryanggang&topic=trade&language=en&year=2023",
    "/claims/",
    "/claims/?institution=ryanggang-party-committee&speech=indirect",
    "/provinces/",
    "/provinces/ryanggang/",
    "/topics/",
    "/topics/trade/",
    "/institutions/",
    "/institutions/ryanggang-party-committee/",
    "/institutions/ryanggang-party-committee/?show=did",
    "/outlets/",
    "/outlets/northern-courier/",
    "/search/?q=committee",
    "/search/?q=committee&in=claims",
    "/timeline/",
    "/map/",
    "/map/?count=claims&topic=trade",
    "/coverage/",
    "/series/",
    "/series/rice/",
    "/articles.atom",
    "/articles.json",
    "/claims.atom",
    "/claims.json",
    "/search.atom?q=committee",
    "/search.json?q=committee&in=claims",
]


pytestmark = pytest.mark.usefixtures("on_the_public_site")


def text(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def test_a_reader_finds_the_report_by_its_province_with_what_else_there_is(story: Story) -> None:
    with reader_rights():
        page = articles_page(Filter.read({"province": ["ryanggang"]}))

    assert (page.total, page.once, page.undated, page.label) == (1, 1, 0, "about Ryanggang")
    (card,) = page.articles
    assert (card.public_id, card.headline, card.published) == (story.article.public_id, HEADLINE, "April 2023")
    assert (card.outlet, card.provinces) == (
        Name("northern-courier", "Northern Courier"),
        (Name("ryanggang", "Ryanggang"),),
    )
    assert [topic.slug for topic in card.topics] == ["self-reliance", "trading-companies"]
    assert (card.claims, card.state, card.may_be_outside) == (2, "", False)
    found = {panel.name: [(each.label, each.count) for each in panel.choices] for panel in page.panels}
    assert found == {
        "province": [("Ryanggang", 1)],
        "topic": [("Self-reliance", 1), ("Trade", 1), ("Trade policy", 1), ("Trading companies", 1)],
        "outlet": [("Northern Courier", 1)],
        "language": [("English", 1)],
        "year": [("2023", 1)],
    }


def test_claims_are_listed_with_bodies_and_the_outlet_and_an_unnamed_source(story: Story) -> None:
    with reader_rights():
        page = claims_page(Filter.read({"institution": ["ryanggang-party-committee"]}))

    assert page.total == 2
    acted, relayed = page.claims
    assert (acted.public_id, acted.words, acted.speech) == (
        story.acted.public_id,
        "The committee gathered traders.",
        "direct speech",
    )
    assert relayed.speakers == (
        ChainLink("Northern Courier", ""),
        ChainLink("an unnamed source", ""),
        ChainLink("Ryanggang Provincial Party Committee", "ryanggang-party-committee"),
    )
    assert (relayed.speech, relayed.event) == ("indirect speech", "early April 2023")


def test_a_draft_is_on_no_list(draft: Story, reader: Client) -> None:
    for address in LISTS:
        response = reader.get(address)
        if response.status_code == 200:
            assert HEADLINE not in response.content.decode(), address
            assert draft.article.public_id not in response.content.decode(), address


def test_no_list_says_what_the_report_calls_its_source(story: Story, publisher: User, reader: Client) -> None:
    # A paraphrase that repeats the descriptor by mistake, as an editor might, and a claim without one.
    for claim, paraphrase in ((story.acted, f"{DESCRIPTOR} saw it."), (story.relayed, "")):
        said = replace(draft_of(latest_version(claim)), paraphrase=paraphrase)
        revise_claim(by=publisher, claim=claim, revision=latest_revision(story.article), draft=said)
    publish_article(by=publisher, article=story.article)
    assert DESCRIPTOR in text(reader, f"/articles/{story.article.public_id}/")

    for address in [*LISTS, "/search/?q=source", "/search/?q=%22source+in+Ryanggang%22", "/search/?q=saw&in=claims"]:
        assert DESCRIPTOR not in text(reader, address), address


def test_no_list_says_what_the_report_calls_another_of_its_sources(
    story: Story, publisher: User, reader: Client
) -> None:
    """A claim of one source that names the other, whom another claim of the report has."""
    keeper = "a warehouse keeper of Lantern Street"
    source = attribute(by=publisher, article=story.article, descriptor=keeper)
    revision = latest_revision(story.article)
    has = draft_of(latest_version(story.acted))
    steps = [has.steps[0], replace(has.steps[1], attribution=source, printed=keeper)]
    names = replace(draft_of(latest_version(story.relayed)), paraphrase=f"It is so, {keeper} told the clerk.")
    for claim, draft in ((story.acted, replace(has, steps=steps, attribution=source)), (story.relayed, names)):
        revise_claim(by=publisher, claim=claim, revision=revision, draft=draft)
    publish_article(by=publisher, article=story.article)
    other = tell(by=publisher, outlet_name="Southern Gazette")
    link_claims(by=publisher, claim=other.relayed, other=story.relayed, kind=LinkKind.REPEATS, reason="read")
    publish_article(by=publisher, article=other.article)
    assert keeper in text(reader, f"/claims/{story.relayed.public_id}/")

    told = [f"/claims/{other.relayed.public_id}/", f"/api/v1/claims/{other.relayed.public_id}"]
    for address in [*LISTS, *told, f"/claims/{other.acted.public_id}/", "/search/?q=clerk&in=claims"]:
        assert keeper not in text(reader, address), address
    assert "It is so" in text(reader, "/claims/")


def test_a_list_costs_as_many_queries_with_three_rows_as_with_one(
    story: Story, publisher: User, reader: Client
) -> None:
    def queries() -> dict[str, int]:
        # A first search brings the index up to the acts since.
        text(reader, "/search/?q=committee")
        found = {}
        for address in LISTS:
            with CaptureQueriesContext(connection) as captured:
                text(reader, address)
            found[address] = len(captured)
        return found

    one = queries()
    tell(by=publisher)
    tell(by=publisher)

    assert queries() == one


def test_pages_of_a_list_follow_each_other_without_gap_or_repetition(publisher: User, reader: Client) -> None:
    days = ["2023-04-12", "2023-04", "2022", "2024-01-02", "2023-04-12"]
    made = [shelve(by=publisher, headline=f"Report {number}", published=days[number % 5]) for number in range(45)]
    names = load_names()
    expected = [article.pk for article in Article.objects.published().newest_first()]
    assert len(expected) == len(made)

    first, after = article_page(articles_matching(Filter(), names))
    # The row that the first page ends with is withdrawn meanwhile: the next page begins where it would have.
    withdraw_article(by=publisher, article=first[-1], reason="a scene")
    second, after = article_page(articles_matching(Filter(), names), after)
    third, end = article_page(articles_matching(Filter(), names), after)

    shown = [article.pk for article in (*first, *second, *third)]
    assert list(dict.fromkeys(shown)) == expected
    assert (len(first), len(second), end) == (20, 20, "")
    assert "From the beginning" in text(reader, f"/articles/?after={after}")
    assert "Older →" not in text(reader, f"/articles/?after={after}")


def test_claims_follow_each_other_over_pages_in_the_order_of_the_text(publisher: User) -> None:
    for _ in range(11):
        tell(by=publisher)
    names = load_names()
    first, after = claim_page(claims_matching(Filter(), names))
    second, end = claim_page(claims_matching(Filter(), names), after)

    assert [row.pk for row in (*first, *second)] == [
        row.pk for row in newest_claims_first(claims_matching(Filter(), names))
    ]
    assert (len(first), len(second), end) == (20, 2, "")


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/articles/?province=atlantis", "province: “atlantis” is no province"),
        ("/articles/?topic=unheard-of", "topic: “unheard-of” is no topic"),
        ("/articles/?province=--ryanggang", "province: “-ryanggang” is no province"),
        ("/claims/?topic=--trade&published_until=2024-01-01", "topic: “-trade” is no topic"),
        ("/timeline/?outlet=--northern-courier", "outlet: “-northern-courier” is no outlet"),
        ("/map/?topic=--trade", "topic: “-trade” is no topic"),
        ("/claims/?outlet=nobody", "outlet: “nobody” is no outlet"),
        ("/claims/?institution=nobody", "institution: “nobody” is no institution"),
        ("/timeline/?language=fr", "language: “fr” is not a language of our reports; there are en and ko."),
        ("/articles/?after=nowhere", "after: “nowhere” is no place in this list"),
        ("/claims/?after=WyJhIl0", "after: “WyJhIl0” is no place in this list"),
        ("/articles/?after=a&after=b", "after: “a, b” is given more than once."),
        ("/topics/trade/?narrower=perhaps", "narrower: “perhaps” is none of yes, no."),
        ("/institutions/ryanggang-party-committee/?show=all", "show: “all” is none of said, did, told."),
        ("/articles/?province=%00", "holds a sign that no text can hold"),
        ("/articles/?province=%ED%A0%80", "holds signs that are no text in UTF-8"),
        ("/articles/?province=%3Cscript%3E", "province: “&lt;script&gt;” is no province"),
    ],
)
def test_a_value_we_cannot_use_is_named_and_the_whole_list_offered(
    address: str, says: str, story: Story, reader: Client
) -> None:
    page = text(reader, address, 400)

    assert says in page
    assert f'href="{address.partition("?")[0]}"' in page


@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "9999-12-31"])
@pytest.mark.parametrize(
    "address",
    [
        "/articles/?as_of=2023-06-01&after=",
        "/articles/?after=",
        "/outlets/northern-courier/?after=",
        "/api/v1/articles?after=",
        "/claims/?published_until=2023-06-01&after=",
        "/claims/?after=",
        "/institutions/ryanggang-party-committee/?after=",
        "/api/v1/claims?after=",
    ],
)
def test_a_cursor_may_name_any_day_there_is(address: str, day: str, story: Story, reader: Client) -> None:
    cursor = pack(day, f"{day}T00:00:00+00:00", new_id("a"))
    if "articles" not in address and "outlets" not in address:
        cursor = pack(cursor, "0", new_id("c"))

    page = text(reader, address + cursor)

    assert (story.article.public_id in page) == (day > "2023")


def test_a_parameter_we_do_not_know_is_passed_over(story: Story, reader: Client) -> None:
    assert HEADLINE in text(reader, "/articles/?utm_source=elsewhere&page=7")


def test_a_list_says_what_it_is_narrowed_to_and_has_one_address(story: Story, reader: Client) -> None:
    page = text(reader, "/articles/?year=2023&province=%EC%96%91%EA%B0%95%EB%8F%84")

    assert "<title>Reports about Ryanggang, dated 2023" in page
    assert '<link rel="canonical" href="http://127.0.0.1:8000/articles/?province=ryanggang&amp;year=2023">' in page
    assert 'href="/articles.atom?province=ryanggang&amp;year=2023"' in page
    assert re.findall(r'<a href="(/articles/\?[^"]*)"><span class="unseen">Take off', page) == [
        "/articles/?year=2023",
        "/articles/?province=ryanggang",
    ]


def test_an_empty_list_says_what_to_relax(story: Story, reader: Client) -> None:
    page = text(reader, "/articles/?province=rason&language=en")

    assert "No report is about Rason, in English. Take off one of the limits above" in page
    assert "No claim is about Rason." in text(reader, "/claims/?province=rason")


def test_a_vague_date_is_let_through_and_said_to_be_vague(publisher: User) -> None:
    shelve(by=publisher, headline="Sometime that year", published="2023")

    (card,) = articles_page(Filter(month=("2023-05",))).articles
    assert (card.headline, card.published, card.may_be_outside) == ("Sometime that year", "2023", True)
    (card,) = articles_page(Filter(year=("2023",))).articles
    assert card.may_be_outside is False
    assert articles_page(Filter(year=("2022",))).articles == ()


def test_a_report_and_its_translation_are_two_rows_that_count_once(publisher: User) -> None:
    first = shelve(by=publisher, headline="Soap", topics=["trade"])
    shelve(by=publisher, headline="비누", language="ko", topics=["trade"], origin=first)

    page = articles_page(Filter())

    assert (page.total, page.once) == (2, 1)
    assert [(card.headline, card.copy) for card in page.articles] == [("비누", "translation"), ("Soap", "")]
    counted = {panel.name: [each.count for each in panel.choices] for panel in page.panels}
    assert counted == {"province": [1], "topic": [1], "outlet": [1], "language": [1, 1], "year": [1]}


def test_values_of_a_facet_are_counted_as_if_it_were_not_used(publisher: User) -> None:
    shelve(by=publisher, headline="Soap")
    shelve(by=publisher, headline="Coal", provinces=["nampo"])

    page = articles_page(Filter(province=("nampo",)))

    (provinces, *_) = page.panels
    assert [(each.label, each.count, each.query, each.is_chosen) for each in provinces.choices] == [
        ("Nampo", 1, "", True),
        ("Ryanggang", 1, "province=nampo&province=ryanggang", False),
    ]
    assert articles_page(Filter.read({"province": ["nampo", "ryanggang"]})).total == 2


@pytest.mark.parametrize(
    "spelling", ["RYANGGANG", "Yanggang-do", "Ryang-gang", "양강도", "량강도", "Yanggang Province", "KP-10"]
)
def test_every_spelling_of_a_province_leads_to_its_page(spelling: str, story: Story, reader: Client) -> None:
    response = reader.get(f"/provinces/{spelling}/?after=x")

    assert (response.status_code, response["Location"]) == (308, "/provinces/ryanggang/?after=x")


def test_a_name_that_covers_two_provinces_offers_both(story: Story, reader: Client) -> None:
    page = text(reader, "/provinces/North and South Hamgyong/", 300)

    assert "“North and South Hamgyong” covers more than one." in page
    assert re.findall(r'class="name" href="/provinces/([a-z-]+)/"', page) == ["north-hamgyong", "south-hamgyong"]


def test_a_name_of_no_province_is_not_found_and_all_are_offered(reader: Client) -> None:
    page = text(reader, "/provinces/<b>Atlantis/", 404)

    assert "“&lt;b&gt;Atlantis” is none of the spellings we know" in page
    assert len(re.findall(r'class="name" href="/provinces/', page)) == Province.objects.count()


def test_a_province_has_its_names_its_places_its_bodies_and_its_reports(story: Story, reader: Client) -> None:
    page = text(reader, "/provinces/ryanggang/")

    title = re.search(r"<h1>(.*?)</h1>", page)
    assert title is not None
    assert re.findall(r'<span lang="(\w+)">([^<]+)</span>', title[1]) == [
        ("en", "Ryanggang"),
        ("ko", "량강도"),
        ("ko", "양강도"),
    ]
    for said in ("Yanggang-do", "Hyesan", "Border crossing", "Ryanggang Provincial Party Committee", HEADLINE):
        assert said in page
    assert "2 claims about Ryanggang" in page


def test_other_names_and_merged_topics_lead_to_the_topic(story: Story, publisher: User, reader: Client) -> None:
    merge_topics(
        by=publisher, topic=Topic.objects.get(slug="self-reliance"), into=Topic.objects.get(slug="trade-policy")
    )
    other = TopicName.objects.get(slug="trade-line")

    for address in ("self-reliance", other.slug, "Trade Line", "무역-정책", "무역 정책"):
        response = reader.get(f"/topics/{address}/")
        assert (response.status_code, response["Location"]) == (308, "/topics/trade-policy/"), address
    assert HEADLINE in text(reader, "/articles/?topic=self-reliance")
    assert HEADLINE in text(reader, "/articles.atom?topic=self-reliance")
    assert reader.get("/topics/unheard-of/").status_code == 404


def test_a_topic_brings_its_narrower_topics_unless_told_not_to(story: Story, reader: Client) -> None:
    assert HEADLINE in text(reader, "/topics/trade/")
    alone = text(reader, "/topics/trade/?narrower=no")
    assert HEADLINE not in alone
    assert "No report is filed under Trade itself" in alone
    assert HEADLINE in text(reader, "/articles/?topic=trade")
    assert HEADLINE not in text(reader, "/articles/?topic=trade&narrower=no")
    trade = next(row for row in topics_page() if row.topic.slug == "trade")
    assert trade.reports == 1
    policy = next(row for row in trade.narrower if row.topic.slug == "trade-policy")
    assert [(row.topic.slug, row.reports) for row in policy.narrower if row.reports] == [("self-reliance", 1)]


def test_what_a_body_said_is_told_apart_from_what_it_did(story: Story, reader: Client) -> None:
    address = "/institutions/ryanggang-party-committee/"

    pages = [text(reader, address + part) for part in ("", "?show=did", "?show=told")]
    # Above the list stands what was seen of the body first and last, said or done.
    said, did, _ = (page.partition('<ol class="rows">')[2] for page in pages)

    assert story.relayed.public_id in said
    assert story.acted.public_id not in said
    assert story.acted.public_id in did
    assert story.relayed.public_id not in did
    assert "Nothing of this kind." in pages[2]


def test_a_body_below_province_level_that_few_reports_name_has_no_page(story: Story, reader: Client) -> None:
    bodies = type(story.committee).objects
    bodies.create(slug="soap-works", name_en="Soap Works", level="local")
    bodies.filter(pk=story.committee.pk).update(level="local", is_public=False)

    assert reader.get("/institutions/soap-works/").status_code == 404
    # This one had a page while it was taken for a body of the province.
    assert reader.get("/institutions/ryanggang-party-committee/").status_code == 410
    for address in [*LISTS[:3], "/institutions/", "/search/?q=committee&in=claims", "/claims.atom"]:
        assert "Ryanggang Provincial Party Committee" not in text(reader, address), address
    assert reader.get("/claims/?institution=ryanggang-party-committee").status_code == 400


def test_an_outlet_says_how_reliable_it_is_and_what_it_lets_us_show(publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="Squid", outlet="Harbour Bulletin", show="claims")

    page = text(reader, "/outlets/harbour-bulletin/")

    assert "Reliability cannot be judged" in page
    assert "not the text of its reports" in page
    assert "Squid" in page
    assert "claims only" in text(reader, "/outlets/")


def test_lists_are_read_only(story: Story, reader: Client) -> None:
    for address in LISTS:
        assert reader.post(address).status_code == 405, address
        assert reader.head(address).status_code == 200, address


@pytest.mark.parametrize("address", ["/articles/", "/claims/", "/outlets/", "/provinces/ryanggang/", "/topics/trade/"])
def test_without_a_stylesheet_names_beside_one_another_are_words_of_their_own(
    address: str, story: Story, reader: Client
) -> None:
    page = reader.get(address).content.decode().split("<main", 1)[1]
    beside = re.findall(r'(?s)class="(?:row-tags|[^"]*dotted)".*?</(?:p|li)>', page)
    assert beside and not any(re.search(r"</(?:a|span)><(?:a|span)[ >]", each) for each in beside), beside
