"""Who else reports this: on the page of a report and of a claim, and in the API."""

import re
from collections.abc import Iterable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.editing.copies import join_origin
from articles.editing.grading import grade_claim
from articles.editing.linking import CannotLink, link_claims, unlink_claims
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import restore_article, withdraw_article, withdraw_claim
from articles.models import ActKind, LinkGround, LinkKind, OriginKind
from articles.queries.gaps import claims_lacking
from tests.conftest import Reader
from tests.desk import Desk, door, words
from tests.shelf import shelve
from tests.story import DESCRIPTOR, Story, refreshed, tell

WHY = "two desks rang different numbers"
GONE = "Its support is gone."


@pytest.fixture
def other(publisher: User) -> Story:
    """The same statement in another outlet."""
    return tell(by=publisher, outlet_name="Southern Gazette")


def link(by: User, one: Story, two: Story, kind: str = "corroborates", ground: str = "own_reporting") -> None:
    """Link the two and publish both."""
    link_claims(by=by, claim=one.relayed, other=two.relayed, kind=LinkKind(kind), ground=LinkGround(ground), reason=WHY)
    publish(by, one, two)


def publish(by: User, *stories: Story) -> None:
    for each in stories:
        publish_article(by=by, article=each.article)


def who_else(reader: Reader, address: str) -> str:
    """The section's words, spaces made single."""
    page = BeautifulSoup(reader.get(address).content, "html.parser")
    (section,) = page.select("#who-else")
    text = " ".join(section.get_text(" ").split())
    return re.sub(r" (?=[.,;:)])", "", text).replace("( ", "(")


def of_claim(reader: Reader, story: Story, version: str = "") -> str:
    return who_else(reader, f"/claims/{story.relayed.public_id}/{version}")


def of_report(reader: Reader, story: Story) -> str:
    return who_else(reader, f"/articles/{story.article.public_id}/")


def api(reader: Reader, story: Story) -> dict[str, Any]:
    answer: dict[str, Any] = reader.get(f"/api/v1/claims/{story.relayed.public_id}").json()
    return answer


def test_a_report_that_nobody_else_carries_says_so(story: Story, reader: Reader) -> None:
    assert of_report(reader, story) == "Who else reports this No other report in this collection."
    assert of_claim(reader, story).startswith(
        "Who else reports this No other report in this collection carries it or says the same."
    )
    assert api(reader, story)["origin"] == {
        "carried_by": [
            {
                "outlet": "Northern Courier", "kind": "first", "published": "April 2023",
                "report": story.article.public_id, "address": None,
            },
        ],
        "independent_reports": 1,
        "support_is_gone": False,
    }  # fmt: skip


def test_copies_are_carriers_and_no_further_report(story: Story, publisher: User, reader: Reader) -> None:
    shelve(
        by=publisher, headline="번역", language="ko", outlet="Amnok Wire", published="2023-04-20", origin=story.article
    )
    retold = shelve(by=publisher, headline="Retold", outlet="Harbour Digest", published="2023-05-02")
    join_origin(by=publisher, article=retold, origin=story.article, kind=OriginKind.RELAY)
    carried = (
        "Carried by 3 (Northern Courier, first; Amnok Wire, translation; Harbour Digest, retold): 1 independent report."
    )
    for said in (of_report(reader, story), of_claim(reader, story), who_else(reader, f"/articles/{retold.public_id}/")):
        assert carried in said
    assert "Amnok Wire, 20 April 2023 (translation): 번역" in of_claim(reader, story)
    assert api(reader, story)["independent_reports"] == 1


def test_an_outlet_that_carries_both_languages_is_told_apart_by_them(
    story: Story, publisher: User, reader: Reader
) -> None:
    shelve(by=publisher, headline="번역", language="ko", published="2023-04-30", origin=story.article)
    assert "Carried by 2 (Northern Courier (English), first; Northern Courier (Korean), translation)" in of_report(
        reader, story
    )


def test_another_origin_that_says_the_same_is_an_independent_report_by_an_editors_word(
    story: Story, other: Story, publisher: User, reader: Reader
) -> None:
    link(publisher, story, other)
    for here, there in ((story, other), (other, story)):
        said = of_claim(reader, here)
        assert f"Carried by {here.outlet.name} alone; with the claims below, 2 independent reports say so." in said
        assert (
            "This claim says the same, independently: The committee does not forbid trade."
            f" {there.outlet.name}, April 2023 Because: each outlet reports it on its own account" in said
        )
        assert "may still rest on one and the same unnamed person: from outside that cannot be known" in said
        assert f"{here.relayed.public_id} says the same, independently: The committee" in of_report(reader, here)
    told = api(reader, story)
    assert (told["independent_reports"], told["linked_to"]) == (2, [f"corroborates {other.relayed.public_id}"])
    (linked,) = told["links"]
    assert (linked["claim"], linked["counts"], linked["outlet"]) == (other.relayed.public_id, True, "Southern Gazette")
    assert linked["because"] == "each outlet reports it on its own account, with details of its own"


