"""The outlets, and one of them with what it carried."""

from dataclasses import dataclass

from articles.facets import Filter, value_label
from articles.listing import CLAIMS
from articles.pages.lists import ListPage, articles_page
from articles.pages.other_names import Named, in_their_languages
from articles.queries import browse
from articles.queries.names import load_names
from articles.queries.times import check_time
from articles.search import tallies
from provinces.tongue import in_order, say
from sources.models import Outlet


@dataclass(frozen=True)
class OutletRow:
    """An outlet with what it carried; `once`: how many reports when copies and translations count once, as claims do."""

    outlet: Outlet
    reports: int
    once: int
    claims: int


def outlets_page(filter: Filter = browse.NOW) -> list[OutletRow]:
    """Every outlet with a public report, by name."""
    check_time(filter)
    names = load_names()
    reports, claims = tallies.by_outlet(names, filter), tallies.by_value(CLAIMS, "outlet", names, filter)
    return [
        OutletRow(outlet, *reports.get(outlet.pk, (0, 0)), claims.get(outlet.slug, 0))
        for outlet in in_order(Outlet.objects.published().order_by("name"))
    ]


@dataclass(frozen=True)
class OutletPage:
    """One outlet, what it lets us show, and what it carried. `statements`: as of a province."""

    outlet: Outlet
    other_names: tuple[Named, ...]
    languages: tuple[str, ...]
    shows: str
    claims: int
    statements: int
    list: ListPage


SHOWS = {
    "full": "The full text of its reports.",
    "claims": "Quoted words, our paraphrases and a link to the original; not the text of its reports.",
}


def outlet_page(outlet: Outlet, after: str = "", time: Filter = browse.NOW) -> OutletPage:
    """/outlets/<slug>/; `time` narrows nothing else. Raises BadParameter."""
    own = time.having("outlet", outlet.slug)
    listed, said = articles_page(own, after), tallies.claims(own, load_names(), ())
    return OutletPage(
        outlet=outlet,
        other_names=in_their_languages(outlet.other_names.published().order_by("name").values_list("name", flat=True)),
        languages=tuple(value_label("language", code, {}) for code in outlet.languages if code in ("en", "ko")),
        shows=say(SHOWS.get(outlet.show, "")),
        claims=said.total,
        statements=said.once,
        list=listed,
    )
