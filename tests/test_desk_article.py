"""The article's screen: one form, one transaction; from a draft to what readers see."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.editing.drafting import Description, Words, draft_report
from articles.models import Act, Article, Claim, ClaimVersion, Revision, State
from provinces.models import Province
from sources.models import Attribution, Institution, InstitutionName, Outlet
from tests.conftest import Reader
from tests.desk import (
    Desk,
    Form,
    add_source,
    door,
    empty_place,
    everything,
    fill,
    keep_as_printed,
    pin,
    screen_of,
    sheet,
    tick,
    unpinned,
    words,
    wrong,
)
from tests.story import ACTED, DESCRIPTOR, RELAYED, Story

pytestmark = pytest.mark.long

COMMITTEE = "Ryanggang Provincial Party Committee"
ASKED = "the committee asked the companies to study the new trade rules before they sign anything with partners abroad"


@pytest.fixture
def report(editor: User) -> Article:
    return unpinned(by=editor)


def read(reader: Reader, address: str) -> BeautifulSoup:
    """A page of the public site."""
    return BeautifulSoup(reader.get(address).content, "html.parser")


def text_of(part: Any) -> str:
    return " ".join(part.get_text(" ").split())


def kept(claim: Claim) -> ClaimVersion:
    """The newest version of a claim."""
    return claim.versions.order_by("number").last()  # type: ignore[return-value]  # every claim has one


def test_two_claims_pinned_in_one_save_and_published_stand_on_readers_pages(
    report: Article, editor: User, publisher: User, reader: Reader
) -> None:
    form = Desk(editor).screen(report)
    source = add_source(
        form,
        descriptor=DESCRIPTOR,
        role="trading_company",
        told="Northern Courier",
        contact="on Sunday",
        province="Ryanggang",
    )
    spoke = {"who": source, "verb": "said", "basis": "carried"}
    relay = {"who": COMMITTEE, "verb": "said", "speech": "indirect", "printed": "the committee"}
    pin(form, RELAYED, spoke, relay, paraphrase="The committee does not forbid trade.")
    # Bodies are found by their Korean names too.
    pin(
        form, ACTED, {"who": source, "verb": "told"}, actor="량강도당위원회", paraphrase="The committee gathered traders.",
        event_words="at the start of the month", event_edtf="2023-04-01~/2023-04-10~",
    )  # fmt: skip
    assert "Saved." in words(form.submit("_save").follow())

    told = Attribution.objects.get(report__article=report)
    assert (told.descriptor, told.role, str(told.province), told.contact) == (
        DESCRIPTOR, "trading_company", "Ryanggang", "on Sunday",
    )  # fmt: skip
    acted, relayed = (kept(claim) for claim in Claim.objects.filter(article=report).order_by("versions__start"))
    assert (acted.exact, acted.paragraph, str(acted.actor), acted.attribution) == (ACTED, 2, COMMITTEE, told)
    assert str(acted.chain) == f"Northern Courier ← {DESCRIPTOR}"
    assert (relayed.exact, relayed.paragraph, relayed.actor, relayed.attribution) == (RELAYED, 5, None, told)
    assert [(str(step), step.speech, step.basis) for step in relayed.chain.steps.all()] == [
        ("Northern Courier", "own", "printed"),
        (DESCRIPTOR, "direct", "carried"),
        ("the committee", "indirect", "printed"),
    ]
    assert reader.get(f"/articles/{report.public_id}/").status_code == 404

    desk = Desk(publisher)
    form = desk.screen(report)
    keep_as_printed(form)
    published = sheet(form.submit("_publish").follow()).submit().follow()
    assert "Published: act 1." in words(published)
    assert [text_of(mark) for mark in read(reader, f"/articles/{report.public_id}/").select("mark")] == [ACTED, RELAYED]
    ladder = read(reader, f"/claims/{relayed.claim.public_id}/").select(".ladder li")
    for rung, speaker in zip(ladder, ("Northern Courier", DESCRIPTOR, "the committee"), strict=True):
        assert speaker in text_of(rung)
    assert "indirect speech" in text_of(ladder[2])
    page = text_of(read(reader, f"/claims/{acted.claim.public_id}/"))
    assert f"Acting {COMMITTEE}" in page and "at the start of the month" in page
    said = text_of(read(reader, "/institutions/ryanggang-party-committee/").select_one("ol.rows"))
    did = text_of(read(reader, "/institutions/ryanggang-party-committee/?show=did").select_one("ol.rows"))
    assert ("does not forbid trade" in said, "gathered traders" in said) == (True, False)
    assert ("does not forbid trade" in did, "gathered traders" in did) == (False, True)


# What is wrong → the field it stands in, and what is said beside it. {claim}, {source}: the first empty place.
WRONG: dict[str, tuple[Callable[[Form], Any], str, str]] = {
    "words nobody printed": (
        lambda form: pin(form, "They welcomed the new rules."),
        "{claim}exact",
        "These words are not in the text.",
    ),
    "words that stand there once only": (
        lambda form: pin(form, RELAYED, occurrence="2"),
        "{claim}exact",
        "These words stand in the text 1 time, not 2.",
    ),
    "no words": (
        lambda form: pin(form, "", paraphrase="The committee does not forbid trade."),
        "{claim}exact",
        "Paste the words of the report that say it.",
    ),
    "a speaker nobody knows": (
        lambda form: pin(form, RELAYED, {"who": "Ministry of Weather"}),
        "{claim}steps-0-who",
        "There is no institution called “Ministry of Weather” yet; add it to the institutions first.",
    ),
    "an actor nobody knows": (
        lambda form: pin(form, RELAYED, actor="Ministry of Weather"),
        "{claim}actor",
        "There is no institution called “Ministry of Weather” yet; add it to the institutions first.",
    ),
    "a source that is not put down": (
        lambda form: pin(form, RELAYED, {"who": "source 7"}),
        "{claim}steps-0-who",
        "This report has no source 7.",
    ),
    "an institution speaking for the outlet": (
        lambda form: pin(form, RELAYED, {"who": COMMITTEE, "speech": "own"}),
        "{claim}steps-0-speech",
        "Only an outlet speaks in the outlet's own words.",
    ),
    "an institution said to be an outlet": (
        lambda form: pin(form, RELAYED, {"who": COMMITTEE, "kind": "unnamed"}),
        "{claim}steps-0-kind",
        f"“{COMMITTEE}” is not: unnamed person.",
    ),
    "somebody named without a name": (
        lambda form: pin(form, RELAYED, {"who": "a named person"}),
        "{claim}steps-0-printed",
        "Write the name as printed.",
    ),
    "a verb without a speaker": (
        lambda form: pin(form, RELAYED, {"verb": "said"}),
        "{claim}steps-0-who",
        "Say who speaks here; for somebody named in the report choose “named person”.",
    ),
    "a topic there is not": (
        lambda form: form[pin(form, RELAYED) + "topics"].force_value(["999999"]),
        "{claim}topics",
        "Select a valid choice. 999999 is not one of the available choices.",
    ),
    "a topic that was typed": (
        lambda form: form[pin(form, RELAYED) + "topics"].force_value(["smugling"]),
        "{claim}topics",
        "Select a valid choice. smugling is not one of the available choices.",
    ),
    "due before it happens": (
        lambda form: pin(form, RELAYED, event_edtf="2023-04", due_edtf="2023-03-01"),
        "{claim}due_edtf",
        "It is due before it happens.",
    ),
    "a month there is not": (
        lambda form: pin(form, RELAYED, event_edtf="2023-14"),
        "{claim}event_edtf",
        "“2023-14” is not a date we can keep: there is no month 14.",
    ),
    "published on a day there is not": (
        lambda form: fill(form, "report-", published="2023-02-30"),
        "report-published",
        "“2023-02-30” is not a date we can keep: February 2023 has no day 30.",
    ),
    "a source without words": (
        lambda form: add_source(form, told="Northern Courier"),
        "{source}descriptor",
        "Write the source as the report words it.",
    ),
    "a copy of nothing": (
        lambda form: fill(form, "report-", origin_kind="translation"),
        "report-origin_kind",
        "Name the report that first carried it.",
    ),
    "an origin mistyped": (
        lambda form: fill(form, "report-", origin="a0000001"),
        "report-origin",
        "“a0000001” is not one of our ids: one of its characters is wrong, or two have changed places.",
    ),
    "no text": (lambda form: fill(form, "report-", body=""), "report-body", "This field is required."),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_said_beside_it_and_nothing_is_saved(what: str, report: Article, editor: User) -> None:
    change, field, message = WRONG[what]
    form = Desk(editor).screen(report)
    # Everything else on the screen is right, and none of it is kept alone.
    fill(form, "report-", headline="Another headline")
    form["report-topics"].select_multiple(texts=["Smuggling"])
    empty = {"claim": empty_place(form, "claims"), "source": empty_place(form, "sources")}
    change(form)
    before = everything()
    answer = form.submit("_save", status=422)
    assert wrong(answer) == {field.format(**empty): message}
    assert "Nothing was saved yet" in words(answer)
    assert everything() == before
    again = answer.forms["screen"]
    assert again["report-headline"].value == "Another headline"
    assert again[empty["claim"] + "exact"].value == form[empty["claim"] + "exact"].value
    assert [text for _, chosen, text in again["report-topics"].options if chosen] == ["Smuggling"]


def test_words_copied_off_a_page_are_found_with_its_line_breaks(report: Article, editor: User) -> None:
    form = Desk(editor).screen(report)
    pin(
        form, "  " + ACTED.replace(" at the start", "\r\n   at the start").replace("party wants", "party\twants") + "\n"
    )
    form.submit("_save", status=302)
    version = kept(Claim.objects.get(article=report))
    assert (version.exact, version.paragraph) == (ACTED, 2)


def test_words_that_stand_there_twice_are_pinned_where_an_editor_says(report: Article, editor: User) -> None:
    form = Desk(editor).screen(report)
    pin(form, "the party", occurrence="1")
    pin(form, "the committee", occurrence="2")
    form.submit("_save", status=302)
    body = report.revisions.get().body
    party, committee = (kept(claim) for claim in Claim.objects.filter(article=report).order_by("pk"))
    assert party.start == body.index("the party")
    assert committee.start == body.index("the committee", body.index("the committee") + 1)
    again = Desk(editor).screen(report)
    assert {again[f"claims-{number}-occurrence"].value for number in (0, 1)} == {"1", "2"}


def record() -> tuple[list[Any], list[Any], list[Any]]:
    """Versions of claims, texts and acts: all that a save may add to."""
    return (
        list(ClaimVersion.objects.order_by("pk").values()),
        list(Revision.objects.order_by("pk").values()),
        list(Act.objects.order_by("pk").values()),
    )


@pytest.mark.parametrize("is_out", [True, False])
def test_a_screen_saved_as_it_was_opened_changes_nothing(
    is_out: bool, request: pytest.FixtureRequest, editor: User
) -> None:
    story: Story = request.getfixturevalue("story" if is_out else "draft")
    before = record()
    assert "Saved." in words(Desk(editor).screen(story.article).submit("_save").follow())
    assert record() == before


def test_a_changed_claim_waits_as_a_version_of_its_own_until_it_is_published(
    story: Story, editor: User, publisher: User, reader: Reader
) -> None:
    address = f"/claims/{story.acted.public_id}/"
    form = Desk(editor).screen(story.article)
    assert form["claims-0-exact"].value == ACTED
    fill(form, "claims-0-", paraphrase="Traders were called in.", reason="shorter")
    keep_as_printed(form)
    saved = form.submit("_save").follow()
    assert "1 claim waiting to be published." in words(saved)
    version = kept(story.acted)
    assert (version.number, version.paraphrase, version.reason, version.made_by) == (
        2, "Traders were called in.", "shorter", editor,
    )  # fmt: skip
    assert story.relayed.versions.count() == 1
    assert "gathered traders" in text_of(read(reader, address))

    # A second change before it goes out is of the same version.
    form = saved.forms["screen"]
    fill(form, "claims-0-", paraphrase="Traders were summoned.")
    form.submit("_save", status=302)
    assert [row.number for row in story.acted.versions.order_by("number")] == [1, 2]

    publishing = sheet(Desk(publisher).get(door("articles_article_publish", story.article.pk)))
    # The text is the same, so this is taken for a new wording, which needs no reason.
    assert (publishing["kind"].value, publishing["reason"].value) == ("reworded", "")
    publishing.submit(status=302)
    assert "Traders were summoned." in text_of(read(reader, address))
    assert "gathered traders" in text_of(read(reader, f"{address}v/1/"))
    assert [(act.kind, act.by) for act in Act.objects.all()] == [("issued", publisher), ("reworded", publisher)]


def test_a_claim_that_was_never_out_can_be_thrown_away_and_no_other(
    draft: Story, editor: User, publisher: User
) -> None:
    form = Desk(editor).screen(draft.article)
    form["claims-0-drop"] = True
    # What is thrown away is not checked any more.
    form["claims-0-exact"] = "words nobody printed"
    form.submit("_save", status=302)
    assert list(Claim.objects.filter(article=draft.article)) == [draft.relayed]
    publishing = Desk(publisher).get(door("articles_article_publish", draft.article.pk))
    sheet(publishing).submit(status=302)
    assert "claims-0-drop" not in Desk(editor).screen(draft.article).fields


def test_another_text_of_a_published_report_waits_while_readers_keep_the_first(
    story: Story, editor: User, publisher: User, reader: Reader
) -> None:
    address = f"/articles/{story.article.public_id}/"
    first = read(reader, address).select_one("main")
    form = Desk(editor).screen(story.article)
    body = form["report-body"].value.replace("at the start of the month", "last month")
    fill(form, "report-", body=f"Correction added.\n \n\n{body}", reason="the outlet corrected the month")
    saved = form.submit("_save").follow()
    assert "A new text is waiting to be published." in words(saved)
    assert "The words of claim 1 are not in the newest text." in words(saved)
    assert [(row.number, row.is_current) for row in story.article.revisions.all()] == [(1, True), (2, False)]
    assert read(reader, address).select_one("main") == first

    publishing = Desk(publisher).get(door("articles_article_publish", story.article.pk))
    assert "Revision 2 takes the place of the text that is out" in words(publishing)
    form = sheet(publishing)
    fill(form, kind="corrected_by_outlet", reason="the outlet wrote to us")
    form.submit(status=302)
    second = text_of(read(reader, address))
    assert "Correction added." in second and "told last month" not in second and "building last month" in second
    assert kept(story.relayed).revision_number == 2 and kept(story.relayed).paragraph == 6
    assert kept(story.acted).revision_number == 1
    assert "No longer in the current text" in text_of(read(reader, f"/claims/{story.acted.public_id}/"))
    assert "No longer in the current text" not in text_of(read(reader, f"/claims/{story.relayed.public_id}/"))
    assert "The words of claim 1 are not in the newest text." in words(Desk(editor).get(screen_of(story.article)))


def test_claims_of_a_draft_move_with_its_text_or_say_that_their_words_are_gone(draft: Story, editor: User) -> None:
    desk = Desk(editor)
    form = desk.screen(draft.article)
    before = kept(draft.relayed)
    fill(form, "report-", body="Hyesan\n\n" + form["report-body"].value)
    form.submit("_save", status=302)
    after = kept(draft.relayed)
    assert (after.number, after.exact, after.start, after.paragraph) == (
        1,
        RELAYED,
        before.start + len("Hyesan\n\n"),
        6,
    )

    form = desk.screen(draft.article)
    fill(form, "report-", body=form["report-body"].value.replace("soap, paper and cloth", "soap and paper"))
    answer = form.submit("_save", status=422)
    assert wrong(answer) == {"claims-1-exact": "These words are not in the text."}
    assert "soap, paper and cloth" in draft.article.revisions.get().body


def test_what_is_kept_of_the_words_around_a_claim_follows_a_drafts_text(
    draft: Story, editor: User, publisher: User, reader: Reader
) -> None:
    desk = Desk(editor)
    form = desk.screen(draft.article)
    body = form["report-body"].value.replace("\r\n", "\n")
    fill(form, "report-", body=body.replace("cloth,” the source said", "cloth,” Kim Chol said"))
    form.submit("_save", status=302)
    assert kept(draft.relayed).suffix.startswith("” Kim Chol said")

    # The name goes before anybody has read it; the claim's own words are parted by another space.
    form = desk.screen(draft.article)
    fill(form, "report-", body=body.replace("forbidding trade", "forbidding\ntrade"))
    keep_as_printed(form)
    form.submit("_save", status=302)
    version, text = kept(draft.relayed), draft.article.revisions.get().body
    assert (
        version.exact == text[version.start : version.end] == RELAYED.replace("forbidding trade", "forbidding\ntrade")
    )
    assert version.suffix.startswith("” the source said")
    sheet(Desk(publisher).get(door("articles_article_publish", draft.article.pk))).submit(status=302)
    assert "Kim Chol" not in reader.get(f"/claims/{draft.relayed.public_id}.jsonld").content.decode()


def test_a_body_is_meant_by_its_own_name_whatever_another_was_called(draft: Story, editor: User) -> None:
    other = Institution.objects.create(slug="regional-committee", name_en="Regional Committee")
    InstitutionName.objects.create(institution=other, slug="before-the-split", name=COMMITTEE)
    form = Desk(editor).screen(draft.article)
    fill(form, "claims-0-", paraphrase="Traders were called in.")
    form.submit("_save", status=302)
    assert (kept(draft.acted).paraphrase, kept(draft.acted).actor) == ("Traders were called in.", draft.committee)


def test_a_tagger_files_and_pins_and_leaves_the_report_as_it_is(draft: Story, tagger: User) -> None:
    desk = Desk(tagger)
    form = desk.screen(draft.article)
    assert "disabled" in form["report-headline"].attrs and "disabled" in form["report-body"].attrs
    assert "_publish" not in form.fields
    tick(form, "report-provinces", Province.objects.get(slug="north-hamgyong").pk)
    pin(form, ASKED, {"who": "source 1"})
    # Sent by hand, past the fields that are closed to a tagger.
    sent = [(name, value) for name, value in form.submit_fields("_publish") if name != "report-headline"]
    sent += [("report-headline", "Mine"), ("report-body", "Mine"), ("report-published", "1999"), ("_publish", "1")]
    answer = desk.post(screen_of(draft.article), sent, status=302)
    assert answer.location == screen_of(draft.article)
    report = Article.objects.get(pk=draft.article.pk)
    assert list(report.provinces.all()) == [Province.objects.get(slug="north-hamgyong")]
    assert set(report.claims.values_list("versions__exact", flat=True)) == {RELAYED, ACTED, ASKED}
    text = report.revisions.get()
    assert (text.headline, text.body.count("\n\n"), report.published_edtf, report.state) == (
        "Ryanggang committee tells traders what it expects", 9, "2023-04", State.DRAFT,
    )  # fmt: skip
    desk.get(door("articles_article_publish", report.pk), status=403)
    desk.post(door("articles_article_publish", report.pk), sent[:1], status=403)


def test_how_a_source_is_worded_in_public_is_locked_once_readers_have_seen_it(story: Story, editor: User) -> None:
    desk = Desk(editor)
    form = desk.screen(story.article)
    assert [name for name in ("descriptor", "told", "condition", "role", "contact") if "disabled" in form[f"sources-0-{name}"].attrs] == [
        "descriptor", "told", "condition",
    ]  # fmt: skip
    form["sources-0-role"] = "official"
    sent = [(name, value) for name, value in form.submit_fields("_save") if name != "sources-0-descriptor"]
    desk.post(screen_of(story.article), [*sent, ("sources-0-descriptor", "Mr. Kim")], status=302)
    source = Attribution.objects.get(pk=story.source.pk)
    assert (source.descriptor, source.role) == (DESCRIPTOR, "official")


def test_a_source_of_a_draft_can_still_be_worded_otherwise(draft: Story, editor: User) -> None:
    form = Desk(editor).screen(draft.article)
    form["sources-0-descriptor"] = "a trader in Hyesan"
    form.submit("_save", status=302)
    assert Attribution.objects.get(pk=draft.source.pk).descriptor == "a trader in Hyesan"


def test_a_preview_shows_the_readers_page_and_leaves_nothing_behind(draft: Story, editor: User, reader: Reader) -> None:
    desk = Desk(editor)
    before = everything()
    page = desk.get(door("articles_article_preview", draft.article.pk))
    assert "Nobody but the desk sees this page" in words(page)
    assert {ACTED, RELAYED} <= {text_of(mark) for mark in page.html.select("mark")}
    assert everything() == before
    assert reader.get(f"/articles/{draft.article.public_id}/").status_code == 404


def test_the_screen_leads_on_to_the_preview(draft: Story, editor: User) -> None:
    answer = Desk(editor).screen(draft.article).submit("_preview")
    assert answer.location == door("articles_article_preview", draft.article.pk)


def test_the_screen_costs_the_same_number_of_queries_with_one_claim_and_with_five(
    report: Article, editor: User
) -> None:
    desk = Desk(editor)

    def cost() -> int:
        desk.screen(report)
        with CaptureQueriesContext(connection) as queries:
            desk.screen(report)
        return len(queries)

    form = desk.screen(report)
    source = add_source(form, descriptor=DESCRIPTOR)
    pin(form, RELAYED, {"who": source}, {"who": COMMITTEE, "speech": "indirect"}, actor=COMMITTEE)
    form.submit("_save", status=302)
    with_one = cost()
    for pair in ((ACTED, ASKED), ("the companies heard that", "complaining and promising everybody")):
        form = desk.screen(report)
        for each in pair:
            prefix = pin(form, each, {"who": "source 1"}, {"who": COMMITTEE}, actor=COMMITTEE)
            form[prefix + "topics"].select_multiple(texts=["Smuggling"])
        form.submit("_save", status=302)
    assert report.claims.count() == 5
    assert cost() == with_one


def test_a_claim_goes_out_when_what_is_asked_about_its_words_is_answered(
    report: Article, editor: User, publisher: User, reader: Reader
) -> None:
    form = Desk(editor).screen(report)
    pin(form, ACTED)
    pin(form, ASKED)
    saved = form.submit("_save").follow()
    assert "1 question about its words to answer before it goes out" in words(saved)
    acted, asked = (claim.public_id for claim in Claim.objects.filter(article=report).order_by("versions__start"))

    desk, address = Desk(publisher), door("articles_article_publish", report.pk)
    page = desk.get(address)
    assert "revision 1 of the text, 1 claim." in words(page)
    assert "Held back: the room or building: “committee building” (not answered yet)" in words(page)
    sheet(page).submit(status=302)
    assert [reader.get(f"/claims/{claim}/").status_code for claim in (acted, asked)] == [404, 200]

    # To leave words out and to print them does not go together.
    form = Desk(editor).screen(report)
    (question,) = (name for name in form.fields if name and name.startswith("claims-0-answer-"))
    form[question] = "leave_out"
    form["claims-0-paraphrase"] = "They met in the committee building."
    refused = form.submit("_save", status=422)
    assert wrong(refused) == {"claims-0-paraphrase": "“committee building” is to be left out, and stands here."}
    form["claims-0-paraphrase"] = "Traders were called in."
    form.submit("_save", status=302)
    sheet(desk.get(address)).submit(status=302)
    assert "Traders were called in." in reader.get(f"/claims/{acted}/").content.decode()


def test_people_a_body_speaks_to_are_not_offered_as_a_body(editor: User) -> None:
    outlet = Outlet.objects.create(name="Northern Courier", slug="northern-courier", show="full")
    body = "The provincial party committee told those gathered that trade has to serve, a source in Hyesan said."
    told = Words("Traders told", body, "", "")
    article = draft_report(by=editor, outlet=outlet, words=told, description=Description())
    form = Desk(editor).screen(article)
    offered = {value for name in form.fields if name and "bodies-offered" in name for value in [form[name].value]}
    assert any("committee" in value.casefold() for value in offered)
    assert not any("gathered" in value.casefold() for value in offered)
