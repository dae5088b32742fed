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
        (
            "국경 사정을 잘 아는 단둥의 한 무역상은 “소금이 귀하다”고 귀띔했다.",
            "국경 사정을 잘 아는 단둥의 한 무역상",
            True,
        ),
        ("이와 관련해 9일 자강도의 또 다른 소식통도 “소금이 귀하다”고 했다.", "자강도의 또 다른 소식통", True),
        ("갯벌방송과 접촉한 평성 소식통은 “소금이 귀하다”고 전했다.", "평성 소식통", True),
        ("만포에 사는 박모 씨는 “소금이 귀하다”며 웃었다.", "박모 씨", True),
        ("소식통(신변안전 위해 익명요청)은 “소금이 귀하다”고 전했다.", "소식통", True),
        ("또 “소금이 귀하다”고 이 소식통은 전했습니다.", "이 소식통", True),
        ("그러면서 “소금이 귀하다”고 덧붙였다.", "", True),
        ("갯벌방송은 “소금이 귀하다”고 주장했다.", "갯벌방송", False),
        ("바다경제대 한여름 교수는 “소금이 귀하다”고 말했다.", "바다경제대 한여름 교수", False),
        ("“소금이 귀하다”는 게 단천 소식통의 이야기다.", "단천 소식통", True),
        ("한여름 바다경제연구소장은 “소금이 귀하다”고 말했다.", "한여름 바다경제연구소장", False),
        ("한여름 전 들판성 부국장은 “소금이 귀하다”고 말했다.", "한여름 전 들판성 부국장", False),
        ("만포 세관 소장은 “소금이 귀하다”고 말했다.", "만포 세관 소장", True),
        ("혜산에서 온 지도원은 “소금이 귀하다”고 말했다.", "혜산에서 온 지도원", True),
        ("만포에서 소식을 보내온 협력자 C는 “소금이 귀하다”고 말했다.", "만포에서 소식을 보내온 협력자 C", True),
        ("만포에 사는 협력자 ‘조약돌’은 “소금이 귀하다”고 말했다.", "‘조약돌’", True),
        ("본지가 입수한 문건에 따르면 도당은 “소금이 귀하다”는 내용의 지시를 내렸다.", "문건", False),
        ("소식통은 '소금이 귀하다'라고 말했다.", "소식통", True),
        ("이야기는 “소금이 귀하다”로 귀결됐다.", "", True),
        ("소식통은“소금이 귀하다“고 말했다.", "소식통", True),
        ("소식통은 ‘소금이 귀하다’고 말했다.", "소식통", True),
        ("중국 창바이의 한 건재상은 “소금이 귀하다”고 털어놨다.", "중국 창바이의 한 건재상", True),
        ("삼지연에 동원된 한 돌격대원은 “소금이 귀하다”고 했다.", "삼지연에 동원된 한 돌격대원", True),
        ("강에서 소금을 나르는 한 짐꾼은 “소금이 귀하다”고 했다.", "강에서 소금을 나르는 한 짐꾼", True),
        ("작년까지 장사를 한 사업가는 “소금이 귀하다”고 했다.", "작년까지 장사를 한 사업가", True),
        ("탈북민 강모(52)씨는 “소금이 귀하다”고 했다.", "탈북민 강모(52)씨", True),
        ("단둥에서 조개를 받아 온 한 무역상은 “소금이 귀하다”고 했다.", "단둥에서 조개를 받아 온 한 무역상", True),
        ("혜산에서 신발을 만들어 온 한 기술자는 “소금이 귀하다”고 했다.", "혜산에서 신발을 만들어 온 한 기술자", True),
        (
            "옌지에서 명태를 들여다 파는 한 도매상은 “소금이 귀하다”고 했다.",
            "옌지에서 명태를 들여다 파는 한 도매상",
            True,
        ),
        ("단둥 공장에서 일하다 돌아온 처녀들은 “소금이 귀하다”고 했다.", "단둥 공장에서 일하다 돌아온 처녀들", True),
        ("혜산시장 매대 일꾼 한 명은 “소금이 귀하다”고 했다.", "혜산시장 매대 일꾼 한 명", True),
        ("ㄱ씨의 동생은 「소금이 귀하다」라고 말했다.", "ㄱ씨의 동생", True),
        ("김모 씨의 언니는 “소금이 귀하다”고 했다.", "김모 씨의 언니", True),
        ("배급소 앞에서 만난 노인들은 “소금이 귀하다”고 했다.", "배급소 앞에서 만난 노인들", True),
        ("단둥의 거래처는 “소금이 귀하다”고 알려왔다.", "단둥의 거래처", True),
        ("단천을 왕래하는 중국인 한 모 씨는 “소금이 귀하다”고 했다.", "단천을 왕래하는 중국인 한 모 씨", True),
        ("선양에 주재하는 한 북한 무역대표는 “소금이 귀하다”고 했다.", "선양에 주재하는 한 북한 무역대표", True),
        ("탁한결 들판농업연구소 소장은 “소금이 귀하다”고 했다.", "탁한결 들판농업연구소 소장", False),
        ("함경북도의 협력자는, “소금이 귀하다”고 했다.", "함경북도의 협력자", True),
        (
            "이한결 들판개발연구원(FDI) 선임연구위원은 “소금이 귀하다”고 했다.",
            "이한결 들판개발연구원(FDI) 선임연구위원",
            False,
        ),
        (
            "탁한결 전 들판국 주재 북한대사관 공사는 “소금이 귀하다”고 했다.",
            "탁한결 전 들판국 주재 북한대사관 공사",
            False,
        ),
        ("이에 대해 앞의 단천 협력자는 “소금이 귀하다”고 했다.", "단천 협력자", True),
        ("최근 중국을 찾은 단천 주민은 4일 “소금이 귀하다”고 했다.", "최근 중국을 찾은 단천 주민", True),
        ("소식통에 따르면 강연회에 나선 민 선전비서는 “소금이 귀하다”고 했다.", "민 선전비서", False),
        (
            "들판단체 ‘소금모임’의 이시마루 지로 대표는 “소금이 귀하다”고 했다.",
            "들판단체 ‘소금모임’의 이시마루 지로 대표",
            False,
        ),
        ("북한 화물차 기사는 “소금이 귀하다”고 했다.", "북한 화물차 기사", True),
        ("들판민주화네트워크는 “소금이 귀하다”고 했다.", "들판민주화네트워크", False),
        ("대북 전문매체 <들판NK>는 “소금이 귀하다”고 했다.", "대북 전문매체 <들판NK>", False),
        ("남국의 전문매체 ‘들판방송’은 “소금이 귀하다”고 했다.", "남국의 전문매체 ‘들판방송’", False),
        ("대북매체인 들판NK도 “소금이 귀하다”고 했다.", "대북매체인 들판NK", False),
        ("지난 달 이 곳을 찾은 대북소식통은 “소금이 귀하다”고 했다.", "대북소식통", True),
        ("매체는 단천의 한 간부를 인용해 “소금이 귀하다”고 보도했다고 전했다.", "단천의 한 간부", True),
        ("들판방송은 3일 단천 소식통 말을 인용해 “소금이 귀하다”고 말했다고 전했다.", "단천 소식통", True),
        ("“소금이 귀하다”라고 단천의 상인 이모 씨가 말했다고 들판방송은 전했다.", "단천의 상인 이모 씨", True),
        ("AFP·들판통신 등은 “소금이 귀하다”고 전했다.", "AFP·들판통신", False),
        ("현지 언론은 “소금이 귀하다”고 전했다.", "현지 언론", False),
        ("탁한결 관세관은 “소금이 귀하다”고 했다.", "탁한결 관세관", False),
        ("국무부 관리는 “소금이 귀하다”고 했다.", "국무부 관리", True),
        ("중국 측은 “소금이 귀하다”고 밝혔다.", "중국 측", False),
        ("재중 동포신문인 들판신문 인터넷 판은 “소금이 귀하다”고 전했다.", "재중 동포신문인 들판신문 인터넷 판", False),
        ("단둥의 한 소금공장 임원인 왕하이는 “소금이 귀하다”고 말했다.", "단둥의 한 소금공장 임원인 왕하이", False),
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


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("[녹취: 단천의 한 무역상] “소금이 정말로 귀하다.”", "단천의 한 무역상"),
        ("<인터뷰> 단둥 상인(음성변조) : “소금이 정말로 귀하다.”", "단둥 상인"),
        ("[단천 주민/음성변조 : “소금이 정말로 귀하다.”]", "단천 주민"),
        ("한 세관원: “소금이 정말로 귀하다.”", "한 세관원"),
        ("<녹취> “소금이 정말로 귀하다.”", ""),
        ("“소금이 정말로 귀하다.”\n\n밀수 현장을 살핀 단천의 협력자는 놀라움을 감추지 못했다.", "단천의 협력자"),
        ("단천의 협력자는 ″소금이 정말로 귀하다″고 전했습니다.", "단천의 협력자"),
        ("단천의 협력자는 ‘‘소금이 정말로 귀하다’’고 전했습니다.", "단천의 협력자"),
        ("단천의 협력자는 ˝소금이 정말로 귀하다˝고 전했습니다.", "단천의 협력자"),
        ("“소금이 정말로 귀하다” 단천에서 만난 한 상인의 말이다.", "한 상인"),
        ("“소금이 정말로 귀하다.”\n\n이렇게 말한 것은 단천의 협력자 여성이다.", "단천의 협력자 여성"),
        ("단천의 다른 취재협력자는\n“소금이 정말로 귀하다.”", "단천의 다른 취재협력자"),
        ("단천의 협력자는 값이 올랐다며 다음과 같이 잘못을 짚는다.\n\n“소금이 정말로 귀하다.”", "단천의 협력자"),
    ],
)
def test_the_one_who_speaks_may_stand_in_a_sentence_of_its_own(body: str, speaker: str) -> None:
    (claim,) = (claim for claim in read(LEAD + body).claims if claim.speech is Speech.DIRECT)
    assert (claim.passage.text.rstrip("."), claim.speaker, claim.anonymous) == ("소금이 정말로 귀하다", speaker, True)


