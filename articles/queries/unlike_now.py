"""What stood at another time, and otherwise than it does now: what lists of that time have to ask the database about.

Every change that readers see is an act, and but for filing it moves the report's `changed_at` (0046). Filing that was put right
is told by its acts; what a merge taken back made of it, by what ended then.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from articles.facets import Filter
from articles.models import Act, ActKind, Article, Claim, ClaimVersion, FiledProvince, FiledTopic, PublicText
from articles.queries.among import pieces
from articles.queries.times import claims_then, end_of, withdrawn_before


def unlike_now(day: date, most: int) -> list[int] | None:
    """The reports, by row, first shown by the end of a day and changed or filed otherwise since; some may be as they were.

    None where they are more than so many. Of all others, text, claims and filing then are those of today. Four queries, or five.
    """
    end = end_of(day)
    shown = Article.objects.published().filter(first_published_at__lt=end)
    changed = shown.filter(changed_at__gte=end, changed_at__gt=F("first_published_at"))
    found = set(changed.order_by().values_list("pk", flat=True)[: most + 1])
    refiled = Act.objects.published().filter(kind=ActKind.REFILED, at__gte=end).order_by("-at")
    acts = list(refiled.values_list("subjects", flat=True)[: most + 1])
    ids = {subject["id"] for subjects in acts for subject in subjects}
    if max(len(found), len(acts), len(ids)) > most:
        return None
    if ids:
        found.update(shown.filter(public_id__in=sorted(ids)).order_by().values_list("pk", flat=True))
    models: tuple[tuple[Any, str], ...] = ((FiledProvince, "article"), (FiledTopic, "content_object"))
    for filed, report in models:
        ended = filed.objects.published().filter(until__gte=end, **{f"{report}__first_published_at__lt": end})
        found.update(ended.order_by().values_list(report, flat=True).distinct()[: most + 1])
    return sorted(found) if len(found) <= most else None


@dataclass(frozen=True)
class ClaimsThen:
    """`versions`: the rows of those that stood at a time and do not stand now, with all that stood then and say the same.

    `statements`: what these are. `replaced`: the rows that stand now instead, or where nothing stood.
    """

    versions: tuple[int, ...] = ()
    statements: tuple[int, ...] = ()
    replaced: tuple[int, ...] = ()


def claims_unlike_now(filter: Filter, reports: Sequence[int], most: int) -> ClaimsThen | None:
    """Of these reports, which are all whose claims have changed; None for more than so many. The filter asks for a time alone."""
    earlier: list[int] = []
    replaced: list[int] = []
    for some in pieces(reports):
        public = ClaimVersion.objects.published().filter(claim__article__among=list(some)).order_by()
        versions = list(public.values_list("claim", "pk", "is_current", "published_at"))
        current = {claim: (pk, at) for claim, pk, is_current, at in versions if is_current and at}
        changed = {claim for claim, _, is_current, _ in versions if not is_current}
        if filter.as_of:
            end = end_of(filter.as_of)
            changed = {claim for claim in changed if claim not in current or current[claim][1] >= end}
        replaced += [current[claim][0] for claim in sorted(changed) if claim in current]
        earlier += [pk for claim, pk, is_current, _ in versions if claim in changed and not is_current]
    if len(earlier) > most:
        return None
    if not earlier:
        return ClaimsThen()
    stood = claims_then(filter).order_by()
    found = dict(stood.filter(pk__among=earlier).values_list("pk", "claim__statement"))
    statements = sorted({statement for statement in found.values() if statement})
    same = stood.filter(claim__statement__among=statements).values_list("pk", flat=True) if statements else ()
    versions_then = sorted({*found, *same})
    return ClaimsThen(tuple(versions_then), tuple(statements), tuple(replaced)) if len(versions_then) <= most else None


def hidden_on(day: date) -> tuple[list[int], list[str]]:
    """What was withdrawn on a day and is out again: reports by row, claims by public id. Two queries."""
    hidden = withdrawn_before(end_of(day))
    reports = Article.objects.published().filter(public_id__in=hidden).order_by().values_list("pk", flat=True)
    claims = Claim.objects.published().filter(public_id__in=hidden).order_by().values_list("public_id", flat=True)
    return list(reports), list(claims)


def without_a_text(most: int) -> Iterable[int]:
    """The reports of which a text that was out was removed, and maybe versions of claims with it; a few more than so many."""
    removed = PublicText.objects.published().filter(removed_at__isnull=False)
    return removed.order_by().values_list("article", flat=True).distinct()[: most + 1]
