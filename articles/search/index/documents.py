"""Documents of the index, out of rows that the public may see: a report with its current text, a claim as it stands now.

What a report calls its unnamed sources is taken out before anything is indexed: nobody finds a report by it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import blake2b
from typing import Any

import tantivy

from articles.models import Article, ArticleProvince, ArticleTopic, ClaimProvince, ClaimTopic, ClaimVersion, PublicText
from articles.queries.browse import descriptors_of
from articles.queries.recent import is_news
from articles.search.analysis import as_printed, rewritten
from articles.search.index.schema import (
    DAY_WEIGHT,
    LANGUAGE_NUMBERS,
    PRINTED,
    SPEECH_NUMBERS,
    day_weight,
    month_number,
    schema,
    tie_of,
)
from articles.unnamed import AN_UNNAMED_SOURCE, without_descriptors
from provinces.gazetteer import Gazetteer
from sources.models import Step

# A report dated, or an event that lasted, longer than this counts in the last so many years, or months, alone.
MOST_YEARS, MOST_MONTHS = 100, 240
# Groups of reports whose first one is not here; beyond every row number.
_OUTSIDE = 1 << 48


@dataclass
class _Filed:
    """What hangs on one report, or on one claim."""

    provinces: list[int] = field(default_factory=list)
    topics: list[int] = field(default_factory=list)
    institutions: set[int] = field(default_factory=set)
    speech: set[str] = field(default_factory=set)
    events: list[tuple[date | None, date | None]] = field(default_factory=list)
    is_due: bool = False

    def add(self, claim: "_Filed") -> None:
        """What a claim of it adds to a report; provinces and topics it has of its own."""
        self.institutions |= claim.institutions
        self.speech |= claim.speech
        self.events += claim.events
        self.is_due |= claim.is_due


Documents = list[tuple[str, tantivy.Document]]


def documents(pks: Sequence[int], above: Mapping[int, Sequence[int]]) -> tuple[Documents, ...]:
    """Of the public reports among these rows: each report, each claim, each earlier text and version; as (id, document).

    `above`: each topic with itself and all broader ones. A fixed number of queries, however many rows.
    """
    articles = {row.pk: row for row in Article.objects.published().filter(pk__in=pks)}
    texts = list(PublicText.objects.published().filter(removed_at=None, article__in=articles))
    versions = list(
        ClaimVersion.objects.published()
        .filter(removed_at__isnull=True, claim__is_public=True, claim__article__in=articles)
        .select_related("claim")
    )
    hidden = descriptors_of(list(articles))
    of_claims = _filed_claims(versions)
    filed = _filed_reports(articles)
    for version in versions:
        if version.is_current:
            filed[version.claim.article_id].add(of_claims[version.pk])
    found: dict[bool, tuple[Documents, Documents]] = {True: ([], []), False: ([], [])}
    for text in texts:
        row = articles[text.article_id]
        parts = [_searched(part, hidden[row.pk], row.language) for part in (text.headline, text.claims, text.body)]
        pk = row.pk if text.is_current else text.pk
        changed = row.changed_at if text.is_current else text.published_at
        made = _document(row.public_id, pk, row, filed[row.pk], parts, above, changed)
        found[text.is_current][0].append((row.public_id, made))
    for version in versions:
        row = articles[version.claim.article_id]
        words = (version.paraphrase, "", version.exact)
        parts = [_searched(part, hidden[row.pk], row.language) for part in words]
        filing, changed = of_claims[version.pk], version.published_at
        made = _document(version.claim.public_id, version.pk, row, filing, parts, above, changed)
        found[version.is_current][1].append((version.claim.public_id, made))
    return (*found[True], *found[False])


def _searched(text: str, hidden: Iterable[str], language: str) -> str:
    """What may be found of a text: without words for sources, and without names that here mean the South's places."""
    if not text:
        return ""
    text = without_descriptors(text, hidden, language)
    for stands_for in AN_UNNAMED_SOURCE.values():
        text = text.replace(stands_for, " / ")
    return text


def _document(
    public_id: str,
    pk: int,
    row: Article,
    filed: _Filed,
    parts: Sequence[str],
    above: Mapping[int, Sequence[int]],
    changed: datetime | None,
) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("id", public_id)
    for name, part in zip(("headline", "claims", "body"), parts, strict=True):
        if part:
            document.add_text(name, rewritten(Gazetteer.from_file().without_southern(part)))
    document.add_text(PRINTED, as_printed("\n.\n".join(parts)))
    document.add_unsigned("tie", tie_of(public_id))
    for name, number in _numbers(pk, row, filed, above):
        document.add_unsigned(name, number)
    assert row.published_latest is not None, "a public article has a date"
    assert changed is not None, "what is public was published"
    document.add_unsigned("changed", int(changed.timestamp() * 1_000_000))
    document.add_float(DAY_WEIGHT, day_weight(row.published_latest))
    return document


