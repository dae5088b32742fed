"""Rules of this app that need a trigger."""

from provinces.rule import Rule

RULES: list[Rule] = []
