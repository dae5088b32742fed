"""Every number of reports, claims, announcements or figures beside a link is told by the page it leads to, whatever editors did."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html
from lxml.html import HtmlElement

from articles.dates import PartialDate
from articles.editing.copies import join_origin
from articles.editing.drafting import describe_article, description_of, latest_revision, propose_revision, words_of
from articles.editing.merging import merge_institutions, merge_outlets
from articles.editing.publishing import publish_article
from articles.editing.topic_merging import merge_topics, undo_merge
from articles.editing.withdrawing import withdraw_article, withdraw_claim
from articles.models import ActKind, OriginKind, Topic
from sources.models import Institution, Outlet
from tests.conftest import Reader
from tests.planting import Planted

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("on_the_public_site")]

BEGINNINGS = (
    "/", "/provinces/", "/topics/", "/institutions/", "/outlets/", "/map/", "/map/?count=claims", "/timeline/", "/timeline/?count=claims",
    "/coverage/", "/due/", "/contradictions/", "/series/", "/data/", "/articles/", "/claims/",
)  # fmt: skip
TIMES = ("", "as_of=2024-01-10", "published_until=2023-06-30")
# What these pages do not have in another time, or what is of now alone.
ONLY_NOW = ("/", "/data/")
OF_REPORTS = ("/articles/", "/provinces/", "/topics/", "/outlets/")
NAMED = re.compile(r"/(provinces|topics|institutions|outlets|series)/")
# So many links of a page are followed; of more, every second, every third.
MOST = 16
WORDS = re.compile(r"(\d+) (report|claim|announcement|contradiction|figure)s?\b")


@dataclass(frozen=True)
class Promise:
    """That a link on a page says how many of something there are on the page it leads to."""

    on: str
    to: str
    what: str
    count: int


@dataclass
class Site:
    """The public site, each page asked for once."""

    reader: Reader
    pages: dict[str, HtmlElement] = field(default_factory=dict)

    def page(self, address: str) -> HtmlElement:
        """What stands in a page's main part."""
        if address not in self.pages:
            answer = self.reader.get(address, follow=True)
            assert answer.status_code == 200, address
            self.pages[address] = html.fromstring(answer.content.decode()).find(".//main")
        return self.pages[address]

    def counts(self, address: str, what: str) -> set[int]:
        """How many of something the page says that it has: in all, and when what is told again counts once."""
        page = self.page(address)
        said = [
            words(each) for each in page.xpath("//p[contains(@class, 'how-many')] | //p[contains(@class, 'ways')]/a")
        ]
        for each in said:
            found = re.match(rf"(\d+) {what}s?\b(?:[^.;]*?(\d+) when [^.;]* count once)?", each)
            if found:
                return {int(number) for number in found.groups() if number}
        if what == "claim" and page.find_class("tabs"):
            return {int(words(each)) for each in page.xpath("//nav/a[@aria-current]/span[@class='count']")}
        return {0}


def words(element: HtmlElement) -> str:
    """An element's text, spaces made single."""
    return " ".join(element.text_content().split())


def promised(on: str, page: HtmlElement) -> Iterator[Promise]:
    """What the links of a page say of the pages they lead to; what facets say has a test of its own."""
    for link in page.xpath(".//a[@href][not(ancestor::aside)] | .//*[local-name()='a'][@href][not(ancestor::aside)]"):
        to = urljoin(on, link.get("href")).split("#")[0]
        path = urlsplit(to).path
        kind = {"/claims/": "claim", "/due/": "announcement", "/contradictions/": "contradiction"}.get(path, "")
        if path.startswith(OF_REPORTS):
            kind = "report"
        elif path.startswith("/institutions/"):
            kind = "claim"
        elif path.startswith("/series/"):
            kind = "figure"
        if not kind or path.startswith(("/articles/a", "/articles/A")):
            continue
        said = words(link)
        beside = " ".join(
            words(each) for each in link.itersiblings() if set(each.get("class", "").split()) & {"amount", "count"}
        )
        for number, what in WORDS.findall(f"{said} {beside}"):
            yield Promise(on, to, what, int(number))
        if re.fullmatch(r"\d+", beside):
            yield Promise(on, to, kind, int(beside))
        counts = link.find_class("count")
        if counts and re.fullmatch(r"\d+", words(counts[0])) and "after=" not in to and "#" not in link.get("href"):
            yield Promise(on, to, kind, int(words(counts[0])))
        bare = re.search(r"(?:^|: |\()(\d+)(?:/\d+.*)?\)?$", said)
        if bare and not counts and not re.fullmatch(r"(19|20)\d\d", said):
            yield Promise(on, to, kind, int(bare[1]))


