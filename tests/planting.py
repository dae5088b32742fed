"""The planted collection (`tests/planted`): sixty invented reports of which everything is known, brought in as any other.

The reports come in by `import_reports`, one file an outlet; what an editor adds (whose copies they are, what they are
filed under, claims, links, how contradictions stand, outcomes, figures) comes in by the editing actions.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management import call_command

from articles.dates import PartialDate
from articles.editing.claims import ClaimDraft, StepDraft, attribute, pin_claim
from articles.editing.contradictions import state_contradiction
from articles.editing.copies import Outside, join_origin, join_outside
from articles.editing.drafting import file_article, latest_revision
from articles.editing.figures import FigureDraft, set_figures
from articles.editing.linking import link_claims
from articles.editing.outcomes import record_outcome
from articles.editing.publishing import publish_article
from articles.figures.values import Kind, measure_called
from articles.models import (
    Article,
    Became,
    Claim,
    LinkGround,
    LinkKind,
    OriginKind,
    OutcomeGround,
    Settlement,
    SettlementGround,
    Topic,
)
from articles.spans import find_exact
from provinces.models import Province
from sources.models import Attribution, Institution, Outlet, OutletName, Speaker, Speech

FOLDER = Path(__file__).parent / "planted"
# Reports that tell again what others of the collection tell, brought in afterwards.
LATER = FOLDER / "later"
# When everything was out, and links, outcomes and settlements came after.
LINKED = datetime(2024, 1, 5, 9, tzinfo=UTC)
Row = dict[str, Any]


def told(name: str) -> Any:
    """One of the collection's files."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@dataclass
class Planted:
    """The collection as it stands in the database, by the keys of its files: "p01" a report, "p01a" its first claim."""

    by: User
    articles: dict[str, Article] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)

    def report(self, key: str) -> str:
        """The public id of a report."""
        return self.articles[key].public_id

    def claim(self, key: str) -> str:
        """The public id of a claim."""
        return self.claims[key].public_id

    def bring_in(self, rows: Iterable[Row]) -> None:
        """File, pin and publish imported reports, in the order of their days; each is published on its own."""
        rows = list(rows)
        for row in rows:
            self.articles[row["key"]] = Article.objects.select_related("outlet").get(
                original_url__endswith=f".example/{row['key']}"
            )
        for row in rows:
            self._say_origin(row)
            self._file(row)
        for row in sorted(rows, key=lambda row: (self._day(row["key"]), row["key"])):
            at = datetime.combine(self._day(row["key"]), time(18), tzinfo=UTC)
            publish_article(by=self.by, article=self.articles[row["key"]], at=at)

    def _day(self, key: str) -> Any:
        return self.articles[key].published_latest

    def _say_origin(self, row: Row) -> None:
        origin, article = row.get("origin"), self.articles[row["key"]]
        if origin is None:
            return
        kind = OriginKind(origin["kind"])
        if origin["of"] in self.articles:
            join_origin(by=self.by, article=article, origin=self.articles[origin["of"]], kind=kind)
        else:
            outside = Outside(origin["of"], "Plain Dealer", PartialDate.parse("2023-02-05"))
            join_outside(by=self.by, article=article, outside=outside, kind=kind)

    def _file(self, row: Row) -> None:
        article = self.articles[row["key"]]
        article.refresh_from_db()
        provinces = list(Province.objects.filter(slug__in=row["provinces"]))
        topics = list(Topic.objects.filter(slug__in=row["topics"]))
        file_article(by=self.by, article=article, provinces=provinces, topics=topics)
        source = self._source(article, row.get("source"))
        revision = latest_revision(article)
        for said in row["claims"]:
            start, end = find_exact(revision.body, said["exact"])
            is_quoted = revision.body[max(start - 1, 0)] == "“"
            draft = ClaimDraft(
                start,
                end,
                list(_steps(article.outlet, source, said, is_quoted)),
                said["ours"],
                source,
                actor=Institution.objects.get(slug=said["actor"]) if "actor" in said else None,
                provinces=provinces,
                topics=topics,
                event=_date(said.get("event")),
                due=_date(said.get("due")),
            )
            claim = self.claims[said["key"]] = pin_claim(by=self.by, article=article, revision=revision, draft=draft)
            if "price" in said:
                set_figures(by=self.by, claim=claim, drafts=[_price(said["exact"], provinces[0], said["price"])])

    def _source(self, article: Article, row: Row | None) -> Attribution | None:
        if row is None:
            return None
        return attribute(
            by=self.by,
            article=article,
            descriptor=row["descriptor"],
            role=row["role"],
            province=Province.objects.get(slug=row["province"]),
            contact=row["contact"],
        )

    def link(self, rows: Iterable[Row]) -> None:
        """Link claims, publish both ends, and state how contradictions stand."""
        rows = list(rows)
        for row in rows:
            link_claims(
                by=self.by,
                claim=self.claims[row["claim"]],
                other=self.claims[row["other"]],
                kind=LinkKind(row["kind"]),
                ground=LinkGround(row["ground"]),
                reason="planted",
            )
        for number, key in enumerate(sorted({row[end][:3] for row in rows for end in ("claim", "other")})):
            publish_article(by=self.by, article=self.articles[key], at=LINKED + timedelta(minutes=number))
        for row in rows:
            for state, ground in row.get("stands", ()):
                state_contradiction(
                    by=self.by,
                    claim=self.claims[row["claim"]],
                    other=self.claims[row["other"]],
                    state=Settlement(state),
                    ground=SettlementGround(ground),
                )

    def record(self, rows: Iterable[Row]) -> None:
        """Say what became of announcements."""
        for row in rows:
            record_outcome(
                by=self.by,
                claim=self.claims[row["of"]],
                became=Became(row["became"]),
                ground=OutcomeGround(row["ground"]),
                shown_by=[self.claims[key] for key in row["shown_by"]],
                reason="planted",
            )


