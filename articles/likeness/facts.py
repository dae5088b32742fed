"""What a text says that stays the same in any language: numbers, days, places, bodies, topics and goods, in its order."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from articles.figures.amounts import amounts_in
from articles.figures.items import items, items_in
from articles.likeness.codes import Fact
from articles.suggestions.printed_dates import english, korean
from articles.suggestions.printed_dates.finding import Printed
from articles.suggestions.printed_dates.moments import Moment
from articles.suggestions.topic_names import TopicNames
from provinces.gazetteer import Gazetteer
from sources.vocabulary import Vocabulary

Said = tuple[Fact, str]

_PARAGRAPH = re.compile(r"\n\s*\n")
_YEARS = range(1900, 2101)
# Below the one, any month has such days; above the other it is no figure.
_SMALL, _ENDLESS = 32, 1e15
# Kinds of bodies that reports speak of, as both languages word them.
_BODIES: Mapping[str, tuple[str, str]] = {
    "party-committee": (r"party committees?", r"도당|시당|군당|당\s?위원회"),
    "central-committee": (r"central committee", r"당\s?중앙"),
    "state-security": (r"state security", r"보위부|보위성|보위국"),
    "social-security": (r"social security|public security|police", r"안전부|안전성|안전국|보안서|보안원|안전원"),
    "cabinet": (r"cabinet", r"내각"),
    "prosecutors": (r"prosecutors?", r"검찰"),
    "peoples-committee": (r"people[’']s committees?", r"인민위원회"),
    "border-guard": (r"border guards?|border patrol", r"국경경비대"),
    "trade-bureau": (r"trade (?:management )?bureaus?", r"무역관리국|무역국"),
    "central-bank": (r"central bank|foreign trade bank", r"중앙은행|무역은행"),
    "youth-league": (r"youth league", r"청년동맹"),
    "womens-union": (r"women[’']s union", r"여맹|녀맹"),
}

# What a form of theirs begins with; "s?" and what follows may be missing.
_LETTERS = re.compile(r"(?:[\w ](?![?*]))+")


def facts_in(text: str, language: str) -> list[list[Said]]:
    """The facts of each paragraph; within one sorted, since languages put the same words in another order."""
    starts = [0, *(match.end() for match in _PARAGRAPH.finditer(text))]
    paragraphs: list[set[Said]] = [set() for _ in starts]
    words = Vocabulary(text)
    for start, fact in _placed(text, language, words):
        paragraphs[bisect_right(starts, start) - 1].add(fact)
    for start, slug in _goods_in(text, language):
        paragraphs[bisect_right(starts, start) - 1].add((Fact.TOPIC, slug))
    topics = TopicNames.from_file().named_in(text, language, words)
    for number, (start, end) in enumerate(pairwise([*starts, len(text)])):
        paragraphs[number].update([(Fact.TOPIC, slug) for slug in topics.within(start, end)])
        # Some bodies are topics too; they count once.
        paragraphs[number].difference_update(
            [(Fact.BODY, slug) for fact, slug in paragraphs[number] if fact is Fact.TOPIC]
        )
    return [sorted(paragraph) for paragraph in paragraphs if paragraph]


def _goods_in(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Where goods are named first: a report that is about them names them all the time, which says nothing more."""
    named = set[str]()
    for start, _, slug in items_in(text, language):
        if slug in _goods() and slug not in named:
            named.add(slug)
            yield start, slug


@cache
def _goods() -> frozenset[str]:
    """The goods that no topic names: such a report's subject is narrower than its topics, and the same in any language."""
    topics = TopicNames.from_file()
    goods = (item for item in items().values() if not item.rate)
    return frozenset(item.slug for item in goods if not any(topics.found(item.english[0], "en")))


def _placed(text: str, language: str, words: Vocabulary) -> Iterator[tuple[int, Said]]:
    """Facts with where they stand."""
    dates = korean.printed_in(text) if language.startswith("ko") else english.printed_in(text, words)
    for printed in dates:
        # When a source spoke is said of the source, not of what happened.
        if not printed.is_contact:
            yield from ((printed.start, fact) for fact in _of_date(printed))
    taken = sorted((printed.start, printed.end) for printed in dates)
    for amount in amounts_in(text, language, words):
        start, end, value = amount.start, amount.end, float(amount.value)
        at = bisect_right(taken, (start, len(text))) - 1
        is_in_date = (at >= 0 and taken[at][1] > start) or (at + 1 < len(taken) and taken[at + 1][0] < end)
        is_telling = 10 <= value < _ENDLESS or (value < 10 and not value.is_integer())
        is_ordinal = text[end : end + 2] in ("st", "nd", "rd", "th")
        if not is_in_date and not is_ordinal and is_telling and value not in _YEARS:
            yield start, (Fact.SMALL_NUMBER if value < _SMALL else Fact.NUMBER, f"{value:.12g}")
    for mention in Gazetteer.from_file().find(text, language):
        if mention.place:
            yield mention.start, (Fact.PLACE, mention.place)
        elif mention.province:
            yield mention.start, (Fact.PROVINCE, mention.province)
    folded = text.lower()
    if len(folded) != len(text):  # some letter became two: places are those of the text
        folded = text
    for slug, signs, pattern in _bodies(language.startswith("ko")):
        if any(sign in folded for sign in signs):
            yield from ((match.start(), (Fact.BODY, slug)) for match in pattern.finditer(folded))


def _of_date(printed: Printed) -> Iterator[Said]:
    for moment in (printed.moment, printed.until):
        if moment is not None:
            yield from _of_moment(moment)


def _of_moment(moment: Moment) -> Iterator[Said]:
    """A day of the month says the same whether the month is named or "last month"."""
    if moment.day is not None:
        yield Fact.DAY, str(moment.day)
    if moment.month is not None:
        yield Fact.MONTH, str(moment.month)


@cache
def _bodies(is_korean: bool) -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Slug, what stands in a text (in small letters) that names such a body and is seen at once, and the pattern."""
    words = {slug: forms[is_korean] for slug, forms in _BODIES.items()}
    return tuple(
        (slug, tuple(_LETTERS.match(form)[0] for form in forms.split("|")), re.compile(forms))  # type: ignore[index]
        for slug, forms in words.items()
    )
