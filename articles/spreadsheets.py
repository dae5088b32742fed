"""Tables for spreadsheets: CSV that opens with Hangul, ids and dates as they are and with no cell taken for a formula.

UTF-8 begins with the mark by which Excel knows it; days are whole ISO days, which every spreadsheet reads as days. Pure.
"""

import csv
import io
from collections.abc import Iterable

BYTE_ORDER_MARK = "\ufeff"
CONTENT_TYPE = "text/csv; charset=utf-8"
# What a spreadsheet would take for the beginning of a formula; the wide signs too, where it is set up for Korean.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def lines(rows: Iterable[Iterable[str]]) -> str:
    """Rows of cells as lines of CSV."""
    written = io.StringIO()
    csv.writer(written).writerows([guarded(cell) for cell in row] for row in rows)
    return written.getvalue()


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before it where a spreadsheet would calculate it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
