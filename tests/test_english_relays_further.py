"""Whose words an English report passes on, by further ways of naming a body and of taking it up again."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from tests.scores import bare

TOLD = "A carter in Hyesan said nets are dear.\n\n"
HEARD = "A carter in Hyesan said the {body} urged crews to mend nets.\n\n"
BUREAU = HEARD.format(body="net bureau")
SHORT = ("office", "station", "unit", "post", "bureau", "department", "agency", "authority", "ministry", "committee")


def relayed(report: str) -> str:
    """The last body in the last statement, without its article; "" if none."""
    found = suggest(report, language="en", published=PartialDate.parse("2023-04-18"), headline="").claims
    bodies = [step.body for step in found[-1].steps if step.kind == "institution"] if found else []
    return bare(bodies[-1]) if bodies else ""


NAMES = {
    "The Sailors’ Council [of the Workers’ Party] told crews to wait, a carter said.": "sailors' council",
    "The Ministry of Sailors' Rest told crews to wait, a carter said.": "ministry of sailors' rest",
    "North Korea's Ministry of Sailors' Rest told crews to wait, a carter said.": "ministry of sailors' rest",
    "Net-mending cooperative Quayline said two boats sank.": "quayline",
    "Net-mending agency Quayline said two boats sank.": "quayline",
    "Two boats sank, according to the sailors’ union Quayline.": "quayline",
    "Nets are dear, the aid group Boats of Hope said on Sunday.": "boats of hope",
    "Nets are dear, the charity Sailors Across the Strait said on Sunday.": "sailors across the strait",
    "The order came from the party's Bureau 41, a carter said.": "party's bureau 41",
    "Crews were told to sail late by the port loading brigade, a carter said.": "port loading brigade",
    "Crews were told to sail late by the hospital cleaning department, a carter said.": "hospital cleaning department",
    "The Danish net agency said in a letter that boats sank.": "danish net agency",
    "The sailors’ convention urged crews to wait, a carter said.": "sailors' convention",
    "“A circular from the pension fund came in May,” a carter said.": "pension fund",
    "“A circular from the savings bank came in May,” a carter said.": "savings bank",
}
WAYS = {
    "“I wrote to the net bureau about twine and was advised to wait,” a carter said.": "net bureau",
    "A carter said he turned to the net bureau for help but was only told to wait.": "net bureau",
    "A carter said she asked the net bureau about twine and was ordered to leave.": "net bureau",
    "A carter said he wrote to the net bureau and told his wife to wait.": "",
    "A spring session of the net bureau urged crews to wait, a carter said.": "net bureau",
    "An extraordinary meeting of the net bureau, held in Haeju, urged crews to wait, a carter said.": "net bureau",
    "Twine is rationed, with two crews urged by the net bureau to sail late, a carter said.": "net bureau",
    "The yard, told by the net bureau to wait, has closed, a carter said.": "net bureau",
    "Crews warned by the net bureau that storms come have left, a carter said.": "net bureau",
    "The Haeju net bureau has outlawed stalls by the quay, a carter said.": "haeju net bureau",
    "Stalls have been banned by the net bureau, a carter said.": "net bureau",
    "The net bureau ban on stalls is hard, a carter said.": "",
    "The net bureau came out with a circular that crews sail late.": "net bureau",
    "The county party's agricultural secretary urged crews to wait, a carter said.": "county party",
    "Ines Marrow said the yard had broken a decree of the forestry bureau.": "forestry bureau",
    "Ines Marrow said police officers had demanded fish.": "",
    "“If the net bureau minds, the net bureau will warn us,” a carter said.": "",
}
TAKEN_UP = {
    "“Barns will be shut,” its director warned them.": "net bureau",
    "“An agent walked into our yard and ordered us to sail late,” the carter said.": "net bureau",
    "“The officials counted our boats and warned us to sail late,” the carter said.": "net bureau",
    "“An agent walked into our yard and counted boats,” the carter said.": "",
}
PAPERS = {
    "A placard signed by the net bureau hung on the quay.\n\nThe circular warned that boats will be seized.": "net bureau",
    "The net bureau issued a circular.\n\nThe circular caps the levy at two boats.": "net bureau",
    "The net bureau issued a circular.\n\n“Pay at once,” the circular, dated May 3, warns.": "net bureau",
    "The net bureau issued a circular.\n\nThe circular, written in May, says that boats will be seized.": "net bureau",
    "The Danish net agency said in a study that boats sank.\n\nThe port office said in a letter that boats float."
    "\n\nThe study also warned that boats sink.": "danish net agency",
    "Korean Central Television said nets are dear.\n\nThe newscast also said that boats sank.": "korean central television",
    "Lanok Tours, which owns two boats, said nets are dear.\n\nThe firm said that boats sank.": "lanok tours",
    "The net bureau is dispatching surveyors.\n\nThe surveyors have urged each crew to wait.": "net bureau",
    "The net bureau has sent inspectors to yards.\n\nThe inspectors have urged each crew to wait.": "net bureau",
}


@pytest.mark.parametrize(("sentence", "body"), [*NAMES.items(), *WAYS.items()])
def test_a_sentence_passes_on_a_body(sentence: str, body: str) -> None:
    assert relayed(TOLD + sentence) == body


@pytest.mark.parametrize(("sentence", "body"), TAKEN_UP.items())
def test_its_people_speak_for_a_body_told_of_before(sentence: str, body: str) -> None:
    assert relayed(BUREAU + sentence) == body


@pytest.mark.parametrize(("sentences", "body"), PAPERS.items())
def test_a_paper_a_firm_and_people_sent_are_taken_up(sentences: str, body: str) -> None:
    assert relayed(TOLD + sentences) == body


@pytest.mark.parametrize("noun", SHORT)
@pytest.mark.parametrize(
    "sentence",
    [
        "During a rally in May, an inspector of the {noun} warned that nets are dear.",
        "The {noun}’s inspectors warned crews that nets are dear.",
        "The {noun}'s inspectors branded stalls “a nuisance,” the carter said.",
    ],
)
def test_a_body_is_taken_up_by_its_head_alone(noun: str, sentence: str) -> None:
    assert relayed(HEARD.format(body=f"net {noun}") + sentence.format(noun=noun)) == f"net {noun}"


def test_who_is_cited_speaks_and_a_surname_of_a_place_hides_somebody() -> None:
    report = "“Nets are dear,” the carter said, citing a weaver who lives in Haeju.\n\n“So is twine,” said Mrs. Om (38) of Haeju."
    first, second = suggest(report, language="en", published=PartialDate.parse("2023-04-18"), headline="").claims
    assert (first.speaker, first.anonymous) == ("a weaver who lives in Haeju", True)
    assert (second.speaker, second.anonymous) == ("Mrs. Om (38) of Haeju", True)


@pytest.mark.parametrize(
    ("report", "count"),
    [
        ("A carter said nothing about nets was decided.", 1),
        ("A carter said nothing about nets.", 0),
        ("Neither the consulate in Turin nor the yard replied to letters.", 0),
        ("A carter explained the matter as follows.\n\n“Nets are dear.”", 1),
    ],
)
def test_silence_and_announcing_are_no_statements(report: str, count: int) -> None:
    found = suggest(f"Boats are in.\n\n{report}", language="en", published=PartialDate.parse("2023-04-18"), headline="")
    assert len([claim for claim in found.claims if claim.passage.text != "Boats are in."]) == count
