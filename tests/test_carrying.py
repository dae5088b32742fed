"""Claims follow their very words into another text: random texts with look-alikes planted among them."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.editing.carrying import only_place

CLAIM = "The province shall make its own soap"
# Each differs from the claim's words, or holds them as part of others.
LOOK_ALIKES = [
    "The province shall make its own soaps",
    "The province shall make its own Soap",
    "the province shall make its own soap",
    "The province will make its own soap",
    "The prоvince shall make its own soap",  # a Cyrillic o
    "The province  shall make its own soap",
    "The province shall make its own s\u00adoap",
    "The province shall make its\u00a0own soap",
    "“The province shall make its own soap”",
    "BreThe province shall make its own soap",
    "The province shall make its own soap2",
    "The province shall not make its own soap",
]


@dataclass(frozen=True)
class Piece:
    """A sentence of a text; `is_claim`: it is the claim's own. Each has a name, by which it is known again."""

    name: str
    text: str
    is_claim: bool = False


Text = list[Piece]
fillers = st.integers(0, 40).map(lambda number: Piece(f"filler {number}", f"Lorry {number} waited at the bridge"))
look_alikes = st.sampled_from(LOOK_ALIKES).map(lambda text: Piece(f"look-alike {text}", text))
claims = st.integers(0, 3).map(lambda number: Piece(f"claim {number}", CLAIM, is_claim=True))
gaps = st.sampled_from([". ", ".\n\n"])


@st.composite
def editions(draw: st.DrawFn) -> tuple[Text, Text, str, str]:
    """An old text with at least one claim, a new one made of it by cutting, planting and moving; how each is joined."""
    old = draw(st.lists(st.one_of(fillers, look_alikes, claims), min_size=1, max_size=9, unique_by=lambda p: p.name))
    if not any(piece.is_claim for piece in old):
        old.insert(draw(st.integers(0, len(old))), Piece("claim 9", CLAIM, is_claim=True))
    new = list(old)
    for _ in range(draw(st.integers(0, 5))):
        place = draw(st.integers(0, len(new)))
        match draw(st.sampled_from(["cut", "plant", "plant the same", "move"])):
            case "cut" if place < len(new):
                del new[place]
            case "plant":
                new.insert(place, draw(st.one_of(fillers, look_alikes)))
            case "plant the same":
                new.insert(place, Piece(f"planted {place}", CLAIM, is_claim=True))
            case "move" if place < len(new):
                piece = new.pop(place)
                new.insert(draw(st.integers(0, len(new))), piece)
    return old, new, draw(gaps), draw(gaps)


def joined(text: Text, gap: str) -> tuple[str, list[tuple[int, Piece]]]:
    """The body, and where each piece starts in it."""
    body, places = "", []
    for piece in text:
        places.append((len(body), piece))
        body += piece.text + gap
    return body.rstrip() if gap.strip() != "." else body.strip(), places


def neighbours(text: Text, index: int) -> tuple[str, str]:
    """The sentences before and after, by their words."""
    before = text[index - 1].text if index else ""
    return before, text[index + 1].text if index + 1 < len(text) else ""


@settings(max_examples=1_500)
@given(editions())
def test_no_claim_ever_moves_to_words_that_only_look_like_its_own(edition: tuple[Text, Text, str, str]) -> None:
    old, new, old_gap, new_gap = edition
    (old_body, old_places), (new_body, new_places) = joined(old, old_gap), joined(new, new_gap)
    for index, (start, piece) in enumerate(old_places):
        if not piece.is_claim:
            continue
        found = only_place(old_body, new_body, CLAIM, start)
        if found is None:
            continue
        # Never within a look-alike, always on a whole sentence of exactly these words…
        landed = [place for place, (at, other) in enumerate(new_places) if at == found and other.is_claim]
        assert landed, (old_body, new_body)
        # …and where several stand, on one that has kept what stands before or after it.
        if sum(other.is_claim for other in new) > 1:
            before, after = neighbours(old, index)
            now_before, now_after = neighbours(new, landed[0])
            assert before[-20:] == now_before[-20:] or after[:20] == now_after[:20]


@settings(max_examples=300)
@given(editions())
def test_a_claim_in_the_same_text_stays_where_it_is(edition: tuple[Text, Text, str, str]) -> None:
    old, _, gap, _ = edition
    body, places = joined(old, gap)
    for start, piece in places:
        if piece.is_claim:
            assert only_place(body, body, CLAIM, start) == start


@pytest.mark.parametrize(
    ("old", "new", "exact", "start", "found"),
    [
        # A word that has become part of another.
        ("They trade.", "They are traders.", "trade", 5, None),
        ("They trade.", "Now they trade.", "trade", 5, 9),
        # Words that lost their marks, or gained some, are not said as they were.
        ("“No more,” he said.", "No more, he said.", "No more,", 1, None),
        ("No more, he said.", "“No more,” he said.", "No more,", 0, None),
        ("“No more,” he said.", "Then “No more,” he said.", "No more,", 1, 6),
        # Overlapping occurrences are told apart.
        ("네네네", "네네네", "네네", 1, 1),
        ("네네네", "네네 아", "네네", 1, None),
        # One of two went and another came elsewhere: nobody guesses.
        ("A. Soap. B. Soap. C.", "Soap. A. Soap. B. C.", "Soap.", 12, None),
        ("Soap.", "", "Soap.", 0, None),
    ],
)
def test_what_is_carried_and_what_is_not(old: str, new: str, exact: str, start: int, found: int | None) -> None:
    assert only_place(old, new, exact, start) == found
