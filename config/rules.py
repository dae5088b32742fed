"""Install the rules that need a trigger: those the apps declare, that nothing is public inside something hidden, that
whoever changes what is public turns the edition, and that history is only added to.

Triggers fire always, also under replication roles; they are plain functions, so no session setting switches them off.
"""

from collections.abc import Iterator
from importlib import import_module

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from config.pub import TURN, audience_of, history_models, public_models
from provinces.models import Edition
from provinces.rule import Rule

APPS_WITH_RULES = ("provinces", "sources", "articles")


def install_rules(connection: BaseDatabaseWrapper) -> None:
    """Create or replace every rule whose table exists and drop those no longer declared."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = {row[0] for row in cursor.fetchall()}
        cursor.execute(
            "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE 'rule\\_%'"
        )
        old = set(cursor.fetchall())
        rules = [rule for rule in all_rules() if rule.table in tables]
        for rule in rules:
            for statement in rule_sql(rule):
                cursor.execute(statement)
        for name, table in old - {(trigger_name(rule), rule.table) for rule in rules}:
            cursor.execute(f'DROP TRIGGER "{name}" ON {table}')


def all_rules() -> list[Rule]:
    """The apps' own rules and the derived ones; names are unique."""
    declared = [rule for app in APPS_WITH_RULES for rule in import_module(f"{app}.rules").RULES]
    derived = [rule for model in public_models() for rule in (*_public_within(model), *_turns_the_edition(model))]
    rules = [*declared, *derived, *_history_stays()]
    names = [trigger_name(rule) for rule in rules]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"two rules of one name: {', '.join(sorted(twice))}")
    return rules


def trigger_name(rule: Rule) -> str:
    """The trigger's name in the database, at most 63 characters."""
    return f"rule_{rule.name}"[:63]


def function_body(rule: Rule) -> str:
    """What stands between the quotes of its function."""
    return f"\nBEGIN\n{rule.body}\nEND "


def rule_sql(rule: Rule) -> Iterator[str]:
    """The statements that put the rule in force."""
    name = trigger_name(rule)
    yield (
        f'CREATE OR REPLACE FUNCTION public."{name}"() RETURNS trigger LANGUAGE plpgsql'
        f" SET search_path = public, pg_temp AS $rule${function_body(rule)}$rule$"
    )
    if rule.deferred:
        yield f'DROP TRIGGER IF EXISTS "{name}" ON public."{rule.table}"'
        yield (
            f'CREATE CONSTRAINT TRIGGER "{name}" {rule.when} ON public."{rule.table}"'
            f' DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public."{name}"()'
        )
    else:
        yield (
            f'CREATE OR REPLACE TRIGGER "{name}" {rule.when} ON public."{rule.table}"'
            f' FOR EACH ROW EXECUTE FUNCTION public."{name}"()'
        )
    yield f'ALTER TABLE public."{rule.table}" ENABLE ALWAYS TRIGGER "{name}"'


def _public_within(model: type[models.Model]) -> Iterator[Rule]:
    """A public row stands only inside public rows: checked from both ends, at commit."""
    audience = audience_of(model)
    assert audience is not None
    table = model._meta.db_table
    for name in audience.within:
        field = model._meta.get_field(name)
        assert isinstance(field, models.ForeignKey)
        parent = field.related_model._meta.db_table
        rule = f"{model._meta.model_name}_public_within_{name}"
        yield Rule(
            name=rule,
            table=table,
            when="AFTER INSERT OR UPDATE",
            deferred=True,
            body=f"""
    IF EXISTS (SELECT 1 FROM "{table}" child JOIN "{parent}" parent ON parent.id = child."{field.column}"
               WHERE child.id = NEW.id AND child.is_public AND NOT parent.is_public) THEN
        RAISE EXCEPTION 'a public row of {table} lies within a hidden row of {parent}'
            USING ERRCODE = 'check_violation', CONSTRAINT = '{rule}';
    END IF;
    RETURN NULL;""",
        )
        yield Rule(
            name=f"{rule}_hidden",
            table=parent,
            when="AFTER UPDATE OF is_public",
            deferred=True,
            body=f"""
    IF EXISTS (SELECT 1 FROM "{table}" child JOIN "{parent}" parent ON parent.id = child."{field.column}"
               WHERE parent.id = NEW.id AND child.is_public AND NOT parent.is_public) THEN
        RAISE EXCEPTION 'a hidden row of {parent} still holds a public row of {table}'
            USING ERRCODE = 'check_violation', CONSTRAINT = '{rule}';
    END IF;
    RETURN NULL;""",
        )


def _turns_the_edition(model: type[models.Model]) -> Iterator[Rule]:
    """Whatever changes a view of `pub` makes another edition, once a transaction and within it.

    An edition left by a transaction that has not ended yet is passed over, so that nobody waits for another.
    """
    if model is Edition:
        return
    audience = audience_of(model)
    assert audience is not None
    columns = [field.column for field in model._meta.local_concrete_fields if field.name in audience.public]
    old, new = (", ".join(f'{row}."{column}"' for column in columns) for row in ("OLD", "NEW"))
    yield Rule(
        name=f"{model._meta.model_name}_turns_the_edition",
        table=model._meta.db_table,
        when="AFTER INSERT OR UPDATE OR DELETE",
        body=f"""
    IF coalesce(current_setting('reading_room.edition', true), '') = '' THEN
        IF (OLD.is_public OR NEW.is_public) AND ({old}) IS DISTINCT FROM ({new}) THEN
            PERFORM set_config('reading_room.edition', 'turned', true);
            {TURN}
        END IF;
    END IF;
    RETURN NULL;""",
    )


def _history_stays() -> Iterator[Rule]:
    """Events are only added; of who did it, no word is taken away or changed, while more may be said."""
    refuse = """
    RAISE EXCEPTION 'history is only added to' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
    RETURN NULL;"""
    for model in history_models():
        name = f"{model._meta.model_name}_is_only_added_to"
        yield Rule(name, model._meta.db_table, "BEFORE UPDATE OR DELETE", refuse.format(name=name))
    yield Rule(
        name="history_context_only_grows",
        table="pghistory_context",
        when="BEFORE UPDATE OR DELETE",
        body="""
    IF TG_OP = 'DELETE' OR NEW.id <> OLD.id OR NOT NEW.metadata @> OLD.metadata THEN
        RAISE EXCEPTION 'what history says of who did it stays'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'history_context_only_grows';
    END IF;
    RETURN NEW;""",
    )
