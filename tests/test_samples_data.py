"""The sample reports: wholly invented, in one shape, and enough of them that no page of the reading room is empty."""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).resolve().parent.parent / "articles" / "data"
SAMPLES = DATA / "samples"

PROVINCES = {
    "pyongyang", "south-pyongan", "north-pyongan", "chagang", "south-hwanghae", "north-hwanghae", "kangwon",
    "south-hamgyong", "north-hamgyong", "ryanggang", "rason", "nampo", "kaesong",
}  # fmt: skip
BORDER = "china-north-korea-border"
ROLES = {
    "resident", "trader", "trading_company", "official", "cadre", "worker", "military", "expert", "other",
    "unspecified",
}  # fmt: skip
REPORT_KEYS = {
    "key", "outlet", "language", "headline", "byline", "published", "url", "caption", "credit", "body", "provinces",
    "topics", "origin", "attributions", "claims", "correction", "withdrawn",
}  # fmt: skip
CLAIM_KEYS = {
    "exact", "occurrence", "paraphrase", "attribution", "utterance", "chain", "actor", "addressee", "provinces",
    "topics", "event", "due", "credibility",
}  # fmt: skip

DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4]|3[3-9]|4[01])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[?~%]?"
EDTF = re.compile(rf"{DATE}|{DATE}/(?:{DATE}|\.\.)|\.\./{DATE}")
PUBLISHED = re.compile(r"20(?:19|2[0-5])-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?")
EXAMPLE_ADDRESS = re.compile(r"https://[a-z-]+\.example/[a-z0-9/.-]*")
SEXED = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself|businessman|businesswoman)\b|그녀|아내|남편", re.I)
REAL_OUTLETS = re.compile(
    r"daily ?nk|데일리 ?nk|\brfa\b|radio free asia|자유아시아방송|yonhap|연합뉴스|asiapress|아시아프레스|nk ?news|"
    r"\bkcna\b|조선중앙통신|rodong sinmun|로동신문|38 north|\breuters\b|\bvoa\b|xinhua|newspim|뉴스핌",
    re.I,
)

Row = dict[str, Any]


def read(name: str) -> Any:
    return json.loads((SAMPLES / name).read_text(encoding="utf-8"))


def flat(report: Row) -> str:
    """The body as one text, paragraphs joined by a blank line."""
    return "\n\n".join(report["body"])


def start_of(claim: Row, text: str) -> int:
    """Where the claim's words stand in `text`, counted in code points; ValueError if they do not."""
    start = -1
    for _ in range(claim["occurrence"]):
        start = text.index(claim["exact"], start + 1)
    return start


def earliest(published: str) -> str:
    """The first day a partial date may mean."""
    return published if len(published) == 10 else f"{published}-01"


OUTLETS: dict[str, Row] = {row["slug"]: row for row in read("outlets.json")}
INSTITUTIONS: dict[str, Row] = {row["slug"]: row for row in read("institutions.json")}
FILES = sorted(SAMPLES.glob("[0-9][0-9]-*.json"))
REPORTS: dict[str, Row] = {row["key"]: row for row in (read(path.name) for path in FILES)}
TOPICS_FILE: Any = json.loads((DATA / "topics.json").read_text(encoding="utf-8"))
TOPICS = {row["slug"] for row in (TOPICS_FILE["topics"] if isinstance(TOPICS_FILE, dict) else TOPICS_FILE)}

each_report = pytest.mark.parametrize("report", REPORTS.values(), ids=list(REPORTS))


def claims() -> Iterator[tuple[Row, Row]]:
    """Every report with each of its claims."""
    for report in REPORTS.values():
        for claim in report["claims"]:
            yield report, claim


def direct_claims(report: Row) -> list[Row]:
    """Claims whose words the outlet prints between marks."""
    return [claim for claim in report["claims"] if any(step["speech"] == "direct" for step in claim["chain"])]


# The set as a whole


def test_there_are_thirty_reports_numbered_in_order() -> None:
    assert [path.name[:2] for path in FILES] == [f"{number:02d}" for number in range(1, 31)]
    assert list(REPORTS) == [f"s{number:02d}" for number in range(1, 31)]


