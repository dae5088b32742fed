"""A report whose text was corrected: both texts stay, side by side when asked."""

import re

import pytest
from django.contrib.auth.models import User
from pytest_django import DjangoAssertNumQueries

from articles.editing.claims import draft_of, latest_version, revise_claim
from articles.editing.drafting import latest_revision, propose_revision, words_of
from articles.editing.grading import grade_claim
from articles.editing.permissions import set_permission
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import withdraw_article
from articles.models import Act, ActKind
from sources.models import Show
from tests.conftest import Reader
from tests.story import Story, refreshed


@pytest.fixture
def corrected(story: Story, publisher: User) -> Story:
    """The third paragraph loses a word and gains two."""
    words = words_of(latest_revision(story.article))
    paragraphs = words.body.split("\n\n")
    paragraphs[2] = "Soap and cloth came first. " + paragraphs[2]
    better = type(words)(words.headline, "\n\n".join(paragraphs), words.caption, words.credit)
    propose_revision(by=publisher, article=story.article, words=better)
    publish_article(by=publisher, article=story.article, kind=ActKind.CORRECTED_HERE, reason="a sentence was missing")
    story.article = refreshed(story.article)
    return story


def address(story: Story, old: int = 1, new: int = 2) -> str:
    return f"/articles/{story.article.public_id}/diff/{old}..{new}/"


def test_the_difference_marks_the_new_words_alone(corrected: Story, reader: Reader) -> None:
    page = reader.get(address(corrected)).content.decode()
    assert "<ins>Soap and cloth came first.</ins>" in page
    assert page.count("<ins>") == 1
    assert "<del>" not in page
    assert "1 paragraph differs." in page


def test_the_old_text_names_the_paragraph_that_changed(corrected: Story, reader: Reader) -> None:
    page = reader.get(f"/articles/{corrected.article.public_id}/v/1/").content.decode()
    banner = page[page.index("An earlier text.") : page.index("read the current text")]
    assert "revision 1 of 2" in banner
    assert '<a href="#p3">3</a>' in banner
    assert banner.count('href="#p') == 1
    assert address(corrected) in banner


def test_an_old_text_says_also_what_was_added_and_that_the_headline_changed(
    story: Story, reader: Reader, publisher: User
) -> None:
    words = words_of(latest_revision(story.article))
    better = type(words)("Another headline", f"{words.body}\n\nOne more.\n\nAnd one.", "Another caption", words.credit)
    propose_revision(by=publisher, article=story.article, words=better)
    publish_article(by=publisher, article=story.article, kind=ActKind.CORRECTED_BY_OUTLET)

    page = " ".join(reader.get(f"/articles/{story.article.public_id}/v/1/").content.decode().split())

    assert "Each of its paragraphs still reads the same. 2 paragraphs were added since." in page
    assert "The headline and the caption changed since." in page
    side = reader.get(address(story)).content.decode()
    assert f"The headline was “<span>{words.headline}</span>”." in side
    assert f"The caption was “<span>{words.caption}</span>”." in side


def test_a_claim_says_in_one_word_each_what_became_of_it(story: Story, reader: Reader, publisher: User) -> None:
    claim = story.relayed
    grade_claim(by=publisher, claim=claim, credibility=3, reason="consistent")
    publish_article(by=publisher, article=story.article)
    draft = draft_of(latest_version(claim))
    other = type(draft)(**{**vars(draft), "paraphrase": "Trade is tolerated."})
    revise_claim(by=publisher, claim=claim, revision=latest_revision(story.article), draft=other)
    publish_article(by=publisher, article=story.article)

    assert [act.kind for act in Act.objects.order_by("number")] == ["issued", "regraded", "reworded"]
    page = reader.get(f"/claims/{claim.public_id}/v/1/").content.decode()
    assert "version 1 of 3; since then reworded, regraded." in page
    lines = re.findall(r'<span class="muted">here since [^,<]+((?:, [a-z ]+)*)</span>', page)
    assert lines == ["", ", regraded", ", reworded, current"]


def test_asked_the_other_way_round_it_leads_to_the_same_page(corrected: Story, reader: Reader) -> None:
    answer = reader.get(address(corrected, 2, 1))
    assert (answer.status_code, answer["Location"]) == (308, address(corrected, 1, 2))


@pytest.mark.parametrize(("old", "new"), [(1, 3), (1, 1), (0, 1)])
def test_a_revision_there_is_not_has_no_difference(old: int, new: int, corrected: Story, reader: Reader) -> None:
    assert reader.get(address(corrected, old, new)).status_code == 404


def test_a_withdrawn_report_has_none(corrected: Story, reader: Reader, publisher: User) -> None:
    withdraw_article(by=publisher, article=corrected.article, reason="a test")
    answer = reader.get(address(corrected))
    assert answer.status_code == 410
    assert "Soap and cloth" not in answer.content.decode()


def test_of_a_claims_only_outlet_there_is_nothing_to_lay_side_by_side(
    corrected: Story, reader: Reader, publisher: User
) -> None:
    set_permission(by=publisher, outlet=corrected.outlet, show=Show.CLAIMS, reason="they asked")
    answer = reader.get(address(corrected))
    assert answer.status_code == 451
    assert "lets us show single statements" in answer.content.decode()
    assert "Soap and cloth" not in answer.content.decode()


def test_the_page_costs_the_same_for_any_text(
    corrected: Story, reader: Reader, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(8):  # some of them set up the reader's rights
        reader.get(address(corrected))
