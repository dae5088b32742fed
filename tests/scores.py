"""How well the reader of reports reads: what it finds, held against labelled reports.

    python -m tests.scores open        # every error, then the figures
    python -m tests.scores publish     # writes all folders down in labelled/scores.json

Words are compared without marks, stops and white space at either end, articles aside; figures are counted over all
reports of a language together.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from articles.suggestions.values import Speech, SuggestedClaim, SuggestedSource, Suggestions

FOLDER = Path(__file__).parent / "labelled"
PUBLISHED = FOLDER / "scores.json"
FOLDERS, LANGUAGES = (
    ("open", "sealed", "blind", "fresh", "unseen", "later", "modelled", "newer", "passages", "kept", "aside", "wider"),
    ("en", "ko"),
)
# Read by nobody who mends the reader (labelled/README.md).
UNREAD = {"aside"}
Report = dict[str, Any]

# Figure → the least that is wanted of it; None where people choose differently themselves.
FIGURES: dict[str, float | None] = {
    "direct precision": 0.97,
    "direct recall": 0.97,
    "speaker and anonymity": 0.93,
    "source province": 0.95,
    "provinces precision": 0.95,
    "provinces recall": 0.95,
    "event dates": 0.92,
    "contacts left as words": 1.0,
    "relayed institution": 0.9,
    "indirect precision": 0.9,
    "indirect recall": 0.9,
    "actor precision": None,
    "actor recall": None,
    "addressee precision": None,
    "addressee recall": None,
    "topics precision": None,
    "topics recall": None,
    "first topic": None,
}


@dataclass(frozen=True)
class Error:
    """One thing that was missed, invented or read wrongly."""

    report: str
    figure: str
    wanted: str
    found: str

    def __str__(self) -> str:
        return f"{self.report} · {self.figure} · wanted {self.wanted or 'nothing'} · found {self.found or 'nothing'}"


@dataclass
class Scores:
    """Right answers and questions asked, by figure, and every error."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    errors: list[Error] = field(default_factory=list)

    def ask(self, report: str, figure: str, is_right: bool, wanted: object = "", found: object = "") -> None:
        """Count one question."""
        self.asked[figure] += 1
        self.right[figure] += is_right
        if not is_right:
            self.errors.append(Error(report, figure, str(wanted), str(found)))

    def share(self, figure: str) -> float:
        """From 0 to 1; 1 where nothing was asked."""
        return self.right[figure] / self.asked[figure] if self.asked[figure] else 1.0

    def table(self) -> Iterator[str]:
        """A line a figure: right, asked, share, the least that is wanted."""
        for figure, least in FIGURES.items():
            if self.asked[figure]:
                wanted = "–" if least is None else f"≥ {least}"
                yield f"{figure:24} {self.right[figure]:4} of {self.asked[figure]:4}  {self.share(figure):.3f}  ({wanted})"


def score(reports: Iterable[Report]) -> Scores:
    """Read each report and compare."""
    scores = Scores()
    for report in reports:
        published = PartialDate.parse(report["published"])
        found = suggest(
            report["body"], language=report["language"], published=published, headline=report.get("headline", "")
        )
        for compare in (_direct, _indirect, _sources, _provinces, _topics, _dates):
            compare(scores, report, found)
    return scores


def labelled(folder: str, language: str) -> list[Report]:
    """The reports of one folder in one language."""
    reports = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((FOLDER / folder).glob("*.json"))]
    return [report for report in reports if report["language"] == language]


def bare(words: str) -> str:
    """Words for comparing."""
    words = " ".join(words.split()).casefold().strip(" \t\n,.;:!?…'\"“”‘’「」『』《》〈〉()")
    for article in ("the ", "a ", "an "):
        words = words.removeprefix(article)
    return words.replace("’", "'").replace("“", '"').replace("”", '"')


def same_words(wanted: str, found: str) -> bool:
    """Whether two names, or passages, are the same but for marks and articles."""
    return bare(wanted) == bare(found)


def _direct(scores: Scores, report: Report, found: Suggestions) -> None:
    wanted = [row for row in report["statements"] if row["speech"] == "direct"]
    given = [claim for claim in found.claims if claim.speech == Speech.DIRECT]
    pairs = _pairs(scores, report["id"], "direct", wanted, given)
    for row, claim in pairs:
        is_right = claim.anonymous == row["anonymous"] and same_words(row["speaker"], claim.speaker)
        scores.ask(
            report["id"],
            "speaker and anonymity",
            is_right,
            f"{row['speaker']} ({row['anonymous']}) of {row['exact'][:40]}",
            f"{claim.speaker} ({claim.anonymous})",
        )
    _relayed(scores, report["id"], pairs)
    _whom(scores, report["id"], pairs)


def _indirect(scores: Scores, report: Report, found: Suggestions) -> None:
    wanted = [row for row in report["statements"] if row["speech"] == "indirect"]
    given = [claim for claim in found.claims if claim.speech in (Speech.INDIRECT, Speech.SUMMARY)]
    pairs = _pairs(scores, report["id"], "indirect", wanted, given)
    _relayed(scores, report["id"], pairs)
    _whom(scores, report["id"], pairs)


