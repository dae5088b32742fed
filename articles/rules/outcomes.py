"""What became of an announcement is only added to, with all that shows it."""

from provinces.rule import refusing

RULES = [
    refusing(
        name="outcome_is_only_added_to",
        table="articles_outcome",
        when="BEFORE UPDATE OR DELETE",
        sentence="what became of something is only added to",
        # Public with its claim; the reason, which is the desk's, goes when the words of its claims do.
        condition=(
            "TG_OP = 'DELETE' OR NEW.reason NOT IN (OLD.reason, '') OR"
            " to_jsonb(NEW) - '{is_public,reason}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{is_public,reason}'::text[]"
        ),
    ),
    refusing(
        name="outcome_follows_the_last",
        table="articles_outcome",
        when="BEFORE INSERT",
        sentence="an outcome has the next number and a later time, and its claim was published",
        condition=(
            "NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM articles_outcome WHERE claim_id = NEW.claim_id)"
            " OR EXISTS (SELECT 1 FROM articles_outcome WHERE claim_id = NEW.claim_id AND at > NEW.at)"
            " OR NOT EXISTS (SELECT 1 FROM articles_claim WHERE id = NEW.claim_id AND first_published_at IS NOT NULL)"
        ),
    ),
    refusing(
        name="outcome_names_all_that_show_it",
        table="articles_outcome",
        when="AFTER INSERT",
        deferred=True,
        sentence="an outcome is shown by as many claims as it says",
        condition="NEW.shown_by <> (SELECT count(*) FROM articles_evidence WHERE outcome_id = NEW.id)",
    ),
    refusing(
        name="evidence_stays",
        table="articles_evidence",
        when="BEFORE UPDATE OR DELETE",
        sentence="what shows an outcome is part of it and never changes",
        condition="TG_OP = 'DELETE' OR to_jsonb(NEW) - 'is_public' IS DISTINCT FROM to_jsonb(OLD) - 'is_public'",
    ),
    refusing(
        name="evidence_comes_with_its_outcome",
        table="articles_evidence",
        when="BEFORE INSERT",
        sentence="an outcome is shown by another claim, and by no more than it says",
        condition=(
            "EXISTS (SELECT 1 FROM articles_outcome WHERE id = NEW.outcome_id AND (claim_id = NEW.claim_id"
            " OR shown_by <= (SELECT count(*) FROM articles_evidence WHERE outcome_id = NEW.outcome_id)))"
        ),
    ),
]
