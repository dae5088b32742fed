"""Spans over a body: paragraphs, quoted words, and claims that overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.spans import (
    MarkedParagraph,
    NotInText,
    Paragraph,
    Segment,
    SpanError,
    context,
    find_exact,
    marked,
    paragraph_of,
    paragraphs,
    slice_of,
)

BODY = (
    "The committee called the traders in.\n\n"
    "“Learn the new rules,” a secretary said. “Nobody is excused.\n\n"
    "“Learn them by June.”"
)


def test_paragraphs_have_numbers_and_places() -> None:
    assert paragraphs("하나.\n\n둘.") == (Paragraph(1, 0, 3, "하나."), Paragraph(2, 5, 7, "둘."))
    assert paragraphs("") == ()


def test_the_first_and_second_time_the_same_words_stand_there() -> None:
    first, second = find_exact(BODY, "Learn"), find_exact(BODY, "Learn", occurrence=2)
    assert (slice_of(BODY, *first), slice_of(BODY, *second)) == ("Learn", "Learn")
    assert (paragraph_of(BODY, *first), paragraph_of(BODY, *second)) == ((2,), (3,))
    with pytest.raises(NotInText, match="“Learn” stands in the text 2 times, not 3") as refusal:
        find_exact(BODY, "Learn", occurrence=3)
    assert refusal.value.found == 2


def test_words_that_stand_nowhere_are_named() -> None:
    with pytest.raises(NotInText, match="“the ministry” does not stand in the text"):
        find_exact(BODY, "the ministry")
    with pytest.raises(NotInText):
        find_exact(BODY, "")


def test_decomposed_hangul_finds_its_composed_self() -> None:
    assert find_exact("양강도 무역회사", "\u1106\u116e\u110b\u1167\u11a8") == (4, 6)


def test_overlapping_occurrences_count() -> None:
    assert [find_exact("네네네", "네네", n) for n in (1, 2)] == [(0, 2), (1, 3)]


def test_a_quotation_that_runs_on_lies_in_two_paragraphs() -> None:
    start, end = find_exact(BODY, "Nobody is excused.\n\n“Learn them by June.")
    assert paragraph_of(BODY, start, end) == (2, 3)
    blank = BODY.index("\n\n")
    assert paragraph_of(BODY, blank, blank + 2) == ()
    assert paragraph_of(BODY, blank - 1, blank + 2) == (1,)


def test_context_stops_at_the_ends_of_the_text() -> None:
    assert context(BODY, *find_exact(BODY, "traders"), width=8) == ("led the ", " in.\n\n“L")
    assert context(BODY, 0, 3) == ("", " committee called the traders in")
    assert context(BODY, len(BODY) - 2, len(BODY), width=4) == ("June", "")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 3), (-3, 5), (0, len(BODY) + 1)])
def test_a_span_outside_the_text_or_empty_is_refused(start: int, end: int) -> None:
    for ask in (slice_of, paragraph_of, context):
        with pytest.raises(SpanError, match=f"the span {start} to {end} does not lie within a text of"):
            ask(BODY, start, end)
    with pytest.raises(SpanError):
        marked(BODY, [("c1", start, end)])


def test_claims_that_overlap_and_run_on_are_cut_into_segments() -> None:
    body = "abcdef\n\nghij"
    assert marked(body, [("one", 1, 4), ("two", 3, 10), ("three", 1, 2)]) == (
        MarkedParagraph(
            1,
            (
                Segment("a", frozenset(), frozenset()),
                Segment("b", frozenset({"one", "three"}), frozenset({"one", "three"})),
                Segment("c", frozenset({"one"}), frozenset()),
                Segment("d", frozenset({"one", "two"}), frozenset({"two"})),
                Segment("ef", frozenset({"two"}), frozenset()),
            ),
        ),
        MarkedParagraph(2, (Segment("gh", frozenset({"two"}), frozenset()), Segment("ij", frozenset(), frozenset()))),
    )


def test_a_text_without_claims_is_one_segment_a_paragraph() -> None:
    plain = marked(BODY, [])
    assert [[segment.text for segment in paragraph.segments] for paragraph in plain] == [
        [paragraph.text] for paragraph in paragraphs(BODY)
    ]


bodies = st.lists(st.text(alphabet="ab 가나“”\n😀", min_size=0, max_size=12), min_size=1, max_size=5).map("\n\n".join)


@st.composite
def bodies_with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[str, int, int]]]:
    body = draw(bodies.filter(bool))
    ends = st.tuples(st.integers(0, len(body)), st.integers(0, len(body))).filter(lambda pair: pair[0] != pair[1])
    pairs = draw(st.lists(ends, max_size=6))
    return body, [(f"c{number % 4}", min(pair), max(pair)) for number, pair in enumerate(pairs)]


@given(bodies_with_spans())
def test_the_segments_joined_are_the_body_and_carry_exactly_their_claims(
    scene: tuple[str, list[tuple[str, int, int]]],
) -> None:
    body, spans = scene
    result = marked(body, spans)
    assert "\n\n".join("".join(segment.text for segment in p.segments) for p in result) == body
    position, begun = 0, []
    for paragraph in result:
        for segment in paragraph.segments:
            for place in range(position, position + len(segment.text)):
                assert segment.ids == {name for name, start, end in spans if start <= place < end}
            assert segment.begins <= segment.ids
            begun += sorted(segment.begins)
            position += len(segment.text)
        position += 2
    touched = {name for name, start, end in spans if paragraph_of(body, start, end)}
    assert sorted(begun) == sorted(touched)


@given(bodies_with_spans())
def test_every_span_is_found_again_by_its_words(scene: tuple[str, list[tuple[str, int, int]]]) -> None:
    body, spans = scene
    assert "\n\n".join(p.text for p in paragraphs(body)) == body
    for _, start, end in spans:
        exact = slice_of(body, start, end)
        prefix, suffix = context(body, start, end, width=len(body))
        assert prefix + exact + suffix == body
        earlier = sum(body.startswith(exact, place) for place in range(start))
        assert find_exact(body, exact, earlier + 1) == (start, end)
