"""Loading the gazetteer into the database, and looking provinces up there."""

from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from provinces.editing import Counts, load_gazetteer
from provinces.gazetteer import Entry, Gazetteer, Spelled
from provinces.models import Origin, Place, Province, Spelling, System
from provinces.names import fold
from provinces.queries import province_for, provinces_spelt

pytestmark = pytest.mark.django_db

GAZETTEER = Gazetteer.from_file()


def loaded() -> Counts:
    """The data file in an otherwise empty database."""
    Spelling.objects.all().delete()
    Place.objects.all().delete()
    Province.objects.all().delete()
    return load_gazetteer()


def changed(slug: str, **facts: Any) -> Gazetteer:
    """The gazetteer of a later release, in which one province's facts are different."""
    entries = tuple(
        replace(entry, **facts) if entry.is_province and entry.slug == slug else entry for entry in GAZETTEER.entries
    )
    return replace(GAZETTEER, entries=entries)


def entry_of(slug: str) -> Entry:
    return next(entry for entry in GAZETTEER.entries if entry.slug == slug)


def test_the_whole_file_is_loaded() -> None:
    counts = loaded()
    assert (counts.provinces.created, counts.places.created) == (14, 311)
    assert counts.spellings.created == sum(len(entry.spellings) for entry in GAZETTEER.entries)
    assert Spelling.objects.count() == counts.spellings.created
    ryanggang = Province.objects.get(slug="ryanggang")
    assert (ryanggang.iso, ryanggang.kind, str(ryanggang), ryanggang.name_ko, ryanggang.name_ko_rok) == (
        "KP-10", "province", "Ryanggang", "량강도", "양강도",
    )  # fmt: skip
    hyesan = Place.objects.get(slug="hyesan")
    assert (str(hyesan), hyesan.province, hyesan.kind, hyesan.coordinates_source) == (
        "Hyesan", ryanggang, "city", "GeoNames 2043837",
    )  # fmt: skip


def test_a_second_run_changes_nothing_and_says_so() -> None:
    spellings = loaded().spellings.created
    out = StringIO()
    call_command("load_gazetteer", stdout=out)
    assert out.getvalue().splitlines() == [
        "provinces: 0 created, 0 updated, 14 unchanged",
        "places: 0 created, 0 updated, 311 unchanged",
        f"spellings: 0 created, 0 updated, {spellings} unchanged",
    ]


def test_what_an_editor_decided_outlives_the_next_release() -> None:
    loaded()
    ryanggang = Province.objects.get(slug="ryanggang")
    own = Spelling.objects.create(province=ryanggang, text="Ryangkan", system=System.SEEN_IN_PRINT, ambiguity="a guess")
    Spelling.objects.filter(province=ryanggang, text="Yanggan").update(is_public=False)
    Province.objects.filter(pk=ryanggang.pk).update(note="ask the keeper first")
    spelled = (*entry_of("ryanggang").spellings, Spelled("Ryangkan", "romanised"), Spelled("Ryankang", "romanised"))
    counts = load_gazetteer(gazetteer=changed("ryanggang", spellings=spelled, note="new", latitude=41.4))
    assert (str(counts.provinces), counts.spellings.created, counts.spellings.updated) == (
        "0 created, 1 updated, 13 unchanged", 1, 0,
    )  # fmt: skip
    own.refresh_from_db()
    ryanggang.refresh_from_db()
    assert (own.system, own.ambiguity, own.origin) == (System.SEEN_IN_PRINT, "a guess", Origin.EDITOR)
    assert (ryanggang.note, ryanggang.latitude) == ("ask the keeper first", 41.4)
    assert Spelling.objects.get(text="Yanggan").is_public is False
    assert Spelling.objects.get(text="Ryankang").origin == Origin.FILE


def test_a_spelling_gone_from_the_file_stays_known() -> None:
    loaded()
    load_gazetteer(gazetteer=changed("ryanggang", spellings=entry_of("ryanggang").spellings[:1]))
    assert province_for("Yangkang") == Province.objects.get(slug="ryanggang")


def test_what_is_new_within_a_hidden_province_is_hidden() -> None:
    loaded()
    kaesong = Province.objects.get(slug="kaesong")
    Spelling.objects.filter(province=kaesong).update(is_public=False)
    Spelling.objects.filter(place__province=kaesong).update(is_public=False)
    Place.objects.filter(province=kaesong).update(is_public=False)
    Province.objects.filter(pk=kaesong.pk).update(is_public=False)
    spelled = (*entry_of("kaesong").spellings, Spelled("Songdo", "romanised"))
    load_gazetteer(gazetteer=changed("kaesong", spellings=spelled))
    assert Spelling.objects.get(province=kaesong, text="Songdo").is_public is False
    assert provinces_spelt("Kaesong") == []


