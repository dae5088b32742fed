"""What must go is gone at once and everywhere; a second person brings back exactly what went."""

import re

import pytest
from django.contrib.auth.models import User

from articles.editing.claims import draft_of, latest_version, pin_claim
from articles.editing.drafting import file_article, latest_revision, propose_revision, words_of
from articles.editing.permissions import set_permission
from articles.editing.publishing import NotReady, publish_article
from articles.editing.withdrawing import (
    SecondPersonNeeded,
    last_withdrawal,
    restore_article,
    withdraw_article,
    withdraw_claim,
)
from articles.models import Act, ActKind, Article, Claim, FiledTopic, PublicText, State, WithdrawalClass
from provinces.models import Province
from sources.models import Attribution, Institution, Outlet, Show
from tests.conftest import Reader
from tests.rules import check_rules
from tests.shelf import shelve
from tests.story import HEADLINE, RELAYED, Story, tell

LISTS = [
    "/",
    "/articles/",
    "/claims/",
    "/provinces/ryanggang/",
    "/topics/self-reliance/",
    "/outlets/",
    "/timeline/",
    "/map/",
    "/coverage/",
    "/series/",
    "/series/rice/",
    "/search/?q=committee",
    "/search/?q=committee&in=claims",
    "/articles.atom",
    "/claims.atom",
    "/search.atom?q=committee",
    "/sitemap.xml",
]


def addresses(story: Story) -> list[str]:
    """Every address of the report and its claims, however it is written."""
    article = story.article.public_id
    claims = [story.relayed.public_id, story.acted.public_id]
    return [
        f"/articles/{article}/",
        f"/articles/{article}/ryanggang-committee-tells-traders-what-it-expects/",
        f"/articles/{article}/v/1/",
        f"/a/{article}",
        f"/a/{article.upper()}",
        *(f"/claims/{claim}/{version}" for claim in claims for version in ("", "v/1/")),
        *(f"/c/{claim}" for claim in claims),
    ]


def status(reader: Reader, address: str) -> int:
    return int(reader.get(address, follow=True).status_code)


def listed(reader: Reader, public_id: str) -> set[str]:
    return {address for address in LISTS if public_id in reader.get(address).content.decode()}


def words_on(reader: Reader, address: str) -> str:
    """What a page says in its middle, without frame and markup."""
    body = reader.get(address).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", body.split("<main", 1)[1].split("</main>", 1)[0]).split())


def test_a_withdrawn_report_answers_gone_at_each_of_its_addresses(
    story: Story, publisher: User, reader: Reader
) -> None:
    assert {status(reader, address) for address in addresses(story)} == {200}
    assert listed(reader, story.article.public_id) >= {"/articles/", "/articles.atom", "/sitemap.xml"}

    withdraw_article(by=publisher, article=story.article, reason="asked for by the outlet")

    assert {address: status(reader, address) for address in addresses(story)} == dict.fromkeys(addresses(story), 410)
    for public_id in (story.article.public_id, story.relayed.public_id, story.acted.public_id):
        assert listed(reader, public_id) == set()
    for address in LISTS:
        body = reader.get(address).content.decode()
        assert HEADLINE not in body and RELAYED[:40] not in body
    assert not Institution.objects.published().exists()
    assert not Attribution.objects.published().exists()
    check_rules()


def test_the_page_of_what_is_gone_tells_day_class_and_successor_and_nothing_else(
    story: Story, publisher: User, reader: Reader
) -> None:
    better = shelve(by=publisher, headline="The better text", outlet="Southern Gazette")
    act = withdraw_article(
        by=publisher,
        article=story.article,
        withdrawal_class=WithdrawalClass.DUPLICATE,
        reason="came in twice",
        successor=better.public_id,
    )

    said = words_on(reader, f"/articles/{story.article.public_id}/")

    assert "a duplicate" in said
    assert str(act.at.year) in said
    assert f"/articles/{better.public_id}/" in reader.get(f"/articles/{story.article.public_id}/").content.decode()
    for secret in ("came in twice", HEADLINE, story.outlet.name, "Ryanggang", publisher.username):
        assert secret not in said


def test_legal_reasons_have_a_status_of_their_own(story: Story, publisher: User, reader: Reader) -> None:
    withdraw_article(by=publisher, article=story.article, withdrawal_class=WithdrawalClass.LEGAL, reason="a letter")
    assert {status(reader, address) for address in addresses(story)} == {451}


