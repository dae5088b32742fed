"""Find our links and ids in a pasted text, however mail and paper have treated them. Pure, linear in the length."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from articles.briefing import BadBriefing, Briefing
from articles.footnotes.pieces import Piece, pieces
from articles.footnotes.wrappers import readings
from articles.public_ids import MistypedId, normalise
from provinces.tongue import say

MAX_CHARACTERS = 200_000
# A wrapped address runs over a few lines, and none is longer than what browsers take.
_MOST_JOINS = 12
# An address of a briefing is longer: at 70 signs a line it fills up to 50.
_MOST_JOINS_OF_A_BRIEFING = 60
_LONGEST = 6_000

_HYPHENS = "\u2010-\u2015-"
_PATH = re.compile(
    rf"/{{1,2}}(?:ko/)?(?:articles|claims|a|c)/(?P<id>[0-9A-Za-z０-９Ａ-Ｚａ-ｚ{_HYPHENS}]{{1,60}})", re.IGNORECASE
)
_BRIEFING = re.compile(r"/{1,2}(?:ko/)?briefing(?:\.[a-z.]{1,9})?/?\?(?P<query>[^#]*)", re.IGNORECASE)
_PARAMETER = re.compile(r"(?:^|[&;])(n|i)=([^&;]*)", re.IGNORECASE)
_VERSION = re.compile(r"/v/(\d{1,9})(?!\d)", re.IGNORECASE)
# A version that a line's end has cut in two, and the rest of it.
_CUT_VERSION, _MORE_DIGITS = re.compile(r"/v/\d{1,8}$", re.IGNORECASE), re.compile(r"\d{1,3}/(?=[#?]|$)")
_PARAGRAPH = re.compile(r"#p(\d{1,9})(?![0-9A-Za-z])", re.IGNORECASE)
_CLAIM = re.compile(r"#(c[0-9A-Za-z]{7})(?![0-9A-Za-z])", re.IGNORECASE)
_ANY_ADDRESS = re.compile(r"https?:|www\.", re.IGNORECASE)

# Neither part of a longer word, a code with more hyphens, a mail address, a file name nor a path.
_BARE = re.compile(
    rf"(?<![0-9A-Za-z@_/%=&?#+.{_HYPHENS}])[ac][0-9a-z]{{3}}(?P<hyphen>[{_HYPHENS}]?)[0-9a-z]{{4}}"
    rf"(?![0-9A-Za-z_@%/]|[.:{_HYPHENS}][0-9A-Za-z])",
    re.IGNORECASE,
)
_FIRST_HALF = re.compile(
    rf"(?<![0-9A-Za-z@_/%=&?#+.{_HYPHENS}])[ac][0-9a-z]{{3}}(?P<hyphen>[{_HYPHENS}]?)$", re.IGNORECASE
)
_SECOND_HALF = re.compile(r"[0-9a-z]{4}(?![0-9A-Za-z_@%/]|[.:-][0-9A-Za-z])", re.IGNORECASE)

_AROUND = ".,;:!?()[]{}'’‘«»…*。、（）「」『』【】〈〉《》"
# A space or a break at the end of a line, as mail writes it.
_MAIL_SPACE = re.compile(r"(?:=(?:20|09|0D|0A)){1,4}$", re.IGNORECASE)


class TooLong(ValueError):
    """More was pasted than is read at once."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link or id, and where it stood. `pasted`: its words with broken lines put together; `line` from 1.

    `public_id`: as we write it, "" when mistyped; `typed`: as it stood. `revision`: of a report, `version`: of a claim,
    both as the address names them. `is_word`: made of letters alone, so perhaps only a word of the prose. `problem`: a
    sentence on a briefing that did not arrive whole; the claims of one that did are links of their own. `is_other`: a
    page of ours that is neither report nor claim, which has no id.
    """

    pasted: str
    line: int
    typed: str
    public_id: str
    revision: int | None = None
    version: int | None = None
    paragraph: int | None = None
    is_word: bool = False
    problem: str = ""
    is_other: bool = False


def find(text: str, hosts: Collection[str], most: int = MAX_CHARACTERS) -> list[Link]:
    """Every link to this site and every id, in order; `hosts`: the names of our site, without port. Raises TooLong beyond `most`."""
    if len(text) > most:
        raise TooLong(
            say("{number:,} characters are more than the {most:,} that are read at once", number=len(text), most=most)
        )
    ours = _our_address(hosts)
    rows, place = pieces(text), 0
    found: list[Link] = []
    # What stood before the address in “C7K2-M4QX<https://…>”: the two are one link.
    word: list[Link] = []
    while place < len(rows):
        here, used = _in_address(rows, place, ours) or _other(rows[place], ours) or _bare(rows, place)
        if rows[place].is_glued and len(word) == len(here) == 1 and _are_one(word[0], here[0]):
            found[-1] = replace(max(word[0], here[0], key=_worth), pasted=word[0].pasted, line=word[0].line)
            word = found[-1:]
        else:
            found += here
            word = here or (word if rows[place].is_glued else [])
        place += used
    return found


def _our_address(hosts: Collection[str]) -> re.Pattern[str]:
    names = "|".join(re.escape(host) for host in sorted(hosts, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?<![0-9A-Za-z_.@-])(?:https?://)?(?:www\.)?(?:{names})(?::\d{{1,5}})?(?=/)", re.IGNORECASE)


def _are_one(word: Link, address: Link) -> bool:
    return word.public_id == address.public_id and (bool(word.public_id) or word.typed.lower() == address.typed.lower())


def _worth(link: Link) -> tuple[bool, bool, bool]:
    """How much is said: of two readings of the same signs the one that says more is right."""
    return bool(link.public_id), (link.revision or link.version) is not None, link.paragraph is not None


def _in_address(rows: Sequence[Piece], place: int, ours: re.Pattern[str]) -> tuple[list[Link], int] | None:
    """The links of an address that begins in this piece, and over how many pieces it runs; None for none.

    The next pieces are its continuation when with them it says more: an id that holds, a version, a paragraph.
    """
    text, line = rows[place].text, rows[place].line
    if not (_ANY_ADDRESS.search(text) or ours.search(text) or text.lstrip("([{").startswith("/")):
        return None
    best, used = _links_in(text, line, ours), 1
    for joins, piece in enumerate(rows[place + 1 : place + 1 + _MOST_JOINS_OF_A_BRIEFING], start=1):
        is_briefing = any(link.problem for link in best)
        # Every other line of a broken briefing, at the least, brings a claim.
        if joins > (used + 1 if is_briefing else _MOST_JOINS):
            break
        is_elsewhere = joins > 1 and not rows[place + joins - 1].ends_line
        if is_elsewhere or len(text) > _LONGEST or _ANY_ADDRESS.search(piece.text) or ours.search(piece.text):
            break
        is_cut = joins == 1 and bool(_CUT_VERSION.search(text) and _MORE_DIGITS.match(piece.text))
        is_cut = is_cut and rows[place].ends_line
        text += piece.text
        links = _links_in(text, line, ours)
        if links and (not best or is_cut or _says_more(links, best, is_briefing)):
            best, used = links, joins + 1
    return (best, used) if best else None


def _other(piece: Piece, ours: re.Pattern[str]) -> tuple[list[Link], int] | None:
    """An address of ours that cites nothing: a list, a search, a file. Not passed over, so that every link has its row."""
    is_address = _ANY_ADDRESS.search(piece.text) or ours.search(piece.text)
    if not is_address or not any(ours.search(reading) for reading in readings(piece.text)):
        return None
    return [Link(_bared(piece.text), piece.line, "", "", is_other=True)], 1


def _says_more(links: list[Link], best: list[Link], is_briefing: bool) -> bool:
    """Whether a longer reading is the right one: a briefing of which more arrived, or the same link in full."""
    if is_briefing:
        return sum(not link.problem for link in links) > sum(not link.problem for link in best)
    return len(links) == len(best) and _worth(links[-1]) > _worth(best[-1])


def _links_in(text: str, line: int, ours: re.Pattern[str]) -> list[Link]:
    """The links in one address, out of whatever wraps it."""
    best: list[Link] = []
    for depth, reading in enumerate(readings(text)):
        links = _plain_links(reading, line, ours)
        if links and (not best or _worth(links[-1]) > _worth(best[-1])):
            best = [replace(link, pasted=_bared(text)) for link in links] if depth else links
    return best


def _plain_links(text: str, line: int, ours: re.Pattern[str]) -> list[Link]:
    starts = [(match.start(), match.end()) for match in ours.finditer(text)]
    if not starts and text.lstrip("([{").startswith("/"):
        # An address of this site without the site; a path of anything else has no id that holds.
        start = text.index("/")
        return [link for link in _at(text, line, start, start, len(text)) if link.public_id or link.problem]
    ends = [*(start for start, _ in starts[1:]), len(text)]
    found = zip(starts, ends, strict=False)
    return [link for (start, path), end in found for link in _at(text, line, start, path, end)]


def _at(text: str, line: int, start: int, path: int, end: int) -> list[Link]:
    """The link that begins at `start`, whose path begins at `path`; none for a page that is no report and no claim.

    A briefing is the links of its claims.
    """
    briefing = _BRIEFING.match(text, path, end)
    if briefing:
        return _briefed(briefing["query"], _bared(text[start:end]), line)
    match = _PATH.match(text, path, end)
    if match is None:
        return []
    rest = text[match.end() : end]
    version, paragraph, claim = _VERSION.match(rest), _PARAGRAPH.search(rest), _CLAIM.search(rest)
    link = _typed(match["id"].strip("-"), _bared(text[start:end]), line)
    number = int(version[1]) if version else None
    if not link.public_id:
        return [link]
    if link.public_id[0] == "c":
        return [replace(link, version=number)]
    if claim:
        return [replace(_typed(claim[1], link.pasted, line), revision=number)]
    return [replace(link, revision=number, paragraph=int(paragraph[1]) if paragraph else None)]


def _briefed(query: str, pasted: str, line: int) -> list[Link]:
    """The claims of a briefing, and what is wrong with an address that is not whole."""
    given = {name.lower(): unquote(value) for name, value in _PARAMETER.findall(query.replace("&amp;", "&"))}
    problem = ""
    try:
        pins = Briefing.read(given.get("n", ""), given.get("i", "")).pins
    except BadBriefing as error:
        pins, problem = error.arrived, str(error)
    links = [Link(str(pin), line, str(pin), pin.public_id, version=pin.version) for pin in pins]
    return [*links, Link(pasted, line, "", "", problem=problem)] if problem else links


def _typed(typed: str, pasted: str, line: int) -> Link:
    try:
        public_id = normalise(typed)
    except MistypedId:
        public_id = ""
    return Link(pasted, line, typed, public_id)


def _bare(rows: Sequence[Piece], place: int) -> tuple[list[Link], int]:
    """The ids that stand in this piece by themselves, or one that runs on into the next; and how many pieces they took."""
    piece = rows[place]
    text = _ANY_ADDRESS.split(piece.text, maxsplit=1)[0]
    found = [link for match in _BARE.finditer(text) for link in _bare_link(match[0], match["hyphen"], piece.line)]
    half = _FIRST_HALF.search(text)
    if found or half is None or place + 1 == len(rows):
        return found, 1
    other = _SECOND_HALF.match(rows[place + 1].text)
    if other is None or rows[place + 1].is_glued:
        return found, 1
    # Two words of four letters are an id by chance too often, unless there are figures in both.
    if not half["hyphen"] and not all(re.search(r"\d", part) for part in (half[0], other[0])):
        return found, 1
    pasted = f"{half[0]}{other[0]}" if half["hyphen"] else f"{half[0]} {other[0]}"
    link = _typed(half[0] + other[0], pasted, piece.line)
    return ([link], 2) if link.public_id else (found, 1)


def _bare_link(typed: str, hyphen: str, line: int) -> list[Link]:
    """The id, unless it is more likely a word: by its check character, its hyphen with figures or capitals, or its figures."""
    link = _typed(typed, typed, line)
    has_figures = re.search(r"\d", typed) is not None
    if link.public_id:
        return [replace(link, is_word=not has_figures)]
    is_printed = hyphen and (has_figures or typed.isupper())
    return [link] if is_printed or re.search(r"\d[^\d]*[A-Za-z]", typed) else []


def _bared(text: str) -> str:
    """Without the marks that stand around a link in a sentence."""
    return _MAIL_SPACE.sub("", text.strip(_AROUND)).strip(_AROUND)
