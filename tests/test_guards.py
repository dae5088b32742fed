"""The page of guards (docs/guards.csv): every guard that is declared has a row, and a test that is there.

That each test misses its guard shows `make guards`, which takes them away one at a time; here they are only counted.
"""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.guards import of_code
from tests.guards.guard import ROOT, Guard, by_name, read_page
from tests.guards.of_code import guards_of_code
from tests.guards.of_database import guards_of_database
from tests.guards.weakened import LIMITS_OF_TASTE, NO_GUARDS, NO_REFUSALS, WEAK
from tests.guards.without import leave_out

pytestmark = pytest.mark.django_db


@cache
def in_code() -> tuple[Guard, ...]:
    """Those that stand in the code: every file is read for them."""
    return tuple(guards_of_code())


@cache
def guards() -> dict[str, Guard]:
    return {guard.name: guard for guard in by_name([*in_code(), *guards_of_database()])}


@cache
def functions_of(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def is_there(test: str) -> bool:
    path, _, name = test.partition("::")
    return (ROOT / path).is_file() and name.partition("[")[0] in functions_of(path)


def test_every_guard_has_its_row_and_its_test() -> None:
    page = read_page()
    assert {name: guard.where for name, guard in guards().items()} == {name: where for name, (where, _) in page.items()}
    assert [name for name, (_, test) in page.items() if not is_there(test)] == []
    assert list(page) == sorted(page)


def test_there_are_guards_of_every_kind() -> None:
    assert {name.split()[0] for name in guards()} == {
        "constraint", "decorator", "door", "functions", "gate", "grant", "limit", "log", "login", "middleware", "password",
        "permission", "permissions", "policy", "process", "proof", "refusal", "rule", "setting", "start", "unique", "view", "wrapper",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("config/settings.py", "\nSECURE_NEW_SETTING = True\n"),
        ("articles/search/query.py", "\nMOST_BRACKETS = 12\n"),
        (
            "articles/desk/merges.py",
            "\ndef more(user):\n    if not user.has_perm('x'):\n        raise PermissionDenied\n",
        ),
        ("sources/admin.py", "\ndef more(request):\n    return ask_for_proof(request, 'do more')\n"),
        (
            "config/door/rules.py",
            "\ndef more(request):\n    if request.is_odd:\n        return None\n    return request\n",
        ),
    ],
)
def test_a_new_guard_is_noticed(path: str, more: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_text

    def with_more(self: Path, *args: str, **named: str) -> str:
        return read(self, *args, **named) + (more if self == ROOT / path else "")

    # The settings are always looked at; of the other files this one alone.
    monkeypatch.setattr(of_code, "_files", lambda: [path])
    known = {guard.name for guard in guards_of_code()}
    monkeypatch.setattr(Path, "read_text", with_more)
    if path == "config/settings.py":
        with pytest.raises(LookupError, match="SECURE_NEW_SETTING"):
            list(guards_of_code())
    else:
        found = {guard.name for guard in guards_of_code()}
        assert len(found - known) == 1 and known <= found


def test_what_is_said_to_guard_nothing_is_still_there() -> None:
    text = "\n".join(
        path.read_text(encoding="utf-8")
        for app in ("config", "articles", "provinces", "sources")
        for path in (ROOT / app).rglob("*.py")
    )
    names = {name.rpartition(".")[2] if name in LIMITS_OF_TASTE else name.split()[1] if " " in name else name
             for name in {*NO_GUARDS, *LIMITS_OF_TASTE, *WEAK}}  # fmt: skip
    assert [name for name in sorted(names) if name not in text] == []
    assert {*WEAK} & {*NO_GUARDS} == set()
    # Those that are left out are found nevertheless.
    assert {*NO_REFUSALS} - {guard.name for guard in of_code.found()} == set()


def test_a_cut_leaves_code_that_python_reads_and_without_the_guard() -> None:
    for guard in in_code():
        assert guard.cut is not None
        source = (ROOT / guard.cut.path).read_text(encoding="utf-8")
        without = guard.cut.made_in(source)
        assert without != source, guard.name
        compile(without, guard.cut.path, "exec")


def test_a_module_that_is_known_already_cannot_be_cut() -> None:
    cut = next(guard.cut for guard in in_code() if guard.name == "setting X_FRAME_OPTIONS")
    assert cut is not None
    with pytest.raises(RuntimeError, match=r"config\.settings is imported"):
        leave_out(cut)
