"""Publishing a corrected text: each claim goes where its very words are, and nowhere else."""

from dataclasses import replace

import pytest
from django.contrib.auth.models import User

from articles.editing.claims import ClaimDraft, StepDraft, draft_of, latest_version, pin_claim, revise_claim
from articles.editing.drafting import Description, Words, draft_report, latest_revision, propose_revision, words_of
from articles.editing.importing import Given, Imported, Status, bring_in
from articles.editing.publishing import NotReady, publish_article
from articles.editing.warnings import note_warnings
from articles.models import Act, ActKind, Article, Claim, ClaimVersion, PublicText, Revision
from articles.report_text import UnreadableReport, read_report
from articles.spans import SpanError, find_exact
from articles.suggestions.values import Danger
from sources.models import Speaker, Speech
from tests.conftest import Reader
from tests.rules import check_rules
from tests.shelf import shelve
from tests.story import FILE, Story

pytestmark = pytest.mark.each_python

BODY = "Traders met on Monday.\n\nThe province shall make its own soap.\n\nNobody spoke of paper."
SOAP = "The province shall make its own soap."


def pinned(by: User, body: str = BODY, exact: str = SOAP, occurrence: int = 1) -> Claim:
    """A published report of this body with one claim on these words, in the outlet's own voice."""
    article = shelve(by=by, headline="Soap and paper", body=body)
    start, end = find_exact(body, exact, occurrence)
    own = StepDraft(Speaker.OUTLET, Speech.OWN, outlet=article.outlet)
    claim = pin_claim(
        by=by, article=article, revision=latest_revision(article), draft=ClaimDraft(start, end, [own], "Soap.")
    )
    publish_article(by=by, article=article)
    return claim


def correct(by: User, article: Article, body: str, kind: ActKind = ActKind.CORRECTED_HERE) -> Act | None:
    """Publish another body of the report."""
    words = words_of(latest_revision(article))
    propose_revision(by=by, article=article, words=Words(words.headline, body, words.caption, words.credit))
    return publish_article(by=by, article=article, kind=kind, reason="a slip")


def published_versions(claim: Claim) -> list[tuple[int, int, str, str]]:
    """(version, revision, words, standing) of all that was published of a claim."""
    versions = ClaimVersion.objects.filter(claim=claim, published_at__isnull=False).order_by("number")
    return [(row.number, row.revision_number, row.exact, row.standing) for row in versions]


def page(reader: Reader, claim: Claim) -> str:
    return str(reader.get(f"/claims/{claim.public_id}/").content.decode())


def test_a_claim_stands_when_its_words_and_their_place_stay(publisher: User, reader: Reader) -> None:
    claim = pinned(publisher)

    correct(publisher, claim.article, BODY.replace("paper", "cloth"))

    assert published_versions(claim) == [(1, 1, SOAP, "stands"), (2, 2, SOAP, "stands")]
    assert "No longer in the current text" not in page(reader, claim)
    check_rules()


def test_a_claim_moves_with_its_words(publisher: User) -> None:
    claim = pinned(publisher)

    correct(publisher, claim.article, f"Snow fell.\n\n{BODY}")

    assert published_versions(claim) == [(1, 1, SOAP, "stands"), (2, 2, SOAP, "moved")]
    version = latest_version(claim)
    assert (version.start, version.paragraph) == (find_exact(f"Snow fell.\n\n{BODY}", SOAP)[0], 3)
    assert (version.prefix, version.suffix) == (
        "Snow fell.\n\nTraders met on Monday.\n\n"[-32:],
        "\n\nNobody spoke of paper.",
    )
    check_rules()


@pytest.mark.parametrize(
    "look_alike",
    [
        "The province shall make its own soap!",
        "The province will make its own soap.",
        "the province shall make its own soap.",
        "The  province shall make its own soap.",
        "The province shall make\nits own soap.",
        "The prоvince shall make its own soap.",  # a Cyrillic o
        "The province shall make its own s\u00adoap.",
        "",
    ],
)
def test_words_that_only_look_alike_are_never_taken_for_the_claims(
    look_alike: str, publisher: User, reader: Reader
) -> None:
    claim = pinned(publisher)

    correct(publisher, claim.article, BODY.replace(SOAP, look_alike or "Somebody coughed."))

    assert published_versions(claim) == [(1, 1, SOAP, "stands"), (2, 1, SOAP, "lost")]
    body = page(reader, claim)
    assert SOAP in body and "No longer in the current text" in body
    check_rules()


def test_the_second_of_two_equal_sentences_stays_the_second(publisher: User) -> None:
    body = "They waited. They waited. Nobody came."
    claim = pinned(publisher, body, "They waited.", occurrence=2)

    correct(publisher, claim.article, f"On Monday, {body}")

    assert published_versions(claim)[-1] == (2, 2, "They waited.", "moved")
    assert latest_version(claim).start == len("On Monday, They waited. ")


