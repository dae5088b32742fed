"""Sixty reports of which everything is known: every count of reports, origins, claims and statements, wherever it stands.

What is expected stands in `tests/planted/known.json`, worked out by hand; a count of the collection's own table, which
knows nothing of the database, has to agree with it.
"""

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from articles.announced import Announced
from articles.briefing import Briefing, Pin
from articles.exports import dataset
from articles.exports.release import rows_in
from tests.conftest import Reader, reader_rights
from tests.planting import LATER, Planted, bring, told
from tests.test_due import the_database_says_the_same

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("on_the_public_site")]

KNOWN = told("known")
FACETS = ("province", "topic", "outlet", "language", "year")


# --- what pages say


def page(reader: Reader, address: str) -> str:
    """One page, whole."""
    answer = reader.get(address, follow=True)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def words(html: str) -> str:
    """What a page says, without its marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<(script|style).*?</\1>", " ", html))).strip()


def pair(said: str, what: str, again: str) -> tuple[int, int]:
    """How many there are, and how many when what is told again counts once: "60 reports, 46 when … count once"."""
    found = re.search(rf"(\d+) {what}s?\b(?:[^.;]*?(\d+) when {again} count once)?", said)
    assert found, said[:400]
    return int(found[1]), int(found[2] or found[1])


def reports_on(html: str) -> tuple[int, int]:
    """Of a page that is a list of reports."""
    return pair(
        words(html.split('class="how-many"')[1].split("</p>")[0].split(">", 1)[1]), "report", "copies and translations"
    )


def claims_on(html: str) -> tuple[int, int]:
    """Of a page that tells how many claims there are."""
    return pair(words(html.split("<main", 1)[1]), "claim", "repetitions")


def choices(html: str, address: str) -> dict[str, dict[str, int]]:
    """What each panel of a list offers: parameter → value → how many."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    aside = html.split('<aside class="facets"')[1].split("</aside>")[0]
    for name, value, count in re.findall(
        rf'href="{address}\?(\w+)=([^"&]+)"[^>]*>\s*<span>[^<]*</span> <span class="count">(\d+)</span>', aside
    ):
        found[name][value] = int(count)
    return found


def table(reader: Reader, address: str) -> list[dict[str, str]]:
    """The rows of a table."""
    text = reader.get(address).getvalue().decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text)))


def items(reader: Reader, address: str) -> list[dict[str, Any]]:
    """Every row that the API has of a list."""
    found, next_page = [], address
    while next_page:
        answer = reader.get(next_page.removeprefix("http://127.0.0.1:8000")).json()
        found += answer["items"]
        next_page = answer.get("next") or ""
    return found


# --- the table itself


def filed() -> dict[str, dict[str, Any]]:
    """The reports of the collection by key, with what their file says of them."""
    rows = {row["key"]: row for row in told("filing")}
    for path in sorted((Path(__file__).parent / "planted" / "reports").iterdir()):
        for line in path.read_text(encoding="utf-8").splitlines():
            report = json.loads(line)
            rows[report["url"][-3:]] |= {
                "outlet": [path.stem], "language": [report["language"]], "published": report["published"],
                "year": [report["published"][:4]], "province": rows[report["url"][-3:]]["provinces"],
                "topic": rows[report["url"][-3:]]["topics"],
            }  # fmt: skip
    return rows


def first(rows: Mapping[str, Any], key: str) -> str:
    """The report that a report counts as, however many there are between them."""
    origin = rows[key].get("origin", {}).get("of", "")
    return first(rows, origin) if origin in rows else "outside" if origin else key


def statements() -> dict[str, str]:
    """The claim that a claim counts as."""
    counts_as: dict[str, str] = {}
    for link in told("links"):
        if link["kind"] == "repeats":
            one, other = (counts_as.get(link[end], link[end]) for end in ("claim", "other"))
            counts_as |= {key: one for key, value in counts_as.items() if value == other} | {link["other"]: one}
            counts_as[link["claim"]] = one
    return counts_as


def four(rows: Mapping[str, Any], keys: list[str]) -> list[int]:
    """Reports, origins, claims and statements of some reports."""
    same = statements()
    claims = [claim["key"] for key in keys for claim in rows[key]["claims"]]
    return [
        len(keys), len({first(rows, key) for key in keys}), len(claims), len({same.get(claim, claim) for claim in claims}),
    ]  # fmt: skip


