"""Lists of another time: which texts, claims and filings stood on the day a filter asks for. Without one, today's.

As of a day: what this site showed when that day ended. Published until a day: what outlets had published by then, in the
oldest words held, with nothing that was learnt or judged later. Neither brings back what was removed or withdrawn since.
"""

# The stubs cannot follow querysets through our own classes.
# mypy: disable-error-code="return-value"

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.facets import BadParameter, Filter, day_label
from articles.models import (
    Act,
    ActKind,
    Article,
    ArticleProvince,
    ArticleTopic,
    Claim,
    ClaimState,
    ClaimVersion,
    FiledProvince,
    FiledTopic,
    PublicText,
    State,
)
from articles.models.article import ArticleQuerySet
from articles.queries.registry import acts_on_each
from provinces.models import PublishedQuerySet
from provinces.tongue import say

# What an act makes of a report that was issued, which it is once, before all of them.
_STATES = {
    ActKind.CORRECTED_HERE: State.CORRECTED_HERE,
    ActKind.CORRECTED_BY_OUTLET: State.CORRECTED_BY_OUTLET,
    ActKind.RETRACTED: State.RETRACTED,
}
# Public ids whose last act of these two kinds before a moment was their withdrawal.
_WITHDRAWN = """
SELECT id FROM (
    SELECT DISTINCT ON (subject ->> 'id') subject ->> 'id' AS id, kind
    FROM articles_act, jsonb_array_elements(subjects) subject
    WHERE kind IN ('withdrawn', 'restored') AND at < %s ORDER BY subject ->> 'id', number DESC
) last WHERE kind = 'withdrawn'"""

# Public ids of reports whose last act that says how they stand was, before a moment, their retraction.
_RETRACTED = """
SELECT id FROM (
    SELECT DISTINCT retraction ->> 'id' AS id FROM articles_act, jsonb_array_elements(subjects) retraction
    WHERE kind = 'retracted' AND at < %s
) once WHERE (
    SELECT kind FROM articles_act WHERE subjects @> jsonb_build_array(jsonb_build_object('id', once.id)) AND at < %s
        AND kind IN ('corrected_here', 'corrected_by_outlet', 'retracted') ORDER BY number DESC LIMIT 1
) = 'retracted'"""


class BeforeFirstDay(BadParameter):
    """`as_of` a day on which this site showed nothing yet; `first_day` is None while it never has."""

    def __init__(self, day: date, first_day: date | None) -> None:
        begins = (
            say("our first day was {day}", day=day_label(first_day))
            if first_day
            else say("nothing has been shown here yet")
        )
        offer = say("published_until={day} tells what outlets had published by then", day=day)
        reason = say("is before this site showed anything: {begins}; {offer}", begins=begins, offer=offer)
        super().__init__("as_of", day.isoformat(), reason)
        self.day = day
        self.first_day = first_day


def check_time(filter: Filter) -> None:
    """Raises BeforeFirstDay, and BadParameter for a day to come; asks the database only about `as_of`."""
    for name, day in (("as_of", filter.as_of), ("published_until", filter.published_until)):
        if day and day > timezone.localdate():
            raise BadParameter(name, day.isoformat(), say("has not come yet"))
    if filter.as_of:
        first = Act.objects.published().order_by("number").values_list("at", flat=True).first()
        first_day = timezone.localtime(first).date() if first else None
        if first_day is None or filter.as_of < first_day:
            raise BeforeFirstDay(filter.as_of, first_day)