def test_every_file_is_utf8_nfc_with_an_indent_of_one() -> None:
    for path in SAMPLES.iterdir():
        text = path.read_text(encoding="utf-8")
        assert text == unicodedata.normalize("NFC", text), path.name
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n", path.name


def test_every_outlet_is_marked_as_a_sample() -> None:
    for outlet in OUTLETS.values():
        assert outlet["slug"].startswith("sample-")
        assert outlet["name"].endswith("(sample)")
        assert outlet["name_ko"].endswith("(견본)")
        assert EXAMPLE_ADDRESS.fullmatch(outlet["home_page"])
        assert outlet["reliability"] in set("ABCDEF") and outlet["reliability_reason"]
    assert {report["outlet"] for report in REPORTS.values()} == set(OUTLETS)


def test_outlets_show_full_text_or_claims_only() -> None:
    shown = Counter(outlet["show"] for outlet in OUTLETS.values())
    assert len(OUTLETS) == 5
    assert shown == {"full": 4, "claims": 1}
    assert [o["slug"] for o in OUTLETS.values() if o["languages"] == ["ko"] and o["show"] == "full"]


def test_institutions_are_well_formed_and_all_have_something_to_say_or_do() -> None:
    for body in INSTITUTIONS.values():
        assert set(body) == {"slug", "name_en", "name_ko", "kind", "level", "province", "other_names"}
        assert body["kind"] in {"party", "state", "company", "military", "other"}
        assert body["level"] in {"national", "provincial", "local"}
        assert (body["province"] is None) == (body["level"] == "national")
        assert body["province"] is None or body["province"] in PROVINCES
    assert 2 <= sum(body["level"] == "local" for body in INSTITUTIONS.values()) <= 3
    busy = {slug for _, claim in claims() for slug in bodies_in(claim)}
    assert busy == set(INSTITUTIONS)


def bodies_in(claim: Row) -> set[str]:
    """The bodies that speak, act or are spoken to in the claim."""
    speaking = {s["speaker"].removeprefix("institution:") for s in claim["chain"] if ":" in s["speaker"]}
    speaking = {slug for slug in speaking if not slug.startswith("source:")}
    return speaking | {slug for slug in (claim["actor"], claim["addressee"]) if slug}


def test_one_local_body_reaches_a_page_of_its_own_and_the_others_do_not() -> None:
    """A body below province level has a page from five claims in three reports."""
    said: dict[str, list[str]] = defaultdict(list)
    for report, claim in claims():
        for slug in bodies_in(claim):
            if INSTITUTIONS[slug]["level"] == "local":
                said[slug].append(report["key"])
    with_page = {slug for slug, keys in said.items() if len(keys) >= 5 and len(set(keys)) >= 3}
    assert with_page == {"sinuiju-customs-house"}


def test_the_set_is_wide_enough_to_fill_every_page() -> None:
    reports = list(REPORTS.values())
    assert sum(report["language"] == "ko" for report in reports) >= 9
    assert {place for report in reports for place in report["provinces"]} == PROVINCES | {BORDER}
    assert {report["published"][:4] for report in reports} == {str(year) for year in range(2019, 2026)}
    assert sum(len(report["published"]) == 7 for report in reports) >= 3
    used = {topic for report in reports for topic in report["topics"]}
    used |= {topic for _, claim in claims() for topic in claim["topics"]}
    assert len(used) >= 45
    assert sum(1 for _ in claims()) >= 100
    assert sum(claim["due"] is not None for _, claim in claims()) >= 10
    assert sum(claim["credibility"] is not None for _, claim in claims()) <= 6


