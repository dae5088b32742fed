"""Provinces that Korean sources bring in by speaking of where they are."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest


def provinces(body: str) -> tuple[str, ...]:
    return suggest(body, language="ko", published=PartialDate.parse("2023-04-18")).provinces


@pytest.mark.parametrize(
    "said",
    [
        "우리 군에서는 소금이 귀하다",
        "여기서는 소금을 꾸러 다닌다",
        "우리 인민반은 소금을 못 받았다",
        "시당에서 소금을 아끼라는 지시가 내려왔다",
        "군 인민위원회는 소금을 바치라고 요구했다",
    ],
)
def test_a_source_that_speaks_of_home_brings_its_province_in(said: str) -> None:
    assert provinces(f"황해남도의 한 주민은 “{said}”고 말했다.") == ("south-hwanghae",)


@pytest.mark.parametrize(
    "said", ["소금이 귀하다", "내각에서 소금을 아끼라는 지시가 내려왔다", "당이 소금을 바치라고 요구했다"]
)
def test_where_a_source_is_counts_for_nothing_else(said: str) -> None:
    assert provinces(f"황해남도의 한 주민은 “{said}”고 말했다.") == ()


def test_the_capital_has_no_province_of_its_own() -> None:
    assert provinces("평양의 한 주민은 “도당은 소금을 바치라고 요구했다”고 말했다.") == ()
    assert provinces("평양의 한 주민은 “시당은 소금을 바치라고 요구했다”고 말했다.") == ("pyongyang",)


def test_words_of_nobody_known_bring_nothing_in() -> None:
    assert provinces("한 주민은 “우리 군에서는 소금이 귀하다”고 말했다.") == ()