def plant(by: User) -> Planted:
    """The whole collection."""
    cast = told("cast")
    for row in cast["outlets"]:
        outlet = Outlet.objects.create(**row)
        OutletName.objects.create(outlet=outlet, name=row["name_ko"], slug=f"{outlet.slug}-ko")
    for row in cast["bodies"]:
        province = Province.objects.filter(slug=row.pop("province")).first()
        Institution.objects.create(province=province, **row)
    for path in sorted((FOLDER / "reports").iterdir()):
        bring(path, by)
    planted = Planted(by)
    planted.bring_in(told("filing"))
    planted.link(told("links"))
    planted.record(told("outcomes"))
    return planted


def bring(path: Path, by: User) -> None:
    """Import one file of reports; its name is its outlet's address."""
    outlet = Outlet.objects.get(slug=path.stem)
    call_command("import_reports", str(path), outlet=outlet.name, by=by.username, stdout=StringIO(), stderr=StringIO())


def _steps(outlet: Outlet, source: Attribution | None, said: Row, is_quoted: bool) -> Iterator[StepDraft]:
    yield StepDraft(Speaker.OUTLET, Speech.OWN, outlet=outlet)
    if source is not None:
        speech = Speech.DIRECT if is_quoted else Speech.INDIRECT
        yield StepDraft(Speaker.UNNAMED, speech, attribution=source, printed=source.descriptor, verb="said")
    if "speaks" in said:
        body = Institution.objects.get(slug=said["speaks"])
        yield StepDraft(Speaker.INSTITUTION, Speech.INDIRECT, institution=body, verb="said")


def _price(exact: str, province: Province, row: Row) -> FigureDraft:
    start = exact.index(row["words"])
    return FigureDraft(
        start=start,
        end=start + len(row["words"]),
        kind=Kind(row["kind"]),
        item=row["item"],
        low=Decimal(row["value"]),
        high=Decimal(row["value"]),
        measure=measure_called(row["measure"]),
        per=Decimal(row["per"]),
        of=measure_called(row["of"]),
        province=province,
    )


def _date(pair: list[str] | None) -> PartialDate:
    return PartialDate.printed(*pair) if pair else PartialDate.none()
