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


def scores(site: str, page: Page, language: str, device: str) -> Iterator[tuple[Figure, list[str]]]:
    """A figure a category, and the audits that cost it something."""
    done = subprocess.run(
        [
            *(str(tools.NODE), str(tools.LIGHTHOUSE), site + page.spoken(language)),
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
        yield at_least(f"Lighthouse: {name}, {page.name}.{language}, {device}", score, 100), lost
