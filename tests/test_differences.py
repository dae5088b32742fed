"""Two texts of a report side by side."""

from hypothesis import given
from hypothesis import strategies as st

from articles.differences import Change, Pair, Run, changed_paragraphs, differences

OLD = "Traders met on Monday.\n\nThe committee spoke of soap and paper.\n\nNobody asked a question."
NEW = (
    "Traders met on Monday.\n\nThe committee spoke of soap, cloth and paper.\n\nA list was read out."
    "\n\nNobody asked a question."
)


def test_a_changed_paragraph_shows_its_words_and_a_new_one_stands_alone() -> None:
    assert differences(OLD, NEW) == (
        Pair(Change.SAME, 1, 1, (Run("Traders met on Monday.", False),), (Run("Traders met on Monday.", False),)),
        Pair(
            Change.CHANGED,
            2,
            2,
            (Run("The committee spoke of", False), Run(" soap", True), Run(" and paper.", False)),
            (Run("The committee spoke of", False), Run(" soap, cloth", True), Run(" and paper.", False)),
        ),
        Pair(Change.ADDED, None, 3, (), (Run("A list was read out.", True),)),
        Pair(Change.SAME, 3, 4, (Run("Nobody asked a question.", False),), (Run("Nobody asked a question.", False),)),
    )


def test_a_paragraph_longer_than_any_is_told_apart_as_a_whole() -> None:
    """Word for word it would take as long as its length squared."""
    for words, runs in ((2_999, 2), (3_001, 1)):
        old = "rice " * (words - 1)
        (pair,) = differences(f"{old}soap", f"{old}salt")
        assert pair.change == Change.CHANGED and len(pair.old_runs) == len(pair.new_runs) == runs


def test_dropped_paragraphs_are_named_by_their_old_numbers() -> None:
    assert [(pair.change, pair.old, pair.new) for pair in differences(NEW, OLD)] == [
        (Change.SAME, 1, 1),
        (Change.CHANGED, 2, 2),
        (Change.REMOVED, 3, None),
        (Change.SAME, 4, 3),
    ]
    assert changed_paragraphs(differences(NEW, OLD)) == (2, 3)
    assert changed_paragraphs(differences(OLD, OLD)) == ()


def test_from_and_to_nothing() -> None:
    assert differences("", "") == ()
    assert [pair.change for pair in differences("", "One.\n\nTwo.")] == [Change.ADDED, Change.ADDED]
    assert [pair.change for pair in differences("One.\n\nTwo.", "")] == [Change.REMOVED, Change.REMOVED]


BODIES = st.lists(st.sampled_from(["soap paper", "soap  cloth ", "a b c", "가격 쌀값", "x", ""]), max_size=6).map(
    "\n\n".join
)


@given(BODIES, BODIES)
def test_both_sides_hold_every_paragraph_once_and_in_order(old: str, new: str) -> None:
    pairs = differences(old, new)
    sides = [(old, [(pair.old, pair.old_runs) for pair in pairs]), (new, [(pair.new, pair.new_runs) for pair in pairs])]
    for body, cells in sides:
        held = [(number, runs) for number, runs in cells if number is not None]
        assert [number for number, _ in held] == list(range(1, len(held) + 1))
        assert "\n\n".join("".join(run.text for run in runs) for _, runs in held) == body
