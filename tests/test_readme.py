"""What README and docs tell people to type and open is there."""

import re
import shlex
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "SECURITY.md", *(ROOT / "docs").rglob("*.md")])
# Folders a fresh clone does not have yet: the environment and the data.
MADE_LATER = (".venv", "var")
CODE = re.compile(r"^(?: {4}|\t)(.+)$|`([^`\n]+)`", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#]+?)(?:#[^)]*)?\)")


def code(page: Path) -> list[str]:
    """Every line of code and every word in code marks of a page, without the remarks behind it."""
    found = CODE.findall(re.sub(r"^```.*$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE))
    return [(line or word).split("  #")[0].strip() for line, word in found]


def commands(page: Path, program: str) -> list[list[str]]:
    """What follows the program wherever the page calls it: each a list of arguments."""
    parts = [part for line in code(page) for part in re.split(r"&&|\|\||;", line)]
    called = [part.split(program, 1)[1] for part in parts if re.search(rf"(^|[\s/]){re.escape(program)}\s", part)]
    return [shlex.split(arguments, comments=True) for arguments in called]


def options(command: str) -> set[str]:
    """The options a command of `manage.py` takes."""
    parser = load_command_class(get_commands()[command], command).create_parser("manage.py", command)
    return {option for action in parser._actions for option in action.option_strings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_command_is_a_target(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    variables = set(re.findall(r"^([A-Z_]+) *\??=", makefile, re.MULTILINE))
    for arguments in commands(page, "make"):
        assert {word for word in arguments if "=" not in word} <= targets
        assert {word.split("=")[0] for word in arguments if "=" in word} <= variables


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_and_option_of_manage_py_is_there(page: Path) -> None:
    for command, *arguments in commands(page, "manage.py"):
        assert command in get_commands()
        assert {word.split("=")[0] for word in arguments if word.startswith("-")} <= options(command)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_and_link_is_there(page: Path) -> None:
    # A path of the project: `docs/decisions/`, `config/pub.py`, `SECURITY.md`; or a file every app has: `rules.py`.
    named = [word for word in code(page) if re.fullmatch(r"[\w.-]+(/[\w.-]+)*/|[\w./-]+\.(md|py|txt|toml)", word)]
    linked = [address for address in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in address]
    missing = [
        name
        for name in named
        if name.split("/")[0] not in MADE_LATER
        and not any((base / name).exists() for base in (ROOT, page.parent, ROOT / "articles"))
    ]
    assert missing == []
    assert [address for address in linked if not (page.parent / address).exists()] == []


def test_the_readme_is_short_and_names_the_two_commands() -> None:
    readme = ROOT / "README.md"
    assert len(readme.read_text(encoding="utf-8").splitlines()) < 120
    assert commands(readme, "make")[:2] == [["demo"], ["test"]]


def test_the_build_server_runs_the_command_of_the_readme() -> None:
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_a_wrong_command_and_a_missing_file_would_be_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "Type\n\n    make tea CUPS=2  # soon\n\nor `manage.py brew --hot`, see `docs/tea.md` and [it](tea.md).\n"
    )
    assert commands(page, "make") == [["tea", "CUPS=2"]]
    assert commands(page, "manage.py") == [["brew", "--hot"]]
    with pytest.raises(AssertionError, match=r"docs/tea\.md"):
        test_every_file_and_link_is_there(page)