def test_the_table_adds_up() -> None:
    rows = filed()
    assert four(rows, list(rows)) == KNOWN["all"]
    for facet in FACETS:
        values = {value for row in rows.values() for value in row[facet]}
        counted = {value: four(rows, [key for key in rows if value in rows[key][facet]]) for value in values}
        assert counted == {value: KNOWN[facet][value] for value in values}, facet
    for of, months in (
        ("", KNOWN["months"]),
        *((name, coverage(name)) for name in KNOWN["coverage"] if name != "months"),
    ):
        by_month = Counter(
            month
            for month, _ in {
                (row["published"][:7], first(rows, key))
                for key, row in rows.items()
                if len(row["published"]) > 4 and (not of or of in row["provinces"])
            }
        )
        assert by_month == Counter(months), of


def coverage(province: str) -> dict[str, int]:
    """How many origins there are about a province by month."""
    return dict(zip(KNOWN["coverage"]["months"], KNOWN["coverage"][province], strict=True))


# --- lists and their panels


def test_lists_and_their_panels(planted: Planted, reader: Reader) -> None:
    reports, claims = page(reader, "/articles/"), page(reader, "/claims/")
    assert (*reports_on(reports), *claims_on(claims)) == tuple(KNOWN["all"])
    offered = choices(reports, "/articles/"), choices(claims, "/claims/")
    for facet in FACETS:
        for value, known in KNOWN[facet].items():
            if facet != "topic" or value in offered[0]["topic"]:
                assert offered[0][facet][value] == known[1], value
            if facet != "topic" or value in offered[1]["topic"]:
                assert offered[1][facet][value] == known[3], value
    # Of topics the commonest stand there.
    assert len(offered[0]["topic"]) == len(offered[1]["topic"]) == 12
    assert offered[1]["speech"] == {value: known[1] for value, known in KNOWN["speech"].items()}


@pytest.mark.parametrize("time", ["", "&as_of=2024-02-01", "&published_until=2024-02-01"])
@pytest.mark.parametrize("facet", FACETS)
def test_a_narrowed_list_has_as_many_rows_as_it_says(planted: Planted, reader: Reader, facet: str, time: str) -> None:
    for value, known in KNOWN[facet].items():
        reports, claims = (page(reader, f"/{of}/?{facet}={value}{time}") for of in ("articles", "claims"))
        assert [*reports_on(reports), *claims_on(claims)] == known, value
        rows = items(reader, f"/api/v1/articles?{facet}={value}{time}")
        said = items(reader, f"/api/v1/claims?{facet}={value}{time}")
        counted = [
            len(rows),
            len({row["counts_as"] for row in rows}),
            len(said),
            len({row["counts_as"] for row in said}),
        ]
        assert counted == known, value


@pytest.mark.parametrize("time", ["", "?as_of=2024-02-01", "?published_until=2024-02-01"])
def test_indexes_tables_and_the_api_say_the_same(planted: Planted, reader: Reader, time: str) -> None:
    for name, facet in (("provinces", "province"), ("topics", "topic"), ("outlets", "outlet")):
        rows = {row["slug"]: row for row in table(reader, f"/{name}.csv{time}")}
        for slug, (reports, origins, _, once) in KNOWN[facet].items():
            counted = (reports, origins, once) if facet == "outlet" else (origins, once)
            columns = ("reports", "once", "claims") if facet == "outlet" else ("reports", "claims")
            expected = dict(zip(columns, counted, strict=True))
            assert {column: int(rows[slug][column]) for column in columns if column in rows[slug]} == {
                column: number for column, number in expected.items() if column in rows[slug]
            }, slug
    bodies = {row["slug"]: row for row in table(reader, f"/institutions.csv{time}")}
    assert set(bodies) == set(KNOWN["bodies"])
    for slug, parts in KNOWN["bodies"].items():
        assert {part: int(bodies[slug][part]) for part in parts} == {part: once for part, (_, once) in parts.items()}
    for address, known in (("articles", KNOWN["all"][:2]), ("claims", KNOWN["all"][2:])):
        answer = reader.get(f"/api/v1/{address}{time}").json()
        assert [answer["total"], answer["once"]] == known
        rows_of = table(reader, f"/{address}.csv{time}")
        assert [len(rows_of), len({row["counts_as"] for row in rows_of})] == known


