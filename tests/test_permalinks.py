"""Addresses however they are written, renamed and merged: one hop, and nothing that was given out is lost or taken over."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction

from articles.editing.drafting import latest_revision, propose_revision, words_of
from articles.editing.merging import merge_institutions, merge_outlets
from articles.editing.publishing import publish_article
from articles.editing.renaming import AddressTaken, rename_institution, rename_outlet, rename_topic
from articles.editing.topic_merging import merge_topics
from articles.editing.withdrawing import withdraw_article, withdraw_claim
from articles.models import Act, ActKind, Address, Topic, TopicName, WithdrawalClass
from sources.models import Institution, Outlet, OutletName
from tests.conftest import Reader
from tests.rules import check_rules
from tests.shelf import shelve
from tests.story import HEADLINE, Story, tell


@pytest.fixture
def leads(reader: Reader) -> Callable[[str], tuple[int, str]]:
    """`leads(address)`: the status there and, for one that leads on, where; what it leads to answers itself."""

    def follow(address: str) -> tuple[int, str]:
        answer = reader.get(address)
        target = answer.headers.get("Location", "")
        if target:
            assert reader.get(target).status_code in (200, 410, 451), address
        return answer.status_code, target

    return follow


def grouped(public_id: str) -> str:
    """As it stands on paper."""
    return f"{public_id[:4]}-{public_id[4:]}".upper()


@pytest.fixture
def corrected(story: Story, publisher: User) -> Story:
    """With a second text under another headline."""
    words = words_of(latest_revision(story.article))
    propose_revision(
        by=publisher, article=story.article, words=type(words)("Another headline", f"{words.body}\n\nMore.")
    )
    publish_article(by=publisher, article=story.article, kind=ActKind.CORRECTED_HERE)
    return story


def test_an_id_from_paper_is_understood_in_every_address_that_has_one(
    corrected: Story, leads: Callable[[str], tuple[int, str]]
) -> None:
    article, claim = corrected.article.public_id, corrected.relayed.public_id
    for tail in ("", "v/1/", "timemap", "diff/1..2/"):
        assert leads(f"/articles/{grouped(article)}/{tail}") == (308, f"/articles/{article}/{tail}")
    assert leads(f"/articles/{grouped(article)}/diff/2..1/") == (308, f"/articles/{article}/diff/1..2/")
    for tail in ("", "v/1/"):
        assert leads(f"/claims/{grouped(claim)}/{tail}") == (308, f"/claims/{claim}/{tail}")
    for short in (f"/a/{grouped(article)}", f"/a/{article}", f"/c/{article}", f"/claims/{article}/"):
        assert leads(short) == (308, f"/articles/{article}/")
    assert leads(f"/c/{grouped(claim)}") == leads(f"/a/{claim}") == (308, f"/claims/{claim}/")
    assert leads(f"/a/{grouped(article)}?utm=mail")[1] == f"/articles/{article}/?utm=mail"


def test_a_lost_slash_at_the_end_costs_one_hop(corrected: Story, leads: Callable[[str], tuple[int, str]]) -> None:
    article, claim = f"/articles/{corrected.article.public_id}", f"/claims/{corrected.relayed.public_id}"
    for address in (article, f"{article}/v/1", f"{article}/diff/1..2", claim, f"{claim}/v/1"):
        assert leads(address) == (308, f"{address}/")
    assert leads(f"/articles/{grouped(corrected.article.public_id)}/v/1") == (308, f"{article}/v/1/")


def test_the_slug_follows_the_headline_and_the_old_one_leads_on(
    corrected: Story, leads: Callable[[str], tuple[int, str]]
) -> None:
    page = f"/articles/{corrected.article.public_id}/"
    assert leads(f"{page}another-headline/") == (200, "")
    for slug in ("ryanggang-committee-tells-traders-what-it-expects", "anything-else"):
        assert leads(f"{page}{slug}/") == (308, page)


def test_an_id_in_the_search_box_leads_to_what_it_stands_for(
    story: Story, publisher: User, reader: Reader, draft_id: str
) -> None:
    claim = story.relayed.public_id
    for typed in (claim, grouped(claim), f" {claim.upper()} "):
        answer = reader.get("/search/", {"q": typed})
        assert (answer.status_code, answer["Location"]) == (302, f"/claims/{claim}/")
    withdraw_claim(by=publisher, claim=story.relayed, reason="misread")
    assert reader.get("/search/", {"q": claim})["Location"] == f"/claims/{claim}/"
    assert reader.get("/search/", {"q": draft_id}).status_code == 200


@pytest.fixture
def draft_id(publisher: User) -> str:
    """The id of something that nobody published: it holds, and leads nowhere."""
    return tell(by=publisher, outlet_name="Southern Gazette", publish=False).article.public_id


# Names and addresses of topics, bodies and outlets.


def test_a_renamed_topic_keeps_its_old_addresses_and_names(
    story: Story, publisher: User, reader: Reader, leads: Callable[[str], tuple[int, str]]
) -> None:
    topic = Topic.objects.get(slug="self-reliance")
    rename_topic(by=publisher, topic=topic, name="Doing without", slug="doing-without")
    rename_topic(by=publisher, topic=topic, name="Making do", slug="making-do")

    assert leads("/topics/making-do/") == (200, "")
    for old in ("self-reliance", "doing-without", "Doing Without"):
        assert leads(f"/topics/{old}/") == (308, "/topics/making-do/")
    assert story.article.public_id in reader.get("/articles/?topic=self-reliance").content.decode()
    assert story.article.public_id in reader.get("/search/", {"q": "making do"}).content.decode()
    assert (Act.objects.latest("number").kind, Act.objects.latest("number").subjects[0]["id"]) == (
        "refiled", story.article.public_id,
    )  # fmt: skip
    check_rules()


def test_a_renamed_body_and_a_renamed_outlet_do_the_same(
    story: Story, publisher: User, reader: Reader, leads: Callable[[str], tuple[int, str]]
) -> None:
    rename_institution(
        by=publisher, institution=story.committee, name="Ryanggang Party Committee", slug="ryanggang-party"
    )
    rename_outlet(by=publisher, outlet=story.outlet, name="The Courier", slug="the-courier")

    assert leads("/institutions/ryanggang-party-committee/") == (308, "/institutions/ryanggang-party/")
    assert leads("/outlets/northern-courier/") == (308, "/outlets/the-courier/")
    page = reader.get(f"/articles/{story.article.public_id}/").content.decode()
    assert "Original at The Courier" in page or ">The Courier</a>" in page
    assert ">Northern Courier</a>" not in page
    assert story.article.public_id in reader.get("/articles/?outlet=northern-courier").content.decode()
    check_rules()


def test_a_new_name_at_the_same_address_leaves_the_old_name_leading_there(
    story: Story, publisher: User, leads: Callable[[str], tuple[int, str]]
) -> None:
    rename_outlet(by=publisher, outlet=story.outlet, name="The Courier")
    assert leads("/outlets/northern-courier/") == (200, "")
    assert [row.name for row in story.outlet.other_names.all()] == []
    rename_outlet(by=publisher, outlet=story.outlet, name="The Harbour Courier")
    assert leads("/outlets/the-courier/") == (308, "/outlets/northern-courier/")


def test_chains_of_merges_and_new_names_lead_on_in_one_hop(
    story: Story, publisher: User, leads: Callable[[str], tuple[int, str]]
) -> None:
    one, two, three = (Topic.objects.get(slug=slug) for slug in ("self-reliance", "market-prices", "smuggling"))
    merge_topics(by=publisher, topic=one, into=two)
    rename_topic(by=publisher, topic=two, name="Prices", slug="prices")
    merge_topics(by=publisher, topic=two, into=three)
    rename_topic(by=publisher, topic=three, name="Over the river", slug="over-the-river")
    for old in ("self-reliance", "market-prices", "prices", "smuggling"):
        assert leads(f"/topics/{old}/") == (308, "/topics/over-the-river/"), old

    bodies = [Institution.objects.create(slug=f"body-{n}", name_en=f"Body {n}", level="provincial") for n in (1, 2)]
    outlets = [Outlet.objects.create(slug=f"paper-{n}", name=f"Paper {n}", show="full") for n in (1, 2)]
    merge_institutions(by=publisher, institution=story.committee, into=bodies[0])
    merge_institutions(by=publisher, institution=bodies[0], into=bodies[1])
    merge_outlets(by=publisher, outlet=story.outlet, into=outlets[0])
    merge_outlets(by=publisher, outlet=outlets[0], into=outlets[1])
    for old in ("ryanggang-party-committee", "body-1"):
        assert leads(f"/institutions/{old}/") == (308, "/institutions/body-2/"), old
    for old in ("northern-courier", "paper-1"):
        assert leads(f"/outlets/{old}/") == (308, "/outlets/paper-2/"), old
    check_rules()


def test_nothing_takes_an_address_over(story: Story, publisher: User) -> None:
    topic = Topic.objects.get(slug="self-reliance")
    rename_topic(by=publisher, topic=topic, name="Making do", slug="making-do")
    with pytest.raises(AddressTaken, match="“self-reliance” leads to something else already"):
        rename_topic(by=publisher, topic=Topic.objects.get(slug="smuggling"), name="Other", slug="self-reliance")
    # Nor behind the back of the actions: the database refuses.
    refused: list[Callable[[], object]] = [
        lambda: Topic.objects.create(name="Another", slug="self-reliance"),
        lambda: Topic.objects.filter(slug="smuggling").update(slug="self-reliance"),
        lambda: TopicName.objects.filter(slug="self-reliance").delete(),
        lambda: TopicName.objects.filter(slug="self-reliance").update(slug="elsewhere"),
        lambda: Outlet.objects.filter(pk=story.outlet.pk).update(slug="elsewhere"),
        lambda: Address.objects.all().delete(),
        lambda: Address.objects.update(slug="elsewhere"),
    ]

    def commit(attempt: Callable[[], object]) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            attempt()
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    for attempt in refused:
        with pytest.raises(IntegrityError):
            commit(attempt)
    # Back to a name and address of its own it may go.
    rename_topic(by=publisher, topic=topic, name="Self-reliance", slug="self-reliance")
    check_rules()


def test_a_name_never_shown_may_still_be_bettered(draft: Story) -> None:
    name = OutletName.objects.create(outlet=draft.outlet, name="Courrier", slug="courrier")
    OutletName.objects.filter(pk=name.pk).update(slug="courier")
    name.delete()
    assert not Address.objects.filter(kind="outlet").exists()


# What is gone.


def test_a_chain_of_successors_ends_at_the_one_that_stands(story: Story, publisher: User, reader: Reader) -> None:
    second, third = (shelve(by=publisher, headline=f"Text {n}", outlet=f"Paper {n}") for n in (2, 3))
    for gone, successor in ((story.article, second), (second, third)):
        withdraw_article(
            by=publisher,
            article=gone,
            withdrawal_class=WithdrawalClass.DUPLICATE,
            reason="came in twice",
            successor=successor.public_id,
        )
    for gone in (story.article, second):
        page = reader.get(f"/articles/{gone.public_id}/").content.decode()
        assert f'href="/articles/{third.public_id}/"' in page
    assert second.public_id not in reader.get(f"/articles/{story.article.public_id}/").content.decode()

    withdraw_article(by=publisher, article=third, reason="misread")
    page = reader.get(f"/articles/{story.article.public_id}/").content.decode()
    assert "a duplicate" in page and third.public_id not in page and "Replaced by" not in page


def test_a_claim_may_have_a_successor_and_it_must_be_there(story: Story, publisher: User, reader: Reader) -> None:
    with pytest.raises(ValueError, match=r"^a0000000 is not on the public site$"):
        withdraw_claim(by=publisher, claim=story.acted, reason="misread", successor="a0000000")
    with pytest.raises(ValueError, match="does not stand in its own place"):
        withdraw_article(by=publisher, article=story.article, reason="misread", successor=story.article.public_id)
    withdraw_claim(by=publisher, claim=story.acted, reason="misread", successor=story.relayed.public_id)
    page = reader.get(f"/claims/{story.acted.public_id}/")
    assert (page.status_code, f'href="/claims/{story.relayed.public_id}/"' in page.content.decode()) == (410, True)


def test_the_page_of_a_body_without_a_report_is_gone_and_says_nothing_of_it(
    story: Story, publisher: User, reader: Reader
) -> None:
    withdraw_article(by=publisher, article=story.article, reason="to be looked at")
    answer = reader.get("/institutions/ryanggang-party-committee/")
    page = answer.content.decode()
    assert (answer.status_code, "Ryanggang" in page, HEADLINE in page) == (410, False, False)
    assert reader.get("/institutions/never-heard-of/").status_code == 404


def test_a_claims_anchor_leads_to_its_words_wherever_they_are_now(corrected: Story, reader: Reader) -> None:
    article, claim = corrected.article.public_id, corrected.relayed.public_id
    page = reader.get(f"/articles/{article}/").content.decode()
    assert f'<span class="here" id="{claim}"></span><mark' in page
    assert page.count(f'id="{claim}"') == 1
    assert f'id="note-{claim}"' in page and f'href="#note-{claim}"' in page
    assert f'/articles/{article}/#{claim}"' in reader.get(f"/claims/{claim}/").content.decode()
