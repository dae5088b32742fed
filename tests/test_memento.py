"""Texts of other times, as a Memento client (RFC 7089) asks for them."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest
from django.contrib.auth.models import User

from articles.editing.drafting import latest_revision, propose_revision, words_of
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import withdraw_article
from articles.memento import NotADate, http_date, read_http_date
from articles.models import ActKind, Article
from tests.conftest import Reader, Scenes, tell_draft, the_publisher
from tests.stages import Stage, standing

FIRST = datetime(2024, 3, 1, 12, 0, 0, 500_000, tzinfo=UTC)
SECOND, THIRD = FIRST + timedelta(days=10), FIRST + timedelta(days=20)


def tell_article() -> Article:
    publisher, story = the_publisher(), tell_draft()
    publish_article(by=publisher, article=story.article, at=FIRST)
    for number, at in ((2, SECOND), (3, THIRD)):
        words = words_of(latest_revision(story.article))
        better = type(words)(words.headline, f"{words.body}\n\nLine {number}.", words.caption, words.credit)
        propose_revision(by=publisher, article=story.article, words=better)
        publish_article(by=publisher, article=story.article, kind=ActKind.CORRECTED_HERE, reason="more", at=at)
    return story.article


@pytest.fixture(scope="session")
def told_how(told_how: Scenes) -> Scenes:
    return {"article": tell_article, **told_how}


@pytest.fixture
def article(publisher: User, stage: Stage | None) -> Article:
    """Published on 1 March 2024 and corrected on the 11th and the 21st."""
    return standing(stage, "article", tell_article)


def links(header: str) -> dict[str, str]:
    """rel → address, of a Link header or a list of links; the last one wins."""
    found = re.findall(r'<([^>]+)>; rel="([^"]+)"', header)
    return {rel: address for address, rels in found for rel in rels.split()}


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        (FIRST - timedelta(days=400), 1),
        (FIRST, 1),
        (SECOND - timedelta(seconds=1), 1),
        (SECOND, 2),
        (THIRD + timedelta(days=400), 3),
    ],
)
def test_the_time_gate_leads_to_the_text_of_that_time(
    asked: datetime, number: int, article: Article, reader: Reader
) -> None:
    answer = reader.get(f"/articles/{article.public_id}/", headers={"accept-datetime": http_date(asked)})
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"/articles/{article.public_id}/v/{number}/")
    assert "Accept-Datetime" in answer["Vary"]
    assert links(answer["Link"])["timegate"].endswith(f"/articles/{article.public_id}/")


def test_a_version_says_when_it_stood_and_what_is_around_it(article: Article, reader: Reader) -> None:
    page = f"/articles/{article.public_id}/"
    answer = reader.get(f"{page}v/2/")
    assert answer.status_code == 200
    assert parsedate_to_datetime(answer["Memento-Datetime"]) == SECOND.replace(microsecond=0)
    found = {rel: address.split("127.0.0.1:8000")[-1] for rel, address in links(answer["Link"]).items()}
    assert found == {
        "original": page, "timegate": page, "timemap": f"{page}timemap", "first": f"{page}v/1/", "last": f"{page}v/3/",
        "prev": f"{page}v/1/", "next": f"{page}v/3/", "memento": f"{page}v/3/",
    }  # fmt: skip


def test_the_list_names_every_version_once(article: Article, reader: Reader) -> None:
    answer = reader.get(f"/articles/{article.public_id}/timemap")
    assert answer["Content-Type"] == "application/link-format"
    lines = answer.content.decode().strip().split(",\n")
    assert [re.findall(r'rel="([^"]+)"', line)[0] for line in lines] == [
        "original timegate", "self", "first memento", "memento", "last memento",
    ]  # fmt: skip
    assert lines[2].endswith(f'datetime="{http_date(FIRST)}"')


def test_the_page_itself_is_no_version(article: Article, reader: Reader) -> None:
    answer = reader.get(f"/articles/{article.public_id}/")
    assert answer.status_code == 200
    assert "Memento-Datetime" not in answer
    assert set(links(answer["Link"])) == {"original", "timegate", "timemap", "first", "last", "memento"}


def test_a_date_that_is_none_is_refused(article: Article, reader: Reader) -> None:
    answer = reader.get(f"/articles/{article.public_id}/", headers={"accept-datetime": "yesterday"})
    assert (answer.status_code, answer["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert "“yesterday” is not a date" in answer.content.decode()
    with pytest.raises(NotADate):
        read_http_date("Tue, 99 Apr 2022 12:00:00 GMT")


def test_of_a_withdrawn_report_there_is_no_other_time(article: Article, publisher: User, reader: Reader) -> None:
    withdraw_article(by=publisher, article=article, reason="a test")
    page = f"/articles/{article.public_id}/"
    for address in (page, f"{page}timemap", f"{page}v/1/"):
        answer = reader.get(address, headers={"accept-datetime": http_date(SECOND)})
        assert answer.status_code == 410
        assert "Link" not in answer