def test_sources_are_told_apart_and_taken_up_again() -> None:
    suggestions = read(
        LEAD + "함경북도의 또 다른 소식통은 “비누도 귀하다”고 말했다.\n\n이 소식통은 “기름도 그렇다”고 했다."
    )
    assert [(source.descriptor, source.province) for source in suggestions.sources] == [
        ("량강도 소식통", "ryanggang"),
        ("함경북도의 또 다른 소식통", "north-hamgyong"),
    ]
    assert [claim.steps[1].source for claim in suggestions.claims] == [1, 2, 2]


def test_a_paper_speaks_for_the_body_that_the_sentence_names() -> None:
    claims = read(LEAD + "입수한 통지문에 따르면 들판군 인민위원회는 소금을 아끼라고 요구했다.").claims
    assert [(step.printed, step.body) for step in claims[-1].steps[1:]] == [("통지문", "들판군 인민위원회")]


def test_whom_the_last_paragraph_of_a_quotation_names_has_spoken_the_first() -> None:
    claims = read(LEAD + "“소금이 귀하다.\n\n“배추도 그렇다”고 만포의 한 상인은 말했다.").claims
    assert [claim.speaker for claim in claims[1:]] == ["만포의 한 상인"] * 2


def test_a_machines_comma_before_its_source_ends_words_whose_mark_was_forgotten() -> None:
    claims = read(LEAD + "“들판군당은 소금을 아끼라고 말했습니다, 소식통은 어제 말했습니다.").claims
    assert claims[-1].passage.text == "들판군당은 소금을 아끼라고 말했습니다"


def test_a_slogan_in_single_marks_is_passed_on_by_its_sentence() -> None:
    claims = read(LEAD + "시 방역소는 ‘소금은 곧 방패’라고 강조했다고 한다.").claims
    assert [(claim.speech, claim.speaker) for claim in claims[1:]] == [(Speech.INDIRECT, "시 방역소")]


def test_words_cited_through_another_outlet_are_their_speakers() -> None:
    (claim,) = read("들판신문이 갯벌방송이 전한 만포 상인의 말을 인용해 쓴 데 따르면 소금이 귀하다.").claims
    assert (claim.speaker, claim.anonymous) == ("만포 상인", True)


@pytest.mark.parametrize("body", ["국경경비대", "동사무소", "들판은행", "시 방역소", "들판광산 당위원회", "도 철도국"])
def test_many_kinds_of_bodies_have_their_orders_told(body: str) -> None:
    claim = read(LEAD + f"{body}는 소금을 아끼라고 요구했다고 한다.").claims[-1]
    assert [step.body for step in claim.steps[2:]] == [body]


def test_a_body_of_the_south_takes_a_stand_of_its_own() -> None:
    claim = read(LEAD + "우리 정부는 소금 이야기를 모른다는 입장이다.").claims[-1]
    assert [step.body for step in claim.steps[1:]] == ["우리 정부"]


def test_the_verb_of_a_source_is_no_act_of_the_body_it_tells_of() -> None:
    claim = read(LEAD + "들판군당 위원회가 상인들을 불렀다고 만포 소식통이 말했다.").claims[-1]
    assert [step.printed for step in claim.steps[1:]] == ["만포 소식통"]


def test_single_marks_around_a_paragraph_or_before_a_particle_apart_hold_words() -> None:
    words = "소금이 다 떨어졌다. 배추를 사는 사람도 없다.", "손님은 예전과 견주면 절반 정도"
    found = read(f"한 협력자가 다음과 같이 전한다.\n\n'{words[0]}'\n\n'{words[1]}' 라고 협력자들은 입을 모은다.")
    assert [(c.passage.text, c.speech) for c in found.claims] == [(each, Speech.DIRECT) for each in words]


def test_a_slogan_in_marks_is_no_statement() -> None:
    claims = read(LEAD + "“한 줌의 소금도 아끼자!” 창고에 새로 쓴 글이다.").claims
    assert [claim.speech for claim in claims] == [Speech.INDIRECT]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("소금값이 올랐다는 설명이다.", ""),
        ("소금값이 올랐다는 얘기다.", ""),
        ("소금값이 올랐다는 것이다.", ""),
        ("소금값이 올랐다는 겁니다.", ""),
        ("소금값이 올랐다는군요.", ""),
        ("한국 통일부 등에 따르면 소금값이 올랐다.", "한국 통일부"),
        ("협력자들은 값이 오른 까닭으로 보고 있습니다.", "협력자들"),
        ("소금값이 올랐던 것으로 알려졌었습니다.", ""),
        ("소금값이 올랐던 사실이 뒤늦게 확인됐습니다.", ""),
        ("자강도에 사는 협력자가 최근 전한 바에 따르면 소금값이 올랐다.", "자강도에 사는 협력자"),
        ("미 국무부는 소금값이 올랐다고 밝혔다.", "미 국무부"),
        ("김정은은 소금값을 내리라고 지시했다.", "김정은"),
        ("소금값이 올랐다는 내부 소식통의 전언이 있었다.", "내부 소식통"),
        ("소금값이 올랐다고 들판일보가 4일 보도했다.", "들판일보"),
        ("한편 본지는 지난달 남포 소식통을 인용해 소금값이 올랐다고 보도한 바 있다.", "남포 소식통"),
        ("들판일보에 따르면 소금값이 올랐다.", "들판일보"),
        ("그는 소금값이 올랐다면서 걱정된다고 말했다.", "그"),
        ("소금값이 곧 오를 것이라고 그는 예측했습니다.", "그"),
        ("유엔 식량농업기구도 보고서에서 북한을 도움이 필요한 나라로 분류했다.", "유엔 식량농업기구"),
    ],
)
def test_a_sentence_that_passes_words_on_is_a_statement(sentence: str, speaker: str) -> None:
    claim = read(LEAD + sentence).claims[-1]
    assert (claim.passage.text, claim.speech, claim.speaker) == (sentence, Speech.INDIRECT, speaker)


