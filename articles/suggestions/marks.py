"""Quotation marks: which words of a body stand inside them. Pure, and linear in the length of the text."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from articles.spans import Paragraph
from articles.suggestions.lines import pieces
from articles.suggestions.reading import Quotation
from articles.suggestions.single_marks import closing, quotes_singly
from provinces.patterns import lazy

# What opens, and what may close it; reports mix curly with straight marks.
_PAIRS = {"“": '”"', '"': '"”', "„": "“”", "「": "」", "『": "』", "«": "»", "《": "》", "＂": "＂"}
# All of them begin with one set of letters, which Python's engine runs through fastest.
_OPENS = lazy(f"[{''.join(_PAIRS)}”‘'](?:(?<!')|(?<!\\S')(?=[가-힣]))")
_OPENS_SINGLY = lazy(f"[{''.join(_PAIRS)}”‘'](?:(?<!')|(?<!\\S')(?=[가-힣])|(?<!\\w')(?=[\\w“\"\\[]))")
# What matters inside a quotation: what may close it, and curly marks that open another inside curly ones.
_WITHIN = {opener: lazy(f"[{closers}“]" if opener in '“"' else f"[{closers}]") for opener, closers in _PAIRS.items()}
_PARTICLES = (
    r"(?:(?:이?라?고|이?라?며|이?라?면서|이?라는|다는)(?=[\s,]|도\s|는\s)"
    r"|는(?=\s(?:[가-힣]+의\s)?(?:엄포|경고|으름장|지시|명령|말|위협|협박|통지|통보|통고|조항|규정|요구|포치|방침|공고|답변?|대답|주장|당부|하소연|푸념|불만)(?![가-힣]{2})))"
)
_QUOTING = lazy(_PARTICLES)
# Single marks hold a quotation only where such a particle follows; around a word or a slogan they hold none.
_SINGLE = lazy(rf"(?:‘[^‘’“”\"\n]{{6,400}}’|'[^'“”\"\n]{{6,400}}')(?=\s?{_PARTICLES})")
# … or where they hold a paragraph of its own: '소금이 없다. 배추도 비싸다.'
_SINGLE_ALONE = lazy(r"\s*(?:‘[^‘’“”\"\n]{20,2000}[.?!]’|'[^'“”\"\n]{20,2000}[.?!]')\s*")
_SINGLE_CLOSES = lazy(rf"[’'](?={_PARTICLES})")
# A mark turned the wrong way: “The pits are closed,“ a miner said.
_TURNED = lazy(r"(?<=[\w)\]][,.?!])“(?=\s)")
_SENTENCE_BEFORE = lazy(r"[.?!…]\s+\Z")
_SENTENCE_END = lazy(r"[.?!…]\s+")
# “…”면서 소금이 없다”고: the next words lost the mark that opened them.
_UNOPENED_NEXT = lazy(
    rf"(?:이?라)?(?:며|면서)\s?(?P<words>(?![^“”\"「」\n]*[.?!]\s)[^“”\"「」\n]{{10,400}})[”\"](?={_PARTICLES})"
)
# Words may run on over some paragraphs and be closed in the last, though only the first opens marks.
_ANY_MARK = lazy('[“”"„「」『』«»]')
_CLOSES_ALONE = lazy(r"[^“”\"„「」『』«»]*[.?!…다요](?P<mark>[”\"])[.\s]*")
_MOST_RUN_ON = 6


# What some houses print for them: MBC’s double primes, the marks of vertical print.
_COMMON = {"″": '"', "〝": '"', "〞": '"', "‟": '"', "˝": '"', "❝": "“", "❞": "”"}


# What an agency of old opens with a backtick and closes with a straight mark.
_BACKTICKED = lazy(r"(?<![\w`])`(?=[\w\[(])([^`'\n]{1,200})['`]")
# 「…라며 "…"고 밝혔습니다.」 is what a broadcaster writes on the screen, and no quotation.
_CORNERED = lazy(r"(?m)^「([^「」\n]*[“\"][^「」\n]*다\.)」$")


def in_common_marks(body: str) -> str:
    """The body with common quotation marks in the place of others; as long as before, position for position."""
    for mark, common in _COMMON.items():
        body = body.replace(mark, common)
    if "‘‘" in body and "’’" in body:  # two single marks for a double one
        body = body.replace("‘‘", " “").replace("’’", "” ")
    body = _BACKTICKED.sub(r"‘\1’", body) if "`" in body else body
    return _CORNERED.sub(r" \1 ", body) if "「" in body else body


_TWO_OPEN = lazy(r"(?:^|(?<=[\s(]))(?:''|``)(?=[\w\[(])", re.MULTILINE)


# What is left of marks where a copy was stored in another encoding: EUC-KR as Latin-1, UTF-8 as Windows-1252.
_GARBLED = {
    "¡°": " “",
    "¡±": "” ",
    "¡®": " ‘",
    "¡¯": " ’",
    "¡¦": "… ",
    "¡ª": "— ",
    "â€œ": "  “",
    "â€\x9d": "”  ",
    "â€˜": "  ‘",
    "â€™": "  ’",
    "â€¦": "…  ",
    "â€”": "—  ",
    "â€“": "–  ",
}
_GARBLED_SIGNS = ("¡", "â€")


def in_double_marks(body: str) -> str:
    """The body with one double mark and a space for two single straight ones, and with marks where a copy garbled them.

    As long as before, position for position.
    """
    if any(sign in body for sign in _GARBLED_SIGNS):
        for garbled, mark in _GARBLED.items():
            body = body.replace(garbled, mark)
    return _TWO_OPEN.sub(' "', body).replace("''", '" ') if "''" in body else body


def quotations(body: str, parts: Sequence[Paragraph] | None = None) -> tuple[Quotation, ...]:
    """Every quotation, in order; one that runs on over paragraphs gives one for each of them.

    `parts`: the `pieces` of the body, where they are known.
    """
    found: list[Quotation] = []
    is_open, opens = False, _OPENS_SINGLY if quotes_singly(body) else _OPENS
    parts = pieces(body) if parts is None else parts
    closes = -1  # the paragraph that closes words running on without a mark at the head of each
    for index, paragraph in enumerate(parts):
        if index <= closes:
            found.append(_running_on(paragraph, is_last=index == closes))
            is_open = False
            continue
        here = list(_in_paragraph(paragraph, opens, is_open))
        is_open = bool(here) and not here[-1].is_closed
        if is_open and (closes := _closed_in(parts, index)) > index:
            here[-1] = here[-1]._replace(is_closed=True)
        found += here
    return tuple(found)


def _closed_in(parts: Sequence[Paragraph], index: int) -> int:
    """Which paragraph closes words that run on from this one, if none between opens marks again; -1 for none."""
    for later in range(index + 1, min(index + 1 + _MOST_RUN_ON, len(parts))):
        if _ANY_MARK.search(parts[later].text):
            return later if _closing_alone(parts[later].text) > 0 else -1
    return -1


def _running_on(paragraph: Paragraph, *, is_last: bool) -> Quotation:
    """A paragraph that goes on with words opened before it, up to the mark that closes them in the last."""
    end = _closing_alone(paragraph.text) if is_last else len(paragraph.text)
    return _quotation(paragraph, 0, 0, end, end + is_last, continues=True)._replace(is_closed=True)


def _closing_alone(text: str) -> int:
    """Where the only mark of a paragraph stands, if it ends it as one that closes does; else -1."""
    alone = _CLOSES_ALONE.fullmatch(text)
    return alone.start("mark") if alone else -1


def by_paragraph(found: tuple[Quotation, ...]) -> dict[int, list[Quotation]]:
    """The quotations of each paragraph that has any, by its number."""
    groups: dict[int, list[Quotation]] = {}
    for quotation in found:
        groups.setdefault(quotation.paragraph, []).append(quotation)
    return groups


def within(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Those of some quotations, given in order, that open from `start` on and before `end`."""
    first = bisect_left(quotations, start, key=_outer_start)
    return quotations[first : bisect_left(quotations, end, first, key=_outer_start)]


