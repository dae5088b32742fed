"""The guards that stand in the code, found where they are declared: settings, middleware, limits, branches that refuse.

Found are all there are; a name below only says how one is weakened, or why it guards nothing. What is neither is an error,
so that a new setting, limit or refusal cannot be forgotten. Pure: files are read, nothing is imported.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.guards.guard import ROOT, Cut, Guard
from tests.guards.weakened import LIMITS_OF_TASTE, NO_GUARDS, NO_REFUSALS, WEAK

SETTINGS = "config/settings.py"
# Those of the logins stand in the database too, and are taken away there (`of_database`).
ROLES = "config/roles.py"
# Where whoever comes in is judged: each branch there that answers or refuses is a guard.
DOORS = ("config/door", "config/middleware.py", "config/clients.py", "provinces/proof.py")
# What measures, shows, or judges texts by figures of its own has limits of taste.
_NO_LIMITS = ("benchmark", "demo", "suggestions", "likeness", "migrations", "figures", "data")
_LIMIT = re.compile(
    r"^_?(MOST|MAX|LONGEST|LARGEST|DEEPEST|PACE)|_(SECONDS|BYTES|DAYS|CONNECTIONS)$|^(PASSWORD|SECOND_FACTOR|LEFT)$"
)
_DECORATORS = re.compile(r"^(require_|sensitive_|never_cache$)")


def guards_of_code() -> Iterator[Guard]:
    """All of them. Raises LookupError for a setting of which nobody has said what it is."""
    yield from (guard for guard in found() if guard.name not in NO_REFUSALS)


def found() -> Iterator[Guard]:
    """Those too that are said to guard nothing."""
    yield from _numbered(_everything())


def _everything() -> Iterator[Guard]:
    yield from _Source(SETTINGS).settings()
    for path in sorted(_files()):
        source = _Source(path)
        yield from source.limits()
        yield from source.refusals()


def _files() -> Iterator[str]:
    for app in ("articles", "config", "provinces", "sources"):
        for path in (ROOT / app).rglob("*.py"):
            yield str(path.relative_to(ROOT))


class _Source:
    """One file, with where its lines begin."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.text = Path(ROOT / path).read_text(encoding="utf-8")
        self.tree = ast.parse(self.text)
        self.module = path.removesuffix(".py").replace("/", ".")
        self._lines = [0]
        for line in self.text.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self._text_lines = self.text.splitlines()

    def settings(self) -> Iterator[Guard]:
        """Each setting, and each part of those that are lists of guards."""
        for node in self.tree.body:
            for name, value in _assigned(node):
                if name in {"READER_MIDDLEWARE", "DESK_MIDDLEWARE", "_EVERY_ANSWER"}:
                    for word, each in _words(value):
                        where = "" if name == "_EVERY_ANSWER" else f" of the {name.partition('_')[0].lower()}"
                        yield from self._unless_none(f"middleware {word}{where}", each, "*()")
                elif name == "CONTENT_SECURITY_POLICY":
                    for key, part in _pairs(value):
                        if key != "DIRECTIVES":
                            yield from self._unless_none(f"policy {key}", part, '["*", "data:"]')
                elif name == "PERMISSIONS_POLICY":
                    for word, each in _words(value):
                        yield from self._unless_none(f"permissions policy {word}", each, "*()")
                elif name == "AUTH_PASSWORD_VALIDATORS":
                    for validator in getattr(value, "elts", []):
                        called, _ = next(_words(validator.values[0]))
                        yield from self._unless_none(f"password rule {called}", validator, "*()")
                elif name == "LOGGING":
                    for key, part in _pairs(value):
                        if key.startswith("django."):
                            yield from self._unless_none(f"log {key}", part, "{}")
                elif name.isupper() and not name.startswith("_"):
                    weak = WEAK.get(name, "")
                    if not weak and name not in NO_GUARDS:
                        raise LookupError(
                            f"{self.path}: {name}: say in tests/guards/weakened.py how it is weakened, or why not"
                        )
                    if weak:
                        # At the end, for one value may be that of several.
                        end = Cut(self.path, len(self.text), len(self.text), f"\n{name} = {weak}\n")
                        yield Guard(f"setting {name}", self.path, end)
            if isinstance(node, ast.If) and any("SystemExit" in ast.dump(each) for each in node.body):
                variables = re.findall(r"[A-Z_]{5,}", ast.unparse(node.body[-1]))
                yield from self._unless_none(f"start {variables[0]}", node.test, "False")

    def limits(self) -> Iterator[Guard]:
        """Figures that bound what is asked, sent or waited for."""
        if {*self.path.split("/")} & {*_NO_LIMITS} or self.path in {SETTINGS, ROLES}:
            return
        for node in self.tree.body:
            for name, value in _assigned(node):
                said = f"{self.module}.{name}"
                weak = "0" if re.match(r"^(LEFT|LEAST)", name) else _unlimited(value)
                if _LIMIT.search(name) and weak and said not in LIMITS_OF_TASTE:
                    yield self._guard(f"limit {said}", value, weak)
                elif isinstance(value, ast.Call) and _called(value) == "Clients":
                    yield self._guard(f"limit {said}", value, "Clients(at_once=10**9, per_minute=10**9)")

    def refusals(self) -> Iterator[Guard]:
        """Branches that refuse, questions for proof, permissions, what methods are taken, what is told to no report of errors."""
        is_door = self.path.startswith(DOORS)
        for where, node in _walk(self.tree, ()):
            said = ".".join((self.module, *where))
            if isinstance(node, ast.If):
                raises = [each for each in node.body if isinstance(each, ast.Raise)]
                if raises and "PermissionDenied" in ast.dump(raises[0]):
                    yield self._guard(f"refusal {said}", node.test, "False")
                elif is_door and not node.orelse and isinstance(node.body[-1], ast.Return | ast.Raise):
                    yield self._guard(f"door {said}", node.test, "False")
            elif isinstance(node, ast.Call) and _called(node) == "ask_for_proof":
                yield self._guard(f"proof {said}", node, "None")
            elif isinstance(node, ast.Call) and _called(node) == "setrlimit":
                yield self._guard(f"process {said}", node, "None")
            elif isinstance(node, ast.Call) and _called(node) in {"saved_once", "require_POST"} and node.args:
                yield self._guard(f"wrapper {_called(node)} {said}", node, ast.unparse(node.args[0]))
            elif isinstance(node, ast.FunctionDef):
                if re.match(r"has_\w+_permission$", node.name) and isinstance(node.body[-1], ast.Return):
                    yield self._guard(f"permission {said}.{node.name}", node.body[-1].value or node, "True")
                if node.name == "published" and "is_public" in ast.dump(node) and isinstance(node.body[-1], ast.Return):
                    yield self._guard(f"gate {said}.{node.name}", node.body[-1].value or node, "self")
                for decorator in node.decorator_list:
                    if _DECORATORS.match(_called(decorator)):
                        yield self._guard(
                            f"decorator {_called(decorator)} {said}.{node.name}", decorator, "(lambda view: view)"
                        )
            elif isinstance(node, ast.Call) and _called(node) == "execute" and self.path == "config/grants.py":
                words = re.match(r"f?['\"](REVOKE.*?)['\"]$", ast.unparse(node.args[0]))
                if words:
                    said = re.sub(r'[{}"]', "", words[1])
                    yield self._guard(f"grant {said}", node, "None")

    def _unless_none(self, name: str, node: ast.AST, instead: str) -> Iterator[Guard]:
        if name not in NO_GUARDS:
            yield self._guard(name, node, instead)

    def _guard(self, name: str, node: Any, instead: str) -> Guard:
        start, end = self._at(node.lineno, node.col_offset), self._at(node.end_lineno, node.end_col_offset)
        return Guard(name, self.path, Cut(self.path, start, end, instead))

    def _at(self, line: int, byte: int) -> int:
        """The character at a line and a byte of it, as `ast` counts."""
        return self._lines[line - 1] + len(self._text_lines[line - 1].encode()[:byte].decode())


