"""Rules of this app that need a trigger."""

from provinces.rule import Rule, refusing, stays

_HAS_A_GAP = (
    "EXISTS (SELECT 1 FROM sources_chain WHERE id = {chain})"
    " AND (SELECT coalesce(min(position), 0) <> 1 OR max(position) <> count(*) FROM sources_step WHERE chain_id = {chain})"
)


def _without_a_gap(name: str, table: str, when: str, chain: str) -> Rule:
    return refusing(
        name=name,
        table=table,
        when=when,
        deferred=True,
        sentence="a chain has a first step and no gap",
        condition=_HAS_A_GAP.format(chain=chain),
    )


RULES = [
    _without_a_gap("chain_has_a_first_step", "sources_chain", "AFTER INSERT", "NEW.id"),
    _without_a_gap("step_leaves_a_first_step", "sources_step", "AFTER UPDATE OR DELETE", "OLD.chain_id"),
    # Merging institutions or outlets repoints a step; its words and place never change once shown, and go only for good.
    Rule(
        name="step_is_frozen_once_public",
        table="sources_step",
        when="BEFORE UPDATE OR DELETE",
        body="""
    IF TG_OP = 'DELETE' THEN
        IF OLD.is_public THEN
            RAISE EXCEPTION 'a step that was shown stays' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.is_public AND ((OLD.chain_id, OLD.position, OLD.kind, OLD.attribution_id, OLD.speech, OLD.basis)
       IS DISTINCT FROM (NEW.chain_id, NEW.position, NEW.kind, NEW.attribution_id, NEW.speech, NEW.basis)
       OR (OLD.printed, OLD.verb) IS DISTINCT FROM (NEW.printed, NEW.verb) AND (NEW.printed, NEW.verb) <> ('(removed)', ''))
    THEN
        RAISE EXCEPTION 'a step that was shown does not change' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;""",
    ),
    stays(table="sources_sealednote", name="sealed_note_stays", sentence="a sealed note is not deleted here"),
]
