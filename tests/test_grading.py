"""Grades of claims: optional, apart from tagging, and the highest only for what two independent reports say."""

import pytest
from django.contrib.auth.models import User

from articles.editing.claims import latest_version
from articles.editing.grading import NotConfirmed, grade_claim
from articles.editing.publishing import publish_article
from articles.models import ActKind, ClaimVersion
from articles.queries.origins import origin_of
from articles.queries.support import independent_origins
from tests.conftest import Reader
from tests.shelf import shelve
from tests.story import Story


def grades(story: Story) -> list[tuple[int, int | None, str, bool]]:
    """(version, grade, reason, current) of all that was published of the story's claim."""
    versions = ClaimVersion.objects.filter(claim=story.relayed, published_at__isnull=False).order_by("number")
    return [(row.number, row.credibility, row.credibility_reason, row.is_current) for row in versions]


def page(reader: Reader, story: Story, version: str = "") -> str:
    return str(reader.get(f"/claims/{story.relayed.public_id}/{version}").content.decode())


def test_confirmed_needs_two_independent_origins(story: Story, publisher: User) -> None:
    assert independent_origins(story.relayed) == 1

    with pytest.raises(NotConfirmed, match="needs two reports of independent origin"):
        grade_claim(by=publisher, claim=story.relayed, credibility=1, reason="independent")

    assert latest_version(story.relayed).number == 1


def test_a_copy_and_its_original_are_one_origin(story: Story, publisher: User) -> None:
    copy = shelve(by=publisher, headline="In Korean", outlet="Southern Gazette", origin=story.article)
    assert origin_of(copy) == origin_of(story.article) == story.article.public_id


def test_another_grade_is_another_version_and_the_first_stays_as_it_was(
    story: Story, publisher: User, reader: Reader
) -> None:
    for grade, reason in ((3, "alone"), (2, "consistent")):
        grade_claim(by=publisher, claim=story.relayed, credibility=grade, reason=reason)
        act = publish_article(by=publisher, article=story.article, kind=ActKind.REGRADED)
        assert act is not None and act.kind == "regraded"

    assert grades(story) == [(1, None, "", False), (2, 3, "alone", False), (3, 2, "consistent", True)]
    assert "probably true" in page(reader, story)
    assert "possibly true" in page(reader, story, "v/2/")
    assert "probably true" not in page(reader, story, "v/2/")


def test_a_grade_given_before_publication_is_part_of_the_first_version(draft: Story, publisher: User) -> None:
    grade_claim(by=publisher, claim=draft.relayed, credibility=4, reason="contradicted")
    grade_claim(by=publisher, claim=draft.relayed, credibility=5, reason="contradicted")
    publish_article(by=publisher, article=draft.article)
    assert grades(draft) == [(1, 5, "contradicted", True)]


def test_not_graded_is_not_the_same_as_cannot_be_judged(story: Story, publisher: User, reader: Reader) -> None:
    assert "truth cannot be judged" not in page(reader, story)
    grade_claim(by=publisher, claim=story.relayed, credibility=6, reason="uncheckable")
    publish_article(by=publisher, article=story.article)
    assert "truth cannot be judged" in page(reader, story)

    grade_claim(by=publisher, claim=story.relayed, credibility=None)
    publish_article(by=publisher, article=story.article)

    assert grades(story) == [(1, None, "", False), (2, 6, "uncheckable", False), (3, None, "", True)]
    assert "truth cannot be judged" not in page(reader, story)


def test_the_same_grade_again_changes_nothing(story: Story, publisher: User) -> None:
    grade_claim(by=publisher, claim=story.relayed, credibility=3, reason="alone")
    publish_article(by=publisher, article=story.article)

    grade_claim(by=publisher, claim=story.relayed, credibility=3, reason="alone")

    assert publish_article(by=publisher, article=story.article) is None
    assert len(grades(story)) == 2


@pytest.mark.parametrize(("credibility", "reason"), [(0, ""), (7, ""), (3, "because I say so")])
def test_a_grade_or_reason_off_the_list_is_refused(
    credibility: int, reason: str, story: Story, publisher: User
) -> None:
    with pytest.raises(ValueError, match="is not a valid Credibility"):
        grade_claim(by=publisher, claim=story.relayed, credibility=credibility, reason=reason)
    assert latest_version(story.relayed).number == 1
