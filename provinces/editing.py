"""Named write actions on provinces, places and spellings."""

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from provinces.gazetteer import Entry, Gazetteer
from provinces.models import Origin, Place, Province, Spelling
from provinces.names import fold


@dataclass
class Count:
    """Rows of one kind that a load made, changed or found as they should be."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0

    def add(self, outcome: str) -> None:
        """Count one row; `outcome` is created, updated or unchanged."""
        setattr(self, outcome, getattr(self, outcome) + 1)

    def __str__(self) -> str:
        return f"{self.created} created, {self.updated} updated, {self.unchanged} unchanged"


@dataclass(frozen=True)
class Counts:
    """What loading the gazetteer did."""

    provinces: Count = field(default_factory=Count)
    places: Count = field(default_factory=Count)
    spellings: Count = field(default_factory=Count)


@transaction.atomic
def load_gazetteer(*, gazetteer: Gazetteer | None = None) -> Counts:
    """Bring the database in step with the data file (or the given gazetteer); doing it again changes nothing.

    Nothing is ever deleted, and what an editor decided stays: spellings an editor added, what is hidden, and the desk's
    notes. What is new within something hidden is hidden too.
    """
    gazetteer = gazetteer or Gazetteer.from_file()
    counts = Counts()
    provinces = {province.slug: province for province in Province.objects.all()}
    places = {place.slug: place for place in Place.objects.all()}
    for entry in gazetteer.entries:
        if entry.is_province:
            _load_province(entry, provinces, counts.provinces)
    for entry in gazetteer.entries:
        if not entry.is_province:
            _load_place(entry, places, provinces, counts.places)
    _load_spellings(gazetteer, provinces, places, counts.spellings)
    return counts


def _load_province(entry: Entry, provinces: dict[str, Province], count: Count) -> None:
    facts = {
        "iso": entry.iso,
        "kind": entry.kind,
        "name_en": entry.name,
        "name_ko": entry.name_ko,
        "name_ko_rok": entry.name_ko_rok,
        "latitude": entry.latitude,
        "longitude": entry.longitude,
    }
    if entry.slug not in provinces:
        provinces[entry.slug] = Province.objects.create(slug=entry.slug, note=entry.note, **facts)
        count.add("created")
    else:
        count.add(_update(provinces[entry.slug], facts))


def _load_place(entry: Entry, places: dict[str, Place], provinces: dict[str, Province], count: Count) -> None:
    province = provinces[entry.province] if entry.province else None
    facts = {
        "province_id": province.pk if province else None,
        "kind": entry.kind,
        "name": entry.name,
        "name_ko": entry.name_ko,
        "latitude": entry.latitude,
        "longitude": entry.longitude,
        "coordinates_source": entry.coordinates_source,
    }
    if entry.slug not in places:
        is_public = province is None or province.is_public
        places[entry.slug] = Place.objects.create(slug=entry.slug, is_public=is_public, **facts)
        count.add("created")
    else:
        count.add(_update(places[entry.slug], facts))


def _load_spellings(
    gazetteer: Gazetteer, provinces: dict[str, Province], places: dict[str, Place], count: Count
) -> None:
    held = {(row.province_id, row.place_id, row.text): row for row in Spelling.objects.all()}
    new = []
    for entry in gazetteer.entries:
        owner = provinces[entry.slug] if entry.is_province else places[entry.slug]
        province = owner if isinstance(owner, Province) else None
        place = owner if isinstance(owner, Place) else None
        for spelled in entry.spellings:
            facts = {"folded": fold(spelled.text), "system": spelled.system, "ambiguity": spelled.ambiguity}
            row = held.get((province.pk if province else None, place.pk if place else None, spelled.text))
            if row is None:
                new.append(
                    Spelling(
                        province=province,
                        place=place,
                        text=spelled.text,
                        origin=Origin.FILE,
                        is_public=owner.is_public,
                        **facts,
                    )
                )
                count.add("created")
            else:
                count.add(_update(row, facts) if row.origin == Origin.FILE else "unchanged")
    Spelling.objects.bulk_create(new)


def _update(row: Province | Place | Spelling, facts: dict[str, Any]) -> str:
    changed = [name for name, value in facts.items() if getattr(row, name) != value]
    if not changed:
        return "unchanged"
    for name in changed:
        setattr(row, name, facts[name])
    row.save(update_fields=[name.removesuffix("_id") for name in changed])
    return "updated"