@pytest.mark.parametrize(
    ("kind", "ground", "here", "there"),
    [
        ("contradicts", "figures", "contradicts", "contradicts"),
        ("repeats", "retold", "repeats", "repeats"),
        ("updates", "later", "updates", "is updated by"),
    ],
)
def test_other_links_stand_at_both_ends_and_count_nothing(
    kind: str, ground: str, here: str, there: str, story: Story, other: Story, publisher: User, reader: Reader
) -> None:
    link(publisher, story, other, kind, ground)
    assert f"This claim {here}: The committee" in of_claim(reader, story)
    assert f"This claim {there}: The committee" in of_claim(reader, other)
    assert f"Because: {LinkGround(ground).label}." in of_claim(reader, other)
    assert "cannot be known" not in of_claim(reader, story) and api(reader, story)["independent_reports"] == 1


def test_a_reason_fits_the_kind_of_link_and_two_tellings_of_one_report_are_not_two(
    story: Story, other: Story, publisher: User
) -> None:
    with pytest.raises(CannotLink, match="is no reason for a link that says “says the same, independently”"):
        link(publisher, story, other, "corroborates", "figures")
    join_origin(by=publisher, article=other.article, origin=story.article, kind=OriginKind.RELAY)
    with pytest.raises(CannotLink, match="one report told twice"):
        link(publisher, story, other)
    link(publisher, story, other, "repeats", "retold")


def test_what_turns_out_to_be_a_copy_supports_no_more(
    story: Story, other: Story, publisher: User, reader: Reader
) -> None:
    link(publisher, story, other)
    join_origin(by=publisher, article=other.article, origin=story.article, kind=OriginKind.RELAY)
    said = of_claim(reader, story)
    assert "Carried by 2 (Northern Courier, first; Southern Gazette, retold): 1 independent report." in said
    assert "the same report told again" in said
    assert api(reader, story)["independent_reports"] == 1


def test_the_history_of_links_is_on_the_page_and_each_version_keeps_its_own(
    story: Story, other: Story, publisher: User, reader: Reader
) -> None:
    link(publisher, story, other, "repeats", "retold")
    link(publisher, story, other, "updates", "later")
    unlink_claims(by=publisher, claim=story.relayed, other=other.relayed)
    publish(publisher, story, other)
    said, their = of_claim(reader, story), other.relayed.public_id
    events = re.findall(r"version (\d): (.+?): (\w{8})", said.split("When these links were made")[1])
    assert events == [("2", "repeats", their), ("3", "updates", their), ("4", "no longer “updates”", their)]
    assert "This claim" not in said and "This claim updates" in of_claim(reader, story, "v/3/")
    assert "no longer" not in of_claim(reader, story, "v/3/") and their not in of_claim(reader, story, "v/1/")


def test_a_link_to_a_withdrawn_claim_leaves_no_trace_and_comes_back(
    story: Story, other: Story, publisher: User, second_publisher: User, reader: Reader
) -> None:
    link(publisher, story, other)
    withdraw_article(by=publisher, article=other.article, reason="a test")
    assert other.relayed.public_id not in of_claim(reader, story) + str(api(reader, story))
    assert api(reader, story)["independent_reports"] == 1
    restore_article(by=second_publisher, article=refreshed(other.article), reason="it may stay")
    assert api(reader, story)["independent_reports"] == 2


def test_a_claim_told_again_is_as_well_supported_as_what_it_tells(
    story: Story, other: Story, publisher: User, reader: Reader
) -> None:
    again = tell(by=publisher, outlet_name="Amnok Wire")
    join_origin(by=publisher, article=again.article, origin=story.article, kind=OriginKind.TRANSLATION)
    link(publisher, story, again, "repeats", "retold")
    assert api(reader, again)["independent_reports"] == 1
    link(publisher, story, other)
    for each in (story, again, other):
        assert api(reader, each)["independent_reports"] == api(reader, each)["origin"]["independent_reports"] == 2
    said = of_claim(reader, again)
    assert "2 independent reports" in said and "from outside that cannot be known" in said
    assert f"Counted with what is linked to {story.relayed.public_id}: the same statement" in said
    # A version that was followed by another says what it said.
    assert "1 independent report." in of_claim(reader, again, "v/1/")
    grade_claim(by=publisher, claim=again.relayed, credibility=1, reason="independent")
    publish(publisher, again)
    assert GONE not in of_claim(reader, again) and not claims_lacking("support").exists()
    withdraw_article(by=publisher, article=other.article, reason="a test")
    assert GONE in of_claim(reader, again) and list(claims_lacking("support")) == [again.relayed]
    assert [api(reader, each)["independent_reports"] for each in (story, again)] == [1, 1]


