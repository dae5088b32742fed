"""Reports come in from plain text files; what is wrong with one stops none of the others."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.incoming.rows import FIELDS
from articles.models import Act, Article, Original, OriginKind, PublicText, Revision
from articles.public_ids import new_id
from articles.report_text import MAX_BYTES
from provinces.models import Province
from sources.models import Outlet
from tests.story import FILE, HEADLINE

pytestmark = pytest.mark.each_python


@pytest.fixture
def run(publisher: User):  # type: ignore[no-untyped-def]  # a helper of these scenes
    """`run("report.txt", …)`: what the command prints, and its exit code."""

    def command(*args: str, outlet: str = "Northern Courier") -> tuple[list[str], int]:
        out = StringIO()
        try:
            call_command("import_reports", *args, "--outlet", outlet, "--by", "publisher", stdout=out)
        except CommandError as error:
            return out.getvalue().splitlines(), error.returncode
        return out.getvalue().splitlines(), 0

    return command


WHOLE = (str(FILE), "--headline", HEADLINE, "--published", "2022-04")


def test_a_report_is_created_then_unchanged(run) -> None:  # type: ignore[no-untyped-def]
    first, code = run(*WHOLE, "--show", "full", "--publish")
    article = Article.objects.get()
    assert (first, code) == ([f"created {article.public_id} {HEADLINE}"], 0)
    assert run(*WHOLE, "--show", "full", "--publish") == ([f"unchanged {article.public_id} {HEADLINE}"], 0)
    assert Revision.objects.count() == Original.objects.count() == 1


def test_caption_and_furniture_are_kept_apart_and_the_reporter_is_the_byline(run) -> None:  # type: ignore[no-untyped-def]
    run(*WHOLE, "--show", "full", "--publish")
    text, article = PublicText.objects.get(), Article.objects.get()
    assert len(text.body.split("\n\n")) == 10
    assert (text.caption, text.credit) == (
        "Lorries wait in line before the customs yard at Hyesan.",
        "Northern Courier",
    )
    assert "Please direct" not in text.body and "Read in Korean" not in text.body
    assert article.byline == "Han Mi Rae"
    assert Original.objects.get().text == FILE.read_text(encoding="utf-8")


def test_it_is_filed_where_its_events_are_and_not_where_its_source_is(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    report = tmp_path / "rice.txt"
    report.write_text(
        "Rice arrived in the markets of Ryanggang Province on Monday and prices fell by a tenth within a day.\n\n"
        "“Everybody bought at once,” a source in North Hamgyong Province told Northern Courier.\n"
    )
    run(str(report))
    assert list(Province.objects.filter(articles=Article.objects.get())) == [Province.objects.get(slug="ryanggang")]


def test_without_headline_and_date_it_is_a_draft_that_says_what_it_lacks(run) -> None:  # type: ignore[no-untyped-def]
    lines, code = run(str(FILE))
    article = Article.objects.get()
    assert lines == [
        f"created {article.public_id} (no headline)",
        "  a draft: it lacks a headline and a date of publication",
    ]
    assert code == 0 and not article.is_public


def test_it_cannot_be_published_until_they_are_given(run) -> None:  # type: ignore[no-untyped-def]
    lines, code = run(str(FILE), "--publish")
    assert code == 1
    assert lines[0].startswith(f"rejected {FILE}: ") and lines[0].endswith("it lacks a headline, a date of publication")
    assert not Article.objects.exists()


def test_what_a_draft_lacked_can_be_given_later(run) -> None:  # type: ignore[no-untyped-def]
    run(str(FILE))
    article = Article.objects.get()
    assert run(*WHOLE, "--publish")[0] == [f"revised {article.public_id} {HEADLINE}"]
    article.refresh_from_db()
    assert article.is_public and article.published.edtf == "2022-04"


def test_the_same_address_with_other_words_is_a_proposed_revision(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    address = ("--url", "https://courier.example/traders")
    run(*WHOLE, "--show", "full", "--publish", *address)
    article = Article.objects.get()
    later = tmp_path / "later.txt"
    later.write_text(FILE.read_text().replace("soap, paper and cloth", "soap and paper"))
    lines, _ = run(str(later), "--headline", HEADLINE, *address)
    assert lines == [f"revised {article.public_id} {HEADLINE}"]
    assert [revision.published_at is None for revision in article.revisions.all()] == [False, True]
    assert "soap, paper and cloth" in PublicText.objects.get().body


def test_the_same_words_in_another_file_are_a_duplicate(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    run(*WHOLE)
    twin = tmp_path / "twin.txt"
    twin.write_text(FILE.read_text() + "\n\nShare\n")
    article = Article.objects.get()
    assert run(str(twin)) == ([f"duplicate {article.public_id} {HEADLINE}"], 0)


def test_a_new_outlet_shows_claims_only(run) -> None:  # type: ignore[no-untyped-def]
    run(*WHOLE, "--publish")
    assert Outlet.objects.get().show == "claims"
    assert (PublicText.objects.get().body, PublicText.objects.get().caption) == ("", "")


def test_bad_files_are_rejected_by_name_and_reason_and_the_others_go_in(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    bad = {
        "empty.txt": b"",
        "binary.txt": b"PK\x03\x04\x00\x00",
        "latin.txt": "Handel mit Gewürzen in der Grenzstadt".encode("latin-1"),
        "large.txt": b"word " * (MAX_BYTES // 5 + 1),
        "page.html": b"<p></p>",
        "notes.odt": b"words",
    }
    for name, raw in bad.items():
        (tmp_path / name).write_bytes(raw)
    paths = [str(tmp_path / name) for name in bad] + [str(tmp_path / "missing.txt"), str(FILE)]
    lines, code = run(*paths)
    assert code == 1
    assert [line.split(": ")[0] for line in lines[:7]] == [f"rejected {path}" for path in paths[:7]]
    assert all(len(line.split(": ", 1)[1]) > 8 for line in lines[:7])
    assert lines[7].startswith("created ")
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    "extra",
    [
        ("--published", "last spring"),
        ("--kind", "relay"),
        ("--origin", "a0000000", "--kind", "relay"),
        ("--show", "all"),
    ],
)
def test_bad_usage_is_refused_and_changes_nothing(publisher: User, extra: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        call_command("import_reports", str(FILE), "--outlet", "Northern Courier", "--by", "publisher", *extra)
    assert not Article.objects.exists()


def test_a_dry_run_changes_nothing(run) -> None:  # type: ignore[no-untyped-def]
    lines, code = run(*WHOLE, "--publish", "--dry-run")
    assert lines[0].startswith("created ") and code == 0
    assert not Article.objects.exists() and not Outlet.objects.exists()


def test_publishing_on_import_is_recorded_in_the_editors_name(run, publisher: User) -> None:  # type: ignore[no-untyped-def]
    run(*WHOLE, "--publish")
    act = Act.objects.get()
    assert (act.kind, act.by.pk, act.reason) == ("issued", publisher.pk, "imported as printed")
    assert [subject["id"] for subject in act.subjects] == [Article.objects.get().public_id]


def test_an_import_that_was_cut_short_goes_on_without_duplicates(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    rows = [
        {
            "headline": f"Trade meeting {number}",
            "body": f"The committee met {number} companies on Monday.",
            "published": "2022",
        }
        for number in range(5)
    ]
    export = tmp_path / "reports.jsonl"
    export.write_text("".join(json.dumps(row) + "\n" for row in rows[:3]) + '{"headline": "half a li')
    lines, code = run(str(export))
    assert [line.split()[0] for line in lines] == ["created"] * 3 + ["rejected"] and code == 1
    export.write_text("".join(json.dumps(row) + "\n" for row in rows))
    lines, code = run(str(export))
    assert [line.split()[0] for line in lines] == ["unchanged"] * 3 + ["created"] * 2 and code == 0
    assert Article.objects.count() == Original.objects.count() == 5


def test_a_row_names_the_report_it_is_a_copy_of(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    run(*WHOLE)
    first = Article.objects.get()
    export, unknown = tmp_path / "copies.jsonl", new_id("a")
    rows = [
        {"headline": "Carried again", "body": "The committee met companies, it says.", "origin": first.public_id, "kind": "relay"},
        {"headline": "Of nothing", "body": "The committee met nobody, it says.", "origin": unknown, "kind": "relay"},
    ]  # fmt: skip
    export.write_text("".join(json.dumps(row) + "\n" for row in rows))
    lines, code = run(str(export), outlet="Other Courier")
    copy = Article.objects.get(outlet__name="Other Courier")
    assert (copy.origin, copy.origin_kind) == (first, "relay")
    assert lines[-1] == f"rejected {export}, line 2: there is no report {unknown} it could be a copy of" and code == 1


def test_the_header_of_tables_is_told_by_help_and_by_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        call_command("import_reports", "--help")
    said = capsys.readouterr().out
    assert ", ".join(FIELDS) in said and all(kind in said for kind in OriginKind.values)
    assert ", ".join(FIELDS) in (FILE.parents[2] / "README.md").read_text()


def test_it_says_beneath_a_report_which_one_it_seems_to_copy_and_decides_nothing(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    run(*WHOLE)
    first = Article.objects.get()
    again = tmp_path / "again.txt"
    again.write_text(f"{HEADLINE}\n\n{FILE.read_text()}\n\nRepublished with permission from Northern Courier.\n")
    for option in (["--dry-run"], []):
        lines, code = run(str(again), "--published", "2022-05", *option, outlet="Harbour Digest")
        said = f"  likely a republication of {first.public_id} “{HEADLINE}” (Northern Courier): it has 100% of the shorter text"
        assert code == 0 and lines[0].startswith("created ") and lines[-1].startswith(said)
    assert not Article.objects.get(outlet__name="Harbour Digest").origin_kind
    # What is in already was said before.
    assert len(run(str(again), "--published", "2022-05", outlet="Harbour Digest")[0]) == 1