def _outer_start(quotation: Quotation) -> int:
    return quotation.outer_start


def _in_paragraph(paragraph: Paragraph, opens: re.Pattern[str], was_open: bool) -> Iterator[Quotation]:
    """An unclosed quotation goes on in the next paragraph when that begins with a mark again."""
    text, at = paragraph.text, 0
    if unopened := _unopened(text):
        begin, closer = unopened
        yield _quotation(paragraph, begin, begin, closer, closer + 1, continues=was_open and begin == 0)
        at = closer + 1
    while opening := opens.search(text, at):
        if at and (lost := _UNOPENED_NEXT.match(text, at)):
            begin, closer = lost.span("words")
            yield _quotation(paragraph, begin, begin, closer, closer + 1)
            at = closer + 1
            continue
        at = opening.start()
        if opens is _OPENS_SINGLY and (end := closing(text, at)) > 0:
            yield _quotation(paragraph, at, at + 1, end, end + 1)
            at = end + 1
            continue
        if (
            _is_measure(text, at)
            or (text[at] == "”" and not _opens(text, at))
            or (text[at] in "‘'" and not (_SINGLE.match(text, at) or _SINGLE_ALONE.fullmatch(text)))
        ):
            at += 1
            continue
        if text[at] == '"' and _closes(text, at) and (single := _single_before(text, at)) >= 0:
            # opened by a single mark, closed by a double one
            yield _quotation(paragraph, single, single + 1, at, at + 1)
            at += 1
            continue
        end, after = _end(text, at)
        if at + 1 < end:
            continues = was_open and not text[:at].strip()
            yield _quotation(paragraph, at, at + 1, end, after, continues=continues)
        at = max(after, at + 1)