def test_the_set_shows_every_kind_of_speech() -> None:
    lengths = {len(claim["chain"]) for _, claim in claims()}
    bases = {step["basis"] for _, claim in claims() for step in claim["chain"]}
    speeches = {step["speech"] for _, claim in claims() for step in claim["chain"]}
    assert lengths == {1, 2, 3, 4}
    assert bases == {"printed", "carried", "bracket"}
    assert speeches == {"own", "direct", "indirect", "summary"}
    assert any("\n\n" in claim["exact"] for _, claim in claims()), "one quotation runs on over two paragraphs"
    assert any(claim["occurrence"] == 2 for _, claim in claims()), "one claim's words are printed twice"
    assert any(step["speaker"] == "named" for _, claim in claims() for step in claim["chain"])
    acting = [claim for _, claim in claims() if claim["actor"] and not institution_steps(claim)]
    assert len(acting) >= 10, "a body that acts and does not speak"
    assert any("”라고 소식통은 전했다." in flat(report) for report in REPORTS.values())


def institution_steps(claim: Row) -> list[Row]:
    return [step for step in claim["chain"] if step["speaker"].startswith("institution:")]


def test_one_report_has_no_quotation_and_speaks_in_the_outlets_own_words() -> None:
    silent = [report for report in REPORTS.values() if "“" not in flat(report)]
    assert [report["key"] for report in silent] == ["s04"]
    assert silent[0]["attributions"] == []
    assert {(len(claim["chain"]), claim["attribution"]) for claim in silent[0]["claims"]} == {(1, None)}


def test_no_real_outlet_is_named() -> None:
    for path in SAMPLES.iterdir():
        assert REAL_OUTLETS.findall(path.read_text(encoding="utf-8")) == [], path.name


# Each report


@each_report
def test_a_report_is_well_formed(report: Row) -> None:
    assert set(report) == REPORT_KEYS
    assert report["language"] in OUTLETS[report["outlet"]]["languages"]
    assert PUBLISHED.fullmatch(report["published"])
    assert report["headline"] and "(sample)" not in report["headline"]
    assert EXAMPLE_ADDRESS.fullmatch(report["url"])
    assert report["url"].startswith(OUTLETS[report["outlet"]]["home_page"])
    assert 5 <= len(report["body"]) <= 10
    assert all(paragraph == " ".join(paragraph.split()) and paragraph for paragraph in report["body"])
    assert report["provinces"] and set(report["provinces"]) <= PROVINCES | {BORDER}
    assert 2 <= len(set(report["topics"])) == len(report["topics"]) <= 5
    assert set(report["topics"]) <= TOPICS
    assert 2 <= len(report["claims"]) <= 6


def test_every_address_is_used_once() -> None:
    addresses = [report["url"] for report in REPORTS.values()]
    assert sorted(addresses) == sorted(set(addresses))


@each_report
def test_a_source_is_worded_exactly_as_printed(report: Row) -> None:
    text = flat(report)
    keys = [source["key"] for source in report["attributions"]]
    assert keys == [f"a{number}" for number in range(1, len(keys) + 1)]
    for source in report["attributions"]:
        assert set(source) == {"key", "descriptor", "role", "province", "told", "contact", "condition"}
        assert source["descriptor"].casefold() in text.casefold()
        assert source["role"] in ROLES
        assert source["province"] is None or source["province"] in PROVINCES
        assert source["told"] and source["told"].casefold() in text.casefold()
        assert source["contact"] in text
        assert source["condition"] in text
    cited = {claim["attribution"] for claim in report["claims"]} - {None}
    assert cited == set(keys)


@each_report
def test_nothing_gives_a_source_a_sex(report: Row) -> None:
    written = [flat(report), *(claim["paraphrase"] for claim in report["claims"])]
    assert [SEXED.findall(text) for text in written] == [[]] * len(written)


@each_report
def test_a_claim_is_well_formed(report: Row) -> None:
    text = flat(report)
    for claim in report["claims"]:
        assert set(claim) == CLAIM_KEYS
        assert claim["paraphrase"].isascii() and claim["paraphrase"].endswith(".")
        assert claim["paraphrase"] != claim["exact"]
        assert claim["provinces"] and set(claim["provinces"]) <= PROVINCES | {BORDER}
        assert claim["topics"] and set(claim["topics"]) <= TOPICS
        assert bodies_in(claim) <= set(INSTITUTIONS)
        assert claim["credibility"] in {None, 1, 2, 3, 4, 5, 6}
        for when in (claim["event"], claim["due"]):
            if when is not None:
                assert set(when) == {"words", "edtf"}
                assert when["words"].casefold() in text.casefold()
                assert EDTF.fullmatch(when["edtf"]), when["edtf"]


