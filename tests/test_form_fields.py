"""Fields say to a browser what Django's own templates say."""

from itertools import product
from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.forms.utils import ErrorList
from django.test.html import parse_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from config.form_fields import Renderer

pytestmark = pytest.mark.long

ODD = """<b>"it's" & so on</b>"""
CHOICES = [
    ("", "---"),
    ("a", ODD),
    (ODD, "b"),
    (1200, 1200),
    ("<i>", SafeString("<i>safe</i>")),
    (None, gettext_lazy("Save")),
]
GROUPED = [*CHOICES, ("A <group>", [("c", "C"), ("d", "D")]), ("Another", [("e", "E")])]
ATTRS: dict[str, Any] = {
    "id": "id_<x>", "class": 'wide "one"', "required": True, "disabled": False, "size": 1200, "data-of": SafeString("&amp;"),
    "title": ODD,
}  # fmt: skip


class OtherOptions(forms.Select):
    """Whose options have a template of their own."""

    option_template_name = "django/forms/widgets/checkbox_option.html"


class OtherBoxes(forms.RadioSelect):
    option_template_name = "django/forms/widgets/select_option.html"


class Uploads(forms.ClearableFileInput):
    """Of a kind that Django writes."""


WIDGETS: dict[str, forms.Widget] = {
    **{kind.__name__: kind() for kind in (
        forms.TextInput, forms.NumberInput, forms.HiddenInput, forms.EmailInput, forms.URLInput, forms.PasswordInput, forms.Textarea,
        forms.CheckboxInput, forms.DateInput, Uploads,
    )},
    **{f"{kind.__name__} {name}": kind(choices=choices) for kind in (
        forms.Select, forms.SelectMultiple, forms.RadioSelect, forms.CheckboxSelectMultiple, OtherOptions, OtherBoxes,
    ) for name, choices in {"plain": CHOICES, "grouped": GROUPED, "empty": []}.items()},
}  # fmt: skip


VALUES = (None, "", "a", ODD, SafeString("<i>"), 1200, 0, True, ["a", "e"])


@pytest.mark.parametrize("name", WIDGETS)
def test_every_widget_is_the_same_to_a_browser(name: str) -> None:
    for value, attrs in product(VALUES, ({}, ATTRS, {"id": ""})):
        ours, djangos = (
            WIDGETS[name].render("<name>", value, attrs, renderer) for renderer in (Renderer(), DjangoTemplates())
        )
        assert parse_html(ours) == parse_html(djangos), (value, attrs)
        assert isinstance(ours, SafeString)


@pytest.mark.parametrize("errors", [[], ["One."], [ODD, "Two."]])
def test_what_is_wrong_is_the_same_to_a_browser(errors: list[str]) -> None:
    written = [str(ErrorList(errors, renderer=renderer, field_id="x")) for renderer in (Renderer(), DjangoTemplates())]
    assert parse_html(written[0]) == parse_html(written[1])


def test_the_sites_write_their_fields_so() -> None:
    assert type(forms.Form().renderer) is Renderer