@pytest.mark.parametrize(
    "sentence",
    [
        "소금값이 올랐다는 주장이 나왔다.",
        "소금값이 오를 것이라는 관측이 제기된다.",
        "소금값이 오른 것으로 풀이된다.",
        "주민들이 소금을 사들이고 있다.",
        "“소금은 생명”이라는 구호가 걸렸다.",
        "‘들판 철도, 소금 수출 업무’라는 안내문이 걸렸다.",
        "소금값이 곧 오를 것이라고 나는 예측했다.",
    ],
)
def test_rumours_looks_and_slogans_are_none(sentence: str) -> None:
    assert len(read(LEAD + sentence).claims) == 1


def test_a_cue_in_a_sentence_of_its_own_belongs_to_the_words_beside_it() -> None:
    before = read(LEAD + "단천의 협력자는 다음과 같이 말한다.\n\n“소금이 몹시 귀하다.”").claims[-1]
    behind = read(LEAD + "“소금이 몹시 귀하다.”\n\n단천의 협력자는 이렇게 설명했다.").claims[-1]
    assert [(claim.speaker, claim.passage.text) for claim in (before, behind)] == [
        ("단천의 협력자", "소금이 몹시 귀하다.")
    ] * 2


def test_two_who_speak_in_one_sentence_are_told_apart() -> None:
    claims = read(LEAD + "한 상인은 “소금이 귀하다”고 말했고, 다른 상인은 “기름도 귀하다”고 했다.").claims[1:]
    assert [(claim.speaker, claim.utterance) for claim in claims] == [("한 상인", None), ("다른 상인", None)]


def test_words_whose_mark_was_forgotten_end_before_their_cue() -> None:
    claim = read(LEAD + "단천 소식통은 “소금이 벌써 동났다고 갯벌방송에 전했다.").claims[-1]
    assert (claim.passage.text, claim.speaker) == ("소금이 벌써 동났다", "단천 소식통")


def test_the_answers_of_an_interview_are_what_the_source_said() -> None:
    claims = read(LEAD + "Q.소금은 어떤가?\nA.몹시 귀하다. 기름도 귀하다.").claims[1:]
    assert [(claim.passage.text, claim.anonymous) for claim in claims] == [
        ("A.몹시 귀하다.", True),
        ("기름도 귀하다.", True),
    ]


@pytest.mark.parametrize(
    "words", ["북한이 소금 수출을 중단하라고 지시했다", "값이 내렸다”면서 “배를 모두 묶어 두라는 내용"]
)
def test_the_state_as_such_and_what_nobody_ordered_relay_no_body(words: str) -> None:
    claim = read(LEAD + f"소식통은 “{words}”고 말했다.").claims[-1]
    assert claim.steps[-1].kind is Kind.UNNAMED


def test_the_word_of_a_source_is_no_act_of_the_body_it_tells_of() -> None:
    claim = read(LEAD + "현재까지도 혜산세관은 닫혀 있고 곧 열린다는 소문만 돌고 있다는 설명이다.").claims[-1]
    assert claim.steps[-1].kind is Kind.UNNAMED


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("국가보위성이 소금 밀수를 엄벌하라는 지시를 초소마다 하달했다", "국가보위성"),
        ("중앙의 지시가 내려와 세관이 모두 닫혔다", "중앙"),
        ("소금을 모으라는 방침이 중앙당으로부터 전달됐다", "중앙당"),
        ("소금을 팔지 말라는 인민보안부 포고문이 나붙었다", "인민보안부"),
        ("이번에는 석탄공업성이 지령을 내렸다", "석탄공업성"),
        ("함흥시 인민위원회 명의로 된 공시가 시장 입구에 나붙었다", "함흥시 인민위원회"),
        ("시장관리소(상업부 산하) 명의의 공고가 붙었다", "시장관리소"),
        ("당국이 내려보낸 지시문에는 그물을 바치라는 말뿐이다", "당국"),
        ("중앙에서 그물을 모두 바치라는 지시가 있었다", "중앙"),
        ("수산성의 방침은 배를 묶어 두라는 것", "수산성"),
        ("위(黨)에선 외화를 바치라고 닦달하는데 벌이가 없다", "위(黨)"),
        ("당국은 그물을 팔지 말라고 호령했다", "당국"),
        ("지난봄 러시아 지방정부가 소금을 내라고 요구했다", "러시아 지방정부"),
        ("무역성의 지시가 내려왔다”면서 “배를 모두 묶어 두라는 내용", "무역성"),
    ],
)
def test_the_body_whose_order_is_told_of_is_relayed(words: str, body: str) -> None:
    claim = read(LEAD + f"소식통은 “{words}”고 말했다.").claims[-1]
    assert (claim.steps[-1].kind, claim.steps[-1].body) == (Kind.INSTITUTION, body)


@pytest.mark.parametrize(
    ("body", "speaker", "anonymous"),
    [
        ("익명을 요구한 한 선원은 “소금이 귀하다”고 말했다.", "한 선원", True),
        ("익명을 전제로 한 해운업계 관계자는 “소금이 귀하다”고 말했다.", "해운업계 관계자", True),
        ("자강도에 사는 취재협력자 B 씨는 “소금이 귀하다”고 말했다.", "자강도에 사는 취재협력자 B 씨", True),
        ("문보름 바다연구소 소장은 “소금이 귀하다”고 말했다.", "문보름 바다연구소 소장", False),
        ("기은솔 들판대 교수는 소금을 원인으로 꼽았다. “소금이 귀하다”고 기 교수는 말했다.", "기 교수", False),
        ("한 교수는 “소금이 귀하다”고 말했다.", "한 교수", True),
        ("부두의 한 짐꾼은 “소금이 귀하다”고 말했다.", "부두의 한 짐꾼", True),
        ("도 위원은 “소금이 귀하다”고 말했다.", "도 위원", False),
        ("노동당 기관지 노동신문은 “소금은 무기다”라고 강조했다.", "노동당 기관지 노동신문", False),
    ],
)
def test_how_a_speaker_is_described_is_told_from_what_was_asked_of_the_outlet(
    body: str, speaker: str, anonymous: bool
) -> None:
    claim = next(claim for claim in read(LEAD + body).claims if claim.speech is Speech.DIRECT)
    assert (claim.speaker, claim.anonymous) == (speaker, anonymous)


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("소식통에 따르면 국경경비대 제31여단은 그물을 걷으라고 통보했다.", "국경경비대 제31여단"),
        ("국경경비대 제31여단이 왔다. 여단은 그물을 걷으라고 요구했다.", "국경경비대 제31여단"),
        ("소식통은 여맹조직이 여성들을 호되게 비판했다고 전했다.", "여맹조직"),
        ("소식통은 제4경제위원회가 그물값을 올리라고 지시했다고 전했다.", "제4경제위원회"),
        ("방직공장 당위원회는 실을 아끼라고 독려했다고 소식통은 전했다.", "방직공장 당위원회"),
        ("소식통은 자강도 인민위원회가 소금값을 두 배로 공시했다고 전했다.", "자강도 인민위원회"),
        ("온천군 당위원회는 지배인을 불러 추궁했다.", "온천군 당위원회"),
        ("북한 당국은 그물을 ‘무기’라고 선전하고 있다고 소식통은 전했다.", "북한 당국"),
        ("유엔 안전보장이사회 산하 전문가패널은 배가 늘었다고 지적했다.", "유엔 안전보장이사회 산하 전문가패널"),
        ("조선중앙텔레비죤은 소금이 늘었다고 보도했다.", "조선중앙텔레비죤"),
        ("노동당 기관지 노동신문은 소금이 늘었다고 보도했다.", "노동신문"),
        ("중국 해관총서는 소금이 늘었다고 밝혔다.", "중국 해관총서"),
        ("중국 외교부는 소금은 정상 교역이라는 입장을 되풀이했다.", "중국 외교부"),
        ("한국은행은 보고서에서 교역이 3% 늘었다고 추산했다.", "한국은행"),
        ("북한 당국은 소금을 파는 사람은 벌을 받게 하겠다고 선포했다.", "북한 당국"),
        ("그럼에도 군당은 소금이 나와야 한다고 으름장을 놓았다고 소식통은 말했다.", "군당"),
        ("지방공업성은 공장을 모두 보고하라고 통지했다.", "지방공업성"),
        ("길주군 인민위원회 상업부는 소금값을 올린다고 공고했다.", "길주군 인민위원회 상업부"),
        ("당국에서 소금을 바치라고 한다고 소식통은 전했다.", "당국"),
        ("북한 내각은 소금을 늘리라는 지시문을 각 도에 내려보냈다.", "내각"),
        ("우수리 세관 측은 소금을 찾아냈다고 밝혔다.", "우수리 세관"),
        ("주중 한국대사관은 교역이 3% 늘었다고 밝혔다.", "주중 한국대사관"),
        ("WFP는 소금이 모자란다고 밝혔다.", "WFP"),
        ("무협이 발표한 「소금 무역의 현황」에 의하면 교역이 늘었다.", "무협"),
        ("은하무역회사는 내각에 기간을 줄여 달라고 요청했다.", "은하무역회사"),
    ],
)
def test_a_body_is_told_of_by_its_fullest_name(sentence: str, body: str) -> None:
    claim = read(LEAD + sentence).claims[-1]
    assert (claim.passage.text, claim.steps[-1].body) == (sentence.rpartition("왔다. ")[2], body)


