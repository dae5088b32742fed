"""A claim is exactly the words it points at, said by sources of its own report, and never changes once published."""

from articles.rules.ledger import STANDS_IN_THE_LEDGER
from provinces.rule import Rule, refusing, stays

# Of a published version of a claim: merges repoint the first two, the flags follow publication, what it says may go once.
_MAY_CHANGE = "actor_id,addressee_id,is_current,is_public,removed_at"
_GOES = (
    f"{_MAY_CHANGE},exact,prefix,suffix,paraphrase,reason,start,end,paragraph,utterance,attribution_id,chain_id,"
    "event_words,event_edtf,event_earliest,event_latest,due_words,due_edtf,due_earliest,due_latest,"
    "credibility,credibility_reason"
)
_WITHOUT_WORDS = "EXISTS (SELECT 1 FROM articles_claimversion WHERE id = {version} AND removed_at IS NOT NULL)"


def _changes_beside(columns: str) -> str:
    """That more changes than these columns."""
    return f"to_jsonb(NEW) - '{{{columns}}}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{{{columns}}}'::text[]"


def _filed_with_its_words(table: str, name: str, version: str) -> Rule:
    return refusing(
        name=f"{name}_goes_with_the_words",
        table=table,
        when="BEFORE INSERT OR UPDATE",
        sentence="a version of a claim whose words were removed is filed nowhere",
        condition=_WITHOUT_WORDS.format(version=f"NEW.{version}"),
    )