def _numbered(guards: Iterable[Guard]) -> Iterator[Guard]:
    """Where one function has several of a kind, the second and those after it get a number."""
    seen: dict[str, int] = {}
    for guard in guards:
        seen[guard.name] = seen.get(guard.name, 0) + 1
        yield guard if seen[guard.name] == 1 else replace(guard, name=f"{guard.name} {seen[guard.name]}")


def _walk(node: ast.AST, where: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], ast.AST]]:
    """Every node in the order of the file, with the names of the classes and functions that it stands in."""
    for child in ast.iter_child_nodes(node):
        yield where, child
        named = isinstance(child, ast.FunctionDef | ast.ClassDef)
        yield from _walk(child, (*where, child.name) if named else where)  # type: ignore[attr-defined]


def _assigned(node: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    """Names of the module and what each is set to, also where several share a line or a value."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    for target in targets:
        if isinstance(target, ast.Name) and value is not None:
            yield target.id, value
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            for name, each in zip(target.elts, value.elts, strict=True):
                if isinstance(name, ast.Name):
                    yield name.id, each


def _pairs(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    for each in ast.walk(node):
        if isinstance(each, ast.Dict):
            for key, value in zip(each.keys, each.values, strict=True):
                if isinstance(key, ast.Constant):
                    yield str(key.value), value


def _words(node: ast.AST) -> Iterator[tuple[str, ast.Constant]]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value, each


def _called(node: ast.AST) -> str:
    if isinstance(node, ast.Call):
        node = node.func
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _unlimited(value: ast.expr) -> str:
    """Far more of the same, though not so much that a test which counts to it never ends; "" for no figure."""
    words = ast.unparse(value)
    if re.fullmatch(r"[\d_ .*+-]+", words):
        return f"({words}) * {200 if len(re.sub(r'[.][0-9]+|[^0-9]', '', words)) < 4 else 20}"
    if words.startswith("timedelta("):
        return "timedelta(days=9999)"
    if words.startswith("Pace("):
        return "Pace(free=10**9, longest=timedelta(0), forgotten=timedelta(1))"
    return ""
