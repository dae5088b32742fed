"""Read Word's .docx: a ZIP of XML parts, of which we take the words and the addresses they link to. No macro, no entity."""

import io
import re
import zipfile
import zlib
from xml.parsers import expat

# What the parts may grow to: far beyond any briefing, far below what harms.
MAX_UNPACKED = 40_000_000
MAX_PARTS = 5_000

# Where words stand, in the order in which they are read.
_PARTS = ("document", "footnotes", "endnotes", "comments")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_FIELD = re.compile(r'HYPERLINK\s+(?:"([^"]*)")?(?:\s*\\l\s+"([^"]*)")?', re.IGNORECASE)


class UnreadableWord(ValueError):
    """A .docx that cannot be read; the message says why."""


def read_word(raw: bytes) -> str:
    """Its text, notes and comments, an address behind the words that link to it. Raises UnreadableWord."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            names = set(package.namelist())
            if len(names) > MAX_PARTS or sum(part.file_size for part in package.infolist()) > MAX_UNPACKED:
                raise UnreadableWord("it unpacks to far more than a document has")
            if "word/document.xml" not in names:
                raise UnreadableWord("it is no document of Word: there is none in it")
            return "\n".join(_words(package, names, part) for part in _PARTS if f"word/{part}.xml" in names)
    # A package locked with a password, of an unknown compression, cut short or with a wrong sum.
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError):
        raise UnreadableWord("it is a broken or locked .docx") from None
    except expat.ExpatError:
        raise UnreadableWord("a part of it is not written as .docx asks") from None


def _words(package: zipfile.ZipFile, names: set[str], part: str) -> str:
    relations, words = _Relations(), _Words()
    if f"word/_rels/{part}.xml.rels" in names:
        _parse(package, f"word/_rels/{part}.xml.rels", relations)
    words.addresses = relations.addresses
    _parse(package, f"word/{part}.xml", words)
    return "".join(words.said)


def _parse(package: zipfile.ZipFile, part: str, into: "_Relations | _Words") -> None:
    # What a package says of its sizes may be false, so the reading itself stops.
    with package.open(part) as file:
        raw = file.read(MAX_UNPACKED + 1)
    if len(raw) > MAX_UNPACKED:
        raise UnreadableWord("it unpacks to far more than a document has")
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler, parser.EndElementHandler = into.begin, into.end
    parser.CharacterDataHandler = into.say
    parser.Parse(raw, True)


def _refuse(*declared: object) -> None:
    """No document of Word declares entities; one that does wants to overwhelm its reader."""
    raise UnreadableWord("it declares entities, which no document of Word does")


class _Relations:
    """The addresses a part links to, by the names it gives them."""

    def __init__(self) -> None:
        self.addresses: dict[str, str] = {}

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == _RELATIONSHIP and attributes.get("TargetMode") == "External":
            self.addresses[attributes.get("Id", "")] = attributes.get("Target", "")

    def end(self, name: str) -> None:
        """Nothing to do."""

    def say(self, text: str) -> None:
        """Nothing to do."""


class _Words:
    """The words of a part in `said`; `addresses`: what its links lead to."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.addresses: dict[str, str] = {}
        self._links: list[str] = []
        self._fields: list[str] = []
        self._is_text = self._is_code = False
        # Inside what older programs show instead: the same words once more.
        self._fallbacks = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self._fallbacks += name == _FALLBACK
        tag = name.removeprefix(_W)
        if tag in {"t", "instrText"}:
            self._is_text, self._is_code = tag == "t", tag == "instrText"
        elif tag == "hyperlink":
            address, anchor = self.addresses.get(attributes.get(_RELATION, ""), ""), attributes.get(f"{_W}anchor", "")
            self._links.append(f"{address}#{anchor}" if address and anchor else address)
        elif tag == "fldSimple":
            self._links.append(_linked(attributes.get(f"{_W}instr", "")))
        elif tag == "fldChar" and attributes.get(f"{_W}fldCharType") == "begin":
            self._fields.append("")
        elif tag == "fldChar" and attributes.get(f"{_W}fldCharType") == "end" and self._fields:
            self._put_behind(_linked(self._fields.pop()))
        elif tag in _SIGNS and not self._fallbacks:
            self.said.append(_SIGNS[tag])

    def end(self, name: str) -> None:
        self._fallbacks -= name == _FALLBACK
        tag = name.removeprefix(_W)
        if tag in {"t", "instrText"}:
            self._is_text = self._is_code = False
        elif tag in {"hyperlink", "fldSimple"} and self._links:
            self._put_behind(self._links.pop())
        elif tag == "p":
            self.said.append("\n")

    def say(self, text: str) -> None:
        if self._is_text and not self._fallbacks:
            self.said.append(text)
        elif self._is_code and self._fields:
            self._fields[-1] += text

    def _put_behind(self, address: str) -> None:
        if address and not self._fallbacks:
            self.said.append(f"<{address}>")


def _linked(code: str) -> str:
    """The address in the code of a field, "" for a field that is no link."""
    found = _FIELD.search(code)
    if found is None or not found[1]:
        return ""
    return f"{found[1]}#{found[2]}" if found[2] else found[1]
