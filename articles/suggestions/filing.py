"""Where and about what: provinces, places and topics that a text names."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

from provinces.gazetteer import Gazetteer
from provinces.mentions import Mention
from sources.descriptors import source_mentions

TOPICS = Path(__file__).resolve().parent.parent / "data" / "topics.json"
MOST_TOPICS = 5


def events(text: str, language: str) -> list[Mention]:
    """The places a text names, but those that only say where a source sits."""
    sources = source_mentions(text)
    return [
        mention
        for mention in Gazetteer.from_file().find(text, language)
        if not mention.ambiguous and not any(start <= mention.start < end for start, end in sources)
    ]


def provinces(text: str, language: str) -> tuple[str, ...]:
    """Slugs, in the order they are named."""
    return tuple(dict.fromkeys(mention.province for mention in events(text, language) if mention.province))


def places(text: str, language: str) -> tuple[str, ...]:
    """Slugs of places below province level, in the order they are named."""
    return tuple(dict.fromkeys(mention.place for mention in events(text, language) if mention.place))


def topics(text: str, language: str) -> tuple[str, ...]:
    """Slugs of the topics whose names stand in the text most often, five at the most."""
    pattern, slugs = _names("ko" if language == "ko" else "en")
    counts = Counter(slugs[" ".join(match.group().casefold().split())] for match in pattern.finditer(text))
    return tuple(slug for slug, _ in counts.most_common(MOST_TOPICS))


@cache
def _names(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Every name of every topic in one pattern, the longest first."""
    rows = json.loads(TOPICS.read_text(encoding="utf-8"))["topics"]
    slugs: dict[str, str] = {}
    for row in rows:
        for name in [row["label_ko"] if language == "ko" else row["label_en"], *row["other_names"].get(language, ())]:
            if len(name) > 1:
                slugs.setdefault(name.casefold(), row["slug"])
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(slugs, key=len, reverse=True))
    edges = ("(?<![가-힣])", "") if language == "ko" else (r"\b", r"\b")
    return re.compile(f"{edges[0]}(?:{names}){edges[1]}", re.IGNORECASE), slugs
