"""Claims that the desk offers as of the same matter: which are looked up, why, and that no source has a part in it."""

from collections.abc import Sequence
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.dates import PartialDate
from articles.editing.claims import ClaimDraft, StepDraft, attribute, pin_claim
from articles.editing.copies import Outside, join_origin, join_outside
from articles.editing.drafting import Description, Words, draft_report, latest_revision
from articles.editing.linking import link_claims
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import withdraw_claim
from articles.likeness.statements import rank, statement_of
from articles.models import Claim, LinkKind, OriginKind, Topic
from articles.queries.corroboration import candidates_for
from articles.spans import find_exact
from provinces.models import Province
from sources.models import Outlet, Role, Speaker, Speech
from tests.desk import Desk, door, fill, words

TRADER = "a soap trader who crosses to Changbai at night"


def claim(
    by: User,
    exact: str,
    *,
    outlet: str = "Northern Courier",
    day: str = "2023-04-12",
    topics: Sequence[str] = (),
    provinces: Sequence[str] = ("ryanggang",),
    descriptor: str = "a source",
    ours: str = "",
    publish: bool = True,
) -> Claim:
    """A report of one statement, told by one source."""
    house, _ = Outlet.objects.get_or_create(
        name=outlet, defaults={"slug": outlet.lower().replace(" ", "-"), "show": "full"}
    )
    article = draft_report(
        by=by,
        outlet=house,
        words=Words(exact[:60], f"“{exact},” {descriptor} said."),
        description=Description(published=PartialDate.parse(day)),
    )
    source = attribute(
        by=by, article=article, descriptor=descriptor, role=Role.TRADER, province=None, told=outlet, contact="on Sunday"
    )
    revision = latest_revision(article)
    start, end = find_exact(revision.body, exact)
    steps = [
        StepDraft(Speaker.OUTLET, Speech.OWN, outlet=house),
        StepDraft(Speaker.UNNAMED, Speech.DIRECT, attribution=source, printed=descriptor, verb="said"),
    ]
    draft = ClaimDraft(
        start,
        end,
        steps,
        ours,
        source,
        provinces=list(Province.objects.filter(slug__in=provinces)),
        topics=list(Topic.objects.filter(slug__in=topics)),
    )
    found = pin_claim(by=by, article=article, revision=revision, draft=draft)
    if publish:
        publish_article(by=by, article=article)
    return found


@pytest.fixture
def asked(publisher: User) -> Claim:
    return claim(publisher, "Customs at Hyesan let forty tons of copper ore out in a day", topics=["copper", "customs"])


def offered(asked: Claim) -> list[str]:
    return [each.version.claim.public_id for each in candidates_for(asked)]


def test_the_nearest_comes_first_with_what_the_two_share(asked: Claim, publisher: User) -> None:
    claim(publisher, "Soap is dear in the market of Hyesan", outlet="Ridge Observer", topics=["market-prices"])
    near = claim(
        publisher, "No more than 40 tons of copper leave Hyesan daily", outlet="Harbour Digest", day="2023-04-20",
        topics=["copper"],
    )  # fmt: skip
    first = candidates_for(asked)[0]
    assert first.version.claim == near
    assert {"the same topic (copper)", "the same place (hyesan)", "the same figure (40)"} <= set(first.nearness.why)
    assert "reports 8 days apart" in first.nearness.why


def test_what_is_not_out_copied_linked_or_far_away_is_not_offered(asked: Claim, publisher: User) -> None:
    same = "Copper ore leaves Hyesan, forty tons of it in a day"
    drafted = claim(publisher, same, outlet="Outlet 1", topics=["copper"], publish=False)
    copied = claim(publisher, same, outlet="Outlet 2", topics=["copper"])
    join_origin(by=publisher, article=copied.article, origin=asked.article, kind=OriginKind.RELAY)
    linked = claim(publisher, same, outlet="Outlet 3", topics=["copper"])
    link_claims(by=publisher, claim=asked, other=linked, kind=LinkKind.CORROBORATES, reason="asked")
    far = claim(publisher, same, outlet="Outlet 4", topics=["copper"], day="2021-01-02")
    gone = claim(publisher, same, outlet="Outlet 5", topics=["copper"])
    withdraw_claim(by=publisher, claim=gone, reason="a test")
    elsewhere = claim(publisher, same, outlet="Outlet 6", topics=["fuel"], provinces=["nampo"])
    there = claim(publisher, same, outlet="Outlet 7", topics=["copper"])
    assert offered(asked) == [there.public_id]
    assert not {each.public_id for each in (drafted, copied, linked, far, gone, elsewhere)} & set(offered(asked))


def test_two_copies_of_one_report_that_is_not_here_are_not_offered_to_each_other(asked: Claim, publisher: User) -> None:
    other = claim(
        publisher, "Copper ore leaves Hyesan, forty tons of it in a day", outlet="Outlet 1", topics=["copper"]
    )
    assert offered(asked) == [other.public_id]
    for each in (asked, other):
        outside = Outside("https://wire.example/ore/7", "Amnok Wire")
        join_outside(by=publisher, article=each.article, outside=outside, kind=OriginKind.RELAY)
    assert offered(asked) == []


