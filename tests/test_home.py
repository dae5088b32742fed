"""The front page: the latest reports, what there is of each province and topic, announcements with a date."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.dates import PartialDate
from articles.editing.claims import draft_of, latest_version, revise_claim
from articles.editing.drafting import latest_revision
from articles.editing.publishing import publish_article
from articles.pages.home import home_page
from provinces.models import Province
from tests.shelf import shelve
from tests.story import DESCRIPTOR, HEADLINE, Story, tell

pytestmark = pytest.mark.usefixtures("on_the_public_site")


def front(reader: Client) -> str:
    """The front page as a reader gets it."""
    response = reader.get("/")
    assert response.status_code == 200
    return response.content.decode()


def announce(*, by: User, story: Story, says: str, due: PartialDate) -> None:
    """The claim of paragraph 5 becomes an announcement with a date."""
    said = replace(draft_of(latest_version(story.relayed)), paraphrase=says, due=due)
    revise_claim(by=by, claim=story.relayed, revision=latest_revision(story.article), draft=said)
    publish_article(by=by, article=story.article)


def test_an_empty_site_has_a_front_page(reader: Client) -> None:
    page = front(reader)

    assert "There is no report yet." in page
    assert "Announced with a date" not in page
    assert len(re.findall(r'<span class="count">–</span>', page)) == Province.objects.count()


def test_the_latest_reports_stand_there_newest_first_and_a_copy_under_its_original_alone(
    story: Story, publisher: User
) -> None:
    soap = shelve(by=publisher, headline="Soap", published="2024-01-05", provinces=["nampo", "ryanggang"])
    shelve(by=publisher, headline="비누", language="ko", published="2024-02", provinces=["nampo"], origin=soap)

    page = home_page(date(2024, 3, 1))

    assert [card.headline for card in page.latest] == ["Soap", HEADLINE]
    assert {each.province.slug: (each.count, each.shade) for each in page.provinces if each.count} == {
        "nampo": (1, "s1"),
        "ryanggang": (2, "s3"),
    }
    assert (page.reports, page.claims, page.provinces_reported) == (2, 2, 2)
    assert [(each.topic.slug, each.count) for each in page.topics] == [("trade", 1)]


def test_nothing_of_a_draft_is_on_it(draft: Story, reader: Client) -> None:
    page = front(reader)

    assert HEADLINE not in page
    assert draft.article.public_id not in page
    assert "There is no report yet." in page


def test_it_costs_as_many_queries_with_three_reports_as_with_one(story: Story, publisher: User, reader: Client) -> None:
    announce(by=publisher, story=story, says="Soap is due.", due=PartialDate.printed("by June", "2023-06"))
    front(reader)
    with CaptureQueriesContext(connection) as before:
        front(reader)

    for name in ("Southern Gazette", "Western Mirror"):
        other = tell(by=publisher, outlet_name=name)
        announce(by=publisher, story=other, says="Paper is due.", due=PartialDate.printed("by July", "2023-07"))
    front(reader)
    with CaptureQueriesContext(connection) as after:
        page = front(reader)

    assert page.count(HEADLINE) == 3
    assert len(after) == len(before) <= 30


def test_what_falls_due_next_comes_first_then_what_passed_last(story: Story, publisher: User) -> None:
    announce(by=publisher, story=story, says="Soap is due.", due=PartialDate.printed("by June", "2023-06"))
    for outlet, said, words, due in (
        ("Southern Gazette", "Paper is due.", "in August", "2023-08"),
        ("Western Mirror", "Cloth is due.", "in September", "2023-09"),
        ("Harbour Notes", "Salt was due.", "in May", "2023-05"),
    ):
        other = tell(by=publisher, outlet_name=outlet)
        announce(by=publisher, story=other, says=said, due=PartialDate.printed(words, due))

    page = home_page(date(2023, 7, 15))

    assert [(line.claim.words, line.has_passed) for line in page.due] == [
        ("Paper is due.", False),
        ("Cloth is due.", False),
        ("Soap is due.", True),
        ("Salt was due.", True),
    ]


def test_an_announcement_does_not_say_what_the_report_calls_its_source(
    story: Story, publisher: User, reader: Client
) -> None:
    # A paraphrase that repeats the descriptor by mistake, as an editor might.
    announce(
        by=publisher, story=story, says=f"{DESCRIPTOR} expects soap.", due=PartialDate.printed("by June", "2023-06")
    )

    page = front(reader)

    assert "expects soap." in page
    assert DESCRIPTOR not in page


def test_the_front_page_leads_to_the_map_and_tells_its_shades(story: Story, reader: Client) -> None:
    page = front(reader)

    assert 'href="/map/"' in page.split("<main", 1)[1]
    assert re.findall(r'<ul class="map-key">(.*?)</ul>', page, re.DOTALL)[0].count("<li>") == 2
    assert "none in this collection" in page


def test_every_province_is_on_the_map_with_its_name_and_a_link(story: Story, reader: Client) -> None:
    picture = re.search(r'<svg class="map".*?</svg>', front(reader), re.DOTALL)

    assert picture is not None
    links = re.findall(r'<a href="/provinces/([a-z-]+)/" tabindex="-1"><title>([^<]+)</title><(use|circle)', picture[0])
    assert len(links) == Province.objects.exclude(iso=None).count()
    assert ("ryanggang", "Ryanggang: 1 report", "use") in links
    assert {slug for slug, _, shape in links if shape == "circle"} == {"nampo", "kaesong"}
