"""Who speaks in Korean reports: assumed names, one of several, whoever stands in another clause."""

import pytest

from articles.suggestions.values import Kind, Speech
from tests.test_reading_korean import LEAD, read


@pytest.mark.parametrize(
    ("named", "speaker"),
    [
        ("남포에서 소금을 파는 강하나(가명)씨", "강하나(가명)씨"),
        ("남포에서 소금을 파는 강하나(가명, 43세, 여) 씨", "강하나(가명, 43세, 여) 씨"),
        ("남포에서 소금을 파는 강하나 씨(가명·43)", "강하나 씨"),
        ("남포에서 소금을 파는 강하나(43·가명)", "남포에서 소금을 파는 강하나"),
        ("남포에서 소금을 파는 강○○ 씨", "강○○ 씨"),
    ],
)
def test_a_name_that_is_none_hides_a_source_who_is_called_by_it_again(named: str, speaker: str) -> None:
    suggestions = read(f"{LEAD}{named}는 “소금이 귀하다”고 말했다. 강 씨는 “기름도 귀하다”고 덧붙였다.")
    claims = [claim for claim in suggestions.claims if claim.speech is Speech.DIRECT]
    assert [(claim.speaker, claim.anonymous) for claim in claims] == [(speaker, True), ("강 씨", True)]
    assert [source.province for source in suggestions.sources] == ["ryanggang", "nampo"]


def test_a_name_with_another_note_is_a_name() -> None:
    claim = read(LEAD + "강하나(43) 대표는 “소금이 귀하다”고 말했다.").claims[-1]
    assert (claim.speaker, claim.anonymous) == ("강하나(43) 대표", False)


@pytest.mark.parametrize("one", ["그 중 한명", "그중 한 명", "이들 중 한 명", "대표들 중 일부"])
def test_one_of_several_is_a_source(one: str) -> None:
    claim = read(LEAD + f"남포에서 무역 대표 셋을 만났다. {one}은 “소금을 내라고 해 괴롭다”고 말했다.").claims[-1]
    assert (claim.speaker, claim.anonymous) == (one, True)


def test_the_subject_of_a_clause_that_ends_before_the_marks_does_not_speak() -> None:
    claim = read(LEAD + "당국이 소금을 걷어가다 보니 “앞날이 캄캄하다”고 한탄한다.").claims[-1]
    assert [step.kind for step in claim.steps[1:]] == [Kind.UNNAMED]
    claim = read(LEAD + "당국이 주민들을 모아놓고 “소금을 내라”고 요구했다.").claims[-1]
    assert claim.speaker == "당국"


def test_the_topic_of_the_last_clause_tells_the_sentence() -> None:
    sentence = "소금을 실은 배가 항구를 드나든다는 소문이 줄곧 들려오고 있지만, 상인들은 값이 그대로라고 말한다."
    assert read(LEAD + sentence).claims[-1].speaker == "상인들"


def test_a_source_says_something_while_doing_anything() -> None:
    claim = read(LEAD + "그는 소금이 없다면서 눈물을 보이기도 했다.").claims[-1]
    assert (claim.speech, claim.speaker) == (Speech.INDIRECT, "그")


def test_whoever_is_named_behind_words_that_go_on_has_said_all_of_them() -> None:
    claims = read("‘들판방송(FBC)’은 “소금이 귀하다”면서 “기름도 귀하다”는 현지 소식통의 말을 전했다.").claims
    assert [claim.speaker for claim in claims] == ["현지 소식통"] * 2


def test_words_whose_mark_closes_behind_their_particle_are_a_statement() -> None:
    claims = read(LEAD + "단천 소식통은 “소금이 귀하다고” 말했다.").claims
    assert [(claim.passage.text, claim.speaker) for claim in claims[1:]] == [("소금이 귀하다고", "단천 소식통")]


def test_words_that_no_mark_closes_before_another_opens_end_with_their_line() -> None:
    claims = read('단천 소식통은 "소금이 몹시 귀하고\n기름은 있다. 한 손님이 "소금은 없나요?"라고 물었다.').claims
    assert [claim.passage.text for claim in claims] == ["소금이 몹시 귀하고", "소금은 없나요?"]


def test_a_source_who_brought_something_is_described_by_it() -> None:
    claim = read("영상을 전한 단천 소식통은 “소금이 귀하다”고 말했다.").claims[-1]
    assert claim.speaker == "영상을 전한 단천 소식통"


def test_who_lives_by_two_deeds_is_described_by_both() -> None:
    claim = read("그물을 떼어 파는 만포시의 한 주민은 “소금이 귀하다”고 말했다.").claims[-1]
    assert claim.speaker == "그물을 떼어 파는 만포시의 한 주민"


