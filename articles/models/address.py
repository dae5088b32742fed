"""Addresses given out that hold no public id: of topics, bodies, outlets and provinces. Nothing takes one back."""

from django.db import models
from django.db.models import Q

from provinces.audience import Audience
from provinces.models.published import PublishedQuerySet


class AddressKind(models.TextChoices):
    """Of what it is the address."""

    TOPIC = "topic", "topic"
    INSTITUTION = "institution", "body"
    OUTLET = "outlet", "outlet"
    PROVINCE = "province", "province"


class Address(models.Model):
    """One slug that was public once: it leads to a page, to another address, or says that its page is gone.

    Triggers write the rows (articles/rules/addresses.py), so that nothing becomes public without one.
    """

    kind = models.CharField(max_length=11, choices=AddressKind)
    slug = models.CharField(max_length=100)
    first_at = models.DateTimeField()
    is_public = models.BooleanField(default=True, editable=False)

    audience = Audience(public=("id", "kind", "slug", "first_at", "is_public"))
    objects = PublishedQuerySet["Address"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="address_is_given_out_once"),
            models.CheckConstraint(condition=Q(kind__in=AddressKind.values), name="address_kind_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"
