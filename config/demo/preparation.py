"""Filling the demonstration's database: only when something changed, so that a second start is quick."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import psycopg
from psycopg import sql

from config.cluster import DATABASE, Cluster
from config.demo.children import PROJECT, Children, DemoError

# What the database and the collected files are made from.
MADE_FROM = ("config", "articles", "sources", "provinces", "static", "requirements.txt")
# The database's comment: that it is a demonstration's, and from what it was filled. It lives and dies with the data.
MARK = "demonstration"


def prepare(cluster: Cluster, children: Children, data_dir: Path, say: Callable[[str], None]) -> None:
    """Tables, rights, gazetteer, topics, stylesheets, samples. Raises DemoError where real reports are kept."""
    filled_from = f"{MARK} {fingerprint(PROJECT)}"
    owner = cluster.url("owner")
    if mark_of(owner) == filled_from and (data_dir / "static" / "staticfiles.json").exists():
        return
    if not mark_of(owner).startswith(MARK):
        if _holds_reports(owner):
            raise DemoError(
                f"{data_dir} holds reports that are not the demonstration's, and samples are never mixed in:"
                " name another folder with DATA_DIR=…"
            )
        _mark(owner, MARK)  # so that an interrupted start is taken up again
    say("Making the tables")
    # Stylesheets are pressed as small as can be, which takes as long as all the rest: beside it.
    stylesheets = children.begin("owner", "collectstatic", "--no-input", "--verbosity=0")
    children.run("owner", "migrate", "--no-input", "--verbosity=0")
    children.run("owner", "bootstrap_roles")
    say("Loading provinces, topics and sample reports")
    children.run("desk", "fill_demo")
    children.end_of(stylesheets)
    with psycopg.connect(owner, autocommit=True) as connection:
        # Else the first minutes, until autovacuum comes by, are planned for empty tables: a table of claims took 1.3 s of the 0.8 allowed.
        connection.execute("ANALYZE")
    _mark(owner, filled_from)


def fingerprint(project: Path) -> str:
    """A hash of the names and contents of all the database is filled from."""
    found = hashlib.sha256()
    for part in MADE_FROM:
        for path in sorted([project / part, *(project / part).rglob("*")]):
            if path.is_file() and path.suffix != ".pyc":
                found.update(f"\0{path.relative_to(project)}\0".encode(errors="surrogateescape"))
                found.update(path.read_bytes())
    return found.hexdigest()


def mark_of(url: str) -> str:
    """The database's comment, empty if it has none."""
    with psycopg.connect(url) as connection:
        row = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
        ).fetchone()
    return str(row[0] or "") if row else ""


def _mark(url: str, words: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(DATABASE), sql.Literal(words)))


def _holds_reports(url: str) -> bool:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT to_regclass('public.articles_article')").fetchone()
        if row is None or row[0] is None:
            return False
        return connection.execute("SELECT 1 FROM public.articles_article LIMIT 1").fetchone() is not None
