"""A list: what was asked for, and the rows it has. Its page, feeds, table and API all take their rows from here."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self

from articles.facets import Filter
from articles.models.article import ArticleQuerySet
from articles.parameters import choice, one
from articles.queries import browse
from articles.queries.browse import ClaimVersions
from articles.queries.names import Names, load_names, settle
from articles.search import Mode, Sought
from articles.search.answers import SORTS

ARTICLES, CLAIMS = KINDS = ("articles", "claims")
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
        begins = {ARTICLES: "Reports", CLAIMS: "Claims"}[self.kind]
        return " ".join((f"Search for {self.text}" if self.is_search else begins, self.label)).strip()

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

    def articles(self) -> ArticleQuerySet:
        """The reports."""
        found = browse.articles_matching(self.filter, self.names)
        return self.sought.articles(found) if self.sought else found

    def claims(self) -> ClaimVersions:
        """The claims."""
        found = browse.claims_matching(self.filter, self.names)
        return self.sought.claims(found) if self.sought else found

    def touched(self, public_ids: Collection[str]) -> frozenset[str]:
        """Those of some reports whose changes concern the list: it has them, or one of their claims, or would have."""
        articles = self.articles().filter(public_id__in=public_ids).order_by().values_list("public_id", flat=True)
        report = "claim__article__public_id"
        claims = self.claims().filter(**{f"{report}__in": public_ids}).order_by().values_list(report, flat=True)
        return frozenset({*articles, *claims.distinct()})
