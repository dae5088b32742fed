"""Take a guard out of the code before it is imported: the file is compiled from what it would be without."""

import importlib.abc
import importlib.machinery
import json
import os
import sys
import types
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from tests.guards.guard import ROOT, Cut


def leave_out(cut: Cut) -> None:
    """From now on this process, and each that it starts, knows the module without the guard.

    Raises RuntimeError when this one knows it already.
    """
    if cut.module in sys.modules:
        raise RuntimeError(f"{cut.module} is imported already")
    sys.meta_path.insert(0, _Finder(cut.module, cut))
    os.environ["GUARD_CUT"] = json.dumps(asdict(cut))
    os.environ["PYTHONPATH"] = os.pathsep.join((str(ROOT / "tests" / "guards" / "start"), str(ROOT)))


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, module: str, cut: Cut) -> None:
        self.module, self.cut = module, cut

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Python asks for every module; ours alone is answered."""
        if fullname != self.module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path)
        assert spec is not None and spec.origin is not None
        spec.loader = _Loader(fullname, spec.origin, self.cut)
        return spec


class _Loader(importlib.machinery.SourceFileLoader):
    def __init__(self, name: str, path: str, cut: Cut) -> None:
        super().__init__(name, path)
        self.cut = cut

    def get_code(self, fullname: str) -> Any:
        """Never from the cache, and nothing is left in it."""
        source = (ROOT / self.cut.path).read_text(encoding="utf-8")
        return compile(self.cut.made_in(source), self.path, "exec", dont_inherit=True)
