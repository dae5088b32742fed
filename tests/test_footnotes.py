"""The footnote checker: thirty planted links over all states give exactly the expected table, wherever it is asked for."""

import csv
import io
import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.editing.withdrawing import withdraw_article
from articles.footnotes.finding import MAX_CHARACTERS, find
from articles.models import Article, Claim
from articles.pages.fate_of_report import CLAIMS_ONLY, NEVER_COMPARED, day
from articles.pages.footnote_tables import as_csv
from articles.pages.footnotes import MAX_LINKS, check_page
from articles.public_ids import new_id
from tests.conftest import Reader, planted_once, user_in
from tests.footnotes import SECRET, SITE, Planted, mistyped, plant, printed, swapped
from tests.shelf import shelve

# A link as it is pasted, then: what it is, the verdict, the explanation, the words then and now, where it is now.
Expected = tuple[str, str, str, str, str, str, tuple[str, ...]]


@pytest.fixture(scope="module")
def planted(django_db_setup: None, django_db_blocker: Any) -> Iterator[Planted]:
    """Brought in once for this file; each test undoes what it adds."""
    with planted_once(django_db_blocker):
        yield plant(user_in("planter", "publisher"), user_in("second_planter", "publisher"))


def expected_rows(planted: Planted) -> list[Expected]:
    """The thirty links and what must be said of each."""
    them = f"The report was corrected by the outlet on {day(timezone.now())}."
    us = f"The report was corrected here on {day(timezone.now())}."
    today = f"Since {day(timezone.now())}:"
    back = f"The outlet no longer stands by this report; marked here on {day(timezone.now())}."
    second, unnamed = "Compared with version 2.", "No version is named: version 1 was compared with version"
    never = new_id("c")
    rows: list[Expected] = []

    def row(
        pasted: str, thing: str, verdict: str, said: str, old: str = "", new: str = "", leads: tuple[str, ...] = ()
    ) -> None:
        rows.append((pasted, thing, verdict, said, old, new, leads))

    plain, outlet, here = (_path(planted.plain), _path(planted.by_outlet), _path(planted.here))
    row(SITE + plain, "report", "current", NEVER_COMPARED, leads=(plain,))
    row(f"{SITE}{plain}v/1/#p2", "report, revision 1, paragraph 2", "current", NEVER_COMPARED, leads=(f"{plain}#p2",))
    row(printed(planted.plain.public_id), "report", "current", NEVER_COMPARED, leads=(plain,))
    row(f"{SITE}{plain}v/9/", "report, revision 9", "mistyped", "There is one revision alone, and no revision 9.",
        leads=(plain,))  # fmt: skip
    row(f"{SITE}{plain}v/1/#p99", "report, revision 1, paragraph 99", "mistyped",
        "There is no paragraph 99: revision 1 has 4.", leads=(plain,))  # fmt: skip
    row(f"{SITE}/a/{planted.by_outlet.public_id}", "report", "corrected by the outlet",
        f"{them} The current text is revision 2.", leads=(outlet,))  # fmt: skip
    row(f"{SITE}{outlet}v/1/", "report, revision 1", "reworded",
        f"{them} It is now revision 2. Otherwise now: paragraph 1 is new, paragraph 2, paragraph 4 is gone.",
        "¶ 2: Rice was dear in May. … ¶ 4: The market closed early.",
        "¶ 1: Snow fell in the night. … ¶ 3: Rice was dear in June.", (outlet, f"{outlet}diff/1..2/"))  # fmt: skip
    row(f"{SITE}{outlet}v/2/", "report, revision 2", "current", NEVER_COMPARED, leads=(outlet,))
    row(f"{SITE}{outlet}v/1/#p1", "report, revision 1, paragraph 1", "moved",
        f"Now paragraph 2. {them} It is now revision 2.", leads=(f"{outlet}#p2",))  # fmt: skip
    row(f"{SITE}{outlet}v/1/#p2", "report, revision 1, paragraph 2", "reworded",
        f"{them} It is now revision 2. Now paragraph 3.", "Rice was dear in May.", "Rice was dear in June.",
        (f"{outlet}#p3",))  # fmt: skip
    row(f"{SITE}{outlet}v/1/#p4", "report, revision 1, paragraph 4", "corrected by the outlet",
        f"{them} It is now revision 2. This paragraph is no longer in the text.", "The market closed early.",
        leads=(outlet,))  # fmt: skip
    row(SITE + here, "report", "corrected here", f"{us} The current text is revision 2.", leads=(here,))
    row(f"{SITE}{_path(planted.retracted)}v/1/", "report, revision 1", "retracted by the outlet", back,
        leads=(_path(planted.retracted),))  # fmt: skip
    row(SITE + _path(planted.withdrawn), "report", "removed", f"{today} withdrawn by the editors.")
    row(SITE + _path(planted.duplicate), "report", "replaced by", f"{planted.plain.public_id}. {today} a duplicate.",
        leads=(plain,))  # fmt: skip
    row(f"{SITE}{_path(planted.legal)}v/1/", "report, revision 1", "removed", f"{today} withdrawn for legal reasons.")
    row(f"{SITE}{_path(planted.gap)}v/1/", "report, revision 1", "removed",
        f"The words of revision 1 were removed on {day(timezone.now())}; the report stands.",
        leads=(_path(planted.gap),))  # fmt: skip
    row(f"{SITE}{_path(planted.claims_only)}v/1/", "report, revision 1", "reworded",
        f"{them} It is now revision 2. {CLAIMS_ONLY}", leads=(_path(planted.claims_only),))  # fmt: skip
    row(SITE + _path(planted.draft), "report", "never issued", "Nothing was ever published here under this id.")
    row(f"{SITE}/c/{never}", "claim", "never issued", "Nothing was ever published here under this id.")
    stands, moved = _path(planted.stands), _path(planted.moved)
    row(SITE + stands, "claim", "current", f"{unnamed} 2. {them} These words stand in it. {NEVER_COMPARED}",
        leads=(stands,))  # fmt: skip
    row(f"{SITE}{moved}v/1/", "claim, version 1", "moved", f"{second} Now paragraph 4.", leads=(moved,))
    row(f"{SITE}{outlet}v/1/#{planted.lost.public_id}", "claim, revision 1", "corrected by the outlet",
        f"{them} The words are no longer in its text.", "The market closed early", leads=(_path(planted.lost),))  # fmt: skip
    reworded, regraded = _path(planted.reworded), _path(planted.regraded)
    row(SITE + reworded, "claim", "reworded", f"{unnamed} 3. Other words are quoted.", "Rice was dear",
        "Rice was dear in May", (reworded,))  # fmt: skip
    row(f"{SITE}{regraded}v/1/", "claim, version 1", "regraded",
        "Compared with version 3. Its grade: “not graded” then, “possibly true (3)” now.", "not graded", "possibly true (3)",
        (regraded,))  # fmt: skip
    row(f"{SITE}{_path(planted.respoken)}v/1/", "claim, version 1", "corrected here",
        "Compared with version 3. Who speaks, acts or is addressed was put right.",
        leads=(_path(planted.respoken),))  # fmt: skip
    row(f"{SITE}/c/{planted.taken_back.public_id}", "claim", "retracted by the outlet", back,
        leads=(_path(planted.taken_back),))  # fmt: skip
    row(SITE + _path(planted.withdrawn_claim), "claim", "removed", f"{today} withdrawn by the editors.")
    row(f"{SITE}/claims/{mistyped(planted.stands.public_id)}/v/1/", "", "mistyped",
        f"One slip away: {planted.stands.public_id}.", leads=(stands,))  # fmt: skip
    row(f"{SITE}/c/{swapped(planted.draft.public_id)}", "", "mistyped",
        "Its check character does not hold, and nothing published is one slip away.")  # fmt: skip
    return rows