def test_pages_of_provinces_topics_and_outlets(planted: Planted, reader: Reader) -> None:
    for name, facet in (("provinces", "province"), ("topics", "topic"), ("outlets", "outlet")):
        for slug, known in KNOWN[facet].items():
            html = page(reader, f"/{name}/{slug}/")
            assert [*reports_on(html), *claims_on(html.split('class="ways"')[1].join(["<main", ""]))] == known, slug


def test_pages_that_are_indexes(planted: Planted, reader: Reader) -> None:
    said = words(page(reader, "/provinces/"))
    for known in KNOWN["province"].values():
        assert f"{known[1]} reports, {known[3]} claims" in said
    said = words(page(reader, "/outlets/"))
    for reports, once, _, claims in KNOWN["outlet"].values():
        again = f" ({once} when copies and translations count once)" if once != reports else ""
        assert f"{reports} reports{again}, {claims} claims" in said
    said = words(page(reader, "/institutions/"))
    assert "Ryanggang Provincial Planning Committee 량강도계획위원회 Ryanggang 2 0 0" in said
    assert "Construction Headquarters 건설지휘부 national 1 0 0" in said
    assert "Namyang Customs Office 남양세관 North Hamgyong 1 4 0" in said
    # The yard had five claims until one of them was linked as repeating another; the company never had three reports.
    assert reader.get("/institutions/taean-coal-yard/").status_code == 410
    assert reader.get("/institutions/sepo-bridge-transport/").status_code == 404


def test_pages_of_bodies(planted: Planted, reader: Reader) -> None:
    for slug, parts in KNOWN["bodies"].items():
        for part, (claims, once) in parts.items():
            html = page(reader, f"/institutions/{slug}/?show={part}")
            tab = html.split('aria-current="page">')[1].split("</a>")[0]
            assert re.findall(r"\d+", tab) == [str(claims)]
            assert html.count('class="claim-row') + html.count('<li class="row') >= 0
            again = re.findall(r"(\d+) when repetitions count once", html)
            assert again == ([str(once)] if once != claims else [])


def test_the_front_page_and_what_there_is(planted: Planted, reader: Reader) -> None:
    reports, origins, claims, once = KNOWN["all"]
    front = words(page(reader, "/"))
    assert f"All {origins} reports and {claims} claims ({once} when repetitions count once)" in front
    for slug, known in KNOWN["province"].items():
        name = slug.replace("-", " ").title()
        assert re.search(rf"{name}\D{{0,60}}\b{known[1]}\b", front), slug
    there = words(page(reader, "/data/"))
    assert f"{reports} reports, {origins} when copies and translations count once" in there
    assert f"with {claims} claims ({once} when repetitions count once) about 8 provinces; 3 bodies" in there
    assert "Amnok Wire 15 May 2023 7 6 5" in there


# --- months, provinces by month


def test_months_and_years(planted: Planted, reader: Reader) -> None:
    html = page(reader, "/timeline/")
    assert f"{KNOWN['all'][1]} reports from November 2022 to June 2023; 0 months between them" in words(html)
    rows = {row["period"]: int(row["reports"]) for row in table(reader, "/timeline.csv")}
    assert rows == KNOWN["months"] | KNOWN["longer_than_a_month"]
    for month, count in KNOWN["months"].items():
        assert re.search(
            rf'month={month}&amp;within=yes"><svg.*?</svg><span class="unseen">\w+ \d+: </span>{count}</a>', html
        ), month
        assert reports_on(page(reader, f"/articles/?month={month}"))[1] == count + KNOWN["longer_than_a_month"].get(
            month[:4], 0
        )
        assert reports_on(page(reader, f"/articles/?month={month}&within=yes"))[1] == count


