"""The article's screen: every form of one report, from what is kept or from what an editor sent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict

from articles.desk.bodies_form import BodiesForm
from articles.desk.claim_form import ClaimForm
from articles.desk.fields import RowsField
from articles.desk.offers import Offers, offers_for
from articles.desk.pinned import Pinned, pinned_claims, standing_claims
from articles.desk.report_form import ReportForm
from articles.desk.source_form import SourceForm
from articles.desk.vocabulary import Vocabulary
from articles.models import Article, Claim, Revision
from articles.spans import MarkedParagraph, marked, paragraphs
from sources.models import Attribution

if TYPE_CHECKING:
    SourceFormBase = forms.BaseFormSet[SourceForm]
else:
    SourceFormBase = forms.BaseFormSet

NEW_CLAIMS, NEW_SOURCES = 3, 2
MOST_CLAIMS, MOST_SOURCES = 200, 60
GONE = "(taken out meanwhile; nothing of it is saved)"


class _SourceForms(SourceFormBase):
    """The report's sources, numbered from 1 in the order of the page."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "number": 0 if index is None else index + 1}


SourceFormSet = forms.formset_factory(
    SourceForm, formset=_SourceForms, extra=NEW_SOURCES, max_num=MOST_SOURCES, absolute_max=MOST_SOURCES
)
ClaimFormSet = forms.formset_factory(ClaimForm, extra=NEW_CLAIMS, max_num=MOST_CLAIMS, absolute_max=MOST_CLAIMS)


@dataclass(frozen=True)
class Difference:
    """One field in which what is kept and what an editor sent are not the same."""

    part: str
    label: str
    kept: str
    sent: str


@dataclass(frozen=True)
class Stretch:
    """A stretch of the text; `claims` are the numbers of the claims that cover it, `begins` of those that begin here.

    `is_offered`: whether only suggestions cover it.
    """

    text: str
    claims: tuple[int, ...]
    begins: tuple[int, ...]
    is_offered: bool


@dataclass(frozen=True)
class TextLine:
    """One numbered paragraph."""

    number: int
    start: int
    stretches: tuple[Stretch, ...]


