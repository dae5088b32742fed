"""`manage.py verify`: nothing found where all is well; and each thing that was tampered with is named, with where it is."""

import hashlib
import hmac
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection

from articles.acts_file import ActsFile
from articles.editing.acts_outside import keep_acts
from articles.editing.ledger import act_hash
from articles.editing.withdrawing import withdraw_claim
from articles.models import Act, PublicText
from tests.conftest import Reader
from tests.shelf import shelve
from tests.story import Story


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    """Where the acts are kept outside in these scenes."""
    settings.ACTS_DIR = tmp_path / "acts"
    return tmp_path / "acts"


@pytest.fixture
def record(story: Story, publisher: User) -> Story:
    """Three acts, kept outside too."""
    shelve(by=publisher, headline="Another report")
    withdraw_claim(by=publisher, claim=story.acted, reason="a scene")
    keep_acts()
    return story


def verified(*options: str) -> list[str]:
    """What is found; nothing when the command ends well."""
    said = StringIO()
    code: object = 0
    try:
        call_command("verify", *options, stdout=said)
    except SystemExit as end:
        code = end.code
    *lines, last = said.getvalue().splitlines()
    assert (code, last.startswith("nothing found")) == ((1, False) if lines else (0, True))
    assert not lines or last == f"{len(lines)} found"
    return lines


