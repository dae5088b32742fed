"""Every address of both sites, and the import, are given what no reader sends: no answer is a 500, and each comes in time.

NUL bytes, half letters, half percent signs, brackets by the thousand, ten thousand parameters, headers and bodies without end,
files that unpack to gigabytes. Which of them goes where is drawn by lot, the same in every run, and none is sent twice; an address
that reads no parameter has more of it in its path, one that reads some has mostly these. A fault that is planted is found.
"""

import contextlib
import gzip
import http.client
import io
import random
import re
import socket
import threading
import time
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import cycle, islice
from urllib.parse import quote, urlencode, urljoin

from tests.drills.frame import Figure, at_least, exactly, shown
from tests.drills.moves import Browser, browser
from tests.drills.stand import Server, Stand, stand

PATIENCE = 10.0
CLIENTS = 4
# As they stand in an address, after percent signs are written.
VALUES: tuple[bytes, ...] = (
    b"", b"%00", b"a%00b", b"%ff%fe", b"%c0%80", b"%ed%a0%80", b"%", b"%2", b"%zz", b"%25%25", b"..%2f..%2fetc%2fpasswd", b"%2e%2e/",
    b"-1", b"0", b"99999999999999999999999999", b"1e309", b"NaN", b"0x10", b"%D9%A3", b"1.5", b"%2B1", b"null", b"true",
    b"2023-02-30", b"9999-99-99", b"0000-00-00", b"2023-04/..", b"%E2%80%AE", b"%F0%9F%92%A9" * 60, b"%CC%81" * 500,
    b"'%22%3C%3E%26%5C", b"%3Cscript%3E", b"%7B%7B7*7%7D%7D", b"%24%7Bx%7D", b"';--", b"%28" * 3_000, b"%28a" * 40 + b"%29" * 40,
    b"%22", b"%22" * 199, b"-" * 200, b"a%20OR%20" * 30, b"a*%20" * 12, b"*", b"-*", b"q%3Aq%3Aq%3A", b"province%3A", b"after%3A0",
    b"a" * 201, b"a" * 9_000, b"%EA%B0%80" * 300, b"%E1%84%80" * 200, b"%0d%0aSet-Cookie:x=1", b"%0a", b"%09", b"+", b"%F4%8F%BF%BF",
    b"%EF%BF%BE", b"%EF%BB%BF", b"a0000000", b"c0000000", b"aOIL0000", b"[]", b"a[b]=c", b"a;b=c", b"%u0041", b"\xff\xfe", b"\xed\xa0\x80",
)  # fmt: skip
NAMES: tuple[bytes, ...] = (
    b"q", b"in", b"mode", b"province", b"topic", b"outlet", b"language", b"year", b"month", b"speech", b"state", b"after",
    b"before", b"event", b"institution", b"narrower", b"as_of", b"published_until", b"i", b"n", b"text", b"title", b"note", b"page",
    b"sort", b"%00", b"%ff", b"a[]",
)  # fmt: skip
HEADERS: tuple[bytes, ...] = (
    b"Accept-Datetime: yesterday", b"Accept-Datetime: Thu, 99 Foo 9999 99:99:99 GMT", b"If-None-Match: " + b'"x",' * 3_000,
    b"If-Modified-Since: \xff\xfe", b"Range: bytes=-1--1,5-,,", b"Accept-Encoding: br;q=x, \xff;;;q=", b"Accept: */*" + b",a/b" * 3_000,
    b"Cookie: " + b"a=b; " * 3_000, b"Cookie: desk=\xff\x80; desk-csrf=;;;=", b"X-Forwarded-For: \xff", b"X-Real-IP: 1.2.3.4.5",
    b"Host: 127.0.0.1\r\nHost: elsewhere.example", b"Host: [::1", b"Host: \xff", b"Host: 127.0.0.1:99999", b"Content-Length: -1",
    b"Content-Length: 5\r\nContent-Length: 7", b"Transfer-Encoding: chunked", b"Expect: 100-continue", b"Upgrade: h2c",
    b"Content-Type: multipart/form-data", b"Content-Type: multipart/form-data; boundary=" + b"x" * 300, b"X: " + b"y" * 60_000,
    b"Content-Type: text/html; charset=klingon", b"X-HTTP-Method-Override: DELETE", b"Referer: \x01", b"Accept-Language: " + b"ko," * 4_000,
    b"\r\n".join(b"X-%d: y" % n for n in range(300)),
)  # fmt: skip
METHODS = (b"POST", b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"HEAD", b"TRACE", b"CONNECT", b"WOBBLE", b"get")
FORM, MULTI = b"Content-Type: application/x-www-form-urlencoded", b"Content-Type: multipart/form-data; boundary=x"