def indexed(on: str, page: HtmlElement) -> Iterator[Promise]:
    """What rows of tables say beside the name of a body or of a series."""
    for row in page.xpath(".//tr[th/a]"):
        to = urljoin(on, row.xpath("th/a/@href")[0])
        numbers = [words(each) for each in row.xpath("td[contains(@class, 'figure')]")]
        more = "&" if "?" in to else "?"
        if on.startswith("/institutions/"):
            for part, number in zip(("said", "did", "told"), numbers, strict=True):
                yield Promise(on, f"{to}{more}show={part}" if part != "said" else to, "claim", int(number))
        elif on.startswith("/series/"):
            yield Promise(on, to, "figure", int(numbers[0]))
        elif on.startswith("/data/"):
            for what, number in zip(("report", "report", "claim"), numbers, strict=True):
                yield Promise(on, to, what, int(number))


def onward(on: str, page: HtmlElement) -> list[str]:
    """The pages of what an index names, those that have nothing left out."""
    found = page.xpath(
        ".//a[contains(@class, 'name')] | .//tr/th/a | .//*[@class='topic-tree']//li[not(@class='unused')]/a"
    )
    return [to for each in found if NAMED.match(to := urljoin(on, each.get("href")))]


def broken(site: Site, time: str) -> list[str]:
    """The promises that are not kept, in words."""
    found = []
    for beginning in BEGINNINGS:
        if time and beginning in ONLY_NOW:
            continue
        on = f"{beginning}{'&' if '?' in beginning else '?'}{time}" if time else beginning
        for address in dict.fromkeys([on, *onward(on, site.page(on))]):
            made = [*dict.fromkeys([*promised(address, site.page(address)), *indexed(address, site.page(address))])]
            for promise in made[:: 1 + len(made) // MOST]:
                kept = site.counts(promise.to, promise.what)
                if promise.count not in kept:
                    found.append(f"{promise.on}: {promise.count} {promise.what}s at {promise.to}, which says {kept}")
    return found


def merges(planted: Planted) -> None:
    """Topics, outlets and bodies merged, one merge taken back."""
    topic = {each.slug: each for each in Topic.objects.all()}
    merge_topics(by=planted.by, topic=topic["coal"], into=topic["timber"])
    undo_merge(by=planted.by, merge=merge_topics(by=planted.by, topic=topic["trucks"], into=topic["customs"]))
    merge_topics(by=planted.by, topic=topic["seafood"], into=topic["fuel"])
    outlet = {each.slug: each for each in Outlet.objects.all()}
    merge_outlets(by=planted.by, outlet=outlet["amnok-wire"], into=outlet["southern-gazette"])
    body = {each.slug: each for each in Institution.objects.all()}
    merge_institutions(by=planted.by, institution=body["namyang-customs"], into=body["sepo-bridge-transport"])


def departures(planted: Planted) -> None:
    """First reports withdrawn and retracted, claims taken out, among them ones that others repeat."""
    for key in ("p01", "p12", "p43"):
        withdraw_article(by=planted.by, article=planted.articles[key], reason="planted")
    for key in ("p04a", "p16a", "p19a", "p45a"):
        withdraw_claim(by=planted.by, claim=planted.claims[key], reason="planted")
    for key in ("p07", "p14", "p21"):
        publish_article(by=planted.by, article=planted.articles[key], kind=ActKind.RETRACTED, reason="planted")


def corrections(planted: Planted) -> None:
    """Texts corrected, so that words are lost, and reports given other days."""
    for key in ("p04", "p23", "p40"):
        article = planted.articles[key]
        before = words_of(latest_revision(article))
        body = before.body.replace(
            planted.claims[f"{key}a"].versions.get(is_current=True).exact, "It was said otherwise"
        )
        propose_revision(
            by=planted.by, article=article, words=type(before)(before.headline, body, before.caption, before.credit)
        )
        publish_article(by=planted.by, article=article, kind=ActKind.CORRECTED_HERE, reason="planted")
    for key, day in (("p02", "2021-11"), ("p08", "2023"), ("p26", "2024-03-05"), ("p16", "2022-12/2023-01")):
        article = planted.articles[key]
        article.refresh_from_db()
        known = description_of(article)
        dated = type(known)(**{**vars(known), "published": PartialDate.parse(day)})
        describe_article(by=planted.by, article=article, description=dated)


def families(planted: Planted) -> None:
    """Two first reports made one, with the copies of both."""
    for copy, origin in (("p04", "p07"), ("p16", "p12"), ("p25", "p01")):
        join_origin(
            by=planted.by, article=planted.articles[copy], origin=planted.articles[origin], kind=OriginKind.RELAY
        )


@pytest.mark.parametrize("time", TIMES)
def test_a_number_beside_a_link_is_told_by_the_page_it_leads_to(time: str, planted: Planted, reader: Reader) -> None:
    for act in (families, corrections, merges, departures):
        act(planted)
    site = Site(reader)
    found = broken(site, time)
    assert not found, "\n".join(found)
    assert len(site.pages) > 100
