"""A query that is composed once answers as one that is composed each time."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db.models import Prefetch, QuerySet

from articles.models import Article, ClaimVersion
from articles.queries.prepared import prepared
from sources.models import Step
from tests.shelf import shelve

MADE: list[tuple[object, ...]] = []


@prepared
def reports(language: str | None, first: date, pks: tuple[int, ...], most: int) -> QuerySet[Article]:
    MADE.append((language, first, pks, most))
    found = Article.objects.published().filter(published_latest__gte=first, pk__in=pks, pk__lte=most).order_by("pk")
    return found if language is None else found.filter(language=language)


def test_the_values_are_put_in_and_the_query_is_made_once(publisher: User) -> None:
    one, two, three = (shelve(by=publisher, headline=name) for name in ("One", "Two", "Three"))
    MADE.clear()
    early, late = date(1990, 1, 1), date(2090, 1, 1)

    assert reports("en", early, (one.pk, two.pk), three.pk) == [one, two]
    assert reports("en", early, (three.pk, two.pk), three.pk) == [two, three]
    assert reports("en", early, (three.pk, two.pk), two.pk) == [two]
    assert reports("ko", early, (one.pk, two.pk), three.pk) == reports("en", late, (one.pk, two.pk), three.pk) == []
    assert len(MADE) == 1

    assert reports(None, early, (one.pk,), three.pk) == [one]
    assert len(MADE) == 2
    assert not any(one.pk in made[2] for made in MADE)  # type: ignore[operator]


def test_what_is_fetched_besides_is_refused(db: None) -> None:
    @prepared
    def versions(claim: int) -> QuerySet[ClaimVersion]:
        return ClaimVersion.objects.filter(claim=claim).prefetch_related(Prefetch("chain__steps", Step.objects.all()))

    with pytest.raises(AssertionError, match="a query of its own"):
        versions(1)


def test_a_value_that_does_not_arrive_as_it_is_is_refused(db: None) -> None:
    @prepared
    def titled(name: str) -> QuerySet[Article]:
        return Article.objects.filter(outlet__name__icontains=name)

    with pytest.raises(AssertionError, match="as it is"):
        titled("courier")
