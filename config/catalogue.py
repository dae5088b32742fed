"""The Korean catalogue: config/locale/ko/LC_MESSAGES/django.po, which people edit, and django.mo, which Django reads.

Both are kept in the repository, so that a fresh clone speaks Korean without GNU gettext: `manage.py gather_words` writes
them, the same bytes for the same words. decision 0026
"""

import struct
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po, write_po
from django.conf import settings

from config.words import Message

FOLDER = Path(settings.LOCALE_PATHS[0]) / "ko" / "LC_MESSAGES"
_HEADER = """\
# The public site in Korean. Words and rules: docs/korean.md. After a change: manage.py gather_words
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: ko\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""
_HEADERS = "Content-Type: text/plain; charset=utf-8\nLanguage: ko\nPlural-Forms: nplurals=1; plural=0;\n"
_MAGIC, _VERSION, _TABLES_AT = 0x950412DE, 0, 28


def kept() -> Catalog:
    """The catalogue as it stands in the repository; empty where there is none."""
    path = FOLDER / "django.po"
    if not path.exists():
        return Catalog(locale="ko")
    with path.open("rb") as file:
        return read_po(file, locale="ko")


def gathered(before: Catalog, words: Mapping[Message, Iterable[str]]) -> Catalog:
    """Every one of these words, in their order, with where it stands and the Korean it had; what is gone is left out."""
    found = Catalog(locale="ko")
    for message, places in words.items():
        entry = before.get(message.one, message.context or None)
        said = entry.string if entry else ""
        if not isinstance(said, str):
            said = said[0] if said else ""
        found.add(
            (message.one, message.many) if message.many else message.one,
            (said,) if message.many else said,
            locations=[(place, None) for place in dict.fromkeys(places)],  # type: ignore[misc]  # no lines: they move
            context=message.context or None,
        )
    return found


def as_po(catalogue: Catalog) -> bytes:
    """For people."""
    file = BytesIO()
    write_po(file, catalogue, omit_header=True, width=0, include_lineno=False)
    return _HEADER.encode() + file.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """For Django: the file of GNU gettext, sorted, without what has no Korean yet."""
    texts = {b"": _HEADERS.encode()}
    for entry in catalogue:
        if entry.id and any(entry.string if isinstance(entry.string, tuple | list) else [entry.string]):
            texts[_key(entry)] = _joined(entry.string or "")
    rows = sorted(texts.items())
    ends = _TABLES_AT + 16 * len(rows)
    data, places = b"", []
    for column in range(2):
        for row in rows:
            places.append((len(row[column]), ends + len(data)))
            data += row[column] + b"\0"
    head = struct.pack("<7I", _MAGIC, _VERSION, len(rows), _TABLES_AT, _TABLES_AT + 8 * len(rows), 0, ends)
    return head + b"".join(struct.pack("<2I", *place) for place in places) + data


def write(catalogue: Catalog) -> None:
    """Both files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "django.po").write_bytes(as_po(catalogue))
    (FOLDER / "django.mo").write_bytes(as_mo(catalogue))


def _key(entry: Entry) -> bytes:
    context = f"{entry.context}\x04".encode() if entry.context else b""
    return context + _joined(entry.id)


def _joined(words: str | list[str] | tuple[str, ...]) -> bytes:
    return words.encode() if isinstance(words, str) else "\0".join(words).encode()
