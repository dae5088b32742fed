"""Who is heard through whom in English: verbs × constructions, bodies × constructions, and what takes a body up again."""

from itertools import product

import pytest

from articles.dates import PartialDate
from articles.suggestions.english.bodies_named import Bodies
from articles.suggestions.english.relays import last_speaking
from articles.suggestions.reader import suggest
from tests.scores import bare

TOLD, ASKED, SAID, BLAMED, HANDED = (
    "the carters that nets are dear",
    "the carters to mend nets",
    "that nets are dear",
    "the carters",
    "an order on nets",
)
# By what follows them: past and participle, present, going on.
FORMS = {
    TOLD: (
        "told/tells/telling, warned/warns/warning, informed/informs/informing, notified/notifies/notifying, "
        "reminded/reminds/reminding, assured/assures/assuring"
    ),
    ASKED: (
        "ordered/orders/ordering, instructed/instructs/instructing, commanded/commands/commanding, "
        "urged/urges/urging, asked/asks/asking, called on/calls on/calling on, required/requires/requiring, "
        "begged/begs/begging, obliged/obliges/obliging, directed/directs/directing, pressed/presses/pressing, "
        "exhorted/exhorts/exhorting"
    ),
    SAID: (
        "said/says/saying, announced/announces/announcing, decreed/decrees/decreeing, ruled/rules/ruling, "
        "proposed/proposes/proposing, guaranteed/guarantees/guaranteeing, replied/replies/replying, "
        "hinted/hints/hinting, laid down/lays down/laying down, admitted/admits/admitting, "
        "made clear/makes clear/making clear, held/holds/holding, repeated/repeats/repeating, "
        "vowed/vows/vowing, demanded/demands/demanding"
    ),
    BLAMED: (
        "criticised/criticises/criticising, reprimanded/reprimands/reprimanding, scolded/scolds/scolding, "
        "praised/praises/praising, censured/censures/censuring, lectured/lectures/lecturing"
    ),
    HANDED: (
        "issued/issues/issuing, handed down/hands down/handing down, sent out/sends out/sending out, "
        "put out/puts out/putting out, circulated/circulates/circulating, read out/reads out/reading out, "
        "passed on/passes on/passing on, published/publishes/publishing, relayed/relays/relaying"
    ),
}
VERBS = [(*forms.split("/"), what) for what, all_forms in FORMS.items() for forms in all_forms.split(", ")]
BODY = "the county trade bureau"
CONSTRUCTIONS = {
    "past": "Nets are short. {body} {past} {what}.",
    "perfect": "Nets are short, for {body} has {past} {what}.",
    "present": "Nets are short because {body} {third} {what}.",
    "continuous": "Nets are short, and {body} is {going_on} {what}.",
    "long": "Nets are short. {body} has been {going_on} {what}.",
    "aside": "{body}, across the river, {past} {what}.",
    "relative": "The gate belongs to {body}, which {past} {what}.",
    "participle": "Last week {body} sent men round, {going_on} {what}.",
    "and": "{body} closed the gate and {past} {what}.",
    "officer": "The secretary of {body} {past} {what}.",
    "spokesman": "{body}’s spokesman {past} {what}.",
    "people": "People from {body} came and {past} {what}.",
    "with": "The carters wait, with {body} {going_on} {what}.",
    "they": "{body} closed the gate. They {past} {what}.",
    "and it": "The carters wrote to {body}, and it {past} {what}.",
}


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
def test_a_body_speaks_by_every_verb(construction: str) -> None:
    frame = CONSTRUCTIONS[construction]
    silent = []
    for past, third, going_on, what in VERBS:
        words = frame.format(body=BODY, past=past, third=third, going_on=going_on, what=what)
        cue = last_speaking(words[0].upper() + words[1:])
        if cue is None or bare(cue.phrase.split("’s ")[0]) != bare(BODY):
            silent.append(words)
    assert silent == []


@pytest.mark.parametrize(
    ("participle", "what"), [(past, what.partition(" that ")[0]) for past, *_, what in VERBS if what != SAID]
)
def test_a_body_has_done_so_to_somebody(participle: str, what: str) -> None:
    told = what.removeprefix("the carters")
    subject = "The carters were" if what.startswith("the carters") else "An order on nets was"
    words = f"{subject} {participle} by {BODY}{told if what.startswith('the carters') else ''}."
    cue = last_speaking(words)
    assert cue is not None
    assert bare(cue.phrase) == bare(BODY)