class Screen:
    """All forms of one report. `sent` is what an editor posted, None for a page that is opened."""

    def __init__(
        self, article: Article, *, may_edit: bool, sent: QueryDict | None = None, suggests: bool = False
    ) -> None:
        self.article = article
        self.vocabulary = Vocabulary.read()
        revisions = {row.pk: row for row in article.revisions.order_by("number")}
        self.revision: Revision = list(revisions.values())[-1]
        self.all_claims = pinned_claims(article, revisions)
        self.claims = standing_claims(self.all_claims)
        self.attributions = list(
            Attribution.objects.filter(report__article=article).select_related("province").order_by("pk")
        )
        # What was sent holds the suggestions it was opened with.
        self.offers = self._offers() if suggests and sent is None else Offers()
        self.report = ReportForm(
            article, self.revision, self.vocabulary, may_edit, self.offers.topics, data=sent, prefix="report"
        )
        known = {row.pk: row for row in self.attributions}
        self.source_set = SourceFormSet(
            sent,
            prefix="sources",
            initial=[*({"pk": pk} for pk in known), *self.offers.sources],
            form_kwargs={"known": known, "vocabulary": self.vocabulary},
        )
        self.sources: list[SourceForm] = list(self.source_set)
        numbers = {form.attribution.pk: form.number for form in self.sources if form.attribution is not None}
        self.claim_set = ClaimFormSet(
            sent,
            prefix="claims",
            initial=[*({"pk": pinned.claim.pk} for pinned in self.claims), *self.offers.claims],
            form_kwargs={
                "claims": {pinned.claim.pk: pinned for pinned in self.claims},
                "sources": self.sources,
                "numbers": numbers,
                "vocabulary": self.vocabulary,
                "outlet": article.outlet,
                "language": article.language,
            },
        )
        self.claim_forms: list[ClaimForm] = list(self.claim_set)
        self.bodies = BodiesForm.sent(sent) if sent is not None else BodiesForm(self.offers.bodies)

    def _offers(self) -> Offers:
        return offers_for(self.article, self.revision, self.vocabulary, self.all_claims, self.attributions)

    @property
    def opened_at(self) -> int:
        """The edit the posted page was opened at; -1 for a page that does not say."""
        typed = str(self.report["edit_number"].value())
        return int(typed) if typed.isdecimal() and len(typed) < 10 else -1

    def is_valid(self) -> bool:
        """Whether everything sent can be kept; looks the claims' words up in the text as sent."""
        valid = [self.report.is_valid(), self.source_set.is_valid(), self.claim_set.is_valid()]
        if "body" in self.report.cleaned_data:
            body = self.report.cleaned_data["body"]
            for form in self.claim_forms:
                form.find(body)
                valid.append(not form.errors)
        return all(valid)

    @property
    def has_errors(self) -> bool:
        """Whether anything sent was refused."""
        parts = [
            self.report,
            *self.sources,
            *self.claim_forms,
            *(step for form in self.claim_forms if not form.is_idle for step in form.steps),
        ]
        sets = [self.source_set, self.claim_set, *(form.steps for form in self.claim_forms if not form.is_idle)]
        return any(part.errors for part in parts) or any(part.non_form_errors() for part in sets)  # type: ignore[attr-defined]  # the stubs know less than Django does

    def differences(self) -> Iterator[Difference]:
        """What is kept beside what was sent, field by field; forms compare themselves with what is kept now."""
        yield from _differing("the report", self.report)
        for source in self.sources:
            if not source.is_suggested:
                yield from _differing(f"source {source.number}", source)
        for number, claim in enumerate(self.claim_forms, start=1):
            if claim.is_offer:
                continue
            if claim.is_gone:
                yield Difference(f"claim {number}", "the exact words", GONE, str(claim["exact"].value() or ""))
                continue
            yield from _differing(f"claim {number}", claim)
            for place, step in enumerate(claim.steps, start=2):
                yield from _differing(f"claim {number}, speaker {place}", step)
        sent = {form.pinned.claim.pk for form in self.claim_forms if form.pinned is not None}
        for pinned in self.claims:
            if pinned.claim.pk not in sent:
                yield Difference("a claim added meanwhile", "the exact words", pinned.version.exact, "")

    @cached_property
    def claim_numbers(self) -> dict[int, int]:
        """The numbers on the page of claims there are, by their pk."""
        return {form.pinned.claim.pk: number for number, form in enumerate(self.claim_forms, start=1) if form.pinned}

    def text(self) -> list[TextLine]:
        """The newest text as it is kept, with the claims that stand in it."""
        spans, order = [], self.claim_numbers
        for pinned in self.claims:
            place = pinned.place_in(self.revision)
            # A draft's text that was cut since may leave a span hanging; its form says so on saving.
            if place is not None and place[1] <= len(self.revision.body) and pinned.claim.pk in order:
                spans.append((str(order[pinned.claim.pk]), *place))
        offered = {}
        for number, form in enumerate(self.claim_forms, start=1):
            if form.is_offer and (place := form.offered_in(self.revision.body)) and place[0] < place[1]:
                spans.append((str(number), *place))
                offered[number] = form
        starts = [paragraph.start for paragraph in paragraphs(self.revision.body)]
        lines = marked(self.revision.body, spans)
        return [_line(line, start, frozenset(offered)) for line, start in zip(lines, starts, strict=True)]

    @property
    def first_new(self) -> int:
        """The number of the first place for a claim by hand."""
        return next(
            (
                n
                for n, form in enumerate(self.claim_forms, start=1)
                if not (form.pinned or form.is_offer or form.is_gone)
            ),
            0,
        )

    def not_in_text(self) -> list[int]:
        """The numbers of claims whose words the newest text does not have."""
        order = self.claim_numbers
        return [
            order[pinned.claim.pk]
            for pinned in self.claims
            if pinned.claim.pk in order and pinned.place_in(self.revision) is None
        ]

    @property
    def withdrawn(self) -> list[Pinned]:
        """Claims that are not worked on any more."""
        standing = {pinned.claim.pk for pinned in self.claims}
        return [pinned for pinned in self.all_claims if pinned.claim.pk not in standing]

    @property
    def media(self) -> forms.Media:
        """Scripts and styles of the fields."""
        return self.report.media

    def pending_claims(self) -> list[Claim]:
        """Claims with a version the public has not seen."""
        return [pinned.claim for pinned in self.claims if pinned.is_pending]


def _line(paragraph: MarkedParagraph, start: int, offered: frozenset[int]) -> TextLine:
    return TextLine(
        paragraph.number,
        start,
        tuple(
            Stretch(
                segment.text,
                tuple(sorted(int(number) for number in segment.ids)),
                tuple(sorted(int(number) for number in segment.begins)),
                bool(segment.ids) and {int(number) for number in segment.ids} <= offered,
            )
            for segment in paragraph.segments
        ),
    )


def _differing(part: str, form: forms.Form) -> Iterator[Difference]:
    for name in form.changed_data:
        if name in ("edit_number", "pk", "reason", "suggested_topics"):
            continue
        bound = form[name]
        kept = _shown(bound.field, form.get_initial_for_field(bound.field, name))
        yield Difference(part, str(bound.label), kept, _shown(bound.field, bound.value()))


def _shown(field: forms.Field, value: Any) -> str:
    """A field's value as words."""
    if isinstance(field, RowsField):
        return ", ".join(str(field.rows[str(pk)]) for pk in value or () if str(pk) in field.rows)
    if isinstance(field, forms.ChoiceField):
        choices: Mapping[str, Any] = {str(key): label for key, label in field.choices}  # type: ignore[misc, union-attr]
        return str(choices.get(str(value or ""), value or ""))
    return "" if value is None else str(value)
