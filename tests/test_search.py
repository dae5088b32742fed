"""Search: words, phrases and exclusions in two languages, what was found of them, and what cannot be searched for."""

import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.facets import BadParameter, Filter
from articles.models import PublicText
from articles.pages.cards import Piece
from articles.pages.search import SearchPage, pieces, search_page
from articles.search import START, STOP, Term, read_search, read_terms
from tests.conftest import reader_rights, reader_site
from tests.shelf import shelve
from tests.story import HEADLINE, Story

KOREAN = "무역회사들은 량강도에서 화물차를 기다렸다. 세관은 자력갱생을 말했다."


@pytest.fixture(autouse=True)
def on_the_public_site() -> Iterator[None]:
    """Addresses are the reader's, also where a page is asked for without a browser."""
    with reader_site():
        yield


def found(q: str, kind: str = "articles", filter: Filter | None = None) -> SearchPage:
    with reader_rights():
        return search_page(q, kind, filter or Filter())


def headlines(q: str) -> list[str]:
    page = found(q)
    return [card.headline for card in page.list.articles] if page.list else []


def test_a_query_is_read_as_words_phrases_and_exclusions() -> None:
    terms, passed_over = read_terms('  rice “trading  companies” -price -"party line" ! & U.S. covid-19')

    assert terms == [
        Term("rice"),
        Term("trading companies"),
        Term("price", excluded=True),
        Term("party line", excluded=True),
        Term("U.S."),
        Term("covid-19"),
    ]
    assert passed_over == ["!", "&"]


@pytest.mark.parametrize(
    ("q", "says"),
    [
        ("x" * 201, "201 characters long; at most 200"),
        ("a b c d e f g h i j k l m", "has 13 words; at most 12"),
        ('"a b c d e f g h i j k l m"', "has 13 words; at most 12"),
        ("rice\x00", "holds a sign that no text can hold"),
        ("rice\ud800", "holds a sign that no text can hold"),
    ],
)
def test_a_query_too_long_or_broken_is_refused_with_a_sentence(q: str, says: str) -> None:
    with pytest.raises(BadParameter, match=says) as refused:
        read_terms(q)

    assert refused.value.parameter == "q"


@pytest.mark.parametrize(
    "q", ["x" * 201, "a+b+c+d+e+f+g+h+i+j+k+l+m", "rice%00", "rice%ED%A0%80", "rice&in=maps", "a&q=b"]
)
def test_a_query_that_cannot_be_searched_for_is_400(q: str, reader: Client) -> None:
    assert reader.get(f"/search/?q={q}").status_code == 400
    assert reader.get(f"/search.atom?q={q}").status_code == 400


def test_english_words_match_by_their_stem_and_all_must_be_there(story: Story) -> None:
    assert headlines("trader committees") == [HEADLINE]
    assert headlines("committee submarines") == []
    assert headlines("committee -smuggling") == []
    assert headlines("committee -submarines") == [HEADLINE]


@pytest.mark.parametrize("q", ["self-reliance", "self reliance", '"self reliance"', "SELF-RELIANCE", "reliance self"])
def test_a_hyphenated_word_is_found_with_and_without_its_hyphen(q: str, publisher: User) -> None:
    shelve(by=publisher, headline="A lesson", body="They heard that self-reliance comes first.")

    assert headlines(q) == ["A lesson"]


def test_a_phrase_stands_in_its_order(story: Story) -> None:
    assert headlines('"trading companies"') == [HEADLINE]
    assert headlines('"companies trading"') == []
    assert headlines('committee -"trading companies"') == []


@pytest.mark.parametrize(
    "q", ["량강도", "량강도에서", "자력갱생", "무역회사", "세관은", "화물차 자력갱생", '"량강도에서 화물차"']
)
def test_korean_words_match_by_their_beginning_whatever_is_stuck_to_them(q: str, publisher: User) -> None:
    shelve(by=publisher, headline="화물차 대기", body=KOREAN, language="ko", provinces=["nampo"])
    shelve(by=publisher, headline="탄광", body="석탄 값이 올랐다.", language="ko", provinces=["nampo"])

    assert headlines(q) == ["화물차 대기"]


def test_reports_are_found_in_one_language_by_names_in_the_other(publisher: User) -> None:
    shelve(by=publisher, headline="Trucks wait", topics=["self-reliance"])
    shelve(by=publisher, headline="화물차 대기", body=KOREAN, language="ko", provinces=["nampo"])

    assert sorted(headlines("량강도")) == ["Trucks wait", "화물차 대기"]
    assert headlines("Yangkang") == ["Trucks wait"]
    assert headlines("자력갱생 양강도") == ["Trucks wait"]
    assert headlines("Nampo") == ["화물차 대기"]


def test_figures_and_mixed_scripts_are_found(publisher: User) -> None:
    shelve(
        by=publisher, headline="Figures", body="Covid-19 cost 1,200 trucks, or 70% of 5개년 계획; the U.S. won’t say."
    )

    for q in ("covid-19", "1,200", "70%", "5개년", "U.S.", "won't", "70% trucks", "5개년 covid-19"):
        assert headlines(q) == ["Figures"], q


def test_what_was_found_is_marked_in_headline_and_text(publisher: User) -> None:
    shelve(
        by=publisher,
        headline="Traders & <b>soap</b>",
        body="At the bridge, traders sold soap. Nobody else <i>came</i>.",
    )

    page = found("soap")

    assert page.list is not None
    (card,) = page.list.articles
    assert card.headline_pieces == (Piece("Traders & <b>", False), Piece("soap", True), Piece("</b>", False))
    assert "".join(piece.text for piece in card.pieces if piece.marked) == "soap"


