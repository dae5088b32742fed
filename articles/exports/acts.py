"""What is told of an act to programs: the rows of the ledger."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from articles.exports.rows import Row, means
from articles.feeds.entries import absolute
from articles.listing import Listing
from articles.models import Act
from articles.queries.changes import act_page

# Acts fetched at once.
PIECE = 500


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


def acts_of(listing: Listing) -> Iterator[Sequence[ActRow]]:
    """Every act on a list, or on everything, newest first, in pieces."""
    touched = listing.touched if listing.filter or listing.is_search else None
    after = ""
    while True:
        acts, after = act_page(touched, after, PIECE)
        rows: list[Any] = acts  # what the query adds to a row is not known to the type checker
        yield [act_row(row, row.some, row.count) for row in rows]
        if not after:
            return