PAPERS = (
    "an order from {body} says that nets are dear",
    "we mend nets under an order from {body}",
    "we mend nets under {body}’s directive",
    "nets were mended on instructions from {body}",
    "we got a notice from {body} that nets are dear",
    "we heard from {body} that nets are dear",
    "we gave in to {body}’s demand that nets be mended",
    "we had a letter from {body} saying that nets are dear",
    "we ignored a warning from {body} that nets are dear",
    "the gate was closed at the request of {body}",
    "{body}’s answer was that nets are dear",
    "a lecturer from {body} told us that nets are dear",
    "{body} made a promise about nets",
    "{body} sent a man who told us that nets are dear",
    "{body} visits the yards to remind us of nets",
)
LEAD = "A trader in Hyesan told the Amnok Daily on April 5 that nets are dear.\n\n"


def relayed(body: str, behind: int = 0) -> str:
    """The last institution of the first statement that begins behind so many characters, or ""."""
    found = suggest(body, language="en", published=PartialDate.parse("2023-04-18"), headline="")
    claim = next(claim for claim in found.claims if claim.passage.start >= behind)
    return next((step.body or step.printed for step in reversed(claim.steps) if step.kind == "institution"), "")


@pytest.mark.parametrize("words", PAPERS)
@pytest.mark.parametrize("frame", ["The source said that {}.", "{}, he added.", "“{}. So we wait,” the source said."])
def test_a_body_speaks_by_what_it_hands_down(words: str, frame: str) -> None:
    clause = words.format(body=BODY)
    told = frame.format(clause if "that {}" in frame else clause[0].upper() + clause[1:])
    assert bare(relayed(LEAD + told, len(LEAD))) == bare(BODY)


# As it is printed, and the name if that is another.
BODIES = {
    "the Ministry of Foreign Trade": "",
    "the Kilju County People’s Committee": "",
    "the provincial party committee": "",
    "the customs house at Sanhe": "",
    "the police station in Unhung County": "",
    "the county party committee in Riwon": "",
    "the State Timber Commission": "",
    "the National Net Agency": "",
    "the Coal Directorate": "",
    "the port authority": "",
    "the salt guidance office": "",
    "the commercial management office": "",
    "the Unit 512 Trading Company": "",
    "the 27th Border Brigade": "",
    "the border guard unit": "",
    "the grain inspection team": "",
    "the Hyesan branch of the Salt Ministry": "",
    "the people’s unit": "",
    "the provincial bureau of the Ministry of Social Security": "",
    "the trade management bureau of South Hwanghae Province": "",
    "the Citizens’ Relief Network": "",
    "the Musan Mine": "",
    "the Hungnam Fertilizer Factory": "",
    "China’s Commerce Ministry": "",
    "the Chinese Commerce Ministry": "",
    "the North Korean consulate in Shenyang": "",
    "Chinese police": "",
    "the provincial prosecutors’ office": "",
    "the North Korean Ministry of Railways": "Ministry of Railways",
    "North Korea’s Ministry of Railways": "Ministry of Railways",
}
FRAMES = (
    "The source said that {} told the carters that nets are dear.",
    "“Nets are dear now. Last week {} ordered the carters to mend them, and so we wait,” the source said.",
    "The carters were told by {} to mend nets, the source said.",
    "According to the source, nets went up after {} announced that they are dear.",
)


@pytest.mark.parametrize(("printed", "frame"), list(product(BODIES, FRAMES)))
def test_a_body_has_its_whole_name(printed: str, frame: str) -> None:
    assert bare(relayed(LEAD + frame.format(printed), len(LEAD))) == bare(BODIES[printed] or printed)


INTRODUCED = "The source said that the Kilju County People’s Committee told the carters on April 3 that nets are dear. "
TAKEN_UP = (
    "According to the source, the committee also ordered them to pay.",
    "The people’s committee also ordered them to pay, the source said.",
    "It also ordered them to pay, the source said.",
    "It also pressed them to pay.",
    "They were also told that the ferry closes.",
    "The carters were also warned that the ferry closes.",
    "The chairman added that the ferry closes.",
    "The secretary said that the ferry closes.",
    "Officials stressed that the ferry closes.",
    "Committee officials stressed that the ferry closes, the source said.",
    "Its chairman warned them that the ferry closes, the source said.",
    "The order said that the ferry closes.",
    "“They told us that the ferry closes,” the source said.",
    "“Then the committee warned us that the ferry closes,” the source said.",
)


@pytest.mark.parametrize("sentence", TAKEN_UP)
def test_a_body_is_taken_up_again(sentence: str) -> None:
    assert relayed(LEAD + INTRODUCED + sentence, len(LEAD + INTRODUCED)) == "Kilju County People’s Committee"


