"""Slips in ordinary words: what is meant is found in the words of the record, and only in what is there."""

import pytest
from django.contrib.auth.models import User

from articles.editing.withdrawing import withdraw_article
from articles.search.slips import distance, farthest
from tests.conftest import Reader
from tests.shelf import shelve
from tests.story import Story
from tests.test_search import found

pytestmark = pytest.mark.usefixtures("on_the_public_site")


@pytest.fixture
def shelf(publisher: User) -> None:
    """Words that are no names of topics or places; "umbrello" stands in one report alone."""
    for number in range(3):
        shelve(by=publisher, headline=f"Umbrella {number}", body="Porters weighed the umbrella in the drizzle.")
        shelve(by=publisher, headline=f"비 {number}", body="손수레꾼이 비를 맞았다.", language="ko")
    shelve(by=publisher, headline="Rain", body="One umbrello.")


def meant(q: str, mode: str = "variants") -> list[str]:
    return [label for label, _ in found(q, mode=mode).meant]


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("fertilzer", "fertilizer", 1), ("fertilizer", "fertilizer", 0), ("fetrilizer", "fertilizer", 1),
        ("fertaliser", "fertilizer", 2), ("coal", "goal", 1), ("coal", "goat", 2), ("coal", "wheat", 2),
        ("회시", "회사", 1), ("세관원", "세간원", 1), ("무역", "무용", 2),
    ],
)  # fmt: skip
def test_slips_are_counted_letter_by_letter(one: str, other: str, slips: int) -> None:
    assert distance(one, other) == slips
    assert distance(other, one) == slips or farthest(one) != farthest(other)


def test_a_name_is_meant_only_where_some_report_has_it(shelf: None, publisher: User) -> None:
    assert meant("Kaesongg", mode="exact") == [], "no report has a name of it"
    shelve(by=publisher, headline="Kaesong shuts", body="Its gate stays shut.", provinces=("kaesong",))
    assert meant("Kaesongg", mode="exact") == ["Kaesong"], "and none has Kaesong City"


def test_a_slip_in_an_ordinary_word_is_put_right_within_its_query(shelf: None, reader: Reader) -> None:
    """Where nothing is found at all."""
    assert meant("submarine umbrela")[0] == "submarine umbrella"
    assert meant("umbrela -weighed (submarine OR rain)")[0] == "umbrella -weighed (submarine OR rain)"
    assert meant("umbrela Nampo submarine Ryangang")[0].startswith("umbrella Nampo submarine Ryang")
    assert meant("손수래꾼") == ["손수레꾼"]
    assert meant("submarine") == []
    assert meant("umbrelli submarine") == ["umbrella submarine"], "what one report alone has may be a slip itself"
    page = reader.get("/search/?q=submarine+umbrela").content.decode()
    assert '<a href="/search/?q=submarine+umbrella">submarine umbrella</a>' in page


@pytest.mark.parametrize("mode", ["variants", "loose"])
def test_a_hit_says_for_which_word_another_was_found(mode: str, shelf: None) -> None:
    page = found("umbrela drizzle", mode=mode)
    assert page.list is not None
    assert page.list.total == 3
    assert page.list.articles[0].spelt[0] == "Umbrella, for umbrela"
    said = {"variants": page.taken_for, "loose": tuple((name.typed, name.label) for name in page.names)}
    assert said[mode] == (("umbrela", "umbrella"),)
    exact = found("umbrela", mode="exact")
    assert exact.list is not None
    assert (exact.list.total, exact.names) == (0, ())


def test_a_minus_shuts_out_nothing_that_merely_looks_like_its_word(shelf: None) -> None:
    for query, total in (("drizzle", 3), ("drizzle -umbrello", 3), ("drizzle -umbrella", 0)):
        page = found(query, mode="loose")
        assert page.list is not None
        assert page.list.total == total, query


def test_in_loose_mode_a_word_of_hangul_finds_what_it_resembles(shelf: None) -> None:
    for mode, total in (("variants", 0), ("loose", 3)):
        page = found("손수래꾼", mode=mode)
        assert page.list is not None
        assert page.list.total == total, mode


def test_a_word_that_reports_have_stands_for_itself_alone(shelf: None) -> None:
    assert meant("drizzle submarine") == []
    assert found("drizzle", mode="loose").names == ()


def test_a_word_that_was_withdrawn_is_never_proposed(publisher: User) -> None:
    articles = [
        shelve(by=publisher, headline=f"Zyxquillion {number}", body="Nobody saw the zyxquillion.")
        for number in range(3)
    ]
    shelve(by=publisher, headline="Rain")
    assert meant("zyxquilion submarine") == ["zyxquillion submarine"]

    for article in articles:
        withdraw_article(by=publisher, article=article, reason="for the test")

    assert meant("zyxquilion submarine") == []
    assert found("zyxquilion", mode="loose").names == ()


def test_no_word_for_a_source_is_proposed(story: Story) -> None:
    """The story's source is in its report alone, and its words are in no index."""
    assert "source" in story.source.descriptor
    assert [each for each in meant("souce ryangang") if "source" in each] == []
