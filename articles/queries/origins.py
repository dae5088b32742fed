"""Which reports count as one: an origin with all its copies and translations."""

from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Cast, Coalesce, NullIf

from articles.dates import PartialDate
from articles.models import Article, OriginKind

# Copies that say "yesterday" as the first report said it; a relay tells in words of its own day.
WORD_FOR_WORD = (
    OriginKind.REPUBLICATION,
    OriginKind.TRANSLATION,
    OriginKind.MACHINE_TRANSLATION,
    OriginKind.BACK_TRANSLATION,
)
# How much earlier a report may have come out of which only the copy is known.
LONGEST_WAY = timedelta(days=31)


def origin_of(article: Article) -> str:
    """The same for an origin and every report that derives from it: a public id, or the outside address.

    Of an origin that readers do not see, its copies still are one report: then a word drawn by lot for its row.
    """
    if article.origin is not None:
        return article.origin.public_id
    if article.origin_id is not None:
        return unseen(article.origin_stand_in)
    return article.origin_url or article.public_id


def unseen(stand_in: UUID | None) -> str:
    """What stands for a row that readers do not see, where several count as it; nobody can work out which row that is."""
    assert stand_in is not None, "the database gives one to whatever counts as another row"
    return f"unseen-{stand_in.hex[:12]}"


def origin_key(prefix: str = "") -> Coalesce:
    """The same for the database, in other words: by it rows are counted and compared. `prefix` leads to the report."""
    return Coalesce(
        Cast(F(f"{prefix}origin_id"), CharField()),
        NullIf(F(f"{prefix}origin_url"), Value("")),
        Cast(F(f"{prefix}pk"), CharField()),
        output_field=CharField(),
    )


def key_of(article: Article) -> str:
    """The key of one report, as `origin_key` has it; it is shown nowhere."""
    return str(article.origin_id or "") or article.origin_url or str(article.pk)


def report_at(address: str) -> Article | None:
    """The report here that stands at an outside address, however that is spelt; None for none."""
    found = Article.objects.filter(_spelt("original_url", address)).exclude(original_url="").order_by("pk")
    return next((row for row in found if plain_address(row.original_url) == plain_address(address)), None)


def address_known_as(address: str) -> str:
    """The same address as the copies of that report have it already; else as it is given."""
    found = Article.objects.filter(_spelt("origin_url", address)).values_list("origin_url", flat=True).order_by("pk")
    return next((url for url in found if url and plain_address(url) == plain_address(address)), address)


def spellings(address: str) -> set[str]:
    """The ways in which an address is mostly written, which can be looked up at once."""
    plain = plain_address(address)
    written = {
        f"{scheme}://{www}{plain}{end}" for scheme in ("https", "http") for www in ("", "www.") for end in ("", "/")
    }
    return {address, *written}


def _spelt(field: str, address: str) -> Q:
    return Q(**{f"{field}__icontains": plain_address(address)})


def plain_address(address: str) -> str:
    """What addresses of one page share: without scheme, www., fragment and a slash at the end; the host in lower case."""
    parts = urlsplit(address)
    path = parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    return parts.netloc.lower().removeprefix("www.") + path


def dates_count_from(article: Article) -> PartialDate:
    """The day from which "yesterday" and "last month" count in a report: of a translation, the original's.

    Where that is not known, a month up to the report's own day, so that such dates stay uncertain.
    """
    if article.origin_kind not in WORD_FOR_WORD:
        return article.published
    if article.origin is not None and article.origin.published.is_known:
        return article.origin.published
    if article.origin_url and article.origin_published.is_known:
        return article.origin_published
    own = article.published
    if own.earliest is None or own.latest is None:
        return own
    return PartialDate.parse(f"{own.earliest - LONGEST_WAY}/{own.latest}")
