"""How a text is cut into the words that are looked up. Pure: no Django, no database; tantivy does the cutting.

A text is first rewritten, then cut at whatever is no letter or digit. Latin words lose accents, apostrophes and endings.
A written word in Hangul, to which particles stick, becomes its beginning, its pairs of syllables, and itself with and
without particles: 량강도에서 → ᄒ량 량강 강도 도에 에서 ᆫ량강도에서 ᆫ량강도. So any part of a word is found as a
phrase of pairs, the beginning of one too, and a whole word as one term. Chinese characters become pairs alone.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

import tantivy

from articles.remembered import within_an_edition

# No text is written with these letters alone: they mark a word's beginning, and a whole word.
BEGINS, WHOLE = "\u1112", "\u11ab"
LONGEST_BYTES = 120
# Beginnings of so many letters are looked up as one term; of longer ones few enough words begin so to look for each.
BEGINNINGS = (1, 2)

APOSTROPHES = "'’‘ʼ`´"
HANGUL_RUN = re.compile("[가-힣]+")
HAN_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
# An apostrophe after a letter; it stands first, because few letters are one and they are found fast.
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}](?<=\w.)s\b", re.IGNORECASE)
_INNER = re.compile(rf"[{APOSTROPHES}](?<=\w.)(?=\w)")
_TYPOGRAPHY = dict.fromkeys("‐‑", "-") | dict.fromkeys(APOSTROPHES, "'")
# "20×10" is typed with an x.
_MARKERS = {BEGINS: "", WHOLE: "", "×": "x"}
_ONE_PARTICLE = (
    "으로부터|로부터|에서부터|에서는|에서도|에서의|에게서|이라는|이라고|까지는|까지도|에서|에게|에는|에도|에만|에선|에의|으로|로는|로의|로도|과의|와의|까지|부터|보다|처럼|이나|이며"
    "|이고|이라|라는|라고|마다|조차|뿐|한테|은|는|이|가|을|를|의|에|엔|로|과|와|도|만|나|며|고|란|들"
)
_PARTICLES = (
    re.compile(f"(?<=[가-힣])(?:{_ONE_PARTICLE})$"),
    re.compile(f"(?<=[가-힣])(?:{_ONE_PARTICLE})(?:{_ONE_PARTICLE})$"),
)
# What makes a verb of a noun (밀수하다, 단속되는); what ends in 한 or 할 is too often another word.
VERBAL = "하는|하다|하고|하며|하여|하지|하게|한다|했다|했던|해서|되는|되다|되고|되며|되어|되지|된다|됐다|됐던"
# Particles that no noun ends in by itself; others (가, 이, 도, 로) are too often part of a word that somebody types.
_TYPED_PARTICLE = re.compile(f"(?<=[가-힣]{{2}})(?:{VERBAL}|에서[는도의]?|에게|에[는도]?|으로|까지|을|를|은|는|의|에)$")
# What follows the stem of a verb in Hangul: as it becomes, is done or is made to, when, and how the sentence goes on.
_BECOMES = (
    "지|진|질|졌|져|짐|되|된|될|됐|돼|하|한|할|했|해|함|시키|시킨|시켰|시켜|당하|당한|당했|당해|받|받은"
    "|났|갔|왔|줬|들었|버렸|나는|나고|난다|드는|들고|가는|가고|오는|오고|주는|주고"
)
_WHEN = "았|었|였|겠"
_GOES_ON = (
    "습니다|습니까|니다|니까|다고|다는|다며|다면|다"
    "|는데|는지|는가|느냐|는|나요|나|냐|고|며|면서|면|은|을|던|자|지|니|어서|아서|어|아|서"
    "|게|기로|기|도록|려고|려는|려|므로|음|거나|요"
)
_VERB_ENDING = re.compile(f"(?=.)(?:{_BECOMES})?(?:{_WHEN})?(?:{_GOES_ON})?")
# Letters with a stop after each ("N.", "U.S."), or a word with its hyphens and apostrophes.
_PRINTED_WORD = r"(?:\p{L}\.)+|[\p{L}\p{N}\p{M}]+(?:['\-–·][\p{L}\p{N}\p{M}]+)*"


def rewritten(text: str) -> str:
    """The text as it is cut for searching; as long as it is in Latin letters, only apostrophes go."""
    return _rewritten(text, _hangul_of_texts)


def typed(text: str) -> str:
    """The same of what somebody typed, of which nothing is kept."""
    return _rewritten(text, hangul)


def _rewritten(text: str, hangul: Callable[[str], str]) -> str:
    if text.isascii():
        return _INNER.sub("", _POSSESSIVE.sub("", text))
    text = unicodedata.normalize("NFC", text)
    for sign, instead in _MARKERS.items():
        text = text.replace(sign, instead)
    text = _INNER.sub("", _POSSESSIVE.sub("", text))
    text = HANGUL_RUN.sub(lambda run: f" {hangul(run[0])} ", text)
    return HAN_RUN.sub(lambda run: f" {pairs(run[0])} ", text)


def as_printed(text: str) -> str:
    """The text as it is cut for exact search: Latin words whole, with hyphens, apostrophes and accents."""
    text = unicodedata.normalize("NFC", text)
    for sign, instead in _TYPOGRAPHY.items():
        text = text.replace(sign, instead)
    return HANGUL_RUN.sub(" ", _POSSESSIVE.sub("", text))


def hangul(run: str) -> str:
    """What a run of Hangul becomes."""
    wholes = " ".join(WHOLE + form for form in without_particles(run))
    return f"{begun(run)} {wholes}"


@within_an_edition.of_words
def _hangul_of_texts(run: str) -> str:
    """Of a text, which has the same again and again."""
    return hangul(run)


def begun(run: str) -> str:
    """A run of Hangul by its beginning and its pairs."""
    return f"{BEGINS}{run[0]} {pairs(run)}" if len(run) > 1 else f"{BEGINS}{run[0]}"


def pairs(run: str) -> str:
    """Every two letters that follow each other; a single one stays."""
    return " ".join(run[at : at + 2] for at in range(len(run) - 1)) or run


def without_particles(run: str) -> tuple[str, ...]:
    """A written word, and what is left of it when one particle or two are taken off."""
    return tuple(dict.fromkeys([run, *(found.sub("", run) for found in _PARTICLES)]))


def bare(word: str) -> str:
    """A word somebody typed, without what is surely a particle."""
    return _TYPED_PARTICLE.sub("", word)


def verb_stems(word: str) -> tuple[str, ...]:
    """What a form of a verb in Hangul may be the stem of with an ending, the longest first, of two syllables at least."""
    return tuple(word[:at] for at in range(len(word) - 1, 1, -1) if _VERB_ENDING.fullmatch(word[at:]))


@cache
def words() -> tantivy.TextAnalyzer:
    """Cuts a rewritten text: small letters, no accents, English words by their stem."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for each in (
        tantivy.Filter.remove_long(LONGEST_BYTES),
        tantivy.Filter.lowercase(),
        tantivy.Filter.ascii_fold(),
        tantivy.Filter.stemmer("english"),
    ):
        builder = builder.filter(each)
    return builder.build()


@cache
def printed() -> tantivy.TextAnalyzer:
    """Cuts a text for exact search: small letters, nothing else."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(_PRINTED_WORD))
    return builder.filter(tantivy.Filter.remove_long(LONGEST_BYTES)).filter(tantivy.Filter.lowercase()).build()


def beginnings(text: str) -> list[str]:
    """How the words of a text that was cut for exact search begin, each beginning once."""
    words = set(printed().analyze(text))
    return sorted({word[:size] for word in words for size in BEGINNINGS})


def stem(word: str) -> str:
    """One Latin word as it is looked up; several parts ("covid-19") joined by a space."""
    return " ".join(words().analyze(typed(word)))


@within_an_edition.of_words
def stem_on_record(word: str) -> str:
    """The same of a word of a text, or of a name, that is on record."""
    return stem(word)
