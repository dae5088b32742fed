"""English and Korean: the address alone decides, every page names the other, and nothing lasts beyond its request."""

import re
from contextlib import suppress
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import get_language, override

from articles.dates import PartialDate
from articles.facets import Filter, day_label, month_label
from articles.languages import for_machines, in_language, language_of, speaking
from articles.pages.search import MODE_LABELS
from provinces import tongue
from provinces.tongue import say, several
from tests.conftest import Reader
from tests.story import Story


def test_an_address_says_its_language_and_stands_in_both() -> None:
    assert [language_of(path) for path in ("/", "/ko", "/ko/", "/ko/claims/", "/korea/", "/claims/ko/")] == [
        "en",
        "ko",
        "ko",
        "ko",
        "en",
        "en",
    ]
    assert (in_language("/claims/", "ko"), in_language("/ko/claims/", "en")) == ("/ko/claims/", "/claims/")
    assert (in_language("/", "ko"), in_language("/ko/", "en"), in_language("/ko", "en")) == ("/ko/", "/", "/")


def test_the_address_alone_decides(story: Story, reader: Reader) -> None:
    asked = {"accept-language": "ko-KR,ko;q=0.9", "cookie": "django_language=ko"}
    assert '<html lang="en">' in reader.get("/claims/", headers=asked).content.decode()
    asked = {"accept-language": "en", "cookie": "django_language=en"}
    response = reader.get("/ko/claims/", headers=asked)
    assert '<html lang="ko">' in response.content.decode()
    assert "Accept-Language" not in response.get("Vary", "")
    assert not response.cookies
    # Nothing lasts: the next request of this thread is English again.
    assert get_language() == "en"
    assert '<html lang="en">' in reader.get("/claims/").content.decode()


def test_each_page_leads_to_the_same_page_in_the_other_language(story: Story, reader: Reader) -> None:
    for path, other in (("/claims/", "/ko/claims/"), ("/ko/claims/", "/claims/")):
        body = reader.get(path, {"province": "ryanggang"}).content.decode()
        switch = re.search(r'<p class="tongues"><a href="([^"]*)" hreflang="(\w+)"', body)
        assert switch is not None
        assert switch[1] == f"{other}?province=ryanggang"
        links = dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="https?://[^/]+([^"]*)"', body))
        assert links == {
            "en": "/claims/?province=ryanggang",
            "ko": "/ko/claims/?province=ryanggang",
            "x-default": "/claims/?province=ryanggang",
        }
        canonical = re.search(r'<link rel="canonical" href="https?://[^/]+([^"]*)"', body)
        assert canonical is not None
        assert canonical[1] == f"{path}?province=ryanggang"


def test_what_machines_ask_for_has_one_address(story: Story, reader: Reader) -> None:
    claim = story.relayed.public_id
    for path in (
        "articles.atom",
        "claims.csv",
        "api/v1/",
        "sitemap.xml",
        f"c/{claim}",
        f"claims/{claim}.jsonld",
        "robots.txt",
    ):
        assert reader.get(f"/{path}").status_code in (200, 308), path
        assert reader.get(f"/ko/{path}").status_code == 404, path
    assert reader.get(f"/c/{claim}")["Location"] == f"/claims/{claim}/"
    # The map of the site, though, tells of both.
    assert (
        f'hreflang="ko" href="http://127.0.0.1:8000/ko/claims/{claim}/"' in reader.get("/sitemap.xml").content.decode()
    )


def test_a_citation_is_the_same_from_either_page(story: Story, reader: Reader) -> None:
    claim = story.relayed.public_id
    cited = [
        re.findall(r'<p class="copyable"[^>]*>(.*?)</p>', reader.get(f"{prefix}/claims/{claim}/").content.decode())
        for prefix in ("", "/ko")
    ]
    assert cited[0] == cited[1] != []
    assert not any("/ko/" in each for each in cited[1])


def test_a_briefing_in_the_making_goes_along_once(story: Story, reader: Reader) -> None:
    found = reader.get("/ko/briefing/", {"add": story.relayed.public_id}, follow=True)
    assert found.redirect_chain[-1][0].startswith("/ko/briefing/?n=")
    carried = re.search(r"briefing=([0-9A-Za-z.-]+)", found.content.decode())
    assert carried is not None
    body = reader.get("/ko/claims/", {"briefing": carried[1]}).content.decode()
    switch = re.search(r'<p class="tongues"><a href="([^"]*)"', body)
    assert switch is not None
    assert switch[1] == f"/claims/?briefing={carried[1]}"


