"""Short reports for lists: as many as a scene needs, each with its own date, words and filing."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import User

from articles.dates import PartialDate
from articles.editing.drafting import Description, Words, draft_report, file_article
from articles.editing.publishing import publish_article
from articles.models import Article, Topic
from provinces.models import Province
from sources.models import Outlet


def shelve(
    *,
    by: User,
    headline: str,
    body: str = "Traders waited at the bridge.",
    published: str = "2023-04-12",
    outlet: str = "Northern Courier",
    show: str = "full",
    language: str = "en",
    provinces: Sequence[str] = ("ryanggang",),
    topics: Sequence[str] = (),
    origin: Article | None = None,
    at: datetime | None = None,
) -> Article:
    """One report without claims, published at a time, or now."""
    house, _ = Outlet.objects.get_or_create(
        name=outlet, defaults={"slug": outlet.lower().replace(" ", "-"), "show": show}
    )
    article = draft_report(
        by=by,
        outlet=house,
        words=Words(headline, body),
        description=Description(
            language=language,
            published=PartialDate.parse(published),
            origin=origin,
            origin_kind="translation" if origin else "",
        ),
    )
    file_article(
        by=by,
        article=article,
        provinces=list(Province.objects.filter(slug__in=provinces)),
        topics=list(Topic.objects.filter(slug__in=topics)),
    )
    publish_article(by=by, article=article, at=at)
    return Article.objects.get(pk=article.pk)