def test_what_one_report_repeats_and_another_of_its_claims_supports_is_two(
    story: Story, other: Story, publisher: User, reader: Reader
) -> None:
    """The other report tells the statement again in one claim, and supports it in another."""
    link(publisher, story, other, "repeats", "retold")
    link_claims(
        by=publisher, claim=story.relayed, other=other.acted, kind=LinkKind.CORROBORATES,
        ground=LinkGround.OWN_REPORTING, reason=WHY,
    )  # fmt: skip
    publish(publisher, story, other)
    assert [api(reader, each)["independent_reports"] for each in (story, other)] == [2, 2]


# Support that goes.


@pytest.fixture
def confirmed(story: Story, other: Story, publisher: User) -> Story:
    """A claim that another origin supports, graded so, and out."""
    link(publisher, story, other)
    grade_claim(by=publisher, claim=story.relayed, credibility=1, reason="independent")
    publish(publisher, story)
    return story


@pytest.mark.parametrize("way", ["the report withdrawn", "the claim withdrawn", "retracted", "a copy after all"])
def test_a_grade_whose_support_is_gone_says_so_and_waits_on_the_desk(
    way: str, confirmed: Story, other: Story, publisher: User, editor: User, reader: Reader
) -> None:
    assert GONE not in of_claim(reader, confirmed) and not claims_lacking("support").exists()
    if way == "the report withdrawn":
        withdraw_article(by=publisher, article=other.article, reason="a test")
    elif way == "the claim withdrawn":
        withdraw_claim(by=publisher, claim=other.relayed, reason="a test")
    elif way == "retracted":
        publish_article(by=publisher, article=other.article, kind=ActKind.RETRACTED, reason="taken back")
    else:
        join_origin(by=publisher, article=other.article, origin=confirmed.article, kind=OriginKind.RELAY)
    assert GONE in of_claim(reader, confirmed)
    told = api(reader, confirmed)
    # The grade was given and stays as it was; what it rested on is told beside it.
    assert (told["credibility_code"], told["independent_reports"]) == (1, 1)
    assert told["origin"]["support_is_gone"] is True
    assert list(claims_lacking("support")) == [confirmed.relayed]
    front = Desk(editor).get(door("index"))
    (waits,) = [each for each in front.html.select(".waiting li a") if "support is gone" in each.get_text()]
    assert waits.get_text(" ", strip=True) == "1 claim with a grade whose support is gone"
    assert len(Desk(editor).get(waits["href"]).html.select("#result_list tbody tr")) == 1
    grade_claim(by=publisher, claim=confirmed.relayed, credibility=3, reason="alone")
    publish(publisher, confirmed)
    assert GONE not in of_claim(reader, confirmed) and not claims_lacking("support").exists()


# Sources.


def test_nothing_of_a_source_is_told_of_another_report(
    story: Story, other: Story, publisher: User, reader: Reader
) -> None:
    link(publisher, story, other)
    outs = [
        of_claim(reader, story),
        of_report(reader, story),
        str(api(reader, story)["links"]) + str(api(reader, story)["origin"]),
        reader.get("/claims.csv").getvalue().decode(),
        reader.get("/articles.csv").getvalue().decode(),
    ]
    for said in outs:
        for planted in (DESCRIPTOR, "on Sunday", "trading company", WHY, "trading_company"):
            assert planted not in said


# Cost.


def test_more_links_and_more_copies_cost_no_more(story: Story, other: Story, publisher: User, reader: Reader) -> None:
    def cost(*addresses: str) -> Iterable[int]:
        for address in addresses:
            reader.get(address)
            with CaptureQueriesContext(connection) as queries:
                reader.get(address)
            yield len(queries)

    addresses = [
        f"/claims/{story.relayed.public_id}/", f"/articles/{story.article.public_id}/", "/claims/", "/claims.csv",
        f"/api/v1/claims/{story.relayed.public_id}",
    ]  # fmt: skip
    link(publisher, story, other, "contradicts", "figures")
    shelve(by=publisher, headline="Copy", outlet="Harbour Digest", origin=story.article)
    before = list(cost(*addresses))
    for number, name in enumerate(("Western Mirror", "Eastern Post")):
        link(publisher, story, tell(by=publisher, outlet_name=name), "contradicts", "figures")
        shelve(by=publisher, headline=f"Copy {number}", outlet=f"Digest {number}", origin=story.article)
    assert list(cost(*addresses)) == before


def test_the_desk_says_how_a_claim_came_to_its_links(story: Story, other: Story, publisher: User, tagger: User) -> None:
    link(publisher, story, other)
    page = words(Desk(tagger).get(door("articles_claim_links", story.relayed.pk)))
    assert "Readers are told: each outlet reports it on its own account" in page and f"publisher: {WHY}" in page
