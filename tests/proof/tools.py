"""What the proof asks the machine for, and where it is: Chromium, Java, lynx, and the packages of package.json."""

import os
import shutil
import subprocess
from pathlib import Path

import playwright

# Chromium opens nothing by itself.
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
AXE = PACKAGES / "axe-core" / "axe.min.js"
VNU = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = PACKAGES / "lighthouse" / "cli" / "index.js"
# Playwright brings a Node newer than Debian's, which Lighthouse needs.
NODE = Path(playwright.__file__).parent / "driver" / "node"


class Lacking(Exception):
    """A tool is not on this machine; the message names it and what is not looked at without it."""


def chromium() -> str:
    """The path of Chromium. Raises Lacking."""
    return _found("chromium", "no page can be looked at")


def java() -> str:
    """The path of Java. Raises Lacking."""
    return _found("java", "HTML and CSS are not checked")


def lynx() -> str:
    """The path of a browser of text. Raises Lacking."""
    return _found("lynx", "no page is read as text")


def fetch_packages(*, lighthouse: bool) -> None:
    """Bring the packages in as package-lock.json names them, unless they are there. Raises Lacking."""
    if AXE.exists() and VNU.exists() and (LIGHTHOUSE.exists() or not lighthouse):
        return
    npm = _found("npm", "axe, the HTML checker and Lighthouse cannot be fetched")
    kept = [] if lighthouse else ["--omit=optional"]
    done = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", *kept],
        cwd=HERE, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise Lacking(f"npm ci failed, so nothing can be looked at: {done.stderr.strip()[-300:]}")


def environment() -> dict[str, str]:
    """What programs of Node run with."""
    return os.environ | {"PATH": f"{NODE.parent}:{os.environ['PATH']}"}


def _found(name: str, without: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise Lacking(f"{name} is not on this machine: {without}")
    return path
