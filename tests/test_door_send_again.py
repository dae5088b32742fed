"""What somebody typed outlives the session in which it was typed: it is sent again once he has signed in anew."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article, Topic
from tests.conftest import enter
from tests.desk import Desk, Form, door, everything, fill, sheet, words
from tests.story import Story
from tests.test_door import later  # noqa: F401 — a fixture

HERE = {"Origin": "http://testserver"}
BODY = "Traders waited.\n\n“A bridge” & <b>two</b> ferries."


def sent_too_late(form: Form, *button: str, **headers: str) -> Any:
    return form.submit(*button, status=403, headers=headers)


def test_what_was_typed_is_kept_in_the_page_and_saved_after_signing_in(
    draft: Story,
    editor: User,
    later: Callable[..., None],  # noqa: F811
) -> None:
    desk = Desk(editor)
    form = desk.screen(draft.article)
    fill(form, "report-", headline="What traders were told", byline=BODY.replace("\n", " "))
    fill(form, "claims-0-", paraphrase=BODY)
    later(minutes=31)
    before = everything()
    page = sent_too_late(form, "_save")
    assert "Nothing of it was saved yet" in words(page) and everything() == before
    # Not signed in yet, nothing is lost either.
    page = sent_too_late(sheet(page))
    # In another window of the same browser.
    sign_in_anew(desk, editor)
    before = everything()
    page = sent_too_late(sheet(page), **HERE)
    assert "You have signed in again" in words(page) and everything() == before
    sheet(page).submit(status=302)
    kept = Article.objects.get(pk=draft.article.pk)
    assert kept.revisions.get().headline == "What traders were told"
    said = [claim.versions.latest("number").paraphrase for claim in kept.claims.order_by("pk")]
    assert BODY in [each.replace("\r\n", "\n") for each in said]
    assert kept.byline == BODY.replace("\n", " ")


def sign_in_anew(desk: Desk, user: User) -> None:
    """As the door does it: another session, and another secret for forms."""
    client = Client()
    enter(client, user)
    desk.reset()
    desk.set_cookie(settings.SESSION_COOKIE_NAME, client.cookies[settings.SESSION_COOKIE_NAME].value)
    desk.set_cookie(settings.CSRF_COOKIE_NAME, "z" * 32)


@pytest.mark.parametrize("origin", ["", "https://elsewhere.example", "null"])
def test_a_form_of_another_site_is_not_offered_to_be_sent(origin: str, editor: User, vocabulary: None) -> None:
    desk, topic = Desk(editor), Topic.objects.get(slug="smuggling")
    headers = {"Origin": origin} if origin else {}
    sent = {"name": "Theirs", "slug": "theirs", "csrfmiddlewaretoken": "a" * 64}
    page = desk.post(door("articles_topic_change", topic.pk), sent, status=403, headers=headers)
    assert "Theirs" not in page.text


@pytest.mark.parametrize("name", ["auth_user_add", "sources_sealednote_add", "password_change"])
def test_passwords_and_sealed_notes_are_drawn_nowhere(name: str, publisher: User) -> None:
    desk = Desk()
    token = desk.get("/login/").forms["login-form"]["csrfmiddlewaretoken"].value
    address = "/password_change/" if name == "password_change" else door(name)
    sent = {"password1": "kept to myself", "body": "kept to myself", "csrfmiddlewaretoken": token}
    page = desk.post(address, sent, status=302)
    assert page.location.startswith("/login/")
