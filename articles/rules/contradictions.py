"""A contradiction stays as it was put down; how it stood is only added to."""

from provinces.rule import refusing

RULES = [
    refusing(
        name="contradiction_stays",
        table="articles_contradiction",
        when="BEFORE UPDATE OR DELETE",
        sentence="a contradiction stays as it was put down",
        condition="TG_OP = 'DELETE' OR (NEW.one_id, NEW.other_id) IS DISTINCT FROM (OLD.one_id, OLD.other_id)",
    ),
    refusing(
        name="settlement_is_only_added_to",
        table="articles_statedsettlement",
        when="BEFORE UPDATE OR DELETE",
        sentence="how a contradiction stood is only added to",
        # Public with its contradiction; nothing else of it changes.
        condition="TG_OP = 'DELETE' OR to_jsonb(NEW) - 'is_public' IS DISTINCT FROM to_jsonb(OLD) - 'is_public'",
    ),
    refusing(
        name="settlement_follows_the_last",
        table="articles_statedsettlement",
        when="BEFORE INSERT",
        sentence="how a contradiction stands has the next number and a later time",
        condition=(
            "NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM articles_statedsettlement"
            " WHERE contradiction_id = NEW.contradiction_id) OR EXISTS (SELECT 1 FROM articles_statedsettlement"
            " WHERE contradiction_id = NEW.contradiction_id AND at > NEW.at)"
        ),
    ),
]
