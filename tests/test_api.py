"""The API: what pages tell, for programs; every answer as its description says; refusals with the words of the pages."""

import json
from datetime import UTC, datetime
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
import schemathesis
from django.contrib.auth.models import User
from django.db import OperationalError, connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, settings
from jsonschema import Draft202012Validator

from articles.api.site import api
from articles.editing.withdrawing import withdraw_article, withdraw_claim
from articles.models import WithdrawalClass
from articles.problems import WORDS, departed
from articles.queries.browse import descriptors_of
from articles.queries.registry import Departure
from tests.conftest import READER_HANDLER, Reader, Scenes, reader_rights, reader_site, tell_story, the_publisher
from tests.shelf import shelve
from tests.stages import Stage, standing
from tests.story import DESCRIPTOR, HEADLINE, RELAYED, Story, tell

pytestmark = [pytest.mark.each_python, pytest.mark.usefixtures("on_the_public_site")]

BASE = "http://127.0.0.1:8000"


def ask(reader: Client, address: str, status: int = 200) -> Any:
    response = reader.get(f"/api/v1{address}")
    type = "application/json; charset=utf-8" if status == 200 else "application/problem+json"
    assert (response.status_code, response["Content-Type"]) == (status, type), address
    return json.loads(response.content)


def site(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    """The public site as another program meets it, with the reader's rights."""
    with reader_site(), reader_rights():
        response: Any = READER_HANDLER(environ)
    start_response(f"{response.status_code} {response.reason_phrase}", list(response.items()))
    return [response.content]


# Names of provinces, topics and the like are known to the database alone; an unknown one is a documented 400.
ACCEPTED = {"checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "400", "404"]}}}
schema = schemathesis.openapi.from_dict(
    json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"))),
    config=schemathesis.Config.from_dict(ACCEPTED),
)
schema.app = site


def tell_shelf() -> None:
    tell_story()
    publisher = the_publisher()
    shelve(by=publisher, headline="압록강 다리", language="ko", outlet="Bulletin", show="claims")
    withdraw_article(by=publisher, article=tell(by=publisher, outlet_name="Gone Gazette").article, reason="a scene")


@pytest.fixture(scope="session")
def told_how(told_how: Scenes) -> Scenes:
    return {"shelf": tell_shelf, **told_how}


@pytest.fixture
def shelf(vocabulary: None, stage: Stage | None) -> None:
    """Something to find, in both languages and with less than a text, and something that is gone."""
    standing(stage, "shelf", tell_shelf)


@pytest.mark.long
@schema.parametrize()
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described(case: Any, shelf: None) -> None:
    case.call_and_validate()


def test_a_list_goes_on_where_its_page_ended(story: Story, publisher: User, reader: Client) -> None:
    for number in range(51):
        shelve(by=publisher, headline=f"Report {number}", published="2024-01-01")

    first = ask(reader, "/articles?province=ryanggang")
    assert (first["total"], first["once"], len(first["items"])) == (52, 52, 50)
    second = ask(reader, first["next"].removeprefix(f"{BASE}/api/v1"))
    assert ([row["headline"] for row in second["items"]], second["next"]) == (["Report 0", HEADLINE], None)


def test_a_report_is_told_whole(story: Story, reader: Client) -> None:
    found = ask(reader, f"/articles/{story.article.public_id}")

    assert found == found | {
        "id": story.article.public_id,
        "headline": HEADLINE,
        "published_earliest": "2023-04-01",
        "published_latest": "2023-04-30",
        "text": story.article.texts.get().body,
    }
    assert [row["id"] for row in found["claim_rows"]] == [story.acted.public_id, story.relayed.public_id]
    (text,) = found["texts"]
    assert text["digest"] == story.article.texts.get().digest
    assert text["address"] == f"{BASE}/articles/{story.article.public_id}/v/1/"


def test_a_claim_has_its_exact_words_and_a_source_without_words(story: Story, reader: Client) -> None:
    found = ask(reader, f"/claims/{story.relayed.public_id.upper()}")

    assert (found["exact"], found["words"]) == (RELAYED, "The committee does not forbid trade.")
    assert [(step["kind"], step["name"], step["speech"], step["basis"]) for step in found["chain"]] == [
        ("outlet", "Northern Courier", "own", "printed"),
        ("unnamed", "an unnamed source", "direct", "carried"),
        ("institution", "Ryanggang Provincial Party Committee", "indirect", "printed"),
    ]
    assert found["annotation"] == f"{BASE}/claims/{story.relayed.public_id}.jsonld"
    assert [version["number"] for version in found["versions"]] == [1]
    with reader_rights():
        assert DESCRIPTOR in descriptors_of([story.article.pk])[story.article.pk]
    for address in (f"/claims/{story.relayed.public_id}", "/claims", "/articles", "/search?q=committee&in=claims"):
        assert DESCRIPTOR not in json.dumps(ask(reader, address)), address


def test_an_outlet_that_allows_claims_only_has_no_text(publisher: User, reader: Client) -> None:
    story = tell(by=publisher, show="claims")

    found = ask(reader, f"/articles/{story.article.public_id}")

    assert (found["text"], found["caption"], found["key"]) == (None, None, None)
    assert "self-reliance is not the same" not in json.dumps(found)


def test_names_and_their_numbers(story: Story, reader: Client) -> None:
    def named(kind: str, slug: str) -> Any:
        return next(row for row in ask(reader, f"/{kind}")["items"] if row["slug"] == slug)

    assert {(named(kind, slug)["reports"]) for kind, slug in NAMED} == {1}
    assert named("provinces", "ryanggang") | {"iso": "KP-10", "claims": 2} == named("provinces", "ryanggang")
    assert named("topics", "self-reliance")["broader"] == "trade-policy"
    body = named("institutions", "ryanggang-party-committee")
    assert (body["said"], body["did"], body["told"], body["province"]) == (1, 1, 0, "ryanggang")
    assert named("outlets", "northern-courier")["reliability"] == "reliability cannot be judged"


NAMED = [("provinces", "ryanggang"), ("topics", "self-reliance"), ("outlets", "northern-courier")]


def test_a_search_is_ranked_and_says_what_it_passed_over(story: Story, reader: Client) -> None:
    found = ask(reader, "/search?q=the+committee&in=claims")
    assert (found["looked_for"], found["passed_over"], found["articles"]) == (["committee"], ["the"], [])
    assert {row["id"] for row in found["claims"]} == {story.relayed.public_id, story.acted.public_id}
    assert ask(reader, "/search?q=the") | {"articles": [], "claims": [], "next": None} == ask(reader, "/search?q=the")


def test_the_ledger_can_be_followed_act_by_act(story: Story, publisher: User, reader: Client) -> None:
    withdraw_claim(by=publisher, claim=story.acted, reason="told in confidence")

    last, first = ask(reader, "/changes")["items"]

    assert (last["kind"], last["withdrawal_class"], last["count"]) == ("withdrawn", "editors", 1)
    assert last["subjects"] == [{"id": story.acted.public_id, "version": 0, "digest": ""}]
    assert last["previous_hash"] == first["hash"]
    assert ask(reader, "/changes/1") == first
    assert [row["number"] for row in ask(reader, "/changes?province=nampo")["items"]] == [2]
    assert ask(reader, "/")["acts"] == 2
    ask(reader, "/changes/3", 404)


def test_since_when_a_thing_is_gone_is_the_day_where_the_site_is() -> None:
    departure = Departure("a0000000", datetime(2023, 6, 1, 21, tzinfo=UTC), "withdrawn by the editors", False, "")

    with timezone.override("Asia/Seoul"):
        page, body = render_to_string("410.html", {"departure": departure}), json.loads(departed(departure).content)

    assert "<dd>2 June 2023</dd>" in page
    assert body["since"] == "2023-06-02"


def test_refusals_have_the_words_of_the_pages(story: Story, publisher: User, reader: Client) -> None:
    gone = tell(by=publisher, outlet_name="Gone Gazette")
    barred = tell(by=publisher, outlet_name="Barred Bulletin")
    withdraw_article(by=publisher, article=gone.article, reason="told in confidence", successor=story.article.public_id)
    withdraw_article(
        by=publisher, article=barred.article, reason="told in confidence", withdrawal_class=WithdrawalClass.LEGAL
    )
    known = story.article.public_id
    near = known[:-1] + ("0" if known[-1] != "0" else "1")
    cases = [
        ("/articles/?year=soon", "/articles?year=soon", 400),
        ("/articles/a0000000/", "/articles/a0000000", 404),
        ("/nothing/", "/nothing", 404),
        (f"/articles/{gone.article.public_id}/", f"/articles/{gone.article.public_id}", 410),
        (f"/claims/{gone.acted.public_id}/", f"/claims/{gone.acted.public_id}", 410),
        (f"/articles/{barred.article.public_id}/", f"/articles/{barred.article.public_id}", 451),
    ]
    for page, address, status in cases:
        response = reader.get(page)
        assert response.status_code == status
        problem = ask(reader, address, status)
        assert problem["title"] == WORDS[status][0]
        assert f"<h1>{problem['title']}</h1>" in response.content.decode() or status == 404
        assert "confidence" not in json.dumps(problem) and "Gazette" not in json.dumps(problem)
    told = ask(reader, f"/articles/{gone.article.public_id}", 410)
    assert (told["why"], told["successor"]) == ("withdrawn by the editors", known)
    assert ask(reader, "/articles?year=soon", 400)["detail"].startswith("year: “soon” is not a year")
    assert ask(reader, "/articles?yaer=2023", 400)["detail"] == "address: “yaer” is no parameter here."
    assert ask(reader, f"/articles/{near}", 404)["did_you_mean"] == [known]
    ask(reader, f"/claims/{known}", 404)
    ask(reader, "/articles?after=nonsense", 400)
    ask(reader, "/articles?province=a%00b", 400)
    ask(reader, "/articles/%00", 400)


def test_a_database_that_cannot_answer_is_503_in_json_too(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, story: Story
) -> None:
    def late(*args: object) -> None:
        raise OperationalError("canceling statement due to statement timeout")

    monkeypatch.setattr("articles.search.listed.articles_called", late)
    response = reader.get("/api/v1/articles")
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert json.loads(response.content)["title"] == "One moment, please"
    monkeypatch.setattr("articles.queries.reading.article_called", late)
    page = reader.get(f"/articles/{story.article.public_id}/")
    assert "One moment, please" in page.content.decode() and page.status_code == 503


def test_the_description_is_of_openapi_3_1_and_explains_every_field(story: Story, reader: Client) -> None:
    told = json.loads(reader.get("/api/v1/openapi.json").content)

    assert told["openapi"] == "3.1.0"
    for name, each in told["components"]["schemas"].items():
        Draft202012Validator.check_schema(each)
        silent = [field for field, said in each.get("properties", {}).items() if "description" not in said]
        assert silent in ([], ["items"]), name
    for path, methods in told["paths"].items():
        assert set(methods) == {"get"}, path
        assert {"200", "400", "503"} <= set(map(str, methods["get"]["responses"])), path
    assert reader.head("/api/v1/articles").status_code == 200
    assert reader.post("/api/v1/articles").status_code == 405


def test_a_list_costs_the_same_with_one_row_and_with_more(story: Story, publisher: User, reader: Client) -> None:
    addresses = [*(f"/{name}" for name in ("articles", "claims", "provinces", "topics", "institutions", "outlets")),
        "/changes", "/search?q=trader", "/search?q=committee&in=claims", f"/articles/{story.article.public_id}"]  # fmt: skip

    def cost(address: str) -> int:
        ask(reader, address)
        with CaptureQueriesContext(connection) as queries:
            ask(reader, address)
        return len(queries)

    before = [cost(address) for address in addresses]
    for name in ("Southern Gazette", "Western Mirror"):
        tell(by=publisher, outlet_name=name)
    assert [cost(address) for address in addresses] == before
