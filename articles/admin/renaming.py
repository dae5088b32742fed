"""A new name or address, typed where it stands, is a named act like any other."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

if TYPE_CHECKING:
    RenamingBase = admin.ModelAdmin[Any]
else:
    RenamingBase = object


class Renaming(RenamingBase):
    """For a screen whose rows have a name and an address; needs `rename`."""

    name_field: ClassVar[str] = "name"

    def rename(self, by: Any, one: Any, name: str, slug: str) -> None:
        """Do it; the old name and address keep leading here."""
        raise NotImplementedError

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change and {self.name_field, "slug"} & set(form.changed_data):
            kept = self.model._default_manager.get(pk=obj.pk)
            self.rename(request.user, kept, getattr(obj, self.name_field), obj.slug)
        super().save_model(request, obj, form, change)
