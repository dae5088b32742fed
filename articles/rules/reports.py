"""A report stays what it is, and its texts are what the outlet allows."""

from articles.rules.ledger import STANDS_IN_THE_LEDGER
from provinces.rule import refusing, stays

RULES = [
    stays(
        table="articles_article",
        name="article_once_published_stays",
        sentence="a published article stays",
        condition="OLD.first_published_at IS NOT NULL",
    ),
    refusing(
        name="article_identity_never_changes",
        table="articles_article",
        when="BEFORE UPDATE",
        sentence="the identity of an article never changes",
        condition=(
            "NEW.public_id <> OLD.public_id OR OLD.first_published_at IS NOT NULL"
            " AND NEW.first_published_at IS DISTINCT FROM OLD.first_published_at"
        ),
    ),
    refusing(
        name="article_origin_has_depth_one",
        table="articles_article",
        when="BEFORE INSERT OR UPDATE OF origin_id, origin_url",
        sentence="an origin points to no further origin",
        condition=(
            "EXISTS (SELECT 1 FROM articles_article WHERE id = NEW.origin_id"
            " AND (origin_id IS NOT NULL OR origin_url <> '')) OR (NEW.origin_id IS NOT NULL OR NEW.origin_url <> '')"
            " AND EXISTS (SELECT 1 FROM articles_article WHERE origin_id = NEW.id)"
        ),
    ),
    refusing(
        name="article_public_has_a_text_and_an_act",
        table="articles_article",
        when="AFTER INSERT OR UPDATE OF is_public",
        deferred=True,
        sentence="a public article has a current text and stands in the ledger",
        condition=(
            "EXISTS (SELECT 1 FROM articles_article WHERE id = NEW.id AND is_public) AND NOT (EXISTS"
            " (SELECT 1 FROM articles_publictext WHERE article_id = NEW.id AND is_current AND is_public)"
            f" AND {STANDS_IN_THE_LEDGER})"
        ),
    ),
    stays(
        table="articles_revision",
        name="revision_once_published_stays",
        sentence="a published revision stays",
        condition="OLD.published_at IS NOT NULL",
    ),
    refusing(
        name="revision_once_published_never_changes",
        table="articles_revision",
        when="BEFORE UPDATE",
        sentence="a published revision never changes; its text may be removed once, whole",
        condition=(
            "OLD.published_at IS NOT NULL AND ((NEW.article_id, NEW.number, NEW.published_at)"
            " IS DISTINCT FROM (OLD.article_id, OLD.number, OLD.published_at)"
            " OR OLD.removed_at IS NOT NULL AND NEW.removed_at IS DISTINCT FROM OLD.removed_at"
            " OR (NEW.headline, NEW.body, NEW.caption, NEW.credit)"
            " IS DISTINCT FROM (OLD.headline, OLD.body, OLD.caption, OLD.credit) AND NEW.removed_at IS NULL)"
        ),
    ),
    stays(table="articles_publictext", name="public_text_stays", sentence="a public text stays"),
    refusing(
        name="public_text_is_what_the_outlet_allows",
        table="articles_publictext",
        when="BEFORE INSERT OR UPDATE",
        sentence="a public text is that of its revision, and its body is shown only where the outlet allows the full text",
        condition=(
            "NOT EXISTS (SELECT 1 FROM articles_revision revision"
            " JOIN articles_article article ON article.id = revision.article_id"
            " JOIN sources_outlet outlet ON outlet.id = article.outlet_id"
            " WHERE revision.article_id = NEW.article_id AND revision.number = NEW.number"
            " AND revision.published_at = NEW.published_at AND revision.is_current = NEW.is_current"
            " AND NEW.headline = revision.headline AND revision.removed_at IS NOT DISTINCT FROM NEW.removed_at"
            " AND (NEW.body = revision.body AND NEW.caption = revision.caption AND outlet.show = 'full'"
            " OR NEW.body = '' AND NEW.caption = ''))"
        ),
    ),
    refusing(
        name="outlet_permission_holds_in_public_texts",
        table="sources_outlet",
        when="AFTER UPDATE OF show",
        deferred=True,
        sentence="the public texts of an outlet show no more than it allows",
        condition=(
            "EXISTS (SELECT 1 FROM articles_publictext text JOIN articles_article article ON article.id = text.article_id"
            " JOIN sources_outlet outlet ON outlet.id = article.outlet_id"
            " WHERE outlet.id = NEW.id AND outlet.show <> 'full' AND (text.body <> '' OR text.caption <> ''))"
        ),
    ),
]
