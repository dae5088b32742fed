"""Every page that people can come to, at least one of each address, in one collection: the samples, and what befell a few.

Imported once Django stands: it brings the collection in, by the first two of the users.
"""

from collections.abc import Iterator

from django.contrib.auth.models import User

from articles.briefing import Briefing, Pin
from articles.editing.drafting import latest_revision, propose_revision, words_of
from articles.editing.publishing import publish_article
from articles.editing.removing import ask_removal, confirm_removal
from articles.editing.samples import load_samples
from articles.editing.withdrawing import withdraw_article
from articles.models import ActKind, Article, PublicText, WithdrawalClass
from sources.models import Step
from tests.proof.pages import BROKEN, Page
from tests.shelf import shelve


def collection() -> list[Page]:
    """Bring the collection in and say where its pages are; each in Korean is the same under /ko/."""
    by = User.objects.order_by("pk").first()
    assert by is not None
    load_samples(by=by)
    samples = list(Article.objects.order_by("pk"))
    return [*_lists(), *_reports(samples), *_claims(samples), *_gone(by), *_amiss()]


def _lists() -> Iterator[Page]:
    """Lists, maps and what else has no id in its address."""
    yield Page("home", "/", "home")
    yield Page("about", "/about/", "about")
    yield Page("data", "/data/", "data")
    yield Page("articles", "/articles/", "articles")
    yield Page("articles-narrowed", "/articles/?province=ryanggang&language=en", "articles")
    yield Page("articles-none", "/articles/?year=1999", "articles")
    yield Page("articles-published-until", "/articles/?published_until=2022-06-30", "articles")
    yield Page("claims", "/claims/", "claims")
    yield Page("claims-narrowed", "/claims/?topic=inspections&speech=indirect", "claims")
    yield Page("claims-none", "/claims/?year=1999", "claims")
    yield Page("provinces", "/provinces/", "provinces")
    yield Page("province", "/provinces/ryanggang/", "province")
    yield Page("province-with-little", "/provinces/nampo/", "province")
    yield Page("region", "/provinces/china-north-korea-border/", "province")
    yield Page("topics", "/topics/", "topics")
    yield Page("topic", "/topics/inspections/", "topic")
    yield Page("topic-empty", "/topics/tourism/", "topic")
    yield Page("institutions", "/institutions/", "institutions")
    yield Page("outlets", "/outlets/", "outlets")
    yield Page("outlet", "/outlets/sample-frontier-post/", "outlet")
    yield Page("contradictions", "/contradictions/", "contradictions")
    yield Page("contradictions-none", "/contradictions/?province=kaesong", "contradictions")
    yield Page("coverage", "/coverage/", "coverage")
    yield Page("due", "/due/", "due")
    yield Page("due-none", "/due/?province=kaesong&state=kept", "due")
    yield Page("series", "/series/", "series")
    yield Page("series-of", "/series/rice/", "series_of")
    yield Page("series-at", "/series/rice/pyongyang/", "series_at")
    yield Page("map", "/map/", "map")
    yield Page("map-narrowed", "/map/?topic=customs&count=claims", "map")
    yield Page("timeline", "/timeline/", "timeline")
    yield Page("timeline-since", "/timeline/?since=2024-01-01&count=claims", "timeline")
    yield Page("search", "/search/", "search")
    yield Page("search-found", "/search/?q=trading+companies", "search")
    yield Page("search-claims", "/search/?q=무역회사&in=claims", "search")
    yield Page("search-narrowed", "/search/?q=customs&province=north-pyongan&language=ko", "search")
    yield Page("search-none", "/search/?q=submarine+telegraph", "search")
    yield Page("search-misspelt", "/search/?q=fertiliser+Rynggang+comittee", "search")
    yield Page("search-loose", "/search/?q=disinfecton&mode=loose", "search")
    yield Page("changes", "/changes/", "changes")
    yield Page("change", "/changes/1/", "change")
    yield Page("check", "/check/", "check")
    yield Page("briefing-empty", "/briefing/", "briefing")


