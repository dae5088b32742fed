"""The ledger is only added to."""

from provinces.rule import refusing

# Counted: asked whether there is any, Postgres thinks that one comes soon and reads through the ledger, not the index.
STANDS_IN_THE_LEDGER = (
    "(SELECT count(*) FROM articles_act"
    " WHERE subjects @> jsonb_build_array(jsonb_build_object('id', NEW.public_id))) > 0"
)

RULES = [
    refusing(
        name="act_is_never_changed",
        table="articles_act",
        when="BEFORE UPDATE OR DELETE",
        sentence="the ledger is only added to",
    ),
    refusing(
        name="act_follows_the_last",
        table="articles_act",
        when="BEFORE INSERT",
        sentence="an act has the next number and names the hash of the last",
        condition=(
            "NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM articles_act) OR NEW.previous_hash <>"
            " coalesce((SELECT hash FROM articles_act ORDER BY number DESC LIMIT 1), '')"
        ),
    ),
]
