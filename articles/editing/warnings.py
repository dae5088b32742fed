"""Warnings about claims: noted when a claim is put down, answered by an editor, binding when it is published."""

from collections.abc import Collection

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles.models import Answer, Claim, ClaimWarning
from articles.suggestions.values import Danger


class StillThere(ValueError):
    """Words that were to be left out of our paraphrase stand in it."""


@transaction.atomic
def note_warnings(*, claim: Claim, found: Collection[tuple[Danger, str]]) -> None:
    """Make the claim's warnings those found in its words: new ones are unanswered, answers given before stay."""
    known = {(row.danger, row.text): row for row in claim.warnings.all()}
    wanted = {(danger.value, text[:200]) for danger, text in found}
    ClaimWarning.objects.filter(pk__in=[row.pk for key, row in known.items() if key not in wanted]).delete()
    ClaimWarning.objects.bulk_create(
        ClaimWarning(claim=claim, danger=danger, text=text) for danger, text in sorted(wanted - known.keys())
    )


@transaction.atomic
def answer_warning(*, by: AbstractBaseUser, warning: ClaimWarning, answer: Answer, paraphrase: str) -> None:
    """Decide; the last decision counts. Raises StillThere when `paraphrase` holds what it is to leave out."""
    if answer == Answer.LEAVE_OUT and warning.text.casefold() in paraphrase.casefold():
        raise StillThere(f"“{warning.text}” is to be left out of our paraphrase, and stands in it")
    warning.answer, warning.answered_by_id, warning.answered_at = answer, by.pk, timezone.now()
    warning.save()


def held_back(claims: Collection[Claim]) -> dict[int, list[ClaimWarning]]:
    """The warnings that keep claims from being published, by the claim's pk: unanswered ones, and “do not publish”."""
    rows: dict[int, list[ClaimWarning]] = {}
    for warning in ClaimWarning.objects.filter(claim__in=claims, answer__in=["", Answer.HOLD_BACK]):
        rows.setdefault(warning.claim_id, []).append(warning)
    return rows
