"""What was done since a day on the reports of a list, from the acts of the ledger.

Of what was withdrawn nothing is told but how much it is: to say where it stood would tell what it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.facets import Filter
from articles.models import Act, ActKind, ArticleProvince, ArticleTopic, Claim
from articles.queries.browse import articles_matching
from articles.queries.names import Names
from articles.queries.registry import public_among

# What moved → the acts that moved it.
MOVES: Mapping[str, Sequence[ActKind]] = {
    "published": (ActKind.ISSUED, ActKind.RESTORED),
    "corrected": (ActKind.CORRECTED_BY_OUTLET, ActKind.CORRECTED_HERE, ActKind.REWORDED, ActKind.RETRACTED),
    "outcomes": (ActKind.OUTCOME,),
}
# Public ids that acts of some kinds since a moment are about.
_SUBJECTS = """
SELECT subject ->> 'id' FROM articles_act, jsonb_array_elements(subjects) subject WHERE at >= %s AND kind = ANY(%s)"""


@dataclass(frozen=True)
class Moved:
    """Reports by what moved them: `reports` in all, `provinces` and `topics` (as filed) by slug: move → how many.

    `withdrawn`: reports withdrawn since and not out again, whatever the list is narrowed to.
    """

    reports: Mapping[str, int]
    provinces: Mapping[str, Mapping[str, int]]
    topics: Mapping[str, Mapping[str, int]]
    withdrawn: int


def moved(filter: Filter, names: Names, since: date) -> Moved:
    """Of the public reports that pass a filter, which is of no other time; seven queries at most."""
    at = timezone.make_aware(datetime.combine(since, time()))
    reports = {move: _reports(filter, names, kinds, at) for move, kinds in MOVES.items()}
    return Moved(
        reports={move: len(pks) for move, pks in reports.items()},
        provinces=_by(ArticleProvince, "article", "province", reports, names.slugs["province"]),
        topics=_by(ArticleTopic, "content_object", "tag", reports, names.slugs["topic"]),
        withdrawn=_withdrawn(at),
    )


def _reports(filter: Filter, names: Names, kinds: Sequence[ActKind], since: datetime) -> list[int]:
    # Ids written by our own acts, kinds and a moment as parameters: nothing a reader typed comes into the statement.
    ids = RawSQL(_SUBJECTS, [since, [kind.value for kind in kinds]])  # noqa: S611
    of_claims = Claim.objects.published().filter(public_id__in=ids).values("article")
    found = articles_matching(filter, names).order_by().filter(Q(public_id__in=ids) | Q(pk__in=of_claims))
    return list(found.values_list("pk", flat=True))


def _by(
    filed: Any, report: str, of: str, reports: Mapping[str, list[int]], slugs: Mapping[int, str]
) -> dict[str, dict[str, int]]:
    """How many reports of each list are filed under each value; one query."""
    every = sorted({pk for pks in reports.values() for pk in pks})
    counts = {f"of_{move}": Count("pk", filter=Q(**{f"{report}__among": pks})) for move, pks in reports.items() if pks}
    if not every:
        return {}
    rows = filed.objects.published().filter(**{f"{report}__among": every}).order_by().values(of).annotate(**counts)
    return {slugs[row[of]]: {move: row.get(f"of_{move}", 0) for move in reports} for row in rows if row[of] in slugs}


def _withdrawn(since: datetime) -> int:
    acts = Act.objects.published().filter(at__gte=since, kind=ActKind.WITHDRAWN)
    ids = {subject["id"] for subjects in acts.values_list("subjects", flat=True) for subject in subjects}
    reports = sorted(each for each in ids if each.startswith("a"))
    return len(reports) - len(public_among(reports)) if reports else 0
