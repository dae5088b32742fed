"""The bodies whose orders an English report tells of: "an order from the Cabinet", "the Cabinet handed down an order". Pure."""

from articles.suggestions.english.bodies import BODY_PATTERN, NAMING, NOUN, OF
from articles.suggestions.signs import Signed, word_of
from provinces.patterns import lazy

_ORDER = r"(?:[Oo]rders?|[Ii]nstructions?|[Dd]irectives?|[Nn]otices?|[Dd]ecrees?|[Gg]uidelines|[Cc]irculars?)"
_GIVES = (
    r"(?:issued|handed\sdown|sent|gave|given|passed\sdown|circulated|distributed|released|put\sout|published|conveyed)"
)
# "an order from the Cabinet", "a Cabinet order", "the Cabinet handed down an order", "word came down from the Cabinet".
_FROM = rf"\b(?:{_ORDER}|word(?=\s(?:came|has\scome)\b)),?\s(?:(?!to\b)[\w’'-]+\s){{0,4}}?(?:from|by|through|of|in\sthe\sname\sof)\s"
# "The source said that the ministry …", "a Cabinet order": no word of the body's name.
_LOOSE = lazy(r"^(?:that|an?)\s")
# "An order to stop fishing came down from the Cabinet"
_CAME_FROM = rf"\b{_ORDER}\s[^.;“”\"▪]{{0,80}}?\b(?:came|come|coming|arrived)\s(?:down\s)?from\s"
# "Orders to stop fishing were issued by the Cabinet"
_GIVEN_BY = (
    rf"\b{_ORDER}\s[^.;“”\"▪]{{0,80}}?\b(?:was|were|been|is|are)\s(?:\w+ly\s)?"
    rf"(?:{_GIVES}|sent\sdown|delivered|relayed)\s(?:[\w’'-]+\s){{0,5}}?by\s"
)
_OWN = rf"\]?\s(?:\w+\s)?(?P<verb>{_ORDER})\b"
_GIVEN_ORDER = rf"(?P<verb>{_GIVES})\s(?:[\w’'-]+\s){{0,5}}?{_ORDER}\b"
_GIVEN = (
    rf"\]?(?:\s[a-z]+ing\s(?:[\w’'-]+\s){{0,4}}?[\w’'-]+)?\s"
    rf"(?:(?:has|had|have|also|recently|even)\s)*{_GIVEN_ORDER}"
)
_GIVING_ORDER = (
    r"(?P<verb>issuing|handing\sdown|sending(?:\sout|\sdown)?|giving|circulating|distributing)"
    rf"\s(?:[\w’'-]+\s){{0,4}}?{_ORDER}\b"
)
# "the authorities took steps, such as issuing instructions"
_GIVING = (
    r"\b[^.;“”\"▪]{1,90}?\b(?:such\sas|by|including|and|is|are|been|kept|began|started)\s"
    rf"{_GIVING_ORDER}"
)
_ORDERS = (
    Signed(rf"{_FROM}(?P<body>{BODY_PATTERN})", _FROM),
    Signed(rf"{_GIVEN_BY}(?P<body>{BODY_PATTERN})", _GIVEN_BY),
    Signed(rf"{_CAME_FROM}(?P<body>{BODY_PATTERN})", _CAME_FROM),
    # "the Central Committee’s instructions"
    Signed(
        rf"(?P<body>(?:[Tt]he\s)?(?:{NAMING}\s){{0,6}}{NOUN})[’']s?{_OWN}", rf"[’']s?{_OWN}", rf"{NOUN}[’']s?{_OWN}"
    ),
    *(
        Signed(rf"(?P<body>{BODY_PATTERN}){rest}", sign, rf"{NOUN}\b(?![’']s){OF}{rest}")
        for rest, sign in ((_OWN, rf"\s{_ORDER}\b"), (_GIVEN, _GIVEN_ORDER), (_GIVING, _GIVING_ORDER))
    ),
)
_NOT_ANY = ("no ", "any ", "without ", "awaiting ", "for ")
# Without one of these words no order is told of.
ORDER_SIGN = word_of(_ORDER, "word")


def ordering_body(words: str) -> tuple[str, str] | None:
    """The body whose order somebody tells of, as printed, and its verb or ""; None if no order is told of."""
    match = next((match for pattern in _ORDERS if (match := pattern.search(words))), None)
    if match is None or words.endswith(_NOT_ANY, 0, match.start()):
        return None
    verb = match.groupdict().get("verb") or ""
    return _LOOSE.sub("", match["body"].strip()), verb
