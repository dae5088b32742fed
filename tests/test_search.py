"""Search: words, phrases and exclusions in two languages, what was found of them, and what cannot be searched for."""

import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.api import reports
from articles.cursors import pack
from articles.editing.copies import join_origin, part_from_origin
from articles.editing.drafting import file_article
from articles.editing.withdrawing import withdraw_article
from articles.facets import FACET_NAMES, BadParameter, Filter
from articles.listing import MODES, Listing
from articles.models import OriginKind
from articles.pages.cards import Piece
from articles.pages.search import SearchPage, search_page
from articles.queries.browse import articles_matching
from articles.queries.names import load_names
from articles.search import answers
from articles.search.index.keeper import keeper
from articles.search.query import BadQuery
from tests.conftest import reader_rights
from tests.shelf import shelve
from tests.story import HEADLINE, Story

KOREAN = "무역회사들은 량강도에서 화물차를 기다렸다. 세관은 자력갱생을 말했다."


pytestmark = pytest.mark.usefixtures("on_the_public_site")


def found(q: str, kind: str = "articles", filter: Filter | None = None, after: str = "", **how: str) -> SearchPage:
    asked = {name: [value] for name, value in {"q": q, "in": kind, **how}.items()}
    asked |= {name: list((filter or Filter()).values(name)) for name in FACET_NAMES}
    asked |= {"within": ["yes"]} if filter and filter.within else {}
    with reader_rights():
        return search_page(Listing.asked(asked), after)


def headlines(q: str) -> list[str]:
    page = found(q)
    return [card.headline for card in page.list.articles] if page.list else []