def test_errors_are_korean_too_and_repeat_nothing_of_the_address(story: Story, reader: Reader) -> None:
    for path, status, words in (
        ("/ko/nothing/planted-7391/", 404, "이 주소에는 아무것도 없습니다"),
        ("/ko/articles/a0000000/", 404, "잘못 입력하셨습니까?"),
        ("/ko/articles/?year=soon", 400, "1900년부터 2100년까지의 연도가 아닙니다"),
        ("/ko/search/?q=(rice", 400, "1번째 글자에서 읽을 수 없습니다: 닫히지 않은 괄호입니다"),
        ("/ko/provinces/planted/", 404, "그런 이름의 지역을 알지 못합니다"),
    ):
        response = reader.get(path)
        body = response.content.decode()
        assert response.status_code == status, path
        assert '<html lang="ko">' in body
        assert words in body
        assert "planted-7391" not in body
    assert reader.get("/ko").status_code == 301
    assert reader.get(f"/ko/claims/{story.relayed.public_id}")["Location"] == f"/ko/claims/{story.relayed.public_id}/"


@pytest.mark.parametrize(
    ("edtf", "english", "korean"),
    [
        ("2022-04-23", "23 April 2022", "2022년 4월 23일"),
        ("2022-04", "April 2022", "2022년 4월"),
        ("2022-21", "spring 2022", "2022년 봄"),
        ("2022-04-01~/2022-04-10~", "early April 2022", "2022년 4월 초순"),
        ("2022-04~", "about April 2022", "2022년 4월경"),
        ("2022?", "2022 (uncertain)", "2022년 (불확실)"),
        ("../2023-05-31", "by 31 May 2023", "2023년 5월 31일까지"),
        ("2022-04/2022-06", "April 2022 to June 2022", "2022년 4월부터 2022년 6월까지"),
        ("", "date not known", "날짜 모름"),
    ],
)
def test_dates_are_said_as_each_language_says_them(edtf: str, english: str, korean: str) -> None:
    when = PartialDate.parse(edtf)
    assert when.label() == english
    with override("ko"):
        assert when.label() == korean
        assert when.label("en") == english


def test_words_lists_and_numbers_are_said_in_the_language_of_the_page() -> None:
    asked = Filter(province=("rason", "ryanggang"), language=("ko",), year=("2023",), outlet=("-x",))
    labels = {"province": {"rason": "나선시", "ryanggang": "양강도"}, "outlet": {"x": "북부소식"}}
    with override("ko"):
        assert asked.label(labels) == "나선시 또는 양강도 관련, 북부소식 게재 제외, 한국어, 2023년"
        assert (month_label("2023-05"), day_label(date(2023, 5, 31))) == ("2023년 5월", "2023년 5월 31일")
        assert several("{number} report", "{number} reports", 3) == "보도 3건"
        assert say("{id} has no version {number}.", id="c7k2m4qx", number=3) == "c7k2m4qx에는 버전 3이 없습니다."
        assert say(MODE_LABELS["exact"]) == "입력한 그대로"
        with for_machines():
            assert several("{number} report", "{number} reports", 1) == "1 report"
    assert several("{number} report", "{number} reports", 3) == "3 reports"


def test_the_language_is_set_for_words_and_for_django_at_once_and_for_no_longer() -> None:
    before = tongue.language(), get_language()
    with suppress(ValueError), speaking("ko"):
        assert (tongue.language(), get_language()) == ("ko", "ko")
        with for_machines():
            assert (tongue.language(), get_language()) == ("en", "en")
        assert (tongue.language(), get_language()) == ("ko", "ko")
        raise ValueError
    assert (tongue.language(), get_language()) == before


def test_the_bar_marks_the_page_one_is_on_and_no_other(story: Story, reader: Reader) -> None:
    report = f"/articles/{story.article.public_id}/"
    for prefix in ("", "/ko"):
        for address, marked in (
            ("/claims/", ["/claims/"]),
            (report, []),
            ("/about/", ["/about/"]),
            ("/claims/", ["/claims/"]),
        ):
            page = BeautifulSoup(reader.get(f"{prefix}{address}").content, "html.parser")
            bar = page.select_one("nav.site-nav")
            assert bar is not None
            assert [link["href"] for link in bar.select("[aria-current=page]")] == [
                f"{prefix}{each}" for each in marked
            ]
            assert all(str(link["href"]).startswith(f"{prefix}/") for link in page.select("nav.site-nav a"))


def test_words_that_nothing_has_are_marked_as_of_their_language(story: Story, reader: Reader) -> None:
    said = reader.get("/search/?q=돌고래탑").content.decode().split('<div class="nothing">')[1].split("</p>")[0]
    assert 'No report has <span lang="ko">돌고래탑</span>.' in said
