"""Accounts get passwords that their owners have to change."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse

from articles.admin.editors import EditorAdmin
from config.door.given import give_password, own_password

if TYPE_CHECKING:
    GivenFormBase = AdminPasswordChangeForm[User]
else:
    GivenFormBase = AdminPasswordChangeForm

admin.site.unregister(User)


class GivenForm(GivenFormBase):
    """A password that is typed for somebody."""

    def save(self, commit: bool = True) -> User:
        user = super().save(commit)
        give_password(user)
        return user


@admin.register(User)
class Accounts(EditorAdmin):
    """Accounts of the desk: who is given a password has to choose another."""

    change_password_form = GivenForm

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            give_password(obj)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        answer = super().user_change_password(request, id, form_url)
        if id == str(request.user.pk):
            own_password(request.user)
        return answer
