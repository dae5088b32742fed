"""A query that is composed once answers as one that is composed each time."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Prefetch, QuerySet
from django.db.models.signals import post_init

from articles.models import Article, ClaimVersion
from articles.queries.prepared import composed, prepared
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


@prepared
def among(pks: list[int], names: list[str]) -> QuerySet[Article, tuple[str, str]]:
    MADE.append((pks, names))
    found = Article.objects.published().filter(pk__among=pks).exclude(public_id__among=names)
    return found.order_by("pk").values_list("public_id", "outlet__name")


@composed
def after(day: date) -> QuerySet[Article]:
    return Article.objects.published().filter(published_latest__gt=day).select_related("outlet").order_by("pk")


def test_a_list_is_one_value_and_values_come_as_they_are(publisher: User) -> None:
    one, two, three = (shelve(by=publisher, headline=name) for name in ("One", "Two", "Three"))
    MADE.clear()

    assert among([one.pk, two.pk, three.pk], [two.public_id]) == [
        (row.public_id, row.outlet.name) for row in (one, three)
    ]
    assert among([two.pk], []) == [(two.public_id, two.outlet.name)]
    assert among([], []) == []
    assert len(MADE) == 1


def test_postgres_keeps_the_plan_of_what_is_prepared_and_of_nothing_else(publisher: User) -> None:
    @prepared
    def kept(pks: list[int]) -> QuerySet[Article]:
        return Article.objects.published().filter(pk__among=pks).select_related("outlet")

    one = shelve(by=publisher, headline="One")
    for _ in range(3):
        assert kept([one.pk]) == [one]
        (row,) = after(date(1990, 1, 1))
        assert (row, row.outlet) == (one, one.outlet)

    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        plans = [statement for (statement,) in cursor.fetchall()]
    assert len([each for each in plans if each.endswith('"articles_article"."id" = ANY($1))')]) == 1
    assert not any('"published_latest" > $' in each for each in plans)


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


def test_a_row_is_what_django_makes_of_it(publisher: User) -> None:
    @prepared
    def whole(pk: int) -> QuerySet[Article]:
        return Article.objects.published().filter(pk=pk).select_related("outlet", "origin__outlet").defer("byline")

    first, copy = shelve(by=publisher, headline="First"), shelve(by=publisher, headline="Copy")
    for one in (first, copy):
        (ours,) = whole(one.pk)
        django_s = Article.objects.published().select_related("outlet", "origin__outlet").defer("byline").get(pk=one.pk)
        for made, known in ((ours, django_s), (ours.outlet, django_s.outlet)):
            assert known._state.fields_cache.keys() == made._state.fields_cache.keys()
            assert (made._state.adding, made._state.db) == (known._state.adding, known._state.db)
            assert {**vars(made), "_state": None} == {**vars(known), "_state": None}
            assert made.get_deferred_fields() == known.get_deferred_fields()


def test_whoever_wants_to_know_of_rows_is_told(publisher: User) -> None:
    told: list[str] = []

    def hear(instance: Article, **_: object) -> None:
        told.append(instance.public_id)

    one = shelve(by=publisher, headline="One")
    post_init.connect(hear, sender=Article)
    try:

        @prepared
        def heard(pk: int) -> QuerySet[Article]:
            return Article.objects.published().filter(pk=pk)

        assert heard(one.pk) == [one]
    finally:
        post_init.disconnect(hear, sender=Article)
    assert told == [one.public_id]