@each_report
def test_a_claims_words_stand_in_the_body(report: Row) -> None:
    text = flat(report)
    for claim in report["claims"]:
        start = start_of(claim, text)
        assert text[start : start + len(claim["exact"])] == claim["exact"] == claim["exact"].strip()


@each_report
def test_a_direct_claim_is_exactly_what_stands_between_the_marks(report: Row) -> None:
    text = flat(report)
    for claim in direct_claims(report):
        start = start_of(claim, text)
        end = start + len(claim["exact"])
        assert text[start - 1] == "“"
        assert text[end : end + 1] == "”"
        assert "”" not in claim["exact"]
        assert claim["exact"].count("“") == claim["exact"].count("\n\n“") == claim["exact"].count("\n\n")


@each_report
def test_any_other_claim_is_one_whole_sentence(report: Row) -> None:
    text = flat(report)
    direct = direct_claims(report)
    for claim in report["claims"]:
        if claim not in direct:
            start = start_of(claim, text)
            end = start + len(claim["exact"])
            assert start == 0 or re.search(r"(\n\n|[.?!]”? )$", text[:start])
            assert claim["exact"].endswith(".") and re.match(r"\Z|\n\n| ", text[end:])
            assert "\n" not in claim["exact"] and "“" not in claim["exact"]


@each_report
def test_a_chain_begins_with_the_outlet_and_names_only_what_is_printed(report: Row) -> None:
    text = flat(report).casefold()
    wording = {source["key"]: source["descriptor"] for source in report["attributions"]}
    for claim in report["claims"]:
        first, *later = claim["chain"]
        assert first == {"speaker": "outlet", "verb": "", "speech": "own", "basis": "printed"}
        assert len(later) <= 3
        for step in later:
            assert step["verb"]
            assert step["verb"].casefold() in text or step["basis"] == "carried" or report["language"] == "ko"
            assert step["speech"] in {"direct", "indirect", "summary"}
            assert step["basis"] in {"printed", "carried", "bracket"}
            assert step["printed"].casefold() in text
            assert (step["basis"] == "bracket") == step["printed"].startswith("[")
        sources = [s["speaker"].removeprefix("source:") for s in later if s["speaker"].startswith("source:")]
        assert sources == ([claim["attribution"]] if claim["attribution"] else [])
        assert [s["printed"] for s in later if s["speaker"].startswith("source:")] == [wording[key] for key in sources]
        kinds = [step["speaker"].split(":")[0] for step in later]
        order = ["outlet", "named", "source", "institution"]
        assert kinds == sorted(kinds, key=order.index) and len(kinds) == len(set(kinds))
        relayed = [step["outlet"] for step in later if step["speaker"] == "outlet"]
        assert relayed == ([REPORTS[report["origin"]["of"]]["outlet"]] if relayed else [])


@each_report
def test_segments_of_one_utterance_share_a_number_and_a_speaker(report: Row) -> None:
    spoken: dict[int, list[Row]] = defaultdict(list)
    for claim in report["claims"]:
        if claim["utterance"] is not None:
            spoken[claim["utterance"]].append(claim)
    for segments in spoken.values():
        assert len({json.dumps(segment["chain"][1], sort_keys=True) for segment in segments}) == 1
        assert all(segment in direct_claims(report) for segment in segments)
        assert len(segments) == 2


# Where reports come from, and what became of them


def test_origins_are_of_every_kind_and_one_step_deep() -> None:
    kinds = Counter(report["origin"]["kind"] for report in REPORTS.values() if report["origin"])
    assert kinds == {"translation": 3, "relay": 3, "republication": 1, "machine_translation": 1}
    outside = [report["key"] for report in REPORTS.values() if report["origin"] and "url" in report["origin"]]
    assert outside == ["s17"]
    for report in REPORTS.values():
        if report["origin"] and "of" in report["origin"]:
            origin = REPORTS[report["origin"]["of"]]
            assert origin["origin"] is None
            assert origin["outlet"] != report["outlet"]
            assert earliest(origin["published"]) <= earliest(report["published"])


