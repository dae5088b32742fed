"""First reports here and elsewhere: chains of copies end at the first known one, and counts of reports count it once."""

import random
import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from articles.dates import PartialDate
from articles.editing.copies import (
    CannotJoin,
    Outside,
    become_origin,
    join_origin,
    join_outside,
    part_from_origin,
)
from articles.models import Article, OriginKind
from articles.queries.counts import count_articles
from articles.queries.origins import dates_count_from, origin_of, plain_address
from sources.models import Institution
from tests.conftest import Reader, reader_rights
from tests.desk import Desk, door, sheet, words
from tests.rules import check_rules, refused
from tests.shelf import shelve
from tests.story import Story, refreshed

ELSEWHERE = "https://lantern-bulletin.example/2023/04/ore"
LANTERN = Outside(ELSEWHERE, "Lantern Bulletin", PartialDate.parse("2023-04-08"))


@pytest.fixture
def three(publisher: User) -> tuple[Article, Article, Article]:
    """Three reports of one April, each of an outlet of its own."""
    names = ("Northern Courier", "Harbour Digest", "Ridge Observer")
    return tuple(shelve(by=publisher, headline=f"Ore at Hyesan, {name}", outlet=name) for name in names)  # type: ignore[return-value]


def told(article: Article) -> tuple[str, str, str, str, str]:
    """Where the report was first carried, as the row has it."""
    row = Article.objects.select_related("origin").get(pk=article.pk)
    first = row.origin.public_id if row.origin else row.origin_url
    return first, row.origin_outlet, row.origin_edtf, row.origin_kind, origin_of(row)


def once() -> int:
    return count_articles(Article.objects.published())[1]


# A first report that is not here.


def test_a_report_may_copy_one_that_is_not_here(
    three: tuple[Article, Article, Article], publisher: User, reader: Reader
) -> None:
    first, second, third = three
    join_outside(by=publisher, article=first, outside=LANTERN, kind=OriginKind.RELAY)
    # However the address is spelt, and without what is known already.
    again = Outside("http://www.Lantern-Bulletin.example/2023/04/ore/#top")
    join_outside(by=publisher, article=second, outside=again, kind=OriginKind.QUOTATION)
    assert told(first) == (ELSEWHERE, "Lantern Bulletin", "2023-04-08", "relay", ELSEWHERE)
    assert told(second) == (ELSEWHERE, "Lantern Bulletin", "2023-04-08", "quotation", ELSEWHERE)
    assert once() == 2
    page = reader.get(f"/articles/{second.public_id}/").content.decode()
    assert f'<a href="{ELSEWHERE}" rel="noopener noreferrer">' in page
    said = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert (
        "Carried by 3 (Lantern Bulletin, first; Northern Courier, retold; Harbour Digest, quoted in part):"
        " 1 independent report ." in said
    )
    assert "A part quotation of a report first carried elsewhere , Lantern Bulletin, 8 April 2023." in said
    check_rules()
    # What is learnt of it later is told of it everywhere.
    other = Outside(ELSEWHERE, "Lantern Bulletin", PartialDate.parse("2023-04-07"))
    join_outside(by=publisher, article=third, outside=other, kind=OriginKind.REPUBLICATION)
    assert {told(row)[2] for row in three} == {"2023-04-07"} and once() == 1


def test_a_copy_of_a_copy_of_what_is_not_here_copies_that(
    three: tuple[Article, Article, Article], publisher: User
) -> None:
    first, second, third = three
    join_origin(by=publisher, article=third, origin=second, kind=OriginKind.REPUBLICATION)
    join_outside(by=publisher, article=first, outside=LANTERN, kind=OriginKind.RELAY)
    join_origin(by=publisher, article=second, origin=first, kind=OriginKind.REPUBLICATION)
    # What was made of a relay is at most a relay of the first.
    assert [told(row)[0] for row in three] == [ELSEWHERE] * 3 and [told(row)[3] for row in three] == ["relay"] * 3
    assert once() == 1
    check_rules()
    part_from_origin(by=publisher, article=second)
    assert told(second) == ("", "", "", "", second.public_id) and once() == 2


