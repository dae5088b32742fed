"""A backup is brought back: the same rows and pages; what went since stays gone, what was published since answers 410.

Two stands beside the first one: one gets the backup alone, the other also the acts that were kept outside the database.
Of the second the public site is asked all the while, and must show nothing before every act was done again.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

from tests.drills.frame import Figure, at_least, exactly, shown
from tests.drills.stand import Server, Stand, stand

ADDRESS = {"BASE_URL": "http://127.0.0.1:8000"}
LEADS_ON = {200, 308, 410, 451}
# Stands in the text that is removed after the backup was made, and nowhere else.
REMOVED = "quartzwhistle"


def drill(full: bool) -> Iterator[Figure]:
    """With `full` every address is looked at, of 2,000 reports more; else one in sixteen of those that nothing was done to."""
    with ExitStack() as stack:
        first = stack.enter_context(stand())
        first.more |= ADDRESS
        said = _fill(first, 2_000 if full else 0)
        backup = first.folder / "backup"
        began = time.monotonic()
        made = first.manage("owner", "backup", str(backup))
        yield shown("backup took", time.monotonic() - began, "s")
        with first.serving("reader") as reader:
            before = _look_at(reader, _some(_addresses(first), full))
        yield at_least("addresses ever given out", len(before), 150 if full else 80)

        second = stack.enter_context(stand(is_filled=False))
        second.more |= ADDRESS
        began = time.monotonic()
        second.manage("owner", "restore", str(backup))
        yield shown("restore took", time.monotonic() - began, "s")
        again = second.manage("owner", "backup", str(second.folder / "again"))
        yield exactly("hash of all rows, as SQL", _rows(again), _rows(made))
        _dress(first, second)
        with second.serving("reader") as reader:
            after = _look_at(reader, before)
        yield exactly("addresses that answer otherwise", sum(before[each] != after[each] for each in before), 0)
        yield exactly("verify finds", _found(second), 0)
        refused = second.tried("owner", "restore", str(backup))
        yield exactly("exit code of a restore over what is there", refused.returncode, 1)
        second.cluster.stop()

        acts = first.rows("SELECT max(number) FROM articles_act")[0][0]
        gone = first.manage("desk", "shell", "--no-imports", said=AFTERWARDS.format(**said, removed=REMOVED)).split()
        touched = _addresses(first, since=acts)
        issued = sorted({*_some(_addresses(first), full), *touched})
        with first.serving("reader") as reader:
            now = _look_at(reader, issued)
        third = stack.enter_context(stand(is_filled=False))
        third.more |= ADDRESS
        shutil.copytree(first.folder / "acts", third.folder / "acts")
        _dress(first, third)
        with third.serving("reader", ready="/healthz") as reader:
            watched = _Watched(reader, [f"/articles/{each}/" for each in gone])
            third.manage("owner", "restore", str(backup))
            watched.end()
            yield at_least("times the public site was asked meanwhile", watched.times, 10)
            yield exactly("times it showed what had gone", watched.shown, 0)
            _until_ready(reader)
            seen = _look_at(reader, issued)
        wrong = [address for address in issued if seen[address][0] not in LEADS_ON]
        sys.stderr.write("".join(f"{each}: {now[each][0]}, then {seen[each][0]}\n" for each in wrong[:20]))
        yield exactly("addresses that lead nowhere", len(wrong), 0)
        back = [address for address in issued if now[address][0] in (410, 451) and seen[address][0] == 200]
        yield exactly("of what had gone since, what is back", len(back), 0)
        yield exactly("rows with a word that was removed since", _with_word(third, REMOVED), 0)
        yield exactly("rows with it in the backup, which it is sought in", _with_word(second, REMOVED) > 0, True)
        yield exactly("verify finds", _found(third), 0)
        ledgers = [here.rows("SELECT number, hash FROM articles_act ORDER BY number") for here in (first, third)]
        yield exactly("acts lost of the ledger", len(set(ledgers[0]) - set(ledgers[1])), 0)


FILL = """
from django.contrib.auth.models import User
from django.core.management import call_command
from articles.editing.drafting import Words, propose_revision
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import withdraw_article
from articles.models import Article
one = User.objects.get(username="one")
call_command("load_samples", by="one", verbosity=0)
out = list(Article.objects.filter(is_public=True).exclude(claims=None).distinct().order_by("pk"))
withdraw_article(by=one, article=out[0], reason="as it was")
text = out[1].revisions.last()
propose_revision(by=one, article=out[1], words=Words("Another headline", "{removed} " + text.body))
publish_article(by=one, article=out[1])
print("OUT", *(row.public_id for row in out[1:7]))
"""
AFTERWARDS = """
from django.contrib.auth.models import User
from articles.editing.drafting import Description, Words, draft_report, propose_revision
from articles.editing.publishing import publish_article
from articles.editing.removing import ask_removal, confirm_removal
from articles.editing.renaming import rename_topic
from articles.editing.withdrawing import withdraw_article, withdraw_claim
from articles.models import ActKind, Article, Claim, Topic, WithdrawalClass
from articles.dates import PartialDate
one, two = User.objects.get(username="one"), User.objects.get(username="two")
called = lambda public_id: Article.objects.get(public_id=public_id)
with_removed, hidden, legal, claimed, retracted, corrected = map(called, {ids})
propose_revision(by=one, article=with_removed, words=Words("A third headline", "Nothing of it."))
publish_article(by=one, article=with_removed)
confirm_removal(by=two, removal=ask_removal(by=one, revision=with_removed.revisions.get(number=2), reason="it has to go"))
withdraw_article(by=one, article=hidden, reason="it has to go")
withdraw_article(by=one, article=legal, withdrawal_class=WithdrawalClass.LEGAL, reason="it has to go")
withdraw_claim(by=one, claim=claimed.claims.filter(is_public=True).first(), reason="it has to go")
publish_article(by=one, article=retracted, kind=ActKind.RETRACTED)
propose_revision(by=one, article=corrected, words=Words("Corrected", "It was otherwise."))
publish_article(by=one, article=corrected)
topic = Topic.objects.filter(is_public=True, article_items__content_object__is_public=True).first()
rename_topic(by=one, topic=topic, name="Renamed", slug="renamed-since")
new = draft_report(by=one, outlet=corrected.outlet, words=Words("New", "Published after the backup."),
    description=Description(published=PartialDate.parse("2023-04")))