def test_what_the_outlet_found_out_by_asking_is_its_own() -> None:
    claim = read(LEAD + "창고의 소금이 상한 것으로 본지 취재 결과 확인됐다.").claims[-1]
    assert (claim.speech, claim.cue, claim.steps[1:]) == (Speech.INDIRECT, "확인됐", ())


def test_a_date_line_may_name_two_reporters() -> None:
    found = read("(단둥·서울=들판통신) 강도윤 특파원 마하늘 기자 = 소금이 늘었다고 중국 해관총서가 밝혔다.")
    assert [claim.passage.text for claim in found.claims] == ["소금이 늘었다고 중국 해관총서가 밝혔다."]


@pytest.mark.parametrize(
    ("body", "speaker", "anonymous"),
    [
        ("어로공들 속에서는 “소금이 귀하다”는 불만이 나온다.", "어로공들", True),
        ("이에 장사꾼들 사이에서 “소금이 귀하다”는 말이 돈다.", "장사꾼들", True),
        ("단천의 제련공은 “소금이 귀하다”고 말했다.", "단천의 제련공", True),
        ("평성의 환전상 ㄱ씨는 “소금이 귀하다”고 말했다.", "평성의 환전상 ㄱ씨", True),
        ("함흥 출신의 전직 광산 기사는 “소금이 귀하다”고 말했다.", "함흥 출신의 전직 광산 기사", True),
        ("올해는 “소금이 귀하다”고 전했다.", "", True),
        ("한여름 전 들판국 주재 대사대리는 “소금이 귀하다”고 말했다.", "한여름 전 들판국 주재 대사대리", False),
        ("“소금이 귀하다”는 게 현지 주민들의 공통된 목소리다.", "현지 주민들", True),
        ("마차오쉬 중국 외교부 부부장은 “소금이 귀하다”고 말했다.", "마차오쉬 중국 외교부 부부장", False),
        ("외교부 대변인은 “소금이 귀하다”고 말했다.", "외교부 대변인", False),
        ("통일부 당국자는 “소금이 귀하다”고 말했다.", "통일부 당국자", True),
        ("소식통은 시 안전부가 “소금이 귀하다”고 경고했다고 전했다.", "시 안전부", False),
        ("소식통은 한 상인이 “소금이 귀하다”고 털어놨다고 전했다.", "한 상인", True),
        ("한여름 들판연구원 연구위원이 왔다고 소식통이 전했다. 한 위원은 “소금이 귀하다”고 말했다.", "한 위원", False),
        ("한 위원은 “소금이 귀하다”고 말했다.", "한 위원", True),
    ],
)
def test_one_who_is_in_no_list_is_known_by_where_he_stands(body: str, speaker: str, anonymous: bool) -> None:
    (claim,) = (claim for claim in read(LEAD + body).claims if claim.speech is Speech.DIRECT)
    assert (claim.passage.text, claim.speaker, claim.anonymous) == ("소금이 귀하다", speaker, anonymous)


def test_where_somebody_was_born_is_no_province_of_the_source() -> None:
    (_, source) = read(LEAD + "함흥 출신의 전직 광산 기사는 “소금이 귀하다”고 말했다.").sources
    assert source.province == ""


def test_words_in_marks_that_lack_their_subject_are_part_of_their_sentence() -> None:
    claim = read("로동신문은 새 공장이 “훌륭히 일떠섰다”고 보도했다.").claims[-1]
    assert (claim.speech, claim.steps[-1].body) == (Speech.INDIRECT, "로동신문")


