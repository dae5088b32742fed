"""The footnote checker's table as a file for spreadsheets, and as lines for a terminal."""

from collections.abc import Iterator

from django.conf import settings

from articles import spreadsheets
from articles.pages.footnotes import CheckPage, Row

_HEAD = (
    "number", "line", "as pasted", "id", "what it is", "headline", "outlet", "verdict", "explanation", "words then",
    "words now", "where it is now",
)  # fmt: skip


def as_csv(page: CheckPage) -> str:
    """UTF-8 with the mark by which spreadsheets know it; a row for each link."""
    return spreadsheets.BYTE_ORDER_MARK + spreadsheets.lines([_HEAD, *map(_cells, page.rows)])


def as_lines(page: CheckPage) -> Iterator[str]:
    """One line for each link, and beneath it what there is to say."""
    width = max((len(row.fate.verdict) for row in page.rows), default=0)
    for row in page.rows:
        yield f"{row.number:>4}  line {row.line:<5} {row.fate.verdict:<{width}}  {row.pasted}"
        about = " · ".join(each for each in (row.thing, row.headline, row.outlet) if each)
        beneath = [about, " ".join(row.fate.said)]
        beneath += [f"then: {row.fate.old}"] if row.fate.old else []
        beneath += [f"now:  {row.fate.new}"] if row.fate.new else []
        beneath += [_address(lead.path) for lead in row.fate.leads]
        yield from (" " * 6 + _one_line(words) for words in beneath if words)
    counted = ", ".join(f"{count} {verdict}" for verdict, count in page.counts)
    yield (
        f"{len(page.rows)} link{'' if len(page.rows) == 1 else 's'}: {counted}"
        if page.rows
        else "No link and no id found."
    )


def _cells(row: Row) -> tuple[str, ...]:
    fate = row.fate
    return (
        str(row.number), str(row.line), row.pasted, row.public_id, row.thing, row.headline, row.outlet, fate.verdict.value,
        " ".join(fate.said), fate.old, fate.new, " ".join(_address(lead.path) for lead in fate.leads),
    )  # fmt: skip


def _address(path: str) -> str:
    return f"{settings.BASE_URL.rstrip('/')}{path}"


def _one_line(words: str) -> str:
    return " ".join(words.split())
