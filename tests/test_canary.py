"""Marked words in everything that is said of a source and of editors; every way out is crawled, and none is found.

The marks are looked for plain, reversed, in percent signs, base64 and hex. That the crawl would find them is shown with
marks that are planted where they do leave.
"""

import base64
import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.editing.claims import draft_of, latest_version, revise_claim
from articles.editing.drafting import propose_revision, words_of
from articles.editing.figures import FigureDraft, set_figures
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import withdraw_claim
from articles.exports import dataset
from articles.figures.values import Currency, Kind
from articles.models import Revision
from provinces.models import Province
from sources.models import Attribution, SealedNote, Step
from tests.conftest import Reader, reader_rights, user_in
from tests.shelf import shelve
from tests.story import IN_TIME, Story, tell

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("on_the_public_site")]

# Long enough that no part of one stands anywhere by chance.
MARKS = (
    "zebrafinches", "harmonicaworks", "quinceorchard", "walrustrainer", "marzipanfair", "gazebokeepers", "yodelcontest",
    "kumquatpress", "ocelotkeeper", "tubaplayers",
)  # fmt: skip
# Where a crawl begins; it goes on wherever these lead, page after page.
STARTS = [
    *(f"/{name}.{format}" for name in ("articles", "claims", "contradictions", "due", "changes") for format in ("atom", "json")),
    *(f"/{name}.csv" for name in ("articles", "claims", "contradictions", "due", "changes", "timeline", "map", "coverage", "series")),
    *(f"/series{series}.{format}" for series in ("", "/rice", "/rice/ryanggang") for format in ("atom", "json")),
    *(f"/series/rice{place}.csv" for place in ("", "/ryanggang")),
    *(f"/{name}.{format}" for name in ("provinces", "topics", "institutions", "outlets") for format in ("atom", "json", "csv")),
    *(f"/search.{format}?q={q}&in={kind}" for format in ("atom", "json", "csv")
      for q in ("committee", "trader", *MARKS) for kind in ("articles", "claims")),
    *(f"/{name}.{format}?{narrowed}" for name in ("articles", "claims", "changes") for format in ("atom", "json")
      for narrowed in ("province=ryanggang", "province=chagang", "speech=indirect")),
    "/articles.csv?province=chagang",
    "/api/v1/",
    "/api/v1/openapi.json",
    *(f"/api/v1/search?q={q}" for q in ("committee", *MARKS)),
    "/sitemap.xml",
    "/.well-known/ledger.json",
]  # fmt: skip
# Ways out for programs: a page for people is none of them, it may print what its report printed.
_OUT = re.compile(r'(?:http://127\.0\.0\.1:8000)?(/api/v1/[^"<\s]*|/[a-z]+\.(?:atom|json|csv)[^"<\s]*)')
_IDS = re.compile(r"\b([ac][0-9a-hjkmnp-tv-z]{7})\b")


def seen(content: str) -> set[str]:
    """The marks in a text, in whatever way they are written."""
    small = content.lower()
    return {mark for mark in MARKS if any(form.lower() in small for form in forms(mark))}


def forms(mark: str) -> Iterator[str]:
    yield mark
    yield mark[::-1]
    yield mark.encode().hex()
    yield quote("".join(f"%{byte:02x}" for byte in mark.encode()), safe="%")
    # Base64 depends on what stands before: three ways, without the ends that depend on the neighbours.
    for before in range(3):
        encoded = base64.b64encode(b"x" * before + mark.encode()).decode()
        yield encoded[before + 1 if before else 0 : -4]


def crawl(reader: Client, starts: Sequence[str] = STARTS) -> dict[str, str]:
    """Every answer that can be reached by programs, by address."""
    answers: dict[str, str] = {}
    waiting = deque(starts)
    while waiting:
        address = waiting.popleft().replace("&amp;", "&")
        if address in answers:
            continue
        answers[address] = reader.get(address).getvalue().decode()
        waiting.extend(_OUT.findall(answers[address]))
        for public_id in _IDS.findall(answers[address]):
            kind = "articles" if public_id[0] == "a" else "claims"
            waiting.append(f"/api/v1/{kind}/{public_id}")
            waiting.extend([f"/claims/{public_id}.jsonld"] if kind == "claims" else [])
    return answers


@pytest.fixture
def planted(vocabulary: None) -> Story:
    """The scene, and who works on it."""
    return plant(user_in("walrustrainer", "publisher"))