@pytest.mark.parametrize(
    ("body", "institution"),
    [
        ("통일부에 따르면 지난해 교역이 줄었다.", "통일부"),
        ("9일 통일부 공식 누리집에 따르면 지난해 교역이 줄었다.", "통일부"),
        ("통일부는 지난해 교역이 줄었다고 보고 있다.", "통일부"),
        ("9일 중국 세관 당국인 해관총서 홈페이지에 따르면 지난해 교역이 줄었다.", "해관총서"),
        ("유엔 인구기금은 소금이 귀하다고 지적했다.", "유엔 인구기금"),
        ("유엔 식량농업기구(FAO)는 소금이 귀하다고 지적했다.", "유엔 식량농업기구"),
        ("러시아 해양개발부는 배를 더 보낼 계획이라고 밝혔다.", "러시아 해양개발부"),
        ("들판적십자사연맹은 소금이 귀하다고 밝혔다. 연맹은 겨울이 급하다고 지적했다.", "들판적십자사연맹"),
        ("바다경제협력연합회는 창고를 보여 주기로 우리에게 약속했다.", "바다경제협력연합회"),
        ("농장 관리위원회는 소금을 구해 달라고 부탁했다.", "농장 관리위원회"),
        ("들판교역분석원이 7일 낸 보고서에 따르면 교역이 줄었다.", "들판교역분석원"),
        ("들판교역분석원이 펴낸 보고서에 따르면 교역이 줄었다. 보고서는 더 줄 것으로 내다봤다.", "들판교역분석원"),
        ("최근 공개된 보고서에 따르면 교역이 줄었다.", "보고서"),
        ("중국 지린성 상무청은 문을 연다고 공고했다.", "중국 지린성 상무청"),
        ("소식통은 “동사무소에서 소금을 준다고 했어요”라고 말했다.", "동사무소"),
        ("자강도당은 한 사람도 빠짐없이 소금을 내라고 지시했다.", "자강도당"),
        ("소식통은 “보안서에서 소금을 내라고 합니다”라고 말했다.", "보안서"),
        ("소식통은 “시 인민위원회는 소금을 넘기라는 포고를 붙였다”고 말했다.", "시 인민위원회"),
        ("군당은 “소금을 한 줌도 흘리지 말 것”을 강조했다.", "군당"),
        ("정부는 북한이 바라면 소금을 보낸다는 입장이다.", "정부"),
        ("들판무역협회의 집계에 따르면 수출은 줄었다.", "들판무역협회"),
        ("해관총서는 7일 공개한 자료에서 교역이 줄었다고 밝혔다. 자료에 따르면 수출도 줄었다.", "해관총서"),
        ("대외경제성이 회사들에 보낸 통지가 있다고 소식통은 전했다. 통지에 따르면 세가 오른다.", "대외경제성"),
        ("미국 국무부 대변인은 결의를 지켜야 한다고 답했다.", "미국 국무부"),
        ("소식통에 따르면 도당은 “바다가 귀하다”고 강조했다. 그러면서 배를 빼앗겠다고 경고했다.", "도당"),
        ("소식통에 따르면 도당은 “바다가 귀하다”고 강조했다. 그러면서 “배도 귀하다”고 덧붙였다.", "도당"),
        ("인민반에서는 여러 차례 경고했지만 반장부터 단골이라고 한다.", "인민반"),
        ("소식통은 “시당 책임비서가 ‘소금을 아끼라’고 지시했다”고 전했다.", "시당"),
        ("중앙에서 내려온 방침에 따라 소금을 모으고 있다고 소식통은 전했다.", "중앙"),
        ("들판개발연구원(PDI)은 “하반기 교역이 늘 것”이라고 내다봤다.", "들판개발연구원"),
        ("러시아 연해주 정부는 “관광단을 보낼 것”이라고 공지했다.", "러시아 연해주 정부"),
        ("조선들판려행사는 “바다의 물은 맑다”고 선전했다.", "조선들판려행사"),
        ("소식통에 의하면 31여단은 강연에서 “강이 귀하다”고 엄포를 놓았다.", "31여단"),
        ("후방부는 남은 소금도 내놓으라고 요구했다.", "후방부"),
        ("소식통은 “배전소에 물으면 석탄이 없다고만 한다”고 전했다.", "배전소"),
        ("소식통은 “당위원회 비서가 지배인을 불러 ‘말이 많다’고 호통쳤다”고 전했다.", "당위원회"),
        ("소식통은 “감독대는 소금을 회수한다고 했다. 어떻게 감추겠는가”라고 말했다.", "감독대"),
        ("216사단 지휘부는 소금을 내라고 지시했다.", "216사단 지휘부"),
        ("조선노동당 강원도위원회는 “소금을 내라”고 포치했다.", "조선노동당 강원도위원회"),
        ("시 인민위원회 무역과는 소금을 신고하라고 통보했다.", "시 인민위원회 무역과"),
        ("도당위원회 군수공업부는 소금을 내라고 지시했다.", "도당위원회 군수공업부"),
        ("내각 수매양정성은 소금을 덜 팔라고 지시했다.", "내각 수매양정성"),
        ("러시아 여행사 ‘들판길’은 첫 손님이 온다고 공지했다.", "들판길"),
        ("농촌진흥청은 소금 생산량을 9만t으로 추정했다.", "농촌진흥청"),
        ("당국은 10일까지 소금을 바꾸도록 했다.", "당국"),
        ("보위성은 소금이 위험하다는 지시문을 내려보냈다. 지시문은 소금을 바치라고 못 박았다.", "보위성"),
        ("당국은 사재기를 금지한다는 포고문을 내걸었다.", "당국"),
        ("시당은 소금을 내라고 지시했다. 어기면 벌을 주겠다고도 경고했다.", "시당"),
        ("시당은 소금을 내라고 지시했다. 회의를 주재한 부부장은 “바다도 멀다”고 강조했다.", "시당"),
        ("소식통은 “안전부에서 밤에 다니지 말라고 한다”고 전했다.", "안전부"),
        ("소식통은 “인민반에서 소금을 내라고 들볶는다”고 전했다.", "인민반"),
        ("소식통은 “국가에서 소금을 준다고 했지만 빈말”이라고 전했다.", "국가"),
        ("소식통은 “도 무역국이 허가를 주겠다고 알려왔다”고 전했다.", "도 무역국"),
        ("[녹취: 중방] “소금을 아끼고 또 아껴야 합니다.”", "조선중앙방송"),
        ("관세청 무역통계에 따르면 소금 수입이 늘었다.", "관세청"),
        ("북한에서 소금이 귀해졌다고 통일부가 파악했습니다.", "통일부"),
        ("'비사회주의 그루빠'가 소금값을 내리라고 윽박지른다.", "비사회주의 그루빠"),
        ("9일 코트라가 발표한 ‘소금 무역’ 보고서에 따르면 수입이 늘었다.", "코트라"),
        ("들판경제연구원이 관세청 자료를 바탕으로 9일 펴낸 소금 수입 동향에 따르면 수입이 늘었다.", "들판경제연구원"),
        ("실제 들판무역협회(FTA) 통계에 따르면 수입이 늘었다.", "들판무역협회"),
        ("소식통은 “외교부가 지난 9일 세관이 문을 닫았다고 밝혔다”고 전했다.", "외교부"),
        ("소식통은 “소금이 북한에서 귀하다고 국정원은 보고 있다”고 전했다.", "국정원"),
        ("소식통에 따르면 내각은 소금을 들이라고 지시한 것으로 전해진 바 있다.", "내각"),
    ],
)
def test_a_body_speaks_in_many_ways(body: str, institution: str) -> None:
    assert read(LEAD + body).claims[-1].steps[-1].body == institution


@pytest.mark.parametrize(
    "sentence",
    [
        "소식통은 한 피복회사가 명태를 보내기로 했다고 전했다.",
        "소식통에 따르면 채취공업성은 소금을 파는 방안을 허용했다.",
        "소식통에 따르면 소금을 사려면 시 인민위원회 무역과의 승인을 받아야 한다.",
        "소식통은 북한이 개장을 예고한 바닷가로 소금이 간다고 전했다.",
        "소식통은 북한 당국이 소금 창고를 검열했다고 전했다.",
        "또 북한은 소금을 사와야 하는 상황이라고 설명했다.",
    ],
)
def test_a_body_that_acts_has_not_spoken(sentence: str) -> None:
    assert read(LEAD + sentence).claims[-1].steps[-1].kind is Kind.UNNAMED


def test_what_the_outlet_asks_is_no_statement() -> None:
    assert len(read(LEAD + "무슨 일인지 두 지역의 취재협력자에게 물었다.").claims) == 1


def test_a_told_matter_is_a_statement_and_gives_the_next_words_their_speaker() -> None:
    told, said = read("혜산의 협력자도 3일 비슷한 사정을 알려 왔다.\n\n「소금이 귀하다. 먹을 것이 없다.」").claims
    assert (told.speech, said.speaker, said.anonymous) == (Speech.INDIRECT, "", True)


def test_words_in_marks_behind_a_sentence_of_their_own_are_another_utterance() -> None:
    body = "한여름 박사는 “소금이 귀하다”고 말했다. 한 박사는 값이 올랐다고 설명했다. “먹을 것이 없다.”"
    assert [claim.speaker for claim in read(body).claims] == ["한여름 박사", "한 박사", ""]


def test_a_sentence_that_only_tells_whose_words_stand_before_it_is_no_statement() -> None:
    (_, claim) = read(LEAD + "“소금이 정말로 귀하다.” 평성 주민의 말이다.").claims
    assert (claim.speaker, claim.cue) == ("평성 주민", "말이다")


def test_what_was_told_to_the_teller_is_his_who_said_it() -> None:
    claim = read(LEAD + "또 다른 상인이 문을 닫겠다고 말했다는 이야기를 ㄱ씨는 들었다고 했다.").claims[-1]
    assert [step.printed for step in claim.steps[1:]] == ["ㄱ씨", "또 다른 상인"]
    claim = read(LEAD + "세관 직원은 소금을 싣지 말라고 말했다고 운전사는 전했다.").claims[-1]
    assert [step.printed for step in claim.steps[1:]] == ["운전사", "세관 직원"]


@pytest.mark.parametrize(
    ("descriptor", "province"),
    [
        ("신의주를 오가는 단둥의 무역상", ""),
        ("만포 세관 사정을 잘 아는 중국 지안의 소식통", ""),
        ("만포 세관 사정을 잘 아는 소식통", "chagang"),
        ("강원도 원산의 수산사업소 선장", "kangwon"),
        ("나선에 주재하는 중국인 상인", "rason"),
        ("나선에 다녀온 중국인 상인", ""),
        ("신의주와 마주한 중국 단둥의 대북 소식통", ""),
        ("회령 건너편에 있는 싼허 세관의 직원", ""),
        ("수남시장에서 옷을 파는 박모 씨", "north-hamgyong"),
        ("흥남제약공장의 한 노동자", "south-hamgyong"),
        ("평성방직공장의 한 재봉사", "south-pyongan"),
        ("청진제강소의 한 용접공", "north-hamgyong"),
        ("다롄에서 석탄을 받아 온 한 무역상", ""),
    ],
)
def test_a_source_sits_where_the_words_put_it_and_not_where_it_knows_its_way(descriptor: str, province: str) -> None:
    found = read(f"{descriptor}은 “소금이 정말 귀하다”고 말했다.")
    assert (found.sources[0].descriptor, found.sources[0].province) == (descriptor, province)


