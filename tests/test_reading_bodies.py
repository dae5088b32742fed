"""Bodies behind initials, papers, leads and officials in English reports, and quotations that were passed over."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from articles.suggestions.values import Kind, Speech, SuggestedClaim, SuggestedStep, Suggestions


def read(body: str) -> Suggestions:
    return suggest(body, language="en", published=PartialDate.parse("2023-04-18"))


def claims(body: str) -> list[SuggestedClaim]:
    """What is stated, without what the outlet tells in its first paragraph."""
    return [claim for claim in read(f"Harbours are shut.\n\n{body}").claims if claim.speech is not Speech.OWN]


def chain(claim: SuggestedClaim) -> list[tuple[Kind, str]]:
    """Who speaks below the outlet: bodies by their fullest names, all others as printed."""
    return [(step.kind, step.body or step.printed) for step in claim.steps[1:]]


def last_body(body: str) -> SuggestedStep:
    return claims(body)[-1].steps[-1]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        # initials that no brackets explain
        ("The Korea Salt Trade Association met.\n\nKSTA guessed that salt would rise.", "Korea Salt Trade Association"),
        ("The Salt Union for Ports met. The SUP said salt was dear.", "Salt Union for Ports"),
        ("The United Nations met. Salt is dear, the UN said.", "United Nations"),
        ("KOSA said in a report that salt exports doubled.", "KOSA"),
        ("Kilju DSC instructed the works to shut.", "Kilju DSC"),
        # what is said to be a body, and what it puts out
        ("Salt is dear, revealed Salt Friends, a charity for the coast.", "Salt Friends"),
        ("Salt Friends, a charity, met. Salt Friends said that dues rose.", "Salt Friends"),
        ("Salt Friends, a charity, said dues rose. The newsletter added that salt is dear.", "Salt Friends"),
        ("Salt fell, a U.N. website showed Friday.", "U.N."),
        ("The Salt Council’s website shows that salt fell.", "Salt Council"),
        (
            "Data released by Russia’s Federal Salt Service showed that exports doubled.",
            "Russia’s Federal Salt Service",
        ),
        ("The General Administration of Salt met. GAS data showed a fall.", "General Administration of Salt"),
        ("The ministry’s data show a rise in salt.", "ministry"),
        ("Information from the Salt Council’s expert panel indicates that salt fell.", "Salt Council’s expert panel"),
        ("The UN Panel of Experts on North Korea said that salt fell.", "UN Panel of Experts on North Korea"),
        # the report, whoever spoke in between
        (
            "According to a report by the Coast Institute, salt is dear.\n\nChina voiced concern. The report says dues rose.",
            "Coast Institute",
        ),
        (
            "According to a report by the Coast Institute, salt is dear.\n\nChina voiced concern. The report’s authors say dues rose.",
            "Coast Institute",
        ),
        ("A confidential U.N. report seen by a broker says that salt fell.", "U.N."),
        ("The International Salt Agency, in its annual report, said that dues rose.", "International Salt Agency"),
        (
            "Salt is dear, says a paper published by the Coast Institute. The paper adds that dues rose.",
            "Coast Institute",
        ),
        ("Salt is dear on the coast, says a new report by the Coast Institute.", "Coast Institute"),
        ("The order, issued by the Cabinet on May 3, says that salt is barred.", "Cabinet"),
        ("The source said the order, issued in the name of the Cabinet, bars salt.", "Cabinet"),
        # orders by their owner, and verbs of censure
        ("The source said that a meeting was held to read the Central Committee’s instructions.", "Central Committee"),
        (
            "The source said that the trade bureau watching the quay has given orders that nobody go out.",
            "trade bureau",
        ),
        ("The source said that the county party committee slammed the works as idle.", "county party committee"),
    ],
)
def test_the_last_step_is_a_body(body: str, name: str) -> None:
    step = last_body(body)
    assert (step.kind, step.body) == (Kind.INSTITUTION, name)


@pytest.mark.parametrize(
    ("body", "steps"),
    [
        (
            "Salt fell, according to the official who cited Chinese government data.",
            [Kind.UNNAMED, Kind.INSTITUTION],
        ),
        (
            "Salt fell, a broker in Kilju said, quoting a notice by the county party committee.",
            [Kind.UNNAMED, Kind.INSTITUTION],
        ),
        ("A source in Kilju said that, according to the trade bureau, dues rose.", [Kind.UNNAMED, Kind.INSTITUTION]),
        ("Salt fell, a broker said, according to the ministry.", [Kind.INSTITUTION]),
        ("Salt fell, a broker in Kilju said, quoting old statistics.", [Kind.UNNAMED]),
        (
            "Bureau officials told traders that dues would rise, a source in Kilju said.",
            [Kind.UNNAMED, Kind.INSTITUTION],
        ),
        (
            "“Last week, people’s unit leaders informed us that salt is barred,” a broker said.",
            [Kind.UNNAMED, Kind.INSTITUTION],
        ),
        (
            "The source said that officials of the trade bureau ordered traders to hand in salt.",
            [Kind.UNNAMED, Kind.INSTITUTION],
        ),
        (
            "“An inspector from the trade bureau told us to hand in salt,” a broker said.",
            [Kind.UNNAMED, Kind.INSTITUTION],
        ),
        ("“The authorities keep telling us that salt is sacred,” a broker said.", [Kind.UNNAMED, Kind.INSTITUTION]),
        ("An official of the trade bureau told people that salt is sacred.", [Kind.UNNAMED]),
        ("“Last week, old leaders informed us that salt is barred,” a broker said.", [Kind.UNNAMED]),
        ("Ines Marrow of Coast Tours, a company, said salt was dear.", [Kind.NAMED]),
        ("KANG said salt was dear. KANG Ina sells tin.", [Kind.NAMED]),
    ],
)
def test_whoever_passes_on_a_body_stands_above_it(body: str, steps: list[Kind]) -> None:
    assert [kind for kind, _ in chain(claims(body)[-1])] == steps


@pytest.mark.parametrize(
    ("lead", "below", "name"),
    [
        ("A South Korean trade group", "The Coast Trade Association said that dues rose.", "Coast Trade Association"),
        ("A new report", "According to researchers at the Coast Institute, dues rose.", "Coast Institute"),
        ("A think tank", "The Ministry of Salt said that dues rose.", "think tank"),
        ("A salt institute", "A source in Kilju said that dues rose.", "salt institute"),
    ],
)
def test_a_lead_means_the_body_that_is_named_next(lead: str, below: str, name: str) -> None:
    first = read(f"{lead} said Sunday that salt is dear.\n\n{below}").claims[0]
    assert chain(first) == [(Kind.INSTITUTION, name)]


def test_the_last_paragraph_of_a_quotation_names_its_speaker() -> None:
    body = "A broker in Kilju said salt rose.\n\n“One ship came in May.\n\n“It took on oil,” a porter in Hyesan said."
    assert [(claim.speaker, claim.cue) for claim in claims(body)[1:]] == [("a porter in Hyesan", "said")] * 2


@pytest.mark.parametrize(
    ("body", "words", "speaker"),
    [
        (
            "A source told Daily Coast on Jan. 12 that “the ban has made life harder.”",
            "the ban has made life harder.",
            "A source",
        ),
        ("“Nobody,” he said.", "Nobody,", "he"),
        (
            "“We will keep on watching, and all the men will have to bear more<” the source continued.",
            "We will",
            "the source",
        ),
        (
            "Salt was dear in Kilju. According\nto the source, permits come twice a\nyear, “but [now] the office refused\nto give any.”",
            "but [now]",
            "the source",
        ),
        ("The broker was upset at the news, “We have heard that before.”", "We have heard", "The broker"),
    ],
)
def test_words_in_marks_are_found_with_their_speaker(body: str, words: str, speaker: str) -> None:
    claim = claims(body)[-1]
    assert (claim.speech, claim.speaker) == (Speech.DIRECT, speaker)
    assert claim.passage.text.startswith(words)


@pytest.mark.parametrize(
    "body",
    [
        "The border shut when the North slammed its gates.",
        "Resolution 9321 barred the member states from buying salt.",
        "They bought “salt” and “tin,” and left.",
    ],
)
def test_nothing_is_said(body: str) -> None:
    assert claims(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Salt rose 112.1 percent to $139.4 million, the office noted. Tin rose to $4.9 million. (Coastnews)",
        "Salt fell on February 16.The office noted the fall came after a decree.",
    ],
)
def test_figures_with_points_hide_no_sentence(body: str) -> None:
    assert "the office noted" in claims(body)[-1].passage.text.lower()


def test_a_survey_of_an_outlet_shows() -> None:
    assert chain(claims("Daily Coast’s latest survey shows salt rising.")[-1]) == [
        (Kind.OUTLET, "Daily Coast’s latest survey")
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Lately from on high [the authorities] issued an order to help the mill,", "authorities"),
        ("The salt office has been requesting papers from every carter,", "salt office"),
        ("The authorities are promoting that salt will be cheap soon,", "authorities"),
        ("The city party committee held a meeting and ordered every mill to stop,", "city party committee"),
        ("The harbour office put up a notice saying that boats must stay,", "harbour office"),
        ("The authorities are calling for thrift,", "authorities"),
        ("Orders to stop fishing were issued to every base by the Cabinet,", "Cabinet"),
    ],
)
def test_a_body_is_relayed_whose_words_or_orders_somebody_tells(words: str, name: str) -> None:
    assert last_body(f"“{words}” a source in Hyesan said.").body == name


@pytest.mark.parametrize(
    ("body", "steps"),
    [
        # told by nobody
        ("It is said that the Russian side also requested help with the rails.", [(Kind.INSTITUTION, "Russian side")]),
        (
            "It is known that the trade authorities are taking steps, such as issuing instructions to buy salt.",
            [(Kind.INSTITUTION, "trade authorities")],
        ),
        ("The trade ministry recently issued an order banning nets.", [(Kind.INSTITUTION, "trade ministry")]),
        ("Hao Guoliang issued a directive on nets in March.", [(Kind.NAMED, "Hao Guoliang")]),
        (
            "Trade has grown, with the World Salt Council having estimated that 40 ships came.",
            [(Kind.INSTITUTION, "World Salt Council")],
        ),
        (
            "Shipping data on Harbour Eikon, a platform, shows that six ships left.",
            [(Kind.INSTITUTION, "Harbour Eikon")],
        ),
        # whoever stands behind the verb, whatever state is named before it
        (
            "Boats move again from Dandong, China, across the river to Sinuiju, North Korea, said Radio Harbour (RHB).",
            [(Kind.OUTLET, "Radio Harbour (RHB)")],
        ),
        (
            "Salt fell, NBC reported, citing three port officials familiar with the trade.",
            [(Kind.OUTLET, "NBC"), (Kind.UNNAMED, "three port officials familiar with the trade")],
        ),
        # and people
        ("Salt was dear despite what locals said was a quiet week.", [(Kind.UNNAMED, "locals")]),
        ("Most expressed a little anxiety.", [(Kind.UNNAMED, "Most")]),
        ("A broker in Kilju shared that berths are let by the year.", [(Kind.UNNAMED, "A broker in Kilju")]),
        ("Salt is dear, media reports and analysts say.", [(Kind.UNNAMED, "media reports and analysts")]),
        ("“Salt is dear,” said 71-year-old retiree Hao Guoliang.", [(Kind.NAMED, "71-year-old retiree Hao Guoliang")]),
        (
            "Daily Coast also spoke to a broker in Hyesan, learning that “The market stood still.”",
            [(Kind.UNNAMED, "a broker in Hyesan")],
        ),
    ],
)
def test_somebody_speaks(body: str, steps: list[tuple[Kind, str]]) -> None:
    assert chain(claims(body)[-1]) == steps


def test_a_body_whose_official_is_punished_does_not_order() -> None:
    (claim,) = claims("The trade ministry has reportedly held a man who defied an order by the port authorities.")
    assert (claim.actor, chain(claim)) == ("The trade ministry", [])


def test_a_month_ends_a_sentence_and_a_stored_day_begins_none() -> None:
    found = read(
        "date 2023-04-18 Salt is dear, a broker said.\n\nSalt fell, a broker said in May.Most reportedly sold nets."
    )
    assert [claim.passage.text for claim in found.claims] == [
        "Salt is dear, a broker said.",
        "Salt fell, a broker said in May.",
        "Most reportedly sold nets.",
    ]


_LECTURE = "A source in Kilju told Radio Shore on May 3 that the county party committee held a lecture on salt.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "During the lecture, officials called for fewer boats.",
        "The lecture stressed that salt belongs to the state.",
        "The speaker ordered managers not to sell salt.",
        "He said the room was silent as speakers recalled two smugglers.",
        "The committee read out a long report on boats.",
        "The source said the committee gave a detailed account of two smugglers.",
        "The committee advised managers to lend boats.",
        "“Calling on managers to repent, officials at the lecture pressed the crews to hand over nets,” the source said.",
        "The committee warned of spies. Officials said they would show no mercy.",
        "At the lecture, the committee’s chairman said that salt was plenty.",
    ],
)
def test_a_body_speaks_at_its_meeting(sentence: str) -> None:
    step = last_body(f"{_LECTURE}{sentence}")
    assert (step.kind, step.body) == (Kind.INSTITUTION, "county party committee")


@pytest.mark.parametrize(
    "body",
    [
        "The lecture stressed that salt is dear.",
        "Speakers at a conference in Seoul said salt is dear.",
        "Officials said salt is dear.",
        f"{_LECTURE}Traders fear that they said too much.",
        f"{_LECTURE}Two officials in Kilju said salt is dear.",
    ],
)
def test_nobody_speaks_for_a_body_without_a_meeting_of_one(body: str) -> None:
    assert Kind.INSTITUTION not in [step.kind for claim in claims(body) for step in claim.steps]


@pytest.mark.parametrize(
    "words",
    [
        "They were brought to the office in May and told how the bureau wants nets to be sold from now on,",
        "They were taken to the hall and told how the party wants salt to be counted,",
        "We were shown in the spring how the county party committee wants nets to be mended,",
        "Everybody was called in and heard what the Salt Ministry expects of this season,",
        "Nobody has explained to us what the party hopes for from the salt trade,",
        "The heads of firms know by now how the province likes its figures to look,",
    ],
)
def test_how_a_body_wants_things_is_told_in_no_words_of_its_own(words: str) -> None:
    told = claims(f"“{words}” a source in Kilju said.")[-1]
    assert [step.kind for step in told.steps] == [Kind.OUTLET, Kind.UNNAMED]


@pytest.mark.parametrize("who", ["Inspectors from the Salt Ministry", "Officials of the Salt Ministry"])
def test_officials_who_tell_people_are_their_body_where_a_source_passes_it_on(who: str) -> None:
    sentence = f"{who} warned vendors not to sell nets."
    assert last_body(f"A source in Kilju said salt is dear.\n\n{sentence}").body == "Salt Ministry"
    assert last_body(sentence).kind is Kind.UNNAMED


def test_the_leader_of_a_unit_is_not_the_unit() -> None:
    claim = claims("The former unit leader, who fled in 2016, was quoted by RFA as saying that salt is dear.")[-1]
    assert (claim.speaker, claim.anonymous) == ("The former unit leader", True)


def test_they_are_the_authorities_of_the_sentence_before() -> None:
    body = "A source said boats were counted.\n\nThe county authorities warned crews. Basically, they threatened all of them."
    assert chain(claims(body)[-1]) == [(Kind.UNNAMED, "A source"), (Kind.INSTITUTION, "county authorities")]
    others = "The county authorities warned crews. Traders said boats were counted. They added that salt is dear."
    assert chain(claims(others)[-1]) == [(Kind.UNNAMED, "They")]


def test_it_takes_up_the_body_of_which_the_outlet_tells() -> None:
    assert last_body("The Salt Bureau shut two ports. It warned crews not to sail.").body == "Salt Bureau"


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (
            "Boats stay, Seoul’s spy agency said. Salt is dear, the National Intelligence Service said. The agency added more.",
            ["National Intelligence Service"] * 3,
        ),
        ("The CIA said so. The spy agency said salt is dear.", ["CIA", "spy agency"]),
        ("The Rodong said salt is dear. Rodong Sinmun added that nets are dear.", ["Rodong Sinmun"] * 2),
        ("According to numbers issued by the Salt Bureau in late April, exports fell.", ["Salt Bureau"]),
        ("A U.N. report identified forty ships.", ["U.N."]),
        ("The Salt Bureau said that North Korea is emphasizing thrift.", ["Salt Bureau"]),
        ("The Morning Bell reported that a U.N. report said salt is dear.", ["U.N."]),
    ],
)
def test_a_body_has_its_own_name(body: str, names: list[str]) -> None:
    assert [claim.steps[-1].body for claim in claims(body)] == names


def test_a_news_agency_is_an_outlet_unless_it_is_the_norths() -> None:
    body = "Salt is dear, Harbour News Service reported. Prices rose, the news agency said. Ports are open, it added."
    assert [claim.steps[-1].kind for claim in claims(body)] == [Kind.OUTLET] * 3
    state = "KCNA said salt is cheap. The news agency added that nets are cheap. North Korea’s news agency said more."
    assert [claim.steps[-1].kind for claim in claims(state)] == [Kind.INSTITUTION] * 3


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue"),
    [
        ("Based on the trader’s account, salt is dear.", "the trader", "based on"),
        ("According to the traders’ testimony, salt is dear.", "the traders", "according to"),
        ("Boats have been counted since May, it emerged Friday.", "", "emerged"),
        ("Salt has become dear in every port of the coast, Radio Shore has learned", "", "learned"),
        (
            "“Salt is dear this year,” the Bell Times quoted an informed source in China.",
            "an informed source in China",
            "quoted",
        ),
        ("“Salt is dear this year,” the Bell Times quoted a source in China as saying.", "a source in China", "saying"),
    ],
)
def test_whose_account_it_is(sentence: str, speaker: str, cue: str) -> None:
    assert [(claim.speaker, claim.cue) for claim in claims(sentence)] == [(speaker, cue)]


@pytest.mark.parametrize(
    "sentence", ["Based on figures, salt is dear.", "The office responded at once when nets were gone."]
)
def test_what_rests_on_nobody_is_no_statement(sentence: str) -> None:
    assert not claims(sentence)