def _single_before(text: str, at: int) -> int:
    """Where the last single mark before `at` opens, curly or straight; -1 for none."""
    straight = text.rfind(" '", 0, at)
    return max(text.rfind("‘", 0, at), straight + 1 if straight >= 0 else -1)


def _quotation(
    paragraph: Paragraph, outer: int, begin: int, end: int, after: int, *, continues: bool = False
) -> Quotation:
    """The quotation at these places of a paragraph."""
    return Quotation(
        start=paragraph.start + begin,
        end=paragraph.start + end,
        outer_start=paragraph.start + outer,
        outer_end=paragraph.start + after,
        paragraph=paragraph.number,
        continues=continues,
        is_closed=after > end,
    )


def _end(text: str, at: int) -> tuple[int, int]:
    """Where the words of the quotation that opens at `at` end, and where its closing mark does, if it has one."""
    opener = text[at] if text[at] != "”" else "“"
    if opener in "‘'":
        end = text.index("’" if opener == "‘" else "'", at + 1)
        return end, end + 1
    depth, last_closer, reopened = 1, -1, -1
    for mark in _WITHIN[opener].finditer(text, at + 1):
        end = mark.start()
        if text[end] == "“" and not _closes(text, end):
            depth += 1
            if reopened < 0 and _SENTENCE_BEFORE.search(text, max(at + 1, end - 6), end):
                reopened = end
        elif text[end] == opener == '"' and _opens(text, end):
            # a straight mark that can only open: this quotation was never closed, and ends with its line or sentence
            return (end := _last_whole(text, at + 1, end)), end
        elif _may_close(text, end, opener):
            depth, last_closer = depth - 1, end
            if depth == 0:
                return end, end + 1
    if reopened > 0:  # the next sentence opens marks again, so that these were never closed
        return (end := len(text[:reopened].rstrip())), end
    if last_closer > 0:  # an inner mark was never closed
        return last_closer, last_closer + 1
    if single := _SINGLE_CLOSES.search(text, at + 1):
        return single.start(), single.end()
    return len(text), len(text)


def _last_whole(text: str, begin: int, before: int) -> int:
    """Where words end that no mark closed before another opens: with their line, else with their last whole sentence."""
    line = text.find("\n", begin, before)
    sentences = list(_SENTENCE_END.finditer(text, begin, before))
    end = line if line > 0 else sentences[-1].end() if sentences else before
    return begin + len(text[begin:end].rstrip())


def _unopened(text: str) -> tuple[int, int] | None:
    """A quotation that is closed though no mark opened it: it begins with its sentence."""
    closer = text.find("”")
    if closer <= 0 or _opens(text, closer) or _OPENS.search(text.replace("”", " "), 0, closer):
        return None
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, max(0, closer - 1))]
    return (ends[-1] if ends else 0), closer


def _opens(text: str, at: int) -> bool:
    """Whether a mark that may both open and close stands where one opens: after a space and before a word.

    [녹취: 한 상인]”… is how some pages open what is heard.
    """
    return (
        (at == 0 or text[at - 1].isspace() or (text[at - 1] == "]" and not _closes(text, at)))
        and at + 1 < len(text)
        and not (text[at + 1].isspace() or text[at + 1] in ",.")
    )


def _closes(text: str, at: int) -> bool:
    """Whether a Korean particle of quoting follows the mark, or the end of a clause precedes it: it closes whatever its look."""
    is_quoting = at > 0 and not text[at - 1].isspace() and _QUOTING.match(text, at + 1)
    return bool(is_quoting or _TURNED.match(text, at))


def _may_close(text: str, at: int, opener: str) -> bool:
    """A straight mark inside curly ones closes only where a word has ended; an inner one opens after a space."""
    return not (text[at] == '"' and opener != '"' and at > 0 and text[at - 1] in " (")


def _is_measure(text: str, at: int) -> bool:
    """Inches and seconds: a straight mark right after a figure."""
    return text[at] == '"' and at > 0 and text[at - 1].isdigit() and not (at + 1 < len(text) and text[at + 1].isalpha())
