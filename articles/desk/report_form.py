"""The report itself on the article's screen: what it is, its words, where and under what it is filed."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q

from articles.dates import PartialDate
from articles.desk.fields import ArticleField, PartialDateField, ProvinceBoxes, RowsField, TopicSelect
from articles.desk.vocabulary import Vocabulary
from articles.editing.drafting import Description, Words
from articles.models import Article, Language, OriginKind, Revision
from articles.queries.origins import address_known_as, report_at

# What a tagger may not change: everything but where a report is filed.
EDITORS_FIELDS = (
    "headline", "byline", "language", "published", "original_url", "archived_url", "origin", "origin_url", "origin_outlet",
    "origin_published", "origin_kind",
    "body", "caption", "credit", "reason",
)  # fmt: skip
_BLANK_LINES = re.compile(r"[^\S\n]*\n\s*\n[^\S\n]*")


class ReportForm(forms.Form):
    """Everything that is said of the report as a whole. `edit_number` is the edit this page was opened at; `suggested`
    are the numbers of topics for the whole."""

    edit_number = forms.IntegerField(widget=forms.HiddenInput)
    headline = forms.CharField(required=False, max_length=300)
    byline = forms.CharField(required=False, max_length=200)
    language = forms.ChoiceField(choices=Language.choices)
    published = PartialDateField()
    original_url = forms.URLField(label="address at the outlet", required=False, max_length=500, assume_scheme="https")
    archived_url = forms.URLField(label="archived address", required=False, max_length=500, assume_scheme="https")
    origin = ArticleField(label="first carried in", help_text="The id of a report here, such as a123456m.")
    origin_url = forms.URLField(label="or at (outside)", required=False, max_length=500, assume_scheme="https")
    origin_outlet = forms.CharField(label="its outlet", required=False, max_length=200)
    origin_published = PartialDateField(label="its date")
    origin_kind = forms.ChoiceField(
        label="what this is to it", required=False, choices=[("", "—"), *OriginKind.choices]
    )
    body = forms.CharField(
        label="text",
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text="Paragraphs are parted by a blank line. Another text of a published report is proposed as a new revision.",
    )
    caption = forms.CharField(required=False, max_length=1000)
    credit = forms.CharField(required=False, max_length=200)
    reason = forms.CharField(label="why the text changes", required=False, max_length=300)

    def __init__(
        self, article: Article, revision: Revision, vocabulary: Vocabulary, may_edit: bool,
        suggested: Sequence[int] = (), **kwargs: Any,
    ) -> None:  # fmt: skip
        self.article, self.revision = article, revision
        super().__init__(initial=self._initial_of() | {"suggested_topics": list(suggested)}, **kwargs)
        self.fields["provinces"] = RowsField(vocabulary.provinces, widget=ProvinceBoxes)
        self.fields["topics"] = RowsField(vocabulary.topics, widget=TopicSelect)
        self.fields["suggested_topics"] = RowsField(vocabulary.topics, widget=forms.MultipleHiddenInput)
        self.fields["topics"].help_text = self._about()
        if not may_edit:
            for name in EDITORS_FIELDS:
                self.fields[name].disabled = True

    def _about(self) -> str:
        """What it is filed under where no topic is chosen, or ""."""
        rows = self.fields["suggested_topics"].rows  # type: ignore[attr-defined]  # as made above
        named = [str(rows[str(pk)]) for pk in self["suggested_topics"].value() or () if str(pk) in rows]
        return f"Where none is chosen and you accept a claim: {', '.join(named)}." if named else ""

    def _initial_of(self) -> dict[str, Any]:
        article, revision = self.article, self.revision
        return {
            "edit_number": article.edit_number,
            "headline": revision.headline,
            "byline": article.byline,
            "language": article.language,
            "published": article.published_edtf or article.published_words,
            "original_url": article.original_url,
            "archived_url": article.archived_url,
            "origin": article.origin.public_id if article.origin else "",
            "origin_url": article.origin_url,
            "origin_outlet": article.origin_outlet,
            "origin_published": article.origin_edtf,
            "origin_kind": article.origin_kind,
            "body": revision.body,
            "caption": revision.caption,
            "credit": revision.credit,
            "reason": "",
            "provinces": [row.province_id for row in article.filed_provinces.all()],
            "topics": [row.tag_id for row in article.topic_items.all()],
        }

    def clean_published(self) -> Any:
        """The same day keeps the words it was printed with."""
        date = self.cleaned_data["published"]
        return self.article.published if date.edtf == self.article.published_edtf else date

    def clean_origin(self) -> Any:
        origin = self.cleaned_data["origin"]
        if origin is None:
            return None
        if origin.pk == self.article.pk:
            raise forms.ValidationError("A report is not its own origin.")
        if origin.origin_id is not None or origin.origin_url:
            raise forms.ValidationError(f"{origin} is a copy itself; name the report that first carried it.")
        if self.article.copies.exists():
            raise forms.ValidationError("Other reports name this one as their origin; it cannot be a copy.")
        return origin

    def clean_origin_url(self) -> str:
        """As other copies of that report spell it; a report that is here is named by its id."""
        url: str = self.cleaned_data["origin_url"]
        if not url or url == self.article.origin_url:
            return url
        if (here := report_at(url)) is not None:
            raise forms.ValidationError(f"{here} has this address; name it by its id.")
        if self.article.copies.exists():
            raise forms.ValidationError("Other reports name this one as their origin; say it on the page *Copies*.")
        return address_known_as(url)

    def clean_original_url(self) -> str:
        url: str = self.cleaned_data["original_url"]
        same = Article.objects.filter(Q(outlet=self.article.outlet_id, original_url=url) & ~Q(pk=self.article.pk))
        if url and url != self.article.original_url and (other := same.first()):
            raise forms.ValidationError(f"{other} of the same outlet has this address.")
        return url

    def clean_body(self) -> str:
        """Blank lines are one line; a text left as it was is not touched at all."""
        body: str = self.cleaned_data["body"].replace("\r\n", "\n")
        return self.revision.body if body == self.revision.body.strip() else _BLANK_LINES.sub("\n\n", body)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        has_origin, has_url = data.get("origin") is not None, bool(data.get("origin_url"))
        if has_origin and has_url:
            self.add_error("origin_url", "Name the origin here or outside, not both.")
        if (has_origin or has_url) and not data.get("origin_kind"):
            self.add_error("origin_kind", "Say what this report is to the one that first carried it.")
        if data.get("origin_kind") and not (has_origin or has_url or {"origin", "origin_url"} & self.errors.keys()):
            self.add_error("origin_kind", "Name the report that first carried it.")
        for name in ("origin_outlet", "origin_published"):
            if (
                data.get(name)
                and not (has_url or "origin_url" in self.errors)
                and (name != "origin_published" or data[name].is_known)
            ):
                self.add_error(name, "Only an origin outside is described here; name its address.")
        if self.article.first_published_at is not None:
            for name, lack in (("headline", "a headline"), ("published", "a date of publication")):
                if name in data and not (data[name] if name == "headline" else data[name].latest):
                    self.add_error(name, f"A report that was published keeps {lack}.")
        return data

    def words(self) -> Words:
        """The text as it will be kept."""
        data = self.cleaned_data
        return Words(data["headline"], data["body"], data["caption"], data["credit"]).normal()

    def description(self) -> Description:
        """What the report is said to be."""
        data = self.cleaned_data
        return Description(
            language=data["language"],
            byline=data["byline"],
            published=data["published"],
            original_url=data["original_url"],
            archived_url=data["archived_url"],
            origin=data["origin"],
            origin_url=data["origin_url"],
            origin_kind=data["origin_kind"],
            origin_outlet=data["origin_outlet"],
            origin_published=PartialDate.parse(data["origin_published"].edtf),
        )
