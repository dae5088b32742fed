"""Briefings: an address that holds its claims and versions, says when it is not whole, and is carried from page to page."""

import io
import json
import logging
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import rispy
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from articles.briefing import MAX_BYTES, BadBriefing, Briefing, Pin
from articles.editing.claims import ClaimDraft, StepDraft, attribute, pin_claim
from articles.editing.drafting import latest_revision, propose_revision, words_of
from articles.editing.grading import grade_claim
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import withdraw_article, withdraw_claim
from articles.footnotes.finding import Link, find
from articles.footnotes.word import read_word
from articles.models import ActKind, Article, Claim
from articles.public_ids import ALPHABET, check, new_id
from articles.spans import find_exact
from sources.models import Role, Speaker, Speech
from tests.conftest import Reader
from tests.footnotes import SECRET, SITE, Planted, plant
from tests.shelf import shelve
from tests.story import DESCRIPTOR, RELAYED, Story

TWO = Briefing((Pin(new_id("c"), 2), Pin(new_id("c"), 1)))


def pins(number: int) -> tuple[Pin, ...]:
    """Always the same ones, which hold and stand for nothing."""
    begun = [f"c{place:06}" for place in range(number)]
    ids = [next(each + last for last in ALPHABET if check(each + last)) for each in begun]
    return tuple(Pin(public_id, 1 + place % 3) for place, public_id in enumerate(ids))


def address(*found: Pin) -> str:
    return f"/briefing/?{Briefing(found).query}"


def page_of(reader: Reader, path: str) -> BeautifulSoup:
    answer = reader.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


# The address alone


def test_what_is_written_is_read_again() -> None:
    found = Briefing(pins(12))
    given = parse_qs(found.query)
    assert Briefing.read(given["n"][0], given["i"][0]) == found
    assert Briefing.read(given["n"][0].upper(), given["i"][0].upper()) == found
    assert Briefing.carried(found.as_carried) == found
    # A full stop or a bracket of the sentence around it.
    assert Briefing.read(given["n"][0], given["i"][0] + ").") == found


@given(cut=st.integers(1, 131))
def test_wherever_it_is_cut_it_never_opens_shorter(cut: int) -> None:
    found = Briefing(pins(12))
    given = parse_qs(found.query[:-cut])
    with pytest.raises(BadBriefing) as refused:
        Briefing.read(given["n"][0], given.get("i", [""])[0])
    assert refused.value.arrived in (found.pins[: len(refused.value.arrived)], ()) or "altered" in str(refused.value)


def test_a_cut_one_says_how_many_it_names_and_how_many_arrived() -> None:
    found = Briefing(pins(12))
    with pytest.raises(BadBriefing, match=r"names 12 claims, 5 arrived") as refused:
        Briefing.read(found.named, "-".join(map(str, found.pins[:5])))
    assert refused.value.arrived == found.pins[:5]
    with pytest.raises(BadBriefing, match="names 12 claims, 11 arrived"):
        Briefing.read(found.named, found.items[:-6])
    with pytest.raises(BadBriefing, match="12 claims arrived, and how many it names was lost"):
        Briefing.read("", found.items)


@given(place=st.integers(0, 131), sign=st.sampled_from("0123456789abcdefghjkmnpqrstvwxyz"))
def test_an_altered_one_is_refused(place: int, sign: str) -> None:
    found = Briefing(tuple(Pin(pin.public_id, 1) for pin in pins(12)))
    items = found.items
    if place >= len(items) or items[place] in f"{sign}.-":
        return
    with pytest.raises(BadBriefing):
        Briefing.read(found.named, items[:place] + sign + items[place + 1 :])


def test_changed_order_and_one_claim_twice_are_refused() -> None:
    found = Briefing(pins(3))
    first, second, third = map(str, found.pins)
    for items in (f"{second}-{first}-{third}", f"{first}-{first}-{third}"):
        with pytest.raises(BadBriefing):
            Briefing.read(found.named, items)
    twice = Briefing((found.pins[0], found.pins[0]))
    with pytest.raises(BadBriefing, match="the same claim twice"):
        Briefing.read(twice.named, twice.items)