def _path(thing: Article | Claim) -> str:
    return f"/{'articles' if isinstance(thing, Article) else 'claims'}/{thing.public_id}/"


def pasted(rows: list[Expected]) -> str:
    """One link a line, as a mail would quote them."""
    return "\n".join(f"> {number}. See {row[0]}." for number, row in enumerate(rows, start=1))


def test_thirty_links_over_all_states_give_exactly_the_expected_table(planted: Planted) -> None:
    rows = expected_rows(planted)
    assert len(rows) == 30
    table = check_page(find(pasted(rows), ["127.0.0.1"])).rows
    assert [
        (
            row.pasted, row.thing, row.fate.verdict.value, " ".join(row.fate.said), row.fate.old, row.fate.new,
            tuple(lead.path for lead in row.fate.leads),
        )
        for row in table
    ] == rows  # fmt: skip
    assert [row.line for row in table] == [row.number for row in table] == list(range(1, 31))


def test_the_page_shows_that_table_and_nothing_hidden(planted: Planted, reader: Reader) -> None:
    rows = expected_rows(planted)
    answer = reader.post("/check/", {"text": pasted(rows)})
    body = answer.content.decode()
    assert (answer.status_code, "no-store" in answer["Cache-Control"]) == (200, True)
    assert not answer.cookies
    table = body[body.index("<tbody>") : body.index("</tbody>")]
    shown = [re.sub(r"<[^>]+>", "", verdict) for verdict in re.findall(r'class="verdict">.*?</strong>', table)]
    assert [verdict.split(">")[1] for verdict in shown] == [row[2] for row in rows]
    for row in rows:
        assert all(f'href="{path}"' in table for path in row[6])
    assert SECRET not in body
    assert "<script" not in body and " style=" not in body


