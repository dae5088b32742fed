"""A report comes in again while editors work on it: what they wrote stays, and what came in is seen before it is kept."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.editing.drafting import latest_revision
from articles.editing.leaving import propose_leaving
from articles.editing.publishing import publish_article
from articles.editing.removing import ask_removal, confirm_removal
from articles.models import Act, ActKind, Article, Claim, PublicText, Revision
from tests.desk import Desk, door, fill, keep_as_printed, pin, sheet, words
from tests.story import FILE, HEADLINE

PRINTED, MENDED, LATER = "soap, paper and cloth", "soap, paper and linen", "soap and paper"
ADDRESS = "https://courier.example/traders"
Bring = Callable[..., tuple[str, int]]


@pytest.fixture
def bring(publisher: User, tmp_path: Path) -> Bring:
    """`bring(words, …)`: import the story's report, these words in it; the first word of its line, and the exit code."""

    def command(words: str = PRINTED, *extra: str) -> tuple[str, int]:
        path, out, code = tmp_path / "committee.txt", StringIO(), 0
        path.write_text(FILE.read_text(encoding="utf-8").replace(PRINTED, words))
        given = ("--headline", HEADLINE, "--published", "2022-04", "--url", ADDRESS, "--outlet", "Northern Courier")
        try:
            call_command("import_reports", str(path), *given, "--by", "publisher", *extra, stdout=out)
        except CommandError as error:
            code = error.returncode
        return out.getvalue().split(" ")[0], code

    return command


def mend(editor: User, **fields: str) -> None:
    """Better the one report's text on its screen."""
    form = Desk(editor).screen(Article.objects.get())
    fill(form, "report-", body=form["report-body"].value.replace(PRINTED, MENDED), **fields)
    form.submit("_save", status=302)


def newest() -> Revision:
    return latest_revision(Article.objects.get())


@pytest.mark.parametrize("publish", [(), ("--show", "full", "--publish")])
def test_the_same_file_again_leaves_what_an_editor_made_of_it(
    publish: tuple[str, ...], bring: Bring, editor: User
) -> None:
    bring(PRINTED, *publish)
    mend(editor, headline="What traders were told")
    made = newest()
    assert bring(PRINTED) == ("unchanged", 0)
    assert (newest().pk, newest().headline) == (made.pk, "What traders were told")
    assert MENDED in newest().body and newest().reason == made.reason


def test_a_correction_that_is_out_is_not_taken_back_by_the_file_it_corrects(
    bring: Bring, editor: User, publisher: User
) -> None:
    bring(PRINTED, "--show", "full", "--publish")
    mend(editor, reason="a slip of theirs")
    publish_article(by=publisher, article=Article.objects.get())
    assert MENDED in newest().body and newest().published_at is not None
    assert bring(PRINTED, "--publish") == ("unchanged", 0)
    assert Revision.objects.count() == 2


def test_the_same_file_again_publishes_nothing_that_editors_did_to_a_report_that_is_out(
    bring: Bring, editor: User
) -> None:
    bring(PRINTED, "--show", "full", "--publish")
    form = Desk(editor).screen(Article.objects.get())
    pin(form, "the committee asked the companies to study the new trade rules")
    form.submit("_save", status=302)
    assert bring(PRINTED, "--publish") == ("unchanged", 0)
    mend(editor)
    assert bring(PRINTED, "--publish") == ("unchanged", 0)
    assert (Act.objects.count(), Claim.objects.published().count()) == (1, 0)
    assert (Article.objects.get().state, PRINTED in PublicText.objects.get().body) == ("published", True)


def test_words_that_were_removed_do_not_come_back_by_the_file_they_came_in(
    bring: Bring, editor: User, publisher: User, second_publisher: User
) -> None:
    bring(PRINTED, "--show", "full", "--publish")
    first = newest()
    mend(editor, reason="words had to go")
    publish_article(by=publisher, article=Article.objects.get(), kind=ActKind.CORRECTED_HERE, reason="words had to go")
    # Whatever says so, the same file could come in until then.
    assert bring(PRINTED, "--publish") == ("unchanged", 0)
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=first, reason="a person"))
    assert bring(PRINTED, "--publish") == ("rejected", 1)
    assert not any(PRINTED in revision.body for revision in Revision.objects.all())
    assert bring(MENDED) == ("unchanged", 0)


def test_a_headline_that_an_editor_emptied_is_filled_and_the_text_stays(bring: Bring, editor: User) -> None:
    bring()
    mend(editor, headline="")
    assert bring() == ("revised", 0)
    assert newest().headline == HEADLINE and MENDED in newest().body
    assert bring() == ("unchanged", 0)
    assert MENDED in newest().body


@pytest.mark.parametrize("publish", [(), ("--show", "full", "--publish")])
def test_another_text_takes_the_place_of_no_editors_words(publish: tuple[str, ...], bring: Bring, editor: User) -> None:
    bring(PRINTED, *publish)
    mend(editor)
    assert bring(LATER) == ("rejected", 1)
    assert MENDED in newest().body


