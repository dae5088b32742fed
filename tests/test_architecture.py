"""Imports point one way: config → articles → sources → provinces; and inside an app from page down to model."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

ROOT = Path(__file__).parent.parent
BELOW = {"articles": {"sources", "provinces"}, "sources": {"provinces"}, "provinces": set[str]()}
APPS = {"config", *BELOW}
# Lower layers first; a module may use those before its own.
LAYERS = ["models", "queries", "editing", "search", "pages", "views", "urls"]


def imported(path: Path) -> Iterator[str]:
    """Every module a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def wrong_imports(app: str, files: dict[Path, list[str]]) -> list[str]:
    """Imports of an app that do not point down."""
    allowed = BELOW[app] | {app}
    return [
        f"{path}: {name}" for path, names in files.items() for name in names if name.split(".")[0] in APPS - allowed
    ]


def files_of(app: str) -> dict[Path, list[str]]:
    return {
        path.relative_to(ROOT): list(imported(path))
        for path in sorted((ROOT / app).rglob("*.py"))
        if "migrations" not in path.parts
    }


@pytest.mark.parametrize("app", BELOW)
def test_no_app_imports_one_above_it(app: str) -> None:
    assert wrong_imports(app, files_of(app)) == []


def test_an_import_upwards_is_noticed() -> None:
    assert wrong_imports("provinces", {Path("x.py"): ["sources.models"]}) == ["x.py: sources.models"]
    assert wrong_imports("articles", {Path("x.py"): ["config.settings", "sources.models"]}) == ["x.py: config.settings"]


def test_models_and_editing_know_nothing_of_pages() -> None:
    upward = []
    for path, names in files_of("articles").items():
        layer = path.parts[1] if len(path.parts) > 2 else path.stem
        if layer in LAYERS:
            above = set(LAYERS[LAYERS.index(layer) + 1 :])
            upward += [
                f"{path}: {name}" for name in names if name.startswith("articles.") and name.split(".")[1] in above
            ]
    assert upward == []


def test_the_reader_of_one_language_knows_nothing_of_the_other() -> None:
    rooms = {"english": "korean", "korean": "english"}
    reader = Path("articles", "suggestions")
    files = {path: names for path, names in files_of("articles").items() if reader in path.parents}
    assert {path.parts[2] for path in files} >= rooms.keys()
    across = [
        f"{path}: {name}"
        for path, names in files.items()
        for name in names
        if (other := rooms.get(path.parts[2])) and name.startswith(f"articles.suggestions.{other}")
    ]
    assert across == []


def test_there_is_no_room_without_a_noun() -> None:
    names = {path.stem for app in APPS for path in (ROOT / app).rglob("*.py")}
    assert names & {"utils", "util", "common", "core", "lib", "helpers", "misc", "signals"} == set()


def test_the_gate_is_written_in_one_place() -> None:
    """Public pages ask `published()`; nobody filters by `is_public` beside it."""
    rooms = ["queries", "pages", "views", "search", "feeds"]
    files = [path for room in rooms for path in [ROOT / "articles" / room] if path.exists()]
    texts = {
        path: path.read_text(encoding="utf-8")
        for room in files
        for path in (room.rglob("*.py") if room.is_dir() else [room])
    }
    assert [str(path.relative_to(ROOT)) for path, text in texts.items() if "filter(is_public" in text] == []
