"""Suggestions on the article's screen, decided by the plain form: what is accepted is kept, and nothing else."""

from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User

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