@pytest.mark.parametrize("body", ["They waited. Nobody came.", "They waited. They waited. They waited. Nobody came."])
def test_when_one_of_equal_sentences_goes_or_comes_nobody_guesses_which(body: str, publisher: User) -> None:
    claim = pinned(publisher, "They waited. They waited. Nobody came.", "They waited.", occurrence=2)
    correct(publisher, claim.article, body)
    assert published_versions(claim)[-1] == (2, 1, "They waited.", "lost")


def test_a_lost_claim_is_said_to_be_lost_once_and_found_when_its_words_come_back(publisher: User) -> None:
    claim = pinned(publisher)
    without = BODY.replace(SOAP, "Somebody coughed.")

    for body in (without, without.replace("Monday", "Tuesday"), f"It snowed.\n\n{BODY}"):
        correct(publisher, claim.article, body)

    assert published_versions(claim) == [(1, 1, SOAP, "stands"), (2, 1, SOAP, "lost"), (3, 4, SOAP, "moved")]


@pytest.mark.parametrize("waits", [True, False])
@pytest.mark.parametrize(
    ("body", "standing", "revision"),
    [
        (BODY.replace(SOAP, "Somebody coughed."), "lost", 1),
        (f"Snow fell.\n\n{BODY}", "moved", 2),
        (BODY.replace("paper", "cloth"), "stands", 2),
    ],
    ids=["lost", "moved", "in place"],
)
def test_what_readers_see_of_a_claim_that_is_held_back_follows_its_words(
    body: str, standing: str, revision: int, waits: bool, publisher: User
) -> None:
    claim = pinned(publisher)
    if waits:
        last = latest_version(claim)
        draft = replace(draft_of(last), paraphrase="Soap, in room 12.")
        revise_claim(by=publisher, claim=claim, revision=last.revision, draft=draft)
    note_warnings(claim=claim, found=[(Danger.ROOM, "room 12")])

    act = correct(publisher, claim.article, body)

    assert published_versions(claim) == [(1, 1, SOAP, "stands"), (2, revision, SOAP, standing)]
    assert act is not None
    assert [(one["id"], one["version"]) for one in act.subjects[1:]] == [(claim.public_id, 2)]
    out, last = claim.versions.get(is_current=True), latest_version(claim)
    assert (out.number, out.paraphrase) == (2, "Soap.")
    if waits:
        # What nobody has answered for yet goes on waiting, pinned to where the words are.
        assert (last.number, last.paraphrase, last.published_at) == (3, "Soap, in room 12.", None)
        assert (last.revision_number, last.standing) == (revision, standing)
    assert publish_article(by=publisher, article=claim.article) is None
    check_rules()


def test_an_editor_pins_a_lost_claim_to_other_words_and_it_stands(publisher: User) -> None:
    claim = pinned(publisher)
    correct(publisher, claim.article, BODY.replace("soap.", "soap and cloth."))
    revision = latest_revision(claim.article)
    start, end = find_exact(revision.body, "The province shall make its own soap and cloth.")
    draft = draft_of(latest_version(claim))

    revise_claim(
        by=publisher,
        claim=claim,
        revision=revision,
        draft=ClaimDraft(start, end, draft.steps, draft.paraphrase),
        reason="pinned anew",
    )
    publish_article(by=publisher, article=claim.article)

    assert published_versions(claim)[1:] == [
        (2, 1, SOAP, "lost"),
        (3, 2, "The province shall make its own soap and cloth.", "stands"),
    ]


def test_what_was_published_reads_the_same_after_any_correction(publisher: User, reader: Reader) -> None:
    claim = pinned(publisher)
    texts = PublicText.objects.filter(article=claim.article).values_list("headline", "body", "caption", "key", "digest")
    first, frozen = texts.get(number=1), Revision.objects.values("body", "headline", "published_at").get(number=1)

    correct(publisher, claim.article, BODY.replace(SOAP, "Somebody coughed."))

    assert texts.get(number=1) == first
    assert Revision.objects.values("body", "headline", "published_at").get(number=1) == frozen
    old = reader.get(f"/articles/{claim.article.public_id}/v/1/").content.decode()
    new = reader.get(f"/articles/{claim.article.public_id}/").content.decode()
    assert "Somebody coughed." in new and "Somebody coughed." not in old
    assert claim.public_id in old  # where it still stands
    version_one = reader.get(f"/claims/{claim.public_id}/v/1/")
    assert version_one.status_code == 200 and SOAP in version_one.content.decode()


