"""What is looked at outside the window: paper, a browser of text, the HTML checker."""

import json
import re
import subprocess
from collections.abc import Iterator
from html import escape
from io import BytesIO
from pathlib import Path
from unicodedata import normalize
from urllib.parse import unquote

from pypdf import PdfReader

from tests.proof import tools
from tests.proof.sight import Sight
from tests.proof.tally import Tally


def on_paper(sight: Sight, tally: Tally, folder: Path) -> None:
    """Printed, the page names the address of every link that leads elsewhere."""
    sight.window.emulate_media(media="print")
    wanted = list(dict.fromkeys(sight.ask("leading_out")))
    sight.window.emulate_media(media="null")
    path = folder / "printed" / f"{sight.name}.pdf"
    paper = sight.window.pdf(path=path, format="A4", print_background=False)
    printed = "".join(each.extract_text() for each in PdfReader(BytesIO(paper)).pages)
    words = re.sub(r"\s", "", normalize("NFKC", printed))  # fonts draw “fi” as one sign
    lost = [address for address in wanted if re.sub(r"\s", "", address) not in words]
    tally.found("links on paper without their address", sight.name, lost)


def as_text(sight: Sight, tally: Tally) -> None:
    """A browser of text has every heading and every link in the order of the page."""
    address = escape(sight.site + sight.page.spoken(sight.language))
    # As it was served: such a browser can neither send a form nor say who it is, and some pages are the answer to that.
    page = sight.served.replace(b"<head>", f'<head><base href="{address}">'.encode(), 1)
    done = subprocess.run(
        [tools.lynx(), "-dump", "-stdin", "-force_html", "-width=400", "-display_charset=utf-8", "-assume_charset=utf-8"],
        input=page.decode(), capture_output=True, text=True, errors="replace", timeout=60, check=False,
    )  # fmt: skip
    words, _, references = done.stdout.partition("\nReferences\n")
    # A place on this page is one in its own copy of it.
    references = re.sub(r"file://[^\s#]*#", lambda _: sight.window.url + "#", references)
    order = sight.ask("outline")
    tally.found("headings or links that a browser of text lacks", sight.name, _missing(order, words, references))


def _missing(order: dict[str, list[str]], words: str, references: str) -> Iterator[str]:
    """Links are numbered in the words, which are left out of them; both have to come in order."""
    words, at = re.sub(r"\[\d+\]|\s", "", words), 0
    for heading in order["headings"]:
        found = words.find(heading, at)
        if found < 0:
            yield f"heading “{heading[:60]}”"
        else:
            at = found + len(heading)
    links = iter(unquote(each) for each in re.findall(r"^ *\d+\. (\S+)", references, re.M))
    for address in map(unquote, order["links"]):
        if address not in links:
            yield f"link {address}"
            return


def checked(folder: Path, tally: Tally) -> None:
    """Every page as it was served, and every stylesheet of ours, held against the standards by the Nu HTML Checker."""
    pages = sorted((folder / "served").glob("*.html"))
    _check(tally, "errors in the HTML", pages, [])
    sheets = [each for each in sorted((tools.HERE.parent.parent / "static").glob("*.css")) if each.stem not in _DESK]
    _check(tally, "errors in the stylesheets", sheets, ["--css"])


_DESK = {"desk", "door"}
# What the checker does not know yet: properties of SVG 2 that browsers have had for ten years, and since 2024 in the standard
# the link that names what has to have arrived before a page is shown (rel=expect).
_UNKNOWN = (
    "CSS: “paint-order”",
    "A “link” element with a “blocking” attribute must have a “rel” attribute whose value is “stylesheet”.",
)


def _check(tally: Tally, check: str, files: list[Path], options: list[str]) -> None:
    done = subprocess.run(
        [tools.java(), "-Xss4m", "-jar", str(tools.VNU), "--format", "json", "--exit-zero-always", *options, *map(str, files)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    amiss: dict[str, list[str]] = {each.as_uri(): [] for each in files}
    for said in json.loads(done.stderr or done.stdout)["messages"]:
        if said["type"] != "info" and not said["message"].startswith(_UNKNOWN):
            line = f"line {said.get('lastLine', '?')}: {said['message']} {said.get('extract', '')!r}"
            amiss.setdefault(
                said.get("url", "").replace("file:/", "file:///").replace("file://///", "file:///"), []
            ).append(line)
    for url, lines in amiss.items():
        tally.found(check, url.rpartition("/")[2], lines)
