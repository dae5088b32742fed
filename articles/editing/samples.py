"""Load the sample reports: invented ones, so that no page of a demonstration is empty. Never beside real reports."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.dates import PartialDate
from articles.editing.claims import ClaimDraft, StepDraft, attribute, latest_version, pin_claim
from articles.editing.contradictions import state_contradiction
from articles.editing.drafting import (
    Description,
    Words,
    draft_report,
    file_article,
    latest_revision,
    propose_revision,
    words_of,
)
from articles.editing.figures import FigureDraft, set_figures
from articles.editing.grading import grade_claim
from articles.editing.linking import link_claims
from articles.editing.outcomes import record_outcome
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import withdraw_article
from articles.figures.values import Kind, measure_called
from articles.models import (
    ActKind,
    Article,
    Became,
    Claim,
    LinkGround,
    LinkKind,
    OutcomeGround,
    Settlement,
    SettlementGround,
    Topic,
    WithdrawalClass,
)
from articles.spans import find_exact
from provinces.models import Place, Province
from sources.models import Attribution, Basis, Institution, InstitutionName, Outlet, OutletName, Speaker, Speech

FOLDER = Path(__file__).resolve().parent.parent / "data" / "samples"
Row = dict[str, Any]


class NotADemonstration(Exception):
    """The database holds real reports; samples are not mixed into them."""


@transaction.atomic
def load_samples(*, by: AbstractBaseUser, folder: Path = FOLDER) -> int:
    """Load every sample report once; returns how many were new. Raises NotADemonstration."""
    if Article.objects.filter(outlet__is_sample=True).exists():
        return 0
    if Article.objects.exists():
        raise NotADemonstration("this database holds real reports; samples are loaded into an empty one only")
    cast = _Cast(_rows(folder / "outlets.json"), _rows(folder / "institutions.json"), _rows(folder / "figures.json"))
    reports = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("[0-9]*.json"))]
    for report in reports:
        _load_report(by, cast, report)
    for link in _rows(folder / "links.json"):
        _load_link(by, cast, link)
    for outcome in _rows(folder / "outcomes.json"):
        _load_outcome(by, cast, outcome)
    return len(reports)


def _rows(path: Path) -> list[Row]:
    rows: list[Row] = json.loads(path.read_text(encoding="utf-8"))
    return rows


class _Cast:
    """Everybody the reports name, by the keys they use."""

    def __init__(self, outlets: list[Row], institutions: list[Row], figures: list[Row]) -> None:
        self.provinces = {province.slug: province for province in Province.objects.all()}
        self.places = {place.slug: place for place in Place.objects.select_related("province")}
        self.figures = figures
        self.topics = {topic.slug: topic for topic in Topic.objects.all()}
        self.outlets = {row["slug"]: _outlet(row) for row in outlets}
        self.institutions = {row["slug"]: _institution(row, self.provinces) for row in institutions}
        self.articles: dict[str, Article] = {}
        self.claims: dict[str, list[Claim]] = {}


def _outlet(row: Row) -> Outlet:
    fields = ("slug", "name", "name_ko", "home_page", "languages", "show", "reliability", "reliability_reason")
    outlet = Outlet.objects.create(is_sample=True, **{field: row[field] for field in fields})
    for number, name in enumerate(row["other_names"], start=1):
        OutletName.objects.create(outlet=outlet, name=name, slug=f"{outlet.slug}-{number}")
    return outlet


def _institution(row: Row, provinces: dict[str, Province]) -> Institution:
    fields = ("slug", "name_en", "name_ko", "kind", "level")
    institution = Institution.objects.create(
        province=provinces[row["province"]] if row["province"] else None, **{field: row[field] for field in fields}
    )
    for number, name in enumerate(row["other_names"], start=1):
        InstitutionName.objects.create(institution=institution, name=name, slug=f"{institution.slug}-{number}")
    return institution


def _load_report(by: AbstractBaseUser, cast: _Cast, row: Row) -> None:
    words = Words(row["headline"], "\n\n".join(row["body"]), row["caption"], row["credit"])
    article = draft_report(by=by, outlet=cast.outlets[row["outlet"]], words=words, description=_description(cast, row))
    cast.articles[row["key"]] = article
    file_article(
        by=by,
        article=article,
        provinces=[cast.provinces[slug] for slug in row["provinces"]],
        topics=[cast.topics[slug] for slug in row["topics"]],
    )
    attributions = {
        source["key"]: attribute(
            by=by,
            article=article,
            descriptor=source["descriptor"],
            role=source["role"],
            province=cast.provinces[source["province"]] if source["province"] else None,
            told=source["told"],
            contact=source["contact"],
            condition=source["condition"],
        )
        for source in row["attributions"]
    }
    cast.claims[row["key"]] = [_load_claim(by, cast, article, attributions, statement) for statement in row["claims"]]
    for place, claim in enumerate(cast.claims[row["key"]]):
        _load_figures(by, cast, claim, [each for each in cast.figures if each["claim"] == [row["key"], place]])
    publish_article(by=by, article=article)
    if row["correction"]:
        _correct(by, article, row["correction"])
    if row["withdrawn"]:
        withdraw_article(
            by=by,
            article=article,
            withdrawal_class=WithdrawalClass(row["withdrawn"]["class"]),
            reason="a sample of one",
        )


def _description(cast: _Cast, row: Row) -> Description:
    origin = row["origin"] or {}
    return Description(
        language=row["language"],
        byline=row["byline"],
        published=PartialDate.parse(row["published"]),
        original_url=row["url"],
        origin=cast.articles[origin["of"]] if "of" in origin else None,
        origin_url=origin.get("url", ""),
        origin_kind=origin.get("kind", ""),
        origin_outlet=origin.get("outlet", ""),
        origin_published=PartialDate.parse(origin.get("published", "")),
    )


def _load_link(by: AbstractBaseUser, cast: _Cast, row: Row) -> None:
    """Two claims, each named by its report and its place in it, from 1; and how their contradiction stood after."""
    claim, other = (cast.articles[key].claims.order_by("pk")[place - 1] for key, place in (row["claim"], row["other"]))
    link_claims(
        by=by,
        claim=claim,
        other=other,
        kind=LinkKind(row["kind"]),
        ground=LinkGround(row["ground"]),
        reason=row["reason"],
    )
    for key in dict.fromkeys((row["claim"][0], row["other"][0])):
        publish_article(by=by, article=cast.articles[key])
    for state, ground in row["stands"]:
        state_contradiction(by=by, claim=claim, other=other, state=Settlement(state), ground=SettlementGround(ground))


def _load_claim(
    by: AbstractBaseUser, cast: _Cast, article: Article, attributions: dict[str, Attribution], row: Row
) -> Claim:
    revision = latest_revision(article)
    start, end = find_exact(revision.body, row["exact"], row["occurrence"])
    draft = ClaimDraft(
        start=start,
        end=end,
        steps=list(_steps(cast, article, attributions, row["chain"])),
        paraphrase=row["paraphrase"],
        attribution=attributions[row["attribution"]] if row["attribution"] else None,
        utterance=row["utterance"],
        actor=cast.institutions[row["actor"]] if row["actor"] else None,
        addressee=cast.institutions[row["addressee"]] if row["addressee"] else None,
        provinces=[cast.provinces[slug] for slug in row["provinces"]],
        topics=[cast.topics[slug] for slug in row["topics"]],
        event=_date(row["event"]),
        due=_date(row["due"]),
    )
    claim = pin_claim(by=by, article=article, revision=revision, draft=draft)
    if row["credibility"]:
        grade_claim(by=by, claim=claim, credibility=row["credibility"], reason="consistent")
    return claim


def _load_figures(by: AbstractBaseUser, cast: _Cast, claim: Claim, rows: list[Row]) -> None:
    """`claim`: the key of a report, and a claim of it, counted from 0; `where`: slug of a place or province."""
    if rows:
        set_figures(by=by, claim=claim, drafts=[_figure(cast, row, latest_version(claim).exact) for row in rows])


def _figure(cast: _Cast, row: Row, exact: str) -> FigureDraft:
    start, end = find_exact(exact, row["words"])
    place = cast.places.get(row["where"])
    return FigureDraft(
        start=start,
        end=end,
        kind=Kind(row["kind"]),
        item=row["item"],
        low=Decimal(row["low"]),
        high=Decimal(row["high"]),
        measure=measure_called(row["measure"]),
        per=Decimal(row["per"]),
        of=measure_called(row["of"]) if row["of"] else None,
        province=place.province if place else cast.provinces[row["where"]],
        place=place,
    )


def _load_outcome(by: AbstractBaseUser, cast: _Cast, row: Row) -> None:
    """`of` and each of `shown_by`: the key of a report, and a claim of it, counted from 0."""
    named = [cast.claims[key][place] for key, place in (row["of"], *row["shown_by"])]
    record_outcome(
        by=by,
        claim=named[0],
        became=Became(row["became"]),
        ground=OutcomeGround(row["ground"]),
        shown_by=named[1:],
        reason=row["reason"],
    )


def _date(row: Row | None) -> PartialDate:
    return PartialDate.printed(row["words"], row["edtf"]) if row else PartialDate.none()


def _steps(cast: _Cast, article: Article, attributions: dict[str, Attribution], rows: list[Row]) -> Iterator[StepDraft]:
    for row in rows:
        kind, _, key = row["speaker"].partition(":")
        speech, basis = Speech(row["speech"]), Basis(row["basis"])
        printed, verb = row.get("printed", ""), row.get("verb", "")
        match kind:
            case "outlet":
                outlet = cast.outlets[row["outlet"]] if "outlet" in row else article.outlet
                yield StepDraft(Speaker.OUTLET, speech, outlet=outlet, printed=printed, verb=verb, basis=basis)
            case "source":
                source = attributions[key]
                yield StepDraft(Speaker.UNNAMED, speech, attribution=source, printed=printed, verb=verb, basis=basis)
            case "institution":
                body = cast.institutions[key]
                yield StepDraft(Speaker.INSTITUTION, speech, institution=body, printed=printed, verb=verb, basis=basis)
            case _:
                yield StepDraft(Speaker.NAMED, speech, printed=printed, verb=verb, basis=basis)


def _correct(by: AbstractBaseUser, article: Article, row: Row) -> None:
    words = words_of(latest_revision(article))
    paragraphs = words.body.split("\n\n")
    for number, text in row["paragraphs"].items():
        paragraphs[int(number) - 1] = text
    corrected = Words(words.headline, "\n\n".join(paragraphs), words.caption, words.credit)
    propose_revision(by=by, article=article, words=corrected, reason=row["reason"])
    kind = ActKind.CORRECTED_BY_OUTLET if row["by"] == "outlet" else ActKind.CORRECTED_HERE
    publish_article(by=by, article=article, kind=kind, reason=row["reason"])
