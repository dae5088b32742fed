"""Rules of this app that need a trigger: what is frozen, what belongs together, what nothing may delete."""

from articles.rules import addresses, claims, contradictions, figures, ledger, outcomes, reports, stand_ins, topics

RULES = [
    rule
    for room in (reports, claims, figures, contradictions, outcomes, ledger, addresses, topics, stand_ins)
    for rule in room.RULES
]