def test_one_claim_goes_and_its_report_stays(story: Story, publisher: User, reader: Reader) -> None:
    act = withdraw_claim(by=publisher, claim=story.relayed, reason="misread")

    claim = f"/claims/{story.relayed.public_id}/"
    assert [status(reader, address) for address in (claim, f"{claim}v/1/", f"/c/{story.relayed.public_id}")] == [
        410
    ] * 3
    assert listed(reader, story.relayed.public_id) == set()
    assert status(reader, f"/claims/{story.acted.public_id}/") == 200
    page = reader.get(f"/articles/{story.article.public_id}/").content.decode()
    assert RELAYED[:40] in page and story.relayed.public_id not in page and story.acted.public_id in page
    assert "does not forbid trade" not in page
    assert PublicText.objects.get(article=story.article).claims == "The committee gathered traders."
    assert (act.kind, [subject["id"] for subject in act.subjects]) == ("withdrawn", [story.relayed.public_id])
    check_rules()


def test_a_source_and_its_chain_go_with_the_last_claim_that_names_them(story: Story, publisher: User) -> None:
    withdraw_claim(by=publisher, claim=story.relayed, reason="misread")
    assert list(Attribution.objects.published()) == [story.source]
    withdraw_claim(by=publisher, claim=story.acted, reason="misread")
    assert list(Attribution.objects.published()) == []
    assert list(Institution.objects.published()) == []


def test_who_withdrew_does_not_bring_back_alone(story: Story, publisher: User, second_publisher: User) -> None:
    withdraw_article(by=publisher, article=story.article, reason="to be looked at")

    with pytest.raises(SecondPersonNeeded, match=f"^{story.article.public_id} was withdrawn by you; a second person"):
        restore_article(by=publisher, article=story.article, reason="looked at")
    act = restore_article(by=second_publisher, article=story.article, reason="looked at")

    assert (act.kind, act.by, act.reason) == ("restored", second_publisher, "looked at")


def test_what_was_filed_anew_while_nobody_saw_it_stands_so_from_its_return(
    story: Story, publisher: User, second_publisher: User
) -> None:
    withdraw_article(by=publisher, article=story.article, reason="to be looked at")
    report = Article.objects.get(pk=story.article.pk)
    rason = Province.objects.get(slug="rason")
    file_article(by=publisher, article=report, provinces=[rason], topics=[])
    act = restore_article(by=second_publisher, article=report, reason="looked at")
    standing = report.provinces_in_time.get(until=None)
    assert (standing.province, standing.is_public) == (rason, True)
    assert standing.since <= act.at
    assert not FiledTopic.objects.filter(content_object=report, until=None).exists()


def test_restoring_brings_back_exactly_the_claims_that_went_with_the_report(
    story: Story, publisher: User, second_publisher: User, reader: Reader
) -> None:
    before = {address: reader.get(address).content for address in (*addresses(story)[:3], *LISTS[1:6])}
    withdraw_article(by=publisher, article=story.article, reason="to be looked at")
    restore_article(by=second_publisher, article=story.article, reason="looked at")
    assert {status(reader, address) for address in addresses(story)} == {200}
    assert {address: reader.get(address).content for address in before} == before

    withdraw_claim(by=publisher, claim=story.relayed, reason="misread")
    withdraw_article(by=publisher, article=story.article, reason="to be looked at")
    act = restore_article(by=second_publisher, article=story.article, reason="looked at")

    assert [subject["id"] for subject in act.subjects] == [story.article.public_id, story.acted.public_id]
    assert status(reader, f"/claims/{story.acted.public_id}/") == 200
    assert status(reader, f"/claims/{story.relayed.public_id}/") == 410
    check_rules()


def test_a_claim_that_was_never_out_is_not_published_by_a_restoration(
    story: Story, publisher: User, second_publisher: User
) -> None:
    draft = draft_of(latest_version(story.acted))
    pending = pin_claim(by=publisher, article=story.article, revision=latest_revision(story.article), draft=draft)
    withdraw_article(by=publisher, article=story.article, reason="to be looked at")
    restore_article(by=second_publisher, article=story.article, reason="looked at")
    pending.refresh_from_db()
    assert (pending.state, pending.is_public) == ("draft", False)