def test_marks_are_the_only_markup_in_what_was_found(publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="Soap", body=f"Traders sold <b>soap</b> & {STOP}soap{START} 1 < 2 at the bridge.")

    page = reader.get("/search/?q=soap").content.decode()

    assert "<mark>Soap</mark>" in page
    assert "sold <mark>soap</mark> &amp; <mark>soap</mark> 1 &lt; 2 at the bridge" in " ".join(page.split())
    assert "<b>" not in page
    assert START not in page


def test_pieces_never_mark_beyond_a_mark_without_its_half() -> None:
    assert pieces(f"a {START}b{STOP} c{STOP} {START}d") == (
        Piece("a ", False),
        Piece("b", True),
        Piece(" c d", False),
    )
    assert pieces("") == ()


def test_a_match_by_name_alone_says_which_name(story: Story, publisher: User) -> None:
    for q, through in (
        ("량강도", ("Ryanggang (량강도)",)),
        ("자강력", ("Self-reliance (자강력)",)),
        ("무역기관", ("Trading companies (무역기관)",)),
    ):
        page = found(q)
        assert page.list is not None
        (card,) = page.list.articles
        assert (card.through[0], card.pieces) == (through[0], ()), q


def test_an_outlet_that_allows_claims_only_has_no_text_to_search(publisher: User) -> None:
    shelve(by=publisher, headline="Quiet", body="Squid went over the bridge.", outlet="Harbour Bulletin", show="claims")

    assert headlines("squid") == []
    assert headlines("quiet") == ["Quiet"]


def test_claims_are_searched_by_their_words_and_our_paraphrase(story: Story) -> None:
    both = found("committee", "claims")
    exact = found("soap", "claims")
    ours = found("gathered", "claims")

    assert [(tab.label, tab.count, tab.is_chosen) for tab in both.tabs] == [("Reports", 1, False), ("Claims", 2, True)]
    assert exact.list is not None
    assert ours.list is not None
    (card,) = exact.list.claims
    assert (card.public_id, card.quotes_exact) == (story.relayed.public_id, True)
    assert [piece.text for piece in card.pieces if piece.marked] == ["soap"]
    (card,) = ours.list.claims
    assert (card.public_id, card.quotes_exact) == (story.acted.public_id, False)


def test_facets_narrow_a_search_and_count_its_results(publisher: User) -> None:
    shelve(by=publisher, headline="Soap", published="2022-05-01")
    shelve(by=publisher, headline="Soap again", published="2023-05-01", provinces=["nampo"])
    shelve(by=publisher, headline="Coal", provinces=["nampo"])

    page = found("soap", filter=Filter(province=("nampo",)))

    assert page.list is not None
    assert [card.headline for card in page.list.articles] == ["Soap again"]
    (provinces, *_) = page.list.panels
    assert [(each.label, each.count, each.query) for each in provinces.choices] == [
        ("Nampo", 1, "q=soap"),
        ("Ryanggang", 1, "q=soap&province=nampo&province=ryanggang"),
    ]


def test_nothing_found_says_what_to_relax(story: Story, reader: Client) -> None:
    page = reader.get("/search/?q=committee&province=nampo").content.decode()

    assert "No report has committee and is about Nampo." in page
    assert re.search(r'<a href="/search/\?q=committee">Without the limits there is 1\.</a>', page)
    page = reader.get("/search/?q=committee+submarines").content.decode()
    assert "No report has all of committee, submarines." in page
    assert "Leave a word out" in page


@pytest.mark.parametrize(
    ("q", "says"),
    [
        ("the", "the is too common, or no word"),
        ("!! &", "!!, &amp; are too common, or no word"),
        ("-rice", "“-rice” only says what to leave out"),
        ("", "How to ask"),
    ],
)
def test_a_query_with_nothing_to_look_for_says_so(q: str, says: str, story: Story, reader: Client) -> None:
    response = reader.get("/search/", {"q": q})

    assert response.status_code == 200
    assert says in response.content.decode()


def test_common_words_are_passed_over_and_named(story: Story, reader: Client) -> None:
    assert read_search("what the committee said").passed_over == ("what", "the")
    assert "because too common or without letters: the" in reader.get("/search/?q=the+committee").content.decode()


def test_results_go_on_over_pages_by_rank_then_newest(publisher: User) -> None:
    for number in range(22):
        body = "Soap. " * (1 + number % 3) + "Traders waited."
        shelve(by=publisher, headline=f"Report {number}", body=body, published=f"2023-04-{1 + number:02}")

    first = found("soap")
    assert first.list is not None
    after = re.search("after=([^&]+)", first.list.next)
    assert after is not None
    with reader_rights():
        second = search_page("soap", "articles", Filter(), after[1])
    assert second.list is not None

    shown = [int(card.headline.split()[1]) for card in (*first.list.articles, *second.list.articles)]
    assert shown == sorted(range(22), key=lambda number: (-(number % 3), -number))
    assert (len(first.list.articles), second.list.next) == (20, "")
    with pytest.raises(BadParameter, match="no place in this list"):
        search_page("soap", "articles", Filter(), "WyIxIl0")


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from("'\"\\&|!():*<->-._%;,’“”·~@#$[]{}/ "),
            st.characters(exclude_categories=["Cs", "Cc", "Cn"]),
        ),
        max_size=40,
    )
)
@pytest.mark.django_db
def test_no_query_is_an_error_in_the_database(q: str) -> None:
    try:
        query = read_search(q).query
    except BadParameter:
        return
    if query is not None:
        with connection.cursor() as cursor:
            sql, parameters = PublicText.objects.filter(search=query).values("pk").query.sql_with_params()
            cursor.execute(f"EXPLAIN {sql}", parameters)
