"""What is compared of two reports, and what never is: who spoke."""

from collections.abc import Callable, Sequence
from hashlib import blake2b

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.editing.drafting import latest_revision
from articles.editing.imprints import take_missing_imprints
from articles.likeness.codes import Fact, fact_codes, fact_of
from articles.likeness.credits import OutletNames, making_of
from articles.likeness.facts import facts_in
from articles.likeness.imprints import imprint_of
from articles.models import Article, Imprint
from articles.queries.likeness import Kin, likely_kin, told_by
from articles.suggestions.english import report as english
from articles.suggestions.korean import report as korean
from articles.suggestions.marks import quotations
from articles.suggestions.reading import Reads
from sources.descriptors import source_mentions
from tests.conftest import Reader
from tests.shelf import shelve
from tests.story import refreshed

# Numbers.


@pytest.mark.parametrize(
    ("words", "language", "values"),
    [
        ("15,000 won, 1.5 million tons, 70% and seventy", "en", [15000, 1500000, 70, 70]),
        ("fifteen thousand, two hundred and fifty, a dozen, eleven", "en", [15000, 250, 11]),
        ("thirty-seven of 2.5 thousand", "en", [37, 2500]),
        ("1만5천원, 3천 달러, 2만 위안, 15만 톤", "ko", [15000, 3000, 20000, 150000]),
        ("1억 2천만 원과 3천만 원", "ko", [120000000, 30000000]),
        ("40톤, 2,500원, 0.5그램", "ko", [40, 2500, 0.5]),
        ("A4 B52 23rd no1", "en", []),
        ("40kg and 12t", "en", [40, 12]),
        ("쌀 40kg과 12시", "ko", [40, 12]),
    ],
)
def test_numbers_are_facts_in_figures_and_words(words: str, language: str, values: list[float]) -> None:
    said = {float(value) for part in facts_in(words, language) for fact, value in part if "NUMBER" in fact.name}
    assert said == set(values)


# Facts.


def test_a_text_and_its_translation_have_the_same_facts() -> None:
    english = "On June 3 Hyesan customs let 40 tons of rice pass. The Cabinet had ordered it."
    korean = "6월 3일 혜산세관은 쌀 40톤을 내보냈다. 내각이 지시한 것이었다."
    kinds = {Fact.NUMBER, Fact.DAY, Fact.MONTH, Fact.BODY}
    facts = [
        {fact for part in facts_in(*said) for fact in part if fact[0] in kinds}
        for said in ((english, "en"), (korean, "ko"))
    ]
    assert facts[0] == facts[1]
    assert {(Fact.NUMBER, "40"), (Fact.DAY, "3"), (Fact.MONTH, "6"), (Fact.BODY, "cabinet")} <= facts[0]


def test_the_kind_of_a_fact_is_known_from_its_code() -> None:
    assert [fact_of(code) for code in fact_codes([(fact, "hyesan") for fact in Fact])] == list(Fact)


def test_years_and_the_day_a_source_spoke_are_no_facts() -> None:
    said = "“Rice is dear,” a source told Northern Courier on May 28. In 2022 it was cheap."
    assert not [
        fact for part in facts_in(said, "en") for fact in part if fact[0] in (Fact.DAY, Fact.NUMBER, Fact.SMALL_NUMBER)
    ]


# Credits.


NAMES = OutletNames([("Northern Courier", "n"), ("북방신문", "n"), ("Amnok Wire", "a"), ("압록통신", "a"), ("NC", "c")])


@pytest.mark.parametrize(
    ("words", "republished", "relayed"),
    [
        ("Originally published by Northern Courier on May 3.", "n", ""),
        ("Republished with permission from Amnok Wire.", "a", ""),
        ("Rice is dear, according to Northern Courier.", "", "n"),
        ("Amnok Wire has reported that rice is dear.", "", "a"),
        ("“Rice is dear,” a trader told Amnok Wire.", "", "a"),
        ("압록통신에 따르면 쌀값이 올랐다.", "", "a"),
        ("북방신문은 15일 쌀값이 올랐다고 보도했다.", "", "n"),
        ("이 글은 북방신문에 실린 기사이다.", "n", ""),
        ("The Northern Courier boat left.", "", ""),
        ("The NCO said nothing, and no NC.", "", ""),
        ("Read more: Amnok Wire", "", ""),
    ],
)
def test_who_is_credited_is_heard(words: str, republished: str, relayed: str) -> None:
    found = NAMES.credited_in(words)
    assert (found.republished, found.relayed) == (frozenset(republished), frozenset(relayed))
    assert not NAMES.credited_in(words, own=republished or relayed).all


def test_without_outlets_nobody_is_credited() -> None:
    assert not OutletNames([]).credited_in("According to Northern Courier, rice is dear.").all


@pytest.mark.parametrize(
    ("words", "machine", "translated", "broken"),
    [
        ("(Translated by machine.)", True, True, False),
        ("이 기사는 기계 번역되었다.", True, True, False),
        ("Translated by Han Mi Rae. Edited by nobody.", False, True, False),
        ("“Rice is dear, he said.", False, False, True),
        ("양강현의 쌀값", False, False, True),
        ("Rice in Ryanggang County", False, False, True),
        ("“Rice is dear,” he said in Ryanggang Province.", False, False, False),
    ],
)
def test_what_a_text_shows_of_how_it_was_made(words: str, machine: bool, translated: bool, broken: bool) -> None:
    made = making_of(words)
    assert (made.says_machine, made.says_translated, made.is_broken) == (machine, translated, broken)


# Imprints.


DESCRIBED = "“Rice went up to 5,400 won in Hyesan,” {} told Northern Courier. Soap could not be had for 800 won."