def test_the_original_arrives_and_every_copy_points_to_it(
    three: tuple[Article, Article, Article], publisher: User
) -> None:
    first, second, original = three
    join_outside(by=publisher, article=first, outside=LANTERN, kind=OriginKind.RELAY)
    join_outside(by=publisher, article=second, outside=LANTERN, kind=OriginKind.TRANSLATION)
    become_origin(by=publisher, newcomer=original, of=first, kind=OriginKind.RELAY)
    assert told(first)[:4] == (original.public_id, "", "", "relay")
    assert told(second)[:4] == (original.public_id, "", "", "translation")
    assert once() == 1
    check_rules()


def test_a_report_that_is_here_is_not_named_as_one_that_is_not(
    three: tuple[Article, Article, Article], publisher: User
) -> None:
    Article.objects.filter(pk=three[0].pk).update(original_url="https://northern-courier.example/ore")
    with pytest.raises(CannotJoin, match=f"{three[0].public_id} has this address; name that report instead"):
        join_outside(
            by=publisher,
            article=three[1],
            outside=Outside("https://www.northern-courier.example/ore/"),
            kind=OriginKind.RELAY,
        )
    assert plain_address("HTTPS://WWW.a.example/B/?q=1#x") == "a.example/B?q=1"


def test_the_database_holds_one_step_and_an_address_for_what_is_said_of_it(
    three: tuple[Article, Article, Article], publisher: User
) -> None:
    first, second, _ = three
    join_origin(by=publisher, article=second, origin=first, kind=OriginKind.RELAY)
    rows = Article.objects.filter(pk=first.pk)
    with refused("article_origin_has_depth_one"), transaction.atomic():
        rows.update(origin_url=ELSEWHERE, origin_kind="relay")
    with pytest.raises(IntegrityError, match="article_outside_origin_has_an_address"), transaction.atomic():
        rows.update(origin_outlet="Lantern Bulletin")


def test_days_count_from_the_day_of_an_original_that_is_not_here(
    three: tuple[Article, Article, Article], publisher: User
) -> None:
    join_outside(by=publisher, article=three[0], outside=LANTERN, kind=OriginKind.TRANSLATION)
    assert dates_count_from(refreshed(three[0])).edtf == "2023-04-08"


@pytest.mark.parametrize(
    ("between", "copy", "language", "told_as"),
    [
        ("relay", "translation", "en", "relay"),
        ("quotation", "relay", "en", "quotation"),
        ("translation", "republication", "ko", "translation"),
        ("translation", "translation", "en", "back_translation"),
        ("machine_translation", "machine_translation", "en", "back_translation"),
        ("republication", "translation", "ko", "translation"),
    ],
)
def test_what_is_made_of_a_copy_is_to_the_first_what_the_way_makes_of_it(
    between: str, copy: str, language: str, told_as: str, publisher: User
) -> None:
    first = shelve(by=publisher, headline="First", outlet="Northern Courier")
    middle = shelve(by=publisher, headline="Middle", outlet="Harbour Digest", language="ko")
    last = shelve(by=publisher, headline="Last", outlet="Ridge Observer", language=language)
    join_origin(by=publisher, article=last, origin=middle, kind=OriginKind(copy))
    join_origin(by=publisher, article=middle, origin=first, kind=OriginKind(between))
    assert told(last)[3] == told_as


# On the desk.


def test_an_editor_names_a_first_report_that_is_not_here(three: tuple[Article, Article, Article], editor: User) -> None:
    address = door("articles_article_copies", three[0].pk)
    form = sheet(Desk(editor).get(address))
    form["outside"] = ELSEWHERE
    assert "Say what the copy is." in words(form.submit(status=422))
    form["outside_outlet"], form["outside_published"], form["kind"] = "Lantern Bulletin", "2023-04-08", "relay"
    assert "counts as one with the report named" in words(form.submit(status=302).follow())
    page = words(Desk(editor).get(address))
    assert f"A relay of a report that is not here: Lantern Bulletin, 8 April 2023, {ELSEWHERE}" in page
    sheet(Desk(editor).get(address)).submit("part", status=302)
    assert told(three[0])[0] == ""


