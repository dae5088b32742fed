"""Words of the trade in both languages, words written together, and words as they are written elsewhere."""

import json
from collections import Counter
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest

from articles.search.analysis import bare
from articles.search.framing import FRAMING
from articles.search.glossary import EVERYDAY, FILES, TRADE, endings, glossary
from articles.search.naming import Naming, names_in, rehearse, without_everywhere
from articles.search.query import read_query
from articles.search.romanised import hangul_names, hangul_of, names_of, other_onsets, syllables_by_latin, words_of
from articles.search.tree import And, Not, Or, Word
from articles.search.variants import Mode, Named, Spelling, Thing, Vocabulary
from articles.search.vocabulary import _thing
from provinces.gazetteer import Gazetteer
from provinces.names import fold

FOOD = Thing(
    "topic",
    "food-imports",
    "Food imports",
    (Spelling("Food imports", is_label=True), Spelling("flour"), Spelling("sugar")),
)
VOCABULARY = Vocabulary((FOOD, *glossary()))


def named(q: str, *there: str, mode: Mode = Mode.VARIANTS) -> list[Named]:
    tree = Naming(VOCABULARY, mode, (lambda text: text in there) if there else None).tree(read_query(q).tree)
    return list(names_in(tree))


def spellings(q: str, *there: str) -> set[str]:
    return {spelling.text for each in named(q, *there) for spelling, _ in each.spellings()}


@pytest.mark.parametrize(("file", "most"), list(zip(FILES, (950, 250, 620, 350, 480), strict=True)))
def test_the_glossary_is_in_order(file: Path, most: int) -> None:
    rows = json.loads(file.read_text(encoding="utf-8"))
    # Tidiness alone: a query looks its words up by their keys, however many rows there are. More came with bodies, names of
    # agencies and kinds of fees, each of them a meaning of its own.
    assert 100 <= len(rows) <= most
    first = {row["en"][0] for row in rows if row["en"]}
    for row in rows:
        assert set(row) <= {"en", "ko", "han", "endings", "is_everywhere", "narrower"}
        assert set(row.get("narrower", ())) <= first - {*row["en"]}, row
        words = [*row["en"], *row["ko"], *row.get("han", ())]
        assert max(Counter(words).values(), default=1) == 1, row
        assert len(words) <= 20, row
        assert all(word.isascii() and word == word.strip() for word in row["en"]), row
        assert all(
            "가" <= letter <= "힣" for word in row["ko"] for letter in word if letter.isalpha() and not letter.isascii()
        )
        assert all("\u4e00" <= letter <= "\u9fff" for word in row.get("han", ()) for letter in word)
        assert all(len(ending) == 1 for ending in row.get("endings", ()))


@pytest.mark.parametrize(
    ("q", "other"),
    [
        ("rice", "쌀"),
        ("쌀", "rice"),
        ("강냉이", "corn"),
        ("jangmadang", "시장"),
        ("waku", "무역허가"),
        ("trade permits", "와크"),
        ("easing", "완화"),
        ("China", "中"),
        ("Kholmsk", "홀름스크"),
        ("목단강", "Mudanjiang"),
        ("thrown", "던져"),
        ("졸업", "graduate"),
        ("scallions", "대파"),
        ("단고기", "dog meat"),
        ("trolleybus", "무궤도전차"),
        ("집결소", "jipkyulso"),
        ("levee", "제방"),
        ("relatives", "친척"),
    ],
)
def test_a_word_is_found_in_the_other_language(q: str, other: str) -> None:
    assert other in spellings(q)


def test_a_word_takes_in_what_is_narrower_and_is_not_called_by_it() -> None:
    (seafood,) = named("seafood")
    assert {"squid", "오징어"} <= {spelling.text for spelling, _ in seafood.narrower()}
    assert "seafood" not in spellings("squid")


def test_a_word_knows_what_takes_it_in_where_words_may_be_wanting() -> None:
    (copper,) = named("copper")
    assert {"minerals", "유색금속"} <= {spelling.text for spelling in copper.broader()}
    assert "minerals" not in spellings("copper")