def test_provinces_by_month(planted: Planted, reader: Reader) -> None:
    cells = {(row["province"], row["month"]): row for row in table(reader, "/coverage.csv")}
    rows = filed()
    for province in KNOWN["province"]:
        for month, origins in coverage(province).items():
            cell = cells[province, month]
            keys = [key for key, row in rows.items() if row["published"][:7] == month and province in row["provinces"]]
            assert (int(cell["origins"]), int(cell["reports"])) == (origins, len(keys)), (province, month)
            assert cell["state"] == ("reports" if origins else "no report in this collection")
    html = page(reader, "/coverage/")
    assert re.search(
        r'province=ryanggang&amp;month=2023-01&amp;within=yes">.*?<strong>2</strong><span aria-hidden="true">/4</span>',
        html,
    )


# --- who else, contradictions, announcements, first seen


def test_who_else_reports_it(planted: Planted, reader: Reader) -> None:
    for key, carriers in KNOWN["carried_by"].items():
        said = words(page(reader, f"/articles/{planted.report(key)}/").split('id="who-else"')[1])
        told_by = re.match(r"[^.]*?Carried by (\d+)", said)
        assert int(told_by[1] if told_by else 1) == carriers, key
    rows = {row["id"]: row for row in items(reader, "/api/v1/claims")}
    for key in planted.claims:
        independent, public_id = KNOWN["independent"].get(key, 1), planted.claim(key)
        assert rows[public_id]["independent_reports"] == independent, key
        if key in KNOWN["independent"] or key in KNOWN["announced_again"]:
            said = words(page(reader, f"/claims/{public_id}/").split('id="who-else"')[1].split("</section>")[0])
            found = re.search(r"(\d+) independent report", said)
            assert int(found[1] if found else 1) == independent, key
            answer = reader.get(f"/api/v1/claims/{public_id}").json()
            assert answer["independent_reports"] == answer["origin"]["independent_reports"] == independent
    # Whose links are counted is said: a translation's claim has what the first one has.
    assert f"Counted with what is linked to {planted.claim('p01a')}" in words(
        page(reader, f"/claims/{planted.claim('p02a')}/")
    )


@pytest.mark.parametrize(("time", "known"), [("?as_of=2024-01-04", {}), ("?as_of=2024-01-06", KNOWN["independent"]),
                                             ("?published_until=2024-01-06", {}), ("", KNOWN["independent"])])  # fmt: skip
def test_tables_count_independent_reports_of_their_time(
    planted: Planted, reader: Reader, time: str, known: dict[str, int]
) -> None:
    rows = {row["id"]: int(row["independent_reports"]) for row in table(reader, f"/claims.csv{time}")}
    assert rows == {planted.claim(key): known.get(key, 1) for key in planted.claims}


def test_contradictions_stand_as_they_were_stated(planted: Planted, reader: Reader) -> None:
    total = sum(map(len, KNOWN["contradictions"].values()))
    answer = reader.get("/api/v1/contradictions").json()
    assert answer["total"] == total == len(table(reader, "/contradictions.csv"))
    assert re.search(rf"\b{total}\b", words(page(reader, "/contradictions/").split("<main")[1]))
    for state, pairs in KNOWN["contradictions"].items():
        found = items(reader, f"/api/v1/contradictions?state={state}")
        expected = {frozenset(map(planted.claim, keys)) for keys in pairs}
        assert {frozenset(re.findall(r"\bc[0-9a-hjkmnp-tv-z]{7}\b", json.dumps(row))) for row in found} == expected, (
            state
        )
        html = page(reader, f"/contradictions/?state={state}")
        assert {public_id for keys in pairs for public_id in map(planted.claim, keys)} <= set(
            re.findall(r"c\w{7}", html)
        )


def test_announcements_are_told_once(planted: Planted, reader: Reader) -> None:
    everything = sum(map(len, KNOWN["due"].values()))
    rows = items(reader, "/api/v1/due")
    assert reader.get("/api/v1/due").json()["total"] == everything == len(rows) == len(table(reader, "/due.csv"))
    expected = {planted.claim(key): state for state, keys in KNOWN["due"].items() for key in keys}
    assert {row["id"]: row["due_state"] for row in rows} == expected
    offered = choices(page(reader, "/due/"), "/due/")
    assert offered["state"] == {state: len(keys) for state, keys in KNOWN["due"].items()}
    assert offered["province"] == dict.fromkeys(
        ("ryanggang", "chagang", "pyongyang", "north-hamgyong", "rason", "nampo", "kangwon"), 1
    )
    for key, there in KNOWN["announced_again"].items():
        assert planted.claim(there) in page(reader, f"/claims/{planted.claim(key)}/"), key
        said = reader.get(f"/api/v1/claims/{planted.claim(key)}").json()["due_state"]
        assert said == expected[planted.claim(there)], key


