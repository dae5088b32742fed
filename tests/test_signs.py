"""What is tried at few places finds what it would find everywhere."""

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from articles.suggestions.clean import body as clean
from articles.suggestions.clean import endings as clean_endings
from articles.suggestions.english import bodies as english_bodies
from articles.suggestions.english import border as english_border
from articles.suggestions.english import orders as english_orders
from articles.suggestions.english import words as english_words
from articles.suggestions.english.cues import _signs
from articles.suggestions.filing import sources as filing_sources
from articles.suggestions.korean import bodies as korean_bodies
from articles.suggestions.korean import border as korean_border
from articles.suggestions.korean import contents as korean_contents
from articles.suggestions.korean import orders as korean_orders
from articles.suggestions.korean import predicates as korean_predicates
from articles.suggestions.korean import words as korean_words
from articles.suggestions.printed_dates import english_families as english_dates
from articles.suggestions.printed_dates import english_talks
from articles.suggestions.printed_dates import korean_families as korean_dates
from articles.suggestions.printed_dates.finding import Family
from articles.suggestions.signs import Around, AtWord, Begins, Reaching, Signed, stretches
from articles.suggestions.sources import english_seats, korean_seats
from articles.suggestions.sources import named as sources_named
from provinces.mentions import PLAIN, _plain
from sources import descriptors, korean_people, korean_phrases
from sources.phrases import Phrase
from sources.vocabulary import Vocabulary

OPEN = sorted((Path(__file__).parent / "labelled" / "open").glob("*.json"))
# Every verb of a list, bodies with their particles, and what stands at the edges of a text.
ODD = (
    "Salt is dear, said a trader in Kilju. It is dear, according to a resident of Hyesan.",
    "said the source, said: saying so; he said",
    "According to a trader and according to another, the source quoted the bureau as saying that it is reported that",
    "areas on the Tumen border, the border areas, China-North Korea border" + " far away" * 80 + " border towns",
    (
        "당위원회는 인민위원회가 위원회도 관리국은 관리소가 운송국은 보위부는 보위성은 보안서는 안전국은 무역성은"
        " 외무성은 인민무력부는 내각은 강철회사는 기업소는 련합은 국정원은 세관측은 세관측이 검찰소는 재판소는"
        " 외화벌이기지는 사령부는 여맹은 청년동맹은 당비서는 도당은 당중앙은 중앙당은 당국은 정부는 포고문에는"
        " 통지문은 북한은 북측은 중앙은 국가는 상부는 당은 도당에서는 세관에서도 세관에서 도(道) 무역국은"
        " 쉰다"
    ),
    "소식통은 취재 협력자가 주민은 판매원에 따르면 신문은 언론사 새벽이 김모 씨는 그는 이들은 미국의 소리 방송은 노동신문을 인용해",
    "전했다. 그렇다고 했다, 그렇게 기록했다고 덧붙였다; 되물었다 “…”고 꼽았다. 코웃음을 쳤다, 하도록 했다",
    "당국의 지시에 따라, 도당위원회로부터 하달됐다. 혜산시 인민위원회 명의의 포고문이 나붙었다; 세관 통지문을 봤다. 중앙의 방침대로",
    "통일부에 따르면, 관세청의 집계에 의하면 그렇다. 유엔 세계식량계획(WFP)의 발표에 따르면 그렇다",
    "소식통은 회령에 살고 있다. ㄱ씨는 청진에서 작년 나선으로 들어왔다. 협력자는 혜산에서 장사를 한다.",
    "북중 국경 지역에서 국경도시로, 접경지역의 북·중 접경 무역과 조중 국경 봉쇄",
    "who asked not to be named, an order from the Cabinet, the Cabinet’s order, a Cabinet order, the Cabinet handed down a new order",
    "orders to stop fishing were issued by the Cabinet. An order to stop came down from the Cabinet.",
    "The Cabinet took steps, such as issuing instructions to firms.",
    "May and June and July, in May 2022, 2022-05-03, in 2022 and of 2021, the 2020 rules; May",
)
BEFORE_A_DATE = (
    "a trader whom we met on",
    "so it is, according to a trader by phone on",
    "salt was short, said one driver on",
)
TEXTS = (*(json.loads(path.read_text(encoding="utf-8"))["body"] for path in OPEN), *ODD)
SOUGHT: dict[str, AtWord | Signed | Around | Reaching] = {
    "verbs": english_words.VERB,
    "verbs of telling": korean_predicates.TELLING,
    "where a source lives": sources_named._LATER_KO,
    "bodies that speak": korean_words.BODY_SPEAKS,
    "orders of bodies": korean_contents.ORDER_OF_BODY,
    "bodies followed": korean_words.BODY_FOLLOWED,
    "papers issued": korean_words.ISSUED,
    "the border": english_border._AREA,
    "국경": korean_border._BORDER_AREA_KO,
}


