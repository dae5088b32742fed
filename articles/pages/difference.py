"""Two published texts of one report, side by side."""

from dataclasses import dataclass
from datetime import datetime

from articles.differences import Change, Pair, differences
from articles.models import Article, PublicText
from provinces.tongue import name_of


@dataclass(frozen=True)
class Side:
    """One of the two texts."""

    number: int
    published_at: datetime
    headline: str
    caption: str


@dataclass(frozen=True)
class DifferencePage:
    """`pairs`: every paragraph of either text; `changed`: how many of them are not the same in both."""

    public_id: str
    language: str
    outlet_name: str
    old: Side
    new: Side
    pairs: tuple[Pair, ...]
    changed: int

    @property
    def has_other_caption(self) -> bool:
        """Whether the caption reads otherwise."""
        return self.old.caption != self.new.caption

    @property
    def has_other_headline(self) -> bool:
        """Whether the headline reads otherwise."""
        return self.old.headline != self.new.headline


def difference_page(article: Article, old: PublicText, new: PublicText) -> DifferencePage:
    """Neither text has been removed."""
    pairs = differences(old.body, new.body)
    return DifferencePage(
        public_id=article.public_id,
        language=article.language,
        outlet_name=name_of(article.outlet),
        old=_side(old),
        new=_side(new),
        pairs=pairs,
        changed=sum(pair.change != Change.SAME for pair in pairs),
    )


def _side(text: PublicText) -> Side:
    return Side(text.number, text.published_at, text.headline, text.caption)
