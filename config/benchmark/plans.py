"""What Postgres means to do for single pages, asked as the reader: planning and running times, and whole tables read."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client

from articles.models import Article, Claim, Topic
from provinces.models import Province
from sources.models import Institution, Outlet


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


# Pages that have no words in them, as their addresses. Of tables the first piece is asked for, which is a page of the list.
PAGES = (
    "/", "/articles/", "/claims/", "/articles.atom", "/claims.atom", "/articles.csv", "/claims.csv", "/api/v1/articles",
    "/api/v1/claims", "/provinces/", "/topics/", "/institutions/", "/outlets/", "/provinces.csv", "/topics.csv",
    "/institutions.csv", "/outlets.csv", "/topics.atom", "/institutions.atom", "/outlets.atom", "/timeline/", "/coverage/", "/map/",
    "/due/", "/due.atom", "/contradictions/", "/series/", "/series/rice/", "/changes/", "/changes.atom", "/data/",
    "/sitemap.xml", "/sitemap-1.xml",
)  # fmt: skip
# While plans are looked at nothing is cut off; what takes longer than a reader's statement may is seen in the table.
_PATIENTLY = "SET statement_timeout = '120s'"


def costs(word: str) -> list[Cost]:
    """Home, lists with their feeds, tables and API, one report, one claim, and searches for a word."""
    client = Client(headers={"host": settings.ALLOWED_HOSTS[0]})
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('statement_timeout')")
        (usual,) = cursor.fetchone()
        cursor.execute(_PATIENTLY)
    found = [_cost(name, lambda address=address: _asked(client, address)) for name, address in _addresses(word).items()]  # type: ignore[misc]
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, false)", [usual])
    return found


def _addresses(word: str) -> dict[str, str]:
    """What each page is called, and where it is."""
    report, claim = (every.objects.published().order_by("-pk")[:1][0].public_id for every in (Article, Claim))
    copied = Article.objects.published().filter(copies__is_public=True).order_by("-pk")[:1]
    of_one = {
        "one report": f"/articles/{report}/",
        "one that was copied": f"/articles/{copied[0].public_id}/" if copied else f"/articles/{report}/",
        "one report, API": f"/api/v1/articles/{report}",
        "one claim": f"/claims/{claim}/",
        "one claim, API": f"/api/v1/claims/{claim}",
    }
    of_names = {
        f"one of /{of}/": f"/{of}/{every.objects.published().order_by('-pk')[:1][0].slug}/"
        for of, every in (
            ("provinces", Province),
            ("topics", Topic),
            ("institutions", Institution),
            ("outlets", Outlet),
        )
    }
    searches = {
        "a search": f"/search/?q={word}",
        "a search in claims": f"/search/?q={word}&in=claims",
        "a search's feed": f"/search.atom?q={word}",
        "a search's table": f"/search.csv?q={word}",
    }
    return {**{page: page for page in PAGES}, **of_one, **of_names, **searches}


def _asked(client: Client, address: str) -> Any:
    """An answer; of one that is written as it is sent, the beginning."""
    answer = client.get(address)
    if answer.streaming:
        next(iter(answer))
    return answer


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
