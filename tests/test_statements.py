"""Claims that editors linked as repeating one another are one statement, over however many links, in every count."""

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from articles.editing.linking import link_claims, unlink_claims
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import withdraw_article
from articles.models import ActKind, Claim, LinkGround, LinkKind
from tests.announcements import announce, record
from tests.conftest import Reader
from tests.rules import check_rules, refused

pytestmark = pytest.mark.usefixtures("on_the_public_site")


@pytest.fixture
def three(publisher: User) -> list[Claim]:
    """The same thing said in a report, in its translation, and in a third outlet's words; nothing is linked."""
    first = announce(by=publisher, says="Every unit hands in its list", body="")
    return [
        first,
        announce(
            by=publisher,
            says="모든 단위는 명단을 낸다",
            language="ko",
            outlet="강변소식",
            origin=first.article,
            body="",
        ),
        announce(by=publisher, says="Lists are to be handed in", outlet="Southern Gazette", body=""),
    ]


def repeat(by: User, claim: Claim, other: Claim) -> None:
    """Link the two as repeating each other; nothing is published yet."""
    link_claims(
        by=by, claim=claim, other=other, kind=LinkKind.REPEATS, ground=LinkGround.RETOLD, reason="read side by side"
    )


def publish(by: User, *claims: Claim) -> None:
    """Publish the reports of these claims."""
    for claim in claims:
        publish_article(by=by, article=claim.article, kind=ActKind.REWORDED)


def statements(reader: Reader) -> tuple[int, int, int]:
    """How many there are: by the API, which asks the database; by the page, which asks the index; by what claims count as."""
    answer = reader.get("/api/v1/claims").json()
    said = reader.get("/claims/").content.decode().split('class="how-many"')[1].split("</p>")[0]
    numbers = [int(word) for word in said.replace("<strong>", " ").replace("</strong>", " ").split() if word.isdigit()]
    return answer["once"], numbers[-1], len({row["counts_as"] for row in answer["items"]})


def test_what_is_linked_counts_once_over_however_many_links(
    three: list[Claim], publisher: User, reader: Reader
) -> None:
    first, translation, third = three
    assert statements(reader) == (3, 3, 3)
    repeat(publisher, first, translation)
    assert statements(reader) == (3, 3, 3)
    # One end is out: that says it.
    publish(publisher, translation)
    assert statements(reader) == (2, 2, 2)
    repeat(publisher, third, translation)
    publish(publisher, third)
    assert statements(reader) == (1, 1, 1)
    check_rules()
    assert "3</strong> claims, 1 when repetitions count once" in reader.get("/claims/").content.decode()
    # The list of a language has two of the three, which are joined by one that it has not.
    narrowed = reader.get("/claims/?language=en").content.decode()
    assert "2</strong> claims, 1 when repetitions count once" in narrowed
    assert reader.get("/claims/?outlet=southern-gazette").content.decode().count("when repetitions count once") == 0


def test_what_is_linked_no_more_is_counted_apart(three: list[Claim], publisher: User, reader: Reader) -> None:
    first, translation, third = three
    for other in (translation, third):
        repeat(publisher, first, other)
    publish(publisher, *three)
    assert statements(reader) == (1, 1, 1)
    unlink_claims(by=publisher, claim=first, other=third)
    publish(publisher, first)
    assert statements(reader) == (1, 1, 1)
    publish(publisher, third)
    assert statements(reader) == (2, 2, 2)
    unlink_claims(by=publisher, claim=first, other=translation)
    publish(publisher, first, translation)
    assert statements(reader) == (3, 3, 3)
    assert not Claim.objects.exclude(statement=None).exists()


def test_what_repeats_a_withdrawn_claim_goes_on_being_one(three: list[Claim], publisher: User, reader: Reader) -> None:
    first, translation, third = three
    for other in (translation, third):
        repeat(publisher, first, other)
    publish(publisher, *three)
    withdraw_article(by=publisher, article=first.article, reason="asked for")
    assert statements(reader) == (1, 1, 1)
    told = {row["counts_as"] for row in reader.get("/api/v1/claims").json()["items"]}
    assert all(word.startswith("unseen-") for word in told) and first.public_id not in str(told)
    publish(publisher, translation)
    assert statements(reader) == (1, 1, 1)


def test_only_repetitions_join(three: list[Claim], publisher: User, reader: Reader) -> None:
    first, _, third = three
    link_claims(
        by=publisher,
        claim=first,
        other=third,
        kind=LinkKind.CORROBORATES,
        ground=LinkGround.OWN_REPORTING,
        reason="own",
    )
    publish(publisher, first, third)
    assert statements(reader) == (3, 3, 3)


def test_a_claim_counts_as_one_that_counts_as_itself(three: list[Claim]) -> None:
    with refused("claim_counts_as_the_first_of_its_statement"), transaction.atomic():
        Claim.objects.filter(pk=three[1].pk).update(statement=three[0].pk)
        check_rules()


def test_an_announcement_that_another_outlet_tells_again_is_not_a_second_one(publisher: User, reader: Reader) -> None:
    later = announce(by=publisher, due="2023-07", outlet="Southern Gazette", published="2023-03-09")
    early = announce(by=publisher, due="2023-07", published="2023-03-01")
    shows = announce(by=publisher, says="The list is in", published="2023-08-01")

    def listed() -> dict[str, str]:
        return {row["id"]: row["due_state"] for row in reader.get("/api/v1/due").json()["items"]}

    assert listed() == {later.public_id: "passed", early.public_id: "passed"}
    repeat(publisher, early, later)
    publish(publisher, early, later)
    assert listed() == {early.public_id: "passed"}
    assert early.public_id in reader.get(f"/claims/{later.public_id}/").content.decode()
    # What became of it is told wherever it was recorded.
    record(later, "kept", shows, by=publisher)
    assert listed() == {later.public_id: "kept"}
    assert reader.get(f"/api/v1/claims/{early.public_id}").json()["due_state"] == "kept"
