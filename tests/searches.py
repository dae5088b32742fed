"""How well searches find what was judged to answer them: the reports they are asked of, the figures, every miss.

A search is a row {"q": the text of the box, "answers": {key of a report: 1 or 2}}.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log2
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User

from articles.editing.samples import load_samples
from articles.facets import Filter
from articles.models import Article
from articles.queries.names import load_names
from articles.search import Sought
from tests.shelf import shelve

HERE = Path(__file__).parent
JUDGED = HERE / "judged"
SAMPLES = HERE.parent / "articles" / "data" / "samples"
# Labelled reports by their halves, with the letter of their keys.
LETTERS = {"open": "o", "sealed": "l"}
LOW = 0.9

Search = Mapping[str, Any]


def judged(name: str) -> list[dict[str, Any]]:
    """The searches of one set, by the name of its file."""
    rows: list[dict[str, Any]] = json.loads((JUDGED / f"{name}.json").read_text(encoding="utf-8"))
    return rows


def shelve_samples(by: User) -> dict[int, str]:
    """The sample reports, as a demonstration has them: row number of each that is public → its key."""
    load_samples(by=by)
    texts = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(SAMPLES.glob("[0-9]*.json"))]
    keys = {text["url"]: text["key"] for text in texts}
    return {row.pk: keys[row.original_url] for row in Article.objects.published()}


def shelve_labelled(by: User, half: str, *, is_filed: bool) -> dict[int, str]:
    """The labelled reports of one half, published without claims: row number → key.

    `is_filed`: under the provinces and topics of their labels, as an editor files; otherwise under nothing.
    """
    found = {}
    for path in sorted((HERE / "labelled" / half).glob("*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        article = shelve(
            by=by,
            headline=report["headline"],
            body=report["body"],
            published=report["published"],
            outlet=report["outlet"],
            language=report["language"],
            provinces=report["provinces"] if is_filed else (),
            topics=report["topics"] if is_filed else (),
        )
        found[article.pk] = LETTERS[half] + path.name[:2]
    return found


def first_ten(q: str, shelf: Mapping[int, str]) -> list[str]:
    """What the page of a search shows first, by key: what has all of the words, then what has most."""
    sought = Sought.read(q, Filter(), load_names())
    pks, _ = sought.answers("articles").page("relevance", "", 10)
    nearly = sought.nearly()
    if nearly and len(pks) < 10:
        pks += nearly.page("relevance", "", 10 - len(pks))[0]
    return [shelf[pk] for pk in pks]


def recall(found: Sequence[str], answers: Mapping[str, int]) -> float:
    """The share of the answers among the first ten, of as many as ten can hold."""
    return len(set(found) & set(answers)) / min(len(answers), 10)


def ndcg(found: Sequence[str], answers: Mapping[str, int]) -> float:
    """How far up the better answers stand; 1 is as far as they can."""

    def gain(grades: Sequence[int]) -> float:
        return sum((2.0**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))

    return gain([answers.get(key, 0) for key in found]) / gain(sorted(answers.values(), reverse=True)[:10])


@dataclass
class Scores:
    """Of one set: the figures of each search with an answer, what was missed, and how much came where there is none."""

    recalls: list[float] = field(default_factory=list)
    gains: list[float] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)
    unasked: dict[str, int] = field(default_factory=dict)

    @property
    def recall(self) -> float:
        """recall@10, over all searches."""
        return sum(self.recalls) / len(self.recalls)

    @property
    def gain(self) -> float:
        """nDCG@10, over all searches."""
        return sum(self.gains) / len(self.gains)

    def as_row(self) -> dict[str, Any]:
        """As it is published."""
        return {
            "searches": len(self.recalls),
            "recall@10": round(self.recall, 3),
            "nDCG@10": round(self.gain, 3),
            "misses": self.misses,
            "found where there is no answer": self.unasked,
        }


def score(searches: Iterable[Search], keys: Iterable[str], ask: Callable[[str], list[str]]) -> Scores:
    """Ask each and compare; answers that are not on the shelf are left out of the count."""
    scores, there = Scores(), set(keys)
    for search in searches:
        answers = {key: grade for key, grade in search["answers"].items() if key in there}
        found = ask(search["q"])
        if not answers:
            scores.unasked[search["q"]] = len(found)
            continue
        scores.recalls.append(recall(found, answers))
        scores.gains.append(ndcg(found, answers))
        missed = [key for key in answers if key not in found]
        if scores.recalls[-1] < 1 or scores.gains[-1] < LOW:
            scores.misses.append(
                f"{search['q']} · recall {scores.recalls[-1]:.2f}, nDCG {scores.gains[-1]:.2f}"
                f" · missed {' '.join(missed) or 'none'} · found {' '.join(found) or 'none'}"
            )
    return scores
