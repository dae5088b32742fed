"""Documents of the index, out of rows that the public may see: a report with its current text, a claim as it stands now.

What a report calls its unnamed sources is taken out before anything is indexed: nobody finds a report by it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from typing import Any, NamedTuple

import tantivy
from django.db.models import Q

from articles.models import Article, ArticleProvince, ArticleTopic, ClaimProvince, ClaimTopic, ClaimVersion, PublicText
from articles.queries.browse import descriptors_of
from articles.queries.due import announced_among
from articles.queries.recent import is_news
from articles.search.analysis import as_printed, beginnings, rewritten
from articles.search.index.counting import columns, together
from articles.search.index.events import codes
from articles.search.index.periods import period_of
from articles.search.index.schema import (
    AGAIN,
    BECAME_NUMBERS,
    BEGINNING,
    DAY_WEIGHT,
    LANGUAGE_NUMBERS,
    OUTSIDE,
    PART,
    PERIOD,
    PRINTED,
    SPEECH_NUMBERS,
    again,
    day_weight,
    months_of,
    part_number,
    part_of,
    schema,
    tie_of,
)
from articles.unnamed import AN_UNNAMED_SOURCE, without_descriptors
from provinces.gazetteer import Gazetteer
from sources.models import Step

# A report dated longer than this counts in the last so many years alone.
MOST_YEARS = 100
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass
class _Filed:
    """What hangs on one report, or on one claim; `parts` on a claim alone."""

    provinces: list[int] = field(default_factory=list)
    topics: list[int] = field(default_factory=list)
    institutions: set[int] = field(default_factory=set)
    parts: set[int] = field(default_factory=set)
    speech: set[str] = field(default_factory=set)
    events: list[tuple[date | None, date | None]] = field(default_factory=list)
    is_due: bool = False
    announced: list[tuple[str, int]] = field(default_factory=list)

    def add(self, claim: "_Filed") -> None:
        """What a claim of it adds to a report; provinces and topics it has of its own."""
        self.institutions |= claim.institutions
        self.speech |= claim.speech
        self.events += claim.events
        self.is_due |= claim.is_due


class _Report(NamedTuple):
    """What is needed of a report; `_REPORT` are its columns."""

    pk: int
    public_id: str
    outlet: int
    language: str
    origin: int | None
    origin_url: str
    earliest: date | None
    latest: date
    first_published: datetime
    changed: datetime


_REPORT = (
    "pk", "public_id", "outlet", "language", "origin", "origin_url", "published_earliest", "published_latest",
    "first_published_at", "changed_at",
)  # fmt: skip


class _Version(NamedTuple):
    """The same of a version of a claim."""

    pk: int
    public_id: str
    article: int
    statement: int | None
    is_current: bool
    paraphrase: str
    exact: str
    chain: int
    actor: int | None
    addressee: int | None
    event_earliest: date | None
    event_latest: date | None
    due_edtf: str
    due_words: str
    published_at: datetime


_VERSION = (
    "pk", "claim__public_id", "claim__article", "claim__statement", "is_current", "paraphrase", "exact", "chain", "actor", "addressee",
    "event_earliest", "event_latest", "due_edtf", "due_words", "published_at",
)  # fmt: skip


class _CountsAs(NamedTuple):
    """By which group a document is counted; `is_of_several`: there may be others of it; `shared`: what it has for them."""

    group: int
    is_of_several: bool
    statement: int
    shared: "Numbers"


class Made(NamedTuple):
    """A document, and how many bytes its texts have as they are indexed."""

    document: tantivy.Document
    size: int


Documents = list[Made]
# Fields with a number for each.
Numbers = Sequence[tuple[str, int]]


def documents(pks: Sequence[int], above: Mapping[int, Sequence[int]]) -> tuple[Documents, ...]:
    """Of the public reports among these rows: each report, each claim, each earlier text and version.

    `above`: each topic with itself and all broader ones. A fixed number of queries, however many rows.
    """
    found: dict[bool, tuple[Documents, Documents]] = {True: ([], []), False: ([], [])}
    around = with_their_groups(pks)
    articles = {
        row[0]: _Report(*row) for row in Article.objects.published().filter(pk__among=around).values_list(*_REPORT)
    }
    claims = ClaimVersion.objects.published().filter(
        removed_at__isnull=True, claim__is_public=True, claim__article__among=list(articles)
    )
    versions = [_Version(*row) for row in claims.order_by().values_list(*_VERSION)]
    of_claims = _filed_claims(versions)
    written = set(pks)
    current = [version for version in versions if version.is_current and version.article in written]
    for pk, numbers in _announced(current, of_claims).items():
        of_claims[pk].announced = numbers
    filed = _filed_reports(list(articles))
    for version in versions:
        if version.is_current:
            filed[version.article].add(of_claims[version.pk])
    shared = _shared(articles.values(), filed, above)
    articles = {pk: articles[pk] for pk in pks if pk in articles}
    texts = PublicText.objects.published().filter(removed_at=None, article__among=list(articles))
    hidden = {pk: frozenset(words) for pk, words in descriptors_of(list(articles)).items()}
    for pk, article, is_current, published_at, *words in texts.order_by().values_list(
        "pk", "article", "is_current", "published_at", "headline", "claims", "body"
    ):
        row = articles[article]
        parts = [_searched(part, hidden[article], row.language) for part in words]
        pk, changed = (article, row.changed) if is_current else (pk, published_at)
        counts_as = _CountsAs(_group(row), article in shared, 0, shared.get(article, ()) if is_current else ())
        made = _document(row.public_id, pk, row, filed[article], parts, above, changed, counts_as)
        found[is_current][0].append(made)
    for version in versions:
        if version.article not in articles:
            continue
        row = articles[version.article]
        parts = [_searched(part, hidden[row.pk], row.language) for part in (version.paraphrase, "", version.exact)]
        filing, changed = of_claims[version.pk], version.published_at
        counts_as = _of_claim(version, _counted(row, filing, above))
        made = _document(version.public_id, version.pk, row, filing, parts, above, changed, counts_as)
        found[version.is_current][1].append(made)
    return (*found[True], *found[False])


def with_their_groups(pks: Iterable[int]) -> list[int]:
    """The public reports among these rows, what they copy, and every other copy of it; three queries."""
    public = Article.objects.published()
    rows = list(public.filter(pk__among=list(pks)).values_list("pk", "origin", "origin_url"))
    firsts = sorted({origin or pk for pk, origin, _ in rows})
    outside = sorted({address for _, _, address in rows if address})
    inside = public.filter(Q(pk__among=firsts) | Q(origin__among=firsts)).values_list("pk", flat=True)
    copies = public.exclude(origin_url="").filter(origin_url__among=outside).values_list("pk", flat=True)
    return sorted({*(pk for pk, *_ in rows), *inside, *copies})


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
    row: _Report,
    filed: _Filed,
    parts: Sequence[str],
    above: Mapping[int, Sequence[int]],
    changed: datetime,
    counts_as: _CountsAs,
) -> Made:
    document = tantivy.Document()
    document.add_text("id", public_id)
    texts = {
        name: rewritten(Gazetteer.from_file().without_southern(part))
        for name, part in zip(("headline", "claims", "body"), parts, strict=True)
        if part
    }
    texts[PRINTED] = as_printed("\n.\n".join(parts))
    texts[BEGINNING] = " ".join(beginnings(texts[PRINTED]))
    for name, text in texts.items():
        document.add_text(name, text)
    document.add_unsigned("tie", tie_of(public_id))
    for name, number in _numbers(pk, row, filed, above, counts_as):
        document.add_unsigned(name, number)
    for name, number in filed.announced:
        document.add_unsigned(name, number)
    for name, number in counts_as.shared:
        document.add_unsigned(name, number)
    document.add_unsigned("changed", microseconds(changed))
    document.add_float(DAY_WEIGHT, day_weight(row.latest))
    return Made(document, sum(len(text.encode()) for text in texts.values()))


def _numbers(
    pk: int, row: _Report, filed: _Filed, above: Mapping[int, Sequence[int]], counts_as: _CountsAs
) -> Iterable[tuple[str, int]]:
    yield from {
        "pk": pk,
        "article": row.pk,
        "group": counts_as.group,
        "is_of_several": int(counts_as.is_of_several),
        "statement": counts_as.statement,
        "earliest": row.earliest.toordinal() if row.earliest else 0,
        "latest": row.latest.toordinal(),
        "is_vague": int(row.earliest != row.latest),
        "newest": newest(row.latest, row.first_published),
        "is_news": int(is_news(row.latest, row.first_published)),
        "is_due": int(filed.is_due),
        "event_newest": max((latest.toordinal() for _, latest in filed.events if latest), default=0),
    }.items()
    counted = list(_counted(row, filed, above))
    yield from counted
    yield from columns(counted)
    months = months_of(row.earliest, row.latest)
    yield from (("in_month", month) for month in months)
    yield from (("in_year", year) for year in {month // 100 for month in months})
    yield from (("own_topic", topic) for topic in filed.topics)
    yield from (("event", code) for code in {code for event in filed.events for code in codes(*event)})


def _counted(row: _Report, filed: _Filed, above: Mapping[int, Sequence[int]]) -> Iterable[tuple[str, int]]:
    """Every value of every facet."""
    yield "outlet", row.outlet
    yield "language", LANGUAGE_NUMBERS[row.language]
    last = row.latest.year
    first = row.earliest.year if row.earliest else last
    yield from (("year", year) for year in range(max(first, last - MOST_YEARS), last + 1))
    yield PERIOD, period_of(row.earliest or row.latest, row.latest)
    yield from (("province", province) for province in filed.provinces)
    yield from (("topic", each) for each in {each for topic in filed.topics for each in above.get(topic, (topic,))})
    yield from (("institution", institution) for institution in filed.institutions)
    yield from ((PART, part) for part in filed.parts)
    yield from (("speech", SPEECH_NUMBERS[speech]) for speech in filed.speech)


def _group(row: _Report) -> int:
    """The first report of a report, or what stands for one outside; itself where it is no copy."""
    return row.origin or (_outside(row.origin_url) if row.origin_url else row.pk)


def _shared(
    rows: Collection[_Report], filed: Mapping[int, _Filed], above: Mapping[int, Sequence[int]]
) -> Mapping[int, Numbers]:
    """Of each report that is here with others of its group: BEARS and COMMON, or nothing, and AGAIN."""
    groups: defaultdict[int, list[_Report]] = defaultdict(list)
    for row in rows:
        groups[_group(row)].append(row)
    found = {}
    for group, several in groups.items():
        if len(several) > 1:
            having = {row.pk: set(_counted(row, filed[row.pk], above)) for row in several}
            found.update(together(group, having))
    return found


def _of_claim(version: _Version, values: Iterable[tuple[str, int]]) -> _CountsAs:
    """One that nothing repeats is of no group."""
    if version.statement is None:
        return _CountsAs(0, False, 0, ())
    group = OUTSIDE + version.statement
    again_of_it = [(AGAIN, again(group, *value)) for value in values] if version.is_current else []
    return _CountsAs(group, True, version.statement, again_of_it)


def _outside(address: str) -> int:
    """The group of all copies of a report that is not here; below 2 ** 53, beyond which sums of the index are not exact."""
    return OUTSIDE + (int.from_bytes(blake2b(address.encode(), digest_size=6).digest()) >> 1)


def newest(latest: date, first_published: datetime) -> int:
    """A number that orders as lists do: by day, then by the second of first publication here.

    Never below 0, which the index cannot hold: nothing came in before 1970, but a cursor may say so.
    """
    return (latest.toordinal() << 33) + max(int(first_published.timestamp()), 0)


def microseconds(moment: datetime) -> int:
    """A number that orders by moment; 0 for all before 1970, in which nothing came in."""
    return max((moment - _EPOCH) // timedelta(microseconds=1), 0)


def moment_at(microseconds: int) -> datetime:
    """The moment of such a number."""
    return _EPOCH + timedelta(microseconds=microseconds)


def _filed_reports(articles: Sequence[int]) -> Mapping[int, _Filed]:
    found: defaultdict[int, _Filed] = defaultdict(_Filed)
    rows: Any = ArticleProvince.objects.published().filter(article__among=articles)
    for pk, province in rows.values_list("article", "province"):
        found[pk].provinces.append(province)
    rows = ArticleTopic.objects.published().filter(content_object__among=articles)
    for pk, topic in rows.values_list("content_object", "tag"):
        found[pk].topics.append(topic)
    return found


def _filed_claims(versions: Sequence[_Version]) -> Mapping[int, _Filed]:
    found: defaultdict[int, _Filed] = defaultdict(_Filed)
    pks = [version.pk for version in versions]
    rows: Any = ClaimProvince.objects.published().filter(version__among=pks).values_list("version", "province")
    for pk, province in rows:
        found[pk].provinces.append(province)
    rows = ClaimTopic.objects.published().filter(content_object__among=pks).values_list("content_object", "tag")
    for pk, topic in rows:
        found[pk].topics.append(topic)
    steps: defaultdict[int, list[tuple[int | None, str]]] = defaultdict(list)
    chains = list({version.chain for version in versions})
    rows = Step.objects.published().filter(chain__among=chains).order_by("position")
    for chain, institution, speech in rows.values_list("chain", "institution", "speech"):
        steps[chain].append((institution, speech))
    for version in versions:
        filed, chain = found[version.pk], steps[version.chain]
        bodies = [version.actor, version.addressee, *(institution for institution, _ in chain)]
        filed.institutions = {body for body in bodies if body is not None}
        filed.parts = {
            part_number(body, part)
            for part, named in (
                ("said", [institution for institution, _ in chain]),
                ("did", [version.actor]),
                ("told", [version.addressee]),
            )
            for body in named
            if body is not None
        }
        filed.speech = {chain[-1][1]} if chain else set()
        filed.events = [(version.event_earliest, version.event_latest)]
        filed.is_due = bool(version.due_edtf or version.due_words)
    return found


def _announced(versions: Iterable[_Version], filed: Mapping[int, _Filed]) -> Mapping[int, list[tuple[str, int]]]:
    """Of the versions that announce something, what ANNOUNCED holds; one query, and none where nothing is announced."""
    due = {version.pk: version for version in versions if filed[version.pk].is_due}
    found = {}
    for row in announced_among(sorted(due)) if due else ():
        published_at = due[row.version].published_at
        parts = (part_of(number) for number in filed[row.version].parts)
        found[row.version] = [
            ("announces", 1),
            ("due", row.latest.toordinal() if row.latest else 0),
            ("became", BECAME_NUMBERS.get(row.became, 0)),
            ("told", microseconds(max(published_at, row.recorded or published_at))),
            *(("announcer", body) for body in sorted({body for body, part in parts if part != "told"})),
            *(("shown_by", report) for report in row.shown_by),
        ]
    return found


assert schema() is not None, "the fields above are those of the schema"
