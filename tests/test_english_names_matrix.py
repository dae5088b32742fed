"""Bodies of every kind an English report may name, each behind and before its verb, with the whole of their names."""

import pytest

from tests.scores import bare
from tests.test_english_relays_matrix import FRAMES, LEAD, relayed

OFFICES = "electricity market labor post heating telecom housing tax welfare passport veterinary permit propaganda"
TEAMS = "city hospital, county court, joint squad, youth league, county women’s union, provincial control team, price inspection team"
BODIES = (
    *(f"the city {office} office" for office in OFFICES.split()),
    *(f"the {team}" for team in TEAMS.split(", ")),
    "the cadre department",
    "the brigade’s political department",
    "the farm’s management board",
    "the factory party committee",
    "the party cell",
    "the party committee of the Komdok mine",
    "the party committee of the machine plant",
    "the inspection group of the provincial party",
    "the women’s union in Hongwon",
    "the trade mission in Dandong",
    "the hospital in Samsu",
    "the North Korean Embassy in Beijing",
    "the Propaganda and Agitation Department",
    "the Kim Chaek Iron and Steel Works",
    "the Politburo",
    "the General Staff",
    "the Red Cross",
    "the NSA",
    "Bureau 27",
    "Unit 109",
    "Russian Railways",
    "Rungra Construction",
    "the garrison",
    "the military",
    "the school",
    "the patrol",
    "the pharmacy",
)
FIRST = "{} warned the carters that nets are dear, the source said."


@pytest.mark.parametrize("printed", BODIES)
@pytest.mark.parametrize("frame", [*FRAMES, FIRST])
def test_a_body_of_any_kind_has_its_whole_name(printed: str, frame: str) -> None:
    words = frame.format(printed)
    assert bare(relayed(LEAD + words[0].upper() + words[1:], len(LEAD))) == bare(printed)


SAID_BEFORE = "The source said that the county patrol team was going from yard to yard and demanding old nets. "
OFFICER_BEFORE = "“The people’s unit leader read out the notice and said that nets are dear,” the source said. "
PAPER_BEFORE = "“According to the circular from the city labor bureau, nets are dear,” the source said. "
TAKEN_UP = (
    (SAID_BEFORE, "“They say whoever hides a net is a thief,” the source said.", "county patrol team"),
    (SAID_BEFORE, "“They take a net and say it is old,” the source said.", "county patrol team"),
    (SAID_BEFORE, "“When I showed them mine, they told me to mend it,” the source said.", "county patrol team"),
    (SAID_BEFORE, "“They are dear,” the source said.", ""),
    (SAID_BEFORE, "“He says nets are dear,” the source said.", ""),
    (OFFICER_BEFORE, "“She told us that whoever has none may pay,” the source said.", "people’s unit"),
    (OFFICER_BEFORE, "The source said the leader had told the poorest to wait.", "people’s unit"),
    (PAPER_BEFORE, "“The circular also forbids us to mend them,” the source said.", "city labor bureau"),
    (PAPER_BEFORE, "“The gate is closed,” the source said.", ""),
)


@pytest.mark.parametrize(("before", "sentence", "body"), TAKEN_UP)
def test_a_body_that_spoke_before_is_taken_up(before: str, sentence: str, body: str) -> None:
    assert relayed(LEAD + before + sentence, len(LEAD + before)) == body