def _pairs(
    scores: Scores, name: str, speech: str, wanted: list[Report], given: list[SuggestedClaim]
) -> list[tuple[Report, SuggestedClaim]]:
    """Labels with the claims of the same words, in the order of the text; counts precision and recall."""
    left = list(given)
    pairs = []
    for row in wanted:
        claim = next((claim for claim in left if same_words(row["exact"], claim.passage.text)), None)
        scores.ask(name, f"{speech} recall", claim is not None, row["exact"])
        if claim is not None:
            left.remove(claim)
            pairs.append((row, claim))
    for claim in given:
        scores.ask(name, f"{speech} precision", claim not in left, "", claim.passage.text)
    return pairs


def _relayed(scores: Scores, name: str, pairs: list[tuple[Report, SuggestedClaim]]) -> None:
    for row, claim in pairs:
        bodies = [step.body or step.printed for step in claim.steps if step.kind == "institution"]
        last = bodies[-1] if bodies else ""
        if "relayed" in row and (row["relayed"] or last):
            scores.ask(name, "relayed institution", same_words(row["relayed"] or "", last), row["relayed"], last)


def _whom(scores: Scores, name: str, pairs: list[tuple[Report, SuggestedClaim]]) -> None:
    """Who acts in a statement, and whom it is said to or done to: what is labelled, and what is given for it."""
    for row, claim in pairs:
        for figure, found in (("actor", claim.actor), ("addressee", claim.addressee)):
            if figure == "actor" and claim.speech is not Speech.INDIRECT:
                continue  # labelled in indirect sentences alone
            wanted = row.get(figure) or ""
            is_right = same_words(wanted, found)
            if wanted:
                scores.ask(name, f"{figure} recall", is_right, f"{wanted} of {row['exact'][:40]}", found)
            if found:
                scores.ask(name, f"{figure} precision", is_right, f"{wanted} of {row['exact'][:40]}", found)


def _sources(scores: Scores, report: Report, found: Suggestions) -> None:
    for row in report["sources"]:
        source = _best(row["descriptor"], found.sources)
        province = source.province or None if source else "no such source"
        scores.ask(
            report["id"],
            "source province",
            province == row["province"],
            f"{row['province']} of {row['descriptor']}",
            f"{province} of {source.descriptor if source else ''}",
        )


def _best(descriptor: str, sources: tuple[SuggestedSource, ...]) -> SuggestedSource | None:
    """The found source whose descriptor is the label's, or shares most words with it."""
    words = set(bare(descriptor).split())
    shared = [(len(words & set(bare(source.descriptor).split())), source) for source in sources]
    best = max(shared, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] * 2 >= len(words) else None


def _provinces(scores: Scores, report: Report, found: Suggestions) -> None:
    for slug in report["provinces"]:
        scores.ask(report["id"], "provinces recall", slug in found.provinces, slug, "")
    for slug in found.provinces:
        scores.ask(report["id"], "provinces precision", slug in report["provinces"], "", slug)


def _topics(scores: Scores, report: Report, found: Suggestions) -> None:
    for slug in report["topics"]:
        scores.ask(report["id"], "topics recall", slug in found.topics, slug, "")
    for slug in found.topics:
        scores.ask(report["id"], "topics precision", slug in report["topics"], "", slug)
    if report["topics"]:
        first = next(iter(found.topics), "")
        scores.ask(report["id"], "first topic", first in report["topics"], report["topics"][0], first)


def _dates(scores: Scores, report: Report, found: Suggestions) -> None:
    for row in report["dates"]:
        same = [date for date in found.dates if same_words(row["text"], date.passage.text)]
        values = [date.date.edtf or None for date in same]
        if row["kind"] == "contact":
            is_left = any(date.kind == "contact" for date in same) or not any(values)
            scores.ask(report["id"], "contacts left as words", is_left, row["text"], values)
        elif row["edtf"]:
            scores.ask(report["id"], "event dates", row["edtf"] in values, f"{row['text']} = {row['edtf']}", values)


def all_scores() -> dict[str, Any]:
    """What `labelled/scores.json` holds: figures, right answers of questions asked, and errors, by folder and language."""
    return {
        folder: {language: _as_rows(folder, score(labelled(folder, language))) for language in LANGUAGES}
        for folder in FOLDERS
    }


def _as_rows(folder: str, scores: Scores) -> dict[str, Any]:
    """Errors are not named of what is kept for measuring: whoever mends the reader would learn of them."""
    return {
        "figures": {figure: [scores.right[figure], scores.asked[figure]] for figure in FIGURES},
        "errors": [str(error) for error in scores.errors] if folder not in UNREAD else [],
    }


def main(what: str, say: Callable[[str], object]) -> None:
    """Print one folder in both languages, or write down all."""
    if what == "publish":
        PUBLISHED.write_text(json.dumps(all_scores(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return
    for language in LANGUAGES:
        scores = score(labelled(what, language))
        errors = [] if what in UNREAD else scores.errors
        for line in (*map(str, errors), f"== {what}, {language}", *scores.table()):
            say(line)


if __name__ == "__main__":
    main(sys.argv[1], lambda line: sys.stdout.write(line + "\n"))
