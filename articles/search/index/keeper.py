"""Keeps the index: builds it, brings it up to the last act, and answers only when it is.

One folder a machine, one writer at a time by a file lock; every other process waits for it and opens what it wrote. Before
every answer the edition of the record is asked for. Where it is another one, the number of the last act on the record,
which is the index's version, says what has to be read again.
"""

import fcntl
import json
import logging
import shutil
import threading
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TypeVar

import tantivy
from django.conf import settings
from django.db import connection

from articles.facets import FIRST_YEAR, LAST_YEAR
from articles.models import Act, Article, Claim, Topic
from articles.queries.due import showing_anything_in
from articles.search.analysis import HANGUL_RUN, pairs, stem
from articles.search.index.documents import documents, state_document, with_their_groups
from articles.search.index.schema import TEXTS, register, schema
from provinces.models import Edition

logger = logging.getLogger(__name__)
T = TypeVar("T")
KINDS = ("articles", "claims", "earlier_articles", "earlier_claims")
BATCH = 500
# So many reports are rewritten at once when deleted words are taken out.
PIECE = 2_000
# So long a request waits for the index to catch up before it says that it cannot answer.
PATIENCE = 1.0
HEAP = 60_000_000
_PAUSE = 0.02
# More reports than these are not indexed while somebody waits, but beside.
MOST_AT_ONCE = 500
# Another process may read from a server that is a moment ahead of ours, and write the index as that one has it. Acts that
# ours does not have after so long are those of another record.
AHEAD = 5.0
# So many words are remembered with how many reports have them.
MOST_COUNTED = 50_000


class NotCurrent(Exception):
    """The index cannot be brought up to the public record in time."""


class NotBuilt(NotCurrent):
    """There is no index yet, or none that this code can read: one is being made, which takes minutes where there is much."""


@dataclass(frozen=True)
class State:
    """What an index knows: the last act with its hash, and the broader topics of each topic as they were."""

    act: int
    hash: str
    above: Mapping[int, Sequence[int]]

    def text(self) -> str:
        """As it is kept in the index itself, so that both change in one commit."""
        return json.dumps(
            {"act": self.act, "hash": self.hash, "above": {str(pk): sorted(pks) for pk, pks in self.above.items()}}
        )

    @classmethod
    def read(cls, text: str) -> "State":
        """Of such a text."""
        kept = json.loads(text)
        return cls(kept["act"], kept["hash"], {int(pk): pks for pk, pks in kept["above"].items()})


@dataclass(frozen=True)
class Opened:
    """The index as it stands, the same for as long as it is held."""

    state: State
    indexes: Mapping[str, tantivy.Index]
    searchers: Mapping[str, tantivy.Searcher]
    counted: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def how_many(self, text: str) -> int:
        """How many current reports have a word, or each pair of syllables of a run of Hangul, at most; by the dictionary."""
        if text not in self.counted:
            if len(self.counted) > MOST_COUNTED:
                self.counted.clear()
            searcher = self.searchers["articles"]
            tokens = pairs(text).split() if HANGUL_RUN.fullmatch(text) else stem(text).split()
            self.counted[text] = min(
                (max(searcher.doc_freq(name, token) for name in TEXTS) for token in tokens), default=0
            )
        return self.counted.get(text, 0)

    @cached_property
    def years(self) -> Sequence[int]:
        """Those that a report or a claim may be of, the first one first; by the dictionary."""
        return [
            year
            for year in range(FIRST_YEAR, LAST_YEAR + 1)
            if any(searcher.doc_freq("in_year", year) for searcher in self.searchers.values())
        ]