@pytest.mark.parametrize(
    ("kind", "state", "claims"),
    [
        (ActKind.CORRECTED_HERE, State.CORRECTED_HERE, "published"),
        (ActKind.CORRECTED_BY_OUTLET, State.CORRECTED_BY_OUTLET, "published"),
        (ActKind.RETRACTED, State.RETRACTED, "retracted"),
    ],
)
def test_a_corrected_or_retracted_report_comes_back_as_what_it_was(
    kind: ActKind, state: State, claims: str, story: Story, publisher: User, second_publisher: User
) -> None:
    words = words_of(latest_revision(story.article))
    corrected = type(words)(f"{words.headline} (corrected)", words.body, words.caption, words.credit)
    propose_revision(by=publisher, article=story.article, words=corrected)
    publish_article(by=publisher, article=story.article, kind=kind)
    withdraw_article(by=publisher, article=story.article, reason="to be looked at")
    assert {claim.state for claim in Claim.objects.all()} == {"withdrawn"}

    restore_article(by=second_publisher, article=story.article, reason="looked at")

    assert Article.objects.get(pk=story.article.pk).state == state
    assert {claim.state for claim in Claim.objects.all()} == {claims}
    check_rules()


def test_a_report_whose_outlet_shows_nothing_now_does_not_come_back(
    story: Story, publisher: User, second_publisher: User, reader: Reader
) -> None:
    withdraw_article(by=publisher, article=story.article, reason="to be looked at")
    set_permission(by=publisher, outlet=story.outlet, show=Show.NOTHING)

    with pytest.raises(NotReady, match=r"it lacks the outlet's permission to show anything$"):
        restore_article(by=second_publisher, article=story.article, reason="looked at")

    assert status(reader, f"/articles/{story.article.public_id}/") == 410
    assert not Outlet.objects.get(pk=story.outlet.pk).is_public


def test_one_of_several_reports_that_a_permission_took_comes_back_alone(
    story: Story, publisher: User, second_publisher: User, reader: Reader
) -> None:
    other = shelve(by=publisher, headline="Another report")
    set_permission(by=publisher, outlet=story.outlet, show=Show.NOTHING)
    set_permission(by=publisher, outlet=story.outlet, show=Show.CLAIMS)

    act = restore_article(by=second_publisher, article=story.article, reason="this one only")

    ids = [story.article.public_id, story.relayed.public_id, story.acted.public_id]
    assert [subject["id"] for subject in act.subjects] == ids
    assert status(reader, f"/articles/{other.public_id}/") == 451


@pytest.mark.parametrize("name", ["article", "claim"])
def test_what_was_never_out_or_is_out_no_more_cannot_be_withdrawn(
    name: str, draft: Story, publisher: User, reader: Reader
) -> None:
    public_id = draft.article.public_id if name == "article" else draft.relayed.public_id

    def withdraw() -> Act:
        if name == "article":
            return withdraw_article(by=publisher, article=draft.article, reason="again")
        return withdraw_claim(by=publisher, claim=draft.relayed, reason="again")

    with pytest.raises(ValueError, match=f"^{public_id} was never published$"):
        withdraw()
    publish_article(by=publisher, article=draft.article)
    withdraw()
    count = Act.objects.count()
    with pytest.raises(ValueError, match=f"^{public_id} is withdrawn already$"):
        withdraw()
    assert Act.objects.count() == count


def test_a_report_that_is_out_needs_no_restoring_and_a_withdrawn_one_no_publishing(
    story: Story, publisher: User, second_publisher: User
) -> None:
    assert last_withdrawal(story.article) is None
    with pytest.raises(ValueError, match=r"is not withdrawn$"):
        restore_article(by=second_publisher, article=story.article, reason="by mistake")
    withdraw_article(by=publisher, article=story.article, reason="to be looked at")
    with pytest.raises(NotReady, match=r"it lacks its restoration by a second person$"):
        publish_article(by=second_publisher, article=story.article)


def test_the_copies_of_a_withdrawn_original_no_longer_name_it(story: Story, publisher: User, reader: Reader) -> None:
    copy = shelve(by=publisher, headline="The same in Korean", outlet="Southern Gazette", origin=story.article)
    page = f"/articles/{copy.public_id}/"
    assert story.article.public_id in reader.get(page).content.decode()

    withdraw_article(by=publisher, article=story.article, reason="to be looked at")

    assert reader.get(page).status_code == 200
    assert HEADLINE not in reader.get(page).content.decode()
    assert story.article.public_id not in reader.get(page).content.decode()


def test_two_reports_of_one_body_hide_it_only_together(story: Story, publisher: User, reader: Reader) -> None:
    other = tell(by=publisher, outlet_name="Southern Gazette")
    address = f"/institutions/{story.committee.slug}/"

    withdraw_article(by=publisher, article=story.article, reason="to be looked at")
    assert status(reader, address) == 200
    withdraw_article(by=publisher, article=other.article, reason="to be looked at")

    # It was given out, so it is gone and not unheard of; it comes back with the next report.
    assert status(reader, address) == 410
    assert story.committee.name_en not in reader.get(address).content.decode()
    tell(by=publisher, outlet_name="Western Mirror")
    assert status(reader, address) == 200
