"""Reports come in by the hundred, and everything is as if each had come in by itself."""

import json
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO, StringIO
from itertools import pairwise
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.dates import PartialDate
from articles.editing import importing_many
from articles.editing.copying_in import copy_in
from articles.editing.drafting import Description, Words, draft_report
from articles.incoming import readers
from articles.incoming.brought import Brought
from articles.incoming.readers import Item, read_in_batches
from articles.incoming.rows import read_json_lines
from articles.likeness.credits import Credits, Making
from articles.likeness.imprints import Imprint as Taken
from articles.likeness.judging import Compared, Glance, judge
from articles.management.commands import import_reports
from articles.models import Act, Article, ArticleProvince, FiledProvince, Imprint, Original, PublicText, Revision
from articles.public_ids import new_id
from articles.queries import imprints
from articles.queries.imprints import CommonCodes
from articles.queries.likeness import Kin, Told, told_by
from articles.queries.likeness_beside import KinBeside
from config.verifying.ledger import chain
from sources.models import Outlet

KIN = Path(__file__).parent / "kin" / "reports.json"
INTO = ("--outlet", "Northern Courier", "--by", "publisher")
Run = Callable[..., tuple[list[str], int]]


@pytest.fixture
def run(publisher: User) -> Run:
    """`run(path, …)`: the lines that the command prints, and its exit code. Of progress it tells elsewhere."""

    def command(*args: str) -> tuple[list[str], int]:
        out = StringIO()
        code = 0
        try:
            call_command("import_reports", *args, *INTO, stdout=out, stderr=StringIO())
        except CommandError as error:
            code = error.returncode
        return out.getvalue().splitlines(), code

    return command


def row(number: int, **fields: str) -> dict[str, str]:
    """A report like no other of them."""
    body = f"The committee in Hyesan met {number * 7 + 40} companies.\n\nThey spoke of {number * 31 + 100} tons of rice number {number}."
    return {"headline": f"Meeting {number}", "body": body, "published": "2022-04", **fields}


def write(path: Path, rows: list[dict[str, str] | str]) -> str:
    """A file of rows as JSON lines, broken ones as they are."""
    path.write_text("".join((each if isinstance(each, str) else json.dumps(each)) + "\n" for each in rows))
    return str(path)


def first_words(lines: list[str]) -> list[str]:
    return [line.split()[0] for line in lines if not line.startswith(" ")]


# What is wrong with one.


def test_what_is_wrong_with_one_report_stops_none_of_its_batch(run: Run, tmp_path: Path) -> None:
    unknown = new_id("a")
    rows: list[dict[str, str] | str] = [row(number) for number in range(30)]
    rows[9] = '{"headline": "half a li'
    rows[14] = row(14, origin=unknown, kind="relay")
    rows[19] = row(19, language="fr")
    path = write(tmp_path / "reports.jsonl", rows)
    lines, code = run(path)
    assert code == 1 and first_words(lines) == [
        "rejected" if number in (9, 14, 19) else "created" for number in range(30)
    ]
    rejected = [line for line in lines if line.startswith("rejected")]
    assert rejected[0].startswith(f"rejected {path}, line 10: column ")
    assert rejected[1] == f"rejected {path}, line 15: there is no report {unknown} it could be a copy of"
    assert rejected[2] == f"rejected {path}, line 20: field 'language': 'fr' is neither en nor ko"
    assert Article.objects.count() == Original.objects.count() == Imprint.objects.count() == 27


def test_what_lacks_a_date_is_not_published_and_the_others_are(run: Run, tmp_path: Path) -> None:
    rows: list[dict[str, str] | str] = [row(number) for number in range(8)]
    rows[3] = row(3, published="")
    path = write(tmp_path / "reports.jsonl", rows)
    lines, code = run(path, "--publish")
    assert code == 1 and first_words(lines) == ["created"] * 3 + ["rejected"] + ["created"] * 4
    assert lines[3].startswith(f"rejected {path}, line 4: ") and lines[3].endswith("it lacks a date of publication")
    assert Article.objects.filter(is_public=True).count() == PublicText.objects.count() == Act.objects.count() == 7
    assert list(chain()) == []


def test_a_batch_that_the_database_refuses_goes_in_without_the_one_it_refused(run: Run, tmp_path: Path) -> None:
    # Kept under the file's name and line, which from line 10 on are a letter longer than is allowed.
    name = "n" * (255 - len(".jsonl, line 9")) + ".jsonl"
    path = write(tmp_path / name, [row(number) for number in range(11)])
    lines, code = run(path)
    assert code == 1 and first_words(lines) == ["created"] * 9 + ["rejected"] * 2
    assert "value too long" in lines[-1] and f"{path}, line 11: " in lines[-1]
    assert Article.objects.count() == Original.objects.count() == 9


