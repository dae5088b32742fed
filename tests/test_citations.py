"""Citations: what one library writes another reads back, and the pages and files carry it."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import rispy
from bs4 import BeautifulSoup
from citeproc.source.json import CiteProcJSON
from django.contrib.auth.models import User
from django.utils import timezone
from pybtex.database import Entry, parse_string
from pybtex.richtext import Text
from pybtexris import RISParser

from articles.citations.bibtex import as_bibtex, escaped
from articles.citations.bylines import Author
from articles.citations.csl import LONGEST_TITLE, as_csl_json, item_of
from articles.citations.metadata import data_of, tags_of
from articles.citations.ris import as_ris
from articles.citations.source_reference import source_reference
from articles.citations.styled import STYLES, plain, styled
from articles.citations.works import Mark, Report, Statement, Work
from articles.dates import PartialDate
from articles.editing.claims import draft_of, latest_version, revise_claim
from articles.editing.drafting import latest_revision, propose_revision, words_of
from articles.editing.grading import grade_claim
from articles.editing.publishing import publish_article
from articles.editing.removing import ask_removal, confirm_removal
from articles.models import ActKind
from tests.conftest import Reader
from tests.shelf import shelve
from tests.story import DESCRIPTOR, HEADLINE, RELAYED, Story, tell

TODAY = date(2024, 5, 3)
REPORT = Report(
    public_id="a7k2m4qx", revision=2, headline="Traders told: “make soap & paper”", language="en", language_name="English",
    authors=(Author("Jong", "So Yong"),), outlet="Northern Courier", outlet_grade=Mark("usually reliable", "B"),
    published=PartialDate.parse("2022-04-12"), original_url="https://courier.example/2022/04/make_soap",
    archived_url="https://archive.example/x1", address="https://room.example/articles/a7k2m4qx/v/2/", site="Reading Room",
)  # fmt: skip
KOREAN = replace(
    REPORT, headline="량강도당, 무역일꾼들에게 “비누를 만들라”", language="ko", language_name="Korean",
    authors=(Author("정서영"),), published=PartialDate.parse("2022-04"),
)  # fmt: skip
CLAIM = Statement(
    public_id="c7k2m4qx", version=3, words="The committee said “nobody is forbidding trade”", paragraph=5,
    address="https://room.example/claims/c7k2m4qx/v/3/", report=REPORT, shown=date(2024, 1, 2),
    chain="Northern Courier ← a source in Ryanggang Province (direct speech)",
    descriptors=("a source in Ryanggang Province",), told="Northern Courier",
)  # fmt: skip
BARE = replace(REPORT, authors=(), original_url="", archived_url="", published=PartialDate.parse("2022"))
RETRACTED = replace(REPORT, status="Retracted by the outlet")
VAGUE = replace(REPORT, published=PartialDate.printed("early April", "2022-04-01~/2022-04-10~"))
HALF = replace(REPORT, published=PartialDate.printed("the first half", "2022-40"))
WORKS: dict[str, Work] = {
    "report": REPORT, "korean": KOREAN, "claim": CLAIM, "korean claim": replace(CLAIM, report=KOREAN, words="장사를 막지 않는다"),
    "bare": BARE, "retracted": RETRACTED, "vague": VAGUE, "half a year": HALF,
}  # fmt: skip


def in_style(work: Work, slug: str) -> str:
    return plain(styled(item_of(work, TODAY), next(style for style in STYLES if style.slug == slug)))


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        (
            "chicago",
            (
                "Jong, So Yong. “Traders told: ‘make soap & paper.’” Northern Courier, April 12, 2022."
                " https://courier.example/2022/04/make_soap."
            ),
        ),
        (
            "apa",
            (
                "Jong, S. Y. (2022, April 12). Traders told: “make soap & paper.” Northern Courier."
                " https://courier.example/2022/04/make_soap"
            ),
        ),
        (
            "mla",
            (
                "Jong, So Yong. “Traders told: ‘make soap & paper.’” Northern Courier, 12 Apr. 2022,"
                " https://courier.example/2022/04/make_soap. Accessed 3 May 2024."
            ),
        ),
    ],
)
def test_a_report_is_cited_as_the_outlets_article(slug: str, expected: str) -> None:
    assert in_style(REPORT, slug) == expected


def test_a_claim_is_cited_as_a_page_of_this_site_with_the_article_as_its_original() -> None:
    assert in_style(CLAIM, "chicago") == (
        "“The committee said ‘nobody is forbidding trade.’” Claim c7k2m4qx, version 3. Reading Room, January 2, 2024."
        " https://room.example/claims/c7k2m4qx/v/3/. Originally reported in Jong, So Yong,"
        " “Traders told: ‘make soap & paper.’” Northern Courier, April 12, 2022."
    )
    assert in_style(CLAIM, "apa") == (
        "Reading Room. (2024, January 2). The committee said “nobody is forbidding trade” [Claim c7k2m4qx, version 3]."
        " https://room.example/claims/c7k2m4qx/v/3/ (Original report: Jong, S. Y., Northern Courier, 2022, April 12)"
    )


def test_what_is_missing_leaves_no_hole() -> None:
    assert in_style(BARE, "chicago") == (
        "“Traders told: ‘make soap & paper.’” Northern Courier, 2022. https://room.example/articles/a7k2m4qx/v/2/."
    )
    assert in_style(BARE, "apa").startswith("Traders told: “make soap & paper.” (2022). Northern Courier.")
    assert in_style(KOREAN, "mla").startswith(
        "정서영. “량강도당, 무역일꾼들에게 ‘비누를 만들라.’” Northern Courier, Apr. 2022,"
    )
    assert ", early April 2022." in in_style(VAGUE, "chicago")
    assert "(first half of 2022)" in in_style(HALF, "apa")
    assert in_style(RETRACTED, "chicago").endswith(" [Retracted by the outlet.]")
    assert in_style(replace(REPORT, headline="Who pays?"), "chicago").startswith("Jong, So Yong. “Who pays?” Northern")


@pytest.mark.parametrize("work", WORKS.values(), ids=WORKS)
def test_the_same_work_and_day_give_the_same_bytes(work: Work) -> None:
    for write in (as_ris, as_bibtex, as_csl_json):
        assert write([item_of(work, TODAY)]) == write([item_of(work, TODAY)])
    assert source_reference(work, TODAY) == source_reference(work, TODAY)
    assert in_style(work, "chicago") == in_style(work, "chicago")


def expected_of(work: Work) -> tuple[str, str, list[str], str, str]:
    """Title, container, authors, address, year: what every reader has to find again."""
    if isinstance(work, Report):
        names = [author.inverted for author in work.authors]
        return work.headline, work.outlet, names, work.original_url or work.address, work.published.edtf[:4]
    return work.words, work.report.site, [], work.address, str(work.shown.year)


@pytest.mark.parametrize("work", WORKS.values(), ids=WORKS)
def test_ris_written_by_one_library_is_read_by_another(work: Work) -> None:
    title, container, names, address, year = expected_of(work)
    written = as_ris([item_of(work, TODAY)])
    assert written.startswith("TY  - NEWS\r\n" if isinstance(work, Report) else "TY  - ELEC\r\n")
    assert "\n" not in written.replace("\r\n", "")
    [(key, entry)] = RISParser().parse_string(written).entries.items()
    assert (key, entry.fields["title"], entry.fields["year"]) == (work.key, title, year)
    assert [str(person) for person in entry.persons.get("author", [])] == names
    assert container in (entry.fields.get("T2"), entry.fields.get("series"))
    assert entry.fields["url"].split(", ")[0] == address
    assert entry.fields["Y2"] == "2024/05/03"
    [back] = rispy.loads(written)
    assert back["urls"][0] == address


def test_a_date_of_ris_says_as_much_as_is_known() -> None:
    found = {name: re.findall(r"DA  - (.*)\r", as_ris([item_of(work, TODAY)])) for name, work in WORKS.items()}
    assert found["report"] == ["2022/04/12"]
    assert found["korean"] == ["2022/04//"]
    assert found["bare"] == ["2022///"]
    assert found["vague"] == ["2022///early April 2022"]


@pytest.mark.parametrize("work", WORKS.values(), ids=WORKS)
def test_bibtex_written_by_one_library_is_read_by_another(work: Work) -> None:
    title, container, names, address, year = expected_of(work)
    [(key, entry)] = parse_string(as_bibtex([item_of(work, TODAY)]), "bibtex").entries.items()
    assert (key, entry.type) == (work.key, "article" if isinstance(work, Report) else "misc")
    assert untexed(entry, "title") == title
    assert untexed(entry, "journal" if isinstance(work, Report) else "howpublished") == container
    assert [str(person).strip("{}") for person in entry.persons.get("author", [])] == names
    assert (entry.fields["url"], entry.fields["year"], entry.fields["urldate"]) == (address, year, "2024-05-03")


def untexed(entry: Entry, field: str) -> str:
    """A field as a style of TeX would print it."""
    return str(Text.from_latex(entry.fields[field]))


def test_junior_keeps_his_place_in_every_format() -> None:
    work = replace(REPORT, authors=(Author("Kim", "John", suffix="Jr."), Author("Orrel", "Tamsin")))
    item = item_of(work, TODAY)

    assert item["author"][0] == {"family": "Kim", "given": "John", "suffix": "Jr."}
    [back] = rispy.loads(as_ris([item]))
    assert back["authors"] == ["Kim, John, Jr.", "Orrel, Tamsin"]
    [entry] = parse_string(as_bibtex([item]), "bibtex").entries.values()
    first, _ = entry.persons["author"]
    assert (first.last_names, first.lineage_names, first.first_names) == (["Kim"], ["Jr."], ["John"])
    assert in_style(work, "chicago").startswith("Kim, John, Jr., and Tamsin Orrel. “Traders")
    assert in_style(work, "apa").startswith("Kim, J., Jr., & Orrel, T. (2022")
    assert json.loads(data_of(work))["author"][0]["honorificSuffix"] == "Jr."


@pytest.mark.parametrize(
    ("edtf", "year", "in_ris", "in_bibtex", "in_words"),
    [
        ("../2022-04", "", "///by April 2022", "../2022-04", "by April 2022"),
        ("2022-04/..", "", "///from April 2022", "2022-04/..", "from April 2022"),
        ("2022-04/", "", "///from April 2022 (end not known)", "2022-04/", "from April 2022 (end not known)"),
        ("2021/2022", "", "///2021 to 2022", "2021/2022", "2021 to 2022"),
        ("2021-24/2022-21", "", "///winter 2021 to spring 2022", "2021-24/2022-21", "winter 2021 to spring 2022"),
        ("2022-04/2022-06", "2022", "2022///April 2022 to June 2022", "2022-04/2022-06", "April 2022 to June 2022"),
        ("202X", "", "///the 2020s", "202X", "the 2020s"),
        ("2022-XX", "2022", "2022///2022 (month not known)", "2022-XX", "2022 (month not known)"),
        ("2022-22", "2022", "2022///summer 2022", "2022-22", "summer 2022"),
        ("2022-34", "2022", "2022///second quarter of 2022", "", "second quarter of 2022"),
    ],
)
def test_a_date_that_is_no_day_is_told_whole_and_no_year_is_made_up(
    edtf: str, year: str, in_ris: str, in_bibtex: str, in_words: str
) -> None:
    item = item_of(replace(REPORT, published=PartialDate.parse(edtf)), TODAY)

    assert item["issued"] == {"literal": in_words, "raw": edtf}
    written = as_ris([item])
    assert re.findall(r"DA  - (.*)\r", written) == [in_ris]
    assert re.findall(r"PY  - (.*)\r", written) == [year][: bool(year)]
    [entry] = parse_string(as_bibtex([item]), "bibtex").entries.values()
    assert (entry.fields.get("date", ""), entry.fields.get("year", "")) == (in_bibtex, year)
    assert f"Published: {in_words}." in entry.fields["note"]


def test_bibtex_dates_are_those_that_biblatex_reads() -> None:
    found = {name: parse_string(as_bibtex([item_of(work, TODAY)]), "bibtex").entries for name, work in WORKS.items()}
    dates = {name: next(iter(entries.values())).fields.get("date", "") for name, entries in found.items()}
    assert dates["report"] == "2022-04-12"
    assert dates["vague"] == "2022-04-01~/2022-04-10~"
    # Halves of years belong to a level that it does not know: the year alone stands.
    assert dates["half a year"] == ""


def test_signs_of_tex_do_no_harm() -> None:
    nasty = replace(REPORT, headline=r"100% of $5 #1 a_b {c \d ~ ^ & e")
    written = as_bibtex([item_of(nasty, TODAY), item_of(CLAIM, TODAY)])
    first, second = parse_string(written, "bibtex").entries.values()
    assert first.fields["title"] == (
        r"{100\% of \$5 \#1 a\_b \textbraceleft{}c \textbackslash{}d \textasciitilde{} \textasciicircum{} \& e}"
    )
    assert (first.fields["journal"], second.fields["howpublished"]) == ("Northern Courier", "Reading Room")
    # The space behind a brace stays a space.
    assert escaped("{x} y") == r"\textbraceleft{}x\textbraceright{} y"


@pytest.mark.parametrize("work", WORKS.values(), ids=WORKS)
def test_csl_json_is_read_by_citeproc(work: Work) -> None:
    title, container, names, address, year = expected_of(work)
    items = json.loads(as_csl_json([item_of(work, TODAY)]))
    reference: Any = CiteProcJSON(items)[work.key]
    assert str(reference["title"]) == title
    assert str(reference["container_title"]) == container
    assert str(reference["URL"]) == address
    found = [", ".join(part for part in reversed(name.parts()[:2]) if part) for name in reference.get("author", [])]
    assert found == names
    assert (reference["accessed"]["year"], reference["accessed"]["day"]) == (2024, 3)
    issued = reference["issued"]
    # A date in words is of another class there.
    assert year == (str(issued["year"]) if "year" in issued else issued["text"][-4:])


def test_several_items_make_one_file() -> None:
    items = [item_of(work, TODAY) for work in (REPORT, CLAIM)]
    assert [entry["id"] for entry in rispy.loads(as_ris(items))] == ["a7k2m4qx.2", "c7k2m4qx.3"]
    assert set(parse_string(as_bibtex(items), "bibtex").entries) == {"a7k2m4qx.2", "c7k2m4qx.3"}


def test_the_source_reference_says_words_before_codes() -> None:
    said = source_reference(replace(CLAIM, credibility=Mark("possibly true", "3")), TODAY)
    assert said == (
        "Northern Courier: Jong, So Yong, “Traders told: ‘make soap & paper’”, 12 April 2022, in English, revision 2,"
        " paragraph 5. Claim c7k2m4qx, version 3: “The committee said ‘nobody is forbidding trade’”."
        " Source, in the outlet’s words: “a source in Ryanggang Province”; told Northern Courier."
        " Chain: Northern Courier ← a source in Ryanggang Province (direct speech)."
        " Grades: outlet: usually reliable (B); unnamed source: reliability cannot be judged (F);"
        " this claim: possibly true (3)."
        " Original: https://courier.example/2022/04/make_soap. Archived: https://archive.example/x1."
        " Read at: https://room.example/claims/c7k2m4qx/v/3/. Accessed 3 May 2024."
    )
    assert "this claim: not graded" in source_reference(CLAIM, TODAY)
    assert "No archived copy known." in source_reference(BARE, TODAY)


def test_words_end_a_sentence_once() -> None:
    for words, quoted in {
        "Nobody sells rice,": "“Nobody sells rice”. Source",
        "Nobody sells rice, the source said.": "“Nobody sells rice, the source said.” Source",
        "쌀을 파는 사람이 없다.": "“쌀을 파는 사람이 없다.” Source",
    }.items():
        assert f"version 3: {quoted}" in source_reference(replace(CLAIM, words=words), TODAY)


def test_a_long_claim_is_cut_between_words_in_a_title_alone() -> None:
    long = replace(CLAIM, words="soap and paper " * 40)
    title = item_of(long, TODAY)["title"]
    assert len(title) <= LONGEST_TITLE and title.endswith("and…")
    assert "soap and paper " * 30 in source_reference(long, TODAY)


def test_no_source_is_ever_an_author_or_a_person() -> None:
    for work in (REPORT, CLAIM):
        block = data_of(work)
        assert "ClaimReview" not in block
        assert re.findall(r'"@type": "Person", "name": "([^"]*)"', block) == ["Jong, So Yong"]
        assert "a source" not in block
    assert "author" not in item_of(CLAIM, TODAY)


def test_a_block_of_data_cannot_end_early() -> None:
    nasty = replace(REPORT, headline="</script><script>alert(1)//<!--")
    assert "<" not in data_of(nasty) and json.loads(data_of(nasty))["headline"] == nasty.headline


def test_zotero_takes_a_report_for_a_newspaper_article_and_a_claim_for_a_page() -> None:
    """The words that its reader of embedded metadata asks for first, before it guesses from the others."""
    report, claim = ({tag.name: tag.content for tag in tags_of(work)} for work in (REPORT, CLAIM))
    assert report["z:itemType"] == report["DC.type"] == "newspaperArticle"
    assert claim["z:itemType"] == claim["DC.type"] == "webpage"
    assert report["citation_journal_title"] == "Northern Courier"
    assert report["citation_public_url"] == REPORT.original_url
    assert report["citation_author"] == "Jong, So Yong"
    assert "citation_author" not in claim
    assert {tag.name for tag in tags_of(REPORT) if tag.is_property} == {
        "z:itemType", "og:type", "og:title", "og:site_name", "og:url", "article:published_time",
    }  # fmt: skip


# On the pages


def test_pages_carry_the_citations_ready_to_copy(story: Story, reader: Reader) -> None:
    today = timezone.localdate()
    article, claim = f"/articles/{story.article.public_id}/", f"/claims/{story.relayed.public_id}/"
    for address, key in (
        (article, f"{story.article.public_id}/v/1"),
        (f"{article}v/1/", f"{story.article.public_id}/v/1"),
        (claim, f"{story.relayed.public_id}/v/1"),
        (f"{claim}v/1/", f"{story.relayed.public_id}/v/1"),
    ):
        page = BeautifulSoup(reader.get(address).content, "html.parser")
        assert [each.text for each in page.select(".citations summary")] == [
            "Chicago",
            "APA",
            "MLA",
            "Source reference",
        ]
        chicago, _, _, reference = (each.text for each in page.select(".copyable"))
        assert HEADLINE in chicago and HEADLINE in reference
        assert f"Accessed {today.day} {today:%B %Y}." in reference
        for link in page.select(".citations .files a"):
            assert key in link["href"]
            assert reader.get(str(link["href"])).status_code == 200
        block = json.loads(page.select_one('script[type="application/ld+json"]').text)  # type: ignore[union-attr]
        assert block["@type"] == ("NewsArticle" if "articles" in address else "Claim")


def test_the_descriptor_stands_in_the_claims_reference_and_not_in_the_reports(story: Story, reader: Reader) -> None:
    claim = reader.get(f"/claims/{story.relayed.public_id}/cite.txt").content.decode()
    assert f"Source, in the outlet’s words: “{DESCRIPTOR}”; told Northern Courier." in claim
    assert (
        f"Chain: Northern Courier ← {DESCRIPTOR} (direct speech; carried over from an earlier paragraph)"
        " ← Ryanggang Provincial Party Committee (indirect speech)." in claim
    )
    assert DESCRIPTOR not in reader.get(f"/articles/{story.article.public_id}/cite.txt").content.decode()
    # Nor what the desk alone knows.
    assert "on Sunday" not in claim and "trading_company" not in claim


def test_a_file_without_a_number_cites_what_is_current(story: Story, publisher: User, reader: Reader) -> None:
    grade_claim(by=publisher, claim=story.relayed, credibility=3, reason="alone")
    publish_article(by=publisher, article=story.article)
    base = f"/claims/{story.relayed.public_id}"
    assert f"{base}/v/2/" in reader.get(f"{base}/cite.txt").content.decode()
    old = reader.get(f"{base}/v/1/cite.txt").content.decode()
    assert f"{base}/v/1/" in old and "An earlier version; version 2 is the current one." in old
    assert "this claim: not graded" in old


def test_a_retracted_report_says_so_in_every_format(story: Story, publisher: User, reader: Reader) -> None:
    publish_article(by=publisher, article=story.article, kind=ActKind.RETRACTED)
    for page in (f"/articles/{story.article.public_id}", f"/claims/{story.relayed.public_id}"):
        for ending in ("txt", "ris", "bib", "csl.json"):
            assert "Retracted by the outlet" in reader.get(f"{page}/cite.{ending}").content.decode()


def test_an_earlier_text_says_so(story: Story, publisher: User, reader: Reader) -> None:
    words = words_of(latest_revision(story.article))
    better = type(words)("Another headline", f"{words.body}\n\nMore.", words.caption, words.credit)
    propose_revision(by=publisher, article=story.article, words=better)
    publish_article(by=publisher, article=story.article, kind=ActKind.CORRECTED_HERE)
    page = f"/articles/{story.article.public_id}"
    old, new = (reader.get(f"{page}{part}/cite.txt").content.decode() for part in ("/v/1", ""))
    assert HEADLINE in old and "An earlier text; revision 2 is the current one." in old
    assert "Another headline" in new and "This report was corrected here." in new


def test_claims_of_an_outlet_that_shows_no_text_are_cited_too(publisher: User, reader: Reader) -> None:
    told = tell(by=publisher, show="claims")
    text = reader.get(f"/claims/{told.relayed.public_id}/cite.txt").content.decode()
    assert RELAYED.rstrip(",") in text and "workshops stood still" not in text
    assert HEADLINE in reader.get(f"/articles/{told.article.public_id}/cite.bib").content.decode()


def test_a_copy_names_what_it_is_a_copy_of(story: Story, publisher: User, reader: Reader) -> None:
    copy = shelve(by=publisher, headline="되풀이", language="ko", outlet="Southern Gazette", origin=story.article)
    text = reader.get(f"/articles/{copy.public_id}/cite.txt").content.decode()
    assert f"A translation of “{HEADLINE}”, Northern Courier, April 2023; the two count as one report." in text


def test_files_come_under_their_own_types_and_names(story: Story, reader: Reader) -> None:
    base = f"/claims/{story.relayed.public_id}/cite"
    for ending, kind in (("ris", "application/x-research-info-systems"), ("bib", "application/x-bibtex")):
        answer = reader.get(f"{base}.{ending}")
        assert answer["Content-Type"].startswith(kind)
        assert answer["Content-Disposition"] == f'attachment; filename="{story.relayed.public_id}.1.{ending}"'
    assert reader.get(f"{base}.csl.json")["Content-Type"] == "application/vnd.citationstyles.csl+json"
    assert reader.get(f"{base}.pdf").status_code == 404
    assert reader.get(f"/claims/{story.relayed.public_id}/v/9/cite.ris").status_code == 404
    assert reader.get(f"/articles/{story.relayed.public_id}/cite.ris").status_code == 308


def test_what_was_removed_is_cited_no_more(
    story: Story, publisher: User, second_publisher: User, reader: Reader
) -> None:
    words = words_of(latest_revision(story.article))
    propose_revision(by=publisher, article=story.article, words=type(words)(words.headline, f"{words.body}\n\nMore."))
    draft = draft_of(latest_version(story.relayed))
    revise_claim(by=publisher, claim=story.relayed, revision=latest_revision(story.article), draft=draft)
    publish_article(by=publisher, article=story.article)
    first = story.article.revisions.get(number=1)
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=first, reason="a name"))
    assert reader.get(f"/articles/{story.article.public_id}/v/1/cite.ris").status_code == 410
    assert reader.get(f"/claims/{story.relayed.public_id}/v/1/cite.ris").status_code == 410
    assert reader.get(f"/claims/{story.relayed.public_id}/cite.ris").status_code == 200