def test_any_spelling_of_a_province_leads_to_it() -> None:
    loaded()
    unmatched = [
        (entry.slug, spelled.text)
        for entry in GAZETTEER.listed("provinces")
        for spelled in entry.spellings
        if entry.slug not in [province.slug for province in provinces_spelt(spelled.text)]
    ]
    assert unmatched == []


@pytest.mark.parametrize(
    ("spelling", "slugs"),
    [
        ("yanggang-do", ["ryanggang"]),
        ("Ryangkang Province", ["ryanggang"]),
        ("나선시", ["rason"]),
        ("North and South Hamgyong", ["north-hamgyong", "south-hamgyong"]),
        ("Hyesan", []),
        ("Rason Province", []),
        ("Atlantis", []),
        ("", []),
    ],
)
def test_a_province_is_looked_up_by_what_it_is_called(spelling: str, slugs: list[str]) -> None:
    loaded()
    assert [province.slug for province in provinces_spelt(spelling)] == slugs
    assert (province_for(spelling) is not None) == (len(slugs) == 1)


def test_a_spelling_is_folded_whoever_saves_it() -> None:
    loaded()
    row = Spelling.objects.create(province=Province.objects.get(slug="chagang"), text="Chagáng-Do", system="romanised")
    assert row.folded == fold("Chagang-do")
    row.text = "Čagang"
    row.save(update_fields=["text"])
    row.refresh_from_db()
    assert row.folded == "cagang"
    assert [str(spelling) for spelling in Spelling.objects.spelt("CAGANG")] == ["Čagang"]
    assert list(Spelling.objects.spelt("-")) == []


@pytest.mark.parametrize(
    ("facts", "broken"),
    [
        ({"province": True, "place": True}, "spelling_is_of_one_province_or_one_place"),
        ({}, "spelling_is_of_one_province_or_one_place"),
        ({"province": True, "text": " - "}, "spelling_has_a_letter"),
        ({"province": True, "text": "Ryanggang"}, "province_is_spelt_so_once"),
        ({"place": True, "text": "Hyesan"}, "place_is_spelt_so_once"),
        ({"province": True, "system": "runes"}, "spelling_system_is_known"),
        ({"province": True, "origin": "rumour"}, "spelling_origin_is_known"),
    ],
)
def test_the_database_refuses_a_senseless_spelling(facts: dict[str, Any], broken: str) -> None:
    loaded()
    row = Spelling(text=facts.get("text", "Somewhere"), system=facts.get("system", "english"))
    row.origin = facts.get("origin", "editor")
    row.province = Province.objects.get(slug="ryanggang") if facts.get("province") else None
    row.place = Place.objects.get(slug="hyesan") if facts.get("place") else None
    with pytest.raises(IntegrityError, match=broken), transaction.atomic():
        row.save()


@pytest.mark.parametrize(
    ("facts", "broken"),
    [
        ({"slug": "Two Words"}, "province_slug_is_plain"),
        ({"kind": "empire"}, "province_kind_is_known"),
        ({"iso": None}, "province_has_an_iso_code_unless_a_region"),
        ({"iso": "KR-42"}, "province_has_an_iso_code_unless_a_region"),
        ({"latitude": 91.0}, "province_latitude_is_on_the_globe"),
        ({"longitude": -181.0}, "province_longitude_is_on_the_globe"),
        ({"longitude": None}, "province_has_both_coordinates_or_none"),
    ],
)
def test_the_database_refuses_a_senseless_province(facts: dict[str, Any], broken: str) -> None:
    loaded()
    with pytest.raises(IntegrityError, match=broken), transaction.atomic():
        Province.objects.filter(slug="ryanggang").update(**facts)


@pytest.mark.parametrize(
    ("facts", "broken"),
    [
        ({"slug": "-"}, "place_slug_is_plain"),
        ({"name": ""}, "place_has_a_name"),
        ({"kind": "village"}, "place_kind_is_known"),
        ({"kind": "abroad"}, "place_abroad_has_no_province"),
        ({"province": None}, "place_in_the_country_has_a_province"),
        ({"coordinates_source": ""}, "place_coordinates_have_a_source"),
        ({"latitude": None}, "place_has_both_coordinates_or_none"),
    ],
)
def test_the_database_refuses_a_senseless_place(facts: dict[str, Any], broken: str) -> None:
    loaded()
    with pytest.raises(IntegrityError, match=broken), transaction.atomic():
        Place.objects.filter(slug="hyesan").update(**facts)
