"""Groups whose papers and sources Korean reports pass on, and bodies whose words go on where nobody is named."""

import pytest

from articles.suggestions.values import Kind, Speech
from tests.test_reading_korean import LEAD, read

GROUP = "소금이 귀하다고 대북 인권단체인 ‘들판벗들네트워크’가 10일 밝혔다.\n\n"


def bodies(text: str) -> list[list[str]]:
    """The bodies in the chain of each claim."""
    return [[step.body for step in claim.steps if step.body] for claim in read(text).claims]


@pytest.mark.parametrize("printed", ["이 단체", "이 소식지", "소식지", "해당 단체"])
def test_a_group_is_meant_by_its_newsletter_and_by_what_it_is(printed: str) -> None:
    claim = read(f"{GROUP}{printed}는 “배추도 귀하다”고 전했다.").claims[-1]
    assert (claim.speaker, claim.steps[-1].body) == (printed, "들판벗들네트워크")


def test_a_newsletter_speaks_for_whoever_is_said_to_issue_it() -> None:
    text = "소식지는 “배추가 귀하다”고 전했다. 들판네트워크(대표 강하나)는 소식지 ‘들판’을 매달 낸다."
    assert bodies(text) == [["들판네트워크"]]


def test_a_group_that_is_named_later_is_meant_from_the_first() -> None:
    text = "소금이 귀하다고 대북인권단체가 전했다.\n\n대북인권단체인 ‘들판벗들’은 “배추도 귀하다”고 말했다."
    assert bodies(text) == [["들판벗들"], ["들판벗들"]]


def test_sources_told_the_group_that_spoke_before_them() -> None:
    claim = read(f"{GROUP}만포의 한 상인은 “소금을 구할 수 없다”고 말했다.").claims[-1]
    assert [(step.kind, step.body) for step in claim.steps[1:]] == [
        (Kind.INSTITUTION, "들판벗들네트워크"),
        (Kind.UNNAMED, ""),
    ]


def test_a_source_that_spoke_before_a_group_told_the_outlet() -> None:
    claim = read(f"{LEAD}{GROUP}만포의 한 상인은 “소금을 구할 수 없다”고 말했다.").claims[-1]
    assert [step.kind for step in claim.steps[1:]] == [Kind.UNNAMED]


def test_a_body_goes_on_ordering_in_words_that_name_nobody() -> None:
    text = (
        f"{LEAD}그는 “소금총국에서 새 차례를 공지했다”면서 “모든 배는 닻을 내리라고 요구한다”고 말했다."
        " 그는 “창고 문도 잠그라고 요구한다”고 덧붙였다. 그는 “배들은 벌써 떠났다”고 했다."
    )
    assert bodies(text)[1:] == [["소금총국"], ["소금총국"], ["소금총국"], []]


def test_others_who_demand_something_are_no_body() -> None:
    text = f"{LEAD}그는 “소금총국에서 새 차례를 공지했다”면서 “상인들은 값이 오를 것이라고 했다”고 말했다."
    assert bodies(text)[-1] == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("아울러 수산사업소에는 배를 더 사도록 지시했다.", ["내각"]),
        ("배를 더 사도록 한다는 게 골자다.", ["내각"]),
        ("배를 더 사들이고 있다고 소식통은 말했다.", []),
    ],
)
def test_orders_and_their_gist_are_those_of_the_body_before(sentence: str, names: list[str]) -> None:
    assert bodies(f"{LEAD}내각은 소금을 아끼라고 지시했다.\n\n{sentence}")[-1] == names


def test_what_a_body_said_may_stand_before_another_clause() -> None:
    text = "러시아 세관 당국은 소금이 나갔다고 밝혔다.\n\n지난 3월에도 나갔다고 공개했는데 이는 처음이었다."
    claims = read(text).claims
    assert [(claim.cue, claim.steps[-1].body) for claim in claims] == [
        ("밝혔다", "러시아 세관 당국"),
        ("공개했는데", "러시아 세관 당국"),
    ]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("그는 “이번에는 수산성 포고문까지 나왔다”고 말했다.", ["수산성"]),
        ("그는 “시(市) 인민위원회에서 배를 내라는 포치를 내렸다”고 말했다.", ["시(市) 인민위원회"]),
        ("그는 “중국 해경이 배를 막겠다고 발표해 모두가 떠났다”고 말했다.", ["중국 해경"]),
        ("그는 “북한 당국이 비상령을 내려 배를 막고 있다”고 말했다.", ["북한 당국"]),
        ("노동당 중앙당은 “소금을 아끼라”는 방침을 전달했다.", ["노동당 중앙당"]),
        ("당국은 배를 사들이라는 지시도 하달했다.", ["당국"]),
        ("유엔 안보리 대북제재 전문가 패널은 “소금이 넘어갔다”고 밝혔다.", ["유엔 안보리 대북제재 전문가 패널"]),
        ("당국이 뱃길을 폐쇄하자 소금이 귀하다면서 원성이 높다고 덧붙였다.", []),
    ],
)
def test_the_body_is_the_one_whose_words_are_passed_on(sentence: str, names: list[str]) -> None:
    assert bodies(LEAD + sentence)[-1] == names