def _reports(samples: list[Article]) -> Iterator[Page]:
    """Reports with all that can be asked of them."""

    at = {number: f"/articles/{article.public_id}/" for number, article in enumerate(samples, start=1)}
    corrected = PublicText.objects.filter(number=2, article__is_public=True).first()
    claims_only = Article.objects.filter(outlet__show="claims", is_public=True).first()
    assert corrected is not None and claims_only is not None
    yield Page("article", at[1], "article")
    yield Page("article-korean", at[2], "article")
    yield Page("article-translated", at[3], "article")
    yield Page("article-machine-translated", at[23], "article")
    yield Page("article-claims-only", f"/articles/{claims_only.public_id}/", "article")
    yield Page("article-corrected", f"/articles/{corrected.article.public_id}/", "article")
    yield Page("revision-old", f"/articles/{corrected.article.public_id}/v/1/", "revision")
    yield Page("difference", f"/articles/{corrected.article.public_id}/diff/1..2/", "difference")
    yield Page("beside", f"{at[2]}beside/{samples[2].public_id}/", "beside")


def _claims(samples: list[Article]) -> Iterator[Page]:
    """Claims, the bodies that speak in them, a briefing of them, and what is said of links to them."""

    mine = [list(article.claims.filter(is_public=True).order_by("pk")) for article in samples]
    claim, korean = mine[0][0], mine[1][0]
    step = Step.objects.filter(institution__isnull=False).order_by("pk").first()
    assert step is not None and step.institution is not None
    ids = [each[0].public_id for each in mine[:6] if each]
    briefing = Briefing(tuple(Pin(each, 1) for each in ids))
    yield Page("claim", f"/claims/{claim.public_id}/", "claim")
    yield Page("claim-korean", f"/claims/{korean.public_id}/", "claim")
    yield Page("claim-contradicted", f"/claims/{mine[8][4].public_id}/", "claim")
    yield Page("claim-with-figures", f"/claims/{mine[3][0].public_id}/", "claim")
    yield Page("claim-version", f"/claims/{claim.public_id}/v/1/", "claim_version")
    yield Page("claim-carrying", f"/claims/{korean.public_id}/?briefing={briefing.query}", "claim")
    yield Page("institution", f"/institutions/{step.institution.slug}/", "institution")
    yield Page("briefing", f"/briefing/?{briefing.query}", "briefing")
    yield Page("briefing-cut", f"/briefing/?{briefing.query[:-12]}", "briefing", 400)
    links = [f"{ids[0]}.1", ids[1], samples[24].public_id, "c0000000", f"See /articles/{samples[0].public_id}/"]
    yield Page("check-answer", "/check/", "check", sends="\n".join(links))


def _gone(by: User) -> Iterator[Page]:
    """What was withdrawn or removed."""
    other = User.objects.exclude(pk=by.pk).first()
    assert other is not None
    plain, legal, double, kept = (
        shelve(by=by, headline=f"What the market asked for soap, part {number}") for number in range(1, 5)
    )
    withdraw_article(by=by, article=plain, reason="for the proof")
    withdraw_article(by=by, article=legal, withdrawal_class=WithdrawalClass.LEGAL, reason="for the proof")
    withdraw_article(
        by=by,
        article=double,
        withdrawal_class=WithdrawalClass.DUPLICATE,
        reason="for the proof",
        successor=kept.public_id,
    )
    words = words_of(latest_revision(kept))
    propose_revision(by=by, article=kept, words=type(words)(words.headline, "Traders waited at the ferry."))
    publish_article(by=by, article=kept, kind=ActKind.CORRECTED_HERE, reason="it was the ferry")
    removal = ask_removal(by=by, revision=kept.revisions.get(number=1), reason="for the proof")
    confirm_removal(by=other, removal=removal)
    yield Page("withdrawn", f"/articles/{plain.public_id}/", "article", 410)
    yield Page("withdrawn-legal", f"/articles/{legal.public_id}/", "article", 451)
    yield Page("withdrawn-duplicate", f"/articles/{double.public_id}/", "article", 410)
    yield Page("removed", f"/articles/{kept.public_id}/v/1/", "revision", 410)


def _amiss() -> Iterator[Page]:
    """What goes wrong."""
    yield Page("not-found", "/nothing/here/", status=404)
    yield Page("never-issued", "/articles/a0000000/", "article", 404)
    yield Page("mistyped", "/claims/c1234567/", "claim", 404)
    yield Page("bad-request", "/%00", status=400)
    yield Page("bad-filter", "/articles/?year=soon", "articles", 400)
    yield Page("bad-search", f"/search/?q={'x' * 201}", "search", 400)
    yield Page("away", "/articles/", "articles", 503, BROKEN)
    yield Page("broken", "/data/", "data", 500, BROKEN)
    yield Page("too-many", "/search/?q=rice", "search", 429, BROKEN)
