"""Sentences of a paragraph: however it runs on, none is too long to be read, and no quotation is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.suggestions.marks import quotations
from articles.suggestions.sentences import LONGEST_SENTENCE, sentences

PIECES = (
    "the nets of Kilju ",
    "소금값이 올랐고 ",
    "“Nobody mends them,” he said, ",
    "“그물이 없다”며 ",
    "x" * 700,
    f"“{'dear ' * 500}” ",
)


def parts(body: str) -> list[tuple[int, int]]:
    return list(sentences(body, 0, len(body), quotations(body)))


@pytest.mark.parametrize(
    "piece", ["the nets of Kilju and ", "소금값이 올랐고 ", "“Nobody mends them,” he said, while ", "x"]
)
def test_what_runs_on_is_read_in_parts(piece: str) -> None:
    body = piece * (5 * LONGEST_SENTENCE // len(piece))
    found = parts(body)
    assert max(end - start for start, end in found) <= LONGEST_SENTENCE
    assert len(found) < 8, "parts as long as they may be"
    assert "".join(body[start:end] for start, end in found).replace(" ", "") == body.replace(" ", "")


def test_a_sentence_as_people_write_them_stays_whole() -> None:
    body = ("the nets of Kilju and " * 60).capitalize().strip() + ". Nobody mends them."
    assert [body[start:end] for start, end in parts(body)] == [body[:-19], "Nobody mends them."]


def test_a_quotation_stays_whole_however_long() -> None:
    quoted = "“" + "salt is dear and " * LONGEST_SENTENCE + "so is soap,”"
    body = f"A carter said {quoted} and went."
    assert [body[start:end] for start, end in parts(body)] == ["A carter said", quoted, "and went."]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_no_part_cuts_a_quotation_or_loses_a_letter(body: str) -> None:
    found = parts(body)
    whole = [(each.outer_start, each.outer_end) for each in quotations(body)]
    assert not [(edge, span) for span in whole for part in found for edge in part if span[0] < edge < span[1]]
    longest = max((at - start for start, at in whole), default=0)
    assert all(end - begin <= max(LONGEST_SENTENCE, longest) for begin, end in found)
    assert "".join(body[start:end] for start, end in found).replace(" ", "") == body.replace(" ", "")
