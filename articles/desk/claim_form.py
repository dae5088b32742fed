"""One claim on the article's screen, with the steps of its chain as a small set of forms within."""

import re
from typing import Any
from zlib import crc32

from django import forms
from django.forms.utils import ErrorDict

from articles.dates import DateError, PartialDate
from articles.desk.fields import NameField, ProvinceBoxes, RowsField, TopicSelect
from articles.desk.pinned import Pinned
from articles.desk.source_form import SourceForm
from articles.desk.step_form import StepForm, initial_of_step
from articles.desk.vocabulary import Vocabulary
from articles.desk.warning_fields import ANSWERS, warnings_in
from articles.editing.claims import ClaimDraft, StepDraft, step_draft
from articles.models import Answer
from articles.spans import NotInText, find_exact
from articles.suggestions.values import Danger
from sources.models import Attribution, Outlet, Speaker, Speech

AS_IN_CHAIN, NOBODY = "chain", "nobody"
ACCEPT, REJECT = "accept", "reject"
DECISIONS = [("", "undecided"), (ACCEPT, "accept"), (REJECT, "reject")]
_SPAN = re.compile(r"(\d{1,8})-(\d{1,8})(?:-([0-9a-f]{8}))?")
EMPTY_STEPS, MOST_STEPS = 3, 12

StepFormSet = forms.formset_factory(StepForm, extra=EMPTY_STEPS, max_num=MOST_STEPS, absolute_max=MOST_STEPS)


