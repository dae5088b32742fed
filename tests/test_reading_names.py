"""One body under several names in English reports, and whoever is nobody, counted, or said to be of an office."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.english.bodies_named import Bodies
from articles.suggestions.reader import suggest
from articles.suggestions.values import Kind, Speech, SuggestedClaim, Suggestions


def read(body: str) -> Suggestions:
    return suggest(f"Pans are shut.\n\n{body}", language="en", published=PartialDate.parse("2023-04-18"))


def claims(body: str) -> list[SuggestedClaim]:
    return [claim for claim in read(body).claims if claim.speech is not Speech.OWN]


@pytest.mark.parametrize(
    ("report", "printed", "fullest"),
    [
        (
            "South Hwanghae Province’s people committee met.",
            "provincial people’s committee",
            "South Hwanghae Province’s people committee",
        ),
        ("The Haeju Municipal Salt Office met.", "the city salt office", "Haeju Municipal Salt Office"),
        ("The United Nations Salt Council met.", "the U.N. council", "United Nations Salt Council"),
        ("The Chinese trade ministry met.", "China’s ministry", "Chinese trade ministry"),
        # whoever rules
        (
            "Russia’s government met. The North Korean authorities did not.",
            "the authorities",
            "North Korean authorities",
        ),
        ("The North Korean government met the Chinese authorities.", "The government", "North Korean government"),
        ("The provincial salt authorities met.", "authorities", "authorities"),
        ("North Korea’s central government met.", "the authorities", "central government"),
        ("A Russian government plan failed.", "the government", "Russian government"),
    ],
)
def test_a_short_name_leads_to_the_fullest_one(report: str, printed: str, fullest: str) -> None:
    assert Bodies.in_english(f"{report} Salt is dear.").fullest(printed) == fullest


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("The United States has pans. The U.S. asked the council to act.", "United States"),
        ("U.S. data sent to the salt council cite 12 ships. The United States has pans.", "United States"),
        ("A secret U.N. document says that salt fell.", "U.N."),
        # the one paper that is named, before or behind
        ("Salt is dear, Rodong Sinmun said. “Salt is scarce,” state media said.", "Rodong Sinmun"),
        ("Rodong Sinmun and Minju Joson are printed. “Salt is scarce,” state media said.", "state media"),
        ("Korean Central News Agency said salt is dear. KCNA added that rain fell.", "Korean Central News Agency"),
        # whoever speaks for it, or what kind of body it is
        ("The Salt Ministry met. The ministry’s spokesman said salt is dear.", "Salt Ministry"),
        (
            "The Haeju customs office shut, a source said. Customs officials told drivers to pay.",
            "Haeju customs office",
        ),
        ("The World Salt Programme said salt is dear. The UN agency added that rain fell.", "World Salt Programme"),
        (
            "A neighborhood watch unit told rakers to pay, a source said. The unit warned others.",
            "neighborhood watch unit",
        ),
        # funds, forums, chambers, and the pictures that they read
        ("Data compiled by the Coast Fund indicated a fall. The fund said salt is dear.", "Coast Fund"),
        ("The Haeju Chamber of Commerce said salt is dear.", "Haeju Chamber of Commerce"),
        ("Satellite images analyzed by the Coast Institute show ten pans.", "Coast Institute"),
        # who blames somebody is speaking
        ("The trade bureau is blaming the rain for the loss.", "trade bureau"),
        ("The ban, described by the trade bureau as mild, took effect.", "trade bureau"),
        # the state that counts is the government behind it
        ("Norway estimates that ten pans are open, according to the government.", "government"),
        # in the clause that the source tells of, the committee speaks
        (
            "A broker told Coast Daily on Monday that the county party committee met all, telling them that “they must rake at night.”",
            "county party committee",
        ),
    ],
)
def test_the_body_is_known_by_its_fullest_name(body: str, name: str) -> None:
    step = claims(body)[-1].steps[-1]
    assert (step.kind, step.body) == (Kind.INSTITUTION, name)


def test_it_is_no_body_any_more_when_another_source_has_begun() -> None:
    body = "The salt bureau warned panmen, a source said. {} said rakes are dear. It said that rain is coming."
    of_one, of_another = claims(body.format("The source"))[-1], claims(body.format("Another source"))[-1]
    assert (of_one.steps[-1].kind, of_another.steps[-1].kind) == (Kind.INSTITUTION, Kind.UNNAMED)


@pytest.mark.parametrize(
    ("body", "descriptor"),
    [
        ("Salt is dear, a group of brokers in Dandong said.", "a group of brokers in Dandong"),
        (
            "They rake 1,000 pans including old ones, noted a number of agents of the Salt Ministry who spoke with us.",
            "a number of agents of the Salt Ministry",
        ),
        ("International food agencies have warned that salt is dear.", "International food agencies"),
        (
            "On May 1, the Coast Daily quoted a broker inside the port reporting that a pan burst.",
            "a broker inside the port",
        ),
        (
            "In Coast Daily, a broker in Dandong, China was quoted on the 9th as saying, “Since May salt has been dear.”",
            "a broker in Dandong, China",
        ),
    ],
)
def test_a_source_may_be_counted_or_quoted_elsewhere(body: str, descriptor: str) -> None:
    assert [source.descriptor for source in read(body).sources] == [descriptor]


@pytest.mark.parametrize(
    "body",
    [
        "The works is idle, which may change if it agrees to rake.",
        "Few rakers come because they are not promising any rice.",
        "The office searched the pans because it believes that rakes are hidden there.",
        "They rake to the slogan, “Let us rake so that we can all be proud of our salt.”",
        "Old rakers are blaming the rain for the loss.",
    ],
)
def test_what_nobody_says_is_no_statement(body: str) -> None:
    assert not claims(body)


def test_the_office_of_whoever_speaks_belongs_to_the_name() -> None:
    (claim,) = claims(
        "“Salt is dear,” said Hao Lin (林), the head of the salt bureau of Jilin, the province beside it."
    )
    assert claim.speaker == "Hao Lin (林), the head of the salt bureau of Jilin"


def test_a_text_cut_off_below_a_caption_keeps_its_last_words() -> None:
    body = "A source said salt is dear.\n\nA pan in Haeju. / Image: Coast Daily\n\nA broker said rakes are dear. So they hope for the ra"
    assert [claim.speaker for claim in claims(body)] == ["A source", "A broker"]


def test_a_lead_that_its_writers_sign_is_no_caption() -> None:
    lead = "A partner in Haeju reported that salt rose in May. Rakes are taken, too, if they are not paid for. (Hong Bi-na/MORI Ken)"
    told = suggest(f"{lead}\n\nSalt is dear.", language="en", published=PartialDate.parse("2023-04-18"))
    assert [source.descriptor for source in told.sources] == ["A partner in Haeju"]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("The Kilju-based Institute for Salt Studies predicted that dues would rise.", "Institute for Salt Studies"),
        ("Human rights group Salt Watch said that dues rose.", "Salt Watch"),
        ("The Kilju-based think tank Salt Watch said that dues rose.", "Salt Watch"),
        ("Russia’s food regulator Saltsynet said that dues rose.", "Saltsynet"),
        ("Salt International said that dues rose.", "Salt International"),
        ("Eastern Salt Watch said that dues rose.", "Eastern Salt Watch"),
        ("The Bank of Kilju’s estimate showed that dues rose.", "Bank of Kilju"),
        ("North Korea opened a pan. The North has demanded that dues fall.", "North Korea"),
        (
            "The trade bureau of Kilju’s people’s committee said that dues rose.",
            "trade bureau of Kilju’s people’s committee",
        ),
        ("The factory’s party committee warned that dues rose.", "factory’s party committee"),
        ("The Kim Jong Un regime gave warning that dues would rise.", "Kim Jong Un regime"),
        # letters that are no initials, and what kind of body it is
        (
            "The Salt Centre for Boatmen (SALT) met. SALT said that dues rose.",
            "Salt Centre for Boatmen",
        ),
        (
            "The Kilju Salt Service told lawmakers that dues rose. The agency said that pans are shut.",
            "Kilju Salt Service",
        ),
        ("Salt Watch, a charity, said that dues rose. The group said that pans are shut.", "Salt Watch"),
        ("An order to stop trade came down from the Salt Committee, a source in Hyesan said.", "Salt Committee"),
        (
            "Customs officials in Kilju have told traders to wait, a source in Hyesan said.",
            "Customs officials",
        ),
        ("“The Salt Ministry says dues will rise,” Owen Lea told reporters.", "Salt Ministry"),
        (
            "A source in Hyesan said the trade bureau gathered all.\n\n“They told us to pay,” the source said.",
            "trade bureau",
        ),
    ],
)
def test_a_body_has_the_name_that_it_is_called_by(body: str, name: str) -> None:
    assert claims(body)[-1].steps[-1].body == name


@pytest.mark.parametrize(
    "body",
    [
        "The salt agency’s spokesman, Owen Lea, said that dues rose.",
        "A spokesperson for the Salt Ministry, Owen Lea, said that dues rose.",
        "The North has added at least five new pans, the Kilju Gazette reported.",
        "The bureau has added the owner of a ship, the Kilju 3, to a list of firms, the Kilju Gazette reported.",
        "The bureau reported the find to the Salt Council, a source in Hyesan said.",
        "Owen Lea urged the port to shut, the Coast Bell reported. It also said that pans are shut.",
        "In ten Chinese towns pans are shut, state media reported.",
        "Pans are shut, a country believed to be Norway reported.",
        "If they find that salt is wet, they burn it, a source in Hyesan said.",
    ],
)
def test_whoever_acts_is_named_or_prints_is_no_body_that_speaks(body: str) -> None:
    last = claims(body)[-1]
    assert Kind.INSTITUTION not in [step.kind for step in last.steps]


def test_an_official_at_a_bodys_lecture_speaks_for_it() -> None:
    body = "Salt is dear, a source in Hyesan said. In a lecture last week, an official from the county party said that rice is dear."
    assert claims(body)[-1].steps[-1].body == "county party"
    body = "Salt is dear, a source in Hyesan said. Last week, an official from the county party said that rice is dear."
    assert claims(body)[-1].steps[-1].kind is Kind.UNNAMED


@pytest.mark.parametrize(
    ("who", "body"),
    [
        ("The committee chairman", "county trade committee"),
        ("The chairman of the county party committee", "county party committee"),
        ("The chairwoman", ""),
    ],
)
def test_a_chair_of_a_body_speaks_for_it_to_its_people(who: str, body: str) -> None:
    words = f"The county trade committee met, a source in Hyesan said.\n\n“{who} said that dues will rise,” the source said."
    assert claims(words)[-1].steps[-1].body == body
