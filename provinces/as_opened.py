"""Two people at one form: who saves second is refused, and reads what is kept beside what he typed.

A form carries a mark of what was kept when it was drawn: a keyed hash of its fields, and of the rows below it. Whatever changed
one of these since, by whatever way, makes the mark another; nothing else that is written has to count along.
"""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.crypto import constant_time_compare, salted_hmac

if TYPE_CHECKING:
    FormBase = forms.ModelForm[Any]
    AdminBase = admin.ModelAdmin[Any]
else:
    FormBase = forms.ModelForm
    AdminBase = object

MARK = "opened"


class AsOpenedForm(FormBase):
    """Of a row that is there, it is valid only while what it was filled in with is still kept; a form without a mark is old."""

    opened = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    is_stale = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial[MARK] = self._mark() if self.instance.pk else ""

    def beside(self) -> Iterable[QuerySet[Any]]:
        """The rows that are changed on the same page."""
        return ()

    def kept(self) -> dict[str, Any]:
        """What is kept of the row, by field; of nothing else may another be overwritten."""
        named = {field.name for field in self._meta.model._meta.get_fields()}
        return {name: self.initial.get(name) for name in sorted(named & self.fields.keys())}

    def told(self) -> list[str]:
        """What is kept beside what was sent, a sentence each."""
        found = []
        for name in self.changed_data:
            if name != MARK:
                bound = self[name]
                kept, sent = _shown(bound.field, bound.initial), _shown(bound.field, bound.value())
                found.append(f"{str(bound.label).capitalize()}: kept now is “{kept}”; you have “{sent}”.")
        for rows in self.beside():
            listed = "; ".join(_row_told(rows, row) for row in _plain(rows))
            found.append(f"{str(rows.model._meta.verbose_name_plural).capitalize()} kept now: {listed or 'none'}.")
        return found

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        now = self.initial[MARK]
        if self.instance.pk and not constant_time_compare(data.get(MARK, ""), now):
            self.is_stale = True
            said = f"“{self.instance}” was changed by somebody else since you opened this page; nothing of yours was saved over it."
            self.add_error(None, [f"{said} What you typed stands below: save again to keep it.", *self.told()])
            # From here on it counts as read.
            sent = self.data.copy()  # type: ignore[attr-defined]  # what a browser sent
            sent[self.add_prefix(MARK)] = now
            self.data = sent
        return data

    def _mark(self) -> str:
        state = [self.kept(), [_plain(rows) for rows in self.beside()]]
        text = json.dumps(state, default=_told, ensure_ascii=True)
        return salted_hmac("provinces.as_opened", text, algorithm="sha256").hexdigest()


class AsOpened(AdminBase):
    """A screen of the admin whose form is an `AsOpenedForm`; a stale one is answered with 409."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The mark goes with the first fields, where anything may be changed."""
        sets = super().get_fieldsets(request, obj)
        if obj is None or not self.has_change_permission(request, obj):
            return sets
        (title, first), *rest = sets
        return [(title, {**first, "fields": [*first["fields"], MARK]}), *rest]

    def hold(self, row: Model) -> None:
        """Hold the row until the end of the transaction: who saves at the same moment waits, and then finds it changed."""
        list(self.model._base_manager.select_for_update(no_key=True).filter(pk=row.pk).values_list("pk"))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        if request.method != "POST" or object_id is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            row = self.get_object(request, unquote(object_id))
            if row is not None:
                self.hold(row)
            answer: HttpResponse = super().changeform_view(request, object_id, form_url, extra_context)
        if isinstance(answer, TemplateResponse) and (context := answer.context_data) and "adminform" in context:
            answer.status_code = 409 if context["adminform"].form.is_stale else answer.status_code
        return answer


def _plain(rows: QuerySet[Any]) -> list[tuple[Any, ...]]:
    """What an editor may change of each row, its number first."""
    return list(rows.order_by("pk").values_list("pk", *(field.attname for field in _changeable(rows))))


def _changeable(rows: QuerySet[Any]) -> list[Any]:
    fields = rows.model._meta.concrete_fields
    return [field for field in fields if field.editable and not field.is_relation and not field.primary_key]


def _row_told(rows: QuerySet[Any], row: tuple[Any, ...]) -> str:
    pairs = zip(_changeable(rows), row[1:], strict=True)
    return ", ".join(str(field.verbose_name if value is True else value) for field, value in pairs if value)


def _told(value: Any) -> str:
    return str(value.pk if isinstance(value, Model) else value)


def _shown(field: forms.Field, value: Any) -> str:
    """A field's value as words."""
    if isinstance(field, forms.ModelChoiceField):
        chosen = value if isinstance(value, list | tuple) else [value]
        pks = [str(each.pk if isinstance(each, Model) else each) for each in chosen if each not in (None, "")]
        known: Any = field.queryset
        rows = known.filter(pk__in=[pk for pk in pks if pk.isdecimal() and len(pk) < 10])
        return ", ".join(str(row) for row in rows)
    if isinstance(field, forms.ChoiceField):
        choices = {str(key): label for key, label in field.choices}  # type: ignore[union-attr, misc]
        return str(choices.get(str(value), value or ""))
    if isinstance(value, list | tuple):
        return ", ".join(str(each) for each in value)
    return "" if value is None else str(value)
