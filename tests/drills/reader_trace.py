"""Readers ask with marked words, addresses and browsers; then every file is searched: no mark is kept, no cookie is set.

The real public site under its own server, beside a Postgres that is told to log everything it may. Some of what is asked
fails, some takes too long, some breaks a page on purpose, some is no HTTP at all, and a process is made to crash. The same in Chromium,
if it is there: what it keeps of the site, and whom else it asks. The search is shown to find marks that are planted.
"""

import base64
import contextlib
import http.client
import json
import os
import re
import resource
import shutil
import signal
import socket
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

from tests.drills.frame import Figure, at_least, exactly, shown
from tests.drills.stand import ROOT, Server, Stand, stand, until

# In every query, address, agent and referrer; none stands anywhere else.
QUERY, ADDRESS, AGENT, REFERRER = "wobblefang", "203.0.113.77", "Gnomewatch", "pondsider"
MARKS = (QUERY, ADDRESS, AGENT, REFERRER)
CLIENTS = 4
HEADERS = {
    "User-Agent": f"{AGENT}/7.1", "Referer": f"https://{REFERRER}.example/", "X-Forwarded-For": ADDRESS, "X-Real-IP": ADDRESS,
    "Accept-Language": f"en, {QUERY}", "Cookie": f"was={QUERY}",
}  # fmt: skip
# Everything Postgres can be told to write down; the role's own settings must be the stronger.
LOUD = {
    "log_statement": "all", "log_min_duration_statement": "0", "log_connections": "on", "log_min_messages": "info",
    "log_min_error_statement": "error", "log_parameter_max_length": "-1", "log_parameter_max_length_on_error": "-1",
    "log_temp_files": "0", "log_lock_waits": "on", "auto_explain.log_min_duration": "0",
}  # fmt: skip


def drill(full: bool) -> Iterator[Figure]:
    """With `full` 500 marked requests of each kind, else 60."""
    times = 500 if full else 60
    with stand() as here:
        _be_loud(here)
        here.become("desk")
        _reports()
        temporary = here.folder / "tmp"
        temporary.mkdir()
        here.more |= {
            "CLIENT_ADDRESS_HEADER": "X-Real-IP", "SEARCHES_PER_MINUTE": "100000", "LOG_LEVEL": "DEBUG",
            "TMPDIR": str(temporary), "HOME": str(temporary),
        }  # fmt: skip
        # As on a machine where crashes leave pictures of memory.
        resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
        began = time.time()
        # A fault of ours is in the application that is served: what is asked at /data/ breaks, its words in the error.
        with here.serving("reader", application="tests.drills.faulty:application", workers=2) as reader:
            until(lambda: reader.status("/articles/") == 200, 60)
            with ThreadPoolExecutor(CLIENTS) as pool:
                asked = pool.map(lambda number: list(_ask(reader, number)), range(times))
                answers = [answer for some in asked for answer in some]
            statuses = [status for status, _ in answers]
            yield at_least("marked requests", len(answers), times * 6)
            yield shown("answered with", ", ".join(f"{each}: {statuses.count(each)}" for each in sorted(set(statuses))))
            yield at_least("of them broken on purpose (500)", statuses.count(500), 5)
            yield exactly("cookies set", sum("set-cookie" in headers for _, headers in answers), 0)
            yield at_least("of them out of time, waiting for a table (503)", _out_of_time(here, reader), 5)
            here.do("ALTER ROLE reader SET lock_timeout = '5s'")
            here.do("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'reader'")
            until(lambda: reader.status("/articles/") == 200, 60)
            yield at_least("of them out of time, for a statement (503)", _out_of_time(here, reader), 5)
            yield from _in_chromium(here, reader, 10 if full else 3)
            for _ in range(2):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(reader.workers()[0], signal.SIGABRT)
                until(lambda: reader.status("/healthz") == 200, 60)
        here.do("CHECKPOINT")
        files = _files(here, began)
        found = _marked(files)
        yield exactly("files with a mark", ", ".join(sorted(found)) or "none", "none")
        yield at_least("files searched", len(files), 1_000)
        yield shown("bytes of what Postgres wrote meanwhile", (here.folder / "postgres" / "log").stat().st_size)
        yield exactly("lines of the public site's log", _lines(here.folder / "reader.log"), "none but what is known")
        yield from _planted(here)


