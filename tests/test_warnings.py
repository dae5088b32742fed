"""Warnings bind when a claim is published, not when the outlet's text is."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from articles.editing.publishing import publish_article
from articles.editing.warnings import StillThere, answer_warning, note_warnings
from articles.models import Answer, Claim, ClaimWarning
from articles.suggestions.values import Danger
from tests.conftest import Reader
from tests.story import Story

ROOM = "the committee building"


def warn(claim: Claim) -> ClaimWarning:
    note_warnings(claim=claim, found=[(Danger.ROOM, ROOM)])
    return claim.warnings.get()


def is_out(reader: Reader, claim: Claim) -> bool:
    status = reader.get(f"/claims/{claim.public_id}/").status_code
    assert status in (200, 404)
    return bool(status == 200)


def test_an_unanswered_warning_holds_its_claim_back_and_nothing_else(
    draft: Story, publisher: User, reader: Reader
) -> None:
    warn(draft.acted)
    publish_article(by=publisher, article=draft.article)
    assert reader.get(f"/articles/{draft.article.public_id}/").status_code == 200
    assert (is_out(reader, draft.relayed), is_out(reader, draft.acted)) == (True, False)


@pytest.mark.parametrize(("answer", "goes_out"), [("keep", True), ("leave_out", True), ("hold_back", False)])
def test_the_answer_decides(answer: str, goes_out: bool, draft: Story, publisher: User, reader: Reader) -> None:
    warning = warn(draft.acted)
    publish_article(by=publisher, article=draft.article)
    answer_warning(by=publisher, warning=warning, answer=Answer(answer), paraphrase="The committee gathered traders.")
    act = publish_article(by=publisher, article=draft.article)
    assert is_out(reader, draft.acted) is goes_out
    assert (act is not None) is goes_out
    warning.refresh_from_db()
    assert (warning.answer, warning.answered_by) == (answer, publisher)


def test_words_to_be_left_out_may_not_stand_in_our_paraphrase(draft: Story, editor: User) -> None:
    warning = warn(draft.acted)
    with pytest.raises(StillThere, match="the committee building"):
        answer_warning(
            by=editor, warning=warning, answer=Answer.LEAVE_OUT, paraphrase="They met at The Committee Building."
        )
    warning.refresh_from_db()
    assert warning.answer == ""


def test_an_answer_given_stays_while_the_words_do(draft: Story, editor: User) -> None:
    answer_warning(by=editor, warning=warn(draft.acted), answer=Answer.KEEP, paraphrase="")
    note_warnings(claim=draft.acted, found=[(Danger.ROOM, ROOM), (Danger.CLOCK, "at nine")])
    assert list(draft.acted.warnings.values_list("danger", "answer")) == [("room", "keep"), ("clock", "")]
    note_warnings(claim=draft.acted, found=[])
    assert not draft.acted.warnings.exists()


def test_an_answer_has_a_hand(draft: Story) -> None:
    warning = warn(draft.acted)
    with pytest.raises(IntegrityError, match="claim_warning_answer_has_a_hand"), transaction.atomic():
        ClaimWarning.objects.filter(pk=warning.pk).update(answer="keep")


def test_readers_know_nothing_of_warnings(story: Story, reader: Reader) -> None:
    warn(story.relayed)
    assert ROOM not in reader.get(f"/claims/{story.relayed.public_id}/").content.decode()