def spans(matches: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in matches]


def assert_same(few: Callable[[str], Iterable[re.Match[str]]], everywhere: re.Pattern[str]) -> None:
    """In each text the same is found, and something in one of them."""
    for text in TEXTS:
        assert spans(few(text)) == spans(everywhere.finditer(text))
    assert any(everywhere.search(text) for text in TEXTS)


@pytest.mark.parametrize("name", SOUGHT)
def test_a_pattern_with_a_sign_finds_what_it_finds_without(name: str) -> None:
    assert_same(SOUGHT[name].finditer, SOUGHT[name].pattern)


# Each with a word that stands in whatever it finds.
WORDED: dict[str, tuple[Any, re.Pattern[str]]] = {
    "reportedly": (english_words.REPORTEDLY, english_words.REPORTEDLY_SIGN),
    "nameless": (english_words.SILENT, english_words.SILENT_SIGN),
    "quoted": (english_words.AS_TELLING.pattern, english_words.AS_TELLING_SIGN),
    **{f"order {number}": (order, english_orders.ORDER_SIGN) for number, order in enumerate(english_orders._ORDERS)},
    "body": (english_bodies.BODY, english_bodies.BODY_SIGN),
    "met": (english_talks._MET, english_talks._MET_SIGN),
    "said by": (english_talks._SAID_BY, english_talks._SAID_BY_SIGN),
}


@pytest.mark.parametrize("name", WORDED)
def test_whatever_is_sought_by_a_word_has_it(name: str) -> None:
    pattern, sign = WORDED[name]
    found = [(text, match.span()) for text in (*TEXTS, *BEFORE_A_DATE) for match in pattern.finditer(text)]
    assert found
    for text, span in found:
        assert Vocabulary(text).has(sign, *span)


def test_cues_are_found_where_their_first_words_stand() -> None:
    assert_same(lambda text: _signs(text, Vocabulary(text).places(english_words.CUE_BEGINS)), english_words.CUE)


@pytest.mark.parametrize("phrase", [english_bodies._PHRASE, english_bodies._OR_OWNER, *descriptors._ENGLISH])
def test_phrases_are_found_by_the_words_of_a_text_as_in_the_text(phrase: Phrase) -> None:
    found = [list(phrase.spans(text, Vocabulary(text))) for text in TEXTS]
    assert found == [list(phrase.spans(text)) for text in TEXTS]
    assert any(found)


def test_bodies_and_owners_are_found_around_their_nouns() -> None:
    for text in (*TEXTS, "The labour force management office told Unit 40 Trading Company’s carters so"):
        assert list(english_bodies.bodies_and_owners(text)) == spans(english_bodies._BODY_OR_OWNER.finditer(text))


def test_the_nouns_of_people_are_found_by_how_they_begin() -> None:
    assert_same(korean_people._nouns, korean_people._NOUN)


def test_the_plainest_way_of_passing_words_on_is_one_of_the_others() -> None:
    often = [(text, match.start()) for text in TEXTS for match in korean_words.PASSES_ON._often.finditer(text)]
    assert often
    assert all(korean_words.PASSES_ON.pattern.match(text, at - 1) for text, at in often)


@pytest.mark.parametrize(
    "words",
    [
        "the port",
        "The mine",
        "the city",
        "the county",
        "the town",
        "the local",
        "the provincial",
        "Local shops",
        "people there",
    ],
)
def test_whatever_is_of_its_own_place_has_a_sign_of_it(words: str) -> None:
    assert re.match(filing_sources._OWN_PLACE, words)
    assert filing_sources._TELLS_OF_OWN_PLACE.search(words)


def test_a_korean_line_that_ends_has_one_of_the_last_letters_asked_first() -> None:
    signed = (
        "…고 말했다.@",
        "말했다.■",
        "말했다. ◆",
        "말했다.끝",
        "말했다.(끝)",
        "말했다./강도윤",
        "말했다./강도윤 기자",
    )
    assert all(clean_endings.SIGN_OFF.search(line) and not line.endswith(clean_endings._STOPPED) for line in signed)
    anchors = ("앵커", "<앵커 멘트>", "아나운서", "[진행자]", "앵커 :", "앵커 리포트")
    assert all(clean._ANCHOR.fullmatch(line) and line.endswith(clean._ANCHOR_ENDS) for line in anchors)