def test_a_word_behind_a_minus_shuts_out_the_name_it_makes() -> None:
    tree = Naming(VOCABULARY).tree(read_query("oil -cooking").tree)
    assert isinstance(tree, And)
    (shut_out,) = (node.of for node in tree.all if isinstance(node, Not))
    assert isinstance(shut_out, Or)
    assert "식용유" in {
        spelling.text for node in shut_out.any if isinstance(node, Named) for spelling, _ in node.spellings()
    }
    exact = Naming(VOCABULARY, Mode.EXACT).tree(read_query("oil -cooking").tree)
    assert exact == read_query("oil -cooking").tree


def test_a_name_of_one_syllable_counts_only_as_a_whole_word() -> None:
    copper = _thing("topic", "copper", ["Copper, zinc", "동·아연"], [])
    assert {spelling.text for spelling in copper.spellings if spelling.is_whole} == {"동"}


@pytest.mark.parametrize(
    ("q", "typed", "first", "last"),
    [
        ("Ryanggang smuggling 2022", "2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("rice prices in March 2023", "March 2023", date(2023, 3, 1), date(2023, 3, 31)),
        ("2023년 3월 쌀값", "2023년 3월", date(2023, 3, 1), date(2023, 3, 31)),
        ("쌀값 2021년", "2021년", date(2021, 1, 1), date(2021, 12, 31)),
        ("2020-02 trade", "2020-02", date(2020, 2, 1), date(2020, 2, 29)),
    ],
)
def test_a_year_or_a_month_in_plain_words_is_also_when_a_report_is_from(
    q: str, typed: str, first: date, last: date
) -> None:
    tree = Naming(VOCABULARY).tree(read_query(q).tree)
    assert isinstance(tree, And)
    assert [(node.text, node.days) for node in tree.all if isinstance(node, Named) and node.days] == [
        (typed, (first, last))
    ]


@pytest.mark.parametrize("q", ["2000000 won", "20220 won", "2022-13 won", "march on Pyongyang"])
def test_other_numbers_are_words(q: str) -> None:
    tree = Naming(VOCABULARY).tree(read_query(q).tree)
    assert isinstance(tree, And)
    assert not any(isinstance(node, Named) and node.days for node in tree.all)


@pytest.mark.parametrize(("q", "noun"), [("밀수하다", "smuggling"), ("수출하는", "export"), ("단속되는", "crackdown")])
def test_a_verb_made_of_a_noun_is_the_noun(q: str, noun: str) -> None:
    assert noun in {thing.label for each in named(q) for thing in each.things}


@pytest.mark.parametrize(
    ("q", "other"),
    [
        ("떨어졌나", "decrease"),
        ("치솟았다", "rise"),
        ("오르는지", "rise"),
        ("멈추었다", "stop"),
        ("줄어들었다", "decrease"),
    ],
)
def test_a_form_of_a_verb_is_what_its_stem_is(q: str, other: str) -> None:
    assert other in {thing.label for each in named(q) for thing in each.things}


@pytest.mark.parametrize("q", ["사과나무", "감자", "운전자", "전력난"])
def test_a_noun_is_no_form_of_a_verb(q: str) -> None:
    assert all(q != each.text or q in {spelling.text for spelling, _ in each.spellings()} for each in named(q))


def test_a_verb_that_nobody_knows_is_looked_for_by_a_stem_that_reports_have() -> None:
    assert "헤아리" in spellings("헤아리는지", "헤아리")
    assert named("헤아리는지", "다른말") == []


def test_a_known_name_is_not_read_as_a_word_with_an_ending() -> None:
    (market,) = named("장마당")
    assert "flood" not in {thing.label for each in names_in(market.parts or Word("")) for thing in each.things}


def test_a_slip_in_hangul_is_one_of_letters() -> None:
    (slip,) = named("양곡판메소", "쌀")
    assert slip.is_alike and "양곡판매소" in {spelling.text for spelling, _ in slip.spellings()}


@pytest.mark.parametrize("typed", ["sqiud", "sqquid", "squod", "squiid"])
def test_one_slip_in_a_short_word_leaves_it_its_meaning(typed: str) -> None:
    (slip,) = named(typed, "쌀")
    assert slip.is_alike and "오징어" in {spelling.text for spelling, _ in slip.spellings()}


def test_three_syllables_are_a_slip_of_a_known_name_alone() -> None:
    (slip,) = named("휘발류", "쌀")
    assert slip.is_alike and "gasoline" in {spelling.text for spelling, _ in slip.spellings()}
    naming = Naming(VOCABULARY, Mode.VARIANTS, lambda text: 0)
    assert naming.tree(read_query("김철준").tree) == Word("김철준", position=1), "no slip of somebody else's name"
    assert naming.tree(read_query("김철준이").tree) == Word("김철준이", position=1, is_slip=True)


def rows_of(*files: Path) -> list[dict[str, list[str]]]:
    return [row for file in files for row in json.loads(file.read_text(encoding="utf-8"))]


def test_an_everyday_word_is_none_that_the_list_of_the_trade_has() -> None:
    """Else it would widen a word of the trade, or make one to be looked for of what only asks."""
    known = {word.casefold() for row in rows_of(*TRADE) for word in row["en"]}
    everyday = rows_of(*EVERYDAY)
    assert not [word for row in everyday for word in row["en"] if word.casefold() in known | FRAMING]
    assert not [word for row in everyday for word in row["ko"] if word in FRAMING]


def test_an_everyday_word_stands_in_one_row_in_both_languages() -> None:
    """Written twice, it would mean two things; in one language alone, it would find nothing in the other."""
    everyday = rows_of(*EVERYDAY)
    assert all(row["en"] and row["ko"] for row in everyday)
    often = Counter(fold(word) for row in everyday for word in row["en"])
    assert len(often) > 3000 and not [word for word, count in often.items() if count > 1]


# Places that are called by an ordinary word.
ALSO_PLACES = {"신원", "연안", "대안", "평양시", "국경지대"}


def test_an_everyday_word_is_no_name_of_the_gazetteer() -> None:
    places = {fold(spelled.text) for entry in Gazetteer.from_file().entries for spelled in entry.spellings}
    words = {word for row in rows_of(*EVERYDAY) for word in (*row["en"], *row["ko"])}
    assert {word for word in words if fold(word) in places} == ALSO_PLACES


def test_an_everyday_word_of_hangul_has_no_particle() -> None:
    """Reports have it with every one of them. What ends so by itself: 자본주의, 화상회의, and forms of verbs (되파는)."""
    words = {
        word for row in rows_of(*EVERYDAY) for word in row["ko"] if not word.endswith(("주의", "회의", "는", "은"))
    }
    assert len(words) > 3000 and not [word for word in words if bare(word) != word]


def test_no_word_stands_for_more_than_a_query_can_bear() -> None:
    """Of the words of the lists, the widest is as wide as it was before everyday ones came: 단속, in four rows."""
    spellings_of: dict[str, set[str]] = {}
    for thing in glossary():
        for spelling in thing.spellings:
            spellings_of.setdefault(fold(spelling.text), set()).update(each.text for each in thing.spellings)
    widest = max(spellings_of, key=lambda word: len(spellings_of[word]))
    assert (widest, len(spellings_of[widest])) == ("단속", 71)


@pytest.mark.parametrize(
    ("q", "other", "not_other"),
    [
        ("business", "장사", "붐비"),
        ("training", "훈련", "열차"),
        ("cooperation", "협력", "협동조합"),
        ("engine", "엔진", "기술자"),
    ],
)
def test_a_word_that_shares_a_stem_with_another_is_not_that_one(q: str, other: str, not_other: str) -> None:
    assert other in spellings(q) and not_other not in spellings(q)


def test_what_only_asks_does_so_before_a_question_mark_too() -> None:
    assert without_everywhere(read_query("salt, what happened?").tree)[1] == ("happened?",)
    assert without_everywhere(read_query("소금 있나?").tree)[1] == ("있나?",)


def test_exact_search_knows_no_glossary() -> None:
    assert named("rice", mode=Mode.EXACT) == []
    assert Naming(VOCABULARY, Mode.EXACT).tree(read_query("trade permit").tree) == And((Word("trade"), Word("permit")))


def test_a_topic_that_only_goes_by_a_word_is_around_it() -> None:
    (flour,) = named("flour")
    assert {thing.kind for thing in flour.things} == {"word"}
    assert flour.around == (FOOD,)
    assert "sugar" not in spellings("flour")
    (label,) = named("food imports")
    assert FOOD in label.things


def test_a_word_in_quotation_marks_is_only_itself() -> None:
    assert named('"flour"') == []


@pytest.mark.parametrize(
    ("q", "parts"),
    [
        ("비료공장", {"fertilizer", "factory"}),
        ("소금값", {"salt", "price"}),
        ("전력난", {"electricity", "shortage"}),
        ("수출품", {"export"}),
        ("석탄수출현황", {"coal"}),
        ("쌀가격동향", {"rice price"}),
        ("화물열차통행재개", {"freight train", "border reopening"}),
    ],
)
def test_a_word_written_together_is_read_in_two(q: str, parts: set[str]) -> None:
    assert parts <= {thing.label for each in named(q) for thing in each.things}


def test_of_a_word_written_together_the_half_that_is_known_is_looked_for_beside_the_other() -> None:
    tree = Naming(VOCABULARY, how_many={"가람골"}.__contains__).tree(read_query("가람골시장").tree)
    assert isinstance(tree, Named) and isinstance(tree.parts, And)
    assert Word("가람골") in tree.parts.all
    assert {"market"} <= {thing.label for each in names_in(tree.parts) for thing in each.things}


def test_a_longer_row_of_syllables_than_anybody_writes_together_is_not_cut() -> None:
    assert named("석탄가격시장수출현황")
    assert named("석탄가격시장수출석탄가격현황") == []


def test_an_ending_is_no_word_of_its_own() -> None:
    assert {"난", "비", "꾼"} <= set(endings())
    assert named("난") == []


def test_what_all_reports_are_about_is_left_out_where_something_else_is_asked_for() -> None:
    def left_out(q: str) -> tuple[str, ...]:
        return without_everywhere(Naming(VOCABULARY).tree(read_query(q).tree))[1]

    assert left_out("where does North Korea get its diesel") == ("North Korea",)
    assert left_out("북한 석탄 수출 현황") == ("북한", "현황")
    assert left_out("do people need a permit") == ("people", "need")
    assert left_out("사람들 통행증 필요한가") == ("사람들", "필요한가")
    assert left_out("North Korea") == left_out("news -rice") == ()


def test_a_name_is_found_in_the_other_script_where_it_stands() -> None:
    assert hangul_names(["Ri", "Kyong", "Hwan"], {"리경환", "이경환"}.__contains__) == ("리경환", "이경환")
    assert hangul_names(["Kim", "Chol-su"], {"김철수"}.__contains__) == ("김철수",)
    assert names_of("리경환", {"ri", "kyong", "hwan", "lee"}.__contains__) == ("ri kyong hwan", "lee kyong hwan")
    assert names_of("김철수", {"kim", "cholsu"}.__contains__) == ("kim cholsu",)
    assert words_of("금파", {"kumpa", "kimpa"}.__contains__) == ("kumpa",)
    assert hangul_of("Kumpa", {"금파"}.__contains__) == ("금파",)
    assert hangul_of("manager", lambda _: False) == ()

    assert "리경환" in spellings("Ri Kyong Hwan", "리경환")
    assert "kumpa" in spellings("금파무역회사", "kumpa")
    assert spellings("Ri Kyong Hwan", "nobody") == set()


def test_a_slip_in_a_name_of_several_words_leaves_it_that_name() -> None:
    (rate, won) = named("exhcange rate won", "rate", "won")
    assert rate.is_alike and "환율" in {spelling.text for spelling, _ in rate.spellings()}
    assert not won.is_alike
    (apart,) = (each for each in named("sqiud fishing", "fishing") if each.is_alike)
    assert apart.parts and {"오징어", "어로"} <= {
        spelling.text for part in names_in(apart.parts) for spelling, _ in part.spellings()
    }, "a report may have both words, and not the name"
    assert not any(each.is_alike for each in named("exhcange rate", "exhcange", "rate"))


def test_a_word_that_is_known_is_no_slip_though_no_report_has_it() -> None:
    (stricter, search) = named("stricter inspection", "inspection")
    assert not stricter.is_alike and not search.is_alike
    assert {"tighten", "inspection"} <= {thing.label for each in (stricter, search) for thing in each.things}


def test_a_slip_in_a_long_name_is_one_of_its_word_alone() -> None:
    """However many words are typed, no more than three of them are compared with names at once."""
    bureau = Thing("institution", "bureau", "Salt Trade Control Bureau", (Spelling("Salt Trade Control Bureau"),))
    office = Thing("institution", "office", "Salt Trade Office", (Spelling("Salt Trade Office"),))
    naming = Naming(Vocabulary((bureau, office)), Mode.VARIANTS, {"Trade", "Control", "Bureau", "Office"}.__contains__)

    def taken_for(q: str) -> list[str]:
        return [thing.slug for name in names_in(naming.tree(read_query(q).tree)) for thing in name.things]

    assert taken_for("Sallt Trade Office") == ["office"]
    assert taken_for("Sallt Trade Control Bureau") == []


def test_a_place_called_by_a_larger_one_is_also_both_words() -> None:
    larger = Thing("place", "hyesan", "Hyesan", (Spelling("Hyesan"), Spelling("혜산")))
    post = Thing("place", "hyesan-customs", "Hyesan customs", (Spelling("Hyesan customs"), Spelling("혜산세관")))
    naming = Naming(Vocabulary((larger, post, *glossary())))
    for q in ("혜산 세관", "Hyesan customs"):
        tree = naming.tree(read_query(q).tree)
        assert isinstance(tree, Named) and tree.things == (post,)
        assert isinstance(tree.parts, And)
        assert [each.things[0].slug or each.things[0].label for each in names_in(tree.parts)] == ["hyesan", "customs"]


def test_what_is_one_place_with_its_unit_has_no_parts() -> None:
    city = Thing("place", "hyesan", "Hyesan", (Spelling("Hyesan"), Spelling("Hyesan city")))
    tree = Naming(Vocabulary((city, *glossary()))).tree(read_query("Hyesan city").tree)
    assert isinstance(tree, Named) and tree.parts is None


def test_what_a_question_is_asked_with_is_left_out() -> None:
    def left_out(q: str) -> tuple[str, ...]:
        return without_everywhere(Naming(VOCABULARY).tree(read_query(q).tree))[1]

    assert left_out("트럭 하루 몇 대") == ("하루", "몇", "대")
    assert left_out("cement bound for the border") == ("bound",)
    assert left_out("no diesel") == ("no",)
    assert left_out("올해 비료가 있나") == ("올해", "있나")
    assert left_out("북한산 조개") == ("북한산",)
    assert left_out("new year") == ()


def test_a_small_word_in_capitals_is_a_name() -> None:
    assert "개발자" in spellings("IT workers")
    assert "개발자" not in spellings("it workers")
    assert "hacking" not in {thing.label for each in named("workers") for thing in each.things}
    assert read_query("WHO SELLS RICE").passed_over == ("WHO",)


@pytest.mark.parametrize(
    ("run", "others"), [("노동", ("로동",)), ("로동", ("노동",)), ("여성", ("려성", "녀성")), ("시장", ())]
)
def test_a_word_begins_otherwise_in_the_other_half_of_the_country(run: str, others: tuple[str, ...]) -> None:
    assert other_onsets(run) == others


def test_a_word_no_report_has_is_taken_for_a_slip() -> None:
    (slip,) = named("fertlizer", "fertilizer")
    assert slip.is_alike and "fertilizer" in {spelling.text for spelling, _ in slip.spellings()}
    assert named("fertlizer", "fertlizer") == []
    assert Naming(VOCABULARY, how_many=lambda _: 0).tree(read_query("blorptang").tree) == Word("blorptang")


def test_a_rehearsal_makes_all_that_is_made_once() -> None:
    """Whatever a first search would otherwise wait for."""
    fresh = Vocabulary(VOCABULARY.things)
    once = {name for name, made in vars(Vocabulary).items() if isinstance(made, cached_property)}
    read = (endings, syllables_by_latin)
    for made in read:
        made.cache_clear()
    rehearse(fresh)
    assert once and once <= set(vars(fresh))
    assert all(made.cache_info().currsize for made in read)
