"""What a Korean report tells of the border with China: where it names its region, and whether it is about it. Pure."""

from collections.abc import Callable

from articles.suggestions.signs import Around
from provinces.patterns import lazy

# Within so many characters of 국경 and 접경 stand the words that make a region of it.
_BORDER_AREA_KO = Around(
    r"(?:(?:북[·‧∙-]?중|조[·‧∙-]?중|중[·‧∙-]?조|중국)\s?)?국경\s?(?:(?:모든|전|각|여러|일부)\s)?(?:지역|지대|연선|일대|도시|마을)"
    r"|(?:(?:북[·‧∙-]?중|조[·‧∙-]?중|중[·‧∙-]?조)\s?)?접경\s?(?:지역|지대|도시)"
    r"|(?:북[·‧∙-]?중|조[·‧∙-]?중|중[·‧∙-]?조)\s?(?:국경|접경)(?!\s?(?:무역|봉쇄|폐쇄)|을\s(?:\S+\s)?(?:닫|막|봉쇄|폐쇄|걸어|열|개방|오가|넘나|건너|넘))",
    "[국접]경",
    200,
)
# 단둥 등 북중 국경도시, 국경도시인 단둥: on the other bank.
_OTHER_BANK = (
    "단둥|단동|훈춘|투먼|도문|옌지|연길|옌볜|연변|지안|집안|린장|창바이|장백|허룽|화룡|룽징|용정|랴오닝성|지린성"
)
_OTHER_BANK_BEFORE = lazy(rf"(?:{_OTHER_BANK})시?(?:를|을)?\s?(?:등|비롯한)\s(?:북[·‧∙-]?중\s)?\Z")
_OTHER_BANK_AFTER = lazy(rf"(?:[^\s,.]*\s)?[^\s,.]*?(?:도시|지역|지대)(?:인|이자)\s(?:중국\s)?(?:{_OTHER_BANK})")
# 양강도와 맞닿은 중국 국경지대: named by the province that it faces.
_FACING_BEFORE = lazy(r"[가-힣][과와]\s?(?:마주\s?(?:한|보는|하고\s있는)|맞닿은|맞붙은|접한|인접한|이웃한|잇닿은)\s\Z")
_BETWEEN_STATES_KO = lazy(r"북[·‧∙-]?중|조[·‧∙-]?중|중[·‧∙-]?조|중국|접경")
# The part of the border that lies in one province: 양강도 국경 지역, 국경지역인 혜산.
_IN_A_PROVINCE_KO = lazy(r"(?:[남북강]도|[가-힣][시군구]|[두압][만록]강)의?\s$")
_NAMELY_KO = lazy(r"(?:인|이자)\s")
# 북중 접경 단둥, 북중 접경도시 중 하나: a town on the other bank.
_TOWN_ON_BORDER_KO = lazy(rf"[^\s]*\s?[국접]경(?:도시\s중|\s(?:도시\s)?(?:{_OTHER_BANK}))")
# Where a report names no province at all, the border alone is its place.
_BORDER_ALONE_KO = lazy(
    r"국경(?:에서|(?:이|은|에|으로|과)(?!\s(?:\S+\s){0,2}?(?:닫|막|열|봉쇄|폐쇄|개방))|\s?(?:단속|밀수|무역|일대|지역))"
)
_OTHERS_ON_BORDER_KO = lazy(r"(?:등|비롯한)\s?(?:북[·‧]?중\s?)?(?:국경|접경)")


def border_areas_in(text: str) -> list[int]:
    """Where a report names the region along the border, on the bank of the North."""
    areas = (match.start() for match in _BORDER_AREA_KO.finditer(text))
    return [at for at in areas if not _is_on_other_bank(text, at)]


def _is_on_other_bank(text: str, at: int) -> bool:
    """Whether a border region is China's: 훈춘 등 북중 국경도시, 국경도시인 단둥."""
    if text.startswith("중국", at) and _FACING_BEFORE.search(text, max(0, at - 12), at):
        return True
    return bool(_OTHER_BANK_BEFORE.search(text, max(0, at - 24), at) or _OTHER_BANK_AFTER.match(text, at, at + 40))


def is_about_border_ko(text: str, borders: list[int], is_source: Callable[[int], bool], *, has_province: bool) -> bool:
    """Whether a report is about the border between the two states, and not about one province's part of it.

    `borders`: where it names a region along it, `is_source`: whether a place only describes a source.
    """
    if not has_province:
        return any(not is_source(match.start()) for match in _BORDER_ALONE_KO.finditer(text)) or bool(borders)
    if any(_OTHERS_ON_BORDER_KO.search(text, max(0, border - 40), border + 40) for border in borders):
        return True
    return any(
        _BETWEEN_STATES_KO.match(text, border)
        and not _IN_A_PROVINCE_KO.search(text, max(0, border - 8), border)
        and not _NAMELY_KO.search(text, border, border + 14)
        and not _TOWN_ON_BORDER_KO.match(text, border, border + 16)
        and text[border - 1 : border] != "("  # 이쪽(북중 접경지역): an editor's gloss
        for border in borders
    )
