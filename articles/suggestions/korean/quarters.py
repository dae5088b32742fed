"""Quarters of Korean cities, which the gazetteer does not name, and the province each lies in: 선교구역, 수남구역."""

from articles.suggestions.filing.capital import CAPITAL
from provinces.patterns import lazy

_QUARTERS = {
    CAPITAL: (
        "중|평천|보통강|모란봉|서성|선교|동대원|대동강|사동|대성|만경대|형제산|룡성|용성|삼석|력포|역포|락랑|낙랑|순안|은정|화성"
    ),
    "north-hamgyong": "포항|수남|송평|청암|라남|나남|신암|부윤",
    "south-hamgyong": "성천강|동흥산|회상|사포|흥남|흥덕",
}
_IN = {province: lazy(rf"(?<![가-힣])(?:{names})구역") for province, names in _QUARTERS.items()}


def province_of_quarter(words: str) -> str:
    """The province, as a slug, of the first quarter of a city that these words name; or ""."""
    return next((province for province, quarter in _IN.items() if quarter.search(words)), "") if "구역" in words else ""
