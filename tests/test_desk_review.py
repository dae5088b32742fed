"""What a publisher is shown before publishing: claims added, changed, taken out, lost and moved."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.desk.review import Fate, claim_changes
from articles.editing.claims import drop_claim, latest_version
from articles.editing.drafting import Words, latest_revision, propose_revision, words_of
from articles.editing.leaving import propose_leaving
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import withdraw_claim
from articles.models import Act, Article, ClaimState
from sources.models import Chain, Step
from tests.conftest import Reader
from tests.desk import Desk, door, fill, pin, sheet, words
from tests.rules import check_rules
from tests.story import ACTED, DESCRIPTOR, RELAYED, Story, refreshed
from tests.test_queries import pin_more

WHY = "we had misheard it"


def fates(article: Article) -> list[tuple[str, str]]:
    """(first words, fate) of every claim that a publication would change."""
    return [(change.version.exact[:12], change.fate.name) for change in claim_changes(article)]


def propose(by: User, article: Article, body: str) -> None:
    words_now = words_of(latest_revision(article))
    propose_revision(by=by, article=article, words=type(words_now)(words_now.headline, body))


def body_of(story: Story) -> str:
    return latest_revision(story.article).body


def test_nothing_waits_after_publishing(story: Story) -> None:
    assert fates(story.article) == []


def test_all_five_are_told_apart(story: Story, editor: User, publisher: User) -> None:
    pin_more(publisher, story)
    form = Desk(editor).screen(story.article)
    fill(form, "claims-0-", paraphrase="Traders were called in.")
    pin(form, "workshops stood")
    number = next(n for n in range(9) if form[f"claims-{n}-exact"].value.startswith("self-reliance is not"))
    fill(form, f"claims-{number}-", leaves_because=WHY)
    form.submit("_save", status=302)
    lost = "trade has to serve an orderly economy that stands on its own feet"
    propose(editor, story.article, "It snowed.\n\n" + body_of(story).replace(lost, "Trade has to serve"))
    met = {fate for _, fate in fates(story.article)}
    assert met == {fate.name for fate in Fate} - {"FOUND"}

    page = Desk(publisher).get(door("articles_article_publish", story.article.pk))
    shown = words(page)
    for said in ("Added claim", "Changed claim", "Taken out claim", "Its words are not in the new text claim", WHY):
        assert said in shown, said


def test_words_that_come_back_are_told_beside_those_that_go(story: Story, publisher: User) -> None:
    whole = body_of(story)
    propose(publisher, story.article, whole.replace(RELAYED, "The committee said nothing,"))
    publish_article(by=publisher, article=story.article)
    propose(publisher, story.article, whole)
    assert fates(story.article) == [(RELAYED[:12], "FOUND")]
    page = Desk(publisher).get(door("articles_article_publish", story.article.pk))
    assert "Its words were lost and stand in the new text" in words(page)


def test_another_headline_or_caption_is_seen_before_it_goes_out(story: Story, publisher: User) -> None:
    now = words_of(latest_revision(story.article))
    proposed = Words("What traders were told", now.body, "Lorries at Hyesan.", "")
    propose_revision(by=publisher, article=story.article, words=proposed)
    page = Desk(publisher).get(door("articles_article_publish", story.article.pk))
    rows = [
        [" ".join(cell.get_text().split()) for cell in row.select("td")] for row in page.html.select(".pairs tbody tr")
    ]
    assert rows == [
        [f"headline {now.headline}", "headline What traders were told"],
        [f"caption {now.caption}", "caption Lorries at Hyesan."],
        [f"credit {now.credit}", "credit nothing"],
    ]


def test_a_claim_proposed_to_leave_stays_until_its_report_is_published(
    story: Story, editor: User, publisher: User, reader: Reader
) -> None:
    address = f"/claims/{story.acted.public_id}/"
    form = Desk(editor).screen(story.article)
    fill(form, "claims-0-", leaves_because=WHY)
    form.submit("_save", status=302)
    # Saying so makes no version, and readers see nothing of it.
    assert latest_version(story.acted).number == 1
    assert reader.get(address).status_code == 200
    assert WHY in words(Desk(editor).get(door("articles_article_change", story.article.pk)))

    form = sheet(Desk(publisher).get(door("articles_article_publish", story.article.pk)))
    fill(form, kind="reworded")
    form.submit(status=302)
    gone = reader.get(address)
    assert (gone.status_code, ACTED[:30] in gone.content.decode()) == (410, False)
    assert reader.get(f"/claims/{story.relayed.public_id}/").status_code == 200
    act = Act.objects.latest("number")
    assert (act.kind, act.withdrawal_class) == ("withdrawn", "editors")
    assert [subject["id"] for subject in act.subjects] == [story.acted.public_id]
    assert WHY not in act.reason
    assert ACTED[:30] not in reader.get("/search/?q=committee+building").content.decode()
    assert publish_article(by=publisher, article=story.article) is None
    check_rules()


def test_the_proposal_can_be_taken_back(story: Story, editor: User, publisher: User) -> None:
    propose_leaving(by=editor, claim=story.acted, reason=WHY)
    form = Desk(editor).screen(story.article)
    fill(form, "claims-0-", leaves_because="")
    form.submit("_save", status=302)
    assert publish_article(by=publisher, article=story.article) is None
    story.acted.refresh_from_db()
    assert story.acted.state == ClaimState.PUBLISHED


def test_a_leaving_claims_other_changes_are_not_published(story: Story, editor: User, publisher: User) -> None:
    form = Desk(editor).screen(story.article)
    fill(form, "claims-0-", leaves_because=WHY, paraphrase="Not this.")
    form.submit("_save", status=302)
    publish_article(by=publisher, article=story.article)
    assert [row.published_at is not None for row in story.acted.versions.order_by("number")] == [True, False]


def test_only_what_is_out_can_be_proposed_to_leave(draft: Story, editor: User) -> None:
    assert "claims-0-leaves_because" not in Desk(editor).screen(draft.article).fields
    with pytest.raises(ValueError, match="is not out"):
        propose_leaving(by=editor, claim=draft.acted, reason=WHY)


def test_what_was_withdrawn_meanwhile_does_not_leave_again(story: Story, editor: User, publisher: User) -> None:
    propose_leaving(by=editor, claim=story.acted, reason=WHY)
    withdraw_claim(by=publisher, claim=story.acted, reason="at once")
    acts = Act.objects.count()
    publish_article(by=publisher, article=story.article)
    assert Act.objects.count() == acts
    with pytest.raises(ValueError, match="is not out"):
        propose_leaving(by=editor, claim=story.acted, reason=WHY)


def test_a_report_that_is_open_while_its_claim_is_withdrawn_is_read_again(
    story: Story, editor: User, publisher: User
) -> None:
    form = Desk(editor).screen(story.article)
    withdraw_claim(by=publisher, claim=story.acted, reason="at once")
    form.submit("_save", status=409)


def test_a_preview_leaves_it_out_and_changes_nothing(story: Story, editor: User) -> None:
    propose_leaving(by=editor, claim=story.acted, reason=WHY)
    page = Desk(editor).get(door("articles_article_preview", story.article.pk))
    assert story.relayed.public_id in page.text and story.acted.public_id not in page.text
    assert refreshed(story.article).claims.filter(is_public=True).count() == 2


def test_the_page_costs_the_same_however_many_claims_wait(story: Story, publisher: User) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            claim_changes(story.article)
        return len(queries)

    # The first has every kind of speaker in its chain.
    form = Desk(publisher).screen(story.article)
    fill(form, "claims-1-", paraphrase="Nobody forbids trade.")
    form.submit("_save", status=302)
    before = cost()
    form = Desk(publisher).screen(story.article)
    fill(form, "claims-0-", paraphrase="Traders were called in.")
    form.submit("_save", status=302)
    assert cost() == before


# What a claim that is thrown away leaves behind.


def test_a_claim_thrown_away_takes_its_chain_along_unless_another_shares_it(draft: Story, editor: User) -> None:
    chains = Chain.objects.count()
    drop_claim(by=editor, claim=draft.acted)
    assert Chain.objects.count() == chains - 1
    assert not Step.objects.filter(chain__claim_versions__isnull=True).exists()
    form = Desk(editor).screen(draft.article)
    same = {"who": "source 1", "verb": "said", "speech": "direct", "printed": DESCRIPTOR, "basis": "carried"}
    body = {
        "who": "Ryanggang Provincial Party Committee",
        "verb": "said",
        "speech": "indirect",
        "printed": "the committee",
    }
    pin(form, RELAYED[:30], same, body)
    form.submit("_save", status=302)
    shared, second = latest_version(draft.relayed).chain, draft.article.claims.get(versions__exact=RELAYED[:30])
    assert latest_version(second).chain == shared
    drop_claim(by=editor, claim=second)
    assert latest_version(draft.relayed).chain == shared
    check_rules()


def test_a_chain_that_is_put_down_anew_leaves_no_old_one(draft: Story, editor: User) -> None:
    for verb in ("recounted", "insisted", "repeated"):
        form = Desk(editor).screen(draft.article)
        fill(form, "claims-0-steps-0-", verb=verb)
        form.submit("_save", status=302)
    assert not Chain.objects.filter(claim_versions__isnull=True).exists()
    assert Chain.objects.count() == 2
    check_rules()
