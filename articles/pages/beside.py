"""A report and another that counts as one with it, side by side: mostly an original and its translation."""

from dataclasses import dataclass

from articles.beside import Row, beside
from articles.models import Article, Language, PublicText
from provinces.tongue import name_of, say


@dataclass(frozen=True)
class Side:
    """One of the two reports."""

    public_id: str
    headline: str
    language: str
    language_name: str
    outlet_name: str
    published: str
    is_sample: bool


@dataclass(frozen=True)
class BesidePage:
    """`rows`: every paragraph of either; `alone`: how many stand beside nothing; `differing`: rows with other numbers."""

    left: Side
    right: Side
    rows: tuple[Row, ...]
    alone: int
    differing: int


def beside_page(left: Article, left_text: PublicText, right: Article, right_text: PublicText) -> BesidePage:
    """Both texts may be shown."""
    rows = beside(left_text.body, left.language, right_text.body, right.language)
    return BesidePage(
        left=_side(left, left_text),
        right=_side(right, right_text),
        rows=rows,
        alone=sum(row.is_alone for row in rows),
        differing=sum(row.differs for row in rows),
    )


def _side(article: Article, text: PublicText) -> Side:
    return Side(
        public_id=article.public_id,
        headline=text.headline,
        language=article.language,
        language_name=say(Language(article.language).label),
        outlet_name=name_of(article.outlet),
        published=article.published.label(),
        is_sample=article.outlet.is_sample,
    )