def test_no_verb_is_part_of_a_body() -> None:
    text = "배가 몰래 넘어가고 있다고 유엔 보고서를 인용해 들판통신이 보도했다."
    assert bodies(text) == [["유엔"]]


def test_what_words_are_about_does_not_speak_them() -> None:
    text = "강하나 대변인은 “살피고 있다”고 말했다.\n\n북한이 배를 띄운 데 대해서는 “지켜보겠다”고 강조했다."
    claim = read(text).claims[-1]
    assert [(step.kind, step.body) for step in claim.steps[1:]] == [(Kind.NAMED, "")]


def test_a_piece_of_a_verb_does_not_speak() -> None:
    claim = read(f"{LEAD}내각은 “소금을 뽑아내는 죄”를 묻겠다며 “배를 세운다”는 방침을 전달했다.").claims[-1]
    assert (claim.speaker, claim.speech) == ("내각", Speech.DIRECT)


def test_words_that_lost_the_mark_that_opened_them_begin_behind_their_particle() -> None:
    text = f"{LEAD}소식통은 “소금이 귀하다”면서 요즘은 배추도 구할 수 없게 되었다”고 말했다."
    assert [claim.passage.text for claim in read(text).claims][1:] == [
        "소금이 귀하다",
        "요즘은 배추도 구할 수 없게 되었다",
    ]


def test_what_the_outlet_found_by_asking_is_its_own() -> None:
    claim = read("본지 취재 결과 만포에 남은 소금은 열 자루다.").claims[-1]
    assert claim.steps[1:] == ()


def test_an_agency_follows_the_draft_that_it_got_hold_of() -> None:
    claim = read("들판통신은 안보리 산하 대북제재위원회 보고서 초안을 입수해 소금이 넘어갔다고 보도했다.").claims[-1]
    assert [step.body for step in claim.steps if step.body] == ["안보리 산하 대북제재위원회"]


def test_a_group_by_whatever_word_speaks_within_what_a_source_tells() -> None:
    claims = read(f"{LEAD}소식통은 길이 막혀 정무원들이 “배로 가겠다”고 말했다고 전했다.").claims
    assert (claims[-1].speaker, claims[-1].anonymous) == ("정무원들", True)


def test_the_reason_that_a_body_gives_is_its_word() -> None:
    claim = read(f"{LEAD}당국은 소금을 ‘나라의 것’이라며 빼앗고 있지만 장사는 그치지 않는다.").claims[-1]
    assert (claim.cue, claim.steps[-1].body) == ("며", "당국")


def test_what_the_state_did_is_told_on_by_who_spoke_before() -> None:
    text = "강하나 의원은 소금이 없다고 말했다. 이어 북한은 배를 팔았다고 했다."
    assert [(step.kind, step.printed) for step in read(text).claims[-1].steps[1:]] == [(Kind.NAMED, "강하나 의원")]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("도당위원회 주관으로 열린 회의에서 소금을 아끼라는 지시가 하달됐다", ["도당위원회"]),
        ("도 무역국 회의에서 소금을 아껴야 한다는 점이 강조됐다", ["도 무역국"]),
        ("지난 3일 시당위원회에서 회의가 열렸다”며 “회의에서는 배를 세우라는 지시가 하달됐다", ["시당위원회"]),
        ("내각 결정 12호 ‘소금을 아낄 데 대하여’가 하달됐다", ["내각"]),
        ("어느 회의에서 배를 세우라는 지시가 하달됐다", []),
    ],
)
def test_what_is_ordered_at_a_meeting_is_of_the_body_that_held_it(words: str, names: list[str]) -> None:
    assert bodies(f"{LEAD}소식통은 “{words}”고 전했다.")[-1] == names


def test_what_was_pointed_out_is_told_and_of_the_meeting_before() -> None:
    text = (
        f"{LEAD}소식통은 “만포시 인민위원회 무역관리국 주관으로 간부들이 참석한 회의가 열렸다”고 전했다.\n\n"
        "배가 모자란다는 점이 지적됐으며, 모두 말이 없었다."
    )
    claim = read(text).claims[-1]
    assert (claim.cue, claim.speaker, claim.steps[-1].body) == ("지적됐으며", "", "만포시 인민위원회 무역관리국")


def test_a_notice_is_nobody_and_speaks_for_its_issuer() -> None:
    text = "북한 사회안전성이 소금을 금하는 포고문을 발표한 것으로 알려졌다. 포고문은 “엄벌한다”고 밝혔다."
    suggestions = read(text)
    assert (suggestions.claims[-1].steps[-1].body, suggestions.sources) == ("사회안전성", ())