def test_it_is_put_in_order() -> None:
    first, second, third = found = pins(3)
    briefing = Briefing(found)
    assert briefing.moving(2, -1).pins == (first, third, second)
    assert briefing.moving(0, 1).pins == (second, first, third)
    assert briefing.moving(0, -1) == briefing.moving(2, 1) == briefing.moving(7, 1) == briefing
    assert briefing.removing(1).pins == (first, third)
    assert briefing.adding([second]) == briefing


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("c7k2m4qz.1", "not one of our ids"),
        ("soap", "not written like"),
        ("c111111t.0", "no version 0"),
        ("a", "not written"),
    ],
)
def test_what_is_no_pin_says_why(item: str, said: str) -> None:
    with pytest.raises(BadBriefing, match=said):
        Pin.read(item)
    with pytest.raises(BadBriefing, match="is a report"):
        Pin.read(f"{new_id('a')}.1")


# Its page


def test_it_shows_each_claim_with_chain_source_and_version(story: Story, reader: Reader) -> None:
    relayed, acted = Pin(story.relayed.public_id, 1), Pin(story.acted.public_id, 1)
    page = page_of(reader, address(acted, relayed))
    heads = [" ".join(head.text.split()) for head in page.select(".briefed h2")]
    assert [f"Claim {pin.public_id}, version 1" in head for pin, head in zip((acted, relayed), heads, strict=True)] == [
        True
    ] * 2
    assert [words.text for words in page.select(".words")][1] == RELAYED
    reference = page.select(".reference")[1].text
    assert f"Source, in the outlet’s words: “{DESCRIPTOR}”" in reference and "Grades: outlet:" in reference
    assert DESCRIPTOR in page.select(".chain")[1].text
    assert len(page.select(".cited li")) == 2
    assert page.select_one(".share .copyable").text == f"http://127.0.0.1:8000{address(acted, relayed)}"  # type: ignore[union-attr]
    assert "All stand as they were pinned." in page.text
    summary = {row.text: row.find_next("dd").text for row in page.select(".section dt")}  # type: ignore[union-attr]
    assert summary["Claims"] == "2, out of 1 report"
    assert summary["Origins"] == "1, copies counted once; 2 of the claims come from one"
    assert summary["On one origin alone"] == "2 of 2 (100 %)"
    assert summary["Through an unnamed source"] == "2 of 2 (100 %)"
    assert summary["Speakers behind the outlet"] == "1 to 2, half of the claims 1 or fewer"
    assert summary["Reports dated"].startswith("April 2023; the oldest more than ")
    assert summary["Languages"] == "English 2"
    # Nor what the desk alone knows.
    assert "on Sunday" not in page.text and "trading_company" not in page.text


def test_a_copy_is_no_second_origin(story: Story, publisher: User, reader: Reader) -> None:
    copy = shelve(
        by=publisher,
        headline="되풀이",
        body="장사를 막지 않는다.",
        language="ko",
        outlet="Gazette",
        origin=story.article,
    )
    told = _pinned(publisher, copy, "장사를")
    page = page_of(reader, address(Pin(story.relayed.public_id, 1), Pin(told.public_id, 1)))
    assert "2, out of 2 reports, 1 of them copies or translations" in page.text
    assert "1, copies counted once; 2 of the claims come from one" in page.text
    assert "English 1, Korean 1" in page.text
    assert page.select_one('.words[lang="ko"]') is not None


def _pinned(by: User, article: Article, words: str) -> Claim:
    revision = latest_revision(article)
    start, end = find_exact(revision.body, words)
    own = StepDraft(Speaker.OUTLET, Speech.OWN, outlet=article.outlet)
    claim = pin_claim(by=by, article=article, revision=revision, draft=ClaimDraft(start, end, [own]))
    publish_article(by=by, article=article)
    return claim


