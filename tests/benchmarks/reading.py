"""How long reading takes: `make bench`. Prints figures and judges nothing; a machine's mood is no defect."""

import json
import sys
import time
from collections.abc import Callable
from math import log2
from pathlib import Path

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from articles.suggestions.values import Suggestions
from provinces.gazetteer import Gazetteer
from tests.benchmarks.long_reports import long_report
from tests.odd_texts import HARD

GAZETTEER = Gazetteer.from_file()
OPEN = sorted((Path(__file__).parent.parent / "labelled" / "open").glob("*.json"))
MILLION = 1_000_000
HARD_SIZE = 30_000
SENTENCES = {
    "en": "Now a source in North Pyongan said that some traders, not only in Sinuiju, sold no soya on Sunday. ",
    "ko": "량강도 혜산시 소식통은 도당위원회가 무역회사들을 모아 회의를 열었다고 전했다. 함북도당도. ",
}


def best(of: Callable[[], object], runs: int = 9) -> float:
    """Milliseconds of the fastest of several runs, after one that does not count; the processor's, not the clock's."""
    of()
    times = []
    for _ in range(runs):
        began = time.process_time()
        of()
        times.append(time.process_time() - began)
    return 1000 * min(times)


def tell(what: str, milliseconds: float, aim: float, also: str = "") -> None:
    sys.stdout.write(f"{what:<58} {milliseconds:9.2f} ms   (aim: under {aim:g}){also}\n")


def tell_of_a_million(what: str, piece: str, language: str) -> None:
    """How long a text of a million bytes takes, one piece again and again, and how many claims and characters it has.

    A rule that cuts a text short makes it fast: few claims tell of it.
    """
    times = MILLION // len(piece.encode()) + 1
    text = (piece * times).encode()[:MILLION].decode(errors="ignore")
    claims = len(read(text, language).claims)
    milliseconds = best(lambda: read(text, language), 2)
    tell(
        f"suggestions for 1,000,000 bytes of {what}, {language}",
        milliseconds,
        1000,
        f" {claims:,} claims, {len(text):,} characters",
    )


def main() -> None:
    for language, sentence in SENTENCES.items():
        text = (sentence * 100)[:4000]
        tell(f"names of the gazetteer in 4,000 characters, {language}", best(lambda: GAZETTEER.find(text, language)), 5)  # noqa: B023
    reports = [json.loads(path.read_text(encoding="utf-8")) for path in OPEN]
    times = [
        best(
            lambda: suggest(
                report["body"],  # noqa: B023
                language=report["language"],  # noqa: B023
                published=PartialDate.parse(report["published"]),  # noqa: B023
                headline=report["headline"],  # noqa: B023
            ),
            3,
        )
        for report in reports
    ]
    tell(f"suggestions for one labelled report, mean of {len(times)}", sum(times) / len(times), 20)
    tell("suggestions for one labelled report, the slowest", max(times), 20)
    for language, sentence in SENTENCES.items():
        bodies = [report["body"] for report in reports if report["language"] == language]
        tell_of_a_million("one sentence", (sentence * 9).strip() + "\n\n", language)
        tell_of_a_million("distinct reports", long_report(bodies, language, MILLION), language)
        tell_of_a_million("the same reports", "\n\n".join(bodies) + "\n\n", language)
    for name, of in HARD.items():
        for language in SENTENCES:
            growth(name, language, of)


def growth(name: str, language: str, of: Callable[[int], str]) -> None:
    """How the time grows when a hard text grows twice as long: 1 is in step with the length, 2 with its square."""
    once, twice = (best(lambda: read(of(size), language), 3) for size in (HARD_SIZE, 2 * HARD_SIZE))  # noqa: B023
    sys.stdout.write(
        f"{name:<40} {language} {2 * HARD_SIZE:9,} characters {twice / 1000:7.3f} s   exponent {log2(twice / once):5.2f}\n"
    )


def read(text: str, language: str) -> Suggestions:
    return suggest(text, language=language, published=PartialDate.parse("2023-04"))


if __name__ == "__main__":
    main()