def _be_loud(here: Stand) -> None:
    with psycopg.connect(here.cluster.url("superuser"), autocommit=True) as database:
        for name, value in LOUD.items():
            with contextlib.suppress(psycopg.Error):  # a library that is not loaded
                database.execute(f"ALTER SYSTEM SET {name} = '{value}'".encode())
        database.execute("SELECT pg_reload_conf()")


def _reports() -> None:
    from django.contrib.auth.models import User

    from tests.shelf import shelve
    from tests.story import tell

    one = User.objects.get(username="one")
    tell(by=one)
    for number in range(10):
        shelve(by=one, headline=f"Market {number}")


# --- asking


def _ask(reader: Server, number: int) -> Iterator[tuple[int, dict[str, str]]]:
    """Found and not found, read and refused, by every way a reader's words can come; marked with a number."""
    word = QUERY
    mark = f"{word}{number}"
    for address in (
        f"/search/?q={mark}+rice",
        f"/search/?q={'(' if number % 2 else ''}{mark}:rice",
        f"/{mark}/",
        f"/articles/?year={mark}",
        f"/provinces/{mark}/",
        f"/api/v1/search?q={mark}&after={mark}",
        f"/search.csv?q={mark}",
        f"/search/?q={mark}%00",
        f"/search/?q={mark}%ff",
        f"/articles/{mark}/",
        f"/briefing/?i={mark}&n=1",
    ):
        yield _sent(reader, "GET", address)
    yield _sent(reader, "POST", "/check/", f"text=https://{mark}.example/a/".encode())
    yield _sent(reader, "POST", "/briefing/", f"text={mark}".encode())
    if number % 5 == 0:
        yield _sent(reader, "GET", f"/data/?{mark}")
        yield _sent(reader, "POST", "/check/", b"text=" + word.encode() * 400_000)
        yield _sent(reader, word.upper(), f"/{mark}/")
        yield _sent(reader, "GET", f"/{mark}/", host=f"{word}.example")
        _no_http(reader, f"GET /{mark} HTTP/9.9\r\nHost: {word}\r\n\r\n")
        _no_http(reader, f"{word} {word} {word}\r\n{word}\r\n\r\n")
        _no_http(reader, f"GET /{mark}/ HTTP/1.1\r\nHost: x\r\n{word}: {'y' * 70_000}\r\n\r\n")
        _no_http(reader, f"POST /check/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\ntext={word}")


def _sent(reader: Server, method: str, address: str, body: bytes = b"", host: str = "") -> tuple[int, dict[str, str]]:
    more = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
    more |= {"Host": host} if host else {}
    try:
        status, headers, _ = reader.ask(address, method=method, headers=HEADERS | more, body=body or None)
    except (OSError, http.client.HTTPException):
        return 0, {}
    return status, headers


def _no_http(reader: Server, said: str) -> None:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", reader.port), timeout=5) as line:
        line.sendall(said.encode())
        line.settimeout(0.5)
        line.recv(4_000)


def _out_of_time(here: Stand, reader: Server) -> int:
    """How many of five requests the database had no time for, its table being held."""
    with psycopg.connect(here.cluster.url("superuser")) as holding:
        holding.execute(
            "LOCK TABLE articles_article, articles_publictext, articles_claimversion IN ACCESS EXCLUSIVE MODE"
        )
        return sum(_sent(reader, "GET", f"/search/?q=market+OR+{QUERY}{n}")[0] == 503 for n in range(5))


def _in_chromium(here: Stand, reader: Server, times: int) -> Iterator[Figure]:
    """The same by a real browser: what it was given to keep, and whom it asked."""
    if not shutil.which("chromium") or not shutil.which("chromedriver"):
        yield shown("in Chromium", "not here")
        return
    from selenium import webdriver

    from tests.test_browser import FLAGS

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    profile = here.folder / "chromium"
    for flag in (
        *FLAGS,
        f"--user-agent={AGENT}",
        f"--user-data-dir={profile}",
        f"--referrer=https://{REFERRER}.example/",
    ):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    chromium = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver") or ""))
    site = f"http://127.0.0.1:{reader.port}"
    pages = 0
    try:
        for number in range(times):
            for address in (
                "/",
                f"/search/?q={QUERY}{number}",
                "/map/",
                "/timeline/",
                f"/data/?{QUERY}",
                f"/{QUERY}{number}/",
            ):
                chromium.get(site + address)
                pages += 1
            chromium.get(f"{site}/search/")
            box = chromium.find_element("name", "q")
            box.send_keys(f"{QUERY} rice")
            box.submit()
        kept = chromium.execute_cdp_cmd("Network.getAllCookies", {})["cookies"]
        stored = chromium.execute_script("return [localStorage.length, sessionStorage.length, document.cookie]")
        asked = _asked_by(chromium)
    finally:
        chromium.quit()
        shutil.rmtree(profile, ignore_errors=True)
    yield at_least("pages read in Chromium", pages, times * 6)
    yield exactly("cookies and stored words there", len(kept) + (stored != [0, 0, ""]), 0)
    elsewhere = {url for url in asked if not url.startswith((site, "data:", "chrome:", "about:"))}
    yield at_least("requests it made", len(asked), pages)
    yield exactly("of them elsewhere", ", ".join(sorted(elsewhere)) or "none", "none")


