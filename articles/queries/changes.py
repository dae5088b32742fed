"""Acts on the public record, newest first: all of them, or those that touch a list; and the ledger's head."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import BooleanField, F, Func, IntegerField, JSONField, Q, QuerySet, Subquery, TextField, Value

from articles.cursors import bad_cursor, pack, unpack
from articles.models import Act, ActKind, Article, Claim
from articles.models.article import ArticleQuerySet

PAGE = 50
# A bulk act may have thousands of subjects; so many are fetched for a list of acts.
MOST_SUBJECTS = 100


class _Said(Func):
    """Within `_Touches`: the id of the subject that is looked at."""

    template = "said ->> 'id'"
    output_field = TextField()


class _Touches(Subquery):
    """Whether some subject of an act is among the public ids of a query."""

    template = (
        "EXISTS (SELECT 1 FROM jsonb_array_elements(articles_act.subjects) AS said"
        " WHERE said ->> 'id' IN (%(subquery)s))"
    )
    output_field = BooleanField()


class _TouchesSome(_Touches):
    """The same, each subject looked up by its id: for few acts and many rows. The query says `public_id=_Said()`."""

    template = "EXISTS (SELECT 1 FROM jsonb_array_elements(articles_act.subjects) AS said WHERE EXISTS (%(subquery)s))"


def act_page(reports: ArticleQuerySet | None, after: str = "", size: int = PAGE) -> tuple[list[Act], str]:
    """The next acts, each with its first `some` subjects and `count` of them all, and the cursor that follows, or "".

    `reports`: only acts that touch one of these; None for all. What is withdrawn is in every list alike: to say in which
    it once stood would tell what it was. Raises BadParameter.
    """
    found = Act.objects.published()
    if reports is not None:
        found = found.filter(_Touches(reports.order_by().values("public_id")) | is_a_farewell())
    if after:
        found = found.filter(number__lt=_number(after))
    rows = list(with_subjects(found).order_by("-number")[: size + 1])
    return rows[:size], pack(str(rows[size - 1].number)) if len(rows) > size else ""


def with_subjects(found: QuerySet[Act], most: int = MOST_SUBJECTS) -> QuerySet[Act]:
    """Acts with `some`, their first subjects, and `count`, how many they have."""
    first = Func(
        F("subjects"), Value(f"$[0 to {most - 1}]"), function="jsonb_path_query_array", output_field=JSONField()
    )
    count = Func(F("subjects"), function="jsonb_array_length", output_field=IntegerField())
    return found.defer("subjects").annotate(some=first, count=count)


def is_a_farewell() -> Q:
    """Withdrawals of what is not public again."""
    articles = Article.objects.published().filter(public_id=_Said()).values("pk")
    claims = Claim.objects.published().filter(public_id=_Said()).values("pk")
    return Q(kind=ActKind.WITHDRAWN) & ~Q(_TouchesSome(articles)) & ~Q(_TouchesSome(claims))


def act_numbered(number: int) -> Act | None:
    """One act with all its subjects."""
    return Act.objects.published().filter(number=number).first() if number < 2**63 else None


def head() -> Act | None:
    """The newest act: its number is the version of the public record."""
    return Act.objects.published().defer("subjects").order_by("number").last()


def reports_of_claims(public_ids: Iterable[str]) -> Mapping[str, str]:
    """The public id of the report of each of these claims that is public."""
    claims = Claim.objects.published().filter(public_id__in=list(public_ids), article__is_public=True)
    found: Any = claims.values_list("public_id", "article__public_id")
    return dict(found)


def public_ids_of(found: Any) -> frozenset[str]:
    """The public ids of rows."""
    return frozenset(found.order_by().values_list("public_id", flat=True))


def _number(after: str) -> int:
    (number,) = unpack(after, 1)
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        raise bad_cursor(after)
    return int(number)
