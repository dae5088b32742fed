"""How well reports that tell the same are found: recall among five candidates, and precision, on invented pairs.

The pairs (`tests/kin`) and the samples stand in one database; each report is asked about as if it had just come in.
Figures and errors are printed with `pytest -s`.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.dates import PartialDate
from articles.editing.drafting import Description, Words, draft_report, latest_revision
from articles.models import OriginKind
from articles.queries.likeness import Kin, likely_kin, told_by
from sources.models import Outlet, OutletName

pytestmark = pytest.mark.long

KIN = Path(__file__).parent / "kin"
SAMPLES = Path(__file__).parent.parent / "articles" / "data" / "samples"
Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    """The reports of one file, or of all samples."""
    if name == "samples":
        return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(SAMPLES.glob("[0-9]*.json"))]
    found: list[Row] = json.loads((KIN / f"{name}.json").read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True)
class Answer:
    """What was offered for a report: pairs of a key and a kind, the likeliest first. `origin`: the true pair, or None."""

    key: str
    family: str
    origin: tuple[str, str] | None
    offered: list[tuple[str, str]]


@pytest.fixture
def answers(publisher: User) -> dict[str, list[Answer]]:
    """By file, every report asked about once all are in; none says whose copy it is."""
    houses, kept, keys = dict(outlets()), {}, {}
    files = {name: rows(name) for name in ("reports", "held_back", "unseen", "samples")}
    for row in (row for group in files.values() for row in group):
        article = draft_report(
            by=publisher,
            outlet=houses[row["outlet"]],
            words=Words(row["headline"], "\n\n".join(row["body"])),
            description=Description(language=row["language"], published=PartialDate.parse(row["published"])),
        )
        kept[row["key"]], keys[article.pk] = article, row["key"]

    def answer(row: Row) -> Answer:
        article, origin = kept[row["key"]], row.get("origin") or {}
        found: list[Kin] = likely_kin(told_by(article, latest_revision(article)))
        return Answer(
            row["key"],
            str(origin.get("of", row["key"])),
            (origin["of"], origin["kind"]) if "of" in origin else None,
            [(keys[kin.article.pk], kin.judgement.kind) for kin in found],
        )

    return {name: [answer(row) for row in group] for name, group in files.items()}


def outlets() -> Iterator[tuple[str, Outlet]]:
    """Those of the pairs by name, those of the samples by slug."""
    invented = json.loads((KIN / "outlets.json").read_text(encoding="utf-8"))
    samples = json.loads((SAMPLES / "outlets.json").read_text(encoding="utf-8"))
    named = [(name, name, others) for name, others in invented.items()]
    named += [(row["slug"], row["name"], [row["name_ko"], *row["other_names"]]) for row in samples]
    for number, (key, name, others) in enumerate(named):
        outlet = Outlet.objects.create(name=name, slug=f"house-{number}")
        OutletName.objects.bulk_create(
            OutletName(outlet=outlet, name=other, slug=f"house-{number}-{place}") for place, other in enumerate(others)
        )
        yield key, outlet


def test_copies_find_their_origin_and_look_alikes_do_not(answers: dict[str, list[Answer]]) -> None:
    families = {answer.key: answer.family for group in answers.values() for answer in group}
    labelled = hits = told = right = 0
    for name, group in answers.items():
        copies = [answer for answer in group if answer.origin]
        missed = [answer.key for answer in copies if answer.origin[0] not in dict(answer.offered)]  # type: ignore[index]  # copies have one
        offered = [(answer.key, other) for answer in group for other, _ in answer.offered]
        wrong = [(key, other) for key, other in offered if families[key] != families[other]]
        other_kind = [answer.key for answer in copies if answer.origin not in answer.offered]
        recall, precision = 1 - len(missed) / len(copies), 1 - len(wrong) / len(offered)
        sys.stdout.write(
            f"\n{name}: {len(group)} reports, {len(copies)} copies; recall at five {recall:.3f}, precision {precision:.3f}"
            f"\n  missed {missed}; wrong {wrong}; of another kind {other_kind}\n"
        )
        least = {"reports": 1.0, "held_back": 1.0, "unseen": 0.85, "samples": 1.0}[name]
        assert recall >= least and precision >= least
        labelled, hits = labelled + len(copies), hits + len(copies) - len(missed)
        told, right = told + len(offered), right + len(offered) - len(wrong)
    sys.stdout.write(
        f"all: {labelled} copies; recall at five {hits / labelled:.3f}, precision {right / told:.3f} ({right} of {told})\n"
    )
    assert hits / labelled >= 0.95


@pytest.mark.parametrize("name", ["reports", "held_back", "unseen"])
def test_the_labels_name_reports_of_the_same_file(name: str) -> None:
    group = rows(name)
    keys = [row["key"] for row in group]
    assert len(set(keys)) == len(keys)
    for row in group:
        assert not ("origin" in row and "resembles" in row)
        assert row.get("origin", {}).get("of", keys[0]) in keys and row.get("resembles", keys[0]) in keys
        assert row.get("origin", {}).get("kind", "relay") in OriginKind.values
