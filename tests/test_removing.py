"""One revision's words are removed for good, by two persons, while the rest of the report stands."""

import csv
from hashlib import sha256
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import CharField, TextField
from django.utils import timezone

from articles.dates import PartialDate
from articles.editing.claims import ClaimDraft, StepDraft, attribute, pin_claim
from articles.editing.drafting import (
    Description,
    Words,
    draft_report,
    keep_original,
    latest_revision,
    propose_revision,
    words_of,
)
from articles.editing.leaving import propose_leaving
from articles.editing.linking import link_claims
from articles.editing.outcomes import record_outcome
from articles.editing.publishing import publish_article
from articles.editing.removing import StillCurrent, ask_removal, confirm_removal, drop_removal
from articles.editing.visibility import count_bodies_anew
from articles.editing.warnings import answer_warning, note_warnings
from articles.editing.withdrawing import SecondPersonNeeded, withdraw_article
from articles.models import (
    Act,
    ActKind,
    Answer,
    Article,
    Became,
    Claim,
    ClaimLink,
    ClaimProvince,
    ClaimTopic,
    ClaimVersion,
    ClaimWarning,
    Imprint,
    LinkKind,
    Original,
    OutcomeGround,
    PublicText,
    Revision,
    Topic,
)
from articles.spans import find_exact
from articles.suggestions.values import Danger
from provinces.models import Province
from sources.models import Attribution, Institution, Outlet, Speaker, Speech, Step
from tests.conftest import Reader, Scenes, know_vocabulary, reader_rights, tell_draft, the_publisher
from tests.desk import Desk, door, fill, sheet, words, wrong
from tests.rules import check_rules, refused
from tests.stages import Stage, standing
from tests.story import ACTED, tell

PLANTED = "Warehouse Nine on Lantern Street"


def tell_old() -> Revision:
    publisher, draft = the_publisher(), tell_draft()
    article, words = draft.article, words_of(latest_revision(draft.article))
    kind = type(words)
    first = words.body.replace("Nobody", f"{PLANTED}. Nobody") + f"\n\nThey met at {PLANTED}."
    propose_revision(by=publisher, article=article, words=kind(words.headline, first, PLANTED, words.credit))
    publish_article(by=publisher, article=article)
    better = first.replace(PLANTED, "a warehouse").replace(ACTED, "They were gathered")
    propose_revision(by=publisher, article=article, words=kind(words.headline, better, "", words.credit))
    publish_article(by=publisher, article=article, kind=ActKind.CORRECTED_HERE, reason="words had to go")
    return article.revisions.get(number=1)


@pytest.fixture
def old(publisher: User, stage: Stage | None) -> Revision:
    """Revision 1, with words that must go; revision 2 is out without them, and without the words of a claim."""
    return standing(stage, "old", tell_old)


