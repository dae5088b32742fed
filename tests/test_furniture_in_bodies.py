"""What a body holds besides its report gives no claim, no date and no place, and moves no position."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.suggestions.clean.body import without_furniture

LABELLED = sorted((Path(__file__).parent / "labelled" / "open").glob("*.json"))

TOLD = "Trucks wait at the bridge, a source in Hyesan said."
FURNITURE = [
    "-4.0 C Chongjin\nFriday, March 3, 2023",
    "A crane in Nampo port. / Image: Northern Courier",
    "Weavers carry “twine” home on the road to Nampo. Image: 들판 (name of a blogger)",
    "Pictured above (from a satellite): the pier at Kilju mentioned in the story below.",
    "“Nobody Knots Nets in Nampo Without Paying,” Party Secretary says",
    "Harbour News\n[Nets] Wonsan, “Please knot by night”\n- Salt Is Dear in Haeju\n- Crews Pray!\n- A Rope Is Cut in Kaesong",
    "Salt Is Dear\nNets are barred in Kilju\n“Thank God for Salt”\nNets in Haeju, where “All Sing” Is Sung\nRopes\nFlour\nDues\nMay 3.",
    "FILE PHOTO: The bridge at Sinuiju. Northern Courier/BRIDGE_01.JPG",
    "Won Pyongyang Sinuiju\nRice Price 4,100 4,200",
    "WHO WAITS, PAYS",
    "You May Also Like: Nine photos of Wonsan",
    "READ: Salt from Nampo turns away",
    "(For Use Only in the Republic of Korea. No Redistribution)",
    "Translated by Ann Lea. Edited by R. Holm.",
    "Subscribe to read. You have 2 free articles left this month.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_blanked_out_before_and_behind_what_is_told(line: str) -> None:
    blank = "\n".join(" " * len(part) for part in line.split("\n"))
    assert without_furniture(f"{line}\n\n{TOLD}\n\n{TOLD}") == f"{blank}\n\n{TOLD}\n\n{TOLD}"
    assert without_furniture(f"{TOLD}\n\n{TOLD}\n\n{line}") == f"{TOLD}\n\n{TOLD}\n\n{blank}"


@pytest.mark.parametrize("dateline", ["SEOUL, April 9 (Northern) -- ", "Dandong, China -- ", "(서울=북녘통신) "])
def test_the_date_line_that_opens_a_report_is_no_part_of_its_first_sentence(dateline: str) -> None:
    assert without_furniture(dateline + TOLD) == " " * len(dateline) + TOLD


TOLD_KO = "트럭들이 다리에서 기다린다고 소식통은 말했습니다."


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("소금값이 뛰었다", f"소금값이 뛰었다\n\n{TOLD_KO}"),
        ("", f"갯벌방송 “소금이 귀한 까닭”\n\n{TOLD_KO}"),
        ("", f"나루의 소금 창고다.\n나루의 소금 창고다. (갯벌방송)\n\n{TOLD_KO}"),
        ("", f"나루의 소금 창고가 비었다.\n\n{TOLD_KO}\n\n{TOLD_KO}\n\n{TOLD_KO}"),
        ("", f"(▶관련기사 보기: “소금이 간 곳”) {TOLD_KO}"),
        ("", f"[갯벌방송]{TOLD_KO}"),
        ("", f"date 2021-04 [갯벌방송 한들판 기자] {TOLD_KO}"),
        ("", f"0:00 / 0:00\n\n앵커 : {TOLD_KO}"),
        ("", f'Han Yorum\nHan Yorum\n"소금을 좋아합니다. 글을 씁니다."\n{TOLD_KO}'),
    ],
)
def test_what_stands_around_a_korean_report_is_blanked_out(headline: str, body: str) -> None:
    assert set(without_furniture(body, headline).split(TOLD_KO)[0]) <= {" ", "\n"}


def test_the_last_words_of_a_report_that_was_cut_off_stay() -> None:
    body = f"{TOLD_KO}\n\n혜산시의 경우 지난 13일"
    assert without_furniture(body) == body


def test_a_date_line_that_names_its_agency_opens_the_report_and_an_end_mark_closes_it() -> None:
    before, behind = "The bridge at Sinuiju, seen from Dandong!", "Poll: nobody wants a hat for May."
    opening = "SEOUL, April 9 (Northern) -- "
    body = f"{before}\n\n{opening}{TOLD}\n\n(END)\n\n{behind}"
    assert without_furniture(body).split() == TOLD.split()


def test_an_end_mark_closes_a_report_with_other_headlines_right_below() -> None:
    body = f"{TOLD}\n\n{TOLD}\n(END)\n-\nNets are dear in Nampo, Han says"
    assert without_furniture(body).strip() == f"{TOLD}\n\n{TOLD}"


def test_an_end_mark_closes_one_report_of_several_and_not_the_others() -> None:
    others = f"{TOLD}\n\n" * 250
    body = f"{TOLD}\n\n(END)\n\n{others}(END)\n\nPoll: nobody wants a hat for May."
    assert without_furniture(body).split() == TOLD.split() * 251


def test_a_picture_dated_under_the_headline_is_furniture() -> None:
    picture = "A guard keeps watch on the Yalu River at Sinuiju, Dec. 17, 2013."
    assert without_furniture(f"{picture}\n\n{TOLD}\n\n{TOLD}").split() == TOLD.split() * 2


@pytest.mark.parametrize("writer", ["KANG Do-yun", "Editorial team", "Sato Mika"])
def test_a_first_paragraph_that_its_writer_signs_is_no_caption(writer: str) -> None:
    signed = (
        f"Nets are dear in the harbours of the east coast again. Two partners asked for the price in May. ({writer})"
    )
    assert without_furniture(f"{signed}\n\n{TOLD}") == f"{signed}\n\n{TOLD}"


def test_the_last_line_of_a_text_that_was_cut_off_stays() -> None:
    cut_off = "In May the trucks that had waited at the bridge were sent ho"
    assert without_furniture(f"{TOLD}\n\n{cut_off}") == f"{TOLD}\n\n{cut_off}"


def test_lines_are_judged_one_by_one_where_they_are_paragraphs() -> None:
    masthead, more = "Northern Courier", "Nobody pays for the time, he said."
    body = "\n".join([TOLD, masthead, more, TOLD])
    assert without_furniture(body) == "\n".join([TOLD, " " * len(masthead), more, TOLD])


@pytest.mark.parametrize(
    "body",
    ["the source said", "“We wait", f"{TOLD}\n\nNobody pays (he said).\n\n“And nobody goes", "무역이 멎었다고 한다"],
)
def test_words_that_are_told_stay(body: str) -> None:
    assert without_furniture(body) == body


@pytest.mark.parametrize(
    "line",
    [
        "들판 다리 앞에 서 있는 화물차. 2017년 7월 촬영 한들판",
        "(1) 소금 밀수의 본거지 원산 앞으로 가다",
        "데일리 들판 [2018.05.18. 2:17]",
    ],
)
def test_korean_furniture_is_blanked_out_between_what_is_told(line: str) -> None:
    blank = "\n".join(" " * len(part) for part in line.split("\n"))
    body = f"{TOLD_KO}\n\n{line}\n\n{TOLD_KO}\n\n{TOLD_KO}"
    assert without_furniture(body) == body.replace(line, blank)


@pytest.mark.parametrize(
    "glued",
    [
        "혜산 세관의 모습. /사진=들판뉴스",
        "혜산 세관의 모습 (사진=들판뉴스)",
        "北 소금값 뛰어…주민들 아우성, 당국은 단속 ",
    ],
)
def test_what_a_page_glued_to_the_first_sentence_goes(glued: str) -> None:
    headline = "북 소금값 뛰어…주민들 아우성, 당국은 단속"
    assert without_furniture(glued + TOLD_KO, headline).strip() == TOLD_KO


def test_a_broadcasters_page_is_blanked_out_around_what_its_anchor_says() -> None:
    lead = "원산에 소금이 없다는 소식입니다."
    page = f"들판 뉴스\n배추값이 뛴 까닭은 결국...\n<앵커 멘트>\n\n{lead}\n\n<리포트>"
    assert without_furniture(f"{page}\n\n{TOLD_KO}\n\n{TOLD_KO}").split() == f"{lead} {TOLD_KO} {TOLD_KO}".split()


@pytest.mark.parametrize(
    "over", ["한들판 기자가 보도합니다.", "북한 내부 소식, 한들판 기자입니다.", "한들판 기자가 전해드립니다."]
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_an_anchors_words_are_told_and_not_who_they_are_or_whom_they_hand_over_to(over: str, gap: str) -> None:
    lead = "원산에 소금이 없다고 합니다."
    left = without_furniture(f"앵커: {lead} {over}{gap}{TOLD_KO} {TOLD_KO}")
    assert left.split() == f"{lead} {TOLD_KO} {TOLD_KO}".split()


def test_an_anchors_words_may_take_two_paragraphs() -> None:
    page = "앵커: 원산에 소금이 없다고 합니다.\n\n배추도 없다고 합니다. 한들판 기자가 시장을 둘러봤습니다."
    assert without_furniture(f"{page}\n\n{TOLD_KO}").split() == f"{page.removeprefix('앵커: ')} {TOLD_KO}".split()


def test_a_caption_above_its_credit_goes_with_it() -> None:
    page = "2023.04.03\nsalt_b 남포와 원산을 잇는 길에 화물차가 서 있다.\n사진-들판통신 제공"
    assert without_furniture(f"{page}\n\n{TOLD_KO}\n\n{TOLD_KO}").strip() == f"{TOLD_KO}\n\n{TOLD_KO}"


@pytest.mark.parametrize("sign", ["@", "./들판", " (끝)", " ■", "(원산=들판통신)", "[Field_R]", " (들판뉴스)"])
def test_what_stands_behind_the_last_stop_hides_no_sentence(sign: str) -> None:
    body = f"{TOLD_KO}\n\n{TOLD_KO}{sign.removeprefix('.')}\n저작권자 © 들판일보 무단전재 금지"
    assert TOLD_KO in without_furniture(body).split("\n\n")[1]


@pytest.mark.parametrize("sign", ["@", "[Field_R]", "(원산=들판통신)"])
def test_what_an_agency_prints_behind_the_last_stop_goes(sign: str) -> None:
    assert without_furniture(f"{TOLD_KO}\n\n{TOLD_KO}{sign}").strip() == f"{TOLD_KO}\n\n{TOLD_KO}"


def test_a_list_of_headlines_is_blanked_out_however_long() -> None:
    page = "\n".join(
        ["소금값 뛴 원산, 배추 절이지 못해", "혜산 세관 앞 화물차 줄지어", "남포 앞바다 조개잡이 한창"] * 8
    )
    assert without_furniture(f"{TOLD_KO}\n\n{TOLD_KO}\n\n{page}").strip() == f"{TOLD_KO}\n\n{TOLD_KO}"


def test_lines_of_spaces_part_paragraphs() -> None:
    lead = "앵커: 원산에 소금이 떨어져 사람들이 배추를 절이지 못한다고 합니다. 한들판 기자가 보도합니다."
    body = f"  • 스크랩하기\n  • 목록\n{lead}\n  \n  {TOLD_KO}\n  \n  {TOLD_KO}"
    told = lead.removeprefix("앵커: ").removesuffix(" 한들판 기자가 보도합니다.")
    assert without_furniture(body).split() == f"{told} {TOLD_KO} {TOLD_KO}".split()


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.stem)
def test_nothing_that_was_labelled_is_lost(path: Path) -> None:
    report = json.loads(path.read_text(encoding="utf-8"))
    left = without_furniture(report["body"])
    labelled = [label["exact"] for label in report["statements"]] + [label["text"] for label in report["dates"]]
    assert [words for words in labelled if words in report["body"] and words not in left] == []


@given(st.text())
def test_no_position_moves(body: str) -> None:
    left = without_furniture(body)
    assert len(left) == len(body)
    assert all(after == before or after == " " for before, after in zip(body, left, strict=True))


@pytest.mark.parametrize("heading", ["Boatmen wait for salt", "BOATMEN WAIT"])
@pytest.mark.parametrize(
    "rest",
    [
        "In the same letter, the office said that every pan would be ope",
        "In the same letter, the office said to all of them\nthat every pan along the coast would be ope",
    ],
)
def test_a_text_cut_off_below_a_heading_keeps_its_last_words(heading: str, rest: str) -> None:
    body = f"{TOLD}\n\nNobody sails.\n\n{heading}\n\n{rest}"
    assert without_furniture(body) == f"{TOLD}\n\nNobody sails.\n\n{' ' * len(heading)}\n\n{rest}"


@pytest.mark.parametrize(
    "told",
    [
        "Boatmen who live along the northern coast have been dealt a blow by rules on\nsalt, a source in Kilju said.",
        "The same was confirmed in the first week of this month by another source in\nKilju, who deals in salt there.",
    ],
)
def test_a_sentence_goes_on_over_a_line_that_its_last_word_or_the_next_one_joins(told: str) -> None:
    assert without_furniture(f"{told}\n\n{TOLD}") == f"{told}\n\n{TOLD}"


@pytest.mark.parametrize(
    "last",
    [
        "The source also said that nobody is fined; whoever is caught goes home. (Yonhap)",
        "Another person the partner spoke with suggested that a ban on salt would do little harm to the people there,",
    ],
)
def test_a_paragraph_that_passes_something_on_is_told_however_it_ends(last: str) -> None:
    assert without_furniture(f"{TOLD}\n\n{last}").rstrip().startswith(f"{TOLD}\n\n{last[:60]}")


def test_a_text_cut_off_below_words_under_a_picture_keeps_what_is_said() -> None:
    rest = "On the health of the fleet, the office estimated that it has grown from about 90 k"
    kept = without_furniture(
        f"{TOLD}\n\n|\nHarbour chief Owen Lea (center) is at a hearing on Friday. Yonhap |\n\n{rest}"
    )
    assert kept.endswith(rest)
    assert "Owen Lea" not in kept


def test_words_before_the_credit_of_a_picture_are_a_caption() -> None:
    line = "Boatmen sell salt at a market on the road to Nampo. Image: Eun Salt (a blogger)"
    assert without_furniture(f"{line}\n\n{TOLD}") == f"{' ' * len(line)}\n\n{TOLD}"


REPORT_KO = "혜산 장마당에 소금이 없다고 소식통이 3일 전했다. 배추도 귀하다고 그는 말했다."


def test_what_something_cost_on_a_day_belongs_to_the_report() -> None:
    prices = "소금 1kg\n\n3월 9일 610원 17일 720원\n\n※11월 2일: 4,300원(약 450원)"
    kept = without_furniture(f"{REPORT_KO}\n\n{prices}\n\n{REPORT_KO}")
    assert "3월 9일 610원 17일 720원" in kept
    assert "※11월 2일: 4,300원" in kept


def test_a_korean_writer_signs_a_paragraph_that_is_told() -> None:
    assert without_furniture(f"{REPORT_KO}(강도윤)\n\n{REPORT_KO}").split() == REPORT_KO.split() * 2


def test_a_line_above_a_photographer_is_a_caption() -> None:
    caption = "남포에 있는 한 소금 창고.\nAP Photo"
    assert without_furniture(f"{caption}\n\n{REPORT_KO}\n\n{REPORT_KO}").split() == REPORT_KO.split() * 2
