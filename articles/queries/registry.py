"""The registry of permalinks: what became of an id that was once issued."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from articles.models import Act, ActKind, Address, AddressKind, Article, Claim, WithdrawalClass
from articles.public_ids import MistypedId, normalise

_REMOVED = "removed"
# Each id is looked up by itself, and an act comes once for each that it is on: of a bulk act with thousands of subjects none is
# fetched or gone through, as it would be for every id where all were asked for at once. The kind comes first, for it is cheap.
_ON_EACH = """
SELECT act.id, number, kind, withdrawal_class, successor, at, previous_hash, hash, is_public, wanted.id AS about
FROM unnest(%s::text[]) wanted (id) CROSS JOIN LATERAL (
    SELECT * FROM articles_act
    WHERE is_public AND kind = ANY(%s) AND subjects @> jsonb_build_array(jsonb_build_object('id', wanted.id))
) act ORDER BY number"""
# As far as successors of successors are followed.
_LONGEST_CHAIN = 10


@dataclass(frozen=True)
class Departure:
    """Why an issued id shows nothing. `said`: the class in words; `successor`: another public id, or ""."""

    public_id: str
    at: datetime
    said: str
    is_legal: bool
    successor: str


def departure_of(public_id: str) -> Departure | None:
    """What the ledger says last of an id that is not public; None when it was never issued.

    The successor is the one that stands now: what it was succeeded by itself, should it have gone too, or "".
    """
    departure = departure_in(public_id, list(_acts_on(public_id)))
    if departure is None or not departure.successor:
        return departure
    return replace(departure, successor=_standing(departure.successor, public_id))


def _standing(successor: str, *before: str) -> str:
    """The end of a chain of successors, if it is public; "" otherwise, and for a chain that runs in a circle."""
    if not successor or successor in before or len(before) > _LONGEST_CHAIN:
        return ""
    if public_among([successor]):
        return successor
    departure = departure_in(successor, list(_acts_on(successor)))
    return _standing(departure.successor, *before, successor) if departure else ""


def issued_id(typed: str) -> str:
    """The id meant by what was typed, if it was ever issued; "" for anything else, and then mostly without a query."""
    try:
        public_id = normalise(typed)
    except MistypedId:
        return ""
    return public_id if public_among([public_id]) or _acts_on(public_id).exists() else ""


def was_given_out(kind: AddressKind, *slugs: str) -> bool:
    """Whether one of these was ever the address of something of this kind."""
    return Address.objects.published().filter(kind=kind, slug__in=slugs).exists()


def departure_in(public_id: str, acts: Sequence[Act]) -> Departure | None:
    """The same, out of all acts on the id, the oldest first."""
    if not acts:
        return None
    withdrawals = [act for act in acts if act.kind == ActKind.WITHDRAWN]
    act = (withdrawals or acts)[-1]
    return Departure(
        public_id=public_id,
        at=act.at,
        said=WithdrawalClass(act.withdrawal_class).label if act.withdrawal_class else _REMOVED,
        is_legal=act.withdrawal_class == WithdrawalClass.LEGAL,
        successor=act.successor,
    )


def acts_on_each(public_ids: Collection[str], kinds: Collection[str] = ActKind.values) -> dict[str, list[Act]]:
    """Every act on any of these ids, or those of some kinds, the oldest first, by id; one query. An id without is not among the keys."""
    found: dict[str, list[Act]] = {}
    if not public_ids:
        return found
    rows: Any = Act.objects.raw(_ON_EACH, [sorted(set(public_ids)), list(kinds)])
    for act in rows:
        found.setdefault(act.about, []).append(act)
    return found


def last_act_of(public_id: str, kind: str) -> Act | None:
    """The newest act of one kind on an id."""
    act: Act | None = _acts_on(public_id).filter(kind=kind).last()
    return act


def public_among(public_ids: Collection[str]) -> list[str]:
    """Those of these ids that stand for something the public may see, in the order given."""
    articles = Article.objects.published().filter(public_id__in=public_ids).values_list("public_id", flat=True)
    claims = Claim.objects.published().filter(public_id__in=public_ids).values_list("public_id", flat=True)
    found = {*articles, *claims}
    return [public_id for public_id in public_ids if public_id in found]


def _acts_on(public_id: str):  # type: ignore[no-untyped-def]  # a queryset of acts, oldest first
    # A bulk import names thousands of subjects; they are searched, never fetched.
    return Act.objects.published().filter(subjects__contains=[{"id": public_id}]).defer("subjects").order_by("number")