def rows_that_hold(words: str) -> list[str]:
    """Every table of the database with a row that holds these words anywhere."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        found = []
        for table in tables:
            cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}" row WHERE row::text LIKE %s)', [f"%{words}%"])
            found += [table] if cursor.fetchone()[0] else []
    return sorted(found)


def test_the_words_are_gone_from_every_table_and_a_dated_gap_stays(
    old: Revision, publisher: User, second_publisher: User, reader: Reader
) -> None:
    page = f"/articles/{old.article.public_id}/"
    assert rows_that_hold(PLANTED) == ["articles_publictext", "articles_revision"]
    assert PLANTED in reader.get(f"{page}v/1/").content.decode()
    act = confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="a person"))
    assert rows_that_hold(PLANTED) == []
    gap = reader.get(f"{page}v/1/")
    assert (gap.status_code, PLANTED in gap.content.decode()) == (410, False)
    assert reader.get(page).status_code == reader.get(f"{page}v/2/").status_code == 200
    assert reader.get(f"{page}diff/1..2/").status_code == 410
    assert "/v/1/" not in reader.get(f"{page}timemap").content.decode()
    assert (act.kind, act.subjects[0]["id"], act.subjects[0]["version"]) == ("redacted", old.article.public_id, 1)


def test_a_claim_whose_words_went_says_so_and_one_that_was_carried_over_stands(
    old: Revision, publisher: User, second_publisher: User, reader: Reader
) -> None:
    lost, carried = (
        old.article.claims.get(versions__exact=ACTED, versions__number=1),
        old.article.claims.exclude(versions__exact=ACTED).get(),
    )
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="a person"))
    gone = reader.get(f"/claims/{lost.public_id}/")
    assert (gone.status_code, ACTED in gone.content.decode()) == (410, False)
    assert reader.get(f"/claims/{carried.public_id}/").status_code == 200
    listed = reader.get("/claims/").content.decode()
    assert (carried.public_id in listed, lost.public_id in listed) == (True, False)
    assert rows_that_hold(ACTED) == []


def test_programs_are_told_as_people_are_that_words_were_removed_and_not_that_they_were_withdrawn(
    old: Revision, publisher: User, second_publisher: User, reader: Reader
) -> None:
    lost = old.article.claims.get(versions__exact=ACTED, versions__number=1).public_id
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="a person"))
    page = reader.get(f"/claims/{lost}/")
    for address in (f"/api/v1/claims/{lost}", f"/claims/{lost}.jsonld"):
        told = reader.get(address)
        assert told.status_code == page.status_code == 410
        body = told.json()
        assert body["title"] in page.content.decode() and "withdrawn" not in told.content.decode()
        assert (body["id"], body["why"], body["successor"]) == (lost, "removed", old.article.public_id)
        assert body["since"] == str(timezone.localdate())


def test_a_body_that_only_removed_words_name_has_no_page_and_is_counted_nowhere(
    old: Revision, publisher: User, second_publisher: User, reader: Reader
) -> None:
    named, page = old.article.claims.get(versions__exact=ACTED, versions__number=1), "/institutions/office-39/"
    office = Institution.objects.create(slug="office-39", name_en="Office 39", kind="party", level="national")
    ClaimVersion.objects.filter(claim=named).update(actor=office)
    count_bodies_anew([old.article])
    assert [reader.get(address).status_code for address in (page, "/institutions/ryanggang-party-committee/")] == [
        200
    ] * 2

    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="a person"))

    assert reader.get(page).status_code == 410
    assert "Office 39" not in reader.get("/institutions/").content.decode()
    # What the claim that stands names as well stays.
    assert reader.get("/institutions/ryanggang-party-committee/").status_code == 200


def test_a_report_is_said_to_have_as_many_claims_as_can_be_read(
    old: Revision, publisher: User, second_publisher: User, reader: Reader
) -> None:
    def told() -> list[object]:
        row = reader.get("/articles.csv").getvalue().decode("utf-8-sig").splitlines()
        of_table = dict(zip(*csv.reader(row[:2]), strict=True))["claims"]
        of_api = reader.get(f"/api/v1/articles/{old.article.public_id}").json()
        listed = "2 claims" in reader.get("/articles/").content.decode()
        return [int(of_table), of_api["claims"], len(of_api["claim_rows"]), listed]

    assert told() == [2, 2, 2, True]
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="a person"))
    assert told() == [1, 1, 1, False]


def test_one_person_is_not_enough(old: Revision, publisher: User) -> None:
    removal = ask_removal(by=publisher, revision=old, reason="a person")
    with pytest.raises(SecondPersonNeeded):
        confirm_removal(by=publisher, removal=removal)
    assert Revision.objects.get(pk=old.pk).body != ""
    assert not Act.objects.filter(kind=ActKind.REDACTED).exists()


def test_the_text_that_is_out_is_not_removed_under_its_readers(old: Revision, publisher: User) -> None:
    with pytest.raises(StillCurrent):
        ask_removal(by=publisher, revision=old.article.revisions.get(number=2), reason="a person")


def test_words_are_removed_once(old: Revision, publisher: User, second_publisher: User) -> None:
    removal = ask_removal(by=publisher, revision=old, reason="a person")
    confirm_removal(by=second_publisher, removal=removal)
    with pytest.raises(ValueError, match="removed already"):
        confirm_removal(by=second_publisher, removal=removal)


def test_what_is_compared_of_a_removed_text_goes_and_so_does_the_row_it_came_in(
    old: Revision, publisher: User, second_publisher: User
) -> None:
    article, text = old.article, words_of(old)
    # Of these one reads as the text and is nothing more; a page may hold what is not read of it.
    plain = f"{text.headline}\n\n{text.body}\n"
    for name, raw in (
        ("first.txt", plain),
        ("page.html", f"{plain}\n"),
        ("reports.jsonl, line 3", f"{PLANTED} in a row. Words."),
        ("other.txt", f"{PLANTED} in other words. Words."),
    ):
        keep_original(by=publisher, article=article, name=name, raw=raw)
    withdraw_article(by=publisher, article=article, reason="a person")
    before = Imprint.objects.values_list("words", flat=True).get(article=article)
    for revision in article.revisions.order_by("-number"):
        confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=revision, reason="a person"))
        after = Imprint.objects.values_list("words", flat=True).filter(article=article).first()
        # The newest went first; what is compared then is the text that is left, and in the end nothing.
        assert after != before
        left = article.originals.values_list("name", flat=True)
        assert list(left) == (["first.txt"] if revision.number > 1 else [])
    assert after is None
    assert rows_that_hold(PLANTED) == []


# Every place that can hold the words.


def columns_that_can_hold_words() -> set[str]:
    """Every text column of the tables that hang on a report, but those of closed lists, ids and addresses."""
    return {
        f"{model._meta.db_table}.{field.column}"
        for model in (Revision, Original, PublicText, ClaimVersion, ClaimWarning, ClaimLink, Claim, Attribution, Step)
        for field in model._meta.local_concrete_fields
        if isinstance(field, CharField | TextField) and not field.choices and field.name not in NO_WORDS
    }


# Short enough to stand whole within what is kept of a claim's surroundings.
PLANT = "Warehouse Nine"
NO_WORDS = {"public_id", "sha256", "digest", "key", "language", "event_edtf", "due_edtf", "names"}


def tell_everywhere() -> Revision:
    know_vocabulary()
    publisher = the_publisher()
    body = f"A guard of {PLANT} said on Monday at {PLANT}: “Nobody comes to {PLANT} before May.”\n\n{PLANT} is shut."
    raw = f"Soap at {PLANT}\n\n{body}\n"
    outlet = Outlet.objects.create(name="Northern Courier", slug="northern-courier", show="full")
    article = draft_report(
        by=publisher,
        outlet=outlet,
        words=Words(f"Soap at {PLANT}", body, f"The gate of {PLANT}", PLANT),
        description=Description(published=PartialDate.parse("2023-04")),
        name=f"{PLANT}.txt",
        raw=raw,
    )
    first = latest_revision(article)
    Revision.objects.filter(pk=first.pk).update(reason=f"found at {PLANT}")
    source = attribute(
        by=publisher,
        article=article,
        descriptor=f"A guard of {PLANT}",
        told=f"us at {PLANT}",
        contact=f"on Monday at {PLANT}",
        condition=f"because of {PLANT}",
    )
    # Put down, and no claim rests on it.
    attribute(by=publisher, article=article, descriptor=f"guard of {PLANT}")
    steps = [
        StepDraft(Speaker.OUTLET, Speech.OWN, outlet=outlet),
        StepDraft(
            Speaker.UNNAMED, Speech.DIRECT, attribution=source, printed=f"A guard of {PLANT}", verb=f"said at {PLANT}"
        ),
    ]
    start, end = find_exact(body, f"Nobody comes to {PLANT} before May.")
    claim = pin_claim(
        by=publisher,
        article=article,
        revision=first,
        draft=ClaimDraft(
            start,
            end,
            steps,
            f"{PLANT} stays shut.",
            source,
            event=PartialDate.printed(f"on Monday at {PLANT}", "2023-04"),
            due=PartialDate.printed(f"before May at {PLANT}", "2023-05"),
        ),
    )
    ClaimVersion.objects.filter(claim=claim).update(reason=f"as heard at {PLANT}")
    note_warnings(claim=claim, found=[(Danger.ROOM, PLANT)])
    for warning in claim.warnings.all():
        answer_warning(by=publisher, warning=warning, answer=Answer.KEEP, paraphrase="")
    publish_article(by=publisher, article=article)
    other = tell(by=publisher, outlet_name="Southern Gazette").relayed
    link_claims(
        by=publisher,
        claim=Claim.objects.get(pk=claim.pk),
        other=other,
        kind=LinkKind.REPEATS,
        reason=f"both at {PLANT}",
    )
    # What a claim says, and every name a table of history could have kept, is changed once more, and back.
    for changed in ("The gate stays shut.", f"{PLANT} stays shut."):
        ClaimVersion.objects.filter(claim=claim, published_at=None).update(paraphrase=changed)
    publish_article(by=publisher, article=article)
    propose_leaving(by=publisher, claim=Claim.objects.get(pk=claim.pk), reason=f"it names {PLANT}")
    return Revision.objects.get(pk=first.pk)


@pytest.fixture(scope="session")
def told_how(told_how: Scenes) -> Scenes:
    return {"old": tell_old, "everywhere": tell_everywhere, **told_how}


@pytest.fixture
def everywhere(publisher: User, stage: Stage | None) -> Revision:
    """Revision 1, with the planted words in every column that can hold them; revision 2 is out without any of them."""
    return standing(stage, "everywhere", tell_everywhere)


def test_planted_words_stand_in_every_column_that_can_hold_them(everywhere: Revision) -> None:
    found = set()
    with connection.cursor() as cursor:
        for name in columns_that_can_hold_words():
            table, column = name.split(".")
            cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}" WHERE "{column}" LIKE %s)', [f"%{PLANT}%"])
            found |= {name} if cursor.fetchone()[0] else set()
    assert columns_that_can_hold_words() - found == set()
    # History never had them, not even for a moment.
    assert [table for table in rows_that_hold(PLANT) if table.endswith("event") or table.startswith("pghistory")] == []


def test_none_is_left_anywhere_after_a_removal(
    everywhere: Revision, publisher: User, second_publisher: User, reader: Reader
) -> None:
    article = everywhere.article
    propose_revision(by=publisher, article=article, words=Words("Soap", "It snowed."))
    publish_article(by=publisher, article=article, kind=ActKind.CORRECTED_HERE, reason="words had to go")
    removal = ask_removal(by=publisher, revision=everywhere, reason="a person")
    act = confirm_removal(by=second_publisher, removal=removal)

    assert rows_that_hold(PLANT) == []
    removal.refresh_from_db()
    assert removal.removed == {
        "texts": 1,
        "texts as they came in": 1,
        "versions of claims": 2,
        "questions about their words": 1,
        "reasons of links": 2,
        "reasons of outcomes": 0,
        "figures": 0,
        "chains of speakers": 1,
        "wordings of sources": 2,
    }
    assert PLANT not in f"{act.reason}{act.subjects}"
    assert reader.get(f"/articles/{article.public_id}/v/1/").status_code == 410
    assert reader.get(f"/articles/{article.public_id}/").status_code == 200
    check_rules()


def test_no_digest_is_left_by_which_the_words_could_be_guessed(
    everywhere: Revision, publisher: User, second_publisher: User, reader: Reader
) -> None:
    """The ledger keeps a digest that nobody can make again; its key is gone, and so is every digest without a key."""
    article = everywhere.article
    key = PublicText.objects.get(article=article).key
    came_in = Original.objects.get(article=article)
    told = {
        key, came_in.sha256, sha256(came_in.text.encode()).hexdigest(),
        *(sha256(words.encode()).hexdigest() for words in (everywhere.body, everywhere.headline, everywhere.caption)),
    }  # fmt: skip
    paths = [f"/articles/{article.public_id}/v/1/", f"/api/v1/articles/{article.public_id}", "/changes.json"]
    assert rows_that_hold(key) == ["articles_publictext"]
    assert rows_that_hold(came_in.sha256) == ["articles_original"]
    assert key in reader.get(paths[1]).content.decode()
    propose_revision(by=publisher, article=article, words=Words("Soap", "It snowed."))
    publish_article(by=publisher, article=article, kind=ActKind.CORRECTED_HERE, reason="words had to go")
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=everywhere, reason="a person"))
    assert [each for each in told if rows_that_hold(each)] == []
    assert not any(each in reader.get(path).content.decode() for each in told for path in paths)


def test_no_page_leads_to_an_archive_that_has_the_words_still(
    old: Revision, publisher: User, second_publisher: User, reader: Reader
) -> None:
    kept = "https://archive.example/2023/report"
    Article.objects.filter(pk=old.article.pk).update(archived_url=kept)
    pages = [f"/articles/{old.article.public_id}/", f"/api/v1/articles/{old.article.public_id}", "/articles.json"]
    assert all(kept in reader.get(page).content.decode() for page in pages[:2])
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="a person"))
    assert not any(kept in reader.get(page).content.decode() for page in pages)


def test_what_another_claim_rests_on_stays(old: Revision, publisher: User, second_publisher: User) -> None:
    """The two claims of the story share their source; one of them was carried over."""
    before = list(Attribution.objects.values())
    steps = list(Step.objects.filter(chain__claim_versions__revision__number=2).order_by("pk").values().distinct())
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="a person"))
    assert list(Attribution.objects.values()) == before
    assert list(Step.objects.filter(pk__in=[row["id"] for row in steps]).order_by("pk").values()) == steps
    check_rules()


def left_in_views(claim: Claim) -> dict[str, Any]:
    """What the public site's login can read of the newest version of a claim, and of what hangs on it."""
    asked = {
        "facts": "SELECT event_edtf || due_edtf || coalesce(event_earliest::text, '') || coalesce(due_latest::text, ''), actor_id,"
        ' addressee_id, attribution_id, utterance, credibility, start, "end", paragraph FROM v',
        "provinces": "SELECT count(*) FROM articles_claimprovince WHERE version_id IN (SELECT id FROM v)",
        "topics": "SELECT count(*) FROM articles_claimtopic WHERE content_object_id IN (SELECT id FROM v)",
        "figures": "SELECT count(*) FROM articles_figure WHERE version_id IN (SELECT id FROM v)",
        "speakers": "SELECT count(*) FROM sources_step WHERE kind <> 'outlet' AND chain_id IN (SELECT chain_id FROM v)",
        "links": "SELECT count(*) FROM articles_claimlink WHERE version_id IN (SELECT id FROM v) OR other_id = %(claim)s",
        "outcomes": "SELECT count(*) FROM articles_outcome WHERE claim_id = %(claim)s",
    }
    rows = "WITH v AS (SELECT * FROM articles_claimversion WHERE claim_id = %(claim)s AND is_current) "
    found: dict[str, Any] = {}
    with reader_rights(), connection.cursor() as cursor:
        for name, statement in asked.items():
            cursor.execute(rows + statement, {"claim": claim.pk})
            row = cursor.fetchone()
            found[name] = row[0] if len(row) == 1 else row
    return found


