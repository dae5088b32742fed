"""Write what may be shown and searched of a report's revisions: out of the revisions and the outlet's permission."""

import hashlib
import hmac
import secrets

from articles.models import Article, ClaimVersion, PublicText, Revision, TopicName
from provinces.models import Spelling
from sources.models import Show


def rewrite_public_texts(article: Article) -> None:
    """Make the report's public texts what they should be now; one row per published revision."""
    names, claims = _names(article), _claims(article)
    for revision in article.revisions.filter(published_at__isnull=False).order_by("is_current", "number"):
        _rewrite(article, revision, names if revision.is_current else "", claims if revision.is_current else "")


def _rewrite(article: Article, revision: Revision, names: str, claims: str) -> None:
    text = PublicText.objects.filter(article=article, number=revision.number).first() or new_text(article, revision)
    fill_in(text, article, revision, names, claims)
    text.save()


def new_text(article: Article, revision: Revision) -> PublicText:
    """The public text of a revision that has none yet, still empty."""
    return PublicText(article=article, number=revision.number, key=secrets.token_hex(32))


def fill_in(text: PublicText, article: Article, revision: Revision, names: str, claims: str) -> None:
    """Make a public text what it should be; saves nothing."""
    gone = revision.removed_at is not None
    full = article.outlet.show == Show.FULL and not gone
    assert revision.published_at is not None
    text.published_at, text.removed_at = revision.published_at, revision.removed_at
    text.language, text.headline = article.language, revision.headline
    text.body, text.caption, text.credit = (revision.body, revision.caption, revision.credit) if full else ("", "", "")
    text.names, text.claims = ("", "") if gone else (names, claims)
    if gone:
        # With the key gone, a removed word cannot be guessed from the digest.
        text.key = ""
    else:
        text.digest = digest_of(text.key, revision)
    text.is_current = revision.is_current
    text.is_public = article.is_public


def digest_of(key: str, revision: Revision) -> str:
    """HMAC-SHA256 in hex of the revision's headline, caption and body under a key of hex digits."""
    message = "\x1f".join((revision.headline, revision.caption, revision.body)).encode()
    return hmac.new(bytes.fromhex(key), message, hashlib.sha256).hexdigest()


def _names(article: Article) -> str:
    """Every spelling of the provinces and every name of the topics the report is filed under."""
    spellings = (
        Spelling.objects.published().filter(province__filed_articles__article=article).values_list("text", flat=True)
    )
    topics = article.topic_items.select_related("tag")
    labels = [label for item in topics for label in (item.tag.name, item.tag.label_ko)]
    others = (
        TopicName.objects.published()
        .filter(topic__article_items__content_object=article)
        .values_list("name", flat=True)
    )
    return "\n".join(dict.fromkeys(name for name in [*spellings, *labels, *others] if name))


def _claims(article: Article) -> str:
    """Quoted words and paraphrases of the claims that stand; where the body is shown it holds the words already."""
    versions = ClaimVersion.objects.filter(claim__article=article, claim__is_public=True, is_current=True).order_by(
        "start"
    )
    pairs = versions.values_list("exact", "paraphrase")
    if article.outlet.show == Show.FULL:
        return "\n".join(paraphrase for _, paraphrase in pairs if paraphrase)
    return "\n".join(text for pair in pairs for text in pair if text)