# No source has a part in it.


def test_claims_that_share_nothing_but_their_source_are_not_offered(publisher: User) -> None:
    """Planted: one source, word for word, in two reports that tell different things of one province."""
    one = claim(publisher, "Rice is sold at the ration shop", descriptor=TRADER, topics=["rationing"])
    claim(publisher, "Trees were felled near the dam", descriptor=TRADER, outlet="Harbour Digest", topics=["timber"])
    assert offered(one) == []


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_a_report_calls_its_source_changes_no_score(language: str) -> None:
    day = (date(2023, 4, 12), date(2023, 4, 12))

    def told(text: str, descriptor: str) -> object:
        return statement_of(text, language, descriptors=[descriptor], provinces=["ryanggang"], published=day)

    said, source = {
        "en": ("{} said copper ore leaves Hyesan", TRADER),
        "ko": ("{}은 혜산에서 동광석이 나간다고 말했다", "창바이를 밤에 오가는 비누 장사군 소식통"),
    }[language]
    plain = "a source" if language == "en" else "소식통"
    with_source, without = told(said.format(source), source), told(said.format(plain), plain)
    assert with_source == without, "the descriptor leaves nothing behind"
    # Planted: were its words kept, they would be seen.
    kept = statement_of(said.format(source).replace("창바이", "장백"), language, provinces=["ryanggang"], published=day)
    assert kept.things >= without.things  # type: ignore[attr-defined]  # a statement
    ranked = [rank(each, [without], 5)[0][1].score for each in (with_source, without)]  # type: ignore[arg-type, list-item]
    assert ranked[0] == ranked[1]


def test_the_order_is_the_same_whoever_spoke(publisher: User) -> None:
    """The far one has the source of the asked one, the near one another; then the other way round."""
    orders = []
    for number, (near, far) in enumerate([(TRADER, "a source"), ("a source", TRADER)]):
        day = f"202{number}-04-12"
        mine = claim(publisher, "Copper ore leaves Hyesan", day=day, topics=["copper"], descriptor=TRADER)
        close = claim(
            publisher,
            "Copper ore leaves Hyesan daily",
            day=day,
            topics=["copper"],
            descriptor=near,
            outlet="Harbour Digest",
        )
        distant = claim(
            publisher,
            "Copper wire is sold in Kapsan",
            day=day,
            topics=["copper"],
            descriptor=far,
            outlet="Ridge Observer",
        )
        found = candidates_for(mine)
        assert [each.version.claim for each in found][:1] == [close]
        orders.append(
            [(each.version.claim in (close, distant), each.nearness.score, each.nearness.why) for each in found]
        )
    assert orders[0] == orders[1]


def test_no_reason_tells_of_a_source(publisher: User, asked: Claim) -> None:
    one = claim(publisher, "Copper ore leaves Hyesan", topics=["copper"], descriptor=TRADER, outlet="Harbour Digest")
    other = claim(
        publisher, "Copper ore leaves Hyesan by day", topics=["copper"], descriptor=TRADER, outlet="Ridge Observer"
    )
    assert other.public_id in offered(one)
    reasons = " ".join(why for each in candidates_for(one) for why in each.nearness.why)
    for word in ("soap", "changbai", "night", "trader", "cross", "sunday", "source"):
        assert word not in reasons.lower()


# On the desk.


def test_the_desk_offers_them_on_the_page_of_links_and_links_nothing_by_itself(
    asked: Claim, publisher: User, tagger: User
) -> None:
    near = claim(publisher, "Forty tons of copper leave Hyesan in a day", outlet="Harbour Digest", topics=["copper"])
    desk, address = Desk(tagger), door("articles_claim_links", asked.pk)
    page = desk.get(address)
    assert "Claims that may be of the same matter" in words(page) and "the same topic (copper)" in words(page)
    assert "It is linked to no other claim." in words(page)
    chosen = page.click("Link to this one…")
    form = next(form for form in chosen.forms.values() if "other" in form.fields)
    assert form["other"].value == near.public_id
    fill(form, kind="corroborates", ground="own_reporting", reason="both spoke to customs")
    done = form.submit(status=302).follow()
    assert "Linked." in words(done) and "Claims that may be of the same matter" not in words(done)


def test_more_candidates_cost_no_more_queries(asked: Claim, publisher: User) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            candidates_for(asked)
        return len(queries)

    claim(publisher, "Copper waits at Hyesan", outlet="Outlet 1", topics=["copper"])
    claim(publisher, "Copper waits at Hyesan", outlet="Outlet 2", topics=["copper"], day="2023-04-15")
    before = cost()
    for number in range(3, 7):
        claim(publisher, "Copper waits at Hyesan", outlet=f"Outlet {number}", topics=["copper"], day="2023-04-16")
    assert cost() == before
