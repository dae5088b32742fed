"""What an index knows of the record, kept in a file beside its parts."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from articles.models import Act, Topic


@dataclass(frozen=True)
class State:
    """The last act with its hash, and the broader topics of each topic as they were."""

    act: int
    hash: str
    above: Mapping[int, Sequence[int]]

    def text(self) -> str:
        """As it is kept."""
        return json.dumps(
            {"act": self.act, "hash": self.hash, "above": {str(pk): sorted(pks) for pk, pks in self.above.items()}}
        )

    @classmethod
    def read(cls, text: str) -> "State":
        """Of such a text."""
        kept = json.loads(text)
        return cls(kept["act"], kept["hash"], {int(pk): pks for pk, pks in kept["above"].items()})


class StateFile:
    """The state of the indexes in one folder.

    It is written after them, so that they are never behind it: what is ahead of it is only brought up once more. While they are
    written, a mark stands beside it.
    """

    def __init__(self, folder: Path) -> None:
        self._file, self._mark = folder / "state", folder / "writing"

    def read(self) -> State | None:
        """What the indexes know at least; None where nothing is known."""
        try:
            return State.read(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None

    @property
    def is_settled(self) -> bool:
        """Whether all of the indexes are of this state."""
        return not self._mark.exists()

    def begin(self) -> None:
        """The indexes are about to be written."""
        self._mark.touch()

    def settle(self, state: State) -> None:
        """All of them are of this state."""
        fresh = self._file.with_suffix(".new")
        fresh.write_text(state.text(), encoding="utf-8")
        fresh.replace(self._file)
        with suppress(FileNotFoundError):
            self._mark.unlink()


def is_past(state: State) -> bool:
    """Whether the record once stood so, and has only grown since."""
    return state.act == 0 or Act.objects.published().filter(number=state.act, hash=state.hash).exists()


def record_state() -> State:
    """How the public record stands; two queries."""
    last = Act.objects.published().order_by("-number").values_list("number", "hash").first()
    return State(*(last or (0, "")), topics_above())


def topics_above() -> dict[int, list[int]]:
    """Each public topic with itself and all broader ones, sorted; a circle, should an editor make one, ends."""
    broader = dict(Topic.objects.published().values_list("pk", "broader"))
    found = {}
    for pk in broader:
        line, at = [pk], broader[pk]
        while at is not None and at in broader and at not in line:
            line.append(at)
            at = broader[at]
        found[pk] = sorted(line)
    return found
