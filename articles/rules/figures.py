"""A figure lies in the words of its claim, and stays as long as they do."""

from provinces.rule import refusing

RULES = [
    refusing(
        name="figure_lies_in_the_words_of_its_claim",
        table="articles_figure",
        when="BEFORE INSERT OR UPDATE",
        sentence="a figure points at words of its claim, and comes with the version",
        condition=(
            "(TG_OP = 'INSERT' OR to_jsonb(NEW) - 'is_public' IS DISTINCT FROM to_jsonb(OLD) - 'is_public')"
            " AND NOT EXISTS (SELECT 1 FROM articles_claimversion WHERE id = NEW.version_id AND published_at IS NULL"
            ' AND removed_at IS NULL AND char_length(exact) >= NEW."end")'
        ),
    ),
    refusing(
        name="figure_of_a_published_version_stays",
        table="articles_figure",
        when="BEFORE DELETE",
        sentence="a figure of a published version stays while its words do",
        # It goes with the words that it was read of.
        condition=(
            "EXISTS (SELECT 1 FROM articles_claimversion WHERE id = OLD.version_id AND published_at IS NOT NULL"
            " AND removed_at IS NULL)"
        ),
    ),
    refusing(
        name="figure_place_lies_in_its_province",
        table="articles_figure",
        when="BEFORE INSERT OR UPDATE OF place_id, province_id",
        sentence="the place of a figure lies in its province",
        condition="EXISTS (SELECT 1 FROM provinces_place WHERE id = NEW.place_id AND province_id IS DISTINCT FROM NEW.province_id)",
    ),
    refusing(
        name="claim_keeps_the_words_of_its_figures",
        table="articles_claimversion",
        when="AFTER UPDATE OF exact",
        deferred=True,
        sentence="the words of a claim change, or go, with the figures that were read of them",
        condition=(
            "EXISTS (SELECT 1 FROM articles_figure figure WHERE version_id = NEW.id AND"
            ' substr(OLD.exact, start + 1, "end" - start) <> substr(NEW.exact, start + 1, "end" - start))'
        ),
    ),
]
