"""The figures as Markdown."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from config.benchmark.questions import ALLOWED, ROWS_MS
from config.benchmark.timing import exponent, share

# The reader's statement_timeout (`config/roles.py`).
STATEMENT_MS = 800

# What one size gave: {"times", "found", "built", "http", "eight", "costs", …}, as `measuring` prints it.
Measured = Mapping[str, Any]


def written(results: Mapping[int, Measured], *, with_plans: bool = False) -> str:
    """All tables, the smallest corpus first."""
    parts = [f"Measured on {date.today().isoformat()}, {machine()}."]
    sizes = sorted(results)
    for size in sizes:
        measured = results[size]
        parts += [f"### {size:,} reports", "\n".join(_speed(measured, measured["times"]))]
        parts += ["The same by the processor's time, our process and its Postgres together:"]
        parts += ["\n".join(_speed(measured, measured["processor"])), "\n".join(_beside(measured))]
    if len(sizes) > 1:
        parts += ["### Growth", "\n".join(_growth(results, sizes[0], sizes[-1]))]
        parts += ["\n".join(_pages(results, sizes))]
    for size in sizes:
        parts += [f"### Plans at {size:,} reports", "\n".join(_plans(results[size]["costs"]))]
        if with_plans:
            parts += [_whole_plans(results[size]["costs"])]
    return "\n\n".join(part for part in parts if part) + "\n"


def machine() -> str:
    """Processor, cores, memory, Python."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
    except (OSError, ValueError):
        names, memory = [], 0
    name = names[0] if names else platform.processor()
    return f"{os.cpu_count()} cores {name}, {memory} GiB, Python {platform.python_version()}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _both(times: Sequence[float]) -> str:
    return f"{share(times, 0.5):.1f} / {share(times, 0.95):.1f}" if times else "–"


def _speed(measured: Measured, all_times: Mapping[str, Mapping[str, Sequence[float]]]) -> Iterator[str]:
    engines = ["ours", "tantivy", "SQLite FTS5"]
    rows = []
    for name, times in all_times.items():
        ours, base = share(times["ours"], 0.95), share(times["tantivy"], 0.95)
        most = ALLOWED[name] * base + ROWS_MS
        rows.append(
            [
                name,
                str(measured["questions"][name]),
                f"{measured['found'][name]['ours']:,.0f} / {measured['found'][name]['tantivy']:,.0f}",
                *(_both(times[engine]) for engine in engines),
                f"{ours / base:.1f}",
                f"{ALLOWED[name]} × {base:.1f} + {ROWS_MS:.0f} = {most:.1f}",
                "holds" if ours <= most else "**fails**",
            ]
        )
    heads = [
        "class", "words", "found, ours / tantivy", "ours p50 / p95 ms", "tantivy", "SQLite FTS5", "p95 ratio", "allowed p95", "",
    ]  # fmt: skip
    yield from _table(heads, rows)


def _beside(measured: Measured) -> Iterator[str]:
    http = measured["http"]
    added = share(http["the whole answer"], 0.5) - share(http["ours"], 0.5)
    added_most = share(http["the whole answer"], 0.95) - share(http["ours"], 0.95)
    one, eight = measured["one"], measured["eight"]
    worked = measured["http_processor"]
    added_work = share(worked["the whole answer"], 0.5) - share(worked["ours"], 0.5)
    yield (
        f"The HTTP page adds {added:.1f} ms (p50), {added_most:.1f} (p95), {added_work:.1f} of the processor's time: template"
        " and middleware."
    )
    alone, together = one["milliseconds"], eight["milliseconds"]
    yield (
        f"Over HTTP from the site as it is served, all classes in turn: one client alone {_both(alone)} ms, eight at once"
        f" {_both(together)}, p95 {share(together, 0.95) / share(alone, 0.95):.1f} times as long;"
        f" {eight['refused']} of {len(together) + eight['refused']} were told to come back."
    )
    claims = [each for times in measured["claims"].values() for each in times["ours, claims"]]
    yield f"The same words looked for in claims: {_both(claims)} ms over all classes."
    built = measured["built"]
    yield (
        f"The index of {built['reports']:,} reports and their claims was built in {built['seconds']:.0f} s"
        f" and takes {built['bytes'] / 1e6:,.0f} MB; tantivy's of the reports alone {built['rival_bytes'] / 1e6:,.0f} MB,"
        f" SQLite's {built['sqlite_bytes'] / 1e6:,.0f} MB. The database has {built['database_bytes'] / 1e6:,.0f} MB."
    )
    yield f"The machine had other work: load {measured['load'][0]:.1f} before, {measured['load'][1]:.1f} after, on {os.cpu_count()} cores."


def _growth(results: Mapping[int, Measured], small: int, large: int) -> Iterator[str]:
    rows = []
    for name in results[small]["times"]:
        found = []
        for engine in ("ours", "tantivy", "SQLite FTS5"):
            least, most = (share(results[size]["processor"][name][engine], 0.5) for size in (small, large))
            found.append(exponent(least, most, (small, large)))
        rows.append(
            [name, *(f"{each:.2f}" for each in found), "holds" if found[0] <= max(0.7, found[1]) else "**fails**"]
        )
    yield from _table(
        [
            f"processor's time, p50, {small:,} → {large:,}",
            "ours",
            "tantivy",
            "SQLite FTS5",
            "at most 0.7, or tantivy's",
        ],
        rows,
    )


def _pages(results: Mapping[int, Measured], sizes: Sequence[int]) -> Iterator[str]:
    """What Postgres took for each page, by size; a statement of the reader's may take so long and no longer."""
    by_size = {size: {cost["page"]: cost for cost in results[size]["costs"]} for size in sizes}
    rows = []
    for page in by_size[sizes[0]]:
        found = [by_size[size][page] for size in sizes if page in by_size[size]]
        slowest = max(float(cost["slowest"].rpartition(", ")[2]) for cost in found)
        took = [f"{cost['running']:.1f}" for cost in found]
        rows.append([page, str(found[-1]["queries"]), *took, "holds" if slowest <= STATEMENT_MS else "**fails**"])
    heads = [
        "page, as the reader",
        "queries",
        *(f"ms at {size:,}" for size in sizes),
        f"a statement ≤ {STATEMENT_MS} ms",
    ]
    yield from _table(heads, rows)


def _plans(costs: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    rows = [
        [
            cost["page"],
            str(cost["queries"]),
            f"{cost['planning']:.1f}",
            f"{cost['running']:.1f}",
            cost["slowest"],
            ", ".join(cost["whole"]) or "none",
        ]
        for cost in costs
    ]
    heads = [
        "page, as the reader",
        "queries",
        "planning ms",
        "running ms",
        "slowest (first table, ms)",
        "tables read whole",
    ]
    yield from _table(heads, rows)


def _whole_plans(costs: Sequence[Mapping[str, Any]]) -> str:
    return "\n\n".join(f"{cost['page']}\n\n```\n" + "\n\n".join(cost["plans"]) + "\n```" for cost in costs)