def test_what_ends_in_a_noun_or_joins_two_has_its_last_letter() -> None:
    words = [word for text in TEXTS for word in text.split()]
    nouns = [word for word in words if korean_phrases._IS_NOUN.search(word)]
    joining = [word for word in (*words, "상인과", "및") if korean_phrases._JOINS.search(word)]
    assert nouns and joining
    assert {word[-1] for word in nouns} <= korean_phrases._NOUNS_END
    assert {word[-1] for word in joining} <= set(korean_phrases._JOINS_END)


@pytest.mark.parametrize("words", ["a local trader", "one city resident", "a cadre in the province", "a guard there"])
def test_whoever_is_local_has_a_sign_of_it(words: str) -> None:
    assert english_seats._LOCAL.match(words)
    assert english_seats._LOCAL_SIGN.search(words)


@pytest.mark.parametrize("words", ["그 도의 상인", "현지 소식통", "평성 이 지역 주민", "인근 마을 주민", "시내 주민"])
def test_whoever_is_local_in_korean_has_a_sign_of_it(words: str) -> None:
    assert korean_seats._LOCAL.match(words)
    assert korean_seats._LOCAL_SIGN.match(words)


def test_meetings_are_found_before_their_noun() -> None:
    text = (
        "도당위원회 주관으로 간부들이 참석한 회의에서 말이 나왔다. 시당이 소집한 총화에서, 동사무소 회의에서도 나왔다."
    )
    found = spans(korean_orders._HOSTED.finditer(text))
    assert len(found) == 3
    assert found == spans(korean_orders._HOSTED.pattern.finditer(text))


def test_korean_bodies_are_found_around_their_nouns() -> None:
    for text in TEXTS:
        assert list(korean_bodies._NAMED.spans(text)) == spans(korean_bodies._NAMED.whole.finditer(text))


@pytest.mark.parametrize("families", [english_dates.FAMILIES, korean_dates.FAMILIES], ids=["en", "ko"])
def test_a_date_is_found_near_its_word_as_it_is_everywhere(families: tuple[Family, ...]) -> None:
    rows = [(family, pattern) for family in families for pattern, _ in (*family.patterns, *family.beginning)]
    assert sum(len(everywhere_of(pattern)) for _, pattern in rows) > 50
    for family, pattern in rows:
        for text in TEXTS:
            for words in (None, Vocabulary(text)):
                here = [match for match, _ in family.found(text, words) if match.re.pattern == pattern.pattern]
                assert spans(here) == spans(pattern.finditer(text))


def everywhere_of(pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    return [span for text in TEXTS for span in spans(pattern.finditer(text))]


def test_the_first_word_of_a_text_may_begin_a_date_and_no_part_of_a_word() -> None:
    begins = Begins([r"(?P<month>May)\s\d", "June"], r"\W")
    assert begins.within("May 3, Dismay 4 (June", 0, 21, 21) == [0, 17]
    assert begins.within("May 3, Dismay 4 (June", 1, 19, 19) == []


def test_a_word_at_the_beginning_and_one_right_behind_another_are_found() -> None:
    fish = AtWord(r"\bfish(?:es)?")
    assert spans(fish.finditer("fish fishes, catfish (fish")) == [(0, 4), (5, 11), (22, 26)]
    assert (found := fish.search("a fish")) and found.start() == 2
    assert fish.search("catfish") is None


def test_a_part_of_a_text_is_asked_for_its_own_sign() -> None:
    dear = Signed(r"\w+ is dear", "dear")
    assert dear.search("rice is dear, fish is not", 13) is None
    assert (found := dear.search("rice is not, fish is dear", 5)) and found.group() == "fish is dear"


def test_what_lies_around_signs_that_are_near_is_one_stretch() -> None:
    assert stretches(re.compile("x"), "..x..x........x", 2) == [(0, 8), (12, 17)]
    assert stretches(re.compile("x"), "...", 2) == []
    assert spans(Around(r"\w+ x", "x", 5).finditer("ab x" + "." * 20 + "cd x")) == [(0, 4), (24, 28)]


def test_letters_are_made_plain_one_for_one() -> None:
    for text in (*TEXTS, "Ŏnchŏn’s Tŏkch‘ŏn–Kaech‘ŏn\tÉ İstanbul 𝄞"):
        assert _plain(text) == text.translate(PLAIN)
