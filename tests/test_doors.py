"""Every public address, as the reader's login sees it: what is published opens, what is not does not."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from csp.constants import HEADER
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from django.urls import get_resolver, is_valid_path, reverse
from django.urls.resolvers import URLPattern, URLResolver
from django.views.debug import SafeExceptionReporterFilter

from articles.api.names import LISTS
from articles.briefing import Briefing, Pin
from articles.editing.withdrawing import withdraw_article
from articles.urls import urlpatterns
from articles.urls.lists import INDEXES
from config.policy import SamePolicy
from tests.conftest import Reader
from tests.safe_headers import WANTED, in_small_letters, lacking
from tests.story import DESCRIPTOR, RELAYED, Story

# Name of each public address → what stands in for its arguments in the story; None for none.
DOORS: dict[str, dict[str, str]] = {
    "home": {},
    "about": {},
    "article": {"public_id": "{article}"},
    "revision": {"public_id": "{article}", "number": "1"},
    "timemap": {"public_id": "{article}"},
    "article_short": {"public_id": "{article}"},
    "claim": {"public_id": "{claim}"},
    "claim_version": {"public_id": "{claim}", "number": "1"},
    "claim_short": {"public_id": "{claim}"},
    "article_cite": {"public_id": "{article}", "ending": "ris"},
    "revision_cite": {"public_id": "{article}", "number": "1", "ending": "txt"},
    "claim_cite": {"public_id": "{claim}", "ending": "csl.json"},
    "claim_version_cite": {"public_id": "{claim}", "number": "1", "ending": "bib"},
    "briefing": {},
    "briefing_file": {"ending": "md"},
    "annotation": {"public_id": "{claim}"},
    "check": {},
    "healthz": {},
    "readyz": {},
    "robots": {},
    "sitemap": {},
    "sitemap_file": {"number": "1"},
    "data": {},
    "security": {},
    "articles": {},
    "claims": {},
    "provinces": {},
    "province": {"slug": "ryanggang"},
    "topics": {},
    "topic": {"slug": "self-reliance"},
    "institutions": {},
    "institution": {"slug": "ryanggang-party-committee"},
    "outlets": {},
    "outlet": {"slug": "northern-courier"},
    "search": {},
    "timeline": {},
    "map": {},
    "coverage": {},
    "contradictions": {},
    "due": {},
    "series": {},
    "series_of": {"item": "rice"},
    "series_at": {"item": "rice", "place": "ryanggang"},
    **{f"api:{name}": {} for name in ("index", *LISTS)},
    "openapi": {},
    "api:article": {"public_id": "{article}"},
    "api:claim": {"public_id": "{claim}"},
    "api:change": {"number": "1"},
    "api:series_of": {"item": "rice"},
    "changes": {},
    "change": {"number": "1"},
    "ledger": {},
    **{
        f"{name}_csv": {}
        for name in (
            "articles",
            "claims",
            "contradictions",
            "due",
            "series",
            "search",
            "changes",
            "timeline",
            "map",
            "coverage",
            *INDEXES,
        )
    },
    **{
        f"{name}_{format}": {}
        for name in ("articles", "claims", "contradictions", "due", "series", "search", "changes", *INDEXES)
        for format in ("atom", "json")
    },
    **{f"series_of_{format}": {"item": "rice"} for format in ("csv", "atom", "json")},
    **{f"series_at_{format}": {"item": "rice", "place": "hyesan"} for format in ("csv", "atom", "json")},
}
# These open only for a report with two texts, or with a translation: tests/test_revisions.py, tests/test_beside.py.
OPENED_ELSEWHERE = {"difference", "beside", "api:api-root"}
REDIRECTS = {"article_short", "claim_short"}
NEEDS_A_QUERY = {
    **dict.fromkeys(("search_atom", "search_json", "search_csv"), "?q=trade"),
    "briefing_file": "?{briefing}",
}


def path_of(name: str, story: Story) -> str:
    """The address of a door in the story."""
    known = {"article": story.article.public_id, "claim": story.relayed.public_id}
    arguments = {key: value.format(**known) for key, value in DOORS[name].items()}
    briefing = Briefing((Pin(story.relayed.public_id, 1),)).query
    address = reverse(f"articles:{name}", "config.urls.reader", kwargs=arguments)
    return address + NEEDS_A_QUERY.get(name, "").format(briefing=briefing)


def names(patterns: Sequence[URLPattern | URLResolver], namespace: str = "") -> Iterator[str]:
    """The name of every address, those below others too."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns, f"{pattern.namespace}:")
        elif pattern.name:
            yield namespace + pattern.name


