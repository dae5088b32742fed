"""The gazetteer: its data file, what a spelling means, and what a text names."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest

from provinces.gazetteer import FILE, Gazetteer
from provinces.names import fold

GAZETTEER = Gazetteer.from_file()
OUTLINES = FILE.parent / "provinces.geojson"
SPELLINGS = [(entry, spelled) for entry in GAZETTEER.entries for spelled in entry.spellings]


def named(text: str, language: str = "en") -> list[tuple[str, str]]:
    """The words found in a text, each with the slug of what they name."""
    return [(found.text, found.place or found.province or "") for found in GAZETTEER.find(text, language)]


# The data file


def test_the_file_holds_what_it_says() -> None:
    lists = {name: len(GAZETTEER.listed(name)) for name in ("provinces", "places", "crossings", "ports", "abroad")}
    assert lists == {"provinces": 14, "places": 257, "crossings": 16, "ports": 14, "abroad": 20}
    assert [entry.slug for entry in GAZETTEER.listed("features")] == [
        "yalu-river", "tumen-river", "mount-paektu", "taedong-river",
    ]  # fmt: skip


def test_the_thirteen_divisions_have_the_iso_codes_in_force() -> None:
    divisions = {entry.iso: entry.slug for entry in GAZETTEER.listed("provinces")}
    assert divisions == {
        "KP-01": "pyongyang",
        "KP-02": "south-pyongan",
        "KP-03": "north-pyongan",
        "KP-04": "chagang",
        "KP-05": "south-hwanghae",
        "KP-06": "north-hwanghae",
        "KP-07": "kangwon",
        "KP-08": "south-hamgyong",
        "KP-09": "north-hamgyong",
        "KP-10": "ryanggang",
        "KP-13": "rason",
        "KP-14": "nampo",
        "KP-15": "kaesong",
        None: "china-north-korea-border",
    }


def test_ryanggang_is_shown_as_the_north_writes_it() -> None:
    [entry] = [entry for entry in GAZETTEER.entries if entry.slug == "ryanggang"]
    assert (entry.name, entry.name_ko, entry.name_ko_rok) == ("Ryanggang", "량강도", "양강도")


def test_no_slug_stands_for_two_things() -> None:
    counts = Counter((entry.is_province, entry.slug) for entry in GAZETTEER.entries)
    assert [slug for slug, count in counts.items() if count > 1] == []


def test_every_entry_is_spelt_by_its_own_names() -> None:
    assert [
        entry.slug
        for entry in GAZETTEER.entries
        if not entry.own_names <= {fold(spelled.text) for spelled in entry.spellings}
    ] == []


def test_places_in_the_country_lie_in_it_and_say_who_measured() -> None:
    astray = [
        entry.slug
        for entry in GAZETTEER.entries
        if entry.latitude is not None
        and entry.longitude is not None
        and entry.province
        and not (37.6 < entry.latitude < 43.1 and 124.1 < entry.longitude < 130.8)
    ]
    assert astray == []
    assert all(bool(entry.coordinates_source) == (entry.latitude is not None) for entry in GAZETTEER.entries)
    assert all((entry.latitude is None) == (entry.longitude is None) for entry in GAZETTEER.entries)


def test_the_right_donggang_stands_on_the_map() -> None:
    [donggang] = [entry for entry in GAZETTEER.entries if entry.slug == "donggang"]
    assert (donggang.latitude, donggang.longitude) == (39.86, 124.15)


def test_whoever_made_the_data_is_credited() -> None:
    assert [(credit.name, credit.licence) for credit in GAZETTEER.credits] == [
        ("GeoNames", "CC BY 4.0"),
        ("Natural Earth", "public domain"),
    ]


def test_the_outlines_belong_to_known_divisions() -> None:
    outlines = {row["properties"]["iso_3166_2"] for row in json.loads(OUTLINES.read_text(encoding="utf-8"))["features"]}
    divisions = {entry.iso for entry in GAZETTEER.listed("provinces") if entry.iso}
    assert divisions - outlines == {"KP-14", "KP-15"}  # made divisions after the outlines were drawn
    assert outlines <= divisions


def test_the_file_speaks_of_nothing_but_places() -> None:
    assert re.findall(r"\b[DX]\d\d\b|stored page|general knowledge", FILE.read_text(encoding="utf-8")) == []


def test_a_spelling_of_several_places_says_so_on_each() -> None:
    meanings = defaultdict(list)
    for entry, spelled in SPELLINGS:
        meanings[fold(spelled.text)].append((entry.slug, spelled))
    silent = [
        (slug, spelled.text)
        for pairs in meanings.values()
        if len({slug for slug, _ in pairs}) > 1
        for slug, spelled in pairs
        if not spelled.ambiguity and not spelled.is_together
    ]
    assert silent == []


def test_names_easily_confused_are_names_of_something() -> None:
    known = {entry.slug for entry in GAZETTEER.entries}
    assert {slug for pair in GAZETTEER.confusables for slug in pair.slugs} <= known
    assert len(GAZETTEER.confusables) == 5


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cut.json").write_text(FILE.read_text(encoding="utf-8")[:5000], encoding="utf-8")
    with pytest.raises(ValueError, match=r"delimiter|Unterminated|Expecting"):
        Gazetteer.from_file(tmp_path / "cut.json")


# What a spelling means


@pytest.mark.parametrize(
    "write",
    [str, str.upper, lambda text: text.replace("-", " ").replace("'", "’"), lambda text: normalize("NFD", text)],
    ids=["as in the file", "in capitals", "with other marks", "decomposed"],
)
def test_every_spelling_leads_to_its_place(write: Callable[[str], str]) -> None:
    assert len(SPELLINGS) > 1100
    assert [
        (entry.slug, spelled.text)
        for entry, spelled in SPELLINGS
        if entry.slug not in [match.slug for match in GAZETTEER.resolve(write(spelled.text))]
    ] == []


@pytest.mark.parametrize(
    ("spelling", "slugs"),
    [
        ("Yanggang", ["ryanggang"]),
        ("Ryanggang Province", ["ryanggang"]),
        ("양강도", ["ryanggang"]),
        ("량강도", ["ryanggang"]),
        ("양강현", ["ryanggang"]),
        ("차강도", ["chagang"]),
        ("Jagang-do", ["chagang"]),
        ("KP-YAN", ["ryanggang"]),
        ("kp-10", ["ryanggang"]),
        ("North and South Hamgyong", ["south-hamgyong", "north-hamgyong"]),
        ("북중 접경", ["china-north-korea-border"]),
        ("Sino-North Korean border", ["china-north-korea-border"]),
        ("국경 지역", ["china-north-korea-border"]),
        ("혜산시", ["hyesan"]),
        ("Sakju County", ["sakju"]),
        ("위원군", ["wiwon"]),
        ("단둥", ["dandong"]),
        ("단동", ["dandong"]),
        ("남포항", ["nampo-port"]),
        ("Nampho", ["nampo", "nampo-port"]),
        ("두만강", ["tumen-river", "tumangang"]),
        ("조중우의교", ["sino-korean-friendship-bridge"]),
        ("Hamhung Province", []),
        ("Gangwon", []),
        ("Yanggu", []),
        ("Yangyang", []),
        ("Atlantis", []),
        ("", []),
    ],
)
def test_a_spelling_is_looked_up(spelling: str, slugs: list[str]) -> None:
    assert [match.slug for match in GAZETTEER.resolve(spelling)] == slugs


@pytest.mark.parametrize(
    "spelling",
    [
        *(
            "Kangwon",
            "Gangwon-do",
            "강원도",
            "Pohang",
            "포항",
            "Suncheon",
            "Sunchon",
            "순천",
            "Tumen",
            "Goseong",
            "Kosong",
        ),
        *(
            "고성",
            "Namyang",
            "남양",
            "경성",
            "Kyongsong",
            "Gyeongseong",
            "사리원",
            "양강",
            "위원",
            "구성",
            "증산",
            "개성",
        ),
    ],
)
def test_an_ambiguous_spelling_says_so(spelling: str) -> None:
    found = GAZETTEER.resolve(spelling)
    assert found and all(match.ambiguity for match in found)


def test_a_unit_word_settles_an_ordinary_word_but_not_a_namesake() -> None:
    assert [match.ambiguity for name in ("위원군", "구성시", "순천시") for match in GAZETTEER.resolve(name)] == [
        "", "", "a city in South Pyongan (順川) and a South Korean city (順天)",
    ]  # fmt: skip


# Cities, counties and districts of each division, as the North writes them.
BELOW = {
    "pyongyang": "중구역 평천구역 보통강구역 모란봉구역 서성구역 선교구역 동대원구역 대동강구역 사동구역 대성구역 만경대구역 "
    "형제산구역 룡성구역 삼석구역 력포구역 락랑구역 순안구역 은정구역 화성구역 강남군 강동군",
    "south-pyongan": "평성시 순천시 안주시 개천시 덕천시 대동군 증산군 평원군 숙천군 문덕군 성천군 은산군 신양군 회창군 양덕군 "
    "맹산군 녕원군 북창군 대흥군 청남구역",
    "north-pyongan": "신의주시 구성시 정주시 의주군 삭주군 창성군 벽동군 동창군 대관군 천마군 피현군 룡천군 염주군 철산군 "
    "동림군 선천군 곽산군 운전군 박천군 태천군 운산군 향산군 구장군 녕변군 신도군",
    "chagang": "강계시 만포시 희천시 시중군 장강군 랑림군 전천군 성간군 고풍군 우시군 초산군 위원군 송원군 동신군 룡림군 "
    "화평군 중강군 자성군",
    "south-hwanghae": "해주시 과일군 송화군 은률군 은천군 안악군 신천군 재령군 신원군 봉천군 배천군 연안군 청단군 강령군 옹진군 "
    "룡연군 장연군 삼천군 태탄군 벽성군",
    "north-hwanghae": "사리원시 송림시 황주군 연탄군 봉산군 린산군 서흥군 수안군 연산군 신계군 곡산군 신평군 토산군 금천군 "
    "평산군 은파군 상원군 중화군 승호군",
    "kaesong": "개풍군 장풍군",
    "kangwon": "원산시 문천시 안변군 통천군 고성군 금강군 창도군 김화군 회양군 세포군 평강군 철원군 판교군 이천군 법동군 천내군 고산군",
    "south-hamgyong": "함흥시 단천시 신포시 정평군 금야군 고원군 수동구역 요덕군 영광군 신흥군 부전군 장진군 락원군 홍원군 북청군 "
    "덕성군 리원군 허천군 함주군 흥남구역 회상구역 사포구역 흥덕구역 성천강구역 동흥산구역",
    "north-hamgyong": "청진시 김책시 회령시 길주군 명천군 명간군 화대군 어랑군 경성군 부령군 무산군 연사군 온성군 경원군 은덕군 "
    "라남구역 수남구역 포항구역 청암구역 신암구역 송평구역",
    "ryanggang": "혜산시 삼지연시 보천군 백암군 갑산군 풍서군 삼수군 김정숙군 김형권군 김형직군 운흥군 대홍단군",
    "rason": "라진구역 선봉구역",
    "nampo": "와우도구역 항구구역 강서구역 천리마구역 대안구역 룡강군",
}


@pytest.mark.parametrize("province", BELOW)
def test_every_city_county_and_district_is_known(province: str) -> None:
    lost = [
        name
        for name in BELOW[province].split()
        if [found.province for found in GAZETTEER.find(f"소식통은 {name}에서 들었다고 했다.", "ko")] != [province]
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("서울 강남구의 한 식당에서 만난 그는 강서구에 산다.", "ko"),
        ("이천시에 정착한 탈북민이 이천 명을 넘었다.", "ko"),
        ("그는 금강과 중화 요리, 선교 활동, 영원한 낙원을 말했다.", "ko"),
        ("A shop in the Gangnam area of Seoul sells Taedonggang beer, and Moranbong plays there.", "en"),
        ("Lee Sang-won of Icheon met Kim Sungho.", "en"),
    ],
)
def test_names_that_such_places_share_are_left_alone(text: str, language: str) -> None:
    assert named(text, language) == []


# What a text names


def test_places_are_found_in_an_english_report() -> None:
    report = (
        "A source in Yanggang Province told the outlet that the provincial party committee had gathered traders in "
        "Hyesan; a Chagang-based trader heard the same in P’yŏngan-bukto.\nPrices in North and South Hamgyong and in "
        "other border areas rose, as they did in Sakju County and at Hyesan’s market."
    )
    assert named(report) == [
        ("Yanggang Province", "ryanggang"),
        ("Hyesan", "hyesan"),
        ("Chagang", "chagang"),
        ("P’yŏngan-bukto", "north-pyongan"),
        ("North and South Hamgyong", "south-hamgyong"),
        ("North and South Hamgyong", "north-hamgyong"),
        ("other border areas", "china-north-korea-border"),
        ("Sakju County", "sakju"),
        ("Hyesan", "hyesan"),
    ]


def test_places_are_found_in_a_korean_report() -> None:
    report = (
        "량강도에서 도당위원회가 무역회사들을 모았다고 혜산시의 소식통이 전했다. 양강도당위원회는 함북도당과 함께"
        " 국경지역에서, 신의주세관에서는 원산항으로. 양강 소식통, 평북에서도, 함경남북도의 나선시에."
    )
    assert named(report, "ko") == [
        ("량강도", "ryanggang"),
        ("혜산시", "hyesan"),
        ("양강도", "ryanggang"),
        ("함북", "north-hamgyong"),
        ("국경지역", "china-north-korea-border"),
        ("신의주", "sinuiju"),
        ("원산항", "wonsan-port"),
        ("양강", "ryanggang"),
        ("평북", "north-pyongan"),
        ("함경남북도", "south-hamgyong"),
        ("함경남북도", "north-hamgyong"),
        ("나선시", "rason"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "in the South Korean Kangwon Province",
        "South Korea's Gangwon Province",
        "Gangwon Province, South Korea",
        "the Republic of Korea's Gangwon Province",
        "Yanggu and Yangyang in the Republic of Korea",
        "Chuncheon, Gangwon Province",
        "Namyangju and Yeoncheon",
        "Kim Chaek University of Technology and the Kim Chaek Iron and Steel Complex",
        "the missile Hwasong-15 and the Chollima movement",
        "an orang-utan in the border town",
        "KP-10",
    ],
)
def test_look_alikes_in_english_are_left_alone(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "한국 강원도 양양군",
        "남한의 강원도",
        "강원도 춘천시",
        "강원특별자치도",
        "남양주시와 고성능",
        "자력자강과 자강력",
        "중앙위원회 위원은 구성원을 구성시켰다",
        "증산을 다그치고 대안을 찾아 해주시는 분",
        "거래가 무산시켰다 무산됐다",
        "원산지 표시와 청진기",
        "앞에 나선 주민들",
        "집안 형편과 연안 수역, 고원 지대",
        "김정숙 동지와 김책공업종합대학",
        "태양강국과 국경일",
        "평양냉면",
    ],
)
def test_look_alikes_in_korean_are_left_alone(text: str) -> None:
    assert named(text, "ko") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("평안북도 구성에서", ("구성", "kusong")),
        ("자강도 위원의 한 주민", ("위원", "wiwon")),
        ("김책시에서", ("김책시", "kimchaek")),
        ("해주시에서", ("해주시", "haeju")),
        ("남양 소식통", ("남양", "namyang")),
        ("개성공단", ("개성", "kaesong")),
        ("경성군에", ("경성군", "kyongsong")),
        ("라선경제무역지대", ("라선경제무역지대", "rason")),
    ],
)
def test_short_korean_names_count_where_the_words_around_say_so(text: str, found: tuple[str, str]) -> None:
    assert named(text, "ko")[-1] == found


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("a trader in Kangwon Province", "also a province of the Republic of Korea"),
        ("North Korea's Kangwon Province", ""),
        ("in Suncheon", "a city in South Pyongan (順川) and a South Korean city (順天)"),
        ("in Sunchon, South Pyongan Province", ""),
        ("in Hyesan", ""),
        ("in the border area", "any border area: check which border is meant"),
    ],
)
def test_a_mention_says_what_else_it_may_mean(text: str, doubt: str) -> None:
    assert GAZETTEER.find(text)[0].ambiguous == doubt


def test_the_longest_name_wins_and_positions_are_exact() -> None:
    text = "“Musan Mine”, the New Yalu River Bridge, RASON and Kaesŏng"
    assert [(found.start, found.end, found.text) for found in GAZETTEER.find(text)] == [
        (1, 11, "Musan Mine"),
        (18, 39, "New Yalu River Bridge"),
        (41, 46, "RASON"),
        (51, 58, "Kaesŏng"),
    ]
    assert all(text[found.start : found.end] == found.text for found in GAZETTEER.find(text))


def test_a_mention_carries_its_province_or_none() -> None:
    text = "Hyesan, Ryanggang, Dandong, the Yalu River"
    assert [(found.place, found.province) for found in GAZETTEER.find(text)] == [
        ("hyesan", "ryanggang"),
        (None, "ryanggang"),
        ("dandong", None),
        ("yalu-river", None),
    ]


def test_english_texts_are_read_for_latin_letters_and_others_for_all() -> None:
    text = "Hyesan (혜산) 丹东"
    assert named(text) == [("Hyesan", "hyesan")]
    assert named(text, "ko") == [("Hyesan", "hyesan"), ("혜산", "hyesan"), ("丹东", "dandong")]


def test_every_name_we_show_is_found_where_it_stands_in_a_sentence() -> None:
    missed = [
        entry.slug
        for entry in GAZETTEER.entries
        if entry.slug not in [slug for _, slug in named(f"Goods came through {entry.name} in May.")]
    ]
    # The movement and the horse, an acronym, and "paradise" in the names of shops, a band, a river, companies and works, persons
    # and towns of the South, unless a unit stands behind them.
    assert missed == [
        "chollima", "usi", "rakwon", "moranbong", "taedonggang", "taesong", "ryongsong", "kangnam", "sangwon", "chunghwa",
        "sungho", "ichon",
    ]  # fmt: skip


def test_a_doubtful_place_is_sure_among_places_of_the_country() -> None:
    (*_, doubtful) = GAZETTEER.find("The mines of Tokchon, Pukchang and Suncheon stood still.", "en")
    assert (doubtful.text, doubtful.province, doubtful.ambiguous) == ("Suncheon", "south-pyongan", "")


def test_provinces_named_together_are_all_of_them() -> None:
    found = GAZETTEER.find("He trades in Pyongan and Hwanghae Provinces.", "en")
    assert {mention.province for mention in found} == {
        "south-pyongan", "north-pyongan", "south-hwanghae", "north-hwanghae",
    }  # fmt: skip


def test_no_place_is_spelt_so_twice() -> None:
    counts = Counter((entry.source_list, entry.slug, spelled.text) for entry, spelled in SPELLINGS)
    assert [key for key, count in counts.items() if count > 1] == []
