"""Texts against their keyed digests and those of the ledger; claims against the slices they point at; ids and addresses."""

from collections.abc import Iterator
from itertools import islice

from django.db import connection

from articles.editing.public_texts import digest_of
from articles.models import PublicText, Revision
from config.verifying.finding import Finding

BATCH = 500


def digests() -> Iterator[Finding]:
    """Every published text is the one whose digest the ledger has, and what is shown of it is that text or nothing."""
    said = _digests_of_acts()
    revisions = Revision.objects.filter(published_at__isnull=False).select_related("article").order_by("pk")
    rows = revisions.iterator(BATCH)
    while batch := list(islice(rows, BATCH)):
        found = PublicText.objects.filter(article__in={row.article_id for row in batch}).defer("names", "claims")
        texts = {(row.article_id, row.number): row for row in found}
        for revision in batch:
            public_id, number = revision.article.public_id, revision.number
            digests = said.get((public_id, number), set())
            for what in _wrong(revision, texts.get((revision.article_id, number)), digests):
                yield Finding(f"text {number} of {public_id}", what)


def _wrong(revision: Revision, text: PublicText | None, digests: set[str]) -> Iterator[str]:
    """What is wrong with one text, in words; `digests`: those that acts name of it."""
    if text is None:
        yield "has no public text"
        return
    if revision.removed_at is not None:
        if revision.body or revision.headline or text.body or text.headline or text.key:
            yield "was removed, and words or the key of its digest are there"
    elif not text.key or digest_of(text.key, revision) != text.digest:
        yield "does not have the digest that was published with it"
    elif text.headline != revision.headline or (
        text.body not in (revision.body, "") or text.caption not in (revision.caption, "")
    ):
        yield "what is shown is not what was published"
    if not digests:
        yield "is published, and no act of the ledger says so"
    elif digests != {text.digest}:
        yield "its digest is not the one in the ledger"


def _digests_of_acts() -> dict[tuple[str, int], set[str]]:
    """Of each text by id and number, the digests that acts name; one, unless something is wrong."""
    found: dict[tuple[str, int], set[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT subject->>'id', (subject->>'version')::int, subject->>'digest' FROM articles_act,"
            " jsonb_array_elements(subjects) subject WHERE subject->>'digest' <> '' AND subject->>'id' LIKE 'a%'"
        )
        for public_id, version, digest in cursor:
            found.setdefault((public_id, version), set()).add(digest)
    return found


# Each selects where and what; every row is a finding.
_NOT_SO = (
    # Anchors.
    """SELECT format('version %s of %s', version.number, claim.public_id), 'its words are not the slice it points at'
       FROM articles_claimversion version JOIN articles_claim claim ON claim.id = version.claim_id
       JOIN articles_revision revision ON revision.id = version.revision_id
       WHERE version.removed_at IS NULL AND (revision.article_id <> claim.article_id
           OR version.revision_number <> revision.number
           OR substr(revision.body, version.start + 1, version."end" - version.start) <> version.exact)""",
    """SELECT format('version %s of %s', version.number, claim.public_id), 'was removed, and words of it are there'
       FROM articles_claimversion version JOIN articles_claim claim ON claim.id = version.claim_id
       WHERE version.removed_at IS NOT NULL AND version.exact || version.paraphrase || version.prefix || version.suffix <> ''""",
    # Ids: what was issued is there, or an act says that it went; what is public was issued and has something to show.
    """WITH issued AS (SELECT DISTINCT subject->>'id' AS id FROM articles_act, jsonb_array_elements(subjects) subject)
       SELECT row.id, 'is public, and no act of the ledger issued it' FROM
           (SELECT public_id AS id FROM articles_article WHERE is_public
            UNION ALL SELECT public_id FROM articles_claim WHERE is_public) row
       WHERE NOT EXISTS (SELECT 1 FROM issued WHERE issued.id = row.id)""",
    """SELECT public_id, 'is public and has no current text' FROM articles_article article WHERE is_public AND NOT EXISTS
           (SELECT 1 FROM articles_publictext WHERE article_id = article.id AND is_current AND is_public)""",
    """SELECT public_id, 'is public and has no current version' FROM articles_claim claim WHERE is_public AND NOT EXISTS
           (SELECT 1 FROM articles_claimversion WHERE claim_id = claim.id AND is_current AND is_public)""",
    """SELECT public_id, 'is public, and the ledger says last that it was withdrawn' FROM
           (SELECT public_id FROM articles_article WHERE is_public UNION ALL SELECT public_id FROM articles_claim WHERE is_public)
           standing
       WHERE (SELECT kind FROM articles_act WHERE subjects @> jsonb_build_array(jsonb_build_object('id', public_id))
              AND kind IN ('withdrawn', 'restored', 'issued') ORDER BY number DESC LIMIT 1) = 'withdrawn'""",
    # Addresses without an id: each public thing is registered.
    *(
        f"""SELECT '{kind} ' || slug, 'is public, and its address is not in the registry' FROM {table} thing
            WHERE is_public AND NOT EXISTS
                (SELECT 1 FROM articles_address WHERE kind = '{kind}' AND slug = thing.slug)"""
        for kind, table in (
            ("topic", "articles_topic"), ("institution", "sources_institution"), ("outlet", "sources_outlet"),
            ("province", "provinces_province"),
        )
    ),
)  # fmt: skip


def rows() -> Iterator[Finding]:
    """Anchors, ids and addresses."""
    with connection.cursor() as cursor:
        for statement in _NOT_SO:
            cursor.execute(statement)
            yield from (Finding(where, what) for where, what in cursor.fetchall())