def test_a_source_leaves_no_trace() -> None:
    sources = ("a source in Ryanggang Province", "a resident of Musan County in North Hamgyong Province")
    one, other = (imprint_of(DESCRIBED.format(source), "en") for source in sources)
    assert one == other
    # The place of an event does leave one.
    assert imprint_of(DESCRIBED.format(sources[0]).replace("Hyesan", "Musan"), "en") != one


@pytest.mark.parametrize(
    ("read", "described_in", "text"),
    [
        (english.read, english.described_in, DESCRIBED.format("One former smuggler, who lives in Musan,")),
        (
            english.read,
            english.described_in,
            "Sources say rice is dear. “It is,” a trader in Hyesan said. He added more.",
        ),
        (
            korean.read,
            korean.described_in,
            "혜산의 한 무역상은 “쌀값이 올랐다”고 말했다. 그는 청진의 소식통에 따르면 더 오른다고 전했다.",
        ),
    ],
)
def test_where_sources_are_described_is_where_the_reader_finds_them(
    read: Reads, described_in: Callable[..., Sequence[tuple[int, int]]], text: str
) -> None:
    said = text, quotations(text), source_mentions(text)
    found = read(*said).sources
    assert found and list(described_in(*said)) == [(source.start, source.end) for source in found]


def test_reports_that_share_a_source_alone_do_not_find_each_other(publisher: User) -> None:
    source = "a high-ranking trade official in Ryanggang Province who deals with Chinese partners in Changbai"
    one = shelve(
        by=publisher,
        headline="Ore",
        body=f"Copper is short at 5,430 won in Musan, {source} told Northern Courier on May 3.",
    )
    shelve(
        by=publisher, headline="Fish", body=f"Squid is dear, {source} told Amnok Wire on May 3.", outlet="Amnok Wire"
    )
    assert kin_of(one) == []
    shelve(by=publisher, headline="Ore again", body=latest_revision(one).body, outlet="Harbour Digest")
    assert len(kin_of(one)) == 1, "the look-up finds what there is"


def kin_of(article: Article) -> list[Kin]:
    return likely_kin(told_by(article, latest_revision(article)))


@settings(max_examples=150)
@given(st.text(max_size=300), st.sampled_from(["en", "ko"]))
def test_any_text_has_an_imprint_that_can_be_kept(text: str, language: str) -> None:
    taken = imprint_of(text, language)
    assert all(-(2**31) <= code < 2**31 for code in (*taken.words, *taken.signs, *taken.order))
    assert set(taken.order) == set(taken.names) or len(taken.order) == 120


def test_figures_without_end_are_none() -> None:
    assert imprint_of("9" * 5000 + " tons and " + "1," + "000," * 200 + "000 won", "en").order == ()


def test_a_shared_passage_of_eleven_words_shares_a_run() -> None:
    passage = "whoever has no fuel can buy it from the station today"
    one = imprint_of(f"Boats lie in the harbour and nobody mends nets. {passage}. Then it rained for a week.", "en")
    other = imprint_of(f"Elsewhere they gather weed along the shore instead. {passage}, and so on without end.", "en")
    assert one.words & other.words


# On the desk.


def test_codes_of_words_are_those_that_are_kept() -> None:
    text = " ".join(f"word{number * number % 97}" for number in range(60))
    words = text.split()
    runs = [" ".join(words[at : at + 4]).encode() for at in range(len(words) - 3)]
    codes = [int.from_bytes(blake2b(run, digest_size=4).digest(), signed=True) for run in runs]
    expected = {min(codes[at : at + 8]) for at in range(len(codes) - 7)}
    assert len(expected) > 8
    assert imprint_of(text, "en").words == expected
    assert imprint_of(" ".join(words[:6]), "en").words == {min(codes[:3])}


def test_the_imprint_follows_the_newest_text_and_readers_cannot_reach_it(publisher: User, reader: Reader) -> None:
    article = shelve(by=publisher, headline="Ore", body="Of 1,200 tons of ore 40 tons left Hyesan.")
    kept = Imprint.objects.get(article=article)
    taken = imprint_of("Ore\n\nOf 1,200 tons of ore 40 tons left Hyesan.", "en")
    assert (frozenset(kept.words), frozenset(kept.signs), tuple(kept.order)) == (taken.words, taken.signs, taken.order)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_table_privilege('reader', 'articles_imprint', 'SELECT'), to_regclass('pub.articles_imprint')"
        )
        assert cursor.fetchone() == (False, None)


def test_reports_from_before_get_their_imprints(publisher: User) -> None:
    article = shelve(by=publisher, headline="Ore", body="Of 1,200 tons of ore 40 tons left Hyesan.")
    before = Imprint.objects.values_list("words", "signs", "order").get(article=article)
    Imprint.objects.all().delete()
    assert (take_missing_imprints(), take_missing_imprints()) == (1, 0)
    assert Imprint.objects.values_list("words", "signs", "order").get(article=article) == before


def test_the_look_up_takes_the_same_queries_for_one_copy_and_for_three(publisher: User) -> None:
    body = "Of 1,200 tons of ore 40 tons left Hyesan on June 3, and drivers made 85 yuan a day, all of them together."
    article = refreshed(shelve(by=publisher, headline="Ore", body=body))
    counts = []
    for outlet in ("Amnok Wire", "Harbour Digest", "Ridge Observer"):
        shelve(by=publisher, headline=f"Ore in {outlet}", body=body, outlet=outlet)
        with CaptureQueriesContext(connection) as queries:
            found = kin_of(article)
        counts.append((len(found), len(queries) - 1))
    assert [number for number, _ in counts] == [1, 2, 3]
    assert len({queries for _, queries in counts}) == 1
