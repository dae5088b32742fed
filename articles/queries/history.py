"""Events of history over all tables that keep one, the newest first. For the desk alone."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import CharField, OuterRef, Q, Subquery, Value

from articles.models import Article

# By the name of the model whose rows it keeps, as "claimversion".
EventModel = Any


@cache
def event_models() -> Mapping[str, EventModel]:
    """Every table of events, by the name of the model whose rows it keeps."""
    found: dict[str, EventModel] = {}
    for model in apps.get_models():
        tracked = getattr(model, "pgh_tracked_model", None)
        if tracked is not None:
            found[tracked._meta.model_name] = model
    return dict(sorted(found.items()))


@dataclass(frozen=True)
class Event:
    """One event and, for a change, the one of the same row before it. `of`: the name of the row's model."""

    of: str
    now: Any
    before: Any

    @property
    def label(self) -> str:
        """insert, update, delete, or what was sealed."""
        return str(self.now.pgh_label)


def newest_events(wanted: Mapping[str, Q], *, offset: int = 0, limit: int) -> list[Event]:
    """Events of these models under these conditions; one query for all, then two for each model met."""
    parts = [
        event_models()[name]
        .objects.filter(condition)
        .order_by("-pgh_id")
        .values("pgh_id", "pgh_created_at", pgh_of=Value(name, output_field=CharField()))[: offset + limit]
        for name, condition in wanted.items()
    ]
    if not parts:
        return []
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    listed = sorted(rows, key=lambda row: (row["pgh_created_at"], row["pgh_id"]), reverse=True)[offset : offset + limit]
    loaded = {name: _loaded(name, [row["pgh_id"] for row in listed if row["pgh_of"] == name]) for name in wanted}
    return [loaded[row["pgh_of"]][row["pgh_id"]] for row in listed]


def _loaded(name: str, numbers: Collection[int]) -> dict[int, Event]:
    if not numbers:
        return {}
    model = event_models()[name]
    earlier = model.objects.filter(pgh_obj=OuterRef("pgh_obj"), pk__lt=OuterRef("pk")).order_by("-pk").values("pk")
    rows = list(
        model.objects.filter(pk__in=numbers).select_related("pgh_context").annotate(pgh_before=Subquery(earlier[:1]))
    )
    before = model.objects.in_bulk([row.pgh_before for row in rows if row.pgh_before is not None])
    return {row.pk: Event(name, row, before.get(row.pgh_before)) for row in rows}


def of_article(article: Article) -> dict[str, Q]:
    """The conditions under which events are about this report and what hangs on it, also what is gone since."""
    models = event_models()
    own = Q(article=article.pk)
    claims = models["claim"].objects.filter(own).values("pgh_obj")
    versions = models["claimversion"].objects.filter(claim__in=claims)
    chains, version_ids = versions.values("chain"), versions.values("pgh_obj")
    revisions = models["revision"].objects.filter(own).values("pgh_obj")
    outcomes = models["outcome"].objects.filter(claim__in=claims).values("pgh_obj")
    sources = models["reportattribution"].objects.filter(own).values("attribution")
    return {
        "article": Q(pgh_obj=article.pk),
        **dict.fromkeys(("articleprovince", "claim", "original", "refusal", "reportattribution", "revision"), own),
        "articletopic": Q(content_object=article.pk),
        "toldapart": own | Q(other=article.pk),
        **dict.fromkeys(("claimversion", "claimwarning", "outcome"), Q(claim__in=claims)),
        "evidence": Q(claim__in=claims) | Q(outcome__in=outcomes),
        "claimprovince": Q(version__in=version_ids),
        "claimlink": Q(version__in=version_ids),
        "figure": Q(version__in=version_ids),
        "contradiction": Q(one__in=claims) | Q(other__in=claims),
        "claimtopic": Q(content_object__in=version_ids),
        "removal": Q(revision__in=revisions),
        "attribution": Q(pgh_obj__in=sources),
        "sealednote": Q(attribution__in=sources),
        "chain": Q(pgh_obj__in=chains),
        "step": Q(chain__in=chains),
    }
