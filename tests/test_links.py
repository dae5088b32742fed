"""Claims are linked at both ends; a link is public with both, and the highest grade rests on it."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from articles.briefing import Briefing, Pin
from articles.editing.claims import latest_version
from articles.editing.drafting import Words, propose_revision
from articles.editing.grading import NotConfirmed, grade_claim
from articles.editing.linking import CannotLink, link_claims, unlink_claims
from articles.editing.publishing import NotReady, publish_article
from articles.editing.removing import ask_removal, confirm_removal
from articles.editing.withdrawing import restore_article, withdraw_article, withdraw_claim
from articles.models import ActKind, Article, Claim, ClaimLink, LinkKind
from articles.queries.support import independent_origins
from tests.conftest import Reader
from tests.desk import Desk, Form, door, fill, words, wrong
from tests.rules import check_rules, refused
from tests.story import DESCRIPTOR, Story, refreshed, tell

WHY = "two desks spoke to different people"


@pytest.fixture
def other(publisher: User) -> Story:
    """The same statement in another outlet."""
    return tell(by=publisher, outlet_name="Southern Gazette")


def link(by: User, one: Story, other: Story, kind: LinkKind = LinkKind.CORROBORATES) -> None:
    link_claims(by=by, claim=one.relayed, other=other.relayed, kind=kind, reason=WHY)


def ends(story: Story) -> list[tuple[int, str, int]]:
    """(version, kind, other claim) of every link of the story's claim."""
    rows = ClaimLink.objects.filter(version__claim=story.relayed).order_by("version__number")
    return list(rows.values_list("version__number", "kind", "other"))


def page(reader: Reader, story: Story, version: str = "") -> str:
    return str(reader.get(f"/claims/{story.relayed.public_id}/{version}").content.decode())


@pytest.mark.parametrize(
    ("kind", "from_there"),
    [
        ("corroborates", "corroborates"),
        ("contradicts", "contradicts"),
        ("repeats", "repeats"),
        ("updates", "updated_by"),
        ("updated_by", "updates"),
    ],
)
def test_both_ends_are_put_down_on_versions_that_wait(
    kind: str, from_there: str, story: Story, other: Story, editor: User
) -> None:
    link(editor, story, other, LinkKind(kind))
    assert ends(story) == [(2, kind, other.relayed.pk)]
    assert ends(other) == [(2, from_there, story.relayed.pk)]
    # Once more is no change; another word for it changes both ends, and takes no further version.
    link(editor, story, other, LinkKind(kind))
    link(editor, story, other, LinkKind.REPEATS)
    assert ends(story) == [(2, "repeats", other.relayed.pk)]
    assert ends(other) == [(2, "repeats", story.relayed.pk)]


def test_each_end_is_seen_once_its_own_report_is_published(
    story: Story, other: Story, publisher: User, reader: Reader
) -> None:
    link(publisher, story, other)
    assert other.relayed.public_id not in page(reader, story)
    publish_article(by=publisher, article=story.article)
    assert "This claim says the same, independently" in page(reader, story)
    assert other.relayed.public_id in page(reader, story)
    assert story.relayed.public_id not in page(reader, other).replace(f'"/claims/{other.relayed.public_id}/', "")
    publish_article(by=publisher, article=other.article)
    assert story.relayed.public_id in page(reader, other)
    # The version before has none, for ever; and why stays on the desk.
    assert other.relayed.public_id not in page(reader, story, "v/1/")
    assert WHY not in page(reader, story) + page(reader, other)
    check_rules()


def test_the_words_of_the_other_claim_say_nothing_of_its_source(
    story: Story, other: Story, publisher: User, reader: Reader
) -> None:
    link(publisher, story, other)
    publish_article(by=publisher, article=story.article)
    listed = page(reader, story).split("<h3>Other claims</h3>")[1].split("</ul>")[0]
    assert "The committee does not forbid trade." in listed
    assert DESCRIPTOR not in listed and "trading company" not in listed


