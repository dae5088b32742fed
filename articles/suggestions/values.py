"""What is suggested for a report. Positions are code points of the body, end exclusive; every `text` is its slice."""

from enum import StrEnum
from typing import NamedTuple

from articles.dates import PartialDate


class Speech(StrEnum):
    """How words come to us, as in a chain of speakers."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    SUMMARY = "summary"
    OWN = "own"


class Basis(StrEnum):
    """Where the report names the speaker, as in a chain of speakers."""

    PRINTED = "printed"
    CARRIED = "carried"
    BRACKET = "bracket"


class Kind(StrEnum):
    """What a speaker is."""

    OUTLET = "outlet"
    UNNAMED = "unnamed"
    NAMED = "named"
    INSTITUTION = "institution"


class Danger(StrEnum):
    """Why an editor should look twice at a claim before it is published."""

    BRACKET = "bracket"
    HEDGE = "hedge"
    RANK = "rank"
    HEADCOUNT = "headcount"
    ROOM = "room"
    CLOCK = "clock"
    PRONOUN = "pronoun"


class Passage(NamedTuple):
    """Some words of the body."""

    start: int
    end: int
    text: str


class SuggestedSource(NamedTuple):
    """One unnamed source as the report words it. `province`: a slug, or "" when the report says none.

    `told`, `contact`, `condition`: the report's words, or "". A contact date is words and stays words.
    """

    number: int
    descriptor: str
    role: str
    province: str
    told: str
    contact: str
    condition: str


class SuggestedStep(NamedTuple):
    """One link of a chain, from the outlet down. `source`: the number of the source, for an unnamed speaker.

    `printed`: the speaker as printed at the cue; `body`: an institution's fullest name in the report.
    """

    kind: Kind
    printed: str
    verb: str
    speech: Speech
    basis: Basis
    source: int | None = None
    body: str = ""


class SuggestedDate(NamedTuple):
    """A date as printed, and as read against the day of publication. `kind`: "event", "due" or "contact".

    A contact date is never resolved: its `date` has words alone.
    """

    passage: Passage
    date: PartialDate
    kind: str


class SuggestedWarning(NamedTuple):
    """Words of a claim that may expose a person, or that are not the speaker's own."""

    danger: Danger
    passage: Passage


class SuggestedClaim(NamedTuple):
    """One statement, ready to be looked at.

    `passage`: a direct claim's words inside the marks, an indirect one's whole sentence. `speaker`: who utters it, as
    printed at the cue, or "". `actor`, `addressee`: bodies as printed, or "". `utterance`: the same number for the parts
    of one utterance, or None. `provinces`, `places`, `topics`: slugs. `certainty`: 0 to 1, how sure the reader is.
    """

    passage: Passage
    paragraph: int
    speech: Speech
    speaker: str
    anonymous: bool
    cue: str
    steps: tuple[SuggestedStep, ...]
    actor: str
    addressee: str
    utterance: int | None
    provinces: tuple[str, ...]
    places: tuple[str, ...]
    topics: tuple[str, ...]
    event: SuggestedDate | None
    due: SuggestedDate | None
    dates: tuple[SuggestedDate, ...]
    warnings: tuple[SuggestedWarning, ...]
    certainty: float


class Suggestions(NamedTuple):
    """Everything suggested for one report, claims in the order of the text.

    `institutions`: bodies as printed, once each. `provinces`, `places`, `topics`: slugs, of the report as a whole.
    """

    claims: tuple[SuggestedClaim, ...]
    sources: tuple[SuggestedSource, ...]
    institutions: tuple[str, ...]
    provinces: tuple[str, ...]
    places: tuple[str, ...]
    topics: tuple[str, ...]
    dates: tuple[SuggestedDate, ...]
