"""The table of ASVS 5.0, levels 1 and 2 (docs/asvs.csv): whatever it names is there, and what it says we do not have is nowhere."""

import ast
import csv
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from config import settings
from tests.drills.__main__ import names as drills

ROOT = Path(__file__).parent.parent
COLUMNS = ["requirement", "level", "chapter", "what it asks, in our words", "state", "shown by"]
# "otherwise": on purpose not so; the row says why.
STATES = {"holds", "holds by not having it", "operator", "otherwise"}
# Chapter → how many requirements of levels 1 and 2 it has.
CHAPTERS = {
    1: 27, 2: 11, 3: 19, 4: 10, 5: 9, 6: 35, 7: 18, 8: 7, 9: 7, 10: 29, 11: 14, 12: 9, 13: 13, 14: 9, 15: 13, 16: 16, 17: 7
}  # fmt: skip
# What is not had: how it would show in our code, and an example of it.
NOT_HAD = {
    "a shell": (r"shell=True|os\.(system|popen)\(", "subprocess.run(words, shell=True)"),
    "text run as code": (
        r"(?<![\w.])(?<!def )(eval|exec)\(|new Function\(",
        "eval(sent)",
    ),  # a method of that name runs nothing
    "objects from bytes": (
        r"\b(?-i:pickle|marshal|shelve)\b|yaml\.load",
        "pickle.loads(sent)",
    ),  # an officer is a Marshal
    "templates made of text": (r"(?<!\w)Template\(|from_string\(", "Template(sent)"),
    "questions to other servers": (
        r"urlopen|urllib\.request|http\.client|\b(requests|httpx|aiohttp)\b\.|fetch_(url|response)|\bsmtplib\b",
        "urlopen(address)",
    ),
    "files kept as sent": (r"models\.(File|Image)Field|upload_to=", "models.FileField()"),
    "directories and XPath": (r"\bldap3?\b|\.xpath\(|XPath\(", "tree.xpath(sent)"),
    "memcache": (r"memcache|\bredis\b", "pymemcache"),
    "GraphQL": (r"graphql|graphene|strawberry", "graphene-django"),
    "WebSockets and WebRTC": (r"websocket|RTCPeerConnection", "new WebSocket(address)"),
    "tokens": (r"\bjwt\b|pyjwt|authlib|python-jose|jwcrypto", "PyJWT==2.0"),
    "other sign-in services": (r"\boauth|openid|\bsaml|socialaccount", "allauth.socialaccount"),
    "text put into pages as markup": (
        r"(inner|outer)HTML\b|insertAdjacentHTML|document\.write",
        "line.innerHTML = sent",
    ),
    "storage of the browser, messages between windows": (
        # A channel between pages of one origin (`tabs`) is none to other windows; and where Django keeps messages is here.
        r"(?<!\bmessages\.storage\.session\.)(local|session)Storage|indexedDB|(?<!\btabs\.)postMessage",
        "localStorage.setItem(name, value)",
    ),
}


def rows() -> list[dict[str, str]]:
    with (ROOT / "docs" / "asvs.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert reader.fieldnames == COLUMNS
        return list(reader)


ROWS = rows()


def number_of(row: dict[str, str]) -> tuple[int, int, int]:
    found = re.fullmatch(r"v5\.0\.0-(\d+)\.(\d+)\.(\d+)", row["requirement"])
    assert found, row
    chapter, section, number = map(int, found.groups())
    return chapter, section, number


def test_no_chapter_and_no_requirement_is_forgotten_or_named_twice() -> None:
    numbers = [number_of(row) for row in ROWS]
    assert numbers == sorted(set(numbers))
    assert Counter(chapter for chapter, *_ in numbers) == CHAPTERS
    assert Counter(row["level"] for row in ROWS) == {"1": 70, "2": 183}


def test_a_requirement_says_how_it_stands_and_what_shows_it() -> None:
    for row in ROWS:
        assert row["state"] in STATES, row
        assert row["chapter"].split()[0] == f"V{number_of(row)[0]}", row
        assert row["state"] != "otherwise" or "(" in row["what it asks, in our words"], row
        assert len(row["what it asks, in our words"]) > 15 and row["shown by"], row
        assert [each for each in row["shown by"].split("; ") if not is_there(each)] == [], row


@pytest.mark.parametrize(
    "lost",
    [
        "tests/test_asvs.py::test_that_was_renamed",
        "tests/test_gone.py::test_it",
        "drill gone",
        "setting GONE",
        "docs/gone.md",
    ],
)
def test_what_is_no_longer_there_is_noticed(lost: str) -> None:
    assert not is_there(lost)


def is_there(shown_by: str) -> bool:
    """A test as file::name, `drill NAME`, `setting NAME`, or a file."""
    kind, _, name = shown_by.partition(" ")
    if kind == "drill":
        return name in drills()
    if kind == "setting":
        return hasattr(settings, name)
    path, _, test = shown_by.partition("::")
    return (ROOT / path).is_file() and (not test or test in functions_of(path))


@cache
def functions_of(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def our_code() -> Iterator[tuple[Path, str]]:
    """What is served: code, scripts, templates and the names of libraries. What measures and shows is not."""
    for folder, kinds in {
        **dict.fromkeys(("articles", "config", "provinces", "sources"), ("*.py",)), "static": ("*.js",), "templates": ("*.html",)
    }.items():  # fmt: skip
        for kind in kinds:
            for path in (ROOT / folder).rglob(kind):
                if not {"benchmark", "demo"} & set(path.parts):
                    yield path, path.read_text(encoding="utf-8")
    yield ROOT / "requirements.txt", re.sub(r"#.*", "", (ROOT / "requirements.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("what", NOT_HAD)
def test_what_is_not_had_is_nowhere(what: str) -> None:
    pattern, example = NOT_HAD[what]
    assert re.search(pattern, example, re.I), "would not be noticed"
    found = [
        f"{path.relative_to(ROOT)}: {hit[0]}" for path, text in our_code() for hit in re.finditer(pattern, text, re.I)
    ]
    assert found == []
