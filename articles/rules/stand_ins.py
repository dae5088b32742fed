"""Whatever counts as another row has that row's stand-in beside it, to be told by where the row itself is not seen."""

from provinces.rule import Rule


def _beside(table: str, name: str, row: str) -> Rule:
    return Rule(
        name=f"{name}_stand_in_is_beside_it",
        table=table,
        # Columns are not named: those of an earlier migration have not got them yet.
        when="BEFORE INSERT OR UPDATE",
        body=f"""
    IF TG_OP = 'UPDATE' THEN
        NEW.stand_in := OLD.stand_in;
    END IF;
    NEW.{row}_stand_in := CASE NEW.{row}_id WHEN NEW.id THEN NEW.stand_in
        ELSE (SELECT stand_in FROM {table} WHERE id = NEW.{row}_id) END;
    RETURN NEW;""",
    )


RULES = [_beside("articles_article", "origin", "origin"), _beside("articles_claim", "statement", "statement")]
