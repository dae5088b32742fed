"""Each rule that an app writes itself, on its own: the other rules of its table are put aside, so that only it can refuse.

What several rules forbid together the scenes of tests/test_rules.py show; here none can stand in for another.
"""

import pytest
from django.db import connection, transaction

from config.rules import all_rules, trigger_name
from provinces.rule import Rule
from tests.planting import Planted
from tests.rules import refused
from tests.test_rules_derived import ask, do

pytestmark = [pytest.mark.long, pytest.mark.django_db]
RULES = {rule.name: rule for rule in all_rules()}
# What is put there first, with every rule in force.
FIRST = {
    "sealed_note_stays": "INSERT INTO sources_sealednote (attribution_id, body, written_by_id, written_at)"
    " SELECT attribution.id, 'x', account.id, now() FROM sources_attribution attribution, auth_user account LIMIT 1",
}
# Rule → a statement that breaks it.
BREAKS = {
    "act_is_never_changed": "DELETE FROM articles_act",
    "address_is_never_taken_back": "DELETE FROM articles_address",
    "article_identity_never_changes": "UPDATE articles_article SET public_id = 'a0000000'"
    " WHERE id = (SELECT min(id) FROM articles_article)",
    "article_once_published_stays": "DELETE FROM articles_article WHERE first_published_at IS NOT NULL",
    "claim_counts_as_the_first_of_its_statement": "UPDATE articles_claim SET statement_id ="
    " (SELECT max(id) FROM articles_claim WHERE statement_id IS NULL) WHERE id = (SELECT min(id) FROM articles_claim)",
    "claim_identity_never_changes": "UPDATE articles_claim SET public_id = 'c0000000'"
    " WHERE id = (SELECT min(id) FROM articles_claim)",
    "claim_link_is_to_another_claim": "UPDATE articles_claimlink SET other_id ="
    " (SELECT claim_id FROM articles_claimversion version WHERE version.id = version_id)",
    "claim_link_of_a_published_version_stays": "DELETE FROM articles_claimlink",
    "claim_once_published_stays": "DELETE FROM articles_claim WHERE first_published_at IS NOT NULL",
    "claim_public_has_a_version_and_an_act": "UPDATE articles_claimversion SET is_current = false;"
    " UPDATE articles_claim SET is_public = true WHERE is_public",
    "claim_version_once_published_never_changes": "UPDATE articles_claimversion SET number = number + 100 WHERE published_at IS NOT NULL",
    "claim_version_once_published_stays": "DELETE FROM articles_claimversion WHERE published_at IS NOT NULL",
    "contradiction_stays": "DELETE FROM articles_contradiction",
    "evidence_comes_with_its_outcome": "INSERT INTO articles_evidence (outcome_id, claim_id, is_public)"
    " SELECT id, claim_id, false FROM articles_outcome LIMIT 1",
    "evidence_stays": "DELETE FROM articles_evidence",
    "figure_of_a_published_version_stays": "DELETE FROM articles_figure",
    "outcome_is_only_added_to": "DELETE FROM articles_outcome",
    "public_text_stays": "DELETE FROM articles_publictext",
    "report_attribution_keeps_its_report": "UPDATE articles_reportattribution SET article_id ="
    " (SELECT max(id) FROM articles_article article WHERE article.id <> article_id)",
    "revision_once_published_stays": "DELETE FROM articles_revision WHERE published_at IS NOT NULL",
    "sealed_note_stays": "DELETE FROM sources_sealednote",
    "settlement_is_only_added_to": "DELETE FROM articles_statedsettlement",
    "step_is_frozen_once_public": "UPDATE sources_step SET position = position + 50 WHERE is_public",
    "step_leaves_a_first_step": "DELETE FROM sources_step WHERE position = 1",
    "step_words_go_with_their_text": "UPDATE sources_step SET printed = 'others' WHERE is_public AND attribution_id IS NOT NULL",
}
_A_VERSION = "id = (SELECT min(id) FROM articles_claimversion WHERE published_at IS NOT NULL AND removed_at IS NULL)"
_A_REVISION = "id = (SELECT min(id) FROM articles_revision WHERE published_at IS NOT NULL AND removed_at IS NULL)"
_AGAIN = "removed_at = removed_at + interval '1 day'"
# Table → rule → what it forbids to change, each for itself: (what is set, of which rows).
EACH = {
    "articles_article": {
        "article_identity_never_changes": [
            ("first_published_at = NULL", "first_published_at IS NOT NULL"),
            ("first_published_at = first_published_at + interval '1 day'", "true"),
        ],
    },
    "articles_claim": {
        "claim_identity_never_changes": [
            ("first_published_at = NULL", "first_published_at IS NOT NULL"),
            ("article_id = (SELECT max(id) FROM articles_article other WHERE other.id <> article_id)", "true"),
        ],
    },
    "articles_claimversion": {
        "claim_words_are_the_slice": [("revision_number = revision_number + 1", "removed_at IS NULL")],
        "claim_version_once_published_never_changes": [
            *(
                (f"{column} = {column} || 'x'", _A_VERSION)
                for column in ("exact", "prefix", "suffix", "paraphrase", "event_words", "due_words", "reason")
            ),
            (_AGAIN, "removed_at IS NOT NULL"),
        ],
    },
    "articles_revision": {
        "revision_once_published_never_changes": [
            *((f"{column} = {column} || 'x'", _A_REVISION) for column in ("headline", "body", "caption", "credit")),
            ("published_at = published_at + interval '1 day'", _A_REVISION),
            (_AGAIN, "removed_at IS NOT NULL"),
        ],
    },
    "articles_publictext": {
        "public_text_is_what_the_outlet_allows": [
            ("number = number + 100", "true"),
            ("published_at = published_at + interval '1 day'", "true"),
            ("is_current = NOT is_current", "true"),
            ("headline = headline || 'x'", "true"),
            ("removed_at = now()", "removed_at IS NULL"),
            ("body = 'x'", "true"),
            ("body = '', caption = 'x'", "true"),
        ],
    },
    "articles_claimlink": {
        "claim_link_of_a_published_version_stays": [
            ("kind = 'x'", "true"),
            ("ground = 'x'", "true"),
            ("other_id = (SELECT max(id) FROM articles_claim other WHERE other.id <> other_id)", "true"),
            ("version_id = (SELECT max(id) FROM articles_claimversion other WHERE other.id <> version_id)", "true"),
        ],
    },
    "sources_step": {
        "step_is_frozen_once_public": [
            ("chain_id = (SELECT max(id) FROM sources_chain other WHERE other.id <> chain_id)", "is_public"),
            *((f"{column} = 'x'", "is_public") for column in ("kind", "speech", "basis", "printed", "verb")),
            ("attribution_id = NULL", "is_public AND attribution_id IS NOT NULL"),
        ],
    },
    "articles_contradiction": {
        "contradiction_stays": [
            ("one_id = (SELECT min(id) FROM articles_claim other WHERE other.id <> one_id)", "true")
        ],
    },
    "articles_reportattribution": {
        "report_attribution_keeps_its_report": [
            (
                "attribution_id = (SELECT max(id) FROM sources_attribution other WHERE other.id <> attribution_id)",
                "true",
            )
        ],
    },
    "articles_address": {"address_is_never_taken_back": [("slug = slug || '-x'", "true")]},
}
# What has lost its words first, where a rule is about what comes after that.
REMOVED = {
    "articles_claimversion": "UPDATE articles_claimversion SET exact = '', prefix = '', suffix = '', paraphrase = '',"
    " event_words = '', event_edtf = '', event_earliest = NULL, event_latest = NULL,"
    " due_words = '', due_edtf = '', due_earliest = NULL, due_latest = NULL,"
    ' attribution_id = NULL, actor_id = NULL, addressee_id = NULL, utterance = NULL, credibility = NULL, start = 0, "end" = 1,'
    f" paragraph = 0, reason = '', credibility_reason = '', removed_at = now() WHERE {_A_VERSION}; ",
    "articles_revision": "UPDATE articles_revision SET headline = '', body = '', caption = '', credit = '', reason = '',"
    f" removed_at = now() WHERE {_A_REVISION}; ",
}
# Kind of address → its table, that of its other names, and the column of whose they are.
ADDRESSED = {
    "topic": ("articles_topic", "articles_topicname", "topic_id"),
    "institution": ("sources_institution", "sources_institutionname", "institution_id"),
    "outlet": ("sources_outlet", "sources_outletname", "outlet_id"),
}


