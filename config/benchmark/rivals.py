"""The engines beside ours, on the same public texts and the same facets: tantivy alone, and SQLite FTS5.

Each answers a page: twenty reports by rank with what was found in them, the exact count, and the counts of all facets.
Neither reads a row of Postgres, knows a second spelling, nor counts a copy with its original.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import tantivy
from tantivy import Occur, Query

from articles.models import Article, ArticleProvince, ArticleTopic, ClaimVersion, PublicText
from articles.search.index.schema import COUNTED, LANGUAGE_NUMBERS, SPEECH_NUMBERS
from articles.search.index.state import topics_above
from config.benchmark.questions import Question
from sources.models import Step

PAGE = 20
BATCH = 1_000
WEIGHTS = {"headline": 4.0, "claims": 1.5, "body": 1.0}
Facets = Mapping[str, Mapping[int, int]]
# Row number, the three texts, the facets, the day as a number.
Row = tuple[int, tuple[str, str, str], dict[str, list[int]], int]


class Rival(Protocol):
    """An engine to be measured beside ours."""

    name: str

    def page(self, question: Question) -> tuple[int, Facets]:
        """Answer a whole page; returns the count and the facets, for comparison."""


def rows() -> Iterator[Row]:
    """Every public report as rivals keep it."""
    above = topics_above()
    last = 0
    while found := list(Article.objects.published().filter(pk__gt=last).order_by("pk")[:BATCH]):
        last = found[-1].pk
        pks = [row.pk for row in found]
        texts = {
            pk: (headline, claims, body)
            for pk, headline, claims, body in PublicText.objects.published()
            .filter(article__in=pks, is_current=True)
            .values_list("article", "headline", "claims", "body")
        }
        facets = _facets(pks, above)
        for row in found:
            assert row.published_latest is not None
            facets[row.pk] |= {
                "outlet": [row.outlet_id],
                "language": [LANGUAGE_NUMBERS[row.language]],
                "year": [row.published_latest.year],
            }
            yield row.pk, texts[row.pk], facets[row.pk], row.published_latest.toordinal()


def _facets(pks: Sequence[int], above: Mapping[int, Sequence[int]]) -> dict[int, dict[str, list[int]]]:
    found: dict[int, dict[str, set[int]]] = {
        pk: {"province": set(), "topic": set(), "institution": set(), "speech": set()} for pk in pks
    }
    for pk, province in ArticleProvince.objects.published().filter(article__in=pks).values_list("article", "province"):
        found[pk]["province"].add(province)
    tagged = ArticleTopic.objects.published().filter(content_object__in=pks).values_list("content_object", "tag")
    for pk, topic in tagged:
        found[pk]["topic"].update(above[topic])
    of_chain: dict[int, int] = dict(
        ClaimVersion.objects.published()
        .filter(claim__article__in=pks, is_current=True)
        .values_list("chain", "claim__article")
    )
    steps = Step.objects.published().filter(chain__in=of_chain).order_by("position")
    last: dict[int, str] = {}
    for chain, institution, speech in steps.values_list("chain", "institution", "speech"):
        last[chain] = speech
        if institution:
            found[of_chain[chain]]["institution"].add(institution)
    for chain, speech in last.items():
        found[of_chain[chain]]["speech"].add(SPEECH_NUMBERS[speech])
    return {pk: {name: sorted(values) for name, values in each.items()} for pk, each in found.items()}


class Tantivy:
    """The baseline: the library our own index is made with, with its own English analysis and nothing around it."""

    name = "tantivy"

    def __init__(self, folder: Path, provinces: Sequence[int]) -> None:
        self.provinces = provinces
        builder = tantivy.SchemaBuilder()
        for name in WEIGHTS:
            builder.add_text_field(name, stored=True, tokenizer_name="en_stem")
        for name in ("pk", "day", *COUNTED):
            builder.add_unsigned_field(name, indexed=True, fast=True, stored=name == "pk")
        self.schema = builder.build()
        folder.mkdir(parents=True, exist_ok=True)
        self.index = tantivy.Index(self.schema, path=str(folder))
        self.index.reload()
        self.searcher = self.index.searcher()

    def fill(self, found: Iterator[Row]) -> None:
        """Index everything."""
        writer = self.index.writer(120_000_000, 1)
        for pk, texts, facets, day in found:
            document = tantivy.Document()
            for name, text in zip(WEIGHTS, texts, strict=True):
                document.add_text(name, text)
            document.add_unsigned("pk", pk)
            document.add_unsigned("day", day)
            for name, values in facets.items():
                for value in values:
                    document.add_unsigned(name, value)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def counted(self, word: str) -> int:
        """How many reports have a word."""
        found = self.searcher.search(self._query(Question((word,))), 1, count=True)
        return int(found.count)  # type: ignore[attr-defined]  # the stubs lack it

    def _query(self, question: Question) -> Query:
        word, fields = question.words[0], list(WEIGHTS)
        if question.kind == "prefix":
            return _any([Query.fuzzy_term_query(self.schema, name, word, distance=0, prefix=True) for name in fields])
        if question.kind == "misspelt":
            return _any([Query.fuzzy_term_query(self.schema, name, word, distance=1) for name in fields])
        text = f'"{word}"' if question.kind == "phrase" else " AND ".join(question.words)
        query = self.index.parse_query(text, fields, field_boosts=WEIGHTS)
        if question.province is None or question.days is None:
            return query
        first, last = (day.toordinal() for day in question.days)
        of_province = Query.term_query(self.schema, "province", self.provinces[question.province])
        of_days = Query.range_query(self.schema, "day", tantivy.FieldType.Unsigned, first, last)
        limits = [(Occur.Must, Query.const_score_query(each, 0.0)) for each in (of_province, of_days)]
        return Query.boolean_query([(Occur.Must, query), *limits])

    def page(self, question: Question) -> tuple[int, Facets]:
        """As every rival."""
        query = self._query(question)
        found: Any = self.searcher.search(query, PAGE, count=True)
        asked = {name: {"terms": {"field": name, "size": 5_000}} for name in COUNTED}
        counted = self.searcher.aggregate(query, asked)
        snippets = [
            tantivy.SnippetGenerator.create(self.searcher, query, self.schema, name) for name in ("headline", "body")
        ]
        for _, address in found.hits:
            document = self.searcher.doc(address)
            for generator in snippets:
                generator.snippet_from_doc(document).to_html()
        return found.count, {
            name: {int(bucket["key"]): bucket["doc_count"] for bucket in counted[name]["buckets"]} for name in COUNTED
        }


class Fts5:
    """SQLite's full text beside link tables for the facets."""

    name = "SQLite FTS5"

    def __init__(self, path: Path, provinces: Sequence[int]) -> None:
        self.provinces = provinces
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.execute("PRAGMA mmap_size = 4000000000")
        self.database.execute("PRAGMA cache_size = -200000")

    def fill(self, found: Iterator[Row]) -> None:
        """Index everything."""
        database = self.database
        database.executescript(
            "PRAGMA journal_mode = off; PRAGMA synchronous = off;"
            "CREATE VIRTUAL TABLE words USING fts5(headline, claims, body, tokenize = 'porter unicode61', prefix = '4');"
            "CREATE TABLE filed (facet INT, value INT, report INT); CREATE TABLE dated (report INTEGER PRIMARY KEY, day INT);"
            "CREATE VIRTUAL TABLE spelt USING fts5vocab(words, 'row'); BEGIN;"
        )
        for pk, texts, facets, day in found:
            database.execute("INSERT INTO words (rowid, headline, claims, body) VALUES (?, ?, ?, ?)", (pk, *texts))
            database.execute("INSERT INTO dated VALUES (?, ?)", (pk, day))
            database.executemany(
                "INSERT INTO filed VALUES (?, ?, ?)",
                [(COUNTED.index(name), value, pk) for name, values in facets.items() for value in values],
            )
        database.executescript(
            "INSERT INTO words (words) VALUES ('optimize');"
            "CREATE INDEX filed_by_report ON filed (report, facet, value); ANALYZE;"
        )

    def page(self, question: Question) -> tuple[int, Facets]:
        """As every rival; a misspelt word is not in its gift, and is looked for by its first letters."""
        word = question.words[0]
        text = {"phrase": f'"{word}"', "prefix": f"{word}*", "misspelt": f"{word[:4]}*"}.get(
            question.kind, " AND ".join(f'"{each}"' for each in question.words)
        )
        where, values = "words MATCH ?", [text]
        limits: list[Any] = []
        if question.province is not None and question.days is not None:
            where += " AND rowid IN (SELECT report FROM dated WHERE day BETWEEN ? AND ?)"
            where += f" AND rowid IN (SELECT report FROM filed WHERE facet = {COUNTED.index('province')} AND value = ?)"
            limits = [*(day.toordinal() for day in question.days), self.provinces[question.province]]
        self.database.execute(
            "SELECT rowid, highlight(words, 0, '<b>', '</b>'), snippet(words, 2, '<b>', '</b>', '…', 30) FROM words"
            f" WHERE {where} ORDER BY bm25(words, 4.0, 1.5, 1.0) LIMIT {PAGE}",
            [*values, *limits],
        ).fetchall()
        found = f"SELECT rowid FROM words WHERE {where}"
        count = self.database.execute(f"SELECT count(*) FROM ({found})", [*values, *limits]).fetchone()[0]
        counted = self.database.execute(
            f"SELECT facet, value, count(*) FROM filed WHERE report IN ({found}) GROUP BY facet, value",
            [*values, *limits],
        ).fetchall()
        facets: dict[str, dict[int, int]] = {name: {} for name in COUNTED}
        for facet, value, number in counted:
            facets[COUNTED[facet]][value] = number
        return count, facets


def _any(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])
