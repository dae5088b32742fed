"""What is told of an act to programs: the rows of the ledger."""

from datetime import datetime
from typing import Any

from articles.exports.rows import Row, means
from articles.feeds.entries import absolute
from articles.models import Act


class Subject(Row):
    """What an act is about."""

    id: str = means("public id")
    version: int = means("of the revision or the claim after the act; 0 where it has none")
    digest: str = means("keyed digest of the words, or empty")


class ActRow(Row):
    """One act of the ledger."""

    number: int = means("from 1, without a gap: the version of the public record")
    address: str = means("permanent address of the act")
    kind: str = means("what was done: issued, corrected_here, reworded, regraded, retracted, withdrawn, …")
    at: datetime = means("when")
    withdrawal_class: str | None = means("editors, legal or duplicate")
    successor: str | None = means("public id of what to read instead")
    hash: str = means("SHA-256 over the previous hash and what the act says")
    previous_hash: str | None = means("of the act before")
    count: int = means("how many subjects it has")
    subjects: list[Subject] = means("in a list the first hundred; of a single act all")


def act_row(act: Act, subjects: list[Any], count: int) -> ActRow:
    """An act with some or all of its subjects."""
    return ActRow(
        number=act.number,
        address=absolute("articles:change", str(act.number)),
        kind=act.kind,
        at=act.at,
        withdrawal_class=act.withdrawal_class or None,
        successor=act.successor or None,
        hash=act.hash,
        previous_hash=act.previous_hash or None,
        count=count,
        subjects=[Subject(**subject) for subject in subjects],
    )
