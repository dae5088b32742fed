"""Bring a report in, say what it is, propose another text of it."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles.composed import composed
from articles.dates import PartialDate
from articles.editing.filing_in_time import keep_filing
from articles.editing.imprints import take_imprint
from articles.editing.ledger import Subject, record_act
from articles.editing.public_texts import rewrite_public_texts
from articles.editing.refusals import carry_refusals
from articles.models import ActKind, Article, ArticleProvince, ArticleTopic, Original, Revision, Topic
from provinces.models import Province
from sources.models import Outlet


@dataclass(frozen=True)
class Words:
    """The text of a report: paragraphs of `body` are parted by blank lines; everything is brought to NFC."""

    headline: str
    body: str
    caption: str = ""
    credit: str = ""

    def normal(self) -> "Words":
        """The same, composed (NFC) and without space at the ends."""
        return Words(*map(composed, (self.headline, self.body, self.caption, self.credit)))


@dataclass(frozen=True)
class Description:
    """What a report is, apart from its words. At most one of `origin` and `origin_url`, and then a kind.

    `origin_outlet` and `origin_published` are of an origin outside.
    """

    language: str = "en"
    byline: str = ""
    published: PartialDate = PartialDate.none()
    original_url: str = ""
    archived_url: str = ""
    origin: Article | None = None
    origin_url: str = ""
    origin_kind: str = ""
    origin_outlet: str = ""
    origin_published: PartialDate = PartialDate.none()


@transaction.atomic
def draft_report(
    *, by: AbstractBaseUser, outlet: Outlet, words: Words, description: Description, name: str = "", raw: str = ""
) -> Article:
    """A new draft with its first revision; `raw` is the text as it came in, kept untouched under `name`."""
    article = Article(outlet=outlet)
    describe(article, description)
    article.save()
    take_imprint(article, _write_revision(by, article, 1, words.normal(), ""))
    if raw:
        keep_original(by=by, article=article, name=name, raw=raw)
    return article


def keep_original(*, by: AbstractBaseUser, article: Article, name: str, raw: str) -> Original:
    """Keep what came in as it came; the same text is kept once a report."""
    original, _ = Original.objects.get_or_create(
        article=article, sha256=sha256_of(raw), defaults={"name": name, "text": raw, "received_by_id": by.pk}
    )
    return original


def sha256_of(raw: str) -> str:
    """By which an original is known again."""
    return hashlib.sha256(raw.encode()).hexdigest()


@transaction.atomic
def propose_revision(*, by: AbstractBaseUser, article: Article, words: Words, reason: str = "") -> Revision:
    """Another text of the report: an unpublished revision is rewritten, a published one is followed by a new one.

    What was turned down of the old text stays so where its words stand in the new one.
    """
    last = latest_revision(article)
    words = words.normal()
    if words == words_of(last):
        return last
    if last.published_at is not None:
        revision = _write_revision(by, article, last.number + 1, words, reason)
        take_imprint(article, revision)
        carry_refusals(of=last, before=last.body, revision=revision)
        return revision
    before = last.body
    last.headline, last.body, last.caption, last.credit = words.headline, words.body, words.caption, words.credit
    last.reason = reason
    last.save()
    take_imprint(article, last)
    carry_refusals(of=last, before=before, revision=last)
    return last


def latest_revision(article: Article) -> Revision:
    """The revision an editor works on: the newest, published or not."""
    revision = article.revisions.order_by("number").last()
    assert revision is not None, "every article is drafted with a revision"
    return revision


def words_of(revision: Revision) -> Words:
    """The revision's words as a value."""
    return Words(revision.headline, revision.body, revision.caption, revision.credit)


@transaction.atomic
def describe_article(*, by: AbstractBaseUser, article: Article, description: Description) -> None:
    """Say what the report is. On a public one this is an act of its own and shows at once."""
    before = description_of(article)
    if description == before:
        return
    describe(article, description)
    if article.is_public:
        article.changed_at = timezone.now()
        record_act(by=by, kind=ActKind.REFILED, subjects=[Subject(article.public_id, latest_revision(article).number)])
    article.save()


def description_of(article: Article) -> Description:
    """What the report is said to be now."""
    return Description(
        article.language, article.byline, article.published, article.original_url, article.archived_url,
        article.origin, article.origin_url, article.origin_kind, article.origin_outlet, article.origin_published,
    )  # fmt: skip


@transaction.atomic
def file_article(
    *, by: AbstractBaseUser, article: Article, provinces: Collection[Province], topics: Collection[Topic]
) -> bool:
    """File the report by where its events are and what they are about; returns whether anything changed."""
    changed = refile(article, {row.pk for row in provinces}, {row.pk for row in topics})
    if changed and article.is_public:
        subjects = [Subject(article.public_id, latest_revision(article).number)]
        keep_filing(article, record_act(by=by, kind=ActKind.REFILED, subjects=subjects).at)
    return changed


def refile(article: Article, wanted_provinces: set[int], wanted_topics: set[int]) -> bool:
    """File the report under exactly these, by pk, and let its public texts follow; the act, and its time, are its caller's."""
    filed, tagged = ArticleProvince.objects.filter(article=article), ArticleTopic.objects.filter(content_object=article)
    had_provinces = set(filed.values_list("province_id", flat=True))
    had_topics = set(tagged.values_list("tag_id", flat=True))
    if (wanted_provinces, wanted_topics) == (had_provinces, had_topics):
        return False
    public = article.is_public
    filed.exclude(province_id__in=wanted_provinces).delete()
    tagged.exclude(tag_id__in=wanted_topics).delete()
    ArticleProvince.objects.bulk_create(
        ArticleProvince(article=article, province_id=pk, is_public=public)
        for pk in sorted(wanted_provinces - had_provinces)
    )
    ArticleTopic.objects.bulk_create(
        ArticleTopic(content_object=article, tag_id=pk, is_public=public) for pk in sorted(wanted_topics - had_topics)
    )
    if public:
        # The names a report is filed under are searched with its text.
        rewrite_public_texts(article)
    return True


def missing_for_publication(article: Article) -> list[str]:
    """What a draft still lacks, in words an editor reads; empty when it can be published."""
    return lacking(latest_revision(article).headline, article, article.outlet)


def lacking(headline: str, article: Article, outlet: Outlet) -> list[str]:
    """The same of a report whose newest headline, and whose outlet, are at hand."""
    lacks = []
    if not headline:
        lacks.append("a headline")
    if article.published_latest is None:
        lacks.append("a date of publication")
    if outlet.show == "nothing":
        lacks.append("the outlet's permission to show anything")
    return lacks


def describe(article: Article, description: Description) -> None:
    """Set what the report is said to be; saves nothing."""
    article.language, article.byline = description.language, description.byline
    article.published = description.published
    article.original_url, article.archived_url = description.original_url, description.archived_url
    article.origin, article.origin_url = description.origin, description.origin_url
    article.origin_kind, article.origin_outlet = description.origin_kind, description.origin_outlet
    article.origin_edtf = description.origin_published.edtf


def _write_revision(by: AbstractBaseUser, article: Article, number: int, words: Words, reason: str) -> Revision:
    return Revision.objects.create(
        article=article, number=number, headline=words.headline, body=words.body, caption=words.caption,
        credit=words.credit, reason=reason, made_by_id=by.pk,
    )  # fmt: skip
