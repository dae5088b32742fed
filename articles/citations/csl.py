"""The middle form: one CSL item (CSL-JSON 1.0.2) of a report or a claim. Pure.

A report is an article of its outlet; a claim is a page of this site whose original is that article.
"""

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from articles.citations.bylines import Author
from articles.citations.works import Report, Statement, Work
from articles.dates import PartialDate

Item = dict[str, Any]

LONGEST_TITLE = 160
# A year, a month or a day, nothing uncertain about it.
PLAIN_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?")


def item_of(work: Work, accessed: date) -> Item:
    """The item of a work that is read on the day `accessed`. The same work and day give the same item."""
    return _report(work, accessed) if isinstance(work, Report) else _statement(work, accessed)


def as_csl_json(items: Sequence[Item]) -> str:
    """A file of items, as reference managers read it."""
    return json.dumps(list(items), ensure_ascii=False, indent=2) + "\n"


def _report(report: Report, accessed: date) -> Item:
    read = f"Read as revision {report.revision} at {report.site}, {report.address}."
    return _without_gaps(
        {
            "id": report.key,
            "type": "article-newspaper",
            "title": report.headline,
            "author": _names(report.authors),
            "container-title": report.outlet,
            "issued": csl_date(report.published),
            "accessed": _day(accessed),
            "URL": report.original_url or report.archived_url or report.address,
            "archive": (urlsplit(report.archived_url).hostname or "") if report.archived_url else "",
            "archive_location": report.archived_url,
            "language": report.language,
            "status": report.status,
            "note": f"{report.status}. {read}" if report.status else read,
        }
    )


def _statement(claim: Statement, accessed: date) -> Item:
    report = claim.report
    return _without_gaps(
        {
            "id": claim.key,
            "type": "webpage",
            "title": title_of(claim.words),
            "genre": f"Claim {claim.public_id}, version {claim.version}",
            "container-title": report.site,
            "issued": _day(claim.shown),
            "accessed": _day(accessed),
            "URL": claim.address,
            "language": report.language,
            "original-title": report.headline,
            "original-author": _names(report.authors),
            "original-publisher": report.outlet,
            "original-date": csl_date(report.published),
            "archive_location": report.archived_url,
            "status": claim.status,
            "note": f"{claim.status}. {_original(claim)}" if claim.status else _original(claim),
        }
    )


def _original(claim: Statement) -> str:
    """The original in words, for readers of files that have no room for it."""
    report = claim.report
    by = " and ".join(author.inverted for author in report.authors)
    told = ", ".join(
        part for part in (by, f"“{inner_quotes(report.headline)}”", report.outlet, report.published.label()) if part
    )
    at = f", {report.original_url}" if report.original_url else ""
    return f"Original: {told}{at}; paragraph {claim.paragraph} of revision {report.revision}."


def title_of(words: str) -> str:
    """The words of a claim on one line and, if they are long, cut between words."""
    line = " ".join(words.split()).strip(" ,;:")
    if len(line) <= LONGEST_TITLE:
        return line
    cut = line[: LONGEST_TITLE - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[LONGEST_TITLE // 2 :] else cut).rstrip(" ,;:–—-") + "…"


def inner_quotes(title: str) -> str:
    """A title as it stands between double quotation marks: those inside it become single ones."""
    return title.translate({ord("“"): "‘", ord("”"): "’", ord('"'): "'"})


def csl_date(day: PartialDate) -> Item | None:
    """Date parts of a whole or shortened date; any other in words, with its EDTF, since styles read spans differently."""
    if not day.is_known:
        return None
    match = PLAIN_DATE.fullmatch(day.edtf)
    if match is None:
        return {"literal": day.label(), "raw": day.edtf}
    return {"date-parts": [[int(part) for part in match.groups() if part]]}


def _day(day: date) -> Item:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _names(authors: Sequence[Author]) -> list[dict[str, str]]:
    return [
        _without_gaps({"family": author.family, "given": author.given, "suffix": author.suffix})
        if author.is_person
        else {"literal": author.family}
        for author in authors
    ]


def _without_gaps(item: Item) -> Item:
    return {name: value for name, value in item.items() if value}