def test_the_desk_says_whom_a_report_credits(publisher: User, editor: User) -> None:
    shelve(by=publisher, headline="Rafts", outlet="Amnok Wire", published="2021-01-05")
    relay = shelve(
        by=publisher, headline="Less ore", body="Ore waits, according to Amnok Wire.", outlet="Ridge Observer"
    )
    page = words(Desk(editor).get(door("articles_article_copies", relay.pk)))
    assert "It credits Amnok Wire. If that report is not here, name its address." in page


# Counts.


def counted(reader: Reader) -> dict[str, object]:
    """Every number of reports that pages and programs tell, but those of all addresses and of one language or outlet."""
    found: dict[str, object] = {}
    home = reader.get("/").content.decode()
    found["home"] = re.findall(r'class="count">([^<]*)<', home) + re.findall(r"All (\d+) report", home)
    for address in ("/articles/", "/provinces/ryanggang/", "/topics/copper/", "/search/?q=ore"):
        page = reader.get(address).content.decode()
        (total,) = re.findall(r"<strong>(\d+)</strong>\s+report|>Reports <span class=\"count\">(\d+)<", page)
        found[address] = (re.findall(r"(\d+) when copies", page) or ["".join(total)])[0]
        panels = re.findall(r'<h3 class="label">(Province|Topic|Year[^<]*)</h3>(.*?)</section>', page, re.DOTALL)
        found[f"{address} facets"] = [re.findall(r'class="count">(\d+)<', panel) for _, panel in panels]
    timeline = reader.get("/timeline/").content.decode()
    found["timeline"] = re.findall(r"<strong>(\d+)</strong>", timeline) + re.findall(r"(\d+)</a></td>", timeline)
    found["map"] = re.findall(r"(\d+)</a></td>", reader.get("/map/").content.decode())
    for name, field in (("provinces", "reports"), ("topics", "reports")):
        found[name] = {row["slug"]: row[field] for row in reader.get(f"/api/v1/{name}").json()["items"]}
    articles = reader.get("/api/v1/articles").json()
    found["api"] = (articles["once"], len({row["counts_as"] for row in articles["items"]}))
    (lede,) = re.findall(r'class="lede">(.*?)</p>', reader.get("/data/").content.decode(), re.DOTALL)
    found["data"] = (re.findall(r"(\d+) when copies", lede) or re.findall(r"(\d+) report", lede))[0]
    return found


@pytest.mark.parametrize("kind", OriginKind)
def test_adding_a_copy_changes_no_count_of_reports_anywhere(kind: OriginKind, publisher: User, reader: Reader) -> None:
    def of(headline: str, outlet: str, language: str = "en") -> Article:
        body = "Ore waits at the bridge."
        return shelve(by=publisher, headline=headline, body=body, outlet=outlet, language=language, topics=["copper"])

    first, other = of("Ore", "Northern Courier"), of("More ore", "Amnok Wire")
    join_outside(by=publisher, article=other, outside=LANTERN, kind=OriginKind.RELAY)
    before = counted(reader)
    copy = of("Ore again", "Harbour Digest", "ko" if "translation" in kind else "en")
    assert counted(reader) != before, "a report more is seen in them"
    join_origin(by=publisher, article=copy, origin=first, kind=kind)
    assert counted(reader) == before
    elsewhere = of("Ore and ore", "Ridge Observer")
    join_outside(by=publisher, article=elsewhere, outside=LANTERN, kind=kind)
    assert counted(reader) == before


def test_a_translation_of_another_month_is_no_further_report_of_the_year(publisher: User, reader: Reader) -> None:
    first = shelve(by=publisher, headline="Ore", published="2023-04-12")
    shelve(by=publisher, headline="광석", published="2023-05-02", language="ko", outlet="Amnok Wire", origin=first)
    page = reader.get("/timeline/").content.decode()
    assert "<strong>1</strong> report from April 2023 to May 2023" in page
    assert re.findall(r'of-year"><a[^>]*><span[^>]*>2023: </span>(\d+)', page) == ["1"]


