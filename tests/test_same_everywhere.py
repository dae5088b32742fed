"""A report with everything odd in it says the same on its page, in the API, tables, feeds, citations and the dataset."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import rispy
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from pybtex.database import parse_string
from pybtex.richtext import Text

from articles.dates import PartialDate
from articles.editing.drafting import Description, Words, draft_report, file_article
from articles.editing.publishing import publish_article
from articles.exports import dataset
from articles.exports.release import rows_in
from articles.models import Article
from provinces.models import Province
from sources.models import Outlet
from tests.conftest import Reader, reader_rights
from tests.story import IN_TIME

pytestmark = pytest.mark.usefixtures("on_the_public_site")

ATOM = "{http://www.w3.org/2005/Atom}"
# A formula, marks of CSV, TeX and HTML, letters from right to left, an emoji, and what no XML may hold.
HEADLINE = "=SUM(1,2); “soap”, 'paper' & 100% <b>비누</b> \u202b\u05e9\u202c 🧼 {x}\ufffe!"
EDTF, ADDRESS = "../2023-04", "https://courier.example/?a=1&b=“2”"


@pytest.fixture
def odd(publisher: User) -> Article:
    outlet = Outlet.objects.create(name="Courier, “The” & Co;", slug="courier", show="full")
    article = draft_report(
        by=publisher,
        outlet=outlet,
        words=Words(HEADLINE, "+1 trader waited.\n\nTwo\u200f waited \ufffelater."),
        description=Description(
            byline="Reporting by Kim Min; editing by Lee Harris",
            published=PartialDate.parse(EDTF),
            original_url=ADDRESS,
        ),
    )
    file_article(
        by=publisher,
        article=article,
        provinces=list(Province.objects.filter(slug__in=("ryanggang", "chagang"))),
        topics=[],
    )
    publish_article(by=publisher, article=article, at=IN_TIME)
    return Article.objects.get(pk=article.pk)


def untexed(field: str) -> str:
    """As TeX would print it; pybtex knows no command for braces."""
    stood_in = field.replace(r"\textbraceleft{}", "⦃").replace(r"\textbraceright{}", "⦄")
    return str(Text.from_latex(stood_in)).replace("⦃", "{").replace("⦄", "}")


def one(rows: Any) -> Any:
    [row] = rows
    return row


def test_its_headline_outlet_date_and_author_are_the_same_wherever_they_are_told(
    odd: Article, reader: Reader, tmp_path: Path
) -> None:
    base = f"/articles/{odd.public_id}"
    page = BeautifulSoup(reader.get(f"{base}/", follow=True).content, "html.parser")
    head = json.loads(one(page.find_all("script")).string or "")
    metas = {str(tag.get("name")): str(tag.get("content")) for tag in page.find_all("meta")}
    api = reader.get(f"/api/v1{base}").json()
    row = one(csv.DictReader(io.StringIO(reader.get("/articles.csv").getvalue().decode("utf-8-sig"))))
    json_entry = one(json.loads(reader.get("/articles.json").content)["items"])
    csl = one(json.loads(reader.get(f"{base}/cite.csl.json").content))
    ris = one(rispy.loads(reader.get(f"{base}/cite.ris").content.decode()))
    bib = one(parse_string(reader.get(f"{base}/cite.bib").content.decode(), "bibtex").entries.values())
    with reader_rights():
        dataset.export(tmp_path / "release")
    kept = one(rows_in(tmp_path / "release" / "articles.jsonl"))

    headlines = {
        "page": one(page.find_all("h1")).get_text().strip(),
        "json-ld": head["headline"],
        "meta": metas["citation_title"],
        "api": api["headline"],
        "csv": row["headline"].removeprefix("'"),
        "json feed": json_entry["title"],
        "csl": csl["title"],
        "ris": ris["title"],
        "bibtex": untexed(bib.fields["title"]),
        "dataset": kept["headline"],
    }
    assert headlines == dict.fromkeys(headlines, HEADLINE)
    outlets = {
        "json-ld": head["publisher"]["name"],
        "meta": metas["DC.publisher"],
        "api": api["outlet"],
        "csv": row["outlet"],
        "csl": csl["container-title"],
        "ris": ris["secondary_title"],
        "bibtex": str(Text.from_latex(bib.fields["journal"])),
        "dataset": kept["outlet"],
    }
    assert outlets == dict.fromkeys(outlets, odd.outlet.name)
    dates = {
        "meta": metas["DC.date"],
        "api": api["published"],
        "csv": row["published"],
        "csl": csl["issued"]["raw"],
        "bibtex": bib.fields["date"],
        "dataset": kept["published"],
    }
    assert dates == dict.fromkeys(dates, EDTF)
    # An open date is no day: where only days can be told, none is.
    assert ("datePublished" in head, "citation_publication_date" in metas, "year" in bib.fields) == (False,) * 3
    authors = {
        "json-ld": [each["name"] for each in head["author"]],
        "meta": [metas["citation_author"]],
        "csl": [f"{each['family']}, {each['given']}" for each in csl["author"]],
        "ris": ris["authors"],
        "bibtex": [str(each) for each in bib.persons["author"]],
    }
    assert authors == {key: ["Kim, Min"] for key in authors}
    filed = {"api": api["provinces"], "csv": row["provinces"].split("; "), "dataset": kept["provinces"]}
    assert {name: sorted(found) for name, found in filed.items()} == {key: ["chagang", "ryanggang"] for key in filed}
    assert {api["original_address"], row["original_address"], kept["original_address"], csl["URL"], head["url"]} == {
        ADDRESS
    }


def test_a_feed_of_it_can_be_read_whatever_signs_it_holds(odd: Article, reader: Reader) -> None:
    for address in ("/articles.atom", "/search.atom?q=trader", "/changes.atom"):
        root = ElementTree.fromstring(reader.get(address).content)
        title = one(root.findall(f"{ATOM}entry")).findtext(f"{ATOM}title", "")
        assert HEADLINE.replace("\ufffe", " ") in title, address


@pytest.mark.parametrize("sign", ["%0B", "%0C", "%1C", "%C2%85"])
def test_a_feed_of_a_search_can_be_read_whatever_was_asked(sign: str, odd: Article, reader: Reader) -> None:
    answer = reader.get(f"/search.atom?q=trader{sign}waited")

    assert answer.status_code == 200
    assert one(ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")) is not None
    assert reader.get(f"/search.json?q=trader{sign}waited").status_code == 200
