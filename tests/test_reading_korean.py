"""Who says what in Korean reports: one small scene for each way of saying it."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from articles.suggestions.values import Kind, Speech, Suggestions

LEAD = "혜산 장마당이 조용하다고 량강도 소식통이 3일 전했다.\n\n"


def read(body: str) -> Suggestions:
    return suggest(body, language="ko", published=PartialDate.parse("2023-04"))


@pytest.mark.parametrize(
    ("body", "speaker", "anonymous"),
    [
        ("소식통은 “소금이 귀하다”고 말했습니다.", "소식통", True),
        ("“소금이 귀하다”고 소식통은 덧붙였다.", "소식통", True),
        ("한 운전사는 “소금이 귀하다”라며 웃었다고 말했다.", "한 운전사", True),
        ("조모 씨는 “소금이 귀하다”고 말했다.", "조모 씨", True),
        ("시 인민위원회는 “소금이 귀하다”고 통보했다고 전했다.", "시 인민위원회", False),
        ("북한 매체 ‘들판’은 “소금이 귀하다”고 주장했다.", "북한 매체 ‘들판’", False),
        ("매체는 단천의 한 간부를 인용해 “소금이 귀하다”고 보도했다고 전했다.", "단천의 한 간부", True),
    ],
)
def test_the_one_who_speaks_is_found(body: str, speaker: str, anonymous: bool) -> None:
    (claim,) = (claim for claim in read(LEAD + body).claims if claim.speech is Speech.DIRECT)
    assert (claim.passage.text, claim.speaker, claim.anonymous) == ("소금이 귀하다", speaker, anonymous)


def test_words_in_marks_are_the_bodys_where_the_source_only_passes_them_on() -> None:
    claim = read(LEAD + "소식통에 따르면 시 무역관리국은 “소금도 전략물자”라며 단속한다고 말했다.").claims[-1]
    assert [(step.kind, step.speech) for step in claim.steps[1:]] == [
        (Kind.UNNAMED, Speech.INDIRECT),
        (Kind.INSTITUTION, Speech.DIRECT),
    ]


def test_sources_are_told_apart_and_taken_up_again() -> None:
    suggestions = read(
        LEAD + "함경북도의 또 다른 소식통은 “비누도 귀하다”고 말했다.\n\n이 소식통은 “기름도 그렇다”고 했다."
    )
    assert [(source.descriptor, source.province) for source in suggestions.sources] == [
        ("량강도 소식통", "ryanggang"),
        ("함경북도의 또 다른 소식통", "north-hamgyong"),
    ]
    assert [claim.steps[1].source for claim in suggestions.claims] == [1, 2, 2]


def test_a_slogan_in_marks_is_no_statement() -> None:
    claims = read(LEAD + "“한 줌의 소금도 아끼자!” 창고에 새로 쓴 글이다.").claims
    assert [claim.speech for claim in claims] == [Speech.INDIRECT]
