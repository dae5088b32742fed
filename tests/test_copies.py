"""Who carried it first: joining an origin, parting from it, and an original that arrives after its translation."""

from datetime import date

import pytest
from django.contrib.auth.models import User

from articles.dates import PartialDate
from articles.editing.copies import (
    CannotJoin,
    Outside,
    become_origin,
    join_origin,
    join_outside,
    part_from_origin,
    tell_apart,
)
from articles.models import Act, Article, OriginKind
from articles.queries.counts import count_articles
from articles.queries.likeness import likely_kin, told_by
from articles.queries.origins import dates_count_from
from articles.suggestions.reader import suggest
from tests.conftest import Reader
from tests.desk import Desk, door, screen_of, sheet, words
from tests.rules import check_rules
from tests.shelf import shelve
from tests.story import refreshed

ENGLISH = (
    "Customs at Hyesan let no more than 40 tons of copper ore leave in a day since June 3.\n\n"
    "The 1,200 tons that are left over went back to the mine, and drivers make 30 yuan a day instead of 85 yuan."
)
KOREAN = (
    "혜산세관은 6월 3일부터 동광석을 하루 40톤만 내보내고 있다.\n\n"
    "남은 1,200톤은 광산으로 돌아갔고 운전수들은 하루 85위안 대신 30위안을 번다."
)


@pytest.fixture
def family(publisher: User) -> tuple[Article, Article, Article]:
    """A translation that came first, a republication and a relay of it."""
    first = shelve(by=publisher, headline="Ore stays at Hyesan", body=ENGLISH, outlet="Northern Courier")
    again = shelve(by=publisher, headline="Hyesan ore", body=ENGLISH, outlet="Harbour Digest")
    relay = shelve(by=publisher, headline="Less ore", body="Ore waits, Northern Courier said.", outlet="Ridge Observer")
    join_origin(by=publisher, article=again, origin=first, kind=OriginKind.REPUBLICATION)
    join_origin(by=publisher, article=relay, origin=first, kind=OriginKind.RELAY)
    return refreshed(first), refreshed(again), refreshed(relay)


@pytest.fixture
def original(publisher: User) -> Article:
    return shelve(
        by=publisher, headline="혜산 동광석", body=KOREAN, language="ko", outlet="Amnok Wire", published="2023-04-05"
    )


def kinds(*articles: Article) -> list[tuple[int | None, str]]:
    return [(row.origin_id, row.origin_kind) for row in map(refreshed, articles)]


def counted() -> tuple[int, int]:
    """Reports, and how many they count as."""
    return count_articles(Article.objects.published())


def statuses(reader: Reader, *articles: Article) -> list[int]:
    return [reader.get(f"/articles/{article.public_id}/").status_code for article in articles]


def test_an_original_that_arrives_after_its_translation_becomes_the_origin(
    family: tuple[Article, Article, Article], original: Article, publisher: User, reader: Reader
) -> None:
    first, again, relay = family
    addresses = [row.public_id for row in (*family, original)]
    assert counted() == (4, 2)
    acts = Act.objects.count()
    act = become_origin(by=publisher, newcomer=original, of=first, kind=OriginKind.TRANSLATION)
    assert kinds(original, first, again, relay) == [
        (None, ""), (original.pk, "translation"), (original.pk, "translation"), (original.pk, "relay"),
    ]  # fmt: skip
    assert counted() == (4, 1)
    assert [row.public_id for row in map(refreshed, (*family, original))] == addresses
    assert statuses(reader, *family, original) == [200] * 4
    assert act is not None and Act.objects.count() == acts + 1
    assert act.kind == "refiled" and {subject["id"] for subject in act.subjects} == set(addresses[:3])
    check_rules()


def test_any_copy_may_be_named_when_the_original_arrives(
    family: tuple[Article, Article, Article], original: Article, publisher: User
) -> None:
    become_origin(by=publisher, newcomer=original, of=family[2], kind=OriginKind.TRANSLATION)
    assert [origin for origin, _ in kinds(*family)] == [original.pk] * 3
    with pytest.raises(CannotJoin):
        become_origin(by=publisher, newcomer=original, of=family[0], kind=OriginKind.TRANSLATION)


def test_a_copy_that_turns_out_to_be_the_original_changes_places(
    family: tuple[Article, Article, Article], publisher: User
) -> None:
    first, again, relay = family
    become_origin(by=publisher, newcomer=again, of=first, kind=OriginKind.REPUBLICATION)
    assert kinds(again, first, relay) == [(None, ""), (again.pk, "republication"), (again.pk, "relay")]
    check_rules()


