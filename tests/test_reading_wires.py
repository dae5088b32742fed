"""Who says what where wires wrap their lines, outlets pass each other on and pages leave furniture in the text."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from articles.suggestions.values import Kind, Speech, SuggestedClaim, Suggestions

LEAD = "Salt is dear, a source in Hyesan said.\n\n"


def read(body: str, headline: str = "") -> Suggestions:
    return suggest(body, language="en", published=PartialDate.parse("2023-04"), headline=headline)


def last(body: str) -> SuggestedClaim:
    return read(body).claims[-1]


def told(body: str, headline: str = "") -> list[str]:
    """The words of every claim that is attributed."""
    return [claim.passage.text for claim in read(body, headline).claims if claim.speech is not Speech.OWN]


@pytest.mark.parametrize(
    "sentence",
    [
        "“Salt is dear,” the Kilju Gazette said, citing a driver in Hyesan.",
        "Citing a driver in Hyesan, the Kilju Gazette reported, “Salt is dear.”",
    ],
)
def test_words_of_an_outlet_that_cites_somebody_are_theirs(sentence: str) -> None:
    claim = last(sentence)
    assert (claim.speaker, claim.anonymous) == ("a driver in Hyesan", True)
    assert [step.kind for step in claim.steps[1:]] == [Kind.OUTLET, Kind.UNNAMED]
    assert read(sentence).sources[0].province == "ryanggang"


def test_who_speaks_may_run_over_the_break_of_a_wrapped_line() -> None:
    body = (
        "The harbour office has sent all of the coal back to the ships, said a trading source at\n"
        "Kilju Salt Works, the biggest buyer of salt from the\nnorthern coast of the country."
    )
    assert last(body).steps[1].printed.startswith("a trading source at Kilju Salt Works")


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry has added salt to the list of goods that are watched.",
        "The ministry and the bureau agreed to close the bridge.",
        "It is worth noting that salt is cheaper in Hyesan.",
        "They were found to be carrying salt.",
    ],
)
def test_nobody_speaks_where_something_is_only_done(sentence: str) -> None:
    assert told(LEAD + sentence) == ["Salt is dear, a source in Hyesan said."]


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("In the January-May period trade rose by a third, the data showed.", "the data"),
        ("Less salt came in, the figures showed Tuesday.", "the figures"),
        ("The probe found the port still took in salt.", "The probe"),
        ("The inquiry found that salt was sold at night.", "The inquiry"),
    ],
)
def test_papers_without_a_name_speak_for_whoever_issued_the_one_before(sentence: str, printed: str) -> None:
    body = f"Salt fell in May, according to data recently released by the Norland Bureau of Ports.\n\n{sentence}"
    first, claim = read(body).claims
    assert [step.body for step in (first.steps[-1], claim.steps[-1])] == ["Norland Bureau of Ports"] * 2
    assert claim.steps[-1].printed == printed


def test_a_paper_that_shows_no_finding_says_nothing() -> None:
    assert told("Prices rose, and the data showed signs of haste.") == []


def test_a_mark_never_closed_ends_before_the_short_sentence_that_says_who_spoke() -> None:
    claim = last(LEAD + "“Salt is dear. So is rice. The driver said.")
    assert (claim.passage.text, claim.speaker) == ("Salt is dear. So is rice.", "The driver")


@pytest.mark.parametrize("line", ["SINGAPORE, April 10 ", "Radio Kilju (07.06.2021) – – "])
def test_a_date_line_without_its_dash_or_with_two_is_none_of_the_words(line: str) -> None:
    assert told(f"{line}Salt is dear, sources in Hyesan told us.") == ["Salt is dear, sources in Hyesan told us."]


def test_a_sentence_that_begins_as_the_headline_does_is_whole() -> None:
    body = "Salt remains dear in the towns of the coast\n\nSalt remains dear in the towns of the coast despite imports, a driver said."
    assert told(body, "Salt remains dear in the towns of the coast") == [body.rpartition("\n")[2]]


def test_whose_voice_is_heard_stands_in_brackets() -> None:
    body = (
        "The market is full of salt, and nobody pays heed to the ban of May.\n\n"
        "[Soundbite] (Salt Dealer in Dandong (Voice modified)) : “It is all from the North. Nobody asks.”\n\n"
        "The market is full of salt.\n\n[Soundbite] Han Seok-jin (Professor, Coast Univ.) : “It is dear. It will stay so.”"
    )
    heard = [(c.speaker, c.anonymous) for c in read(body).claims if c.speech is Speech.DIRECT]
    assert heard == [("Salt Dealer in Dandong", True), ("Han Seok-jin", False)]


def test_whoever_promised_is_named_before_the_relative_clause() -> None:
    claim = last(LEAD + "The works are a gift of Owen Marsh, who promised in May to sell salt.")
    assert (claim.speaker, claim.anonymous, claim.cue) == ("Owen Marsh", False, "promised")


def test_the_title_of_a_book_is_no_statement() -> None:
    claim = last(
        LEAD + "He is named in the founder’s memoir “Along the River,” on which the source claimed all to rest."
    )
    assert claim.speech is Speech.INDIRECT


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("He was upset because the county authorities ordered him to pay more,", "county authorities"),
        ("The chairs of people’s units were loud. They told us that ‘salt is dear,’", "people’s units"),
    ],
)
def test_a_body_is_relayed_that_speaks_in_the_middle_of_somebodys_words(words: str, body: str) -> None:
    assert last(f"“{words}” a source in Hyesan said.").steps[-1].body == body


def test_letters_that_a_name_was_shortened_to_are_that_body() -> None:
    body = (
        "North Korea’s State Salt Agency (SSA) buys salt, a source in Hyesan said.\n\n"
        "“If they sell it, the SSA promised to pay them,” the source said."
    )
    assert last(body).steps[-1].body == "State Salt Agency"


def test_experts_are_the_panel_where_one_is_named() -> None:
    claim = last("A UN panel of experts met in May.\n\nUN experts noted that salt was sold.")
    assert (claim.anonymous, claim.steps[-1].kind) == (False, Kind.INSTITUTION)


def test_data_show_what_they_are_named_after() -> None:
    claim = last(LEAD + "Shipping data on Harbour Eikon, a platform for traders, shows that six ships have left.")
    assert (claim.speech, claim.cue) == (Speech.INDIRECT, "shows")
