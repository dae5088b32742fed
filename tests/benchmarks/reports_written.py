"""Reports of no outlet, as many as wanted, the same for the same seed: each tells something else in 2 to 3 kB, every fourth in Korean."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

GOODS = [
    "rice",
    "corn",
    "flour",
    "sugar",
    "oil",
    "diesel",
    "fertilizer",
    "coal",
    "iron",
    "copper",
    "timber",
    "tyres",
    "cement",
    "glass",
    "medicine",
    "batteries",
    "cloth",
    "shoes",
    "squid",
    "ginseng",
    "mushrooms",
    "wigs",
    "vinyl",
    "soap",
    "salt",
    "eggs",
    "pork",
    "cotton",
    "yarn",
    "steel",
    "pipes",
    "seeds",
    "paper",
    "thread",
    "buttons",
    "lamps",
]
GOODS_KO = [
    "쌀",
    "강냉이",
    "밀가루",
    "설탕",
    "식용유",
    "디젤유",
    "비료",
    "석탄",
    "철광석",
    "구리",
    "목재",
    "타이어",
    "시멘트",
    "유리",
    "약품",
    "건전지",
    "천",
    "신발",
    "낙지",
    "송이버섯",
    "가발",
    "비닐",
    "비누",
    "소금",
    "계란",
    "돼지고기",
]
PLACES = [
    "Hyesan",
    "Ryanggang Province",
    "Sinuiju",
    "North Pyongan Province",
    "Musan",
    "North Hamgyong Province",
    "Hoeryong",
    "Chongjin",
    "Manpo",
    "Jagang Province",
    "Nampo",
    "Pyongsong",
    "South Pyongan Province",
    "Hamhung",
    "South Hamgyong Province",
    "Wonsan",
    "Kangwon Province",
    "Rason",
    "Sariwon",
    "Haeju",
    "South Hwanghae Province",
    "Kanggye",
    "Samjiyon",
    "Kimchaek",
    "Pyongyang",
    "Kaesong",
]
PLACES_KO = [
    "혜산시",
    "양강도",
    "신의주시",
    "평안북도",
    "무산군",
    "함경북도",
    "회령시",
    "청진시",
    "만포시",
    "자강도",
    "남포시",
    "평성시",
    "평안남도",
    "함흥시",
    "함경남도",
    "원산시",
    "강원도",
    "라선시",
    "사리원시",
    "해주시",
    "황해남도",
    "강계시",
]
BODIES = [
    "the provincial party committee",
    "the city people’s committee",
    "a trade bureau",
    "the customs office",
    "the border guard",
    "the state security department",
    "the cabinet",
    "the central bank",
    "a trading company",
    "the market management office",
]
BODIES_KO = [
    "도당위원회",
    "시인민위원회",
    "무역관리국",
    "세관",
    "국경경비대",
    "보위부",
    "내각",
    "중앙은행",
    "무역회사",
    "시장관리소",
]
PEOPLE = [
    "traders",
    "drivers",
    "brokers",
    "officials",
    "farmers",
    "porters",
    "guards",
    "buyers",
    "families",
    "workers",
    "captains",
    "clerks",
]
PEOPLE_KO = [
    "상인들",
    "운전수들",
    "거간꾼들",
    "간부들",
    "농민들",
    "짐꾼들",
    "경비대원들",
    "주민들",
    "노동자들",
    "선원들",
]
DID = [
    "moved",
    "sold",
    "hid",
    "counted",
    "weighed",
    "ordered",
    "refused",
    "exchanged",
    "unloaded",
    "returned",
    "stored",
    "borrowed",
    "priced",
    "inspected",
    "carried",
]
DID_KO = [
    "옮겼다",
    "팔았다",
    "숨겼다",
    "세었다",
    "주문했다",
    "거절했다",
    "바꾸었다",
    "부렸다",
    "보관했다",
    "빌렸다",
    "검열했다",
    "날랐다",
]
WHEN = [
    "On Monday",
    "Last week",
    "In early {month}",
    "Since the {day}th",
    "On {month} {day}",
    "At the end of {month}",
    "Two days later",
    "Before dawn",
]
WHEN_KO = [
    "지난 {month}월 초",
    "{month}월 {day}일",
    "지난주",
    "이달 {day}일",
    "지난 {day}일",
    "{month}월 말",
    "이틀 뒤",
]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SAID = ["said", "explained", "added", "told", "us", "complained", "reported", "noted", "recalled"]
HINGES = ["because", "although", "while", "after", "before", "whenever", "unless", "since"]
HINGES_KO = ["그러나", "그래서", "한편", "또한", "결국", "다만", "특히", "실제로"]
# Of these the words are made that fill a language without meaning anything.
ONSETS = [
    "b",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "z",
    "br",
    "ch",
    "gr",
    "kl",
    "pr",
    "sh",
    "st",
    "tr",
    "th",
]
VOWELS, ENDS = ["a", "e", "i", "o", "u", "ai", "ou"], ["k", "n", "m", "t", "p", "rd", "nk", "lt", "mp", "b", "g"]
SYLLABLES = [
    "가",
    "나",
    "다",
    "라",
    "마",
    "바",
    "사",
    "아",
    "자",
    "차",
    "카",
    "타",
    "파",
    "하",
    "거",
    "너",
    "더",
    "러",
    "머",
    "버",
    "서",
    "어",
    "저",
    "고",
    "노",
    "도",
    "로",
    "모",
    "보",
    "소",
    "오",
    "조",
    "구",
    "누",
    "두",
    "루",
    "무",
    "부",
    "수",
    "우",
    "주",
    "기",
    "니",
    "디",
    "리",
    "미",
]
VOCABULARY = 20_000


def write(path: Path, count: int, *, seed: int = 7) -> None:
    """Write them as lines of JSON."""
    with path.open("w", encoding="utf-8") as file:
        for report in reports(count, seed=seed):
            file.write(json.dumps(report, ensure_ascii=False) + "\n")


def reports(count: int, *, seed: int = 7) -> Iterator[dict[str, str]]:
    """Objects with the fields that an import reads."""
    random = Random(seed)
    english, korean = _Writer(random), _KoreanWriter(random)
    for number in range(count):
        day = date(2010, 1, 1) + timedelta(days=random.randrange(5_000))
        writer = korean if number % 4 == 3 else english
        writer.turn_to(random.randint(1, 3))
        yield {
            "headline": writer.headline(),
            "body": writer.body(),
            "byline": writer.name(),
            "language": "ko" if writer is korean else "en",
            "published": day.isoformat(),
            "url": f"https://courier.example/{seed}/{day:%Y/%m}/{number}",
        }


class _Writer:
    """Writes English sentences out of parts, none of which says much."""

    size, spread = 1_900, 800
    places = PLACES

    def __init__(self, random: Random) -> None:
        self.random, self.here = random, self.places[:1]
        self.words = [self.word() for _ in range(VOCABULARY)]
        # A few words are frequent, most are rare, as in any language.
        self.sums = list(accumulate(1 / (rank + 30) for rank in range(VOCABULARY)))

    def turn_to(self, places: int) -> None:
        """A report tells of a few places."""
        self.here = self.random.sample(self.places, places)

    def word(self) -> str:
        choice = self.random.choice
        return "".join(choice(ONSETS) + choice(VOWELS) for _ in range(self.random.randint(1, 3))) + choice(ENDS)

    def some(self, count: int) -> list[str]:
        return self.random.choices(self.words, cum_weights=self.sums, k=count)

    def name(self) -> str:
        return " ".join(word.capitalize() for word in self.some(2))

    def headline(self) -> str:
        pick = self.random.choice
        return f"{pick(self.here)} {pick(PEOPLE)} {pick(DID)} {' '.join(self.some(3))} {pick(GOODS)}"

    def body(self) -> str:
        paragraphs: list[str] = []
        size = self.size + self.random.randrange(self.spread)
        while sum(map(len, paragraphs)) < size:
            paragraphs.append(" ".join(self.sentence() for _ in range(self.random.randint(1, 3))))
        return "\n\n".join(paragraphs)

    def when(self, forms: list[str], months: list[str]) -> str:
        return self.random.choice(forms).format(month=self.random.choice(months), day=self.random.randint(4, 20))

    def clause(self) -> str:
        pick, amount = self.random.choice, self.random.randrange(12, 90_000)
        one, two, three, four = self.some(4)
        place = f" in {pick(self.here)}" if self.random.random() < 0.3 else ""
        size = f"{amount:,} {two}" if self.random.random() < 0.25 else two
        return f"{one} {pick(PEOPLE)}{place} {pick(DID)} {size} {pick(GOODS)} {three} the {four}"

    def sentence(self) -> str:
        pick, kind = self.random.choice, self.random.random()
        if kind < 0.2:
            return f"“The {self.clause()},” {self.source()} {pick(SAID)}."
        if kind < 0.3:
            return f"According to {self.source()}, {pick(BODIES)} {pick(DID)} the {self.clause()}."
        if kind < 0.5:
            return f"{self.when(WHEN, MONTHS)}, {pick(BODIES)} {pick(DID)} {self.clause()}."
        return f"The {self.clause()} {pick(HINGES)} {self.clause()}."

    def source(self) -> str:
        return self.random.choice(
            ("the source", "he", "another source", f"a source in {self.random.choice(self.here)}")
        )


class _KoreanWriter(_Writer):
    """The same in Korean."""

    # Each syllable takes three bytes.
    size, spread = 750, 250
    places = PLACES_KO

    def word(self) -> str:
        return "".join(self.random.choice(SYLLABLES) for _ in range(self.random.randint(2, 4)))

    def name(self) -> str:
        return "김" + self.word()[:2]

    def headline(self) -> str:
        pick = self.random.choice
        return f"{pick(self.here)} {pick(PEOPLE_KO)}, {' '.join(self.some(3))} {pick(GOODS_KO)} {pick(DID_KO)[:-1]}"

    def clause(self) -> str:
        pick, amount = self.random.choice, self.random.randrange(12, 90_000)
        one, two, three, four = self.some(4)
        place = f"{pick(self.here)}에서 " if self.random.random() < 0.3 else ""
        size = f"{amount:,}톤의 {two}" if self.random.random() < 0.25 else two
        return f"{one} {pick(PEOPLE_KO)}이 {place}{size} {pick(GOODS_KO)}을 {three} {four} {pick(DID_KO)}"

    def sentence(self) -> str:
        pick, kind = self.random.choice, self.random.random()
        months = [str(month) for month in range(1, 13)]
        if kind < 0.2:
            return f"{self.source()}은 “{self.clause()}”고 말했다."
        if kind < 0.3:
            return f"{self.source()}에 따르면 {pick(BODIES_KO)}는 {self.clause()}."
        if kind < 0.5:
            return f"{self.when(WHEN_KO, months)} {pick(BODIES_KO)}는 {self.clause()}."
        return f"{pick(HINGES_KO)} {self.clause()}. {self.clause()}."

    def source(self) -> str:
        return self.random.choice(("소식통", "그", "또 다른 소식통", f"{self.random.choice(self.here)} 소식통"))
