"""Two editors at one report: nobody overwrites the other unseen."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client

from articles.editing.withdrawing import withdraw_claim
from articles.models import Act, Article
from tests.conftest import DESK_HANDLER, Reader, enter
from tests.desk import Desk, door, everything, fill, keep_as_printed, pin, screen_of, sheet, words
from tests.story import ACTED, Story
from tests.waiting import until_others_wait

ASKED = "the committee asked the companies to study the new trade rules"


@pytest.fixture
def second_editor(second_publisher: User) -> User:
    """Somebody else who may edit."""
    return second_publisher


def paraphrases(article: Article) -> list[str]:
    """What our words for the report's claims are now, in the order of the text."""
    versions = [claim.versions.order_by("-number")[0] for claim in article.claims.all()]
    return [version.paraphrase for version in sorted(versions, key=lambda version: version.start)]


def test_the_second_to_save_sees_both_texts_and_has_overwritten_nothing(
    draft: Story, editor: User, second_editor: User
) -> None:
    first, second = Desk(editor).screen(draft.article), Desk(second_editor).screen(draft.article)
    fill(first, "claims-0-", paraphrase="Traders were called in.")
    fill(first, "report-", headline="What traders were told")
    first.submit("_save", status=302)

    fill(second, "claims-0-", paraphrase="Traders had to come.")
    fill(second, "report-", byline="Pak Il Nam")
    before = everything()
    stale = second.submit("_save", status=409)
    assert everything() == before
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in stale.html.select(".stale tbody tr")]
    assert rows == [
        ["the report: Headline", "What traders were told", "Ryanggang committee tells traders what it expects"],
        ["the report: Byline", "Han Mi Rae", "Pak Il Nam"],
        ["claim 1: our paraphrase", "Traders were called in.", "Traders had to come."],
    ]
    form = stale.forms["screen"]
    assert (form["claims-0-paraphrase"].value, form["report-byline"].value) == ("Traders had to come.", "Pak Il Nam")

    # Having read both, the second editor takes the new headline over and keeps the other words.
    fill(form, "report-", headline="What traders were told")
    form.submit("_save", status=302)
    assert paraphrases(draft.article) == ["Traders had to come.", "The committee does not forbid trade."]
    article = Article.objects.get(pk=draft.article.pk)
    assert (article.revisions.get().headline, article.byline) == ("What traders were told", "Pak Il Nam")


def test_a_claim_added_meanwhile_is_named_and_stays(draft: Story, editor: User, second_editor: User) -> None:
    first, second = Desk(editor).screen(draft.article), Desk(second_editor).screen(draft.article)
    pin(first, ASKED)
    first.submit("_save", status=302)
    stale = second.submit("_save", status=409)
    (row,) = stale.html.select(".stale tbody tr")
    assert [cell.get_text() for cell in row.select("th, td")] == ["a claim added meanwhile: the exact words", ASKED, ""]
    stale.forms["screen"].submit("_save", status=302)
    assert draft.article.claims.count() == 3


def test_a_claim_thrown_away_meanwhile_does_not_come_back(draft: Story, editor: User, second_editor: User) -> None:
    first, second = Desk(editor).screen(draft.article), Desk(second_editor).screen(draft.article)
    first["claims-0-drop"] = True
    first.submit("_save", status=302)
    stale = second.submit("_save", status=409)
    assert "claim 1: the exact words" in words(stale) and ACTED in words(stale)
    assert list(draft.article.claims.all()) == [draft.relayed]
    # Nor does it once the second editor has read that and saves again.
    stale.forms["screen"].submit("_save", status=302)
    assert list(draft.article.claims.all()) == [draft.relayed]


