"""Which provinces an English report is about: the capital or the government, one county or many."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.filing.report import Filing
from articles.suggestions.reader import suggest


def provinces(body: str) -> tuple[str, ...]:
    return Filing.from_files().filed(body, "en").provinces


@pytest.mark.parametrize(
    "sentence",
    [
        "Salt was handed out in the capital Pyongyang before the feast.",
        "The cars went to buyers in the cities of Pyongyang, Nampo and Chongjin.",
        "Most lamps are sold in the cities of Pyongyang and Nampo.",
        "Salt was short in Pyongyang and Nampo.",
        "Salt was short in Nampo, Pyongyang, and Kilju.",
        "Salt is sold at Pyongyang’s old market.",
        "The markets of Pyongyang, Sinuiju and Hyesan were open.",
        "Pharmacies in the Sadong District of Pyongyang are empty.",
        "Guests at a hotel in central Pyongyang pay in dollars.",
    ],
)
def test_the_capital_is_a_place_where_something_is_there(sentence: str) -> None:
    assert "pyongyang" in provinces(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The month before, rules were eased, and Pyongyang announced that salt would come.",
        "Salt comes in through Nampo, a port near the capital, Pyongyang.",
        "Talks between Pyongyang and Beijing went on.",
        "Trains ran while Pyongyang’s nuclear plans went on.",
        "The Ministry of Fisheries in Pyongyang sets the quota.",
        "The reason is a sheet of paper from Pyongyang.",
        "Boats are rare because of worries in Pyongyang about the fever.",
        "Coal was a great earner for Pyongyang.",
        "In spite of it all, Pyongyang raked in more dollars.",
        "Pyongyang’s past weapons tests are the reason.",
        "A Pyongyang diplomat was caught with nets.",
        "Officials in Pyongyang who send crews abroad want more.",
        "Salt is dear as punishment for Pyongyang’s past tests.",
        "A clerk at Pyongyang’s embassy in Kenya was held.",
        "While the ban holds, Pyongyang raked in salt.",
    ],
)
def test_the_capitals_name_is_the_government_where_it_acts(sentence: str) -> None:
    assert "pyongyang" not in provinces(sentence)


def test_a_county_gives_its_province_in_old_spellings_too() -> None:
    assert provinces("Rice was dear in Shineju, Gwaksan and Haesan.") == ("north-pyongan", "ryanggang")


@pytest.mark.parametrize(
    "words",
    [
        "A different source from Kilju said that the port had sent home its night shift.",
        "Another source, in Kilju, said officials there had noticed.",
        "A different source from Kilju said that people had met at the market.",
        "Local shops have no thread, sources in Kilju told the Courier.",
    ],
)
def test_a_source_who_tells_of_where_it_is_brings_it_in(words: str) -> None:
    assert provinces(f"Barges left Nampo.\n\n{words}") == ("nampo", "north-hamgyong")
    assert provinces("Barges left Nampo.\n\nA different source from Kilju said that nets are dear.") == ("nampo",)


def test_the_capital_needs_no_name_where_the_report_gives_it() -> None:
    words = "Barges left Nampo. Firms in the capital have heard it, {}."
    assert provinces(words.format("a worker in Pyongyang said")) == ("nampo", "pyongyang")
    assert provinces(words.format("a worker in Beijing said")) == ("nampo",)


def test_a_company_named_after_a_county_is_not_there() -> None:
    assert provinces("The Daeheung Trading Company shipped coal from Nampo.") == ("nampo",)


def test_where_a_source_is_tells_nothing_unless_it_tells_of_its_own_town() -> None:
    told = "Nets are dear, sources in Chagang and Ryanggang provinces told the Courier."
    assert provinces(told) == ()
    assert provinces(f"{told}\n\nThe county party committee forbade them.") == ("chagang", "ryanggang")
    assert provinces(f"{told}\n\nThe county party committee forbade them.\n\nBarges left Nampo.") == ("nampo",)
    assert provinces("Nets are dear, a source in Musan said. She saw women of her village mend them.") == (
        "north-hamgyong",
    )


def test_merchants_based_in_the_capital_are_at_home_there() -> None:
    assert provinces("Pyongyang-based merchants order nets in Nampo.") == ("nampo",)
    assert provinces("Pyongyang-based kitchens order nets in Nampo.") == ("pyongyang", "nampo")


def test_a_doubtful_name_is_the_town_where_a_word_of_place_stands_with_it() -> None:
    assert provinces("The paste comes from a plant near Sariwon.") == ("north-hwanghae",)
    assert provinces("She ordered Sariwon noodles.") == ()


def test_a_town_across_the_river_from_a_source_is_not_told_of() -> None:
    words = "A trader in Dandong, {} Sinuiju, recently told the Courier that nets are dear."
    assert provinces(f"Barges left Nampo.\n\n{words.format('across the Yalu River from the city of')}") == ("nampo",)
    assert provinces("Barges left Nampo for Dandong, across the river from Sinuiju.") == ("nampo",)
    assert provinces("Barges left Nampo for a quay across the river from Sinuiju.") == ("nampo", "north-pyongan")


def test_the_border_is_told_of_where_no_province_is() -> None:
    headline = "Border searches grow strict"
    body = "Guards search every cart.\n\nDrivers wait at the gate."
    filed = Filing.from_files().filed
    assert filed(body, "en", headline).provinces == ("china-north-korea-border",)
    assert filed(f"{body} Barges left Nampo.", "en", headline).provinces == ("nampo",)
    assert provinces("Goods pass over its border with North Korea.") == ("china-north-korea-border",)


def test_hwanghae_is_two_provinces() -> None:
    assert set(provinces("They went to the plains of Hwanghae Province.")) == {"south-hwanghae", "north-hwanghae"}


def test_where_a_buyer_comes_from_is_not_where_the_buying_is() -> None:
    assert provinces("A buyer from Rason walks the lanes of Onsong.") == ("north-hamgyong",)


def test_a_source_who_says_our_town_brings_it_in() -> None:
    body = "Barges left Nampo.\n\n“In our town nets are dear,” a source in Hyesan said."
    found = suggest(body, language="en", published=PartialDate.parse("2023-04-01"))
    assert found.provinces == ("nampo", "ryanggang")


@pytest.mark.parametrize(
    "words",
    [
        "He must pay loyalty funds to Pyongyang.",
        "Exports to Pyongyang fell.",
        "Money flows into Pyongyang’s coffers.",
        "The party committee reported the matter to Pyongyang.",
        "Cash is raised for the Pyongyang leadership.",
    ],
)
def test_money_and_word_go_to_a_government(words: str) -> None:
    assert provinces(f"Barges left Nampo. {words}") == ("nampo",)


def test_the_capital_is_told_of_beside_a_government_of_its_name() -> None:
    assert provinces("Pyongyang has shut the border. Food is dear in the capital.") == ("pyongyang",)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Officers from Pyongyang have even been sent to Hoeryong.", ("north-hamgyong",)),
        ("Trucks went to Nampo, a port close to the capital, Pyongyang.", ("nampo",)),
        ("| Won | Pyongyang | Sinuiju |\n|---|---|---|\n| Rice | 5,800 | 6,000 |\n\nSalt is dear in Yangang Province.", ("ryanggang",)),
        ("Salt is dear in Northern Hamgyung Province and in Danchun.", ("north-hamgyong", "south-hamgyong")),
    ],
)  # fmt: skip
def test_who_is_sent_a_table_of_prices_and_an_odd_spelling(body: str, found: tuple[str, ...]) -> None:
    assert suggest(body, language="en", published=PartialDate.parse("2023-05")).provinces == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The salt works of Nampo are often inspected from Pyongyang.", ("nampo",)),
        ("The piers of Nampo are run directly from Pyongyang.", ("nampo",)),
        ("Lamps burn along China’s 1,400 km border with North Korea.", ()),
        ("The river forms the border with North Korea.", ()),
        ("Salt goes over the border with North Korea at night.", ("china-north-korea-border",)),
        ("A market opened in Rason City, North Hamgyong Province.", ("rason",)),
        ("A market opened in Rason. North Hamgyong Province has none.", ("rason", "north-hamgyong")),
        ("Pyongyang Salt Hospital bought lamps.", ("pyongyang",)),
        ("Salt is sold in Hunchun, just across the Tumen River from North Korea’s North Hamgyong Province.", ()),
        ("Partner “A” knows. Reporting Partner “A” in North Hamgyong Province said salt is dear.", ()),
        ("“Salt was dear,” said a farmer from Musan who fled in 2018.", ()),
        ("“Salt was dear,” said a woman from Hamhung who now lives in Seoul.", ()),
    ],
)
def test_who_rules_how_long_a_border_is_and_what_people_left_is_no_place_of_events(
    body: str, found: tuple[str, ...]
) -> None:
    assert provinces(body) == found


def test_a_ship_named_after_a_port_is_not_there() -> None:
    assert provinces("Two ships, Wonsan No. 2 and a tug, lay off Dandong.") == ()
    assert provinces("Nets hang in Wonsan No. 2 Middle School.") == ("kangwon",)
