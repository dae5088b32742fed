"""No topic is broader than itself."""

from provinces.rule import refusing

RULES = [
    refusing(
        name="topic_is_not_below_itself",
        table="articles_topic",
        when="AFTER INSERT OR UPDATE OF broader_id",
        deferred=True,
        sentence="a topic is not broader than itself by any way",
        condition=(
            "EXISTS (WITH RECURSIVE above(id) AS (SELECT broader_id FROM articles_topic WHERE id = NEW.id UNION"
            " SELECT topic.broader_id FROM articles_topic topic JOIN above ON topic.id = above.id)"
            " SELECT 1 FROM above WHERE id = NEW.id)"
        ),
    ),
]