RULES = [
    stays(
        table="articles_claim",
        name="claim_once_published_stays",
        sentence="a published claim stays",
        condition="OLD.first_published_at IS NOT NULL",
    ),
    refusing(
        name="claim_identity_never_changes",
        table="articles_claim",
        when="BEFORE UPDATE",
        sentence="the identity of a claim never changes",
        condition=(
            "NEW.public_id <> OLD.public_id OR NEW.article_id <> OLD.article_id OR OLD.first_published_at IS NOT NULL"
            " AND NEW.first_published_at IS DISTINCT FROM OLD.first_published_at"
        ),
    ),
    refusing(
        name="claim_public_has_a_version_and_an_act",
        table="articles_claim",
        when="AFTER INSERT OR UPDATE OF is_public",
        deferred=True,
        sentence="a public claim has a current version and stands in the ledger",
        condition=(
            "EXISTS (SELECT 1 FROM articles_claim WHERE id = NEW.id AND is_public) AND NOT (EXISTS"
            " (SELECT 1 FROM articles_claimversion WHERE claim_id = NEW.id AND is_current AND is_public)"
            f" AND {STANDS_IN_THE_LEDGER})"
        ),
    ),
    refusing(
        name="claim_counts_as_the_first_of_its_statement",
        table="articles_claim",
        when="AFTER UPDATE",
        deferred=True,
        sentence="a claim counts as one that counts as itself",
        condition=(
            "NEW.statement_id IS NOT NULL AND EXISTS (SELECT 1 FROM articles_claim claim"
            " JOIN articles_claim first ON first.id = claim.statement_id"
            " WHERE claim.id = NEW.id AND first.statement_id IS DISTINCT FROM first.id)"
        ),
    ),
    refusing(
        name="claim_words_are_the_slice",
        table="articles_claimversion",
        when="BEFORE INSERT OR UPDATE",
        sentence="the words of a claim are exactly the slice they point at, in a revision of its own article",
        condition=(
            "NEW.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM articles_revision revision"
            " JOIN articles_claim claim ON claim.article_id = revision.article_id"
            " WHERE revision.id = NEW.revision_id AND claim.id = NEW.claim_id AND revision.number = NEW.revision_number"
            ' AND substr(revision.body, NEW.start + 1, NEW."end" - NEW.start) = NEW.exact)'
        ),
    ),
    refusing(
        name="claim_attribution_is_of_its_article",
        table="articles_claimversion",
        when="AFTER INSERT OR UPDATE OF attribution_id, chain_id, claim_id",
        deferred=True,
        sentence="the attribution and the chain of a claim are of its own article",
        condition=(
            "EXISTS (SELECT 1 FROM articles_claimversion WHERE id = NEW.id) AND"
            " EXISTS (SELECT 1 FROM (SELECT NEW.attribution_id AS id UNION"
            " SELECT attribution_id FROM sources_step WHERE chain_id = NEW.chain_id) used"
            " WHERE used.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM articles_reportattribution report"
            " JOIN articles_claim claim ON claim.article_id = report.article_id"
            " WHERE claim.id = NEW.claim_id AND report.attribution_id = used.id))"
        ),
    ),
    refusing(
        name="report_attribution_keeps_its_report",
        table="articles_reportattribution",
        when="BEFORE UPDATE",
        sentence="an attribution belongs to one report for ever",
        condition="(NEW.article_id, NEW.attribution_id) IS DISTINCT FROM (OLD.article_id, OLD.attribution_id)",
    ),
    stays(
        table="articles_claimversion",
        name="claim_version_once_published_stays",
        sentence="a published version of a claim stays",
        condition="OLD.published_at IS NOT NULL",
    ),
    refusing(
        name="claim_version_once_published_never_changes",
        table="articles_claimversion",
        when="BEFORE UPDATE",
        sentence="a published version of a claim never changes",
        condition=(
            f"OLD.published_at IS NOT NULL AND ({_changes_beside(_GOES)}"
            " OR OLD.removed_at IS NOT NULL AND NEW.removed_at IS DISTINCT FROM OLD.removed_at"
            f" OR {_changes_beside(_MAY_CHANGE)} AND NEW.removed_at IS NULL)"
        ),
    ),
    _filed_with_its_words("articles_claimprovince", "claim_province", "version_id"),
    _filed_with_its_words("articles_claimtopic", "claim_topic", "content_object_id"),
    refusing(
        name="claim_removed_tells_nothing",
        table="articles_claimversion",
        when="AFTER INSERT OR UPDATE",
        deferred=True,
        sentence="of a claim whose words were removed neither speakers nor filing nor figures are left",
        condition=(
            f"{_WITHOUT_WORDS.format(version='NEW.id')} AND ("
            "EXISTS (SELECT 1 FROM articles_claimprovince WHERE version_id = NEW.id) OR"
            " EXISTS (SELECT 1 FROM articles_claimtopic WHERE content_object_id = NEW.id) OR"
            " EXISTS (SELECT 1 FROM articles_figure WHERE version_id = NEW.id) OR"
            " EXISTS (SELECT 1 FROM articles_claimversion version JOIN sources_step step ON step.chain_id = version.chain_id"
            " WHERE version.id = NEW.id AND step.kind <> 'outlet'))"
        ),
    ),
    refusing(
        name="step_words_go_with_their_text",
        table="sources_step",
        when="BEFORE UPDATE OF printed",
        sentence="the words of a step go once every claim that rests on it has lost its own",
        condition=(
            "OLD.is_public AND NEW.printed <> OLD.printed AND EXISTS"
            " (SELECT 1 FROM articles_claimversion WHERE chain_id = OLD.chain_id AND removed_at IS NULL)"
        ),
    ),
    refusing(
        name="claim_link_is_to_another_claim",
        table="articles_claimlink",
        when="BEFORE INSERT OR UPDATE",
        sentence="a claim is not linked to itself",
        condition="EXISTS (SELECT 1 FROM articles_claimversion WHERE id = NEW.version_id AND claim_id = NEW.other_id)",
    ),
    refusing(
        name="claim_link_of_a_published_version_stays",
        table="articles_claimlink",
        when="BEFORE UPDATE OR DELETE",
        sentence="a link of a published version never changes",
        # The reason is the desk's, and goes with the words.
        condition=(
            "EXISTS (SELECT 1 FROM articles_claimversion WHERE id = OLD.version_id AND published_at IS NOT NULL) AND"
            " (TG_OP = 'DELETE' OR (NEW.version_id, NEW.other_id, NEW.kind, NEW.ground)"
            " IS DISTINCT FROM (OLD.version_id, OLD.other_id, OLD.kind, OLD.ground))"
        ),
    ),
]