def test_the_csv_holds_the_same_table(planted: Planted, reader: Reader) -> None:
    rows = expected_rows(planted)
    answer = reader.post("/check/", {"text": pasted(rows), "format": "csv"})
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="checked-links.csv"'
    assert answer.content.startswith(b"\xef\xbb\xbf")
    read = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    columns = ("as pasted", "what it is", "verdict", "explanation", "words then", "words now", "where it is now")
    expected = [(*row[:6], " ".join(SITE + path for path in row[6])) for row in rows]
    assert [tuple(row[column] for column in columns) for row in read] == expected
    assert SECRET not in answer.content.decode()


def test_the_command_prints_it_and_says_by_its_exit_whether_all_is_current(
    planted: Planted, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = expected_rows(planted)
    file = tmp_path / "notes.md"
    file.write_text(pasted(rows), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        call_command("check_links", file)
    assert ended.value.code == 1
    said = capsys.readouterr().out
    lines = re.findall(r"^ +\d+  line (\d+) +(.+?)  +(\S+)$", said, re.MULTILINE)
    assert lines == [(str(number), row[2], row[0]) for number, row in enumerate(rows, start=1)]
    assert "30 links: " in said and SECRET not in said
    with pytest.raises(SystemExit):
        call_command("check_links", file, "--csv")
    assert capsys.readouterr().out == as_csv(check_page(find(pasted(rows), ["127.0.0.1"])))

    file.write_text(planted.plain.public_id, encoding="utf-8")
    call_command("check_links", file)
    assert capsys.readouterr().out.endswith("1 link: 1 current\n")


@pytest.mark.parametrize(("name", "reason"), [("none.txt", "no such file"), ("notes.odt", "only .txt")])
def test_a_file_that_cannot_be_read_is_bad_usage(name: str, reason: str, tmp_path: Path, vocabulary: None) -> None:
    if name.endswith(".odt"):
        (tmp_path / name).write_bytes(b"PK")
    with pytest.raises(CommandError, match=reason) as refusal:
        call_command("check_links", tmp_path / name)
    assert refusal.value.returncode == 2


def test_any_number_of_links_costs_the_same_queries(planted: Planted) -> None:
    links = find(pasted(expected_rows(planted)), ["127.0.0.1"])
    others = find("\n".join(new_id("a") for _ in range(300)), [])
    costs = []
    for some in (links, links * 5 + others):
        with CaptureQueriesContext(connection) as queries:
            check_page(some)
        costs.append(len(queries))
    assert costs == [9, 9]


def test_a_draft_answers_as_what_never_was(planted: Planted, reader: Reader) -> None:
    def answer(public_id: str) -> str:
        body = reader.post("/check/", {"text": f"{SITE}/a/{public_id}"}).content.decode()
        return str(body.replace(public_id, "…"))

    assert answer(planted.draft.public_id) == answer(new_id("a"))
    near = reader.post("/check/", {"text": f"{SITE}/a/{mistyped(planted.draft.public_id)}"}).content.decode()
    assert planted.draft.public_id not in near


def test_a_word_that_is_an_id_by_chance_is_left_out_unless_it_was_issued(vocabulary: None, reader: Reader) -> None:
    word = next(made for made in iter(lambda: new_id("c"), "") if made.isalpha())
    assert "No link and no id" in reader.post("/check/", {"text": f"The {word} met."}).content.decode()


def test_a_replacement_that_is_gone_too_is_named_without_a_link(planted: Planted, publisher: User) -> None:
    withdraw_article(by=publisher, article=planted.plain, reason="later")
    (row,) = check_page(find(SITE + _path(planted.duplicate), ["127.0.0.1"])).rows
    assert row.fate.said[0] == f"{planted.plain.public_id}, which is not here any more."
    assert row.fate.leads == ()


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_cells_that_a_spreadsheet_would_run_are_guarded(sign: str, publisher: User) -> None:
    article = shelve(by=publisher, headline=f"{sign}1+1")
    assert f",'{sign}1+1," in as_csv(check_page(find(f"{SITE}{_path(article)}", ["127.0.0.1"])))


def test_too_much_is_refused_with_its_figure(vocabulary: None, reader: Reader) -> None:
    for text, said in (
        ("x" * (MAX_CHARACTERS + 1), "200,001 characters are more than the 200,000 that are read at once"),
        ("\n".join([f"{SITE}/a/{new_id('a')}"] * (MAX_LINKS + 1)), "1,001 links are more than the 1,000"),
        ("가" * 900_000, "more than the 200,000 characters that are read at once"),
    ):
        form = urlencode({"text": text})
        answer = reader.post("/check/", form, content_type="application/x-www-form-urlencoded")
        assert answer.status_code == 413
        assert said in answer.content.decode()


@pytest.mark.parametrize(
    "text", ["", "nothing of ours", "\x00\ud7ff ﷽ <b>&", "https://elsewhere.example/a/", "a" * 5_000, "%%%=\n=\n>>>"]
)
def test_nonsense_finds_nothing_and_breaks_nothing(text: str, vocabulary: None, reader: Reader) -> None:
    answer = reader.post("/check/", {"text": text})
    assert answer.status_code == 200
    assert "No link and no id of this site" in answer.content.decode()


def test_a_link_of_ours_that_cites_nothing_has_its_row_too(planted: Planted) -> None:
    others = [f"{SITE}/a/", f"{SITE}/topics/fuel/", f"{SITE}/search/?q=rice"]
    safe = f"https://nam02.safelinks.protection.outlook.com/?url={quote(others[1], safe='')}&data=05"
    text = "\n".join([f"See {others[0]}, and ({others[1]}).", others[2], safe, f"{SITE}{_path(planted.plain)}"])
    page = check_page(find(text, ["127.0.0.1"]))
    assert [(row.pasted, row.fate.verdict.value) for row in page.rows] == [
        *((other, "not checked") for other in [*others, safe]),
        (f"{SITE}{_path(planted.plain)}", "current"),
    ]
    assert page.is_all_current and page.counts == (("current", 1), ("not checked", 4))
    # What is no page of ours, and an address of ours that mail has broken, are none of them.
    broken = f"> {SITE}/articles/=\n> {planted.plain.public_id}/ https://elsewhere.example/topics/"
    assert [row.fate.verdict.value for row in check_page(find(broken, ["127.0.0.1"])).rows] == ["current"]


def test_what_was_pasted_is_in_no_address_and_in_no_log(
    planted: Planted, reader: Reader, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    words = f"planted-7391 {SITE}{_path(planted.plain)}"
    assert planted.plain.public_id not in reader.get("/check/", {"text": words}).content.decode()
    assert 'method="post"' in reader.get("/check/").content.decode()

    def fails(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("articles.views.footnotes.check_page", fails)
    reader.raise_request_exception = False
    with caplog.at_level(logging.DEBUG):
        answer = reader.post("/check/", {"text": words})
    assert answer.status_code == 500
    assert "planted-7391" not in answer.content.decode() + caplog.text


def test_other_ways_of_asking_are_refused(vocabulary: None, reader: Reader) -> None:
    asks: list[Callable[[str], object]] = [reader.put, reader.delete, reader.patch]
    assert [getattr(ask("/check/"), "status_code", 0) for ask in asks] == [405] * 3