OTHERS = (
    ("The county party committee warned them that the ferry closes, the source said.", "county party committee"),
    ("“Then the ferry office warned us that it closes,” the source said.", "ferry office"),
    ("The ferry closes, the source added.", ""),
    ("“Nets are dear,” a resident in Kilju said.", ""),
    ("China has asked the North for nets, the source said.", "China"),
    ("The Cabinet ordered carters to mend nets, the Korean Central News Agency reported.", "Cabinet"),
    ("The Cabinet was of good cheer, the Korean Central News Agency reported.", "Korean Central News Agency"),
)


@pytest.mark.parametrize(("sentence", "body"), OTHERS)
def test_another_is_not_taken_for_it(sentence: str, body: str) -> None:
    assert relayed(LEAD + INTRODUCED + sentence, len(LEAD + INTRODUCED)) == body


@pytest.mark.parametrize(("at", "name"), [(40, "Ministry of Salt"), (90, "Ministry of Trade")])
def test_a_short_name_means_the_body_printed_last(at: int, name: str) -> None:
    bodies = Bodies.in_english(
        "The Ministry of Salt met the carters on April 3, as the Ministry of Trade had done. The ministry was late."
    )
    assert bodies.fullest("ministry", at) == name


ONLY_ACTS = (
    "The source said that the county people’s committee closed the market.",
    "“The committee took the nets. So we wait,” the source said.",
    "According to the source, the trade bureau collected the permits of nine firms.",
    "“A guard at the customs house said it was cold,” the source said.",
    "“My friend at the trade bureau told me to wait,” the source said.",
    "The source said that people near the customs house say nets are dear.",
    "The source said the trade bureau is called the lion’s den.",
    "“The trade bureau asks us for money every week,” the source said.",
    "The source said the Mirae Trading Company ordered 300 tons of flour.",
    "The source said the carters asked the trade bureau to open the gate.",
    "“We complained to the trade bureau that nets are dear,” the source said.",
    "The source said the trade bureau was asked to open the gate.",
    "“The customs house will be asked again,” the source said.",
    "The source said that the trade bureau is said to be strict.",
    "The trade bureau has set a quota of nine tons, the source said.",
    "The source said that the Border Command had barred soldiers from the bank.",
    "The source said that the trade bureau posted guards at the gate.",
    "The source said that the committee gave out rice.",
    "The source said that the customs house holds drums of oil.",
    "“I carry letters of the trade bureau to the port,” the source said.",
    "The source said that the trade bureau said nothing about nets.",
    "The source said that the bureau plans to extend the rule to batteries.",
    "The source said that the customs house released the ship.",
    "The source said that the Women’s Union publishes a magazine.",
    "The source said that Musan County has nets again.",
    "The source said that the committee’s trucks carry nets.",
)


@pytest.mark.parametrize("sentence", ONLY_ACTS)
def test_a_body_that_only_acts_does_not_speak(sentence: str) -> None:
    assert relayed(LEAD + sentence, len(LEAD)) == ""


NOUNS = ("source", "fisherman", "shopkeeper", "woman in her 40s")
SEATS = (
    ("a {} in Musan, North Hamgyong Province, said.", "north-hamgyong"),
    ("a {} in Onsong County said on Monday.", "north-hamgyong"),
    ("a Sinuiju-based {} said.", "north-pyongan"),
    ("a Hyesan {} said.", "ryanggang"),
    ("a {} from Sinpo said.", "south-hamgyong"),
    ("a {} who lives in Kaechon said.", "south-pyongan"),
    ("a {} near Haeju said.", "south-hwanghae"),
    ("a {} in North Pyongan’s Ryongchon County said.", "north-pyongan"),
    ("a {} in the border city of Hoeryong said.", "north-hamgyong"),
    ("a {} working in Wonsan said.", "kangwon"),
    ("a {} of the city said.", "ryanggang"),
    ("a local {} said.", "ryanggang"),
    ("a {} who runs a stall in Sariwon said.", "north-hwanghae"),
    ("a {} at the port of Nampo said.", "nampo"),
    ("a {} told us by phone from Chongju.", "north-pyongan"),
    ("a Chinese {} in Dandong said.", ""),
    ("a North Korean {} in Shenyang said.", ""),
    ("a {} from Hyesan who defected in 2019 said.", ""),
    ("a {} from Musan now in Seoul said.", ""),
    ("a {} familiar with trade in Rason said.", ""),
    ("a {} in Dandong, across the river from Sinuiju, said.", ""),
    ("a {} in China who trades with Rason said.", ""),
)


@pytest.mark.parametrize(("words", "province"), SEATS)
@pytest.mark.parametrize("noun", NOUNS)
def test_a_source_sits_where_its_words_say(noun: str, words: str, province: str) -> None:
    body = f"Nets are dear in Hyesan, Ryanggang Province.\n\n“Nets went up,” {words.format(noun)}"
    (source,) = suggest(body, language="en", published=PartialDate.parse("2023-04-18"), headline="").sources
    assert source.province == province
