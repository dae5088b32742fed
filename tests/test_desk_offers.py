"""Suggestions on the article's screen, decided by the plain form: what is accepted is kept, and nothing else."""

from dataclasses import replace
from html import unescape
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.desk.offers import _is_refused
from articles.editing.drafting import latest_revision, propose_revision, words_of
from articles.editing.publishing import publish_article
from articles.models import Article, Claim, Topic
from tests.desk import Desk, unpinned

pytestmark = pytest.mark.long


@pytest.fixture
def report(editor: User) -> Article:
    return unpinned(by=editor)


def accept(form: Any, how_many: int) -> None:
    decisions = [name for name in form.fields if name and name.endswith("-decision")]
    assert len(decisions) > how_many
    for name in decisions[:how_many]:
        form[name] = "accept"


def filed(article: Article) -> set[str]:
    return set(article.topic_items.values_list("tag__slug", flat=True))


def test_with_a_claim_accepted_a_report_is_filed_under_what_is_suggested_for_it(report: Article, editor: User) -> None:
    desk = Desk(editor)
    page = desk.get(f"/articles/article/{report.pk}/change/").text
    form = desk.screen(report)
    accept(form, 3)
    form.submit("_save", status=302)
    assert Claim.objects.filter(article=report).count() == 3
    names = Topic.objects.filter(slug__in=filed(report)).values_list("name", flat=True)
    assert 0 < len(names) <= 5
    said = page.partition("Where none is chosen and you accept a claim: ")[2].partition(".")[0]
    assert sorted(unescape(said).split(", ")) == sorted(names)


def test_nothing_is_filed_where_no_suggestion_is_accepted(report: Article, editor: User) -> None:
    Desk(editor).screen(report).submit("_save", status=302)
    assert filed(report) == set()
    assert not Claim.objects.filter(article=report).exists()


def test_what_an_editor_chooses_is_what_it_is_filed_under(report: Article, editor: User) -> None:
    form = Desk(editor).screen(report)
    accept(form, 3)
    form["report-topics"].select_multiple(texts=["Fisheries"])
    form.submit("_save", status=302)
    assert filed(report) == {"fisheries"}


# What an editor turned down.


def offered(article: Article, by: User) -> dict[str, str]:
    """The suggestions on a freshly opened screen: their words, by the prefix of their fields."""
    form = Desk(by).screen(article)
    prefixes = [name.removesuffix("decision") for name in form.fields if name and name.endswith("-decision")]
    return {prefix: form[f"{prefix}exact"].value for prefix in prefixes}


def turn_down(article: Article, by: User, **fields: Any) -> tuple[str, set[str]]:
    """The first suggestion, in a save that changes these fields of the report as well: its words, and those of the rest."""
    (prefix, exact), *rest = offered(article, by).items()
    form = Desk(by).screen(article)
    form[f"{prefix}decision"] = "reject"
    for name, value in fields.items():
        form[f"report-{name}"] = value
    form.submit("_save", status=302)
    return exact, {words for _, words in rest}


def test_what_was_turned_down_stays_so_when_its_words_move(report: Article, editor: User, publisher: User) -> None:
    exact, rest = turn_down(report, editor)
    assert set(offered(report, editor).values()) == rest
    first = "Snow lay on the bridge that morning, as it had all week."
    form = Desk(editor).screen(report)
    form["report-body"] = f"{first}\n\n{form['report-body'].value}"
    form.submit("_save", status=302)
    assert exact in latest_revision(report).body
    found = set(offered(report, editor).values())
    assert exact not in found and rest <= found, "in a draft that is rewritten"

    publish_article(by=publisher, article=report)
    words = words_of(latest_revision(report))
    propose_revision(by=editor, article=report, words=replace(words, body=f"It was April.\n\n{words.body}"))
    assert latest_revision(report).number == 2
    found = set(offered(report, editor).values())
    assert exact not in found and rest <= found, "in another text of a report that is out"


def test_turned_down_in_the_save_that_rewrites_the_text_it_hides_no_other(report: Article, editor: User) -> None:
    body = latest_revision(report).body
    exact, rest = turn_down(report, editor, body=f"{'It snowed on the bridge. ' * 9}\n\n{body}")
    found = set(offered(report, editor).values())
    assert exact not in found and rest <= found


def test_words_that_come_in_place_of_those_turned_down_are_offered(report: Article, editor: User) -> None:
    (_, first), (_, second), *_ = offered(report, editor).items()
    turn_down(report, editor)
    body = latest_revision(report).body
    # The text loses what stood before the second, which then stands where the first did.
    form = Desk(editor).screen(report)
    form["report-body"] = body.replace(first, "", 1)
    form.submit("_save", status=302)
    assert second in offered(report, editor).values()
    assert not report.refusals.exists()


def test_turned_down_on_a_page_that_is_old_hides_no_other(report: Article, editor: User, publisher: User) -> None:
    (prefix, exact), *rest = offered(report, editor).items()
    old = Desk(editor).screen(report)
    form = Desk(publisher).screen(report)
    form["report-body"] = f"{'It snowed on the bridge. ' * 9}\n\n{form['report-body'].value}"
    form.submit("_save", status=302)
    old[f"{prefix}decision"] = "reject"
    stale = old.submit("_save", status=409).forms["screen"]
    stale["report-body"] = latest_revision(report).body
    stale.submit("_save", status=302)
    (refusal,) = report.refusals.all()
    assert latest_revision(report).body[refusal.start : refusal.end] == exact
    assert {words for _, words in rest} <= set(offered(report, editor).values())


def test_a_suggestion_within_one_that_was_turned_down_is_another() -> None:
    assert _is_refused(spanning(10, 50), [(12, 50)])
    assert not _is_refused(spanning(10, 50), [(0, 200)]), "a quotation within a paragraph"
    assert not _is_refused(spanning(0, 200), [(10, 50)]), "the paragraph around it"


def spanning(start: int, end: int) -> Any:
    return SimpleNamespace(passage=SimpleNamespace(start=start, end=end))
