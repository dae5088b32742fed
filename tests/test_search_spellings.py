"""Every spelling of every place × every mode, over texts that each have one spelling; and the look-alikes never."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain

import pytest
import tantivy

from articles.queries.names import Names
from articles.search.analysis import as_printed, rewritten
from articles.search.asking import Asking
from articles.search.glossary import glossary
from articles.search.index.schema import PRINTED, register, schema
from articles.search.naming import Naming, names_in
from articles.search.query import read_query
from articles.search.variants import Mode, Named, Spelling, Thing, Vocabulary
from provinces.gazetteer import Entry, Gazetteer

pytestmark = pytest.mark.long

NO_NAMES = Names({}, {}, {})
GAZETTEER = Gazetteer.from_file()
DECOYS = (
    "A fair was held in Yanggu County.",
    "The beach of Yangyang is long.",
    "Gangwon Province in South Korea has snow.",
    "Buses go to Chuncheon, Gangwon Province.",
    "South Korea's Kangwon Province sent rice.",
    "양구에서 장이 섰다.",
    "양양의 바닷가는 길다.",
    "한국 강원도에서 눈이 왔다.",
    "강원도 춘천으로 버스가 다닌다.",
)


def sentence(name: str) -> str:
    return f"{name}에서 물건이 오갔다." if any("가" <= letter <= "힣" for letter in name) else f"Goods went to {name}."


def thing_of(entry: Entry) -> Thing:
    spellings = tuple(Spelling(spelled.text, spelled.in_text == "with_unit") for spelled in entry.spellings)
    return Thing("province" if entry.is_province else "place", entry.slug, entry.name, spellings)


class Shelf:
    """Texts in an index in memory, asked by number."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.index = register(tantivy.Index(schema()))
        writer = self.index.writer(15_000_000, 1)
        for number, text in enumerate(texts):
            document = tantivy.Document()
            document.add_text("body", rewritten(GAZETTEER.without_southern(text)))
            document.add_text(PRINTED, as_printed(text))
            document.add_unsigned("pk", number)
            document.add_unsigned("is_any", 1)
            writer.add_document(document)
        writer.commit()
        self.index.reload()
        self.searcher = self.index.searcher()

    def found(self, q: str, mode: Mode, vocabulary: Vocabulary) -> set[int]:
        query = Asking(mode, NO_NAMES).words(Naming(vocabulary, mode).tree(read_query(q).tree))
        hits = self.searcher.search(query, 5_000).hits
        return set(self.searcher.fast_field_values("pk", [address for _, address in hits]))  # type: ignore[arg-type]


@cache
def matrix() -> tuple[Shelf, Vocabulary, Mapping[str, set[int]], Sequence[str]]:
    """The shelf, the vocabulary, which texts have each spelling, and all texts."""
    spelt = sorted({spelled.text for entry in GAZETTEER.entries for spelled in entry.spellings})
    texts = [*map(sentence, spelt), *DECOYS]
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for entry in GAZETTEER.entries:
        for spelled in entry.spellings:
            owners[spelled.text].add(entry.slug)
    by_entry: defaultdict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(spelt):
        for slug in owners[text]:
            by_entry[slug].add(number)
    vocabulary = Vocabulary(tuple(map(thing_of, GAZETTEER.entries)))
    wanted = {text: set(chain.from_iterable(by_entry[slug] for slug in owners[text])) for text in spelt}
    return Shelf(texts), vocabulary, wanted, texts


@pytest.mark.parametrize("mode", [Mode.VARIANTS, Mode.LOOSE])
def test_every_spelling_finds_every_other_of_the_same_place(mode: Mode) -> None:
    shelf, vocabulary, wanted, texts = matrix()

    missed = {
        (q, texts[number])
        for q, numbers in wanted.items()
        for number in numbers - shelf.found(f'"{q}"', mode, vocabulary)
    }
    missed |= {
        (q, texts[number])
        for q, numbers in wanted.items()
        for number in numbers - shelf.found(plain(q), mode, vocabulary)
    }

    assert len(wanted) > 1_000
    assert missed == set()


def plain(spelling: str) -> str:
    """A spelling typed without quotation marks; signs of the query language in it are left out."""
    return " ".join(spelling.replace("(", " ").replace(")", " ").split())


def test_exact_search_finds_only_texts_that_have_the_spelling_itself() -> None:
    shelf, vocabulary, wanted, texts = matrix()

    crossed = set()
    for q in wanted:
        found = shelf.found(plain(q), Mode.EXACT, vocabulary)
        assert any(q in texts[number] for number in found), q
        crossed |= {(q, texts[number]) for number in found if printed(q) not in printed(texts[number])}

    assert crossed == set()