def test_a_copy_of_a_copy_joins_the_first_and_brings_its_own_copies(
    family: tuple[Article, Article, Article], publisher: User
) -> None:
    first, again, relay = family
    other = shelve(by=publisher, headline="Wire", body="A wire of its own, from Musan.", outlet="Amnok Wire")
    copy = shelve(
        by=publisher, headline="Wire again", body="A wire, carried on.", outlet="Harbour Digest", origin=other
    )
    join_origin(by=publisher, article=other, origin=relay, kind=OriginKind.RELAY)
    assert [origin for origin, _ in kinds(other, copy)] == [first.pk, first.pk]
    with pytest.raises(CannotJoin):
        join_origin(by=publisher, article=first, origin=again, kind=OriginKind.RELAY)
    check_rules()


def test_parting_and_joining_again_keeps_every_address(
    family: tuple[Article, Article, Article], publisher: User, reader: Reader
) -> None:
    first, again, _ = family
    part_from_origin(by=publisher, article=again)
    assert kinds(again) == [(None, "")] and counted() == (3, 2)
    assert statuses(reader, *family) == [200] * 3
    join_origin(by=publisher, article=again, origin=first, kind=OriginKind.REPUBLICATION)
    assert counted() == (3, 1) and statuses(reader, *family) == [200] * 3
    assert part_from_origin(by=publisher, article=first) is None


def test_who_has_one_of_them_open_reads_it_anew(
    family: tuple[Article, Article, Article], original: Article, publisher: User, editor: User
) -> None:
    form = Desk(editor).screen(family[1])
    become_origin(by=publisher, newcomer=original, of=family[0], kind=OriginKind.TRANSLATION)
    form["report-headline"] = "Another headline"
    form.submit("_save", status=409)


# A first report that was known by its address alone.


@pytest.mark.parametrize("written", ["https://www.wire.example/ore/7/", "http://wire.example/ore/7"])
def test_the_report_whose_address_copies_name_is_pointed_out_as_their_first(
    written: str, publisher: User, editor: User
) -> None:
    first = shelve(by=publisher, headline="Ore stays at Hyesan", body=ENGLISH, outlet="Northern Courier")
    again = shelve(by=publisher, headline="Hyesan ore", body=ENGLISH, outlet="Harbour Digest")
    for copy in (first, again):
        outside = Outside("https://wire.example/ore/7", "Amnok Wire")
        join_outside(by=publisher, article=copy, outside=outside, kind=OriginKind.TRANSLATION)
    # Its words have nothing in common with theirs.
    fields = {"new_outlet": "Amnok Wire", "text": "혜산 소식\n\n세관이 문을 닫았다고 한다.", "url": written}
    form = sheet(Desk(editor).get(door("articles_article_add")))
    for name, value in fields.items():
        form[name] = value
    asked = form.submit(status=200)
    shown = words(asked)
    assert first.public_id in shown and "names its address as that of the first report" in shown
    assert again.public_id not in shown
    form = sheet(asked)
    form["verdict"] = f"first {first.public_id} translation"
    form.submit(status=302)
    original = Article.objects.get(language="ko")
    assert kinds(first, again) == [(original.pk, "translation")] * 2
    assert count_articles(Article.objects.all()) == (3, 1)
    check_rules()


def test_of_a_report_that_is_told_apart_from_one_copy_the_others_are_not_asked(publisher: User) -> None:
    address = "https://wire.example/ore/7"
    for outlet in ("Northern Courier", "Harbour Digest"):
        copy = shelve(by=publisher, headline="Ore stays", body=f"Ore stays, {outlet} says.", outlet=outlet)
        join_outside(by=publisher, article=copy, outside=Outside(address), kind=OriginKind.RELAY)
    other = shelve(by=publisher, headline="Snow", body="It snowed.", outlet="Ridge Observer")
    Article.objects.filter(pk=other.pk).update(original_url=address)
    other = refreshed(other)
    (kin,) = likely_kin(told_by(other, other.revisions.get()))
    tell_apart(by=publisher, article=other, others=[kin.article])
    assert likely_kin(told_by(other, other.revisions.get())) == []


# Relative dates.


def meant(article: Article) -> str:
    body = "Customs closed the bridge yesterday, drivers said."
    (found,) = suggest(body, language="en", published=dates_count_from(article)).dates
    return found.date.edtf


