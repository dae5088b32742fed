"""Prices for scenes: a short report with one claim, its figures stated as the desk would fill them in."""

from dataclasses import replace
from datetime import UTC, datetime

from django.contrib.auth.models import User

from articles.dates import PartialDate
from articles.editing.claims import ClaimDraft, StepDraft, attribute, latest_version, pin_claim
from articles.editing.drafting import Description, Words, draft_report, file_article, latest_revision
from articles.editing.figures import FigureDraft, set_figures
from articles.editing.publishing import publish_article
from articles.figures.reading import figures_in
from articles.models import Article, Claim
from provinces.models import Place, Province
from sources.models import Outlet, Role, Speaker, Speech

SELLER = "a stall keeper by the granary in Hyesan"
EARLY = datetime(2023, 3, 20, 9, 30, tzinfo=UTC)


def price(
    *,
    by: User,
    says: str = "Rice cost 5,800 won a kilo",
    event: str = "2023-03-12",
    words: str = "on 12 March",
    published: str = "2023-03-15",
    where: str = "hyesan",
    outlet: str = "Northern Courier",
    language: str = "en",
    origin: Article | None = None,
    kind: str = "translation",
    at: datetime | None = EARLY,
    is_out: bool = True,
    **change: object,
) -> Claim:
    """A report whose one claim has the figures that are read of it, in a place or province ("" for none), on a day (EDTF).

    `change`: fields of its one figure that an editor put otherwise.
    """
    house, _ = Outlet.objects.get_or_create(
        name=outlet, defaults={"slug": outlet.lower().replace(" ", "-"), "show": "full"}
    )
    article = draft_report(
        by=by,
        outlet=house,
        words=Words(f"{says} ({published})", f"{says}, {SELLER} said on Sunday."),
        description=Description(
            language=language,
            published=PartialDate.parse(published),
            origin=origin,
            origin_kind=kind if origin else "",
        ),
    )
    ryanggang = Province.objects.get(slug="ryanggang")
    file_article(by=by, article=article, provinces=[ryanggang], topics=[])
    source = attribute(by=by, article=article, descriptor=SELLER, role=Role.TRADER, contact="on Sunday")
    steps = [
        StepDraft(Speaker.OUTLET, Speech.OWN, outlet=house),
        StepDraft(Speaker.UNNAMED, Speech.INDIRECT, attribution=source, printed=SELLER, verb="said"),
    ]
    draft = ClaimDraft(
        0,
        len(says),
        steps,
        attribution=source,
        provinces=[ryanggang],
        event=PartialDate.printed(words, event) if event else PartialDate.none(),
    )
    claim = pin_claim(by=by, article=article, revision=latest_revision(article), draft=draft)
    drafts = [replace(each, **change) for each in figures_read(claim, where)]  # type: ignore[arg-type]
    set_figures(by=by, claim=claim, drafts=drafts)
    if is_out:
        publish_article(by=by, article=article, at=at)
    return Claim.objects.select_related("article").get(pk=claim.pk)


def figures_read(claim: Claim, where: str) -> list[FigureDraft]:
    """What is read of a claim's words, all of one place or province."""
    place = Place.objects.filter(slug=where).select_related("province").first()
    province = place.province if place else Province.objects.filter(slug=where).first()
    return [
        FigureDraft(
            each.start, each.end, each.kind, each.item, each.low, each.high, each.measure, each.per, each.of,
            province, place,
        )
        for each in figures_in(latest_version(claim).exact, claim.article.language)
    ]  # fmt: skip
