"""The desk's forms for what has an address made of its name: no address is taken over, none that was given out is lost."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet

from provinces.as_opened import AsOpenedForm

if TYPE_CHECKING:
    AddressFormBase = forms.ModelForm[Any]
else:
    AddressFormBase = forms.ModelForm


class AddressForm(AsOpenedForm):
    """For a topic, body or outlet. Its address may change: the old one keeps leading to it."""

    def beside(self) -> Iterable[QuerySet[Any]]:
        return [self.instance.other_names.all()]

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        names = self.instance._meta.get_field("other_names")
        others = names.related_model.objects.exclude(**{names.field.name: self.instance.pk}).filter(slug=slug)
        if others.exists():
            raise forms.ValidationError("This address leads, or led, to something else.")
        return slug


class OtherNameForm(AddressFormBase):
    """For another name. Its address stays once it is kept, for it may have been given out."""

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if self.instance.pk and slug != type(self.instance)._default_manager.get(pk=self.instance.pk).slug:
            raise forms.ValidationError("An address that was given out stays; add another name instead.")
        (owner,) = (field for field in self.instance._meta.get_fields() if field.many_to_one and field.concrete)
        others = owner.related_model._default_manager.exclude(pk=getattr(self.instance, owner.attname))
        # Taken by a name, it would lock the form of what stands there.
        if others.filter(slug=slug).exists():
            raise forms.ValidationError("This address leads to something else.")
        return slug