def test_it_says_what_became_of_each(publisher: User, second_publisher: User, reader: Reader) -> None:
    planted: Planted = plant(publisher, second_publisher)
    never = Pin(new_id("c"), 1)
    of = {
        Pin(planted.stands.public_id, 1): "moved",
        Pin(planted.reworded.public_id, 1): "reworded",
        Pin(planted.reworded.public_id, 2): "",
        Pin(planted.regraded.public_id, 1): "regraded",
        Pin(planted.respoken.public_id, 1): "corrected here",
        Pin(planted.lost.public_id, 1): "corrected by the outlet",
        Pin(planted.taken_back.public_id, 1): "retracted by the outlet",
        Pin(planted.withdrawn_claim.public_id, 1): "removed",
        Pin(planted.regraded.public_id, 9): "mistyped",
        never: "never issued",
    }
    page = page_of(reader, address(*of))
    rows = page.select(".briefed > li")
    said = [verdict.text if (verdict := row.select_one(".verdict")) else "" for row in rows]
    assert said == list(of.values())
    without_words = [pin for pin, row in zip(of, rows, strict=True) if not row.select_one(".words")]
    assert without_words == [Pin(planted.withdrawn_claim.public_id, 1), Pin(planted.regraded.public_id, 9), never]
    assert "Rice was dear in May" in rows[1].text and "Rice was dear" in rows[1].select_one(".words").text  # type: ignore[union-attr]
    assert SECRET not in page.text
    for ending in ("md", "ris", "csl.json"):
        text = reader.get(address(*of).replace("/briefing/", f"/briefing.{ending}")).content.decode()
        assert SECRET not in text and planted.reworded.public_id in text


def test_of_words_that_stand_it_says_what_happened_around_them(story: Story, publisher: User, reader: Reader) -> None:
    path = address(Pin(story.relayed.public_id, 1), Pin(story.acted.public_id, 1))
    assert not page_of(reader, path).select(".since")
    words = words_of(latest_revision(story.article))
    propose_revision(by=publisher, article=story.article, words=replace(words, body=f"{words.body}\n\nMore."))
    publish_article(by=publisher, article=story.article, kind=ActKind.CORRECTED_BY_OUTLET)
    page = page_of(reader, path)
    assert "All stand as they were pinned." in page.text
    said = page.select(".since")[0].text
    assert "Compared with version 2. The report was corrected by the outlet on" in said
    assert "compared with the outlet" not in said
    # The page of the version that was pinned says so too, and what became of it when something did.
    own = page_of(reader, f"/claims/{story.relayed.public_id}/v/1/").select_one(".banner.warn")
    assert own and "version 1 of 2; words, speakers, dates and grade are still the same." in own.text
    grade_claim(by=publisher, claim=story.relayed, credibility=3, reason="alone")
    publish_article(by=publisher, article=story.article)
    own = page_of(reader, f"/claims/{story.relayed.public_id}/v/1/").select_one(".banner.warn")
    assert own and "version 1 of 3; since then regraded." in own.text
    files = [reader.get(path.replace("/briefing/", f"/briefing.{ending}")).content for ending in ("md", "docx")]
    for text in (files[0].decode(), "\n".join(each.text for each in Document(io.BytesIO(files[1])).paragraphs)):
        assert text.count("The report was corrected by the outlet on") == 1 and "Regraded. " in text.replace("*", "")


def test_a_withdrawn_report_takes_its_words_out_of_every_briefing(
    story: Story, publisher: User, reader: Reader
) -> None:
    path = address(Pin(story.relayed.public_id, 1))
    assert RELAYED in page_of(reader, path).text
    withdraw_article(by=publisher, article=story.article, reason="asked for")
    for where in (path, *(path.replace("/briefing/", f"/briefing.{ending}") for ending in ("md", "ris", "csl.json"))):
        answer = reader.get(where)
        assert answer.status_code == 200
        for words in (RELAYED[:30], DESCRIPTOR, story.outlet.name, "Ryanggang", "asked for"):
            assert words not in answer.content.decode()
    assert "withdrawn by the editors" in reader.get(path).content.decode()