def test_where_somebody_sits_who_speaks_right_before_the_marks_is_no_place_of_the_report() -> None:
    assert read("삼지연시의 돌격대원은 “소금이 정말 귀하다”고 말했다.").provinces == ()


def test_one_with_a_letter_for_a_name_is_who_was_described_by_it() -> None:
    body = "무산군의 협력자 A 씨는 소금이 귀하다고 말했다.\n\n회령시의 협력자 B 씨는 더 나쁘다고 한다.\n\nA 씨에 따르면 쌀도 없다."
    found = read(body)
    assert [claim.steps[-1].source for claim in found.claims] == [1, 2, 1]


def test_one_with_a_letter_or_a_surname_for_a_name_may_be_described_before_speaking() -> None:
    found = read("무산군의 협력자 A 씨는 3일 시장에 갔다.\n\nA 씨는 “소금이 정말 귀하다”고 말했다.")
    assert [(source.descriptor, source.province) for source in found.sources] == [
        ("무산군의 협력자 A 씨", "north-hamgyong")
    ]
    found = read("혜산의 상인 이 모씨는 “소금이 귀하다”고 했다.\n\n이 씨는 “쌀도 정말 귀하다”고 했다.")
    assert [claim.steps[-1].source for claim in found.claims] == [1, 1]


def test_an_office_goes_on_where_nobody_is_named() -> None:
    body = "국정원은 소금이 늘었다고 밝혔습니다.\n\n또 “쌀은 정말 줄었다”고 밝혔습니다.\n\n배도 줄어든 것으로 확인했습니다."
    assert [claim.steps[-1].body for claim in read(body).claims] == ["국정원"] * 3


def test_whom_a_sentence_only_cites_is_a_source() -> None:
    found = read("들판통신은 이날 복수의 소식통을 인용해 이같이 보도했습니다.\n\n“소금이 정말 귀하다”고 전했습니다.")
    assert [source.descriptor for source in found.sources] == ["복수의 소식통"]
    assert [step.printed for step in found.claims[0].steps[1:]] == ["들판통신", "복수의 소식통"]


def test_the_other_bank_of_the_border_is_china() -> None:
    assert read("훈춘 등 북∙중 국경도시에 소금이 쌓인 것으로 알려졌다.").provinces == ()
    assert read("국경도시인 단둥에 소금이 쌓인 것으로 알려졌다.").provinces == ()


def test_the_newspaper_is_the_one_named_before() -> None:
    body = "노동신문은 “소금은 흰 금”이라고 주장했다. 신문은 “바다에 정말 많다”고 했다."
    assert [claim.steps[-1].body for claim in read(body).claims] == ["노동신문", "노동신문"]


def test_corner_marks_around_what_is_told_are_none() -> None:
    (claim,) = read('「소금은 "정말로 귀하다"고 밝혔습니다.」').claims
    assert claim.passage.text == "정말로 귀하다"


def test_partners_by_a_noun_alone_are_who_spoke_before() -> None:
    found = read(
        "무산군의 취재협력자 A씨는 다음과 같이 말했다.\n\n“소금이 정말 없다.”\n\n협력자는 이렇게 덧붙였다.\n\n“쌀도 정말 없다.”"
    )
    assert [(claim.speaker, claim.steps[-1].source) for claim in found.claims] == [
        ("무산군의 취재협력자 A씨", 1),
        ("협력자", 1),
    ]


def test_what_was_told_to_the_source_is_his_who_told_it() -> None:
    claim = read(LEAD + "창바이의 대방들은 소금이 남아 있다는 뜻을 알려왔다고 한다.").claims[-1]
    assert [step.printed for step in claim.steps[1:]] == ["량강도 소식통", "창바이의 대방들"]


def test_what_the_outlet_found_out_through_others_is_its_own() -> None:
    claim = read("본지가 북부의 협력자를 통해 조사한 바에 따르면, 소금값은 그대로다.").claims[0]
    assert (claim.speech, len(claim.steps)) == (Speech.INDIRECT, 1)


def test_a_sentence_that_ends_in_a_noun_is_one() -> None:
    assert [
        claim.passage.text for claim in read(LEAD + "소금이 남아 있다는 것. 쌀도 남은 것으로 알려졌다.").claims[1:]
    ] == [
        "소금이 남아 있다는 것.",
        "쌀도 남은 것으로 알려졌다.",
    ]


def test_a_report_that_follows_the_buttons_of_its_page_is_read() -> None:
    body = "입력 2023-04-10 09:16\n글씨 크기\n댓글\n0\n북한 당국이 소금을 들여오던 상인들을 내쫓는다고 들판방송이 9일 보도했다."
    assert len(read(body + "\n\n상인은 “소금이 귀하다”고 말했다.").claims) == 2


def test_a_first_sentence_that_its_writer_signs_is_no_caption() -> None:
    lead = "소금을 굽느라 바쁜 마을마다 나무가 모자라 값이 크게 올랐다고 혜산시에 사는 취재협력자가 4월 3일 전해왔다."
    assert read(lead + " (한들판)\n\n협력자에 따르면, 나무는 산에서 온다.").claims[0].passage.text.startswith("소금을")


def test_partners_told_of_by_their_number_speak_together() -> None:
    (claim,) = read("도내에 사는 협력자 두 명이 현지 상황을 전해 왔다.").claims
    assert claim.speaker == "도내에 사는 협력자 두 명"


@pytest.mark.parametrize(
    "sentence",
    [
        "북한에서 소금을 파는 것이 금지되었다고, 들판 인사이드가 배웠습니다.",
        "소식통은 “방역사령부의 승인을 받은 회사만 배를 댄다”고 말했다.",
    ],
)
def test_what_a_body_allowed_or_is_forbidden_is_not_what_it_said(sentence: str) -> None:
    claim = read(LEAD + sentence).claims[-1]
    assert all(step.kind is not Kind.INSTITUTION for step in claim.steps)


def test_a_later_sentence_says_where_a_source_lives() -> None:
    found = read("소금이 팔린다고 협력자인 ㄱ씨는 말한다.\n\nㄱ씨는 여성으로, 청진에서 작년 나선으로 들어왔다.")
    assert [source.province for source in found.sources] == ["rason"]


def test_a_colon_behind_a_word_that_is_nobody_names_no_speaker() -> None:
    assert read("제목: “소금이 정말로 귀하다.”").claims[0].speaker == ""


def test_sentences_are_parted_where_a_space_or_a_stop_was_lost() -> None:
    glued = "소금이 귀한 것으로 알려졌다.자강도 소식통은 3일 “값이 크게 올랐다”고 전했다.소식통에 따르면 배추도 귀하다."
    assert [(claim.passage.text, claim.speaker) for claim in read(glued).claims] == [
        ("소금이 귀한 것으로 알려졌다.", ""),
        ("값이 크게 올랐다", "자강도 소식통"),
        ("소식통에 따르면 배추도 귀하다.", "소식통"),
    ]
    bare = "소금이 귀한 것으로 알려졌습니다 배추도 귀한 것으로 전해졌습니다"
    assert [claim.passage.text for claim in read(bare).claims] == [
        "소금이 귀한 것으로 알려졌습니다",
        "배추도 귀한 것으로 전해졌습니다",
    ]


def test_a_name_in_brackets_speaks_on_the_line_below() -> None:
    for line in ("[탁한결 / 들판부 부부장 출신]", "▶ 인터뷰 : 탁한결 / 들판대 교수", "◀ INT ▶ 탁한결"):
        claim = read(f"{LEAD}{line}\n- “소금이 정말로 귀하다.”").claims[-1]
        assert (claim.steps[1].kind, claim.steps[1].printed) == (Kind.NAMED, "탁한결")


def test_what_follows_a_report_is_its_newspapers() -> None:
    body = "들판일보는 3일 소금값이 올랐다고 보도했다.\n\n보도에 따르면 소금 1kg은 4천원이다."
    (_, claim) = read(body).claims
    assert (claim.passage.text, claim.steps[1].printed) == ("보도에 따르면 소금 1kg은 4천원이다.", "들판일보")


