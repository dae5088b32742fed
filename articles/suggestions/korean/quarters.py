"""Places of sources that the gazetteer does not name, and the province each lies in: 선교구역, 은산군, 고원탄광.

A plant, a mine or a school is of the town whose name its own begins with, unless it is known to lie elsewhere.
"""

from articles.suggestions.filing.capital import CAPITAL
from provinces.gazetteer import Gazetteer
from provinces.patterns import lazy

_QUARTERS = {
    CAPITAL: (
        "중|평천|보통강|모란봉|서성|선교|동대원|대동강|사동|대성|만경대|형제산|룡성|용성|삼석|력포|역포|락랑|낙랑|순안|은정|화성"
    ),
    "north-hamgyong": "포항|수남|송평|청암|라남|나남|신암|부윤",
    "south-hamgyong": "성천강|동흥산|회상|사포|흥남|흥덕",
}
_IN = {province: lazy(rf"(?<![가-힣])(?:{names})구역") for province, names in _QUARTERS.items()}
_COUNTIES = {
    CAPITAL: "강남군",
    "south-pyongan": "은산군|청남구",
    "north-hwanghae": "상원군|승호군|중화군",
    "kaesong": "장풍군",
    "kangwon": "금강군|세포지구|세포등판",
}
# Whose own name tells of no town, or of another.
_KNOWN_PLANTS = {
    CAPITAL: "김책공업종합대학|김책공대|김일성종합대학|김일성대학|동평양화력",
    "north-hamgyong": "김책제철|성진제강|아오지탄광|고건원탄광",
    "south-hamgyong": "룡성기계|용성기계|2[.·‧]?8비날론|흥남비료|대흥청년영웅광산|룡양광산|용양광산",
    "south-pyongan": "남흥청년화학|직동청년탄광|천성청년탄광|승리자동차|청천강화력",
    "north-pyongan": "락원기계|낙원기계|북중기계|수풍발전소|룡등탄광|용등탄광",
    "nampo": "천리마제강|서해갑문",
    "north-hwanghae": "황해제철|상원[시세]멘트",
    "chagang": "압록강다이야|압록강타이어",
    "kangwon": "문평제련소|6월4일차량",
}
_NAMED = {
    province: lazy(
        "(?<![가-힣])(?:" + "|".join(names[province] for names in (_COUNTIES, _KNOWN_PLANTS) if province in names) + ")"
    )
    for province in {**_COUNTIES, **_KNOWN_PLANTS}
}
_PLANT = lazy(
    r"(?<![가-힣])[가-힣]{2,16}?(?:대학교?|(?<=[의농공상사])대|병원|학원|중학교|소학교|전문학교|탄광|광산|공장|기업소|사업소"
    r"|화력|제철소|제강소|제련소|발전소|조선소|제염소|농장|목장|호텔|백화점|상점|철도국|철도분국|기관차대|차량대|세관|비행장)(?![가-힣]{3})"
)
# 과일농장, 운전학교, 대동강공장: what begins so is no plant of that town.
_ORDINARY = frozenset(
    [
        "과일",
        "운전",
        "위원",
        "연안",
        "대관",
        "향산",
        "온천",
        "신도",
        "우시",
        "대동",
        "락원",
        "낙원",
        "화성",
        "송화",
        "대흥",
        "영광",
        "신흥",
        "신양",
        "수동",
        "동창",
        "고성",
        "천리",
        "경성",
        "두만",
        "평원",
        "판교",
        "삼장",
        "원정",
    ]
)


def province_of_quarter(words: str) -> str:
    """The province, as a slug, of the first place in these words that the gazetteer does not name; or ""."""
    if "구역" in words and (
        named := next((province for province, quarter in _IN.items() if quarter.search(words)), "")
    ):
        return named
    return next((province for province, name in _NAMED.items() if name.search(words)), "") or _of_plant(words)


def _of_plant(words: str) -> str:
    """The province of the town with whose name that of a plant begins: 고원탄광, 함흥의학대학; or ""."""
    for plant in _PLANT.finditer(words):
        name = plant.group()
        for length in (4, 3, 2):
            town = name[:length]
            found = {place.province for place in Gazetteer.from_file().resolve(town) if place.province}
            if len(found) == 1 and town not in _ORDINARY:
                return found.pop()
    return ""
