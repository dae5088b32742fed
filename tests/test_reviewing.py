"""A draft is handed in, handed back, published."""

import pytest
from django.contrib.auth.models import User

from articles.editing.publishing import publish_article
from articles.editing.reviewing import NotADraft, hand_back, hand_in
from articles.models import State
from tests.conftest import Reader
from tests.story import Story, refreshed


def test_in_review_it_is_still_nobodys_but_the_desks(draft: Story, editor: User, reader: Reader) -> None:
    hand_in(by=editor, article=draft.article)
    assert refreshed(draft.article).state == State.IN_REVIEW
    assert reader.get(f"/articles/{draft.article.public_id}/").status_code == 404


def test_it_comes_back_or_goes_out(draft: Story, editor: User, publisher: User, reader: Reader) -> None:
    hand_in(by=editor, article=draft.article)
    hand_back(by=publisher, article=draft.article)
    assert refreshed(draft.article).state == State.DRAFT
    hand_in(by=editor, article=draft.article)
    publish_article(by=publisher, article=draft.article)
    assert refreshed(draft.article).state == State.PUBLISHED
    assert reader.get(f"/articles/{draft.article.public_id}/").status_code == 200


def test_what_is_out_is_not_handed_round(story: Story, editor: User) -> None:
    with pytest.raises(NotADraft, match="is published"):
        hand_in(by=editor, article=story.article)
    with pytest.raises(NotADraft):
        hand_back(by=editor, article=story.article)
    assert refreshed(story.article).state == State.PUBLISHED
