"""Limits that nobody meets by chance: what is longer, deeper or more is refused, or goes on in parts."""

import io
import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.test import RequestFactory

from articles.cursors import pack, unpack
from articles.desk import figure_page, filing, history_page, offers, outcome_page
from articles.desk.claim_form import StepFormSet
from articles.desk.outcome_form import OutcomeForm
from articles.desk.screen import ClaimFormSet, SourceFormSet
from articles.editing.ledger import Subject, record_act, record_acts
from articles.facets import BadParameter, Filter
from articles.footnotes.files import UnreadableFile, read_document
from articles.incoming.wordpress import read_wordpress
from articles.models import Act, ActKind, Claim, Topic
from articles.pages.changes import change_page
from articles.queries import changes, registry
from articles.report_text import UnreadableReport, read_report
from articles.search.analysis import printed, words
from articles.search.index.opened import Opened
from articles.search.lookalikes import lookalikes
from articles.search.query import BadQuery, read_query
from articles.search.romanised import hangul_of
from articles.search.variants import Vocabulary
from config.door import passkeys
from config.memory.front import address_of
from config.watchdog import checks
from provinces.models import Place, Province
from sources.models import Institution, Outlet
from tests.conftest import Reader
from tests.story import Story


@pytest.mark.parametrize(
    "query",
    ["a" * 201, " ".join(f"word{number}" for number in range(13)), "(" * 13 + "rice" + ")" * 13],
    ids=["letters", "words", "brackets"],
)
def test_a_search_has_its_length_its_words_and_its_depth(query: str) -> None:
    with pytest.raises(BadQuery):
        read_query(query)


def test_a_cursor_is_no_longer_than_any_that_we_make() -> None:
    assert unpack(pack("x" * 100), 1) == ["x" * 100]
    with pytest.raises(BadParameter):
        unpack(pack("x" * 300), 1)


def test_the_value_of_a_facet_is_no_longer_than_a_name() -> None:
    with pytest.raises(BadParameter, match="too long"):
        Filter.read({"outlet": ["x" * 121]})


@pytest.mark.parametrize("cut", [words, printed])
def test_a_word_longer_than_any_is_none(cut: Callable[[], Any]) -> None:
    assert cut().analyze("x" * 119) and not cut().analyze("x" * 200)


def test_words_that_were_counted_are_not_remembered_without_end() -> None:
    searcher = SimpleNamespace(doc_freq=lambda field, token: 1)
    opened = Opened(None, {}, {"articles": searcher})  # type: ignore[arg-type, dict-item]
    opened.counted.update({str(number): 1 for number in range(50_001)})
    assert opened.how_many("rice") == 1
    assert len(opened.counted) == 1


def test_names_as_they_were_typed_are_not_remembered_without_end() -> None:
    for remembered in (Vocabulary(()).called, Vocabulary(()).alike):
        for number in range(2_500):
            remembered(str(number))
        assert 0 < remembered.cache_info().currsize <= 2_000  # type: ignore[union-attr]  # of functools


def test_of_words_that_begin_alike_so_many_are_compared() -> None:
    asked: list[int] = []

    def terms(field: str, begins: str, limit: int) -> list[tuple[str, int]]:
        asked.append(limit)
        return []

    lookalikes(SimpleNamespace(terms_with_prefix=terms), "ryanggang", lambda query: 0)  # type: ignore[arg-type]
    assert asked and max(asked) <= 10_000


def test_a_name_is_written_in_so_many_ways_and_no_more() -> None:
    tried = 0

    def there_is(run: str) -> bool:
        nonlocal tried
        tried += 1
        return True

    assert len(hangul_of("kimchaekilhyesankimchaekilhyesan", there_is)) == 400
    assert tried < 20_000


def test_only_addresses_of_some_length_are_remembered() -> None:
    asked = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/articles/",
        "wsgi.url_scheme": "https",
        "HTTP_HOST": "room.example",
    }
    assert address_of({**asked, "QUERY_STRING": "topic=" + "x" * 100}) is not None
    assert address_of({**asked, "QUERY_STRING": "topic=" + "x" * 600}) is None


def test_a_document_has_no_more_parts_than_documents_have() -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as package:
        for number in range(5_001):
            package.writestr(f"{number}.xml", "")
        package.writestr("word/document.xml", "<document/>")
    with pytest.raises(UnreadableFile, match="unpacks to far more"):
        read_document("notes.docx", raw.getvalue())


def test_forms_of_a_report_are_so_many() -> None:
    def forms(kind: Any, prefix: str) -> int:
        sent = {f"{prefix}-TOTAL_FORMS": "5000", f"{prefix}-INITIAL_FORMS": "0"}
        return int(kind(sent, prefix=prefix).total_form_count())

    assert [forms(StepFormSet, "s"), forms(ClaimFormSet, "c"), forms(SourceFormSet, "q")] == [12, 200, 60]


