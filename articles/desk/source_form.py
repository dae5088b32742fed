"""One source of the report on the article's screen."""

from typing import Any

from django import forms

from articles.desk.attributions import PUBLIC_WORDS, SourceWords, words_of_source
from articles.desk.vocabulary import Vocabulary
from sources.models import Attribution, Role


class SourceForm(forms.Form):
    """How this report words one unnamed source. An empty form adds nothing."""

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    # A source the reader of reports found: kept only when a claim that an editor accepts names it.
    suggested = forms.BooleanField(required=False, widget=forms.HiddenInput)
    descriptor = forms.CharField(label="as printed", required=False, max_length=200)
    told = forms.CharField(label="whom it told", required=False, max_length=120)
    condition = forms.CharField(label="condition of anonymity, in the report's words", required=False, max_length=200)
    role = forms.ChoiceField(required=False, choices=Role.choices)
    province = forms.ChoiceField(label="where the outlet put the source", required=False)
    contact = forms.CharField(label="when, in the report's words", required=False, max_length=120)

    def __init__(
        self, *args: Any, known: dict[int, Attribution], vocabulary: Vocabulary, number: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.number = number
        self.provinces = {str(row.pk): row for row in vocabulary.provinces}
        self.fields["province"].choices = [("", "—"), *((pk, str(row)) for pk, row in self.provinces.items())]  # type: ignore[attr-defined]
        self.attribution = known.get(self._posted_pk() or 0)
        if self.attribution is not None:
            words = words_of_source(self.attribution)
            province = str(words.province.pk) if words.province else ""
            self.initial = {**words.__dict__, "province": province, "pk": self.attribution.pk}
            if self.attribution.is_public:
                for name in PUBLIC_WORDS:
                    self.fields[name].disabled = True
        else:
            self.initial.setdefault("role", Role.UNSPECIFIED)

    def _posted_pk(self) -> int | None:
        typed = str(self.data.get(self.add_prefix("pk"), "")) if self.is_bound else str(self.initial.get("pk") or "")
        return int(typed) if typed.isdecimal() and len(typed) < 10 else None

    @property
    def is_blank(self) -> bool:
        """Whether this is an empty line for a new source that was left empty."""
        return self.attribution is None and not any(
            self.cleaned_data.get(name) for name in ("descriptor", "told", "condition", "contact", "province")
        )

    @property
    def is_suggested(self) -> bool:
        """Whether nobody but the reader of reports has put it down."""
        return self.attribution is None and bool(self["suggested"].value())

    @property
    def label(self) -> str:
        """By which a step names this source, and what it is."""
        descriptor = self["descriptor"].value() or "new"
        return f"source {self.number}: {descriptor}"

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        data["role"] = data.get("role") or Role.UNSPECIFIED
        if not self.is_blank and not data.get("descriptor") and "descriptor" not in self.errors:
            self.add_error("descriptor", "Write the source as the report words it.")
        return data

    def words(self) -> SourceWords:
        """The source as it will be kept."""
        data = self.cleaned_data
        return SourceWords(
            descriptor=data["descriptor"],
            role=data["role"],
            province=self.provinces.get(data["province"]),
            told=data["told"],
            contact=data["contact"],
            condition=data["condition"],
        )
