"""What the readers of an import are born of: all that they read with, made once for all of them. To import it is to make it."""

import articles.incoming.readers  # noqa: F401  # with it comes everything that reads
from articles.suggestions.collector import collector_waiting
from provinces.patterns import make_all

with collector_waiting():
    make_all()
