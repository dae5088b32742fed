"""Lighthouse's four categories, as figures: 100 in each."""

import json
import subprocess
from collections.abc import Iterator

from tests.drills.frame import Figure, at_least
from tests.proof import tools
from tests.proof.pages import Page

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# Lighthouse's own telephone (slowed down four times, on a slow line), and its desk.
DEVICES = {"telephone": [], "desk": ["--preset=desktop"]}
# What else a machine does lengthens how long it is busy with a page: the best of so many tries counts, and all are told.
TRIES = 3


def scores(site: str, page: Page, language: str, device: str) -> Iterator[tuple[int, Figure, str]]:
    """A row a category: how many tries, the best of them, and what each came to and what cost the best something."""
    tried: dict[str, list[tuple[int, list[str]]]] = {name: [] for name in CATEGORIES}
    for _ in range(TRIES):
        for name, found in _once(site + page.spoken(language), device):
            tried[name].append(found)
        if all(max(score for score, _ in tries) == 100 for tries in tried.values()):
            break
    for name, tries in tried.items():
        score, lost = max(tries, key=lambda each: each[0])
        where = "; ".join([", ".join(str(each) for each, _ in tries), *lost])
        yield len(tries), at_least(f"Lighthouse: {name}, {page.name}.{language}, {device}", score, 100), where


def _once(address: str, device: str) -> Iterator[tuple[str, tuple[int, list[str]]]]:
    """(category, (score, audits that cost it something))"""
    done = subprocess.run(
        [
            *(str(tools.NODE), str(tools.LIGHTHOUSE), address),
            *("--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}", *DEVICES[device]),
            f"--chrome-flags=--headless=new {' '.join(tools.FLAGS)}",
        ],
        cwd=tools.HERE, env=tools.environment() | {"CHROME_PATH": tools.chromium()},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise tools.Lacking(f"Lighthouse failed: {done.stderr.strip()[-300:]}")
    told = json.loads(done.stdout)
    for name in CATEGORIES:
        category = told["categories"][name]
        audits = [told["audits"][each["id"]] for each in category["auditRefs"] if each["weight"]]
        lost = [audit["title"] for audit in audits if audit["score"] not in (None, 1)]
        score = round(100 * (category["score"] or 0))
        yield name, (score, lost)
