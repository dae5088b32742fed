"""What became of something announced, as an editor states it: which, for which public reason, and shown by what."""

from collections.abc import Sequence
from typing import Any

from django import forms

from articles.models import OUTCOME_GROUNDS, Became, Claim, OutcomeGround
from articles.models.outcome import SHOWN
from articles.public_ids import MistypedId, normalise
from articles.queries.fell_due import Candidate

MOST_SHOWN_BY = 10


class OutcomeForm(forms.Form):
    """Claims that show it are ticked among those offered, or named by their ids."""

    edit_number = forms.IntegerField(widget=forms.HiddenInput)
    became = forms.ChoiceField(label="what became of it", widget=forms.RadioSelect)
    ground = forms.ChoiceField(label="public reason", choices=[("", "—"), *OutcomeGround.choices])
    shown_by = forms.MultipleChoiceField(
        label="claims that show it",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "%(value)s shows nothing any more: it was taken out since you ticked it."},
    )
    others = forms.CharField(
        label="other claims that show it",
        required=False,
        max_length=200,
        help_text="Their ids, as on their pages, parted by spaces.",
    )
    reason = forms.CharField(
        label="how we know (stays on the desk)",
        max_length=300,
        help_text="Do not repeat words here that may have to go.",
    )

    def __init__(
        self, *args: Any, candidates: Sequence[Candidate], has_outcome: bool, preset: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = [(each.version.claim.public_id, each) for each in candidates]
        states = [choice for choice in Became.choices if has_outcome or choice[0] != Became.TAKEN_BACK]
        self.fields["became"].choices = states  # type: ignore[attr-defined]
        self.fields["shown_by"].choices = [(public_id, public_id) for public_id, _ in offered]  # type: ignore[attr-defined]
        if preset in dict(offered):
            self.fields["shown_by"].initial = [preset]

    def clean_others(self) -> list[Claim]:
        found = []
        for typed in self.cleaned_data["others"].replace(",", " ").split():
            try:
                public_id = normalise(typed)
            except MistypedId as error:
                raise forms.ValidationError(str(error)) from error
            claim = Claim.objects.filter(public_id=public_id).first()
            if claim is None:
                raise forms.ValidationError(f"There is no claim {public_id} here.")
            found.append(claim)
        return found

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        became, ground = data.get("became"), data.get("ground")
        if became and ground and ground not in OUTCOME_GROUNDS[Became(became)]:
            fit = ", ".join(f"“{each.label}”" for each in OUTCOME_GROUNDS[Became(became)])
            self.add_error("ground", f"For “{Became(became).label}” the reason is one of: {fit}.")
        chosen = Claim.objects.filter(public_id__in=data.get("shown_by") or [])
        data["claims"] = sorted({*chosen, *data.get("others", [])}, key=lambda claim: claim.pk)
        if len(data["claims"]) > MOST_SHOWN_BY:
            self.add_error("others", f"So many claims show nothing better than {MOST_SHOWN_BY} do.")
        if became in SHOWN and not data["claims"] and "others" not in self.errors:
            self.add_error("others", "Name a claim that shows it, or say that it cannot be checked.")
        return data
