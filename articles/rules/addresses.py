"""Addresses without a public id are kept for ever: registered, never another's, never leading nowhere."""

from dataclasses import replace

from provinces.rule import Rule, refusing

# Table → what its slugs are addresses of; and the table of the other names that lead there, with its owner's column.
_ADDRESSED = {
    "articles_topic": ("topic", "articles_topicname", "topic_id"),
    "sources_institution": ("institution", "sources_institutionname", "institution_id"),
    "sources_outlet": ("outlet", "sources_outletname", "outlet_id"),
}


def _registered(table: str, kind: str) -> Rule:
    """Whatever is public has its address in the registry, whoever made it public."""
    return Rule(
        name=f"{kind}_address_is_registered",
        table=table,
        when="AFTER INSERT OR UPDATE",
        body=f"""
    IF NEW.is_public THEN
        INSERT INTO articles_address (kind, slug, first_at, is_public) VALUES ('{kind}', NEW.slug, now(), true)
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;""",
    )


def _addresses(table: str, kind: str, names: str, owner: str) -> list[Rule]:
    """What keeps the addresses of one kind."""
    was_given_out = f"EXISTS (SELECT 1 FROM articles_address WHERE kind = '{kind}' AND slug = OLD.slug)"
    stands_at_none = f"NOT EXISTS (SELECT 1 FROM {table} WHERE slug = OLD.slug)"
    return [
        _registered(table, kind),
        replace(_registered(names, kind), name=f"{kind}_other_address_is_registered"),
        refusing(
            name=f"{kind}_address_is_no_others",
            table=table,
            when="BEFORE INSERT OR UPDATE OF slug",
            sentence="this address leads to another one already",
            condition=f"EXISTS (SELECT 1 FROM {names} WHERE slug = NEW.slug AND {owner} <> NEW.id)",
        ),
        refusing(
            name=f"{kind}_old_address_leads_on",
            table=table,
            when="AFTER DELETE OR UPDATE OF slug",
            deferred=True,
            sentence="an address that was given out leads on",
            condition=f"{was_given_out} AND {stands_at_none} AND NOT EXISTS (SELECT 1 FROM {names} WHERE slug = OLD.slug)",
        ),
        refusing(
            name=f"{kind}_other_address_stays",
            table=names,
            when="BEFORE UPDATE OR DELETE",
            sentence="an address that was given out stays",
            # It may go where it leads no further: the thing itself stands at it.
            condition=f"{was_given_out} AND CASE TG_OP WHEN 'DELETE' THEN {stands_at_none} ELSE NEW.slug <> OLD.slug END",
        ),
    ]


RULES = [
    *(rule for table, (kind, names, owner) in _ADDRESSED.items() for rule in _addresses(table, kind, names, owner)),
    _registered("provinces_province", "province"),
    refusing(
        name="address_is_never_taken_back",
        table="articles_address",
        when="BEFORE UPDATE OR DELETE",
        sentence="an address that was given out stays",
    ),
]