@pytest.mark.parametrize(
    "q", ["x" * 201, "b+c+d+e+f+g+h+j+k+l+m+n+o", "rice%00", "rice%ED%A0%80", "rice&in=maps", "a&q=b"]
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
    assert sorted(headlines("Yangkang")) == ["Trucks wait", "화물차 대기"]
    assert sorted(headlines("self-reliance 양강도")) == ["Trucks wait", "화물차 대기"]
    assert headlines("Nampo") == ["화물차 대기"]


def test_a_year_in_plain_words_is_also_when_a_report_is_from(publisher: User) -> None:
    shelve(by=publisher, headline="Ropes", body="Tyres went over the river.", published="2022-05-17")
    shelve(by=publisher, headline="Rafts", body="Tyres came over the river.", published="2021-05-17")
    shelve(by=publisher, headline="Plans", body="Tyres are to come in 2022.", published="2020-05-17")

    assert sorted(headlines("tyres 2022")) == ["Plans", "Ropes"]
    assert headlines("tyres May 2022") == ["Ropes"]
    assert headlines("2021년 5월 tyres") == ["Rafts"]
    assert sorted(headlines("tyres -2022")) == ["Rafts", "Ropes"]
    assert [(card.headline, card.lacks) for card in found("tyres May 2022").nearly] == [
        ("Rafts", ("May 2022",)),
        ("Plans", ("May 2022",)),
    ]


def test_who_asks_for_more_is_told_of_what_it_takes_in(publisher: User) -> None:
    shelve(by=publisher, headline="Lamps", body="Crews sold squid.", provinces=["nampo"])
    shelve(by=publisher, headline="Nets", body="Crews sold seafood.", provinces=["nampo"])

    assert headlines("seafood") == ["Nets", "Lamps"]
    assert headlines("squid") == ["Lamps"]
    assert headlines("crews -seafood") == ["Lamps"]


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
    shelve(by=publisher, headline="Soap", body="Traders sold <b>soap</b> & soap 1 < 2 at the bridge.")

    page = reader.get("/search/?q=soap").content.decode()

    assert "<mark>Soap</mark>" in page
    assert "sold &lt;b&gt;<mark>soap</mark>&lt;/b&gt; &amp; <mark>soap</mark> 1 &lt; 2 at the bridge" in page
    assert "<b>" not in page


def test_a_match_says_which_spelling_or_filing_it_was(story: Story, publisher: User) -> None:
    shelve(by=publisher, headline="Trucks wait", topics=["self-reliance"])

    page = found("량강도 -committee")
    assert page.list is not None
    (card,) = page.list.articles
    assert (card.headline, card.through, card.spelt, card.pieces) == ("Trucks wait", ("Ryanggang (량강도)",), (), ())
    page = found("자강력 -committee")
    assert page.list is not None
    assert page.list.articles[0].through == ("Self-reliance (자강력)",)
    page = found("Yangkang committee")
    assert page.list is not None
    (card,) = page.list.articles
    assert "Ryanggang, for Yangkang" in card.spelt
    assert [(name.typed, name.label) for name in page.names] == [("Yangkang", "Ryanggang")]


def test_a_claim_says_what_it_matches_through_as_a_report_does(story: Story, reader: Client) -> None:
    """Nothing of it is in the claims' words."""
    for q, through in (("량강도", "Ryanggang (량강도)"), ("자강력", "Self-reliance (자강력)")):
        page = found(q, "claims")
        assert page.list is not None
        assert [(card.through, card.pieces) for card in page.list.claims] == [((through,), ())] * 2, q
    assert "Matches through what it is filed under" in reader.get("/search/?q=량강도&in=claims").content.decode()


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
    ("query", "says", "ways"),
    [
        ({"q": "committee submarines"}, "No report has all of committee, submarines.", [("Without “submarines”", 1)]),
        ({"q": "committee -trade"}, "No report has committee.", [("Without “-trade”", 1)]),
        ({"q": "committee after:2024"}, "No report has committee.", [("Without “after:2024”", 1)]),
        (
            {"q": "committee", "province": "nampo", "language": "ko"},
            "No report has committee and is about Nampo, in Korean.",
            [],
        ),
        (
            {"q": "committee", "province": "nampo", "language": "en"},
            "No report has committee and is about Nampo, in English.",
            [("Without the limit “Nampo”", 1)],
        ),
        ({"q": "", "province": "nampo"}, "No report is about Nampo.", []),
        ({"q": "place:Musan"}, "No report answers to “place:Musan”.", []),
        ({"q": "Yangkang committee", "mode": "exact"}, "No report has all of Yangkang, committee.",
         [("Without “Yangkang”", 1), ("In every spelling", 1)]),
        ({"q": "손수래꾼"}, "No report has 손수래꾼.", []),
        ({"q": "submarines"}, "No report has submarines.", []),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("kept_contexts")
def test_nothing_found_offers_what_would_be_found_with_one_thing_less(
    query: dict[str, str], says: str, ways: list[tuple[str, int]], story: Story, reader: Client
) -> None:
    page = reader.get("/search/", query)

    assert says in " ".join(BeautifulSoup(page.content, "html.parser").text.split())
    offered = page.context["page"].ways
    assert [(way.label, way.count) for way in offered] == ways
    for way in offered:
        assert reader.get(f"/search/?{way.query}").context["list"].total == way.count


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
    assert "because too common or without letters: the" in reader.get("/search/?q=the+committee").content.decode()


def test_results_go_on_over_pages_by_rank_then_newest(publisher: User) -> None:
    for number in range(22):
        body = "Soap. " * (1 + number % 3) + "Traders waited."
        shelve(by=publisher, headline=f"Report {number}", body=body, published=f"2023-04-{1 + number:02}")

    first = found("soap")
    assert first.list is not None
    after = re.search("after=([^&]+)", first.list.next)
    assert after is not None
    second = found("soap", after=after[1])
    assert second.list is not None

    shown = [int(card.headline.split()[1]) for card in (*first.list.articles, *second.list.articles)]
    assert shown == sorted(range(22), key=lambda number: (-(number % 3), -number))
    assert (len(first.list.articles), second.list.next) == (20, "")
    with pytest.raises(BadParameter, match="no place in this list"):
        found("soap", after="WyIxIl0")


def test_fields_in_the_box_and_facets_are_one_address(publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="Soap", provinces=["ryanggang"], topics=["trade"])
    shelve(by=publisher, headline="Soap again", provinces=["nampo"])

    page = found('soap province:"Yanggang Province" -topic:무역')

    assert page.list is not None
    assert (page.q, page.list.query) == ("soap", "q=soap&province=ryanggang&topic=-trade")
    assert page.list.total == 0
    assert [chip.label for chip in page.list.chips] == ["Ryanggang", "not Trade"]
    assert headlines("soap -province:ryanggang") == ["Soap again"]
    assert headlines("soap (province:ryanggang OR topic:trade)") == ["Soap"]
    assert headlines("province:nampo") == ["Soap again"]
    assert reader.get("/articles/?province=-ryanggang").content.decode().count("row-title") == 1
    assert reader.get("/search/?q=soap+province:atlantis").status_code == 400
    assert "at character 7" in reader.get("/search/?q=soap+(province:atlantis+OR+x1)").content.decode()


def test_a_minus_before_a_value_in_the_box_excludes_it_wherever_it_stands(publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="Soap", provinces=["ryanggang"])
    shelve(by=publisher, headline="Soap again", provinces=["nampo"])
    shelve(by=publisher, headline="Coal", provinces=["ryanggang"])

    assert headlines("soap province:-ryanggang") == ["Soap again"]
    assert headlines("soap -province:-ryanggang") == ["Soap"]
    assert sorted(headlines("(soap province:-ryanggang) OR coal")) == ["Coal", "Soap again"]
    assert reader.get("/search/?q=soap+(province:--ryanggang+OR+coal)").status_code == 400


def test_what_was_passed_over_is_named_beside_whatever_else_is_asked_for(publisher: User, reader: Client) -> None:
    """And a link of the page, which has only what is left in the box, leads to the same."""
    shelve(by=publisher, headline="Soap", body="Traders say it is dear.", provinces=["nampo"])
    shelve(by=publisher, headline="Coal", provinces=["nampo"])

    for q in ("the province:nampo", "IT province:nampo"):
        page = found(q)
        assert page.list is not None
        again = found(page.q, filter=page.filter)
        assert again.list is not None
        assert page.list.total == again.list.total == 2
        assert f"without letters: {q.split()[0]}" in reader.get("/search/", {"q": q}).content.decode()


def test_every_province_is_offered_beside_a_search(publisher: User) -> None:
    names = load_names().labels["province"]
    for slug in names:
        shelve(by=publisher, headline=f"Soap in {slug}", provinces=[slug])

    page = found("soap")

    assert page.list is not None
    (panel,) = (panel for panel in page.list.panels if panel.name == "province")
    assert {choice.label for choice in panel.choices} == set(names.values())
    assert len(names) > 12


def test_days_of_reports_and_of_events(story: Story, publisher: User) -> None:
    shelve(by=publisher, headline="Committee rests", published="2021-05-03")

    assert headlines("committee after:2022") == [HEADLINE]
    assert headlines("committee before:2021-05") == ["Committee rests"]
    assert headlines("committee event:2023-04") == [HEADLINE]
    assert headlines("committee event:2023-05") == []
    assert headlines("committee -event:2023") == ["Committee rests"]
    assert headlines("committee event:2023-04-10") == [HEADLINE]
    assert headlines("committee event:2023-04-11") == []
    assert headlines("committee is:due") == []


def test_results_come_in_the_order_asked_for(story: Story, publisher: User) -> None:
    shelve(by=publisher, headline="Committee committee committee", published="2019-05-03")
    shelve(by=publisher, headline="Rest", body="The committee rests.", published="2024-05-03")
    shelve(by=publisher, headline="Soap")  # a word that all reports have tells none from another

    def ordered(sort: str) -> list[str]:
        page = found("committee", sort=sort)
        assert page.list is not None
        return [card.headline for card in page.list.articles]

    assert ordered("relevance")[0] == "Committee committee committee"
    assert ordered("newest") == ["Rest", HEADLINE, "Committee committee committee"]
    assert ordered("event")[0] == HEADLINE


def test_copies_count_once_in_facets(publisher: User) -> None:
    first = shelve(by=publisher, headline="Soap")
    shelve(by=publisher, headline="Soap in Korean", provinces=["nampo", "ryanggang"], origin=first)
    shelve(by=publisher, headline="Other soap", provinces=["nampo"])

    page = found("soap")

    assert page.list is not None
    assert (page.list.total, page.list.once) == (3, 2)
    (provinces, *_) = page.list.panels
    assert {each.label: each.count for each in provinces.choices} == {"Nampo": 2, "Ryanggang": 1}


def test_copies_are_counted_exactly_as_they_come_and_however_many_they_are(
    publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = shelve(by=publisher, headline="Soap", provinces=["nampo"])
    second = shelve(by=publisher, headline="Soap and coal", provinces=["rason"], outlet="Daily Post", topics=["trade"])

    def told(filter: Filter | None = None) -> tuple[tuple[int, int], dict[str, dict[str, int]]]:
        page = found("soap", filter=filter)
        assert page.list is not None
        panels = {panel.name: {each.label: each.count for each in panel.choices} for panel in page.list.panels}
        return (page.list.total, page.list.once), panels

    totals, panels = told()
    assert (totals, panels["province"]) == ((2, 2), {"Nampo": 1, "Rason": 1})

    shelve(by=publisher, headline="Soap again", provinces=["nampo", "rason"], origin=first)
    assert told()[0] == (3, 2)
    third = shelve(by=publisher, headline="Soap once more", provinces=["nampo"], language="ko", origin=first)
    shelve(by=publisher, headline="Soap, coal", provinces=["rason"], origin=second, topics=["trade"])
    whole = told()
    assert whole[0] == (5, 2)
    assert whole[1]["province"] == {"Nampo": 1, "Rason": 2}
    assert whole[1]["language"] == {"English": 2, "Korean": 1}
    assert whole[1]["outlet"] == {"Northern Courier": 2, "Daily Post": 1}
    narrowed = told(Filter(province=("nampo",), language=("en",)))
    assert narrowed[0] == (2, 1)
    assert narrowed[1]["language"] == {"English": 1, "Korean": 1}

    monkeypatch.setattr("articles.search.repeated.MOST_REPEATED", 1)
    assert told() == whole
    assert told(Filter(province=("nampo",), language=("en",))) == narrowed
    monkeypatch.undo()

    withdraw_article(by=publisher, article=third, reason="for the test")
    assert told()[1]["language"] == {"English": 2}


@pytest.mark.parametrize("leaving", range(4))
def test_whoever_leaves_or_joins_a_group_the_index_counts_as_if_it_were_built_anew(
    leaving: int, publisher: User
) -> None:
    def told() -> object:
        page = found("soap")
        assert page.list is not None
        return page.list.total, page.list.once, page.list.panels

    def is_as_built_anew() -> bool:
        counted = told()
        keeper().build()
        return counted == told()

    first = shelve(by=publisher, headline="Soap", provinces=["nampo", "rason"], topics=["trade"])
    others = [
        shelve(by=publisher, headline="Soap again", provinces=["nampo", "rason"], topics=["trade"], origin=first),
        shelve(by=publisher, headline="Soap once more", provinces=["nampo"], language="ko", origin=first),
        shelve(by=publisher, headline="Other soap", provinces=["rason"], outlet="Daily Post", topics=["trade"]),
    ]
    assert is_as_built_anew()
    join_origin(by=publisher, article=others[2], origin=first, kind=OriginKind.RELAY)
    assert is_as_built_anew()
    article = [first, *others][leaving]
    if leaving == 3:
        part_from_origin(by=publisher, article=article)
        assert is_as_built_anew()
        join_origin(by=publisher, article=article, origin=others[0], kind=OriginKind.RELAY)
        assert is_as_built_anew()
    withdraw_article(by=publisher, article=article, reason="for the test")
    assert is_as_built_anew()
    file_article(by=publisher, article=others[leaving == 1], provinces=[], topics=[])
    assert is_as_built_anew()


@pytest.mark.parametrize(
    ("filter", "dated"),
    [
        (Filter(year=("2023",)), {"2023", "2023-05", "2023-05-17", "2022/2024"}),
        (Filter(year=("2022", "2024")), {"2022/2024"}),
        (Filter(month=("2023-05",)), {"2023", "2023-05", "2023-05-17", "2022/2024"}),
        (Filter(month=("2023-06", "2023-07")), {"2023", "2022/2024"}),
        (Filter(year=("2023",), month=("2022-12", "2023-05")), {"2023", "2023-05", "2023-05-17", "2022/2024"}),
        (Filter(year=("2022",), month=("2023-05",)), set()),
        (Filter(month=("2023-05",), within=True), {"2023-05", "2023-05-17"}),
        (Filter(year=("2023",), within=True), {"2023", "2023-05", "2023-05-17"}),
        (Filter(year=("2023",), month=("2022-12", "2023-05"), within=True), {"2023-05", "2023-05-17"}),
    ],
)
def test_a_report_is_in_every_year_and_month_that_it_may_be_of(
    filter: Filter, dated: set[str], publisher: User
) -> None:
    for published in ("2023", "2023-05", "2023-05-17", "2022/2024", "2021-12-31"):
        shelve(by=publisher, headline=f"Soap {published}", published=published)

    page = found("soap", filter=filter)

    assert page.list is not None
    assert {card.headline.removeprefix("Soap ") for card in page.list.articles} == dated
    # The database, which answers of another time, lets the same through.
    assert set(articles_matching(filter, load_names()).values_list("published_edtf", flat=True)) == dated


def test_a_source_is_found_by_nothing_the_report_calls_it(story: Story, publisher: User) -> None:
    assert HEADLINE in headlines("committee")
    assert "source" in story.source.descriptor

    assert headlines(f'"{story.source.descriptor}"') == []


def test_another_spelling_can_be_meant(story: Story, reader: Client) -> None:
    page = found("Ryanggand")
    assert (page.list is not None and page.list.total, page.taken_for) == (1, (("Ryanggand", "Ryanggang"),))
    assert "No report has “Ryanggand”; looked for Ryanggang." in reader.get("/search/?q=Ryanggand").content.decode()
    exact = found("Ryanggand", mode="exact")
    assert (exact.list is not None and exact.list.total, exact.meant[0][0]) == (0, "Ryanggang")
    assert "Did you mean" in reader.get("/search/?q=Ryanggand&mode=exact").content.decode()
    loose = found("Ryanggand", mode="loose")
    assert loose.list is not None
    assert loose.list.total == 1


def test_a_place_that_is_none_is_refused_in_the_language_of_the_page(story: Story, reader: Client) -> None:
    page = reader.get("/search/", {"q": "place:Hyesann"})
    korean = reader.get("/ko/search/", {"q": "place:Hyesann"})

    assert page.status_code == korean.status_code == 400
    assert "there is no place “Hyesann”; perhaps place:Hyesan is meant" in page.content.decode()
    assert "“Hyesann”은 알려진 지명이 아닙니다. 혹시 place:Hyesan" in korean.content.decode()
    with pytest.raises(BadQuery) as refused:
        found('place:"Ryanggang Countyy"')
    assert refused.value.suggestion == 'place:"Ryanggang County"'


SIGNS = st.one_of(
    st.sampled_from([*"'\"\\&|!():*<-.%,’“·~@^+쌀값兩"]),
    st.sampled_from(["soap ", " OR ", " NOT ", "IT ", "province:", "ryanggang "]),
    st.sampled_from(["place:Hyesan ", "after:2021 ", "-", "Kang", "won ", "량강도"]),
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(SIGNS, max_size=12), mode=st.sampled_from(MODES), kind=st.sampled_from(["articles", "claims"]))
def test_any_text_is_answered_or_refused(story: Story, words: list[str], mode: str, kind: str) -> None:
    q = "".join(words)
    try:
        page = found(q, kind, mode=mode)
    except BadParameter:
        return
    assert page.list is None or page.list.total >= len(page.list.articles) + len(page.list.claims)
    if page.list is not None and page.q != q:
        again = found(page.q, kind, page.filter, mode=mode)
        assert again.list is None or again.list.total == page.list.total


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(st.text(max_size=12), min_size=4, max_size=4))
def test_no_cursor_is_an_error(story: Story, parts: list[str]) -> None:
    with pytest.raises(BadParameter, match="no place in this list"):
        found("soap", after=pack(*parts))


def test_what_matches_best_is_told_so_far_and_says_so(
    publisher: User, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "_DEEPEST", 20)
    monkeypatch.setattr(reports, "PAGE", 20)
    for number in range(42):
        shelve(by=publisher, headline=f"Report {number}", body="Soap.", published=f"2023-0{4 + number % 2}-01")

    page = found("soap")
    assert page.list is not None and page.list.next
    last = reader.get(f"/search/?{page.list.next}").content.decode()
    assert "Only the 20 that match best are told in this order." in last
    assert 'rel="next"' not in last
    answer = reader.get("/api/v1/search?q=soap")
    while answer.status_code == 200 and answer.json()["next"]:
        answer = reader.get("/api/v1/search?" + answer.json()["next"].partition("?")[2])
    assert (answer.status_code, "sort=newest goes on to the end" in answer.json()["detail"]) == (400, True)
    # In another order all of them are told.
    newest = found("soap", sort="newest")
    seen = []
    while newest.list is not None:
        seen += [card.headline for card in newest.list.articles]
        after = re.search("after=([^&]+)", newest.list.next)
        if not after:
            break
        newest = found("soap", after=after[1], sort="newest")
    assert sorted(seen) == sorted(f"Report {number}" for number in range(42))


def test_a_report_says_that_it_is_found_by_a_body_that_its_claims_name(story: Story, reader: Client) -> None:
    """Its own words call it nothing but "the committee"."""
    page, claims = found("량강도당위원회"), found("량강도당위원회", "claims")

    assert page.list is not None and claims.list is not None
    said = "Ryanggang Provincial Party Committee (량강도당위원회)"
    assert [card.through for card in page.list.articles] == [(said,)]
    assert {card.public_id: card.through for card in claims.list.claims} == {
        story.relayed.public_id: (said,),
        story.acted.public_id: (said,),
    }
    # Nor is it said to be without the body beside what has all of the words.
    (near,) = found("량강도당위원회 submarines").nearly
    assert near.lacks == ("submarines",)


@pytest.mark.parametrize(
    ("q", "position", "reason", "suggestion"),
    [
        ("rice province:nowhere", 6, "“nowhere” is no province", "“province:nowhere” in quotation marks"),
        ("(province:nowhere OR rice)", 2, "“nowhere” is no province", "“province:nowhere” in quotation marks"),
        ("province:Riangang", 1, "“Riangang” is no province", "province:ryanggang"),
        ("-topic:smugling rice", 2, "“smugling” is no topic", "topic:smuggling"),
        ('outlet:"Northern Couriers"', 1, "“Northern Couriers” is no outlet", "outlet:northern-courier"),
        ("speech:x", 8, "speech: is one of direct", "“speech:x” in quotation marks"),
        ("language:zz", 10, "language: is one of en, ko", "“language:zz” in quotation marks"),
        ("is:foo", 4, "is: is one of due", "is:due"),
    ],
)
def test_a_value_that_is_none_says_where_it_stands_and_what_may_be_meant(
    q: str, position: int, reason: str, suggestion: str, story: Story, reader: Client
) -> None:
    with pytest.raises(BadQuery) as refused:
        found(q)
    assert (refused.value.position, refused.value.suggestion) == (position, suggestion)
    assert f"cannot be read at character {position}: {reason}" in str(refused.value)
    for address in ("/search/", "/ko/search/", "/search.atom", "/api/v1/search"):
        assert reader.get(address, {"q": q}).status_code == 400


def test_what_has_most_of_the_words_follows_what_has_all(publisher: User, reader: Client) -> None:
    for headline, body in (
        ("Salt goes up", "Traders at the port pay more."),
        ("소금값이 올랐다", "항구에서 상인들이 말했다."),
        ("Salt is dear", "Nobody says why."),
        ("Rest", "Nothing happened."),
    ):
        shelve(by=publisher, headline=headline, body=body, language="ko" if "금" in headline else "en")

    page = found("salt port traders North Korea")
    assert page.list is not None
    assert {card.headline for card in page.list.articles} == {"Salt goes up", "소금값이 올랐다"}
    assert page.list.total == 2
    assert [(card.headline, card.lacks) for card in page.nearly] == [("Salt is dear", ("port", "traders"))]
    assert page.left_out == ("North Korea",)
    shown = reader.get("/search/?q=salt+port+traders").content.decode()
    assert "Without: port, traders" in shown
    assert shown.index(" goes up") < shown.index("Also: reports with most of the words") < shown.index(" is dear")

    exact = found("salt port", mode="exact")
    assert exact.list is not None
    assert ([card.headline for card in exact.list.articles], exact.nearly) == (["Salt goes up"], ())
    assert [card.headline for card in found('"salt goes" port').nearly] == []


def test_a_word_that_no_report_has_is_none_of_which_half_have_to_be_there(publisher: User) -> None:
    shelve(by=publisher, headline="Salt is dear", body="Nobody says why.")
    shelve(by=publisher, headline="Rest", body="Nothing happened.")

    assert [card.headline for card in found("salt zweb krolt quandry").nearly] == ["Salt is dear"]
    assert found("zweb krolt quandry").nearly == ()


def test_no_list_by_province_has_what_merely_names_it(publisher: User) -> None:
    """It may be where a source was, and not where it happened: the second list holds to a field too."""
    for headline, body, provinces in (
        ("Salt comes over the river", "A trader in Ryanggang said so.", ["ryanggang"]),
        ("Salt is short", "A source in Hyesan said so.", []),
        ("Salt is dear", "A trader in Ryanggang said that Rason pays more.", ["rason"]),
        ("Salt is cheap", "Nobody says where.", []),
        ("Rest", "Nothing happened in Ryanggang.", []),
    ):
        shelve(by=publisher, headline=headline, body=body, provinces=provinces)

    page = found("salt province:ryanggang")
    assert page.list is not None
    assert [card.headline for card in page.list.articles] == ["Salt comes over the river"]
    assert page.nearly == ()
    assert "Salt is short" in [card.headline for card in found("salt Ryanggang").nearly]


def test_a_province_asked_for_alone_is_followed_by_its_places(publisher: User) -> None:
    for headline, body in (("Salt comes", "A source in Ryanggang said so."), ("Salt is short", "A source in Hyesan.")):
        shelve(by=publisher, headline=headline, body=body, provinces=[])
    page = found("Ryanggang")
    assert page.list is not None
    assert [card.headline for card in page.list.articles] == ["Salt comes"]
    assert [card.headline for card in page.nearly] == ["Salt is short"]