def _numbers(pk: int, row: Article, filed: _Filed, above: Mapping[int, Sequence[int]]) -> Iterable[tuple[str, int]]:
    assert row.published_latest is not None, "a public article has a date"
    assert row.first_published_at is not None, "a public article was published"
    yield from {
        "pk": pk,
        "article": row.pk,
        "is_any": 1,
        "is_copy": int(bool(row.origin_id or row.origin_url)),
        "group": row.origin_id or (_outside(row.origin_url) if row.origin_url else row.pk),
        "outlet": row.outlet_id,
        "language": LANGUAGE_NUMBERS[row.language],
        "earliest": row.published_earliest.toordinal() if row.published_earliest else 0,
        "latest": row.published_latest.toordinal(),
        "newest": newest(row.published_latest, row.first_published_at),
        "is_news": int(is_news(row)),
        "is_due": int(filed.is_due),
        "event_newest": max((latest.toordinal() for _, latest in filed.events if latest), default=0),
    }.items()
    last = row.published_latest.year
    first = row.published_earliest.year if row.published_earliest else last
    yield from (("year", year) for year in range(max(first, last - MOST_YEARS), last + 1))
    yield from (("province", province) for province in filed.provinces)
    yield from (("own_topic", topic) for topic in filed.topics)
    yield from (("topic", each) for each in {each for topic in filed.topics for each in above.get(topic, (topic,))})
    yield from (("institution", institution) for institution in filed.institutions)
    yield from (("speech", SPEECH_NUMBERS[speech]) for speech in filed.speech)
    yield from (("event_month", month) for month in {month for event in filed.events for month in _months(*event)})


def _outside(address: str) -> int:
    """The group of all copies of a report that is not here; below 2 ** 53, beyond which sums of the index are not exact."""
    return _OUTSIDE + (int.from_bytes(blake2b(address.encode(), digest_size=6).digest()) >> 1)


def newest(latest: date, first_published: datetime) -> int:
    """A number that orders as lists do: by day, then by the second of first publication here."""
    return (latest.toordinal() << 33) + int(first_published.timestamp())


def _months(earliest: date | None, latest: date | None) -> Iterable[int]:
    if latest is None:
        return ()
    last = month_number(latest)
    return range(max(month_number(earliest or latest), last - MOST_MONTHS), last + 1)


def _filed_reports(articles: Mapping[int, Article]) -> Mapping[int, _Filed]:
    found: defaultdict[int, _Filed] = defaultdict(_Filed)
    rows: Any = ArticleProvince.objects.published().filter(article__in=articles).values_list("article", "province")
    for pk, province in rows:
        found[pk].provinces.append(province)
    rows = ArticleTopic.objects.published().filter(content_object__in=articles).values_list("content_object", "tag")
    for pk, topic in rows:
        found[pk].topics.append(topic)
    return found


def _filed_claims(versions: Sequence[ClaimVersion]) -> Mapping[int, _Filed]:
    found: defaultdict[int, _Filed] = defaultdict(_Filed)
    pks = [version.pk for version in versions]
    rows: Any = ClaimProvince.objects.published().filter(version__in=pks).values_list("version", "province")
    for pk, province in rows:
        found[pk].provinces.append(province)
    rows = ClaimTopic.objects.published().filter(content_object__in=pks).values_list("content_object", "tag")
    for pk, topic in rows:
        found[pk].topics.append(topic)
    steps: defaultdict[int, list[tuple[int | None, str]]] = defaultdict(list)
    chains = [version.chain_id for version in versions]
    rows = Step.objects.published().filter(chain__in=chains).order_by("position")
    for chain, institution, speech in rows.values_list("chain", "institution", "speech"):
        steps[chain].append((institution, speech))
    for version in versions:
        filed, chain = found[version.pk], steps[version.chain_id]
        bodies = [version.actor_id, version.addressee_id, *(institution for institution, _ in chain)]
        filed.institutions = {body for body in bodies if body is not None}
        filed.speech = {chain[-1][1]} if chain else set()
        filed.events = [(version.event_earliest, version.event_latest)]
        filed.is_due = version.due_latest is not None
    return found


def state_document(text: str) -> tantivy.Document:
    """The document that says what the index knows; it has no words and is in no count."""
    document = tantivy.Document()
    document.add_text("id", "state")
    document.add_text("state", text)
    return document


assert schema() is not None, "the fields above are those of the schema"
