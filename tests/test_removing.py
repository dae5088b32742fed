"""One revision's words are removed for good, by two persons, while the rest of the report stands."""

import csv
from hashlib import sha256

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import CharField, TextField

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
from articles.editing.publishing import publish_article
from articles.editing.removing import StillCurrent, ask_removal, confirm_removal, drop_removal
from articles.editing.visibility import count_bodies_anew
from articles.editing.warnings import answer_warning, note_warnings
from articles.editing.withdrawing import SecondPersonNeeded, withdraw_article
from articles.models import (
    Act,
    ActKind,
    Answer,
    Claim,
    ClaimLink,
    ClaimVersion,
    ClaimWarning,
    Imprint,
    LinkKind,
    Original,
    PublicText,
    Revision,
)
from articles.spans import find_exact
from articles.suggestions.values import Danger
from sources.models import Attribution, Institution, Outlet, Speaker, Speech, Step
from tests.conftest import Reader, Scenes, know_vocabulary, tell_draft, the_publisher
from tests.desk import Desk, door, fill, sheet, words, wrong
from tests.rules import check_rules
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


def test_what_another_claim_rests_on_stays(old: Revision, publisher: User, second_publisher: User) -> None:
    """The two claims of the story share their source; one of them was carried over."""
    before = list(Attribution.objects.values())
    steps = list(Step.objects.filter(chain__claim_versions__revision__number=2).order_by("pk").values().distinct())
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=old, reason="a person"))
    assert list(Attribution.objects.values()) == before
    assert list(Step.objects.filter(pk__in=[row["id"] for row in steps]).order_by("pk").values()) == steps
    check_rules()


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
