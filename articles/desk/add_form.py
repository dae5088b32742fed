"""The form that brings reports in: pasted, or as a file of any kind the import reads."""

import base64
import binascii
from io import BytesIO
from typing import Any

from django import forms

from articles.desk.fields import ArticleField, PartialDateField
from articles.desk.verdict import VerdictField
from articles.editing.importing import Given
from articles.incoming.brought import Reading
from articles.incoming.files import SUFFIXES, read_stream, wrong_kind
from articles.models import Article, Language, OriginKind
from articles.report_text import MAX_BYTES
from sources.models import Outlet

PASTED = "pasted text"
# What describes one report, and so is not asked of a file that holds several.
OF_ONE_REPORT = ("headline", "url", "archived_url")


class AddForm(forms.Form):
    """Reports as they come in: a whole text pasted or a file, and what it does not say.

    `kept`: the file as it was sent, in base64, while the editor is asked what its report is to another one.
    """

    outlet = forms.ModelChoiceField(Outlet.objects.all(), required=False)
    new_outlet = forms.CharField(
        label="or an outlet that is new here", required=False, max_length=120, help_text="It starts as claims only."
    )
    text = forms.CharField(
        label="the whole text, pasted",
        required=False,
        # It is kept as it came, the spaces at its ends included.
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Headline first, paragraphs parted by blank lines. Captions and page furniture are set apart.",
    )
    file = forms.FileField(
        label="or a file",
        required=False,
        help_text=f"{', '.join(SUFFIXES)}; at most {MAX_BYTES // 1_000_000} MB. One with several reports brings in each.",
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    kept_name = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    verdict = VerdictField()
    headline = forms.CharField(required=False, max_length=300, help_text="Empty: taken from the text.")
    published = PartialDateField()
    language = forms.ChoiceField(choices=[("", "judged by its script"), *Language.choices], required=False)
    byline = forms.CharField(required=False, max_length=200)
    url = forms.URLField(label="address at the outlet", required=False, max_length=500, assume_scheme="https")
    archived_url = forms.URLField(label="archived address", required=False, max_length=500, assume_scheme="https")
    origin = ArticleField(label="first carried in", help_text="The id of a report here.")
    origin_kind = forms.ChoiceField(
        label="what this is to it", required=False, choices=[("", "—"), *OriginKind.choices]
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file is not None and (wrong := wrong_kind(file.name)):
            raise forms.ValidationError(f"This file cannot be read: {wrong}.")
        if file is not None and file.size > MAX_BYTES:
            raise forms.ValidationError("The file is too large for the desk; use import_reports.")
        return file

    def clean_kept(self) -> bytes:
        try:
            return base64.b64decode(self.cleaned_data["kept"], validate=True)
        except (binascii.Error, ValueError) as error:
            raise forms.ValidationError("The file did not arrive whole; choose it again.") from error

    def clean_kept_name(self) -> str:
        name: str = self.cleaned_data["kept_name"]
        if name and wrong_kind(name):
            raise forms.ValidationError("The file did not arrive whole; choose it again.")
        return name

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if bool(data.get("outlet")) == bool(data.get("new_outlet")) and "outlet" not in self.errors:
            self.add_error("outlet", "Choose who published it, or name a new outlet.")
        if data.get("file"):
            # A file chosen anew takes the place of the one that was kept.
            data["kept_name"] = ""
        has_file = bool(data.get("file") or data.get("kept_name"))
        if bool(data.get("text", "").strip()) == has_file and "file" not in self.errors:
            self.add_error("text", "Paste the text or give a file, one of the two.")
        if bool(data.get("origin")) != bool(data.get("origin_kind")) and "origin" not in self.errors:
            self.add_error("origin_kind", "The report that first carried it and what this is to it go together.")
        return data

    def given(self) -> Given:
        """What the editor says of the report."""
        data = self.cleaned_data
        origin: Article | None = data["origin"]
        return Given(
            headline=data["headline"],
            byline=data["byline"],
            language=data["language"],
            published=data["published"],
            url=data["url"],
            archived_url=data["archived_url"],
            # A copy of a copy is a copy of the first.
            origin=(origin.origin or origin) if origin else None,
            origin_kind=data["origin_kind"],
        )

    def reading(self) -> tuple[str, Reading]:
        """The name of what came in, and the reports in it."""
        data = self.cleaned_data
        language: str = data["language"]
        if data["file"] is not None:
            data["file"].seek(0)
            return data["file"].name, read_stream(data["file"].name, data["file"], language=language)
        if data["kept_name"]:
            return data["kept_name"], read_stream(data["kept_name"], BytesIO(data["kept"]), language=language)
        raw = data["text"].replace("\r\n", "\n").encode()
        return PASTED, read_stream("pasted.txt", BytesIO(raw), language=language)

    def said_of_one(self) -> list[str]:
        """Which fields hold what can be said of one report alone."""
        return [name for name in OF_ONE_REPORT if self.cleaned_data[name]]

    def keep_file(self) -> None:
        """Draw the form again with the file in it: a browser sends a file once."""
        file = self.cleaned_data["file"]
        if file is not None:
            file.seek(0)
            sent: Any = self.data
            sent = sent.copy()
            sent["kept"], sent["kept_name"] = base64.b64encode(file.read()).decode(), file.name
            self.data = sent
