"""Reports that tell the same as a given one: looked up by their imprints, then compared one by one. For the desk alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection
from django.db.models import Q

from articles.dates import PartialDate
from articles.likeness.credits import OutletNames, making_of
from articles.likeness.imprints import Imprint as Taken
from articles.likeness.imprints import imprint_of
from articles.likeness.judging import Compared, Judgement, judge
from articles.models import Article, Imprint, OriginKind, Revision, ToldApart
from sources.models import Outlet, OutletName

# A code that so many reports have leads nowhere; so a look-up costs the same however many reports there are.
COMMON = 100
COMPARED = 16


@dataclass(frozen=True)
class Told:
    """A report that is not in yet, or is: its words, and what is known of it."""

    headline: str
    body: str
    language: str
    outlet: Outlet
    published: PartialDate
    notes: str = ""
    article: Article | None = None


@dataclass(frozen=True)
class Kin:
    """A report that tells the same. `article`: the one that first carried it; `through`: its copy that was recognised, or None.

    `judgement.is_copy`: whether the report that was asked about is the copy.
    """

    article: Article
    headline: str
    through: Article | None
    judgement: Judgement

    @property
    def kind(self) -> str:
        """What the copy is to the first, in words."""
        return str(OriginKind(self.judgement.kind).label)

    @property
    def sentence(self) -> str:
        """What is likely, and why, in one line."""
        first = f"{self.article.public_id} “{self.headline}” ({self.article.outlet.name})"
        if not self.judgement.is_copy:
            return f"{first} is likely a {self.kind} of it: it {self.judgement.reason}"
        through = f", through {self.through.public_id}" if self.through else ""
        return f"likely a {self.kind} of {first}{through}: it {self.judgement.reason}"


def told_by(article: Article, revision: Revision, notes: str = "") -> Told:
    """A report that is in, with one of its texts; `notes`: what was set apart of the page it came from."""
    return Told(revision.headline, revision.body, article.language, article.outlet, article.published, notes, article)


def likely_kin(told: Told, most: int = 5) -> list[Kin]:
    """The likeliest first, each origin with its copies once; eight queries, however many reports there are."""
    text = f"{told.headline}\n\n{told.body}"
    taken, names = imprint_of(text, told.language), _outlet_names()
    ids = [pk for pk in _candidates(taken) if told.article is None or pk != told.article.pk]
    if not ids:
        return []
    new = _compared(text, told.notes, told.language, told.outlet, told.published, taken, names)
    found: list[tuple[Judgement, Imprint]] = []
    texts = {
        revision.article_id: revision
        for revision in Revision.objects.filter(article__in=ids, removed_at=None).order_by("article", "number")
    }
    settled = _settled(told.article)
    rows = Imprint.objects.filter(article__in=ids).select_related("article__outlet", "article__origin__outlet")
    for row in rows:
        if row.article_id not in texts or (row.article.origin_id or row.article_id) in settled:
            continue
        known_text = f"{texts[row.article_id].headline}\n\n{texts[row.article_id].body}"
        kept = Taken(frozenset(row.words), frozenset(row.signs), tuple(row.order))
        article = row.article
        known = _compared(known_text, "", article.language, article.outlet, article.published, kept, names)
        judgement = judge(new, known)
        if judgement is not None:
            found.append((judgement, row))
    return _once_each(found)[:most]


def credited_by(told: Told) -> list[Outlet]:
    """The outlets that a report credits with its story, by name; whether their report is here or not."""
    credits = _outlet_names().credited_in(f"{told.headline}\n\n{told.body}\n\n{told.notes}", own=str(told.outlet.pk))
    return list(Outlet.objects.filter(pk__in=[int(key) for key in credits.all]).order_by("name"))


def _compared(
    text: str, notes: str, language: str, outlet: Outlet, published: PartialDate, imprint: Taken, names: OutletNames
) -> Compared:
    whole = f"{text}\n\n{notes}"
    return Compared(
        language=language,
        outlet=str(outlet.pk),
        earliest=published.earliest,
        latest=published.latest,
        imprint=imprint,
        credits=names.credited_in(whole, own=str(outlet.pk)),
        making=making_of(whole),
    )


def _settled(article: Article | None) -> set[int]:
    """The origins of families of which an editor has said that they are the report's own, or that they are not."""
    if article is None:
        return set()
    pairs = ToldApart.objects.filter(Q(article=article) | Q(other=article))
    ends = pairs.values_list("article", "article__origin", "other", "other__origin")
    apart = {pk for one, its_origin, other, other_origin in ends for pk in (its_origin or one, other_origin or other)}
    return apart | {article.origin_id or article.pk}


def _once_each(found: Sequence[tuple[Judgement, Imprint]]) -> list[Kin]:
    """Each family by its origin; judged by the origin itself where that was compared."""
    families: dict[int, tuple[Judgement, Article]] = {}
    ordered = sorted(found, key=lambda pair: (-pair[0].certainty, pair[1].article_id))
    for judgement, row in sorted(ordered, key=lambda pair: pair[1].article.origin_id is not None):
        families.setdefault(row.article.origin_id or row.article_id, (judgement, row.article))
    headlines = dict(
        Revision.objects.filter(article__in=families, removed_at=None).order_by("article", "number").values_list("article", "headline")
    )  # fmt: skip
    kin = [
        Kin(
            article=known.origin or known,
            headline=headlines.get(family, ""),
            through=known if known.origin_id else None,
            judgement=judgement,
        )
        for family, (judgement, known) in families.items()
    ]
    return sorted(kin, key=lambda each: (-each.judgement.certainty, each.article.pk))


def _candidates(taken: Taken) -> list[int]:
    """Reports that share the rarest codes: by words, then by facts."""
    return list(dict.fromkeys([*_sharing("words", taken.words), *_sharing("signs", taken.signs)]))


def _sharing(column: str, codes: Iterable[int]) -> list[int]:
    """The reports that have most of these codes, a rare one counting more; common ones are passed over."""
    # Each code is looked up by itself and no further than COMMON, so the work does not grow with the number of reports.
    sql = f"""
        SELECT article_id FROM (
            SELECT hit.article_id, count(*) OVER (PARTITION BY asked.code) AS reports
            FROM unnest(%s::int[]) AS asked(code) CROSS JOIN LATERAL (
                SELECT article_id FROM articles_imprint WHERE {column} @> ARRAY[asked.code] LIMIT {COMMON + 1}
            ) AS hit
        ) AS hits
        WHERE reports <= {COMMON} GROUP BY article_id ORDER BY sum(1.0 / reports) DESC, article_id LIMIT {COMPARED}
    """  # noqa: S608  # a column of ours and two numbers
    with connection.cursor() as cursor:
        cursor.execute(sql, [sorted(codes)])
        return [pk for (pk,) in cursor.fetchall()]


def _outlet_names() -> OutletNames:
    rows = [
        *((name, pk) for pk, *names in Outlet.objects.order_by("pk").values_list("pk", "name", "name_ko") for name in names),
        *OutletName.objects.order_by("pk").values_list("name", "outlet"),
    ]  # fmt: skip
    return _names_of(tuple((str(name), str(pk)) for name, pk in rows if name))


@lru_cache(maxsize=4)
def _names_of(names: tuple[tuple[str, str], ...]) -> OutletNames:
    """The patterns of the names there are now; made once for all the reports of an import."""
    return OutletNames(names)
