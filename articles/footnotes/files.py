"""Read the words and links of a document: plain text, Markdown, HTML, and Word's .docx. Nothing in it is run or opened."""

from html.parser import HTMLParser
from pathlib import PurePath

from articles.footnotes.word import UnreadableWord, read_word

MAX_BYTES = 10_000_000

_BLOCKS = {
    "p",
    "div",
    "li",
    "tr",
    "br",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "dd",
    "dt",
}
_SILENT = {"script", "style", "template", "noscript"}


class UnreadableFile(ValueError):
    """A file that cannot be read; the message names it and says why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")


def read_document(name: str, raw: bytes) -> str:
    """The words of a file, an address behind the words that link to it: “the claim<https://…>”. Raises UnreadableFile."""
    if len(raw) > MAX_BYTES:
        raise UnreadableFile(name, f"it has more than {MAX_BYTES // 1_000_000} million bytes")
    kind = PurePath(name).suffix.lower()
    if kind in {".txt", ".md"}:
        return _decoded(name, raw)
    if kind in {".html", ".htm"}:
        return _html(_decoded(name, raw))
    if kind == ".docx":
        try:
            return read_word(raw)
        except UnreadableWord as error:
            raise UnreadableFile(name, str(error)) from error
    raise UnreadableFile(name, "only .txt, .md, .html and .docx can be read")


def _decoded(name: str, raw: bytes) -> str:
    """UTF-8, or UTF-16 with its mark at the start."""
    is_wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = raw.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(name, f"it is no text in UTF-8 (byte {error.start + 1})") from None
    if "\x00" in text:
        raise UnreadableFile(name, "it is no text: it holds zero bytes")
    return text


def _html(text: str) -> str:
    page = _Page()
    page.feed(text)
    page.close()
    return "".join(page.said)


class _Page(HTMLParser):
    """Gathers the visible words of a page in `said`, and each address behind the words that link to it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._addresses: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent = self._silent or tag
        elif tag == "a":
            self._addresses.append(dict(attrs).get("href") or "")
        elif tag in _BLOCKS:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        elif tag == "a" and self._addresses:
            self.said.append(f"<{self._addresses.pop()}>")
        elif tag in _BLOCKS:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data)