class Keeper:
    """One folder of the index, seen from one process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._opened: Opened | None = None
        self._generation = ""
        # The edition of the record of which the opened index is known to be.
        self._edition: str | None = None
        self._here = threading.Lock()
        self._builder: threading.Thread | None = None
        # Whether what is in the folder was made for another schema.
        self._is_foreign = False
        # Since when the index has known acts that our server does not have.
        self._ahead_since: float | None = None

    def current(self, edition: str = "") -> Opened:
        """The index as of the last act. Raises NotCurrent when it is not so far within PATIENCE seconds.

        `edition`: of the record, where it was just asked for.
        """
        deadline = time.monotonic() + PATIENCE
        while True:
            if self._builder and self._builder.is_alive():
                raise NotBuilt("the index is being made")
            edition = edition or Edition.now()
            opened = self._opened
            if opened and self._edition == edition and self._generation == self._newest():
                return opened
            # Asked for after the edition: whatever comes in between is seen now or makes yet another edition.
            state = record_state()
            if not self._here.acquire(timeout=max(0.0, deadline - time.monotonic())):
                # Another thread of this process writes, perhaps for long.
                raise self._too_late(state)
            try:
                opened = self._opened = self._open()
                if opened and opened.state == state:
                    self._edition, self._ahead_since = edition, None
                    return opened
                with self._writing() as writes:
                    caught_up = writes and self._catch_up()
            finally:
                self._here.release()
            if not caught_up:
                if time.monotonic() > deadline:
                    raise self._too_late(state)
                time.sleep(_PAUSE)
            edition = ""

    def _too_late(self, state: State) -> NotCurrent:
        is_built = self._newest() and not self._is_foreign
        return NotCurrent(f"act {state.act}") if is_built else NotBuilt(f"act {state.act}")

    def known(self) -> State | None:
        """What the index in the folder knows, whatever the record says by now; None where there is none that can be read."""
        opened = Keeper(self.folder)._open()  # what this one has opened stays as it is
        return opened.state if opened else None

    def build(self) -> int:
        """Everything anew, in a folder beside, then exchanged. Answers the number of reports."""
        with self._writing(patient=True):
            return self._build()

    def _build(self) -> int:
        with _patience_of_the_database():
            return self._build_anew()

    def _build_anew(self) -> int:
        state = record_state()
        name = f"{time.time_ns():x}"
        fresh = self.folder / name
        writers = {}
        for kind in KINDS:
            (fresh / kind).mkdir(parents=True)
            writers[kind] = register(tantivy.Index(schema(), path=str(fresh / kind))).writer(4 * HEAP, 1)
        count = 0
        for pks in _batched(_public_pks(), BATCH):
            found = documents(pks, state.above)
            for kind, made in zip(KINDS, found, strict=True):
                for _, document in made:
                    writers[kind].add_document(document)
            count += len(found[0])
        for writer in writers.values():
            _commit(writer, state)
            writer.wait_merging_threads()
        (self.folder / "generation.new").write_text(name)
        (self.folder / "generation.new").replace(self.folder / "generation")
        for old in self.folder.iterdir():
            if old.is_dir() and old.name != name:
                shutil.rmtree(old, ignore_errors=True)
        return count

    def _newest(self) -> str:
        try:
            return (self.folder / "generation").read_text()
        except FileNotFoundError:
            return ""

    def _open(self) -> Opened | None:
        """What is there now; None when nothing was built, or the two halves are not of the same act yet."""
        generation = self._newest()
        if not generation:
            return None
        if generation != self._generation or self._opened is None:
            try:
                indexes = {
                    kind: register(tantivy.Index(schema(), path=str(self.folder / generation / kind))) for kind in KINDS
                }
            except (ValueError, OSError):
                self._is_foreign = True
                return None
        else:
            indexes = dict(self._opened.indexes)
        self._generation, self._is_foreign = generation, False
        for index in indexes.values():
            index.reload()
        searchers = {kind: index.searcher() for kind, index in indexes.items()}
        states = {_state(searcher) for searcher in searchers.values()}
        if len(states) != 1 or None in states:
            return None
        return Opened(State.read(states.pop() or ""), indexes, searchers)

    @contextmanager
    def _writing(self, *, patient: bool = False) -> Iterator[bool]:
        """The right to write, for one process at a time; False when another has it and we are not `patient`."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | (0 if patient else fcntl.LOCK_NB))
            except BlockingIOError:
                yield False
                return
            yield True

    def _catch_up(self) -> bool:
        """Apply the acts since; the writer's lock is held. An index of another record is built anew.

        False while the index is ahead of our server, which will be there in a moment.
        """
        opened, state = self._open(), record_state()
        if self._is_ahead(opened, state):
            return False
        if opened is None or not _is_past(opened.state):
            if Article.objects.published()[MOST_AT_ONCE:].exists():
                self._begin_building()
                raise NotBuilt("the index is about to be made")
            self._build()
            return True
        acts = Act.objects.published().filter(number__gt=opened.state.act, number__lte=state.act).order_by("number")
        ids = {subject["id"] for subjects in acts.values_list("subjects", flat=True) for subject in subjects}
        pks = set(self._touched(opened, ids))
        pks |= set(self._told_as(opened, pks))
        pks |= set(self._beside(opened, pks))
        pks |= set(self._shown_in(opened, pks))
        moved = {pk for pk in state.above if opened.state.above.get(pk) != state.above[pk]}
        pks |= self._filed_under(opened, moved)
        # What is said of a report rests on its copies too; of those that are gone nothing is left to say.
        self._rewrite(opened, dict.fromkeys(KINDS, pks | set(with_their_groups(pks))), state)
        return True

    def _is_ahead(self, opened: Opened | None, state: State) -> bool:
        """Whether another process wrote the index from a server that is ahead of ours; not where there is one server."""
        if opened is None or opened.state.act <= state.act or not settings.STANDBYS:
            self._ahead_since = None
            return False
        now = time.monotonic()
        self._ahead_since = self._ahead_since or now
        return now - self._ahead_since < AHEAD + settings.REPLICA_LAG_MS / 1000

    def _begin_building(self) -> None:
        """Build beside, in a thread of this process; requests are told so meanwhile."""
        self._builder = threading.Thread(target=self._build_beside, name="builder", daemon=True)
        self._builder.start()

    def _build_beside(self) -> None:
        try:
            self._build_unless_built()
        except Exception as error:
            # The next request begins again. Of what was read nothing is to stand in a log.
            logger.warning("the index could not be made: %s", type(error).__name__)
        finally:
            connection.close()

    def _build_unless_built(self) -> None:
        """Another process may have been first."""
        with self._writing(patient=True):
            opened = self._open()
            if opened is None or not _is_past(opened.state):
                self._build()

    def _touched(self, opened: Opened, ids: Iterable[str]) -> Iterator[int]:
        """The reports, as they are and as they were, that acts on these public ids concern."""
        for some in _batched(sorted(ids), BATCH):
            yield from Article.objects.published().filter(public_id__in=some).values_list("pk", flat=True)
            yield from Claim.objects.published().filter(public_id__in=some).values_list("article", flat=True)
            for searcher in opened.searchers.values():
                found = tantivy.Query.term_set_query(schema(), "id", list(some))
                yield from _numbers(searcher, found, "article")

    def _told_as(self, opened: Opened, pks: Iterable[int]) -> Iterator[int]:
        """The reports with claims that are, or were, one statement with a claim of these."""
        searcher = opened.searchers["claims"]
        for some in _batched(sorted(pks), BATCH):
            joined = Claim.objects.published().filter(article__among=some).exclude(statement=None)
            had = _numbers(searcher, tantivy.Query.term_set_query(schema(), "article", list(some)), "statement")
            statements = sorted({*had, *(pk for pk in joined.values_list("statement", flat=True) if pk)})
            if statements:
                yield from Claim.objects.published().filter(statement__in=statements).values_list("article", flat=True)
                were = tantivy.Query.term_set_query(schema(), "statement", statements)
                yield from _numbers(searcher, were, "article")

    def _beside(self, opened: Opened, pks: Iterable[int]) -> Iterator[int]:
        """The reports that were of one group with these: what a first report announced is left to its copies once it is gone."""
        searcher = opened.searchers["articles"]
        for some in _batched(sorted(pks), BATCH):
            were = tantivy.Query.term_set_query(schema(), "article", list(some))
            if groups := sorted(set(_numbers(searcher, were, "group"))):
                yield from _numbers(searcher, tantivy.Query.term_set_query(schema(), "group", groups), "article")

    def _shown_in(self, opened: Opened, pks: Iterable[int]) -> Iterator[int]:
        """The reports with announcements of which a claim of these shows, or showed, what became."""
        for some in _batched(sorted(pks), BATCH):
            yield from showing_anything_in(some)
            were = tantivy.Query.term_set_query(schema(), "shown_by", list(some))
            yield from _numbers(opened.searchers["claims"], were, "article")

    def _filed_under(self, opened: Opened, topics: set[int]) -> set[int]:
        found: set[int] = set()
        for searcher in opened.searchers.values() if topics else ():
            query = tantivy.Query.term_set_query(schema(), "own_topic", sorted(topics))
            found.update(_numbers(searcher, query, "article"))
        return found

    def _rewrite(self, opened: Opened, wanted: Mapping[str, Collection[int]], state: State) -> None:
        """Replace all that is known of reports in each of the indexes where they are wanted; what is read is read once."""
        writers = {kind: opened.indexes[kind].writer(HEAP, 1) for kind in wanted}
        for some in _batched(sorted(set().union(*wanted.values())), BATCH):
            found = dict(zip(KINDS, documents(some, state.above), strict=True))
            for kind, pks in wanted.items():
                theirs = [pk for pk in some if pk in pks]
                writers[kind].delete_documents_by_query(tantivy.Query.term_set_query(schema(), "article", theirs))
                for pk, document in found[kind]:
                    if pk in pks:
                        writers[kind].add_document(document)
        for writer in writers.values():
            _commit(writer, state)
        for writer in writers.values():
            writer.wait_merging_threads()

    def sweep(self) -> int:
        """Write every part of the index anew that still holds deleted words. Answers how many reports that were.

        The right to write is given back after every PIECE, so that acts in between are not held up.
        """
        is_needed = any(self._parts_with_deleted(kind) for kind in KINDS) if self._newest() else False
        return sum(map(self._sweep, _batched(_public_pks(), PIECE))) if is_needed else 0

    def _sweep(self, pks: Sequence[int]) -> int:
        with self._here, self._writing(patient=True):
            opened = self._open()
            # Nothing is written from a server that does not have what the index has.
            if opened is None or not _is_past(opened.state):
                return 0
            wanted = {kind: found for kind in KINDS if (found := self._beside_deleted(opened, kind, pks))}
            if wanted:
                self._rewrite(opened, wanted, opened.state)
            return len(set().union(*wanted.values()))

    def _beside_deleted(self, opened: Opened, kind: str, pks: Sequence[int]) -> set[int]:
        """Those of some reports that stand in a part of one index that still holds deleted words."""
        dirty = self._parts_with_deleted(kind)
        if not dirty:
            return set()
        searcher = opened.searchers[kind]
        theirs = tantivy.Query.range_query(schema(), "article", tantivy.FieldType.Unsigned, pks[0], pks[-1])
        hits = searcher.search(theirs, max(searcher.num_docs, 1), count=False).hits
        addresses = [address for _, address in hits if address.segment_ord in dirty]
        return {int(pk or 0) for pk in searcher.fast_field_values("article", addresses)}

    def _parts_with_deleted(self, kind: str) -> set[int]:
        """Which parts of one index hold deleted words, by their places in it."""
        meta = json.loads((self.folder / self._newest() / kind / "meta.json").read_text())
        return {place for place, segment in enumerate(meta["segments"]) if segment.get("deletes")}