def test_no_fact_of_a_removed_version_is_left_where_the_public_login_reads(
    everywhere: Revision, publisher: User, second_publisher: User
) -> None:
    article = everywhere.article
    claim = article.claims.get()
    version, body = (
        claim.versions.get(is_current=True),
        Institution.objects.create(slug="office-39", name_en="Office 39"),
    )
    # It is to stay, and to tell whatever a version can: this one had not been filed.
    Claim.objects.filter(pk=claim.pk).update(leaves_because="")
    topic, province = Topic.objects.get(slug="food"), Province.objects.get(slug="ryanggang")
    ClaimVersion.objects.filter(pk=version.pk).update(actor=body, addressee=body)
    ClaimTopic.objects.create(content_object=version, tag=topic, is_public=True)
    ClaimProvince.objects.create(version=version, province=province, is_public=True)
    record_outcome(by=publisher, claim=claim, became=Became.UNCHECKABLE, ground=OutcomeGround.SILENT, reason="")
    before = left_in_views(claim)
    assert before["facts"][0] == "2023-042023-052023-04-012023-05-31"
    assert [before[name] for name in ("provinces", "topics", "speakers", "links", "outcomes")] == [1, 1, 1, 1, 1]

    propose_revision(by=publisher, article=article, words=Words("Soap", "It snowed."))
    publish_article(by=publisher, article=article, kind=ActKind.CORRECTED_HERE, reason="words had to go")
    # The version that says that the words are lost is pinned to the same text.
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=everywhere, reason="a person"))

    assert left_in_views(claim) == {
        "facts": ("", None, None, None, None, None, 0, 1, 0),
        **dict.fromkeys(("provinces", "topics", "figures", "speakers", "links", "outcomes"), 0),
    }
    check_rules()


