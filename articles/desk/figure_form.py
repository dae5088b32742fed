"""One figure of a claim, as an editor states it: its words, its value as printed, of what and where."""

from decimal import Decimal
from typing import Any

from django import forms

from articles.editing.figures import FigureDraft
from articles.figures.items import items
from articles.figures.values import Currency, Kind, Unit, measure_called
from provinces.models import Place, PlaceKind, Province

_MEASURES = [
    ("money", [(str(each), str(each)) for each in Currency]),
    ("goods", [(str(each), str(each)) for each in Unit]),
]
Places = list[tuple[str, list[tuple[str, str]]]]


class FigureForm(forms.Form):
    """A row left without words is no figure."""

    words = forms.CharField(label="its words in the claim", required=False, max_length=300)
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=[(str(each), str(each)) for each in Kind], required=False)
    item = forms.ChoiceField(label="of what", required=False)
    low = forms.DecimalField(label="from", required=False, min_value=0, max_digits=20, decimal_places=4)
    high = forms.DecimalField(
        label="to", required=False, min_value=0, max_digits=20, decimal_places=4,
        help_text="The same for a single value; leave an end empty that the report leaves open.",
    )  # fmt: skip
    measure = forms.ChoiceField(label="counted in", choices=[("", "—"), *_MEASURES], required=False)
    per = forms.DecimalField(label="for how many", required=False, max_digits=12, decimal_places=4)
    of = forms.ChoiceField(label="of which measure", choices=[("", "—"), *_MEASURES], required=False)
    where = forms.ChoiceField(label="where", required=False)

    def __init__(self, *args: Any, exact: str, places: Places, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.exact = exact
        self.fields["item"].choices = [("", "—"), *((each.slug, each.english[0]) for each in items().values())]  # type: ignore[attr-defined]
        self.fields["where"].choices = [("", "not said"), *places]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("words"):
            for name in ("kind", "item", "measure"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, "Say which.")
            data["start"] = self._start(data["words"], data.get("start"))
        return data

    def _start(self, words: str, start: int | None) -> int:
        """Where the words stand in the claim: where they were read, or else the only place that has them."""
        if start is not None and self.exact[start : start + len(words)] == words:
            return start
        if self.exact.count(words) != 1:
            self.add_error("words", "Give words that stand once in the claim, exactly as there.")
        return max(self.exact.find(words), 0)

    def draft(self) -> FigureDraft | None:
        """What was filled in, of a valid form; None for a row without words."""
        data = self.cleaned_data
        if not data["words"]:
            return None
        kind, _, slug = data["where"].partition(":")
        place = Place.objects.select_related("province").get(slug=slug) if kind == "place" else None
        province = place.province if place else Province.objects.get(slug=slug) if slug else None
        return FigureDraft(
            start=data["start"],
            end=data["start"] + len(data["words"]),
            kind=Kind(data["kind"]),
            item=data["item"],
            low=data["low"],
            high=data["high"],
            measure=measure_called(data["measure"]),
            per=Decimal(1) if data["per"] is None else data["per"],
            of=measure_called(data["of"]) if data["of"] else None,
            province=province,
            place=place,
        )


def filled(draft: FigureDraft, exact: str) -> dict[str, Any]:
    """A figure as the form shows it."""
    where = f"place:{draft.place.slug}" if draft.place else f"province:{draft.province.slug}" if draft.province else ""
    return {
        "words": exact[draft.start : draft.end], "start": draft.start, "kind": str(draft.kind), "item": draft.item,
        "low": _plain(draft.low), "high": _plain(draft.high), "measure": str(draft.measure), "per": _plain(draft.per),
        "of": str(draft.of or ""), "where": where,
    }  # fmt: skip


def where_choices() -> Places:
    """Each province with its places, and places abroad, to choose from."""
    provinces = Province.objects.prefetch_related("places")
    within = [
        (
            each.name_en,
            [(f"province:{each.slug}", each.name_en), *((f"place:{row.slug}", row.name) for row in each.places.all())],
        )
        for each in provinces
    ]
    abroad = Place.objects.filter(kind=PlaceKind.ABROAD)
    return [*within, ("abroad", [(f"place:{row.slug}", row.name) for row in abroad])]


def _plain(value: Any) -> str:
    return "" if value is None else f"{value.normalize():f}"
