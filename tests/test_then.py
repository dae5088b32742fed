"""Lists of another time are counted by the index but for what has changed since: every number is the database's own."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User

from articles.announced import Announced
from articles.dates import PartialDate
from articles.editing.claims import draft_of, latest_version, revise_claim
from articles.editing.copies import join_origin
from articles.editing.drafting import file_article, latest_revision, propose_revision, words_of
from articles.editing.grading import grade_claim
from articles.editing.linking import link_claims
from articles.editing.outcomes import CannotRecord, record_outcome
from articles.editing.permissions import set_permission
from articles.editing.publishing import publish_article
from articles.editing.removing import ask_removal, confirm_removal
from articles.editing.topic_merging import merge_topics, undo_merge
from articles.editing.withdrawing import restore_article, withdraw_article, withdraw_claim
from articles.facets import Filter
from articles.listing import Listing
from articles.models import OUTCOME_GROUNDS, ActKind, Article, Became, Claim, OriginKind, Revision, Topic, TopicMerge
from articles.models.link import LinkKind
from articles.pages.institutions import institution_page
from articles.queries import counts
from articles.queries.due import Announcement
from articles.queries.names import load_names
from articles.queries.times import claims_then, end_of
from articles.remembered import within_an_answer
from articles.search import tallies
from articles.search.announced_then import AnnouncedThen
from articles.search.index.schema import PERIOD
from articles.search.then import Then
from provinces.models import Province
from sources.models import Institution, Outlet, Show
from tests.conftest import reader_rights, reader_site
from tests.rules import check_rules
from tests.shelf import shelve
from tests.story import tell
from tests.test_other_times import on

pytestmark = pytest.mark.long

FIRST, DAYS = date(2024, 3, 1), 20
OUTLETS = ("Northern Courier", "Southern Gazette")
PROVINCES = ("ryanggang", "rason", "chagang")
TOPICS = ("self-reliance", "trading-companies", "market-prices")
DATES = ("2023-03-20", "2023-04", "2023-04-12", "2023-03/2023-05", "2024-01-02")
FACETS = {"articles": tallies.OF_REPORTS, "claims": tallies.OF_CLAIMS}


@dataclass
class Desk:
    """Editors who do by chance whatever changes what readers see, one thing after another."""

    first: User
    second: User
    chance: random.Random
    done: list[str] = field(default_factory=list)

    def one_of(self, rows: Any) -> Any:
        """Any of the rows; None where there is none."""
        found = list(rows.order_by("pk"))
        return self.chance.choice(found) if found else None

    def some(self, slugs: tuple[str, ...]) -> list[str]:
        return self.chance.sample(slugs, self.chance.randint(1, 2))

    def report(self) -> Any:
        return self.one_of(Article.objects.filter(is_public=True))

    def claim(self) -> Any:
        return self.one_of(Claim.objects.filter(is_public=True, article__is_public=True))

    # --- what they do

    def tells(self) -> None:
        tell(by=self.first, outlet_name=self.chance.choice(OUTLETS))

    def copies(self) -> None:
        origin = self.one_of(Article.objects.filter(is_public=True, origin=None))
        self.shelves(origin)

    def shelves(self, origin: Article | None = None) -> None:
        shelve(
            by=self.first,
            headline=f"Report {len(self.done)}",
            outlet=self.chance.choice(OUTLETS),
            published=self.chance.choice(DATES),
            provinces=self.some(PROVINCES),
            topics=self.some(TOPICS),
            origin=origin,
        )

    def joins(self) -> None:
        one, other = self.report(), self.one_of(Article.objects.filter(is_public=True, origin=None))
        if one and other and one.pk != other.pk:
            join_origin(by=self.first, article=one, origin=other, kind=OriginKind.REPUBLICATION)

    def refiles(self) -> None:
        if report := self.report():
            provinces = list(Province.objects.filter(slug__in=self.some(PROVINCES)))
            topics = list(Topic.objects.filter(slug__in=self.some(TOPICS)))
            file_article(by=self.first, article=report, provinces=provinces, topics=topics)

    def corrects(self) -> None:
        if report := self.report():
            words = words_of(latest_revision(report))
            better = type(words)(f"{words.headline}, again", f"{words.body}\n\nAnd more, {len(self.done)}.")
            propose_revision(by=self.first, article=report, words=better)
            publish_article(by=self.first, article=report, kind=ActKind.CORRECTED_BY_OUTLET)

    def revises(self) -> None:
        if claim := self.claim():
            last = latest_version(claim)
            changed = {
                "paraphrase": f"In other words, {len(self.done)}.",
                "provinces": list(Province.objects.filter(slug__in=self.some(PROVINCES))),
                "topics": list(Topic.objects.filter(slug__in=self.some(TOPICS))),
                "actor": self.chance.choice([None, Institution.objects.first()]),
            }
            draft = type(draft_of(last))(**{**vars(draft_of(last)), **changed})
            revise_claim(by=self.first, claim=claim, revision=last.revision, draft=draft)
            publish_article(by=self.first, article=claim.article)

    def announces(self) -> None:
        if claim := self.claim():
            last = latest_version(claim)
            words, day = self.chance.choice(
                (("in May", "2023-05"), ("on 9 June", "2023-06-09"), ("soon", ""), ("", ""))
            )
            due = PartialDate.printed(words, day) if words else PartialDate.none()
            draft = type(draft_of(last))(**{**vars(draft_of(last)), "due": due})
            revise_claim(by=self.first, claim=claim, revision=last.revision, draft=draft)
            publish_article(by=self.first, article=claim.article)

    def records(self) -> None:
        announced = claims_then(Filter()).exclude(due_edtf="", due_words="")
        version, other = self.one_of(announced), self.claim()
        if version and other and version.claim_id != other.pk:
            became = self.chance.choice((Became.KEPT, Became.NOT_KEPT, Became.PARTLY))
            ground = self.chance.choice(sorted(OUTCOME_GROUNDS[became]))
            with suppress(CannotRecord):
                record_outcome(
                    by=self.first, claim=version.claim, became=became, ground=ground, shown_by=[other], reason="seen"
                )

    def grades(self) -> None:
        if claim := self.claim():
            grade_claim(by=self.first, claim=claim, credibility=self.chance.choice((2, 3, 4)), reason="consistent")
            publish_article(by=self.first, article=claim.article)

    def links(self) -> None:
        one, other = self.claim(), self.claim()
        if one and other and one.article_id != other.article_id:
            link_claims(by=self.first, claim=one, other=other, kind=LinkKind.REPEATS, reason="the same")
            for article in (one.article, other.article):
                publish_article(by=self.first, article=article)

    def withdraws(self) -> None:
        if report := self.report():
            withdraw_article(by=self.first, article=report, reason="to be looked at")

    def restores(self) -> None:
        if report := self.one_of(Article.objects.filter(state="withdrawn")):
            restore_article(by=self.second, article=report, reason="looked at")

    def takes_out(self) -> None:
        if claim := self.claim():
            withdraw_claim(by=self.first, claim=claim, reason="not said")

    def removes(self) -> None:
        old = Revision.objects.filter(is_current=False, removed_at=None).exclude(published_at=None)
        if revision := self.one_of(old):
            confirm_removal(by=self.second, removal=ask_removal(by=self.first, revision=revision, reason="a person"))

    def merges(self) -> None:
        merge = TopicMerge.objects.filter(undone_at=None).first()
        if merge:
            undo_merge(by=self.first, merge=merge)
        else:
            merge_topics(by=self.first, topic=Topic.objects.get(slug=TOPICS[1]), into=Topic.objects.get(slug=TOPICS[2]))

    def permits(self) -> None:
        outlet = self.one_of(Outlet.objects.exclude(show=Show.NOTHING))
        set_permission(by=self.first, outlet=outlet, show=Show.CLAIMS if outlet.show == Show.FULL else Show.FULL)

    def works(self) -> None:
        """Twenty days, three things a day; those that show something come twice as often."""
        shows: list[Callable[[], None]] = [self.tells, self.copies, self.shelves, self.refiles, self.revises]
        whatever = [*shows, *shows, self.joins, self.corrects, self.grades, self.links, self.withdraws, self.restores]
        whatever += [self.restores, self.corrects, self.takes_out, self.removes, self.merges, self.permits]
        whatever += 3 * [self.announces] + 2 * [self.records, self.joins]
        for day in range(DAYS):
            with on((FIRST + timedelta(days=day)).isoformat()):
                for act in (self.tells, self.shelves) if day == 0 else self.chance.choices(whatever, k=3):
                    act()
                    self.done.append(act.__name__)


def filters(chance: random.Random) -> Iterator[Filter]:
    """As of days, and until days, with hardly anything asked for, and with much."""
    names = load_names()
    values = {
        "province": PROVINCES,
        "topic": tuple(slug for slug in TOPICS if slug in names.ids["topic"]),
        "outlet": tuple(names.ids["outlet"]),
        "language": ("en",),
        "year": ("2023", "2024"),
        "month": ("2023-03", "2023-04", "2024-01"),
        "institution": tuple(names.ids["institution"]),
        "speech": ("direct", "indirect"),
    }
    for number in range(16):
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        until = chance.choice((date(2023, 3, 25), date(2023, 4, 11), date(2023, 4, 12), date(2023, 12, 31), day))
        asked: dict[str, Any] = {"as_of": day} if number % 2 else {"published_until": until}
        for name in chance.sample(sorted(values), chance.choice((0, 0, 1, 1, 2, 3))):
            minus = "-" * (name in ("province", "topic", "outlet", "institution") and chance.random() < 0.3)
            asked[name] = (minus + chance.choice(values[name]),)
        yield Filter(**asked, within=chance.random() < 0.2, narrower=chance.random() < 0.8)


def told(asked: Filter) -> dict[str, Any]:
    """Everything that is counted of a time."""
    within_an_answer.forget()
    names = load_names()
    found: dict[str, Any] = {}
    for kind, facets in FACETS.items():
        tally = tallies.tally(kind, asked, names, (*facets, PERIOD))
        found |= {kind: (tally.total, tally.once), **{f"{kind} by {name}": of for name, of in tally.counts.items()}}
        found[f"{kind} alone"] = tallies.tally(kind, asked, names, ()).once
    time = asked.all_of_its_time()
    for kind, facet in (("articles", "province"), ("claims", "province"), ("articles", "topic"), ("claims", "outlet")):
        found[f"all {kind} by {facet}"] = {
            value: n for value, n in tallies.by_value(kind, facet, names, time).items() if n
        }
    years = [asked.without("month").without("year").having("year", year) for year in ("2023", "2024")]
    for kind in FACETS:
        found[f"{kind} of years"] = tallies.by_province(kind, names, years)
    found["by outlet"] = tallies.by_outlet(names, time)
    found["by institution"] = tallies.by_institution(names, time)
    for of in ("outlets", "provinces", "topics", "institutions"):
        found[of] = tallies.last_changes(of, names, time)
    return found | listed(asked)


def listed(asked: Filter) -> dict[str, Any]:
    """Every page of its lists, by three, and of its feeds: which rows, with which cursors."""
    found: dict[str, Any] = {}
    for kind in FACETS:
        listing = Listing(kind, asked, load_names())
        found[f"{kind} listed"] = list(pages(partial(listing.page, size=3)))
        found[f"{kind} fed"] = list(pages(listing.changed))
    for part in counts.PARTS:
        for body in Institution.objects.published():
            page = institution_page(body, part, time=asked.all_of_its_time())
            found[f"{body} {part}"] = page.parts, [card.public_id for card in page.claims], page.next
    return found


def announced(asked: Filter, *states: str) -> dict[str, Any]:
    """Everything that is told of announcements of a time."""
    within_an_answer.forget()
    found = Announced(asked, load_names(), states, asked.as_of or asked.published_until or date.max)
    rows = {
        "page": list(pages(lambda after: versions(found.page(after, 2)))),
        "changed": list(pages(lambda after: versions(found.changed(after, 2)))),
    }
    kept = [(each.of, each.value, +Counter(each.counts)) for each in found.kept()]
    numbers = {"total": found.total, "months": found.months(), "states": found.by_state(), "kept": kept}
    return rows | numbers | found.counts()


def versions(page: tuple[list[Announcement], str]) -> tuple[list[Any], str]:
    return [row.version for row in page[0]], page[1]


def announced_by_the_database(asked: Filter, *states: str) -> dict[str, Any]:
    with patch.object(AnnouncedThen, "of", return_value=None):
        return announced(asked, *states)


def pages(page: Callable[[str], tuple[list[Any], str]]) -> Iterator[tuple[list[int], str]]:
    after = ""
    while True:
        rows, after = page(after)
        yield [row.pk for row in rows], after
        if not after:
            return


def by_the_database(asked: Filter) -> dict[str, Any]:
    with patch.object(Then, "of", return_value=None):
        return told(asked)


@contextmanager
def worked(seed: int, first: User, second: User) -> Iterator[tuple[Desk, list[Filter]]]:
    """A record of twenty days, seen by readers, and what they ask."""
    desk = Desk(first, second, random.Random(seed))
    desk.works()
    check_rules()
    with reader_site(), reader_rights():
        yield desk, list(filters(desk.chance))


@pytest.mark.parametrize("seed", range(2))
def test_every_number_is_that_of_the_database(seed: int, publisher: User, second_publisher: User) -> None:
    with worked(seed, publisher, second_publisher) as (desk, asked):
        names, days = load_names(), [Filter(as_of=FIRST + timedelta(days=day)) for day in range(DAYS)]
        thens = [[Then.of(kind, filter, names) for kind in FACETS] for filter in asked]
        both = sum(any(then and then.apart and then.alike.total for then in of) for of in thens)
        assert both > 5, "both sides had something to count"
        for filter in asked[:5]:
            assert told(filter) == by_the_database(filter), (filter, desk.done)
        due = [AnnouncedThen.of(day, names, (), FIRST) for day in days]
        both_days = [day for day, then in zip(days, due, strict=True) if then and then.apart and then.alike.total]
        assert both_days, "both sides had something to tell"
        for filter in (*both_days[:2], *asked[:3]):
            for states in ((), ("kept", "not_kept")):
                found = announced(filter, *states)
                assert found == announced_by_the_database(filter, *states), (filter, states, desk.done)


def test_what_changed_and_is_passed_over_is_noticed(publisher: User, second_publisher: User) -> None:
    with worked(1, publisher, second_publisher) as (_, asked):
        with patch("articles.search.then.unlike_now", lambda day, most: []):
            assert any(told(filter) != by_the_database(filter) for filter in asked)
        # As if it had changed on the day of the list, when it did on the next.
        with patch("articles.queries.unlike_now.end_of", lambda day: end_of(day + timedelta(days=1))):
            assert any(told(filter) != by_the_database(filter) for filter in asked)


def test_where_too_much_has_changed_the_database_counts_all(publisher: User, second_publisher: User) -> None:
    with worked(2, publisher, second_publisher) as (_, asked), patch("articles.search.then.MOST_UNLIKE", 1):
        names = load_names()
        found = [Then.of(kind, filter, names) for filter in asked for kind in FACETS]
        assert None in found and any(found)
        assert all(told(filter) == by_the_database(filter) for filter in asked[:3])
