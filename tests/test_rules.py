"""The database itself refuses what must never be, whoever asks."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from articles.editing.claims import ClaimDraft, StepDraft, attribute, pin_claim
from articles.editing.drafting import latest_revision
from articles.editing.removing import destroy_words
from articles.models import (
    Act,
    Article,
    Claim,
    ClaimVersion,
    PublicText,
    ReportAttribution,
    Revision,
    Topic,
)
from config.verifying.finding import Finding
from config.verifying.ledger import chain
from sources.models import Attribution, Chain, Institution, Outlet, Speaker, Speech, Step
from tests.rules import check_rules, refused
from tests.story import Story, tell


def commit_with(rows: QuerySet[Article], **change: object) -> None:
    """Change rows by hand and check what a commit would."""
    rows.update(**change)
    check_rules()


@pytest.fixture
def version(story: Story) -> ClaimVersion:
    return story.relayed.versions.get()


def test_the_words_of_a_claim_equal_its_slice(draft: Story) -> None:
    version = draft.relayed.versions.get()
    version.exact = "something the report never said"
    with refused("claim_words_are_the_slice"), transaction.atomic():
        version.save()


def test_a_claim_points_into_a_revision_of_its_own_article(draft: Story, publisher: User) -> None:
    other = tell(by=publisher, outlet_name="Southern Gazette", publish=False)
    version = draft.relayed.versions.get()
    version.revision = latest_revision(other.article)
    with refused("claim_words_are_the_slice"), transaction.atomic():
        version.save()


def test_a_claims_attribution_is_of_its_own_article(draft: Story, publisher: User) -> None:
    other = tell(by=publisher, outlet_name="Southern Gazette", publish=False)
    with refused("claim_attribution_is_of_its_article"), transaction.atomic():
        ClaimVersion.objects.filter(claim=draft.relayed).update(attribution=other.source)
        check_rules()


def test_a_chain_that_names_another_reports_source_is_refused(draft: Story, publisher: User) -> None:
    other = tell(by=publisher, outlet_name="Southern Gazette", publish=False)
    with refused("claim_attribution_is_of_its_article"), transaction.atomic():
        ClaimVersion.objects.filter(claim=draft.relayed).update(chain=other.relayed.versions.get().chain)
        check_rules()


def test_a_chain_has_a_first_step(db: None) -> None:
    with refused("chain_has_a_first_step"), transaction.atomic():
        Chain.objects.create()
        check_rules()


def test_the_first_step_is_the_outlet(draft: Story) -> None:
    with refused("step_first_is_the_outlet"), transaction.atomic():
        Step.objects.create(
            chain=Chain.objects.create(), position=1, kind=Speaker.NAMED, printed="Somebody", speech=Speech.DIRECT
        )


def test_a_step_names_exactly_the_speaker_of_its_kind(draft: Story) -> None:
    step = draft.relayed.versions.get().chain.steps.get(position=3)
    step.attribution = draft.source
    with refused("step_has_the_speaker_of_its_kind"), transaction.atomic():
        step.save()


def test_one_revision_is_current(story: Story, publisher: User) -> None:
    with refused("revision_one_is_current"), transaction.atomic():
        Revision.objects.create(
            article=story.article, number=2, headline="Another", body="Text.", made_by=publisher, is_current=True
        )


@pytest.mark.parametrize(
    "change", [{"body": "Other words."}, {"headline": "Other"}, {"number": 7}, {"caption": "Other"}]
)
def test_a_published_revision_never_changes(story: Story, change: dict[str, object]) -> None:
    with refused("revision_once_published_never_changes"), transaction.atomic():
        Revision.objects.filter(article=story.article).update(**change)


def test_a_published_revision_never_disappears(story: Story) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_revision WHERE article_id = %s", [story.article.pk])


def test_the_text_of_a_revision_may_be_removed_once_and_never_comes_back(story: Story) -> None:
    revision = latest_revision(story.article)
    body = revision.body
    destroy_words(article=story.article, revision=revision, at=timezone.now())
    with refused("revision_once_published_never_changes"), transaction.atomic():
        Revision.objects.filter(pk=revision.pk).update(headline="Back", body=body, removed_at=None)


@pytest.mark.parametrize(
    "change", [{"paraphrase": "Other."}, {"start": 0}, {"credibility": 2}, {"event_words": "then"}]
)
def test_a_published_version_of_a_claim_never_changes(version: ClaimVersion, change: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ClaimVersion.objects.filter(pk=version.pk).update(**change)
    assert ClaimVersion.objects.get(pk=version.pk).paraphrase == "The committee does not forbid trade."


def test_identities_are_never_deleted_or_renamed(story: Story) -> None:
    for table, pk in (("articles_article", story.article.pk), ("articles_claim", story.relayed.pk)):
        with (
            pytest.raises(IntegrityError, match=r"stays|never changes"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"DELETE FROM {table} WHERE id = %s", [pk])
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE {table} SET public_id = 'a0000000' WHERE id = %s", [pk])


@pytest.mark.parametrize("grade", [0, 7])
def test_a_grade_is_in_range(draft: Story, grade: int) -> None:
    with refused("claim_credibility_is_1_to_6"), transaction.atomic():
        ClaimVersion.objects.filter(claim=draft.relayed).update(credibility=grade)


def test_an_outlets_letter_needs_a_reason(story: Story) -> None:
    with refused("outlet_reliability_has_a_reason"), transaction.atomic():
        Outlet.objects.filter(pk=story.outlet.pk).update(reliability="B")


def test_nothing_falls_due_before_it_happened(draft: Story) -> None:
    early = timezone.now().date().replace(year=2020)
    with refused("claim_is_due_after_its_event"), transaction.atomic():
        ClaimVersion.objects.filter(claim=draft.relayed).update(due_latest=early)


def test_an_origin_points_to_no_further_origin(story: Story, publisher: User) -> None:
    copy = tell(by=publisher, outlet_name="Southern Gazette", publish=False).article
    third = tell(by=publisher, outlet_name="Western Mirror", publish=False).article
    Article.objects.filter(pk=copy.pk).update(origin=story.article, origin_kind="relay")
    with refused("article_origin_has_depth_one"), transaction.atomic():
        Article.objects.filter(pk=third.pk).update(origin=copy, origin_kind="relay")
    Article.objects.filter(pk=copy.pk).update(origin=None, origin_url="https://elsewhere.example/1")
    with refused("article_origin_has_depth_one"), transaction.atomic():
        Article.objects.filter(pk=third.pk).update(origin=copy, origin_kind="relay")


def test_a_topic_is_not_below_itself(vocabulary: None) -> None:
    trade, policy = Topic.objects.get(slug="trade"), Topic.objects.get(slug="trade-policy")
    assert policy.broader == trade
    with refused("topic_is_not_below_itself"), transaction.atomic():
        Topic.objects.filter(pk=trade.pk).update(broader=policy)
        check_rules()


def test_nothing_is_public_inside_something_hidden(draft: Story) -> None:
    with refused("articleprovince_public_within_article"), transaction.atomic():
        draft.article.filed_provinces.update(is_public=True)
        check_rules()


def test_what_is_hidden_holds_nothing_public(story: Story) -> None:
    check_rules()
    with pytest.raises(IntegrityError, match="still holds a public row"), transaction.atomic():
        commit_with(Article.objects.filter(pk=story.article.pk), is_public=False)


def test_nothing_is_public_without_an_act(draft: Story) -> None:
    now = timezone.now()
    Outlet.objects.filter(pk=draft.outlet.pk).update(is_public=True)
    article = Article.objects.filter(pk=draft.article.pk)
    with refused("article_public_has_a_text_and_an_act"), transaction.atomic():
        commit_with(article, is_public=True, state="published", first_published_at=now, changed_at=now)


def test_a_public_text_shows_no_more_than_the_outlet_allows(publisher: User) -> None:
    quiet = tell(by=publisher, outlet_name="Harbour Notes", show="claims")
    text = PublicText.objects.get(article=quiet.article)
    assert (text.body, text.caption) == ("", "")
    text.body = latest_revision(quiet.article).body
    with refused("public_text_is_what_the_outlet_allows"), transaction.atomic():
        text.save()


def test_an_outlet_that_takes_its_permission_back_leaves_no_text_behind(story: Story) -> None:
    with refused("outlet_permission_holds_in_public_texts"), transaction.atomic():
        Outlet.objects.filter(pk=story.outlet.pk).update(show="claims")
        check_rules()


def test_the_ledger_is_only_added_to_and_its_chain_holds(story: Story) -> None:
    assert list(chain()) == []
    act = Act.objects.latest("number")
    for statement in ("UPDATE articles_act SET kind = 'merged'", "DELETE FROM articles_act"):
        with refused("act_is_never_changed"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    number, last = act.number, act.hash
    act.pk, act._state.adding, act.hash = None, True, "0" * 64
    for act.number, act.previous_hash in ((number + 5, last), (number, last), (number + 1, "1" * 64)):
        with refused("act_follows_the_last"), transaction.atomic():
            act.save()


def test_a_tampered_act_is_found(story: Story) -> None:
    check_rules()
    with connection.cursor() as cursor:
        cursor.execute('ALTER TABLE articles_act DISABLE TRIGGER "rule_act_is_never_changed"')
        cursor.execute("UPDATE articles_act SET at = at + %s::interval", ["1 day"])
    said = "its hash is not that of what it says"
    assert list(chain()) == [Finding(f"act {act.number}", said) for act in Act.objects.all()]


def test_an_attribution_belongs_to_one_report_for_ever(story: Story, publisher: User) -> None:
    other = tell(by=publisher, outlet_name="Southern Gazette", publish=False)
    with refused("report_attribution_keeps_its_report"), transaction.atomic():
        ReportAttribution.objects.filter(attribution=story.source).update(article=other.article)


def test_equal_chains_are_shared_within_a_report(draft: Story, publisher: User) -> None:
    first = draft.relayed.versions.get()
    steps = [
        StepDraft(
            Speaker(step.kind), Speech(step.speech), step.outlet, step.attribution, step.institution, step.printed,
            step.verb, step.basis,  # type: ignore[arg-type]
        )
        for step in first.chain.steps.all()
    ]  # fmt: skip
    claim = pin_claim(
        by=publisher,
        article=draft.article,
        revision=first.revision,
        draft=ClaimDraft(0, 12, steps, attribution=draft.source),
    )
    assert claim.versions.get().chain == first.chain


def test_an_attribution_has_a_descriptor(draft: Story, publisher: User) -> None:
    with refused("attribution_has_a_descriptor"), transaction.atomic():
        attribute(by=publisher, article=draft.article, descriptor="")


def test_the_story_breaks_no_rule(story: Story) -> None:
    check_rules()
    assert Claim.objects.published().count() == 2
    assert Attribution.objects.published().get() == story.source
    assert Institution.objects.published().get() == story.committee