def everything() -> tantivy.Query:
    """Every report, or claim; not the document that says what the index knows."""
    return tantivy.Query.const_score_query(tantivy.Query.term_query(schema(), "is_any", 1), 0.0)


@contextmanager
def _patience_of_the_database() -> Iterator[None]:
    """Statements may take longer than those of a page: the machine may be busy, and nobody waits for them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('statement_timeout'), set_config('statement_timeout', %s, false)", ["60s"]
        )
        (usual, _) = cursor.fetchone()
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, false)", [usual])


def _commit(writer: tantivy.IndexWriter, state: State) -> None:
    """Commit what was written, and then what the index knows, as a segment of its own.

    Beside reports it would be a deleted document among them at the next commit; each sweep would write those anew and
    leave the same behind it, without end. Reports that are ahead of what the index knows are only brought up once more.
    """
    writer.commit()
    writer.delete_documents_by_term("id", "state")
    writer.add_document(state_document(state.text()))
    writer.commit()
    writer.garbage_collect_files()


def _state(searcher: tantivy.Searcher) -> str | None:
    hits = searcher.search(tantivy.Query.term_query(schema(), "id", "state"), 1).hits
    return str(searcher.doc(hits[0][1])["state"][0]) if hits else None


def _numbers(searcher: tantivy.Searcher, query: tantivy.Query, name: str) -> list[int]:
    hits = searcher.search(query, max(searcher.num_docs, 1), count=False).hits
    return [int(value) for value in searcher.fast_field_values(name, [address for _, address in hits]) if value]


def _public_pks() -> Iterator[int]:
    """Every public report, in keyset order, so that no statement runs long."""
    last = 0
    while pks := list(
        Article.objects.published().filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        yield from pks
        last = pks[-1]


def _is_past(state: State) -> bool:
    """Whether the record once stood so, and has only grown since."""
    return state.act == 0 or Act.objects.published().filter(number=state.act, hash=state.hash).exists()


def record_state() -> State:
    """How the public record stands; two queries."""
    last = Act.objects.published().order_by("-number").values_list("number", "hash").first()
    return State(*(last or (0, "")), topics_above())


def topics_above() -> dict[int, list[int]]:
    """Each public topic with itself and all broader ones, sorted; a circle, should an editor make one, ends."""
    broader = dict(Topic.objects.published().values_list("pk", "broader"))
    found = {}
    for pk in broader:
        line, at = [pk], broader[pk]
        while at is not None and at in broader and at not in line:
            line.append(at)
            at = broader[at]
        found[pk] = sorted(line)
    return found


_keepers: dict[str, Keeper] = {}


def keeper() -> Keeper:
    """This process's keeper; tests of one database have a folder of their own."""
    folder = Path(settings.DATA_DIR) / "index" / str(connection.settings_dict["NAME"])
    return _keepers.setdefault(str(folder), Keeper(folder))


def _batched(values: Iterable[T], size: int) -> Iterator[list[T]]:
    source = iter(values)
    while some := list(islice(source, size)):
        yield some