def test_an_outlets_own_translation_is_told_apart_from_another_report_of_it(publisher: User, reader: Reader) -> None:
    first = shelve(by=publisher, headline="Ore")
    shelve(by=publisher, headline="광석", language="ko", origin=first)
    assert "2 reports (1 when copies and translations count once)" in reader.get("/outlets/").content.decode()
    (row,) = reader.get("/api/v1/outlets").json()["items"]
    assert (row["reports"], row["once"]) == (2, 1)


def test_copies_of_a_withdrawn_report_go_on_counting_as_one(publisher: User, reader: Reader) -> None:
    from articles.editing.withdrawing import withdraw_article

    first = shelve(by=publisher, headline="Ore")
    copies = [
        shelve(by=publisher, headline=f"Ore {name}", outlet=name, origin=first)
        for name in ("Harbour Digest", "Amnok Wire")
    ]
    withdraw_article(by=publisher, article=first, reason="a test")
    listed = reader.get("/api/v1/articles").json()
    assert (listed["total"], listed["once"], len({row["counts_as"] for row in listed["items"]})) == (2, 1, 1)
    page = reader.get(f"/articles/{copies[0].public_id}/").content.decode()
    assert "Carried by 2" in page and first.public_id not in page
    assert first.public_id not in reader.get("/articles.csv").getvalue().decode()


def test_a_hidden_first_report_is_named_by_a_word_that_nobody_can_work_out(publisher: User, reader: Reader) -> None:
    """Of a row's number there are few, and whoever knows how a word is made of one finds it by trying them all."""
    from hashlib import blake2b

    from articles.editing.withdrawing import withdraw_article

    first, last = shelve(by=publisher, headline="Ore"), shelve(by=publisher, headline="Last")
    for name in ("Harbour Digest", "Amnok Wire"):
        shelve(by=publisher, headline=f"Ore {name}", outlet=name, origin=first)
    withdraw_article(by=publisher, article=first, reason="a test")

    def told() -> set[str]:
        return {row["counts_as"] for row in reader.get("/api/v1/articles").json()["items"]} - {last.public_id}

    (word,) = told()
    tried = {f"unseen-{blake2b(str(row).encode(), digest_size=6).hexdigest()}" for row in range(last.pk + 1)}
    assert re.fullmatch("unseen-[0-9a-f]{12}", word) and word not in tried
    # It is the row's own and stays: whatever is done to it, by hand as well, and for every process that reads it.
    Article.objects.filter(pk=first.pk).update(stand_in=uuid4(), edit_number=7)
    Article.objects.filter(origin=first).update(origin_stand_in=uuid4())
    assert told() == {word}
    assert Article.objects.get(pk=first.pk).stand_in.hex.startswith(word.removeprefix("unseen-"))
    with reader_rights():
        assert set(Article.objects.values_list("stand_in", flat=True)) == {None}


def test_a_local_body_needs_three_reports_that_are_no_copies(story: Story, publisher: User) -> None:
    """Five claims in three reports, two of which turn out to be one."""
    from articles.editing.claims import draft_of, latest_version, pin_claim
    from articles.editing.drafting import latest_revision
    from articles.editing.publishing import publish_article
    from articles.spans import find_exact
    from tests.story import tell

    stories = [story, *(tell(by=publisher, outlet_name=name) for name in ("Southern Gazette", "Western Mirror"))]
    Institution.objects.filter(pk=story.committee.pk).update(level="local")
    for each in stories:
        draft, revision = draft_of(latest_version(each.relayed)), latest_revision(each.article)
        start, end = find_exact(revision.body, "trade has to serve an orderly economy that stands on its own feet")
        draft = type(draft)(start, end, draft.steps, "", draft.attribution, actor=each.committee)
        pin_claim(by=publisher, article=each.article, revision=revision, draft=draft)
        publish_article(by=publisher, article=each.article)
    body = Institution.objects.filter(pk=story.committee.pk)
    assert body.get().is_public
    join_origin(by=publisher, article=stories[2].article, origin=stories[1].article, kind=OriginKind.REPUBLICATION)
    assert not body.get().is_public
    part_from_origin(by=publisher, article=stories[2].article)
    assert body.get().is_public


