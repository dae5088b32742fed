"""Words for money and for measures, in both languages."""

import re

from articles.figures.values import Currency, Measure, Unit

# The won of the South is not read at all: such figures stand in a report to be understood, not to be quoted.
_SOUTHERN_BEFORE = re.compile(r"(?:한화|한국\s?돈|한국\s?원화|남한\s?돈|우리\s?돈)(?:으)?로?\s?(?:약|대략)?\s?$")
_WORDS: dict[str, tuple[tuple[Measure, str], ...]] = {
    "en": (
        (Currency.KPW, r"(?:(?:North[\s-]Korean|NK|DPRK)[\s-])?won|KPW"),
        (Currency.CNY, r"(?:Chinese[\s-])?(?:yuan|renminbi)|Chinese[\s-]won|RMB|CNY"),
        (Currency.USD, r"(?:(?:US|U\.S\.|American)[\s-])?dollars?|USD"),
        (Currency.RUB, r"(?:Russian[\s-])?rou?bles?|RUB"),
        (Unit.KILOGRAM, r"kilogrammes?|kilograms?|kilos?|kgs?|㎏"),
        (Unit.GRAM, r"grammes?|grams?|(?-i:g)"),
        (Unit.TON, r"(?:metric[\s-])?ton(?:ne)?s?|(?-i:MT|t)"),
        (Unit.MILLILITRE, r"millilit(?:re|er)s?|ml"),
        (Unit.LITRE, r"lit(?:re|er)s?|(?-i:L)|ℓ"),
        (Unit.BARREL, r"barrels?"),
        (Unit.SACK, r"sacks?|bags?"),
    ),
    "ko": (
        (Currency.KPW, r"(?:북한\s?)?원"),
        (Currency.CNY, r"(?:중국\s?)?(?:위안|위엔)화?|RMB"),
        (Currency.USD, r"(?:미국?\s?)?(?:달러|딸라)화?|USD"),
        (Currency.RUB, r"(?:러시아\s?)?루블화?"),
        (Unit.KILOGRAM, r"킬로그[램람]|킬로|kg|KG|Kg|㎏"),
        (Unit.GRAM, r"그[램람]|g"),
        (Unit.TON, r"톤|t"),
        (Unit.MILLILITRE, r"밀리리터|ml|㎖"),
        (Unit.LITRE, r"리[터타]|[lLℓ]"),
        (Unit.BARREL, r"배럴"),
        (Unit.SACK, r"포대|마대|가마니"),
    ),
}
# Yuan are called won as well where the words before say whose money it is: 중국 돈 95원, 인민폐로 95원.
_CHINESE_BEFORE = re.compile(
    r"(?:중국\s?(?:돈|화폐|인민폐|위안화)|(?P<rated>인민폐|위안화))(?:으로|로)?\s?(?:약|대략|평균|최고|최대|무려)?\s?$"
)
_CHINESE_AFTER = re.compile(r"(?i)\s(?:in|of)\s(?:Chinese\s(?:money|currency)|renminbi)\b")
# Where rates are told, "위안화 1300원" is what a yuan costs, unless it is what something costs a piece of.
_RATES_BEFORE = re.compile(r"환율[^.!?\n]*$")
_A_PIECE = re.compile(r"\s?(?:당|에|=)")
_EDGE = {"en": r"\b(?!-)", "ko": r"(?![A-Za-z])"}
_SIGNS = ((Currency.USD, re.compile(r"(?:US|U\.S\.)?\$\s?$|\bUSD\s?$")), (Currency.CNY, re.compile(r"\b(?:RMB|CNY)\s?$")),
          (Currency.KPW, re.compile(r"\bKPW\s?$")), (Currency.RUB, re.compile(r"\bRUB\s?$")))  # fmt: skip


def any_measure(language: str) -> str:
    """A pattern of every word for a measure; its one group says which (`measure_named`)."""
    words = "|".join(f"(?:{words})" for _, words in _WORDS[language])
    return rf"({words}){_EDGE[language]}"


def measure_named(word: str, language: str) -> Measure:
    """The measure that a word stands for. Raises LookupError for a word that names none."""
    for measure, words in _WORDS[language]:
        if re.fullmatch(words, word, re.IGNORECASE if language == "en" else 0):
            return measure
    raise LookupError(word)


def sign_before(text: str, start: int) -> tuple[int, Measure] | None:
    """Where a sign such as "US$" or "RMB" begins that ends at `start`, and its currency."""
    for currency, pattern in _SIGNS:
        if match := pattern.search(text, max(0, start - 6), start):
            return match.start(), currency
    return None


def chinese_before(text: str, start: int, end: int) -> int | None:
    """Where the words begin that say that won printed between `start` and `end` are yuan; None where nothing says so."""
    if _CHINESE_AFTER.match(text, end):
        return start
    match = _CHINESE_BEFORE.search(text, max(0, start - 20), start)
    if match is None:
        return None
    is_rate = match["rated"] and _RATES_BEFORE.search(text, max(0, start - 80), start)
    return None if is_rate and not _A_PIECE.match(text, end) else match.start()


def is_southern(text: str, start: int) -> bool:
    """Whether money that begins at `start` is said to be that of the South."""
    return bool(_SOUTHERN_BEFORE.search(text, max(0, start - 14), start))
