"""The language of the search box: what a text says, and where it cannot be read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.query import BadQuery, read_query
from articles.search.tree import NOTHING, And, Field, Not, Or, Phrase, Word, leaves


def test_words_phrases_exclusions_alternatives_and_prefixes() -> None:
    query = read_query('rice “trading  companies” -covid (yuan OR dollar) smuggl* -"party line"')

    assert query.tree == And(
        (
            Word("rice"),
            Phrase("trading companies"),
            Not(Word("covid")),
            Or((Word("yuan"), Word("dollar"))),
            Word("smuggl", goes_on=True),
            Not(Phrase("party line")),
        )
    )
    assert query.wanted == ("rice", "trading companies", "yuan", "dollar", "smuggl")


def test_fields_have_values_of_their_own() -> None:
    tree = read_query(
        'province:"North Pyongan" -topic:rice after:2021 before:2022-02 event:2021-05-31 language:Korean'
    ).tree

    assert tree == And(
        (
            Field("province", "North Pyongan"),
            Not(Field("topic", "rice")),
            Field("after", "2021", (date(2021, 1, 1), date(2021, 12, 31))),
            Field("before", "2022-02", (date(2022, 2, 1), date(2022, 2, 28))),
            Field("event", "2021-05-31", (date(2021, 5, 31), date(2021, 5, 31))),
            Field("language", "ko"),
        )
    )


def test_and_adds_nothing_and_not_excludes() -> None:
    assert read_query("rice AND coal").tree == read_query("rice coal").tree
    assert read_query("rice AND coal").passed_over == read_query("쌀 AND 석탄").passed_over == ("AND",)
    assert read_query("rice NOT coal").tree == read_query("rice -coal").tree
    assert read_query("쌀 NOT 석탄").tree == read_query("쌀 -석탄").tree
    assert read_query("RICE AND NOT (coal OR salt)").tree == read_query("RICE -(coal OR salt)").tree
    assert read_query("rice NOT NOT coal").tree == read_query("rice coal").tree
    assert (read_query("rice NOT").tree, read_query("rice NOT").passed_over) == (Word("rice"), ("NOT",))
    assert (read_query("coal NOT OR rice").passed_over, read_query("rice not coal").passed_over) == (("NOT",), ("not",))


def test_a_minus_before_a_value_excludes_it_as_one_before_its_field() -> None:
    for name, value in (("province", "rason"), ("topic", "trade"), ("language", "ko"), ("place", "Hyesan")):
        assert read_query(f"rice ({name}:-{value} OR coal)").tree == read_query(f"rice (-{name}:{value} OR coal)").tree
        assert read_query(f"-{name}:-{value}").tree == Field(name, value)


@pytest.mark.parametrize(
    "q", ["IT province:rason", "the IT", "WHO province:Rason rations", "IT 인력 topic:trade", "NOT IT"]
)
def test_the_words_left_in_the_box_are_read_as_they_were_beside_fields_and_small_words(q: str) -> None:
    """Further pages and every link have them alone."""
    words = [leaf for leaf in leaves(read_query(q).tree) if not isinstance(leaf, Field)]
    rest = " ".join(word.text for word in words)
    assert list(leaves(read_query(rest).tree)) == words


def test_or_binds_less_than_standing_side_by_side() -> None:
    assert read_query("a1 b1 OR c1").tree == Or((And((Word("a1"), Word("b1"))), Word("c1")))
    assert read_query("a1 (b1 OR c1)").tree == And((Word("a1"), Or((Word("b1"), Word("c1")))))
    assert read_query("-(b1 c1)").tree == Not(And((Word("b1"), Word("c1"))))


def test_hyphens_colons_and_figures_within_words_stay() -> None:
    assert read_query("covid-19 U.S. 10:30 1,200 won't").wanted == ("covid-19", "U.S.", "10:30", "1,200", "won't")


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff"])
def test_what_no_eye_sees_is_no_part_of_a_word(unseen: str) -> None:
    typed = f'{unseen}ri{unseen}ce 쌀{unseen}값 "party{unseen} line" province:ra{unseen}son after:20{unseen}21'
    assert read_query(typed).tree == read_query('rice 쌀값 "party line" province:rason after:2021').tree


def test_wide_signs_and_figures_are_those_they_stand_for() -> None:
    assert read_query("ａ１ ｜ ｂ１").tree == Or((Word("ａ１"), Word("ｂ１")))
    assert read_query("after：２０２１－０５").tree == Field(
        "after", "２０２１-０５", (date(2021, 5, 1), date(2021, 5, 31))
    )


def test_what_says_nothing_is_passed_over_and_named() -> None:
    query = read_query("the ! committee & ()")

    assert (query.tree, query.passed_over) == (Word("committee"), ("the", "!", "&"))
    assert read_query("").tree == NOTHING


@pytest.mark.parametrize(
    ("text", "position", "says", "suggestion"),
    [
        ("rice provinse:rason", 6, "there is no field “provinse:”", "province:"),
        ("see http://x.example", 5, "there is no field “http:”", "“http://x.example” in quotation marks"),
        ("rice after:2021/5/3", 12, "is no date", "after:2021-05-03"),
        ("before:soon", 8, "is no date", ""),
        ("event:2021-02-30", 7, "is no date", "event:2021"),
        ("speech:drect", 8, "is one of direct, indirect", "speech:direct"),
        ("is:late", 4, "is one of due", "is:due"),
        ("language:fr", 10, "is one of en, ko", "“language:fr” in quotation marks"),
        ("rice (yuan", 6, "this bracket is never closed", ""),
        ("rice) yuan", 5, "this bracket was never opened", ""),
        ('rice "yuan', 6, "this quotation mark is never closed", ""),
        ("rice OR", 6, "OR has nothing after it", "“or” in quotation marks"),
        ("OR rice", 1, "OR has nothing before it", "“or” in quotation marks"),
        ("topic:--", 7, "topic: names nothing", ""),
        ("rice topic:--trade", 12, "topic: names nothing", ""),
        ("after:-2021", 7, "is no date", "after:2021"),
        ("x" * 201, 201, "201 characters long; at most 200", ""),
        ("a1 b1 c1 d1 e1 f1 g1 h1 i1 j1 k1 l1 m1", 1, "13 words and fields; at most 12", ""),
        ('"a b c d e f g h i j k l m"', 1, "13 words and fields; at most 12", ""),
        ("rice\x00", 5, "a sign that no text can hold", ""),
        ("rice\ud800", 5, "a sign that no text can hold", ""),
        ("(" * 20 + "rice" + ")" * 20, 14, "brackets stand more than 12 deep", ""),
    ],
)
def test_what_cannot_be_read_says_where_why_and_what_may_be_meant(
    text: str, position: int, says: str, suggestion: str
) -> None:
    with pytest.raises(BadQuery) as refused:
        read_query(text)

    assert says in str(refused.value)
    assert (refused.value.parameter, refused.value.position, refused.value.suggestion) == ("q", position, suggestion)
    assert "\x00" not in str(refused.value)


SIGNS = st.text(st.one_of(st.sampled_from('"()-:*| ORorafter:province:2021-05'), st.characters()), max_size=60)


@given(SIGNS)
def test_any_text_is_read_or_says_where_it_cannot_be(text: str) -> None:
    refused = None
    try:
        positions = [leaf.position for leaf in leaves(read_query(text).tree)]
    except BadQuery as error:
        refused, positions = error, [error.position]
    assert all(1 <= position <= len(text) + (refused is not None) for position in positions)
    assert refused is None or str(refused).startswith("q: “")