def _asked_by(chromium: Any) -> list[str]:
    messages = [json.loads(entry["message"])["message"] for entry in chromium.get_log("performance")]
    return [each["params"]["request"]["url"] for each in messages if each["method"] == "Network.requestWillBeSent"]


# --- looking


def _files(here: Stand, began: float) -> list[Path]:
    """Everything of the stand, whatever of the project changed since, and what processes of ours left in temporary folders."""
    found = [path for path in here.folder.rglob("*") if path.is_file() and not path.is_symlink()]
    data = Path(here.rows("SELECT current_setting('data_directory')")[0][0])
    found += [path for path in data.rglob("*") if path.is_file()]
    # Whoever works here beside the drill may take away a file or a folder while it looks.
    project = (Path(folder, name) for folder, _, names in os.walk(ROOT) for name in names)
    found += [path for path in project if ".git" not in path.parts and _is_since(path, began)]
    for folder in (Path("/tmp"), Path("/var/tmp"), Path("/var/crash"), Path("/dev/shm")):  # looked at, never written to
        with contextlib.suppress(OSError):
            found += [path for path in folder.glob("core*") if _is_since(path, began)]
    return [path for path in found if "chromium" not in path.parts]


def _is_since(path: Path, began: float) -> bool:
    """Whether this is a file, and was changed since then."""
    with contextlib.suppress(OSError):
        return path.is_file() and path.stat().st_mtime >= began
    return False


def _marked(files: Iterable[Path]) -> set[str]:
    """Those that hold a mark, in whatever way it is written."""
    forms = [form for mark in MARKS for form in _forms(mark)]
    found = set()
    for path in files:
        with contextlib.suppress(OSError):
            said = path.read_bytes().lower()
            if any(form in said for form in forms):
                found.add(path.name)
    # The drill itself says the marks.
    return {name for name in found if not name.startswith("reader_trace.")}


def _forms(mark: str) -> Iterator[bytes]:
    small = mark.lower().encode()
    yield from (
        small,
        small[::-1],
        small.hex().encode(),
        quote("".join(f"%{byte:02x}" for byte in small)).lower().encode(),
    )
    yield small.decode().encode("utf-16-le")
    for before in range(3):
        encoded = base64.b64encode(b"x" * before + mark.encode()).lower()
        yield encoded[before + 1 if before else 0 : -4]


def _lines(log: Path) -> str:
    """What the public site's own server and its workers said, besides workers gone, no time, and what was broken on purpose."""
    known = (
        "Unexpected exit from worker",
        "answered 503",
        "answered 500: RuntimeError in tests/drills/faulty.py:",
        "no page comes from memory",
        "the index waits",
        "DEBUG htmldate",
    )
    counted = re.compile(r"WARNING config\.refusals refused: (\d+ of \d{3}(, )?)+")
    said = [
        line
        for line in log.read_text(errors="replace").splitlines()
        if not counted.fullmatch(line) and not any(each in line for each in known)
    ]
    return "; ".join(sorted(set(said)))[:200] or "none but what is known"


def _planted(here: Stand) -> Iterator[Figure]:
    """Marks where they must not be: each of these has to be found."""
    with psycopg.connect(here.cluster.url("owner"), autocommit=True) as owner:
        owner.execute(f"SELECT '{QUERY}'".encode())  # Postgres logs it, as it was told to
    places = {
        here.folder / "tmp" / "spooled": base64.b64encode(b"a" + QUERY.encode()), here.folder / "reader.log": AGENT.encode(),
        here.folder / "static" / "forgotten": ADDRESS.encode().hex().encode(), here.folder / "core.1": REFERRER.encode("utf-16-le"),
    }  # fmt: skip
    for path, words in places.items():
        with path.open("ab") as file:
            file.write(words)
    found = _marked([here.folder / "postgres" / "log", *places])
    yield exactly("marks found that were planted", len(found), 1 + len(places))
