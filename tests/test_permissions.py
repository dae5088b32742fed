"""What an outlet allows holds everywhere at once: full text, claims only, nothing, and full text again."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User

from articles.editing.permissions import set_permission
from articles.editing.withdrawing import restore_article
from articles.models import Act, Article, PublicText, Revision
from sources.models import Show
from tests.conftest import Reader
from tests.story import ACTED, FILE, HEADLINE, RELAYED, Story, tell

# Words of the report that no claim quotes.
UNQUOTED = "an orderly economy that stands on its own feet"
CAPTION = "Lorries wait in line before the customs yard at Hyesan."


def addresses(story: Story) -> list[str]:
    """Every place where words of the report could stand."""
    article, claim = story.article.public_id, story.relayed.public_id
    return [
        "/",
        "/articles/",
        f"/articles/{article}/",
        f"/articles/{article}/v/1/",
        "/claims/",
        f"/claims/{claim}/",
        f"/claims/{claim}/v/1/",
        "/provinces/ryanggang/",
        "/topics/self-reliance/",
        "/institutions/ryanggang-party-committee/",
        "/outlets/",
        "/outlets/northern-courier/",
        "/timeline/",
        "/coverage/",
        "/series/",
        "/search/?q=committee",
        "/search/?q=committee&in=claims",
        "/articles.atom",
        "/claims.atom",
        "/search.atom?q=committee",
        "/sitemap.xml",
    ]


@pytest.fixture
def holding(story: Story, reader: Reader) -> Callable[..., list[set[str]]]:
    """`holding(*words)`: for each of these, the public addresses on which they stand now."""

    def found(*words: str) -> list[set[str]]:
        bodies = {address: reader.get(address).content.decode() for address in addresses(story)}
        return [{address for address, body in bodies.items() if each in body} for each in words]

    return found


def show(by: User, story: Story, what: Show) -> None:
    set_permission(by=by, outlet=story.outlet, show=what, reason="the outlet wrote to us")
    story.outlet.refresh_from_db()


def finds(reader: Reader, story: Story, words: str) -> bool:
    return f"/articles/{story.article.public_id}/" in reader.get("/search/", {"q": words}).content.decode()


def test_claims_only_leaves_quoted_words_and_takes_everything_else(
    story: Story, publisher: User, reader: Reader, holding: Callable[..., list[set[str]]]
) -> None:
    article = story.article.public_id
    texts = {f"/articles/{article}/", f"/articles/{article}/v/1/"}
    unquoted, caption, quoted, headline = holding(UNQUOTED, CAPTION, RELAYED[:40], HEADLINE)
    assert (caption, unquoted >= texts) == (texts, True)
    assert finds(reader, story, "orderly economy")

    show(publisher, story, Show.CLAIMS)

    assert holding(UNQUOTED, CAPTION, RELAYED[:40], HEADLINE) == [set(), set(), quoted, headline]
    assert headline >= {"/", "/articles/", *texts, "/articles.atom", "/outlets/northern-courier/"}
    assert not finds(reader, story, "orderly economy")
    assert finds(reader, story, "soap paper cloth")
    assert finds(reader, story, "량강도")


def test_nothing_leaves_no_trace_and_says_legal(
    story: Story, publisher: User, reader: Reader, holding: Callable[..., list[set[str]]]
) -> None:
    article, claim = story.article.public_id, story.relayed.public_id

    show(publisher, story, Show.NOTHING)

    everything = (UNQUOTED, RELAYED[:40], ACTED[:40], HEADLINE, story.outlet.name)
    assert holding(*everything) == [set()] * len(everything)
    status = {address: reader.get(address).status_code for address in addresses(story)}
    gone = {f"/articles/{article}/", f"/articles/{article}/v/1/", f"/claims/{claim}/", f"/claims/{claim}/v/1/"}
    # The outlet's page, and that of the body only its report spoke of: no act names them, the registry of addresses does.
    hidden = {"/outlets/northern-courier/", "/institutions/ryanggang-party-committee/"}
    assert status == {a: 451 if a in gone else 410 if a in hidden else 200 for a in addresses(story)}


def test_full_text_again_shows_nothing_by_itself_and_all_once_a_second_person_restores_it(
    story: Story,
    publisher: User,
    second_publisher: User,
    reader: Reader,
    holding: Callable[..., list[set[str]]],
) -> None:
    words = (UNQUOTED, RELAYED[:40], HEADLINE)
    before = holding(*words)
    show(publisher, story, Show.NOTHING)

    show(publisher, story, Show.FULL)
    assert holding(*words) == [set()] * 3
    restore_article(by=second_publisher, article=story.article, reason="they agreed")

    assert holding(*words) == before
    assert finds(reader, story, "orderly economy")


def test_each_change_rewrites_the_public_text_and_leaves_the_revision_alone(story: Story, publisher: User) -> None:
    frozen = Revision.objects.values().get(article=story.article)
    digest = PublicText.objects.get(article=story.article).digest
    shown = []

    for what in (Show.CLAIMS, Show.NOTHING, Show.FULL):
        show(publisher, story, what)
        text = PublicText.objects.get(article=story.article)
        shown.append((bool(text.body), bool(text.caption), bool(text.claims), text.is_public))
        assert text.digest == digest

    assert shown == [(False, False, True, True), (False, False, False, False), (True, True, False, False)]
    assert Revision.objects.values().get(article=story.article) == frozen
    assert frozen["body"] in FILE.read_text(encoding="utf-8")


def test_every_change_is_an_act_naming_what_it_changed(story: Story, publisher: User) -> None:
    ids = [story.article.public_id, story.relayed.public_id, story.acted.public_id]
    before = Act.objects.count()

    show(publisher, story, Show.CLAIMS)
    show(publisher, story, Show.CLAIMS)  # no change, no act
    show(publisher, story, Show.NOTHING)
    show(publisher, story, Show.FULL)  # nothing becomes public by it

    acts = [
        (act.kind, act.withdrawal_class, act.reason, [subject["id"] for subject in act.subjects])
        for act in Act.objects.order_by("number")[before:]
    ]
    assert acts == [
        ("permission", "", "the outlet wrote to us", ids[:1]),
        ("withdrawn", "legal", "the outlet wrote to us", ids),
    ]


def test_a_change_counts_as_one_of_the_report(story: Story, publisher: User) -> None:
    before = story.article.changed_at
    show(publisher, story, Show.CLAIMS)
    after = Article.objects.get(pk=story.article.pk).changed_at
    assert before is not None and after is not None and after > before


def test_another_outlets_report_stays_as_it_is(
    story: Story, publisher: User, reader: Reader, holding: Callable[..., list[set[str]]]
) -> None:
    other = tell(by=publisher, outlet_name="Southern Gazette")

    show(publisher, story, Show.NOTHING)

    page = reader.get(f"/articles/{other.article.public_id}/")
    assert page.status_code == 200
    assert UNQUOTED in page.content.decode()
    (headline,) = holding(HEADLINE)
    assert headline >= {"/articles/", "/institutions/ryanggang-party-committee/"}
