"""A list: what was asked for, and the rows it has. Its page, feeds, table and API all take their rows from here."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Self

from articles import search
from articles.facets import Filter
from articles.models.article import ArticleQuerySet
from articles.queries import browse
from articles.queries.browse import ClaimVersions
from articles.queries.names import Names, load_names, settle

ARTICLES, CLAIMS = KINDS = ("articles", "claims")


@dataclass(frozen=True)
class Listing:
    """Reports or claims that pass a filter and, where it is a search, have the words. Rows come in no order yet.

    `kind`: which of the two is listed; the other can be asked for too. `sought`: None for a list that is no search.
    """

    kind: str
    filter: Filter
    names: Names
    text: str = ""
    sought: search.Search | None = None

    @classmethod
    def of(cls, kind: str, asked: Filter) -> Self:
        """Everything of a kind that passes. Raises BadParameter."""
        names = load_names()
        return cls(kind, settle(asked, names), names)

    @classmethod
    def searched(cls, text: str, kind: str, asked: Filter) -> Self:
        """What passes and has the words; nothing when they name nothing to look for. Raises BadParameter."""
        names = load_names()
        return cls(kind, settle(asked, names), names, text, search.read_search(text))

    @property
    def is_search(self) -> bool:
        """Whether words were asked for, be it none."""
        return self.sought is not None

    @property
    def words(self) -> search.TextQuery | None:
        """The text query; None for a list that is no search, and for a search with nothing to look for."""
        return self.sought.query if self.sought else None

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
        """The parameters of a search besides its filter."""
        return (("q", self.text), ("in", "" if self.kind == ARTICLES else self.kind)) if self.is_search else ()

    def query(self, *more: tuple[str, str]) -> str:
        """Its query string, without question mark; empty values are left out."""
        return self.filter.query(*self.own, *more)

    def articles(self) -> ArticleQuerySet:
        """The reports."""
        found = browse.articles_matching(self.filter, self.names)
        if not self.is_search:
            return found
        return search.matching_articles(found, self.words, self.filter) if self.words else found.none()

    def claims(self) -> ClaimVersions:
        """The claims."""
        found = browse.claims_matching(self.filter, self.names)
        if not self.is_search:
            return found
        return search.matching_claims(found, self.words) if self.words else found.none()

    def touched(self, public_ids: Collection[str]) -> frozenset[str]:
        """Those of some reports whose changes concern the list: it has them, or one of their claims, or would have."""
        articles = self.articles().filter(public_id__in=public_ids).order_by().values_list("public_id", flat=True)
        report = "claim__article__public_id"
        claims = self.claims().filter(**{f"{report}__in": public_ids}).order_by().values_list(report, flat=True)
        return frozenset({*articles, *claims.distinct()})
