"""Download everything, group by any columns: no group brings the reports of one person together.

Five invented persons each spoke in three reports of the planted collection (`known.json`, which alone knows them): of one
role, in one province, met on one day, and each time to another outlet about another matter elsewhere. What could bring
them together is looked for in every row that leaves, by every column and every two columns; that it would be found is
shown with what is planted. Then everything that is known of sources is changed, and no byte of what leaves may change.
"""

import csv
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from io import StringIO
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from articles.editing.claims import attribute
from articles.exports import dataset
from articles.models import Article, ReportAttribution
from provinces.models import Province
from sources.models import Attribution, Role
from tests.conftest import Reader, reader_rights, reader_site
from tests.once import Once
from tests.planting import Planted, told
from tests.test_canary import STARTS, crawl
from tests.test_planted import bring_later

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("on_the_public_site")]

PEOPLE = {name: keys for name, keys in told("known")["people"].items() if name != "about"}
MORE = [
    f"/search.{form}?q={word}&in={of}" for form in ("atom", "json", "csv") for word in ("Hyesan", "혜산")
    for of in ("articles", "claims")
]  # fmt: skip
MORE += [
    *(f"/{name}.csv?{narrowed}" for name in ("map", "timeline", "coverage")
      for narrowed in ("topic=customs", "outlet=amnok-wire", "institution=namyang-customs", "speech=indirect")),
    *(f"/series/{of}.{form}" for of in ("rice", "won-yuan", "diesel", "won-yuan/ryanggang") for form in ("csv", "atom", "json")),
    *(f"/api/v1/series/{item}" for item in ("rice", "won-yuan", "diesel")),
    *(f"/api/v1/coverage?year={year}" for year in (2022, 2023)),
    *(f"/due.csv?state={state}" for state in ("passed", "kept")),
]  # fmt: skip
_ID = re.compile(r"\b([ac][0-9a-hjkmnp-tv-z]{7})\b")
Pair = tuple[str, str]
Row = tuple[str, dict[str, str]]


# --- everything that leaves


def downloaded(reader: Reader, folder: Path) -> dict[str, str]:
    """Every answer for programs, by address, and every file of the dataset, by name; without when it was made."""
    return crawl(reader, [*STARTS, *MORE]) | exported(folder)


def exported(folder: Path) -> dict[str, str]:
    """The files of the dataset alone."""
    with reader_rights():
        dataset.export(folder)
    made = re.compile(r'"made": "[^"]*"')
    return {f"dataset/{path.name}": made.sub('"made": ""', path.read_text("utf-8-sig")) for path in folder.glob("*.*")}


@pytest.fixture(scope="module")
def untouched(
    planted: Planted, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory, once: Once
) -> dict[str, str]:
    """Everything that leaves while the collection stands as it was planted: fetched once, for it takes the longest here."""

    def download() -> dict[str, str]:
        with django_db_blocker.unblock(), reader_site():
            return downloaded(Reader(), tmp_path_factory.mktemp("untouched"))

    with once.made(f"untouched_{planted.report('p01')}", download) as found:
        return found


def rows(answers: Mapping[str, str], planted: Planted) -> dict[str, list[Row]]:
    """Whatever tells of reports or claims, row by row: table → (report's key, column → value)."""
    keys = {planted.report(key): key for key in planted.articles}
    keys |= {planted.claim(key): key[:3] for key in planted.claims}
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for address, text in answers.items():
        table = _ID.sub("<id>", address.partition("?")[0])
        for where, row in _read(address, text):
            key = next((keys[each] for each in _ID.findall(" ".join(row.values())) if each in keys), "")
            if key:
                # An id is the report's own: by it no two are brought together.
                found[f"{table} {where}"].append((key, {name: _ID.sub("<id>", value) for name, value in row.items()}))
    return found


def _read(address: str, text: str) -> Iterator[tuple[str, dict[str, str]]]:
    name = address.partition("?")[0]
    if name.endswith(".csv"):
        for row in csv.DictReader(StringIO(text)):
            yield "", {str(column): str(value or "") for column, value in row.items()}
    elif text.startswith("<?xml") and name.endswith(".atom"):
        for entry in ElementTree.fromstring(text).iter("{http://www.w3.org/2005/Atom}entry"):  # our own
            told_of: defaultdict[str, str] = defaultdict(str)
            for part in entry.iter():
                for column, value in {"": part.text or "", **part.attrib}.items():
                    told_of[f"{part.tag.rpartition('}')[2]} {column}"] += value.strip()
            yield "", told_of
    elif name.endswith(".jsonl"):
        for line in text.splitlines():
            yield from _parts(json.loads(line), "")
    elif text.startswith(("{", "[")):
        yield from _parts(json.loads(text), "")