@pytest.mark.parametrize("asked", [{}, {"province": "rason"}, {"topic": "trade"}, {"outlet": "amnok-wire"}, {"year": "2023"},
                                   {"state": "passed"}, {"state": "kept", "language": "en"}])  # fmt: skip
def test_announcements_are_the_same_by_the_index_and_by_the_database(planted: Planted, asked: dict[str, str]) -> None:
    for day in (date(2023, 4, 1), date(2026, 1, 1)):
        with reader_rights():
            the_database_says_the_same(Announced.asked({name: [value] for name, value in asked.items()}, day))


def test_first_seen(planted: Planted, reader: Reader) -> None:
    pages = {"topic": "/topics/{}/", "body": "/institutions/{}/", "search": "/search/?q={}"}
    for what, key in KNOWN["first_seen"].items():
        of, value = what.split(":")
        html = page(reader, pages[of].format(value))
        assert planted.report(key) in re.search(r'(?s)<dl class="seen">.*?</dl>', html)[0], what  # type: ignore[index]  # it is there
    assert reader.get("/api/v1/search?q=Hunchun").json()["first_report"]["id"] == planted.report("p07")


def test_searches_count_the_same(planted: Planted, reader: Reader) -> None:
    for facet in ("province", "topic"):
        for value, known in KNOWN[facet].items():
            for of, (rows, once) in (("articles", known[:2]), ("claims", known[2:])):
                html = page(reader, f"/search/?q={facet}:{value}&in={of}")
                again = re.search(r"(\d+) when (?:repetitions|copies and translations) count once", words(html))
                assert int(again[1] if again else rows) == once, (value, of)


def test_prices_are_observed_once(planted: Planted, reader: Reader) -> None:
    """By item and province: the day and the price, as the first report has it; what copies say again is no other one."""
    prices, disputed = KNOWN["prices"], KNOWN["prices"]["disputed"]
    counted = {row["item"]: row for row in table(reader, "/series.csv") if not row["where"]}
    for item in ("rice", "won-yuan", "diesel"):
        ((province, known),) = prices[item].items()
        rows = {row["claim"]: row for row in table(reader, f"/series/{item}/{province}.csv")}
        doubted = {key: value for key, value in disputed.items() if planted.claim(key) in rows}
        stated = {
            row["earliest"]: int(float(row["low"]))
            for row in rows.values()
            if row["claim"] not in map(planted.claim, doubted)
        }
        assert stated == known
        assert {key: int(float(rows[planted.claim(key)]["low"])) for key in doubted} == doubted
        assert int(counted[item]["figures"]) == int(counted[item]["reports"]) == len(rows) == len(known) + len(doubted)
        html = page(reader, f"/series/{item}/{province}/")
        assert all(f"/claims/{public_id}/" in html for public_id in rows)
    again = {public_id for item in ("rice", "won-yuan") for row in table(reader, f"/series/{item}.csv")
             for public_id in row["told_again_in"].split("; ") if public_id}  # fmt: skip
    assert again == {planted.claim(key) for key in prices["told_twice"]}


def test_figures_are_told_wherever_claims_are_given_as_data(planted: Planted, reader: Reader, tmp_path: Path) -> None:
    """As printed, once a claim that prints them; a copy's claim has its own."""
    counted = {
        claim["key"]: claim["price"] for report in told("filing") for claim in report["claims"] if "price" in claim
    }
    with reader_rights():
        dataset.export(tmp_path)
    for rows in (items(reader, "/api/v1/claims"), list(rows_in(tmp_path / "claims.jsonl"))):
        short = {row["id"]: row["figures_in_short"] for row in rows if row.get("is_current", True)}
        assert {public_id for public_id, said in short.items() if said} == set(map(planted.claim, counted))
    assert short[planted.claim("p19a")] == ["won-yuan: 1,150 won a yuan, ryanggang"]
    assert f"{len(counted)} in these claims" in words(page(reader, "/data/"))
    for key in ("p21a", "p22a"):
        public_id = planted.claim(key)
        annotated = json.loads(page(reader, f"/claims/{public_id}.jsonld"))["figures"]
        assert annotated == [
            {name: value for name, value in row.items() if name not in ("claim", "version", "address")}
            for row in reader.get(f"/api/v1/claims/{public_id}").json()["figures"]
        ]
        assert [(row["item"], row["low"], row["counted_in"]) for row in annotated] == [("rice", 6200, "KPW")]
    assert "figures" not in json.loads(page(reader, f"/claims/{planted.claim('p01a')}.jsonld"))


