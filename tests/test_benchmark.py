"""What the benchmark invents and asks: the same every time, and honest about which words are asked."""

import pytest
from django.apps import apps
from django.db.models import NOT_PROVIDED

from articles.public_ids import check
from config.benchmark.corpus import DAYS, FIRST_DAY, Corpus
from config.benchmark.loading import TABLES, id_of
from config.benchmark.questions import CLASSES, questions
from config.benchmark.tables import written
from config.benchmark.timing import exponent, share

PROVINCES = [f"Province {number}" for number in range(13)]


def test_a_smaller_record_is_the_beginning_of_a_larger_one() -> None:
    small, large = Corpus(40, PROVINCES), Corpus(400, PROVINCES)

    for number in range(40):
        one, other = small.report(number), large.report(number)
        assert (one.headline, one.body, one.provinces, one.topics) == (
            other.headline,
            other.body,
            other.provinces,
            other.topics,
        )
    days = [report.day for report in large.reports()]
    assert min(days) >= FIRST_DAY
    assert (max(days) - min(days)).days > DAYS * 0.9


def test_claims_are_words_of_their_report_and_copies_copy_firsts() -> None:
    corpus = Corpus(400, PROVINCES)

    reports = list(corpus.reports())

    for report in reports:
        assert 3 <= len(report.claims) <= 8
        assert all(report.body[claim.start : claim.end].endswith(".") for claim in report.claims)
    copies = [report for report in reports if report.origin is not None]
    assert len(copies) == 12
    assert all(reports[copy.origin or 0].origin is None for copy in copies)
    assert {report.language for report in reports} == {"en", "ko"}


def test_ids_hold_and_are_all_different() -> None:
    ids = {id_of("a", number) for number in range(5_000)}

    assert len(ids) == 5_000
    assert all(map(check, ids))


def test_what_one_seed_asks_another_does_not() -> None:
    corpus = Corpus(10_000, PROVINCES)
    counts = dict(zip(corpus.words, [*[4_000] * 80, *[1_000] * 200, *[100] * 2_000, *[4] * 60_000], strict=False))
    asked, again, others = (questions(corpus, counts, 30, seed) for seed in (1, 1, 2))

    assert tuple(asked) == CLASSES
    assert asked == again
    for name in ("1 %", "10 %", "rare", "phrase"):
        words = {question.text for question in asked[name]}
        assert len(words) == len(asked[name])
        assert len(words & {question.text for question in others[name]}) < len(words) / 2
    assert all(question.days and question.province is not None for question in asked["filtered"])


@pytest.mark.parametrize(("part", "is_under"), [(0.0, 1.0), (0.5, 3.0), (0.95, 4.8), (1.0, 5.0)])
def test_a_share_of_times(part: float, is_under: float) -> None:
    assert share([5.0, 1.0, 4.0, 2.0, 3.0], part) == pytest.approx(is_under)


def test_growth_in_step_is_one() -> None:
    assert exponent(2.0, 20.0, (20_000, 200_000)) == pytest.approx(1.0)
    assert exponent(2.0, 2.0, (20_000, 200_000)) == pytest.approx(0.0)


def test_a_table_says_what_holds_and_what_does_not() -> None:
    engines = ("ours", "tantivy", "SQLite FTS5")

    def measured(ours: float, slowest: float) -> dict[str, object]:
        return {
            "processor": {"rare": dict(zip(engines, ([ours], [1.0], [2.0]), strict=True))},
            "http_processor": {"ours": [1.0], "the whole answer": [4.0]},
            "times": {"rare": dict(zip(engines, ([ours], [1.0], [2.0]), strict=True))},
            "found": {"rare": dict.fromkeys(engines, 7.0)},
            "questions": {"rare": 30},
            "http": {"ours": [1.0], "the whole answer": [5.0]},
            "claims": {"rare": {"ours, claims": [3.0]}},
            "one": {"milliseconds": [1.0], "refused": 0},
            "eight": {"milliseconds": [3.0] * 9, "refused": 1},
            "costs": [
                {
                    "page": "/",
                    "queries": 3,
                    "planning": 1.0,
                    "running": 2.0,
                    "slowest": f"x, {slowest}",
                    "whole": ["y"],
                    "plans": [],
                }
            ],
            "built": dict.fromkeys(
                ("reports", "seconds", "bytes", "rival_bytes", "sqlite_bytes", "database_bytes"), 1_000_000
            ),
            "load": (0.1, 0.2),
        }

    page = written({20_000: measured(8.0, 1.0), 200_000: measured(80.0, 900.0)})

    assert "| rare | 30 | 7 / 7 | 8.0 / 8.0 | 1.0 / 1.0 | 2.0 / 2.0 | 8.0 | 3 × 1.0 + 6 = 9.0 | holds |" in page
    assert "| 80.0 | 3 × 1.0 + 6 = 9.0 | **fails** |" in page
    assert "| rare | 1.00 | 0.00 | 0.00 | **fails** |" in page
    assert "adds 4.0 ms (p50)" in page
    assert "eight at once 3.0 / 3.0, p95 3.0 times as long; 1 of 10 were told to come back." in page
    assert "| page, as the reader | queries | ms at 20,000 | ms at 200,000 | a statement ≤ 800 ms |" in page
    assert "| / | 3 | 2.0 | 2.0 | **fails** |" in page


def test_what_is_loaded_names_columns_that_are_there_and_all_that_must_hold_something() -> None:
    models = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    for table, columns in TABLES.items():
        assert set(columns.split()) <= {field.column for field in models[table]._meta.local_concrete_fields}, table
    missing = {
        f"{table}.{field.column}"
        for table, columns in TABLES.items()
        for field in models[table]._meta.local_concrete_fields
        if not field.null and field.db_default is NOT_PROVIDED and field.column not in columns.split()
    }
    assert missing == set()
