"""How often the claim that says the same is among the first five that the desk would offer; printed with `-s`."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from articles.likeness.statements import Statement, rank, statement_of

FOLDER = Path(__file__).parent / "corroborations"
MOST = 5


def claims(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found


def statement(claim: dict[str, Any], is_dated: bool) -> Statement:
    day = date.fromisoformat(claim["published"]) if is_dated else None
    return statement_of(
        claim["words"],
        claim["language"],
        ours=claim["ours"],
        provinces=claim["provinces"],
        topics=claim["topics"],
        bodies=claim["bodies"],
        published=(day, day),
    )


@pytest.mark.parametrize("is_dated", [True, False], ids=["with their days", "as if all were of one day"])
@pytest.mark.parametrize("name", ["claims", "held_back"])
def test_the_claim_that_says_the_same_is_among_five(name: str, is_dated: bool) -> None:
    both = {each: claims(each) for each in ("claims", "held_back")}
    everything = [claim for each in both.values() for claim in each]
    labelled = [claim for claim in both[name] if claim["pair"]]
    told = [statement(claim, is_dated) for claim in everything]
    found = first = offered = 0
    missed = []
    for claim in labelled:
        # Nothing is told beforehand; the look-up asks for much more.
        own = next(place for place, each in enumerate(everything) if each is claim)
        others = [place for place in range(len(everything)) if place != own]
        ranked = rank(told[own], [told[place] for place in others], MOST)
        pairs = [everything[others[place]]["pair"] for place, _ in ranked]
        offered += len(pairs)
        found += claim["pair"] in pairs
        first += pairs[:1] == [claim["pair"]]
        missed += [claim["key"]] if claim["pair"] not in pairs else []
    recall, precision = found / len(labelled), found / offered
    sys.stdout.write(
        f"\n{name}{'' if is_dated else ', undated'}: {len(labelled)} of {len(everything)} claims;"
        f" recall at {MOST} {recall:.2f}, precision at {MOST} {precision:.2f},"
        f" first of all {first / len(labelled):.2f}; missed: {', '.join(missed) or 'none'}\n"
    )
    assert recall >= 0.8
