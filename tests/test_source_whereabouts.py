"""Where the words around a source put it, and on what day it talked."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from articles.suggestions.values import Suggestions


def read(body: str) -> Suggestions:
    return suggest(body, language="en", published=PartialDate.parse("2023-04-18"))


@pytest.mark.parametrize(
    ("body", "descriptor", "province"),
    [
        ("A second source, based in Hamhung, came. “It was forty,” she said.", "A second source, based in Hamhung", "south-hamgyong"),
        ("A weaver, who sells nets in Sinpo, said that salt is dear.", "A weaver, who sells nets in Sinpo", "south-hamgyong"),
        ("Another partner (North Hamgyong) said that salt is dear.", "Another partner (North Hamgyong)", "north-hamgyong"),
        ("Speaking by phone from Kanggye, a retired weaver said that salt is dear.", "a retired weaver", "chagang"),
        ("“Salt is dear,” said a broker whose yard lies across from Namyang.", "a broker whose yard lies across from Namyang", ""),
        ("“Salt is dear,” said a diplomat formerly posted to Pyongyang.", "a diplomat formerly posted to Pyongyang", ""),
        ("Nets are dear in Hyesan. A broker in the border port said that salt is dear.", "A broker in the border port", "ryanggang"),
        ("According to a source, mills in Hyesan were told to pay.", "a source", ""),
        ("We met a woman who sells nets in Kilju.\n\n“Salt is dear,” the woman said.", "a woman who sells nets in Kilju", "north-hamgyong"),
        ("Mo, a carter of 40 from Kilju, sat down. “Salt is dear,” Mo said.", "Mo, a carter of 40 from Kilju", "north-hamgyong"),
    ],
)  # fmt: skip
def test_a_source_sits_where_the_words_around_it_say(body: str, descriptor: str, province: str) -> None:
    assert [(source.descriptor, source.province) for source in read(body).sources] == [(descriptor, province)]


def test_an_ordinal_means_whoever_was_brought_in_by_it() -> None:
    body = (
        "Nets are dear, sources in the country say. Salt is dear, a resident of Hyesan said.\n\nBread is dear, a second source"
        " there said.\n\n“I have ten loaves,” the second source said."
    )
    claims = read(body).claims
    assert claims[-1].steps[-1].source == claims[-2].steps[-1].source


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("A nurse in Musan talked about it in late March.", "contact"),
        ("Lise Holm, an envoy, wrote in an e-mail Thursday that her house was dark.", "contact"),
        ("The foreman confirmed in a text message sent on April 9 that the gate was shut.", "contact"),
        ("Residents complained to the police on Tuesday.", "event"),
        ("A foreman told the manager on Friday that he would leave.", "event"),
        ("According to the source, on the 8th the office shut the gate.", "event"),
    ],
)
def test_a_day_is_that_of_a_talk_where_somebody_unnamed_speaks_right_before_it(body: str, kind: str) -> None:
    assert [date.kind for date in read(body).dates] == [kind]
