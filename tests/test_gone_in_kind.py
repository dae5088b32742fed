"""What is gone is told in the kind that its address promises: problem bodies for JSON, a line for files of text."""

import json

import pytest
from django.contrib.auth.models import User

from articles.editing.drafting import latest_revision, propose_revision, words_of
from articles.editing.publishing import publish_article
from articles.editing.removing import ask_removal, confirm_removal
from articles.editing.withdrawing import withdraw_article
from articles.models import WithdrawalClass
from tests.conftest import Reader
from tests.story import ACTED, DESCRIPTOR, HEADLINE, Story

JSON, LINE = "application/problem+json", "text/plain; charset=utf-8"
# The end of an address below a report or a claim → the kind that it answers in.
ENDS = {"cite.csl.json": JSON, "cite.ris": LINE, "cite.bib": LINE, "cite.txt": LINE}
LEAST = (HEADLINE, "Northern", "Ryanggang", "trade", DESCRIPTOR, "<")


@pytest.mark.parametrize(("why", "status"), [("editors", 410), ("legal", 451)])
def test_a_withdrawal_is_told_in_the_kind_of_the_address(
    why: str, status: int, story: Story, publisher: User, reader: Reader
) -> None:
    report, claim = story.article.public_id, story.relayed.public_id
    withdraw_article(by=publisher, article=story.article, reason="a scene", withdrawal_class=WithdrawalClass(why))

    asked = {f"/articles/{report}/{end}": (report, kind) for end, kind in ENDS.items()}
    asked |= {f"/articles/{report}/v/1/{end}": (report, kind) for end, kind in ENDS.items()}
    asked |= {f"/claims/{claim}/{end}": (claim, kind) for end, kind in ENDS.items()}
    asked |= {f"/claims/{claim}/v/1/{end}": (claim, kind) for end, kind in ENDS.items()}
    asked |= {f"/articles/{report}/timemap": (report, LINE), f"/claims/{claim}.jsonld": (claim, JSON)}
    asked |= {f"/api/v1/articles/{report}": (report, JSON), f"/api/v1/claims/{claim}": (claim, JSON)}
    for address, (public_id, kind) in asked.items():
        answer = reader.get(address)
        said = answer.content.decode()
        assert (answer.status_code, answer["Content-Type"]) == (status, kind), address
        assert public_id in said, address
        assert [word for word in LEAST if word in said] == [], address
        if kind == JSON:
            assert json.loads(said)["status"] == status
        else:
            assert said.count("\n") == 1 and said.endswith("\n")


def test_what_was_never_there_too(story: Story, reader: Reader) -> None:
    wrong = story.article.public_id[:-1] + ("0" if story.article.public_id[-1] != "0" else "1")
    never = f"/claims/{story.relayed.public_id}/v/9"
    for address, kind in {
        f"/articles/{wrong}/cite.csl.json": JSON,
        f"/articles/{wrong}/cite.ris": LINE,
        f"{never}/cite.csl.json": JSON,
        f"{never}/cite.bib": LINE,
    }.items():
        answer = reader.get(address)
        assert (answer.status_code, answer["Content-Type"]) == (404, kind), address
    assert json.loads(reader.get(f"/articles/{wrong}/cite.csl.json").content)["did_you_mean"] == [
        story.article.public_id
    ]
    assert story.article.public_id in reader.get(f"/articles/{wrong}/cite.ris").content.decode()
    assert reader.get("/briefing.csl.json?n=1xxx&i=nonsense")["Content-Type"] == JSON


def test_an_id_typed_from_paper_leads_to_the_file_that_was_asked_for(story: Story, reader: Reader) -> None:
    report, claim = story.article.public_id, story.relayed.public_id
    for typed, right in {
        f"/articles/{report.upper()}/cite.ris": f"/articles/{report}/cite.ris",
        f"/articles/{report.upper()}/v/1/cite.bib": f"/articles/{report}/v/1/cite.bib",
        f"/claims/{claim.upper()}/cite.csl.json": f"/claims/{claim}/cite.csl.json",
        f"/claims/{claim.upper()}/v/1/cite.txt": f"/claims/{claim}/v/1/cite.txt",
    }.items():
        answer = reader.get(typed)
        assert (answer.status_code, answer["Location"]) == (308, right)
        assert reader.get(right).status_code == 200


def test_words_that_were_removed_too(story: Story, publisher: User, second_publisher: User, reader: Reader) -> None:
    words = words_of(latest_revision(story.article))
    first = words.body.replace(ACTED, "They were told something else")
    propose_revision(by=publisher, article=story.article, words=type(words)(words.headline, first))
    publish_article(by=publisher, article=story.article)
    old = story.article.revisions.get(number=1)
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="a name"))

    report, claim = f"/articles/{story.article.public_id}/v/1", f"/claims/{story.acted.public_id}"
    asked = {f"{base}/{end}": kind for base in (report, claim, f"{claim}/v/1") for end, kind in ENDS.items()}
    asked |= {f"{claim}.jsonld": JSON, f"/api/v1{claim}": JSON}
    for address, kind in asked.items():
        answer = reader.get(address)
        said = answer.content.decode()
        assert (answer.status_code, answer["Content-Type"]) == (410, kind), address
        assert [word for word in (*LEAST, ACTED[:30], "gathered") if word in said] == [], address