def test_fifty_claims_cost_as_many_queries_as_one(publisher: User, reader: Reader) -> None:
    bodies = [f"Stall {number} opened at dawn." for number in range(10)]
    claims = []
    for number in range(5):
        article = shelve(by=publisher, headline=f"Report {number}", body="\n\n".join(bodies), outlet=f"Outlet {number}")
        source = attribute(by=publisher, article=article, descriptor="a stallholder", role=Role.TRADER)
        own = StepDraft(Speaker.OUTLET, Speech.OWN, outlet=article.outlet)
        told = StepDraft(Speaker.UNNAMED, Speech.INDIRECT, attribution=source, printed="a stallholder", verb="said")
        for body in bodies:
            start, end = find_exact(latest_revision(article).body, body)
            draft = ClaimDraft(start, end, [own, told], attribution=source)
            claims.append(pin_claim(by=publisher, article=article, revision=latest_revision(article), draft=draft))
        publish_article(by=publisher, article=article)
    costs = [_cost(reader, address(*(Pin(claim.public_id, 1) for claim in claims[:number]))) for number in (1, 3, 50)]
    assert costs[0] == costs[1] == costs[2] <= 15
    files = [
        _cost(
            reader,
            address(*(Pin(claim.public_id, 1) for claim in claims[:number])).replace("/briefing/", "/briefing.md"),
        )
        for number in (1, 50)
    ]
    assert files[0] == files[1]


def _cost(reader: Reader, path: str) -> int:
    assert reader.get(path).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        reader.get(path)
    return len(queries)


# Making one


def test_a_link_beside_every_claim_begins_one(story: Story, reader: Reader) -> None:
    for where in ("/claims/", f"/articles/{story.article.public_id}/", f"/claims/{story.relayed.public_id}/"):
        links = [str(link["href"]) for link in page_of(reader, where).select("a.add")]
        mine = next(link for link in links if story.relayed.public_id in link)
        answer = reader.get(mine)
        assert (answer.status_code, answer["Location"]) == (302, address(Pin(story.relayed.public_id, 1)))


def test_it_goes_along_and_grows(story: Story, reader: Reader) -> None:
    first, second = Pin(story.relayed.public_id, 1), Pin(story.acted.public_id, 1)
    page = page_of(reader, address(first))
    path = str(next(link["href"] for link in page.select(".ways a") if "Look for more" in link.text))
    listed = page_of(reader, path)
    assert "A briefing of 1 claim is being made" in listed.text
    carried = Briefing((first,)).as_carried
    for link in listed.select("a[href^='/']"):
        is_file = re.search(r"\.[a-z]+(\?|$)", str(link["href"])) is not None
        assert (f"briefing={carried}" in str(link["href"])) is not is_file
    # Through a facet, to a claim's own page, and from there into the briefing.
    faceted = page_of(reader, str(next(link["href"] for link in listed.select(".facets a"))))
    own = page_of(
        reader,
        str(next(link["href"] for link in faceted.select(".row-title a") if second.public_id in str(link["href"]))),
    )
    answer = reader.get(str(own.select_one("a.add")["href"]))  # type: ignore[index]
    assert answer["Location"] == address(first, second)
    back = next(str(link["href"]) for link in own.select(".carried a"))
    assert reader.get(back)["Location"] == address(first)
    search = page_of(reader, f"/search/?q=trade&in=claims&briefing={carried}")
    assert search.select_one(f'form.search-box input[name="briefing"][value="{carried}"]') is not None


def test_without_a_briefing_no_page_is_changed(story: Story, reader: Reader) -> None:
    plain = reader.get("/claims/").content
    assert b"briefing=" not in plain
    # Neither by one that is broken in its signs, which goes nowhere.
    assert b"briefing=" not in reader.get("/claims/", {"briefing": '"><script>'}).content
    page = reader.get("/claims/", {"briefing": "12abc-cut"}).content
    assert b"is being made" not in page


