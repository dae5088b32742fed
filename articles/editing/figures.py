"""Say what a claim's figures are: all of one version at once, in a version of their own if the last one is out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.editing.claims import latest_version, open_version
from articles.figures.items import items
from articles.figures.values import Currency, Kind, Measure, Unit, measure_called
from articles.models import Claim, ClaimVersion, Figure
from provinces.models import Place, Province


class CannotCount(ValueError):
    """Figures that do not fit their claim; `str()` says why."""


@dataclass(frozen=True)
class FigureDraft:
    """One figure; `start` and `end` count code points of the claim's words, end exclusive."""

    start: int
    end: int
    kind: Kind
    item: str
    low: Decimal | None
    high: Decimal | None
    measure: Measure
    per: Decimal = Decimal(1)
    of: Measure | None = None
    province: Province | None = None
    place: Place | None = None


@transaction.atomic
def set_figures(*, by: AbstractBaseUser, claim: Claim, drafts: Sequence[FigureDraft]) -> ClaimVersion:
    """Make exactly these the figures of a claim; readers see them with its next publication.

    What stands already is not written again. Raises CannotCount.
    """
    claim = Claim.objects.select_for_update(of=("self",)).get(pk=claim.pk)
    last = latest_version(claim)
    if last.removed_at is not None:
        raise CannotCount(f"the words of {claim.public_id} were removed")
    for draft in drafts:
        _check(draft, last.exact)
    if len({(draft.start, draft.end) for draft in drafts}) < len(drafts):
        raise CannotCount("the same words hold one figure, not two")
    ordered = sorted(drafts, key=lambda draft: (draft.start, draft.end))
    if ordered == figures_of(last):
        return last
    version = open_version(by=by, claim=claim)
    version.figures.all().delete()
    Figure.objects.bulk_create(Figure(version=version, **_columns(draft)) for draft in ordered)
    return version


def figures_of(version: ClaimVersion) -> list[FigureDraft]:
    """The figures of a version, as values that can be compared."""
    return [
        FigureDraft(
            start=row.start,
            end=row.end,
            kind=Kind(row.kind),
            item=row.item,
            low=row.low,
            high=row.high,
            measure=measure_called(row.measure),
            per=row.per,
            of=measure_called(row.of) if row.of else None,
            province=row.province,
            place=row.place,
        )
        for row in version.figures.select_related("province", "place").order_by("start", "end")
    ]


def _columns(draft: FigureDraft) -> dict[str, object]:
    columns = {name: getattr(draft, name) for name in FigureDraft.__dataclass_fields__}
    return columns | {"of": draft.of or ""}


def _check(draft: FigureDraft, words: str) -> None:
    if not 0 <= draft.start < draft.end <= len(words) or not words[draft.start : draft.end].strip():
        raise CannotCount("a figure points at words of its claim")
    if draft.item not in items():
        raise CannotCount(f"“{draft.item}” is not among the goods and rates we follow")
    if draft.low is None and draft.high is None:
        raise CannotCount("a figure has a value, or one end of it")
    if (draft.low or 0) < 0 or (draft.high is not None and draft.high < (draft.low or 0)):
        raise CannotCount("the value goes from the lower to the higher, and not below nothing")
    if draft.per <= 0:
        raise CannotCount("a price is for some of it")
    fits = {
        Kind.PRICE: isinstance(draft.measure, Currency) and not isinstance(draft.of, Currency),
        Kind.RATE: isinstance(draft.measure, Currency) and isinstance(draft.of, Currency) and draft.of != draft.measure,
        Kind.QUANTITY: isinstance(draft.measure, Unit) and draft.of is None and draft.per == 1,
    }
    if not fits[draft.kind]:
        raise CannotCount(f"a {draft.kind} is not counted in {draft.measure} for {draft.of or 'nothing'}")
    rate = items()[draft.item].rate
    if (draft.kind is Kind.RATE) != bool(rate) or (rate and rate != {draft.measure, draft.of}):
        raise CannotCount(f"“{draft.item}” has no {draft.kind} in {draft.measure}")
    if draft.place is not None and draft.place.province_id != (draft.province and draft.province.pk):
        raise CannotCount(f"{draft.place} does not lie there")