@pytest.mark.parametrize("model", [Institution, Outlet, Place, Province, Topic])
def test_rows_below_a_record_are_so_many(model: type[Model], rf: RequestFactory, publisher: User) -> None:
    request = rf.get("/")
    request.user = publisher
    screen = site._registry[model]
    several = [each.get_formset(request) for each in screen.get_inline_instances(request)]
    assert several
    for rows in several:
        prefix = rows.get_default_prefix()
        sent = {f"{prefix}-TOTAL_FORMS": "9999999999", f"{prefix}-INITIAL_FORMS": "0"}
        assert rows(sent, instance=model(), prefix=prefix).total_form_count() == 200


@pytest.mark.parametrize("page_of", [history_page._page, outcome_page._page_number])
def test_pages_of_the_desk_end_somewhere(page_of: Callable[[str], int]) -> None:
    assert page_of("3") == 3 and page_of("9999") in {100, 500}


def test_a_text_too_long_to_be_read_in_time_is_marked_by_hand() -> None:
    revision: Any = SimpleNamespace(body="x" * 60_001)
    nothing: Any = None
    try:
        found = offers.offers_for(nothing, revision, nothing, [], [])
    except AttributeError:
        found = None
    assert found == offers.Offers()


def test_a_post_longer_than_any_is_refused() -> None:
    head = '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
    post = "<item><title>Rice</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>"
    post += "<content:encoded>Rice was dear.</content:encoded>"
    for length, said in ((10, ""), (4_000_001, "the item is longer than 4,000,000 characters")):
        file = io.BytesIO(f"{head}{post}<!--{'x' * length}--></item></channel></rss>".encode())
        (found,) = read_wordpress(file, language="en")
        assert getattr(found, "reason", "") == said


@pytest.mark.django_db
def test_more_figures_than_a_claim_has_are_not_looked_at(story: Story) -> None:
    version: Any = SimpleNamespace(exact="Rice was dear.")
    request = RequestFactory().post("/", {f"{number}-words": "x" for number in range(50)})
    assert len(figure_page._forms(request, version, [])) == 20


@pytest.mark.django_db
def test_an_act_with_very_many_subjects_is_told_in_part(publisher: User) -> None:
    act = record_act(
        by=publisher, kind=ActKind.MERGED, subjects=[Subject(f"a{number:07}", 0) for number in range(1_100)]
    )
    (row,) = changes.with_subjects(Act.objects.filter(pk=act.pk))
    some: Any = row
    assert (len(some.some), some.count) == (100, 1_100)
    change_page(act)
    told: Any = act
    assert len(told.some) == 1_000


@pytest.mark.django_db
def test_a_long_ledger_is_looked_through_in_parts(publisher: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "BATCH", 1)
    record_acts(by=publisher, kind=ActKind.MERGED, subjects=[Subject("a0000000", 0)] * 25, at=datetime.now(UTC))
    found, cursor = changes.act_page(lambda reports: frozenset())
    assert not found and cursor


def test_successors_of_successors_end_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    def departed(public_id: str, acts: object) -> registry.Departure:
        return registry.Departure(public_id, datetime.now(UTC), "withdrawn", False, str(int(public_id) + 1))

    monkeypatch.setattr(registry, "departure_in", departed)
    monkeypatch.setattr(registry, "_acts_on", lambda public_id: [])
    monkeypatch.setattr(registry, "public_among", lambda ids: ids[0] in {"5", "40"})
    assert registry._standing("1") == "5"
    assert registry._standing("10") == ""


@pytest.mark.django_db
def test_title_and_note_of_a_briefing_are_so_long(story: Story, reader: Reader) -> None:
    sent = {"i": f"{story.relayed.public_id}.1", "n": "1"}
    for more in ({"title": "x" * 201}, {"note": "x" * 10_001}):
        answer = reader.post("/briefing.docx", sent | more)
        assert answer.status_code == 400 and b"may have" in answer.content


def test_little_room_is_told_even_where_it_is_a_large_part(monkeypatch: pytest.MonkeyPatch) -> None:
    free = {"free": 900_000_000, "total": 1_000_000_000}
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(**free))
    assert list(checks.disk())


@pytest.mark.django_db
def test_so_many_claims_show_nothing_better() -> None:
    form = OutcomeForm({}, candidates=[], has_outcome=False)
    form.is_valid()
    form.cleaned_data = {"others": [Claim(pk=number) for number in range(11)]}
    form.clean()
    assert "So many claims show nothing better" in str(form.errors.get("others", ""))


@pytest.mark.django_db
def test_so_many_reports_are_filed_at_once(tagger: User, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(messages, "warning", lambda request, words: said.append(words))
    request, nothing = RequestFactory().post("/"), None
    request.user = tagger
    try:
        refused = filing.file_many(request, nothing, filing.REPORTS, range(1_001))  # type: ignore[arg-type]
    except AttributeError:
        pytest.fail("it went on")
    assert refused.status_code == 302 and "Choose at most 1,000 reports at once" in said[0]


def test_an_answer_of_a_passkey_is_so_long() -> None:
    judged: list[str] = []
    form = SimpleNamespace(data={"credential": "x" * 20_001})
    with pytest.raises(ValidationError):
        passkeys._read(form, lambda: judged.append("judged"))
    assert not judged


def test_a_report_is_no_longer_than_a_megabyte() -> None:
    with pytest.raises(UnreadableReport):
        read_report(b"Rice was dear. " * 70_000)