def test_a_removed_version_says_nothing_of_a_source_that_others_still_have(
    old: Revision, publisher: User, second_publisher: User
) -> None:
    """The two claims of the story share source, day and province."""
    lost = old.article.claims.get(versions__exact=ACTED, versions__number=1)
    assert left_in_views(lost)["facts"][3] is not None
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="a person"))
    left = left_in_views(lost)
    assert (left["facts"][3], left["speakers"]) == (None, 0)


@pytest.mark.parametrize("changed", [{"event_edtf": "2023-04"}, {"start": 7, "end": 19}, {"credibility": 2}])
def test_the_database_lets_no_fact_stay_or_come_back(
    old: Revision, publisher: User, second_publisher: User, changed: dict[str, object]
) -> None:
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="a person"))
    with refused("claim_removed_has_no_facts"), transaction.atomic():
        ClaimVersion.objects.filter(revision=old).update(**changed)


def test_a_migration_empties_what_was_removed_before(old: Revision) -> None:
    lost = old.article.claims.get(versions__exact=ACTED, versions__number=1)
    versions, words = (
        ClaimVersion.objects.filter(revision=old),
        ("exact", "prefix", "suffix", "paraphrase", "event_words"),
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "SET CONSTRAINTS ALL IMMEDIATE;"
            "ALTER TABLE articles_claimversion DROP CONSTRAINT claim_removed_has_no_facts, DISABLE TRIGGER USER"
        )
        versions.update(removed_at=timezone.now(), **dict.fromkeys(words, ""))
        cursor.execute("ALTER TABLE articles_claimversion ENABLE TRIGGER USER")
    before = left_in_views(lost)
    assert before["facts"][0] == "2023-04-01~/2023-04-10~2023-04-01"
    assert [before[name] for name in ("provinces", "topics", "speakers")] == [1, 2, 1]

    migration = import_module("articles.migrations.0020_removed_versions_tell_nothing")
    migration.empty(apps, SimpleNamespace(connection=connection))

    assert left_in_views(lost) == {
        "facts": ("", None, None, None, None, None, 0, 1, 0),
        **dict.fromkeys(("provinces", "topics", "figures", "speakers", "links", "outcomes"), 0),
    }
    assert Step.objects.filter(chain__claim_versions=None).count() == 0
    check_rules()


