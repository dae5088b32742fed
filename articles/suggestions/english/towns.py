"""Towns and provinces that an English report names only to say where another place lies, or once belonged. Pure."""

from provinces.mentions import Mention
from provinces.patterns import lazy

_ACROSS_FROM = lazy(
    r"\b(?:across(?:\sthe(?:\s[A-Z]\w+)?(?:\s[Rr]iver|\sborder)?)?\sfrom|opposite|facing|bordering)\s"
    r"(?:(?:the\s)?(?:North\sKorean\s|North\sKorea[’']s\s)?(?:(?:border|port)\s)?(?:(?:city|town|port|county)\s(?:of\s)?)?)?$"
)
_SOMEBODY_IN = lazy(
    r"\b(?:sources?|traders?|residents?|citizens?|merchants?|officials?|managers?|workers?|business\w+|brokers?|drivers?|dealers?|smugglers?|m[ae]n|wom[ae]n)\s(?:based\s)?(?:in|from|of)\s"
    r"[^.;:“”\"\n]*$"
)
# "In Dandong, across the river from Sinuiju": it tells where that lies.
_TOWN_ABROAD = lazy(
    r"\b(?:Dandong|Hunchun|Tumen|Yanji|Changbai|Ji[’']?an|Helong|Longjing|Linjiang|Kuandian|Shenyang)(?:\s(?:[Cc]ity|[Cc]ounty))?,?\s(?:(?:just|directly|right|which|is|lies|sits|located)\s){0,3}$"
)
_FORMER = {"rason": "north-hamgyong", "nampo": "south-pyongan", "kaesong": "north-hwanghae"}
_AND_ITS_FORMER = lazy(r"(?:\s(?:[Ss]pecial\s)?(?:[Cc]ity|[Zz]one))?,?\s(?:in\s)?")


def lies_only_across(text: str, at: int) -> bool:
    """Whether a place at text[at] only tells where a source sits, or a town abroad lies: "in Dandong, across from Sinuiju"."""
    across = _ACROSS_FROM.search(text, max(0, at - 72), at)
    if across is None:
        return False
    before = text[max(0, across.start() - 100) : across.start()]
    return _SOMEBODY_IN.search(before) is not None or _TOWN_ABROAD.search(before) is not None


def without_former(found: list[Mention], text: str) -> list[Mention]:
    """English mentions without the province that a town of its own rank once belonged to: "Rason City, North Hamgyong"."""
    pairs = zip([None, *found[:-1]], found, strict=True) if found else ()
    return [
        mention
        for before, mention in pairs
        if before is None
        or mention.place is not None
        or _FORMER.get(before.province or "") != mention.province
        or not _AND_ITS_FORMER.fullmatch(text, before.end, mention.start)
    ]
