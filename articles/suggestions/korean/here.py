"""Words by which a Korean source speaks of where it is itself: 우리 군, 여기서는, 시당 without a name."""

from collections.abc import Iterator

from articles.suggestions.filing.capital import CAPITAL
from articles.suggestions.reading import FoundStatement, Reading
from articles.suggestions.values import Kind, Speech
from provinces.patterns import lazy

_OURS = lazy(
    r"(?<![가-힣])(?:(?:우리|저희)\s(?:[도시군구리]|동네|마을|고장|지방|지역|인민반|구역|동|농장|공장|광산|탄광|기업소|사업소|시장|장마당)"
    r"(?:에서|에선|에는|에도|에|에게|[은는이가도의을를])|(?:여기|이곳|이\s?고장|이\s?동네)(?:서|에서|에선|서는|에서는|는|도|에도)\s)"
)
# 시당, 도 무역관리국, 군 인민위원회: of the source's own, or it would be named. The capital is no province and no county.
_OF_THE_PLACE = lazy(r"(?:[도시군]|구역)(?:당(?![가-힣])|\s)")
_NOT_OF_THE_CAPITAL = ("도", "군")


def homes(reading: Reading, body: str) -> Iterator[str]:
    """The provinces of sources whose own words are about where they are, as slugs. `body`: what was read."""
    for found in reading.statements:
        source = next((each.source for each in reversed(found.speakers) if each.source is not None), None)
        province = reading.sources[source].province if source is not None else ""
        if province and found.speech is Speech.DIRECT and _is_at_home(found, body, province):
            yield province


def _is_at_home(found: FoundStatement, body: str, province: str) -> bool:
    last = found.speakers[-1]
    is_near = last.kind is Kind.INSTITUTION and _OF_THE_PLACE.match(last.printed) is not None
    is_near = is_near and not (province == CAPITAL and last.printed.startswith(_NOT_OF_THE_CAPITAL))
    return is_near or _OURS.search(body, found.start, found.end) is not None
