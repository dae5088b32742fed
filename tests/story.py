"""The one story of the tests: a provincial party committee talks to trading companies, and one source tells of it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.contrib.auth.models import User

from articles.dates import PartialDate
from articles.editing.claims import ClaimDraft, StepDraft, attribute, pin_claim
from articles.editing.drafting import Description, Words, draft_report, file_article, latest_revision
from articles.editing.publishing import publish_article
from articles.models import Article, Claim, Topic
from articles.report_text import read_report
from articles.spans import find_exact
from provinces.models import Province
from sources.models import Attribution, Basis, Institution, Outlet, Role, Speaker, Speech

FILE = Path(__file__).parent / "reports" / "committee.txt"
HEADLINE = "Ryanggang committee tells traders what it expects"
# Paragraph 5, direct speech of the source that relays the committee.
RELAYED = (
    "The committee said nobody is forbidding trade, but that the province may no longer live off imports and has to"
    " make its own soap, paper and cloth,"
)
# Paragraph 2, in which the committee acts and does not speak.
ACTED = (
    "They were brought to the committee building at the start of the month and told how the party wants trade to be run"
)
DESCRIPTOR = "a source in Ryanggang Province"
# While the report, dated April 2023, was news.
IN_TIME = datetime(2023, 5, 2, 9, 30, tzinfo=UTC)


@dataclass
class Story:
    """The report with the people and bodies in it."""

    article: Article
    outlet: Outlet
    committee: Institution
    source: Attribution
    relayed: Claim
    acted: Claim


def tell(
    *,
    by: User,
    outlet_name: str = "Northern Courier",
    show: str = "full",
    publish: bool = True,
    url: str = "",
    at: datetime | None = None,
) -> Story:
    """Draft the report with two claims, and publish it (at a time, or now) unless told otherwise."""
    outlet, _ = Outlet.objects.get_or_create(
        name=outlet_name, defaults={"slug": outlet_name.lower().replace(" ", "-"), "show": show}
    )
    committee, _ = Institution.objects.get_or_create(
        slug="ryanggang-party-committee",
        defaults={
            "name_en": "Ryanggang Provincial Party Committee",
            "name_ko": "량강도당위원회",
            "kind": "party",
            "level": "provincial",
            "province": Province.objects.get(slug="ryanggang"),
        },
    )
    text = read_report(FILE.read_bytes())
    article = draft_report(
        by=by,
        outlet=outlet,
        words=Words(HEADLINE, text.body, text.caption, text.credit),
        description=Description(byline=text.byline, published=PartialDate.parse("2023-04"), original_url=url),
    )
    ryanggang = Province.objects.get(slug="ryanggang")
    topics = list(Topic.objects.filter(slug__in=["self-reliance", "trading-companies"]))
    file_article(by=by, article=article, provinces=[ryanggang], topics=topics)
    source = attribute(
        by=by,
        article=article,
        descriptor=DESCRIPTOR,
        role=Role.TRADING_COMPANY,
        province=ryanggang,
        told=outlet_name,
        contact="on Sunday",
    )
    own = StepDraft(Speaker.OUTLET, Speech.OWN, outlet=outlet)
    spoke = StepDraft(
        Speaker.UNNAMED, Speech.DIRECT, attribution=source, printed=DESCRIPTOR, verb="said", basis=Basis.CARRIED
    )
    relay = StepDraft(Speaker.INSTITUTION, Speech.INDIRECT, institution=committee, printed="the committee", verb="said")
    relayed = _pin(
        by, article, RELAYED, [own, spoke, relay], source, "The committee does not forbid trade.", None, topics
    )
    told = StepDraft(Speaker.UNNAMED, Speech.DIRECT, attribution=source, printed=DESCRIPTOR, verb="told")
    acted = _pin(by, article, ACTED, [own, told], source, "The committee gathered traders.", committee, topics)
    if publish:
        publish_article(by=by, article=article, at=at)
    return Story(refreshed(article), outlet, committee, source, relayed, acted)


def _pin(
    by: User,
    article: Article,
    exact: str,
    steps: list[StepDraft],
    source: Attribution,
    paraphrase: str,
    actor: Institution | None,
    topics: list[Topic],
) -> Claim:
    revision = latest_revision(article)
    start, end = find_exact(revision.body, exact)
    draft = ClaimDraft(
        start,
        end,
        steps,
        paraphrase,
        source,
        actor=actor,
        provinces=[Province.objects.get(slug="ryanggang")],
        topics=topics,
        event=PartialDate.printed("at the start of the month", "2023-04-01~/2023-04-10~"),
    )
    return pin_claim(by=by, article=article, revision=revision, draft=draft)


def refreshed(article: Article) -> Article:
    """The report as the database has it now."""
    return Article.objects.select_related("outlet").get(pk=article.pk)
