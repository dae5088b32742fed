"""A source reference in the manner of ICD 206, of our own making. Pure.

It tells a reader what bears on the worth of what is cited: who says it through whom, in whose words the source is
described, the grades, words first and code second, and where each text stands. The descriptor is the outlet's.
"""

from datetime import date

from articles.citations.csl import inner_quotes
from articles.citations.works import Report, Statement, Work

_ENDS = tuple(".!?…。")
UNNAMED_GRADE = "unnamed source: reliability cannot be judged (F)"


def source_reference(work: Work, accessed: date) -> str:
    """One paragraph. The same work and day give the same words."""
    sentences = _report(work) if isinstance(work, Report) else _statement(work)
    return " ".join([*sentences, f"Accessed {_day(accessed)}."])


def _report(report: Report) -> list[str]:
    return [
        _headed(report, f"revision {report.revision}"),
        *_standing(report),
        *([report.relation] if report.relation else []),
        f"Grade: outlet: {report.outlet_grade}.",
        *_places(report),
        f"Read at: {report.address}.",
    ]


def _statement(claim: Statement) -> list[str]:
    report = claim.report
    described = "; ".join(f"“{inner_quotes(words)}”" for words in claim.descriptors)
    told = [f"told {claim.told}"] if claim.told else []
    condition = [f"unnamed because: “{inner_quotes(claim.condition)}”"] if claim.condition else []
    grades = [
        f"outlet: {report.outlet_grade}",
        *([UNNAMED_GRADE] if claim.descriptors else []),
        f"this claim: {claim.credibility or 'not graded'}",
    ]
    return [
        _headed(report, f"revision {report.revision}, paragraph {claim.paragraph}"),
        f"Claim {claim.public_id}, version {claim.version}: {_quoted(claim.words)}",
        *_standing(claim),
        *([f"Source, in the outlet’s words: {'; '.join([described, *told, *condition])}."] if described else []),
        f"Chain: {claim.chain}.",
        *([report.relation] if report.relation else []),
        f"Grades: {'; '.join(grades)}.",
        *_places(report),
        f"Read at: {claim.address}.",
    ]


def _headed(report: Report, place: str) -> str:
    by = " and ".join(author.inverted for author in report.authors)
    title = inner_quotes(report.headline)
    parts = [*([by] if by else []), f"“{title}”", report.published.label("en"), f"in {report.language_name}", place]
    return f"{report.outlet}: {', '.join(parts)}."


def _quoted(words: str) -> str:
    """The whole words as the end of a sentence: a comma before it goes, and a full stop stands once."""
    line = inner_quotes(" ".join(words.split())).strip(" ,;:")
    return f"“{line}”" if line[-1:] in _ENDS else f"“{line}”."


def _standing(work: Work) -> list[str]:
    return [sentence for sentence in (f"{work.status}." if work.status else "", work.remark) if sentence]


def _places(report: Report) -> list[str]:
    live = [f"Original: {report.original_url}."] if report.original_url else ["Original: no address known."]
    return [*live, f"Archived: {report.archived_url}." if report.archived_url else "No archived copy known."]


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