def put_others_aside(rule: Rule) -> None:
    """Every other trigger of its table."""
    do("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal AND tgname <> %s",
            [f"public.{rule.table}", trigger_name(rule)],
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f'ALTER TABLE public."{rule.table}" DISABLE TRIGGER "{name}"')


def breaking(name: str, statement: str) -> None:
    """The statement is refused by the rule of this name alone; whatever it did is undone."""
    rule = RULES[name]
    with transaction.atomic():
        put_others_aside(rule)
        with refused(name), transaction.atomic():
            do(statement)
            if rule.deferred:
                ask(trigger_name(rule))
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", BREAKS)
def test_what_a_rule_forbids_it_refuses_alone(name: str, planted: Planted) -> None:
    if name in FIRST:
        do(FIRST[name])
    breaking(name, BREAKS[name])


@pytest.mark.parametrize(
    ("table", "name", "change", "of"),
    [
        (table, name, change, of)
        for table, rules in EACH.items()
        for name, changes in rules.items()
        for change, of in changes
    ],
)
def test_each_change_that_a_rule_forbids_it_refuses_by_itself(
    table: str, name: str, change: str, of: str, planted: Planted
) -> None:
    first = REMOVED[table] if change == _AGAIN else ""
    breaking(name, f"{first}UPDATE {table} SET {change} WHERE {of}")


