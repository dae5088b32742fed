"""How long reading takes: `make bench`. Prints figures and judges nothing; a machine's mood is no defect."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from provinces.gazetteer import Gazetteer

GAZETTEER = Gazetteer.from_file()
OPEN = sorted((Path(__file__).parent.parent / "labelled" / "open").glob("*.json"))
SENTENCES = {
    "en": "Now a source in North Pyongan said that some traders, not only in Sinuiju, sold no soya on Sunday. ",
    "ko": "량강도 혜산시 소식통은 도당위원회가 무역회사들을 모아 회의를 열었다고 전했다. 함북도당도. ",
}


def best(of: Callable[[], object], runs: int = 9) -> float:
    """Milliseconds of the fastest of several runs, after one that does not count."""
    of()
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        of()
        times.append(time.perf_counter() - began)
    return 1000 * min(times)


def tell(what: str, milliseconds: float, aim: float) -> None:
    sys.stdout.write(f"{what:<58} {milliseconds:9.2f} ms   (aim: under {aim:g})\n")


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
    once = (SENTENCES["en"] * 9).strip() + "\n\n"
    long = once * (1_000_000 // len(once))
    tell(
        "suggestions for 1,000,000 characters",
        best(lambda: suggest(long, language="en", published=PartialDate.parse("2023-04")), 1),
        1000,
    )


if __name__ == "__main__":
    main()
