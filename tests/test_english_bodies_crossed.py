"""Nouns for bodies and what these hand down, crossed with where they stand in an English sentence."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest

HEADS = [
    *(
        "academy",
        "airline",
        "bank",
        "battalion",
        "brokerage",
        "charity",
        "coalition",
        "college",
        "commissariat",
        "company",
    ),
    *("conglomerate", "consortium", "convention", "corporation", "depot", "directorate", "federation", "firm", "forum"),
    *(
        "foundation",
        "garrison",
        "guild",
        "hospital",
        "insurer",
        "laboratory",
        "militia",
        "mission",
        "museum",
        "observatory",
    ),
    *("organization", "orphanage", "politburo", "prefecture", "regiment", "registry", "senate", "shipyard", "society"),
    *("syndicate", "tribunal", "trust", "university", "watchdog"),
]
PLACES = (
    "The felt {head} told weavers to sell wool, a weaver said.",
    "Weavers were told by the felt {head} to sell wool, a weaver said.",
    "“The felt {head} ordered us to sell wool,” a weaver said.",
    "The felt {head} announced on Monday that weavers must sell wool.",
    "According to the felt {head}, weavers will sell wool.",
    "“Then came a warning from the felt {head} that wool is short,” a weaver said.",
    "The felt {head} told weavers to wait, a weaver said.\n\n“The {head} warned us again in June,” the weaver said.",
)
PAPERS = [
    *("ban", "bylaw", "call", "complaint", "curfew", "declaration", "denial", "injunction", "invitation", "leaflet"),
    *(
        "mandate",
        "memorandum",
        "moratorium",
        "ordinance",
        "plea",
        "prohibition",
        "protest",
        "rebuke",
        "telegram",
        "verdict",
    ),
]
WAYS = (
    "A weaver said there had been a {paper} by the felt bureau to sell wool.",
    "“We lived under a {paper} by the felt bureau to sell wool,” a weaver said.",
    "The felt bureau issued a {paper} to sell wool, a weaver said.",
)
# What is told by whom it keeps from something, and what is only so.
FORBIDDING = [
    ("“The felt bureau barred us from selling wool,” a weaver said.", "felt bureau"),
    ("“The felt bureau discouraged us from selling wool,” a weaver said.", "felt bureau"),
    ("“The felt bureau forbade stalls by the road,” a weaver said.", "felt bureau"),
    ("A weaver said the felt bureau had forbidden stalls by the road.", ""),
    ("The felt bureau has given no objection, a weaver said.", ""),
]


def _last(body: str) -> str:
    claims = suggest(body, language="en", published=PartialDate.parse("2023-04-18")).claims
    return claims[-1].steps[-1].body if claims else ""


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("sentence", PLACES)
def test_every_noun_for_a_body_is_one_wherever_it_stands(sentence: str, head: str) -> None:
    assert _last(sentence.format(head=head)).removeprefix("the ") == f"felt {head}"


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("sentence", WAYS)
def test_whatever_a_body_hands_down_is_its_word(sentence: str, paper: str) -> None:
    assert _last(sentence.format(paper=paper)) == "felt bureau"


@pytest.mark.parametrize(("sentence", "body"), FORBIDDING)
def test_a_body_speaks_by_keeping_people_from_something(sentence: str, body: str) -> None:
    assert _last(sentence) == body
