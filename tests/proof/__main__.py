"""Look at every page in a real browser and print what was found: `python -m tests.proof [--quick] [--only NAME …]`.

A table `looks | what | found | wanted | reached`, then everything amiss, a line each; exit 1 if anything was, 2 for bad usage,
3 if this machine lacks Chromium, Java, npm or lynx and something was not looked at. Pictures and printed pages are kept in
--pictures (var/proof). With --quick every page once in each language, without Lighthouse, paper, keyboard and browsers of text;
with --no-pictures beside it only looked at.
"""

import argparse
import shutil
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.drills.frame import Figure
from tests.drills.stand import ROOT, free_port, stand, until
from tests.proof import elsewhere, lighthouse, looks, tools
from tests.proof.pages import BROKEN, READER, Page
from tests.proof.sight import CLIENT_HEADER, NARROW, WIDE, opened
from tests.proof.tally import Tally, skipped

LANGUAGES = ("en", "ko")
AT_ONCE = 2
LOOKS = ("wide", "wide-dark", "narrow", "narrow-dark")
# Lighthouse looks at these. What a search finds is kept out of indexes, which its fourth category would count against it.
WEIGHED = ("home", "article", "search", "province")
# No database, and one search a minute.
OUT_OF_ORDER = {
    "SECRET_KEY": "k" * 50,
    "SEARCHES_PER_MINUTE": "1",
    "CLIENT_ADDRESS_HEADER": CLIENT_HEADER,  # nobody is counted who asks from this machine
    "DATABASE_URL": "postgresql://owner:o@127.0.0.1:1/none",
    "READER_DATABASE_URL": "postgresql://reader:r@127.0.0.1:1/none",
}
ROW = "{:>5}  {:<62} {:>14} {:>10}  {:<4} {}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.proof", description="Every page in a real browser.")
    parser.add_argument(
        "--quick", action="store_true", help="every page once in each language, what takes longest left out"
    )
    parser.add_argument(
        "--only", nargs="+", metavar="NAME", default=[], help="these pages alone (tests/proof/scene.py)"
    )
    parser.add_argument(
        "--pictures", type=Path, default=ROOT / "var" / "proof", metavar="DIR", help="where they are kept"
    )
    parser.add_argument("--no-pictures", action="store_true", help="take none: nobody is going to look at them")
    parser.add_argument("--keep", action="store_true", help="go on serving afterwards, until Ctrl-C")
    options = parser.parse_args()
    began = time.monotonic()
    try:
        tools.fetch_packages(lighthouse=not options.quick)
        browser, _ = tools.chromium(), tools.java()
        if not options.quick:
            tools.lynx()
    except tools.Lacking as lacking:
        print(f"NOT PROVEN: {lacking}", file=sys.stderr)
        sys.exit(3)
    options.pictures = options.pictures.resolve()  # the checker names files by their whole address
    _empty(options.pictures)
    tally = Tally()
    with _serving() as (sites, pages):
        chosen = [page for page in pages if page.name in options.only or not options.only]
        if unknown := set(options.only) - {page.name for page in chosen}:
            parser.error(
                f"no such page: {', '.join(sorted(unknown))}; there are {', '.join(each.name for each in pages)}"
            )
        work = [(page, language) for page in chosen for language in LANGUAGES]
        # Each browser takes every second page.
        with ThreadPoolExecutor(AT_ONCE) as pool:
            parts = [work[start::AT_ONCE] for start in range(AT_ONCE)]
            for each in [pool.submit(_walk, part, sites, browser, options, tally) for part in parts]:
                each.result()
        rows = tally.figures()
        rows += _outside(options, tally, sites, chosen)
        missed = _print(rows, tally.amiss(), len(work), time.monotonic() - began)
        if options.keep:
            print(f"{sites} until Ctrl-C", flush=True)
            until(lambda: False, 1e9, every=1)
    sys.exit(missed)


def _empty(pictures: Path) -> None:
    for name in (*LOOKS, "printed", "served"):
        shutil.rmtree(pictures / name, ignore_errors=True)
        (pictures / name).mkdir(parents=True)


