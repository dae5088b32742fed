"""The paragraphs of a piece of HTML, as feeds and exports carry them."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree, html

from articles.report_text import UnreadableReport

_BLOCK_NAMES = (
    "address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p"
    " pre section table td th tr ul"
)
_SILENT_NAMES = "script style noscript template iframe object svg form button select textarea video audio"
_BLOCKS, _SILENT = frozenset(_BLOCK_NAMES.split()), frozenset(_SILENT_NAMES.split())
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_SPACES = re.compile(r"\s+")


# A tree takes some hundred times the memory of its markup.
MOST_NODES = 200_000
# The parser compares each attribute of an element with all before it: fifty thousand take it half a minute.
MOST_ATTRIBUTES = 2_000
# Attributes as the parser reads them. Nothing here gives back what it took: each letter is read once, whatever follows.
_ATTRIBUTE = r"""(?>[\s/]*+=*+[^\s=>/]++(?>(?:\s*+=\s*+(?>"[^"]*+"|'[^']*+'|[^\s>]*+))?))"""
_START, _EACH = re.compile(rf"<[A-Za-z][^\s>/]*+((?>(?:{_ATTRIBUTE})*))"), re.compile(_ATTRIBUTE)


def parsed(markup: str) -> html.HtmlElement:
    """The tree of a page or a piece of one. Raises UnreadableReport when nothing can be made of it."""
    for start in _START.finditer(markup):
        # Two signs make the shortest.
        is_long = start.end(1) - start.start(1) > 2 * MOST_ATTRIBUTES
        if is_long and sum(1 for _ in _EACH.finditer(start[1])) > MOST_ATTRIBUTES:
            raise UnreadableReport(f"an element of its HTML has more than {MOST_ATTRIBUTES:,} attributes")
    try:
        # The parser refuses to be told an encoding twice: the text is decoded already.
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableReport(f"its HTML cannot be read: {error}") from error
    if sum(1 for _ in islice(tree.iter(), MOST_NODES + 1)) > MOST_NODES:
        raise UnreadableReport(f"its HTML has more than {MOST_NODES:,} elements")
    return tree


def paragraphs(markup: str, *, blank_lines_part: bool = False) -> str:
    """Its text, paragraphs parted by blank lines. `blank_lines_part`: a blank line in the markup parts them as well.

    Raises UnreadableReport.
    """
    if not markup.strip():
        return ""
    blocks = ("".join(pieces) for pieces in _blocks(parsed(f"<div>{markup}</div>"), blank_lines_part))
    return "\n\n".join(text for block in blocks if (text := _SPACES.sub(" ", block).strip()))


def _blocks(tree: html.HtmlElement, blank_lines_part: bool) -> Iterator[list[str]]:
    """The pieces of text of each block, in order; walked without recursion, since pages may nest without end."""
    block: list[str] = []
    silent = 0
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag in _SILENT:
            silent += 1 if event == "start" else -1
        if tag in _BLOCKS:
            yield block
            block = []
        elif tag == "br" and event == "start":
            block.append(" ")
        words = (node.text if event == "start" else node.tail) or ""
        if silent or not words or (event == "start" and not tag):
            continue
        first, *others = _BLANK_LINE.split(words) if blank_lines_part else [words]
        block.append(first)
        for other in others:
            yield block
            block = [other]
    yield block
