"""Bodies that suggestions name and that are not here yet: each is put down only when an editor ticks it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from articles.desk.bodies import NewBody

PREFIX = "bodies"


class BodiesForm(forms.Form):
    """`add`: a box for each body offered. What was offered travels along, so that a page drawn again offers it again."""

    def __init__(self, offered: Iterable[NewBody], sent: QueryDict | None = None) -> None:
        super().__init__(sent, prefix=PREFIX)
        self.offered = list(offered)
        choices = [(str(body), body.label) for body in self.offered]
        self.fields["add"] = forms.MultipleChoiceField(
            label="put down as new", required=False, choices=choices, widget=forms.CheckboxSelectMultiple
        )

    @classmethod
    def sent(cls, data: QueryDict) -> "BodiesForm":
        """As an editor sent it; what is no body is not offered again."""
        return cls(filter(None, map(_read, data.getlist(f"{PREFIX}-offered")[:50])), data)

    @property
    def chosen(self) -> list[NewBody]:
        """Those ticked."""
        if not self.is_bound or not self.is_valid():
            return []
        ticked: Any = self.cleaned_data["add"]
        return [body for body in self.offered if str(body) in ticked]


def _read(sent: str) -> NewBody | None:
    try:
        return NewBody.read(sent)
    except ValueError:
        return None