# The same within one batch.


def test_the_same_report_twice_in_a_batch_comes_in_once(run: Run, tmp_path: Path) -> None:
    address = "https://courier.example/1"
    rows: list[dict[str, str] | str] = [
        row(1, url=address),
        row(2),
        row(1, url=address),
        row(1, url="https://courier.example/again"),
        row(3, url=address),
        row(4),
    ]
    lines, code = run(write(tmp_path / "reports.jsonl", rows))
    assert code == 0
    assert first_words(lines) == ["created", "created", "unchanged", "duplicate", "revised", "created"]
    ids = [line.split()[1] for line in lines if not line.startswith(" ")]
    assert ids[2] == ids[3] == ids[4] == ids[0]
    assert Article.objects.count() == 3
    assert Article.objects.get(original_url=address).revisions.get().headline == "Meeting 3"


def test_a_copy_is_pointed_out_beneath_the_later_of_the_two(run: Run, tmp_path: Path) -> None:
    def body(last: str) -> str:
        return (
            "On June 3 customs at Hyesan let 40 trucks with 1,200 tons of copper ore pass after an order of the Cabinet.\n\n"
            f"The drivers earned 85 yuan a day in Ryanggang Province, and 30 yuan from July 20 on, {last}."
        )

    rows: list[dict[str, str] | str] = [
        row(1),
        {"headline": "Ore", "body": body("the committee explained to all of them"), "published": "2021-06-14"},
        row(2),
        {"headline": "Ore again", "body": body("as was announced"), "published": "2021-06-20"},
    ]
    lines, _ = run(write(tmp_path / "reports.jsonl", rows))
    first = Article.objects.get(revisions__headline="Ore")
    said = [(above, line) for above, line in pairwise(lines) if line.startswith("  likely")]
    assert len(said) == 1
    above, line = said[0]
    assert above.endswith(" Ore again") and line.startswith(f"  likely a republication of {first.public_id} “Ore”")