def test_the_database_lets_no_filing_and_no_speaker_come_back(
    old: Revision, publisher: User, second_publisher: User
) -> None:
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="a person"))
    gone, stands = ClaimVersion.objects.filter(revision=old)[0], ClaimVersion.objects.filter(removed_at=None)[0]
    with refused("claim_province_goes_with_the_words"), transaction.atomic():
        ClaimProvince.objects.create(version=gone, province=Province.objects.get(slug="ryanggang"))
    with refused("claim_topic_goes_with_the_words"), transaction.atomic():
        ClaimTopic.objects.create(content_object=gone, tag=Topic.objects.get(slug="food"))
    with refused("claim_removed_tells_nothing"), transaction.atomic():
        ClaimVersion.objects.filter(pk=gone.pk).update(chain=stands.chain)
        check_rules()
    # And of one that stands neither goes without its words.
    with refused("claim_version_once_published_never_changes"), transaction.atomic():
        ClaimVersion.objects.filter(pk=stands.pk).update(event_edtf="")


def test_a_question_about_words_that_stand_goes_on_holding_them_back(
    old: Revision, publisher: User, second_publisher: User
) -> None:
    carried = old.article.claims.exclude(versions__exact=ACTED).get()
    note_warnings(claim=carried, found=[(Danger.ROOM, "make its own soap"), (Danger.ROOM, PLANTED)])
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="a person"))
    assert [warning.text for warning in carried.warnings.all()] == ["make its own soap"]


