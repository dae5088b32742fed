"""A rule the database itself holds, where a constraint cannot say it: a trigger, installed after every migration."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """One trigger. `name` is the sentence it enforces; `body` is PL/pgSQL ending in RETURN.

    `when` is a moment such as "BEFORE UPDATE OR DELETE"; `deferred` rules are checked at commit and need an AFTER moment.
    """

    name: str
    table: str
    when: str
    body: str
    deferred: bool = False