@dataclass
class Count:
    """Answers by status, what they were to where one is wrong, and the longest time."""

    statuses: Counter[int] = field(default_factory=Counter)
    wrong: set[str] = field(default_factory=set)
    longest: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, status: int, seconds: float, asked: bytes) -> None:
        with self.lock:
            self.statuses[status] += 1
            self.longest = max(self.longest, seconds)
            if status >= 500:
                self.wrong.add(f"{status} {asked[:120]!r}")

    def figures(self, name: str, least: int) -> Iterator[Figure]:
        answers = sum(self.statuses.values())
        yield at_least(f"{name}: requests", answers, least)
        yield shown(f"{name}: answers", ", ".join(f"{k or 'closed'}: {v}" for k, v in sorted(self.statuses.items())))
        yield exactly(f"{name}: answers of 500 and above", "; ".join(sorted(self.wrong)[:3]) or "none", "none")
        yield exactly(f"{name}: nothing came within {PATIENCE:.0f} s", self.statuses[-1], 0)
        yield shown(f"{name}: the longest answer", self.longest, "s")


def drill(full: bool) -> Iterator[Figure]:
    """With `full` 10,000 for each public address and 22,000 at the desk, else 3,000 and 360."""
    with stand() as here:
        here.become("desk")
        # Nobody has to come back because others search: what is no answer here is the fault of what was asked.
        here.more |= {"SEARCHES_PER_MINUTE": "0", "SEARCHES_AT_ONCE": str(CLIENTS)}
        addresses = _addresses()
        most = 10_000 * len(addresses) if full else 3_000
        with here.serving("reader", workers=2) as reader:
            _until_it_lists(reader)
            count = Count()
            read = _read(reader, addresses, NAMES if full else ())
            _send_all(reader, islice(_drawn(random.Random(7), addresses, read=read), most), count)
            yield shown("public addresses", len(addresses))
            endless = _answered(reader, b"GET /search/?q=%b HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" % (b"a" * 10_000_000))
            yield exactly("a query of 10 MB is refused, or hung up on", endless in (0, 400, 414, 431), True)
            yield from count.figures("public site", most)
        with here.serving("desk", workers=2) as desk:
            count = Count()
            cookies = browser(here, desk, "one").cookies
            pages = [page.encode() for page in _pages(here, desk, 40)]
            said = b"Cookie: " + "; ".join(f"{name}={value}" for name, value in cookies.items()).encode()
            _send_all(desk, islice(_drawn(random.Random(8), pages, [said]), 20_000 if full else 300), count)
            yield from _send_forms(here, desk, count, 2_000 if full else 60)
            yield from count.figures("desk", 22_000 if full else 340)
        yield from _files(here)
        with here.serving("reader", application="tests.drills.faulty:application") as reader:
            count = Count()
            _send_all(reader, islice(_drawn(random.Random(7), [b"/data/"]), 60), count)
            yield exactly("a fault that is planted is found", bool(count.wrong), True)


def _addresses() -> list[bytes]:
    """Every public address, of a report with claims that is there."""
    from django.contrib.auth.models import User

    from tests.story import tell
    from tests.test_doors import DOORS, path_of

    story = tell(by=User.objects.get(username="one"))
    return [path_of(name, story).encode() for name in DOORS]


def _until_it_lists(reader: Server) -> None:
    while reader.status("/articles/") != 200:
        time.sleep(0.1)


def _read(reader: Server, addresses: Sequence[bytes], names: Sequence[bytes]) -> dict[bytes, Sequence[bytes]]:
    """Those of the names that each address reads, for it refuses them given twice; all of them where that is not asked or it
    reads others, none where it reads no parameter at all: whatever it is, it is as if it were not there.
    """
    odd = [b"year=soon", b"in=nowhere", b"after=nothing", b"i=nothing", b"q=%00"]

    def refuses(address: bytes, query: bytes) -> bool:
        return reader.status((address + (b"&" if b"?" in address else b"?") + query).decode()) == 400

    found: dict[bytes, Sequence[bytes]] = dict.fromkeys(addresses, ())
    for address in addresses:
        if any(refuses(address, query) for query in odd):
            found[address] = [name for name in names if refuses(address, b"%b=a&%b=b" % (name, name))] or NAMES
    return found


