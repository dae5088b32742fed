"""File many reports, or many claims, at once: topics and provinces added and taken away, all of it or nothing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.editing.claims import draft_of, file_version, latest_version, open_version
from articles.editing.drafting import refile
from articles.editing.filing_in_time import keep_filing
from articles.editing.ledger import Subject, record_act
from articles.editing.locking import take_edit
from articles.models import ActKind, Article, Claim, ClaimState, Revision, State, Topic
from provinces.models import Province


class NotYours(ValueError):
    """Rows that may not be filed; `str()` names them and says why."""


@dataclass(frozen=True)
class Filing:
    """What to add and what to take away. What is in both is a contradiction and refused: ValueError."""

    add_topics: Collection[Topic] = ()
    remove_topics: Collection[Topic] = ()
    add_provinces: Collection[Province] = ()
    remove_provinces: Collection[Province] = ()

    def __post_init__(self) -> None:
        for added, removed in (
            (self.add_topics, self.remove_topics),
            (self.add_provinces, self.remove_provinces),
        ):
            both = {row.pk: row for row in added}.keys() & {row.pk for row in removed}
            if both:
                names = ", ".join(str(row) for row in added if row.pk in both)
                raise ValueError(f"{names}: both to be added and to be taken away")

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not (self.add_topics or self.remove_topics or self.add_provinces or self.remove_provinces)

    def of_topics(self, had: Iterable[int]) -> set[int]:
        """The topics, by pk, that something has afterwards."""
        return {*had, *(row.pk for row in self.add_topics)} - {row.pk for row in self.remove_topics}

    def of_provinces(self, had: Iterable[int]) -> set[int]:
        """The provinces, by pk, that something has afterwards."""
        return {*had, *(row.pk for row in self.add_provinces)} - {row.pk for row in self.remove_provinces}


@transaction.atomic
def file_articles(
    *, by: AbstractBaseUser, articles: Sequence[Article], opened: Mapping[int, int], filing: Filing
) -> list[Article]:
    """File the reports; returns those that changed. Those that are out show it at once, in one act.

    `opened`: the edit each was read at, by pk. Raises StaleEdit when one was saved since, and NotYours for withdrawn ones.
    """
    articles = _locked(articles)
    why_not = {article.public_id: why_not_article(article) for article in articles}
    _refuse(why_not)
    changed = []
    for article in articles:
        take_edit(article, opened.get(article.pk, -1))
        if refile(
            article,
            filing.of_provinces(article.filed_provinces.values_list("province_id", flat=True)),
            filing.of_topics(article.topic_items.values_list("tag_id", flat=True)),
        ):
            changed.append(article)
    public = [article for article in changed if article.is_public]
    if public:
        current = Revision.objects.filter(article__in=public, is_current=True)
        numbers = dict(current.values_list("article", "number"))
        act = record_act(
            by=by,
            kind=ActKind.REFILED,
            subjects=[Subject(article.public_id, numbers[article.pk]) for article in public],
        )
        for article in public:
            keep_filing(article, act.at)
    return changed


@transaction.atomic
def file_claims(
    *, by: AbstractBaseUser, claims: Sequence[Claim], opened: Mapping[int, int], filing: Filing
) -> list[Claim]:
    """File the claims; returns those that changed. What is out gets a version that waits to be published.

    `opened`: the edit that the report of each was read at, by the report's pk. Raises StaleEdit and NotYours.
    """
    articles = _locked([claim.article for claim in claims])
    _refuse({claim.public_id: why_not_claim(claim) for claim in claims})
    for article in articles:
        take_edit(article, opened.get(article.pk, -1))
    changed = []
    for claim in claims:
        draft = draft_of(latest_version(claim))
        had_topics, had_provinces = {row.pk for row in draft.topics}, {row.pk for row in draft.provinces}
        topics, provinces = filing.of_topics(had_topics), filing.of_provinces(had_provinces)
        if (topics, provinces) != (had_topics, had_provinces):
            rows = Province.objects.filter(pk__in=provinces), Topic.objects.filter(pk__in=topics)
            file_version(open_version(by=by, claim=claim), *rows)
            changed.append(claim)
    return changed


def why_not_article(article: Article) -> str:
    """Why a report may not be filed; "" when it may."""
    return "withdrawn" if article.state == State.WITHDRAWN else ""


def why_not_claim(claim: Claim) -> str:
    """Why a claim may not be filed; "" when it may."""
    if claim.state == ClaimState.WITHDRAWN or claim.article.state == State.WITHDRAWN:
        return "withdrawn"
    return "its words were removed" if latest_version(claim).removed_at is not None else ""


def _locked(articles: Iterable[Article]) -> list[Article]:
    """These reports as they are now, each once and in one order; nobody else writes them until this is done."""
    pks = {article.pk for article in articles}
    rows = Article.objects.select_for_update(of=("self",)).select_related("outlet").filter(pk__in=pks)
    return list(rows.order_by("pk"))


def _refuse(why_not: Mapping[str, str]) -> None:
    refused = [f"{public_id} ({reason})" for public_id, reason in why_not.items() if reason]
    if refused:
        raise NotYours(f"cannot be filed: {', '.join(refused)}")
