"""What is told of announcements to programs: a claim's row, how it stands, and what was recorded of it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from articles.announced import Announced
from articles.due import LABELS, precision
from articles.exports.rows import ClaimRow, Row, claim_row, means
from articles.exports.tables import PIECE, table_of
from articles.models import Became, OutcomeGround
from articles.pages.due import Stated
from articles.queries.due import Announcement


class DueRow(ClaimRow):
    """One announcement."""

    due_words: str | None = means("when it falls due, in the words printed")
    due_precision: str = means("how closely that is known: day, month, longer, or none for “soon” and the like")
    due_state: str = means("open, passed (no outcome recorded here), kept, partly, not_kept or uncheckable")
    due_state_said: str = means("the same in words")
    outcome_number: int | None = means("of the newest statement of what became of it, from 1")
    outcome_stated: str | None = means("what that statement says, also where it holds no more")
    outcome_because: str | None = means("its reason, from a closed list")
    outcome_at: datetime | None = means("when it was recorded here")
    shown_by: list[str] = means("public ids of the claims that show it and stand")


class OutcomeRow(Row):
    """One statement of what became of an announcement."""

    claim: str = means("public id of the claim that announces")
    number: int = means("from 1; the newest holds")
    became: str = means("kept, partly, not_kept, uncheckable, or taken_back")
    because: str = means("its reason, from a closed list")
    at: datetime = means("when it was recorded here")
    shown_by: list[str] = means("public ids of the claims that show it and stand")


def outcome_row(claim: str, stated: Stated) -> OutcomeRow:
    """A statement on a claim's page."""
    return OutcomeRow(
        claim=claim,
        number=stated.number,
        became=stated.code,
        because=stated.ground,
        at=stated.at,
        shown_by=[each.public_id for each in stated.shown],
    )


def due_row(row: Announcement) -> DueRow:
    """An announcement of a list."""
    version: Any = row.version
    last = row.outcomes[-1] if row.outcomes else None
    return DueRow(
        **claim_row(row.version).model_dump(),
        due_words=row.version.due_words or None,
        due_precision=precision(row.version.due_edtf),
        due_state=version.due_state,
        due_state_said=LABELS[version.due_state],
        outcome_number=last.number if last else None,
        outcome_stated=Became(last.became).label if last else None,
        outcome_because=OutcomeGround(last.ground).label if last else None,
        outcome_at=last.at if last else None,
        shown_by=[each.claim.public_id for each in row.showing(last)] if last else [],
    )


def table(announced: Announced) -> Iterator[str]:
    """All of them as CSV, what falls due last first; the first piece is ready before this returns."""
    return table_of(DueRow, _pieces(announced))


def _pieces(announced: Announced) -> Iterator[list[DueRow]]:
    after = ""
    while True:
        rows, after = announced.page(after, PIECE)
        yield [due_row(row) for row in rows]
        if not after:
            return
