"""English dates that reports print besides the commonest, read against a Tuesday."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest

DATES = [
    # feasts by all their names
    ("The mill burned down on New Year’s Eve.", "New Year’s Eve", "2022-12-31"),
    ("The mill burned down on Christmas Day.", "Christmas Day", "2022-12-25"),
    ("The mill burned down on Kim Jong Un’s birthday.", "Kim Jong Un’s birthday", "2023-01-08"),
    ("It stood until the army’s founding anniversary.", "until the army’s founding anniversary", "../2023-02-08"),
    ("The gate was shut on the 110th anniversary of Kim Il Sung’s birth.", "the 110th anniversary of Kim Il Sung’s birth", "2023-04-15"),
    ("The gate was shut on the anniversary of Kim Jong Il’s death.", "the anniversary of Kim Jong Il’s death", "2022-12-17"),
    ("The gate was shut for the Spring Festival.", "the Spring Festival", "2023-01-22"),
    ("The gate was shut for the Qingming festival.", "the Qingming festival", "2023-04-05"),
    ("The gate was shut for China’s National Day.", "China’s National Day", "2022-10-01"),
    ("The gate was shut for the Mid-Autumn Festival.", "the Mid-Autumn Festival", "2022-09-10"),
    ("Salt must be there by the party anniversary.", "by the party anniversary", "../2023-10-10"),
    ("Salt must be there by the party anniversary on October 10.", "by the party anniversary on October 10", "../2023-10-10"),
    # counted from another day, or from publication
    ("The gate opened on March 20. Two days later it was shut.", "Two days later", "2023-03-22"),
    ("He was arrested in 2019 and freed a year later.", "a year later", "2020~"),
    ("He was arrested in December 2021 and freed the next month.", "the next month", "2022-01"),
    ("Rice cost twice as much as two years earlier.", "two years earlier", "2021~"),
    ("The gate opened a year and a half ago.", "a year and a half ago", "2021-10~"),
    ("The mill burned down two decades ago.", "two decades ago", "2003~"),
    ("The gate opened the week before last.", "the week before last", "2023-04-03/2023-04-09"),
    # parts of months, years and decades
    ("The gate opened the week of April 3.", "the week of April 3", "2023-04-03/2023-04-09"),
    ("It opened on the first Monday of March.", "the first Monday of March", "2023-03-06"),
    ("Salt rose on the first of the month.", "the first of the month", "2023-04-01"),
    ("Salt must come by April’s end.", "by April’s end", "../2023-04-30"),
    ("The debts must be paid within the month.", "within the month", "../2023-04-30"),
    ("Salt rose in the winter of 2019-2020.", "the winter of 2019-2020", "2019-24"),
    ("Salt rose in the summer and autumn of 2021.", "the summer and autumn of 2021", "2021-22/2021-23"),
    ("Salt rose in fiscal year 2022.", "fiscal year 2022", "2022"),
    ("Salt rose in the ’90s.", "the ’90s", "199X"),
    ("Since the second half of last year salt is dear.", "Since the second half of last year", "2022-07-01/.."),
    ("The harvest of last fall was poor.", "last fall", "2022-23"),
    # stretches and terms
    ("It is open from the 20th through the end of the month.", "from the 20th through the end of the month", "2023-04-20/2023-04-30~"),
    ("The market was shut on April 1, 2 and 3.", "April 1, 2 and 3", "2023-04-01/2023-04-03"),
    ("The plan runs through 2025.", "through 2025", "../2025-12-31"),
    ("A meeting is set for the 28th.", "the 28th", "2023-04-28"),
    ("The gate could open as soon as May.", "May", "2023-05"),
    # what is hoped for lies ahead, what had happened behind, whatever was said of it on that day
    ("He said he wished to tour the mill in winter.", "winter", "2023-24"),
    ("The ministry vowed to finish the road in October.", "October", "2023-10"),
    ("“They promised me crabs in autumn,” she said.", "autumn", "2023-23"),
    ("The foreman had promised crabs in May.", "May", "2022-05"),
    ("Rations had stopped by December.", "by December", "../2022-12-31"),
    ("By December, rations had stopped.", "By December", "../2022-12-31"),
    ("Debts had to be paid by December.", "by December", "../2023-12-31"),
    ("“Salt will come,” a manager said at a meeting in Kilju on Monday.", "Monday", "2023-04-17"),
    # terms are plain days, of a feast only where something is to be done by then
    ("The dams must be mended before winter.", "before winter", "../2023-11-30"),
    ("Each house must give two nets before the new year.", "before the new year", "../2023-12-31"),
    ("The mill was told to pay before May Day.", "before May Day", "../2023-04-30"),
    ("Salt rose before the New Year.", "the New Year", "2023-01-01"),
    ("The price fell by February.", "by February", "../2023-02-28"),
    ("The office has instructed mills to send a cart a day until the end of May.", "until the end of May", "../2023-05-31"),
    ("The group announced another round in autumn.", "autumn", "2023-23"),
    ("The mill is to pay by May Day. The paper wrote a day earlier that salt is dear.", "a day earlier", "2023-04-17"),
    # no dates
    ("A weaver in her 50s sings.", None, None),
    ("The sowing in the spring sowing season is slow.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words", "value"), DATES)
def test_a_date_means_what_a_reader_takes_it_for(body: str, words: str | None, value: str | None) -> None:
    dates = suggest(body, language="en", published=PartialDate.parse("2023-04-18")).dates
    found = [(date.passage.text, date.date.edtf) for date in dates]
    assert ((words, value) in found) if words else not found


@pytest.mark.parametrize(
    "body",
    [
        "A trader polled by this writer in 2017 said that the gate was shut.",
        "A carter who was questioned on Monday said that the gate was shut.",
        "A weaver interviewed by Mill Daily on April 3 said that the gate was shut.",
        "On April 3, we asked a weaver in Kilju whether the gate was shut.",
        "Mill Daily contacted a partner with a cousin at the gate on April 3.",
        "Mill Daily talked about the gate with a weaver living in Kilju on April 3.",
    ],
)
def test_the_day_on_which_somebody_was_asked_is_one_of_contact(body: str) -> None:
    assert [date.kind for date in suggest(body, language="en", published=PartialDate.parse("2023-04-18")).dates] == [
        "contact"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "The governor of Khabarovsk said Monday that the gate was shut.",
        "Russian border guards said Monday that they had taken two boats.",
        "Salt is dear, experts said in a report obtained Monday by Mill Daily.",
        "Mill Daily surveyed markets in two provinces in early April.",
    ],
)
def test_what_is_said_in_public_or_obtained_is_no_talk(body: str) -> None:
    assert [date.kind for date in suggest(body, language="en", published=PartialDate.parse("2023-04-18")).dates] == [
        "event"
    ]


def test_a_message_to_managers_is_no_talk_with_a_reporter() -> None:
    body = "In a message to managers on April 3, the consulate stressed that salt is dear."
    assert [date.kind for date in suggest(body, language="en", published=PartialDate.parse("2023-04-18")).dates] == [
        "event"
    ]