# --- feeds and the dataset


def test_feeds_have_each_row_once(planted: Planted, reader: Reader) -> None:
    for of, total in (("articles", KNOWN["all"][0]), ("claims", KNOWN["all"][2])):
        ids, address = [], f"/{of}.json"
        while address:
            feed = reader.get(address.removeprefix("http://127.0.0.1:8000")).json()
            ids += [item["id"] for item in feed["items"]]
            address = feed.get("next_url", "")
        assert (len(ids), len(set(ids))) == (total, total)
    due = reader.get("/due.json").json()
    assert len(due["items"]) == sum(map(len, KNOWN["due"].values()))
    assert len(reader.get("/contradictions.json").json()["items"]) == 5


def test_the_dataset_counts_the_same(planted: Planted, tmp_path: Path) -> None:
    with reader_rights():
        dataset.export(tmp_path)
    for name, known in (("articles", KNOWN["all"][:2]), ("claims", KNOWN["all"][2:])):
        rows: list[Any] = list(rows_in(tmp_path / f"{name}.jsonl"))
        assert [len({row["id"] for row in rows}), len({row["counts_as"] for row in rows})] == known
    assert len(list(rows_in(tmp_path / "contradictions.jsonl"))) == 5
    assert len(list(rows_in(tmp_path / "outcomes.jsonl"))) == 4


# --- what is told again


def bring_later(planted: Planted) -> Planted:
    """Three translations, a republication and a relay of reports that are there, and their claims linked as repetitions.

    The collection with these; it goes with the test, and what was there stays as it is for the next one.
    """
    for path in sorted(LATER.iterdir()):
        bring(path, planted.by)
    more = Planted(planted.by, dict(planted.articles), dict(planted.claims))
    more.bring_in(told("later"))
    more.link(told("later_links"))
    return more


