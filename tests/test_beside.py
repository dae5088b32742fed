"""A report and its translation, paragraph beside paragraph."""

import re

import pytest
from django.contrib.auth.models import User

from articles.beside import Row, beside
from articles.editing.withdrawing import withdraw_article
from articles.models import Article
from tests.conftest import Reader
from tests.shelf import shelve

KOREAN = (
    "혜산시 장마당에서 쌀 1킬로그램이 8,400원에 팔리고 있다.\n\n"
    "“상인들은 아무 말도 하지 않았다.”\n\n"
    "세관은 지난 12일 화물차 45대를 통과시켰다.\n\n"
    "신의주에서도 5,200원을 부르는 상인이 나왔다."
)
ENGLISH = (
    "A kilogram of rice sells for 8,400 won at the market in Hyesan.\n\n"
    "“The traders did not say a word.”\n\n"
    "The customs house let 45 trucks pass on the 12th.\n\n"
    "In Sinuiju, too, a trader asked for 5,200 won."
)


def numbers(rows: tuple[Row, ...]) -> list[tuple[list[int], list[int]]]:
    return [([each.number for each in row.left], [each.number for each in row.right]) for row in rows]


def aligned(english: str) -> tuple[Row, ...]:
    return beside(KOREAN, "ko", english, "en")


def test_a_translation_stands_beside_its_original() -> None:
    rows = aligned(ENGLISH)
    assert numbers(rows) == [([1], [1]), ([2], [2]), ([3], [3]), ([4], [4])]
    assert not any(row.is_alone or row.differs for row in rows)


@pytest.mark.parametrize("left_out", [1, 2, 3, 4])
def test_what_the_translation_leaves_out_stands_alone(left_out: int) -> None:
    rest = [text for number, text in enumerate(ENGLISH.split("\n\n"), start=1) if number != left_out]
    rows = aligned("\n\n".join(rest))
    assert [row.left[0].number for row in rows if row.is_alone] == [left_out]
    assert len(rows) == 4


def test_what_the_translation_adds_stands_alone() -> None:
    texts = ENGLISH.split("\n\n")
    texts.insert(2, "Chongjin is a port in North Hamgyong Province where 700 boats are registered, an editor adds.")
    assert numbers(aligned("\n\n".join(texts))) == [([1], [1]), ([2], [2]), ([], [3]), ([3], [4]), ([4], [5])]


def test_a_paragraph_that_was_cut_in_two_stands_beside_both() -> None:
    first = ENGLISH.partition("\n\n")[0]
    english = ENGLISH.replace(first, "Rice is for sale at the market in Hyesan.\n\nA kilogram costs 8,400 won.")
    assert numbers(aligned(english))[0] == ([1], [1, 2])


def test_another_number_is_named() -> None:
    row = aligned(ENGLISH.replace("8,400", "4,800"))[0]
    assert (row.left_alone, row.right_alone) == (("8400",), ("4800",))
    assert row.differs


@pytest.mark.parametrize(("left", "right"), [("", ""), ("", "One.\n\nTwo."), ("하나.\n\n둘.", "")])
def test_an_empty_side_leaves_the_other_alone(left: str, right: str) -> None:
    rows = beside(left, "ko", right, "en")
    assert all(row.is_alone for row in rows)
    assert len(rows) == len(re.findall(r"\.", left + right))


@pytest.mark.parametrize("count", [1, 200])
def test_sides_of_very_different_length_keep_every_paragraph(count: int) -> None:
    many = "\n\n".join(f"Trader {number} came." for number in range(count))
    rows = beside(KOREAN, "ko", many, "en")
    assert [each.number for row in rows for each in row.left] == [1, 2, 3, 4]
    assert [each.number for row in rows for each in row.right] == list(range(1, count + 1))
    turned = beside(many, "en", KOREAN, "ko")
    assert sum(len(row.left) for row in turned) == count


@pytest.fixture
def original(publisher: User) -> Article:
    return shelve(by=publisher, headline="혜산 쌀값", body=KOREAN, language="ko")


def translate(publisher: User, original: Article, outlet: str = "Northern Courier", show: str = "full") -> Article:
    body = ENGLISH.replace("45 trucks", "54 trucks")
    return shelve(by=publisher, headline="Rice in Hyesan", body=body, origin=original, outlet=outlet, show=show)


def test_both_pages_lead_to_the_two_side_by_side(original: Article, publisher: User, reader: Reader) -> None:
    one, two = original.public_id, translate(publisher, original).public_id
    for here, there in ((one, two), (two, one)):
        assert f'href="/articles/{here}/beside/{there}/"' in reader.get(f"/articles/{here}/").content.decode()
    page = reader.get(f"/articles/{one}/beside/{two}/").content.decode()
    assert '<td lang="ko"><p><span class="pn" data-n="1"></span>혜산시' in re.sub(r">\s+<", "><", page)
    assert "Every paragraph has a counterpart." in page
    assert page.count('<tr class="differs">') == 1
    assert "Here alone: 45" in page and "Here alone: 54" in page
    korean = reader.get(f"/ko/articles/{one}/beside/{two}/").content.decode()
    assert "여기에만 있음: 45" in korean and '<td lang="en">' in korean


def test_an_address_of_two_that_are_no_longer_one_leads_to_the_first(
    original: Article, publisher: User, reader: Reader
) -> None:
    one, two = original.public_id, shelve(by=publisher, headline="Soap").public_id
    for other in (two, one):
        answer = reader.get(f"/articles/{one}/beside/{other}/")
        assert (answer.status_code, answer["Location"]) == (302, f"/articles/{one}/")
    assert reader.get(f"/articles/{one}/beside/{two}").status_code == 308
    withdraw_article(by=publisher, article=Article.objects.get(public_id=two), reason="asked")
    assert reader.get(f"/articles/{one}/beside/{two}/").status_code == 410


def test_a_text_that_may_not_be_shown_stands_beside_nothing(original: Article, publisher: User, reader: Reader) -> None:
    one = original.public_id
    two = translate(publisher, original, outlet="Quiet Post", show="claims").public_id
    assert "/beside/" not in reader.get(f"/articles/{one}/").content.decode()
    answer = reader.get(f"/articles/{one}/beside/{two}/")
    assert answer.status_code == 451
    assert "54 trucks" not in answer.content.decode()
