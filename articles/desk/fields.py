"""Fields and widgets of the article's screen. None of them can make a topic, a province or an institution."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django import forms
from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.dates import DateError, PartialDate
from articles.desk.vocabulary import Body, Names, NotKnown
from articles.models import Article
from articles.public_ids import MistypedId, normalise

Row = TypeVar("Row", bound=Model)

_DATE_HELP = "2022, 2022-04, 2022-04-03, about: 2022-04~, from to: 2022-04-01/2022-04-10"


class PartialDateField(forms.CharField):
    """A date as far as it is known; its value is a PartialDate. Initial values are EDTF."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "max_length": 40, "help_text": _DATE_HELP, **kwargs})

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        try:
            return PartialDate.parse(typed)
        except DateError as error:
            raise forms.ValidationError(str(error)) from error


class ArticleField(forms.CharField):
    """The public id of a report here; its value is the Article, or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "max_length": 32, **kwargs})

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed:
            return None
        try:
            article = Article.objects.filter(public_id=normalise(typed)).first()
        except MistypedId as error:
            raise forms.ValidationError(str(error)) from error
        if article is None:
            raise forms.ValidationError(f"There is no report {typed} here.")
        return article


class NameField(forms.CharField):
    """The name of one body there is, offered from a list on the page; its value is the body, or None."""

    def __init__(self, names: "Names[Body]", list_id: str, **kwargs: Any) -> None:
        self.names = names  # type: ignore[var-annotated]  # the stubs know less than Django does
        widget = forms.TextInput(attrs={"list": list_id, "autocomplete": "off"})
        super().__init__(**{"required": False, "max_length": 200, "widget": widget, **kwargs})

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed:
            return None
        try:
            return self.names.find(typed)
        except NotKnown as error:
            raise forms.ValidationError(str(error)) from error


class RowsField(forms.MultipleChoiceField):
    """Some of the given rows, by their numbers; its value is a list of rows in the given order. Asks no database."""

    def __init__(self, rows: Iterable[Row], **kwargs: Any) -> None:
        self.rows = {str(row.pk): row for row in rows}
        choices = [(pk, str(row)) for pk, row in self.rows.items()]
        super().__init__(**{"required": False, "choices": choices, **kwargs})

    def clean(self, value: Any) -> Any:
        chosen = set(super().clean(value))
        return [row for pk, row in self.rows.items() if pk in chosen]


class TopicSelect(forms.SelectMultiple):
    """Every topic there is: a plain list, which the admin's own script turns into a search box where scripts run."""

    def __init__(self) -> None:
        super().__init__(
            attrs={
                "class": "admin-autocomplete",
                "data-ajax--cache": "true",
                "data-ajax--delay": 250,
                "data-ajax--type": "GET",
                "data-theme": "admin-autocomplete",
                "data-allow-clear": "false",
                "data-placeholder": "search a topic",
                "data-app-label": "articles",
                "data-model-name": "articletopic",
                "data-field-name": "tag",
                "size": 5,
            }
        )

    @property
    def media(self) -> forms.Media:
        return forms.Media(
            js=(
                "admin/js/vendor/jquery/jquery.min.js",
                "admin/js/vendor/select2/select2.full.min.js",
                "admin/js/jquery.init.js",
                "admin/js/autocomplete.js",
            ),
            css={"screen": ("admin/css/vendor/select2/select2.min.css", "admin/css/autocomplete.css")},
        )

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """In one piece: a template for each of a thousand options would take longer than the rest of the page."""
        chosen = {str(item) for item in value or ()}
        merged = self.build_attrs(self.attrs, {**(attrs or {}), "name": name, "data-ajax--url": _autocomplete()})
        merged.pop("required", None)
        attributes = format_html_join("", ' {}="{}"', ((key, val) for key, val in merged.items() if val is not True))
        flags = format_html_join("", " {}", ((key,) for key, val in merged.items() if val is True))
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((pk, SafeString(" selected") if str(pk) in chosen else "", label) for pk, label in self.choices),
        )
        return format_html("<select multiple{}{}>{}</select>", attributes, flags, options)


class ProvinceBoxes(forms.CheckboxSelectMultiple):
    """A box for each province, in one piece."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = {str(item) for item in value or ()}
        prefix = (attrs or {}).get("id", f"id_{name}")
        disabled = SafeString(" disabled") if (attrs or {}).get("disabled") else ""
        boxes = format_html_join(
            "",
            '<label for="{0}_{1}"><input type="checkbox" name="{2}" value="{1}" id="{0}_{1}"{3}{4}> {5}</label>',
            (
                (prefix, pk, name, SafeString(" checked") if str(pk) in chosen else "", disabled, label)
                for pk, label in self.choices
            ),
        )
        return format_html('<div class="boxes" id="{}">{}</div>', prefix, boxes)


def _autocomplete() -> str:
    return reverse("admin:autocomplete")
