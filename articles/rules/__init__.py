"""Rules of this app that need a trigger: what is frozen, what belongs together, what nothing may delete."""

from articles.rules import addresses, claims, contradictions, figures, ledger, outcomes, reports, topics

RULES = [
    rule
    for room in (reports, claims, figures, contradictions, outcomes, ledger, addresses, topics)
    for rule in room.RULES
]