publish_article(by=one, article=new)
print(hidden.public_id, legal.public_id, new.public_id)
"""


def _fill(here: Stand, reports: int) -> dict[str, Any]:
    said = here.manage("desk", "shell", "--no-imports", said=FILL.format(removed=REMOVED))
    if not reports:
        return {"ids": re.findall(r"\ba\w{7}\b", said.partition("OUT")[2])}
    path = here.folder / "reports.jsonl"
    path.write_text(
        "".join(
            f'{{"headline": "Market {n}", "body": "In Hyesan {n} sacks of rice were sold.\\n\\nNobody saw more.", '
            f'"published": "2022-04"}}\n'
            for n in range(reports)
        )
    )
    options = ["--outlet", "Border Gazette", "--show", "full", "--publish", "--by", "one"]
    here.manage("desk", "import_reports", str(path), *options)
    return {"ids": re.findall(r"\ba\w{7}\b", said.partition("OUT")[2])}


def _addresses(here: Stand, since: int = 0) -> list[str]:
    """Every address that acts after this one speak of, and every one in the registry."""
    found = []
    for public_id, version in here.rows(
        "SELECT DISTINCT subject->>'id', (subject->>'version')::int FROM articles_act, jsonb_array_elements(subjects) subject"
        f" WHERE number > {since}"
    ):
        page = "articles" if public_id[0] == "a" else "claims"
        found += [f"/{page}/{public_id}/", f"/{public_id[0]}/{public_id}"]
        found += [f"/{page}/{public_id}/v/{version}/"] if version else []
    pages = {"topic": "topics", "institution": "institutions", "outlet": "outlets", "province": "provinces"}
    for kind, slug in here.rows(
        "SELECT kind, slug FROM articles_address" + (" ORDER BY id DESC LIMIT 3" if since else "")
    ):
        found.append(f"/{pages[kind]}/{slug}/")
    return sorted(set(found))


def _some(addresses: list[str], full: bool) -> list[str]:
    return addresses if full else addresses[::16]


def _look_at(reader: Server, addresses: Collection[str]) -> dict[str, tuple[int, str]]:
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(addresses, pool.map(lambda address: _look(reader, address), addresses), strict=True))


def _look(reader: Server, address: str) -> tuple[int, str]:
    status, headers, body = reader.ask(address)
    return status, headers.get("location") or hashlib.sha256(body).hexdigest()


def _rows(said: str) -> str:
    return said.split()[-1]


def _found(here: Stand) -> int:
    said = here.tried("owner", "verify")
    return 0 if said.returncode == 0 else len(said.stdout.splitlines()) or 1


def _dress(source: Stand, target: Stand) -> None:
    shutil.copytree(source.folder / "static", target.folder / "static", dirs_exist_ok=True)


def _with_word(here: Stand, word: str) -> int:
    """How many rows of any table hold a word, as a dump has them."""
    here.cluster.start()
    from config.backup.programs import program

    programs = program("pg_dump", 18)
    said = subprocess.run([programs, here.cluster.url("superuser")], capture_output=True, text=True, check=True).stdout
    return sum(word in line for line in said.splitlines())


def _until_ready(reader: Server) -> None:
    while reader.status("/articles/") != 200:
        time.sleep(0.1)


class _Watched:
    """Asks for pages over and over until it is told to end."""

    def __init__(self, reader: Server, addresses: list[str]) -> None:
        self.times = self.shown = 0
        self._is_over = False
        self._thread = threading.Thread(target=self._ask, args=(reader, addresses), daemon=True)
        self._thread.start()

    def _ask(self, reader: Server, addresses: list[str]) -> None:
        while not self._is_over:
            for address in addresses:
                self.times += 1
                self.shown += reader.status(address) == 200
            time.sleep(0.02)

    def end(self) -> None:
        time.sleep(0.5)
        self._is_over = True
        self._thread.join()
