"""The cast: an editor, a publisher, a tagger, a keeper of sources, and a reader who sees schema `pub` alone."""

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from typing import Any
from unittest import mock

import hypothesis
import pytest
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import connection, transaction
from django.template import Template
from django.test import Client, override_settings
from django.test.client import ClientHandler
from django.test.utils import instrumented_test_render  # type: ignore[attr-defined]  # its stubs leave it out

from articles.editing.topics import load_topics
from config.door.sessions import SECOND_FACTOR
from config.groups import ensure_groups
from provinces.editing import load_gazetteer
from provinces.models import Province
from tests.databases import asked_at
from tests.planting import Planted, plant
from tests.searches import shelve_samples
from tests.stages import Stage, Stages, standing
from tests.story import IN_TIME, Story, tell

# How long an example takes is the machine's affair: times are measured in benchmarks.
hypothesis.settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Gazetteer, topics and groups stand in the test database from the start."""
    with django_db_blocker.unblock():
        load_vocabulary()


def load_vocabulary() -> None:
    """What every installation has: gazetteer, topics, groups."""
    load_gazetteer()
    load_topics()
    ensure_groups()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks the database as that: on the build server all but `each_python` runs on one Python (.ci/run)."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "django_db_setup" in fixtures or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is there by now stays to the end, thousands of tests and all libraries: never again looked through for what may go."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session", autouse=True)
def quick_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Stylesheets by the names pages ask for, in a folder of this process and not compressed; passwords hashed quickly.

    Templates render as they do outside tests; who asks what a page was made of says so (`kept_contexts`).
    """
    static = {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    with (
        override_settings(
            STATIC_ROOT=tmp_path_factory.mktemp("static"),
            STORAGES={**settings.STORAGES, "staticfiles": static},
            PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        ),
        mock.patch.object(Template, "_render", lambda self, context: self.nodelist.render(context)),
        # The addresses of both sites are kept each by its own name: to go from one to the other forgets none.
        mock.patch("django.urls.clear_url_caches"),
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield


@pytest.fixture
def kept_contexts() -> Iterator[None]:
    """Answers know their `context`: Django's client copies it for every template, each line of a choice among them."""
    with mock.patch.object(Template, "_render", instrumented_test_render):
        yield


def know_vocabulary() -> None:
    """Load it again where a test that commits has emptied the database behind it."""
    if not Province.objects.exists():
        load_vocabulary()


@pytest.fixture
def vocabulary(db: None) -> None:
    """Gazetteer, topics and groups."""
    know_vocabulary()


def user_in(name: str, *groups: str) -> User:
    """An editor of the desk in these groups."""
    user = User.objects.create_user(name, password="a long enough password", is_staff=True)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


@pytest.fixture
def tagger(vocabulary: None) -> User:
    return user_in("tagger", "tagger")


@pytest.fixture
def editor(vocabulary: None) -> User:
    return user_in("editor", "editor")


@pytest.fixture
def publisher(vocabulary: None) -> User:
    return the_publisher()


def the_publisher() -> User:
    """The one of the story, who is there already where it has been told."""
    return User.objects.filter(username="publisher").first() or user_in("publisher", "publisher")


@pytest.fixture
def second_publisher(vocabulary: None) -> User:
    return user_in("second", "publisher")


@pytest.fixture
def keeper(vocabulary: None) -> User:
    return user_in("keeper", "keeper of sources")


def tell_story() -> Story:
    know_vocabulary()
    return tell(by=the_publisher(), at=IN_TIME)


def tell_draft() -> Story:
    know_vocabulary()
    return tell(by=the_publisher(), publish=False)


def tell_samples() -> dict[int, str]:
    know_vocabulary()
    return shelve_samples(the_publisher())


Scenes = Mapping[str, Callable[[], Any]]


@pytest.fixture(scope="session")
def told_how() -> Scenes:
    """What a test may begin with, each once a process in a copy of the database (`stages.stage`); a file may have more."""
    return {"story": tell_story, "draft": tell_draft, "samples": tell_samples}


@pytest.fixture
def story(publisher: User, stage: Stage | None) -> Story:
    """The report with its two claims, published while it was news."""
    return standing(stage, "story", tell_story)


@pytest.fixture(scope="module")
def planted(stages: Stages, django_db_blocker: Any) -> Iterator[Planted]:
    """The planted collection, brought in once a process, in a copy of the database; each test undoes what it adds."""
    found = stages.holding("planted", plant_all)
    with django_db_blocker.unblock(), asked_at(found.database), transaction.atomic():
        yield deepcopy(found.holds)
        transaction.set_rollback(True)


def plant_all() -> Planted:
    know_vocabulary()
    return plant(user_in("planter", "publisher"))


@contextmanager
def planted_once(blocker: Any) -> Iterator[None]:
    """What is planted within stands until the end, for as many tests as there are."""
    with blocker.unblock(), transaction.atomic():
        know_vocabulary()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def draft(publisher: User, stage: Stage | None) -> Story:
    """The same, not published."""
    return standing(stage, "draft", tell_draft)


@pytest.fixture
def samples(publisher: User, stage: Stage | None) -> dict[int, str]:
    """The sample reports, published: row number → key."""
    return standing(stage, "samples", tell_samples)


# The middleware looks through all stylesheets when it is made: once a site, not once a browser.
READER_HANDLER, DESK_HANDLER = ClientHandler(enforce_csrf_checks=False), ClientHandler(enforce_csrf_checks=False)


class Reader(Client):
    """A browser on the public site, served under the rights of role `reader` inside the test's transaction."""

    def __init__(self) -> None:
        super().__init__(raise_request_exception=True)
        self.handler = READER_HANDLER

    def request(self, **request: Any) -> Any:
        with reader_site(), reader_rights():
            response: Any = super().request(**request)
            if response.streaming:
                # What comes in pieces is fetched under the same rights, to its end.
                response.streaming_content = [b"".join(response.streaming_content)]
            return response


@contextmanager
def reader_site() -> Iterator[None]:
    """The public site's addresses and middleware. On it already, nothing is set: every setting tells many that it changed."""
    if settings.ROOT_URLCONF == "config.urls.reader":
        yield
        return
    with override_settings(SITE="reader", ROOT_URLCONF="config.urls.reader", MIDDLEWARE=settings.READER_MIDDLEWARE):
        yield


@pytest.fixture
def on_the_public_site() -> Iterator[None]:
    """Addresses are the reader's, also where a page is asked for without a browser."""
    with reader_site():
        yield


@contextmanager
def reader_rights() -> Iterator[None]:
    """Rights and search path of the reader's login; every deferred rule is checked first, as at a commit.

    As after a commit, the next change of what is public makes another edition.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        # One statement, for tests count them.
        cursor.execute(
            "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; SET LOCAL reading_room.edition = ''"
        )
        cursor.execute(f"SET LOCAL ROLE {settings.READER_ROLE}; SET LOCAL search_path TO pub")
        try:
            yield
        finally:
            if not connection.needs_rollback:
                cursor.execute("RESET ROLE; SET LOCAL search_path TO public")


@pytest.fixture
def reader(vocabulary: None) -> Reader:
    return Reader()


def enter(client: Client, user: User, *, seconds_ago: int = 0) -> None:
    """Sign in as by both factors, so long ago."""
    client.force_login(user)
    session, now = client.session, time.time() - seconds_ago
    session[SECOND_FACTOR] = True
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": now}]
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()


@pytest.fixture
def desk(client: Client) -> Callable[[User], Client]:
    """`desk(editor)`: a browser on the editors' site, logged in."""
    client.handler = DESK_HANDLER

    def logged_in(user: User) -> Client:
        enter(client, user)
        return client

    return logged_in
