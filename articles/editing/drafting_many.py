"""Draft many new reports at once, and publish them as they are: what `draft_report` and `publish_article` do for one."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles.editing.copying_in import array_of, copy_in, copy_values, new_keys
from articles.editing.drafting import Description, Words, describe, sha256_of
from articles.editing.imprints import codes_of
from articles.editing.ledger import Subject, record_acts
from articles.editing.public_texts import fill_in, new_text
from articles.editing.visibility import show_outlet
from articles.likeness.imprints import Imprint as Taken
from articles.models import (
    ActKind,
    Article,
    ArticleProvince,
    FiledProvince,
    Imprint,
    Original,
    PublicText,
    Revision,
    State,
)
from provinces.models import Spelling
from sources.models import Outlet


@dataclass(frozen=True)
class Draft:
    """A new report, read already. `words` are normal; `raw`: the text as it came in, kept under `name`; `provinces`: keys."""

    words: Words
    description: Description
    name: str
    raw: str
    imprint: Taken
    provinces: Collection[int]


@transaction.atomic
def draft_reports(
    *, by: AbstractBaseUser, outlet: Outlet, drafts: Sequence[Draft], publish: bool = False, reason: str = ""
) -> list[Article]:
    """The new articles, in the order of the drafts, whose keys rise. All or none: raises what the database refuses.

    With `publish` they are out at once, each by an act of its own; that nothing is lacking, the caller has seen to.
    """
    at = timezone.now() if publish else None
    articles = [
        _article(outlet, draft, key, at) for draft, key in zip(drafts, new_keys(Article, len(drafts)), strict=True)
    ]
    revisions = [_revision(by, *pair, at) for pair in zip(articles, drafts, strict=True)]
    if at is not None and articles:
        show_outlet(outlet.pk)
    copy_in(articles)
    copy_in(revisions)
    drafted = [(article.pk, draft) for article, draft in zip(articles, drafts, strict=True)]
    now = timezone.now()
    copy_values(
        Original,
        ("article_id", "sha256", "name", "text", "received_by_id", "received_at"),
        ((key, sha256_of(draft.raw), draft.name, draft.raw, by.pk, now) for key, draft in drafted),
    )
    copy_values(
        Imprint,
        ("article_id", "words", "signs", "order"),
        ((key, *map(array_of, codes_of(draft.imprint).values())) for key, draft in drafted),
    )
    filed = [(key, province) for key, draft in drafted for province in sorted(draft.provinces)]
    copy_values(ArticleProvince, ("article_id", "province_id", "is_public"), ((*each, publish) for each in filed))
    if at is not None:
        copy_values(
            FiledProvince, ("article_id", "province_id", "since", "is_public"), ((*each, at, True) for each in filed)
        )
        texts = _public_texts(articles, revisions, drafts)
        copy_in(texts)
        subjects = (Subject(text.article.public_id, text.number, text.digest) for text in texts)
        record_acts(by=by, kind=ActKind.ISSUED, subjects=subjects, at=at, reason=reason)
    return articles


def _article(outlet: Outlet, draft: Draft, key: int, at: datetime | None) -> Article:
    article = Article(pk=key, outlet=outlet)
    describe(article, draft.description)
    if at is not None:
        article.state, article.is_public = State.PUBLISHED, True
        article.first_published_at = article.changed_at = at
    return article


def _revision(by: AbstractBaseUser, article: Article, draft: Draft, at: datetime | None) -> Revision:
    words = draft.words
    return Revision(
        article=article, number=1, headline=words.headline, body=words.body, caption=words.caption, credit=words.credit,
        made_by_id=by.pk, published_at=at, is_current=at is not None,
    )  # fmt: skip


def _public_texts(
    articles: Sequence[Article], revisions: Sequence[Revision], drafts: Sequence[Draft]
) -> list[PublicText]:
    spellings = _spellings({key for draft in drafts for key in draft.provinces})
    texts = []
    for article, revision, draft in zip(articles, revisions, drafts, strict=True):
        names = sorted(spelling for key in draft.provinces for spelling in spellings.get(key, ()))
        text = new_text(article, revision)
        fill_in(text, article, revision, "\n".join(dict.fromkeys(name for _, name in names)), "")
        texts.append(text)
    return texts


def _spellings(provinces: Iterable[int]) -> dict[int, list[tuple[int, str]]]:
    """How each province is spelled, every spelling with its key, by which they are ordered."""
    found: dict[int, list[tuple[int, str]]] = {}
    rows = Spelling.objects.published().filter(province__in=provinces).values_list("province", "pk", "text")
    for province, pk, text in rows:
        found.setdefault(province, []).append((pk, text))
    return found
