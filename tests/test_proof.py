"""What is proven in a real browser leaves no page out (tests/proof, `make proof`)."""

import pytest
from django.contrib.auth.models import User

from tests.proof.in_page import asking
from tests.proof.pages import BROKEN
from tests.proof.tally import Tally
from tests.test_doors import OPENED_ELSEWHERE
from tests.test_korean_pages import pages

pytestmark = pytest.mark.django_db


def test_every_page_for_people_is_looked_at(vocabulary: None, publisher: User, second_publisher: User) -> None:
    from tests.proof.scene import collection

    looked_at = collection()
    assert {page.door for page in looked_at} - {""} == set(pages())
    assert OPENED_ELSEWHERE & set(pages()) <= {page.door for page in looked_at}
    assert {page.status for page in looked_at} == {200, 400, 404, 410, 429, 451, 500, 503}
    assert len({page.name for page in looked_at}) == len(looked_at)
    assert [page.spoken("ko") for page in looked_at if page.site == BROKEN and page.name == "away"] == ["/ko/articles/"]


def test_a_tally_tells_what_was_amiss_and_what_was_largest() -> None:
    tally = Tally()
    tally.found("cookies", "home.en", [])
    tally.found("cookies", "home.ko", ["desk=1"])
    tally.measured("kB", "home.en", 12.5, at_most=60)
    tally.measured("kB", "map.en", 20.0, at_most=60)
    tally.counted("opened again", 0)
    tally.counted("opened again", 2)
    told = {figure.name: (looks, figure.said, figure.reached, where) for looks, figure, where in tally.figures()}
    assert told == {
        "cookies": (2, "1", False, ""),
        "kB": (2, "20.00", True, "map.en"),
        "opened again": (2, "2", None, ""),
    }
    assert tally.amiss() == ["cookies: home.ko: desk=1"]


def test_what_is_asked_of_a_page_is_one_function_a_file() -> None:
    assert asking("scripts").split("\n", 1)[1].startswith("() =>")
