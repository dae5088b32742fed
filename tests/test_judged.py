"""Searches judged by hand: how many of the answers are among the first ten, and how far up; both ways of searching Korean.

`pytest -s` prints the figures and every miss. The floors are a little below what was measured when they were written.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from math import log2
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from tantivy import Query

from articles.dates import PartialDate
from articles.editing.drafting import Description, Words, draft_report
from articles.editing.publishing import publish_article
from articles.editing.samples import load_samples
from articles.facets import Filter
from articles.models import Article
from articles.queries.names import load_names
from articles.search import Mode, Sought, analysis, asking
from articles.search.asking import Asking
from articles.search.index.schema import TEXTS, schema
from sources.models import Outlet
from tests.conftest import reader_site

FOLDER = Path(__file__).parent
SEARCHES = json.loads((FOLDER / "judged" / "searches.json").read_text(encoding="utf-8"))
SAMPLES = Path(__file__).parent.parent / "articles" / "data" / "samples"


@pytest.fixture
def shelf(publisher: User) -> dict[int, str]:
    """Every report of the judged set, published: row number → its key in the set."""
    load_samples(by=publisher)
    texts = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(SAMPLES.glob("[0-9]*.json"))]
    keys = {text["url"]: text["key"] for text in texts}
    found = {row.pk: keys[row.original_url] for row in Article.objects.all()}
    for path in sorted((FOLDER / "labelled" / "open").glob("*.json")):
        text = json.loads(path.read_text(encoding="utf-8"))
        house, _ = Outlet.objects.get_or_create(
            name=text["outlet"], defaults={"slug": f"o{len(found)}", "show": "full"}
        )
        article = draft_report(
            by=publisher,
            outlet=house,
            words=Words(text["headline"], text["body"]),
            description=Description(language=text["language"], published=PartialDate.parse(text["published"])),
        )
        publish_article(by=publisher, article=article)
        found[article.pk] = path.name[:2].join(["o", ""])
    return found


def whole_words(self: Asking, run: str) -> Iterator[Query]:
    """The other way: whole words without particles, and words that begin so."""
    token = analysis.WHOLE + run
    yield self.in_texts([token])
    for name, boost in TEXTS.items():
        begun = Query.fuzzy_term_query(schema(), name, token, distance=0, prefix=True)
        yield Query.const_score_query(begun, boost * 0.5)


def first_ten(q: str, shelf: Mapping[int, str]) -> list[str]:
    sought = Sought.read(q, Filter(), load_names(), Mode.VARIANTS)
    answers = sought.answers("articles")
    nearly = sought.nearly()
    pks, _ = (answers if answers.total or nearly is None else nearly).page("relevance", "", 10)
    return [shelf[pk] for pk in pks]


def recall(found: Sequence[str], answers: Mapping[str, int]) -> float:
    return len(set(found) & set(answers)) / min(len(answers), 10)


def ndcg(found: Sequence[str], answers: Mapping[str, int]) -> float:
    def gain(grades: Sequence[int]) -> float:
        return sum((2.0**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))

    return gain([answers.get(key, 0) for key in found]) / gain(sorted(answers.values(), reverse=True)[:10])


def scored(shelf: Mapping[int, str], name: str) -> tuple[float, float]:
    recalls, gains = [], []
    for search in SEARCHES:
        found = first_ten(search["q"], shelf)
        answers = search["answers"]
        recalls.append(recall(found, answers))
        gains.append(ndcg(found, answers))
        missed = [key for key in answers if key not in found]
        if missed or gains[-1] < 0.9:
            print(f"{name}: {search['q']}: {gains[-1]:.2f}, missed {missed}, found {found}")  # noqa: T201  # the figures are what this is for
    figures = sum(recalls) / len(recalls), sum(gains) / len(gains)
    print(f"{name}: {len(SEARCHES)} searches, recall@10 {figures[0]:.3f}, nDCG@10 {figures[1]:.3f}")  # noqa: T201
    return figures


def test_searches_find_what_was_judged_to_answer_them(shelf: dict[int, str], monkeypatch: pytest.MonkeyPatch) -> None:
    with reader_site():
        by_pairs = scored(shelf, "pairs of syllables")
        monkeypatch.setattr(asking.Asking, "_hangul", whole_words)
        by_words = scored(shelf, "whole words")

    assert len(SEARCHES) >= 60
    assert by_pairs[0] >= 0.9
    assert by_pairs[1] >= 0.8
    assert by_pairs >= by_words
