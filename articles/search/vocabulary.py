"""What the public record has names for, read from its rows and kept for as long as nothing can have changed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from articles.models import Topic, TopicName
from articles.search.glossary import glossary
from articles.search.variants import Spelling, Thing, Vocabulary
from provinces.gazetteer import Gazetteer
from provinces.models import Place, Province
from provinces.models import Spelling as PlaceSpelling
from sources.models import Institution, InstitutionName

_AND = re.compile("·| and ")
# One for the process, exchanged whole.
_kept: tuple[str, Vocabulary] = ("", Vocabulary(()))


def vocabulary(edition: str) -> Vocabulary:
    """The vocabulary as of an edition of the record; nothing is asked when it is known already."""
    global _kept
    kept = _kept
    if not edition or kept[0] != edition:
        found = load_vocabulary()
        # Few editions change a name: what one vocabulary has found out the next one need not.
        kept = _kept = (edition, kept[1] if kept[1] == found else found)
    return kept[1]


def load_vocabulary() -> Vocabulary:
    """Provinces, places, topics and institutions with every public name; seven queries."""
    return Vocabulary((*_places(), *_topics(), *_institutions(), *glossary()))


def _places() -> Iterable[Thing]:
    ordinary = {
        (entry.slug, spelled.text)
        for entry in Gazetteer.from_file().entries
        for spelled in entry.spellings
        if spelled.in_text == "with_unit"
    }
    spelt: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    rows = PlaceSpelling.objects.published().order_by("id").values_list("province", "place", "text")
    for province, place, text in rows:
        spelt[("province", province) if province else ("place", place)].append(text)
    rows_of_provinces = Province.objects.published().values_list("pk", "slug", "name_en", "name_ko", "name_ko_rok")
    found = [("province", pk, slug, names) for pk, slug, *names in rows_of_provinces]
    within: defaultdict[int, list[Spelling]] = defaultdict(list)
    for pk, slug, province, *names in Place.objects.published().values_list(
        "pk", "slug", "province", "name", "name_ko"
    ):
        found.append(("place", pk, slug, names))
        if province:
            within[province] += [Spelling(name) for name in names if name and (slug, name) not in ordinary]
    for kind, pk, slug, names in found:
        texts = dict.fromkeys(filter(None, [*names, *spelt[kind, pk]]))
        narrower = tuple(dict.fromkeys(within[pk])) if kind == "province" else ()
        spellings = tuple(Spelling(text, (slug, text) in ordinary) for text in texts)
        yield Thing(kind, slug, names[0], spellings, narrower=narrower)


def _topics() -> Iterable[Thing]:
    names: dict[bool, defaultdict[int, list[str]]] = {True: defaultdict(list), False: defaultdict(list)}
    rows = TopicName.objects.published().order_by("id").values_list("topic", "name", "was_label")
    for topic, other, was_label in rows:
        names[was_label][topic].append(other)
    for pk, slug, name, label_ko in (
        Topic.objects.published().order_by("id").values_list("pk", "slug", "name", "label_ko")
    ):
        yield _thing("topic", slug, [name, label_ko, *names[True][pk]], names[False][pk])


def _institutions() -> Iterable[Thing]:
    others: defaultdict[int, list[str]] = defaultdict(list)
    for institution, name in InstitutionName.objects.published().order_by("id").values_list("institution", "name"):
        others[institution].append(name)
    rows = Institution.objects.published().order_by("id").values_list("pk", "slug", "name_en", "name_ko")
    for pk, slug, name, name_ko in rows:
        yield _thing("institution", slug, [name, name_ko], others[pk])


def _thing(kind: str, slug: str, labels: Sequence[str], others: Iterable[str]) -> Thing:
    """Labels such as "쌀·곡물", "Wigs and eyelashes" or "Trade licences (waku)" are looked for by their parts."""
    spellings: dict[str, Spelling] = {}
    for names, is_label in ((labels, True), (others, False)):
        for name in names:
            plain, _, remark = name.partition(" (")
            parts = (*_AND.split(plain), remark.rstrip(")")) if kind == "topic" and is_label else ()
            for part in map(str.strip, (plain, *parts)):
                if part:
                    spellings.setdefault(part, Spelling(part, is_label=is_label, is_whole=len(part) == 1))
    return Thing(kind, slug, labels[0], tuple(spellings.values()))