# Whatever is joined and parted.


class Families:
    """What should be known, kept beside the database: each report's first one, a report or an address."""

    def __init__(self, articles: list[Article]) -> None:
        self.articles, self.first = articles, dict[int, int | str]()

    def root(self, pk: int) -> int | str:
        return self.first.get(pk, pk)

    def followers(self, pk: int) -> list[int]:
        return [each for each, first in self.first.items() if first == pk]

    def point(self, pk: int, first: int | str) -> None:
        for each in (*self.followers(pk), pk):
            self.first[each] = first

    def arrive(self, newcomer: int, of: int) -> bool:
        """Whether the newcomer may become the first of that family."""
        former = self.root(of)
        mine = self.first.get(newcomer)
        if newcomer in (former, of) or mine not in (None, former):
            return False
        family = [pk for pk in self.first if self.first[pk] == former]
        self.first.pop(newcomer, None)
        for pk in {*family, *([former] if isinstance(former, int) else [])} - {newcomer}:
            self.first[pk] = newcomer
        return True


def moves(families: Families, by: User, chance: random.Random) -> Iterator[str]:
    """Random joins, partings and arrivals, each held to what should come of it."""
    addresses = ["https://lantern-bulletin.example/1", "https://lantern-bulletin.example/2"]
    for _ in range(24):
        one, other = chance.sample(families.articles, 2)
        kind = chance.choice(list(OriginKind))
        move = chance.choice(["join", "join", "outside", "part", "arrive"])
        if move == "join":
            if families.root(other.pk) == one.pk:
                with pytest.raises(CannotJoin):
                    join_origin(by=by, article=one, origin=other, kind=kind)
            else:
                join_origin(by=by, article=one, origin=other, kind=kind)
                families.point(one.pk, families.root(other.pk))
        elif move == "outside":
            address = chance.choice(addresses)
            join_outside(by=by, article=one, outside=Outside(address), kind=kind)
            families.point(one.pk, address)
        elif move == "part":
            part_from_origin(by=by, article=one)
            families.first.pop(one.pk, None)
        elif families.arrive(one.pk, other.pk):
            become_origin(by=by, newcomer=one, of=other, kind=kind)
        else:
            with pytest.raises(CannotJoin):
                become_origin(by=by, newcomer=one, of=other, kind=kind)
        yield f"{move} {one.pk} {other.pk} {kind}"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_however_reports_are_joined_and_parted_each_family_counts_once(
    seed: int, publisher: User, reader: Reader
) -> None:
    articles = [shelve(by=publisher, headline=f"Ore {n}", outlet=f"Outlet {n}") for n in range(6)]
    families = Families(articles)
    for move in moves(families, publisher, random.Random(seed)):
        rows = {row.pk: row for row in Article.objects.select_related("origin")}
        firsts = {pk: row.origin_id or row.origin_url or pk for pk, row in rows.items()}
        assert firsts == {pk: families.root(pk) for pk in rows}, move
        expected = len(set(firsts.values()))
        assert (once(), len({origin_of(row) for row in rows.values()})) == (expected, expected), move
        assert all(bool(row.origin_kind) == (firsts[pk] != pk) for pk, row in rows.items()), move
        with reader_rights():
            assert count_articles(Article.objects.published()) == (len(articles), expected), move
    check_rules()
    listed = reader.get("/api/v1/articles").json()
    assert len({row["counts_as"] for row in listed["items"]}) == listed["once"] == expected
    assert [reader.get(f"/articles/{row.public_id}/").status_code for row in articles] == [200] * len(articles)