@pytest.mark.django_db(transaction=True)
def test_kin_are_looked_for_among_what_was_in_and_told_in_order(
    run: Run, publisher: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = json.loads(KIN.read_text(encoding="utf-8"))[:20]
    rows = [
        {"headline": each["headline"], "body": "\n\n".join(each["body"]), "published": each["published"]}
        for each in reports
    ]
    counted = " ".join(f"Clerk number {n * 13} counted {n * 37 + 5} sacks at gate {n * 3}." for n in range(1, 20))
    path = write(tmp_path / "kin.jsonl", [*rows, row(1, body=counted)])
    # In one batch, answered at once, and in small ones, each of which is asked about while the next one is written.
    with transaction.atomic():
        at_once, _ = run(path)
        at_once = told(at_once)
        transaction.set_rollback(True)
    monkeypatch.setattr(readers, "BATCH", 3)
    beside, _ = run(path)
    assert told(beside) == at_once and any(line.startswith("  likely") for line in at_once)

    # One that comes in before the answer is there is not in it, and is in the next.
    first = Article.objects.get(revisions__headline="Meeting 1")
    asked = told_by(first, first.revisions.get())
    find, may_go_on = KinBeside._kin, Event()

    def find_late(self: KinBeside, tolds: Sequence[Told]) -> list[list[Kin]]:
        assert may_go_on.wait(60)
        return find(self, tolds)

    monkeypatch.setattr(KinBeside, "_kin", find_late)
    with KinBeside() as kin:
        answer = kin.ask([asked])
        draft_again(publisher, first)
        may_go_on.set()
        assert answer() == [[]]
        ((later,),) = kin.ask([asked])()
        assert later.headline == "Meeting 1 again" and not later.judgement.is_copy
        monkeypatch.setattr(KinBeside, "_kin", refuse)
        with pytest.raises(IntegrityError, match="no more"):
            kin.ask([asked])()


def draft_again(by: User, first: Article) -> None:
    """The same report, from another outlet, a day later."""
    text = first.revisions.get()
    words = Words(f"{text.headline} again", text.body, "", "")
    other = Outlet.objects.create(name="Southern Courier", slug="southern-courier", show="claims")
    description = Description(language="en", published=PartialDate.parse("2022-05-01"))
    draft_report(by=by, outlet=other, words=words, description=description, name="again.txt", raw=text.body)


def refuse(*args: Any) -> None:
    raise IntegrityError("no more")


# As if each had come in by itself.


def told(lines: list[str]) -> list[str]:
    """Lines with every id by the order in which it was first told."""
    known = Article.objects.order_by("pk").values_list("public_id", flat=True)
    ids = {public_id: f"a{place}" for place, public_id in enumerate(known)}
    return [" ".join(ids.get(word, word) for word in line.split(" ")) for line in lines]


def stored() -> list[Any]:
    """Everything that an import writes, apart from keys, ids and times."""
    headline = "article__revisions__headline"
    return [
        list(Article.objects.order_by("pk").values_list("byline", "language", "published_edtf", "original_url", "state", "is_public")),
        list(Revision.objects.order_by("pk").values_list("number", "headline", "body", "caption", "credit", "is_current", "made_by")),
        list(Original.objects.order_by("pk").values_list("name", "sha256", "text", "received_by")),
        list(Imprint.objects.order_by("article").values_list("words", "signs", "order")),
        sorted(ArticleProvince.objects.values_list(headline, "province", "is_public")),
        sorted(FiledProvince.objects.values_list(headline, "province", "until", "is_public")),
        sorted(
            (*rest, sorted(names.split("\n")))
            for *rest, names in PublicText.objects.values_list("number", "headline", "body", "caption", "is_current", "is_public", "names")
        ),
        list(Act.objects.order_by("number").values_list("number", "kind", "by", "reason")),
        list(Outlet.objects.values_list("name", "is_public")),
    ]  # fmt: skip


@pytest.mark.parametrize("options", [(), ("--publish", "--show", "full"), ("--publish",)])
def test_by_the_hundred_and_one_by_one_everything_ends_the_same(
    run: Run, tmp_path: Path, options: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = json.loads(KIN.read_text(encoding="utf-8"))[:40]
    rows = [
        {"headline": each["headline"], "body": "\n\n".join(each["body"]), "published": each["published"]}
        for each in reports
    ]
    path = write(tmp_path / "kin.jsonl", [*rows[:30], rows[2], row(1, published=""), *rows[30:]])
    ends = []
    for way in ("one by one", "in batches"):
        with transaction.atomic():
            with monkeypatch.context() as patch:
                if way == "one by one":
                    patch.setattr(importing_many._Shelf, "takes", lambda self, report: False)
                lines, code = run(path, *options)
            lines = [line.partition(": ")[0] if line.startswith("rejected") else line for line in lines]
            ends.append((told(lines), code, stored()))
            assert any("likely" in line for line in lines)
            assert list(chain()) == []
            # Run again, nothing changes, however it came in.
            again, _ = run(path, *options)
            assert set(first_words(again)) <= {"unchanged", "duplicate", "rejected", "created"}
            assert first_words(again).count("unchanged") >= len(rows)
            transaction.set_rollback(True)
    assert ends[0] == ends[1]


def test_history_says_in_whose_name_a_batch_came_in(run: Run, tmp_path: Path, publisher: User) -> None:
    run(write(tmp_path / "reports.jsonl", [row(1), row(2)]), "--publish")
    articles = list(Article.objects.all())
    assert len(articles) == 2
    for article in articles:
        rows: list[Any] = [article, article.revisions.get(), article.originals.get()]
        for events in (row.events for row in rows):
            (event,) = events.all()
            assert event.pgh_context.metadata == {"user": publisher.pk, "url": "import_reports"}


def test_progress_is_told_on_the_way(publisher: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_reports, "SECONDS_BETWEEN_NOTES", 0.0)
    monkeypatch.setattr(readers, "BATCH", 2)
    notes, path = StringIO(), write(tmp_path / "reports.jsonl", [row(1), "no JSON", row(2)])
    with pytest.raises(CommandError, match="1 of 3 rejected"):
        call_command("import_reports", path, *INTO, stdout=StringIO(), stderr=notes)
    assert notes.getvalue().splitlines() == [
        "1 reports read, 0 rejected",
        "2 reports read, 1 rejected",
        "3 reports read, 1 rejected",
    ]


def test_a_dry_run_of_batches_changes_nothing(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "BATCH", 2)
    lines, code = run(write(tmp_path / "reports.jsonl", [row(number) for number in range(5)]), "--publish", "--dry-run")
    assert first_words(lines) == ["created"] * 5 and code == 0
    assert not Article.objects.exists() and not Act.objects.exists()


# What is held at once.


def items(count: int, taken: list[int]) -> Iterator[Item]:
    """Reports as a file brings them; `taken` learns how many were asked for."""
    lines = b"".join(json.dumps(row(number)).encode() + b"\n" for number in range(count))
    for found in read_json_lines(BytesIO(lines)):
        taken.append(1)
        yield Item(f"file, {found.where}", found)


@pytest.mark.parametrize("count", [0, 2])
def test_no_more_than_two_batches_are_held_at_once(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "BATCH", 5)
    taken: list[int] = []
    used = 0
    for batch in read_in_batches(items(43, taken), readers=count):
        assert len(batch) <= 5 and len(taken) - used <= 10
        used += len(batch)
    assert used == 43


def test_large_reports_make_small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "BATCH_SIZE", 400)
    batches = list(read_in_batches(items(12, []), readers=0))
    originals = [
        sum(len(item.found.original) for item in batch if isinstance(item.found, Brought)) for batch in batches
    ]
    assert len(batches) > 3 and max(originals) < 800


def test_readers_give_what_is_read_here_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "BATCH", 7)
    here, beside = (
        [item for batch in read_in_batches(items(40, []), readers=count) for item in batch] for count in (0, 3)
    )
    assert here == beside and len(here) == 40