@contextmanager
def without_triggers(*tables: str) -> Iterator[None]:
    """As who owns the tables can: what no rule allows, and the rules back in force afterwards."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        for table in tables:
            cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", [table])
            for (name,) in cursor.fetchall():
                how = "ENABLE ALWAYS" if name.startswith("rule_") else "ENABLE"
                cursor.execute(f'ALTER TABLE {table} {how} TRIGGER "{name}"')


def tamper(statement: str, *tables: str, values: Sequence[Any] | None = None) -> None:
    with without_triggers(*tables), connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_nothing_is_found_where_all_is_well(record: Story) -> None:
    assert verified() == []


def test_a_changed_text_is_found(record: Story) -> None:
    where = f"text 1 of {record.article.public_id}"
    tamper(
        "UPDATE articles_revision SET body = replace(body, 'study', 'avoid') WHERE article_id = %s",
        "articles_revision", values=[record.article.pk],
    )  # fmt: skip
    assert f"{where}: does not have the digest that was published with it" in verified()


def test_a_text_that_is_shown_otherwise_is_found(record: Story) -> None:
    tamper("UPDATE articles_publictext SET body = body || ' More.'", "articles_publictext")
    assert any(line.endswith("what is shown is not what was published") for line in verified())


def test_a_text_that_was_changed_with_its_digest_is_found_by_the_ledger(record: Story) -> None:
    text = PublicText.objects.get(article=record.article)
    body = text.body.replace("soap", "salt")
    said = "\x1f".join((text.headline, text.caption, body)).encode()
    digest = hmac.new(bytes.fromhex(text.key), said, hashlib.sha256).hexdigest()
    for table, more in (("articles_revision", ""), ("articles_publictext", f", digest = '{digest}'")):
        tamper(f"UPDATE {table} SET body = %s{more} WHERE article_id = %s", table, values=[body, record.article.pk])
    where = f"text 1 of {record.article.public_id}"
    assert f"{where}: its digest is not the one in the ledger" in verified()


def test_a_claim_that_is_not_its_slice_is_found(record: Story) -> None:
    tamper("UPDATE articles_claimversion SET exact = 'Nobody said this.' WHERE claim_id = %s", "articles_claimversion",
           values=[record.relayed.pk])  # fmt: skip
    assert verified() == [f"version 1 of {record.relayed.public_id}: its words are not the slice it points at"]


def test_a_changed_act_is_found(record: Story) -> None:
    tamper("UPDATE articles_act SET withdrawal_class = 'legal' WHERE number = 3", "articles_act")
    assert verified() == [
        "act 3: its hash is not that of what it says",
        "act 3: the ledger says something else than the file of acts",
    ]


def test_an_act_that_was_taken_out_of_the_middle_is_found(record: Story) -> None:
    tamper("DELETE FROM articles_act WHERE number = 2", "articles_act")
    found = verified()
    assert "act 2: missing from the ledger" in found
    assert "act 2: stands in the file of acts and not in the ledger" in found


def test_an_act_that_was_taken_from_the_end_is_found(record: Story, reader: Reader, tmp_path: Path) -> None:
    kept = tmp_path / "ledger.json"
    kept.write_bytes(reader.get("/.well-known/ledger.json").content)
    assert verified("--ledger", str(kept)) == []
    tamper("DELETE FROM articles_act WHERE number = 3", "articles_act")
    assert "act 3: stands in the file of acts and not in the ledger" in verified()
    # Whoever holds the machine can cut the file as well, and not what others kept of the public page.
    path = ActsFile(tmp_path / "acts", Act.objects.get(number=1).hash).path
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:2]))
    assert verified() == []
    assert verified("--ledger", str(kept)) == [f"act 3: was the head when {kept} was kept, and is not in the ledger"]


def test_a_ledger_that_was_written_anew_from_an_act_on_is_found(record: Story, reader: Reader, tmp_path: Path) -> None:
    kept = tmp_path / "ledger.json"
    kept.write_bytes(reader.get("/.well-known/ledger.json").content)
    acts = list(Act.objects.order_by("number"))
    acts[1].subjects = [{**acts[1].subjects[0], "digest": "0" * 64}]
    for before, act in zip([None, *acts], acts, strict=False):
        act.previous_hash = before.hash if before else ""
        act.hash = act_hash(act)
    for act in acts:
        values = [json.dumps(act.subjects), act.previous_hash, act.hash, act.number]
        tamper(
            "UPDATE articles_act SET subjects = %s, previous_hash = %s, hash = %s WHERE number = %s",
            "articles_act", values=values,
        )  # fmt: skip
    found = verified("--ledger", str(kept))
    assert "act 2: the ledger says something else than the file of acts" in found
    assert f"act 3: is another one than when {kept} was kept" in found


def test_the_acts_of_another_ledger_are_told(record: Story, folder: Path) -> None:
    (folder / f"{'0' * 16}.jsonl").write_text("")
    assert verified() == [f"{folder / ('0' * 16)}.jsonl: acts of a ledger that is not the one in the database"]


def test_what_is_public_and_was_never_issued_is_found(record: Story) -> None:
    tamper(
        "UPDATE articles_article SET public_id = 'a0000998' WHERE id = %s",
        "articles_article",
        values=[record.article.pk],
    )
    assert "a0000998: is public, and no act of the ledger issued it" in verified()


def test_what_was_withdrawn_and_is_out_is_found(record: Story) -> None:
    tables = "articles_claim", "articles_claimversion"
    with without_triggers(*tables), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE articles_claim SET is_public = true, state = 'published' WHERE id = %s", [record.acted.pk]
        )
        cursor.execute("UPDATE articles_claimversion SET is_public = true WHERE claim_id = %s", [record.acted.pk])
    assert f"{record.acted.public_id}: is public, and the ledger says last that it was withdrawn" in verified()


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (
            'ALTER TABLE articles_act DISABLE TRIGGER "rule_act_is_never_changed"',
            "rule act_is_never_changed on articles_act: is switched off",
        ),
        (
            'ALTER TABLE articles_act ENABLE TRIGGER "rule_act_is_never_changed"',
            "rule act_is_never_changed on articles_act: does not fire always",
        ),
        (
            'DROP TRIGGER "rule_act_is_never_changed" ON articles_act',
            "rule act_is_never_changed on articles_act: is not there",
        ),
        (
            'CREATE OR REPLACE FUNCTION "rule_act_is_never_changed"() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN OLD; END$$',
            "rule act_is_never_changed on articles_act: says something else than is declared",
        ),
        (
            "CREATE OR REPLACE VIEW pub.sources_outlet AS SELECT * FROM public.sources_outlet",
            "view pub.sources_outlet: is not as declared",
        ),
        (
            "CREATE VIEW pub.notes AS SELECT * FROM public.sources_sealednote",
            "view pub.notes: is there and not declared",
        ),
        ("DROP VIEW pub.articles_publictext", "view pub.articles_publictext: is not there"),
        (
            "GRANT USAGE ON SCHEMA public TO reader; GRANT SELECT (body) ON public.sources_sealednote TO reader",
            "public.sources_sealednote: is open to the public site's login",
        ),
        ("GRANT INSERT ON pub.articles_act TO reader", "pub.articles_act: is open to the public site's login"),
        (
            "GRANT DELETE ON articles_act TO desk",
            "articles_act: may be changed by the desk's login, and is only to be added to",
        ),
        (
            "ALTER TABLE sources_outlet DISABLE TRIGGER ALL",
            "rule outlet_permission_holds_in_public_texts on sources_outlet: is switched off",
        ),
    ],
)
def test_a_guard_that_is_gone_is_named(record: Story, statement: str, found: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        if "TRIGGER ALL" in statement:
            statement = statement.replace("ALL", "USER")
        cursor.execute(statement)
    assert found in verified()


def test_a_trigger_of_history_that_is_off_is_named(record: Story) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE articles_claim DISABLE TRIGGER USER")
    assert any(line.startswith("trigger pgtrigger_") and line.endswith("is switched off") for line in verified())


def test_a_head_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("[]")
    with pytest.raises(CommandError, match="this is no copy of") as error:
        call_command("verify", "--ledger", str(tmp_path / "x"))
    assert error.value.returncode == 2