def another_name(kind: str, slug: str) -> None:
    table, names, owner = ADDRESSED[kind]
    extra = (", language, was_label", ", 'en', false") if kind == "topic" else ("", "")
    do(
        f"INSERT INTO {names} ({owner}, name, slug, is_public{extra[0]})"
        f" SELECT min(id), 'Another', %s, true{extra[1]} FROM {table} WHERE is_public",
        slug,
    )


@pytest.mark.parametrize("kind", ADDRESSED)
@pytest.mark.parametrize("rule", ["address_is_no_others", "old_address_leads_on", "other_address_stays"])
def test_an_address_that_was_given_out_leads_where_it_led(kind: str, rule: str, planted: Planted) -> None:
    table, names, _owner = ADDRESSED[kind]
    another_name(kind, "another-name")
    breaking(
        f"{kind}_{rule}",
        {
            "address_is_no_others": f"UPDATE {table} SET slug = 'another-name' WHERE id = (SELECT max(id) FROM {table})",
            "old_address_leads_on": f"UPDATE {table} SET slug = 'elsewhere' WHERE id = (SELECT min(id) FROM {table} WHERE is_public)",
            "other_address_stays": f"DELETE FROM {names} WHERE slug = 'another-name'",
        }[rule],
    )


@pytest.mark.parametrize("kind", ADDRESSED)
def test_nor_does_another_name_move_from_it(kind: str, planted: Planted) -> None:
    another_name(kind, "another-name")
    breaking(
        f"{kind}_other_address_stays", f"UPDATE {ADDRESSED[kind][1]} SET slug = 'elsewhere' WHERE slug = 'another-name'"
    )


@pytest.mark.parametrize("kind", [*ADDRESSED, "province"])
def test_whatever_is_public_has_its_address_in_the_registry(kind: str, planted: Planted) -> None:
    table = ADDRESSED[kind][0] if kind in ADDRESSED else "provinces_province"
    with transaction.atomic():
        put_others_aside(RULES[f"{kind}_address_is_registered"])
        do(f"UPDATE {table} SET slug = 'brand-new' WHERE id = (SELECT min(id) FROM {table} WHERE is_public)")
        found = do("SELECT 1 FROM articles_address WHERE kind = %s AND slug = 'brand-new'", kind)
        transaction.set_rollback(True)
    assert found


@pytest.mark.parametrize("kind", ADDRESSED)
def test_so_has_every_other_name(kind: str, planted: Planted) -> None:
    with transaction.atomic():
        put_others_aside(RULES[f"{kind}_other_address_is_registered"])
        another_name(kind, "brand-new")
        found = do("SELECT 1 FROM articles_address WHERE kind = %s AND slug = 'brand-new'", kind)
        transaction.set_rollback(True)
    assert found
