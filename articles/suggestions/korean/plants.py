"""In which province a plant, a mine or a school lies that the gazetteer does not name: 고원탄광, 김책제철.

It is of the town whose name its own begins with, unless it is known to lie elsewhere.
"""

from articles.suggestions.filing.capital import CAPITAL
from provinces.gazetteer import Gazetteer
from provinces.patterns import lazy

# Whose own name tells of no town, or of another.
_KNOWN_PLANTS = {
    CAPITAL: "김책공업종합대학|김책공대|김일성종합대학|김일성대학|동평양화력",
    "north-hamgyong": "김책제철|성진제강|아오지탄광",
    "south-hamgyong": "룡성기계|용성기계|2[.·‧]?8비날론|흥남비료|대흥청년영웅광산",
    "south-pyongan": "천성청년탄광|승리자동차|청천강화력",
    "north-pyongan": "락원기계|낙원기계|북중기계|룡등탄광|용등탄광",
    "nampo": "천리마제강",
    "north-hwanghae": "황해제철",
    "chagang": "압록강다이야|압록강타이어",
    "kangwon": "문평제련소|6월4일차량|세포지구|세포등판",
}
_KNOWN = {province: lazy(rf"(?<![가-힣])(?:{names})") for province, names in _KNOWN_PLANTS.items()}
_PLANT = lazy(
    r"(?<![가-힣])[가-힣]{2,16}?(?:대학교?|(?<=[의농공상사])대|병원|학원|중학교|소학교|전문학교|탄광|광산|공장|기업소|사업소"
    r"|화력|제철소|제강소|제련소|발전소|조선소|제염소|농장|목장|호텔|백화점|상점|철도국|철도분국|기관차대|차량대|세관|비행장)(?![가-힣]{3})"
)
# 과일농장, 운전학교, 대동강공장: what begins so is no plant of that town.
_ORDINARY = frozenset((
    "과일", "운전", "위원", "연안", "대관", "향산", "온천", "신도", "우시", "대동", "락원", "낙원",
    "화성", "송화", "대흥", "영광", "신흥", "신양", "수동", "동창", "고성", "천리", "경성", "두만",
    "평원", "판교", "삼장", "원정", "중화", "선교", "은정", "회상", "사포", "대성", "이천", "유선",
))  # fmt: skip


def province_of_plant(words: str) -> str:
    """The province, as a slug, of the first plant, mine or school in these words; or ""."""
    return next((province for province, name in _KNOWN.items() if name.search(words)), "") or _of_town(words)


def _of_town(words: str) -> str:
    """The province of the town with whose name that of a plant begins: 고원탄광, 함흥의학대학; or ""."""
    for plant in _PLANT.finditer(words):
        name = plant.group()
        for length in (4, 3, 2):
            town = name[:length]
            found = {place.province for place in Gazetteer.from_file().resolve(town) if place.province}
            if len(found) == 1 and town not in _ORDINARY:
                return found.pop()
    return ""