def printed(text: str) -> str:
    """What counts as the same print: the same letters, whatever their case and the form of an apostrophe."""
    return text.casefold().translate(dict.fromkeys(map(ord, "’‘ʼ"), "'"))


def test_look_alikes_are_never_found_by_a_place_of_the_north() -> None:
    shelf, vocabulary, wanted, texts = matrix()
    decoys = {number for number, text in enumerate(texts) if text in DECOYS}

    found = {
        q: shelf.found(q, Mode.VARIANTS, vocabulary) & decoys
        for q in ("Yanggang", "량강도", "Kangwon", "Gangwon", "강원도")
    }

    assert len(decoys) == len(DECOYS)
    assert {q: numbers for q, numbers in found.items() if numbers} == {}
    assert texts[next(iter(shelf.found("Yanggu", Mode.EXACT, vocabulary)))] == DECOYS[0]
    for q in wanted:
        assert shelf.found(plain(q), Mode.VARIANTS, vocabulary) & decoys == set(), q


@pytest.mark.parametrize(
    "q",
    [
        "Yangyang",
        "Yanggu",
        "양양군",
        "양구군",
        "Busan",
        "부산시",
        "Incheon",
        "Yeoncheon",
        "Wonju",
        "Gangneung",
        "Goyang",
        "Gwangyang",
    ],
)
def test_a_town_of_the_south_is_no_slip_of_one_of_the_north(q: str) -> None:
    """Though no report has it: one letter makes Yangyang of Yanggang, and Busan of Musan."""
    naming = Naming(Vocabulary((*matrix()[1].things, *glossary())), Mode.VARIANTS, lambda text: 0)

    def is_slip(typed: str) -> bool:
        return any(each.is_alike for each in names_in(naming.tree(read_query(typed).tree)))

    assert is_slip("Muzan")
    assert not is_slip(q)


def test_of_several_names_one_slip_away_the_most_alike_is_meant() -> None:
    meant = [name for name, _ in matrix()[1].meant("Rynggang")]
    assert meant[0] == "Ryanggang" and "Ranggang" in meant


RICE = Thing("topic", "rice-prices", "Rice prices", tuple(map(Spelling, ("Rice prices", "쌀값", "price of rice"))))
COMPANY = Thing(
    "institution", "nuri", "Nuri Trading Company", (Spelling("Nuri Trading Company"), Spelling("누리무역회사"))
)


def test_names_of_topics_and_bodies_stand_for_their_other_names() -> None:
    shelf, places, _, _ = matrix()
    vocabulary = Vocabulary((*places.things, RICE, COMPANY))
    shelf = Shelf(
        [
            "The rice price rose in Hyesan.",
            "혜산시장에서 쌀값이 올랐다.",
            "누리무역회사는 쉬었다.",
            "Rice grows; the price of oil fell.",
        ]
    )

    assert shelf.found("쌀값 혜산", Mode.VARIANTS, vocabulary) == {0, 1}
    assert shelf.found("Haesan rice price", Mode.VARIANTS, vocabulary) == {0, 1}
    assert shelf.found("Nuri Trading Companies", Mode.VARIANTS, vocabulary) == {2}
    assert shelf.found("쌀값", Mode.EXACT, vocabulary) == {1}
    assert shelf.found("rice prices -혜산", Mode.VARIANTS, vocabulary) == {3}


def test_a_misspelt_word_finds_what_it_resembles_in_loose_mode_alone() -> None:
    _, places, _, _ = matrix()
    shelf = Shelf(["The smuggling went on in Hyesan.", "Nothing."])

    assert shelf.found("Hyessan smugling", Mode.LOOSE, places) == {0}
    assert shelf.found("Hyessan", Mode.VARIANTS, places) == set()
    assert [text for text, _ in places.alike("Hyessan")][:1] == ["Hyesan"]


def test_a_name_says_what_it_stands_for() -> None:
    _, vocabulary, _, _ = matrix()

    (named,) = names_in(Naming(vocabulary).tree(read_query("covid Yangkang OR nothing").tree))

    assert (named.text, [thing.slug for thing in named.things], named.position) == ("Yangkang", ["ryanggang"], 7)
    assert isinstance(named, Named)
    assert "량강도" in [spelling.text for spelling, _ in named.spellings()]
