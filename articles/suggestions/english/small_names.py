"""Bodies that only small letters tell from others: "the felt company", later "the company". Pure.

A name in capitals is found again by its words; of these nothing is kept, so that they are sought when they are asked for.
"""

from articles.suggestions.english.bodies import DESCRIBED, LONGEST_BRANCH
from articles.suggestions.english.bodies_named import Bodies

# What is one of its kind: "the party" is not the county party.
_OF_ITSELF = frozenset(
    (
        "party", "government", "military", "army", "navy", "police", "customs", "cabinet", "state", "country", "city", "county", "province",
        "district", "leadership", "authorities", "authority", "regime", "parliament", "politburo", "presidium", "it", "they",
    )
)  # fmt: skip
_MOST = 6


def fullest_name(bodies: Bodies, text: str, name: str, at: int) -> str:
    """The fullest name of a body that is called so at text[at:]: "felt company" of "the company"."""
    body = bodies.fullest(name, at)
    if " " in body or not body.islower() or body in _OF_ITSELF:
        return body
    return bodies.fullest(_described_before(text, body, at) or body)


def _described_before(text: str, noun: str, at: int) -> str:
    """A body that was last called by a noun with words of its own, before `at`; or ""."""
    place = at
    for _ in range(_MOST):
        place = text.rfind(f" {noun}", 0, place)
        end = place + 1 + len(noun)
        if place < 0:
            break
        described = DESCRIBED.search(text, max(0, place - LONGEST_BRANCH), place + 1)
        if described and not text[end : end + 1].isalnum() and text[end : end + 1] != "-":
            return text[described.start() : end]
    return ""