def test_a_claim_withdrawn_meanwhile_is_not_pinned_anew(story: Story, editor: User, publisher: User) -> None:
    form = Desk(editor).screen(story.article)
    withdraw_claim(by=publisher, claim=story.acted, reason="It is too easy to tell who spoke.")
    fill(form, "claims-0-", paraphrase="Traders had to come.")
    fill(form, "claims-1-", paraphrase="Trade is allowed.")
    stale = form.submit("_save", status=409)
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in stale.html.select(".stale tbody tr")]
    assert rows == [
        ["claim 1: the exact words", "(taken out meanwhile; nothing of it is saved)", ACTED],
        ["claim 2: our paraphrase", "The committee does not forbid trade.", "Trade is allowed."],
    ]
    assert "Taken out meanwhile" in words(stale)
    stale.forms["screen"].submit("_save", status=302)
    assert paraphrases(story.article) == ["The committee gathered traders.", "Trade is allowed."]


def test_the_same_change_made_twice_leaves_nothing_to_decide(draft: Story, editor: User, second_editor: User) -> None:
    for_two = [Desk(editor).screen(draft.article), Desk(second_editor).screen(draft.article)]
    for form in for_two:
        fill(form, "claims-0-", paraphrase="Traders were called in.")
    for_two[0].submit("_save", status=302)
    assert "there is nothing to decide" in words(for_two[1].submit("_save", status=409))


def test_a_page_that_does_not_say_what_it_was_opened_at_counts_as_old(draft: Story, editor: User) -> None:
    form = Desk(editor).screen(draft.article)
    for nonsense in ("", "soon", "-1", "9" * 20):
        form["report-edit_number"] = nonsense
        before = everything()
        form.submit("_save", status=409)
        assert everything() == before


def test_what_is_published_is_what_the_publisher_saw(
    draft: Story, editor: User, publisher: User, reader: Reader
) -> None:
    form = Desk(editor).screen(draft.article)
    keep_as_printed(form)
    form.submit("_save", status=302)
    publishing = sheet(Desk(publisher).get(door("articles_article_publish", draft.article.pk)))
    form = Desk(editor).screen(draft.article)
    fill(form, "report-", headline="What traders were told")
    form.submit("_save", status=302)

    stale = publishing.submit(status=409)
    assert "was changed by somebody else since you opened it" in words(stale)
    assert "“What traders were told” goes to the public site for the first time" in words(stale)
    assert not Act.objects.exists()
    assert reader.get(f"/articles/{draft.article.public_id}/").status_code == 404
    sheet(stale).submit(status=302)
    assert "What traders were told" in reader.get(f"/articles/{draft.article.public_id}/").content.decode()


def test_a_screen_opened_before_a_publication_is_old_after_it(draft: Story, editor: User, publisher: User) -> None:
    form = Desk(editor).screen(draft.article)
    sheet(Desk(publisher).get(door("articles_article_publish", draft.article.pk))).submit(status=302)
    fill(form, "report-", headline="Another headline")
    form.submit("_save", status=409)
    assert draft.article.revisions.get().headline == "Ryanggang committee tells traders what it expects"


@contextmanager
def held_until_both_wait(article: Article) -> Iterator[None]:
    """Hold the report's row until two others wait for it."""
    with transaction.atomic():
        Article.objects.select_for_update().get(pk=article.pk)
        yield
        until_others_wait(2)


@pytest.mark.django_db(transaction=True)
def test_of_two_saves_at_the_same_moment_exactly_one_is_kept(editor: User, publisher: User, draft: Story) -> None:
    sent = {}
    for user, said in ((editor, "Traders were called in."), (publisher, "Traders had to come.")):
        form = Desk(user).screen(draft.article)
        fill(form, "claims-0-", paraphrase=said)
        sent[user] = form.submit_fields("_save")

    def save(user: User) -> int:
        client = Client()
        client.handler = DESK_HANDLER
        enter(client, user)
        fields: dict[str, list[str]] = {}
        for name, value in sent[user]:
            fields.setdefault(name, []).append(value)
        try:
            return client.post(screen_of(draft.article), fields).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as two, held_until_both_wait(draft.article):
        answers = {user: two.submit(save, user) for user in sent}
    status = {user: answer.result() for user, answer in answers.items()}
    assert sorted(status.values()) == [302, 409]
    winner = next(user for user, code in status.items() if code == 302)
    assert paraphrases(draft.article)[0] == dict(sent[winner])["claims-0-paraphrase"]
    assert Article.objects.get(pk=draft.article.pk).edit_number == 1