# --- what is sent


def _drawn(
    lots: random.Random,
    addresses: Sequence[bytes],
    more: Sequence[bytes] = (),
    read: Mapping[bytes, Sequence[bytes]] | None = None,
) -> Iterator[bytes]:
    """Whole requests, without end and none twice: each address in its turn, with what the lot gives it."""
    sent: set[int] = set()
    for address in cycle(addresses):
        names = (read or {}).get(address, NAMES)
        while hash(request := _request(lots, address, more, names)) in sent:
            pass
        sent.add(hash(request))
        yield request


def _request(lots: random.Random, address: bytes, more: Sequence[bytes], names: Sequence[bytes]) -> bytes:
    """One for an address that reads these parameters."""
    path, _, query = address.partition(b"?")
    value, method, headers, body = lots.choice(VALUES), b"GET", list(more), b""
    match lots.choice(_KINDS if names else _DEAF_KINDS):
        case "query":
            query = _some_query(lots, names)
        case "path":
            parts = path.split(b"/")
            parts[lots.randrange(len(parts))] = value
            path, query = b"/" + b"/".join(parts).lstrip(b"/"), lots.choice((query, _some_query(lots, names)))
        case "end":
            path, query = path + value, lots.choice((query, _some_query(lots, names)))
        case "header":
            headers.append(lots.choice(HEADERS))
        case "method":
            method = lots.choice(METHODS)
        case "body":
            method, (kind, body) = b"POST", lots.choice(_BODIES)
            headers.append(kind)
        case _:
            query = lots.choice(_QUERIES)
    if body or method == b"POST":
        headers.append(b"Content-Length: %d" % len(body))
    if not any(header.startswith(b"Host:") for header in headers):
        headers.append(b"Host: 127.0.0.1")
    target = path + (b"?" + query if query else b"")
    return b"%s %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n" % (method, target, b"\r\n".join(headers)) + body


# Most of what there are most of: of a few dozen headers, methods, bodies and endless queries each comes up often enough.
_FEW = ("header", "method", "body", "endless query")
_KINDS = (*("query",) * 8, *("path",) * 5, *("end",) * 3, *_FEW)
_DEAF_KINDS = (*("query",) * 2, *("path",) * 8, *("end",) * 6, *_FEW)


def _some_query(lots: random.Random, names: Sequence[bytes]) -> bytes:
    """Of one to three parameters; one in eight may be of those that are not read."""
    few = range(lots.randrange(1, 4))
    return b"&".join(
        lots.choice(names if lots.random() < 7 / 8 and names else NAMES) + b"=" + lots.choice(VALUES) for _ in few
    )


_QUERIES = (
    b"&".join(b"p%d=1" % n for n in range(5_000)),
    b"&" * 10_000,
    b"=" * 10_000,
    b"&".join(b"province=x%d" % n for n in range(400)),
    b"q=" + b"(" * 20_000,
    b"q=" + b"a" * 60_000,
    b"after=" + b"A" * 5_000,
    b"i=" + b"-".join(b"c0000000.%d" % n for n in range(1_000)),
    b"q=a&q=b&q=c",
)


def _parts(*parts: bytes) -> bytes:
    return b"".join(b"--x\r\n" + part + b"\r\n" for part in parts) + b"--x--\r\n"


def _of_a_file(name: bytes, content: bytes) -> bytes:
    return b'Content-Disposition: form-data; name="file"; filename="%s"\r\n\r\n' % name + content


