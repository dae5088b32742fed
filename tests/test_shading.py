"""Numbers as shades: few classes without a gap, the limits of which can be said."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.shading import MOST, shade, steps


@given(st.lists(st.integers(0, 10**7), max_size=20))
def test_classes_go_from_one_to_the_greatest_without_a_gap(numbers: list[int]) -> None:
    found = steps(numbers)

    assert len(found) <= MOST < 5
    assert bool(found) == any(numbers)
    if found:
        assert (found[0].first, found[-1].last) == (1, max(numbers))
    assert all(one.last + 1 == other.first for one, other in pairwise(found))
    assert [step.shade for step in found] == sorted({step.shade for step in found})
    assert all(bool(shade(number, found)) == bool(number) for number in numbers)


@pytest.mark.parametrize(
    ("most", "labels"),
    [
        (0, []),
        (1, ["1"]),
        (3, ["1", "2", "3"]),
        (12, ["1 to 2", "3", "4 to 5", "6 to 12"]),
        (137, ["1 to 3", "4 to 10", "11 to 50", "51 to 137"]),
    ],
)
def test_limits_are_round_numbers(most: int, labels: list[str]) -> None:
    assert [step.label for step in steps([0, most])] == labels