def test_a_removal_that_was_asked_for_can_be_let_be(old: Revision, publisher: User, second_publisher: User) -> None:
    drop_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="a person"))
    assert Revision.objects.get(pk=old.pk).body != ""
    again = ask_removal(by=second_publisher, revision=old, reason="a person after all")
    confirm_removal(by=publisher, removal=again)
    with pytest.raises(ValueError, match="does not come back"):
        drop_removal(by=publisher, removal=again)


# The page.


def test_two_persons_remove_words_on_the_desk_and_no_page_shows_them(
    old: Revision, publisher: User, second_publisher: User
) -> None:
    first = Desk(publisher)
    asking = first.get(door("articles_article_remove", old.article.pk))
    form = sheet(asking)
    assert [option for option, _, _ in form["revision"].options] == [str(old.pk)]
    fill(form, revision=str(old.pk), reason="a person")
    page = form.submit(status=302).follow()
    assert "a second person has to confirm it" in words(page) and "_confirm" not in sheet(page).fields
    own = first.post(page.request.path, [*sheet(page).submit_fields(), ("sure", "on")], status=403)
    assert "a second person does" in words(own)

    address = Desk(second_publisher).get(door("removals")).html.select_one(".history td a[href*=removals]")["href"]
    form = sheet(Desk(second_publisher).get(address))
    assert wrong(form.submit("_confirm", status=422)) == {"sure": "Tick this first."}
    form["sure"] = True
    done = form.submit("_confirm", status=302).follow()
    assert "Removed: act" in words(done) and "Versions of claims: " in words(done)
    assert rows_that_hold(PLANTED) == []
    for seen in (asking, page, own, done):
        assert PLANTED not in seen.text
    assert "removed" in words(Desk(publisher).get(door("removals")))
