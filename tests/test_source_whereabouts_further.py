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
    ("Salt is dear in Kusong, a source in the province told Border Mail.", "source in the province", "north-pyongan"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "who", "province"), SEATS)
def test_a_source_sits_where_its_words_put_it(body: str, who: str, province: str) -> None:
    sources = suggest(body, language="en", published=PartialDate.parse("2023-04-18")).sources
    assert [source.province for source in sources if who in source.descriptor] == [province]