def test_words_in_marks_that_open_a_report_are_the_sources_behind_them() -> None:
    (first, _) = read("“소금은 일 없습니다.”\n\n단둥의 무역업자 A씨는 3일 “배추도 일 없다”고 말했다.").claims
    assert (first.speaker, first.anonymous) == ("", True)


def test_a_heading_in_marks_is_no_statement() -> None:
    assert [claim.passage.text for claim in read(f"{LEAD}“북 소금 특별지구로… 추진 가능성”\n\n{LEAD}").claims] == [
        LEAD.strip(),
        LEAD.strip(),
    ]


def test_the_tags_of_a_stored_page_part_paragraphs() -> None:
    (first, second) = read(
        "소금이 귀하다고 자강도 소식통이 전했다.<br /><br />소식통은 “값이 크게 올랐다”고 했다.<br/>"
    ).claims
    assert (first.passage.text, second.passage.text) == ("소금이 귀하다고 자강도 소식통이 전했다.", "값이 크게 올랐다")


def test_whose_words_stand_behind_other_words_sits_in_no_place_of_the_report() -> None:
    found = read("자강도 주민은 7일 들판의 전문매체 들판방송에 “소금이 정말 귀하다”며 “남포도 그렇다”고 밝혔다.")
    assert found.provinces == ("nampo",)


def test_many_are_others_than_the_one_who_spoke() -> None:
    found = read("자강도의 한 주민은 소금이 귀하다고 전했다.\n\n소금이 팔려 나갔다는 것이 주민들의 설명이다.")
    assert [(source.descriptor, source.province) for source in found.sources] == [
        ("자강도의 한 주민", "chagang"),
        ("주민들", ""),
    ]


def test_one_whose_words_are_several_sentences_is_described_as_before_them() -> None:
    found = read("단천에서 옷을 파는 박모 씨는 “소금이 귀하다. 쌀도 귀하다”고 말했다.")
    assert found.sources[0].descriptor == "단천에서 옷을 파는 박모 씨"


def test_what_a_page_offers_next_names_no_place_of_the_report() -> None:
    body = LEAD + "소식통은 “소금이 귀하다”고 말했다.\n\n가입하기 | 당신은 또한 좋아할지도 모릅니다: 원산의 조개"
    assert "kangwon" not in read(body).provinces


def test_a_translation_may_set_a_comma_before_the_mark_that_closes() -> None:
    (claim,) = read('"소금이 정말 귀합니다," 그녀는 말했다.').claims
    assert (claim.passage.text, claim.speaker) == ("소금이 정말 귀합니다,", "그녀")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("들판포럼의 앨런 브룩스(Alan Brooks) 선임국장은 “소금이 귀하다”고 말했다.", "들판포럼의 앨런 브룩스(Alan Brooks) 선임국장"),
        ("경제 전문가인 벤자민 카터 실버스타 연구원은 “소금이 귀하다”고 말했다.", "경제 전문가인 벤자민 카터 실버스타 연구원"),
        ("중국 왕이 외교부장은 “소금이 귀하다”고 말했다.", "중국 왕이 외교부장"),
        ("소금이 귀하다고 주민은 전했다.\n\n김들판 / 들판방송 대표\n“소금이 귀하거든요. 힘들어요.”\n\n값이 올랐습니다.", "김들판"),
        ("주일 중국대사관은 “소금은 모른다”고 답했다.", "주일 중국대사관"),
        ("왕하이(王海) 부장은 “소금이 귀하다”고 말했다.", "왕하이(王海) 부장"),
        ("‘들판신문’ 함흥 지국의 사토 하로 대표는 “소금이 귀하다”고 말했다.", "‘들판신문’ 함흥 지국의 사토 하로 대표"),
        ("닐 와츠 전 들판패널 위원은 “소금이 귀하다”고 말했다.", "닐 와츠 전 들판패널 위원"),
    ],
)  # fmt: skip
def test_one_with_a_name_from_abroad_or_above_the_words_is_named(sentence: str, speaker: str) -> None:
    claim = read(sentence).claims[-1]
    assert (claim.speaker, claim.anonymous) == (speaker, False)


def test_a_name_from_abroad_is_known_again_by_its_last_part() -> None:
    body = "벤자민 카터 실버스타 연구원은 “소금이 귀하다”고 말했다. 실버스타 연구원은 “쌀도 귀하다”고 했다."
    assert [claim.anonymous for claim in read(body).claims] == [False, False]


@pytest.mark.parametrize(
    ("sentence", "steps"),
    [
        ("들판방송은 “소금이 귀하다”고 혜산 대방과 거래하는 중국 상인을 인용해 전했다.", ["들판방송", "혜산 대방과 거래하는 중국 상인"]),
        ("들판방송은 지난 4일(현지시간) 북한 소식통들을 인용해 “소금이 귀하다”고 보도했다.", ["들판방송", "북한 소식통들"]),
        ("들판방송은 8일 미 상무부 통계를 인용해 “교역은 아예 없었던 것으로 나타났다”고 보도했다.", ["들판방송", "미 상무부"]),
        ("중국 상인들의 반응은 차갑다. “소금은 노른자위”라며 “사람만 바뀐다”는 반응이다.", ["중국 상인들"]),
    ],
)  # fmt: skip
def test_whoever_an_outlet_cites_speaks_wherever_the_words_stand(sentence: str, steps: list[str]) -> None:
    found = read(sentence)
    assert [step.printed for step in found.claims[0].steps[1:]] == steps
    assert [source.province for source in found.sources if source.province] == []


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("콩기름은 18,000원으로 조사됐다.", "조사됐"),
        ("들판 무역이 늘었다는 보도가 나왔습니다.", "보도가 나왔습니다"),
        ("소금을 숨기기에 좋은 곳이란 것.", "것"),
        ("중국 해관이 18일 지난 9월 교역액을 공개했습니다.", "공개했습니다"),
    ],
)
def test_what_was_found_or_made_public_is_a_statement(sentence: str, cue: str) -> None:
    assert [claim.cue for claim in read(sentence).claims] == [cue]


def test_an_agency_in_brackets_opens_a_sentence_and_is_no_part_of_it() -> None:
    (claim,) = read("【서울=들판】김들판 기자 = 북한의 소금값이 오르고 있는 것으로 전해졌다.").claims
    assert claim.passage.text == "북한의 소금값이 오르고 있는 것으로 전해졌다."


def test_a_sentence_runs_over_the_lines_of_a_narrow_page() -> None:
    body = (
        "북한은 소금이 모자라 올봄 내내 무역상들의\n배를 기다리고 있다고 일본의\n들판신문이 보도했다.\n\n"
        "한편 이 지방에 밝은 관계당국의 한 당국자에 따르면 나진의 새 부두에\n소금이 쌓이고 있는 것으로 알려졌다."
    )
    assert [claim.passage.text for claim in read(body).claims] == body.split("\n\n")


@pytest.mark.parametrize(
    ("body", "descriptor", "province"),
    [
        ("회령 숲의 한 병사가 강을 건너왔다. 이 병사는 소금이 귀하다고 말했다.", "회령 숲의 한 병사", "north-hamgyong"),
        (
            "어제 만포에 사는 한 주민과 통화했는데 그 주민은 “소금이 귀하다”고 말했습니다.",
            "만포에 사는 한 주민",
            "chagang",
        ),
        (
            "자강도 만포에서 8월 말에 강을 건너온 주민은 “소금이 귀하다”고 말했다.",
            "자강도 만포에서 8월 말에 강을 건너온 주민",
            "chagang",
        ),
        ("지난달 길림에서 만난 양강도 협력자는 “소금이 귀하다”고 말했다.", "양강도 협력자", "ryanggang"),
        (
            "황해남도를 취재한 들판프레스 협력자에 따르면 소금이 귀하다.",
            "황해남도를 취재한 들판프레스 협력자",
            "south-hwanghae",
        ),
        ("“소금이 귀하다”고 옷감상인은 말했다. 이 상인은 쌀도 귀하다고 말했다.", "옷감상인", ""),
    ],
)
def test_a_source_is_described_where_it_was_brought_in(body: str, descriptor: str, province: str) -> None:
    assert [(source.descriptor, source.province) for source in read(body).sources] == [(descriptor, province)]


