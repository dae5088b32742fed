"""One link of a claim's chain on the article's screen."""

import re
from typing import Any

from django import forms
from django.forms.utils import ErrorDict

from articles.desk.source_form import SourceForm
from articles.desk.vocabulary import NotKnown, Vocabulary
from articles.editing.claims import StepDraft
from sources.models import Attribution, Basis, Speaker, Speech, Step

_SOURCE = re.compile(r"source\s*(\d{1,3})\b.*", re.IGNORECASE | re.DOTALL)
NAMED = "a named person"


class StepForm(forms.Form):
    """Who speaks at this place of the chain. `who`: "source 2", or the name of an institution or outlet there is."""

    who = forms.CharField(
        label="who speaks",
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"list": "speakers", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(required=False, choices=[("", "by its name"), *Speaker.choices])
    printed = forms.CharField(label="as printed", required=False, max_length=200)
    verb = forms.CharField(required=False, max_length=60)
    speech = forms.ChoiceField(choices=Speech.choices, initial=Speech.DIRECT, required=False)
    basis = forms.ChoiceField(label="where it is named", choices=Basis.choices, initial=Basis.PRINTED, required=False)

    def __init__(
        self, *args: Any, sources: list[SourceForm], vocabulary: Vocabulary, is_idle: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.sources, self.vocabulary, self.is_idle = sources, vocabulary, is_idle
        for name, field in self.fields.items():
            # The head of the column is their label to the eye; who cannot see it hears this.
            field.widget.attrs["aria-label"] = field.label or name

    def full_clean(self) -> None:
        """A speaker of a suggestion that was not accepted is not looked at."""
        super().full_clean()
        if self.is_bound and self.is_idle:
            self._errors = ErrorDict()

    @property
    def is_blank(self) -> bool:
        """Whether nobody is named here."""
        data = self.cleaned_data
        return not (data.get("who") or data.get("printed") or data.get("verb") or data.get("kind"))

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        data["speech"] = data.get("speech") or Speech.DIRECT
        data["basis"] = data.get("basis") or Basis.PRINTED
        data["source"] = data["body"] = None
        if self.is_blank or self.errors:
            return data
        if not data["who"] and data["kind"] not in ("", Speaker.NAMED):
            self.add_error("who", "Say who speaks here.")
        elif not data["who"] and not data["kind"]:
            self.add_error("who", "Say who speaks here; for somebody named in the report choose “named person”.")
        else:
            self._resolve(data["who"], data["kind"])
        if data["speech"] == Speech.OWN and data["kind"] != Speaker.OUTLET:
            self.add_error("speech", "Only an outlet speaks in the outlet's own words.")
        return data

    def _resolve(self, who: str, kind: str) -> None:
        """Find whom `who` means; `kind` is filled in where it was left open, and refused where it says otherwise."""
        data, found = self.cleaned_data, ""
        source = self._source(who)
        if self.errors:
            return
        if source is not None:
            data["source"], found = source, Speaker.UNNAMED
        elif who.casefold() == NAMED or (not who and kind == Speaker.NAMED):
            found = Speaker.NAMED
            if not data["printed"]:
                self.add_error("printed", "Write the name as printed.")
        elif self.vocabulary.outlets.has(who) and (kind == Speaker.OUTLET or not self.vocabulary.institutions.has(who)):
            found = self._body(Speaker.OUTLET, who)
        else:
            found = self._body(Speaker.INSTITUTION, who)
        if found and kind and kind != found:
            self.add_error("kind", f"“{who or data['printed']}” is not: {Speaker(kind).label}.")
        data["kind"] = found

    def _body(self, kind: Speaker, who: str) -> str:
        names = self.vocabulary.outlets if kind == Speaker.OUTLET else self.vocabulary.institutions
        try:
            self.cleaned_data["body"] = names.find(who)
        except NotKnown as error:
            self.add_error("who", str(error))
            return ""
        return kind

    def _source(self, who: str) -> SourceForm | None:
        match = _SOURCE.fullmatch(who)
        if match:
            number = int(match.group(1))
            for source in self.sources:
                if source.number == number and source.is_valid() and not source.is_blank:
                    return source
            self.add_error("who", f"This report has no source {number}.")
            return None
        same = [
            source
            for source in self.sources
            if source.is_valid()
            and not source.is_blank
            and source.cleaned_data["descriptor"].casefold() == who.casefold()
        ]
        return same[0] if len(same) == 1 and who else None

    def draft(self, attributions: dict[int, Attribution]) -> StepDraft:
        """The step; `attributions` by the numbers of the sources."""
        data = self.cleaned_data
        kind, body = Speaker(data["kind"]), data["body"]
        attribution = attributions[data["source"].number] if data["source"] is not None else None
        return StepDraft(
            kind=kind,
            speech=Speech(data["speech"]),
            outlet=body if kind == Speaker.OUTLET else None,
            attribution=attribution,
            institution=body if kind == Speaker.INSTITUTION else None,
            printed=data["printed"] or (attribution.descriptor if attribution else ""),
            verb=data["verb"],
            basis=Basis(data["basis"]),
        )


def initial_of_step(step: Step, numbers: dict[int, int]) -> dict[str, Any]:
    """A step as it stands in the form; `numbers` of the sources by the attribution's pk."""
    if step.attribution_id is not None:
        who = f"source {numbers.get(step.attribution_id, 0)}: {step.attribution}"
    else:
        who = str(step.institution or step.outlet or "")
    return {
        "who": who, "kind": step.kind, "printed": step.printed, "verb": step.verb, "speech": step.speech,
        "basis": step.basis,
    }  # fmt: skip