_BODIES = (
    (FORM, b"&".join(b"p%d=1" % n for n in range(30_000))),
    (FORM, b"text=" + b"x" * 3_000_000),
    (FORM, b"text=" + b"%00" * 1_000),
    (FORM, b"text=\xff\xfe\xed\xa0\x80"),
    (FORM, b"text=" + b"https://a.example/a/a0000000/ " * 3_000),
    (FORM, b"title=" + b"%F0%9F%92%A9" * 5_000 + b"&i=c0000000.1&n=1"),
    (FORM + b"\r\nContent-Encoding: gzip", gzip.compress(b"text=" + b"a" * 20_000_000)),
    (MULTI, _parts(*(b'Content-Disposition: form-data; name="p%d"\r\n\r\n1' % n for n in range(2_000)))),
    (MULTI, _parts(b'Content-Disposition: form-data; name="text"; filename="\x00"\r\n\r\nx')),
    (MULTI, b"--x\r\nno header at all\r\n\r\n"),
    (MULTI, _parts(b'Content-Disposition: form-data; name="text"\r\nContent-Transfer-Encoding: base64\r\n\r\n====')),
    (b"Content-Type: application/json", b"[" * 100_000),
    (b"Content-Type: text/plain; charset=utf-7", b"+ADw-script+AD4-"),
)


# --- sending