def test_an_outside_origin_is_an_example_address_of_no_sample_outlet() -> None:
    address = REPORTS["s17"]["origin"]["url"]
    assert EXAMPLE_ADDRESS.fullmatch(address)
    assert not any(address.startswith(outlet["home_page"]) for outlet in OUTLETS.values())


def test_a_translation_says_the_same_claims_in_the_other_language() -> None:
    same = ("paraphrase", "attribution", "utterance", "actor", "addressee", "provinces", "topics")
    for report in REPORTS.values():
        if report["origin"] and report["origin"]["kind"].endswith("translation"):
            origin = REPORTS[report["origin"]["of"]]
            assert {origin["language"], report["language"]} == {"en", "ko"}
            assert report["provinces"] == origin["provinces"] and report["topics"] == origin["topics"]
            assert [[claim[field] for field in same] for claim in report["claims"]] == [
                [claim[field] for field in same] for claim in origin["claims"]
            ]
            for ours, theirs in zip(report["claims"], origin["claims"], strict=True):
                assert [(s["speaker"], s["speech"], s["basis"]) for s in ours["chain"]] == [
                    (s["speaker"], s["speech"], s["basis"]) for s in theirs["chain"]
                ]
                for field in ("event", "due"):
                    assert (ours[field] or {}).get("edtf") == (theirs[field] or {}).get("edtf")


def test_a_republication_carries_the_same_text() -> None:
    report = REPORTS["s21"]
    origin = REPORTS[report["origin"]["of"]]
    assert report["origin"]["kind"] == "republication"
    assert report["body"][:-1] == origin["body"]
    assert {claim["exact"] for claim in report["claims"]} <= {claim["exact"] for claim in origin["claims"]}


def test_one_report_is_corrected_by_its_outlet_and_one_here() -> None:
    corrected = {report["key"]: report["correction"] for report in REPORTS.values() if report["correction"]}
    assert sorted(correction["by"] for correction in corrected.values()) == ["here", "outlet"]
    for key, correction in corrected.items():
        report = REPORTS[key]
        assert set(correction) == {"by", "reason", "on", "paragraphs"} and correction["reason"]
        assert correction["on"] > report["published"] and len(correction["on"]) == 10
        body = list(report["body"])
        for number, text in correction["paragraphs"].items():
            assert body[int(number) - 1] != text
            body[int(number) - 1] = text
        for claim in report["claims"]:
            assert start_of(claim, "\n\n".join(body)) >= 0, "a corrected text still holds the claims pinned to it"


def test_one_report_is_withdrawn() -> None:
    withdrawn = {report["key"]: report["withdrawn"] for report in REPORTS.values() if report["withdrawn"]}
    assert withdrawn == {"s25": {"class": "editors"}}
    assert [report["key"] for report in REPORTS.values() if (report["origin"] or {}).get("of") == "s25"] == []


def test_outcomes_are_of_claims_that_fall_due_and_shown_by_others() -> None:
    outcomes = read("outcomes.json")
    assert outcomes
    for row in outcomes:
        assert set(row) == {"of", "became", "ground", "shown_by", "reason"}
        key, place = row["of"]
        assert REPORTS[key]["claims"][place]["due"], row["of"]
        for other, number in row["shown_by"]:
            assert REPORTS[other]["claims"][number] and [other, number] != row["of"]


def test_figures_stand_once_in_the_words_of_their_claims() -> None:
    figures = read("figures.json")
    assert {row["kind"] for row in figures} == {"price", "rate"}
    for row in figures:
        assert set(row) == {"claim", "words", "kind", "item", "low", "high", "measure", "per", "of", "where"}
        key, place = row["claim"]
        assert REPORTS[key]["claims"][place]["exact"].count(row["words"]) == 1, row["words"]
