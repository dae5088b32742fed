"""What editors say a claim's figures are: pinned to its words, frozen with its version, gone with its text."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import F
from django.test import RequestFactory

from articles.desk.figure_page import _forms
from articles.editing.claims import draft_of, latest_version, revise_claim
from articles.editing.drafting import Words, latest_revision, propose_revision
from articles.editing.figures import CannotCount, FigureDraft, figures_of, set_figures
from articles.editing.grading import grade_claim
from articles.editing.publishing import publish_article
from articles.editing.removing import ask_removal, confirm_removal
from articles.figures.reading import figures_in
from articles.figures.values import Currency, Kind, Unit
from articles.models import ActKind, Claim, Figure
from provinces.models import Place, Province
from tests.announcements import announce
from tests.conftest import Reader, reader_rights
from tests.desk import Desk, door, sheet, words
from tests.rules import check_rules, refused
from tests.test_removing import rows_that_hold

SAYS = "Rice cost 1,587,319 won a kilo in the yard"


@pytest.fixture
def claim(publisher: User) -> Claim:
    return announce(by=publisher, says=SAYS)


def read(claim: Claim) -> list[FigureDraft]:
    """What the reader of figures would fill in."""
    return [
        FigureDraft(each.start, each.end, each.kind, each.item, each.low, each.high, each.measure, each.per, each.of)
        for each in figures_in(latest_version(claim).exact, "en")
    ]


def test_a_figure_is_shown_with_the_next_publication(claim: Claim, publisher: User) -> None:
    version = set_figures(by=publisher, claim=claim, drafts=read(claim))
    figure = version.figures.get()
    assert (version.number, version.exact[figure.start : figure.end]) == (2, "1,587,319 won a kilo")
    assert figure.low == figure.high == Decimal(1587319)
    assert (figure.measure, figure.of) == ("KPW", "kg")
    with reader_rights():
        assert not Figure.objects.published().exists()
    publish_article(by=publisher, article=claim.article, kind=ActKind.CORRECTED_HERE, reason="its figure")
    check_rules()
    with reader_rights():
        assert Figure.objects.published().get().item == "rice"


def test_the_history_of_a_claim_says_that_its_figures_changed(claim: Claim, publisher: User, reader: Reader) -> None:
    set_figures(by=publisher, claim=claim, drafts=read(claim))
    publish_article(by=publisher, article=claim.article, kind=ActKind.CORRECTED_HERE, reason="its figure")
    grade_claim(by=publisher, claim=claim, credibility=3, reason="alone")
    publish_article(by=publisher, article=claim.article, kind=ActKind.CORRECTED_HERE, reason="graded")
    page = " ".join(reader.get(f"/claims/{claim.public_id}/").content.decode().split())
    said = [words.split("<")[0] for words in page.split('<span class="muted">here since ')[1:]]
    assert ["figures" in words for words in said] == [False, True, False]


def test_what_stands_already_is_not_written_again(claim: Claim, publisher: User) -> None:
    first = set_figures(by=publisher, claim=claim, drafts=read(claim))
    publish_article(by=publisher, article=claim.article, kind=ActKind.CORRECTED_HERE, reason="its figure")
    assert set_figures(by=publisher, claim=claim, drafts=read(claim)).pk == first.pk
    again = set_figures(by=publisher, claim=claim, drafts=[replace(read(claim)[0], high=Decimal(1_600_000))])
    assert (again.number, [each.high for each in figures_of(again)]) == (3, [Decimal(1_600_000)])
    assert [each.high for each in figures_of(first)] == [1587319]


def test_a_new_version_keeps_the_figures_whose_words_stay(claim: Claim, publisher: User) -> None:
    set_figures(by=publisher, claim=claim, drafts=read(claim))
    publish_article(by=publisher, article=claim.article, kind=ActKind.CORRECTED_HERE, reason="its figure")
    text, draft = latest_revision(claim.article), draft_of(latest_version(claim))
    kept = revise_claim(by=publisher, claim=claim, revision=text, draft=replace(draft, paraphrase="Rice was dear."))
    assert figures_of(kept) == read(claim)
    cut = revise_claim(by=publisher, claim=claim, revision=text, draft=replace(draft, end=len("Rice cost 1,587,319")))
    assert (cut.number, figures_of(cut)) == (3, [])
    check_rules()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"end": 4000}, "words of its claim"),
        ({"item": "moonstone"}, "not among the goods"),
        ({"low": None, "high": None}, "has a value"),
        ({"low": Decimal(9), "high": Decimal(8)}, "lower to the higher"),
        ({"per": Decimal(0)}, "for some of it"),
        ({"of": Currency.USD}, "not counted"),
        ({"measure": Unit.TON}, "not counted"),
        ({"kind": Kind.RATE, "of": Currency.USD}, "has no rate"),
        ({"item": "won-dollar"}, "has no price"),
    ],
)
def test_what_does_not_fit_is_refused(claim: Claim, publisher: User, change: dict[str, object], why: str) -> None:
    with pytest.raises(CannotCount, match=why):
        set_figures(by=publisher, claim=claim, drafts=[replace(read(claim)[0], **change)])  # type: ignore[arg-type]
    assert not Figure.objects.exists() and latest_version(claim).number == 1


def test_the_place_of_a_figure_lies_in_its_province(claim: Claim, publisher: User) -> None:
    place = Place.objects.filter(province__isnull=False).select_related("province").order_by("pk")[0]
    there, elsewhere = place.province, Province.objects.exclude(places=place).order_by("pk")[0]
    with pytest.raises(CannotCount, match="does not lie there"):
        set_figures(by=publisher, claim=claim, drafts=[replace(read(claim)[0], place=place, province=elsewhere)])
    version = set_figures(by=publisher, claim=claim, drafts=[replace(read(claim)[0], place=place, province=there)])
    with refused("figure_place_lies_in_its_province"), transaction.atomic():
        version.figures.update(province=elsewhere)


def test_the_database_keeps_figures_with_their_words(claim: Claim, publisher: User) -> None:
    version = set_figures(by=publisher, claim=claim, drafts=read(claim))
    with refused("figure_lies_in_the_words_of_its_claim"), transaction.atomic():
        version.figures.update(end=len(SAYS) + 1)
    with pytest.raises(IntegrityError, match="figure_low_is_not_above_high"), transaction.atomic():
        version.figures.update(high=1)
    with refused("claim_keeps_the_words_of_its_figures"), transaction.atomic():
        version.exact, version.end = SAYS[:12], 12
        version.save()
        check_rules()


def test_figures_of_a_published_version_are_frozen(claim: Claim, publisher: User) -> None:
    version = set_figures(by=publisher, claim=claim, drafts=read(claim))
    publish_article(by=publisher, article=claim.article, kind=ActKind.CORRECTED_HERE, reason="its figure")
    with refused("figure_lies_in_the_words_of_its_claim"), transaction.atomic():
        version.figures.update(low=F("low") - 1)
    with refused("figure_lies_in_the_words_of_its_claim"), transaction.atomic():
        Figure.objects.create(version=version, start=0, end=4, kind="quantity", item="rice", low=1, measure="kg")
    with refused("figure_of_a_published_version_stays"), transaction.atomic():
        version.figures.all().delete()


def test_the_numbers_go_with_the_words_from_every_table(claim: Claim, publisher: User, second_publisher: User) -> None:
    set_figures(by=publisher, claim=claim, drafts=read(claim))
    publish_article(by=publisher, article=claim.article, kind=ActKind.CORRECTED_HERE, reason="its figure")
    old = latest_revision(claim.article)
    assert "articles_figure" in rows_that_hold("1587319")
    words = Words("The yard", "Rice was dear in the yard.")
    propose_revision(by=publisher, article=claim.article, words=words, reason="a number had to go")
    publish_article(by=publisher, article=claim.article, kind=ActKind.CORRECTED_HERE, reason="a number had to go")
    removal = ask_removal(by=publisher, revision=old, reason="a number")
    confirm_removal(by=second_publisher, removal=removal)
    check_rules()
    assert rows_that_hold("1587319") == [] and rows_that_hold("1,587,319") == []
    assert removal.__class__.objects.get(pk=removal.pk).removed["figures"] == 2


def test_an_editor_finds_figures_filled_in_and_saves_them(claim: Claim, publisher: User, editor: User) -> None:
    page = Desk(editor).get(door("articles_claim_figures", claim.pk))
    form = sheet(page)
    assert (form["0-words"].value, form["0-item"].value, form["0-low"].value) == (
        "1,587,319 won a kilo",
        "rice",
        "1587319",
    )
    assert form["0-where"].value == "province:ryanggang"
    form.submit().follow()
    saved = latest_version(claim).figures.get()
    assert (saved.low, saved.province and saved.province.slug) == (Decimal(1587319), "ryanggang")


def test_a_figure_of_other_words_is_asked_for_again(claim: Claim, editor: User) -> None:
    page = Desk(editor).get(door("articles_claim_figures", claim.pk))
    form = sheet(page)
    form["0-words"] = "8 won a kilo"
    again = form.submit(status=422)
    assert "stand once in the claim" in again.text and "9 won a kilo" in again.text
    assert not Figure.objects.exists()


def test_every_figure_that_is_stated_has_a_row_on_its_page(claim: Claim) -> None:
    """What had none would be gone with the next save."""
    request, version, (draft,) = RequestFactory().get("/"), latest_version(claim), read(claim)
    for count, rows in ((1, 2), (19, 20), (20, 20)):
        words = [row.initial.get("words", "") for row in _forms(request, version, [draft] * count)]
        assert (len(words), words.count("1,587,319 won a kilo")) == (rows, count)


def test_whose_page_of_figures_is_old_reads_those_that_are_kept(claim: Claim, publisher: User) -> None:
    address = door("articles_claim_figures", claim.pk)
    first, second = (sheet(Desk(publisher).get(address)) for _ in range(2))
    first["0-low"] = first["0-high"] = "1600000"
    first.submit(status=302)
    second["0-low"] = second["0-high"] = "1700000"
    stale = second.submit(status=409)
    assert "Kept now: “1,587,319 won a kilo”, from 1600000 to 1600000" in words(stale)
    assert sheet(stale)["0-low"].value == "1700000"
    second["edit_number"] = ""
    assert "was changed by somebody else" in words(second.submit(status=409))
    assert [each.low for each in figures_of(latest_version(claim))] == [1600000]
