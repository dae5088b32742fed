"""Where Korean reports put an unnamed source that has been, or looks, somewhere else."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest

SEATS = [
    # who has only been somewhere is of where he comes from, if that is told
    ("평양을 다녀온 함경북도의 한 상인은 “소금이 비싸다”고 말했다.", "north-hamgyong"),
    ("평양에 들렀다 온 한 상인은 “소금이 비싸다”고 말했다.", ""),
    ("혜산에 살던 한 상인은 “소금이 비싸다”고 말했다.", ""),
    ("남포에서 일했던 한 상인은 “소금이 비싸다”고 말했다.", ""),
    # who looks across from abroad
    ("회령과 마주 보는 중국 세관의 한 상인은 “소금이 비싸다”고 말했다.", ""),
]


@pytest.mark.parametrize(("body", "province"), SEATS)
def test_a_source_sits_where_its_words_put_it(body: str, province: str) -> None:
    sources = suggest(body, language="ko", published=PartialDate.parse("2023-04-18")).sources
    assert [source.province for source in sources] == [province]


def test_people_after_one_who_is_not_several_are_others() -> None:
    body = "평성 주민은 “소금이 비싸다”고 말했다. 주민들은 “쌀도 비싸다”고 말했다."
    sources = suggest(body, language="ko", published=PartialDate.parse("2023-04-18")).sources
    assert [source.descriptor for source in sources] == ["평성 주민", "주민들"]


def test_whoever_has_a_letter_for_a_name_is_named_by_it() -> None:
    body = "평성의 한 주민 A씨는 “소금이 비싸다”고 말했다."
    (source,) = suggest(body, language="ko", published=PartialDate.parse("2023-04-18")).sources
    assert (source.descriptor, source.province) == ("평성의 한 주민 A씨", "south-pyongan")
