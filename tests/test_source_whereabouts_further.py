"""Where English reports put an unnamed source, in all the ways that words have for it."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest

DEAR = "said that salt is dear."

SEATS = [
    # who only deals with a place, goes there or has somebody there
    (f"A Chinese trader in Dandong dealing with Sinuiju firms {DEAR}", "trader", ""),
    (f"A source in contact with people in Kimchaek {DEAR}", "source", ""),
    (f"A source who has spoken with people in Hyesan {DEAR}", "source", ""),
    (f"A businessman who often visits Rason {DEAR}", "businessman", ""),
    (f"A driver who regularly makes the run from Dandong to Sinuiju {DEAR}", "driver", ""),
    (f"A driver who takes salt from Nampo to Pyongsong {DEAR}", "driver", ""),
    (f"An aid worker recently in Wonsan {DEAR}", "aid worker", ""),
    (f"A housewife whose husband works in Nampo {DEAR}", "housewife", ""),
    (f"The mother of a soldier stationed in Kaesong {DEAR}", "mother", ""),
    (f"The wife of a miner in Musan {DEAR}", "wife", "north-hamgyong"),
    (f"A relative in Hyesan of a woman who fled {DEAR}", "relative", "ryanggang"),
    # who has moved on
    (f"A truck driver from Hamhung now working in Vladivostok {DEAR}", "driver", ""),
    (f"A trade official dispatched from Pyongyang to Dandong {DEAR}", "official", ""),
    (f"A woman who moved from Hamhung to Hyesan two years ago {DEAR}", "woman", "ryanggang"),
    (f"A university student from Wonsan studying in Pyongyang {DEAR}", "student", "pyongyang"),
    (f"A farm manager from Yonan, now in Pyongyang for treatment, {DEAR}", "manager", "pyongyang"),
    (f"A woman interviewed in Dandong who had left Haeju a week before {DEAR}", "woman", ""),
    # where the talk, the scene or the next sentence puts somebody
    ("“Salt is dear,” one trader said by phone from Hyesan.", "one trader", "ryanggang"),
    ("“Salt is dear,” a trader told the Mail on Monday from Hyesan.", "trader", "ryanggang"),
    (f"Over in Chongjin, a dock worker {DEAR}", "dock worker", "north-hamgyong"),
    (f"At a market in Sunchon, one vendor {DEAR}", "vendor", "south-pyongan"),
    (f"A trader {DEAR} The trader lives in Chongju.", "trader", "north-pyongan"),
    ("“Salt is dear,” a trader said. He works at the port of Nampo.", "trader", "nampo"),
    (f"A trader {DEAR} The weaver lives in Chongju.", "trader", ""),
    # the place of what was told of before
    (f"The mill in Anju is shut. A worker at the mill {DEAR}", "worker", "south-pyongan"),
    (f"The Anju mill is shut. A former worker at the mill {DEAR}", "former worker", ""),
    ("Salt is dear in Hyesan, local residents say.", "residents", "ryanggang"),
    ("Nobody sells salt in Hyesan now, locals say.", "locals", "ryanggang"),
    (f"Salt is rare in Hyesan. An official in the city's people's committee {DEAR}", "official", "ryanggang"),
    ("Residents of Pyongyang's outlying districts say that salt is dear.", "Residents", "pyongyang"),
    # who lives, was sent or is based abroad, crosses over, or was at a gathering
    (f"A relative of a family in Hamhung, who lives in Japan, {DEAR}", "relative", ""),
    (f"A Seoul-based expert on Rason {DEAR}", "expert", ""),
    (f"A manager sent to Dandong from Pyongyang {DEAR}", "manager", ""),
    (f"A person who regularly crosses into Sinuiju {DEAR}", "person", ""),
    (f"A nurse who spent two years in Pyongyang {DEAR}", "nurse", ""),
    (f"A participant of a fair in Rason {DEAR}", "participant", ""),
    # who was told of before, or told somebody what is passed on
    ("An owner of a house in the center was asked. “Salt is dear,” the owner said.", "An owner of a house in the center", ""),
    (f"Partners say so. We met a partner with a cousin in May. The partner, who lives in Hyesan, {DEAR}", "a cousin", "ryanggang"),
    ("A carter told the Mail, “My nephew serves in Wonsan.” The nephew says that salt is dear.", "nephew", "kangwon"),
    ("The group says it was told by a guard in Hoeryong that salt is dear.", "a guard in Hoeryong", "north-hamgyong"),
    ("According to notes taken by a weaver at the meeting, the county party said that salt is dear.", "a weaver", ""),
    ("“A cook I know at a post in Musan swears that salt is dear,” a carter told the Mail.", "A cook I know", "north-hamgyong"),
    ("Salt is dear in Kusong, a source in the province told Border Mail.", "source in the province", "north-pyongan"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "who", "province"), SEATS)
def test_a_source_sits_where_its_words_put_it(body: str, who: str, province: str) -> None:
    sources = suggest(body, language="en", published=PartialDate.parse("2023-04-18")).sources
    assert [source.province for source in sources if who in source.descriptor] == [province]


@pytest.mark.parametrize(
    ("body", "provinces"),
    [
        ("A train bound for Pyongyang was stopped.", ("pyongyang",)),
        ("The health ministry in Pyongyang ordered a halt.", ()),
        ("The hall is kept for officials from Pyongyang.", ()),
        ("“The county party told us to plant trees,” a resident of Hoeryong told Border Mail.", ("north-hamgyong",)),
        ("“Salt is dear,” said a driver who carries cloth between Sinuiju and the city.", ()),
    ],
)
def test_a_report_is_of_the_place_and_not_of_who_rules_or_tells(body: str, provinces: tuple[str, ...]) -> None:
    assert suggest(body, language="en", published=PartialDate.parse("2023-04-18")).provinces == provinces


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("“Salt is dear,” an official surnamed Piao, with the office, told Border Mail.", "an official surnamed Piao, with the office"),
        ("Wang Bo, a captain, came. “Salt is dear,” said Wang, shaking his head.", "Wang"),
    ],
)  # fmt: skip
def test_a_speaker_is_printed_with_the_house_and_without_what_was_done_meanwhile(body: str, speaker: str) -> None:
    claims = suggest(body, language="en", published=PartialDate.parse("2023-04-18")).claims
    assert [claim.speaker for claim in claims if claim.speech == "direct"] == [speaker]
