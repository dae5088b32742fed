"""Topics with their other names, merged here too."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.auth.models import User
from django.db.models import Count, ForeignKey, QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest

from articles.admin.merging import Merging
from articles.admin.renaming import Renaming
from articles.editing.renaming import rename_topic, search_by_names
from articles.editing.topic_merging import merge_topics
from articles.models import Article, Claim, Topic, TopicName
from provinces.admin import NamesBeside, NeverDeletes
from provinces.as_opened import AsOpened
from sources.address_forms import AddressForm, OtherNameForm

if TYPE_CHECKING:
    TopicBase = admin.ModelAdmin[Topic]
    TopicNameBase = admin.TabularInline[TopicName, Topic]
else:
    TopicBase = admin.ModelAdmin
    TopicNameBase = admin.TabularInline


class ChosenTopic(AutocompleteSelect):
    """Draws a form again in which what was chosen is no topic: the stock one asks the database for it as it stands."""

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        return super().optgroups(name, [each for each in value if each.isdecimal() and len(each) < 19], attr)


class TopicForm(AddressForm):
    """A topic, whose broader one is none below it."""

    def clean_broader(self) -> Topic | None:
        broader: Topic | None = self.cleaned_data["broader"]
        above = broader
        while above is not None:
            if above.pk == self.instance.pk:
                raise forms.ValidationError("This topic is the broader one of that.")
            above = above.broader
        return broader


class TopicNames(NamesBeside, NeverDeletes, TopicNameBase):
    """Other names of a topic, and those it had before a merge."""

    model = TopicName
    form = OtherNameForm
    fields = ["name", "language", "slug"]
    extra = 1


@admin.register(Topic)
class TopicAdmin(Renaming, Merging, AsOpened, NeverDeletes, TopicBase):
    """The one place where topics are made."""

    form = TopicForm
    list_display = ["name", "label_ko", "broader", "reports"]
    list_select_related = ["broader"]
    list_per_page = 150
    ordering = ["name"]
    # Found by every name, in both languages; the same search answers where topics are chosen.
    search_fields = ["name", "label_ko", "other_names__name"]
    autocomplete_fields = ["broader"]
    inlines = [TopicNames]
    fields = ["name", "slug", "label_ko", "broader"]
    noun = "topic"
    undone = "“Merged topics” on the first page takes it back"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        topics: Any = super().get_queryset(request)
        counted: QuerySet[Topic] = topics.annotate(number_of_reports=Count("article_items", distinct=True))
        return counted

    def get_prepopulated_fields(self, request: HttpRequest, obj: Topic | None = None) -> dict[str, Sequence[str]]:
        return {"slug": ("name",)} if obj is None else {}

    def formfield_for_foreignkey(
        self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> "ModelChoiceField[Any] | None":
        if db_field.name == "broader":
            kwargs["widget"] = ChosenTopic(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description="reports", ordering="number_of_reports")
    def reports(self, topic: Any) -> int:
        return int(topic.number_of_reports)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if change and ("label_ko" in form.changed_data or any(names.has_changed() for names in formsets)):
            search_by_names(by=cast(User, request.user), topic=form.instance)  # the door lets no stranger in

    def rename(self, by: Any, one: Topic, name: str, slug: str) -> None:
        rename_topic(by=by, topic=one, name=name, slug=slug)

    def merge(self, by: Any, one: Topic, into: Topic) -> None:
        merge_topics(by=by, topic=one, into=into)

    def moves(self, one: Topic) -> list[tuple[str, int]]:
        return [
            ("reports", Article.objects.filter(topic_items__tag=one).count()),
            ("claims", Claim.objects.filter(versions__topic_items__tag=one).distinct().count()),
            ("narrower topics", one.narrower.count()),
            ("other names", one.other_names.count()),
        ]