@contextmanager
def _serving() -> Iterator[tuple[dict[str, str], list[Page]]]:
    """The collection, and the addresses of the public site and of one that is out of order."""
    with stand() as here:
        port = free_port()
        here.more |= {"SEARCHES_PER_MINUTE": "0", "BASE_URL": f"http://127.0.0.1:{port}"}
        here.become("desk")
        from tests.proof.scene import collection

        pages = collection()
        with here.serving("reader", workers=2, port=port) as reader:
            until(lambda: reader.status("/articles/") == 200, 60)
            here.more |= OUT_OF_ORDER
            with here.serving("reader", ready="/healthz", application="tests.drills.faulty:application") as broken:
                servers = {READER: reader, BROKEN: broken}
                yield {site: f"http://127.0.0.1:{server.port}" for site, server in servers.items()}, pages


def _walk(
    work: list[tuple[Page, str]], sites: dict[str, str], chromium: str, options: argparse.Namespace, tally: Tally
) -> None:
    """One browser looks at page after page."""
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=list(tools.FLAGS))
        for page, language in work:
            look = _glance if options.quick else _study
            look(browser, page, language, sites[page.site], options, tally)
        browser.close()


def _glance(browser: Browser, page: Page, language: str, site: str, options: argparse.Namespace, tally: Tally) -> None:
    """Once, wide and light, and as narrow as may be."""
    pictures: Path = options.pictures
    with opened(browser, page, language, site) as sight:
        looks.steady(sight, tally)
        looks.plain(sight, tally)
        looks.for_everyone(sight, tally, "wide")
        if not options.no_pictures:
            looks.pictured(sight, pictures, "wide")
        looks.fitting(sight, tally, looks.NARROWEST)
        if not options.no_pictures:
            looks.pictured(sight, pictures, "narrow")
        (pictures / "served" / f"{sight.name}.html").write_bytes(sight.served)


def _study(browser: Browser, page: Page, language: str, site: str, options: argparse.Namespace, tally: Tally) -> None:
    """In every window and light, by keyboard, on paper, as text; pictures are what this is for."""
    pictures: Path = options.pictures
    with opened(browser, page, language, site, WIDE) as sight:
        looks.steady(sight, tally)
        looks.plain(sight, tally)
        (pictures / "served" / f"{sight.name}.html").write_bytes(sight.served)
        for light in ("light", "dark"):
            sight.window.emulate_media(color_scheme=light)
            look = "wide" if light == "light" else "wide-dark"
            looks.for_everyone(sight, tally, look)
            looks.pictured(sight, pictures, look)
            looks.in_forced_colours(sight, tally)
        looks.at_rest(sight, tally)
        looks.by_keyboard(sight, tally)
        elsewhere.on_paper(sight, tally, pictures)
        elsewhere.as_text(sight, tally)
    with opened(browser, page, language, site, NARROW) as sight:
        looks.steady(sight, tally)
        for light in ("light", "dark"):
            sight.window.emulate_media(color_scheme=light)  # type: ignore[arg-type]
            look = "narrow" if light == "light" else "narrow-dark"
            looks.for_everyone(sight, tally, look)
            looks.pictured(sight, pictures, look)
        looks.fitting(sight, tally, looks.NARROWEST, NARROW, looks.ZOOMED, WIDE)
        looks.spaced(sight, tally)


def _outside(
    options: argparse.Namespace, tally: Tally, sites: dict[str, str], pages: list[Page]
) -> list[tuple[int, Figure, str]]:
    """What is looked at when the browsers are done: the HTML checker, then Lighthouse with the machine to itself."""
    standards = Tally()
    elsewhere.checked(options.pictures, standards)
    rows = standards.figures()
    for line in standards.amiss():
        check, _, words = line.partition(": ")
        tally.found(check, "", [words])
    if options.quick:
        return [*rows, skipped("Lighthouse, paper, keyboard, browsers of text, dark, forced colours", "make proof")]
    for page in pages:
        if page.name in WEIGHED:
            for language in LANGUAGES:
                for device in lighthouse.DEVICES:
                    rows += lighthouse.scores(sites[page.site], page, language, device)
    return rows


def _print(rows: list[tuple[int, Figure, str]], amiss: list[str], pages: int, seconds: float) -> int:
    """The table, then what was amiss. 1 if anything was, else 0."""
    print(ROW.format("looks", "what", "found", "wanted", "", "where, or why"))
    for looked, figure, where in rows:
        reached = {True: "yes", False: "NO", None: ""}[figure.reached]
        print(ROW.format(looked, figure.name, figure.said, figure.wanted, reached, where))
    for line in sorted(set(amiss)):
        print(line)
    missed = sum(figure.reached is False for _, figure, _ in rows)
    print(f"{pages} pages in {seconds:.0f} s, {missed} figures missed", flush=True)
    return min(missed, 1)


if __name__ == "__main__":
    main()
