"""What a page offers to read beside it, each with the reason in words: the same province and topic, near in time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from articles.models import Article, ClaimVersion, Topic
from articles.pages.cards import LONGEST_WORDS, shortened, words_for_lists
from articles.queries.related import related_claims, related_reports
from provinces.models import Province
from provinces.tongue import is_korean, name_of, say, several

_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


@dataclass(frozen=True)
class Related:
    """Another report, or a claim in another report. `why`: "same province and topic, eleven days later"."""

    public_id: str
    words: str
    language: str
    outlet: str
    published: str
    why: str


def like_this(article: Article, provinces: Collection[Province], topics: Collection[Topic]) -> tuple[Related, ...]:
    """More like a report: other reports."""
    return tuple(
        Related(
            public_id=row.public_id,
            words=getattr(row, "headline", None) or row.public_id,
            language=row.language,
            outlet=name_of(row.outlet),
            published=row.published.label(),
            why=why(article, row),
        )
        for row in related_reports(article, provinces, topics)
    )


def claims_like_this(
    version: ClaimVersion, provinces: Collection[Province], topics: Collection[Topic], linked: Collection[str]
) -> tuple[Related, ...]:
    """Claims in other reports; words for sources left out, as in lists. `linked`: public ids of claims told of already."""
    found = []
    for row in related_claims(version, provinces, topics, linked):
        words, is_paraphrase = words_for_lists(row)
        report = row.claim.article
        found.append(
            Related(
                public_id=row.claim.public_id,
                words=shortened(words, LONGEST_WORDS),
                language="en" if is_paraphrase else report.language,
                outlet=name_of(report.outlet),
                published=report.published.label(),
                why=why(version.claim.article, report),
            )
        )
    return tuple(found)


def why(article: Article, other: Article) -> str:
    """Why another report stands beside this one."""
    return say("same province and topic, {when}", when=_when(article, other))


def _when(article: Article, other: Article) -> str:
    """How much later or earlier: in days and weeks between exact days, else as far as the dates can tell."""
    one, two = _days(article), _days(other)
    if one[0] <= two[1] and two[0] <= one[1]:
        return say("on the same day" if one == two and one[0] == one[1] else "at about the same time")
    is_exact = one[0] == one[1] and two[0] == two[1]
    later = two[0] > one[1]
    between = (two[0] - one[1] if later else one[0] - two[1]).days
    span = _span(between)
    if is_exact and between < _IN_WEEKS:
        return say("{span} later" if later else "{span} earlier", span=span)
    return say("about {span} later" if later else "about {span} earlier", span=span)


_IN_WEEKS, _IN_MONTHS, _IN_YEARS = 15, 60, 700


def _span(days: int) -> str:
    """ "eleven days", "three weeks", "two months"."""
    if days < _IN_WEEKS:
        return several("{count} day", "{count} days", days, count=_in_words(days))
    if days < _IN_MONTHS:
        weeks = round(days / 7)
        return several("{count} week", "{count} weeks", weeks, count=_in_words(weeks))
    if days < _IN_YEARS:
        months = round(days / 30.4)
        return several("{count} month", "{count} months", months, count=_in_words(months))
    years = round(days / 365)
    return several("{count} year", "{count} years", years, count=_in_words(years))


def _in_words(number: int) -> int | str:
    """In English small numbers are words."""
    return _NUMBERS[number - 1] if number <= len(_NUMBERS) and not is_korean() else number


def _days(article: Article) -> tuple[date, date]:
    """The first and last day of a report, as far as is known."""
    assert article.published_latest is not None, "what is public has a date"
    return article.published_earliest or article.published_latest, article.published_latest