class ClaimForm(forms.Form):
    """One statement. An empty form pins nothing; a full one is tied to `pinned`, or becomes a new claim."""

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    suggested = forms.CharField(required=False, max_length=24, widget=forms.HiddenInput)
    decision = forms.ChoiceField(
        label="this suggestion",
        required=False,
        choices=DECISIONS,
        widget=forms.RadioSelect(attrs={"class": "decision"}),
    )
    exact = forms.CharField(
        label="the exact words", required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    occurrence = forms.IntegerField(label="occurrence", min_value=1, max_value=999, initial=1, required=False)
    paraphrase = forms.CharField(
        label="our paraphrase", required=False, max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )
    source = forms.ChoiceField(label="whose statement", required=False)
    utterance = forms.IntegerField(
        required=False, min_value=1, max_value=999, help_text="The same number for parts of one utterance."
    )
    event_words = forms.CharField(label="when, as printed", required=False, max_length=120)
    event_edtf = forms.CharField(
        label="as a date", required=False, max_length=60, help_text="2022-04, 2022-04-01/2022-04-10"
    )
    due_words = forms.CharField(label="due, as printed", required=False, max_length=120)
    due_edtf = forms.CharField(label="as a date", required=False, max_length=60)
    reason = forms.CharField(label="why it changes", required=False, max_length=300)
    drop = forms.BooleanField(label="throw this claim away", required=False)
    leaves_because = forms.CharField(
        label="take it out at the next publication, because",
        required=False,
        max_length=300,
        help_text="Empty: it stays. Why stays on the desk.",
    )

    def __init__(
        self,
        *args: Any,
        claims: dict[int, Pinned],
        sources: list[SourceForm],
        numbers: dict[int, int],
        vocabulary: Vocabulary,
        outlet: Outlet,
        language: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.sources, self.outlet = sources, outlet
        self.pinned = claims.get(self._posted_pk() or 0)
        self.place: tuple[int, int] | None = None
        self.fields["actor"] = NameField(vocabulary.institutions, "institutions", label="who acts")
        self.fields["addressee"] = NameField(vocabulary.institutions, "institutions", label="who is spoken to")
        self.fields["provinces"] = RowsField(vocabulary.provinces, widget=ProvinceBoxes)
        self.fields["topics"] = RowsField(vocabulary.topics, widget=TopicSelect)
        self.fields["source"].choices = [  # type: ignore[attr-defined]
            (AS_IN_CHAIN, "as in the chain"),
            (NOBODY, "no unnamed source"),
            *((str(source.number), source.label) for source in sources),
        ]
        if self.pinned is not None:
            self.initial = _initial_of(self.pinned, numbers)
        else:
            self.initial.setdefault("source", AS_IN_CHAIN)
        is_out = self.pinned is not None and self.pinned.claim.first_published_at is not None
        if self.pinned is None or is_out:
            del self.fields["drop"]
        if not is_out:
            del self.fields["leaves_because"]
        if not self.is_offer:
            del self.fields["decision"]
        if self.pinned is not None:
            rest = [initial_of_step(step, numbers) for step in self.pinned.version.chain.steps.all()[1:]]
        else:
            rest = list(self.initial.get("steps", ()))
        self.steps = StepFormSet(
            self.data if self.is_bound else None,
            prefix=f"{self.prefix}-steps",
            initial=rest,
            form_kwargs={"sources": sources, "vocabulary": vocabulary, "is_idle": self.is_idle},
        )
        self.warnings = warnings_in(str(self["exact"].value() or ""), language)
        answers = (
            {(row.danger, row.text): row.answer for row in self.pinned.claim.warnings.all()} if self.pinned else {}
        )
        for warning in self.warnings:
            self.fields[warning.name] = forms.ChoiceField(
                label=warning.label,
                required=False,
                choices=ANSWERS,
                initial=answers.get((warning.danger, warning.text), ""),
                widget=forms.RadioSelect(attrs={"class": "answer"}),
            )

    def _posted_pk(self) -> int | None:
        typed = str(self.data.get(self.add_prefix("pk"), "")) if self.is_bound else str(self.initial.get("pk") or "")
        return int(typed) if typed.isdecimal() and len(typed) < 10 else None

    def first_step(self) -> StepDraft:
        """The outlet, which every chain begins with."""
        if self.pinned is not None:
            return step_draft(self.pinned.version.chain.steps.all()[0])
        return StepDraft(kind=Speaker.OUTLET, speech=Speech.OWN, outlet=self.outlet)

    @property
    def is_offer(self) -> bool:
        """Whether this is a suggestion, which becomes a claim only if an editor accepts it."""
        return self.pinned is None and not self.is_gone and self.offered_span is not None

    @property
    def offered_span(self) -> tuple[int, int] | None:
        """Where the suggestion stood in the text that was read."""
        match = self._suggested()
        return (int(match.group(1)), int(match.group(2))) if match else None

    def _suggested(self) -> re.Match[str] | None:
        return _SPAN.fullmatch(str(self["suggested"].value() or ""))

    def offered_in(self, body: str) -> tuple[int, int] | None:
        """Where it stands in this text, which may be another than the one that was read; None where that cannot be told."""
        match, place = self._suggested(), self.offered_span
        if match is None or place is None:
            return None
        if match.group(3) == words_mark(body[slice(*place)]):
            return place
        exact, typed = str(self["exact"].value() or "").replace("\r\n", "\n"), str(self["occurrence"].value() or "")
        occurrence = int(typed) if typed.isdecimal() and len(typed) < 4 and int(typed) > 0 else 1
        return find_words(body, exact, occurrence)

    @property
    def decided(self) -> str:
        """What the editor said of the suggestion: ACCEPT, REJECT or ""."""
        return str(self["decision"].value() or "") if self.is_offer else ""

    @property
    def warning_fields(self) -> list[forms.BoundField]:
        """The questions to answer before the claim is published."""
        return [self[warning.name] for warning in self.warnings]

    @property
    def unanswered(self) -> int:
        """How many of them nobody has answered; each holds the claim back."""
        return sum(not bound.value() for bound in self.warning_fields)

    def answers(self) -> dict[tuple[Danger, str], str]:
        """What the editor answered, by danger and words; "" for nothing yet."""
        return {(warning.danger, warning.text): self.cleaned_data.get(warning.name, "") for warning in self.warnings}

    def full_clean(self) -> None:
        """A suggestion that was not accepted is not looked at any further, nor is a claim that is gone."""
        super().full_clean()
        if self.is_bound and self.is_idle:
            self._errors = ErrorDict()

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to pin: an empty place for a new claim, or one of which nothing is kept."""
        if self.is_idle:
            return True
        filled = any(
            self.cleaned_data.get(name) for name in ("exact", "paraphrase", "provinces", "topics", "actor", "addressee")
        )
        return self.pinned is None and not filled and all(step.is_valid() and step.is_blank for step in self.steps)

    @property
    def is_dropped(self) -> bool:
        """Whether the editor throws it away."""
        return bool(self.cleaned_data.get("drop"))

    def has_changed(self) -> bool:
        """Whether anything of the claim, its chain included, differs from what is kept."""
        return super().has_changed() or self.steps.has_changed()

    @property
    def says_something_else(self) -> bool:
        """Whether what it says differs from what is kept; whether it stays is another matter."""
        return bool(set(self.changed_data) - {"leaves_because"}) or self.steps.has_changed()

    def is_valid(self) -> bool:
        return super().is_valid() and (self.is_dropped or self.is_idle or self.steps.is_valid())

    @property
    def is_gone(self) -> bool:
        """Whether it was a claim when the page was opened, and has been withdrawn or thrown away since."""
        return self.is_bound and self.pinned is None and self._posted_pk() is not None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is kept of it: a suggestion that was not accepted, or a claim that is gone."""
        return self.is_gone or (self.is_offer and self.decided != ACCEPT)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        data["occurrence"] = data.get("occurrence") or 1
        data["exact"] = data.get("exact", "").replace("\r\n", "\n")
        for name in ("event", "due"):
            try:
                data[name] = PartialDate.printed(data.get(f"{name}_words", ""), data.get(f"{name}_edtf", ""))
            except DateError as error:
                self.add_error(f"{name}_edtf", str(error))
        due, event = data.get("due"), data.get("event")
        if due and event and due.latest and event.earliest and due.latest < event.earliest:
            self.add_error("due_edtf", "It is due before it happens.")
        for warning in self.warnings:
            is_there = warning.text.casefold() in data.get("paraphrase", "").casefold()
            if data.get(warning.name) == Answer.LEAVE_OUT and is_there:
                self.add_error("paraphrase", f"“{warning.text}” is to be left out, and stands here.")
        if not data["exact"] and not self.is_blank and not self.is_dropped and "exact" not in self.errors:
            self.add_error("exact", "Paste the words of the report that say it.")
        return data

    def find(self, body: str) -> None:
        """Look the words up in the text as it is being saved; adds an error when they are not there."""
        if "exact" in self.errors or self.is_blank or self.is_dropped:
            return
        if self.keeps_its_place and self.pinned and self.pinned.version.revision.published_at is not None:
            # Pinned to a text that is out: publishing a newer one carries it over, or says that it is lost.
            return
        self.place = find_words(body, self.cleaned_data["exact"], self.cleaned_data["occurrence"])
        if self.place is None:
            self.add_error("exact", _not_there(body, self.cleaned_data["exact"], self.cleaned_data["occurrence"]))

    @property
    def keeps_its_place(self) -> bool:
        """Whether it still points at the same words of the revision it was pinned to."""
        if self.pinned is None:
            return False
        same = (self.pinned.version.exact, self.pinned.occurrence)
        return (self.cleaned_data["exact"], self.cleaned_data["occurrence"]) == same

    def draft(self, attributions: dict[int, Attribution]) -> ClaimDraft:
        """The claim as it will be kept; `attributions` by the numbers of the sources."""
        data = self.cleaned_data
        if self.place is not None:
            start, end = self.place
        else:
            assert self.pinned is not None, "a new claim was looked up in the text"
            start, end = self.pinned.version.start, self.pinned.version.end
        steps = [self.first_step(), *(step.draft(attributions) for step in self.steps if not step.is_blank)]
        return ClaimDraft(
            start=start,
            end=end,
            steps=steps,
            paraphrase=data["paraphrase"],
            attribution=self._attribution(steps, attributions),
            utterance=data["utterance"],
            actor=data["actor"],
            addressee=data["addressee"],
            provinces=tuple(sorted(data["provinces"], key=lambda row: row.pk)),
            topics=tuple(sorted(data["topics"], key=lambda row: row.pk)),
            event=data["event"],
            due=data["due"],
        )

    def sources_named(self) -> set[int]:
        """The numbers of the unnamed sources that this claim, if it is kept, rests on."""
        if self.is_blank or self.is_dropped:
            return set()
        found = {step.cleaned_data["source"].number for step in self.steps if step.cleaned_data.get("source")}
        chosen = self.cleaned_data["source"]
        return found | ({int(chosen)} if chosen.isdecimal() else set())

    def _attribution(self, steps: list[StepDraft], attributions: dict[int, Attribution]) -> Attribution | None:
        chosen = self.cleaned_data["source"] or AS_IN_CHAIN
        if chosen == NOBODY:
            return None
        if chosen != AS_IN_CHAIN:
            return attributions.get(int(chosen))
        unnamed = [step.attribution for step in steps if step.attribution is not None]
        return unnamed[0] if unnamed else None


def _initial_of(pinned: Pinned, numbers: dict[int, int]) -> dict[str, Any]:
    version = pinned.version
    unnamed = [step.attribution_id for step in version.chain.steps.all() if step.attribution_id is not None]
    if version.attribution_id == (unnamed[0] if unnamed else None):
        source = AS_IN_CHAIN
    else:
        source = str(numbers.get(version.attribution_id or 0, NOBODY))
    return {
        "pk": pinned.claim.pk,
        "exact": version.exact,
        "occurrence": pinned.occurrence,
        "paraphrase": version.paraphrase,
        "source": source,
        "utterance": version.utterance,
        "actor": str(version.actor or ""),
        "addressee": str(version.addressee or ""),
        "provinces": [row.province_id for row in version.filed_provinces.all()],
        "topics": [row.tag_id for row in version.topic_items.all()],
        "event_words": version.event_words,
        "event_edtf": version.event_edtf,
        "due_words": version.due_words,
        "due_edtf": version.due_edtf,
        "reason": "" if pinned.version.published_at else version.reason,
        "leaves_because": pinned.claim.leaves_because,
    }


def words_mark(words: str) -> str:
    """By which the words of a suggestion are known again whatever an editor made of them in the form."""
    return f"{crc32(words.encode()):08x}"


def find_words(body: str, exact: str, occurrence: int) -> tuple[int, int] | None:
    """Where the words stand; spaces and line breaks may differ, as they do in what is copied off a page."""
    try:
        return find_exact(body, exact, occurrence)
    except NotInText:
        places = _loosely(body, exact)
        return places[occurrence - 1] if len(places) >= occurrence else None


def _loosely(body: str, exact: str) -> list[tuple[int, int]]:
    pattern = r"\s+".join(re.escape(word) for word in exact.split())
    return [match.span() for match in re.finditer(pattern, body)] if pattern else []


def _not_there(body: str, exact: str, occurrence: int) -> str:
    found = len(_loosely(body, exact))
    if found:
        return f"These words stand in the text {found} {'time' if found == 1 else 'times'}, not {occurrence}."
    return "These words are not in the text."