def test_a_link_is_hidden_with_either_claim_and_comes_back_with_it(
    story: Story, other: Story, publisher: User, second_publisher: User, reader: Reader
) -> None:
    link(publisher, story, other)
    for each in (story, other):
        publish_article(by=publisher, article=each.article)
    withdraw_article(by=publisher, article=other.article, reason="a test")
    assert other.relayed.public_id not in page(reader, story)
    assert not ClaimLink.objects.published().exists()
    check_rules()
    restore_article(by=second_publisher, article=refreshed(other.article), reason="it may stay")
    assert other.relayed.public_id in page(reader, story)
    withdraw_claim(by=publisher, claim=story.relayed, reason="a test")
    assert story.relayed.public_id not in page(reader, other)
    check_rules()


def test_a_version_made_since_keeps_the_links(story: Story, other: Story, publisher: User) -> None:
    link(publisher, story, other)
    publish_article(by=publisher, article=story.article)
    grade_claim(by=publisher, claim=story.relayed, credibility=3, reason="alone")
    assert ends(story) == [(2, "corroborates", other.relayed.pk), (3, "corroborates", other.relayed.pk)]


def test_what_cannot_be_linked(story: Story, draft_of_another: Story, publisher: User) -> None:
    with pytest.raises(CannotLink, match="not linked to itself"):
        link(publisher, story, story)
    with pytest.raises(CannotLink, match="is not out yet"):
        link(publisher, story, draft_of_another)
    withdraw_claim(by=publisher, claim=story.acted, reason="a test")
    with pytest.raises(CannotLink, match="is withdrawn"):
        link_claims(
            by=publisher,
            claim=story.relayed,
            other=Claim.objects.get(pk=story.acted.pk),
            kind=LinkKind.REPEATS,
            reason=WHY,
        )


def test_words_that_were_removed_are_linked_to_nothing(
    story: Story, other: Story, publisher: User, second_publisher: User
) -> None:
    propose_revision(by=publisher, article=other.article, words=Words("Nothing of it", "Nobody said so."))
    publish_article(by=publisher, article=other.article, kind=ActKind.CORRECTED_HERE, reason="a slip")
    asked = ask_removal(by=publisher, revision=other.article.revisions.get(number=1), reason="a person")
    confirm_removal(by=second_publisher, removal=asked)
    with pytest.raises(CannotLink, match="were removed"):
        link(publisher, story, other)
    assert not ClaimLink.objects.exists()


@pytest.fixture
def draft_of_another(publisher: User) -> Story:
    return tell(by=publisher, outlet_name="Western Mirror", publish=False)


def test_the_database_holds_it_too(story: Story, other: Story, publisher: User) -> None:
    link(publisher, story, other)
    row = ClaimLink.objects.get(version__claim=story.relayed)
    row.other = story.relayed
    with refused("claim_link_is_to_another_claim"), transaction.atomic():
        row.save()
    publish_article(by=publisher, article=story.article)
    for change in (lambda: ClaimLink.objects.filter(pk=row.pk).update(kind="repeats"), lambda: row.delete()):
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            change()


# Grades.


def test_the_highest_grade_rests_on_a_second_origin(story: Story, other: Story, publisher: User) -> None:
    with pytest.raises(NotConfirmed):
        grade_claim(by=publisher, claim=story.relayed, credibility=1, reason="independent")
    link(publisher, story, other)
    assert independent_origins(story.relayed) == 2
    grade_claim(by=publisher, claim=story.relayed, credibility=1, reason="independent")
    act = publish_article(by=publisher, article=story.article, kind=ActKind.REGRADED)
    assert act is not None
    with pytest.raises(CannotLink, match="regrade it first"):
        unlink_claims(by=publisher, claim=other.relayed, other=story.relayed)
    grade_claim(by=publisher, claim=story.relayed, credibility=2, reason="consistent")
    unlink_claims(by=publisher, claim=other.relayed, other=story.relayed)
    assert (latest_version(story.relayed).links.count(), latest_version(other.relayed).links.count()) == (0, 0)
    assert independent_origins(story.relayed) == 1


