"""Reports that tell the same as a given one: looked up by their imprints, then compared one by one. For the desk alone."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery

from articles.dates import PartialDate
from articles.likeness.credits import OutletNames, making_of
from articles.likeness.imprints import Imprint, imprint_of
from articles.likeness.judging import Compared, Glance, Judgement, judge
from articles.models import Article, OriginKind, Revision, ToldApart
from articles.queries.imprints import Asked, CommonCodes, Kept, candidates_of_each, kept_imprints, whose
from articles.queries.origins import spellings
from sources.models import Outlet, OutletName


@dataclass(frozen=True)
class Told:
    """A report that is not in yet, or is: its words, and what is known of it; its imprint, where that was taken already."""

    headline: str
    body: str
    language: str
    outlet: Outlet
    published: PartialDate
    notes: str = ""
    article: Article | None = None
    imprint: Imprint | None = None

    @property
    def text(self) -> str:
        """What it is compared by."""
        return f"{self.headline}\n\n{self.body}"


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
    """The likeliest first, each origin with its copies once; nine queries, however many reports there are."""
    return kin_of_each([told], most=most)[0]


def credited_by(told: Told) -> list[Outlet]:
    """The outlets that a report credits with its story, by name; whether their report is here or not."""
    credits = _outlet_names().credited_in(f"{told.headline}\n\n{told.body}\n\n{told.notes}", own=str(told.outlet.pk))
    return list(Outlet.objects.filter(pk__in=[int(key) for key in credits.all]).order_by("name"))


def kin_of_each(tolds: Sequence[Told], *, most: int, common: CommonCodes | None = None) -> list[list[Kin]]:
    """The same for each of several that came in together, by as many queries; none is kin of one that came before it.

    `common`: what is remembered from one call to the next.
    """
    imprints = [told.imprint or imprint_of(told.text, told.language) for told in tolds]
    keys = [told.article.pk for told in tolds if told.article is not None]
    asked = [
        Asked(imprint.words, imprint.signs, told.article.pk if told.article else None)
        for told, imprint in zip(tolds, imprints, strict=True)
    ]
    candidates = candidates_of_each(asked, CommonCodes() if common is None else common)
    glances = [
        Glance(imprint, told.language, str(told.outlet.pk)) for told, imprint in zip(tolds, imprints, strict=True)
    ]
    theirs = whose({pk for near in candidates for pk in near})
    near_enough = [
        [pk for pk, runs in near.items() if pk in theirs and glance.may_share_enough(runs, *theirs[pk])]
        for glance, near in zip(glances, candidates, strict=True)
    ]
    kept = kept_imprints({pk for near in near_enough for pk in near})
    seen = [_at_a_glance(glance, near, kept) for glance, near in zip(glances, near_enough, strict=True)]
    known = _Known({pk for near in seen for pk in near}, keys)
    named = _named_by_copies(tolds)
    return [
        [*named[place], *_others(named[place], _once_each(known, known.judged(told, imprint, near)) if near else [])][
            :most
        ]
        for place, (told, imprint, near) in enumerate(zip(tolds, imprints, seen, strict=True))
    ]


def _named_by_copies(tolds: Sequence[Told]) -> list[list[Kin]]:
    """For each report a copy that was here before it and names its address as that of the first report."""
    asking = {
        place: told.article
        for place, told in enumerate(tolds)
        if told.article is not None and told.article.original_url and not told.article.origin_kind
    }
    found: list[list[Kin]] = [[] for _ in tolds]
    written = {url: place for place, article in asking.items() for url in spellings(article.original_url)}
    if not written:
        return found
    keys = [article.pk for article in asking.values()]
    apart = ToldApart.objects.filter(
        Q(article=OuterRef("pk"), other__in=keys) | Q(other=OuterRef("pk"), article__in=keys)
    )
    newest = Revision.objects.filter(article=OuterRef("pk"), removed_at=None).order_by("-number")
    rows: Any = Article.objects.filter(origin_url__in=written).select_related("outlet").order_by("pk")
    rows = rows.annotate(is_apart=Exists(apart), newest_headline=Subquery(newest.values("headline")[:1]))
    settled = {written[row.origin_url] for row in rows if row.is_apart}
    for row in rows:
        place = written[row.origin_url]
        if not found[place] and place not in settled:
            judgement = Judgement(row.origin_kind, False, 1.0, "names its address as that of the first report")
            found[place].append(Kin(row, row.newest_headline or "", None, judgement))
    return found


def _others(named: Sequence[Kin], likely: Sequence[Kin]) -> list[Kin]:
    """Those that are not copies of the same report outside, of which one is named already."""
    addresses = {kin.article.origin_url for kin in named}
    return [kin for kin in likely if not kin.article.origin_url or kin.article.origin_url not in addresses]


def _at_a_glance(glance: Glance, near: Sequence[int], kept: Mapping[int, Kept]) -> dict[int, Kept]:
    """Those of the candidates that may be judged to be kin."""
    rows = {pk: kept[pk] for pk in near if pk in kept}
    return {pk: row for pk, row in rows.items() if glance.may_be_kin(row.words, row.order, row.language, row.outlet)}


class _Known:
    """Reports that others are compared with, and what editors said of pairs."""

    def __init__(self, candidates: Collection[int], asking: Collection[int]) -> None:
        self.articles: dict[int, Article] = {}
        self.texts: dict[int, Revision] = {}
        self._apart: list[tuple[int, int | None, int, int | None]] = []
        if not candidates:
            return
        rows = Article.objects.filter(pk__in=candidates).select_related("outlet", "origin__outlet")
        self.articles = {row.pk: row for row in rows}
        families = {row.origin_id or row.pk for row in self.articles.values()}
        texts = Revision.objects.filter(article__in={*self.articles, *families}, removed_at=None)
        self.texts = {revision.article_id: revision for revision in texts.order_by("article", "number")}
        pairs = ToldApart.objects.filter(Q(article__in=asking) | Q(other__in=asking))
        self._apart = list(pairs.values_list("article", "article__origin", "other", "other__origin"))
        self._names = _outlet_names()

    def judged(self, told: Told, imprint: Imprint, near: Mapping[int, Kept]) -> list[tuple[Judgement, Article]]:
        """What each of some reports is to the one that was asked about, or that to it."""
        new = self._compared(told.text, told.notes, told.language, told.outlet, told.published, imprint)
        settled = self._settled(told.article)
        found = []
        for pk, kept in near.items():
            article = self.articles.get(pk)
            if article is None or pk not in self.texts or (article.origin_id or pk) in settled:
                continue
            text = f"{self.texts[pk].headline}\n\n{self.texts[pk].body}"
            codes = Imprint(frozenset(kept.words), frozenset(), tuple(kept.order))
            known = self._compared(text, "", article.language, article.outlet, article.published, codes)
            judgement = judge(new, known)
            if judgement is not None:
                found.append((judgement, article))
        return found

    def _compared(
        self, text: str, notes: str, language: str, outlet: Outlet, published: PartialDate, imprint: Imprint
    ) -> Compared:
        whole = f"{text}\n\n{notes}"
        return Compared(
            language=language,
            outlet=str(outlet.pk),
            earliest=published.earliest,
            latest=published.latest,
            imprint=imprint,
            credits=self._names.credited_in(whole, own=str(outlet.pk)),
            making=making_of(whole),
        )

    def _settled(self, article: Article | None) -> set[int]:
        """The origins of families of which an editor has said that they are the report's own, or that they are not."""
        if article is None:
            return set()
        apart = {
            pk
            for one, its_origin, other, other_origin in self._apart
            if article.pk in (one, other)
            for pk in (its_origin or one, other_origin or other)
        }
        return apart | {article.origin_id or article.pk}


def _once_each(known: _Known, found: Sequence[tuple[Judgement, Article]]) -> list[Kin]:
    """Each family by its origin; judged by the origin itself where that was compared."""
    families: dict[int, tuple[Judgement, Article]] = {}
    ordered = sorted(found, key=lambda pair: (-pair[0].certainty, pair[1].pk))
    for judgement, article in sorted(ordered, key=lambda pair: pair[1].origin_id is not None):
        families.setdefault(article.origin_id or article.pk, (judgement, article))
    kin = [
        Kin(
            article=article.origin or article,
            headline=known.texts[family].headline if family in known.texts else "",
            through=article if article.origin_id else None,
            judgement=judgement,
        )
        for family, (judgement, article) in families.items()
    ]
    return sorted(kin, key=lambda each: (-each.judgement.certainty, each.article.pk))


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