def test_another_text_takes_the_place_of_one_that_only_came_in(bring: Bring, editor: User, publisher: User) -> None:
    bring(PRINTED, "--show", "full", "--publish")
    assert (bring("soap"), bring(LATER)) == (("revised", 0), ("revised", 0))
    assert (newest().number, LATER in newest().body) == (2, True)
    # What follows a text that an editor corrected, and that is out, waits beside it.
    form = Desk(editor).screen(Article.objects.get())
    fill(form, "report-", headline="What traders were told")
    form.submit("_save", status=302)
    publish_article(by=publisher, article=Article.objects.get())
    assert bring("paper") == ("revised", 0)
    assert [text.published_at is None for text in Revision.objects.order_by("number")] == [False, False, True]


def test_a_screen_that_was_open_while_a_text_came_in_is_old(bring: Bring, editor: User) -> None:
    bring()
    form = Desk(editor).screen(Article.objects.get())
    bring(LATER)
    fill(form, "report-", byline="Pak Il Nam")
    stale = form.submit("_save", status=409)
    assert "the report: text" in words(stale).lower()
    assert LATER in newest().body


def test_what_came_in_since_the_publisher_looked_does_not_go_out(bring: Bring, publisher: User) -> None:
    bring()
    publishing = sheet(Desk(publisher).get(door("articles_article_publish", Article.objects.get().pk)))
    bring(LATER)
    publishing.submit(status=409)
    assert newest().published_at is None


def test_what_changed_nothing_leaves_open_screens_as_they_are(bring: Bring, editor: User) -> None:
    bring()
    form = Desk(editor).screen(Article.objects.get())
    bring()
    fill(form, "report-", byline="Pak Il Nam")
    form.submit("_save", status=302)
    assert Article.objects.get().byline == "Pak Il Nam"


ASKED = "the committee asked the companies to study the new trade rules"


def pinned(editor: User, exact: str = ASKED) -> Claim:
    """A claim that an editor pinned in the one report, and that waits."""
    form = Desk(editor).screen(Article.objects.get())
    pin(form, exact)
    keep_as_printed(form)
    form.submit("_save", status=302)
    return Claim.objects.latest("pk")


@pytest.mark.parametrize("publish", [(), ("--show", "full", "--publish")])
def test_a_text_that_came_in_and_goes_out_takes_no_waiting_claim_along(
    publish: tuple[str, ...], bring: Bring, editor: User, publisher: User
) -> None:
    bring(PRINTED, *publish)
    claim = pinned(editor)
    assert bring(LATER, "--show", "full", "--publish") == ("revised", 0)
    assert LATER in PublicText.objects.get(is_current=True).body
    assert [subject["id"] for act in Act.objects.all() for subject in act.subjects if subject["id"][0] == "c"] == []
    assert (Claim.objects.published().count(), claim.versions.get().published_at) == (0, None)
    # It waits pinned to the new text, and goes out when somebody publishes it.
    assert claim.versions.get().revision == newest()
    publish_article(by=publisher, article=Article.objects.get())
    assert Claim.objects.published().get() == claim


def test_a_claim_that_is_out_follows_a_text_that_came_in_as_it_was_out(
    bring: Bring, editor: User, publisher: User
) -> None:
    bring(PRINTED, "--show", "full", "--publish")
    claim = pinned(editor)
    publish_article(by=publisher, article=Article.objects.get())
    form = Desk(editor).screen(Article.objects.get())
    fill(form, "claims-0-", paraphrase="Nobody has read this yet.")
    form.submit("_save", status=302)
    assert bring(LATER, "--publish") == ("revised", 0)
    out, waiting = claim.versions.get(is_current=True), claim.versions.get(published_at=None)
    assert (out.revision, waiting.revision) == (newest(), newest())
    assert (out.paraphrase, waiting.paraphrase) == ("", "Nobody has read this yet.")
    assert waiting.number == out.number + 1 == 3


def test_a_text_that_came_in_takes_out_no_claim_that_only_was_to_leave(
    bring: Bring, editor: User, publisher: User
) -> None:
    bring(PRINTED, "--show", "full", "--publish")
    claim = pinned(editor)
    publish_article(by=publisher, article=Article.objects.get())
    propose_leaving(by=editor, claim=claim, reason="said by nobody")
    assert bring(LATER, "--publish") == ("revised", 0)
    assert Claim.objects.published().get().leaves_because == "said by nobody"


def test_what_editors_wrote_in_a_draft_does_not_go_out_with_the_file_it_came_in(bring: Bring, editor: User) -> None:
    bring()
    mend(editor)
    assert bring(PRINTED, "--show", "full", "--publish") == ("unchanged", 0)
    assert (Article.objects.get().state, newest().published_at) == ("draft", None)


def test_a_text_that_came_in_takes_no_retraction_back(bring: Bring, publisher: User) -> None:
    bring(PRINTED, "--show", "full", "--publish")
    publish_article(
        by=publisher, article=Article.objects.get(), kind=ActKind.RETRACTED, reason="the outlet took it back"
    )
    assert bring(LATER, "--publish") == ("revised", 0)
    assert (Article.objects.get().state, newest().published_at) == ("retracted", None)