def plant(by: User) -> Story:
    """Everything that is known of a source and of editors, marked; two such reports, a claim gone, a draft beside.

    `by`: an editor whose name is a mark too.
    """
    for outlet in ("Southern Gazette", "Northern Courier"):
        story = tell(by=by, outlet_name=outlet, publish=False)
        Attribution.objects.filter(pk=story.source.pk).update(
            descriptor="a zebrafinches of the harmonicaworks",
            role="military",
            province=Province.objects.get(slug="chagang"),
            told="the quinceorchard desk",
            contact="on marzipanfair day",
            condition="for fear of the gazebokeepers",
        )
        Step.objects.filter(attribution=story.source).update(printed="the zebrafinches")
        SealedNote.objects.create(attribution=story.source, body="yodelcontest", written_by=by)
        ryanggang = Province.objects.get(slug="ryanggang")
        figure = FigureDraft(0, 13, Kind.PRICE, "rice", Decimal(58), Decimal(58), Currency.KPW, province=ryanggang)
        set_figures(by=by, claim=story.relayed, drafts=[figure])
        publish_article(by=by, article=story.article, reason="ocelotkeeper", at=IN_TIME)
    words = words_of(Revision.objects.get(article=story.article))
    propose_revision(
        by=by,
        article=story.article,
        words=type(words)(words.headline, words.body + "\n\nA kumquatpress."),
        reason="ocelotkeeper",
    )
    withdraw_claim(by=by, claim=story.acted, reason="a tubaplayers")
    shelve(by=by, headline="Rice", provinces=["chagang"])
    return story


def leaks(reader: Client, folder: Path) -> dict[str, set[str]]:
    """Marks by the address or file they were found in. The marks a reader asks for in a search are repeated to them."""
    with reader_rights():
        dataset.export(folder)
    found = {}
    for address, content in crawl(reader).items():
        asked = re.search(r"[?&]q=([a-z]+)", address)
        found[address] = seen(content) - ({asked[1]} if asked else set())
    found |= {
        str(path.relative_to(folder)): seen(path.read_text(encoding="utf-8"))
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert len(found) > 150
    return {place: marks for place, marks in found.items() if marks}


def test_no_mark_leaves(planted: Story, reader: Reader, tmp_path: Path) -> None:
    assert leaks(reader, tmp_path) == {}
    # The claim's own page, for people, prints the source as the report does: the marks are where they can be seen.
    page = reader.get(f"/claims/{planted.relayed.public_id}/").content.decode()
    assert seen(page) == {"zebrafinches", "harmonicaworks", "quinceorchard", "gazebokeepers"}


def test_no_list_is_narrowed_by_what_is_known_of_a_source(planted: Story, reader: Reader) -> None:
    for address in ("/articles.json?province=chagang", "/claims.json?province=chagang"):
        assert planted.article.public_id not in reader.get(address).content.decode()
    for mark in (
        "zebrafinches",
        "military",
        "quinceorchard",
        "marzipanfair",
        "gazebokeepers",
        "yodelcontest",
        "kumquatpress",
    ):
        for address in (f"/api/v1/search?q={mark}", f"/api/v1/search?q={mark}&in=claims"):
            found = json.loads(reader.get(address).content)
            assert (found["articles"], found["claims"]) == ([], []), address


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_is_seen_however_it_is_written(mark: str) -> None:
    written = [*forms(mark), mark.upper(), base64.b64encode(f"said {mark} then".encode()).decode(), mark.title()]
    for form in written:
        assert seen(f"…{form}…") == {mark}, form
    assert seen("an unnamed source said so") == set()


def test_a_planted_leak_is_found_in_every_way_out(
    planted: Story, publisher: User, reader: Reader, tmp_path: Path
) -> None:
    """What an editor publishes does leave: in a headline and in our paraphrase a mark is found wherever it is told."""
    claim = planted.relayed
    version = latest_version(claim)
    draft = draft_of(version)
    shelve(by=publisher, headline="Of kumquatpress", at=IN_TIME)
    changed = type(draft)(**{**draft.__dict__, "paraphrase": "They said kumquatpress."})
    revise_claim(by=publisher, claim=claim, revision=version.revision, draft=changed)
    publish_article(by=publisher, article=planted.article, at=IN_TIME)

    found = leaks(reader, tmp_path)

    article = planted.article.public_id
    expected = {
        *(f"/{name}.{format}" for name in ("articles", "claims", "changes") for format in ("atom", "json")),
        "/claims.csv", "/articles.csv", "/api/v1/articles", "/api/v1/claims", f"/api/v1/articles/{article}",
        f"/api/v1/claims/{claim.public_id}", f"/claims/{claim.public_id}.jsonld", "claims.jsonl", "claims.csv",
        "articles.jsonl", "articles.csv", "texts.jsonl", "texts.csv",
    }  # fmt: skip
    assert expected <= {place for place, marks in found.items() if marks == {"kumquatpress"}}
