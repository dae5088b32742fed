"""Stored reports as they come: captions, bylines and page furniture off, every sentence of the report kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates import PartialDate
from articles.report_text import MAX_BYTES, ReportText, UnreadableReport, read_report

NO_DATE = PartialDate.none()

PARAGRAPHS = (
    "A provincial party committee has told trading companies to hand in new plans, a person in the north has learned.",
    "“They were sat down in rows and told to bring their ledgers,” a source in Ryanggang Province said on Tuesday.",
    "By the account of the same person, nobody left before the evening.",
    "“A plan without figures is no plan,” a secretary told the room. “[The ministry] will want timber, ore and prices.",
    "“And it will want to see them by the end of June,” he added.",
    "Some of those present took this for an ultimatum (the second this year).",
)
CAPTION = "Freight wagons stand on a siding above the river."
NOTE = "Han Sol Bi is one of Daily NK's contributing reporters. Send word on her stories to"

ENGLISH = "\n\n".join(
    (
        f"{CAPTION} (Daily NK)",
        *PARAGRAPHS,
        "Please send comments or questions on this report to",
        "Read in Korean",
        NOTE,
    )
)

KOREAN_PARAGRAPHS = (
    "도당위원회가 무역회사 일꾼들을 한자리에 불러 새 계획을 내라고 지시했다.",
    "자강도의 한 소식통은 “모두 장부를 들고 왔다”며 “숫자 없는 계획은 받지 않는다고 했다”고 전했다.",
    "소식통은 “6월 말까지는 끝내라는 말이 있었다”고 덧붙였다.",
)


def test_a_stored_report_in_english() -> None:
    assert read_report(ENGLISH.encode()) == ReportText(
        headline="",
        byline="Han Sol Bi",
        published=NO_DATE,
        caption=CAPTION,
        credit="Daily NK",
        paragraphs=PARAGRAPHS,
        furniture=(
            "contact line: Please send comments or questions on this report to",
            "language link: Read in Korean",
            f"reporter's note: {NOTE}",
        ),
        language="en",
    )


def test_a_stored_report_in_korean() -> None:
    text = "\n\n".join(
        (
            "도당, 무역회사에 “계획 다시 내라”",
            "한솔비 기자 | 2021.03.04 10:15",
            "강 건너 화차들이 서 있다. /사진=데일리NK",
            *KOREAN_PARAGRAPHS,
            "관련 기사 바로가기",
            "장마당 쌀값, 한 주 만에 올라",
            "카카오톡 공유",
            "<저작권자 ⓒ 데일리NK, 무단 전재 및 재배포 금지>",
        )
    )
    assert read_report(text) == ReportText(
        headline="도당, 무역회사에 “계획 다시 내라”",
        byline="한솔비",
        published=PartialDate.printed("2021.03.04", "2021-03-04"),
        caption="강 건너 화차들이 서 있다.",
        credit="사진=데일리NK",
        paragraphs=KOREAN_PARAGRAPHS,
        furniture=(
            "related reports: 관련 기사 바로가기",
            "link to another report: 장마당 쌀값, 한 주 만에 올라",
            "share button: 카카오톡 공유",
            "copyright line: <저작권자 ⓒ 데일리NK, 무단 전재 및 재배포 금지>",
        ),
        language="ko",
    )


def test_a_headline_a_byline_and_a_date_stand_first() -> None:
    report = read_report(
        f"Traders told to plan again\nBy Han Sol Bi and Ko Ryon | 2021-03-04\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"
    )
    assert (report.headline, report.byline) == ("Traders told to plan again", "Han Sol Bi and Ko Ryon")
    assert report.published == PartialDate.printed("2021-03-04", "2021-03-04")
    assert (report.paragraphs, report.furniture) == (PARAGRAPHS[:2], ())


@pytest.mark.parametrize(
    ("line", "byline", "words", "edtf"),
    [
        ("By Han Sol Bi", "Han Sol Bi", "", ""),
        ("By Han Sol Bi - March 4, 2021", "Han Sol Bi", "March 4, 2021", "2021-03-04"),
        ("Han Sol Bi| 2021-03-04 15:32", "Han Sol Bi", "2021-03-04", "2021-03-04"),
        ("4 March 2021 | By Han Sol Bi", "Han Sol Bi", "4 March 2021", "2021-03-04"),
        ("Posted March. 04, 2021 07:45, Updated March. 05, 2021 08:00", "", "March. 04, 2021", "2021-03-04"),
        ("2021.03.04", "", "2021.03.04", "2021-03-04"),
        ("입력 2021-03-04 09:30 수정 2021-03-05 10:00", "", "2021-03-04", "2021-03-04"),
        ("2021년 3월 4일", "", "2021년 3월 4일", "2021-03-04"),
        ("서울=한솔비 기자 2021.03.04", "한솔비", "2021.03.04", "2021-03-04"),
        ("2021-02-30", "", "2021-02-30", ""),
    ],
)
def test_date_lines(line: str, byline: str, words: str, edtf: str) -> None:
    report = read_report(f"{line}\n\n{PARAGRAPHS[0]}")
    assert (report.headline, report.byline, report.paragraphs) == ("", byline, PARAGRAPHS[:1])
    assert report.published == PartialDate.printed(words, edtf)


def test_dates_that_are_not_the_days_of_publication_are_set_apart() -> None:
    report = read_report(f"date 2022-01-16\n\n19.6 C Pyongyang\n\nThursday, May 5, 2022\n\n{PARAGRAPHS[0]}")
    assert (report.published, report.paragraphs) == (NO_DATE, PARAGRAPHS[:1])
    assert report.furniture == (
        "crawler's line: date 2022-01-16",
        "weather line: 19.6 C Pyongyang",
        "date of the visit: Thursday, May 5, 2022",
    )


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Wagons on a siding (Yonhap)", "Wagons on a siding", "Yonhap"),
        ("Wagons stand on a siding. (Ministry of Railways)", "Wagons stand on a siding.", "Ministry of Railways"),
        ("Wagons on a siding / Image: Daily NK", "Wagons on a siding", "Image: Daily NK"),
        ("Wagons on a siding /RFA Photo", "Wagons on a siding", "RFA Photo"),
        ("Wagons on a siding (© Daily NK)", "Wagons on a siding", "© Daily NK"),
        ("FILE PHOTO: Wagons on a siding. (Reuters)", "FILE PHOTO: Wagons on a siding.", "Reuters"),
        ("강가에 선 화차 (사진=데일리NK)", "강가에 선 화차", "사진=데일리NK"),
        ("A photo of wagons on a siding", "A photo of wagons on a siding", ""),
    ],
)
def test_captions(line: str, caption: str, credit: str) -> None:
    report = read_report(f"{line}\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}")
    assert (report.caption, report.credit) == (caption, credit)
    assert (report.headline, report.paragraphs) == ("", PARAGRAPHS[:2])


def test_a_second_caption_among_the_paragraphs_is_furniture() -> None:
    second = "The station from above /사진=데일리NK"
    report = read_report(f"{CAPTION} (Daily NK)\n\n{PARAGRAPHS[0]}\n\n{second}\n\n{PARAGRAPHS[1]}")
    assert (report.caption, report.paragraphs) == (CAPTION, PARAGRAPHS[:2])
    assert report.furniture == (f"caption: {second}",)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Translated by Ko Ryon. Edited by Han Sol Bi.", "credits"),
        ("*Translated by Ko Ryon", "credits"),
        ("Please direct any questions to the desk", "contact line"),
        ("Views expressed in this column are its author's own.", "contact line"),
        ("This report was originally published in Korean on our site.", "republication note"),
        ("Editor's note: names were changed.", "editor's note"),
        ("※ 우리는 안에 있는 사람들과 전화로 이야기한다.", "editor's note"),
        ("Read in Korean", "language link"),
        ("Share on WhatsApp", "share button"),
        ("Share this article", "share button"),
        ("공유하기", "share button"),
        ("You May Also Like", "related reports"),
        ("READ MORE: Rice dearer again", "related reports"),
        ("▶ 장마당 쌀값 기사 바로가기", "related reports"),
        ("Next page: what the traders say", "page control"),
        ("Go to Contents", "page control"),
        ("[Source: Daily NK]", "source line"),
        ("(END)", "end mark"),
        ("......", "end mark"),
        ("[email protected]", "address"),
        ("For Use Only in the Republic of Korea. No Redistribution", "copyright line"),
        ("기자 한솔비, 에디터 고련", "credits"),
        ("기사 제보: 02-000-0000", "contact line"),
    ],
)
def test_furniture_behind_the_last_paragraph(line: str, what: str) -> None:
    report = read_report(f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\n{line}")
    assert (report.paragraphs, report.furniture) == (PARAGRAPHS[:2], (f"{what}: {line}",))


def test_furniture_on_the_lines_right_under_the_last_paragraph() -> None:
    report = read_report(
        f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\nTranslated by Ko Ryon\n"
        "Please direct comments and\nquestions to the desk\nShare"
    )
    assert report.paragraphs == PARAGRAPHS[:2]
    assert report.furniture == (
        "credits: Translated by Ko Ryon",
        "contact line: Please direct comments and questions to the desk",
        "share button: Share",
    )


def test_labels_and_headings_among_the_paragraphs_are_set_apart() -> None:
    lines = ("Share on WhatsApp", "LEDGERS ON THE TABLE", "READ: Rice dearer again", "You May Also Like", "Rice dearer")
    report = read_report("\n\n".join((PARAGRAPHS[0], lines[0], lines[1], PARAGRAPHS[1], *lines[2:], PARAGRAPHS[2])))
    assert report.paragraphs == PARAGRAPHS[:3]
    assert report.furniture == (
        "share button: Share on WhatsApp",
        "sub-heading: LEDGERS ON THE TABLE",
        "related reports: READ: Rice dearer again",
        "related reports: You May Also Like",
        "link to another report: Rice dearer",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Please direct your questions to the secretary, the traders were told.",
        "Questions about the ledgers were sent to the ministry in April, she said.",
        "Translated by hand, the orders reached the traders a day late.",
        "Read in Korean, the slogan is harsher.",
        "Ri Jun is a reporter at a provincial paper who sat among the traders.",
        "Share prices mean nothing here, said the trader.",
        "“Share on Facebook? We share on foot,” the man laughed.",
        "A photo of the leader hung over the table where the ledgers lay.",
        "관련 기사 바로가기를 눌러도 열리지 않았다고 소식통은 말했다.",
        "그는 공유하기를 꺼렸다.",
        "Wagons stood on the siding (the one above the river).",
    ],
)
def test_a_sentence_of_the_report_that_resembles_furniture_stays(sentence: str) -> None:
    for place in range(1, 3):
        paragraphs = [*PARAGRAPHS[:place], sentence, *PARAGRAPHS[place:3]]
        report = read_report("\n\n".join(paragraphs))
        assert (report.paragraphs, report.furniture) == (tuple(paragraphs), ())


def test_the_last_paragraph_stays_though_it_resembles_a_note() -> None:
    last = "Ri Jun is a reporter at a provincial paper who sat among the traders."
    report = read_report(f"{PARAGRAPHS[0]}\n\n{last}")
    assert (report.byline, report.paragraphs) == ("", (PARAGRAPHS[0], last))


def test_beside_other_furniture_the_same_note_names_the_reporter() -> None:
    note = "Ri Jun is a reporter at a provincial paper and writes on trade."
    report = read_report(f"{PARAGRAPHS[0]}\n\n{note}\n\nRead in Korean")
    assert (report.byline, report.paragraphs) == ("Ri Jun", PARAGRAPHS[:1])
    assert report.furniture == (f"reporter's note: {note}", "language link: Read in Korean")


def test_a_broadcasters_lead_in_names_the_reporter() -> None:
    lead = "앵커: 자강도의 무역회사들이 계획을 다시 낸다고 합니다. 북한 내부 소식, 한솔비 기자가 보도합니다."
    report = read_report(f"{lead}\n\n{KOREAN_PARAGRAPHS[0]}\n\n{KOREAN_PARAGRAPHS[1]}")
    assert (report.byline, report.paragraphs) == ("한솔비", (lead, *KOREAN_PARAGRAPHS[:2]))
    assert not report.furniture


def test_a_price_table_before_the_report_is_set_apart() -> None:
    table = "Won | Pyongyang | Sinuiju | Hyesan\nRice (1kg) | 4,000 | 4,100 | 4,200"
    report = read_report(f"Traders told to plan again\n\n{table}\n\n{PARAGRAPHS[0]}")
    assert (report.headline, report.paragraphs) == ("Traders told to plan again", PARAGRAPHS[:1])
    assert report.furniture == (f"table: {table}".replace("\n", " "),)


def test_hard_line_breaks_become_one_space_and_other_white_space_too() -> None:
    wrapped = PARAGRAPHS[3].replace(" a secretary", "\r\n  a\u00a0secretary").replace("timber, ", "timber,\t\n")
    assert read_report(f"{PARAGRAPHS[0]}\r\n \r\n{wrapped}\r\n\r\n\r\n").paragraphs == (PARAGRAPHS[0], PARAGRAPHS[3])
    assert read_report("\u2028\u2028".join(PARAGRAPHS)).paragraphs == PARAGRAPHS
    for gap in ("  ", "\t", "\u00a0", " \u3000", "\u00a0 \t "):
        assert read_report(PARAGRAPHS[3].replace(" a secretary", f"{gap}a secretary")).paragraphs == (PARAGRAPHS[3],)


def test_without_a_blank_line_each_sentence_line_is_a_paragraph() -> None:
    assert read_report("\n".join(("도당, 무역회사 소집", *KOREAN_PARAGRAPHS))).paragraphs == KOREAN_PARAGRAPHS
    wrapped = PARAGRAPHS[1].replace(" ", "\n")
    assert read_report(wrapped).paragraphs == (PARAGRAPHS[1],)


def test_the_body_is_nfc_without_marks_nobody_sees() -> None:
    decomposed = unicodedata.normalize("NFD", KOREAN_PARAGRAPHS[0])
    report = read_report("\ufeff" + decomposed.replace(" ", "\u200b \u202a", 1) + "\n\n" + PARAGRAPHS[5])
    assert report.body == f"{KOREAN_PARAGRAPHS[0]}\n\n{PARAGRAPHS[5]}"


def test_a_byte_order_mark_is_accepted() -> None:
    assert read_report(b"\xef\xbb\xbf" + ENGLISH.encode()) == read_report(ENGLISH)


def test_the_language_is_guessed_by_its_letters_or_given() -> None:
    mixed = "무역회사 일꾼들은 Daily NK 기사를 읽지 못한다."
    assert [read_report(text).language for text in (ENGLISH, mixed, "The word 무역 means trade.")] == ["en", "ko", "en"]
    assert read_report(ENGLISH, language="ko").language == "ko"
    with pytest.raises(ValueError, match="reports are read in en or ko, not 'fr'"):
        read_report(ENGLISH, language="fr")


REFUSED: list[tuple[bytes | str, str, int | None]] = [
    (b"", "the file is empty", None),
    (" \n\u200b\n", "the file is empty", None),
    (b"one\ntwo\x00three", "a control character (U+0000) shows that this is no plain text", 2),
    ("one\r\ntwo\r\nthree\x1b[0m", "a control character (U+001B) shows that this is no plain text", 3),
    ("first.\nit\x92s", "a control character (U+0092) shows that this is no plain text", 2),
    (b"first.\n\nit\x92s", "byte 10 (0x92) is not UTF-8; save the file as UTF-8", 3),
    (b"\xef\xbb\xbffirst.\n\xff", "byte 10 (0xFF) is not UTF-8; save the file as UTF-8", 2),
    ("무역".encode("cp949"), "byte 0 (0xB9) is not UTF-8; save the file as UTF-8", 1),
    ("trade".encode("utf-16"), "the file is UTF-16; save it as UTF-8", 1),
    ("first.\n\ud83d", "half of a surrogate pair stands alone", 2),
    (b"a" * (MAX_BYTES + 1), "the file is larger than 1,000,000 bytes", None),
    ("무" * 400_000, "the file is larger than 1,000,000 bytes", None),
    (
        f"{CAPTION} (Daily NK)\n\nRead in Korean",
        "nothing is left of the file without its headline, captions and page furniture",
        None,
    ),
]


@pytest.mark.parametrize(("raw", "reason", "line"), REFUSED)
def test_a_file_that_is_no_report_is_refused_with_its_line(raw: bytes | str, reason: str, line: int | None) -> None:
    with pytest.raises(UnreadableReport) as refusal:
        read_report(raw)
    assert (refusal.value.reason, refusal.value.line) == (reason, line)
    assert str(refusal.value) == (reason if line is None else f"line {line}: {reason}")


def test_the_largest_file_is_read() -> None:
    paragraph = "The committee told the traders to wait. " * 2_500
    raw = "\n\n".join([paragraph.strip()] * 9).encode()
    assert len(read_report(raw).paragraphs) == 9


lines = st.sampled_from(
    (
        *PARAGRAPHS,
        *KOREAN_PARAGRAPHS,
        CAPTION,
        "",
        "",
        "",
        "Share",
        "Read in Korean",
        NOTE,
        "By Han Sol Bi",
        "2021-03-04",
    )
)


@given(st.lists(lines, max_size=12).map("\n".join) | st.text(max_size=60))
def test_any_text_is_read_whole_or_refused(text: str) -> None:
    try:
        report = read_report(text)
    except UnreadableReport as refusal:
        reason = refusal.reason
    else:
        reason = ""
        kept = " ".join((report.headline, report.caption, *report.paragraphs, *report.furniture))
        assert [sentence for sentence in PARAGRAPHS if sentence in text and sentence not in kept] == []
        assert all(paragraph == " ".join(paragraph.split()) != "" for paragraph in report.paragraphs)
    assert reason == "" or reason.startswith(("the file is empty", "nothing is left", "a control character"))
