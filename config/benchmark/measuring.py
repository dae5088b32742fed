"""What the benchmark does inside the scratch database, logged in as the reader."""

import json
import os
import shutil
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection

from articles.search.index.keeper import keeper
from config.benchmark.corpus import Corpus
from config.benchmark.plans import costs
from config.benchmark.questions import COUNTED_WORDS, Question, questions
from config.benchmark.rivals import Fts5, Tantivy, rows
from config.benchmark.timing import ROUNDS, Http, Ours, Times, claims_page, timed


def build() -> dict[str, float]:
    """Our index, by the command's own way; how many reports, and how long it took."""
    began = time.perf_counter()
    reports = keeper().build()
    return {"reports": reports, "seconds": time.perf_counter() - began, "processor": time.process_time()}


def build_tantivy() -> float:
    """The baseline's index; seconds."""
    _be_patient()
    folder = Path(settings.DATA_DIR) / "tantivy"
    shutil.rmtree(folder, ignore_errors=True)
    began = time.perf_counter()
    Tantivy(folder, _provinces()).fill(rows())
    return time.perf_counter() - began


def build_fts5() -> float:
    """SQLite's; seconds."""
    _be_patient()
    path = Path(settings.DATA_DIR) / "fts5.sqlite"
    path.unlink(missing_ok=True)
    began = time.perf_counter()
    Fts5(path, _provinces()).fill(rows())
    return time.perf_counter() - began


def _be_patient() -> None:
    """Rivals read large pieces, beside each other."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = '60s'")


def measure(size: int, count: int, seed: int, rounds: int = ROUNDS) -> dict[str, Any]:
    """Every figure of one corpus."""
    load = os.getloadavg()[0]
    ours, rival, sqlite = engines()
    asked = asked_of(size, rival, count, seed)
    found = timed([ours, rival, sqlite], asked, rounds)
    some = {name: asked[name][:10] for name in ("rare", "10 %")}
    http = timed([ours, Http()], some)
    claims = timed([claims_page()], {name: each[:10] for name, each in asked.items()}, 1)
    return {
        "times": found.clock,
        "processor": found.processor,
        "found": found.found,
        "questions": {name: len(each) for name, each in asked.items()},
        "http": _together(http.clock),
        "http_processor": _together(http.processor),
        "claims": claims.clock,
        "costs": [asdict(cost) for cost in costs(asked["10 %"][0].text)],
        "sizes": sizes(),
        "load": (load, os.getloadavg()[0]),
    }


def addresses(size: int, count: int, seed: int) -> list[str]:
    """Addresses of searches that take turns over all classes, for visitors."""
    ours, rival, _ = engines()
    asked = asked_of(size, rival, count, seed)
    mixed = [question for at in range(count // 4) for each in asked.values() for question in each[at : at + 1]]
    return [f"/search/?{urlencode(ours.parameters(question), doseq=True)}" for question in mixed]


def engines() -> tuple[Ours, Tantivy, Fts5]:
    """All of them, opened."""
    folder = Path(settings.DATA_DIR)
    provinces = _provinces()
    return Ours(), Tantivy(folder / "tantivy", provinces), Fts5(folder / "fts5.sqlite", provinces)


def asked_of(size: int, rival: Tantivy, count: int, seed: int) -> Mapping[str, Sequence[Question]]:
    """The questions for the corpus that was loaded."""
    corpus = Corpus(size, sorted(Ours().names.labels["province"].values())[:13])
    note = Path(settings.DATA_DIR) / "counts.json"
    if not note.exists():
        note.write_text(json.dumps({word: rival.counted(word) for word in corpus.words[:COUNTED_WORDS]}))
    return questions(corpus, json.loads(note.read_text()), count, seed)


def sizes() -> dict[str, int]:
    """Bytes on disk."""
    folder = Path(settings.DATA_DIR)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(relpages)::bigint * 8192 FROM pg_class")
        (database,) = cursor.fetchone()
    return {
        "bytes": _bytes(folder / "index"),
        "rival_bytes": _bytes(folder / "tantivy"),
        "sqlite_bytes": (folder / "fts5.sqlite").stat().st_size,
        "database_bytes": int(database),
    }


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _provinces() -> list[int]:
    """Their row numbers in the order of the corpus."""
    names = Ours().names
    slugs = sorted(names.labels["province"], key=lambda slug: names.labels["province"][slug])
    return [names.ids["province"][slug] for slug in slugs[:13]]


def _together(times: Times) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for engines in times.values():
        for name, each in engines.items():
            found.setdefault(name, []).extend(each)
    return found
