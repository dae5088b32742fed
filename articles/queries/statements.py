"""Which claims count as one statement: those that editors linked as repeating one another, most often across languages."""

from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce

from articles.models import Claim
from articles.queries.origins import unseen


def statement_key(prefix: str = "") -> Coalesce:
    """The same number for all claims that are one statement; `prefix` leads from the rows to the version of a claim."""
    return Coalesce(F(f"{prefix}claim__statement_id"), F(f"{prefix}claim_id"))


def each_statement_once(prefix: str = "", filter: Q | None = None) -> Count:
    """Counts claims, those that repeat one another as one; `prefix` leads from the rows to their version."""
    return Count(statement_key(prefix), distinct=True, filter=filter)


def statement_of(claim: Claim) -> str:
    """What a claim counts as, for programs: the same for all that are one statement.

    The public id of the first of them; where readers do not see that one, as little as for a report (`origin_of`).
    """
    if claim.statement_id is None or claim.statement_id == claim.pk:
        return claim.public_id
    return claim.statement.public_id if claim.statement is not None else unseen(claim.statement_stand_in)