def _send_all(server: Server, requests: Iterator[bytes], count: Count) -> None:
    lock = threading.Lock()

    def work() -> None:
        while True:
            with lock:
                request = next(requests, None)
            if request is None:
                return
            began = time.monotonic()
            count.add(_answered(server, request), time.monotonic() - began, request)

    threads = [threading.Thread(target=work, daemon=True) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _answered(server: Server, request: bytes) -> int:
    """The status; 0 where the server hung up on what is no HTTP, or too much of it; -1 where nothing came in time."""
    line = socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
    try:
        with contextlib.suppress(OSError):  # it has heard enough; what it said is there to be read
            line.sendall(request)
        answer = http.client.HTTPResponse(line, method=request.partition(b" ")[0].decode("latin-1"))
        answer.begin()
        answer.read()
        return answer.status
    except TimeoutError:
        return -1
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        line.close()


# --- the desk


# What tells one record or one order of a list from another in an address of the desk.
_WHICH = re.compile(r"\b[0-9a-z]*\d[0-9a-z]*\b|\?.*")


def _pages(here: Stand, desk: Server, most: int) -> list[str]:
    """Pages of the desk that links lead to, two of a kind; what would end the session is left out."""
    editor = browser(here, desk, "one")
    said = {"Cookie": "; ".join(f"{name}={value}" for name, value in editor.cookies.items())}
    found: list[str] = []
    waiting, kinds = ["/"], Counter({"/": 1})
    while waiting and len(found) < most:
        address = waiting.pop(0)
        status, headers, body = desk.ask(address, headers=said)
        if status != 200 or "html" not in headers.get("content-type", ""):
            continue
        found.append(address)
        for link in re.findall(rb'href="(/[^"#]*)', body):
            path = link.decode().replace("&amp;", "&")
            kind = _WHICH.sub("", path)
            is_known = path in waiting or path in found
            if kinds[kind] < 2 and not is_known and not re.match(r"/(static|logout|sessions|login|again)|.*o=", path):
                kinds[kind] += 1
                waiting.append(path)
    return found


def _send_forms(here: Stand, desk: Server, count: Count, times: int) -> Iterator[Figure]:
    """So many real forms of real pages, each field of them holding something else; and files that are none."""
    kept = re.compile(r"/(auth|second-factor|password_change|sessions|again|logout)")
    pages = [page for page in _pages(here, desk, 60) if not kept.match(page)]

    def send(client: int) -> None:
        lots, editor = random.Random(9 + client), browser(here, desk, "one")
        forms = (
            form for number in range(client, 10 * times, CLIENTS) for form in _forms(editor, pages[number % len(pages)])
        )
        for address, found in islice((form for form in forms if not kept.match(form[0])), -(-times // CLIENTS)):
            fields = [(name, value if name == "csrfmiddlewaretoken" else _odd(lots, value)) for name, value in found]
            _post(desk, editor, address, urlencode(fields).encode(errors="surrogatepass"), FORM, count)

    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(send, range(CLIENTS)))
    editor = browser(here, desk, "one")
    address = "/articles/article/add/"
    taken = 0
    for name, content in _odd_files():
        sheet = next(fields for _, fields in _forms(editor, address) if "new_outlet" in dict(fields))
        said = {key: value for key, value in sheet if key != "file"} | {"new_outlet": "Hostile Herald"}
        parts = [
            b'Content-Disposition: form-data; name="%s"\r\n\r\n%s' % (k.encode(), v.encode()) for k, v in said.items()
        ]
        taken += _post(desk, editor, address, _parts(*parts, _of_a_file(name.encode(), content)), MULTI, count) != 403
    yield at_least("desk: files that came to be read", taken, 16)


def _forms(editor: Browser, page: str) -> list[tuple[str, list[tuple[str, str]]]]:
    from lxml import html

    from tests.drills.moves import _fields

    status, _, body = editor._ask(page)
    if status != 200:
        return []
    found = html.fromstring(body).forms
    return [
        (urljoin(page, form.get("action") or ""), list(_fields(form)))
        for form in found
        if (form.method or "").upper() == "POST"
    ]


def _odd(lots: random.Random, value: str) -> str:
    if lots.random() < 0.7:
        return value
    odd = lots.choice(VALUES)
    return lots.choice(
        (quote(odd), odd.decode("latin-1"), "\x00", "x" * 5_000, "9" * 40, "가" * 400, "\u202e", "a\r\nb", "-1")
    )


def _post(desk: Server, editor: Browser, address: str, body: bytes, kind: bytes, count: Count) -> int:
    """The status; it is counted."""
    cookies = "; ".join(f"{name}={value}" for name, value in editor.cookies.items())
    origin = f"http://127.0.0.1:{desk.port}"
    head = (
        f"POST {address} HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\nOrigin: {origin}\r\nCookie: {cookies}\r\n".encode()
    )
    request = head + kind + b"\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    began = time.monotonic()
    status = _answered(desk, request)
    count.add(status, time.monotonic() - began, request)
    return status


# --- files


def _odd_files() -> Iterator[tuple[str, bytes]]:
    """Names and contents that unpack, unfold or go on for ever, and such as are no text."""
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("report.txt", b"0" * 50_000_000)
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    yield "bomb.txt", bomb.getvalue()
    yield "bomb.html", gzip.compress(b"<p>" * 20_000_000)
    yield (
        "bomb.xml",
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">' + laughs + b"]><rss><channel>&l9;</channel></rss>",
    )
    yield "outside.xml", b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>'
    yield "deep.xml", b"<rss>" + b"<a>" * 50_000
    yield "deep.html", b"<div>" * 100_000 + b"x"
    yield "wide.html", b"<p " + b" ".join(b"a%d=1" % n for n in range(50_000)) + b">x"
    yield "marks.txt", ("가" + "\u0301" * 50_000).encode()
    yield "nul.txt", b"A headline\n\nA \x00 body."
    yield "half.txt", b"A headline\n\n\xed\xa0\x80 \xff\xfe"
    yield "quotes.csv", b'body\n"' + b'""' * 200_000
    yield "columns.csv", b",".join(b"c%d" % n for n in range(20_000)) + b"\n1\n"
    yield "deep.jsonl", b"[" * 100_000 + b"\n" + b'{"body": ' * 5_000
    yield "large.jsonl", b'{"body": "' + b"x" * 2_400_000 + b'"}'
    yield "number.jsonl", b'{"body": 1e999, "published": ' + b"9" * 5_000 + b"}"
    yield "\x00.txt", b"x"
    yield "../../up.txt", b"Up\n\nIt goes up."
    yield "x" * 5_000 + ".txt", b"x"


def _files(here: Stand) -> Iterator[Figure]:
    """The same files by the command."""
    folder = here.folder / "files"
    folder.mkdir()
    odd, longest = [], 0.0
    named = [
        (name, content) for name, content in _odd_files() if "\x00" not in name and "/" not in name and len(name) < 200
    ]
    for name, content in named:
        (folder / name).write_bytes(content)
    began = time.monotonic()
    paths = [str(folder / name) for name, _ in named]
    done = here.tried("desk", "import_reports", *paths, "--outlet", "Hostile Herald", "--by", "one", "--dry-run")
    longest = time.monotonic() - began
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        odd.append(done.stderr[-300:])
    lines = [
        line
        for line in done.stdout.splitlines()
        if line.split(" ")[0] in ("created", "rejected", "duplicate", "unchanged")
    ]
    yield at_least("import: files, each rejected with its reason or read", len(lines), len(named))
    yield exactly("import: what broke", "; ".join(odd) or "nothing", "nothing")
    yield shown("import: all of them took", longest, "s")
