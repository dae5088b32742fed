"""Everything is downloaded at two times and grouped by any columns: no group brings the reports of one person together.

Five invented persons spoke in three reports each of the planted collection, and speak again between the two downloads. Rows of
either time are grouped by every column and every two, and so is what moved between them. Then two ties are planted that must be
found: one in what is said, one only in what moved. The scene is that of tests/test_pivot.py.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.drills.frame import Figure, at_least, at_most, exactly, shown
from tests.drills.stand import Server, Stand, stand, until


def drill(full: bool) -> Iterator[Figure]:
    """With `full` chance is that of 200 drawings, else of 30, and the ties are planted in what was downloaded."""
    times = 200 if full else 30
    with stand() as here:
        here.more |= {"SEARCHES_PER_MINUTE": "0"}
        here.become("desk")
        from django.contrib.auth.models import User

        from articles.models import Article
        from tests import test_pivot as scene
        from tests.planting import plant, told

        planted = plant(User.objects.get(username="one"))
        persons = list(scene.PEOPLE.values())
        with here.serving("reader", workers=2) as reader:
            until(lambda: reader.status("/articles/") == 200, 60)
            answers = _downloaded(here, reader, "first")
            first = scene.rows(answers, planted)
            yield at_least("answers and files downloaded", len(answers), 150)
            yield at_least("tables of rows", len(first), 60)
            yield at_least("groupings by one or two columns", sum(1 for _ in scene.groupings(first)), 2_000)
            yield from _told("at one time", first, persons, times)

            more = _later(planted)
            second = scene.rows(_downloaded(here, reader, "second"), more)
            moved = _moved(first, second)
            yield shown("rows that moved between two downloads", sum(map(len, moved.values())))
            yield from _told("by what moved", moved, persons, times)
            of_persons = {key for keys in persons for key in keys}
            linked = {link[end][:3] for link in told("later_links") for end in ("claim", "other")}
            still = of_persons - linked - {"p01", "p03", "p25", "p45"}
            yield exactly(
                "persons' own reports that moved, but those told again",
                len(still & {k for r in moved.values() for k, _ in r}),
                0,
            )

            if full:
                for number, keys in enumerate(persons):
                    url = f"https://archive.example/{number * 7_919 % 97}/"
                    Article.objects.filter(pk__in=[more.articles[key].pk for key in keys]).update(archived_url=url)
                third = scene.rows(_downloaded(here, reader, "third"), more)
            else:
                # In what was downloaded: the same in the collection itself is a scene of tests/test_pivot.py.
                person = {key: f"{number * 7_919 % 97}" for number, keys in enumerate(persons) for key in keys}
                third = {
                    table: [(key, row | {"archived": person.get(key, key)}) for key, row in found]
                    for table, found in second.items()
                }
            for name, tables in (("one time", third), ("what moved", _moved(second, third))):
                found, _ = scene.best(tables, persons)
                yield exactly(f"a tie that is planted is found, by {name}", found > scene.chance(tables, times), True)


def _told(name: str, tables: "Mapping[str, list[Any]]", persons: list[list[str]], times: int) -> Iterator[Figure]:
    from tests import test_pivot as scene

    found, where = scene.best(tables, persons) if any(True for _ in scene.groupings(tables)) else (0.0, "")
    yield shown(f"{name}: the grouping that tells most", where[:70])
    keys = {key for found_rows in tables.values() for key, _ in found_rows}
    # By lot fifteen reports are drawn: fewer than that moved, and nothing is to be compared with.
    by_lot = scene.chance(tables, times) if len(keys) >= 15 else 1.0
    yield at_most(f"{name}: how well it tells who spoke, beside chance", found, by_lot)


@dataclass
class _Asking:
    """What the crawl asks by."""

    reader: Server

    def get(self, address: str) -> "_Asking":
        self._body = self.reader.ask(address)[2]
        return self

    def getvalue(self) -> bytes:
        return self._body


def _downloaded(here: Stand, reader: Server, name: str) -> dict[str, str]:
    """Every answer for programs, and every file of the dataset, but for when it was made."""
    import re

    from tests.test_canary import STARTS, crawl
    from tests.test_pivot import MORE

    folder: Path = here.folder / name
    here.manage("reader", "export_dataset", str(folder))
    found = crawl(_Asking(reader), [*STARTS, *MORE])  # type: ignore[arg-type]  # it only asks and reads
    made = re.compile(r'"made": "[^"]*"')
    return found | {
        f"dataset/{path.name}": made.sub('"made": ""', path.read_text("utf-8-sig")) for path in folder.glob("*.*")
    }


def _later(planted: Any) -> Any:
    """More reports come in, and every person speaks in one of them again; the collection with these."""
    from articles.editing.claims import attribute
    from sources.models import Attribution
    from tests.test_pivot import PEOPLE
    from tests.test_planted import bring_later

    more = bring_later(planted)
    new = [key for key in more.articles if key not in planted.articles]
    for number, keys in enumerate(PEOPLE.values()):
        one = Attribution.objects.get(report__article=planted.articles[keys[0]])
        attribute(
            by=planted.by, article=more.articles[new[number % len(new)]], descriptor=f"someone {number}", role=one.role,
            province=one.province, contact=one.contact,
        )  # fmt: skip
    return more


def _moved(before: "Mapping[str, list[Any]]", after: "Mapping[str, list[Any]]") -> "dict[str, list[Any]]":
    """Table → for each report whose rows differ, column → what became of its values there."""
    found: dict[str, list[Any]] = {}
    for table in before.keys() | after.keys():
        then, now = _by_report(before.get(table, [])), _by_report(after.get(table, []))
        for key in sorted(then.keys() | now.keys()):
            if then.get(key) == now.get(key):
                continue
            old, new = then.get(key, {}), now.get(key, {})
            row = {
                c: f"{old.get(c, [])} → {new.get(c, [])}"
                for c in sorted(old.keys() | new.keys())
                if old.get(c) != new.get(c)
            }
            found.setdefault(f"moved in {table}", []).append((key, row | {"which": ", ".join(row)}))
    return found


def _by_report(rows: "list[Any]") -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for key, row in rows:
        for column, value in row.items():
            # The release's own number, which every row has that stands since then.
            if column != "since":
                found.setdefault(key, {}).setdefault(column, []).append(value)
    return {key: {column: sorted(values) for column, values in columns.items()} for key, columns in found.items()}
