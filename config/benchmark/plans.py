"""What Postgres means to do for single pages, asked as the reader: planning and running times, and whole tables read."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client

from articles.models import Article, Claim


@dataclass(frozen=True)
class Cost:
    """One page: its queries, milliseconds to plan and to run them, and the tables that were read from end to end."""

    page: str
    queries: int
    planning: float
    running: float
    whole: tuple[str, ...]
    slowest: str
    plans: tuple[str, ...]


def costs(word: str) -> list[Cost]:
    """Home, lists, one report, one claim, and a search for a word."""
    report, claim = Article.objects.published().order_by("-pk")[:1], Claim.objects.published().order_by("-pk")[:1]
    addresses = {
        "/": "/",
        "/articles/": "/articles/",
        "/claims/": "/claims/",
        "one report": f"/articles/{report[0].public_id}/",
        "one claim": f"/claims/{claim[0].public_id}/",
        "/topics/": "/topics/",
        "a search": f"/search/?q={word}",
        "a search in claims": f"/search/?q={word}&in=claims",
    }
    client = Client(headers={"host": settings.ALLOWED_HOSTS[0]})
    return [_cost(name, lambda address=address: client.get(address)) for name, address in addresses.items()]  # type: ignore[misc]


def _cost(page: str, ask: Callable[[], Any]) -> Cost:
    assert ask().status_code == 200, page
    with _kept() as statements:
        ask()
    planning, running, whole, slowest, plans = 0.0, 0.0, set[str](), (0.0, ""), []
    for sql, parameters in statements:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, SUMMARY, TIMING OFF, BUFFERS OFF) {sql}", parameters)
            plan = "\n".join(line for (line,) in cursor.fetchall())
        times = [float(number) for number in re.findall(r"(?:Planning|Execution) Time: ([0-9.]+) ms", plan)]
        planning, running = planning + times[0], running + times[1]
        slowest = max(slowest, (times[1], _what(plan)))
        whole.update(re.findall(r"Seq Scan on (\w+)", plan))
        plans.append(plan)
    return Cost(
        page, len(statements), planning, running, tuple(sorted(whole)), f"{slowest[1]}, {slowest[0]:.1f}", tuple(plans)
    )


def _what(plan: str) -> str:
    """The table a plan begins with."""
    found = re.search(r"(?:Scan|Scan using \w+|Scan Backward using \w+) on (\w+)", plan)
    return found[1] if found else "no table"


@contextmanager
def _kept() -> Iterator[list[tuple[str, Any]]]:
    """Every question to the database, as it was asked."""
    kept: list[tuple[str, Any]] = []

    def keep(execute: Callable[..., Any], sql: str, parameters: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().upper().startswith(("SELECT", "WITH")):
            kept.append((sql, parameters))
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(keep):
        yield kept
