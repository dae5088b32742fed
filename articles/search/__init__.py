"""Search: the text of the box → a query → its spellings → what the index answers.

`query` reads the text, `variants` puts the other spellings in, `asking` makes it a query of the index, `index` keeps the
words of the public record, `answers` counts and orders, `repeated` says what is counted too often, `marks` what was found.
`sought` holds one search together.
"""

from articles.search.query import LONGEST_QUERY
from articles.search.sought import Sought
from articles.search.variants import Mode

__all__ = ["LONGEST_QUERY", "Mode", "Sought"]