def independent(reader: Reader) -> dict[str, Any]:
    """Every count in which what is told again counts once, by where it stands.

    Not among them: what one outlet carried, and how much there is in one language. A copy is one more of these.
    """
    found: dict[str, Any] = {}
    for of, count in (("articles", reports_on), ("claims", claims_on)):
        html = page(reader, f"/{of}/")
        found[of] = count(html)[1], reader.get(f"/api/v1/{of}").json()["once"]
        found[f"panels of {of}"] = {
            name: values for name, values in choices(html, f"/{of}/").items() if name not in ("outlet", "language")
        }
        for facet in ("province", "topic"):
            for value in KNOWN[facet]:
                listed = page(reader, f"/{of}/?{facet}={value}")
                # How words reach us is counted by claim: a translation may quote what the first report retells.
                panels = {name: choices(listed, f"/{of}/")[name] for name in ("province", "topic", "year")}
                found[f"{of} by {value}"] = count(listed)[1], panels
                html = page(reader, f"/{facet}s/{value}/")
                found[f"page of {value}"] = (
                    reports_on(html)[1],
                    claims_on(html.split('class="ways"')[1].join(["<main", ""]))[1],
                )
    for name in ("provinces", "topics", "institutions", "timeline"):
        # The panels beside have outlets and languages too.
        found[name] = words(page(reader, f"/{name}/").split('<aside class="facets"')[0])
        found[f"table of {name}"] = table(reader, f"/{name}.csv")
    for slug in KNOWN["bodies"]:
        rows = items(reader, f"/api/v1/claims?institution={slug}")
        found[slug] = len({row["counts_as"] for row in rows})
    front = page(reader, "/")
    found["front page"] = re.findall(r"All (\d+) reports", words(front)), re.findall(r"\((\d+) when rep", words(front))
    found["map"] = words(front.split("<h2>Provinces</h2>")[1])
    cells = table(reader, "/coverage.csv")
    found["coverage"] = {(row["province"], row["month"]): (row["state"], row["origins"]) for row in cells}
    found["shades"] = re.findall(r"<strong>(\d+)</strong>", page(reader, "/coverage/").split("<main")[1])
    by_topic = table(reader, "/coverage.csv?topic=customs")
    found["coverage of a topic"] = {(row["province"], row["month"]): (row["state"], row["origins"]) for row in by_topic}
    answer, rows = reader.get("/api/v1/coverage?year=2023").json(), found["coverage"]
    found["coverage by the API"] = {(row["province"], row["month"]): row["origins"] for row in answer["items"]}
    assert {cell: str(n) for cell, n in found["coverage by the API"].items() if cell in rows} == {
        cell: origins for cell, (_, origins) in rows.items() if cell[1].startswith("2023")
    }
    for narrowed in ("", "?topic=customs", "?province=ryanggang", "?year=2023"):
        for name in ("map", "timeline"):
            said = words(page(reader, f"/{name}/{narrowed}").split('<aside class="facets"')[0])
            found[f"{name} {narrowed}"] = re.sub(r"\d+ reports, (?=\d+ when copies)", "", said)
            found[f"table of {name} {narrowed}"] = table(reader, f"/{name}.csv{narrowed}")
    # What tells a figure again is named beside it; where claims are listed, each has its own.
    found["series"] = table(reader, "/series.csv"), words(page(reader, "/series/"))
    for item in ("rice", "won-yuan", "diesel"):
        answer = reader.get(f"/api/v1/series/{item}").json()
        found[f"series of {item}"] = answer["total"], answer["reports"], [row["claim"] for row in answer["items"]]
        found[f"table of {item}"] = [row["claim"] for row in table(reader, f"/series/{item}.csv")]
    for of in ("due", "contradictions"):
        found[of] = reader.get(f"/api/v1/{of}").json()["total"], table(reader, f"/{of}.csv")
    found["panels of announcements"] = choices(page(reader, "/due/"), "/due/")
    found["independent"] = {row["id"]: row["independent_reports"] for row in items(reader, "/api/v1/claims")}
    found["searched"] = {
        (value, of): re.findall(r"(\d+) when", words(page(reader, f"/search/?q=topic:{value}&in={of}")))
        for value in ("customs", "seafood")
        for of in ("articles", "claims")
    }
    found["first"] = reader.get("/api/v1/search?q=Hyesan").json()["first_report"]
    return found


def supported(planted: Planted, reader: Reader) -> dict[str, Any]:
    """What pages of claims and a briefing of these say of how many reports, and origins, support them."""
    keys = sorted({*KNOWN["independent"], "p01a", "p19a", "p21a"})
    found: dict[str, Any] = {}
    for key in keys:
        who_else = words(
            page(reader, f"/claims/{planted.claim(key)}/").split('id="who-else"')[1].split("</section>")[0]
        )
        found[f"page of {key}"] = re.findall(r"(\d+) independent reports?", who_else) or ["1"]
    briefing = Briefing(tuple(Pin(planted.claim(key), 1) for key in keys))
    sources = page(reader, f"/briefing/?{briefing.query}").split("The sources behind it")[1].split("</dl>")[0]
    said = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", sources))
    found["briefing"] = said["Claims"], said["Origins"], said["On one origin alone"]
    return found


def test_a_translation_and_a_republication_change_no_count(planted: Planted, reader: Reader) -> None:
    before, rows = independent(reader), reader.get("/api/v1/articles").json()["total"]
    before |= supported(planted, reader)
    more = bring_later(planted)
    after = independent(reader) | supported(planted, reader)
    told_again = {more.claim(key): count for key, count in KNOWN["independent_later"].items()}
    # What tells it again is as well supported as what it tells.
    assert {public_id: after["independent"].pop(public_id) for public_id in told_again} == told_again
    for where, counted in before.items():
        assert after[where] == counted, where
    assert (rows, reader.get("/api/v1/articles").json()["total"]) == (60, 65)
    assert len(items(reader, "/api/v1/claims")) == KNOWN["all"][2] + len(told_again) == 70
