"""Who says what in English reports: one small scene for each way of saying it."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from articles.suggestions.values import Basis, Kind, Speech, SuggestedClaim, Suggestions

LEAD = "Traders are nervous, a source in Hyesan said.\n\n"


def read(body: str) -> Suggestions:
    return suggest(body, language="en", published=PartialDate.parse("2023-04"))


def direct(body: str) -> list[tuple[str, str, str, bool]]:
    """The words of every direct claim, who speaks and by what verb, and whether unnamed."""
    return [
        (claim.passage.text, claim.speaker, claim.cue, claim.anonymous)
        for claim in read(body).claims
        if claim.speech is Speech.DIRECT
    ]


def last(body: str) -> SuggestedClaim:
    return read(body).claims[-1]


@pytest.mark.parametrize(
    ("body", "words", "speaker", "cue"),
    [
        ("“Nobody buys salt now,” a foreman at the plant said.", "Nobody buys salt now,", "a foreman at the plant", "said"),
        ("“Nobody buys salt now,” explained one boatman.", "Nobody buys salt now,", "one boatman", "explained"),
        ("The source explained “Nobody buys salt now”.", "Nobody buys salt now", "The source", "explained"),
        ("“Nobody buys salt now, said another source.", "Nobody buys salt now,", "another source", "said"),
        ("“Nobody buys salt, Mrs. Yun, a resident of Hyesan, told us.", "Nobody buys salt,", "Mrs. Yun, a resident of Hyesan", "told"),
        ("Nobody buys salt now,” the official said.", "Nobody buys salt now,", "the official", "said"),
        ("“Salt is dear,” said a Kilju, North Hamgyong-based driver.", "Salt is dear,", "a Kilju, North Hamgyong-based driver", "said"),
        ("“Salt is dear,” said a man of Munchon, in Kangwon.", "Salt is dear,", "a man of Munchon, in Kangwon", "said"),
        ("“Salt is dear,” a broker in China, told the Courier.", "Salt is dear,", "a broker in China", "told"),
        ("“Salt is dear,” explained an official of the works.", "Salt is dear,", "an official of the works", "explained"),
        ("“Salt is dear,” the Courier quoted a driver in Kilju as saying.", "Salt is dear,", "a driver in Kilju", "saying"),
        ("“Salt is dear,” the foreman is heard saying.", "Salt is dear,", "the foreman", "saying"),
        ("A second broker in Kilju bore this out, saying, “Salt is dear.”", "Salt is dear.", "A second broker in Kilju", "saying"),
        ("According to Han (an assumed name), “Salt is dear now.”", "Salt is dear now.", "Han (an assumed name)", "according to"),
        ("“Salt is dear,” as one put it.", "Salt is dear,", "one", "put it"),
        ("“Salt is dear,” explains a lawyer.", "Salt is dear,", "a lawyer", "explains"),
        ("“Salt is dear,” staff of the works in Kilju said.", "Salt is dear,", "staff of the works in Kilju", "said"),
        ("“Salt is dear,” said the 61-year-old.", "Salt is dear,", "the 61-year-old", "said"),
        ("“Salt is dear,” the family said.", "Salt is dear,", "the family", "said"),
        ("“Salt is dear,“ a man of Munchon told us.", "Salt is dear,", "a man of Munchon", "told"),
        ("The foreman told the Courier in a call one evening last Friday that “eleven boatmen with nets from elsewhere stayed at home.”",
         "eleven boatmen with nets from elsewhere stayed at home.", "The foreman", "told"),
        ("The foreman said that “since nobody knows when the port opens, the boatmen stayed.",
         "since nobody knows when the port opens, the boatmen stayed.", "The foreman", "said"),
        ("The foremen bitterly note that “there are more guards along the pier than there are boats.”",
         "there are more guards along the pier than there are boats.", "The foremen", "note"),
        ("Mo, a salt dealer, said on Friday “salt has become dear here.”", "salt has become dear here.", "Mo, a salt dealer", "said"),
    ],
)  # fmt: skip
def test_unnamed_people_speak_in_many_ways(body: str, words: str, speaker: str, cue: str) -> None:
    assert direct(body) == [(words, speaker, cue, True)]


def test_what_somebody_says_and_says_again_is_two_statements() -> None:
    body = "The foreman told the Courier that “in May a cart rolled off the pier with all its nets,” and that “such things happen a lot.”"
    assert [words for words, *_ in direct(body)] == [
        "in May a cart rolled off the pier with all its nets,",
        "such things happen a lot.",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "The committee called salt “a matter of the state”, the source said.",
        "The brand “Spring” has gone, the source said.",
        "It would be paid “in ten days at most”, a trader said.",
        "“The salt house,” built by rich traders, lends nets and boats to whoever comes.",
    ],
)
def test_a_phrase_that_the_sentence_needs_is_no_statement(body: str) -> None:
    assert direct(LEAD + body) == []


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("“Salt is dear,” Ro Kum-ja, a chemist at the Salt Institute, told the Courier.", "Ro Kum-ja, a chemist at the Salt Institute"),
        ("“Salt is dear,” South Korea’s unification ministry said in a statement.", "South Korea’s unification ministry"),
        ("“Salt is dear,” the Rodong Sinmun wrote.", "the Rodong Sinmun"),
        ("“Salt is dear,” the county committee was quoted as having said.", "the county committee"),
        ("Dr Ines Marrow, of the University of Saltcoats, said: “Salt is dear.”", "Dr Ines Marrow, of the University of Saltcoats"),
    ],
)  # fmt: skip
def test_named_people_and_bodies_are_not_anonymous(body: str, speaker: str) -> None:
    assert [(found, unnamed) for _, found, _, unnamed in direct(LEAD + body)] == [(speaker, False)]


def test_two_people_in_one_sentence_have_their_own_words() -> None:
    body = "“I weigh it twice,” he said, according to a broker in Kilju, who noted that “others do not weigh at all.”"
    assert [(speaker, cue) for _, speaker, cue, _ in direct(LEAD + body)] == [
        ("he", "said"),
        ("a broker in Kilju", "according to"),
    ]


def test_a_quotation_alone_in_its_paragraph_is_carried_over() -> None:
    claim = last("“Salt is dear,” a broker in Kilju said.\n\n“Soap will be dearer still by May.”")
    assert (claim.speaker, claim.anonymous, claim.steps[1].basis) == ("", True, Basis.CARRIED)
    assert claim.steps[1].source == 1


def test_words_before_anybody_was_named_are_somebodys() -> None:
    claims = read("“Salt has never been so dear.”\n\nThe Courier spoke with a broker in Kilju about it.").claims
    assert [(claim.speaker, claim.anonymous) for claim in claims] == [("", True)]


def test_a_pronoun_means_whom_the_text_told_of() -> None:
    suggestions = read("One former ferryman, a thin man, lights a pipe.\n\n“I rowed by night,” he says.")
    assert [source.descriptor for source in suggestions.sources] == ["One former ferryman"]


def test_a_surname_hides_nobody_whom_the_report_names_in_full() -> None:
    body = "When Sun Baoli bought the yard, it was new.\n\n“They changed the lock,” said Mr Sun.\n\n“I know,” said Mrs Kwak."
    assert [(speaker, unnamed) for _, speaker, _, unnamed in direct(body)] == [("Mr Sun", False)]
    assert [unnamed for *_, unnamed in direct(body.replace("I know", "I know who did it"))] == [False, True]


def test_a_leader_of_the_same_surname_names_nobody() -> None:
    assert [unnamed for *_, unnamed in direct("So said Kim Jong Un.\n\n“The lock is new now,” said Mrs Kim.")] == [True]


def test_he_is_whom_the_paragraph_begins_with() -> None:
    body = (
        "When Sun Baoli bought the yard, it was new.\n\n“They changed the lock,” said Mr Sun.\n\n"
        "“It is a good lock,” a broker in Kilju said.\n\nMr Sun has kept his key. “I will go again,” he says.\n\n"
        "A lawyer who has seen two such locks has another word for it. “The yard was never yours,” she explains."
    )
    suggestions = read(body)
    assert [unnamed for *_, unnamed in direct(body)] == [False, True, False, True]
    assert suggestions.sources[-1].descriptor == "A lawyer who has seen two such locks"


@pytest.mark.parametrize(
    "sentence",
    [
        "Customs officers at Quanhe say that salt is dear.",
        "A crew landed at Sinpo. It sailed on.\n\nCrews were seen in Longkou. A broker there told the Courier that salt is dear.",
    ],
)
def test_whoever_is_beyond_the_border_sits_in_no_province(sentence: str) -> None:
    assert [source.province for source in read(sentence).sources] == [""]


def test_where_an_official_of_a_firm_sits_is_no_place_of_the_report() -> None:
    body = "Ships wait at Nampo.\n\n“Salt is dear,” an official of a trading company in South Pyongan Province told RHA on Monday."
    suggestions = read(body)
    assert ([source.province for source in suggestions.sources], suggestions.provinces) == (
        ["south-pyongan"],
        ("nampo",),
    )


def test_where_somebody_fled_from_is_no_place_of_the_report() -> None:
    body = "The 47-year-old, who fled the port of Sinpo in South Hamgyong Province and now lives in Seoul, says salt is dear."
    assert read(body).provinces == ()


def test_a_name_that_hides_somebody_hides_whoever_bears_it() -> None:
    body = "According to Yu Song Hui (pseudonym), “Salt is dear now.”\n\nYu added, “Soap is dearer.”"
    assert [unnamed for *_, unnamed in direct(body)] == [True, True]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The source said the office had received an order from the Ministry of Salt.", "Ministry of Salt"),
        ("The source said a Cabinet order had closed the salt pans.", "Cabinet"),
        ("The county authorities stop every cart, telling people that salt is for the state, the source said.", "county authorities"),
        ("Since the North Korean authorities warned that carts would be taken, nobody drives.", "North Korean authorities"),
        ("According to numbers put out by the Sinpo Customs Office, less salt came in.", "Sinpo Customs Office"),
    ],
)  # fmt: skip
def test_bodies_are_named_whose_orders_and_words_are_passed_on(sentence: str, body: str) -> None:
    assert last(LEAD + sentence).steps[-1].body == body


def test_a_ministry_that_speaks_in_public_has_no_source_above_it() -> None:
    claim = last(LEAD + "The Chinese foreign ministry said the bridge would stay open.")
    assert [step.kind for step in claim.steps] == [Kind.OUTLET, Kind.INSTITUTION]


def test_another_outlet_stands_above_its_source() -> None:
    claim = last("According to Radio Haneul, salt is short, and boatmen in Sinpo have confirmed that it is.")
    assert [(step.kind, step.printed) for step in claim.steps[1:]] == [
        (Kind.OUTLET, "Radio Haneul"),
        (Kind.UNNAMED, "boatmen in Sinpo"),
    ]


def test_what_the_outlet_found_out_itself_has_no_speaker() -> None:
    claim = last("The salt pans of Sinpo are shut, Courier Daily has learned.")
    assert (claim.speech, claim.cue, len(claim.steps)) == (Speech.INDIRECT, "learned", 1)


def test_the_source_of_another_place_is_another_source() -> None:
    suggestions = read(
        "“Salt is dear,” a source from Musan said.\n\n“Soap too,” the trading source from Hyesan said.\n\n"
        "“And oil is dear,” the source from Musan added."
    )
    assert [source.province for source in suggestions.sources] == ["north-hamgyong", "ryanggang"]
    assert [claim.steps[1].source for claim in suggestions.claims] == [1, 2, 1]


def test_lines_that_are_paragraphs_are_read_one_by_one() -> None:
    lines = [
        "Salt is dear in the markets of the east, a broker in Kilju told the Courier in a letter of some length.",
        "“Nobody buys it now, and nobody will buy it before the spring comes,” the broker said of the salt.",
        "“Soap is dearer still, and what there is of it goes to the offices before anybody sees it.”",
    ]
    assert [(speaker, cue) for _, speaker, cue, _ in direct("\n".join(lines))] == [("the broker", "said"), ("", "")]


def test_a_text_that_was_cut_off_keeps_its_last_words() -> None:
    claim = last(LEAD + "A boatman working in the harbour of Sinpo for many years sa")
    assert (claim.speaker, claim.cue) == ("A boatman working in the harbour of Sinpo for many years", "sa")


def test_both_parts_of_a_split_utterance_have_speaker_and_cue() -> None:
    assert direct("“Salt is dear,” the trader noted. “Soap is dearer.”") == [
        ("Salt is dear,", "the trader", "noted", True),
        ("Soap is dearer.", "the trader", "noted", True),
    ]


def test_the_one_who_is_quoted_by_the_source_utters_the_words() -> None:
    claim = last(LEAD + "“You drove too far,” the source quoted the committee as telling the drivers.")
    assert (claim.speaker, claim.anonymous) == ("the committee", False)
    assert [(step.kind, step.speech) for step in claim.steps[1:]] == [
        (Kind.UNNAMED, Speech.INDIRECT),
        (Kind.INSTITUTION, Speech.DIRECT),
    ]


def test_a_lecturer_of_a_body_is_the_body() -> None:
    claim = last("“Look to nobody,” a lecturer from the county party committee told distillers.")
    assert (claim.steps[-1].kind, claim.anonymous) == (Kind.INSTITUTION, False)


def test_sources_are_told_apart_and_taken_up_again_where_they_speak() -> None:
    suggestions = read(
        "Prices rose, several sources say.\n\n“Salt is dear,” a trader in Hyesan said.\n\n"
        "“Soap is dear too,” another source from Chongjin added.\n\n“And oil has gone,” the trader said.\n\n"
        "“All of it is dear,” the first source said."
    )
    assert [(source.descriptor, source.province) for source in suggestions.sources] == [
        ("a trader in Hyesan", "ryanggang"),
        ("another source from Chongjin", "north-hamgyong"),
    ]
    assert [claim.steps[1].source for claim in suggestions.claims] == [1, 1, 2, 1, 1]


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue"),
    [
        ("The port is shut, a boatman near Sinpo said, and will stay so.", "a boatman near Sinpo", "said"),
        ("The ships wait, according to a crane hand.", "a crane hand", "according to"),
        ("Some residents, the source said, sold their carts.", "the source", "said"),
        ("Another Courier source, in Kilju, wept, saying that salt was dear.", "Another Courier source", "saying"),
        ("The mine is idle, neighbours say, since the flood.", "neighbours", "say"),
        ("A distiller in Chaeryong told the source that yeast was taken.", "A distiller in Chaeryong", "told"),
    ],
)
def test_words_without_marks_are_given_to_who_tells_them(sentence: str, speaker: str, cue: str) -> None:
    claim = last(LEAD + sentence)
    assert (claim.passage.text, claim.speech, claim.speaker, claim.cue) == (sentence, Speech.INDIRECT, speaker, cue)


def test_who_asks_for_silence_states_nothing() -> None:
    assert len(read(LEAD + "The trader asked that no name be given.").claims) == 1


def test_the_secretary_of_a_committee_is_the_committee() -> None:
    claim = last(LEAD + "“Nets are rifles,” the secretary of the county party committee said to the crews.")
    assert (claim.anonymous, claim.steps[-1].body) == (False, "county party committee")


@pytest.mark.parametrize(
    "words",
    [
        "The lecturer warned that spare nets would be taken.",
        "“A net at home is a net stolen,” reads the circular.",
        "“It told them that spare nets would be taken,” the source said.",
    ],
)
def test_what_speaks_after_a_body_speaks_for_it(words: str) -> None:
    told = "The security department of the city lectured crews on nets.\n\n"
    assert last(LEAD + told + words).steps[-1].body == "security department of the city"


def test_a_body_speaks_around_those_who_pass_it_on() -> None:
    claim = last(LEAD + "The Ministry of Salt, the source said, had promised flour.")
    assert [step.body for step in claim.steps if step.kind is Kind.INSTITUTION] == ["Ministry of Salt"]


def test_a_pronoun_means_whom_its_sentence_brought_in() -> None:
    assert last("A broker in Hyesan told us about the nets, “We knot them ourselves,” he said.").anonymous


def test_where_a_source_was_met_or_later_placed_is_its_province() -> None:
    assert read("“Nets are dear,” a clerk told us in Hyesan.").sources[0].province == "ryanggang"
    later = read("An inside source said nets were dear.\n\nThe inside source from Hyesan said more.")
    assert [source.province for source in later.sources] == ["ryanggang"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("‘Nobody counts the sacks’, said a clerk in Sinuiju.", ["Nobody counts the sacks"]),
        ("'We don't ask whose carts they are,' a porter said.", ["We don't ask whose carts they are,"]),
        ("‘The traders’ carts creak,’ a porter said. ‘They don’t stop.’", ["The traders’ carts creak,", "They don’t stop."]),
        ("‘They wrote “first grade” on it and left,’ a clerk said.", ["They wrote “first grade” on it and left,"]),
        ("‘Salt is dear here,’ a clerk said. The ministry’s ‘new order’ changed little.", ["Salt is dear here,"]),
        ("“They wrote ‘normal’ on the paper,” a clerk said.", ["They wrote ‘normal’ on the paper,"]),
        ("The tables, ‘Salt And Flour Weekly,' show that salt is dear, a clerk said.", []),
        ("The clerks' boys waited. It wasn't dear, and the carts' wheels creaked, a clerk said.", []),
    ],
)  # fmt: skip
def test_single_marks_quote_where_a_report_has_no_others(body: str, words: list[str]) -> None:
    assert [claim[0] for claim in direct(body)] == words


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Farmers in Anbyon say they would rather mend their pumps.", "Farmers in Anbyon"),
        (
            "A weaver from Hamhung, in neighboring South Hamgyong province, told us on condition of anonymity that looms stand idle.",
            "A weaver from Hamhung, in neighboring South Hamgyong province",
        ),
        ("A former clerk, whom I met abroad in May, said that one wagon in ten was opened.", "A former clerk"),
        ("A welder at the yard, who asked not to be named, said the crane stands still.", "A welder at the yard"),
        ("A broker in Dalian, declining to be named, said by phone that ships were cheap.", "A broker in Dalian"),
        ("Pumps are rusting in the sheds, sources inside the country report.", "sources inside the country"),
        ("The source was told by a coal dealer that forty carts cross at night.", "a coal dealer"),
        ("Boats have left the port, Rep. Han Do-yun said Thursday.", "Rep. Han Do-yun"),
        ("The Ministry of Nets decreed that each boat should carry a spare.", "The Ministry of Nets"),
        ("The village watch warned households against stoves.", "The village watch"),
        ("The authorities claim that pumps are coming, according to a clerk.", "The authorities"),
    ],
)
def test_who_tells_a_sentence_is_found_in_many_forms(sentence: str, speaker: str) -> None:
    claim = last(LEAD + sentence)
    assert (claim.passage.text, claim.speaker) == (sentence, speaker)


def test_a_partner_may_be_called_by_a_letter() -> None:
    found = read(
        "Reporting partner C in Chagang Province reported on March 8: “Salt is weighed twice.”\n\n"
        "The scales were repaired, according to C. People laugh about them, C said."
    )
    assert [claim.passage.text for claim in found.claims[1:]] == [
        "The scales were repaired, according to C.",
        "People laugh about them, C said.",
    ]
    assert [(source.descriptor, source.province) for source in found.sources] == [
        ("Reporting partner C in Chagang Province", "chagang")
    ]
    assert [date.kind for date in found.dates] == ["contact"]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The Kilju branch of the Star Company denies that salt was added, the source said.", "Kilju branch of the Star Company"),
        ("The source said the Ministry of Nets has instructed crews to mend.", "Ministry of Nets"),
        ("China's General Administration of Customs said that no nets came.", "China's General Administration of Customs"),
        ("China's fisheries ministry said that no nets came.", "China's fisheries ministry"),
        ("The North’s fisheries ministry demanded that nets be mended.", "fisheries ministry"),
        ("Japan’s coast guard said on Monday that a net was found.", "Japan’s coast guard"),
        ("North Korea's state news agency said on Monday that a net was found.", "state news agency"),
        ("Room 52, which handles nets, ordered crews to mend them by May.", "Room 52"),
        ("In a notice the Central Net Mending Headquarters announced that nets are counted.", "Central Net Mending Headquarters"),
        ("The Kilju market management office nevertheless ordered sellers to mend nets.", "Kilju market management office"),
        ("The Kilju party committee gathered the foremen in May and told them to mend nets, a source said.", "Kilju party committee"),
        ("The Anbyon County Seed Station has demanded its share, the source said.", "Anbyon County Seed Station"),
        ("The Ministry of Nets said Monday that the North's Cabinet announced that nets must be mended.", "Cabinet"),
        ("The 12th Brigade of the Border Guard warned crews against nets.", "12th Brigade of the Border Guard"),
    ],
)  # fmt: skip
def test_a_body_is_told_of_by_its_fullest_name(sentence: str, body: str) -> None:
    assert last(LEAD + sentence).steps[-1].body == body


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("A source in Kilju, in a phone conversation on the 2nd, relayed that nets had come.", "A source in Kilju"),
        ("A resident of Yonsa County, further south, noted that nets had come.", "A resident of Yonsa County"),
        ("Three other owners, none of whom wished to be named, told this paper of torn nets.", "Three other owners"),
        ("The 61-year-old, who mends nets, says that twine is dear.", "The 61-year-old"),
        ("The Morning Bell, a Japanese daily, reported on April 3 that nets had come.", "The Morning Bell"),
    ],
)
def test_whoever_speaks_may_be_told_of_between_commas(sentence: str, speaker: str) -> None:
    assert last(LEAD + sentence).speaker.startswith(speaker)


@pytest.mark.parametrize(
    "sentence", ["Neither replied to requests for comment.", "North Korea has reported no case of the disease."]
)
def test_silence_is_no_statement(sentence: str) -> None:
    assert len(read(LEAD + sentence).claims) == 1


def test_an_outlet_of_any_name_learns_what_it_prints() -> None:
    claim = last("Those who sell nets pay their way out of the drive, which lasts until May, Nets Inside has learned.")
    assert (claim.speech, claim.cue, len(claim.steps)) == (Speech.INDIRECT, "learned", 1)


def test_what_many_firms_ask_for_is_what_they_do() -> None:
    claim = last("Salt companies are openly demanding that the boatmen give them nets, a source in Kilju said.")
    assert (claim.speaker, len(claim.steps)) == ("a source in Kilju", 2)
    claims = read(f"{LEAD}While salt companies are asking for nets, the boatmen are careful.").claims
    assert len(claims) == 1
    # One of them speaks.
    assert last("The salt company is demanding nets, a source in Kilju said.").speaker == "The salt company"


@pytest.mark.parametrize(
    "words",
    [
        "Panels were brought in and declared as glass, the source said.",
        "“One of them fell. The company has asked him to pay,” the source said.",
    ],
)
def test_things_and_ended_sentences_are_no_bodies(words: str) -> None:
    assert all(step.kind is not Kind.INSTITUTION for step in last(LEAD + words).steps)


def test_a_surname_stands_for_whom_it_was_given_to() -> None:
    found = read("A weaver surnamed Ko, who left last year, bought nets.\n\n“Nets are dear here,” Ko said.")
    assert [source.descriptor for source in found.sources] == ["A weaver surnamed Ko"]


def test_another_in_the_same_region_is_where_the_one_before_is() -> None:
    found = read("A source in Chagang Province said nets are dear.\n\nAnother source in the same region said more.")
    assert [source.province for source in found.sources] == ["chagang", "chagang"]


@pytest.mark.parametrize(
    ("body", "speaker", "anonymous"),
    [
        ("“Nobody counts them,” says economist Maria Olsen.", "economist Maria Olsen", False),
        ("“Nobody counts them,” shipping analyst Tom Berg said.", "shipping analyst Tom Berg", False),
        ("According to trade lawyer Ann Moe, “nobody has ever counted them.”", "trade lawyer Ann Moe", False),
        ("“The boat is not coming,” the source quoted the committee as having told the crews.", "the committee", False),
        (
            "“One net is enough,” the source cited the City Party Committee as declaring.",
            "the City Party Committee",
            False,
        ),
    ],
)
def test_experts_and_quoted_bodies_speak(body: str, speaker: str, anonymous: bool) -> None:
    assert [claim[1::2] for claim in direct(LEAD + body)] == [(speaker, anonymous)]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Farmers were told by North Korean authorities to keep quiet, the source said.", "North Korean authorities"),
        ("The county office has been telling farmers that salt is coming, the source said.", "county office"),
        ("Office 39 ordered the farms to dig.", "Office 39"),
        ("The state-run Minju Chosun reported June 27 that a mill had been built.", "Minju Chosun"),
    ],
)
def test_bodies_tell_in_the_passive_and_by_number(sentence: str, body: str) -> None:
    assert last(LEAD + sentence).steps[-1].body == body


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("North Korean authorities have told clerks to count the nets, Wave Radio reported.", "North Korean authorities"),
        ("According to the source, on the 8th the Kilju City Party Committee lectured crews on nets.", "Kilju City Party Committee"),
        ("The Kilju City People's Committee assured visitors that a mill would open.", "Kilju City People's Committee"),
        ("In a written reply, South Bay Freight said that it acts within the law.", "South Bay Freight"),
    ],
)  # fmt: skip
def test_bodies_are_heard_through_outlets_behind_dates_and_as_firms(sentence: str, body: str) -> None:
    assert last(LEAD + sentence).steps[-1].body == body


@pytest.mark.parametrize(
    "sentence",
    [
        "That is more than all the minerals that the North declared, and it is half of what came in.",
        "That means that the value added there is the work of those who knot.",
    ],
)
def test_what_somebody_declared_by_the_way_is_no_statement(sentence: str) -> None:
    assert len(read(LEAD + sentence).claims) == 1


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The delay was confirmed by a second broker, in Nampo.", "a second broker, in Nampo"),
        ("The rise was also reported by net dealers in Kilju.", "net dealers in Kilju"),
        ("Nets cost two yuan, according to her.", "her"),
        ("Pavel Orlo, a pilot in Vladivostok, thinks that nets are the real story.", "Pavel Orlo, a pilot in Vladivostok"),
        ("As the source explained, some crews knot nets by night.", "the source"),
    ],
)  # fmt: skip
def test_who_confirms_thinks_and_explains_is_heard(sentence: str, speaker: str) -> None:
    assert last(LEAD + sentence).speaker == speaker


@pytest.mark.parametrize("words", ["It was confirmed that", "It has been learned that", "It was found that"])
def test_what_was_found_is_the_outlets_own_finding(words: str) -> None:
    claim = last(f"{LEAD}{words} nets from the cooperative are sold at the gate.")
    assert (claim.speech, [step.kind for step in claim.steps]) == (Speech.INDIRECT, [Kind.OUTLET])


@pytest.mark.parametrize(
    "sentence",
    [
        "Yonhap reported Sunday, citing a trader in Tumen, that nets were gone.",
        "Yonhap, quoting a trader in Tumen, said that nets were gone.",
        "Citing a trader in Tumen, Yonhap said that nets were gone.",
    ],
)
def test_an_outlet_passes_on_whom_it_cites(sentence: str) -> None:
    claim = read(sentence).claims[-1]
    assert [(step.kind, step.printed) for step in claim.steps[1:]] == [
        (Kind.OUTLET, "Yonhap"),
        (Kind.UNNAMED, "a trader in Tumen"),
    ]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The Net Monitoring Team said that mills are idle.", "Net Monitoring Team"),
        ("Its successor, the Net Monitoring Team, said that mills are idle.", "Net Monitoring Team"),
        ("Russia’s customs service said in a letter that nets came in.", "customs service"),
        ("The market management office warned sellers of nets.", "market management office"),
        ("The Committee for the Renewal of the Coast declared the mills closed.", "Committee for the Renewal of the Coast"),
        ("The provincial construction bureau ordered crews to stamp each net.", "provincial construction bureau"),
        ("The county food office blamed a broken cart.", "county food office"),
        ("Chinese customs data showed that nets came in.", "Chinese customs"),
        ("The city party committee met the crews, the source said. It reminded them that nets matter.", "city party committee"),
        ("“A man asked. The city committee replied, ‘There will be nets,’” the source said.", "city committee"),
        ("“At a meeting in May, the city committee boasted that nets are plenty,” the source said.", "city committee"),
        ("“Take fewer nets then,” the source quoted the city committee as replying.", "city committee"),
    ],
)  # fmt: skip
def test_more_bodies_are_heard_and_where_they_are_quoted(sentence: str, body: str) -> None:
    assert last(LEAD + sentence).steps[-1].body.removeprefix("Russia’s ") == body


def test_guillemets_and_a_stop_before_the_last_mark_end_words() -> None:
    assert [words for words, *_ in direct("«Nets are dear. They will be dearer,» she said. «I knot them.»")] == [
        "Nets are dear. They will be dearer,",
        "I knot them.",
    ]
    assert [words for words, *_ in direct("“Last month they said May. Now they say ‘soon,’” the agent said.")] == [
        "Last month they said May. Now they say ‘soon,’"
    ]


def test_a_sentence_ends_behind_a_day_and_its_number() -> None:
    assert len(read(LEAD + "He said the committee met on Jan. 9. A driver told them that nets are dear.").claims) == 3


def test_a_source_with_contacts_in_a_city_is_not_put_there() -> None:
    (source,) = read("Nets are dear, a source with contacts in Kaesong said.").sources
    assert source.province == ""


def test_a_lead_signed_with_its_house_is_no_caption() -> None:
    lead = "Crews have begun to knot nets by night again in Hyesan. Their number has grown since May. (KANG Mi-ran / Coast Press)"
    assert (
        read(f"{lead}\n\nNets are dear, a source in Hyesan said.").claims[0].passage.text.startswith("Crews have begun")
    )


@pytest.mark.parametrize(
    ("sentence", "speaker", "body"),
    [
        ("The committee warned that “no excuse will be heard,” the source said.", "The committee", "committee"),
        (
            "A carter was told by a bureau official that “carts are tolled,” the source said.",
            "a bureau official",
            "bureau",
        ),
        ("The county committee held a lecture in which it stressed that “salt is a weapon.”", "it", "county committee"),
        (
            "The county committee explained that “scattered labour leaks secrets.”",
            "The county committee",
            "county committee",
        ),
        (
            "A notice issued by the Ministry of Salt on May 3 reminded all units that “salt is a weapon.”",
            "A notice issued by the Ministry of Salt",
            "Ministry of Salt",
        ),
        (
            "Japan’s Ministry of Salt, Soap and Tar said: “Salt is short.”",
            "Japan’s Ministry of Salt, Soap and Tar",
            "Japan’s Ministry of Salt, Soap and Tar",
        ),
        ("“The bureau’s message was simple: no salt, no sledges,” the source said.", "the source", "bureau"),
    ],
)
def test_bodies_speak_within_what_others_pass_on(sentence: str, speaker: str, body: str) -> None:
    claim = last(LEAD + sentence)
    assert (claim.speech, claim.speaker, claim.steps[-1].body) == (Speech.DIRECT, speaker, body)


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        (
            "According to the trader, the trade bureau raised its fee, and told carters that it would be spent on roads.",
            "trade bureau",
        ),
        ("The source said the trade bureau had called the foremen and threatened to take their carts.", "trade bureau"),
        ("China’s foreign ministry spokesman confirmed that the bridge was open.", "China’s foreign ministry"),
        (
            "The trade bureau shut the pans. A notice of the bureau, photographed by the trader, announces that carts are tolled.",
            "trade bureau",
        ),
        ("The source said that in late May the trade bureau ordered carters to stop.", "trade bureau"),
    ],
)
def test_bodies_go_on_to_speak_and_have_a_spokesman(sentence: str, body: str) -> None:
    assert last(LEAD + sentence).steps[-1].body == body


def test_they_who_told_us_are_the_body_before() -> None:
    words = "The trade bureau explained that carts break.\n\n“They told us that every cart is tolled,” the source said."
    assert last(LEAD + words).steps[-1].body == "trade bureau"


@pytest.mark.parametrize(
    "sentence",
    [
        "The state media have said nothing about it.",
        "She agreed to talk to the Courier at her home.",
    ],
)
def test_who_says_nothing_or_agrees_to_talk_states_nothing(sentence: str) -> None:
    assert read(LEAD + sentence).claims[1:] == ()


@pytest.mark.parametrize(
    ("body", "descriptor", "province"),
    [
        (
            "A foreign resident of the capital, reached by e-mail, said a litre of oil had become dear.",
            "A foreign resident of the capital",
            "pyongyang",
        ),
        (
            "Salt is dear in Kilju. “I sell none,” said a cobbler who has worked in the lane for years.",
            "a cobbler who has worked in the lane for years",
            "north-hamgyong",
        ),
        ("Salt is dear in Kilju. “I sell none,” a resident there said.", "a resident there", "north-hamgyong"),
        (
            "Salt is dear in Kilju. “I sell none,” said a source in the port city.",
            "a source in the port city",
            "north-hamgyong",
        ),
        (
            "A former inmate of the Kaechon camp, who now lives in Seoul, said salt is dear.",
            "A former inmate of the Kaechon camp",
            "",
        ),
        (
            "A teacher from Kilju who settled in the South said salt is dear.",
            "A teacher from Kilju who settled in the South",
            "",
        ),
        (
            "Another source, in Kilju, North Hamgyong Province, told us that salt is dear.",
            "Another source, in Kilju, North Hamgyong Province",
            "north-hamgyong",
        ),
    ],
)
def test_a_source_sits_where_the_words_around_it_put_it(body: str, descriptor: str, province: str) -> None:
    assert [(source.descriptor, source.province) for source in read(body).sources] == [(descriptor, province)]


def test_whom_a_source_cites_is_a_source() -> None:
    found = read("The trade bureau shut the pans, an aid worker in Kilju said, citing a shop manager.").sources
    assert [source.descriptor for source in found] == ["an aid worker in Kilju", "a shop manager"]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("“Salt is dear,” she said on the telephone.", "she"),
        ("“Salt is dear here,” reported reporting partner “A” in Kilju.", "reporting partner “A” in Kilju"),
        (
            "“Salt is dear,” an ethnic Chinese North Korean who sells salt told the Courier.",
            "an ethnic Chinese North Korean who sells salt",
        ),
        ("Said the foreman, “Salt is dear now.”", "the foreman"),
        ("Two travel agencies told the Courier: “Salt is dear now.”", "Two travel agencies"),
        ("“Salt is dear,” a broker in Dandong, across from the North, said.", "a broker in Dandong"),
        ("“Salt is dear,” a source in Seoul, on condition of anonymity, said.", "a source in Seoul"),
    ],
)
def test_more_people_without_a_name_speak(body: str, speaker: str) -> None:
    assert [(found, unnamed) for _, found, _, unnamed in direct(body)] == [(speaker, True)]


def test_a_town_across_the_river_and_one_that_was_left_seat_nobody() -> None:
    body = "A broker in Dandong, across from Sinuiju, told the Courier so. A woman from Kilju, who defected in 2019, said the same."
    assert [source.province for source in read(body).sources] == ["", ""]


def test_two_sentences_that_lost_their_space_are_two() -> None:
    body = (
        "A source in Kilju said that salt was dear again.Citing pictures, a broker in Hyesan said that carts were gone."
    )
    assert [claim.speaker for claim in read(body).claims] == ["A source in Kilju", "a broker in Hyesan"]


def test_data_are_those_of_whoever_gave_them() -> None:
    claim = last(LEAD + "According to data from the Harbour State Control, 17 ships were searched.")
    assert claim.steps[-1].body == "Harbour State Control"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_words_in_a_paragraph_of_their_own_are_those_of_whom_the_line_before_announced(between: str) -> None:
    found = read(
        f"Salt is dear.\n\nA partner in Kilju told us on May 7:{between}“It cost 3 won. Now it costs 9.”\n\n“Soap is dear.”"
    )
    assert [(claim.speaker, claim.steps[1].source) for claim in found.claims[1:]] == [
        ("A partner in Kilju", 1),
        ("", 1),
    ]


@pytest.mark.parametrize(
    ("body", "words", "speaker"),
    [
        ("“Where would we get salt?” asked the foreman.", ["Where would we get salt?"], "the foreman"),
        ("The foreman wept. “Nobody knows.”", ["Nobody knows."], ""),
        ("The foreman promised “salt for every ten loads”, a carter said.", [], ""),
        ("Carters were found “driving to the pans by night for salt.”", [], ""),
    ],
)
def test_questions_and_short_answers_are_words_of_somebody_and_fragments_are_not(
    body: str, words: list[str], speaker: str
) -> None:
    found = direct(LEAD + body)
    assert [exact for exact, *_ in found] == words
    assert [who for _, who, *_ in found] == [speaker] * len(words)


def test_who_ships_to_a_place_is_not_there() -> None:
    found = read("“Salt is dear,” said a man in Dandong who ships tiles to Pyongyang.").sources
    assert [source.province for source in found] == [""]


def test_a_capital_that_ends_like_a_verb_speaks() -> None:
    assert last(LEAD + "Traders said that Beijing has instructed the banks to wait.").steps[-1].body == "Beijing"


def test_he_of_whom_state_media_tell_has_a_name() -> None:
    claim = last("Kim Sang Min, premier, toured the salt pans.\n\n“Here one smells the sea,” he said.")
    assert (claim.speaker, claim.anonymous, claim.steps[1].kind) == ("he", False, Kind.NAMED)


def test_who_comes_first_without_speaking_is_whom_a_pronoun_means() -> None:
    body = "“It runs three days.”\n\nThe answer comes from a worker at the Musan Mine, North Hamgyong Province.\n\n“We wait,” he said."
    assert [source.province for source in read(body).sources] == ["north-hamgyong"]


def test_a_local_source_in_the_lead_is_the_one_described_next() -> None:
    body = "Salt is dear, a local source said.\n\nThe Kilju-based source said that soap is too.\n\nA cadre in Nampo said the same."
    assert [source.province for source in read(body).sources] == ["north-hamgyong", "nampo"]


def test_a_date_line_with_its_house_is_no_part_of_the_sentence() -> None:
    claim = read("BEIJING, Feb 23 (AFH) - Salt is dear, a trader said Friday.").claims[0]
    assert claim.passage.text == "Salt is dear, a trader said Friday."


def test_letters_are_a_house_and_no_pseudonym_and_an_embassy_is_a_body() -> None:
    assert read("VOH reported that barges had left.").sources == ()
    claim = last("A spokesperson for the Chinese Embassy said that “China is aware of it.”")
    assert claim.steps[-1].body == "Chinese Embassy"


def test_a_pronoun_means_nobody_whom_somebody_else_speaks_of() -> None:
    body = "A weaver from Kilju met us.\n\nA: “The captain took it. He had a wife who sold rice.”\n\n“The scale was wrong,” she recalled."
    assert [source.descriptor for source in read(body).sources] == ["A weaver from Kilju"]


def test_whoever_stands_before_a_colon_speaks() -> None:
    body = "Courier Ryanggang source: “Salt has become dear here.” Another source: “Nobody buys it.”"
    assert direct(body) == [
        ("Salt has become dear here.", "Courier Ryanggang source", "", True),
        ("Nobody buys it.", "Another source", "", True),
    ]
    assert [source.province for source in read(body).sources] == ["ryanggang", ""]
    told = last("Salt is dear, we hear.\n\n- Daily NK: Carters are sent home from the salt works at Kilju.")
    assert (told.passage.text, told.steps[-1].printed) == (
        "Daily NK: Carters are sent home from the salt works at Kilju.",
        "Daily NK",
    )


def test_an_interview_without_marks_is_the_words_of_whom_it_lets_answer() -> None:
    body = (
        "A salt trader met us.\n\nDaily NK: What is it like at the works?\n\n"
        "Salt trader: The works pay nothing any more. Carters go home.\n\nIt was better once.\n\nDaily NK: Why is that?"
    )
    told = [claim.passage.text for claim in read(body).claims if claim.steps[-1].printed.lower() == "salt trader"]
    assert told == ["Salt trader: The works pay nothing any more.", "Carters go home.", "It was better once."]


@pytest.mark.parametrize(
    ("body", "words", "speaker", "cue"),
    [
        ("Carters are voicing the fear that “no sack will be left for us.”", "no sack will be left for us.", "Carters", "voicing"),
        ("One trader has calls from carters, telling him “life is hard.”", "life is hard.", "carters", "telling"),
        ("Kang Dol (Alias) says, “Salt has become dear.”", "Salt has become dear.", "Kang Dol (Alias)", "says"),
        ("One laborer in his 50s said, “Salt has become dear.”", "Salt has become dear.", "One laborer in his 50s", "said"),
    ],
)  # fmt: skip
def test_feelings_calls_and_aliases_have_speakers(body: str, words: str, speaker: str, cue: str) -> None:
    assert direct(body) == [(words, speaker, cue, True)]


def test_a_post_between_commas_belongs_to_the_name() -> None:
    body = "“Salt has become dear,” Mun Tae-sik, the South’s trade minister, told the house."
    assert direct(body) == [("Salt has become dear,", "Mun Tae-sik, the South’s trade minister", "told", False)]


def test_words_behind_somebody_elses_are_not_the_first_speakers() -> None:
    body = (
        "A clerk in Kilju said, “Salt has become dear here.” Some carters say that they have no work. "
        "“Whoever waits for it is a fool.”"
    )
    first, second = direct(body)
    assert (first[1], second[1]) == ("A clerk in Kilju", "")


def test_a_letter_made_small_begins_no_statement() -> None:
    assert direct("The names of the carters will not be given “[f]or safety’s sake.”") == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Salt is dear, according to word received in May from a partner living in Kilju County.", "a partner living in Kilju County"),
        ("A carter expressed hope that salt will be cheap again.", "A carter"),
        ("Little went on, with idle carters saying that salt had gone.", "idle carters"),
        ("The daily quoted carters in Dandong saying that the bridge was watched.", "carters in Dandong"),
        ("Sources indicate that it all began with the salt.", "Sources"),
        ("Sources agree that it all began with the salt.", "Sources"),
        ("Salt is dear, according to a southern government source Monday.", "a southern government source"),
    ],
)  # fmt: skip
def test_word_from_somebody_is_what_they_tell(sentence: str, speaker: str) -> None:
    assert last(sentence).speaker == speaker


@pytest.mark.parametrize(
    "sentence", ["Nobody had told them where the salt would go.", "The government asked to seize the salt of a firm."]
)
def test_nobody_and_whoever_seeks_something_state_nothing(sentence: str) -> None:
    assert [claim for claim in read(f"Salt is dear.\n\n{sentence}").claims if claim.steps[1:]] == []


def test_an_outlet_that_cites_a_paper_passes_on_the_body_behind_it() -> None:
    claim = last("Citing a report from the Salt Institute, the Courier Daily reported that forty carters had gone.")
    assert [step.body or step.printed for step in claim.steps[1:]] == ["the Courier Daily", "Salt Institute"]


@pytest.mark.parametrize(
    ("body", "descriptor", "province"),
    [
        ("“Salt is dear,” a Pyongyang watcher said.", "a Pyongyang watcher", ""),
        ("“Salt is dear,” said an N Hamkyung trader.", "an N Hamkyung trader", "north-hamgyong"),
        ("We talked by phone with a woman in Kangwon Province.\n\n“Salt is dear.”", "a woman in Kangwon Province", "kangwon"),
        ("In Kilju salt is dear. In Dandong it is not. “It is cheap,” a source in the city said.", "a source in the city", ""),
    ],
)  # fmt: skip
def test_who_watches_or_stands_abroad_sits_in_no_province(body: str, descriptor: str, province: str) -> None:
    assert [(source.descriptor, source.province) for source in read(body).sources] == [(descriptor, province)]


@pytest.mark.parametrize(
    ("sentence", "speaker", "is_unnamed"),
    [
        ("The porter, of ethnic Korean descent, said salt was dear.", "The porter", True),
        ("In blocking the list, Russia’s ambassador, Anton Petrov, said salt was dear.", "Russia’s ambassador, Anton Petrov", False),
        ("Salt is dear, a source said.\n\nThe singers -- women from the North -- said they missed home.", "The singers", True),
        ("“Is salt dear?” smiled a waitress at the quay.", "a waitress at the quay", True),
        ("Some people, apparently by the sea, said, “It is for few,” according to the broadcast.", "Some people", True),
        ("Some North Koreans mock the rule, saying that “such rules have no meaning.”", "Some North Koreans", True),
        ("Only salt may pass here, the joint venture HarbourCon says.", "the joint venture HarbourCon", False),
        ("Seoul’s Ministry of Salt welcomed the step, calling it a sign.", "Seoul’s Ministry of Salt", False),
        ("In its report, the Salt Panel found that salt had been sold.", "the Salt Panel", False),
        ("The city party committee held a meeting to explain what the flood had done.", "The city party committee", False),
        ("The Salt Office called again and again for thrift.", "The Salt Office", False),
        ("Therefore “the guards in the province have been sent to the quay,” according to the source.", "the source", True),
    ],
)  # fmt: skip
def test_an_aside_a_manner_and_a_public_act_leave_the_speaker(sentence: str, speaker: str, *, is_unnamed: bool) -> None:
    claim = last(sentence)
    assert (claim.speaker, claim.anonymous) == (speaker, is_unnamed)


def test_he_is_no_body_and_those_who_pass_it_on_are_sources() -> None:
    found = read("The Salt Office said salt was dear.\n\n“Is it salt?” he asked, according to people in the room.")
    assert found.claims[-1].anonymous
    assert "people in the room" in [source.descriptor for source in found.sources]


def test_what_was_found_to_be_so_the_outlet_found() -> None:
    assert last("Salt prices were found to have gone up.").cue == "found"


def test_a_headline_joined_to_its_date_line_and_a_sign_off_are_no_part_of_a_sentence() -> None:
    body = "Paper warns of salt\nSEOUL, May 9 (Yonhap) -- Salt is dear, a source said.\n\nA porter said so too. (ANI)\n\nTAGS  salt"
    found = suggest(body, language="en", published=PartialDate.parse("2023-05"), headline="Paper warns of salt")
    assert [claim.speaker for claim in found.claims] == ["a source", "A porter"]
    assert found.claims[0].passage.text == "Salt is dear, a source said."


@pytest.mark.parametrize(
    ("sentence", "speaker", "is_unnamed"),
    [
        ("A second partner in the same county corroborated this.", "A second partner in the same county", True),
        ("Salt is dear, inside sources report.", "inside sources", True),
        ("Salt brokers suspect that the quay will close.", "Salt brokers", True),
        ("During the inquiry, the woman confessed that salt had been sold.", "the woman", True),
        ("The country declared a salt emergency in August.", "The country", False),
        ("The NSI then said that salt was dear.", "The NSI", False),
        ("The Chinese Salt Mission rejected the claim, saying that salt was dear.", "The Chinese Salt Mission", False),
        ("The Rodong disclosed that salt was made there.", "The Rodong", False),
        ("An unnamed North Korean trading company requested more salt.", "An unnamed North Korean trading company", False),
        ("“Salt is dear” said the porter and explained, “It comes by sea now.”", "the porter", True),
        ("“Salt is dear,” continued the porter. “It comes by sea.”", "the porter", True),
        ("The salt works were lately ordered by the Ministry of Salt to send it to the port.", "the Ministry of Salt", False),
        ("Hyesan carters complain, saying that salt is dear.", "Hyesan carters", True),
        ("The United States has often accused Norway of doing too little.", "The United States", False),
        ("The porters openly admit they lost.", "The porters", True),
        ("The Washington-based think tank estimated that salt was dear.", "The Washington-based think tank", False),
        ("In a report, the Centre for Salt Studies, or C4SS, said salt was dear.", "the Centre for Salt Studies, or C4SS", False),
        ("“Salt is dear,” the Chinese said, asking for no name.\n\n“Salt is dear,” the North Korean said.", "the North Korean", True),
        ("“Salt is dear,” a porter in Dandong, a Chinese gateway for trade, told a reporter.", "a porter in Dandong", True),
        ("“Salt is dear,” the head of a unit in Kilju was quoted as saying by the source.", "the head of a unit in Kilju", True),
    ],
)  # fmt: skip
def test_whoever_bears_it_out_or_fears_it_speaks(sentence: str, speaker: str, *, is_unnamed: bool) -> None:
    claim = last(sentence)
    assert (claim.speaker or claim.steps[-1].printed, claim.anonymous) == (speaker, is_unnamed)


@pytest.mark.parametrize(
    "sentence",
    [
        "Illegal salt such as grey lake salt is sold there, explaining the long queues.",
        "Even after running around the whole port, these carters expressed nothing.",
        "Salt is dear, although many government reports have been issued about it.",
        "The works continued the digging of salt.",
        "No one thinks that salt will come.",
        "The alleged export of salt was big.",
    ],
)
def test_what_only_looks_like_somebody_speaks_no_word(sentence: str) -> None:
    assert all(claim.speech is Speech.OWN for claim in read(sentence).claims)


def test_who_speaks_for_a_state_in_a_council_is_the_state() -> None:
    for phrase, state in (
        ("The representative of the United States", "United States"),
        ("Equatorial Guinea’s delegate", "Equatorial Guinea"),
    ):
        assert last(f"{phrase} pointed out that salt was dear.").steps[-1].body == state


def test_a_surname_brought_in_with_its_trade_is_not_the_leader() -> None:
    body = "Kim Il Sung came to Wonsan.\n\nKim, who fled the North in 1998, said salt was dear. “It is dear,” Kim said."
    assert all(claim.anonymous for claim in read(body).claims if claim.speaker == "Kim")


def test_a_report_that_cites_somebody_passes_it_on() -> None:
    body = "The Kilju Courier reported that the works were open.\n\nSalt is made, the report said, citing a porter in Munchon."
    assert [step.printed for step in last(body).steps[1:]] == ["the report", "a porter in Munchon"]


def test_words_that_go_on_behind_and_or_in_a_bracket_are_statements() -> None:
    body = (
        "People were told, “Salt is dearer in Kilju,” and “just as a leak must be stopped at once, the sellers must go,”"
        " according to the source."
    )
    assert len(direct(body)) == 2
    assert direct("“(The quay) is as good as open. Salt will come,” a broker was quoted as saying.")[0][1] == "a broker"
    often, carters = direct("“Often,” he said, “the carters come in threes. Ten is new to me”.")
    assert (often[0], carters[0][:11]) == ("Often,", "the carters")


def test_a_shortened_month_and_a_firm_end_no_sentence() -> None:
    assert last("The Courier wrote on Mar. 16 that salt was dear.").passage.text.endswith("dear.")
    assert last(
        "Songgyong Co. [a salt house], once shut, has opened, the Courier has learned."
    ).passage.text.startswith("Songgyong")


def test_a_source_is_whoever_was_called_so_last() -> None:
    body = (
        "“Salt is dear,” a source in Hyesan said.\n\n“Oil is dear,” a source in Sinuiju said. “It is,” the source said.\n\n"
        "Choe, a porter in Wonsan, said salt was dear. “It is dear,” Choe said.\n\n"
        "“So it is,” sources in Kilju said. “It is dear,” the source said.\n\n"
        "A broker in Nampo said so. The woman said it was dear."
    )
    found = read(body)
    claims = [claim for claim in found.claims if claim.steps[-1].source]
    provinces = [found.sources[(claim.steps[-1].source or 1) - 1].province for claim in claims]
    assert provinces == [
        *("ryanggang", "north-pyongan", "north-pyongan", "kangwon", "kangwon", "north-hamgyong", "north-pyongan", "nampo", "nampo"),
    ]  # fmt: skip


def test_a_source_is_in_its_own_sentence_and_a_state_is_no_place() -> None:
    body = "People go home, according to a broker in China.\n\nA North Korean trader in Hyesan told Daily X so."
    assert [source.descriptor for source in read(body).sources] == [
        "a broker in China",
        "A North Korean trader in Hyesan",
    ]
    near = "Salt is dear in Hamhung. China guards the border areas, according to a local source."
    assert [source.province for source in read(near).sources] == ["south-hamgyong"]


def test_two_single_marks_are_a_double_one() -> None:
    body = "A clerk of the works said, ''We paid for the salt, and it's no secret of the firm's.''"
    assert direct(body) == [
        ("We paid for the salt, and it's no secret of the firm's.", "A clerk of the works", "said", True)
    ]


@pytest.mark.parametrize(
    ("body", "speaker", "cue", "is_anonymous"),
    [
        ("“It takes two days to walk,” said Han So Ri, a professor of salt.", "Han So Ri, a professor of salt", "said", False),
        ("“We are closing a few doors,” Secretary of Labor Anna Marsh said.", "Secretary of Labor Anna Marsh", "said", False),
        ("The harbour office shut. “No sacks will be let in,” said an office statement.", "an office statement", "said", False),
        ("Good timing, smiles a watching boatman: “The guards are at supper.”", "a watching boatman", "smiles", True),
        ("“It was cold on the quay,” remembers a boatman.", "a boatman", "remembers", True),
        ("“We have no salt left,” wrote a teacher in Wonsan in a letter to her sister.", "a teacher in Wonsan", "wrote", True),
        ("“They work at night,” Ines Marrow, a researcher there told us.", "Ines Marrow, a researcher there", "told", False),
        ("The radio cited a report by the daily Morning Bell, stating, “It went by sea.”", "the daily Morning Bell", "stating", False),
        ("A spokesman for the Salt Office said no. “We keep our word,” the spokesman said.", "the spokesman", "said", False),
        ("The lamps suggest “work is going on in the sheds,” a researcher told us.", "a researcher", "told", True),
    ],
)  # fmt: skip
def test_names_offices_papers_and_manners_speak(body: str, speaker: str, cue: str, is_anonymous: bool) -> None:
    assert [found[1:] for found in direct(body)] == [(speaker, cue, is_anonymous)]


def test_he_is_the_holder_of_an_office_named_before() -> None:
    body = "Secretary of Labor Owen Marsh said on Monday that little had come of it. “We try,” he said. “We close doors,” he said."
    assert direct(body)[-1][3] is False


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue"),
    [
        ("Experts have evaluated that the road is too short.", "Experts", "evaluated"),
        ("Brokers forecast that salt would be dear.", "Brokers", "forecast"),
        ("The Salt Office accused Hill Trade Co. Ltd., Dale Co. Ltd. and Quay Co. of hiding sacks.", "The Salt Office", "accused"),
        ("Norway’s representative expressed her country’s full support for it.", "Norway’s representative", "expressed"),
    ],
)  # fmt: skip
def test_judging_accusing_and_supporting_is_saying(sentence: str, speaker: str, cue: str) -> None:
    claim = last(f"Salt is dear.\n\n{sentence}")
    assert (claim.speech, claim.speaker, claim.cue) == (Speech.INDIRECT, speaker, cue)


@pytest.mark.parametrize(
    ("source", "province"),
    [
        ("a Chinese broker who recently visited Chongjin", ""),
        ("a driver just returned from Hyesan", ""),
        ("two brokers from Sinuiju working in Dandong", ""),
        ("a broker from Sinuiju living in Hamhung", "south-hamgyong"),
        ("a broker from Sinuiju", "north-pyongan"),
        ("a Hyesan-born broker in Dandong", ""),
        ("an official at the Rason trade office in Yanji", ""),
        ("a worker at a salt works in Hyesan", "ryanggang"),
        ("a resident of Musan in the north", "north-hamgyong"),
    ],
)
def test_a_source_is_where_it_sits_and_not_where_it_was(source: str, province: str) -> None:
    assert [each.province for each in read(f"“Salt is dear now,” {source} said.").sources] == [province]


def test_it_is_the_committee_and_the_paper_the_state_newspaper() -> None:
    told = read("The committee called a meeting of managers, at which it told them to shut.")
    assert [step.kind for step in told.claims[-1].steps] == [Kind.OUTLET, Kind.INSTITUTION]
    assert not told.sources
    said = last("The Rodong Sinmun called for thrift. “Thrift is our strength,” the paper said.")
    assert (said.steps[-1].kind, said.steps[-1].body) == (Kind.INSTITUTION, "Rodong Sinmun")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("According to a source in Kilju recently, salt is dear.", "a source in Kilju"),
        ("According to a source in Kilju earlier this month, salt is dear.", "a source in Kilju"),
        ("Salt is dear, according to a trader in Kilju last week.", "a trader in Kilju"),
        ("Salt is dear, said a trader in Kilju lately.", "a trader in Kilju"),
    ],
)
def test_when_somebody_spoke_is_no_part_of_who_it_is(sentence: str, speaker: str) -> None:
    assert last(sentence).speaker == speaker


def test_a_body_acts_behind_the_day_on_which_a_source_spoke() -> None:
    assert last("According to a source in Kilju recently, the county party committee shut the salt pans.").actor == (
        "the county party committee"
    )


@pytest.mark.parametrize(
    ("does", "whom"),
    [
        ("gathered members of salt companies in a hall in May to hand down orders from the party", "members of salt companies"),
        ("summoned the heads of twelve firms last week to study an order of the ministry", "the heads of twelve firms"),
        ("has again called together foremen to pass on instructions from the Cabinet", "foremen"),
    ],
)  # fmt: skip
def test_a_body_that_gathers_people_acts_whatever_it_gathers_them_for(does: str, whom: str) -> None:
    claim = last(LEAD + f"“The Kilju party committee {does},” a source in Kilju said.")
    assert (claim.actor, claim.addressee, len(claim.steps)) == ("The Kilju party committee", whom, 2)


def test_the_order_under_which_it_gathers_them_is_told() -> None:
    claim = last(LEAD + "“The Kilju party committee gathered foremen under an order from the Cabinet,” a source said.")
    assert claim.steps[-1].body == "Cabinet"


def test_words_that_begin_in_the_outlets_sentence_and_go_on_alone_are_a_statement() -> None:
    body = "A source in Kilju said that the boatmen “were short of salt all winter. Now they have enough again.”"
    assert direct(body) == [
        ("were short of salt all winter. Now they have enough again.", "A source in Kilju", "said", True)
    ]


def test_long_words_that_open_a_sentence_are_a_statement_without_a_comma_at_their_end() -> None:
    body = "“In both of the towns along the upper river and in the one below salt went up” a source in Dandong, China reported to us."
    assert [speaker for _, speaker, _, _ in direct(body)] == ["a source in Dandong, China"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The office shut every pan on the coast, raising fears that salt will be dear.",
        "The opening of the pans raised hopes among boatmen.",
        "The works had ordered 1,200 sacks of salt from the coast.",
        "Rumors in Kilju suggest that salt will be dear.",
    ],
)
def test_what_raises_fears_or_is_bought_says_nothing(sentence: str) -> None:
    assert (
        last(LEAD + sentence + "\n\nSalt stayed dear, the source said.").passage.text
        == "Salt stayed dear, the source said."
    )
    assert len(read(LEAD + sentence).claims) == 1


@pytest.mark.parametrize(
    ("sentence", "speaker", "body"),
    [
        ("The Salt Office got an order from the Ministry of Salt, instructing it to sail.", "the Ministry of Salt", "Ministry of Salt"),
        ("The source told us that the Salt Ministry gave orders to open the pans.", "the Salt Ministry", "Salt Ministry"),
        ("The source said the works got a Cabinet order to open the pans.", "Cabinet", "Cabinet"),
        ("In the plague (cholera), the county authorities ordered all to stop.", "the county authorities", "county authorities"),
    ],
)  # fmt: skip
def test_a_body_that_orders_is_printed_without_the_words_around_it(sentence: str, speaker: str, body: str) -> None:
    claim = last(LEAD + sentence)
    assert (claim.speaker, claim.steps[-1].body) == (speaker, body)


def test_a_body_to_which_orders_are_given_gives_none() -> None:
    claim = last(LEAD + "“The Marshal issued orders to the Ministry of Salt’s Boat Office to sail,” the source said.")
    assert [step.printed for step in claim.steps[1:]] == ["the source"]


def test_an_order_that_the_outlet_learned_of_is_told_by_its_verb() -> None:
    claim = last("The Salt Ministry recently instructed carters to stop, Salt Daily has learned.")
    assert (claim.speaker, claim.cue) == ("The Salt Ministry", "instructed")


def test_one_of_the_sources_is_no_new_one_and_another_is() -> None:
    body = (
        "A source in Kilju said salt is dear.\n\nAnother source in Hamhung said it is not.\n\n"
        "One of the sources said soap is dear."
    )
    assert len(read(body).sources) == 2
    body = "According to the source, salt is dear.\n\nAccording to another source in Kilju, it is not."
    assert [source.descriptor for source in read(body).sources] == ["the source", "another source in Kilju"]


def test_she_is_whom_the_paragraph_brought_in_behind_a_day() -> None:
    body = "On April 3, a salt vendor in her 40s in Hoeryong met inspectors. When they took it, she shouted, “Give it back to me!”"
    read_ = read(LEAD + body)
    assert [source.descriptor for source in read_.sources][1:] == ["a salt vendor in her 40s in Hoeryong"]
    assert read_.claims[-1].steps[-1].source == 2


@pytest.mark.parametrize(("opening", "closing"), [("¡°", "¡±"), ("â€œ", "â€\x9d")])
def test_marks_that_a_copy_garbled_are_marks(opening: str, closing: str) -> None:
    body = f"{opening}Salt is dear now,{closing} a source in Kilju said. {opening}Soap is, too.{closing}"
    assert [words for words, *_ in direct(body)] == ["Salt is dear now,", "Soap is, too."]


def test_a_test_of_the_capital_is_the_governments() -> None:
    assert read("Salt stopped after Pyongyang’s fourth nuclear test, a source in China said.").provinces == ()


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("The committee told them that “salt is dear.”", [("a source in Hyesan", "carried"), ("The committee", "printed")]),
        ("According to him, the committee told them that “salt is dear.”", [("him", "printed"), ("the committee", "printed")]),
        ("Seoul’s Salt Ministry said, “Salt is dear.”", [("Seoul’s Salt Ministry", "printed")]),
    ],
)  # fmt: skip
def test_a_body_in_marks_has_whoever_passed_its_words_on_above_it(sentence: str, chain: list[tuple[str, str]]) -> None:
    claim = last(LEAD + sentence)
    assert (claim.speech, claim.anonymous) == (Speech.DIRECT, False)
    assert [(step.printed, step.basis) for step in claim.steps[1:]] == chain


def test_an_order_told_of_in_marks_is_that_of_the_body_that_gave_it() -> None:
    body = (
        LEAD
        + "The source said the county party committee told them to sail.\n\n“The order told us to sell salt,” the source said."
    )
    assert last(body).steps[-1].body == "county party committee"


def test_a_verb_may_open_the_sentence_before_its_speaker() -> None:
    assert direct(LEAD + "Added the source, “Salt is dear.”") == [("Salt is dear.", "the source", "Added", True)]


def test_a_surname_is_that_of_whom_it_was_given_to_behind_a_place() -> None:
    body = LEAD + "A resident of Hoeryong, North Hamgyong Province, surnamed Mun, sells salt. “It is dear,” Mun said."
    (_, source) = read(body).sources
    assert (source.descriptor, source.province) == (
        "A resident of Hoeryong, North Hamgyong Province, surnamed Mun",
        "north-hamgyong",
    )


def test_the_party_congress_is_no_body() -> None:
    assert last(LEAD + "“The Party Congress opened, and salt is dear,” the source said.").actor == ""