def end_of(day: date) -> datetime:
    """The moment after a day, where the site is."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


def shown_then(filter: Filter) -> ArticleQuerySet:
    """The public reports of the time, whatever else the filter asks; the days of reports are left to the filter."""
    found = Article.objects.published()
    if filter.as_of is None:
        return found
    end = end_of(filter.as_of)
    later = PublicText.objects.published().filter(
        article=OuterRef("article"), number__gt=OuterRef("number"), published_at__lt=end
    )
    gone = PublicText.objects.published().filter(~Exists(later), removed_at__isnull=False, published_at__lt=end)
    return (
        found.filter(first_published_at__lt=end)
        .exclude(public_id__in=withdrawn_before(end))
        .exclude(pk__in=gone.values("article"))
    )


def texts_then(filter: Filter) -> PublishedQuerySet[PublicText]:
    """The one text of each report that its row shows; none where its words were removed."""
    texts = PublicText.objects.published()
    if filter.as_of:
        end = end_of(filter.as_of)
        later = texts.filter(article=OuterRef("article"), number__gt=OuterRef("number"), published_at__lt=end)
        return texts.filter(~Exists(later), published_at__lt=end, removed_at=None)
    if filter.published_until:
        older = texts.filter(article=OuterRef("article"), number__lt=OuterRef("number"), removed_at=None)
        return texts.filter(~Exists(older), removed_at=None)
    return texts.filter(is_current=True)


def claims_then(filter: Filter) -> PublishedQuerySet[ClaimVersion]:
    """The one version of each public claim of the time; none where its words were removed."""
    return ClaimVersion.objects.published().filter(stood_then(filter))


def stood_then(filter: Filter) -> Q:
    """The same as a condition on public versions, without a look at their claims and reports."""
    has_words = Q(removed_at__isnull=True)
    versions = ClaimVersion.objects.published().filter(claim=OuterRef("claim"))
    if filter.as_of:
        end = end_of(filter.as_of)
        later = versions.filter(number__gt=OuterRef("number"), published_at__lt=end)
        # Each of the two is asked once a statement: what was withdrawn then and is out again is little, if anything.
        claims, of_reports = (
            Claim.objects.published().filter(**{f"{owner}public_id__in": withdrawn_before(end)}).values("pk")
            for owner in ("", "article__")
        )
        hidden = Q(claim__in=claims) | Q(claim__in=of_reports)
        return has_words & ~Exists(later) & Q(published_at__lt=end) & ~hidden
    if filter.published_until:
        return has_words & ~Exists(versions.filter(number__lt=OuterRef("number")))
    return has_words & Q(is_current=True)


def retracted_then(filter: Filter, prefix: str = "") -> Q:
    """Reports that their outlets had retracted by the time, for a condition; `prefix` leads from the rows to the report."""
    if filter.as_of is None:
        return Q(**{f"{prefix}state": State.RETRACTED})
    end = end_of(filter.as_of)
    # As above: ids written by our own acts, and a moment.
    return Q(**{f"{prefix}public_id__in": RawSQL(_RETRACTED, [end, end])})  # noqa: S611


def provinces_then(filter: Filter) -> Any:
    """Under which provinces reports stood: rows with `article` and `province`. What outlets published is filed today."""
    if filter.as_of is None:
        return ArticleProvince.objects.published()
    return FiledProvince.objects.published().filter(_stood(filter.as_of))


def topics_then(filter: Filter) -> Any:
    """The same for topics: rows with `content_object` and `tag`."""
    if filter.as_of is None:
        return ArticleTopic.objects.published()
    return FiledTopic.objects.published().filter(_stood(filter.as_of))


def _stood(day: date) -> Q:
    end = end_of(day)
    return Q(since__lt=end) & (Q(until=None) | Q(until__gte=end))


def withdrawn_before(before: datetime) -> RawSQL:
    """Public ids of what was withdrawn at a moment, for a condition."""
    # Ids written by our own acts and a moment as a parameter: nothing a reader typed comes into the statement.
    return RawSQL(_WITHDRAWN, [before])  # noqa: S611


def say_as_then(articles: Iterable[Article], filter: Filter) -> None:
    """Give reports that are about to be shown, and are not saved, the state they were known in; one query as of a day."""
    rows = list(articles)
    if filter.published_until:
        for article in rows:
            article.state = State.PUBLISHED
    elif filter.as_of:
        end = end_of(filter.as_of)
        acts = acts_on_each([article.public_id for article in rows], list(_STATES))
        for article in rows:
            kinds = [act.kind for act in acts.get(article.public_id, []) if act.at < end]
            article.state = _STATES[ActKind(kinds[-1])] if kinds else State.PUBLISHED


def say_claims_as_then(versions: Iterable[ClaimVersion], filter: Filter) -> None:
    """The same for claims: one is retracted with its report."""
    rows = list(versions)
    if filter.is_of_another_time:
        say_as_then([version.claim.article for version in rows], filter)
        for version in rows:
            retracted = version.claim.article.state == State.RETRACTED
            version.claim.state = ClaimState.RETRACTED if retracted else ClaimState.PUBLISHED
