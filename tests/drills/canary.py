"""Marked words in every private place; every address × format is crawled and the dataset made, and no mark is found in any.

The marks are looked for plain, reversed, in hex, percent signs and base64. Then each of them leaves on purpose, in ten ways, and
all ten have to be found. The scene and the marks are those of tests/test_canary.py.
"""

import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

from tests.drills.frame import Figure, at_least, exactly, shown
from tests.drills.stand import Server, Stand, stand, until

CLIENTS, AT_ONCE = 4, 64
COMMITTEE = "Ryanggang Provincial Party Committee"
# What a report printed of its source stands on the pages of that report and its claims, and nowhere else.
PRINTED = {"zebrafinches", "harmonicaworks", "quinceorchard", "gazebokeepers"}
_OF_ONE = re.compile(r"(?:/ko)?(?:/(articles|claims|a|c)/[ac][0-9a-z]{7}(/|\.cite|$)|/briefing)")
_LINK = re.compile(r'(?:href|action)="(?:http://127\.0\.0\.1:8000)?(/[^"#]*)')
_ASKED = re.compile(r"[?&]q=([a-z]+)")


def drill(full: bool) -> Iterator[Figure]:
    """With `full` 20,000 answers of 2 planted and 30 sample reports, else 900."""
    most = 20_000 if full else 900
    with stand() as here:
        here.more |= {"SEARCHES_PER_MINUTE": "0"}
        if full:
            here.manage("desk", "load_samples", "--by", "one")
        here.become("desk")
        from django.contrib.auth.models import User

        from articles.editing.renaming import rename_institution
        from sources.models import Institution
        from tests import test_canary as scene

        for committee in Institution.objects.filter(name_en=COMMITTEE):
            # The samples know the body of the scene too; the scene finds it by its own address.
            rename_institution(
                by=User.objects.get(username="one"),
                institution=committee,
                name=COMMITTEE,
                slug="ryanggang-party-committee",
            )
        # Its name is a mark as well.
        User.objects.filter(username="two").update(username="walrustrainer")
        scene.plant(User.objects.get(username="walrustrainer"))
        private = _held(here, scene.MARKS)
        yield exactly("marks that stand in the desk's tables", len(private), len(scene.MARKS))
        with here.serving("reader", workers=2) as reader:
            until(lambda: reader.status("/articles/") == 200, 60)
            answers = _crawl(reader, [*scene.STARTS, *_pages()], most)
            dataset = _dataset(here, here.folder / "before")
            yield at_least("answers read", len(answers), most)
            yield shown("formats among them", ", ".join(sorted({_format(address) for address in answers})))
            yield shown("files of the dataset", len(dataset))
            yield exactly("places with a mark", "; ".join(_leaks(answers | dataset)[:5]) or "none", "none")
            beside = sum(bool(scene.seen(text)) for address, text in answers.items() if _OF_ONE.match(address))
            yield at_least("pages of the report itself, which print its source", beside, 4)
            _leak()
            until(lambda: "GAZEBOKEEPERS" in reader.ask("/outlets.csv")[2].decode(), 60)
            found = _crawl(reader, [*scene.STARTS, *_pages()], 500) | _dataset(here, here.folder / "after")
            marks = {mark for leak in _leaks(found) for mark in leak.rpartition(": ")[2].split(", ")}
            yield exactly("planted leaks found", len(marks), 10)
            yield shown("places they were found in", len(_leaks(found)))


def _pages() -> list[str]:
    """Where pages for people begin."""
    lists = (
        "articles",
        "claims",
        "provinces",
        "topics",
        "institutions",
        "outlets",
        "due",
        "contradictions",
        "series",
        "changes",
    )
    return [
        "/",
        "/about/",
        "/data/",
        "/map/",
        "/timeline/",
        "/coverage/",
        "/search/",
        "/check/",
        *(f"/{name}/" for name in lists),
    ]


