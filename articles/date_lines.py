"""The line of a stored report that says when it was published and who wrote it."""

import re
from dataclasses import dataclass

from articles.dates import DateError, PartialDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY_FORMS = (
    re.compile(r"(?<!\d)(?P<y>\d{4})\s?[-./]\s?(?P<m>\d{1,2})\s?[-./]\s?(?P<d>\d{1,2})(?!\d)\.?", re.ASCII),
    re.compile(r"(?<!\d)(?P<y>\d{4})년\s*(?P<m>\d{1,2})월\s*(?P<d>\d{1,2})일", re.ASCII),
    re.compile(rf"\b(?P<m>{_MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})(?!\d)", re.ASCII),
    re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{_MONTH}),?\s+(?P<y>\d{{4}})(?!\d)", re.ASCII),
)
_TIME = re.compile(
    r"(?:at\s+)?(?:오전|오후)?\s*\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:KST|GMT|UTC|EST|EDT)?", re.I
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?|\([월화수목금토일]\)|[월화수목금토일]요일", re.I
)
_CHANGED = re.compile(r"[,|/·]?\s*(?:(?:last )?(?:updated|modified)|(?:최종\s*)?수정|최종\s*업데이트)\b.*", re.I)
_POSTED = re.compile(
    r"\b(?:posted|published|date|issued)(?: on)?\s*[:.]?"
    r"|\b(?:기사\s*)?(?:입력|등록|승인|송고|발행|게재)(?:일시|일|시간)?\s*[:.]?",
    re.I,
)
# Without a year, without one of these, or "by" to begin it, a line is no date line.
_CHANGES = ("updated", "modified", "수정", "업데이트")
_REPORTERS = ("기자", "특파원", "통신원")
_SIGNS = _CHANGES + _REPORTERS
# A set of letters first, which Python's engine runs through fastest.
_YEAR = re.compile("[0-9][0-9]{3}")
_BEGINNINGS = ("by", "reported by")
_EDGES = " \t|/·•,;–—-[]()<>"
_NAME = r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){0,4}"
_BY = re.compile(
    rf"(?:[Bb]y|BY|[Rr]eported by)\s+(?P<name>{_NAME}(?:(?:,|,?\s+and|\s+&)\s+{_NAME}){{0,3}})"
    r"(?:\s+(?:in|for|at)\s+[A-Z][\w .’'-]{1,40})?"
)
_BY_KO = re.compile(
    r"(?:\S{1,12}\s*=\s*|글\s*[:=]\s*)?(?P<name>[가-힣]{2,5}(?:\s*[·,]\s*[가-힣]{2,5}){0,2})"
    r"\s*(?:기자|특파원|객원기자|통신원)(?:\s+[\w.+-]+@[\w.-]+)?"
)
_BARE_NAME = re.compile(r"(?P<name>[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){1,3}|[가-힣]{2,4})")


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a date line says: the day, the reporter, or both."""

    published: PartialDate
    byline: str


def read_date_line(line: str) -> DateLine | None:
    """A line that holds a day, a reporter's name or both, and nothing else: "By Hong Ryon | 2021-03-04"."""
    if len(line) > 200 or not _has_sign(line):
        return None
    small = line.lower()
    rest = _CHANGED.sub("", line) if any(word in small for word in _CHANGES) else line
    published = PartialDate.none()
    matches = [match for form in _DAY_FORMS if (match := form.search(rest))]
    if matches:
        day = min(matches, key=re.Match.start)
        published = _published(day)
        rest = f"{rest[: day.start()]} {rest[day.end() :]}"
        for pattern in (_TIME, _WEEKDAY, _POSTED):
            rest = pattern.sub(" ", rest)
    elif rest != line and not rest:
        return DateLine(published, "")
    rest = rest.strip(_EDGES)
    if not rest:
        return DateLine(published, "") if matches else None
    name = _BY.fullmatch(rest) or _BY_KO.fullmatch(rest)
    if not name and matches and any(mark in line for mark in "|·•"):
        name = _BARE_NAME.fullmatch(rest)
    return DateLine(published, name["name"]) if name else None


def _has_sign(line: str) -> bool:
    small = line.lower()
    has_one = any(map(small.__contains__, _SIGNS)) or _YEAR.search(small) is not None
    return has_one or small.strip(_EDGES).startswith(_BEGINNINGS)


def _published(day: re.Match[str]) -> PartialDate:
    """The words of a day with the day they name; the words alone if the calendar has no such day."""
    month = day["m"] if day["m"].isdigit() else str(_MONTHS.index(day["m"][:3].lower()) + 1)
    words = day.group().strip()
    try:
        return PartialDate.printed(words, f"{day['y']}-{int(month):02}-{int(day['d']):02}")
    except DateError:
        return PartialDate.printed(words, "")