def _parts(told_of: Any, where: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every object in an answer, with what it says itself and what its parts say; each of a list is one of its own."""
    if isinstance(told_of, list):
        for each in told_of:
            yield from _parts(each, where)
    elif isinstance(told_of, dict):
        yield where, dict(_flat(told_of, ""))
        for name, value in told_of.items():
            if isinstance(value, dict | list):
                yield from _parts(value, f"{where}.{name}")


def _flat(told_of: Mapping[str, Any], before: str) -> Iterator[tuple[str, str]]:
    for name, value in told_of.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        elif not (isinstance(value, list) and any(isinstance(each, dict) for each in value)):
            yield f"{before}{name}", json.dumps(value, ensure_ascii=False, sort_keys=True)


# --- who is brought together


def pairs_of(people: Iterable[list[str]]) -> set[Pair]:
    """Every two reports in which one person speaks."""
    return {(one, other) for keys in people for one, other in combinations(sorted(keys), 2)}


def groupings(tables: Mapping[str, list[Row]]) -> Iterator[tuple[str, set[Pair]]]:
    """Table and columns, and every two reports that have the same there. What all have says nothing."""
    for table, found in tables.items():
        columns = sorted({column for _, row in found for column in row})
        told_by = {
            column: {key: value for key, row in found if (value := row.get(column, "")) not in ("", "null")}
            for column in columns
        }
        telling = [column for column in columns if len(set(told_by[column].values())) > 1]
        for chosen in [*combinations(telling, 1), *combinations(telling, 2)]:
            groups: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
            for key in set.intersection(*(set(told_by[column]) for column in chosen)):
                groups[tuple(told_by[column][key] for column in chosen)].add(key)
            yield (
                f"{table}: {' × '.join(chosen)}",
                {two for keys in groups.values() for two in combinations(sorted(keys), 2)},
            )


def score(joined: set[Pair], persons: set[Pair]) -> float:
    """How well a grouping tells who spoke: the harmonic mean of how many it finds and how many of those are right."""
    return 2 * len(joined & persons) / (len(joined) + len(persons))


def best(tables: Mapping[str, list[Row]], people: Iterable[list[str]]) -> tuple[float, str]:
    """The grouping that tells most of who spoke."""
    persons = pairs_of(people)
    return max((score(joined, persons), where) for where, joined in groupings(tables))


def chance(tables: Mapping[str, list[Row]], times: int = 200) -> float:
    """The best that any grouping tells of persons who are drawn by lot, in so many drawings."""
    lots, keys = random.Random(6), sorted({key for found in tables.values() for key, _ in found})  # no secret
    drawn = []
    for _ in range(times):
        some = lots.sample(keys, 15)
        drawn.append(pairs_of(some[at : at + 3] for at in range(0, 15, 3)))
    return max(score(joined, persons) for _, joined in groupings(tables) for persons in drawn)


@pytest.fixture(scope="module")
def told_by_lot(untouched: dict[str, str], planted: Planted) -> float:
    """The best that any grouping of the collection tells of persons drawn by lot."""
    return chance(rows(untouched, planted))


def test_the_persons_differ_in_everything_that_is_public() -> None:
    rows_of = {row["key"]: row for row in told("filing")}
    for keys in PEOPLE.values():
        said = [rows_of[key]["source"] for key in keys]
        assert len({(each["role"], each["province"], each["contact"]) for each in said}) == 1
        assert len({each["descriptor"] for each in said}) == len({rows_of[key]["topics"][0] for key in keys}) == 3


def test_no_grouping_brings_the_reports_of_a_person_together(
    planted: Planted, untouched: dict[str, str], told_by_lot: float
) -> None:
    tables = rows(untouched, planted)
    # There is something to group: every way out is there, and every report of a person is in most of them.
    assert len(tables) > 60 and sum(1 for _ in groupings(tables)) > 2000
    found, where = best(tables, PEOPLE.values())
    assert found <= told_by_lot, where


@pytest.mark.parametrize("columns", [("byline",), ("byline", "archived_url")])
def test_a_planted_grouping_is_found(
    planted: Planted, told_by_lot: float, tmp_path: Path, columns: tuple[str, ...]
) -> None:
    """A keyed word made of role, province and contact, in one column, or its parts in two: the dataset alone tells of it."""
    for tied in ReportAttribution.objects.select_related("attribution__province", "article"):
        source = tied.attribution
        secrets = (
            [f"{source.role} {source.province_id}", source.contact]
            if len(columns) > 1
            else [f"{source.role} {source.province_id} {source.contact}"]
        )
        masked = [sha256(f"salt {secret}".encode()).hexdigest()[:12] for secret in secrets]
        values = dict(zip(columns, masked, strict=True))
        if "archived_url" in values:
            values["archived_url"] = f"https://archive.example/{values['archived_url']}"
        Article.objects.filter(pk=tied.article_id).update(**values)
    found, where = best(rows(exported(tmp_path), planted), PEOPLE.values())
    assert found > told_by_lot
    assert all(column in where or "archived" in where for column in columns)


# --- nothing that is known of a source moves anything that leaves


def test_whatever_is_known_of_sources_every_byte_is_the_same(
    planted: Planted, untouched: dict[str, str], reader: Reader, tmp_path: Path
) -> None:
    pages = [f"/articles/{planted.report(key)}/" for key in planted.articles]
    pages += [f"/claims/{planted.claim(key)}/" for key in planted.claims]
    pages += ["/", "/articles/", "/claims/", "/institutions/", "/coverage/", "/due/", "/contradictions/"]
    pages += ["/map/", "/timeline/", "/timeline/?count=claims", "/series/", "/series/won-yuan/", "/data/", "/changes/"]
    pages += ["/provinces/ryanggang/", "/topics/customs/", "/coverage/?topic=customs", "/map/?count=claims"]

    def shown() -> dict[str, str]:
        return {address: reader.get(address, follow=True).content.decode() for address in pages}

    before = untouched | shown()
    provinces = list(Province.objects.order_by("pk"))
    for number, source in enumerate(Attribution.objects.order_by("pk")):
        Attribution.objects.filter(pk=source.pk).update(
            role=list(Role)[number % len(Role)].value,
            province=provinces[number % len(provinces)],
            contact=f"on quincunxday {number % 7}",
        )
    after = downloaded(reader, tmp_path) | shown()
    assert {address for address in before if before[address] != after[address]} == set()
    assert before.keys() == after.keys()
    # So what is known of sources is in nothing, for it is not in what was not moved by it.
    assert not [address for address, text in after.items() if "quincunx" in text or "trading_company" in text]


def test_what_a_report_calls_its_source_stands_beside_its_own_words_alone(untouched: dict[str, str]) -> None:
    of_one = ("/api/v1/articles/a", "/api/v1/claims/c", "/claims/c")
    lists = {address: text for address, text in untouched.items() if not address.startswith(of_one)}
    assert len(lists) < len(untouched)
    for descriptor in {row["source"]["descriptor"] for row in told("filing") if "source" in row}:
        assert not [address for address, text in lists.items() if len(descriptor) > 10 and descriptor in text], (
            descriptor
        )


def test_two_downloads_tell_no_more_than_one(
    planted: Planted, untouched: dict[str, str], reader: Reader, tmp_path: Path
) -> None:
    """More reports come in between, in one of which a person speaks again: no row of that person's others moves."""
    before = rows(untouched, planted)
    old = set(planted.articles)
    more = bring_later(planted)
    one = Attribution.objects.get(report__article=planted.articles["p43"])
    for key in ("q01", "q02"):
        again = attribute(
            by=planted.by, article=more.articles[key], descriptor=f"someone {key}", role=one.role, province=one.province,
            contact=one.contact,
        )  # fmt: skip
        assert again.contact == "on Sunday"
    after = rows(downloaded(reader, tmp_path), more)
    counted = (
        "/provinces",
        "/topics",
        "/outlets",
        "/institutions",
        "/coverage",
        "/changes",
        "/timeline",
        "dataset/act",
    )
    moved: defaultdict[str, set[str]] = defaultdict(set)
    for table, found in after.items():
        if not table.startswith(counted) and "changes" not in table:
            told_now, told_then = (
                {(key, json.dumps({**row, "since": ""}, sort_keys=True)) for key, row in each}
                # Since which release a row stands so is the release's own number.
                for each in (found, before.get(table, []))
            )
            for key, _ in told_now ^ told_then:
                moved[key].add(table)
    linked = {link[end][:3] for link in told("later_links") for end in ("claim", "other")}
    # What is said of the family of what is linked, and of what repeats it or supports it.
    around = {"p01", "p03", "p25", "p45"}
    assert {key: tables for key, tables in moved.items() if key in old - linked - around} == {}
    assert set(moved) - old == {"q01", "q02", "q03", "q04", "q05"}
