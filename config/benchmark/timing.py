"""Ask engines in turn, question by question, so that all of them meet the same machine; the first round does not count."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client

from articles.listing import CLAIMS, Listing
from articles.pages.search import search_page
from articles.queries.names import Names, load_names
from articles.remembered import within_an_answer
from config.benchmark.questions import Question
from config.benchmark.rivals import Rival

# Class → engine → milliseconds, one for each question and round.
Times = dict[str, dict[str, list[float]]]
ROUNDS = 3


class Ours:
    """Our search page, as far as its template: everything that is shown stands ready."""

    name = "ours"

    def __init__(self, kind: str = "") -> None:
        self.kind = kind
        self.name = f"ours, {kind}" if kind else "ours"
        self.names: Names = load_names()
        self.provinces = sorted(self.names.labels["province"].items(), key=lambda pair: pair[1])

    def parameters(self, question: Question) -> dict[str, list[str]]:
        """What stands in the address."""
        found = {"q": [question.text]}
        if self.kind:
            found["in"] = [self.kind]
        if question.kind == "misspelt":
            found["mode"] = ["loose"]
        if question.province is not None and question.days is not None:
            first, last = question.days
            found["province"] = [self.provinces[question.province][0]]
            found["year"] = [str(year) for year in range(first.year, last.year + 1)]
        return found

    def page(self, question: Question) -> tuple[int, Any]:
        """As every rival; and its twenty rows are read from Postgres."""
        page = search_page(Listing.asked(self.parameters(question)))
        assert page.list is not None, "there are words to look for"
        within_an_answer.forget()  # as at the end of a request
        return page.list.total, page.list.panels


class Http(Ours):
    """The same through the site's whole stack, with the template."""

    def __init__(self) -> None:
        super().__init__()
        self.name = "the whole answer"
        self.client = Client(headers={"host": settings.ALLOWED_HOSTS[0]})

    def page(self, question: Question) -> tuple[int, Any]:
        """The answer's status and length."""
        answer = self.client.get("/search/", self.parameters(question))
        assert answer.status_code == 200, answer.status_code
        return 0, len(answer.content)


def claims_page() -> Ours:
    """Ours, looking in claims."""
    return Ours(CLAIMS)


@dataclass(frozen=True)
class Timed:
    """`clock`, `processor`: milliseconds by class and engine, one for each question and round; `found`: how many reports.

    The processor's time is this process's and its Postgres's; what other work of the machine takes is not in it.
    """

    clock: Times
    processor: Times
    found: Mapping[str, Mapping[str, float]]


def timed(
    engines: Sequence[Rival], asked: Mapping[str, Sequence[Question]], rounds: int = ROUNDS, most: float = 30.0
) -> Timed:
    """Ask everything of everyone.

    An engine that took `most` seconds over a class is not asked again for it beyond its first counted round.
    """
    clock: Times = {}
    processor: Times = {}
    found: dict[str, dict[str, float]] = {}
    for name, questions in asked.items():
        clock[name] = {engine.name: [] for engine in engines}
        processor[name] = {engine.name: [] for engine in engines}
        counts = {engine.name: 0 for engine in engines}
        spent = dict.fromkeys(counts, 0.0)
        for turn in range(rounds + 1):
            for at, question in enumerate(questions):
                for engine in _turned(engines, at):
                    if turn > 1 and spent[engine.name] > most:
                        continue
                    took, worked, count = _one(engine.page, question)
                    spent[engine.name] += took / 1000
                    if turn:
                        clock[name][engine.name].append(took)
                        processor[name][engine.name].append(worked)
                    else:
                        counts[engine.name] += count
        found[name] = {engine: total / len(questions) for engine, total in counts.items()}
    return Timed(clock, processor, found)


def _turned(engines: Sequence[Rival], by: int) -> Sequence[Rival]:
    """Another one begins each time: who comes after whom finds other things in the processor's memory."""
    by %= len(engines)
    return [*engines[by:], *engines[:by]]


def _one(page: Callable[[Question], tuple[int, Any]], question: Question) -> tuple[float, float, int]:
    """Milliseconds by the clock and of the processor, and the count."""
    began, worked = time.perf_counter(), time.thread_time() + _of_postgres()
    count, _ = page(question)
    return (
        (time.perf_counter() - began) * 1000,
        (time.thread_time() + _of_postgres() - worked) * 1000,
        count,
    )


def _of_postgres() -> float:
    """Seconds that this connection's server process has had of a processor; 0 where the system does not tell."""
    pid = connection.connection.info.backend_pid if connection.connection else 0
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii").split()[0]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def share(times: Sequence[float], part: float) -> float:
    """The time that this part of all stayed under: 0.5 the median, 0.95."""
    ordered = sorted(times)
    at = (len(ordered) - 1) * part
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


def exponent(small: float, large: float, sizes: tuple[int, int]) -> float:
    """How times grow with the number of reports: 1 in step with it, 0 not at all."""
    return log(large / small) / log(sizes[1] / sizes[0])
