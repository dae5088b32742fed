"""What is looked for on every page: each function fills a tally from one sight of one page."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from tests.proof.in_page import axe
from tests.proof.sight import HEIGHT, NARROW, Sight
from tests.proof.tally import Tally

MOST_KB = 60
# Half of a wide window, as at a zoom of 200 %; and the narrowest that WCAG 1.4.10 asks for.
ZOOMED, NARROWEST = 640, 320
# Names that are the same in both languages, and what is typed into a search box.
NAMES = (
    "Trade Reading Room", "Frontier Post", "River Trade Monitor", "Harbour Wire", "Northern Ledger", "Natural Earth",
    "Northern Courier", "fertilizer customs", "trading companies", "yuan OR dollar",
    "province: topic: outlet: institution: language: speech: place:",
)  # fmt: skip


def plain(sight: Sight, tally: Tally) -> None:
    """What does not depend on the window: the answer, what it asks for, what the console says."""
    where, window = sight.name, sight.window
    tally.found("pages that answer otherwise than they should", where, _answered(sight))
    tally.counted("opened again, for there was no time for it", sight.again)
    tally.found("messages on the console", where, sight.said)
    elsewhere = [url for _, url in sight.asked if urlsplit(url).netloc != urlsplit(sight.site).netloc]
    tally.found("requests to elsewhere", where, elsewhere)
    tally.found("cookies", where, [str(each.get("name")) for each in window.context.cookies()])
    scripts = [url for kind, url in sight.asked if kind in ("script", "fetch", "xhr", "websocket")]
    tally.found("scripts", where, [*scripts, *sight.ask("scripts")])
    tally.found("words whose language is not marked", where, sight.ask("tongues", list(NAMES)))
    tally.measured("compressed, with everything it loads", where, sight.packed / 1000, at_most=MOST_KB, unit="kB")


def _answered(sight: Sight) -> Iterator[str]:
    if sight.status != sight.page.status:
        yield f"{sight.page.path} answered {sight.status}, not {sight.page.status}"
    spoken = re.search(rb'<html lang="(\w+)"', sight.served)
    if spoken is None or spoken[1].decode() != sight.language:
        yield "it says another language than its address"


def steady(sight: Sight, tally: Tally) -> None:
    """Nothing moves while it arrives."""
    shift, what = sight.ask("shift")
    tally.measured("layout shift", f"{sight.name} {what}".strip(), float(shift), at_most=0)


def for_everyone(sight: Sight, tally: Tally, look: str) -> None:
    """The rules of WCAG 2.2 AA that a program can judge, and axe's best practices, in this window and light."""
    sight.window.evaluate(axe())
    tally.found("axe violations", f"{sight.name} {look}", sight.ask("axe_run"))


def fitting(sight: Sight, tally: Tally, *widths: int) -> None:
    """At these widths nothing stands out over the side, and no words are cut off."""
    for width in widths:
        sight.window.set_viewport_size({"width": width, "height": HEIGHT})
        where = f"{sight.name} {width}"
        over, what = sight.ask("over")
        tally.found("pages wider than the window", where, [f"by {over} px: {what}"] if over > 0 else [])
        tally.found("words cut off", where, sight.ask("clipped"))


def spaced(sight: Sight, tally: Tally) -> None:
    """The same with text as widely spaced as readers may set it, narrow and zoomed; the last to be looked for."""
    sight.ask("spacing")
    for width in (NARROW, ZOOMED):
        sight.window.set_viewport_size({"width": width, "height": HEIGHT})
        where = f"{sight.name} {width} spaced"
        over, what = sight.ask("over")
        tally.found("pages wider than the window", where, [f"by {over} px: {what}"] if over > 0 else [])
        tally.found("words cut off", where, sight.ask("clipped"))


def in_forced_colours(sight: Sight, tally: Tally) -> None:
    """What is told by colour does not vanish where the system's few colours replace ours."""
    painted = sight.ask("painted")
    sight.window.emulate_media(forced_colors="active")
    tally.found("things lost in forced colours", f"{sight.name} ({painted})", sight.ask("vanished"))
    sight.window.emulate_media(forced_colors="none")


def at_rest(sight: Sight, tally: Tally) -> None:
    """Nothing moves for who asked for that."""
    sight.window.emulate_media(reduced_motion="reduce")
    tally.found("things that move though motion is unwanted", sight.name, sight.ask("moving"))
    sight.window.emulate_media(reduced_motion="no-preference")


def by_keyboard(sight: Sight, tally: Tally) -> None:
    """Tab reaches everything once, in order, each time to be seen; the way past the head of the page comes first."""
    amiss = []
    everything = sight.ask("reachable")
    reached: list[str] = []
    for _ in range(everything + 5):
        sight.window.keyboard.press("Tab")
        now = sight.ask("focused")
        if now is None:
            break
        number, wrong, name, is_way_past = now
        amiss += wrong
        if not reached and not is_way_past:
            amiss.append(f"{name} is reached first, not the way to the text")
        if number >= 0:
            reached.append(number)
    if reached != sorted(reached):
        amiss.append("the order of Tab is not that of the page")
    if len(set(reached)) < everything:
        amiss.append(f"{everything - len(set(reached))} of {everything} are not reached")
    tally.found("places a keyboard does not reach, or not to be seen", sight.name, amiss)


def pictured(sight: Sight, folder: Path, look: str) -> None:
    """The whole page, to be looked at."""
    path = folder / look / f"{sight.name}.png"
    sight.window.screenshot(path=path, full_page=True, animations="disabled")