def test_a_backtick_opens_marks_that_a_straight_one_closes() -> None:
    claim = read("들판방송은 `익명의 대북소식통'을 인용, “소금이 귀하다”고 전했다.").claims[-1]
    assert (claim.passage.text, claim.speaker) == ("소금이 귀하다", "익명의 대북소식통")


@pytest.mark.parametrize(
    ("words", "is_statement"),
    [
        ("그런데 만포시에", False),
        ("하지만 소금을", False),
        ("하지만 소금을 실은 배들은", True),
        ("소금은 귀하지만 기름은", True),
        ("소금이 귀해지면서 만포의", True),
    ],
)
def test_words_that_a_page_cut_off_are_a_statement_from_three_words_on(words: str, is_statement: bool) -> None:
    claims = read(f"{LEAD}소식통은 이어 “{words}").claims
    assert [claim.passage.text for claim in claims if claim.speech is Speech.DIRECT] == [words] * is_statement


def test_whoever_is_told_of_where_a_page_broke_off_does_not_speak() -> None:
    claims = read(
        f"{LEAD}그러면서 “만포는 소금이 나는 곳인데도 봄이면 소금이 귀하다”며 “당국에서 소금을 가장 많"
    ).claims
    direct = [claim for claim in claims if claim.speech is Speech.DIRECT]
    assert [claim.anonymous for claim in direct] == [True, True]
    assert not any(step.body for claim in direct for step in claim.steps)


def test_a_charge_that_was_raised_is_a_statement() -> None:
    claim = read("만포의 배들이 소금을 몰래 나른다는 지적이 제기됐다.").claims[-1]
    assert (claim.speech, claim.speaker) == (Speech.INDIRECT, "")


def test_a_sentence_that_a_page_cut_off_before_its_verb_is_none() -> None:
    claims = read(f"{LEAD}한편, 소식통에 따르면 만포의 배").claims
    assert [claim.passage.text for claim in claims] == ["혜산 장마당이 조용하다고 량강도 소식통이 3일 전했다."]


def test_what_opens_the_news_is_nobodys_statement() -> None:
    assert read("만포 부두에 소금이 없다는 소식입니다.").claims == ()


@pytest.mark.parametrize("noun", ["통신원", "제보자", "무역일꾼", "하역공"])
def test_whatever_a_source_is_called_it_is_taken_up_again(noun: str) -> None:
    particle = "는" if noun == "제보자" else "은"
    found = read(f"만포의 한 {noun}{particle} 소금이 귀하다고 말했다. {noun}{particle} 배추도 귀하다고 전했다.")
    assert [(source.descriptor, source.province) for source in found.sources] == [(f"만포의 한 {noun}", "chagang")]


@pytest.mark.parametrize(
    ("report", "descriptor"),
    [
        ("이런 소식을 전한 만포의 한 통신원은 “소금이 귀하다”고 했다.", "만포의 한 통신원"),
        ("현장에서 만난 한족 무역상은 “소금이 귀하다”고 했다.", "한족 무역상"),
        ("도문역에서 만난 한 무역상은 “소금이 귀하다”고 했다.", "도문역에서 만난 한 무역상"),
        (
            "15년 넘게 그물 장사를 하고 있는 한 상인은 “소금이 귀하다”고 했다.",
            "15년 넘게 그물 장사를 하고 있는 한 상인",
        ),
        ("만포의 대방(무역업자)은 “소금이 귀하다”고 했다. 이 대방은 “기름도 귀하다”고 했다.", "만포의 대방(무역업자)"),
        ("탈북민 장모(52)씨는 “소금이 귀하다”고 했다. 장씨는 “기름도 귀하다”고 했다.", "탈북민 장모(52)씨"),
        ("소금이 두 배로 뛰었다는 것이 만포 통신원의 소식이다.", "만포 통신원"),
    ],
)
def test_a_source_is_described_by_what_it_is(report: str, descriptor: str) -> None:
    assert [source.descriptor for source in read(report).sources] == [descriptor]


@pytest.mark.parametrize(
    ("several", "particle"),
    [("신의주의 무역일꾼 여럿", "은"), ("신의주 주민 대부분", "은"), ("신의주의 상인들 상당수", "는")],
)
def test_some_of_many_speak_right_before_their_words(several: str, particle: str) -> None:
    suggestions = read(f"{LEAD}{several}{particle} “소금이 없다”고 입을 모았다.")
    assert (suggestions.claims[-1].speaker, suggestions.sources[-1].province) == (several, "north-pyongan")
    assert suggestions.provinces == ("ryanggang",)
