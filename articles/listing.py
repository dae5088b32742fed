"""A list: what was asked for, and the rows it has. Its page, feeds, table and API all take their rows from here."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Self

from articles.facets import Filter
from articles.models import Article
from articles.models.article import ArticleQuerySet
from articles.parameters import choice, one
from articles.queries import browse, recent, whole
from articles.queries.among import pieces
from articles.queries.browse import ClaimVersions
from articles.queries.names import Names, load_names, settle
from articles.search import Mode, Sought, listed, listed_then
from articles.search.answers import SORTS
from articles.search.then import Then
from provinces.tongue import say

ARTICLES, CLAIMS = KINDS = ("articles", "claims")
# Rows of a list that are looked through at once for words that many of them have.
PIECE = 2_000
MODES = tuple(mode.value for mode in Mode)


@dataclass(frozen=True)
class Listing:
    """Reports or claims that pass a filter and, where it is a search, have the words. Rows come in no order yet.

    `kind`: which of the two is listed; the other can be asked for too. `sought`: None for a list that is no search.
    """

    kind: str
    filter: Filter
    names: Names
    text: str = ""
    sought: Sought | None = None

    @classmethod
    def of(cls, kind: str, asked: Filter) -> Self:
        """Everything of a kind that passes. Raises BadParameter."""
        names = load_names()
        return cls(kind, settle(asked, names), names)

    @classmethod
    def searched(cls, text: str, kind: str, asked: Filter, mode: Mode = Mode.VARIANTS, sort: str = "relevance") -> Self:
        """What passes and has the words; nothing when they name nothing to look for.

        Fields of the text that are facets are in the filter afterwards. Raises BadParameter, and NotCurrent.
        """
        names = load_names()
        sought = Sought.read(text, asked, names, mode, sort)
        return cls(kind, sought.filter, names, sought.text, sought)

    @classmethod
    def asked(cls, found: Mapping[str, list[str]]) -> Self:
        """The search that the parameters of an address ask for. Raises BadParameter, and NotCurrent."""
        mode, sort = choice(found, "mode", MODES), choice(found, "sort", SORTS)
        return cls.searched(one(found, "q"), choice(found, "in", KINDS), Filter.read(found), Mode(mode), sort)

    @property
    def is_search(self) -> bool:
        """Whether words were asked for, be it none."""
        return self.sought is not None

    @property
    def address(self) -> str:
        """The name of its page's address; that of its feeds and tables begins with it."""
        return "search" if self.is_search else self.kind

    @property
    def label(self) -> str:
        """What it is narrowed to, in words, or ""."""
        return self.filter.label(self.names.labels)

    @property
    def title(self) -> str:
        """In words: "Reports about Ryanggang", "Search for soap"."""
        begins = say({ARTICLES: "Reports", CLAIMS: "Claims"}[self.kind])
        return " ".join((say("Search for {text}", text=self.text) if self.is_search else begins, self.label)).strip()

    @property
    def own(self) -> tuple[tuple[str, str], ...]:
        """The parameters of a search besides its filter; those that are as usual are empty."""
        if self.sought is None:
            return ()
        mode = "" if self.sought.mode == Mode.VARIANTS else self.sought.mode.value
        sort = "" if self.sought.sort == "relevance" else self.sought.sort
        return (("q", self.text), ("in", "" if self.kind == ARTICLES else self.kind), ("mode", mode), ("sort", sort))

    def query(self, *more: tuple[str, str]) -> str:
        """Its query string, without question mark; empty values are left out."""
        return self.filter.query(*self.own, *more)

    def page(self, after: str = "", size: int = browse.PAGE) -> tuple[list[Any], str]:
        """The next rows, newest report first, with all that a list shows, and the cursor that follows, or "".

        Each page is asked for anew: nothing is lost or comes twice where pages meet, whatever is published or withdrawn
        in between. Raises BadParameter, and NotCurrent.
        """
        if self.sought is None:
            return self._page(after, size) if self.filter.is_of_another_time else self._listed(after, size)
        if not self.sought.is_asking:
            return [], ""
        if not self.filter.is_of_another_time:
            return self.called(self.sought.now().answers(self.kind).page("newest", after, size))
        if self.sought.is_had_by_many:
            return self._walk(self.sought.now(), after, size)
        return self._page(after, size)

    def changed(self, after: str = "") -> tuple[list[Any], str]:
        """The same for a feed: what changed last first; of another time, of a search the newest report first."""
        if self.sought is None:
            return self._changed(after)
        if self.filter.is_of_another_time or not self.sought.is_asking:
            return self.page(after, recent.NEWEST)
        return self.called(self.sought.answers(self.kind).changed(after, recent.NEWEST))

    def _changed(self, after: str) -> tuple[list[Any], str]:
        """The same of a list without words."""
        is_articles = self.kind == ARTICLES
        if self.filter.is_of_another_time:
            if then := Then.of(self.kind, self.filter, self.names):
                return listed_then.changed(then, after)
            feed: Any = recent.changed_articles if is_articles else recent.changed_claims
            rows, cursor = feed(self._found(), after, self.filter)
        else:
            now: Any = listed.changed_reports if is_articles else listed.changed_claims
            rows, cursor = now(self.filter, self.names, after)
        return rows, cursor

    def _listed(self, after: str, size: int) -> tuple[list[Any], str]:
        """A page of a list as things stand now; which rows, the index knows."""
        page: Any = listed.whole_reports if self.kind == ARTICLES else listed.whole_claims
        rows, cursor = page(self.filter, self.names, after, size)
        return rows, cursor

    def _found(self) -> Any:
        return self.articles() if self.kind == ARTICLES else self.claims()

    def _page(self, after: str, size: int) -> tuple[list[Any], str]:
        if self.sought is None and (then := Then.of(self.kind, self.filter, self.names)):
            return listed_then.page(then, after, size)
        page: Any = browse.article_page if self.kind == ARTICLES else browse.claim_page
        rows, cursor = page(self._found(), after, self.filter, size)
        return rows, cursor

    def called(self, found: tuple[list[int], str]) -> tuple[list[Any], str]:
        """Rows by their numbers, with all that is told of them, and the cursor that came with these."""
        called: Any = whole.articles_called if self.kind == ARTICLES else whole.claims_called
        return called(found[0], self.filter), found[1]

    def _walk(self, sought: Sought, after: str, size: int) -> tuple[list[Any], str]:
        """A page of a search of another time: through the list whatever its words, asking of each piece what has them."""
        is_articles, filter, names = self.kind == ARTICLES, self.filter, self.names
        keys: Any = browse.article_keys if is_articles else browse.claim_keys
        had: Any = sought.articles if is_articles else sought.claims
        everything: Any = (browse.articles_matching if is_articles else browse.claims_matching)(filter, names)
        found: list[Any] = []
        while len(found) <= size:
            piece = keys(everything, after, filter, PIECE)
            reports = [row.pk if is_articles else row.claim.article_id for row in piece]
            with_words = set(had(everything, reports).values_list("pk", flat=True)) if piece else set()
            found += [row for row in piece if row.pk in with_words]
            if len(piece) < PIECE:
                break
            after = self._cursor(piece[-1])
        cursor = self._cursor(found[size - 1]) if len(found) > size else ""
        return self.called(([row.pk for row in found[:size]], cursor))

    def _cursor(self, row: Any) -> str:
        return browse.article_cursor(row) if self.kind == ARTICLES else browse.claim_cursor(row)

    def articles(self, among: Collection[int] | None = None) -> ArticleQuerySet:
        """The reports, or those of them that have one of these row numbers."""
        found = browse.articles_matching(self.filter, self.names)
        found = found if among is None else found.filter(pk__in=among)
        return self.sought.articles(found, among) if self.sought else found

    def claims(self, among: Collection[int] | None = None) -> ClaimVersions:
        """The claims, or those of them in reports of these row numbers."""
        found = browse.claims_matching(self.filter, self.names)
        found = found if among is None else found.filter(claim__article__in=among)
        return self.sought.claims(found, among) if self.sought else found

    def touched(self, public_ids: Collection[str]) -> frozenset[str]:
        """Those of some reports whose changes concern the list: it has them, or one of their claims, or would have."""
        asked = list(Article.objects.published().filter(public_id__in=public_ids).values_list("pk", flat=True))
        found = set[str]()
        for some in pieces(sorted(asked)):
            found.update(self.articles(some).order_by().values_list("public_id", flat=True))
            found.update(self.claims(some).order_by().values_list("claim__article__public_id", flat=True).distinct())
        return frozenset(found)
