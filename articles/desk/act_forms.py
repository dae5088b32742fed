"""Forms of what is done on the public record: publish, withdraw, restore, grade."""

from typing import Any

from django import forms

from articles.models import ActKind, Article, Credibility, CredibilityReason, WithdrawalClass
from articles.public_ids import MistypedId, normalise

CORRECTIONS = [
    (ActKind.CORRECTED_HERE, "corrected here: we had put it down wrongly"),
    (ActKind.CORRECTED_BY_OUTLET, "corrected by the outlet"),
    (ActKind.REWORDED, "reworded: claims or wording of ours, nothing was wrong"),
    (ActKind.RETRACTED, "retracted by the outlet"),
]


class PublishForm(forms.Form):
    """Who corrected, and why; asked of a report that is out already. A new wording of ours explains itself."""

    edit_number = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label="what this is", choices=CORRECTIONS, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="why (stays on the desk)", required=False, max_length=300, help_text="May stay empty for a new wording."
    )

    def __init__(self, *args: Any, is_out: bool, is_new_text: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_out:
            del self.fields["kind"], self.fields["reason"]
        elif not is_new_text:
            self.fields["kind"].initial = ActKind.REWORDED

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("kind") not in (None, ActKind.REWORDED) and "reason" in data and not data["reason"]:
            self.add_error("reason", "Say why: a correction or a retraction has a reason.")
        return data


class ReasonForm(forms.Form):
    """Why; stays on the desk."""

    reason = forms.CharField(
        label="why (stays on the desk)",
        max_length=300,
        help_text="Kept in the ledger for ever: do not repeat words here that may have to go.",
    )


class WithdrawForm(ReasonForm):
    """The class that the public is told, and why, which it is not."""

    withdrawal_class = forms.ChoiceField(
        label="what readers are told",
        choices=WithdrawalClass.choices,
        initial=WithdrawalClass.EDITORS,
        widget=forms.RadioSelect,
        help_text="A withdrawal for somebody's safety is one by the editors, and looks like it.",
    )
    field_order = ["withdrawal_class", "reason", "successor"]


class WithdrawArticleForm(WithdrawForm):
    """A report may have a successor."""

    successor = forms.CharField(
        label="id of the report that stands in its place", required=False, max_length=32, help_text="May stay empty."
    )

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.article = article

    def clean_successor(self) -> str:
        typed: str = self.cleaned_data["successor"]
        if not typed:
            return ""
        try:
            public_id = normalise(typed)
        except MistypedId as error:
            raise forms.ValidationError(str(error)) from error
        if public_id == self.article.public_id:
            raise forms.ValidationError("A report does not stand in its own place.")
        if not Article.objects.published().filter(public_id=public_id).exists():
            raise forms.ValidationError(f"{public_id} is not on the public site.")
        return public_id


class GradeForm(forms.Form):
    """How credible a claim is, and which of the public reasons. "Not graded" is an answer too; no answer is none."""

    NOT_GRADED = "none"

    edit_number = forms.IntegerField(widget=forms.HiddenInput)
    credibility = forms.ChoiceField(
        choices=[
            *((str(value), f"{label} ({value})".capitalize()) for value, label in Credibility.choices),
            (NOT_GRADED, "Not graded"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one; “not graded” takes a grade away."},
    )
    reason = forms.ChoiceField(label="public reason", choices=[("", "—"), *CredibilityReason.choices], required=False)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if self.grade is not None and not data.get("reason"):
            self.add_error("reason", "A grade has a reason that readers see.")
        return data

    @property
    def grade(self) -> int | None:
        """1 to 6; None for not graded, and for no answer."""
        chosen = self.cleaned_data.get("credibility", self.NOT_GRADED)
        return None if chosen == self.NOT_GRADED else int(chosen)
