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


def refusing(
    *, name: str, table: str, when: str, sentence: str, condition: str = "true", deferred: bool = False
) -> Rule:
    """A rule that refuses a change with a sentence where `condition` holds of OLD and NEW, with the rule's name as the constraint's."""
    return Rule(
        name=name,
        table=table,
        when=when,
        deferred=deferred,
        body=f"""
    IF ({condition}) THEN
        RAISE EXCEPTION '{sentence}' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN {_goes_on(when)};""",
    )


def stays(*, name: str, table: str, sentence: str, condition: str = "true") -> Rule:
    """A row that is never deleted once `condition` holds of OLD."""
    return refusing(name=name, table=table, when="BEFORE DELETE", sentence=sentence, condition=condition)


def _goes_on(when: str) -> str:
    """What a trigger of this moment returns for all to go on."""
    if when.startswith("AFTER"):
        return "NULL"
    return "CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END" if "DELETE" in when else "NEW"