def test_what_a_dead_reader_should_have_read_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "BATCH", 6)
    begun: list[Any] = []
    start = readers._Reader.__init__

    def begin(self: Any, *args: Any) -> None:
        start(self, *args)
        begun.append(self)

    monkeypatch.setattr(readers._Reader, "__init__", begin)
    found: list[Item] = []
    for batch in read_in_batches(items(30, []), readers=2):
        found += batch
        for reader in begun[:1]:
            reader._process.kill()
            reader._process.join()
    assert begun and found == [item for batch in read_in_batches(items(30, []), readers=0) for item in batch]


def saying_the_same(count: int) -> list[dict[str, str] | str]:
    """Reports that have a sentence in common."""
    said = (
        "Everybody in the market knows that traders from across the river pay what they are asked, and ask for more. "
    )
    rows = [row(number) for number in range(count)]
    return [{**each, "body": said + each["body"]} for each in rows]


def test_so_many_common_codes_are_remembered_and_no_more(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imprints, "COMMON", 3)
    monkeypatch.setattr(imprints, "REMEMBERED", 1)
    run(write(tmp_path / "reports.jsonl", saying_the_same(8)))
    words = set(Imprint.objects.latest("pk").words)
    common = CommonCodes()
    imprints.candidates_of_each([imprints.Asked(words, ())], common)
    remembered = set(common.words)
    assert remembered and remembered < words
    # The next time those are not asked for, and no more are remembered.
    assert imprints.candidates_of_each([imprints.Asked(words, ())], common) and common.words == remembered


def test_what_is_common_among_those_held_is_common_among_those_that_come_in(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(write(tmp_path / "reports.jsonl", saying_the_same(3)))
    shared = set.intersection(*(set(words) for words in Imprint.objects.values_list("words", flat=True)))
    two = [imprints.Asked(shared, (), own=10**9 + number) for number in range(2)]
    assert shared and list(imprints.candidates_of_each(two, CommonCodes())[1])[-1] == two[0].own
    monkeypatch.setattr(imprints, "COMMON", 2)
    assert imprints.candidates_of_each(two, CommonCodes()) == [{}, {}]


# Its parts.


def test_rows_that_break_a_rule_are_refused_as_ever(publisher: User, run: Run, tmp_path: Path) -> None:
    run(write(tmp_path / "reports.jsonl", [row(1)]))
    article = Article.objects.get()
    twice = Revision(article=article, number=1, body="words", made_by=publisher)
    with pytest.raises(IntegrityError), transaction.atomic():
        copy_in([twice])
    copy_in([])
    assert Revision.objects.count() == 1


CODES = st.lists(st.integers(0, 60), max_size=30)
MAKINGS = st.builds(Making, st.booleans(), st.booleans(), st.booleans())


@settings(max_examples=400)
@given(
    words=st.tuples(st.sets(st.integers(0, 15)), st.sets(st.integers(0, 15))),
    orders=st.one_of(st.tuples(CODES, CODES), CODES.map(lambda codes: (codes, codes[3:]))),
    languages=st.tuples(st.sampled_from(["en", "ko"]), st.sampled_from(["en", "ko"])),
    outlets=st.tuples(st.sampled_from("12"), st.sampled_from("12")),
    makings=st.tuples(MAKINGS, MAKINGS),
    credited=st.tuples(st.booleans(), st.booleans()),
)
def test_a_glance_never_parts_what_would_be_judged_to_be_kin(
    words: tuple[set[int], set[int]],
    orders: tuple[list[int], list[int]],
    languages: tuple[str, str],
    outlets: tuple[str, str],
    makings: tuple[Making, Making],
    credited: tuple[bool, bool],
) -> None:
    taken = [Taken(frozenset(words[which]), frozenset(), tuple(orders[which])) for which in (0, 1)]
    # No report credits its own outlet.
    names = [frozenset({outlets[1 - which]} if credited[which] else ()) - {outlets[which]} for which in (0, 1)]
    new, known = (
        Compared(languages[which], outlets[which], None, None, taken[which], Credits(frozenset(), names[which]), makings[which])
        for which in (0, 1)
    )  # fmt: skip
    glance = Glance(taken[0], languages[0], outlets[0])
    if not glance.may_be_kin(sorted(words[1]), orders[1], languages[1], outlets[1]):
        assert judge(new, known) is None
