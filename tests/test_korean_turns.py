"""Talks in Korean reports: whose turn it is, and what somebody named before a colon tells."""

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from articles.suggestions.values import SuggestedClaim

_TALK = (
    "한: 첫 소식부터 들려주시죠.\n\n"
    "윤: 남포에서 소금값이 올랐다고 합니다.\n\n"
    "한: 배는 오고 있나요?\n\n"
    "윤: 배도 끊겼다고 하는데요. 다들 걱정이 큽니다."
)


def claims(body: str) -> list[SuggestedClaim]:
    return list(suggest(body, language="ko", published=PartialDate.parse("2023-04-18")).claims)


def test_a_turn_begins_behind_who_has_it() -> None:
    assert [claim.passage.text for claim in claims(_TALK)] == [
        "남포에서 소금값이 올랐다고 합니다.",
        "배도 끊겼다고 하는데요.",
    ]


def test_a_word_before_a_colon_that_stands_once_is_no_turn() -> None:
    assert [claim.passage.text for claim in claims("값: 남포에서 소금값이 올랐다고 합니다.")] == [
        "값: 남포에서 소금값이 올랐다고 합니다."
    ]


def test_somebody_named_before_a_colon_tells_what_follows() -> None:
    found = claims("박하나 대표는 “소금이 귀하다”고 말했다.\n\n박하나 대표: 배가 끊겼답니다. 염전도 쉽니다.")
    assert [(claim.passage.text, claim.steps[-1].printed) for claim in found] == [
        ("소금이 귀하다", "박하나 대표"),
        ("배가 끊겼답니다.", "박하나 대표"),
        ("염전도 쉽니다.", "박하나 대표"),
    ]


def test_a_broadcaster_tells_by_the_ending_alone() -> None:
    found = claims("혜산 소식통은 소금이 귀하다고 전했습니다. 염전도 문을 닫았답니다. 배가 오기를 바랍니다.")
    assert [claim.cue for claim in found] == ["전했습니다", "답니다"]
