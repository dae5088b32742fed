"""A body taken up again in the sentence behind the one it spoke in, and sentences as reports have them."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from tests.scores import bare
from tests.test_english_relays_matrix import LEAD, relayed

NAME = "Hyesan city people’s committee"
BEFORE = (
    f"The source said that the {NAME} told the carters on April 3 that nets are dear.\n\n",
    f"“The {NAME} told the carters on April 3 that nets are dear,” the source said.\n\n",
    f"According to the source, the {NAME} put up a notice on April 3 that nets must be mended.\n\n",
    f"The {NAME} ordered the carters to mend their nets, a source in Ryanggang Province told the Amnok Daily recently.\n\n",
)
# What takes it up again, and who else speaks: "" for nobody.
AGAIN = (
    "It also told the carters to pay, the source said.",
    "It told the carters to pay.",
    "It further demanded that the carters pay, according to the source.",
    "The committee also told the carters to pay.",
    "The committee then told the carters to pay, the source added.",
    "According to the source, the committee has since told the carters to pay.",
    "The people’s committee said the carters must pay.",
    "The city people’s committee said the carters must pay.",
    "The city committee said the carters must pay, the source said.",
    "Committee officials said the carters must pay.",
    "An official from the committee told the carters to pay, the source said.",
    "The committee’s chairman told the carters to pay, the source said.",
    "The chairman of the committee told the carters to pay, the source said.",
    "The committee’s notice said the carters must pay, the source said.",
    "The committee’s order said the carters must pay.",
    "Its order said the carters must pay, the source said.",
    "Its notice warns that the carters must pay, the source said.",
    "The order also said the carters must pay, the source said.",
    "The notice says the carters must pay.",
    "The notice, the source said, says the carters must pay.",
    "In the notice, the committee said the carters must pay.",
    "“The committee says the carters must pay,” the source said.",
    "“They say the carters must pay,” the source said.",
    "“They told us to pay,” the source said.",
    "“It said the carters must pay,” the source said.",
    "“The notice says the carters must pay,” the source said.",
    "“The committee’s words were that the carters must pay,” the source said.",
    "“But the committee also said the carters must pay,” the source said.",
    "“Now the committee wants the carters to pay and says so openly,” the source said.",
    "“When we asked the committee, it said the carters must pay,” the source said.",
    "“When we asked them, they said the carters must pay,” the source said.",
    "“At the committee they told us to pay,” the source said.",
    "The carters were told to pay by the committee, the source said.",
    "The carters were told by the committee to pay.",
    "The carters were warned that they must pay.",
    "Carters who complain are told to be quiet, the source said.",
    "They were also ordered to pay, the source said.",
    "Those who do not pay were threatened with a fine.",
    "The committee promised flour to those who pay.",
    "The committee has promised that the carters will get flour.",
    "A warning that carters must pay also came from the committee, the source said.",
    "The committee, the source said, has told the carters to pay.",
    "The committee, he added, told the carters to pay.",
    "The committee reportedly told the carters to pay.",
    "The committee is said to have told the carters to pay.",
    "Inspectors from the committee told the carters to pay.",
    "The inspectors told the carters to pay, the source said.",
)
OTHERS = (
    ("The authorities told the carters to pay, the source said.", "authorities"),
    ("The police told the carters to pay, the source said.", "police"),
    ("The carters paid, the source said.", ""),
    ("“The carters paid,” the source said.", ""),
    ("“We paid and nobody thanked us,” a carter in Hyesan said.", ""),
    ("The carters did not know what to say, the source said.", ""),
    ("The source said that carters say they will pay.", ""),
    ("“They are poor,” the source said.", ""),
)


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("sentence", AGAIN)
def test_it_is_taken_up(before: str, sentence: str) -> None:
    assert relayed(LEAD + before + sentence, len(LEAD + before)) == NAME


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(("sentence", "body"), OTHERS)
def test_nobody_is_taken_for_it(before: str, sentence: str, body: str) -> None:
    assert relayed(LEAD + before + sentence, len(LEAD + before)) == body


IN_REPORTS = (
    (
        "The Ministry of Trade recently sent down a directive that all contracts be renewed, a source in Kangwon told Daily Amnok.",
        "Ministry of Trade",
    ),
    (
        "A new rule of the State Planning Commission obliges mills to report weekly, the source said.",
        "State Planning Commission",
    ),
    (
        "Orders to hand in old coins were issued to people’s units by the district office, the source explained.",
        "district office",
    ),
    ("The rule was set out in a directive of the Cabinet dated May 2, the source said.", "Cabinet"),
    (
        "The source said the directive, which bore the seal of the Ministry of Labor, was read aloud to workers.",
        "Ministry of Labor",
    ),
    ("“The city party summoned all shop heads and scolded them for hours,” the source said.", "city party"),
    (
        "“Our workplace got a notice from the military mobilization office that nobody may leave,” the source said.",
        "military mobilization office",
    ),
    (
        "According to the source, the provincial party had lashed out at managers who failed to meet the plan.",
        "provincial party",
    ),
    ("The provincial party blamed the mine’s managers for the fire, the source said.", "provincial party"),
    (
        "The Socialist Women’s Union has been told by the Central Committee to collect scrap, the source said.",
        "Central Committee",
    ),
    (
        "Under instructions from the National Defense Ministry, units are storing corn, the source said.",
        "National Defense Ministry",
    ),
    ("Following an order by the Supreme Commander, units are storing corn, the source said.", ""),
    (
        "The order, handed down in the name of the Central Military Commission, came on May 3, the source said.",
        "Central Military Commission",
    ),
    (
        "“There was a lecture by the city youth league at which we were told to hand in our phones,” the source said.",
        "city youth league",
    ),
    (
        "“In a lecture, the city party propaganda department said that foreign films are poison,” the source said.",
        "city party propaganda department",
    ),
    (
        "During a meeting of managers on May 3, the provincial trade bureau stressed that debts must be paid, the source said.",
        "provincial trade bureau",
    ),
    (
        "“The security department came in and took him. They said he had talked too much,” the source said.",
        "security department",
    ),
    ("“The police let him go after two days, but told him he would be watched,” the source said.", "police"),
    (
        "“The inspectors of the provincial party told us that anyone with two phones is a spy,” the source said.",
        "provincial party",
    ),
    (
        "“An official from the city people’s committee came with a list and said we had a week,” the source said.",
        "city people’s committee",
    ),
    ("“My neighbor works for the tax office. She says it will close,” the source said.", ""),
    (
        "China’s commerce ministry told Reuters in a statement that it was not aware of the matter.",
        "China’s commerce ministry",
    ),
    ("Asked about the report, the Unification Ministry said it could not confirm it.", "Unification Ministry"),
    (
        "The Korean Central News Agency (KCNA) said in an English dispatch that the meeting had been held on Monday.",
        "Korean Central News Agency",
    ),
    ("State media reported Tuesday that the leader had visited the mill.", "State media"),
    ("The Rodong Sinmun called on its readers to save coal in an editorial Sunday.", "Rodong Sinmun"),
    ("In its report, the U.N. panel said that the ship had changed its name twice.", "U.N. panel"),
    ("The World Food Program estimated that 40 percent of people do not have enough to eat.", "World Food Program"),
    ("The source said that the guard posts have been told by brigade headquarters to shoot.", "brigade headquarters"),
    ("The source quoted an order from the General Staff as saying that leave is cancelled.", "General Staff"),
    ("“The order from above was clear: no leave,” the source said.", ""),
    (
        "The source said that notices signed by the city security bureau have been pasted on gates, warning that talk is punished.",
        "city security bureau",
    ),
    (
        "Notices pasted up by the city security bureau warn that talk is punished, the source said.",
        "city security bureau",
    ),
    (
        "A proclamation issued in the name of the Ministry of Social Security says that offenders will be shot, the source said.",
        "Ministry of Social Security",
    ),
    ("The proclamation said that offenders would be shot, according to the source.", ""),
    (
        "The farm’s management committee, in a bind, asked the county for fuel, the source said.",
        "farm’s management committee",
    ),
    (
        "The county farm management committee told work teams that no more fuel would come, the source added.",
        "county farm management committee",
    ),
    (
        "The Hyesan city party committee was ordered by the provincial party committee to explain itself in writing, the source said.",
        "provincial party committee",
    ),
    ("The bank told customers that it had no cash, the source said.", "bank"),
    (
        "The trading company has told its wholesalers to expect nothing until July, a trader in Sinuiju told Daily Amnok.",
        "trading company",
    ),
    ("“The company says it will pay next year,” a worker in Dandong told Daily Amnok.", "company"),
    ("“Our company told us not to go out,” a worker in Dandong told Daily Amnok.", "company"),
    ("“The factory manager told the women that whoever complains will be sent home,” the source said.", "factory"),
    (
        "The manager of the factory told the women that whoever complains would be sent home, the source said.",
        "factory",
    ),
    (
        "The head of the people’s unit went from door to door telling people to hang flags, the source said.",
        "people’s unit",
    ),
    ("Neighborhood watch units told residents to hang flags, the source said.", "Neighborhood watch units"),
    ("Inminban heads informed households that the water would be cut, the source said.", "Inminban"),
    (
        "The market management office announced a rise of fees, a source in Hoeryong told Daily Amnok recently.",
        "market management office",
    ),
    (
        "In Hoeryong, the market management office has put up a sign saying that stalls close at five, the source said.",
        "market management office",
    ),
    ("The office’s notice said that stalls close at five, the source said.", "office"),
    (
        "The National Intelligence Service told lawmakers in a closed session that the plant was running.",
        "National Intelligence Service",
    ),
    ("Lawmakers briefed by the spy agency said that the plant was running.", ""),
    ("The Joint Chiefs of Staff said the missile flew 400 kilometers.", "Joint Chiefs of Staff"),
    ("Japan’s Defense Ministry said the missile fell outside its waters.", "Japan’s Defense Ministry"),
    ("The White House said it was aware of the reports.", "White House"),
    ("The foreign ministry in Pyongyang said in a statement that it would respond.", "foreign ministry"),
    ("Pyongyang told Beijing that the border would open in May, the source said.", "Pyongyang"),
    ("The Chinese side told them that the border would open in May, the source said.", "Chinese side"),
    ("Beijing has asked Pyongyang to take back its workers, the diplomat said.", "Beijing"),
    (
        "The Russian embassy in Pyongyang wrote on Telegram that the flights would start in July.",
        "Russian embassy in Pyongyang",
    ),
    ("Russia’s Far East ministry said on its website that the train would run again.", "Russia’s Far East ministry"),
    ("The governor’s office in Vladivostok said that the train would run again.", "governor’s office in Vladivostok"),
    (
        "The source said that at the market, loudspeaker vans of the propaganda department told people to dress neatly.",
        "propaganda department",
    ),
    ("“Broadcasts over the third network said that the storm would hit,” the source said.", ""),
    ("“The wired radio said that the storm would hit,” the source said.", "wired radio"),
)
ROUND_ABOUT = (
    (
        "The Ministry of Salt [MOS] issued a proclamation warning that nets are dear, the source said.",
        "Ministry of Salt",
    ),
    (
        "“The carters [trade mission in Vladivostok] assure us that nets will come,” the source said.",
        "trade mission in Vladivostok",
    ),
    ("“The Unit 512 people promise me nets,” the source said.", "Unit 512"),
    (
        "“They came round with a paper from the county people’s committee that set nets at 2 yuan,” the source said.",
        "county people’s committee",
    ),
    ("“They showed a paper from the county people’s committee and left,” the source said.", ""),
    ("“The head of the people’s unit keeps nets. She told us to write ‘none’,” the source said.", "people’s unit"),
    ("“If Chinese customs say no, we wait,” the source said.", ""),
    (
        "“We sent two letters to the county trade bureau and received the answer that nets are dear,” the source said.",
        "county trade bureau",
    ),
    ("“First they asked the carters, then the port told them to wait,” the source said.", "port"),
    (
        "“The inspection office in Pyongyang has written to customs that nets are dear,” the source said.",
        "inspection office in Pyongyang",
    ),
    ("The Ministry of Salt and the customs office announced that nets are dear, the source said.", "Ministry of Salt"),
    ("The Salt Relief Network quoted a carter as saying that nets are dear.", "Salt Relief Network"),
    ("“The province says this, and the county police say that,” the source said.", "county police"),
    ("The Harbour Voice said that the Ministry of Salt had told carters to mend nets.", "Ministry of Salt"),
)
SOURCE = "A source in Hyesan told the Amnok Daily on April 5 that nets are dear.\n\n"


@pytest.mark.parametrize(("sentence", "body"), IN_REPORTS)
def test_a_report_says_whose_words_it_passes_on(sentence: str, body: str) -> None:
    assert bare(relayed(SOURCE + sentence, len(SOURCE))) == bare(body)


@pytest.mark.parametrize(
    ("body", "province"),
    [
        ("Yards in Samsu County count their nets.\n\n“Nets are dear,” a woman there told us.", "ryanggang"),
        ("Nets are dear in Haeju.\n\nIn Dandong nets sell well, a trader there said.", ""),
        (
            "Nets are dear in Koksan.\n\nAn official of the provincial rural committee said that nets are dear.",
            "north-hwanghae",
        ),
    ],
)
def test_a_source_sits_where_its_body_or_there_is(body: str, province: str) -> None:
    (source,) = suggest(body, language="en", published=PartialDate.parse("2023-04-18"), headline="").sources
    assert source.province == province


@pytest.mark.parametrize(
    ("body", "provinces"),
    [
        ("An inspection group from Hamhung has been counting nets in Rajin.", ("rason",)),
        ("A farm in Sinpho-ri, Puryong County, grows leeks.", ("north-hamgyong",)),
        ("The Choson Tongsin wrote of roofs in Wonsan.", ("kangwon",)),
    ],
)
def test_a_place_is_not_where_somebody_comes_from_or_part_of_a_name(body: str, provinces: tuple[str, ...]) -> None:
    found = suggest(body, language="en", published=PartialDate.parse("2023-04-18"), headline="")
    assert found.provinces == provinces


def test_the_half_of_the_year_is_of_the_one_that_runs() -> None:
    body = "The machines were promised for the second half of the year."
    (date,) = suggest(body, language="en", published=PartialDate.parse("2023-04-18"), headline="").dates
    assert date.date.edtf == "2023-41"


@pytest.mark.parametrize(("sentence", "body"), ROUND_ABOUT)
def test_a_body_is_heard_however_it_is_told_of(sentence: str, body: str) -> None:
    assert bare(relayed(SOURCE + sentence, len(SOURCE))) == bare(body)


HOUSES = (
    ("The depot told the carters to wait, the source said.", "depot"),
    ("“Our dormitory told us to wait,” the source said.", "dormitory"),
    ("“The quartermaster told us to wait,” the source said.", ""),
    ("“The young told us to wait,” the source said.", ""),
    ("A spokesperson for the Chinese embassy in Seoul said that nets are dear.", "Chinese embassy in Seoul"),
    ("“Every net is a wall,” Kim Yong Ae, a carter, was quoted as saying by the Rodong Sinmun.", "Rodong Sinmun"),
    (
        "“Nets must be mended,” Premier Kim Tok Hun said, according to the Korean Central News Agency.",
        "Korean Central News Agency",
    ),
    ("The Rodong Sinmun called in an editorial on Monday for nets to be mended.", "Rodong Sinmun"),
)


@pytest.mark.parametrize(("sentence", "body"), HOUSES)
def test_a_house_or_a_paper_that_no_list_knows_is_heard(sentence: str, body: str) -> None:
    assert bare(relayed(SOURCE + sentence, len(SOURCE))) == bare(body)