def test_every_public_address_is_in_the_table() -> None:
    assert set(names(urlpatterns)) == set(DOORS) | OPENED_ELSEWHERE
    assert _top_level("config.urls.reader") == ["articles.urls"]


def _top_level(urlconf: str) -> list[str]:
    found: list[URLPattern | URLResolver] = get_resolver(urlconf).url_patterns
    return [getattr(each.urlconf_module, "__name__", "") for each in found if isinstance(each, URLResolver)]


@pytest.mark.parametrize("name", DOORS)
def test_a_public_door_opens_without_cookies_or_scripts(name: str, story: Story, reader: Reader) -> None:
    response = reader.get(path_of(name, story))
    assert response.status_code == (308 if name in REDIRECTS else 200)
    assert not response.cookies
    kind = response.get("Content-Type", "application/json")
    assert "charset=utf-8" in kind or not re.match("text/|[^;]*xml", kind), kind
    assert list(lacking("reader", in_small_letters(response), runs=True)) == []
    body = response.getvalue().decode()
    # A block of data is no script: no browser runs it.
    assert set(re.findall("<script[^>]*", body)) <= {'<script type="application/ld+json"'}
    assert " style=" not in body


def test_what_was_asked_is_not_echoed(vocabulary: None, reader: Reader) -> None:
    for address in ("/", "/about/", "/search/", "/nothing/"):
        answer = reader.trace(address, headers={"x-planted": "planted-7391"})
        assert answer.status_code == 405 and b"planted" not in answer.content, address


@pytest.mark.parametrize(
    "address", ["/nothing/", "/articles/a0000000/", "/articles/?year=soon", "/%00", "/articles", "/api/v1/nothing"]
)
def test_what_goes_wrong_or_leads_on_is_guarded_as_pages_are(address: str, vocabulary: None, reader: Reader) -> None:
    answers = [reader.get(address), reader.get("/about/", headers={"host": "elsewhere.example"}), reader.put("/about/")]
    assert {answer.status_code for answer in answers} <= {301, 308, 400, 404, 405, 200}
    assert [list(lacking("reader", in_small_letters(answer), runs=True)) for answer in answers] == [[], [], []]


# What a form of ours is sent to.
FORMS = {"briefing", "briefing_file", "check"}


def test_nothing_is_put_anywhere(story: Story, reader: Reader) -> None:
    report = f"/articles/{story.article.public_id}"
    addresses = {name: path_of(name, story) for name in DOORS}
    addresses |= {"difference": f"{report}/diff/1..2/", "beside": f"{report}/beside/{story.article.public_id}/"}
    for name, address in addresses.items():
        for ask in (reader.put, reader.delete, reader.patch, reader.options, *([] if name in FORMS else [reader.post])):
            answer = ask(address)
            assert answer.status_code == 405, (name, address)
            allowed = {each.strip() for each in answer["Allow"].split(",")}
            assert allowed == {"GET", "HEAD"} | ({"POST"} if name in FORMS else set()), name


def test_a_head_is_what_the_page_would_say_of_itself(story: Story, reader: Reader) -> None:
    for name in DOORS:
        whole, head = (ask(path_of(name, story)) for ask in (reader.get, reader.head))
        assert head.status_code == whole.status_code, name
        assert head.getvalue() == b"", name
        assert head.get("Content-Type") == whole.get("Content-Type"), name


def test_what_is_made_for_one_reader_is_kept_by_nobody(story: Story, reader: Reader) -> None:
    sent = {"text": story.relayed.public_id}
    answers = [
        reader.post("/check/", sent),
        reader.post("/briefing/", sent),
        reader.get("/healthz"),
        reader.get("/readyz"),
    ]
    assert [answer.status_code for answer in answers] == [200, 303, 200, 200]
    assert ["no-store" in answer["Cache-Control"] for answer in answers] == [True] * 4


