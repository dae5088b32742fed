"""The programs of Postgres: in whose name they run, how they make a data folder, and what they say when they cannot."""

import contextlib
import locale
import os
import shutil
import subprocess
from typing import Any

from config.cluster.home import ClusterError, Home

# The login's name in Postgres; the others are named as we call them.
SUPERUSER = "postgres"
NEEDED_BYTES = 200_000_000

SETTINGS = {
    "shared_buffers": "128MB",
    "max_wal_size": "256MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "log_statement": "none",
    "password_encryption": "scram-sha-256",
}
# For tests: quick, and worthless after a crash.
THROWAWAY_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def make_data(home: Home, password: str, *, throwaway: bool) -> None:
    """Make the data folder of a server; under another name until it is whole, so that an interrupted attempt leaves nothing."""
    free = shutil.disk_usage(home.data.parent).free
    if free < NEEDED_BYTES:
        raise ClusterError(
            f"Not enough room for the database: {home.data.parent} has {free // 1_000_000} MB free,"
            f" {NEEDED_BYTES // 1_000_000} MB are needed."
        )
    unfinished = home.data.with_name("data.unfinished")
    password_file = home.data.with_name("data.password")
    shutil.rmtree(unfinished, ignore_errors=True)
    password_file.unlink(missing_ok=True)
    unfinished.mkdir(mode=0o700)
    try:
        with os.fdopen(os.open(password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(password)
        if home.account is not None:
            os.chown(unfinished, *home.account)
            os.chown(password_file, *home.account)
        settings = SETTINGS | (THROWAWAY_SETTINGS if throwaway else {})
        result = subprocess.run(
            [
                str(home.bin / "initdb"),
                *("-D", str(unfinished)),
                *("--username", SUPERUSER, "--pwfile", str(password_file)),
                *("--auth-host=scram-sha-256", "--auth-local=scram-sha-256"),
                # Sorting and letters by Unicode code point, the same on every machine and for ever.
                *("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
                # pg_trgm asks the system's locale which characters are letters; with C it would know no Hangul.
                *("--locale=C", f"--lc-ctype={_ctype()}", "--text-search-config=simple"),
                *("--no-instructions", *(["--no-sync"] if throwaway else [])),
                *(f"--set={name}={value}" for name, value in settings.items()),
            ],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            **as_account(home),
        )
        if result.returncode != 0:
            raise ClusterError(reason(result.stderr, f"Postgres could not make its data folder in {home.data.parent}"))
        unfinished.rename(home.data)
    finally:
        password_file.unlink(missing_ok=True)
        shutil.rmtree(unfinished, ignore_errors=True)


def check_version(home: Home) -> None:
    """Postgres reads only data folders of its own major version; say so before it fails to."""
    written = (home.data / "PG_VERSION").read_text().strip()
    brought = subprocess.run([home.bin / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    major = brought.split()[-1].split(".")[0]
    if written != major:
        raise ClusterError(
            f"The database in {home.data} was made by Postgres {written} and this is Postgres {major}:"
            " restore a backup into an empty data folder."
        )


def as_account(home: Home) -> dict[str, Any]:
    """Arguments for subprocess: the account, a folder it can enter, and none of our environment's secrets."""
    passed_on = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    arguments: dict[str, Any] = {"cwd": "/", "env": passed_on, "umask": 0o077}
    if home.account is not None:
        arguments |= {"user": home.account[0], "group": home.account[1], "extra_groups": []}
    return arguments


def reason(said: str, what: str) -> str:
    """One sentence out of what Postgres said before it gave up."""
    if "No space left on device" in said:
        return f"{what}: the disk is full."
    complaints = [
        line.split(mark, 1)[1].strip().rstrip(".")
        for line in said.splitlines()
        for mark in ("FATAL:", "PANIC:", "initdb: error:", "error while loading shared libraries:")
        if mark in line
    ]
    return f"{what}: {complaints[0]}." if complaints else f"{what}."


def _ctype() -> str:
    """A locale of this system that knows the letters of Unicode."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"):
            with contextlib.suppress(locale.Error):
                locale.setlocale(locale.LC_CTYPE, name)
                return name
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    raise ClusterError("This system has no UTF-8 locale (C.UTF-8): install one, or set DATABASE_URL.")
