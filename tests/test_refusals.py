"""Each screen of the desk refuses by itself who may not use it, before it looks at anything; no screen relies on another.

What opens to whom in all is the table of tests/test_desk_doors.py; here every refusal is asked alone.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, Permission, User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.test import RequestFactory

from articles.admin.editors import EditorAdmin
from articles.desk import (
    adding,
    claim_pages,
    copies,
    figure_page,
    filing,
    history_page,
    merges,
    outcome_page,
    removals,
    views,
)
from articles.models import Article, Claim, Topic
from config import servers_page
from provinces.admin import NeverDeletes, OnlyLooks, WithSpellings
from sources.admin import SealedNoteAdmin
from sources.models import Outlet, SealedNote
from tests.story import Story

pytestmark = pytest.mark.django_db
SITE: Any = None
Ask = Callable[[HttpRequest], Any]


def registered(model: Any) -> Any:
    """The desk's own screen of a model."""
    return admin.site.get_model_admin(model)


ASKS: dict[str, Ask] = {
    "adding": lambda request: adding.add_article(request, SITE),
    "claims, settling": lambda request: claim_pages._settle(request, SITE, {}),
    "claims": lambda request: claim_pages._claim(request, 0),
    "copies": lambda request: copies.copies(request, SITE, 0),
    "figures": lambda request: figure_page._need(request, figure_page.STATE),
    "filing": lambda request: filing.file_many(request, SITE, filing.REPORTS, [1]),
    "history": lambda request: history_page.history(request, SITE),
    "merges": lambda request: merges.merges(request, SITE),
    "merges, undoing": lambda request: merges.undo(request, SITE, 0),
    "outcomes": lambda request: outcome_page._need(request, outcome_page.RECORD),
    "removals": lambda request: removals._need(request),
    "reports": lambda request: views._need(request, views.PUBLISH),
    "servers": lambda request: servers_page.servers_page(request, SITE),
    "topics, merging": lambda request: registered(Topic).merge_view(request, 0),
    "outlets, permissions": lambda request: registered(Outlet).permission_view(request, 0),
    "sealed notes": lambda request: registered(SealedNote).reveal(request, 0),
}


def asked_by(user: Any, method: str = "GET") -> HttpRequest:
    request = RequestFactory().generic(method, "/")
    request.user = user
    return request


@pytest.mark.parametrize("name", ASKS)
def test_a_screen_refuses_who_has_no_right_to_it(name: str, vocabulary: None) -> None:
    nobody = User.objects.create_user("nobody", is_staff=True)
    with pytest.raises(PermissionDenied):
        _or_else(ASKS[name], asked_by(nobody))


def _or_else(ask: Ask, request: HttpRequest) -> None:
    """Whatever it trips over once it has let somebody in is no refusal."""
    try:
        ask(request)
    except PermissionDenied:
        raise
    except Exception as error:
        pytest.fail(f"it let him in ({type(error).__name__})")


def only(user: str, *codenames: str) -> User:
    found = User.objects.create_user(user, is_staff=True)
    found.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return found


def test_who_may_look_at_a_report_may_not_say_more_of_it(draft: Story) -> None:
    looks = only("looks", "view_article")
    with pytest.raises(PermissionDenied):
        _or_else(lambda request: views.article_screen(request, SITE, draft.article.pk), asked_by(looks, "POST"))
    with pytest.raises(PermissionDenied):
        _or_else(lambda request: copies.copies(request, SITE, draft.article.pk), asked_by(looks, "POST"))


def test_nobody_sets_the_password_of_who_may_more(vocabulary: None) -> None:
    of_all = User.objects.create_superuser("of_all")
    publisher = only("publisher", "change_user", "view_user")
    screen: EditorAdmin = registered(User)
    with pytest.raises(PermissionDenied):
        _or_else(lambda request: screen.user_change_password(request, str(of_all.pk)), asked_by(publisher))


def test_screens_that_let_nothing_be_added_changed_or_deleted_say_so_to_everybody(vocabulary: None) -> None:
    request, nothing = asked_by(User.objects.create_superuser("of_all")), None
    looks: Any = OnlyLooks()
    assert not NeverDeletes().has_delete_permission(request)
    assert not looks.has_add_permission(request) and not looks.has_change_permission(request, nothing)
    assert not registered(Claim).has_add_permission(request)
    spelt: Any = object.__new__(WithSpellings)
    assert not spelt.has_add_permission(request)
    assert not registered(Article).has_delete_permission(request)


@pytest.mark.parametrize("user", [AnonymousUser(), User(is_staff=True, is_active=False), User(is_staff=True)])
def test_sealed_notes_are_the_keepers_by_every_way(user: Any, db: None) -> None:
    screen: SealedNoteAdmin = registered(SealedNote)
    ways = (
        screen.has_module_permission, screen.has_view_permission, screen.has_add_permission, screen.has_change_permission,
    )  # fmt: skip
    user.has_perm = lambda permission: permission != "sources.read_sealednote" and not user.is_anonymous
    assert [way(asked_by(user)) for way in ways] == [False] * 4
