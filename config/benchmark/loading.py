"""Put a corpus into the real tables by COPY: with their indexes, without their triggers, which is nobody's way but this one.

The database is the benchmark's own (`config/benchmark/scratch.py`). Nothing here is a write action of the desk.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import psycopg

from articles.public_ids import ALPHABET, Kind, completed
from config.benchmark.corpus import OUTLETS, Claim, Corpus, Report

BATCH = 500
# The one outlet that allows claims only.
CLAIMS_ONLY = OUTLETS - 1
_DIGEST = "0" * 64
_MADE = datetime(2025, 1, 1, tzinfo=UTC)

# What is filled, with its columns; the rest of each row has a default or may be empty.
TABLES = {
    "articles_article": (
        "id public_id outlet_id byline language published_words published_edtf published_earliest published_latest"
        " original_url archived_url origin_id origin_url origin_outlet origin_edtf origin_kind state edit_number made_at first_published_at"
        " changed_at is_public"
    ),
    "articles_revision": (
        "id article_id number headline body caption credit reason made_by_id made_at published_at is_current"
    ),
    "articles_publictext": (
        "id article_id number language headline body caption credit names claims key digest published_at is_current"
        " is_public"
    ),
    "articles_articleprovince": "id article_id province_id is_public",
    "articles_articletopic": "id content_object_id tag_id is_public",
    "sources_attribution": "id descriptor role told contact condition is_public",
    "articles_reportattribution": "id article_id attribution_id is_public",
    "sources_chain": "id is_public",
    "sources_step": (
        "id chain_id position kind outlet_id attribution_id institution_id printed verb speech basis is_public"
    ),
    "articles_claim": "id public_id article_id state made_at first_published_at leaves_because is_public",
    "articles_claimversion": (
        "id claim_id number revision_id revision_number start end paragraph exact prefix suffix utterance paraphrase"
        " attribution_id chain_id event_words event_edtf event_earliest event_latest due_words due_edtf due_earliest"
        " due_latest credibility_reason standing made_by_id made_at reason published_at is_current is_public"
    ),
    "articles_claimprovince": "id version_id province_id is_public",
    "articles_claimtopic": "id content_object_id tag_id is_public",
    "articles_act": ("id number kind withdrawal_class successor subjects at previous_hash hash by_id reason is_public"),
}


def load(database: psycopg.Connection[Any], corpus: Corpus, said: Callable[[int], None] = lambda done: None) -> None:
    """Everything of a corpus; `database`: its superuser's, which alone may do without triggers.

    Our own rules, which fire always, are to be installed again afterwards (`manage.py migrate`). Commits.
    """
    with database.transaction():
        # Names of our own tables.
        for table in TABLES:
            database.execute(f"ALTER TABLE public.{table} DISABLE TRIGGER ALL")
        rows = _Rows(database, corpus)
        rows.vocabulary()
        for done, report in enumerate(corpus.reports(), 1):
            rows.report(report)
            if done % BATCH == 0 or done == corpus.size:
                rows.write()
                said(done)
        for table in TABLES:
            database.execute(f"ALTER TABLE public.{table} ENABLE TRIGGER ALL")
            database.execute(
                f"SELECT setval(pg_get_serial_sequence('public.{table}', 'id'), (SELECT max(id) FROM public.{table}))"
            )
    database.autocommit = True
    database.execute("VACUUM (ANALYZE)")


class _Rows:
    """Lines for COPY, table by table, until they are written."""

    def __init__(self, database: psycopg.Connection[Any], corpus: Corpus) -> None:
        self.database = database
        self.corpus = corpus
        self.lines: defaultdict[str, list[str]] = defaultdict(list)
        self.numbers = {table: count(1) for table in TABLES}
        self.issued: list[dict[str, Any]] = []
        self.last_hash = ""
        self.acts = 0
        self.editor = self._one("SELECT id FROM public.auth_user ORDER BY id LIMIT 1")
        self.provinces = self._provinces()
        self.topics: list[int] = []
        self.outlets: list[int] = []
        self.institutions: list[int] = []

    def _one(self, sql: str) -> int:
        row = self.database.execute(sql).fetchone()
        assert row is not None, "the installation is complete"
        return int(row[0])

    def _provinces(self) -> list[int]:
        rows = dict(self.database.execute("SELECT name_en, id FROM public.provinces_province").fetchall())
        return [rows[name] for name in self.corpus.provinces]

    def vocabulary(self) -> None:
        """Outlets, institutions, and as many topics as the corpus has, beside those of every installation."""
        for number in range(OUTLETS):
            name = f"Invented Courier {number + 1}"
            show = "claims" if number == CLAIMS_ONLY else "full"
            self.outlets.append(
                self._made(
                    "sources_outlet", slug=f"invented-{number + 1}", name=name, name_ko="", home_page="", languages=["en", "ko"],
                    show=show, reliability="F", reliability_reason="", is_sample=True, is_public=True,
                )
            )  # fmt: skip
        for name in self.corpus.institutions:
            self.institutions.append(
                self._made(
                    "sources_institution", slug=name.lower().replace(" ", "-"), name_en=name, name_ko="", kind="company",
                    level="national", is_public=True,
                )
            )  # fmt: skip
        broad: list[int] = []
        for number, name in enumerate(self.corpus.topics):
            broader = broad[number % len(broad)] if number >= 30 else None
            made = self._made(
                "articles_topic", slug=name.replace(" ", "-"), name=name.capitalize(), label_ko="", broader_id=broader,
                is_public=True,
            )  # fmt: skip
            self.topics.append(made)
            broad += [made] if number < 30 else []

    def _made(self, table: str, **values: Any) -> int:
        names, places = ", ".join(values), ", ".join(["%s"] * len(values))
        row = self.database.execute(
            f"INSERT INTO public.{table} ({names}) VALUES ({places}) RETURNING id", list(values.values())
        ).fetchone()
        assert row is not None
        return int(row[0])

    def report(self, report: Report) -> None:
        """One report with its filing, its source, its chains and its claims."""
        pk = report.number + 1
        shown = datetime.combine(report.day, datetime.min.time(), UTC) + timedelta(
            hours=30, seconds=report.number % 3600
        )
        outlet = self.outlets[report.outlet]
        origin = None if report.origin is None else report.origin + 1
        public_id = id_of("a", pk)
        self._add(
            "articles_article", pk, public_id, outlet, "", report.language, report.day, report.day, report.day, report.day,
            f"https://courier-{report.outlet + 1}.example/{pk}", "", origin, "", "", "", "republication" if origin else "",
            "published", 1, _MADE, shown, shown, True,
        )  # fmt: skip
        is_shown = report.outlet != CLAIMS_ONLY
        said = "\n".join(
            words for claim in report.claims for words in (report.body[claim.start : claim.end], claim.paraphrase)
        )
        self._add(
            "articles_revision", pk, pk, 1, report.headline, report.body, "", "", "", self.editor, _MADE, shown, True
        )
        self._add(
            "articles_publictext", pk, pk, 1, report.language, report.headline, report.body if is_shown else "", "", "", "",
            said, _DIGEST, _DIGEST, shown, True, True,
        )  # fmt: skip
        for province in report.provinces:
            self._add(
                "articles_articleprovince", self._next("articles_articleprovince"), pk, self.provinces[province], True
            )
        for topic in report.topics:
            self._add("articles_articletopic", self._next("articles_articletopic"), pk, self.topics[topic], True)
        self._add("sources_attribution", pk, report.source, "unspecified", "", "", "", True)
        self._add("articles_reportattribution", pk, pk, pk, True)
        chains = self._chains(report, outlet)
        self._issue(public_id)
        for claim in report.claims:
            self._claim(report, claim, chains[claim.speech, claim.chain], shown)

    def _chains(self, report: Report, outlet: int) -> dict[tuple[str, int], int]:
        found = {}
        for speech, length in dict.fromkeys((claim.speech, claim.chain) for claim in report.claims):
            chain = found[speech, length] = self._next("sources_chain")
            self._add("sources_chain", chain, True)
            self._step(chain, 1, "outlet", outlet, None, None, "", "own" if length == 2 else "indirect")
            self._step(chain, 2, "unnamed", None, report.number + 1, None, report.source, speech)
            if length:
                institution = self.institutions[report.institution]
                self._step(
                    chain,
                    3,
                    "institution",
                    None,
                    None,
                    institution,
                    self.corpus.institutions[report.institution],
                    speech,
                )
        return found

    def _step(self, chain: int, position: int, kind: str, *rest: Any) -> None:
        *who, printed, speech = rest
        self._add(
            "sources_step",
            self._next("sources_step"),
            chain,
            position,
            kind,
            *who,
            printed,
            "said",
            speech,
            "printed",
            True,
        )

    def _claim(self, report: Report, claim: Claim, chain: int, shown: datetime) -> None:
        pk = self._next("articles_claim")
        public_id = id_of("c", pk)
        self._add("articles_claim", pk, public_id, report.number + 1, "published", _MADE, shown, "", True)
        self._add(
            "articles_claimversion", pk, pk, 1, report.number + 1, 1, claim.start, claim.end, 1,
            report.body[claim.start : claim.end], "", "", None, claim.paraphrase, report.number + 1, chain,
            *_dated(claim.event), *_dated(claim.due), "", "stands", self.editor, _MADE, "", shown, True, True,
        )  # fmt: skip
        for province in claim.provinces:
            self._add(
                "articles_claimprovince",
                self._next("articles_claimprovince"),
                pk,
                self.provinces[report.provinces[province]],
                True,
            )
        for topic in claim.topics:
            self._add(
                "articles_claimtopic", self._next("articles_claimtopic"), pk, self.topics[report.topics[topic]], True
            )
        self._issue(public_id)

    def _issue(self, public_id: str) -> None:
        self.issued.append({"id": public_id, "version": 1, "digest": ""})

    def _act(self) -> None:
        self.acts += 1
        said = json.dumps(self.issued)
        new_hash = hashlib.sha256(f"{self.last_hash}{said}".encode()).hexdigest()
        self._add(
            "articles_act", self.acts, self.acts, "issued", "", "", said, _MADE + timedelta(seconds=self.acts), self.last_hash,
            new_hash, self.editor, "", True,
        )  # fmt: skip
        self.last_hash, self.issued = new_hash, []

    def _next(self, table: str) -> int:
        return next(self.numbers[table])

    def _add(self, table: str, *values: Any) -> None:
        self.lines[table].append("\t".join(map(_copied, values)))

    def write(self) -> None:
        """Send what there is."""
        if self.issued:
            self._act()
        with self.database.cursor() as cursor:
            for table, lines in self.lines.items():
                columns = ", ".join(f'"{name}"' for name in TABLES[table].split())
                with cursor.copy(f"COPY public.{table} ({columns}) FROM STDIN") as copy:
                    copy.write("\n".join(lines) + "\n")
        self.lines.clear()


def _dated(day: date | None) -> Sequence[Any]:
    """Words, EDTF, earliest and latest day."""
    return (day.isoformat(), day.isoformat(), day, day) if day else ("", "", None, None)


def _copied(value: Any) -> str:
    if value is None:
        return "\\N"
    if value is True:
        return "t"
    # What is invented has neither backslashes nor tabs.
    return value.replace("\n", "\\n") if isinstance(value, str) else str(value)


def id_of(kind: Kind, number: int) -> str:
    """A public id that holds, another one for every number below 32⁶; numbers that follow each other are far apart."""
    mixed, digits = number * 387_420_489 % 32**6, str(kind)
    for _ in range(6):
        mixed, digit = divmod(mixed, 32)
        digits += ALPHABET[digit]
    return completed(digits)
