"""One thing that is not as it should be."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """`where`: an act, a report's text, a claim's version, a trigger; `what`: a sentence without the words themselves."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"
