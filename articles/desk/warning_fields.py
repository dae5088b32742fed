"""The warnings of one claim as questions on the article's screen."""

import zlib
from dataclasses import dataclass

from articles.models import Answer
from articles.models.warning import DANGERS
from articles.suggestions.dangers import dangers_in
from articles.suggestions.values import Danger

ANSWERS = [("", "not answered yet"), *Answer.choices]


@dataclass(frozen=True)
class WarningField:
    """One danger in the words of a claim. `name`: of its field, the same whenever the same words are sent."""

    danger: Danger
    text: str

    @property
    def name(self) -> str:
        return f"answer-{self.danger}-{zlib.crc32(self.text.encode()):08x}"

    @property
    def label(self) -> str:
        return f"“{self.text}”: {DANGERS[self.danger]}"


def warnings_in(exact: str, language: str) -> tuple[WarningField, ...]:
    """The dangers in a claim's words, each once."""
    found = dangers_in(exact, 0, len(exact), language)
    return tuple(dict.fromkeys(WarningField(warning.danger, warning.passage.text[:200]) for warning in found))
