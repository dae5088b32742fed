"""Bodies whose words English reports pass on, and phrases in which only something looks like a speaker."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from articles.suggestions.values import Kind, Speech, SuggestedClaim, Suggestions


def read(body: str) -> Suggestions:
    return suggest(body, language="en", published=PartialDate.parse("2023-04-18"))


def claims(body: str) -> list[SuggestedClaim]:
    """What is stated, without what the outlet tells in its first paragraph."""
    return [claim for claim in read(f"Harbours are shut.\n\n{body}").claims if claim.speech is not Speech.OWN]


@pytest.mark.parametrize(
    ("body", "printed", "name"),
    [
        (
            "A report of the Korea Salt Trade Union (KSTU) came out.\n\n“Nobody buys salt now,” KSTU said.",
            "KSTU",
            "Korea Salt Trade Union",
        ),
        ("China Salt and Soda Corp (CSSC) has paid, CSSC said.", "CSSC", "China Salt and Soda Corp"),
        (
            "Salt fell, data compiled by Seoul’s government shipping agency showed.",
            "data compiled by Seoul’s government shipping agency",
            "Seoul’s government shipping agency",
        ),
        (
            "A panel monitoring the salt embargo said nine ships broke it.",
            "A panel monitoring the salt embargo",
            "panel",
        ),
        ("Beijing’s Salt Ministry met. Beijing warned the yards.", "Beijing", "Beijing"),
        (
            "North Korean authorities shut the road to Kilju, warning of a lack of salt.",
            "North Korean authorities",
            "North Korean authorities",
        ),
        (
            "A source in Kilju said that after the “summer fever” (SF-19), authorities ordered drivers to go.",
            "authorities",
            "authorities",
        ),
        ("A source in Kilju said that North Korea’s Cabinet issued an order.", "North Korea’s Cabinet", "Cabinet"),
    ],
)
def test_a_body_is_the_last_step_by_its_fullest_name(body: str, printed: str, name: str) -> None:
    step = claims(body)[-1].steps[-1]
    assert (step.kind, step.printed, step.body) == (Kind.INSTITUTION, printed, name)


def test_an_order_that_goes_to_a_body_is_not_its_own() -> None:
    told = claims("A source in Kilju said the General issued orders to the Ministry of Salt’s Boats Division.")
    assert [step.kind for step in told[-1].steps] == [Kind.OUTLET, Kind.UNNAMED]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        (
            "Ministry spokesman Lo Ming, asked about the ban and whether it would end, said: “We know of no ban.”",
            "Ministry spokesman Lo Ming",
        ),
        (
            "“They must send salt home,” Han Tae Mun from the Free Harbour Fund, who was once a captain, said.",
            "Han Tae Mun from the Free Harbour Fund",
        ),
        ("Salt is short, media reports said.", "media reports"),
        ("Two dealers briefed about the plan confirmed that salt was short.", "Two dealers briefed about the plan"),
        ("The agents who buy salt cannot pay — SALCO usually requires cash, a source said.", "SALCO"),
        (
            "Salt went by night to “small local boats,” the study, seen by the Courier, cited the member as saying.",
            "the member",
        ),
        ("The reality on this coast corroborates the complaint “that nobody checks,” the Courier said.", "the Courier"),
        ("The ministry ordered on August 28 that salt be sold.", "The ministry"),
    ],
)
def test_the_speaker_is_the_noun_that_its_verb_belongs_to(body: str, speaker: str) -> None:
    assert [claim.speaker for claim in claims(body)] == [speaker]


@pytest.mark.parametrize(
    "body",
    [
        "The study has more details than the parts reported by the Courier in March.",
        "A driver with a pass will be asked by friends to bring salt.",
        "The port shut because of several confirmed cases of cholera.",
        "The resumption of exports has raised hopes among carters.",
        "A letter was read in all houses, “blaming some people by name for hiding salt.”",
    ],
)
def test_a_participle_a_wish_and_a_thing_state_nothing(body: str) -> None:
    assert claims(body) == []


def test_the_source_is_who_told_the_outlet_last() -> None:
    body = (
        "“Salt is dear,” said a trader in Kilju, who spoke on condition of anonymity. “It is,” the source said.\n\n"
        "A resident of Hyesan told the Courier that oil is dear. “Oil is dearer than salt,” the source said."
    )
    assert [claim.steps[-1].source for claim in claims(body)] == [1, 1, 2, 2]


def test_what_stands_behind_an_end_mark_is_no_report() -> None:
    body = "Salt is dear, a source in Kilju said.\n(END)\n-\nHan says salt is for all\n-\nThe North says it will sail"
    assert [claim.speaker for claim in read(body).claims] == ["a source in Kilju"]


@pytest.mark.parametrize("line", ["KILJU (Courier) -", "(Courier) -- ", "KILJU (Courier) - "])
def test_a_date_line_is_no_part_of_the_sentence(line: str) -> None:
    assert read(f"{line}Salt is dear, a source said.").claims[0].passage.text == "Salt is dear, a source said."


@pytest.mark.parametrize(
    ("body", "steps"),
    [
        (
            "After the audit, Reps. Ann Marsh and Owen Lea quoted the NSI as saying that salt is dear.",
            ["Reps. Ann Marsh and Owen Lea", "the NSI"],
        ),
        (
            "Another lawmaker, Kim Byung-ho, cited the intelligence agency as saying that salt is dear.",
            ["Another lawmaker, Kim Byung-ho", "the intelligence agency"],
        ),
        (
            "Salt is short, Owen Lea cited the Salt Office as saying.",
            ["Owen Lea", "the Salt Office"],
        ),
    ],
)
def test_whoever_quotes_a_body_stands_above_it(body: str, steps: list[str]) -> None:
    claim = claims(body)[-1]
    assert [step.printed for step in claim.steps[1:]] == steps
    assert (claim.steps[1].kind, claim.steps[-1].kind) == (Kind.NAMED, Kind.INSTITUTION)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("“Salt keeps them going for now,” said the U.S. Treasury in a statement.", "U.S. Treasury"),
        ("A report by a UN Council expert panel said salt was sold.", "UN Council expert panel"),
        ("The panel of experts recommended that six ships be listed.", "panel of experts"),
        ("It was often criticised by the United States for doing little.", "United States"),
        ("While Beijing, North Korea’s only great ally, has said it would comply, salt came.", "Beijing"),
    ],
)
def test_bodies_of_states_and_councils_speak_in_public(body: str, name: str) -> None:
    told = claims(f"Salt is dear, a source in Kilju said.\n\n{body}")[-1]
    assert [(step.kind, step.body) for step in told.steps[1:]] == [(Kind.INSTITUTION, name)]


def test_no_instructions_are_nobodys_order() -> None:
    told = claims("Sources at the port said they have had no instructions from the government.")[-1]
    assert [step.kind for step in told.steps] == [Kind.OUTLET, Kind.UNNAMED]


def test_what_is_reported_of_a_country_is_not_reported_by_it() -> None:
    assert claims("North Korea's reported salt problems come at a bad time.") == []


def test_a_source_in_the_province_is_where_the_report_was_last() -> None:
    source = read("The port of Hamhung shut. According to a source in the province recently, salt is dear.").sources[0]
    assert (source.descriptor, source.province) == ("a source in the province", "south-hamgyong")


def test_a_space_lost_between_two_sentences_joins_none() -> None:
    told = claims("The leader ordered all to help.Rep. Lea said that salt is dear.")
    assert told[-1].passage.text == "Rep. Lea said that salt is dear."


def test_the_contact_ends_before_what_was_told() -> None:
    assert read("A source told Daily Coast on Friday that salt is dear.").sources[0].contact == "Friday"
