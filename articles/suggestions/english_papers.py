"""Which body put out a paper that an English report tells of, wherever that is printed. Pure, and linear in the text.

"The proclamation states …" speaks for the ministry that the report says, before it or behind, has issued it.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from articles.suggestions.bodies_named import BODY
from articles.suggestions.signs import one_of
from provinces.patterns import lazy

# What is handed down, and what is put together.
_ORDERS = "proclamation|decree|directive|circular|notice|order|instruction|regulation|guideline|edict"
_STUDIES = "report|study|survey|paper|analysis|assessment|probe|investigation|inquiry"
PAPER = one_of(f"{_ORDERS}|{_STUDIES}")
_PUT_OUT = (
    r"(?:issued|handed\sdown|sent\s(?:down|out)|passed\sdown|released|published|put\sout|circulated|distributed|written|drafted|drawn\sup"
    r"|prepared|compiled|produced|authored|conducted|carried\sout|signed|posted)"
)
# "The “proclamation” was handed down in May by the Salt Ministry", "a report by the Salt Fund".
_BY = lazy(
    r"s?[”\"’]?,?(?:\s(?!by\b|under\b|that\b|said\b|says\b|who\b)[\w’'-]+,?){0,7}?"
    rf"\s(?:by|(?:under|in)\sthe\snames?\sof|on\sbehalf\sof)\s(?P<body>{BODY.pattern})"
)
# "The Salt Ministry handed down a new “proclamation”".
_GAVE = lazy(
    rf"(?P<body>{BODY.pattern})[\])]?\s(?:(?:has|had|have|also|\w+ly)\s){{0,3}}{_PUT_OUT}\s(?:an?|the|its|their|two|new)\s(?:[\w’'-]+\s){{0,4}}?[“\"‘]?$"
)
_FAR, _BACK = 160, 120
# So many of its places are looked at.
_MOST = 40


def issuers(body: str, places: Iterable[int], length: int) -> Iterator[str]:
    """The bodies, as printed, that put out what stands, `length` letters long, at these places."""
    for place in islice(places, _MOST):
        line = body.rfind("\n", 0, place) + 1
        by = _BY.match(body, place + length, place + _FAR)
        gave = by or _GAVE.search(body, max(line, place - _BACK), place)
        if gave:
            yield " ".join(gave["body"].split())