@pytest.mark.parametrize("kind", [LinkKind.REPEATS, LinkKind.UPDATES, LinkKind.CONTRADICTS])
def test_no_other_link_supports_it(kind: LinkKind, story: Story, other: Story, publisher: User) -> None:
    link(publisher, story, other, kind)
    assert independent_origins(story.relayed) == 1


def test_a_copy_supports_nothing_and_two_copies_of_another_count_once(
    story: Story, other: Story, publisher: User
) -> None:
    link(publisher, story, other)
    third = tell(by=publisher, outlet_name="Western Mirror")
    link(publisher, story, third)
    assert independent_origins(story.relayed) == 3
    Article.objects.filter(pk=third.article.pk).update(origin=other.article, origin_kind="translation")
    assert independent_origins(story.relayed) == 2
    # The one with a copy of its own last: an origin points to no further one.
    for each in (third, other):
        Article.objects.filter(pk=each.article.pk).update(origin=story.article, origin_kind="relay")
    assert independent_origins(story.relayed) == 1


def test_support_that_is_withdrawn_or_retracted_counts_no_more(story: Story, other: Story, publisher: User) -> None:
    link(publisher, story, other)
    grade_claim(by=publisher, claim=story.relayed, credibility=1, reason="independent")
    publish_article(by=publisher, article=other.article, kind=ActKind.RETRACTED, reason="the outlet took it back")
    assert independent_origins(story.relayed) == 1
    with pytest.raises(NotReady, match="lacks a second, independent origin for"):
        publish_article(by=publisher, article=story.article)


# The page.


def test_an_editor_links_and_unlinks_on_the_claims_page(story: Story, other: Story, tagger: User) -> None:
    desk, address = Desk(tagger), door("articles_claim_links", story.relayed.pk)

    def form_to_link() -> Form:
        return next(form for form in desk.get(address).forms.values() if "other" in form.fields)

    form = form_to_link()
    fill(form, kind="corroborates", other="cxxxxxxx", reason=WHY)
    assert "other" in wrong(form.submit(status=422))
    fill(form, kind="corroborates", other=story.relayed.public_id, reason=WHY)
    assert "a claim is not linked to itself" in words(form.submit(status=422))
    stale = form_to_link()
    fill(form, kind="corroborates", other=other.relayed.public_id.upper(), reason=WHY)
    done = form.submit(status=302).follow()
    assert "Linked." in words(done) and other.outlet.name in words(done) and WHY in words(done)
    # Both reports count an edit: a page of either that is open elsewhere is not saved over this.
    assert [refreshed(each.article).edit_number for each in (story, other)] == [1, 1]
    fill(stale, kind="contradicts", other=other.relayed.public_id, reason="no")
    assert "was changed by somebody else" in words(stale.submit(status=409))
    form = next(form for form in desk.get(address).forms.values() if "unlink" in form.fields)
    form.submit("unlink", status=302)
    assert latest_version(story.relayed).links.count() == 0


def test_a_briefing_counts_what_rests_on_one_origin_and_says_what_was_linked_since(
    story: Story, other: Story, editor: User, publisher: User, reader: Reader
) -> None:
    def told(*numbers: int) -> str:
        pins = (Pin(each.relayed.public_id, number) for each, number in zip((story, other), numbers, strict=True))
        return str(reader.get(f"/briefing.md?{Briefing(tuple(pins)).query}").content.decode())

    assert "On one origin alone: 2 of 2 (100 %)" in told(1, 1)
    link(editor, story, other)
    publish_article(by=publisher, article=story.article)
    before, after = told(1, 1), told(2, 1)
    assert "On one origin alone: 2 of 2 (100 %)" in before
    said = f"Since then an editor noted that it says the same, independently, as {other.relayed.public_id}."
    assert said in before and said not in after
    assert "On one origin alone: 1 of 2 (50 %)" in after
    withdraw_claim(by=publisher, claim=other.relayed, reason="asked for")
    rest = told(1, 1)
    assert "On one origin alone: 1 of 1 (100 %)" in rest and other.relayed.public_id not in rest.split("Sources")[1]
    assert said not in rest
