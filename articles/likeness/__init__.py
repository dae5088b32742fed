"""Which reports tell the same: the same words, a relay, a translation. Pure: no Django, no database, no network.

`imprints` takes of a text what can be compared and kept, `credits` finds whom it names as its source, `judging` says
what one report seems to be to another. Words that describe a report's sources are left out before anything is compared.
"""
