"""Announcements for scenes: a short report with one claim that falls due, said in a body's name by an unnamed source."""

from collections.abc import Sequence
from datetime import UTC, datetime

from django.contrib.auth.models import User

from articles.dates import PartialDate
from articles.editing.claims import ClaimDraft, StepDraft, attribute, pin_claim
from articles.editing.drafting import Description, Words, draft_report, file_article, latest_revision
from articles.editing.outcomes import record_outcome
from articles.editing.publishing import publish_article
from articles.models import Article, Became, Claim, Outcome, OutcomeGround, Topic
from provinces.models import Province
from sources.models import Institution, Outlet, Role, Speaker, Speech

SOURCE = "a clerk of the bureau in Kanggye"
EARLY = datetime(2023, 3, 2, 9, 30, tzinfo=UTC)


def announce(
    *,
    by: User,
    says: str = "Every unit will hand in its list",
    due: str = "",
    words: str = "",
    body: str = "ryanggang-committee",
    published: str = "2023-03-01",
    provinces: Sequence[str] = ("ryanggang",),
    topics: Sequence[str] = ("fuel",),
    outlet: str = "Northern Courier",
    language: str = "en",
    origin: Article | None = None,
    at: datetime | None = EARLY,
) -> Claim:
    """A report whose one claim falls due (EDTF) in these words; with neither it only says something."""
    house, _ = Outlet.objects.get_or_create(
        name=outlet, defaults={"slug": outlet.lower().replace(" ", "-"), "show": "full"}
    )
    text = f"{says}, {SOURCE} said on Sunday."
    article = draft_report(
        by=by,
        outlet=house,
        words=Words(f"{says} ({published})", text),
        description=Description(
            language=language,
            published=PartialDate.parse(published),
            origin=origin,
            origin_kind="translation" if origin else "",
        ),
    )
    filed = list(Province.objects.filter(slug__in=provinces)), list(Topic.objects.filter(slug__in=topics))
    file_article(by=by, article=article, provinces=filed[0], topics=filed[1])
    source = attribute(by=by, article=article, descriptor=SOURCE, role=Role.OFFICIAL, contact="on Sunday")
    steps = [
        StepDraft(Speaker.OUTLET, Speech.OWN, outlet=house),
        StepDraft(Speaker.UNNAMED, Speech.INDIRECT, attribution=source, printed=SOURCE, verb="said"),
    ]
    if body:
        steps.append(StepDraft(Speaker.INSTITUTION, Speech.INDIRECT, institution=a_body(body), verb="ordered"))
    draft = ClaimDraft(
        0,
        len(says),
        steps,
        attribution=source,
        provinces=filed[0],
        topics=filed[1],
        due=PartialDate.printed(words or due, due),
    )
    claim = pin_claim(by=by, article=article, revision=latest_revision(article), draft=draft)
    publish_article(by=by, article=article, at=at)
    return Claim.objects.select_related("article").get(pk=claim.pk)


def a_body(slug: str) -> Institution:
    """A provincial body of this address, there already or put down now."""
    name = slug.replace("-", " ").title()
    return Institution.objects.get_or_create(
        slug=slug, defaults={"name_en": name, "kind": "party", "level": "provincial"}
    )[0]


def record(
    claim: Claim,
    became: str,
    *shown_by: Claim,
    by: User,
    ground: str = "",
    reason: str = "the later report tells of the hall",
    at: datetime | None = None,
) -> Outcome:
    """What became of it, for the commonest reason."""
    usual = {"uncheckable": OutcomeGround.SILENT, "taken_back": OutcomeGround.MISTAKEN}
    return record_outcome(
        by=by,
        claim=claim,
        became=Became(became),
        ground=OutcomeGround(ground or usual.get(became, OutcomeGround.REPORTED)),
        shown_by=shown_by,
        reason=reason,
        at=at,
    )
