"""Spellings: every way a province or place is written, each with the form it is looked up by."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q

from provinces.audience import Audience
from provinces.history import keeps_history
from provinces.models.place import Place
from provinces.models.province import Province
from provinces.models.published import PublishedQuerySet
from provinces.names import fold


class System(models.TextChoices):
    """How the name comes to be written this way."""

    ENGLISH = "english", "English"
    HANGUL = "hangul", "Hangul"
    HANJA = "hanja", "Hanja"
    CHINESE = "chinese", "Chinese"
    ROMANISED = "romanised", "romanised"
    SEEN_IN_PRINT = "seen_in_print", "seen in print, misspelt"
    CODE = "code", "ISO code, present or former"


class Origin(models.TextChoices):
    """Whence the row: the data file looks after its own rows and leaves an editor's alone."""

    FILE = "file", "the data file"
    EDITOR = "editor", "an editor"


class SpellingQuerySet(PublishedQuerySet["Spelling"]):
    """Spellings by gate and by the form they are looked up by."""

    def spelt(self, name: str) -> "SpellingQuerySet":
        """Those that are the same spelling as `name` once folded; none for a name without letters."""
        folded = fold(name)
        return self.filter(folded=folded) if folded else self.none()


@keeps_history()
class Spelling(models.Model):
    """One spelling of one province or one place. `ambiguity` says what else it may mean, or is empty."""

    province = models.ForeignKey(Province, models.CASCADE, null=True, blank=True, related_name="spellings")
    place = models.ForeignKey(Place, models.CASCADE, null=True, blank=True, related_name="spellings")
    text = models.CharField("spelling", max_length=120)
    folded = models.CharField("folded", max_length=240, editable=False, db_index=True)
    system = models.CharField(max_length=13, choices=System)
    ambiguity = models.CharField("what else it may mean", max_length=200, blank=True)
    origin = models.CharField("from", max_length=6, choices=Origin, default=Origin.EDITOR, editable=False)
    is_public = models.BooleanField("shown on the public site", default=True)

    audience = Audience(
        public=("id", "province", "place", "text", "folded", "system", "ambiguity", "is_public"),
        desk=("origin",),
        within=("province", "place"),
    )
    objects = SpellingQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(province__isnull=False, place__isnull=True) | Q(province__isnull=True, place__isnull=False),
                name="spelling_is_of_one_province_or_one_place",
            ),
            models.CheckConstraint(condition=~Q(folded=""), name="spelling_has_a_letter"),
            models.CheckConstraint(condition=Q(system__in=System.values), name="spelling_system_is_known"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="spelling_origin_is_known"),
            models.UniqueConstraint(
                fields=["province", "text"], condition=Q(province__isnull=False), name="province_is_spelt_so_once"
            ),
            models.UniqueConstraint(
                fields=["place", "text"], condition=Q(place__isnull=False), name="place_is_spelt_so_once"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def save(
        self,
        *,
        force_insert: bool | tuple[models.base.ModelBase, ...] = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        """Keeps `folded` in step with `text`, whoever saves."""
        self.folded = fold(self.text)
        if update_fields is not None and "text" in update_fields:
            update_fields = {*update_fields, "folded"}
        super().save(force_insert=force_insert, force_update=force_update, using=using, update_fields=update_fields)
