"""What is asked: for each class of query so many different words, chosen by how many reports have them.

Words are counted in the rival index of the same corpus, which has nothing in it that we made. Those asked with one seed are
not those asked with another, so what was tuned on some is measured on others.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from config.benchmark.corpus import FIRST_DAY, Corpus

# Class → the shares of all reports between which its words lie.
SHARES = {"rare": (0.0001, 0.001), "1 %": (0.008, 0.0125), "10 %": (0.08, 0.125), "40 %": (0.27, 0.53)}
CLASSES = (*SHARES, "two words", "phrase", "filtered", "prefix", "misspelt")
# How often the baseline's time each class may take, beside 6 ms for rows of the database.
ALLOWED = dict(zip(CLASSES, (3, 3, 2, 2, 3, 3, 3, 5, 5), strict=True))
ROWS_MS = 6.0
# Of the corpus's words, the commonest; there are rare ones enough among them.
COUNTED_WORDS = 40_000


@dataclass(frozen=True)
class Question:
    """Words, all of them wanted. `province`: its place in the corpus; `days`: first and last day of the report."""

    words: tuple[str, ...]
    kind: str = "words"
    province: int | None = None
    days: tuple[date, date] | None = None

    @property
    def text(self) -> str:
        """As a reader types it."""
        return {"phrase": f'"{self.words[0]}"', "prefix": f"{self.words[0]}*"}.get(self.kind, " ".join(self.words))


def questions(corpus: Corpus, counted: Mapping[str, int], count: int, seed: int) -> Mapping[str, Sequence[Question]]:
    """`counted`: how many reports have each of the first COUNTED_WORDS; `count`: questions a class."""
    chance = random.Random(f"{corpus.seed} asked {seed}")
    shares = {word: counted[word] / corpus.size for word in corpus.words[:COUNTED_WORDS]}
    pools: dict[str, list[str]] = {}
    for name, (least, most) in SHARES.items():
        pools[name] = [word for word, share in shares.items() if least <= share <= most]
        chance.shuffle(pools[name])
    found = {name: words[:count] for name, words in pools.items()}
    asked = {name: [Question((word,)) for word in words] for name, words in found.items()}
    common, middling, both = found["40 %"], found["10 %"], found["1 %"]
    asked["two words"] = [
        Question((middling[at % len(middling)], (both if at % 2 else common)[at % len(both if at % 2 else common)]))
        for at in range(count)
    ]
    asked["phrase"] = [Question((words,), "phrase") for words in chance.sample(corpus.phrases[:300], count)]
    asked["filtered"] = [_filtered(word, chance, corpus) for word in middling]
    # A word of another class may begin so too: what is asked is a beginning, not a word.
    begun = list(dict.fromkeys(word[:4] for word in pools["1 %"]))[:count]
    asked["prefix"] = [Question((beginning,), "prefix") for beginning in begun]
    long = [word for word in pools["1 %"] if len(word) > 5][:count]
    asked["misspelt"] = [Question((_misspelt(word, chance),), "misspelt") for word in long]
    return {name: asked[name] for name in CLASSES}


def _filtered(word: str, chance: random.Random, corpus: Corpus) -> Question:
    province, year = chance.randrange(len(corpus.provinces)), FIRST_DAY.year + chance.randrange(13)
    return Question((word,), "filtered", province, (date(year, 1, 1), date(year + 1, 12, 31)))


def _misspelt(word: str, chance: random.Random) -> str:
    """The word without one of its letters, not the first."""
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1 :]