@pytest.mark.parametrize("name", ["articles.views.footnotes", "articles.views.briefing"])
def test_what_was_pasted_is_told_to_no_report_of_errors(
    name: str, rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    views, looks = import_module(name), SafeExceptionReporterFilter()

    def breaks(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(views, "find", breaks)
    monkeypatch.setattr(views, "briefing_page", breaks, raising=False)
    monkeypatch.setattr(views, "_whole", breaks, raising=False)
    asked: list[tuple[Any, ...]] = (
        [(views.check,)] if hasattr(views, "check") else [(views.briefing,), (views.file, "docx")]
    )
    wanted = {"check", "_checked"} if hasattr(views, "check") else {"briefing", "_pasted", "file"}
    seen = set()
    for view, *more in asked:
        request = rf.post("/", {"text": "planted-7391", "note": "planted-7391", "title": "planted-7391"})
        with pytest.raises(ZeroDivisionError) as broke:
            view(request, *more)
        assert "planted" not in str(looks.get_post_parameters(request)), view
        for entry in broke.traceback:
            if entry.frame.code.path == Path(str(views.__file__)) and entry.name in wanted:
                words = [value for _, value in looks.get_traceback_frame_variables(request, entry.frame.raw)]
                assert words and set(map(str, words)) == {looks.cleansed_substitute}, entry.name
                seen.add(entry.name)
    assert seen == wanted


@pytest.mark.parametrize("name", WANTED)
def test_a_header_that_is_lost_is_missed(name: str, vocabulary: None, reader: Reader) -> None:
    headers = in_small_letters(reader.get("/about/"))
    assert len(list(lacking("reader", headers | {name: "other"}, runs=True))) == 1


@pytest.mark.parametrize("name", DOORS)
def test_nothing_of_a_draft_is_behind_any_door(name: str, draft: Story, reader: Reader) -> None:
    response = reader.get(path_of(name, draft), follow=True)
    body = response.getvalue().decode()
    assert RELAYED[:30] not in body
    assert draft.article.public_id not in body
    assert draft.outlet.name not in body
    if {"public_id"} & set(DOORS[name]):
        assert response.status_code == 404


def test_the_same_look_finds_the_words_once_published(story: Story, reader: Reader) -> None:
    body = reader.get(path_of("article", story)).content.decode()
    assert RELAYED[:30] in body
    assert story.outlet.name in body


# A briefing prints what its claims' own pages print.
@pytest.mark.parametrize("name", [name for name in DOORS if "public_id" not in DOORS[name] and name != "briefing_file"])
def test_lists_never_print_who_the_source_is(name: str, story: Story, reader: Reader) -> None:
    body = reader.get(path_of(name, story)).getvalue().decode().lower()
    assert DESCRIPTOR.lower() not in body
    assert "trading_company" not in body
    assert "on sunday" not in body


def test_a_withdrawn_report_is_gone_for_ever_and_says_so(story: Story, reader: Reader, publisher: User) -> None:
    withdraw_article(by=publisher, article=story.article, reason="asked for by the outlet")
    citable = ("article_cite", "revision_cite", "claim_cite", "claim_version_cite")
    for name in ("article", "revision", "claim", "claim_version", *citable):
        response = reader.get(path_of(name, story))
        body = response.getvalue().decode()
        assert response.status_code == 410
        assert "asked for by" not in body
        assert story.outlet.name not in body
        assert "Ryanggang" not in body
    for name in ("articles", "claims", "articles_atom", "claims_atom", "sitemap", "timeline", "map", "coverage"):
        assert story.article.public_id not in reader.get(path_of(name, story)).getvalue().decode()


def test_an_id_never_issued_is_not_found(vocabulary: None, reader: Reader) -> None:
    assert reader.get("/articles/a0000000/").status_code == 404
    assert reader.get("/nothing/here/").status_code == 404


def test_search_finds_by_body_word_and_by_korean_name(story: Story, reader: Reader) -> None:
    for words in ("self-reliance", "량강도", "Yanggang", "자력갱생"):
        body = reader.get("/search/", {"q": words}).content.decode()
        assert story.article.public_id in body, words
    assert story.article.public_id not in reader.get("/search/", {"q": "submarine"}).content.decode()


def test_another_spelling_leads_to_the_province(story: Story, reader: Reader) -> None:
    for spelling in ("yanggang", "Yangkang", "량강도"):
        response = reader.get(f"/provinces/{spelling}/")
        assert (response.status_code, response["Location"]) == (308, "/provinces/ryanggang/")
    assert story.article.public_id in reader.get("/provinces/ryanggang/").content.decode()


def test_a_bad_value_is_400_and_names_it(story: Story, reader: Reader) -> None:
    response = reader.get("/articles/", {"year": "soon"})
    assert response.status_code == 400
    assert "year" in response.getvalue().decode()
    assert reader.get("/articles/", {"after": "nonsense"}).status_code == 400
    assert reader.get("/search/", {"q": "x" * 201}).status_code == 400
    assert reader.get("/search/", {"q": "a\x00b"}).status_code == 400


def test_what_a_reader_asked_for_is_written_nowhere(tmp_path: Path) -> None:
    """In a process of its own, as a server has it: test runners bend the logs."""
    script = (
        "import django; django.setup()\n"
        "from django.core.management import call_command; call_command('collectstatic', interactive=False, verbosity=0)\n"
        "from django.test import Client\n"
        "asked = Client().get('/planted-7391/?q=planted-7391', headers={'host': '127.0.0.1'})\n"
        "print(asked.status_code)"
    )
    own = {"SITE": "reader", "SECRET_KEY": "x", "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    environment = {**os.environ, **own, "DJANGO_SETTINGS_MODULE": "config.settings", "DATA_DIR": str(tmp_path)}
    said = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True)
    assert (said.stdout, said.stderr) == ("404\n", "")


# What is there at once in a process of a site, and how large a picture of its memory may be.
_STARTED = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
import config.wsgi
limits = resource.getrlimit(resource.RLIMIT_CORE)
from articles.search.glossary import glossary
from provinces import patterns
print(json.dumps({
    "limits": limits, "views": [name in sys.modules for name in ("articles.views.search", "config.urls.desk")],
    "glossary": glossary.cache_info().currsize == 1, "patterns": all("made" in vars(each) for each in patterns._ALL),
}))
"""
Started = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Started:
    """`started("desk")`: what `_STARTED` says of that site; each is started once, which takes seconds."""

    @cache
    def start(site: str) -> dict[str, Any]:
        said: dict[str, Any] = json.loads(_said(site, _STARTED, tmp_path_factory.mktemp(site)))
        return said

    return start


@pytest.mark.parametrize("site", ["reader", "desk"])
def test_a_process_that_crashes_leaves_no_picture_of_its_memory(site: str, started: Started) -> None:
    assert started(site)["limits"] == [0, 0]


def test_what_a_first_request_needs_is_there_before_it_comes(started: Started) -> None:
    """Every view; where people search, the glossary, and at the desk all patterns too. No database is asked, which may be away."""
    reader, desk = started("reader"), started("desk")
    assert reader["views"][0] and reader["glossary"]
    assert desk["views"][1] and desk["patterns"]


def _said(site: str, script: str, folder: Path) -> str:
    """What a process of a site prints that has neither a database nor style sheets."""
    own = {
        "SITE": site,
        "SECRET_KEY": "x",
        "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
        "DATA_DIR": str(folder),
    }
    (folder / "static").mkdir()
    (folder / "static" / "staticfiles.json").write_text('{"paths": {}, "version": "1.1", "hash": ""}')
    said = subprocess.run([sys.executable, "-c", script], env={**os.environ, **own}, capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    return said.stdout


def test_an_address_that_leads_nowhere_is_looked_up_again_only_with_a_slash(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def looked_up(path: str) -> bool:
        asked.append(path)
        return bool(is_valid_path(path))

    monkeypatch.setattr("config.middleware.is_valid_path", looked_up)
    paths = ("/nowhere", "/nowhere/", "/articles", "/articles/a0000000/", "/articles.csv/nowhere")
    assert [reader.get(path).status_code for path in paths] == [404, 404, 301, 404, 404]
    assert asked == ["/nowhere/", "/articles/", "/articles.csv/nowhere/"]


def test_django_s_own_page_of_an_error_goes_without_a_policy_and_no_other_page_does() -> None:
    request, policy = RequestFactory().get("/nowhere/"), SamePolicy(lambda request: HttpResponse())
    assert "default-src 'none'" in policy.process_response(request, HttpResponse(status=404)).headers[HEADER]
    with override_settings(DEBUG=True):
        assert HEADER not in policy.process_response(request, HttpResponse(status=404)).headers
        assert HEADER in policy.process_response(request, HttpResponse()).headers
