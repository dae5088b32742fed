"""What editors add to reports, put into the invented record besides: figures, links, contradictions, outcomes.

Every fiftieth claim has a figure; every two-hundredth is corroborated by another, every five-hundredth contradicted; every fifth
announcement has an outcome. By the superuser and without triggers, as `loading` puts in the rest.
"""

from typing import Any

import psycopg

TABLES = (
    "articles_figure", "articles_claimlink", "articles_contradiction", "articles_statedsettlement", "articles_outcome",
    "articles_evidence",
)  # fmt: skip

_CURRENT = "SELECT * FROM public.articles_claimversion WHERE is_current AND is_public"
_FIGURES = f"""
    INSERT INTO public.articles_figure (version_id, province_id, "start", "end", kind, item, low, high, measure, per, "of", is_public)
    SELECT v.id, (SELECT min(province_id) FROM public.articles_claimprovince WHERE version_id = v.id), 0, 1, kind, item,
           base + v.id % 97 * 10, base + v.id % 97 * 10, measure, 1, "of", true
    FROM ({_CURRENT}) v
    JOIN (VALUES (0, 'price', 'rice', 5000, 'KPW', 'kg'), (1, 'rate', 'won-yuan', 1200, 'KPW', 'CNY'),
                 (2, 'rate', 'won-dollar', 8000, 'KPW', 'USD'), (3, 'price', 'diesel', 9000, 'KPW', 'kg'),
                 (4, 'price', 'rice', 5000, 'KPW', 'kg'), (5, 'quantity', 'coal', 10, 't', ''))
         AS sort (number, kind, item, base, measure, "of") ON sort.number = v.id / 50 % 6
    WHERE v.id % 50 = 0
"""
# Both ends of a link have a row.
_LINKS = f"""
    INSERT INTO public.articles_claimlink (version_id, other_id, kind, ground, reason, made_at, made_by_id, is_public)
    SELECT CASE WHEN is_first THEN one.id ELSE two.id END, CASE WHEN is_first THEN two.claim_id ELSE one.claim_id END,
           %(kind)s, %(ground)s, '', now(), (SELECT min(id) FROM public.auth_user), true
    FROM ({_CURRENT}) one
    JOIN ({_CURRENT}) two ON two.id = one.id + 40 + %(rest)s
    CROSS JOIN (VALUES (true), (false)) AS ends (is_first)
    WHERE one.id %% %(every)s = %(rest)s
"""
_THE_REST = (
    """
    INSERT INTO public.articles_contradiction (one_id, other_id, is_public)
    SELECT DISTINCT least(v.claim_id, l.other_id), greatest(v.claim_id, l.other_id), true
    FROM public.articles_claimlink l JOIN public.articles_claimversion v ON v.id = l.version_id WHERE l.kind = 'contradicts'
    """,
    """
    INSERT INTO public.articles_statedsettlement (contradiction_id, number, state, ground, at, by_id, is_public)
    SELECT id, 1, 'unresolved', 'new_doubt', timestamptz '2025-01-02' + id * interval '1 minute',
           (SELECT min(id) FROM public.auth_user), true
    FROM public.articles_contradiction
    """,
    f"""
    INSERT INTO public.articles_outcome (claim_id, number, became, ground, shown_by, reason, at, by_id, is_public)
    SELECT claim_id, 1, (ARRAY['kept', 'partly', 'not_kept'])[1 + claim_id % 3], 'reported', 1, '',
           timestamptz '2025-01-03' + id * interval '1 second', (SELECT min(id) FROM public.auth_user), true
    FROM ({_CURRENT}) v WHERE due_latest IS NOT NULL AND claim_id % 5 = 0
    """,
    """
    INSERT INTO public.articles_evidence (outcome_id, claim_id, is_public)
    SELECT id, greatest(1, claim_id - 3), true FROM public.articles_outcome
    """,
)


def link(database: psycopg.Connection[Any]) -> None:
    """All of it. Commits."""
    with database.transaction():
        for table in TABLES:
            # Names of our own tables.
            database.execute(f"ALTER TABLE public.{table} DISABLE TRIGGER ALL")
        database.execute(_FIGURES)
        for kind, ground, every, rest in (
            ("corroborates", "own_reporting", 200, 7),
            ("contradicts", "figures", 500, 13),
        ):
            database.execute(_LINKS, {"kind": kind, "ground": ground, "every": every, "rest": rest})
        for statement in _THE_REST:
            database.execute(statement)
        for table in TABLES:
            database.execute(f"ALTER TABLE public.{table} ENABLE TRIGGER ALL")
    database.execute("VACUUM (ANALYZE)")