def test_it_is_put_in_order_by_buttons(story: Story, reader: Reader) -> None:
    first, second = Pin(story.relayed.public_id, 1), Pin(story.acted.public_id, 1)
    page = page_of(reader, address(first, second))
    hidden: dict[str, str | int] = {str(field["name"]): str(field["value"]) for field in page.select("#arrange input")}
    for name, place, after in (("up", 2, (second, first)), ("down", 1, (second, first)), ("remove", 1, (second,))):
        assert page.select_one(f'button[form="arrange"][name="{name}"][value="{place}"]') is not None
        assert reader.get("/briefing/", hidden | {name: place})["Location"] == address(*after)
    assert reader.get("/briefing/", hidden | {"up": "soap"}).status_code == 400
    alone = Briefing((first,))
    answer = reader.get("/briefing/", {"n": alone.named, "i": alone.items, "remove": "1"})
    assert answer["Location"] == "/briefing/"


def test_an_id_of_letters_alone_goes_in_if_a_claim_has_it(
    story: Story, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such an id may be a word of the prose, which goes in nowhere."""
    known, unknown = story.relayed.public_id, "cabcdefg"
    links = [Link(id, 1, id, id, is_word=True) for id in (known, unknown)]
    monkeypatch.setattr("articles.views.briefing.find", lambda text, hosts: links)
    answer = reader.post("/briefing/", {"text": "anything"})
    assert (answer.status_code, answer["Location"]) == (303, address(Pin(known, 1)))


def test_pasted_links_go_in(story: Story, reader: Reader) -> None:
    text = f"{SITE}/claims/{story.relayed.public_id}/v/1/ and {story.acted.public_id.upper()}"
    first, second = Pin(story.relayed.public_id, 1), Pin(story.acted.public_id, 1)
    answer = reader.post("/briefing/", {"text": text})
    assert (answer.status_code, answer["Location"]) == (303, address(first, second))
    alone = Briefing((second,))
    answer = reader.post("/briefing/", {"text": text, "n": alone.named, "i": alone.items})
    assert answer["Location"] == address(second, first)
    assert reader.post("/briefing/", {"text": "nothing here"}).status_code == 400
    assert reader.get("/briefing/").status_code == 200


def test_the_same_claim_twice_is_one(story: Story, reader: Reader) -> None:
    carried = Briefing((Pin(story.relayed.public_id, 1),)).as_carried
    answer = reader.get("/briefing/", {"add": story.relayed.public_id, "briefing": carried})
    assert answer["Location"] == address(Pin(story.relayed.public_id, 1))


# Bad input


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("n=12abc&i=c7k2m4q2.1", "names 12 claims, 1 arrived"),
        ("i=c111111t.1", "how many it names was lost"),
        ("n=1zzz", "names 1 claim, 0 arrived"),
        ("n=1abc&n=2abc&i=x", "given more than once"),
        ("n=&i=%FF", "no text in UTF-8"),
        ("n=1abc&i=%00", "a sign that no text can hold"),
        ("add=soap", "not one of our ids"),
        ("add=c111111t.1", "no claim that can be read here"),
        ("briefing=2abc", "names 2 claims, 0 arrived"),
        ("n=9999abc&i=" + "c111111t.1-" * 900, "at most 3,500 bytes"),
    ],
)
def test_bad_input_is_400_and_says_what_is_wrong(query: str, said: str, vocabulary: None, reader: Reader) -> None:
    answer = reader.get(f"/briefing/?{query}")
    assert answer.status_code == 400
    assert said in BeautifulSoup(answer.content, "html.parser").text
    if "add=" not in query and "briefing=" not in query:
        text = "text/plain; charset=utf-8"
        for ending, kind in {"md": text, "ris": text, "docx": text, "csl.json": "application/problem+json"}.items():
            line = reader.get(f"/briefing.{ending}?{query}")
            assert (line.status_code, line["Content-Type"]) == (400, kind)
            assert said in line.content.decode()


def test_a_cut_link_shows_what_arrived_and_no_briefing(story: Story, reader: Reader) -> None:
    whole = address(Pin(story.relayed.public_id, 1), Pin(story.acted.public_id, 1))
    answer = reader.get(whole[:-4])
    page = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 400
    assert "names 2 claims, 1 arrived" in page.text and RELAYED[:20] not in page.text
    assert page.select_one(f'.arrived a[href="/claims/{story.relayed.public_id}/v/1/"]') is not None
    # Opening what arrived is the reader's own step.
    assert page.select_one(f'a[href="{address(Pin(story.relayed.public_id, 1))}"]') is not None


def test_a_draft_cannot_be_added_and_is_not_hinted_at(draft: Story, reader: Reader) -> None:
    never = new_id("c")
    said = [
        reader.get("/briefing/", {"add": public_id}).content.decode().replace(public_id, "…")
        for public_id in (draft.relayed.public_id, never)
    ]
    assert said[0] == said[1]
    pages = [
        reader.get(address(Pin(public_id, 1))).content.decode().replace(Briefing((Pin(public_id, 1),)).named, "…")
        for public_id in (draft.relayed.public_id, never)
    ]
    assert pages[0].replace(draft.relayed.public_id, "") == pages[1].replace(never, "")


def test_beyond_what_travels_it_says_how_many_fit(story: Story, reader: Reader) -> None:
    many = Briefing(pins(314))
    assert len(f"http://127.0.0.1:8000/briefing/?{many.query}") <= MAX_BYTES
    assert reader.get(f"/briefing/?{many.query}").status_code == 200
    answer = reader.get("/briefing/", {"add": story.relayed.public_id, "briefing": Briefing(pins(320)).as_carried})
    assert answer.status_code == 400
    assert "do not travel safely" in answer.content.decode()
    over = Briefing(pins(330))
    answer = reader.get(f"/briefing/?{over.query}")
    assert (answer.status_code, "at most 3,500 bytes" in answer.content.decode()) == (400, True)


def test_no_briefing_is_for_an_index(story: Story, reader: Reader) -> None:
    answer = reader.get(address(Pin(story.relayed.public_id, 1)))
    assert answer["X-Robots-Tag"] == "noindex" and b'name="robots" content="noindex"' in answer.content
    assert "Disallow: /briefing" in reader.get("/robots.txt").content.decode()


# Files


def test_ris_and_csl_hold_every_claim_in_order(story: Story, reader: Reader) -> None:
    found = Briefing((Pin(story.acted.public_id, 1), Pin(story.relayed.public_id, 1)))
    entries = rispy.loads(reader.get(f"/briefing.ris?{found.query}").content.decode())
    items = json.loads(reader.get(f"/briefing.csl.json?{found.query}").content)
    assert [entry["id"] for entry in entries] == [item["id"] for item in items] == [str(pin) for pin in found.pins]


def test_markdown_says_the_same_as_the_page(story: Story, reader: Reader) -> None:
    found = Briefing((Pin(story.relayed.public_id, 1),))
    answer = reader.get(f"/briefing.md?{found.query}")
    text = answer.content.decode()
    assert answer["Content-Type"] == "text/markdown; charset=utf-8"
    assert f"## 1. Claim {story.relayed.public_id}, version 1\n\n> {RELAYED}" in text
    assert f"<http://127.0.0.1:8000/briefing/?{found.query}>" in text
    assert "- Origins: 1, copies counted once" in text and "*Northern Courier*" in text


def test_title_and_note_go_into_the_word_file_and_nowhere_else(
    story: Story, reader: Reader, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    found = Briefing((Pin(story.relayed.public_id, 1),))
    planted = "Planted title 7391", "Planted note 7391\n두 번째 줄\x00"
    with caplog.at_level(logging.DEBUG), CaptureQueriesContext(connection) as queries:
        answer = reader.post(
            "/briefing.docx", {"n": found.named, "i": found.items, "title": planted[0], "note": planted[1]}
        )
    assert answer.status_code == 200 and answer["Cache-Control"] == "no-store"
    assert (
        "7391" not in caplog.text and "7391" not in str(queries.captured_queries) and "7391" not in str(answer.headers)
    )
    document = Document(io.BytesIO(answer.content))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    assert paragraphs[:3] == ["Planted title 7391", "Planted note 7391", "두 번째 줄"]
    assert f"1. Claim {story.relayed.public_id}, version 1" in paragraphs and RELAYED in paragraphs
    assert [row.cells[0].text for row in document.tables[0].rows][:2] == ["Claims", "Origins"]
    assert (document.core_properties.author, document.core_properties.comments) == ("Trade Reading Room", "")
    # The footnote checker finds in it what it cites.
    file = tmp_path / "briefing.docx"
    file.write_bytes(answer.content)
    ids = {link.public_id for link in find(read_word(file.read_bytes()), ["127.0.0.1"])}
    assert ids == {story.relayed.public_id}


def test_without_title_and_note_it_has_a_plain_heading(story: Story, reader: Reader) -> None:
    found = Briefing((Pin(story.relayed.public_id, 1),))
    document = Document(io.BytesIO(reader.get(f"/briefing.docx?{found.query}").content))
    assert document.paragraphs[0].text == "Briefing of 1 claim"
    assert reader.post("/briefing.md", {"n": found.named, "i": found.items}).status_code == 404
    assert reader.get(f"/briefing.pdf?{found.query}").status_code == 404
    long = reader.post("/briefing.docx", {"n": found.named, "i": found.items, "title": "x" * 201})
    assert (long.status_code, "A title may have 200 characters" in long.content.decode()) == (400, True)
    assert reader.post("/briefing.docx", {"n": "2abc", "i": found.items}).status_code == 400


def test_nothing_of_a_removed_claim_is_in_a_word_file(story: Story, publisher: User, reader: Reader) -> None:
    found = Briefing((Pin(story.relayed.public_id, 1), Pin(story.acted.public_id, 1)))
    withdraw_claim(by=publisher, claim=story.relayed, reason="a name")
    document = Document(io.BytesIO(reader.get(f"/briefing.docx?{found.query}").content))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert RELAYED not in text and "Removed. Since" in text and f"Claim {story.relayed.public_id}, version 1" in text


# The footnote checker


def found_in(text: str) -> list[tuple[str, int | None, str]]:
    return [(link.public_id, link.version, link.problem) for link in find(text, ["127.0.0.1"])]


def test_the_checker_expands_a_briefing_into_its_claims() -> None:
    briefing = Briefing(pins(4))
    expected = [(pin.public_id, pin.version, "") for pin in briefing.pins]
    whole = f"{SITE}/briefing/?{briefing.query}"
    wrapped = [whole[start : start + 70] for start in range(0, len(whole), 70)]
    for text in (
        whole, f"See ({whole}).", f"/briefing/?{briefing.query}", whole.replace("&", "&amp;"), "\n".join(wrapped),
        "=\n".join(wrapped), "\n> ".join(wrapped),
        whole.replace("?", "?\n"), whole.replace("/?", "/\n?"), f"{SITE}/briefing.docx?{briefing.query}",
    ):  # fmt: skip
        assert found_in(text) == expected, text


def test_a_long_one_survives_seventy_signs_a_line() -> None:
    briefing = Briefing(pins(300))
    whole = f"{SITE}/briefing/?{briefing.query}"
    text = "\n".join(whole[start : start + 70] for start in range(0, len(whole), 70)) + "\nand more prose after it"
    assert [public_id for public_id, _, _ in found_in(text)] == [pin.public_id for pin in briefing.pins]


def test_the_checker_says_of_a_cut_one_what_is_missing(story: Story, reader: Reader) -> None:
    briefing = Briefing((Pin(story.relayed.public_id, 1), *pins(2)))
    answer = reader.post("/check/", {"text": f"{SITE}/briefing/?{briefing.query[:-3]}"})
    rows = BeautifulSoup(answer.content, "html.parser").select(".checked tbody tr")
    assert [row.select_one(".verdict").text for row in rows] == ["current", "never issued", "mistyped"]  # type: ignore[union-attr]
    assert "This briefing names 3 claims, 2 arrived." in rows[2].text
    assert "claim, version 1" in rows[0].text


def test_carrying_one_along_asks_nothing_of_the_database(story: Story, reader: Reader) -> None:
    assert _cost(reader, "/claims/") == _cost(reader, f"/claims/?briefing={TWO.as_carried}")


def test_the_query_stands_in_one_order() -> None:
    assert list(parse_qs(urlsplit(f"/briefing/?{TWO.query}").query)) == ["n", "i"]
