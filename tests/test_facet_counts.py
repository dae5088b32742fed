"""The number beside a value of a facet is how many there are on the page it leads to, whatever else is asked for."""

from collections.abc import Sequence
from urllib.parse import parse_qs

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles.facets import Filter
from articles.listing import ARTICLES, CLAIMS, KINDS, Listing
from articles.pages.lists import Panel, articles_page, claims_page
from articles.pages.search import search_page
from articles.search import tallies
from tests.conftest import reader_rights
from tests.planting import Planted, told

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("on_the_public_site")]

KNOWN = told("known")
BOXES = (
    "price", "쌀", "trade -rice", "rice OR coal", "k*", "speech:direct OR topic:trade", "-event:2023 market",
    "after:2023 before:2023-09", "border -province:ryanggang", "language:ko",
)  # fmt: skip


def asked_for(facet: str, values: Sequence[str]) -> st.SearchStrategy[dict[str, list[str]]]:
    """One or two values of a facet, wanted or excluded."""
    minus = st.sampled_from(["", "-"] if facet != "year" else [""])
    value = st.tuples(minus, st.sampled_from(sorted(values))).map("".join)
    return st.lists(value, min_size=1, max_size=2).map(lambda some: {facet: some})


LIMITS = st.lists(
    st.one_of(
        *(asked_for(facet, list(KNOWN[facet])) for facet in ("province", "topic", "outlet", "language", "year")),
        asked_for("institution", list(KNOWN["bodies"])),
        asked_for("speech", list(KNOWN["speech"])),
    ),
    max_size=2,
).map(lambda some: {name: values for each in some for name, values in each.items()})
# What else an address says of topics and of years.
SWITCHES: st.SearchStrategy[dict[str, list[str]]] = st.sampled_from(
    [{}, {"narrower": ["no"]}, {"within": ["yes"]}, {"narrower": ["no"], "within": ["yes"]}]
)


def offered(panels: Sequence[Panel], filter: Filter) -> dict[str, int]:
    """What each value leads to and how many it says; not of facets of which a value is asked for: there they add up."""
    unused = (panel for panel in panels if not filter.wanted(panel.name))
    return {choice.query: choice.count for panel in unused for choice in panel.choices}


def chosen_alone(panels: Sequence[Panel], filter: Filter) -> tuple[int, ...]:
    """The numbers beside values that are all that is wanted of their facet."""
    alone = {panel.name: filter.wanted(panel.name) for panel in panels if len(filter.wanted(panel.name)) == 1}
    said = {
        panel.name: [each.count for each in panel.choices if each.is_chosen and not each.label.startswith("not ")]
        for panel in panels
    }
    return tuple(count for name in alone for count in said[name])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(box=st.sampled_from(BOXES), kind=st.sampled_from(KINDS), limits=LIMITS, switches=SWITCHES)
@example(box="price", kind=ARTICLES, limits={"topic": ["-trade"]}, switches={})
@example(box="price", kind=ARTICLES, limits={}, switches={"narrower": ["no"], "within": ["yes"]})
@example(box="", kind=CLAIMS, limits={"province": ["-ryanggang", "-rason"]}, switches={})
def test_each_number_beside_a_search_is_that_of_the_search_it_leads_to(
    planted: Planted, box: str, kind: str, limits: dict[str, list[str]], switches: dict[str, list[str]]
) -> None:
    with reader_rights():
        page = search_page(Listing.asked({"q": [box], "in": [kind], **limits, **switches}))
        assert page.list is not None
        found = offered(page.list.panels, page.filter)
        alone = chosen_alone(page.list.panels, page.filter)
        assert alone in ((), (page.list.once,) * len(alone))
        led = {query: Listing.asked(parse_qs(query)).sought for query in found}
        assert {query: sought.answers(kind).once for query, sought in led.items() if sought} == found


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(KINDS),
    time=st.sampled_from([{}, {"as_of": ["2024-02-01"]}, {"published_until": ["2023-10-01"]}]),
    limits=LIMITS,
    switches=SWITCHES,
)
@example(kind=ARTICLES, time={}, limits={"topic": ["-trade"]}, switches={})
@example(
    kind=ARTICLES,
    time={},
    limits={"topic": ["trade"], "year": ["2023"]},
    switches={"narrower": ["no"], "within": ["yes"]},
)
@example(kind=CLAIMS, time={"published_until": ["2024-02-01"]}, limits={"topic": ["-trade"]}, switches={})
@example(kind=CLAIMS, time={"as_of": ["2024-02-01"]}, limits={"topic": ["-trade"]}, switches={"narrower": ["no"]})
@example(kind=ARTICLES, time={"as_of": ["2024-02-01"]}, limits={}, switches={"narrower": ["no"], "within": ["yes"]})
def test_each_number_beside_a_list_is_that_of_the_list_it_leads_to(
    planted: Planted,
    kind: str,
    time: dict[str, list[str]],
    limits: dict[str, list[str]],
    switches: dict[str, list[str]],
) -> None:
    with reader_rights():
        asked = Filter.read({**limits, **time, **switches})
        page = (articles_page if kind == ARTICLES else claims_page)(asked)
        found, alone = offered(page.panels, asked), chosen_alone(page.panels, asked)
        assert alone in ((), (page.once,) * len(alone))
        lists = {query: Listing.of(kind, Filter.read(parse_qs(query))) for query in found}
        assert {query: tallies.tally(kind, of.filter, of.names, ()).once for query, of in lists.items()} == found
