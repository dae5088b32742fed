"""After a backup is brought back: whatever the acts say that it does not know is done again, before anybody reads.

A scene does something, keeps the acts of it, and takes everything back: what is left is the backup.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from articles.acts_file import Damaged, Diverged, KeptAct, KeptAddress
from articles.editing.acts_outside import kept
from articles.editing.claims import draft_of, latest_version, revise_claim
from articles.editing.drafting import Words, propose_revision
from articles.editing.permissions import set_permission
from articles.editing.publishing import publish_article
from articles.editing.removing import ask_removal, confirm_removal
from articles.editing.renaming import rename_topic
from articles.editing.replaying import Replayed, replay
from articles.editing.withdrawing import restore_article, withdraw_article, withdraw_claim
from articles.models import Act, ActKind, Address, Article, ClaimState, Revision, State, Topic, WithdrawalClass
from config.verifying.ledger import chain
from sources.models import Show
from tests.conftest import Reader
from tests.desk import everything
from tests.shelf import shelve
from tests.story import RELAYED, Story, refreshed, tell

WORD = "quartzwhistle"


def lost(scene: Callable[[], Any]) -> tuple[list[KeptAct], list[KeptAddress]]:
    """The acts and addresses once the scene was played; of the scene itself nothing is left."""
    with transaction.atomic():
        scene()
        acts = [kept(act) for act in Act.objects.order_by("number")]
        addresses = [KeptAddress(row.kind, row.slug, row.first_at.isoformat()) for row in Address.objects.all()]
        transaction.set_rollback(True)
    return acts, addresses


def played(by: User, scene: Callable[[], Any]) -> Replayed:
    """The scene, lost and done again."""
    acts, addresses = lost(scene)
    done = replay(by=by, acts=acts, addresses=addresses)
    assert list(chain()) == []
    assert [kept(act) for act in Act.objects.order_by("number")] == acts
    return done


def rewrite(by: User, article: Article, body: str, **how: Any) -> None:
    propose_revision(by=by, article=article, words=Words("Another headline", body))
    publish_article(by=by, article=article, **how)


def address(article: Article, number: int | None = None) -> str:
    return f"/articles/{article.public_id}/" + (f"v/{number}/" if number else "")


def test_what_was_withdrawn_stays_withdrawn(story: Story, publisher: User, reader: Reader) -> None:
    done = played(publisher, lambda: withdraw_article(by=publisher, article=story.article, reason="it has to go"))
    assert (done.acts, done.hidden) == (1, 3), "the report and its two claims"
    for page in (address(story.article), address(story.article, 1), f"/claims/{story.relayed.public_id}/"):
        assert reader.get(page).status_code == 410
    article = refreshed(story.article)
    assert (article.state, article.is_public) == (State.WITHDRAWN, False)


def test_a_legal_withdrawal_answers_451(story: Story, publisher: User, reader: Reader) -> None:
    legal = WithdrawalClass.LEGAL
    played(publisher, lambda: withdraw_article(by=publisher, article=story.article, withdrawal_class=legal, reason="x"))
    assert reader.get(address(story.article)).status_code == 451


def test_one_claim_that_was_withdrawn_stays_so(story: Story, publisher: User, reader: Reader) -> None:
    played(publisher, lambda: withdraw_claim(by=publisher, claim=story.relayed, reason="it has to go"))
    assert reader.get(f"/claims/{story.relayed.public_id}/").status_code == 410
    assert reader.get(f"/claims/{story.acted.public_id}/").status_code == 200
    assert RELAYED in reader.get(address(story.article)).content.decode(), "the text stands"


def test_an_id_that_was_issued_since_answers_410(story: Story, publisher: User, reader: Reader) -> None:
    issued: list[str] = []

    def scene() -> None:
        new = tell(by=publisher, outlet_name="Border Gazette")
        issued.extend([address(new.article), address(new.article, 1), f"/claims/{new.acted.public_id}/"])

    played(publisher, scene)
    assert [reader.get(page).status_code for page in issued] == [410, 410, 410]


def test_words_that_were_removed_are_destroyed_again(
    story: Story, publisher: User, second_publisher: User, reader: Reader
) -> None:
    rewrite(publisher, story.article, f"{WORD} was what they traded.")
    assert WORD in repr(everything())

    def scene() -> None:
        rewrite(publisher, story.article, "They traded.")
        old = story.article.revisions.get(number=2)
        confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="it has to go"))

    done = played(publisher, scene)
    assert (done.destroyed, done.hidden) == (1, 1)
    assert WORD not in repr(everything())
    assert reader.get(address(story.article, 2)).status_code == 410
    # What followed is lost, so there is nothing to show until an editor publishes it anew.
    assert reader.get(address(story.article)).status_code == 410
    rewrite(publisher, refreshed(story.article), "They traded.")
    assert reader.get(address(story.article, 4)).status_code == 200
    assert [reader.get(address(story.article, n)).status_code for n in (1, 2, 3)] == [200, 410, 410]


def test_the_draft_of_what_was_published_and_removed_since_is_destroyed(
    story: Story, publisher: User, second_publisher: User, reader: Reader
) -> None:
    propose_revision(by=publisher, article=story.article, words=Words("Another headline", f"{WORD} was traded."))

    def scene() -> None:
        publish_article(by=publisher, article=story.article)
        rewrite(publisher, story.article, "They traded.")
        old = story.article.revisions.get(number=2)
        confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="it has to go"))

    played(publisher, scene)
    assert WORD not in repr(everything())
    assert [reader.get(address(story.article, n)).status_code for n in (1, 2, 3)] == [200, 410, 410]


def test_a_text_that_was_published_since_leaves_a_gap_nobody_takes(
    story: Story, publisher: User, reader: Reader
) -> None:
    done = played(publisher, lambda: rewrite(publisher, story.article, "It was otherwise."))
    # The claims were carried over to it, in versions of their own.
    assert done.gaps == 3 and any("text 2" in line for line in done.left)
    assert [reader.get(address(story.article, n)).status_code for n in (1, 2)] == [200, 410]
    assert RELAYED in reader.get(address(story.article)).content.decode()
    rewrite(publisher, refreshed(story.article), "It was otherwise, they say now.")
    assert [reader.get(address(story.article, n)).status_code for n in (1, 2, 3)] == [200, 410, 200]


def test_a_draft_that_was_published_since_is_a_draft_under_the_next_number(
    draft: Story, publisher: User, reader: Reader
) -> None:
    played(publisher, lambda: publish_article(by=publisher, article=draft.article))
    assert [reader.get(address(draft.article, n)).status_code for n in (None, 1)] == [410, 410]
    assert reader.get(f"/claims/{draft.relayed.public_id}/").status_code == 410
    publish_article(by=publisher, article=refreshed(draft.article))
    assert [reader.get(address(draft.article, n)).status_code for n in (None, 1, 2)] == [200, 410, 200]
    claim = f"/claims/{draft.relayed.public_id}/"
    assert [reader.get(page).status_code for page in (claim, f"{claim}v/1/", f"{claim}v/2/")] == [200, 410, 200]


def test_a_version_of_a_claim_leaves_a_gap_too(story: Story, publisher: User, reader: Reader) -> None:
    def reword(paraphrase: str) -> None:
        version = latest_version(story.acted)
        words = replace(draft_of(version), paraphrase=paraphrase)
        revise_claim(by=publisher, claim=story.acted, revision=version.revision, draft=words)
        publish_article(by=publisher, article=refreshed(story.article))

    played(publisher, lambda: reword("They were gathered."))
    claim = f"/claims/{story.acted.public_id}/"
    assert [reader.get(page).status_code for page in (claim, f"{claim}v/1/", f"{claim}v/2/")] == [200, 200, 410]
    reword("They had to come.")
    assert [reader.get(f"{claim}v/{n}/").status_code for n in (1, 2, 3)] == [200, 410, 200]


def test_an_address_that_was_given_out_since_says_that_it_is_gone(
    story: Story, publisher: User, reader: Reader
) -> None:
    topic = Topic.objects.get(slug="self-reliance")
    done = played(publisher, lambda: rename_topic(by=publisher, topic=topic, name="Own strength", slug="own-strength"))
    assert done.addresses == 1
    assert reader.get("/topics/own-strength/").status_code == 410
    assert reader.get("/topics/self-reliance/").status_code == 200


def test_what_the_outlet_retracted_is_retracted(story: Story, publisher: User, reader: Reader) -> None:
    played(publisher, lambda: publish_article(by=publisher, article=story.article, kind=ActKind.RETRACTED))
    assert refreshed(story.article).state == State.RETRACTED
    story.relayed.refresh_from_db()
    assert story.relayed.state == ClaimState.RETRACTED
    assert reader.get(address(story.article)).status_code == 200


def test_an_outlet_whose_permission_was_changed_shows_claims_only(
    story: Story, publisher: User, reader: Reader
) -> None:
    done = played(publisher, lambda: set_permission(by=publisher, outlet=story.outlet, show=Show.CLAIMS))
    assert any(story.outlet.name in line for line in done.left)
    assert "self-sufficient" not in reader.get(address(story.article)).content.decode()
    assert not story.article.texts.get().body


def test_who_brought_a_report_back_is_told_to_do_so_again(
    story: Story, publisher: User, second_publisher: User, reader: Reader
) -> None:
    withdraw_article(by=publisher, article=story.article, reason="a scene")
    back = lambda: restore_article(by=second_publisher, article=refreshed(story.article), reason="a scene")  # noqa: E731
    done = played(publisher, back)
    assert any("brought back" in line for line in done.left)
    assert reader.get(address(story.article)).status_code == 410
    restore_article(by=second_publisher, article=refreshed(story.article), reason="again")
    assert reader.get(address(story.article)).status_code == 200


def test_other_reports_are_as_they_were(story: Story, publisher: User, reader: Reader) -> None:
    other = shelve(by=publisher, headline="Another one")
    before = reader.get(address(other)).content
    played(publisher, lambda: withdraw_article(by=publisher, article=story.article, reason="a scene"))
    assert reader.get(address(other)).content == before
    assert Revision.objects.get(article=other).removed_at is None


def test_acts_that_were_tampered_with_are_refused_whole(story: Story, publisher: User) -> None:
    acts, addresses = lost(lambda: withdraw_article(by=publisher, article=story.article, reason="a scene"))
    other = replace(acts[1], subjects=acts[1].subjects[1:])
    before = everything()
    for wrong, error in (([acts[0], other], Damaged), ([replace(acts[0], hash="f" * 64), acts[1]], Damaged)):
        with pytest.raises(error):
            replay(by=publisher, acts=wrong, addresses=addresses)
    assert everything() == before


def test_a_file_of_another_ledger_is_refused(story: Story, publisher: User) -> None:
    acts, _ = lost(lambda: withdraw_article(by=publisher, article=story.article, reason="a scene"))
    shelve(by=publisher, headline="Another one")
    with pytest.raises(Diverged):
        replay(by=publisher, acts=acts)
