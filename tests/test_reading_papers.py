"""Papers in English reports that speak for whoever put them out, wherever that is printed, and meetings for who held them."""

import pytest

from articles.suggestions.values import Kind, Speech
from tests.test_reading_bodies import claims


def bodies(body: str) -> list[str]:
    """The last body of every statement, or ""."""
    steps = ([step for step in claim.steps if step.kind is Kind.INSTITUTION] for claim in claims(body))
    return [found[-1].body if found else "" for found in steps]


@pytest.mark.parametrize(
    "body",
    [
        # behind the paper's words, and before them
        "The proclamation states that salt may not be sold.\n\nThe proclamation was handed down by the Salt Ministry.",
        "The Salt Ministry handed down a new proclamation. The proclamation states that salt may not be sold.",
        "A “notice” was put up in the name of the Salt Ministry. The notice says that salt may not be sold.",
        "Salt fell by half, data showed Monday.\n\nIt fell to ten tons. The data were released by the Salt Ministry.",
        "Salt fell by half, figures showed. Pans are few in the figures published by the Salt Ministry.",
        "The probe found that salt was sold.\n\nIt was a probe by the Salt Ministry.",
        "A probe by the Salt Ministry showed that salt was sold.",
        "The Salt Ministry put out a survey. The survey showed that salt was sold.",
        # who is named as it is called elsewhere
        "The order stipulates that pans must shut.\n\nThe order was issued by the ministry. An order was issued by the Salt Ministry.",
    ],
)
def test_a_paper_speaks_for_whoever_put_it_out_wherever_that_is_printed(body: str) -> None:
    assert "Salt Ministry" in bodies(body)


def test_a_paper_that_several_put_out_speaks_for_none_of_them() -> None:
    body = (
        "A report by the Salt Ministry came out, and a report by the Lamp Ministry.\n\nA report said that salt is dear."
    )
    assert bodies(body) == [""]


def test_an_outlets_report_is_its_own() -> None:
    body = "The Kilju Gazette reported that salt is dear. The report said that pans are shut.\n\nA report by the Salt Fund is due."
    assert bodies(body) == ["", ""]


def test_a_body_that_a_report_went_to_did_not_write_it() -> None:
    body = "A UN panel said salt was sold. The report to the UN Security Council says that ships met."
    assert bodies(body) == ["UN panel", "UN panel"]


def test_a_report_of_the_united_nations_is_its_panels_if_that_wrote_it() -> None:
    body = "Ships met, a U.N. report says.\n\nThe report, written by a panel of experts, names ten."
    assert bodies(body)[0] == "panel of experts"


@pytest.mark.parametrize(
    "told",
    [
        "At the meeting, managers were told to pay in yuan.",
        "Some firms did well, while others were criticized for paying late.",
        "Those who came late were taken to task.",
        "Traders were repeatedly told that “a late payment is no payment at all.”",
    ],
)
def test_what_people_were_told_at_a_meeting_are_its_hosts_words(told: str) -> None:
    body = f"“The provincial trade bureau held a meeting of managers,” a source in Hyesan said.\n\n{told}"
    last = claims(body)[-1]
    assert [(step.kind, step.body) for step in last.steps[1:]] == [
        (Kind.UNNAMED, ""),
        (Kind.INSTITUTION, "provincial trade bureau"),
    ]
    assert (last.speaker, last.anonymous) == ("", False)


def test_one_sentence_may_say_both_who_met_and_what_was_told() -> None:
    body = "At a meeting convened by the trade bureau, managers were told to pay in yuan, a source in Hyesan said."
    assert bodies(body) == ["trade bureau"]


@pytest.mark.parametrize(
    "told",
    [
        "Managers were told to pay in yuan.",  # nobody met
        "The trade bureau held a meeting. Managers were told by a driver to pay.",
    ],
)
def test_without_a_meeting_or_by_somebody_else_people_are_told_nothing_by_it(told: str) -> None:
    assert "trade bureau" not in bodies(f"A source in Hyesan said salt is dear.\n\n{told}")


def test_the_long_title_of_a_paper_is_nobodys_statement() -> None:
    body = "A source in Hyesan said the title of the notice was “On the Strict Ban on the Sale of Salt Outside of Markets.”"
    assert [claim.speech for claim in claims(body)] == [Speech.INDIRECT]
