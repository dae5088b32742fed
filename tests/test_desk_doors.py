"""Every address of the editors' site and who may come in: by looking (GET), and by sending an empty form (POST)."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.urls.resolvers import URLPattern, URLResolver

from articles.editing.removing import ask_removal
from articles.editing.topic_merging import merge_topics
from articles.editing.withdrawing import withdraw_article
from articles.models import Act, Removal, Topic
from config.urls.desk import DOOR, MACHINES
from provinces.models import Place, Province
from sources.models import SealedNote
from tests.announcements import announce
from tests.conftest import DESK_HANDLER, enter, planted_once, tell_story, the_publisher, user_in
from tests.desk import everything
from tests.safe_headers import in_small_letters, lacking
from tests.shelf import shelve
from tests.story import Story

pytestmark = pytest.mark.long

ROLES = ("tagger", "editor", "publisher", "keeper")
# The group of a role that is not called as the role is.
GROUPS = {"keeper": "keeper of sources"}
Statuses = tuple[int, int, int, int]

ALL: Statuses = (200, 200, 200, 200)
NOBODY: Statuses = (403, 403, 403, 403)
EDITORS: Statuses = (403, 200, 200, 403)
PUBLISHERS: Statuses = (403, 403, 200, 403)
KEEPERS: Statuses = (403, 403, 403, 200)
# An empty form does not say what it was filled in with.
STALE: Statuses = (403, 409, 409, 403)
LED_ON: Statuses = (302, 302, 302, 302)
TAGGERS_LED_ON: Statuses = (302, 302, 302, 403)


@dataclass(frozen=True)
class Door:
    """Answers to the four roles. `of`: what the address names, as in `things`; "" for nothing."""

    get: Statuses
    post: Statuses
    of: str = ""


DOORS = {
    # Our own pages.
    "articles_article_add": Door(EDITORS, (403, 422, 422, 403)),
    "articles_article_change": Door(ALL, (409, 409, 409, 403), "article"),
    "articles_article_preview": Door(ALL, ALL, "article"),
    "articles_article_publish": Door(PUBLISHERS, (403, 403, 422, 403), "article"),
    "articles_article_withdraw": Door(PUBLISHERS, (403, 403, 422, 403), "article"),
    # Nothing is withdrawn here.
    "articles_article_restore": Door((403, 403, 302, 403), (403, 403, 302, 403), "article"),
    "articles_article_copies": Door(ALL, (403, 422, 422, 403), "article"),
    "articles_article_history": Door(ALL, ALL, "article"),
    # Nothing was chosen on a list before.
    "articles_article_file": Door(TAGGERS_LED_ON, TAGGERS_LED_ON),
    "articles_claim_file": Door(TAGGERS_LED_ON, TAGGERS_LED_ON),
    # The only text is out.
    "articles_article_remove": Door((403, 403, 302, 403), (403, 403, 302, 403), "article"),
    "articles_claim_change": Door(LED_ON, LED_ON, "claim"),
    "articles_claim_grade": Door((200, 200, 200, 403), (422, 422, 422, 403), "claim"),
    "articles_claim_links": Door((200, 200, 200, 403), (422, 422, 422, 403), "claim"),
    "articles_claim_figures": Door(ALL, STALE, "claim"),
    "articles_claim_outcome": Door(ALL, (403, 422, 422, 403), "announcement"),
    "articles_claim_withdraw": Door(PUBLISHERS, (403, 403, 422, 403), "claim"),
    "articles_topic_merge": Door(EDITORS, (403, 422, 422, 403), "topic"),
    "sources_institution_merge": Door(EDITORS, (403, 422, 422, 403), "institution"),
    "sources_outlet_merge": Door(EDITORS, (403, 422, 422, 403), "outlet"),
    "sources_outlet_permission": Door(PUBLISHERS, (403, 403, 422, 403), "outlet"),
    "sources_sealednote_reveal": Door((405, 405, 405, 405), KEEPERS, "note"),
    # The stock admin's.
    "articles_article_changelist": Door(ALL, ALL),
    "articles_claim_changelist": Door(ALL, ALL),
    "articles_act_changelist": Door(ALL, ALL),
    "articles_act_add": Door(NOBODY, NOBODY),
    "articles_act_change": Door(ALL, NOBODY, "act"),
    "articles_act_history": Door(ALL, ALL, "act"),
    "articles_act_delete": Door(NOBODY, NOBODY, "act"),
    "articles_topic_changelist": Door(ALL, ALL),
    "articles_topic_add": Door(EDITORS, EDITORS),
    "articles_topic_change": Door(ALL, STALE, "topic"),
    "articles_topic_history": Door(ALL, ALL, "topic"),
    "articles_topic_delete": Door(NOBODY, NOBODY, "topic"),
    "sources_institution_changelist": Door(ALL, ALL),
    "sources_institution_add": Door(EDITORS, EDITORS),
    "sources_institution_change": Door(ALL, STALE, "institution"),
    "sources_institution_history": Door(ALL, ALL, "institution"),
    "sources_institution_delete": Door(NOBODY, NOBODY, "institution"),
    "sources_outlet_changelist": Door(ALL, ALL),
    "sources_outlet_add": Door(EDITORS, EDITORS),
    "sources_outlet_change": Door(ALL, STALE, "outlet"),
    "sources_outlet_history": Door(ALL, ALL, "outlet"),
    "sources_outlet_delete": Door(NOBODY, NOBODY, "outlet"),
    "sources_sealednote_changelist": Door(KEEPERS, KEEPERS),
    "sources_sealednote_add": Door(KEEPERS, KEEPERS),
    "sources_sealednote_change": Door(KEEPERS, (403, 403, 403, 409), "note"),
    "sources_sealednote_history": Door(KEEPERS, KEEPERS, "note"),
    "sources_sealednote_delete": Door(NOBODY, NOBODY, "note"),
    "provinces_province_changelist": Door(ALL, ALL),
    "provinces_province_add": Door(NOBODY, NOBODY),
    "provinces_province_change": Door(ALL, STALE, "province"),
    "provinces_province_history": Door(ALL, ALL, "province"),
    "provinces_province_delete": Door(NOBODY, NOBODY, "province"),
    "provinces_place_changelist": Door(ALL, ALL),
    "provinces_place_add": Door(NOBODY, NOBODY),
    "provinces_place_change": Door(ALL, NOBODY, "place"),
    "provinces_place_history": Door(ALL, ALL, "place"),
    "provinces_place_delete": Door(NOBODY, NOBODY, "place"),
    "auth_user_changelist": Door(PUBLISHERS, PUBLISHERS),
    "auth_user_add": Door(PUBLISHERS, PUBLISHERS),
    "auth_user_change": Door(PUBLISHERS, (403, 403, 409, 403), "user"),
    "auth_user_password_change": Door(PUBLISHERS, PUBLISHERS, "user"),
    "auth_user_history": Door(PUBLISHERS, PUBLISHERS, "user"),
    "auth_user_delete": Door(NOBODY, NOBODY, "user"),
    # Our own pages about no single report.
    "history": Door(ALL, ALL),
    "fell_due": Door(ALL, ALL),
    "removals": Door(PUBLISHERS, PUBLISHERS),
    "removal": Door(PUBLISHERS, (403, 403, 422, 403), "removal"),
    "topic_merges": Door(ALL, ALL),
    # Sent, it is taken back, by the first who may.
    "topic_merge_undo": Door(EDITORS, (403, 302, 302, 403), "merge"),
    # The frame around them.
    "index": Door(ALL, ALL),
    "password_change": Door(ALL, ALL),
    "password_change_done": Door(ALL, (405, 405, 405, 405)),
    "jsi18n": Door(ALL, (405, 405, 405, 405)),
    # Asked for nothing it offers nothing; what it finds is in tests/test_desk_vocabulary.py.
    "autocomplete": Door(NOBODY, (405, 405, 405, 405)),
}
# Who is not logged in comes in here, who is goes out; the rest leads nowhere, or needs a name of its own.
ELSEWHERE = {"login", "logout", "view_on_site", "app_list"}
# The door's own pages and the one about machines, by what they are named outside of the admin; what they do is in
# tests/test_door.py and tests/test_desk_servers.py.
BEFORE = {
    "account_login": "",
    "mfa_authenticate": "",
    "account_reauthenticate": "",
    "mfa_reauthenticate": "",
    "mfa_reauthenticate_webauthn": "",
    "mfa_index": "",
    "mfa_activate_totp": "",
    "mfa_deactivate_totp": "",
    "mfa_add_webauthn": "",
    "mfa_remove_webauthn": "user",
    "mfa_view_recovery_codes": "",
    "mfa_generate_recovery_codes": "",
    "my_sessions": "",
    "change_password": "",
    "servers": "",
}
# Everybody the desk tells apart, and the committed table of what opens to whom.
EVERYBODY = (*ROLES, "superuser", "no group", "nobody")
TABLE = Path(__file__).parent.parent / "docs" / "permissions.md"


@dataclass(frozen=True)
class House:
    """The story with one of each thing that an address may name, and who works there."""

    cast: dict[str, User]
    story: Story
    # The address of each door, and those of the door's own pages.
    addresses: dict[str, str]
    before: dict[str, str]


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: Any) -> Iterator[House]:
    """Brought in once for this file; each test undoes what it adds."""
    with planted_once(django_db_blocker):
        yield build()


def build() -> House:
    story = tell_story()
    cast = {role: the_publisher() if role == "publisher" else user_in(role, GROUPS.get(role, role)) for role in ROLES}
    note = SealedNote.objects.create(attribution=story.source, body="a niece of the manager", written_by=cast["keeper"])
    things = {
        "article": story.article,
        "claim": story.acted,
        "announcement": announce(by=cast["publisher"], due="2023-04"),
        "outlet": story.outlet,
        "institution": story.committee,
        "note": note,
        "topic": Topic.objects.get(slug="smuggling"),
        "province": Province.objects.get(slug="ryanggang"),
        "place": Place.objects.get(slug="hyesan"),
        "act": Act.objects.earliest("number"),
        "user": cast["tagger"],
        "removal": _asked_removal(cast["publisher"]),
        "merge": merge_topics(
            by=cast["editor"],
            topic=Topic.objects.get(slug="rice-prices"),
            into=Topic.objects.get(slug="corn-prices"),
        ),
    }
    addresses = {
        name: reverse(f"admin:{name}", args=[things[door.of].pk] if door.of else []) for name, door in DOORS.items()
    }
    before = {name: reverse(name, args=[cast["tagger"].pk] if of else []) for name, of in BEFORE.items()}
    return House(cast, story, addresses, before)


@dataclass(frozen=True)
class Walk:
    """One person at every door: looking first at each, then sending an empty form to each.

    `seen`, `sent`: door → the answer. `kept`: every row before the first look, and after the last.
    """

    seen: dict[str, Any]
    sent: dict[str, int]
    kept: tuple[dict[str, Any], dict[str, Any]]


Walked = Callable[[str], Walk]


@pytest.fixture(scope="module")
def walked(house: House) -> Walked:
    """`walked("editor")`: each walks once for this file, and nothing is left of it."""

    @cache
    def walk(who: str) -> Walk:
        with transaction.atomic():
            browser = browser_of(house, who)
            before = everything()
            doors = {**house.addresses, **house.before}
            seen = {name: browser.get(address) for name, address in doors.items()}
            after = everything()
            sent = {name: browser.post(address).status_code for name, address in doors.items()}
            transaction.set_rollback(True)
        return Walk(seen, sent, (before, after))

    return walk


def browser_of(house: House, who: str) -> Client:
    """Logged in, but for nobody."""
    others = {"superuser": lambda: User.objects.create_superuser("root"), "no group": lambda: user_in("bystander")}
    client = Client()
    client.handler = DESK_HANDLER
    if who != "nobody":
        enter(client, house.cast[who] if who in house.cast else others[who]())
    return client


def _asked_removal(by: User) -> Removal:
    """A removal that waits for a second person, of the text of a withdrawn report."""
    gone = shelve(by=by, headline="What has to go")
    withdraw_article(by=by, article=gone, reason="a person")
    return ask_removal(by=by, revision=gone.revisions.get(), reason="a person")


def names_of(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names_of(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


def test_every_address_of_the_editors_site_is_in_the_table() -> None:
    assert set(names_of(admin.site.urls[0])) == set(DOORS) | ELSEWHERE
    assert set(names_of([*DOOR, *MACHINES])) == set(BEFORE)


@pytest.mark.parametrize("who", EVERYBODY)
def test_what_opens_to_whom_is_as_the_committed_table_says(who: str, walked: Walked, db: None) -> None:
    """After a change that is meant: `GOLDEN=write pytest tests/test_desk_doors.py -k table`."""
    walk = walked(who)
    found = {name: f"{answer.status_code} {walk.sent[name]}" for name, answer in walk.seen.items()}
    table = read_table()
    if os.environ.get("GOLDEN") == "write":
        write_table({name: {**table.get(name, {}), who: found[name]} for name in found})
    assert {name: row.get(who) for name, row in read_table().items()} == found


def read_table() -> dict[str, dict[str, str]]:
    """By page and person, "GET POST"."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {name.strip("`"): dict(zip(EVERYBODY, cells, strict=True)) for name, *cells in rows}


def write_table(rows: dict[str, dict[str, str]]) -> None:
    head = TABLE.read_text(encoding="utf-8").split("\n| ")[0]
    lines = [f"| page | {' | '.join(EVERYBODY)} |", "|---" * (len(EVERYBODY) + 1) + "|"]
    lines += [f"| `{name}` | {' | '.join(row.get(who, '') for who in EVERYBODY)} |" for name, row in rows.items()]
    TABLE.write_text(head + "\n" + "\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.parametrize("role", ROLES)
def test_each_role_comes_in_where_it_may_and_nowhere_else(role: str, walked: Walked, db: None) -> None:
    walk, place = walked(role), ROLES.index(role)
    assert {name: walk.seen[name].status_code for name in DOORS} == {
        name: door.get[place] for name, door in DOORS.items()
    }
    assert {name: walk.sent[name] for name in DOORS} == {name: door.post[place] for name, door in DOORS.items()}


@pytest.mark.parametrize("role", ROLES)
def test_looking_changes_nothing(role: str, walked: Walked, db: None) -> None:
    before, after = walked(role).kept
    assert after == before


def test_who_is_not_logged_in_is_asked_to_and_changes_nothing(house: House, db: None) -> None:
    stranger = browser_of(house, "nobody")
    before = everything()
    for address in house.addresses.values():
        for answer in (stranger.get(address), stranger.post(address, {"post": "yes", "reason": "I may", "sure": "on"})):
            assert answer.status_code == 302 and answer["Location"] == f"/login/?next={address}"
    assert everything() == before
    assert stranger.get("/nothing/here/").status_code == 302
    assert stranger.get("/login/").status_code == 200


def test_an_account_that_is_locked_out_comes_in_nowhere(house: House, db: None) -> None:
    browser = browser_of(house, "publisher")
    User.objects.filter(pk=house.cast["publisher"].pk).update(is_active=False)
    assert {browser.get(address).status_code for address in house.addresses.values()} == {302}


@pytest.mark.parametrize("role", ROLES)
def test_nothing_is_deleted_from_any_screen(role: str, house: House, walked: Walked, db: None) -> None:
    walk, browser = walked(role), browser_of(house, role)
    before = everything()
    for name, address in house.addresses.items():
        if name.endswith("_delete"):
            assert browser.post(address, {"post": "yes"}).status_code == 403
        if name.endswith("_changelist"):
            browser.post(address, {"action": "delete_selected", "_selected_action": ["1"], "post": "yes"})
    assert everything() == before
    for name, door in DOORS.items():
        if door.get[ROLES.index(role)] == 200:
            page = BeautifulSoup(walk.seen[name].content, "html.parser")
            assert not page.select(".deletelink, .delete input, [name$=-DELETE], [value=delete_selected]"), name


def test_reports_and_claims_have_no_stock_screen_by_any_spelling_of_their_number(house: House, db: None) -> None:
    browser = browser_of(house, "publisher")
    for model, row in (("article", house.story.article), ("claim", house.story.acted)):
        for spelt in (f"+{row.pk}", f"{row.pk}_20", f"_2B{row.pk}", f"{row.pk}.0"):
            for page in ("change/", "history/", "delete/", ""):
                assert browser.get(f"/articles/{model}/{spelt}/{page}").status_code == 404


def test_the_icon_that_browsers_ask_for_is_there(db: None) -> None:
    browser = Client()
    browser.handler = DESK_HANDLER
    page = BeautifulSoup(browser.get("/login/").content, "html.parser")
    (icon,) = page.select("link[rel=icon]")
    led_on = browser.get("/favicon.ico")
    assert (led_on.status_code, led_on["Location"]) == (302, icon["href"])
    assert (Path(settings.STATIC_ROOT) / str(icon["href"]).removeprefix("/static/")).is_file()


def test_no_page_of_the_desk_is_kept_or_runs_a_script_of_its_own(walked: Walked, db: None) -> None:
    answers = walked("publisher").seen
    for name in DOORS:
        answer = answers[name]
        assert list(lacking("desk", in_small_letters(answer))) == [], name
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            policy = answer["Content-Security-Policy"]
            assert "default-src 'none'" in policy and "unsafe" not in policy, name
            page = BeautifulSoup(answer.content, "html.parser")
            assert not page.select("script:not([src]):not([type='application/json']), [style], [onclick]"), name
