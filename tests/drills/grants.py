"""What the logins may do is what docs/grants.md says, and the public site's login, attacked from within, gets at nothing.

The statements are those of tests/test_logins.py, against secrets in every place that it must not see. Then rights are given
that it must not have: both the page and the attacks have to tell.
"""

from collections.abc import Iterator

import psycopg

from tests.drills.frame import Figure, at_least, exactly, shown
from tests.drills.stand import ROOT, Stand, stand

PAGE = ROOT / "docs" / "grants.md"
# Each opens something; what is planted is taken back in the order it came.
PLANTED = (
    ("GRANT USAGE ON SCHEMA public TO reader", "REVOKE USAGE ON SCHEMA public FROM reader"),
    ("GRANT SELECT ON public.sources_sealednote TO reader", "REVOKE ALL ON public.sources_sealednote FROM reader"),
    ("GRANT EXECUTE ON FUNCTION pg_sleep(float8) TO reader", "REVOKE EXECUTE ON FUNCTION pg_sleep(float8) FROM reader"),
    ("GRANT TEMPORARY ON DATABASE reading_room TO reader", "REVOKE TEMPORARY ON DATABASE reading_room FROM reader"),
    ("ALTER ROLE reader RESET statement_timeout", "ALTER ROLE reader SET statement_timeout = '800ms'"),
    ("GRANT UPDATE ON public.articles_act TO desk", "REVOKE UPDATE ON public.articles_act FROM desk"),
    ("GRANT pg_read_all_data TO reader", "REVOKE pg_read_all_data FROM reader"),
)


def drill(full: bool) -> Iterator[Figure]:
    """The same with `full`."""
    with stand() as here:
        here.become("desk")
        from tests import grants
        from tests import test_logins as scene

        scene._plant()
        with psycopg.connect(here.cluster.url("superuser"), autocommit=True) as database:
            reach = {role: grants.reach(database, role) for role in ("reader", "desk")}
            yield shown(
                "rights: login × table or view × verb", sum(map(len, (v for r in reach.values() for v in r.values())))
            )
            yield shown("views of the public site", len(grants.shown_by_views(database)))
            yield exactly("lines that differ from docs/grants.md", _differing(database), 0)
            attacks = [*scene.ATTACKS, *(f"SELECT * FROM public.{table}" for table in scene.HIDDEN_TABLES)]
            yield at_least("statements tried as the public site", len(attacks) + len(scene.ERRORS_ON_HIDDEN_ROWS), 60)
            yield exactly("of them that got through", len(_through(here, attacks)), 0)
            yield exactly("errors that tell of a hidden row", len(_telling(here, scene.ERRORS_ON_HIDDEN_ROWS)), 0)
            yield exactly("answers with a secret in them", _secrets(here, scene.SECRET), 0)
            told = 0
            for give, take in PLANTED:
                database.execute(give.encode())
                told += _differing(database) > 0
                database.execute(take.encode())
            yield exactly("of the rights planted, those the page tells of", told, len(PLANTED))
            for give, _ in PLANTED[:4]:
                database.execute(give.encode())
            yield at_least("attacks that get through once four rights are planted", len(_through(here, attacks)), 4)
            for _, take in PLANTED[:4]:
                database.execute(take.encode())
            yield exactly("lines that differ, all taken back", _differing(database), 0)


def _differing(database: "psycopg.Connection[tuple[object, ...]]") -> int:
    from tests.grants import page

    found, wanted = page(database, "reader", "desk").splitlines(), PAGE.read_text(encoding="utf-8").splitlines()
    return len(set(found) ^ set(wanted))


def _through(here: Stand, statements: list[str]) -> list[str]:
    """Those that were carried out."""
    found = []
    with psycopg.connect(here.cluster.url("reader"), autocommit=True) as reader:
        for statement in statements:
            try:
                reader.execute(statement.encode())
            except psycopg.Error:
                continue
            found.append(statement)
    return found


def _telling(here: Stand, statements: list[str]) -> list[str]:
    """Those that failed, which they only do on a row that must not be seen."""
    return [each for each in statements if each not in _through(here, [each])]


def _secrets(here: Stand, secret: str) -> int:
    """Views that show the secret."""
    views = here.rows("SELECT relname FROM pg_class WHERE relnamespace = 'pub'::regnamespace AND relkind = 'v'")
    return sum(secret in repr(here.rows(f"SELECT * FROM pub.{view}", role="reader")) for (view,) in views)
