"""Places that describe a source: where it sits, and which of them it tells of as well. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from articles.suggestions.signs import Signed
from provinces.mentions import Mention
from provinces.patterns import lazy

# What a source tells of where it is: "officials there", "local shops", "the port".
_OWN_PLACE = (
    r"(?:officials|authorities|residents|people|traders|merchants|households|families|markets?|prices|inspectors|police|soldiers|farmers"
    r"|workers|factories|locals|shops|sellers|vendors|women|men)\sthere\b|[Ll]ocal\s(?!sources?\b)[a-z]+"
    r"|[Tt]he\s(?:port|mine|city|county|town|local|provincial)\b|\bat\sthe\s(?:market|station|harbou?r|customs)\b"
)
_OWN_PLACE_AFTER = lazy(rf"[^.!?;“”\"\n]{{0,160}}?\b(?:{_OWN_PLACE})")
# Without one of these it tells of no such place; so far behind the source they stand at most.
_OWN_PLACE_SIGN = r"[tLlpmcsh](?:here|ocal|ort|ine|ity|ounty|own|rovincial|arket|tation|arbou?r|ustoms)\b"
_TELLS_OF_OWN_PLACE = lazy(_OWN_PLACE_SIGN)
_OWN_PLACE_WIDTH = 200
_OWN_PLACE_BEFORE = Signed(rf"\b(?:{_OWN_PLACE})[^.!?“”\"\n]*$", _OWN_PLACE_SIGN)
# 나선에서 게를 들여오던 업자: from there it came, wherever the trader is.
_BROUGHT_KO = lazy(r"[시군도]?에서\s(?:\S+[을를]\s)?(?:들여오|사오|사\s오|가져오|수입하|실어오|받아오|떼오)")
# 평성을 다녀온 상인, 나선시장을 드나드는 무역상: what they tell is told of there.
_VISITED_KO = lazy(
    r"[시군도]?(?:\s?(?:시장|장마당|세관|공단|특구))?(?:(?:을|를)\s(?:\S{1,6}\s)?(?:다녀온|드나드는|드나들며|둘러본|돌아본|취재한)|에\s(?:다녀온|갔다\s?온)\s)"
)

_BEFORE_SOURCE = 160


def is_told_of_too(text: str, end: int) -> bool:
    """Whether a place that describes a source is told of by it as well: goods or trains came from there, or it has been there."""
    return bool(_BROUGHT_KO.match(text, end) or _VISITED_KO.match(text, end) or text.startswith("발 ", end))


def with_own_places(
    meant: list[Mention], told: list[Mention], sources: Sequence[tuple[int, int]], text: str
) -> list[Mention]:
    """What a report tells of, with the places of sources who tell of where they are."""
    starts = [mention.start for mention in told]

    def tells_of_it(start: int, end: int) -> bool:
        before = text[max(0, start - _BEFORE_SOURCE) : start]
        has_sign = _TELLS_OF_OWN_PLACE.search(text, end, end + _OWN_PLACE_WIDTH)
        after = _OWN_PLACE_AFTER.match(text, end) if has_sign else None
        if after is None and not _OWN_PLACE_BEFORE.search(before):
            return False
        first = bisect_left(starts, start)
        return first == len(starts) or starts[first] > (after.end() if after else end)

    own = [span for span in sources if tells_of_it(*span)]
    begins = [start for start, _ in own]
    here = [m for m in meant if (index := bisect_right(begins, m.start)) and m.start < own[index - 1][1]]
    return sorted(dict.fromkeys((*told, *here)), key=lambda mention: mention.start)


def of_last_source(found: list[Mention], sources: Sequence[tuple[int, int]], before: int) -> list[Mention]:
    """The provinces, and the places in them, that describe the last source before a position of whom any is known."""
    for start, end in reversed(sources):
        here = [mention for mention in found if start <= mention.start < end] if start < before else []
        if any(mention.province for mention in here):
            return here
    return []
