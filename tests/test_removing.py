"""One revision's words are removed for good, by two persons, while the rest of the report stands."""

import pytest
from django.contrib.auth.models import User
from django.db import connection

from articles.editing.drafting import keep_original, latest_revision, propose_revision, words_of
from articles.editing.publishing import publish_article
from articles.editing.removing import StillCurrent, ask_removal, confirm_removal
from articles.editing.withdrawing import SecondPersonNeeded, withdraw_article
from articles.models import Act, ActKind, Imprint, Revision
from tests.conftest import Reader
from tests.story import ACTED, Story

PLANTED = "Warehouse Nine on Lantern Street"


@pytest.fixture
def old(draft: Story, publisher: User) -> Revision:
    """Revision 1, with words that must go; revision 2 is out without them, and without the words of a claim."""
    article, words = draft.article, words_of(latest_revision(draft.article))
    kind = type(words)
    first = words.body.replace("Nobody", f"{PLANTED}. Nobody") + f"\n\nThey met at {PLANTED}."
    propose_revision(by=publisher, article=article, words=kind(words.headline, first, PLANTED, words.credit))
    publish_article(by=publisher, article=article)
    better = first.replace(PLANTED, "a warehouse").replace(ACTED, "They were gathered")
    propose_revision(by=publisher, article=article, words=kind(words.headline, better, "", words.credit))
    publish_article(by=publisher, article=article, kind=ActKind.CORRECTED_HERE, reason="words had to go")
    return article.revisions.get(number=1)


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
    article = old.article
    for name in ("reports.jsonl, line 3", "page.html", "later.txt"):
        keep_original(
            by=publisher, article=article, name=name, raw=f"{PLANTED if name != 'later.txt' else ''} {name}. Words."
        )
    withdraw_article(by=publisher, article=article, reason="a person")
    before = Imprint.objects.values_list("words", flat=True).get(article=article)
    for revision in article.revisions.order_by("-number"):
        confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=revision, reason="a person"))
        after = Imprint.objects.values_list("words", flat=True).filter(article=article).first()
        # The newest went first; what is compared then is the text that is left, and in the end nothing.
        assert after != before
    assert after is None
    assert [original.name for original in article.originals.all()] == ["later.txt"]
    assert rows_that_hold(PLANTED) == []
