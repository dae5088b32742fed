"""Which topics and provinces to add to many reports or claims, and which to take away: only known ones."""

from collections.abc import Iterable
from typing import Any

from django import forms

from articles.desk.fields import ProvinceBoxes, RowsField, TopicSelect
from articles.desk.vocabulary import Vocabulary
from articles.editing.bulk import Filing


class FilingForm(forms.Form):
    """What is filed under nothing of the kind cannot be taken away: `topics` and `provinces` are those in use, by pk."""

    def __init__(
        self, *args: Any, vocabulary: Vocabulary, topics: Iterable[int], provinces: Iterable[int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        used_topics, used_provinces = set(topics), set(provinces)
        self.fields["add_topics"] = RowsField(vocabulary.topics, label="topics to add", widget=TopicSelect)
        self.fields["remove_topics"] = RowsField(
            [row for row in vocabulary.topics if row.pk in used_topics],
            label="topics to take away",
            widget=ProvinceBoxes,
        )
        self.fields["add_provinces"] = RowsField(vocabulary.provinces, label="provinces to add", widget=ProvinceBoxes)
        self.fields["remove_provinces"] = RowsField(
            [row for row in vocabulary.provinces if row.pk in used_provinces],
            label="provinces to take away",
            widget=ProvinceBoxes,
        )
        for name in ("remove_topics", "remove_provinces"):
            if not self.fields[name].choices:  # type: ignore[attr-defined]
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not self.errors:
            try:
                data["filing"] = Filing(**{name: data.get(name, ()) for name in Filing.__dataclass_fields__})
            except ValueError as error:
                raise forms.ValidationError(f"{error}.") from error
            if data["filing"].is_empty:
                raise forms.ValidationError("Choose what to add or to take away.")
        return data
