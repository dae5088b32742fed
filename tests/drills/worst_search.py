"""The dearest searches that the box accepts, by many at once: each is answered in time, and others' pages meanwhile.

Long words with stars, common beginnings, alternatives by the dozen, slips, phrases, excluded words, fields, half of it in Korean; over
a corpus that is made for it. Who is told to come back does so, as often as it takes: in the end each has its answer. Then the
database is given no time at all: 503 that says when to come back.
"""

import random
import statistics
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import quote

import psycopg

from tests.drills.frame import Figure, at_least, at_most, exactly, shown
from tests.drills.stand import Server, Stand, stand, until

CLIENTS = 8
LIMIT, OTHERS_P95 = 1.0, 0.2
OTHERS = ("/", "/articles/", "/claims/", "/about/", "/topics/", "/map/")


def drill(full: bool) -> Iterator[Figure]:
    """With `full` 200 queries over 50,000 reports, else 60 over 1,500."""
    reports, asked = (50_000, 200) if full else (1_500, 60)
    with stand() as here:
        here.more |= {"SEARCHES_PER_MINUTE": "0"}
        words = _load(here, reports)
        here.manage("reader", "build_index")
        with here.serving("reader", workers=2) as reader:
            until(lambda: reader.status("/articles/") == 200, 120)
            queries = _queries(words, asked)
            answers: list[tuple[str, int, float]] = []
            others: list[float] = []
            _ask_all(reader, queries, answers, others)
            times = sorted(seconds for _, _, seconds in answers)
            yield shown("reports", here.rows("SELECT count(*) FROM articles_article WHERE is_public")[0][0])
            answered = {query for query, status, _ in answers if status == 200}
            yield exactly("searches, 8 at once, answered in the end", len(answered), len({*queries}))
            yield shown("answers", ", ".join(f"{k}: {v}" for k, v in sorted(Counter(s for _, s, _ in answers).items())))
            odd = {query for query, status, _ in answers if status not in (200, 503)}
            yield exactly("answers but 200 and 503", "; ".join(sorted(odd)[:2]) or "none", "none")
            yield shown(
                "middle, and 19 of 20 within", f"{statistics.median(times):.2f}, {times[len(times) * 19 // 20]:.2f} s"
            )
            slowest = max(answers, key=lambda each: each[2])
            yield shown("the slowest", slowest[0][:60])
            yield at_most("it took", slowest[2], LIMIT, "s")
            yield at_least("other pages meanwhile", len(others), 20)
            yield at_most("of them 19 of 20 within", sorted(others)[len(others) * 19 // 20], OTHERS_P95, "s")
            yield from _without_time(here, reader, queries)


def _load(here: Stand, reports: int) -> Sequence[str]:
    """Invented reports by the benchmark's own way; the commonest words of them."""
    from config.benchmark.corpus import Corpus
    from config.benchmark.loading import load
    from config.benchmark.scratch import provinces_of

    with psycopg.connect(here.cluster.url("superuser"), autocommit=True) as database:
        corpus = Corpus(reports, provinces_of(database), 7)
        load(database, corpus, lambda done: None)
    here.manage("owner", "migrate")
    return corpus.words[:200]


def _queries(words: Sequence[str], count: int) -> list[str]:
    """As dear as twelve words and 200 signs allow."""
    lots = random.Random(11)
    some = [word for word in words if len(word) < 12]

    def pick(times: int) -> list[str]:
        return [lots.choice(some) for _ in range(times)]

    kinds: Sequence[Callable[[], str]] = (
        lambda: _within(" OR ", [f"{word[:1]}*" for word in pick(12)]),
        lambda: _within(" ", [f"{word[:2]}*" for word in pick(12)]),
        lambda: _within(" OR ", pick(12)),
        lambda: _within(" ", ["a*", *(f"-{word}" for word in pick(11))]),
        lambda: _within(" OR ", [f'"{a} {b}"' for a, b in zip(pick(6), pick(6), strict=True)]),
        lambda: _within(" ", [_slip(lots, word) for word in pick(12)]),
        lambda: '"' + _within(" ", pick(12), 198) + '"',
        lambda: "(" * 11 + _within(" OR ", pick(10), 178) + ")" * 11,
        lambda: _within(
            " OR ", [f"province:{each}" for each in ("ryanggang", "yanggang", "chagang", "양강도", "량강도")]
        ),
        lambda: _within(
            " OR ", ["양강도", "량강도", "혜산", "쌀", "무역", "당", "중국", "시장", "가격", "국경", "회사", "간부"]
        ),
        lambda: "after:1990 before:2030 event:2022 a* OR b* OR c* OR d* OR e* OR f* OR g*",
        lambda: _within(" OR ", [letter * 16 for letter in "abcdefghijkl"]),
    )
    found = []
    for number in range(count):
        where = ("mode=loose&" if number % 3 == 0 else "") + ("in=claims&" if number % 4 == 1 else "")
        found.append(f"/search/?{where}q={quote(kinds[number % len(kinds)]())}")
    return found


def _within(between: str, parts: Sequence[str], most: int = 200) -> str:
    """As many of them as the box takes letters."""
    said = ""
    for part in parts:
        longer = said + (between if said else "") + part
        if len(longer) > most:
            break
        said = longer
    return said


def _slip(lots: random.Random, word: str) -> str:
    at = lots.randrange(len(word))
    return word[:at] + lots.choice("qxzj") + word[at + 1 :]


def _ask_all(reader: Server, queries: list[str], answers: list[tuple[str, int, float]], others: list[float]) -> None:
    waiting, lock, over = iter(queries), threading.Lock(), threading.Event()

    def search() -> None:
        while True:
            with lock:
                query = next(waiting, None)
            if query is None:
                return
            for _ in range(60):
                began = time.monotonic()
                status, headers, _ = reader.ask(query)
                answers.append((query, status, time.monotonic() - began))
                if status != 503:
                    break
                time.sleep(min(1.0, float(headers.get("retry-after", 1))))

    def read() -> None:
        for number in range(100_000):
            if over.is_set() and len(others) >= 20:
                return
            began = time.monotonic()
            reader.status(OTHERS[number % len(OTHERS)])
            others.append(time.monotonic() - began)
            time.sleep(0.02)

    threads = [threading.Thread(target=search, daemon=True) for _ in range(CLIENTS)]
    beside = threading.Thread(target=read, daemon=True)
    for thread in (*threads, beside):
        thread.start()
    for thread in threads:
        thread.join()
    over.set()
    beside.join()


def _without_time(here: Stand, reader: Server, queries: list[str]) -> Iterator[Figure]:
    """The table is held by somebody else: the statement's limit of time is up before anything is read."""
    answers = []
    with psycopg.connect(here.cluster.url("superuser")) as holding:
        holding.execute(
            "LOCK TABLE articles_article, articles_publictext, articles_claimversion IN ACCESS EXCLUSIVE MODE"
        )
        for query in (queries[2], queries[9], queries[2].replace("/search/", "/search.json")):
            began = time.monotonic()
            status, headers, _ = reader.ask(query)
            answers.append((status, headers.get("retry-after", ""), time.monotonic() - began))
    yield exactly(
        "without time: answers of 503 that say when to come back", sum(a[0] == 503 and a[1] != "" for a in answers), 3
    )
    yield at_most("the longest of them", max(a[2] for a in answers), LIMIT + 0.5, "s")
    yield at_most("answered again after", until(lambda: reader.status(queries[2]) == 200, 30), 5, "s")