def test_yesterday_in_a_translation_counts_from_the_day_of_the_original(original: Article, publisher: User) -> None:
    article = shelve(by=publisher, headline="Ore", body=ENGLISH, published="2023-04-12")
    assert meant(article) == "2023-04-11"
    join_origin(by=publisher, article=article, origin=original, kind=OriginKind.TRANSLATION)
    assert meant(refreshed(article)) == "2023-04-04"
    # A relay tells in words of its own day.
    join_origin(by=publisher, article=article, origin=original, kind=OriginKind.RELAY)
    assert meant(refreshed(article)) == "2023-04-11"


def test_without_the_original_it_stays_uncertain(publisher: User) -> None:
    article = shelve(by=publisher, headline="Ore", body=ENGLISH, published="2023-04-12")
    Article.objects.filter(pk=article.pk).update(
        origin_url="https://elsewhere.example/1", origin_kind=OriginKind.TRANSLATION
    )
    assert meant(refreshed(article)) == "2023-03-11?/2023-04-11?"
    assert dates_count_from(Article(origin_kind="translation")) == PartialDate.none()
    month = Article(origin_kind="translation")
    month.published = PartialDate.parse("2023-04")
    assert dates_count_from(month).latest == date(2023, 4, 30) and meant(month) == ""


# On the desk.


def test_the_articles_screen_says_what_it_seems_to_copy_and_the_editor_joins_them(
    family: tuple[Article, Article, Article], original: Article, editor: User, tagger: User
) -> None:
    first = family[0]
    page = Desk(editor).get(screen_of(original))
    # The one that was here first is the later one by its date.
    assert f"{first.public_id} “Ore stays at Hyesan” (Northern Courier) is likely a translation of it" in words(page)
    copies = Desk(editor).get(door("articles_article_copies", original.pk))
    choice, own = (box["value"] for box in copies.html.select("input[name=verdict][type=radio]"))
    assert own == "own"
    assert choice == f"first {first.public_id} translation"
    assert "1,200" in words(copies), "the reason names what the two share"
    form = sheet(copies)
    form["verdict"] = choice
    assert "count as one report" in words(form.submit().follow())
    assert [origin for origin, _ in kinds(*family)] == [original.pk] * 3
    # From now on nothing is pointed out any more.
    assert "Say what it is" not in words(Desk(editor).get(screen_of(original)))
    Desk(tagger).get(door("articles_article_copies", original.pk), status=200)


def test_reports_that_were_told_apart_are_not_pointed_out_again(
    family: tuple[Article, Article, Article], original: Article, editor: User
) -> None:
    form = sheet(Desk(editor).get(door("articles_article_copies", original.pk)))
    form["verdict"] = "own"
    assert "Each counts as a report of its own." in words(form.submit().follow())
    page = Desk(editor).get(door("articles_article_copies", original.pk))
    assert "No other report here seems to tell the same." in words(page)
    assert kinds(original) == [(None, "")]


def test_another_report_can_be_named_by_its_id_and_parted_from_again(
    family: tuple[Article, Article, Article], publisher: User, editor: User
) -> None:
    other = shelve(by=publisher, headline="Wire", body="A wire of its own, from Musan.", outlet="Amnok Wire")
    form = sheet(Desk(editor).get(door("articles_article_copies", other.pk)))
    assert "Choose a report, or name one." in words(form.submit(status=422))
    form["other"] = family[1].public_id
    assert "Say what the copy is." in words(form.submit(status=422))
    form["kind"] = "relay"
    form.submit(status=302)
    assert kinds(other) == [(family[0].pk, "relay")]
    page = Desk(editor).get(door("articles_article_copies", other.pk))
    assert "Ore stays at Hyesan" in words(page)
    sheet(page).submit("part", status=302)
    assert kinds(other) == [(None, "")]


def test_a_page_that_is_out_of_date_joins_nothing(
    family: tuple[Article, Article, Article], original: Article, publisher: User, editor: User
) -> None:
    form = sheet(Desk(editor).get(door("articles_article_copies", original.pk)))
    form["other"], form["kind"] = family[0].public_id, "translation"
    Article.objects.filter(pk=original.pk).update(edit_number=7)
    refused = form.submit(status=409)
    assert "changed by somebody else" in words(refused) and kinds(original) == [(None, "")]
    sheet(refused).submit(status=302)
    assert kinds(original) == [(family[0].pk, "translation")]
