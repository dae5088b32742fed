"""Write what may be shown and searched of a report's revisions: out of the revisions and the outlet's permission."""

import hashlib
import hmac
import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence

from articles.models import Article, ArticleProvince, ArticleTopic, ClaimVersion, PublicText, Revision, TopicName
from articles.queries.among import pieces
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


def rewrite_names(pks: Sequence[int]) -> None:
    """The names alone, in the current texts of many reports: what is said of where they are has other words for it now."""
    for some in pieces(pks):
        names = _names_of(some)
        texts = list(PublicText.objects.filter(article__in=some, is_current=True).only("pk", "article", "names"))
        changed = [text for text in texts if text.names != names[text.article_id]]
        for text in changed:
            text.names = names[text.article_id]
        PublicText.objects.bulk_update(changed, ["names"], batch_size=200)


def _names(article: Article) -> str:
    return _names_of([article.pk])[article.pk]


def _names_of(pks: Sequence[int]) -> Mapping[int, str]:
    """Every spelling of the provinces and every name of the topics these reports are filed under."""
    filed = list(ArticleProvince.objects.filter(article__in=pks).values_list("article", "province"))
    spellings: dict[int, list[str]] = defaultdict(list)
    spelt = Spelling.objects.published().filter(province__in={province for _, province in filed})
    for province, text in spelt.order_by("pk").values_list("province", "text"):
        spellings[province].append(text)
    others: dict[int, list[str]] = defaultdict(list)
    tagged = ArticleTopic.objects.filter(content_object__in=pks).order_by("pk")
    topics = tagged.values_list("content_object", "tag", "tag__name", "tag__label_ko")
    names = TopicName.objects.published().filter(topic__article_items__content_object__in=pks).distinct()
    for topic, name in names.order_by("pk").values_list("topic", "name"):
        others[topic].append(name)
    found: dict[int, list[list[str]]] = {pk: [[], [], []] for pk in pks}
    for article, province in filed:
        found[article][0] += spellings[province]
    for article, topic, name, label_ko in topics:
        found[article][1] += [name, label_ko]
        found[article][2] += others[topic]
    return {
        pk: "\n".join(dict.fromkeys(name for kind in kinds for name in kind if name)) for pk, kinds in found.items()
    }


def _claims(article: Article) -> str:
    """Quoted words and paraphrases of the claims that stand; where the body is shown it holds the words already."""
    versions = ClaimVersion.objects.filter(claim__article=article, claim__is_public=True, is_current=True).order_by(
        "start"
    )
    pairs = versions.values_list("exact", "paraphrase")
    if article.outlet.show == Show.FULL:
        return "\n".join(paraphrase for _, paraphrase in pairs if paraphrase)
    return "\n".join(text for pair in pairs for text in pair if text)
