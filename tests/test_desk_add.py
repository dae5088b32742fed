"""Bringing a report in on the desk: pasted or as a file; what is wrong with it is said beside the field."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from webtest import Upload  # type: ignore[import-untyped]  # brings no types

from articles.incoming.files import SUFFIXES
from articles.models import Article, Original
from articles.report_text import MAX_BYTES
from sources.models import Outlet, Show
from tests.conftest import Reader
from tests.desk import Desk, Form, door, everything, fill, sheet, words, wrong
from tests.shelf import shelve
from tests.story import FILE, HEADLINE

TEXT = f"{HEADLINE}\n\n{FILE.read_text(encoding='utf-8')}"
ADD = "/articles/article/add/"


@pytest.fixture
def outlet(vocabulary: None) -> Outlet:
    """An outlet that is known already."""
    return Outlet.objects.create(name="Northern Courier", slug="northern-courier", show=Show.FULL)


def adding(user: User, **fields: Any) -> Form:
    """The page on which a report is brought in, filled."""
    form = sheet(Desk(user).get(ADD))
    fill(form, **fields)
    return form


def test_a_pasted_text_becomes_a_draft_with_its_paragraphs(outlet: Outlet, editor: User, reader: Reader) -> None:
    form = adding(editor, outlet=str(outlet.pk), text=TEXT, published="2023-04", url="https://courier.example/1")
    page = form.submit().follow()
    assert "Brought in as a draft." in words(page)
    report = Article.objects.get()
    text = report.revisions.get()
    assert (text.headline, text.number, text.made_by) == (HEADLINE, 1, editor)
    assert text.body.count("\n\n") == 9 and "Please direct any comments" not in text.body
    assert text.caption == "Lorries wait in line before the customs yard at Hyesan."
    assert (report.published_edtf, report.original_url, report.state) == (
        "2023-04", "https://courier.example/1", "draft",
    )  # fmt: skip
    assert [str(province) for province in report.provinces.all()] == ["Ryanggang"]
    original = report.originals.get()
    assert (original.text, original.received_by) == (TEXT, editor)
    assert reader.get(f"/articles/{report.public_id}/").status_code == 404


def test_the_same_text_again_is_not_added_and_says_where_it_is(outlet: Outlet, editor: User) -> None:
    adding(editor, outlet=str(outlet.pk), text=TEXT).submit(status=302)
    report = Article.objects.get()
    for text in (TEXT, TEXT.replace("Read in Korean", "Read in Chinese")):
        page = adding(editor, outlet=str(outlet.pk), text=text).submit().follow()
        assert "Nothing was added" in words(page)
        (link,) = page.html.select(".messagelist a")
        assert (link.get_text(), link["href"]) == (HEADLINE, door("articles_article_change", report.pk))
    assert list(Article.objects.all()) == [report]


def test_another_text_at_the_same_address_is_proposed_as_a_revision(outlet: Outlet, editor: User) -> None:
    known = {"outlet": str(outlet.pk), "url": "https://courier.example/1"}
    adding(editor, text=TEXT, **known).submit(status=302)
    report = Article.objects.get()
    page = adding(editor, text=TEXT.replace("soap, paper and cloth", "soap"), **known).submit().follow()
    assert "its new text stands as a proposed revision" in words(page)
    assert list(Article.objects.all()) == [report]
    assert "has to make its own soap," in report.revisions.get().body


def test_a_file_is_read_like_a_pasted_text(outlet: Outlet, editor: User) -> None:
    adding(editor, outlet=str(outlet.pk), file=Upload("courier.txt", TEXT.encode(), "text/plain")).submit(status=302)
    assert Article.objects.get().revisions.get().headline == HEADLINE
    assert Original.objects.get().name == "courier.txt"


ONE_OF_TWO = {"text": "Paste the text or give a file, one of the two."}
REFUSED: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "neither text nor file": ({}, ONE_OF_TWO),
    "both": ({"text": TEXT, "file": Upload("a.txt", TEXT.encode())}, ONE_OF_TWO),
    "blank": ({"text": " \n "}, ONE_OF_TWO),
    "an empty file": ({"file": Upload("a.txt", b"")}, {"file": "The submitted file is empty."}),
    "a file of blanks": ({"file": Upload("a.txt", b" \n\n ")}, {"file": "the file is empty"}),
    "binary": (
        {"file": Upload("a.txt", b"PK\x03\x04\x00\x00\x00")},
        {"file": "line 1: a control character (U+0003) shows that this is no plain text"},
    ),
    "not UTF-8": (
        {"file": Upload("a.txt", "소식통".encode("euc-kr"))},
        {"file": "line 1: byte 0 (0xBC) is not UTF-8; save the file as UTF-8"},
    ),
    "too large": (
        {"file": Upload("a.txt", b"word " * (MAX_BYTES // 5 + 1))},
        {"file": "The file is too large for the desk; use import_reports."},
    ),
    "another kind of file": (
        {"file": Upload("a.docx", b"PK")},
        {"file": f"This file cannot be read: it is none of {', '.join(SUFFIXES)}."},
    ),
    "a month there is not": (
        {"text": TEXT, "published": "2023-13"},
        {"published": "“2023-13” is not a date we can keep: there is no month 13."},
    ),
    "a copy of what is not here": (
        {"text": TEXT, "origin": "a123456m", "origin_kind": "translation"},
        {"origin": "There is no report a123456m here."},
    ),
    "what it is to nothing": (
        {"text": TEXT, "origin_kind": "translation"},
        {"origin_kind": "The report that first carried it and what this is to it go together."},
    ),
    "no web address": ({"text": TEXT, "url": "courier"}, {"url": "Enter a valid URL."}),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_refused_with_the_reason_beside_the_field(
    what: str, outlet: Outlet, editor: User
) -> None:
    fields, said = REFUSED[what]
    form = adding(editor, outlet=str(outlet.pk), headline="Kept as typed", **fields)
    before = everything()
    refused = form.submit(status=422)
    assert wrong(refused) == said
    assert everything() == before
    again = sheet(refused)
    assert (again["headline"].value, again["outlet"].value) == ("Kept as typed", str(outlet.pk))
    assert again["text"].value == form["text"].value


@pytest.mark.parametrize("fields", [{}, {"outlet": True, "new_outlet": "Southern Courier"}])
def test_a_report_has_one_outlet(fields: dict[str, Any], outlet: Outlet, editor: User) -> None:
    form = adding(editor, text=TEXT, **{**fields, **({"outlet": str(outlet.pk)} if "outlet" in fields else {})})
    assert wrong(form.submit(status=422)) == {"outlet": "Choose who published it, or name a new outlet."}
    assert list(Outlet.objects.all()) == [outlet]


def test_a_new_outlet_starts_as_claims_only_and_a_known_one_is_known(outlet: Outlet, editor: User) -> None:
    adding(editor, new_outlet="Southern Courier", text=TEXT).submit(status=302)
    assert Outlet.objects.get(name="Southern Courier").show == Show.CLAIMS
    asked = sheet(adding(editor, new_outlet="northern  courier", text=TEXT).submit(status=200))
    asked["verdict"] = "own"
    asked.submit(status=302)
    assert set(Article.objects.values_list("outlet__name", flat=True)) == {"Southern Courier", "Northern Courier"}
    assert Outlet.objects.count() == 2


def test_without_headline_and_date_it_is_a_draft_that_says_what_it_lacks(
    outlet: Outlet, editor: User, publisher: User
) -> None:
    body = FILE.read_text(encoding="utf-8")
    page = adding(editor, outlet=str(outlet.pk), text=body).submit().follow()
    assert "It cannot be published yet: it lacks a headline, a date of publication." in words(page)
    publishing = Desk(publisher).get(door("articles_article_publish", Article.objects.get().pk))
    assert not publishing.html.select(".sheet form")


def test_a_copy_of_a_copy_is_a_copy_of_the_first(outlet: Outlet, editor: User, publisher: User) -> None:
    first = shelve(by=publisher, headline="First carried here")
    second = shelve(by=publisher, headline="Translated", origin=first, outlet="Southern Courier")
    form = adding(editor, outlet=str(outlet.pk), text=TEXT, origin=second.public_id, origin_kind="relay")
    form.submit(status=302)
    copy = Article.objects.order_by("-pk")[0]
    assert (copy.origin, copy.origin_kind) == (first, "relay")


# Files of other kinds.

PARTY = "The provincial party committee called the trading companies of Hyesan together on Monday and spoke of rice."
PAGE = f"<html><head><title>Called together</title></head><body><article><p>{PARTY}</p></article></body></html>"
RELAY = (
    "According to Northern Courier, the Ryanggang committee has told trading companies that the province may no longer"
    " live off imports and has to make its own soap, paper and cloth."
)


def table(*rows: tuple[str, str, str]) -> bytes:
    return "".join(f'"{headline}","{body}","{published}"\n' for headline, body, published in rows).encode()


def test_a_saved_page_is_read_as_the_import_reads_it(outlet: Outlet, editor: User) -> None:
    adding(editor, outlet=str(outlet.pk), file=Upload("page.html", PAGE.encode(), "text/html")).submit(status=302)
    report = Article.objects.get()
    assert (report.revisions.get().headline, report.revisions.get().body) == ("Called together", PARTY)
    assert report.originals.get().text == PAGE


def test_a_table_brings_each_of_its_reports_and_names_what_it_refuses(outlet: Outlet, editor: User) -> None:
    rows = table(
        ("headline", "body", "published"),
        ("Rice", PARTY, "2022-04"),
        ("Soap", "Soap was dear in Hyesan on Monday.", "last spring"),
        ("Paper", "Paper was dear in Musan on Tuesday.", "2022-05"),
    )
    page = adding(editor, outlet=str(outlet.pk), file=Upload("reports.csv", rows)).submit(status=200)
    assert [[cell.get_text(" ", strip=True) for cell in row.select("th, td")][:2] for row in page.html.select("tbody tr")] == [
        ["line 2", "created"], ["line 3", "rejected"], ["line 4", "created"],
    ]  # fmt: skip
    assert "field 'published': “last spring” is not a date we can keep" in words(page)
    assert Article.objects.count() == 2


def test_what_describes_one_report_is_not_said_of_several(outlet: Outlet, editor: User) -> None:
    rows = table(("headline", "body", "published"), ("Rice", PARTY, "2022-04"), ("Soap", "Soap was dear.", "2022-04"))
    form = adding(editor, outlet=str(outlet.pk), file=Upload("reports.csv", rows), headline="All of them")
    assert wrong(form.submit(status=422)) == {"headline": "This describes one report; the file holds 2."}
    assert not Article.objects.exists()


def test_more_reports_than_the_desk_takes_are_left_to_the_command(outlet: Outlet, editor: User) -> None:
    rows = table(("headline", "body", "published"), *((f"Rice {n}", f"{PARTY} {n}", "2022-04") for n in range(51)))
    form = adding(editor, outlet=str(outlet.pk), file=Upload("reports.csv", rows))
    assert wrong(form.submit(status=422)) == {"file": "It holds more than 50 reports; use import_reports."}
    assert not Article.objects.exists()


# What seems to be a copy.


def test_a_copy_is_pointed_out_before_it_goes_in_and_joins_its_origin(outlet: Outlet, editor: User) -> None:
    adding(editor, outlet=str(outlet.pk), text=TEXT, published="2023-04").submit(status=302)
    first = Article.objects.get()
    file = Upload("relay.html", PAGE.replace(PARTY, RELAY).encode(), "text/html")
    asked = adding(editor, new_outlet="Southern Courier", file=file).submit(status=200)
    assert "Nothing was brought in yet" in words(asked) and HEADLINE in words(asked)
    assert "credits that outlet" in words(asked)
    assert (Article.objects.get(), Outlet.objects.get()) == (first, outlet)
    form = sheet(asked)
    # The file came with the page; it is not chosen again.
    form["verdict"] = f"copy {first.public_id} relay"
    form.submit(status=302)
    copy = Article.objects.get(outlet__name="Southern Courier")
    assert (copy.origin, copy.origin_kind, copy.originals.get().name) == (first, "relay", "relay.html")


def test_the_editor_may_say_that_it_is_a_report_of_its_own(outlet: Outlet, editor: User) -> None:
    adding(editor, outlet=str(outlet.pk), text=TEXT, published="2023-04").submit(status=302)
    form = sheet(adding(editor, new_outlet="Southern Courier", text=TEXT).submit(status=200))
    form["verdict"] = "own"
    screen = form.submit(status=302).follow()
    # Who has looked is not asked again, on either side.
    assert "Told elsewhere too" not in words(screen)
    first = Article.objects.get(outlet=outlet)
    assert "Told elsewhere too" not in words(Desk(editor).get(door("articles_article_change", first.pk)))
    assert set(Article.objects.values_list("outlet__name", "origin_kind")) == {
        ("Northern Courier", ""), ("Southern Courier", ""),
    }  # fmt: skip


@pytest.mark.parametrize("said", ["copy a123456m relay", "copy nothing", "sideways a b", "copy  relay"])
def test_a_verdict_nobody_offered_is_refused(said: str, outlet: Outlet, editor: User) -> None:
    adding(editor, outlet=str(outlet.pk), text=TEXT).submit(status=302)
    form = sheet(adding(editor, new_outlet="Southern Courier", text=TEXT).submit(status=200))
    form["verdict"].force_value(said)
    assert "Say which report it copies" in words(form.submit(status=422))
    assert Article.objects.count() == 1