def _crawl(reader: Server, starts: list[str], most: int) -> dict[str, str]:
    """So many answers by address, the nearest first, whatever they are."""
    from tests.test_canary import _IDS, _OUT

    answers: dict[str, str] = {}
    waiting = dict.fromkeys(starts)
    with ThreadPoolExecutor(CLIENTS) as pool:
        while waiting and len(answers) < most:
            now = list(waiting)[: min(AT_ONCE, most - len(answers))]
            for address in now:
                del waiting[address]
            for address, text in zip(now, pool.map(lambda address: _read(reader, address), now), strict=True):
                answers[address] = text
                found = [*_OUT.findall(text), *_LINK.findall(text)]
                for public_id in _IDS.findall(text):
                    kind = "articles" if public_id[0] == "a" else "claims"
                    found += [f"/api/v1/{kind}/{public_id}", f"/{kind}/{public_id}/", f"/{kind}/{public_id}/cite.ris"]
                    found += [f"/claims/{public_id}.jsonld"] if kind == "claims" else []
                for link in found:
                    path = link.replace("&amp;", "&")
                    if path not in answers and not path.startswith("/static/"):
                        waiting.setdefault(path)
    return answers


def _read(reader: Server, address: str) -> str:
    """Headers and body."""
    _, headers, body = reader.ask(address)
    return f"{headers}\n{body.decode(errors='replace')}"


def _dataset(here: Stand, folder: Path) -> dict[str, str]:
    """Every file of the dataset."""
    here.manage("reader", "export_dataset", str(folder))
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {f"dataset/{path.relative_to(folder)}": path.read_text(errors="replace") for path in files}


def _format(address: str) -> str:
    path = address.partition("?")[0]
    ending = path.rpartition("/")[2].rpartition(".")[2]
    return "api" if path.startswith("/api/") else ending if ending.islower() and ending.isalpha() else "html"


def _leaks(answers: Mapping[str, str]) -> list[str]:
    """Each address with the marks that must not be in its answer."""
    from tests.test_canary import seen

    found = []
    for address, text in answers.items():
        asked = _ASKED.search(address)
        # A search says what was searched for.
        marks = seen(text) - ({asked[1]} if asked else set()) - (PRINTED if _OF_ONE.match(address) else set())
        if marks:
            found.append(f"{address}: {', '.join(sorted(marks))}")
    return found


def _held(here: Stand, marks: tuple[str, ...]) -> set[str]:
    """The marks that some row of some table holds."""
    tables = [
        name for (name,) in here.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
    ]
    said = " ".join(str(here.rows(f'SELECT row::text FROM "{table}" row')) for table in tables)
    return {mark for mark in marks if mark in said}


def _leak() -> None:
    """Each mark in another public place, written in another way."""
    import base64

    from django.contrib.auth.models import User

    from articles.editing.claims import draft_of, latest_version, revise_claim
    from articles.editing.drafting import Words, propose_revision
    from articles.editing.publishing import publish_article
    from articles.editing.renaming import rename_institution, rename_outlet, rename_topic
    from articles.models import Article, Claim, Topic
    from sources.models import Institution, Outlet
    from tests.shelf import shelve

    by = User.objects.get(username="one")
    coded = {mark: base64.b64encode(f"x{mark}y".encode()).decode() for mark in ("walrustrainer", "tubaplayers")}
    other = shelve(by=by, headline="Of zebrafinches")
    propose_revision(
        by=by,
        article=other,
        words=Words("Of zebrafinches", "It said skrowacinomrah.", "A picture", f"Photo {coded['tubaplayers']}"),
    )
    publish_article(by=by, article=other)
    Article.objects.filter(pk=other.pk).update(
        byline=b"quinceorchard".hex(),
        archived_url=f"https://archive.example/{coded['walrustrainer']}",
        original_url="https://courier.example/" + quote("".join(f"%{byte:02x}" for byte in b"marzipanfair"), safe="%"),
    )
    rename_outlet(by=by, outlet=Outlet.objects.get(slug="southern-gazette"), name="The GAZEBOKEEPERS")
    rename_topic(by=by, topic=Topic.objects.get(slug="self-reliance"), name="Kumquatpress")
    rename_institution(by=by, institution=Institution.objects.first(), name="Committee of ocelotkeeper")  # type: ignore[arg-type]
    claim = Claim.objects.filter(is_public=True).order_by("pk").first()
    assert claim is not None
    version = latest_version(claim)
    draft = draft_of(version)
    changed = type(draft)(**{**draft.__dict__, "paraphrase": "They spoke of a Yodelcontest."})
    revise_claim(by=by, claim=claim, revision=version.revision, draft=changed)
    publish_article(by=by, article=claim.article)
