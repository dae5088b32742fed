"""Editors: added, put into groups, locked out; never deleted, and never made more than who does it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import AbstractUser, Group, Permission, User
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse

from provinces.admin import NeverDeletes
from provinces.as_opened import AsOpened, AsOpenedForm
from provinces.proof import ask_for_proof

if TYPE_CHECKING:
    EditorBase = UserAdmin[User]
    EditorFormBase = UserChangeForm[User]
else:
    EditorBase = UserAdmin
    EditorFormBase = UserChangeForm

admin.site.unregister(User)


class EditorForm(AsOpenedForm, EditorFormBase):
    """An account. One that is left alone with the right to publish keeps it, whatever two publishers do at once."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        # One after the other: the second sees what the first has done. There are few accounts.
        list(User.objects.select_for_update().order_by("pk"))
        publishing = Permission.objects.filter(codename="publish_article")
        may = User.objects.filter(is_active=True).filter(
            Q(is_superuser=True) | Q(groups__permissions__in=publishing) | Q(user_permissions__in=publishing)
        )
        if set(may.values_list("pk", flat=True)) == {self.instance.pk} and not self._stays(publishing):
            raise forms.ValidationError("Nobody else may publish: first let another in who may.")
        return data

    def _stays(self, publishing: Any) -> bool:
        """Whether the account may still publish as the form has it; a superuser may whatever its groups are."""
        if not self.cleaned_data.get("is_active", True):
            return False
        groups = self.cleaned_data.get("groups")
        kept = self.instance.is_superuser or self.instance.user_permissions.filter(pk__in=publishing).exists()
        return kept or groups is None or any(group.permissions.filter(pk__in=publishing).exists() for group in groups)


@admin.register(User)
class EditorAdmin(AsOpened, NeverDeletes, EditorBase):
    """Accounts of the desk. Who holds a right that you do not can be locked out by you, and nothing else; you yourself cannot."""

    form = EditorForm
    list_display = ["username", "first_name", "last_name", "is_active", "in_groups", "last_login"]
    list_filter = ["is_active", "groups"]
    fieldsets = [
        (None, {"fields": ["username", "password", "first_name", "last_name", "email", "is_active", "groups"]})
    ]
    add_fieldsets = [(None, {"fields": ["username", "usable_password", "password1", "password2"]})]
    filter_horizontal = ()
    actions = None

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        # Nobody locks himself out or lays down his own rights: the last who may let others in would be gone.
        if obj is not None and obj.pk == request.user.pk:
            return ["is_active", "groups"]
        if obj is None or _is_within_reach(request, obj):
            return []
        return ["username", "password", "first_name", "last_name", "email", "groups"]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Only groups whose rights you hold yourself can be given, so that nobody rises by his own hand."""
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "groups" and field is not None:
            field.widget = forms.CheckboxSelectMultiple()
            # Set after the widget, which takes its choices from it.
            field.queryset = Group.objects.filter(pk__in=[group.pk for group in _groups_of(request)])
            field.help_text = "Groups that hold a right which you do not are not offered."
        return field

    def hold(self, row: Any) -> None:
        # All, in the order in which the form holds them: two who change two accounts do not wait for each other.
        list(User.objects.select_for_update().order_by("pk"))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        # Every account is one of the desk; nobody else logs in anywhere.
        obj.is_staff = True
        super().save_model(request, obj, form, change)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        # A new account comes with a password, which is put down nowhere: proof is asked for before the form.
        if object_id is None and self.has_add_permission(request):
            asked = ask_for_proof(request, "add an account", keep=False)
        elif request.method == "POST" and self.has_change_permission(request):
            asked = ask_for_proof(request, "change an account and its groups")
        else:
            asked = None
        return asked or super().changeform_view(request, object_id, form_url, extra_context)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        user = self.get_object(request, id)
        if user is not None and not _is_within_reach(request, user):
            raise PermissionDenied
        if user is not None and self.has_change_permission(request, user):
            asked = ask_for_proof(request, "set somebody's password", keep=False)
            if asked is not None:
                return asked
        answer: HttpResponse = super().user_change_password(request, id, form_url)
        return answer

    @admin.display(description="groups")
    def in_groups(self, user: Any) -> str:
        return ", ".join(group.name for group in user.groups.all())


def _is_within_reach(request: HttpRequest, user: AbstractUser) -> bool:
    """Whether the account holds no right that the person asking does not; one that is locked out still holds its own."""
    asking: Any = request.user
    if asking.is_superuser:
        return True
    held = Permission.objects.filter(Q(group__user=user) | Q(user=user)).select_related("content_type")
    return not user.is_superuser and _names(held) <= asking.get_all_permissions()


def _groups_of(request: HttpRequest) -> list[Group]:
    asking: Any = request.user
    groups = Group.objects.prefetch_related("permissions__content_type")
    held = asking.get_all_permissions()
    return [group for group in groups if asking.is_superuser or _names(group.permissions.all()) <= held]


def _names(permissions: Iterable[Permission]) -> set[str]:
    return {f"{row.content_type.app_label}.{row.codename}" for row in permissions}