def test_a_deputy_spokesman_is_named_and_known_again_by_his_surname() -> None:
    body = "서마루 들판부 부대변인은 “소금은 모른다”고 말했다. 서 부대변인은 “쌀도 모른다”고 했다. 그는 “물도 모른다”고 했다."
    assert [claim.anonymous for claim in read(body).claims] == [False, False, False]


def test_a_line_between_triangles_or_a_bracket_says_who_is_heard() -> None:
    body = "장이 한산합니다.\n\n◀SYN▶ 소금 상인\n“소금이 귀해요. 값이 올랐어요.”\n\n값이 더 오를 것 같습니다."
    assert [(claim.speaker, claim.anonymous) for claim in read(body).claims] == [("소금 상인", True)]
    body = "들판방송이 전합니다.\n\n길은 작년에 열렸습니다.\n\n[브룩스 국장] 우리는 소금을 다시 나르고 있습니다.\n\n장은 한산합니다."
    (claim,) = read(body).claims
    assert (claim.passage.text, claim.steps[-1].printed) == ("우리는 소금을 다시 나르고 있습니다.", "브룩스 국장")


@pytest.mark.parametrize(
    ("sentence", "last", "cue"),
    [
        ("중국 외교부는 소금을 사지 않았다는 답변을 되풀이했다.", "중국 외교부", "되풀이했다"),
        ("단둥의 무역상들은 아직 두고 보자는 반응이다.", "단둥의 무역상들", "반응이다"),
        ("북한 당국은 소금을 풀겠다고 약속했지만 아직 소식이 없다.", "북한 당국", "약속했지만"),
        ("왕하나 부장이 붙들린 뒤로 소금 장사가 멈췄다는 것이 국정원의 보고다.", "국정원", "보고"),
        ("소식통은 “내각이 도당에 중앙당의 방침을 전하고 소금을 팔지 말라고 지시했다”고 말했다.", "내각", "말했다"),
    ],
)
def test_whose_words_a_sentence_passes_on(sentence: str, last: str, cue: str) -> None:
    (claim,) = read(sentence).claims
    assert (claim.steps[-1].printed, claim.cue) == (last, cue)


def test_what_somebody_says_as_well_is_told() -> None:
    assert [claim.cue for claim in read("해주의 한 주민은 소금이 남는다고도 한다.").claims] == ["한다"]


@pytest.mark.parametrize(
    ("sentence", "steps"),
    [
        ("혜산시 안전부가 장사꾼들에게 “소금을 팔지 말라”고 경고했다고 소식통은 전했다.", ["소식통", "혜산시 안전부"]),
        ("소식통은 혜산시 안전부가 장사꾼들에게 “소금을 팔지 말라”고 을러댔다고 전했다.", ["소식통", "혜산시 안전부"]),
        ("세관은 소금을 들이지 않겠다는 방침을 무역회사들에 알렸다고 소식통은 말했다.", ["소식통", "세관"]),
        ("시 사무소에서는 소금을 내라는 말만 되풀이한다고 한 주민은 하소연했다.", ["한 주민", "시 사무소"]),
        ("소식통에 따르면 도당 위원회는 소금을 거두는 데 협조하라고 호소문을 냈다.", ["소식통", "도당 위원회"]),
    ],
)
def test_a_body_stands_below_whoever_tells_of_it(sentence: str, steps: list[str]) -> None:
    assert [step.printed for step in read(sentence).claims[0].steps[1:]] == steps


@pytest.mark.parametrize(
    ("descriptor", "province"),
    [
        ("신의주가 고향인 단둥의 화교", ""),
        ("나선경제특구에서 사업하는 중국인 투자자", "rason"),
        ("황해남도 해주 출신으로 현재 단둥에 머물고 있는 한 무역상", ""),
    ],
)
def test_where_somebody_was_born_is_not_where_they_are(descriptor: str, province: str) -> None:
    (source,) = read(f"{descriptor} 등은 “소금이 귀하다”고 말했다.").sources
    assert (source.descriptor, source.province) == (descriptor, province)


def test_a_report_speaks_for_whoever_issued_it_wherever_its_name_stands() -> None:
    claims = read(
        "갯벌통신은 유엔 전문가패널 보고서를 입수했다고 전했다.\n\n보고서는 “소금이 팔린다”면서 “배도 온다”고 밝혔다. "
        "값은 두 배라고 보고서는 지적했다.\n\n보고서는 유엔이 정한 뒤에도 일꾼들이 배를 타고 있다고 덧붙였다."
    ).claims
    assert [claim.speaker for claim in claims[1:]] == ["보고서"] * 4
    assert {claim.steps[-1].body for claim in claims[1:]} == {"유엔 전문가패널"}


def test_somebody_who_issued_numbers_is_who_they_follow() -> None:
    (claim,) = read("한여름 박사가 발표한 ‘소금 동향’에 따르면 수입이 늘었다.").claims
    assert [step.kind for step in claim.steps] == [Kind.OUTLET, Kind.NAMED]


def test_of_a_report_that_tells_nothing_no_statement_is_made() -> None:
    assert not read("보고서는 국정원이 만든 것이다.").claims


def test_a_source_that_cites_somebody_stands_above_him() -> None:
    (claim,) = read("단둥의 한 소식통은 중국 측 당국자를 인용해 “소금이 귀하다”고 전했다.").claims
    assert [step.printed for step in claim.steps[1:]] == ["단둥의 한 소식통", "중국 측 당국자"]


def test_whoever_is_told_of_behind_words_in_marks_has_not_spoken() -> None:
    suggestions = read(
        "한 소식통은 “소금이 귀하다”며 세관 직원들이 돌아왔다고 말했다. 다만 늦어질 수 있다고 선을 그었다."
    )
    assert [source.descriptor for source in suggestions.sources] == ["한 소식통"]


@pytest.mark.parametrize(
    "named", ["들판당 이한길 의원이", "들판당 이한길, 갯벌당 박두리 의원이", "소금위 간사인 이한길 의원이"]
)
def test_a_surname_that_is_also_a_word_means_whoever_has_it(named: str) -> None:
    claims = read(f"소금이 귀하다고 {named} 전했다. 이 의원은 “배도 없다”고 말했다.").claims
    assert (claims[1].speaker, claims[1].anonymous) == ("이 의원", False)


@pytest.mark.parametrize(
    "descriptor",
    ["코트라 관계자", "황해도 소식통", "캐나다 무역상", "상하이의 한 화교", "소금을 고용한 공장 관계자"],
)
def test_a_description_is_taken_whole(descriptor: str) -> None:
    end = "은" if descriptor.endswith(("통", "상")) else "는"
    (source,) = read(f"창고도 갖추어져 {descriptor}{end} “소금이 귀하다”고 말했다.").sources
    assert source.descriptor == descriptor


def test_a_straight_mark_that_was_never_closed_ends_before_the_next() -> None:
    claims = read('소식통은 "소금이 귀해졌다면서 "배도 끊겼다"고 말했다.').claims
    assert [claim.passage.text for claim in claims] == ["소금이 귀해졌다", "배도 끊겼다"]


def test_what_is_heard_may_open_with_a_mark_that_closes() -> None:
    claim = read(f"{LEAD}[녹취: 한여름 소장]”소금이 갑자기 귀해진 것이지요.”").claims[-1]
    assert (claim.speaker, claim.passage.text) == ("한여름 소장", "소금이 갑자기 귀해진 것이지요.")


def test_a_footer_below_wrapped_lines_takes_no_paragraph_with_it() -> None:
    body = (
        "혜산의 한 소식통도 도당이 9일부터\n소금 파는 일을 막을 것이라는 얘기가\n상인들 사이에서 돈다고 전했습니다.\n"
        "저작권자 © 갯벌뉴스 무단전재 및 재배포 금지"
    )
    (claim,) = read(LEAD + body).claims[1:]
    assert claim.speaker == "혜산의 한 소식통"