def test_each_publication_is_one_act_that_names_what_it_published(story: Story, publisher: User) -> None:
    body = words_of(latest_revision(story.article)).body
    first = Act.objects.latest("number")
    second = correct(publisher, story.article, body.replace("soap", "glass"), ActKind.CORRECTED_BY_OUTLET)
    nothing = publish_article(by=publisher, article=story.article)

    assert nothing is None
    assert second is not None
    acts = [(act.kind, act.reason, [(one["id"], one["version"]) for one in act.subjects]) for act in (first, second)]
    article, relayed, acted = story.article.public_id, story.relayed.public_id, story.acted.public_id
    assert acts == [
        ("issued", "", [(article, 1), (relayed, 1), (acted, 1)]),
        ("corrected_by_outlet", "a slip", [(article, 2), (relayed, 2), (acted, 2)]),
    ]
    digests = [text.digest for text in PublicText.objects.filter(article=story.article)]
    assert [act.subjects[0]["digest"] for act in (first, second)] == digests
    assert [row[3] for row in published_versions(story.relayed)] == ["stands", "lost"]
    assert Article.objects.get(pk=story.article.pk).state == "corrected_by_outlet"


def test_a_retraction_is_one_of_every_claim_and_shows_on_each_page(
    story: Story, publisher: User, reader: Reader
) -> None:
    publish_article(by=publisher, article=story.article, kind=ActKind.RETRACTED, reason="the outlet took it back")

    assert {claim.state for claim in Claim.objects.all()} == {"retracted"}
    for address in (f"/articles/{story.article.public_id}/", f"/claims/{story.relayed.public_id}/", "/claims/"):
        body = reader.get(address).content.decode()
        assert story.relayed.public_id in body and "retracted" in body.lower(), address
    check_rules()


def test_a_report_that_lacks_something_is_not_published_and_says_what(story: Story, publisher: User) -> None:
    bare = draft_report(by=publisher, outlet=story.outlet, words=Words("", BODY), description=Description())
    count = Act.objects.count()

    with pytest.raises(NotReady) as refused:
        publish_article(by=publisher, article=bare)

    assert refused.value.lacks == ["a headline", "a date of publication"]
    assert str(refused.value) == f"{bare.public_id} cannot be published: it lacks a headline, a date of publication"
    assert Act.objects.count() == count


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        (22, 24, "the span 22 to 24 holds no words"),
        (23, 24, "the span 23 to 24 holds no words"),
        (7, 8, "the span 7 to 8 holds no words"),
        (5, 5, "the span 5 to 5 does not lie within a text of 85 characters"),
        (80, 86, "the span 80 to 86 does not lie within a text of 85 characters"),
    ],
)
def test_a_claim_needs_words_to_be_pinned_to(start: int, end: int, says: str, publisher: User) -> None:
    claim = pinned(publisher)
    revision, steps = latest_revision(claim.article), draft_of(latest_version(claim)).steps
    for pin in (
        lambda draft: pin_claim(by=publisher, article=claim.article, revision=revision, draft=draft),
        lambda draft: revise_claim(by=publisher, claim=claim, revision=revision, draft=draft),
    ):
        with pytest.raises(SpanError) as refused:
            pin(ClaimDraft(start, end, steps))
        assert str(refused.value) == says
    assert [claim] == list(Claim.objects.all())
    assert ClaimVersion.objects.count() == 1


def again(by: User, article: Article, words: str, others: str) -> Imported:
    """The story's report, brought in once more with other words in it."""
    raw = FILE.read_text(encoding="utf-8").replace(words, others)
    given = Given(url=article.original_url)
    text = read_report(raw.encode())
    return bring_in(by=by, outlet=article.outlet, name="committee.txt", text=text, original=raw, given=given)


def test_a_draft_that_comes_in_again_keeps_its_claims_on_their_words(draft: Story, publisher: User) -> None:
    article = Article.objects.get(pk=draft.article.pk)
    article.original_url = "https://courier.example/committee"
    article.save()

    imported = again(publisher, article, "The party committee of", "Last week the party committee of")

    assert (imported.status, imported.article) == (Status.REVISED, article)
    body = latest_revision(article).body
    versions = [latest_version(claim) for claim in (draft.relayed, draft.acted)]
    assert [body[version.start : version.end] for version in versions] == [version.exact for version in versions]
    publish_article(by=publisher, article=article)
    assert Claim.objects.published().count() == 2
    check_rules()


def test_a_draft_is_not_replaced_by_a_text_without_the_words_of_its_claims(draft: Story, publisher: User) -> None:
    article = Article.objects.get(pk=draft.article.pk)
    article.original_url = "https://courier.example/committee"
    article.save()
    before = words_of(latest_revision(article))

    with pytest.raises(
        UnreadableReport, match=f"^the new text does not have the words of .*: {draft.relayed.public_id}$"
    ):
        again(publisher, article, "soap", "glass")

    assert words_of(latest_revision(article)) == before
