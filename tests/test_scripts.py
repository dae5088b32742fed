"""Words of two languages in one text are told apart by their letters, and marked on pages."""

import pytest
from django.utils.safestring import SafeString
from django.utils.translation import override

from articles.templatetags.spoken import marked
from provinces.scripts import runs


@pytest.mark.parametrize(
    ("words", "language", "found"),
    [
        ("Found as 무역회사, for trading companies", "en", [("ko", "무역회사")]),
        ("량강도, 양강도, Yanggang", "en", [("ko", "량강도, 양강도")]),
        ("윤슬. (2022, November 9). 신의주세관, 열차 화물.", "en", [("ko", "윤슬"), ("ko", "신의주세관, 열차 화물")]),
        ("무역회사 = 무역회사: Trading companies, trade firms", "ko", [("en", "Trading companies, trade firms")]),
        ("USD 시세가 올랐다", "ko", []),
        ("Nothing foreign", "en", []),
        ("", "en", []),
    ],
)
def test_runs_of_the_other_language_are_found(words: str, language: str, found: list[tuple[str, str]]) -> None:
    parts = list(runs(words, language))
    assert [part for part in parts if part[0] != language] == found
    assert "".join(run for _, run in parts) == words


def test_marked_words_stay_the_words_they_were() -> None:
    assert marked("<b> & 쌀") == '&lt;b&gt; &amp; <span lang="ko">쌀</span>'
    assert marked(SafeString("<em>rice</em> &amp; 쌀")) == '<em>rice</em> &amp; <span lang="ko">쌀</span>'
    with override("ko"):
        assert marked("쌀 & People's Committee") == '쌀 &amp; <span lang="en">People&#x27;s Committee</span>'
        assert marked("rice & 쌀", "en") == 'rice &amp; <span lang="ko">쌀</span>'
